import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { issueToken } from './tokens.ts';

export type PasswordLink = { readonly token: string; readonly link: string; readonly expiresAt: Date };

/** The link by which the password of an account is set, once. Links that were made before go on working until one is used. */
export async function passwordLink(
  db: Kysely<Tables>,
  accountId: string,
  { lastsMs, publicUrl }: { readonly lastsMs: number; readonly publicUrl: string },
  now: Date,
): Promise<PasswordLink> {
  const bearer = { purpose: 'set-password', subjectId: accountId, detail: {} } as const;
  const token = await issueToken(db, { ...bearer, lastsMs }, now);
  return {
    token,
    link: `${publicUrl}/password#${token}`,
    expiresAt: new Date(now.getTime() + lastsMs),
  };
}
