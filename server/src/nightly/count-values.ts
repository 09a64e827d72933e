import { unpackPerson } from '@cairn/matching';
import type { Client } from 'pg';
import type { JobSession } from '../platform/jobs.ts';
import { kindBits } from '../registry/keys.ts';
import { FIRST_ID } from './rekey.ts';

/** A phone that more persons share is a clinic's, a shelter's, a school's; a household is smaller. */
const MOST_IN_A_HOUSEHOLD = 12;

/** Keys that are counted in one statement; keys are hashes, so equal parts of their range hold equally many. */
const KEYS_AT_ONCE = 100_000;

/** Writes down which phones too many persons share. @returns how many there are */
export async function countCommonPhones({ client, breathe }: JobSession, at: Date): Promise<number> {
  const { rows: size } = await client.query<{ keys: number }>(
    `select greatest(reltuples, 0)::float8 as keys from pg_class where oid = 'person_key'::regclass`,
  );
  const parts = BigInt(Math.ceil(((size[0]?.keys ?? 0) + 1) / KEYS_AT_ONCE));
  const width = 2n ** 64n / parts + 1n;
  const found: { readonly key: string; readonly holders: number }[] = [];
  for (let part = 0n; part < parts; part++) {
    const from = -(2n ** 63n) + part * width;
    const to = from + width - 1n;
    const { rows } = await client.query<{ key: string; holders: number }>(
      `select key::text as key, count(*)::int as holders from person_key
       where key between $1::bigint and $2::bigint and key & 3 = $3 group by person_key.key having count(*) > $4`,
      [String(from), String(to < 2n ** 63n ? to : 2n ** 63n - 1n), kindBits('phone'), MOST_IN_A_HOUSEHOLD],
    );
    found.push(...rows);
    await breathe();
  }
  await replace(client, 'common_value', {
    text: `insert into common_value (key, holders, counted_at)
           select key, holders, $3 from unnest($1::bigint[], $2::int[]) as n (key, holders)`,
    values: [found.map(({ key }) => key), found.map(({ holders }) => holders), at],
  });
  return found.length;
}

/** Below so many persons the census knows better how frequent a name is. */
export const ENOUGH_PERSONS = 100_000;
const FEWEST_BEARERS = 5;
const RECORDS_AT_ONCE = 20_000;

/**
 * Counts how often names are borne here, as they are compared, and puts the figures in force. Each person counts once,
 * by the name it is known by first.
 * @returns how many names; 0 where there are too few persons, and nothing changes
 */
export async function countNames({ client, breathe }: JobSession, enough = ENOUGH_PERSONS): Promise<number> {
  const { rows: there } = await client.query<{ n: number }>(
    `select count(*)::int as n from (select from person where status = 'active' limit $1) p`,
    [enough],
  );
  if ((there[0]?.n ?? 0) < enough) return 0;
  await client.query('drop table if exists pg_temp.nightly_name');
  await client.query('create temporary table nightly_name (kind text, name text, n integer)');
  let persons = 0;
  for (let after = FIRST_ID; ;) {
    const { rows } = await client.query<{ person_id: string; record: string }>(
      'select person_id, record from person_match where person_id > $1 order by person_id, match_id limit $2',
      [after, RECORDS_AT_ONCE],
    );
    const last = rows.at(-1);
    if (!last) break;
    persons += await addPage(client, rows);
    after = last.person_id;
    await breathe();
  }
  const { rowCount } = await replace(client, 'name_frequency', {
    text: `insert into name_frequency (kind, name, per_million)
           select kind, name, sum(n) * 1e6 / $1 from pg_temp.nightly_name group by kind, name having sum(n) >= $2`,
    values: [persons, FEWEST_BEARERS],
  });
  await client.query('drop table pg_temp.nightly_name');
  return rowCount;
}

async function addPage(
  client: Client,
  rows: readonly { readonly person_id: string; readonly record: string }[],
): Promise<number> {
  const counts = { first: new Map<string, number>(), last: new Map<string, number>() };
  let persons = 0;
  let before = '';
  for (const { person_id, record } of rows) {
    if (person_id === before) continue;
    before = person_id;
    persons++;
    const [name] = unpackPerson(record).names;
    for (const kind of ['first', 'last'] as const) {
      const text = name?.[kind] ?? '';
      if (text !== '') counts[kind].set(text, (counts[kind].get(text) ?? 0) + 1);
    }
  }
  for (const [kind, names] of Object.entries(counts)) {
    await client.query('insert into pg_temp.nightly_name select $1, * from unnest($2::text[], $3::int[])', [
      kind,
      [...names.keys()],
      [...names.values()],
    ]);
  }
  return persons;
}

/** Readers see all of the old figures, then all of the new. */
async function replace(
  client: Client,
  table: 'common_value' | 'name_frequency',
  insert: { readonly text: string; readonly values: readonly unknown[] },
): Promise<{ readonly rowCount: number }> {
  await client.query('begin');
  try {
    await client.query(`delete from ${table}`);
    const { rowCount } = await client.query(insert.text, [...insert.values]);
    await client.query('commit');
    return { rowCount: rowCount ?? 0 };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
