import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { PortalParts } from '../portal-parts.ts';
import { agreementHash } from './agreement-text.ts';
import type { Asking } from './asking.ts';
import { noteEvent } from './events.ts';
import { followContacts, limitInvitations } from './people.ts';
import { profileOf } from './site-overview.ts';
import { holdSite } from './site-queries.ts';
import type { agreeBody, contactsBody, settingsBody } from './site-schema.ts';

/** How a site is written to. */
export async function saveSettings(
  trx: Kysely<Tables>,
  { site: { organizationId }, who }: Asking,
  { mailGrouping, language }: z.output<typeof settingsBody>,
  now: Date,
): Promise<void> {
  const changed = await sql`update organization set mail_grouping = ${mailGrouping}, language = ${language}
    where organization_id = ${organizationId} and (mail_grouping, language) <> (${mailGrouping}, ${language})
    returning 1`.execute(trx);
  if (changed.rows.length === 0) return;
  const detail = { mailGrouping, language };
  await noteEvent(trx, { organizationId, kind: 'settings-changed', actor: who, detail }, now);
}

/** @throws ApiError added-by-operator: there is no registration whose contacts could be corrected; too-many-requests */
export async function saveContacts(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  contacts: z.output<typeof contactsBody>,
  parts: PortalParts,
): Promise<void> {
  const { organizationId } = site;
  await limitInvitations(trx, organizationId, 'contacts-changed', parts.clock.now());
  const { rows } = await sql<{ readonly profile: unknown }>`
    select profile from organization where organization_id = ${organizationId}`.execute(trx);
  if (!profileOf(rows[0]?.profile)) throw new ApiError(409, 'added-by-operator');
  await sql`update organization set profile = jsonb_set(profile, '{contacts}', ${JSON.stringify(contacts)}::jsonb)
    where organization_id = ${organizationId}`.execute(trx);
  await followContacts(trx, site, contacts, who, parts);
  await noteEvent(trx, { organizationId, kind: 'contacts-changed', actor: who }, parts.clock.now());
}

/**
 * Accepts the agreement in force: who, as what, when, from where, and which text. Accepting it again changes nothing.
 * @throws ApiError agreement-changed where the page showed another version
 */
export async function accept(
  trx: Kysely<Tables>,
  { site: { organizationId }, who }: Asking,
  { version, name, title, language = who.language }: z.output<typeof agreeBody>,
  { ip, jurisdiction: { agreement } }: Pick<PortalParts, 'jurisdiction'> & { readonly ip: string },
  now: Date,
): Promise<void> {
  if (version !== agreement.version) throw new ApiError(409, 'agreement-changed');
  await holdSite(trx, organizationId);
  const before = await sql`select 1 from agreement_acceptance
    where organization_id = ${organizationId} and version = ${version}`.execute(trx);
  if (before.rows.length > 0) return;
  await sql`insert into agreement_acceptance (acceptance_id, organization_id, version, text_hash, language, name, title,
      email, accepted_at, accepted_from)
    values (${uuidv7(now.getTime())}, ${organizationId}, ${version}, ${agreementHash(agreement, language)},
      ${language}, ${name}, ${title}, ${who.email}, ${now}, ${ip})`.execute(trx);
  await noteEvent(trx, { organizationId, kind: 'agreement-accepted', actor: who, detail: { version } }, now);
}
