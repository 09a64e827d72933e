import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { accountFor, addToSite, emailKey, type SiteRole } from '../accounts/accounts.ts';
import { passwordLink } from '../accounts/password-link.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { withdrawTokens } from '../accounts/tokens.ts';
import type { Letter } from '../mail/letters.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { Asking } from './asking.ts';
import { noteEvent } from './events.ts';
import { holdSite } from './site-queries.ts';
import type { contactsBody, peopleAnswer } from './site-schema.ts';

/** An invitation is answered within a week, or asked for again. */
const INVITATION_LASTS_MS = 7 * 24 * 60 * 60_000;

type Person = { readonly email: string; readonly name: string };
type Recipient = Person & { readonly language: 'en' | 'es' };
type Site = { readonly organizationId: string; readonly code: string; readonly name: string };

const CONTACTS: readonly SiteRole[] = ['site-contact', 'data-exchange-contact'];

/**
 * To whom is written what concerns the site: the Site Contact and the Data Exchange Contact, or those of the given roles.
 * Where it has none of them, whoever acts for it.
 */
export async function contactsOf(
  db: Kysely<Tables>,
  organizationId: string,
  roles: readonly SiteRole[] = CONTACTS,
): Promise<readonly (Recipient & { readonly accountId: string })[]> {
  const { rows } = await sql<Recipient & { readonly accountId: string }>`
    with members as (
      select a.account_id, a.email, a.email_key, a.name, a.language, s.role, s.role = any(${roles}::text[]) as is_asked
      from account_site s join account a using (account_id)
      where s.organization_id = ${organizationId} and s.ended_at is null and a.ended_at is null and s.role <> 'user')
    select account_id as "accountId", email, name, language from members
    where is_asked or not exists (select 1 from members where is_asked)
    order by role desc, email_key`.execute(db);
  return rows;
}

/** Writes to the contacts, each in their language, in the transaction of what it tells of. */
export async function writeToContacts(
  trx: Kysely<Tables>,
  organizationId: string,
  letter: Letter,
  now: Date,
): Promise<void> {
  for (const { email: to, language } of await contactsOf(trx, organizationId)) {
    await enqueueMail(trx, { to, language, letter, organizationId }, now);
  }
}

export const siteLink = (
  { publicUrl }: Pick<PortalParts, 'publicUrl'>,
  { code }: { readonly code: string },
  page = '',
): string => `${publicUrl()}/sites/${code}${page}`;

/**
 * Who may sign in for a site, called as whoever added them wrote it. Nothing here tells whether an address that was added had an
 * account already: not its name, not the case of its letters, not its password, and not its id, which has the time in it.
 */
export async function people(
  db: Kysely<Tables>,
  { site: { organizationId }, who }: Asking,
): Promise<z.output<typeof peopleAnswer>> {
  const { rows } = await sql<{
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: Exclude<SiteRole, 'user'>;
    readonly since: Date;
    readonly hasSignedIn: boolean;
  }>`select s.member_id as id, a.email_key as email, s.role, s.added_at as since,
      coalesce(s.name, case when s.role = any(${CONTACTS}::text[]) or a.account_id = ${who.accountId} then a.name end,
        a.email_key) as name,
      s.signed_in_at is not null as "hasSignedIn"
    from account_site s join account a using (account_id)
    where s.organization_id = ${organizationId} and s.ended_at is null and a.ended_at is null and s.role <> 'user'
    order by array_position(array['site-contact', 'data-exchange-contact', 'member'], s.role), a.email_key`.execute(
    db,
  );
  return { people: rows.map((row) => ({ ...row, since: row.since.toISOString() })) };
}

/** Mail to people who did not ask for it has a limit. */
const INVITATIONS_PER_HOUR = 20;

/**
 * Call it in a transaction; it holds the site, so that of many at once no more get through than may.
 * @throws ApiError too-many-requests where that has happened often enough in the last hour
 */
export async function limitInvitations(
  trx: Kysely<Tables>,
  organizationId: string,
  kind: 'person-invited' | 'contacts-changed',
  now: Date,
): Promise<void> {
  await holdSite(trx, organizationId);
  const { rows } = await sql<{ readonly count: number }>`select count(*)::int as count from onboarding_event
    where organization_id = ${organizationId} and kind = ${kind}
      and at > ${new Date(now.getTime() - 60 * 60_000)}`.execute(trx);
  if ((rows[0]?.count ?? 0) >= INVITATIONS_PER_HOUR) throw new ApiError(429, 'too-many-requests');
}

/**
 * Invites a colleague. Somebody who has not answered the last invitation gets a new one.
 * @throws ApiError too-many-requests
 */
export async function invite(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  person: Person,
  parts: PortalParts,
): Promise<void> {
  const now = parts.clock.now();
  const { organizationId } = site;
  await limitInvitations(trx, organizationId, 'person-invited', now);
  const isWritten = await admit(trx, site, { ...person, language: who.language }, parts, 'set-password');
  if (!isWritten) return;
  const detail = { name: person.name };
  await noteEvent(trx, { organizationId, kind: 'person-invited', actor: who, detail }, now);
}

/**
 * Lets a person act for the site and writes to them: how to set a password where they have none, else that they may.
 * Returns whether something was written: not to somebody who is invited to where they have been. What is done does not hang on
 * whether they have a password: whoever invites sees of it.
 */
async function admit(
  trx: Kysely<Tables>,
  site: Site,
  person: Recipient,
  parts: PortalParts,
  letterKind: 'set-password' | 'access-granted',
): Promise<boolean> {
  const now = parts.clock.now();
  const { organizationId, name: siteName } = site;
  const account = await accountFor(trx, person, now);
  const { accountId, name, language, email: to } = account;
  await addToSite(trx, { accountId, organizationId, role: 'member', name: person.name }, now);
  const { rows } = await sql`select 1 from account_site where account_id = ${accountId}
    and organization_id = ${organizationId} and signed_in_at is not null`.execute(trx);
  if (rows.length > 0 && letterKind === 'set-password') return false;
  if (account.hasPassword) {
    const letter: Letter = { kind: 'access-granted', name, siteName, link: siteLink(parts, site) };
    await enqueueMail(trx, { to, language, letter, organizationId }, now);
    return true;
  }
  await withdrawTokens(trx, 'set-password', accountId, now);
  const lasts = { lastsMs: INVITATION_LASTS_MS, publicUrl: parts.publicUrl() };
  const { link, expiresAt } = await passwordLink(trx, accountId, lasts, now);
  const letter: Letter =
    letterKind === 'access-granted'
      ? { kind: letterKind, name, siteName, link }
      : { kind: letterKind, name, siteName, link, expiresAt };
  await enqueueMail(trx, { to, language, letter, organizationId }, now);
  return true;
}

/** @throws ApiError own-access; last-contact: a site that nobody can be asked about is nobody's */
export async function endAccess(
  trx: Kysely<Tables>,
  asking: Asking,
  memberId: string,
  now: Date,
): Promise<void> {
  const {
    site: { organizationId },
    who,
  } = asking;
  await holdSite(trx, organizationId);
  const own = await sql`select 1 from account_site
    where member_id = ${memberId} and account_id = ${who.accountId}`.execute(trx);
  if (own.rows.length > 0) throw new ApiError(409, 'own-access');
  const { people: all } = await people(trx, asking);
  const leaving = all.find(({ id }) => id === memberId);
  if (!leaving) throw new ApiError(404, 'not-found');
  const isContact = leaving.role === 'site-contact';
  if (isContact && all.filter(({ role }) => role === 'site-contact').length === 1) {
    throw new ApiError(409, 'last-contact');
  }
  await sql`update account_site set ended_at = ${now}
    where member_id = ${memberId} and organization_id = ${organizationId} and ended_at is null`.execute(trx);
  // The link of the confirmation shows the site's credentials to whoever holds it.
  await sql`update one_time_token set used_at = ${now}
    where purpose = 'show-credentials' and subject_id = ${organizationId} and used_at is null
      and lower(detail ->> 'email') = ${leaving.email}`.execute(trx);
  const detail = { name: leaving.name };
  await noteEvent(trx, { organizationId, kind: 'access-ended', actor: who, detail }, now);
}

/** Grants or refuses a request for access, once. */
export async function decideAccess(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  requestId: string,
  isGranted: boolean,
  parts: PortalParts,
): Promise<void> {
  const now = parts.clock.now();
  const { organizationId, name: siteName } = site;
  const { rows } = await sql<Recipient>`
    update access_request set state = ${isGranted ? 'granted' : 'refused'}, decided_at = ${now}, decided_by = ${who.accountId}
    where request_id = ${requestId} and organization_id = ${organizationId} and state = 'waiting'
    returning email, name, language`.execute(trx);
  const requester = rows[0];
  if (!requester) {
    const known = await sql`select 1 from access_request where request_id = ${requestId}
      and organization_id = ${organizationId} and state <> 'unverified'`.execute(trx);
    throw known.rows.length > 0 ? new ApiError(409, 'changed-meanwhile') : new ApiError(404, 'not-found');
  }
  const { name, email: to, language } = requester;
  const kind = isGranted ? 'access-granted' : 'access-refused';
  if (isGranted) await admit(trx, site, requester, parts, 'access-granted');
  else {
    const letter: Letter = { kind: 'access-refused', name, siteName };
    await enqueueMail(trx, { to, language, letter, organizationId }, now);
  }
  await noteEvent(trx, { organizationId, kind, actor: who, detail: { name } }, now);
}

/**
 * Those whom the site names are its contacts from now on, also to sign in; those it no longer names stay its members until
 * somebody ends that.
 */
export async function followContacts(
  trx: Kysely<Tables>,
  site: Site,
  contacts: z.output<typeof contactsBody>,
  { language, accountId }: Pick<SignedIn, 'language' | 'accountId'>,
  parts: PortalParts,
): Promise<void> {
  const { organizationId } = site;
  const { siteContact, dataExchangeContact } = contacts;
  const exchanger = 'email' in dataExchangeContact ? dataExchangeContact : siteContact;
  const [first, second] = [emailKey(siteContact.email), emailKey(exchanger.email)];
  const { rows } = await sql<{ readonly key: string }>`select a.email_key as key from account_site s
    join account a using (account_id)
    where s.organization_id = ${organizationId} and s.ended_at is null and a.ended_at is null`.execute(trx);
  const known = new Set(rows.map(({ key }) => key));
  for (const { email, name } of first === second ? [siteContact] : [siteContact, exchanger]) {
    if (!known.has(emailKey(email))) await admit(trx, site, { email, name, language }, parts, 'set-password');
  }
  await sql`update account_site s set role = case
      when a.email_key = ${first} then 'site-contact'
      when a.email_key = ${second} then 'data-exchange-contact'
      when s.role = 'user' then 'user'
      else 'member' end,
      -- Asking for the site's accounts goes over to the new Site Contact where somebody hands it on who has it.
      is_local_administrator = s.is_local_administrator or (a.email_key = ${first} and exists (
        select 1 from account_site m where m.account_id = ${accountId} and m.organization_id = ${organizationId}
          and m.ended_at is null and m.is_local_administrator)),
      name = case a.email_key when ${first} then ${siteContact.name} when ${second} then ${exchanger.name} else s.name end
    from account a where a.account_id = s.account_id and s.organization_id = ${organizationId}
      and s.ended_at is null`.execute(trx);
}
