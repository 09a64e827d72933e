import { createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';

/** OWASP's argon2id parameters: 19 MiB, two passes; about 45 ms a hash. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

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
  /** The password before the last rotation; kept after its time, to tell who still sends it. */
  readonly previousHash: string | undefined;
  /** Until when it counts; undefined: no longer. */
  readonly previousUntil: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly revokedAt: Date | undefined;
  /** The client certificate that must come with the password. */
  readonly certificateFingerprint: string | undefined;
};

/** A SHA-256 fingerprint however it is written: `AB:CD:…`, `ab cd …`; compared as lower-case hex. */
export function normalFingerprint(text: string): string {
  return text.replace(/[:\s]/g, '').toLowerCase();
}

/**
 * Only who knows a right password hears that it has expired, was revoked or replaced: everyone else learns of a username
 * as much as of one that nobody has.
 */
export type Verdict = 'valid' | 'wrong' | 'expired' | 'revoked' | 'replaced' | 'throttled';

/** Which of the stored passwords it was. */
type Match = 'present' | 'previous' | undefined;

const REMEMBER_MS = 10 * 60_000;
const REMEMBER_AT_MOST = 50_000;
const WRONG_ALLOWED = 10;
const WRONG_WINDOW_MS = 60_000;

/**
 * Verifies passwords of the exchange. A message must not pay 45 ms of argon2id, so a password that was
 * right is remembered for ten minutes as a keyed digest, bound to the stored hash: the caller reads the
 * credential with every message, so a rotated, expired or revoked one stops working at once. Ten refused
 * passwords for a username in a minute and further ones are refused unverified until the minute is over.
 */
export class PasswordVerifier {
  readonly #key = randomBytes(32);
  readonly #right = new Map<string, number>();
  /** By a digest of the username: one that is sent may be as long as a request. */
  readonly #wrong = new Map<string, { count: number; since: number }>();
  /** Verifications under way: the same password many times at once is verified once. */
  readonly #running = new Map<string, Promise<Match>>();
  /** Verified where there is no such user, so that the time of the answer does not tell the two apart. */
  readonly #decoy = hash(randomBytes(16).toString('hex'), ARGON2);

  async verify(
    username: string,
    password: string,
    stored: StoredCredential | undefined,
    now: Date,
  ): Promise<Verdict> {
    const at = now.getTime();
    const digest = (storedHash: string): string =>
      createHmac('sha256', this.#key)
        .update(`${username.length}:${username}`)
        .update(`${password.length}:${password}`)
        .update(storedHash)
        .digest('base64');
    const present = digest(stored?.passwordHash ?? '');
    if (this.#remembers(present, at) && verdictOn('present', stored, now) === 'valid') return 'valid';
    const previous = stored?.previousHash === undefined ? '' : digest(stored.previousHash);
    if (this.#remembers(previous, at) && verdictOn('previous', stored, now) === 'valid') return 'valid';

    const who = createHmac('sha256', this.#key).update(username).digest('base64');
    const attempt = `${present} ${previous}`;
    const already = this.#running.get(attempt);
    if (already) {
      // Shared is the work; each is held against the credential as it was read for it.
      const verdict = verdictOn(await already, stored, now);
      if (verdict !== 'valid') this.#count(who, at, 1);
      return verdict;
    }
    if (this.#failures(who, at).count >= WRONG_ALLOWED) return 'throttled';

    // Counted before it is verified, and taken back if it was right: many at once are as many as they are.
    this.#count(who, at, 1);
    const running = this.#matching(password, stored);
    this.#running.set(attempt, running);
    const match = await running.finally(() => this.#running.delete(attempt));
    const verdict = verdictOn(match, stored, now);
    if (verdict !== 'valid') return verdict;
    bounded(this.#right).set(match === 'present' ? present : previous, at + REMEMBER_MS);
    this.#count(who, at, -1);
    return 'valid';
  }

  /** Both at once where there are two: then the time of the answer does not tell that there was a rotation. */
  async #matching(password: string, stored: StoredCredential | undefined): Promise<Match> {
    const [isPresent, isPrevious] = await Promise.all([
      verify(stored?.passwordHash ?? (await this.#decoy), password),
      stored?.previousHash === undefined ? false : verify(stored.previousHash, password),
    ]);
    if (stored === undefined) return undefined;
    if (isPresent) return 'present';
    return isPrevious ? 'previous' : undefined;
  }

  #remembers(digest: string, at: number): boolean {
    const until = this.#right.get(digest);
    return until !== undefined && until > at;
  }

  #failures(who: string, at: number): { readonly count: number; readonly since: number } {
    const known = this.#wrong.get(who);
    return known && at - known.since < WRONG_WINDOW_MS ? known : { count: 0, since: at };
  }

  #count(who: string, at: number, change: number): void {
    const { count, since } = this.#failures(who, at);
    bounded(this.#wrong).set(who, { count: Math.max(0, count + change), since });
  }
}

function verdictOn(
  match: Match,
  stored: StoredCredential | undefined,
  now: Date,
): Exclude<Verdict, 'throttled'> {
  if (match === undefined || stored === undefined) return 'wrong';
  const { revokedAt, expiresAt, previousUntil } = stored;
  if (revokedAt !== undefined && revokedAt <= now) return 'revoked';
  if (match === 'previous' && (previousUntil === undefined || previousUntil <= now)) return 'replaced';
  return expiresAt !== undefined && expiresAt <= now ? 'expired' : 'valid';
}

/** Usernames come from outside: the memory they take must have an end. */
function bounded<V>(map: Map<string, V>): Map<string, V> {
  if (map.size >= REMEMBER_AT_MOST) map.clear();
  return map;
}
