import type { FastifyRequest } from 'fastify';
import { type Kysely, sql } from 'kysely';
import { noteEvent } from '../onboarding/events.ts';
import { ApiError, problem } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import { monthOf } from '../platform/database/migrate.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { Stage } from '../platform/database/tables.ts';

/** For whom a file is sent, and by what right. */
export type From = {
  readonly organizationId: string;
  readonly code: string;
  readonly stage: Stage;
  readonly accountId: string | undefined;
  readonly actorName: string | undefined;
  readonly credentialId: string | undefined;
};

/** @throws Error where the route lets in whom it does not know */
export function fromOf({
  site,
  signedIn,
  holder,
}: Pick<FastifyRequest, 'site' | 'signedIn' | 'holder'>): From {
  const organization = holder ?? site;
  if (!organization) throw new Error('a flat file of nobody');
  const { organizationId, code, stage } = organization;
  return {
    organizationId,
    code,
    stage,
    accountId: signedIn?.accountId,
    actorName: signedIn?.name,
    credentialId: holder?.credentialId,
  };
}

export const areTaken = ({ clock, jurisdiction }: Pick<PortalParts, 'clock' | 'jurisdiction'>): boolean =>
  localDate(clock.now(), jurisdiction.timeZone) < jurisdiction.cutOver.day;

/**
 * @throws ApiError 410 from the day of the cut-over on, after it was written down where the registry's staff see who still
 *   tries; 403 where the organization does not send to production
 */
export async function refuseWhereNotTaken(from: From, parts: PortalParts): Promise<void> {
  if (!areTaken(parts)) {
    await noteAttempt(parts.database.kysely, from, parts);
    throw noLonger(parts);
  }
  if (from.stage === 'suspended') throw new ApiError(403, 'organization-suspended');
  if (from.stage !== 'production') throw new ApiError(403, 'production-needed');
}

function noLonger({ jurisdiction, publicUrl }: Pick<PortalParts, 'jurisdiction' | 'publicUrl'>): ApiError {
  const code = 'flat-files-no-longer-taken';
  const url = publicUrl();
  return new ApiError(
    410,
    code,
    [problem('csv', code)],
    `Flat files have not been taken since ${jurisdiction.cutOver.day}. Nothing of the file was recorded. ` +
      `Send HL7 2.5.1 messages by SOAP to ${url}/IISService: its contract is at ${url}/IISService?wsdl. ` +
      `A site that is not registered yet begins at ${url}/register; messages are tried out at ${url}/workbench. ` +
      'For years of history ask for a history load (docs/history-load.md).',
  );
}

/** Once a day for each organization, however often its system tries. */
async function noteAttempt(
  kysely: Kysely<Tables>,
  { organizationId, accountId, actorName }: From,
  { clock, jurisdiction }: Pick<PortalParts, 'clock' | 'jurisdiction'>,
): Promise<void> {
  const now = clock.now();
  await kysely.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('flat-file ' || ${organizationId}, 0))`.execute(
      trx,
    );
    const { rows } = await sql<{ readonly at: Date }>`
      select max(at) as at from onboarding_event
      where organization_id = ${organizationId} and kind = 'flat-file-refused' and at >= ${monthOf(now)}`.execute(
      trx,
    );
    const day = (at: Date): string => localDate(at, jurisdiction.timeZone);
    const last = rows[0]?.at;
    if (last && day(last) === day(now)) return;
    const actor =
      accountId === undefined || actorName === undefined ? undefined : { accountId, name: actorName };
    await noteEvent(
      trx,
      { organizationId, kind: 'flat-file-refused', actor, detail: { since: jurisdiction.cutOver.day } },
      now,
    );
  });
}
