import { type Kysely, Migrator, sql } from 'kysely';
import { migrations } from './migrations/index.ts';
import { isDatabaseAnswer } from './pipeline.ts';
import type { Tables } from './tables.ts';

/** The database refused to have its schema brought up to date. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(code: string, cause: unknown) {
    const remedy =
      code === INSUFFICIENT_PRIVILEGE
        ? 'Its role may not create tables in this schema: grant it that, or run "cairn migrate" as a role that may.'
        : 'Nothing was changed. Look the code up in the PostgreSQL manual (appendix A).';
    super(`The database schema could not be brought up to date (${code}). ${remedy}`, { cause });
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Brings the schema up to date. Safe to run from several processes at once: Kysely's Migrator holds an
 * advisory lock and runs everything in one transaction.
 * @param how `only` these, the first ones, for a backup of an older Cairn; `inTransaction` of the connection that is given
 * @returns the names of the migrations that were run now, in order
 * @throws MigrationError where the database refuses; nothing is changed then
 */
export async function migrate(
  kysely: Kysely<Tables>,
  {
    only,
    inTransaction = false,
  }: { readonly only?: readonly string[]; readonly inTransaction?: boolean } = {},
): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: kysely,
    disableTransactions: inTransaction,
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
    provider: {
      getMigrations: () =>
        Promise.resolve(
          Object.fromEntries(
            Object.entries(migrations)
              .filter(([name]) => only === undefined || only.includes(name))
              .map(([name, statements]) => [
                name,
                {
                  up: async (db: Kysely<unknown>): Promise<void> => {
                    for (const statement of statements) await sql.raw(statement).execute(db);
                  },
                },
              ]),
          ),
        ),
    },
  });
  const { error, results } = await migrator.migrateToLatest().catch((thrown: unknown) => ({
    error: thrown,
    results: undefined,
  }));
  if (error !== undefined) throw isDatabaseAnswer(error) ? new MigrationError(error.code, error) : error;
  return (results ?? [])
    .filter(({ status }) => status === 'Success')
    .map(({ migrationName }) => migrationName);
}

const PARTITIONED = ['message', 'message_index', 'audit_event'] as const;
const MONTHS_AHEAD = 3;

/** The first day of the month of that moment, in UTC: the partition key of ledger and audit. */
export function monthOf(at: Date): string {
  return `${at.toISOString().slice(0, 7)}-01`;
}

/**
 * Makes the monthly partitions from the month of `now` to three months ahead. A row whose month has no
 * partition lands in the default partition, so a late call loses nothing.
 */
export async function ensurePartitions(kysely: Kysely<Tables>, now: Date): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    // "if not exists" alone still collides when two processes do this at the same moment.
    await sql`select pg_advisory_xact_lock(hashtext('cairn.ensure-partitions'))`.execute(transaction);
    for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
      const from = monthStart(now, ahead);
      const to = monthStart(now, ahead + 1);
      for (const table of PARTITIONED) {
        const partition = `${table}_${from.slice(0, 7).replace('-', '_')}`;
        await sql
          .raw(
            `create table if not exists ${partition} partition of ${table} for values from ('${from}') to ('${to}')`,
          )
          .execute(transaction);
      }
    }
  });
}

function monthStart(at: Date, ahead: number): string {
  return monthOf(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + ahead, 1)));
}
