import type { FastifyRequest } from 'fastify';
import { ApiError } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { type OtherRegistry, registriesOn } from './phases.ts';

/**
 * The region or partner of that id.
 * @throws ApiError 404
 */
export function registryOf({ clock, jurisdiction }: PortalParts, id: string): OtherRegistry {
  const today = localDate(clock.now(), jurisdiction.timeZone);
  const found = registriesOn(today, jurisdiction).find((each) => each.id === id);
  if (!found) throw new ApiError(404, 'not-found');
  return found;
}

/** @throws ApiError 401 */
export function whoDecides({ signedIn }: Pick<FastifyRequest, 'signedIn'>): string {
  if (!signedIn) throw new ApiError(401, 'sign-in-needed');
  return signedIn.accountId;
}
