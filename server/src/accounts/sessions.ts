import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { type Acting, holdUpOf, type Rules, type UserRole } from './roles.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Whose session it is. */
export type Who = {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly staffRole: 'dx-specialist' | 'administrator' | undefined;
};

/** Whether codes of an authenticator app are asked for: staff must, others may. */
export type SecondFactor = 'not-needed' | 'given' | 'needed' | 'to-set-up';

/** Whoever is signed in, and for which organization they act. */
export type SignedIn = Who & {
  readonly secondFactor: SecondFactor;
  readonly acting: Acting | undefined;
};

/** Signed out after so long without a request (NIST SP 800-63B; staff see everything), and after so long in any case. */
export const IDLE_MS = 30 * 60_000;
const STAFF_IDLE_MS = 15 * 60_000;
export const LONGEST_MS = 12 * 60 * 60_000;
/** How often `seen_at` is written: a page asks several things at once. */
const SEEN_EVERY_MS = 60_000;

export const idleMs = ({ staffRole }: Pick<Who, 'staffRole'>): number =>
  staffRole === undefined ? IDLE_MS : STAFF_IDLE_MS;

/**
 * Begins a session; the token goes into the browser's cookie and is kept as a hash. Those of the account that are over, and that
 * nobody signed out of, are removed. The sites that added the person see from now on that they signed in. It begins with the
 * organization that was acted for last, or the only one there is.
 */
export async function beginSession(
  kysely: Kysely<Tables>,
  accountId: string,
  now: Date,
  secondFactorAt?: Date,
): Promise<string> {
  const token = newSecret();
  await sql`delete from session where account_id = ${accountId}
    and (expires_at <= ${now} or seen_at <= ${new Date(now.getTime() - IDLE_MS)})`.execute(kysely);
  await sql`
    with mine as (
      select organization_id from account_site
      where account_id = ${accountId} and ended_at is null and (user_role is not null or is_local_administrator))
    insert into session (token_hash, account_id, created_at, seen_at, expires_at, second_factor_at, acts_for)
    values (${hashOf(token)}, ${accountId}, ${now}, ${now}, ${new Date(now.getTime() + LONGEST_MS)},
      ${secondFactorAt ?? null},
      coalesce((select organization_id from mine join account on acts_for = organization_id and account_id = ${accountId}),
        (select min(organization_id::text)::uuid from mine having count(*) = 1)))`.execute(kysely);
  await sql`update account_site set signed_in_at = ${now}
    where account_id = ${accountId} and ended_at is null and signed_in_at is null`.execute(kysely);
  return token;
}

/**
 * Another token for a session, in which the second factor has been given now; undefined where the session is over.
 * A token that was known before has no part in it.
 */
export async function replaceSession(
  kysely: Kysely<Tables>,
  token: string,
  now: Date,
): Promise<string | undefined> {
  const next = newSecret();
  const { rows } = await sql`update session set token_hash = ${hashOf(next)}, second_factor_at = ${now}
    where token_hash = ${hashOf(token)} returning account_id`.execute(kysely);
  return rows.length > 0 ? next : undefined;
}

export async function endSession(kysely: Kysely<Tables>, token: string): Promise<void> {
  await sql`delete from session where token_hash = ${hashOf(token)}`.execute(kysely);
}

/** Ends all sessions of an account: its password is another one, or the account has ended. */
export async function endSessions(kysely: Kysely<Tables>, accountId: string): Promise<void> {
  await sql`delete from session where account_id = ${accountId}`.execute(kysely);
}

type Row = Omit<Who, 'staffRole'> & {
  readonly staffRole: 'dx-specialist' | 'administrator' | null;
  readonly seenAt: Date;
  readonly hasTotp: boolean;
  readonly secondFactorAt: Date | null;
  readonly acting:
    | (Omit<Acting, 'holdUp' | 'region' | 'userRole'> & {
        readonly region: string | null;
        readonly userRole: UserRole | null;
      })
    | null;
  readonly completed: readonly string[];
};

/**
 * Whose session it is; undefined where it has ended, or never was. One read tells what the person may do now, so that a role
 * that is taken away, a course that expires and a region that goes live count from the next request on.
 * @param today the civil day in the jurisdiction
 */
export async function signedIn(
  kysely: Kysely<Tables>,
  token: string,
  now: Date,
  today: string,
  rules: Rules,
): Promise<SignedIn | undefined> {
  const { rows } = await sql<Row>`
    select a.account_id as "accountId", a.email, a.name, a.language, a.staff_role as "staffRole", s.seen_at as "seenAt",
      a.totp_confirmed_at is not null as "hasTotp", s.second_factor_at as "secondFactorAt",
      (select jsonb_build_object('organizationId', o.organization_id, 'code', o.code, 'name', o.name, 'kind', o.kind,
         'region', o.region, 'isSuspended', o.stage = 'suspended', 'userRole', m.user_role, 'isLocalAdministrator', m.is_local_administrator)
       from account_site m join organization o using (organization_id)
       where m.account_id = a.account_id and m.organization_id = s.acts_for and m.ended_at is null
         and (m.user_role is not null or m.is_local_administrator)) as acting,
      array(select course_id from training_completion c where c.account_id = a.account_id and c.withdrawn_at is null
        and (c.expires_on is null or c.expires_on > ${today}::date)) as completed
    from session s join account a using (account_id)
    where s.token_hash = ${hashOf(token)} and s.expires_at > ${now} and a.ended_at is null`.execute(kysely);
  const row = rows[0];
  if (!row) return undefined;
  const { seenAt, hasTotp, secondFactorAt, acting, completed, ...account } = row;
  const who: Who = { ...account, staffRole: account.staffRole ?? undefined };
  const idle = now.getTime() - seenAt.getTime();
  if (idle >= idleMs(who)) return undefined;
  if (idle > SEEN_EVERY_MS) {
    await sql`update session set seen_at = ${now} where token_hash = ${hashOf(token)}`.execute(kysely);
  }
  const held = acting && {
    ...acting,
    region: acting.region ?? undefined,
    userRole: acting.userRole ?? undefined,
  };
  return {
    ...who,
    secondFactor: secondFactorOf(who, hasTotp, secondFactorAt),
    acting: held ? { ...held, holdUp: holdUpOf(held, completed, today, rules) } : undefined,
  };
}

export function secondFactorOf(
  { staffRole }: Pick<Who, 'staffRole'>,
  hasTotp: boolean,
  givenAt: Date | null | undefined,
): SecondFactor {
  // Also where single sign-on asked for it and there is no app here.
  if (givenAt) return 'given';
  if (hasTotp) return 'needed';
  return staffRole === undefined ? 'not-needed' : 'to-set-up';
}
