import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';

export type Account = {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly hasPassword: boolean;
};

export const emailKey = (email: string): string => email.trim().toLowerCase();

/**
 * The account of an e-mail address; made where there is none. What is there is left as it is; one that has ended begins anew,
 * as if it were made now: nothing that it could do or could be done with comes back.
 */
export async function accountFor(
  db: Kysely<Tables>,
  person: { readonly email: string; readonly name: string; readonly language: 'en' | 'es' },
  now: Date,
): Promise<Account> {
  const key = emailKey(person.email);
  await sql`
    with begun as (
      insert into account (account_id, email, email_key, name, language, created_at)
      values (${uuidv7(now.getTime())}, ${person.email.trim()}, ${key}, ${person.name}, ${person.language}, ${now})
      on conflict (email_key) do update set email = excluded.email, name = excluded.name, language = excluded.language,
        password_hash = null, staff_role = null, totp_secret = null, totp_pending = null, totp_confirmed_at = null,
        totp_last_step = null, oidc_subject = null, acts_for = null, ended_at = null
      where account.ended_at is not null
      returning account_id),
    signed_out as (delete from session where account_id in (select account_id from begun)),
    forgotten as (delete from recovery_code where account_id in (select account_id from begun)),
    withdrawn as (update one_time_token set used_at = ${now}
      where purpose = 'set-password' and subject_id in (select account_id from begun) and used_at is null)
    update account_site set ended_at = ${now}
    where account_id in (select account_id from begun) and ended_at is null`.execute(db);
  const { rows } = await sql<Account>`
    select account_id as "accountId", email, name, language, password_hash is not null as "hasPassword"
    from account where email_key = ${key}`.execute(db);
  const account = rows[0];
  if (!account) throw new Error('an account that was made is gone');
  return account;
}

/** `user` works with the registry by a user role alone, and has no part in the site's onboarding and credentials. */
export type SiteRole = 'site-contact' | 'data-exchange-contact' | 'member' | 'user';

/**
 * Lets an account act for an organization; again where that had ended.
 * @param member `name` as whoever adds the person wrote it
 */
export async function addToSite(
  db: Kysely<Tables>,
  member: {
    readonly accountId: string;
    readonly organizationId: string;
    readonly role: SiteRole;
    readonly name: string;
  },
  now: Date,
): Promise<void> {
  // Who is responsible for the site may ask for its accounts.
  await sql`insert into account_site (account_id, organization_id, role, name, added_at, is_local_administrator)
    values (${member.accountId}, ${member.organizationId}, ${member.role}, ${member.name}, ${now},
      ${member.role === 'site-contact'})
    on conflict (account_id, organization_id) do update set role = excluded.role, name = excluded.name,
      added_at = excluded.added_at, signed_in_at = null, ended_at = null,
      user_role = case when account_site.ended_at is null then account_site.user_role end,
      is_local_administrator = excluded.is_local_administrator
        or (account_site.ended_at is null and account_site.is_local_administrator)
    where account_site.ended_at is not null or (account_site.role = 'user' and excluded.role <> 'user')`.execute(
    db,
  );
}

export const ACCOUNT_ROLES = ['dx-specialist', 'administrator'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** The account of somebody who works for the registry; one that is there gets the role, and one that has ended begins anew. */
export async function addStaffAccount(
  db: Kysely<Tables>,
  person: { readonly email: string; readonly name: string; readonly role: AccountRole },
  now: Date,
): Promise<Account> {
  const { accountId } = await accountFor(db, { ...person, language: 'en' }, now);
  const { rows } = await sql<Account>`
    update account set staff_role = ${person.role} where account_id = ${accountId}
    returning account_id as "accountId", email, name, language, password_hash is not null as "hasPassword"`.execute(
    db,
  );
  const [account] = rows;
  if (!account) throw new Error('an account that was made is gone');
  return account;
}

/** Ends the accounts of those addresses for good: their passwords and roles go, and they are signed out. */
export async function endAccounts(db: Kysely<Tables>, emails: readonly string[], now: Date): Promise<void> {
  await sql`
    with ended as (
      update account set ended_at = coalesce(ended_at, ${now}), password_hash = null, staff_role = null
      where email_key = any(${emails.map(emailKey)}) returning account_id)
    delete from session where account_id in (select account_id from ended)`.execute(db);
}
