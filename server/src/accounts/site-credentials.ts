import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import { ARGON2, normalFingerprint } from './credentials.ts';

/** Credentials of the exchange, at the moment when their holder sees them. */
export type ShownCredential = {
  readonly username: string;
  readonly password: string;
  readonly expiresAt: Date;
};

const DAY_MS = 86_400_000;
const VALID_DAYS = 365;

/** Nothing that is read for something else (0 O o, 1 l I i), and nothing that XML, a shell or a config file changes. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 24;

/** 138 bits: nobody chooses it and nobody types it often. */
export function newPassword(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

const expiryFrom = (now: Date): Date => new Date(now.getTime() + VALID_DAYS * DAY_MS);

/** Gives an organization its first credentials; undefined where it has some. The password is not kept. */
export async function issueFirstCredential(
  db: Kysely<Tables>,
  organization: { readonly organizationId: string; readonly code: string },
  now: Date,
): Promise<ShownCredential | undefined> {
  const { organizationId, code: username } = organization;
  const password = newPassword();
  const expiresAt = expiryFrom(now);
  // Its contacts may ask at the same moment: the username is unique, so one of them gets it.
  const { rows } = await sql<{ readonly username: string }>`
    insert into credential (credential_id, organization_id, username, password_hash, created_at, expires_at)
    select ${uuidv7(now.getTime())}::uuid, ${organizationId}::uuid, ${username}::text,
      ${await hash(password, ARGON2)}::text, ${now}::timestamptz, ${expiresAt}::timestamptz
    where not exists (select 1 from credential where organization_id = ${organizationId}::uuid)
    on conflict (username) do nothing
    returning username`.execute(db);
  return rows[0] && { username, password, expiresAt };
}

/**
 * A new password under the same username; the one before works on until `previousUntil`, but never longer than it would
 * have: one that had expired or was revoked does not come back. Undefined where there is none to replace.
 */
export async function rotateCredential(
  db: Kysely<Tables>,
  organizationId: string,
  overlapDays: number,
  now: Date,
): Promise<(ShownCredential & { readonly previousUntil: Date | undefined }) | undefined> {
  const password = newPassword();
  const expiresAt = expiryFrom(now);
  const overlapEnd = overlapDays > 0 ? new Date(now.getTime() + overlapDays * DAY_MS) : null;
  // The hash before is kept after its time: its sender hears that the password was replaced, not that it is wrong.
  const { rows } = await sql<{ readonly username: string; readonly previousUntil: Date | null }>`
    update credential set
      previous_hash = password_hash,
      previous_until = case
        when revoked_at <= ${now}::timestamptz or expires_at <= ${now}::timestamptz then null
        when ${overlapEnd}::timestamptz is null then null
        else least(${overlapEnd}::timestamptz, expires_at, revoked_at)
      end,
      password_hash = ${await hash(password, ARGON2)},
      rotated_at = ${now}, expires_at = ${expiresAt}, revoked_at = null
    where credential_id = ${newestOf(organizationId)}
    returning username, previous_until as "previousUntil"`.execute(db);
  const [row] = rows;
  return (
    row && { username: row.username, password, expiresAt, previousUntil: row.previousUntil ?? undefined }
  );
}

/** Ends an organization's credentials at once: the present password and the one before. */
export async function revokeCredential(db: Kysely<Tables>, organizationId: string, now: Date): Promise<void> {
  await db
    .updateTable('credential')
    .set({ revoked_at: now, previous_until: null })
    .where('organization_id', '=', organizationId)
    .where((is) => is.or([is('revoked_at', 'is', null), is('revoked_at', '>', now)]))
    .execute();
}

/** From now on that client certificate must come with the password; null: none. */
export async function setCertificate(
  db: Kysely<Tables>,
  organizationId: string,
  fingerprint: string | null,
): Promise<void> {
  await db
    .updateTable('credential')
    .set({ certificate_fingerprint: fingerprint === null ? null : normalFingerprint(fingerprint) })
    .where('organization_id', '=', organizationId)
    .execute();
}

/** What there is to see of an organization's credentials. */
export type CredentialState = {
  readonly username: string;
  readonly createdAt: Date;
  readonly rotatedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly revokedAt: Date | undefined;
  readonly previousUntil: Date | undefined;
  readonly certificateFingerprint: string | undefined;
};

export async function credentialState(
  db: Kysely<Tables>,
  organizationId: string,
): Promise<CredentialState | undefined> {
  const row = await db
    .selectFrom('credential')
    .selectAll()
    .where('credential_id', '=', newestOf(organizationId))
    .executeTakeFirst();
  return (
    row && {
      username: row.username,
      createdAt: row.created_at,
      rotatedAt: row.rotated_at ?? undefined,
      expiresAt: row.expires_at ?? undefined,
      revokedAt: row.revoked_at ?? undefined,
      previousUntil: row.previous_until ?? undefined,
      certificateFingerprint: row.certificate_fingerprint ?? undefined,
    }
  );
}

/** An operator may have issued several; people at the portal see and replace the newest. */
const newestOf = (organizationId: string) =>
  sql<string>`(select credential_id from credential where organization_id = ${organizationId}::uuid
    order by created_at desc, credential_id desc limit 1)`;
