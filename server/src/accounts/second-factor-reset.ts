import type { Kysely } from 'kysely';
import { writeAudit } from '../audit/write.ts';
import type { Tables } from '../platform/database/tables.ts';
import { resetSecondFactor } from './second-factor.ts';

/** What an operator does for an administrator whose device is lost; false where there is no such account. */
export async function resetSecondFactorOf(
  db: Kysely<Tables>,
  email: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const accountId = await resetSecondFactor(trx, email, now);
    if (accountId === undefined) return false;
    const detail = { accountId, reason, by: 'operator' };
    await writeAudit(trx, {}, { action: 'resetSecondFactor', detail }, now);
    return true;
  });
}
