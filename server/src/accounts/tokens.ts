import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { hashOf, newSecret } from './secrets.ts';

export type TokenPurpose =
  'verify-email' | 'resume-registration' | 'show-credentials' | 'set-password' | 'confirm-access-request';

export type TokenBearer = { readonly subjectId: string; readonly detail: Readonly<Record<string, string>> };

/**
 * A token for a mailed link, of which a hash is kept. Links carry it behind `#`, so that it comes into no log
 * and no Referer.
 * @param subjectId what it is about: the registration, organization, account or request
 */
export async function issueToken(
  db: Kysely<Tables>,
  token: { readonly purpose: TokenPurpose; readonly lastsMs: number } & TokenBearer,
  now: Date,
): Promise<string> {
  const text = newSecret();
  await sql`insert into one_time_token (token_hash, purpose, subject_id, detail, created_at, expires_at)
    values (${hashOf(text)}, ${token.purpose}, ${token.subjectId}, ${JSON.stringify(token.detail)}, ${now},
      ${new Date(now.getTime() + token.lastsMs)})`.execute(db);
  return text;
}

/** Uses a token up; undefined where it is none of this purpose, has been used, or is too old. Of two at once one succeeds. */
export async function redeemToken(
  db: Kysely<Tables>,
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<TokenBearer | undefined> {
  const { rows } = await sql<TokenBearer>`
    update one_time_token set used_at = ${now}
    where token_hash = ${hashOf(token)} and purpose = ${purpose} and used_at is null and expires_at > ${now}
    returning subject_id as "subjectId", detail`.execute(db);
  return rows[0];
}

/** Ends the unused tokens of that purpose: a newer one has gone out, or what they are about is done. */
export async function withdrawTokens(
  db: Kysely<Tables>,
  purpose: TokenPurpose,
  subjectId: string,
  now: Date,
): Promise<void> {
  await sql`update one_time_token set used_at = ${now}
    where purpose = ${purpose} and subject_id = ${subjectId} and used_at is null`.execute(db);
}
