import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import { hashOf } from './secrets.ts';

export const STAFF_ROLES = ['registry-staff'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Somebody who works for the registry and acts by the API. */
export type StaffMember = { readonly staffId: string; readonly name: string; readonly role: string };

export type NewStaff = {
  readonly name: string;
  readonly role: StaffRole;
  /** Undefined: until it is revoked. */
  readonly expiresAt?: Date;
};

/** A token says by itself what it is, so that one that leaks into a text is found. */
const PREFIX = 'cairn-staff-';
const TOKEN_BYTES = 32;

/**
 * Makes a member of staff and returns the token, of which a hash is stored.
 */
export async function issueStaffToken(db: Kysely<Tables>, staff: NewStaff, now: Date): Promise<string> {
  const token = `${PREFIX}${randomBytes(TOKEN_BYTES).toString('hex')}`;
  await addStaff(db, staff, token, now);
  return token;
}

/** A member of staff with a token that is known already (demo mode); one that is there is left and may act again. */
export async function addStaff(
  db: Kysely<Tables>,
  { name, role, expiresAt }: NewStaff,
  token: string,
  now: Date,
): Promise<void> {
  await sql`
    insert into staff (staff_id, name, token_hash, role, created_at, expires_at)
    values (${uuidv7(now.getTime())}, ${name}, ${hashOf(token)}, ${role}, ${now}, ${expiresAt ?? null})
    on conflict (token_hash) do update set revoked_at = null`.execute(db);
}

export async function revokeStaffToken(db: Kysely<Tables>, token: string, now: Date): Promise<void> {
  await sql`
    update staff set revoked_at = ${now}
    where token_hash = ${hashOf(token)} and (revoked_at is null or revoked_at > ${now})`.execute(db);
}

/** Whose token it is; undefined where it is nobody's, or has ended. */
export async function staffOf(
  db: Kysely<Tables>,
  token: string,
  now: Date,
): Promise<StaffMember | undefined> {
  const { rows } = await sql<StaffMember>`
    select staff_id as "staffId", name, role from staff
    where token_hash = ${hashOf(token)} and (revoked_at is null or revoked_at > ${now})
      and (expires_at is null or expires_at > ${now})`.execute(db);
  return rows[0];
}
