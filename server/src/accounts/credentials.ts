import { createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';

/** OWASP's argon2id parameters: 19 MiB, two passes; about 45 ms a hash. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Gives an organization a username and password for the exchange; one that is there already is left. */
export async function issueCredential(
  db: Kysely<Tables>,
  credential: { readonly organizationId: string; readonly username: string; readonly password: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('credential')
    .values({
      credential_id: uuidv7(now.getTime()),
      organization_id: credential.organizationId,
      username: credential.username,
      password_hash: await hash(credential.password, ARGON2),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .execute();
}

/** Ends the credentials of those usernames, or takes that back. */
export async function setRevoked(
  db: Kysely<Tables>,
  usernames: readonly string[],
  revokedAt: Date | null,
): Promise<void> {
  await db
    .updateTable('credential')
    .set({ revoked_at: revokedAt })
    .where('username', 'in', usernames)
    .execute();
}

/** What the database knows of a username. */
export type StoredCredential = {
  readonly credentialId: string;
  readonly passwordHash: string;
  readonly expiresAt: Date | undefined;
  readonly revokedAt: Date | undefined;
};

export type Verdict = 'valid' | 'wrong' | 'throttled';

const REMEMBER_MS = 10 * 60_000;
const REMEMBER_AT_MOST = 50_000;
const WRONG_ALLOWED = 10;
const WRONG_WINDOW_MS = 60_000;

/**
 * Verifies passwords of the exchange. A message must not pay 45 ms of argon2id, so a password that was
 * right is remembered for ten minutes as a keyed digest, bound to the stored hash: the caller reads the
 * credential with every message, so a rotated, expired or revoked one stops working at once. Ten wrong
 * passwords for a username in a minute and further ones are refused unverified until the minute is over.
 */
export class PasswordVerifier {
  readonly #key = randomBytes(32);
  readonly #right = new Map<string, number>();
  readonly #wrong = new Map<string, { count: number; since: number }>();
  /** Verifications under way: the same password many times at once is verified once. */
  readonly #running = new Map<string, Promise<boolean>>();
  /** Verified where there is no such user, so that the time of the answer does not tell the two apart. */
  readonly #decoy = hash(randomBytes(16).toString('hex'), ARGON2);

  async verify(
    username: string,
    password: string,
    stored: StoredCredential | undefined,
    now: Date,
  ): Promise<Verdict> {
    const at = now.getTime();
    const digest = createHmac('sha256', this.#key)
      .update(`${username.length}:${username}`)
      .update(`${password.length}:${password}`)
      .update(stored?.passwordHash ?? '')
      .digest('base64');
    const usable =
      stored !== undefined &&
      (stored.revokedAt === undefined || stored.revokedAt > now) &&
      (stored.expiresAt === undefined || stored.expiresAt > now);
    const rememberedUntil = this.#right.get(digest);
    if (usable && rememberedUntil !== undefined && rememberedUntil > at) return 'valid';

    const already = this.#running.get(digest);
    if (already) return this.#settle(username, await already, at);
    if (this.#failures(username, at).count >= WRONG_ALLOWED) return 'throttled';

    // Counted before it is verified, and taken back if it was right: many at once are as many as they are.
    this.#count(username, at, 1);
    const running = this.#matches(password, stored).then((matches) => matches && usable);
    this.#running.set(digest, running);
    const right = await running.finally(() => this.#running.delete(digest));
    if (!right) return 'wrong';
    bounded(this.#right).set(digest, at + REMEMBER_MS);
    this.#count(username, at, -1);
    return 'valid';
  }

  async #matches(password: string, stored: StoredCredential | undefined): Promise<boolean> {
    return verify(stored?.passwordHash ?? (await this.#decoy), password);
  }

  /** The verdict for one that shared the verification of another. */
  #settle(username: string, right: boolean, at: number): Verdict {
    if (!right) this.#count(username, at, 1);
    return right ? 'valid' : 'wrong';
  }

  #failures(username: string, at: number): { readonly count: number; readonly since: number } {
    const known = this.#wrong.get(username);
    return known && at - known.since < WRONG_WINDOW_MS ? known : { count: 0, since: at };
  }

  #count(username: string, at: number, change: number): void {
    const { count, since } = this.#failures(username, at);
    bounded(this.#wrong).set(username, { count: Math.max(0, count + change), since });
  }
}

/** Usernames come from outside: the memory they take must have an end. */
function bounded<V>(map: Map<string, V>): Map<string, V> {
  if (map.size >= REMEMBER_AT_MOST) map.clear();
  return map;
}
