import { realpath } from 'node:fs/promises';
import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import type { Log } from '../log.ts';
import { DatabaseUnreachableError } from './database.ts';
import { locateCluster, SUPERUSER } from './embedded-cluster.ts';
import { DATABASE } from './embedded-ownership.ts';
import { findPostmaster } from './embedded-pidfile.ts';
import { startEmbeddedPostgres } from './embedded.ts';

/** One connection without a limit of time, for what reads or writes everything. */
export type Session = {
  readonly client: Client;
  /** What to tell the operator about where the data is. */
  readonly describe: string;
  /** Ends the connection, also in the middle of a statement; what was not committed is rolled back. */
  readonly close: () => Promise<void>;
};

type Settings = { readonly databaseUrl?: string; readonly dataDir: string };

/**
 * A connection to the database at `databaseUrl`, or to the embedded one. `beside` goes to the embedded one that a running server
 * has started, where there is one; `alone` needs it for itself.
 * @throws DatabaseUnreachableError, EmbeddedPostgresError
 */
export async function openSession(
  { databaseUrl, dataDir }: Settings,
  how: 'beside' | 'alone',
  log: Log,
): Promise<Session> {
  if (databaseUrl !== undefined) {
    const { host, pathname } = new URL(databaseUrl);
    return connect({ connectionString: databaseUrl }, `PostgreSQL at ${host}${pathname}`, () =>
      Promise.resolve(),
    );
  }
  const describe = `embedded PostgreSQL in ${dataDir}`;
  const running = how === 'beside' ? await runningAt(dataDir) : undefined;
  if (running) return connect(running, describe, () => Promise.resolve());
  const embedded = await startEmbeddedPostgres({ dataDir, log: (message) => log.info(message) });
  try {
    return await connect(local(embedded.connection), describe, () => embedded.stop());
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function runningAt(dataDir: string): Promise<ClientConfig | undefined> {
  const { dir } = await locateCluster(await realpath(dataDir).catch(() => dataDir));
  const postmaster = await findPostmaster(dir);
  if (!postmaster?.ready) return undefined;
  return local({ host: postmaster.socketDir, port: postmaster.port, user: SUPERUSER, database: DATABASE });
}

/** Not left to PGSSLMODE and PGPASSWORD in the environment, which are about other servers. */
const local = (connection: ClientConfig): ClientConfig => ({ ...connection, ssl: false, password: '' });

async function connect(config: ClientConfig, describe: string, stop: () => Promise<void>): Promise<Session> {
  const socket = new Socket();
  const client = new Client({
    ...config,
    application_name: 'cairn backup',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    stream: () => socket,
  });
  // Whoever waits for an answer hears of a lost connection; here it must only not end the process.
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw new DatabaseUnreachableError(error);
  });
  await client.query(`
    set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
    set client_encoding = 'UTF8'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC';
    set extra_float_digits = 3; set bytea_output = 'hex'`);
  return {
    client,
    describe,
    close: async () => {
      // In the middle of a COPY the client would wait for its end.
      const patience = setTimeout(() => socket.destroy(), 500);
      await client.end().catch(() => undefined);
      clearTimeout(patience);
      socket.destroy();
      await stop();
    },
  };
}
