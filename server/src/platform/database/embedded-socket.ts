import { chown, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter } from './embedded-account.ts';
import type { Account } from './embedded-account.ts';
import { EmbeddedPostgresError, errnoOf, reasonOf } from './embedded-error.ts';
import { SOCKET_PORT } from './embedded-settings.ts';

/** What the shortest-minded system (macOS) takes as a socket's path, without the final NUL. */
const LONGEST_SOCKET_PATH = 103;

/**
 * Makes the directory, closed to everybody but the account. False if it is there already and is not ours:
 * whoever made it could put a socket of his own into it. Called before every launch, because cleaners of
 * temporary directories may have removed it since.
 */
export async function makePrivate(dir: string, account: Account | undefined): Promise<boolean> {
  try {
    await mkdir(dir, { mode: 0o700 });
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    // Not followed if it is a link, which could lead anywhere.
    const found = await lstat(dir);
    const ours = found.uid === (account?.uid ?? process.getuid?.()) || found.uid === process.getuid?.();
    if (!found.isDirectory() || !ours || (found.mode & 0o077) !== 0) return false;
  }
  if (account !== undefined) await chown(dir, account.uid, account.gid);
  return true;
}

/**
 * The directory for the server's socket: private to the account, and short enough however long the data
 * directory's path is. The same for every start of one cluster, unless somebody else has taken that name.
 */
export async function prepareSocketDir(clusterName: string, account: Account | undefined): Promise<string> {
  const failures: string[] = [];
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    // Room for the suffix of mkdtemp too.
    const longest = join(parent, `${clusterName}-xxxxxx`, `.s.PGSQL.${SOCKET_PORT}.lock`);
    if (Buffer.byteLength(longest) > LONGEST_SOCKET_PATH) continue;
    try {
      let dir = join(parent, clusterName);
      if (!(await makePrivate(dir, account))) {
        dir = await mkdtemp(`${dir}-`);
        await makePrivate(dir, account);
      }
      if (await canEnter(dir, account)) return dir;
      failures.push(`the PostgreSQL user may not enter ${parent}`);
    } catch (error) {
      failures.push(reasonOf(error));
    }
  }
  throw new EmbeddedPostgresError(
    'start-failed',
    `Cairn found no place for PostgreSQL's socket: ${failures.join('; ')}. ` +
      'Set TMPDIR to a short path of a directory that PostgreSQL can write to.',
  );
}
