import { hash } from '@node-rs/argon2';
import { type Kysely, sql } from 'kysely';
import { writeAudit } from '../audit/write.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { emailKey } from './accounts.ts';
import { ARGON2 } from './credentials.ts';
import { isGuessable } from './guessable.ts';
import { passwordLink } from './password-link.ts';
import { beginSession, endSessions, type Who } from './sessions.ts';
import { redeemToken, withdrawTokens } from './tokens.ts';

const HOUR_MS = 60 * 60_000;
/** How long the link works by which a forgotten password is replaced. */
const RESET_LASTS_MS = HOUR_MS;
const RESETS_AN_HOUR = 3;

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2);

type Changed = Omit<Who, 'staffRole'> & {
  readonly staffRole: 'dx-specialist' | 'administrator' | null;
  readonly previousHash: string | null;
};

/**
 * Sets the password of the account that the link was mailed to, and signs it in. All its sessions and other links end: whoever
 * has them may be why the password is changed.
 * @throws ApiError 410 `link-used`; 400 where the password is easily guessed, and then the link still works
 */
export async function setPassword(
  db: Kysely<Tables>,
  { token, password }: { readonly token: string; readonly password: string },
  now: Date,
): Promise<{ readonly who: Who; readonly session: string }> {
  return db.transaction().execute(async (trx) => {
    const bearer = await redeemToken(trx, 'set-password', token, now);
    if (!bearer) throw new ApiError(410, 'link-used');
    const { rows } = await sql<Changed>`
      select account_id as "accountId", email, name, language, staff_role as "staffRole", password_hash as "previousHash"
      from account where account_id = ${bearer.subjectId} and ended_at is null for update`.execute(trx);
    const account = rows[0];
    if (!account) throw new ApiError(410, 'link-used');
    const { previousHash, staffRole, ...who } = account;
    if (isGuessable(password, who)) {
      throw new ApiError(400, 'request-invalid', [problem('password', 'password-guessable')]);
    }
    await sql`update account set password_hash = ${await hashPassword(password)}
      where account_id = ${who.accountId}`.execute(trx);
    await endSessions(trx, who.accountId);
    await withdrawTokens(trx, 'set-password', who.accountId, now);
    if (previousHash !== null) {
      const letter = { kind: 'password-changed', name: who.name } as const;
      await enqueueMail(trx, { to: who.email, language: who.language, letter }, now);
    }
    await writeAudit(trx, who, { action: 'setPassword' }, now);
    const session = await beginSession(trx, who.accountId, now);
    return { who: { ...who, staffRole: staffRole ?? undefined }, session };
  });
}

/** Mails a link to set a new password where there is such an account; no more than a few an hour. */
export async function mailResetLink(
  db: Kysely<Tables>,
  asked: { readonly email: string; readonly language: 'en' | 'es' },
  publicUrl: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Locked, so that of many at once no more go out than may.
    const { rows } = await sql<{
      readonly accountId: string;
      readonly email: string;
      readonly name: string;
    }>`
      select account_id as "accountId", email, name from account
      where email_key = ${emailKey(asked.email)} and ended_at is null for update`.execute(trx);
    const account = rows[0];
    if (!account || (await resetsSince(trx, account.email, now)) >= RESETS_AN_HOUR) return;
    const { accountId, email, name } = account;
    const lasts = { lastsMs: RESET_LASTS_MS, publicUrl };
    const { link, expiresAt } = await passwordLink(trx, accountId, lasts, now);
    const letter = { kind: 'reset-password', name, link, expiresAt } as const;
    await enqueueMail(trx, { to: email, language: asked.language, letter }, now);
  });
}

async function resetsSince(db: Kysely<Tables>, recipient: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - HOUR_MS);
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from mail
    where kind = 'reset-password' and recipient = ${recipient} and created_at > ${since}`.execute(db);
  return rows[0]?.count ?? 0;
}
