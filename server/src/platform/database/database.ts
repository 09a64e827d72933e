import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig, types } from 'pg';
import type { Log } from '../log.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { Reader, READERS } from './reader.ts';
import type { Tables } from './tables.ts';

export type Database = {
  readonly pool: Pool;
  /** For what a message's decision needs. */
  readonly reader: Reader;
  /** For everything that is not on the way of a message; typed per room by its own queries. */
  readonly kysely: Kysely<Tables>;
  /** What to tell the operator about where the data is. */
  readonly describe: string;
  readonly close: () => Promise<void>;
};

/**
 * Connections for writing: enough for PostgreSQL to commit several messages in one flush; more only take the
 * processor from the one thread that feeds them. On 2 cores, 4, 8 and 16 could not be told apart by rate.
 */
const WRITERS = 8;

/**
 * The prepared statements of the exchange are planned once per connection. Left to choose, PostgreSQL plans
 * the combined read anew each time, which costs more than running it (bench:exchange: a third of the rate).
 */
const GENERIC_PLANS = '-c plan_cache_mode=force_generic_plan';

// Dates stay text: a birth date is a civil date and must not pass through a time zone.
types.setTypeParser(types.builtins.DATE, (value) => value);

/** The database given by URL does not answer. The message says why, without the URL: that can hold a password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';

  constructor(cause: unknown) {
    const reason =
      cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : 'unknown';
    super(`The database cannot be reached (${reason}). Check CAIRN_DATABASE_URL.`, { cause });
  }
}

/**
 * Opens the database at `databaseUrl`, or starts the embedded one in `dataDir`.
 * @throws DatabaseUnreachableError, EmbeddedPostgresError
 */
export async function openDatabase(
  settings: { readonly databaseUrl?: string; readonly dataDir: string },
  log: Log,
): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    const pool = createPool({ connectionString: settings.databaseUrl }, log);
    const { host, pathname } = new URL(settings.databaseUrl);
    await pool.query('select 1').catch(async (error: unknown) => {
      await pool.end();
      throw new DatabaseUnreachableError(error);
    });
    return database(pool, `PostgreSQL at ${host}${pathname}`, () => Promise.resolve());
  }
  const embedded = await startEmbeddedPostgres({
    dataDir: settings.dataDir,
    log: (message) => log.info(message),
  });
  const pool = createPool(embedded.connection, log);
  return database(pool, `embedded PostgreSQL in ${settings.dataDir}`, () => embedded.stop());
}

/** The same database once more, for another thread. */
export const connectedTo = (connection: PoolConfig, log: Log): Database =>
  database(createPool(connection, log), 'PostgreSQL', () => Promise.resolve());

function createPool(connection: PoolConfig, log: Log): Pool {
  const pool = new Pool({
    ...connection,
    application_name: 'cairn',
    max: WRITERS + READERS,
    pipeline: true,
    options: GENERIC_PLANS,
    connectionTimeoutMillis: 5_000,
    // They are few and used all the time; a timer at each release would cost more than keeping them.
    idleTimeoutMillis: 0,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  // An idle connection that breaks (database restarted) must not end the process; the pool replaces it.
  // Nor may one that breaks while a message uses it: the message's own statements fail with the error.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'));
  return pool;
}

function database(pool: Pool, describe: string, stop: () => Promise<void>): Database {
  const reader = new Reader(pool);
  return {
    pool,
    reader,
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    describe,
    close: async () => {
      await reader.close();
      await pool.end();
      await stop();
    },
  };
}
