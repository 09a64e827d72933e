/**
 * A Cairn as the registry of a region (`cairn start --as regional-registry`): the central registry sends to it, with one login,
 * for every site of the region; sites that it does not know yet are registered as they come.
 */
import type { Kysely } from 'kysely';
import { issueCredential, setRevoked } from './accounts/credentials.ts';
import { hashPassword } from './accounts/passwords.ts';
import type { Config } from './platform/config.ts';
import type { Tables } from './platform/database/tables.ts';
import { codeKey, registerOrganization } from './registry/organizations.ts';

const CODE = 'CAIRN-CENTRAL';

/** Who sends here for all sites, and by which username. */
export const CENTRAL = { code: CODE, key: codeKey(CODE), username: 'cairn-central' } as const;

/** Registers the central registry as the one that sends here, with the password of the settings. */
export async function openToCentral(
  db: Kysely<Tables>,
  { clock, centralPassword }: Pick<Config, 'clock' | 'centralPassword'>,
): Promise<void> {
  if (centralPassword === undefined)
    throw new Error('a regional registry has the password of the central one');
  const now = clock.now();
  const organizationId = await registerOrganization(
    db,
    {
      code: CENTRAL.code,
      name: 'Central registry',
      kind: 'sending-facility',
      stage: 'production',
      mayQuery: true,
    },
    now,
  );
  const { username } = CENTRAL;
  await issueCredential(db, { organizationId, username, password: centralPassword }, now);
  // The settings are what counts, also where the password has been another.
  await db
    .updateTable('credential')
    .set({ password_hash: await hashPassword(centralPassword), revoked_at: null })
    .where('username', '=', username)
    .execute();
}

/** A database that has been a regional registry's opens nothing for all sites once it is the central one's. */
export const closeToCentral = (db: Kysely<Tables>, now: Date): Promise<void> =>
  setRevoked(db, [CENTRAL.username], now);
