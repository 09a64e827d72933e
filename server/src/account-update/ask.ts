import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { emailKey } from '../accounts/accounts.ts';
import type { Acting, UserRole } from '../accounts/roles.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { requestBody } from './schema.ts';
import { enqueueMail } from '../mail/outbox.ts';

export type Asker = Pick<SignedIn, 'accountId' | 'email'> & { readonly acting: Acting };
type Asked = z.output<typeof requestBody>;

/** What somebody is to the organization now. */
type Member = {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly accountName: string;
  readonly language: 'en' | 'es';
  readonly role: string;
  readonly userRole: UserRole | null;
  readonly isLocalAdministrator: boolean;
};

/**
 * What a local administrator asks for. New rights wait for the registry; an end happens at once.
 * Call it in a transaction.
 * @returns the id of the request
 * @throws ApiError own-rights, has-access, role-needed, nothing-changes, person-gone, request-pending, last-contact
 */
export async function ask(trx: Kysely<Tables>, asker: Asker, asked: Asked, now: Date): Promise<string> {
  const key = emailKey(asked.email);
  if (key === emailKey(asker.email)) throw new ApiError(409, 'own-rights', [problem('email', 'own-rights')]);
  const member = await memberOf(trx, asker.acting.organizationId, key);
  if (asked.kind === 'end') {
    if (!member) throw new ApiError(409, 'person-gone');
    return end(trx, asker, member, asked.note, now);
  }
  if (asked.userRole === null && !asked.isLocalAdministrator) {
    throw new ApiError(400, 'request-invalid', [problem('userRole', 'role-needed')]);
  }
  if (asked.kind === 'add') {
    if (member) throw new ApiError(409, 'has-access', [problem('email', 'has-access')]);
    return wait(trx, asker, asked, asked.name, now);
  }
  if (!member) throw new ApiError(409, 'person-gone');
  const isSame =
    member.userRole === asked.userRole && member.isLocalAdministrator === asked.isLocalAdministrator;
  if (isSame) throw new ApiError(409, 'nothing-changes', [problem('userRole', 'nothing-changes')]);
  return wait(trx, asker, asked, member.name, now);
}

async function memberOf(
  trx: Kysely<Tables>,
  organizationId: string,
  key: string,
): Promise<Member | undefined> {
  const { rows } = await sql<Member>`
    select a.account_id as "accountId", coalesce(s.name, case when s.role in ('site-contact', 'data-exchange-contact') then a.name end, a.email_key) as name,
      a.email, a.name as "accountName", a.language, s.role, s.user_role as "userRole",
      s.is_local_administrator as "isLocalAdministrator"
    from account_site s join account a using (account_id)
    where s.organization_id = ${organizationId} and a.email_key = ${key} and s.ended_at is null
      and a.ended_at is null`.execute(trx);
  return rows[0];
}

/** Of two at once for the same person one waits, and the other hears of it. */
async function wait(
  trx: Kysely<Tables>,
  { accountId, acting }: Asker,
  asked: Exclude<Asked, { kind: 'end' }>,
  name: string,
  now: Date,
): Promise<string> {
  const { kind, email, userRole, isLocalAdministrator, note } = asked;
  const { rows } = await sql<{ readonly id: string }>`
    insert into account_request (request_id, organization_id, kind, email, email_key, name, user_role,
      is_local_administrator, note, state, asked_by, asked_at)
    values (${uuidv7(now.getTime())}, ${acting.organizationId}, ${kind}, ${email}, ${emailKey(email)}, ${name},
      ${userRole}, ${isLocalAdministrator}, ${note}, 'waiting', ${accountId}, ${now})
    on conflict (organization_id, email_key) where state = 'waiting' do nothing
    returning request_id as id`.execute(trx);
  const [made] = rows;
  if (!made) throw new ApiError(409, 'request-pending', [problem('email', 'request-pending')]);
  return made.id;
}

/** Ends all that the person may do for the organization, and what was asked for them; the next request of theirs finds it ended. */
async function end(
  trx: Kysely<Tables>,
  { accountId, acting: { organizationId, name: siteName } }: Asker,
  member: Member,
  note: string,
  now: Date,
): Promise<string> {
  // Two contacts that end each other at once would leave a site that nobody can be asked about.
  await sql`select 1 from organization where organization_id = ${organizationId} for update`.execute(trx);
  const key = emailKey(member.email);
  await sql`update account_request set state = 'withdrawn', decided_by = ${accountId}, decided_at = ${now}
    where organization_id = ${organizationId} and state = 'waiting'
      and (email_key = ${key} or asked_by = ${member.accountId})`.execute(trx);
  const left = await sql`select 1 from account_site s join account a using (account_id)
    where s.organization_id = ${organizationId} and s.role = 'site-contact' and s.ended_at is null
      and a.ended_at is null and a.account_id <> ${member.accountId}`.execute(trx);
  if (member.role === 'site-contact' && left.rows.length === 0) throw new ApiError(409, 'last-contact');
  const ended = await sql`update account_site set ended_at = ${now}
    where account_id = ${member.accountId} and organization_id = ${organizationId} and ended_at is null
    returning account_id`.execute(trx);
  if (ended.rows.length === 0) throw new ApiError(409, 'person-gone');
  // The link of the confirmation shows the site's credentials to whoever holds it.
  await sql`update one_time_token set used_at = ${now}
    where purpose = 'show-credentials' and subject_id = ${organizationId} and used_at is null
      and lower(detail ->> 'email') = ${key}`.execute(trx);
  const id = uuidv7(now.getTime());
  await sql`insert into account_request (request_id, organization_id, kind, email, email_key, name, user_role,
      is_local_administrator, note, state, asked_by, asked_at, decided_by, decided_at)
    values (${id}, ${organizationId}, 'end', ${key}, ${key}, ${member.name}, ${member.userRole},
      ${member.isLocalAdministrator}, ${note}, 'approved', ${accountId}, ${now}, ${accountId}, ${now})`.execute(
    trx,
  );
  const { email: to, language, accountName: name } = member;
  await enqueueMail(
    trx,
    { to, language, letter: { kind: 'account-ended', name, siteName }, organizationId },
    now,
  );
  return id;
}

/** Takes back what the organization asked for. @throws ApiError not-found, own-rights, changed-meanwhile */
export async function withdrawRequest(
  trx: Kysely<Tables>,
  { accountId, email, acting: { organizationId } }: Asker,
  requestId: string,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ readonly state: string; readonly key: string }>`
    select state, email_key as key from account_request
    where request_id = ${requestId} and organization_id = ${organizationId} for update`.execute(trx);
  const [found] = rows;
  if (!found) throw new ApiError(404, 'not-found');
  if (found.key === emailKey(email)) throw new ApiError(409, 'own-rights');
  if (found.state !== 'waiting') throw new ApiError(409, 'changed-meanwhile');
  await sql`update account_request set state = 'withdrawn', decided_by = ${accountId}, decided_at = ${now}
    where request_id = ${requestId}`.execute(trx);
}
