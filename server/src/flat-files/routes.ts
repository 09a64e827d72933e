import type { Api } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';

/** Flat files, until the day from which none are taken. */
export function flatFileRoutes(_scope: Api, _parts: PortalParts): void {}
