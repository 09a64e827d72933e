import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { keptSince, RETENTION_DAYS } from '../platform/retention.ts';
import { codeKey } from '../registry/organizations.ts';
import { RESUME_LASTS_MS } from './registration-drafts.ts';

type Stage = 'testing' | 'real-data' | 'production' | 'suspended';

export type Organization = {
  readonly organizationId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'site' | 'sending-facility';
  readonly stage: Stage;
  readonly language: 'en' | 'es';
};

const ORGANIZATION = sql`organization_id as "organizationId", code, name, kind, stage, language`;

export async function organizationOf(db: Kysely<Tables>, code: string): Promise<Organization | undefined> {
  // Cells of a sheet hold anything; PostgreSQL has no text with U+0000.
  if (code.includes('\0')) return undefined;
  const { rows } = await sql<Organization>`
    select ${ORGANIZATION} from organization where code_key = ${codeKey(code)}`.execute(db);
  return rows[0];
}

/** Has all that changes a Sending Facility's clients wait for each other, until the transaction ends; answers as it is now. */
export async function lockFacility(trx: Kysely<Tables>, organizationId: string): Promise<Organization> {
  const { rows } = await sql<Organization>`
    select ${ORGANIZATION} from organization where organization_id = ${organizationId} for no key update`.execute(
    trx,
  );
  const [facility] = rows;
  if (!facility) throw new Error('an organization that was there is gone');
  return facility;
}

export type Pair = { readonly facilityId: string; readonly siteId: string };
export type Asker = 'site' | 'sending-facility';
export type Link = { readonly askedBy: Asker; readonly confirmedAt: Date | undefined };

/** What stands between a Sending Facility and a site; undefined where nothing does, or no longer. */
export async function linkOf(db: Kysely<Tables>, { facilityId, siteId }: Pair): Promise<Link | undefined> {
  const { rows } = await sql<{ readonly askedBy: Asker; readonly confirmedAt: Date | null }>`
    select asked_by as "askedBy", confirmed_at as "confirmedAt" from sending_facility_client
    where sending_facility_id = ${facilityId} and site_id = ${siteId} and ended_at is null`.execute(db);
  const [row] = rows;
  return row && { askedBy: row.askedBy, confirmedAt: row.confirmedAt ?? undefined };
}

/** One side says that the one sends for the other; nothing is taken until the other has confirmed it. */
export async function askForLink(
  trx: Kysely<Tables>,
  { facilityId, siteId }: Pair,
  askedBy: Asker,
  now: Date,
): Promise<void> {
  await sql`insert into sending_facility_client (sending_facility_id, site_id, linked_at, asked_by)
    values (${facilityId}, ${siteId}, ${now}, ${askedBy})
    on conflict (sending_facility_id, site_id) do update
      set linked_at = excluded.linked_at, asked_by = excluded.asked_by, confirmed_at = null, ended_at = null
      where sending_facility_client.ended_at is not null`.execute(trx);
}

/** Whether it was there to be confirmed: asked for by the other side, and not confirmed yet. */
export async function confirmLink(
  trx: Kysely<Tables>,
  { facilityId, siteId }: Pair,
  askedBy: Asker,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update sending_facility_client set confirmed_at = ${now}
    where sending_facility_id = ${facilityId} and site_id = ${siteId} and asked_by = ${askedBy}
      and confirmed_at is null and ended_at is null`.execute(trx);
  return numAffectedRows > 0n;
}

/** Whether it was there to be ended. */
export async function endLink(
  trx: Kysely<Tables>,
  { facilityId, siteId }: Pair,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update sending_facility_client set ended_at = ${now}
    where sending_facility_id = ${facilityId} and site_id = ${siteId} and ended_at is null`.execute(trx);
  return numAffectedRows > 0n;
}

export type Client = {
  readonly code: string | null;
  readonly name: string;
  readonly city: string | null;
  readonly stage: Stage | 'invited';
  readonly askedBy: Asker;
  readonly linkedAt: Date;
  readonly confirmedAt: Date | null;
};

/**
 * The client sites of a Sending Facility: registered ones, and those that it invited and that have not registered yet. Of a site
 * that it asked and that has not agreed it sees what is public, not how far the site has come.
 */
export async function clientsOf(
  db: Kysely<Tables>,
  facilityId: string,
  now: Date,
): Promise<readonly Client[]> {
  const { rows } = await sql<Client>`
    select o.code, o.name, o.profile -> 'place' ->> 'city' as city,
      case when l.confirmed_at is null and l.asked_by = 'sending-facility' then 'invited' else o.stage end as stage,
      l.asked_by as "askedBy", l.linked_at as "linkedAt", l.confirmed_at as "confirmedAt"
    from sending_facility_client l join organization o on o.organization_id = l.site_id
    where l.sending_facility_id = ${facilityId} and l.ended_at is null
    union all
    select null, coalesce(r.answers -> 'place' ->> 'siteName', ''), r.answers -> 'place' ->> 'city', 'invited',
      'sending-facility', r.created_at, null
    from registration r where r.invited_by = ${facilityId} and ${isOpen(now)}
      and r.status <> 'verified'
    order by 2, 1, 6`.execute(db);
  return rows;
}

/** A draft that nobody may continue any more is none. */
const isOpen = (now: Date) =>
  sql`(r.status <> 'draft' or r.updated_at > ${keptSince(RETENTION_DAYS.draft, now)})`;

/** Whether that invitation went out and still stands: the registration that it began is there and can be continued. */
export async function hasInvited(
  db: Kysely<Tables>,
  { facilityId, key }: { readonly facilityId: string; readonly key: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ readonly has: boolean }>`
    select exists (select 1 from ${invitations(facilityId, key)} and ${isOpen(now)}) as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** Throws an invitation away whose link has expired before anything was entered, so that the site can be invited again. */
export async function dropLapsedInvitation(
  trx: Kysely<Tables>,
  { facilityId, key }: { readonly facilityId: string; readonly key: string },
  now: Date,
): Promise<void> {
  await sql`delete from registration where registration_id in (
    select r.registration_id from ${invitations(facilityId, key)} and r.status = 'draft' and r.version = 1
      and r.created_at <= ${new Date(now.getTime() - RESUME_LASTS_MS)})`.execute(trx);
}

const invitations = (facilityId: string, key: string) => sql`onboarding_event e
  join registration r on r.registration_id = (e.detail ->> 'registration')::uuid
  where e.organization_id = ${facilityId} and e.kind = 'client-invited' and e.detail ->> 'key' = ${key}`;

/** How many sites the facility has invited within the last 24 hours. */
export async function invitedInADay(db: Kysely<Tables>, facilityId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from onboarding_event
    where organization_id = ${facilityId} and kind = 'client-invited'
      and at > ${new Date(now.getTime() - 24 * 60 * 60_000)}`.execute(db);
  return rows[0]?.count ?? 0;
}
