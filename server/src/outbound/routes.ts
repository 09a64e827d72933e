import type { Api } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';

/** Connections to other registries: how they are set up, what waits for them, what they did not take. */
export function outboundRoutes(_scope: Api, _parts: PortalParts): void {}
