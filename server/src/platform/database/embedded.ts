import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseAccount } from './embedded-account.ts';
import { findBinaries } from './embedded-binaries.ts';
import {
  checkCluster,
  createCluster,
  locateCluster,
  placeCluster,
  shortHash,
  SUPERUSER,
} from './embedded-cluster.ts';
import { EmbeddedPostgresError, inUse, reasonOf } from './embedded-error.ts';
import { makeDirectories } from './embedded-files.ts';
import { acquireInstanceLock } from './embedded-lock.ts';
import type { InstanceLock } from './embedded-lock.ts';
import { DATABASE, endOrphan, ensureDatabase } from './embedded-ownership.ts';
import { findPostmaster } from './embedded-pidfile.ts';
import type { Runtime } from './embedded-postmaster.ts';
import { SOCKET_PORT, writeSettings } from './embedded-settings.ts';
import { prepareSocketDir } from './embedded-socket.ts';
import { Supervisor } from './embedded-supervisor.ts';

export { EmbeddedPostgresError } from './embedded-error.ts';
export type { EmbeddedPostgresErrorCode } from './embedded-error.ts';

export type EmbeddedPostgresOptions = {
  /** Cairn's data directory; made if missing. The cluster lives in its `postgres`, or where `postgres.location` says. */
  dataDir: string;
  /** Gets what an operator should know: relocation, orphans, crashes, restarts. Never data. */
  log: (message: string) => void;
  /** Restart the server when it ends by itself. Default true. */
  superviseRestart?: boolean;
};

export type EmbeddedPostgres = {
  /** Settings for pg.Pool and pg.Client; the same across restarts. `host` is the socket's directory. */
  connection: { host: string; port: number; user: string; database: string };
  /** The postmaster's pid; undefined while there is none. */
  pid(): number | undefined;
  /**
   * Fast shutdown: open transactions are rolled back, connections closed. Returns when the server is gone.
   * Idempotent. Without it the server outlives this process; the next start on the data directory ends it.
   */
  stop(): Promise<void>;
  /** The listener is called whenever the server ends without `stop`. Pools just reconnect; this is for metrics. */
  onCrash(listener: () => void): void;
};

const OWNER_PATIENCE_MS = 2000;

/**
 * Starts a PostgreSQL server of our own for the data directory, making its database `cairn` at the first
 * start, and keeps it running until `stop`. It listens on a private Unix socket only. Exactly one process
 * can have a data directory; what killed processes left behind is cleared up.
 *
 * @throws EmbeddedPostgresError with a message for the operator; nothing is left running then.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = await prepareDataDir(options.dataDir);
  const lock = await lockDataDir(dataDir);
  try {
    const runtime = await prepareRuntime(dataDir, options.log);
    const supervisor = new Supervisor(runtime, options.superviseRestart ?? true);
    await supervisor.start();
    const stop = async (): Promise<void> => {
      await supervisor.stop();
      await rm(runtime.socketDir, { recursive: true, force: true }).catch(() => undefined);
      await lock.release();
    };
    const server = { socketDir: runtime.socketDir, port: SOCKET_PORT };
    await ensureDatabase(server).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return {
      connection: { host: server.socketDir, port: server.port, user: SUPERUSER, database: DATABASE },
      pid: () => supervisor.pid(),
      stop,
      onCrash: (listener) => supervisor.onCrash(listener),
    };
  } catch (error) {
    await lock.release();
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      'start-failed',
      `Starting PostgreSQL for ${dataDir} failed: ${reasonOf(error)}. See ${join(dataDir, 'postgres.log')}.`,
      { cause: error },
    );
  }
}

async function prepareDataDir(dataDir: string): Promise<string> {
  try {
    // As root, PostgreSQL's user has to pass through; what is inside stays unlisted.
    await makeDirectories(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    return await realpath(dataDir);
  } catch (error) {
    throw notWritable(dataDir, error);
  }
}

async function lockDataDir(dataDir: string): Promise<InstanceLock> {
  const lock = await acquireInstanceLock(join(dataDir, 'postgres.lock'), OWNER_PATIENCE_MS).catch(
    (error: unknown) => {
      throw notWritable(dataDir, error);
    },
  );
  if ('release' in lock) return lock;
  const postmaster = await locateCluster(dataDir)
    .then(({ dir }) => findPostmaster(dir))
    .catch(() => undefined);
  throw inUse(dataDir, lock.heldBy, postmaster?.pid);
}

async function prepareRuntime(dataDir: string, log: (message: string) => void): Promise<Runtime> {
  const found = await locateCluster(dataDir);
  const account = await chooseAccount(found.owner, log);
  const binaries = await findBinaries(account, log);
  let clusterDir = found.dir;
  if (found.major === undefined) {
    clusterDir = await placeCluster(dataDir, account, log);
    await createCluster(dataDir, clusterDir, binaries, account, log);
  } else {
    await checkCluster(found, binaries, account);
  }

  // Before anything of the cluster is touched: it may turn out to be another Cairn's.
  await endOrphan(dataDir, clusterDir, log);
  const clusterName = `cairn-${shortHash(clusterDir)}`;
  const socketDir = await prepareSocketDir(clusterName, account);
  await writeSettings({ dir: clusterDir, name: clusterName, socketDir }, binaries, account);
  const logFile = join(dataDir, 'postgres.log');
  return { dataDir, clusterDir, clusterName, socketDir, logFile, binaries, account, log };
}

function notWritable(dataDir: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'not-writable',
    `Cairn cannot write to its data directory ${dataDir} (${reasonOf(cause)}). Give the user that runs Cairn ` +
      'write permission there and free space, or set CAIRN_DATA_DIR to another directory.',
    { cause },
  );
}
