import type { Api } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';

/** Stock of vaccines at a site: lots, what was received, given, wasted and counted. */
export function inventoryRoutes(_scope: Api, _parts: PortalParts): void {}
