import { type Kysely, sql } from 'kysely';
import type { Account } from '../accounts/accounts.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { codeKey } from '../registry/organizations.ts';
import { noteEvent } from './events.ts';
import { siteLink, writeToContacts } from './people.ts';
import type { Answers } from './registration-schema.ts';

export type NamedFacility = { readonly organizationId: string; readonly code: string; readonly name: string };

/**
 * A site of type 2 names its Sending Facility, which is asked to confirm it. One that had the site register has said so
 * already: nothing is left to confirm then. Other sites name none.
 */
export async function linkToNamedFacility(
  trx: Kysely<Tables>,
  site: { readonly organizationId: string; readonly code: string; readonly answers: Answers },
  invitedBy: string | null,
  actor: Account,
  parts: Pick<PortalParts, 'publicUrl'>,
  now: Date,
): Promise<NamedFacility | undefined> {
  const { organizationId, code, answers } = site;
  if (answers.type.siteType !== 2) return undefined;
  const { rows } = await sql<NamedFacility>`
    select organization_id as "organizationId", code, name from organization
    where code_key = ${codeKey(answers.type.sendingFacility)} and kind = 'sending-facility'`.execute(trx);
  const [facility] = rows;
  if (!facility) throw new Error('a Sending Facility that was there when the site was submitted is gone');
  const isInvited = facility.organizationId === invitedBy;
  await sql`insert into sending_facility_client (sending_facility_id, site_id, linked_at, asked_by, confirmed_at)
    values (${facility.organizationId}, ${organizationId}, ${now}, ${isInvited ? 'sending-facility' : 'site'},
      ${isInvited ? now : null})`.execute(trx);
  const detail = { code: facility.code, name: facility.name };
  await noteEvent(trx, { organizationId, kind: 'sending-facility-named', actor, detail }, now);
  if (isInvited) {
    await noteEvent(
      trx,
      { organizationId, kind: 'sending-facility-confirmed', actor: undefined, detail },
      now,
    );
    return facility;
  }
  await writeToContacts(
    trx,
    facility.organizationId,
    {
      kind: 'client-named-you',
      siteName: answers.place.siteName,
      siteCode: code,
      sendingFacility: facility.name,
      link: siteLink(parts, facility, '/clients'),
    },
    now,
  );
  return facility;
}
