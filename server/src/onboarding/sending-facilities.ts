import type { Kysely } from 'kysely';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Asking } from './asking.ts';
import { activeFacility, type Between, type ClientParts, end, joinOrAsk } from './client-links.ts';
import { lockFacility, organizationOf } from './client-queries.ts';

/**
 * A site names a Sending Facility, which must confirm it; or it confirms one that asked. A site that sends for itself may have
 * one as well: it keeps its own credentials.
 * @throws ApiError request-invalid (sending-facility-unknown), is-a-sending-facility, sending-facility-suspended
 */
export async function nameSendingFacility(asking: Asking, code: string, parts: ClientParts): Promise<void> {
  await parts.database.kysely.transaction().execute(async (trx) => {
    const between = await betweenOf(trx, asking, code);
    await activeFacility(trx, between.facility.organizationId);
    await joinOrAsk(trx, between, parts);
  });
}

/** @throws ApiError request-invalid (sending-facility-unknown), is-a-sending-facility, not-found */
export async function endSendingFacility(asking: Asking, code: string, parts: ClientParts): Promise<void> {
  await parts.database.kysely.transaction().execute(async (trx) => {
    const between = await betweenOf(trx, asking, code);
    await lockFacility(trx, between.facility.organizationId);
    await end(trx, between, parts);
  });
}

async function betweenOf(trx: Kysely<Tables>, { site, who: actor }: Asking, code: string): Promise<Between> {
  if (site.kind !== 'site') throw new ApiError(409, 'is-a-sending-facility');
  const facility = await organizationOf(trx, code);
  if (facility?.kind !== 'sending-facility') {
    throw new ApiError(400, 'request-invalid', [problem('code', 'sending-facility-unknown')]);
  }
  return { facility, site, by: 'site', actor };
}
