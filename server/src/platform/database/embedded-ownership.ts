import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { SUPERUSER } from './embedded-cluster.ts';
import { EmbeddedPostgresError, inUse, reasonOf } from './embedded-error.ts';
import { startToken, stopPostmaster } from './embedded-process.ts';
import { findPostmaster } from './embedded-pidfile.ts';

/** The database Cairn's data is in. */
export const DATABASE = 'cairn';

/** Advisory lock key: "cairn" in ASCII. */
const OWNERSHIP_KEY = '426970444398';

const PATIENCE_MS = 2000;

export type Ownership = {
  /** Called once if the connection, and so the lock, is lost by anything but `end`. */
  onLost(listener: () => void): void;
  end(): Promise<void>;
};

function newClient(server: { socketDir: string; port: number }): Client {
  return new Client({
    host: server.socketDir,
    port: server.port,
    user: SUPERUSER,
    // Advisory locks belong to a database. This one is always there, also while `cairn` is being restored.
    database: 'postgres',
    application_name: 'cairn owner',
    connectionTimeoutMillis: 5000,
    // Not left to PGSSLMODE and PGPASSWORD in the environment, which are about other servers.
    ssl: false,
    password: '',
  });
}

async function tryLock(client: Client): Promise<boolean> {
  const result = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1::bigint) AS taken', [
    OWNERSHIP_KEY,
  ]);
  return result.rows[0]?.taken === true;
}

/**
 * Takes the ownership of a running server: a connection that holds a lock for as long as its process lives,
 * however that ends. Undefined if another process holds it and goes on doing so for 2 s.
 */
export async function takeOwnership(server: {
  socketDir: string;
  port: number;
}): Promise<Ownership | undefined> {
  const client = newClient(server);
  let lost = false;
  let ending = false;
  let listener: (() => void) | undefined;
  const lose = (): void => {
    if (lost || ending) return;
    lost = true;
    listener?.();
  };
  // Without a listener the loss of the connection would end the process.
  client.on('error', lose);
  client.on('end', lose);
  const end = async (): Promise<void> => {
    ending = true;
    await client.end().catch(() => undefined);
  };
  try {
    await client.connect();
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await tryLock(client))) {
      if (Date.now() > deadline) {
        await end();
        return undefined;
      }
      await sleep(100);
    }
  } catch (error) {
    await end();
    throw error;
  }
  return {
    onLost(next) {
      listener = next;
      if (lost) next();
    },
    end,
  };
}

/** Creates the database `cairn` if the server does not have it yet. */
export async function ensureDatabase(server: { socketDir: string; port: number }): Promise<void> {
  const client = newClient(server);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Ends the server that an earlier Cairn left running on the cluster when it was killed, if there is one.
 *
 * It is stopped, not adopted: what is not our child cannot be watched without polling, it may run other
 * settings or other programs than this version's, and it writes to a log file that may have been moved. A
 * fast shutdown and start take well under a second.
 *
 * @throws EmbeddedPostgresError `in-use`, with nothing done, if its owner lives.
 */
export async function endOrphan(
  dataDir: string,
  clusterDir: string,
  log: (message: string) => void,
): Promise<void> {
  const orphan = await findPostmaster(clusterDir);
  if (orphan === undefined) return;
  const started = await startToken(orphan.pid);
  const isGone = async (): Promise<boolean> => (await startToken(orphan.pid)) !== started;
  let ownership: Ownership | undefined;
  const deadline = Date.now() + PATIENCE_MS;
  while (orphan.socketDir !== '' && !(await isGone())) {
    try {
      ownership = await takeOwnership(orphan);
      if (ownership === undefined) throw inUse(dataDir, undefined, orphan.pid);
      break;
    } catch (error) {
      if (error instanceof EmbeddedPostgresError) throw error;
      // Starting up, shutting down, or its socket was cleaned away. Nobody can own what nobody can reach:
      // the lock file, which we hold, has already told that the Cairn that started it is dead.
      if (Date.now() < deadline) {
        await sleep(100);
        continue;
      }
      log(`PostgreSQL (pid ${orphan.pid}) does not accept connections: ${reasonOf(error)}`);
      break;
    }
  }
  log(`stopping PostgreSQL (pid ${orphan.pid}), left running by a Cairn that ended without stopping it`);
  await stopPostmaster(orphan.pid, isGone, log);
  await ownership?.end();
}
