import { type Kysely, sql } from 'kysely';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { emailKey } from './accounts.ts';
import type { PasswordVerifier } from './credentials.ts';
import type { Who } from './sessions.ts';

/**
 * Whose e-mail address and password these are. An address without account, one that has ended, one without password and a wrong
 * password come to the same refusal after the same work, and are slowed down alike: nobody learns who has an account.
 * @throws ApiError 401 `sign-in-wrong`, 429 `sign-in-slow`
 */
export async function whoseSignIn(
  { kysely, passwords }: { readonly kysely: Kysely<Tables>; readonly passwords: PasswordVerifier },
  { email, password }: { readonly email: string; readonly password: string },
  now: Date,
): Promise<Who> {
  const key = emailKey(email);
  const { rows } = await sql<
    Omit<Who, 'staffRole'> & {
      readonly staffRole: 'dx-specialist' | 'administrator' | null;
      readonly passwordHash: string | null;
    }
  >`
    select account_id as "accountId", email, name, language, staff_role as "staffRole", password_hash as "passwordHash"
    from account where email_key = ${key} and ended_at is null`.execute(kysely);
  const account = rows[0];
  const stored =
    account && account.passwordHash !== null
      ? {
          credentialId: account.accountId,
          passwordHash: account.passwordHash,
          previousHash: undefined,
          previousUntil: undefined,
          certificateFingerprint: undefined,
          expiresAt: undefined,
          revokedAt: undefined,
        }
      : undefined;
  const verdict = await passwords.verify(key, password, stored, now);
  if (verdict === 'throttled') throw new ApiError(429, 'sign-in-slow');
  if (verdict !== 'valid' || !account) throw new ApiError(401, 'sign-in-wrong');
  const { accountId, name, language, staffRole } = account;
  return { accountId, email: account.email, name, language, staffRole: staffRole ?? undefined };
}
