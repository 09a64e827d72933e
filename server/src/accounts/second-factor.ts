import { type Kysely, sql } from 'kysely';
import type { Letter } from '../mail/letters.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { openSecret, sealSecret } from '../platform/secret-key.ts';
import { emailKey } from './accounts.ts';
import { DEMO_TOTP_SECRET, newAuthenticatorSecret, stepOfCode } from './authenticator.ts';
import { dropRecoveryCodes, makeRecoveryCodes, useRecoveryCode } from './recovery-codes.ts';
import { endSessions } from './sessions.ts';

export type FactorParts = {
  readonly secretKey: () => Promise<Buffer>;
  /** The secret of demo staff is public, so their codes may be used again; of nobody else's. */
  readonly demo: boolean;
};

type Stored = {
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly secret: string | null;
  readonly pending: string | null;
  readonly confirmedAt: Date | null;
  readonly lastStep: string | null;
};

/** The account, locked: of two who give the same code at once, one is in. */
async function locked(trx: Kysely<Tables>, accountId: string): Promise<Stored> {
  const { rows } = await sql<Stored>`
    select email, name, language, totp_secret as secret, totp_pending as pending, totp_confirmed_at as "confirmedAt",
      totp_last_step as "lastStep"
    from account where account_id = ${accountId} and ended_at is null for update`.execute(trx);
  const [account] = rows;
  if (!account) throw new ApiError(401, 'sign-in-needed');
  return account;
}

/**
 * Takes a code of the authenticator app, or one of the recovery codes, which is used up then and told by mail.
 * @returns undefined where it is neither, or has been taken before
 */
export async function takeCode(
  trx: Kysely<Tables>,
  accountId: string,
  typed: string,
  { secretKey, demo }: FactorParts,
  now: Date,
): Promise<'authenticator' | 'recovery-code' | undefined> {
  const account = await locked(trx, accountId);
  if (account.secret === null || account.confirmedAt === null) return undefined;
  const code = typed.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(code)) {
    if (!(await useRecoveryCode(trx, accountId, code, now))) return undefined;
    await tell(trx, account, 'recovery-code-used', now);
    return 'recovery-code';
  }
  const secret = openSecret(await secretKey(), account.secret, accountId);
  const isReusable = demo && secret === DEMO_TOTP_SECRET;
  const last = account.lastStep === null || isReusable ? undefined : Number(account.lastStep);
  const step = stepOfCode(code, secret, now, last);
  if (step === undefined) return undefined;
  await sql`update account set totp_last_step = ${step} where account_id = ${accountId}`.execute(trx);
  return 'authenticator';
}

/** Begins to set up an app: its secret, which counts for nothing until a code of it has been given. */
export async function beginAuthenticator(
  db: Kysely<Tables>,
  accountId: string,
  { secretKey }: FactorParts,
): Promise<string> {
  const secret = newAuthenticatorSecret();
  await sql`update account set totp_pending = ${sealSecret(await secretKey(), secret, accountId)}
    where account_id = ${accountId}`.execute(db);
  return secret;
}

/**
 * Sets up the app that was begun with, by a code of it, in place of one there was.
 * @returns the recovery codes, which are shown once
 * @throws ApiError 409 `authenticator-not-begun`; 400 where the code is none of it
 */
export async function confirmAuthenticator(
  trx: Kysely<Tables>,
  accountId: string,
  code: string,
  { secretKey }: FactorParts,
  now: Date,
): Promise<readonly string[]> {
  const account = await locked(trx, accountId);
  if (account.pending === null) throw new ApiError(409, 'authenticator-not-begun');
  const secret = openSecret(await secretKey(), account.pending, accountId);
  const step = stepOfCode(code.replaceAll(/\s/g, ''), secret, now, undefined);
  if (step === undefined) throw wrongCode();
  await sql`update account set totp_secret = totp_pending, totp_pending = null, totp_confirmed_at = ${now},
      totp_last_step = ${step}
    where account_id = ${accountId}`.execute(trx);
  await tell(trx, account, 'set-up', now);
  return makeRecoveryCodes(trx, accountId, now);
}

/** Signing in asks for the password alone from now on; of staff, that an app is set up. */
export async function dropAuthenticator(
  trx: Kysely<Tables>,
  accountId: string,
  why: 'turned-off' | 'reset',
  now: Date,
): Promise<void> {
  const account = await locked(trx, accountId);
  await sql`update account set totp_secret = null, totp_pending = null, totp_confirmed_at = null, totp_last_step = null
    where account_id = ${accountId}`.execute(trx);
  await dropRecoveryCodes(trx, accountId);
  await tell(trx, account, why, now);
}

/**
 * For somebody whose phone is lost: the app and the recovery codes count no more, and all sessions end.
 * @returns whose it was; undefined where there is no such account
 */
export async function resetSecondFactor(
  trx: Kysely<Tables>,
  email: string,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ readonly accountId: string }>`select account_id as "accountId" from account
    where email_key = ${emailKey(email)} and ended_at is null`.execute(trx);
  const accountId = rows[0]?.accountId;
  if (accountId === undefined) return undefined;
  await dropAuthenticator(trx, accountId, 'reset', now);
  await endSessions(trx, accountId);
  return accountId;
}

const tell = (
  db: Kysely<Tables>,
  { email, name, language }: Stored,
  what: Extract<Letter, { kind: 'second-factor-changed' }>['what'],
  now: Date,
): Promise<void> =>
  enqueueMail(db, { to: email, language, letter: { kind: 'second-factor-changed', name, what } }, now);

/** The secret of an account whose app is that of demo mode; undefined for everybody else's. */
export async function demoSecretOf(
  db: Kysely<Tables>,
  accountId: string,
  { secretKey, demo }: FactorParts,
): Promise<string | undefined> {
  if (!demo) return undefined;
  const { rows } = await sql<{ readonly secret: string | null }>`select totp_secret as secret from account
    where account_id = ${accountId}`.execute(db);
  const sealed = rows[0]?.secret ?? undefined;
  if (sealed === undefined) return undefined;
  const secret = openSecret(await secretKey(), sealed, accountId);
  return secret === DEMO_TOTP_SECRET ? secret : undefined;
}

export const wrongCode = (): ApiError =>
  new ApiError(400, 'request-invalid', [problem('code', 'code-wrong')]);
