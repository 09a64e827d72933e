/** Where a secret could have been left in the database. */
import type { TestCairn } from './cairn.ts';

/** Places, `table.column`, that hold that text. */
export async function placesOfText(
  { db }: Pick<TestCairn, 'db'>,
  secret: string,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ table: string; column: string }>(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and (c.data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY'))
     order by 1, 2`,
  );
  const found: string[] = [];
  for (const { table, column } of rows) {
    const { rows: hits } = await db.query(
      `select 1 from "${table}" where position($1 in encode(convert_to("${column}"::text, 'UTF8'), 'escape')) > 0
         or position(encode(convert_to($1, 'UTF8'), 'hex') in "${column}"::text) > 0 limit 1`,
      [secret],
    );
    if (hits.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}
