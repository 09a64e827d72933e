import type { Api } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';

/** History loaded in bulk. */
export function historyLoadRoutes(_scope: Api, _parts: PortalParts): void {}
