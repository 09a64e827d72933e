import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { writeAudit } from '../audit/write.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { accountAnswer } from './account-schema.ts';
import { isGuessable } from './guessable.ts';
import { hashPassword } from './passwords.ts';
import { recoveryCodesLeft } from './recovery-codes.ts';
import { hashOf } from './secrets.ts';
import { idleMs, type SignedIn } from './sessions.ts';
import { withdrawTokens } from './tokens.ts';

/** What somebody sees of their own account. */
export async function accountView(
  db: Kysely<Tables>,
  who: SignedIn,
  token: string,
  now: Date,
): Promise<z.output<typeof accountAnswer>> {
  const { rows } = await sql<{
    readonly hasPassword: boolean;
    readonly hasAuthenticator: boolean;
    readonly hasSingleSignOn: boolean;
  }>`
    select password_hash is not null as "hasPassword", totp_confirmed_at is not null as "hasAuthenticator",
      oidc_subject is not null as "hasSingleSignOn"
    from account where account_id = ${who.accountId}`.execute(db);
  const [facts] = rows;
  if (!facts) throw new ApiError(401, 'sign-in-needed');
  const { rows: sessions } = await sql<{
    readonly isThisOne: boolean;
    readonly beganAt: Date;
    readonly seenAt: Date;
  }>`
    select token_hash = ${hashOf(token)} as "isThisOne", created_at as "beganAt", seen_at as "seenAt"
    from session where account_id = ${who.accountId} and expires_at > ${now}
      and seen_at > ${new Date(now.getTime() - idleMs(who))}
    order by seen_at desc, created_at desc`.execute(db);
  return {
    ...facts,
    recoveryCodesLeft: await recoveryCodesLeft(db, who.accountId),
    sessions: sessions.map(({ isThisOne, beganAt, seenAt }) => ({
      isThisOne,
      beganAt: beganAt.toISOString(),
      seenAt: seenAt.toISOString(),
    })),
  };
}

/** Signs the account out everywhere but here. */
export async function endOtherSessions(db: Kysely<Tables>, accountId: string, token: string): Promise<void> {
  await sql`delete from session where account_id = ${accountId} and token_hash <> ${hashOf(token)}`.execute(
    db,
  );
}

/**
 * Another password, chosen by whoever has just given the one before; what was signed in elsewhere ends.
 * @throws ApiError 400 where it is easily guessed
 */
export async function changePassword(
  db: Kysely<Tables>,
  who: SignedIn,
  { password, token }: { readonly password: string; readonly token: string },
  now: Date,
): Promise<void> {
  if (isGuessable(password, who)) {
    throw new ApiError(400, 'request-invalid', [problem('password', 'password-guessable')]);
  }
  const passwordHash = await hashPassword(password);
  const { accountId, name, email, language } = who;
  await db.transaction().execute(async (trx) => {
    await sql`update account set password_hash = ${passwordHash} where account_id = ${accountId}`.execute(
      trx,
    );
    await endOtherSessions(trx, accountId, token);
    await withdrawTokens(trx, 'set-password', accountId, now);
    await writeAudit(trx, who, { action: 'changePassword' }, now);
    const letter = { kind: 'password-changed', name } as const;
    await enqueueMail(trx, { to: email, language, letter }, now);
  });
}

/**
 * Acts for another of one's organizations from now on, in this session and those to come; by null for none.
 * @throws ApiError 404 where nothing may be done for it
 */
export async function actFor(
  db: Kysely<Tables>,
  { accountId }: SignedIn,
  { code, token }: { readonly code: string | null; readonly token: string },
): Promise<void> {
  const organizationId = code === null ? null : await ownOrganization(db, accountId, code);
  await sql`
    with kept as (update account set acts_for = ${organizationId} where account_id = ${accountId})
    update session set acts_for = ${organizationId} where token_hash = ${hashOf(token)}`.execute(db);
}

async function ownOrganization(db: Kysely<Tables>, accountId: string, code: string): Promise<string> {
  // PostgreSQL has no text with U+0000, and no organization has such an id.
  if (code.includes('\0')) throw new ApiError(404, 'not-found');
  const { rows } = await sql<{ readonly organizationId: string }>`
    select o.organization_id as "organizationId" from account_site m join organization o using (organization_id)
    where m.account_id = ${accountId} and o.code = ${code} and m.ended_at is null
      and (m.user_role is not null or m.is_local_administrator)`.execute(db);
  const [found] = rows;
  if (!found) throw new ApiError(404, 'not-found');
  return found.organizationId;
}
