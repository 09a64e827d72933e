import { randomInt } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { hashOf } from './secrets.ts';

const HOW_MANY = 10;
/** Without letters and digits that are taken for each other; 16 of these are 80 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 16;
const GROUP = /.{4}(?=.)/g;

/** A code to be written down: `k7mq-x2hd-9wtr-4bnc`. */
export const newRecoveryCode = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length)))
    .join('')
    .replaceAll(GROUP, '$&-');

/** As it is compared, however it was typed. */
export const normalRecoveryCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const kept = (accountId: string, code: string): string => hashOf(`${accountId}:${normalRecoveryCode(code)}`);

/** New codes in place of all there were. They are shown once: only hashes are kept. */
export async function makeRecoveryCodes(
  db: Kysely<Tables>,
  accountId: string,
  now: Date,
): Promise<readonly string[]> {
  const codes = Array.from({ length: HOW_MANY }, newRecoveryCode);
  await dropRecoveryCodes(db, accountId);
  await sql`insert into recovery_code (account_id, code_hash, made_at)
    select ${accountId}::uuid, code_hash, ${now}::timestamptz
    from unnest(${codes.map((code) => kept(accountId, code))}::text[]) code_hash`.execute(db);
  return codes;
}

export async function dropRecoveryCodes(db: Kysely<Tables>, accountId: string): Promise<void> {
  await sql`delete from recovery_code where account_id = ${accountId}`.execute(db);
}

/** Uses a code up; false where it is none, or has been used. Of two at once one succeeds. */
export async function useRecoveryCode(
  db: Kysely<Tables>,
  accountId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`update recovery_code set used_at = ${now}
    where account_id = ${accountId} and code_hash = ${kept(accountId, code)} and used_at is null
    returning account_id`.execute(db);
  return rows.length > 0;
}

export async function recoveryCodesLeft(db: Kysely<Tables>, accountId: string): Promise<number> {
  const { rows } = await sql<{ readonly left: number }>`select count(*)::int as left from recovery_code
    where account_id = ${accountId} and used_at is null`.execute(db);
  return rows[0]?.left ?? 0;
}
