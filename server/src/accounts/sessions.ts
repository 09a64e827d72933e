import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Whoever is signed in. */
export type SignedIn = {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly staffRole: 'dx-specialist' | 'administrator' | undefined;
};

/** Signed out after so long without a request, and after so long in any case (NIST SP 800-63B). */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 60 * 60_000;
/** How often `seen_at` is written: a page asks several things at once. */
const SEEN_EVERY_MS = 60_000;

/**
 * Begins a session; the token goes into the browser's cookie and is kept as a hash. Those of the account that are over, and that
 * nobody signed out of, are removed. The sites that added the person see from now on that they signed in.
 */
export async function beginSession(kysely: Kysely<Tables>, accountId: string, now: Date): Promise<string> {
  const token = newSecret();
  await sql`delete from session where account_id = ${accountId}
    and (expires_at <= ${now} or seen_at <= ${new Date(now.getTime() - IDLE_MS)})`.execute(kysely);
  await sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at)
    values (${hashOf(token)}, ${accountId}, ${now}, ${now}, ${new Date(now.getTime() + LONGEST_MS)})`.execute(
    kysely,
  );
  await sql`update account_site set signed_in_at = ${now}
    where account_id = ${accountId} and ended_at is null and signed_in_at is null`.execute(kysely);
  return token;
}

export async function endSession(kysely: Kysely<Tables>, token: string): Promise<void> {
  await sql`delete from session where token_hash = ${hashOf(token)}`.execute(kysely);
}

/** Ends all sessions of an account: its password is another one, or the account has ended. */
export async function endSessions(kysely: Kysely<Tables>, accountId: string): Promise<void> {
  await sql`delete from session where account_id = ${accountId}`.execute(kysely);
}

/** Whose session it is; undefined where it has ended, or never was. */
export async function signedIn(
  kysely: Kysely<Tables>,
  token: string,
  now: Date,
): Promise<SignedIn | undefined> {
  const { rows } = await sql<
    Omit<SignedIn, 'staffRole'> & {
      readonly staffRole: 'dx-specialist' | 'administrator' | null;
      readonly seenAt: Date;
    }
  >`
    select a.account_id as "accountId", a.email, a.name, a.language, a.staff_role as "staffRole", s.seen_at as "seenAt"
    from session s join account a using (account_id)
    where s.token_hash = ${hashOf(token)} and s.expires_at > ${now}
      and s.seen_at > ${new Date(now.getTime() - IDLE_MS)} and a.ended_at is null`.execute(kysely);
  const row = rows[0];
  if (!row) return undefined;
  const { seenAt, staffRole, ...who } = row;
  if (now.getTime() - seenAt.getTime() > SEEN_EVERY_MS) {
    await sql`update session set seen_at = ${now} where token_hash = ${hashOf(token)}`.execute(kysely);
  }
  return { ...who, staffRole: staffRole ?? undefined };
}
