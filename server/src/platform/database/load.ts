import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BackupError, checkTable, type Manifest, rowsIn, type TableInFile, Tap } from './backup-file.ts';
import { migrationsRun, type Partition, readCatalog, tablesThere } from './catalog.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

export type Loading = {
  readonly path: string;
  readonly manifest: Manifest;
  readonly progress: (table: string, rows: number) => void;
  readonly signal?: AbortSignal;
};

export type Loaded = {
  /** Tables that this Cairn does not have: somebody else's, and left out. */
  readonly leftOut: readonly string[];
  /** Run on top of those of the backup. */
  readonly migrated: readonly string[];
};

/**
 * Fills an empty database with a backup whose sums were checked: schema, rows, sequences, and the migrations that came since.
 * It is one transaction, so that a database that was not filled to the end is empty.
 * @throws BackupError where the database is not empty, or the backup is of a newer Cairn; MigrationError
 */
export async function load(client: Client, asked: Loading): Promise<Loaded> {
  const { manifest } = asked;
  const unknown = manifest.migrations.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new BackupError(
      `The backup was made by Cairn ${manifest.cairn}, which knows more tables than this one (${unknown.join(', ')}). Restore it by that version or a newer one.`,
    );
  }
  try {
    await client.query('begin');
    await expectEmpty(client);
    await migrate(onlyThis(client), { only: manifest.migrations, inTransaction: true });
    const leftOut = await loadRows(client, asked);
    const migrated = await migrate(onlyThis(client), { inTransaction: true });
    await client.query('commit');
    await client.query('analyze');
    return { leftOut, migrated };
  } catch (error) {
    if (asked.signal?.aborted) {
      throw new BackupError('The restore was interrupted; the database is empty.', { cause: error });
    }
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** @throws BackupError, saying what to do */
export async function expectEmpty(client: Client): Promise<void> {
  const there = await tablesThere(client);
  if (there.length === 0) return;
  const whose = (await migrationsRun(client)) === undefined ? 'tables that are not Cairn’s' : 'a registry';
  throw new BackupError(
    `The database is not empty: it holds ${whose} (${there.length} tables). A backup is restored into an empty one only. ` +
      'Make a new database and name it in CAIRN_DATABASE_URL, or choose another folder with --data-dir; the old one stays as it is.',
  );
}

async function loadRows(client: Client, asked: Loading): Promise<readonly string[]> {
  const { manifest } = asked;
  const ours = await readCatalog(client);
  const known = new Set(ours.tables.map(({ name }) => name));
  const tables = manifest.tables.filter(({ name }) => known.has(name));
  await makePartitions(client, manifest.partitions, new Set(ours.partitions.map(({ name }) => name)));
  const restoreKeys = await withoutForeignKeys(client);
  const all = [...known].map((name) => `"${name}"`);
  for (const table of all) await client.query(`alter table ${table} disable trigger user`);
  // What a migration put there is in the backup too. TRUNCATE would flush a file for each table.
  for (const table of all) await client.query(`delete from ${table}`);
  for (const table of tables) await loadTable(client, table, asked);
  for (const table of all) await client.query(`alter table ${table} enable trigger user`);
  await restoreKeys();
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    if (!ours.sequences.includes(name)) continue;
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, lastValue, isCalled]);
  }
  await verify(client, tables, manifest, ours.sequences);
  return manifest.tables.filter(({ name }) => !known.has(name)).map(({ name }) => name);
}

/** The months that were there: in the default partition their rows would bar the way for them. */
async function makePartitions(
  client: Client,
  partitions: readonly Partition[],
  there: ReadonlySet<string>,
): Promise<void> {
  for (const { table, name, bounds } of partitions) {
    if (there.has(name)) continue;
    await client.query(`create table "${name}" partition of "${table}" ${bounds}`);
  }
}

/** Takes foreign keys away, since tables come in any order; the function that it gives puts them back, and so checks them. */
async function withoutForeignKeys(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return async () => {
    for (const { table, name, definition } of rows) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
  };
}

async function loadTable(
  client: Client,
  table: TableInFile,
  { path, progress, signal }: Loading,
): Promise<void> {
  const tap = new Tap((rows) => progress(table.name, rows));
  const list = table.columns.map((column) => `"${column}"`).join(', ');
  const into = client.query(copyFrom(`copy "${table.name}" (${list}) from stdin`));
  await pipeline(rowsIn(path, table), tap, into, signal ? { signal } : {});
  checkTable(path, table, tap);
}

/** Asks the database, whatever was sent. */
async function verify(
  client: Client,
  tables: readonly TableInFile[],
  { sequences }: Manifest,
  known: readonly string[],
): Promise<void> {
  for (const { name, rows } of tables) {
    const { rows: counted } = await client.query<{ count: string }>(
      `select count(*) as count from "${name}"`,
    );
    const count = Number(counted[0]?.count);
    if (count !== rows) {
      throw new BackupError(
        `Table ${name} holds ${count} rows, and the backup has ${rows}. The database is left empty.`,
      );
    }
  }
  for (const { name, lastValue } of sequences) {
    if (!known.includes(name)) continue;
    const { rows } = await client.query<{ now: string }>(`select last_value::text as now from "${name}"`);
    if (rows[0]?.now !== lastValue) {
      throw new BackupError(
        `Sequence ${name} is at ${rows[0]?.now ?? 'nothing'}, and the backup says ${lastValue}. The database is left empty.`,
      );
    }
  }
}

/** For what is written with Kysely, on this one connection and in its transaction. */
function onlyThis(client: Client): Kysely<Tables> {
  const held = Object.assign(client, { release: () => undefined });
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { connect: () => Promise.resolve(held), end: () => Promise.resolve() },
    }),
  });
}
