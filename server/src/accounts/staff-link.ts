import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { type AccountRole, addStaffAccount } from './accounts.ts';
import { passwordLink } from './password-link.ts';
import { email } from './schema.ts';
import { withdrawTokens } from './tokens.ts';

const DAY_MS = 24 * 60 * 60_000;
const LINK_LASTS_MS = 3 * DAY_MS;

export const isEmail = (text: string): boolean => email.safeParse(text).success;

/**
 * Makes the portal's account of somebody who works for the registry. The operator hands over the link by which the password is
 * set; a link given out before ends.
 */
export async function inviteStaff(
  db: Kysely<Tables>,
  person: { readonly email: string; readonly name: string; readonly role: AccountRole },
  publicUrl: string,
  now: Date,
): Promise<{ readonly link: string; readonly expiresAt: Date; readonly hasPassword: boolean }> {
  return db.transaction().execute(async (trx) => {
    const { accountId, hasPassword } = await addStaffAccount(trx, person, now);
    await withdrawTokens(trx, 'set-password', accountId, now);
    const lasts = { lastsMs: LINK_LASTS_MS, publicUrl };
    const { link, expiresAt } = await passwordLink(trx, accountId, lasts, now);
    return { link, expiresAt, hasPassword };
  });
}
