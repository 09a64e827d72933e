import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import type { Tables } from './tables.ts';

export type Database = {
  readonly pool: pg.Pool;
  /** For everything that is not on the way of a message; typed per room by its own queries. */
  readonly kysely: Kysely<Tables>;
  /** What to tell the operator about where the data is. */
  readonly describe: string;
  readonly close: () => Promise<void>;
};

/**
 * Connections: a message holds one for about two round trips, and PostgreSQL commits those that wait
 * together in one flush. Measured with bench:exchange at 32 senders on 2 cores: see docs/performance.md.
 */
const MAX_CONNECTIONS = 16;

// Dates stay text: a birth date is a civil date and must not pass through a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** Opens the database at `databaseUrl`, or starts the embedded one in `dataDir`. */
export async function openDatabase(
  settings: { readonly databaseUrl?: string; readonly dataDir: string },
  log: Log,
): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    const pool = createPool({ connectionString: settings.databaseUrl }, log);
    const { host, pathname } = new URL(settings.databaseUrl);
    return database(pool, `PostgreSQL at ${host}${pathname}`, () => Promise.resolve());
  }
  const embedded = await startEmbeddedPostgres({
    dataDir: settings.dataDir,
    log: (message) => log.info(message),
  });
  const pool = createPool(embedded.connection, log);
  return database(pool, `embedded PostgreSQL in ${settings.dataDir}`, () => embedded.stop());
}

function createPool(connection: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    application_name: 'cairn',
    max: MAX_CONNECTIONS,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  // An idle connection that breaks (database restarted) must not end the process; the pool replaces it.
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'));
  return pool;
}

function database(pool: pg.Pool, describe: string, stop: () => Promise<void>): Database {
  return {
    pool,
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    describe,
    close: async () => {
      await pool.end();
      await stop();
    },
  };
}
