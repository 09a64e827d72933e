import { randomBytes } from 'node:crypto';
import { link, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from './embedded-error.ts';
import { readIfPresent } from './embedded-files.ts';
import { startToken } from './embedded-process.ts';

/**
 * A lock file that outlives the kill -9 of its holder without blocking its successor. Its text says who
 * holds it; it appears complete or not at all (by link), and a dead holder's file is replaced under a second
 * lock named after the dead one, so that of any number of successors exactly one succeeds.
 */
type Claim = { pid: number; started: string; realm: string; nonce: string };

export type InstanceLock = { release(): Promise<void> };

const HEARTBEAT_MS = 1000;
const FOREIGN_WATCH_MS = 5000;

/** Where a pid means something: this host and this pid namespace. */
async function currentRealm(): Promise<string> {
  return `${hostname()} ${await readlink('/proc/self/ns/pid').catch(() => '')}`.trim();
}

/** Undefined when there is no lock file. One that cannot be understood (a power cut) has a holder long dead. */
async function readClaim(path: string): Promise<Claim | undefined> {
  const text = await readIfPresent(path);
  if (text === undefined) return undefined;
  const [pid, started, realm, nonce] = text.split('\n');
  if (started === undefined || realm === undefined || nonce === undefined || !/^[0-9a-f]{12}$/.test(nonce)) {
    return { pid: 0, started: '', realm: await currentRealm(), nonce: 'unreadable' };
  }
  return { pid: Number(pid), started, realm, nonce };
}

async function isAlive(claim: Claim, path: string, realm: string): Promise<boolean> {
  if (claim.realm === realm) return claim.pid > 0 && (await startToken(claim.pid)) === claim.started;
  // Another container or host sharing the directory: its pids say nothing here, but its heartbeat does. Only
  // whether the time changes counts, so the two clocks need not agree.
  const before = (await stat(path).catch(() => undefined))?.mtimeMs;
  const end = Date.now() + FOREIGN_WATCH_MS;
  while (Date.now() < end) {
    await sleep(HEARTBEAT_MS / 4);
    if ((await stat(path).catch(() => undefined))?.mtimeMs !== before) return true;
  }
  return false;
}

/** Takes the lock, or tells who holds it. A holder with pid 0 is unknown: it has just changed; try again. */
async function attempt(path: string, mine: Claim): Promise<'taken' | { heldBy: number }> {
  const draft = `${path}.${mine.nonce}`;
  await writeFile(draft, [mine.pid, mine.started, mine.realm, mine.nonce, ''].join('\n'), { mode: 0o644 });
  try {
    try {
      await link(draft, path);
      return 'taken';
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
    const holder = await readClaim(path);
    if (holder === undefined) return { heldBy: 0 };
    if (await isAlive(holder, path, mine.realm)) return { heldBy: holder.pid };

    const breaker = `${path}.${holder.nonce}.break`;
    const breaking = await attempt(breaker, mine);
    if (breaking !== 'taken') return breaking;
    try {
      // Only who holds the breaker may replace this dead claim, so it cannot change after this look at it.
      if ((await readClaim(path))?.nonce !== holder.nonce) return { heldBy: 0 };
      await rename(draft, path);
      return 'taken';
    } finally {
      await rm(breaker, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Takes the lock for the rest of this process's life or until `release`. While a live process holds it, tries
 * again for `patience` milliseconds (the holder may be about to end) and then tells its pid, 0 if unknown.
 * File system failures are thrown as they are.
 */
export async function acquireInstanceLock(
  path: string,
  patience: number,
): Promise<InstanceLock | { heldBy: number }> {
  const mine: Claim = {
    pid: process.pid,
    started: (await startToken(process.pid)) ?? '',
    realm: await currentRealm(),
    nonce: randomBytes(6).toString('hex'),
  };
  const end = Date.now() + patience;
  for (;;) {
    const outcome = await attempt(path, mine);
    if (outcome === 'taken') break;
    if (Date.now() >= end) return outcome;
    await sleep(50 + Math.random() * 50);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A missed beat harms nobody; a data directory that has vanished shows itself elsewhere.
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    async release() {
      clearInterval(heartbeat);
      const holder = await readClaim(path).catch(() => undefined);
      if (holder?.nonce === mine.nonce) await rm(path, { force: true });
    },
  };
}
