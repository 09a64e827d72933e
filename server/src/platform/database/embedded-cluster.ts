import { createHash, randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { canEnter, run } from './embedded-account.ts';
import type { Account } from './embedded-account.ts';
import { SHARED_HOME } from './embedded-binaries.ts';
import type { Binaries } from './embedded-binaries.ts';
import { EmbeddedPostgresError, errnoOf, reasonOf } from './embedded-error.ts';
import { makeDirectories, ownerOf, readIfPresent, syncDirectory, writeAtomically } from './embedded-files.ts';

/** Where a data directory's cluster lives; `major` is undefined as long as there is none. */
export type Cluster = { dir: string; major: number | undefined; owner: Account | undefined };

export const SUPERUSER = 'cairn';

const locationFile = (dataDir: string): string => join(dataDir, 'postgres.location');
/** The location while the cluster is being made there: tells "not made yet" from "lost". */
const pendingFile = (dataDir: string): string => join(dataDir, 'postgres.location.new');

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

async function inspect(dir: string): Promise<Cluster> {
  try {
    const version = await readIfPresent(join(dir, 'PG_VERSION'));
    const owner = await ownerOf(dir);
    return { dir, major: version === undefined ? undefined : Number.parseInt(version, 10), owner };
  } catch (error) {
    throw notOurs(dir, error);
  }
}

function notOurs(dir: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'not-writable',
    `Cairn cannot use its database in ${dir}: it belongs to another user or its permissions were changed ` +
      `(${reasonOf(cause)}). Start Cairn as the user it was first started as (root, perhaps), ` +
      'or set CAIRN_DATA_DIR to a directory of your own.',
    { cause },
  );
}

/**
 * Finds the cluster of the data directory: where `postgres.location` says, else in `postgres`. Fails if the
 * place it names is empty: beginning anew would hide that the data is gone.
 */
export async function locateCluster(dataDir: string): Promise<Cluster> {
  const elsewhere = (await readIfPresent(locationFile(dataDir)))?.trim();
  if (elsewhere !== undefined) {
    const cluster = await inspect(elsewhere);
    if (cluster.major !== undefined) return cluster;
    throw new EmbeddedPostgresError(
      'start-failed',
      `${locationFile(dataDir)} says that the database is in ${elsewhere}, but there is none. ` +
        `Bring that directory back (from a backup, or by mounting its volume); to begin with an empty database, ` +
        'remove the file.',
    );
  }
  const pending = (await readIfPresent(pendingFile(dataDir)))?.trim();
  if (pending !== undefined) {
    const cluster = await inspect(pending);
    if (cluster.major !== undefined) await rename(pendingFile(dataDir), locationFile(dataDir));
    return { ...cluster, owner: cluster.major === undefined ? undefined : cluster.owner };
  }
  const usual = await inspect(join(dataDir, 'postgres'));
  return { ...usual, owner: usual.major === undefined ? undefined : usual.owner };
}

/** Makes sure that the existing cluster can be used: right version, right owner, reachable for the account. */
export async function checkCluster(
  cluster: Cluster,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  if (cluster.major !== binaries.major) {
    throw new EmbeddedPostgresError(
      'wrong-version',
      `The database in ${cluster.dir} was made by PostgreSQL ${cluster.major ?? '?'}; this Cairn brings ` +
        `PostgreSQL ${binaries.major}, which cannot read it. Run the Cairn version that made it, take a dump there ` +
        'and load it into an empty data directory of this version, or set CAIRN_DATABASE_URL to a ' +
        `PostgreSQL ${cluster.major ?? '?'} server that serves it.`,
    );
  }
  const uid = account?.uid ?? process.getuid?.();
  if (cluster.owner?.uid === 0 && account !== undefined) {
    // Restored from a backup by root; PostgreSQL insists on owning its directory.
    await run('chown', ['-R', '-h', `${account.uid}:${account.gid}`, cluster.dir]);
  } else if (cluster.owner?.uid !== uid) {
    throw notOurs(
      cluster.dir,
      `it belongs to uid ${cluster.owner?.uid ?? '?'}, Cairn runs as uid ${uid ?? '?'}`,
    );
  }
  if (await canEnter(cluster.dir, account)) return;
  throw new EmbeddedPostgresError(
    'start-failed',
    `PostgreSQL runs as uid ${uid ?? '?'}, which may not enter ${cluster.dir}. Let that user pass through the ` +
      `directories above it (chmod o+x on each), or move the data directory.`,
  );
}

/**
 * Chooses where a new cluster goes: into the data directory, or, if the account cannot get there, to
 * /var/lib/cairn/clusters, which is then noted in the data directory.
 */
export async function placeCluster(
  dataDir: string,
  account: Account | undefined,
  log: (message: string) => void,
): Promise<string> {
  const pending = (await readIfPresent(pendingFile(dataDir)))?.trim();
  if (pending !== undefined) return pending;
  if (await canEnter(dataDir, account)) return join(dataDir, 'postgres');

  const home = join(SHARED_HOME, 'clusters');
  const name = shortHash(dataDir);
  try {
    await makeDirectories(home, 0o755);
    // A cluster that no location file names belonged to a data directory since deleted. Its data must not
    // come back from the dead in a new one of the same path.
    let dir = join(home, name);
    for (let next = 2; (await ownerOf(dir)) !== undefined; next += 1) dir = join(home, `${name}-${next}`);
    await writeAtomically(pendingFile(dataDir), `${dir}\n`);
    log(
      `the database is kept in ${dir}, because PostgreSQL's user (uid ${account?.uid ?? '?'}) cannot enter ` +
        `${dataDir}; ${locationFile(dataDir)} says so too. Include it in backups`,
    );
    return dir;
  } catch (error) {
    throw new EmbeddedPostgresError(
      'not-writable',
      `PostgreSQL's user (uid ${account?.uid ?? '?'}) cannot enter ${dataDir}, and the database could not be put into ` +
        `${home} instead (${reasonOf(error)}). Set CAIRN_DATA_DIR to a directory outside of closed homes, ` +
        'for example /var/lib/cairn/data.',
      { cause: error },
    );
  }
}

async function removeHalfMade(dir: string, log: (message: string) => void): Promise<void> {
  const prefix = `${basename(dir)}.init-`;
  for (const name of await readdir(dirname(dir))) {
    if (!name.startsWith(prefix)) continue;
    const path = join(dirname(dir), name);
    log(`removing ${path}, left by a first start that was interrupted`);
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(
      (error: unknown) => {
        log(`could not remove ${path}: ${reasonOf(error)}`);
      },
    );
  }
}

/**
 * Makes a new, empty cluster in `dir`. It comes to be there in one step, finished and on disk; what an
 * interrupted attempt leaves lies beside it and is removed by the next.
 */
export async function createCluster(
  dataDir: string,
  dir: string,
  binaries: Binaries,
  account: Account | undefined,
  log: (message: string) => void,
): Promise<void> {
  await removeHalfMade(dir, log);
  const draft = `${dir}.init-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(draft, { mode: 0o700 });
    if (account !== undefined) await chown(draft, account.uid, account.gid);
    const result = await run(
      binaries.initdb,
      // The built-in locale sorts and folds the same on every operating system and library version, so an
      // index never goes bad by an upgrade. TCP is never opened; if somebody does, it must not be trusted.
      [
        '-D',
        draft,
        '-U',
        SUPERUSER,
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--auth-local=trust',
        '--auth-host=reject',
        '--data-checksums',
        '--no-instructions',
      ],
      account,
    );
    if (!result.ok) throw new Error(result.stderr.trim().split('\n').slice(-5).join(' '));
    await rename(draft, dir);
    await syncDirectory(dirname(dir));
    await rename(pendingFile(dataDir), locationFile(dataDir)).catch((error: unknown) => {
      if (errnoOf(error) !== 'ENOENT') throw error;
    });
    await syncDirectory(dataDir);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    const occupied =
      errnoOf(error) === 'ENOTEMPTY' || errnoOf(error) === 'EEXIST' || errnoOf(error) === 'EBUSY';
    throw new EmbeddedPostgresError(
      'init-failed',
      occupied
        ? `Cairn wanted to make its database in ${dir}, but something else is there that is no PostgreSQL database. ` +
            'Move it away, or set CAIRN_DATA_DIR to another directory.'
        : `Making a new PostgreSQL database in ${dir} failed: ${reasonOf(error)}. ` +
            'Check the free space and the permissions there, and start Cairn again; nothing half-made is left.',
      { cause: error },
    );
  }
}
