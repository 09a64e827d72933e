import type { Client } from 'pg';

/** What of a database a backup must know beside its rows. Names are those of the schema that Cairn uses. */
export type Catalog = {
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly partitions: readonly Partition[];
  readonly sequences: readonly string[];
};

/** A month's part of a partitioned table; the default partition is made with its table. */
export type Partition = { readonly table: string; readonly name: string; readonly bounds: string };

/** Kysely's own: made by migrating, and not to be loaded. */
const BOOKKEEPING = ['schema_migration', 'schema_migration_lock'];

/** What an extension put there (`pg_stat_statements` and the like) is nobody's data. */
const NOT_OF_AN_EXTENSION = `not exists (
  select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

const IN_OUR_SCHEMA = `c.relnamespace = current_schema()::regnamespace and ${NOT_OF_AN_EXTENSION}`;

export async function readCatalog(client: Client): Promise<Catalog> {
  const tables = await client.query<Catalog['tables'][number]>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where ${IN_OUR_SCHEMA} and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> all ($1)
     group by c.relname order by c.relname`,
    [BOOKKEEPING],
  );
  const partitions = await client.query<Partition>(
    `select p.relname as table, c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bounds
     from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
     where ${IN_OUR_SCHEMA} and c.relispartition and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
       and c.relkind in ('r', 'p')
     order by c.relname`,
  );
  const sequences = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where ${IN_OUR_SCHEMA} and c.relkind = 'S' order by c.relname`,
  );
  return {
    tables: tables.rows,
    partitions: partitions.rows,
    sequences: sequences.rows.map(({ name }) => name),
  };
}

/** Tables of any kind there are, ours or not: none in an empty database. */
export async function tablesThere(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where ${IN_OUR_SCHEMA} and c.relkind in ('r', 'p', 'f', 'm') order by c.relname`,
  );
  return rows.map(({ name }) => name);
}

/** Names of the migrations that were run, in order; undefined where no Cairn was here. */
export async function migrationsRun(client: Client): Promise<readonly string[] | undefined> {
  const { rows: found } = await client.query(`select to_regclass('schema_migration') as there`);
  if (found[0]?.there === null) return undefined;
  const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name');
  return rows.map(({ name }) => name);
}
