import type { Pool } from 'pg';
import { feed } from './feed.ts';

/** Bytes a row of the registry's big tables, indexes and all; a person's share of each where it says so. */
export type Storage = Readonly<Record<string, number>>;

const OF_A_PERSON = ['person', 'person_match', 'person_key', 'person_source'] as const;
const PERSONS = 40_000_000;
const DOSE_REPORTS = 500_000_000;
const GB = 1e9;

/** What simulated messages leave, by SOAP as any; the tables are empty again afterwards. */
export async function sampleStorage(pool: Pool, address: URL, messages: number): Promise<Storage> {
  await feed(pool, address, { messages, connections: 4 });
  await pool.query(`vacuum full analyze ${[...OF_A_PERSON, 'dose_report'].join(', ')}`);
  const { rows } = await pool.query<{ persons: number; charts: number; doses: number; messages: number }>(
    `select (select count(*) from person)::int as persons, (select count(*) from person_source)::int as charts,
       (select count(*) from dose_report)::int as doses, (select count(*) from message)::int as messages`,
  );
  const [{ persons, charts, doses, messages: kept } = { persons: 0, charts: 0, doses: 0, messages: 0 }] =
    rows;
  const ofPersons = await storedBytes(pool, persons, OF_A_PERSON);
  const ofDoses = await storedBytes(pool, doses, ['dose_report']);
  const sample = {
    ...ofPersons,
    'dose_report, a report': ofDoses['dose_report'] ?? Number.NaN,
    'reports of charts a person': charts / persons,
    'reports of doses a person': doses / persons,
    'messages a person': kept / persons,
  };
  await pool.query(
    `truncate ${OF_A_PERSON.join(', ')}, dose_report, message, message_key, match_decision, review_task`,
  );
  return sample;
}

/** Bytes on disk of each table with its indexes, divided by that many. */
export async function storedBytes(
  pool: Pool,
  among: number,
  tables: readonly string[] = ['person', 'person_match', 'person_key'],
): Promise<Storage> {
  const { rows } = await pool.query<{ name: string; bytes: string }>(
    'select name, pg_total_relation_size(name::regclass) as bytes from unnest($1::text[]) as t (name)',
    [tables],
  );
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes) / among]));
}

/** A whole state's registry, GB: what a person is found by as it was filled, rows of messages as the sample has them. */
export function extrapolated(sample: Storage, filled: Storage): Storage {
  const of = (figures: Storage, name: string, count: number): number =>
    ((figures[name] ?? Number.NaN) * count) / GB;
  return {
    person: of(sample, 'person', PERSONS),
    person_match: of(filled, 'person_match', PERSONS),
    person_key: of(filled, 'person_key', PERSONS),
    person_source: of(sample, 'person_source', PERSONS),
    dose_report: of(sample, 'dose_report, a report', DOSE_REPORTS),
  };
}
