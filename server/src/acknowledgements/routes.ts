import type { Api } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';

/** Acknowledgements handed on: fetched by Sending Facilities, pushed to sites. */
export function acknowledgementRoutes(_scope: Api, _parts: PortalParts): void {}
