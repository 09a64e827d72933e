import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { People } from './matching-persons.ts';

/** Persons at a time: enough that a COPY outweighs its file, few enough to keep in memory twice. */
const BATCH = 20_000;
const NOTHING_SAID = '{"fields": {}, "nextOfKin": [], "stated": {}}';
/** Before any message of the same run. */
const AT = '2020-01-01T00:00:00Z';

const TABLES = {
  person:
    'person (person_id, version, last_name, first_name, birth_date, sex, protected, demographics, created_at, updated_at)',
  person_match: 'person_match (person_id, match_id, record)',
  person_key: 'person_key (key, person_id)',
} as const;
type Table = keyof typeof TABLES;

/**
 * Adds the persons of those numbers to the registry: what they are found and scored by, and a row each. PostgreSQL reads
 * files of this machine while the next are made. Indexes are made afterwards, that of the keys as full as a B-tree is that
 * grew by insertions at random places (70 %).
 * @param pool without a time limit, on an embedded database: it reads files of this machine
 * @param demographics of every person row
 */
export async function fill(
  pool: Pool,
  people: People,
  from: number,
  to: number,
  demographics = NOTHING_SAID,
): Promise<void> {
  if (to <= from) return;
  const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-rows-'));
  // PostgreSQL may run under an account of its own.
  await chmod(folder, 0o711);
  for (const table of Object.keys(TABLES))
    await pool.query(`alter table ${table} drop constraint ${table}_pkey`);
  try {
    const tail = `\tf\t${copyText(demographics)}\t${AT}\t${AT}\n`;
    let copying: Promise<void> = Promise.resolve();
    let rows = emptyRows();
    let inBatch = 0;
    let batch = 0;
    const flush = async (): Promise<void> => {
      const files = await write(folder, batch++, rows);
      rows = emptyRows();
      inBatch = 0;
      await copying;
      copying = copy(pool, files);
    };
    for (const person of people.stored(from, to)) {
      const { personId, last, first, birthDate, sex, keys, matchRows } = person;
      rows.person.push(`${personId}\t1\t${copyText(last)}\t${copyText(first)}\t${birthDate}\t${sex}${tail}`);
      for (const { matchId, record } of matchRows)
        rows.person_match.push(`${personId}\t${matchId}\t${copyText(record)}\n`);
      for (const key of keys) rows.person_key.push(`${key}\t${personId}\n`);
      if (++inBatch === BATCH) await flush();
    }
    await flush();
    await copying;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await makeIndexes(pool);
  // What the filling left to be written is not to be paid for by what is measured.
  await pool.query('checkpoint');
}

async function makeIndexes(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`set maintenance_work_mem = '512MB'`);
    await client.query('alter table person add primary key (person_id)');
    await client.query('alter table person_match add primary key (person_id, match_id)');
    await client.query('alter table person_key add primary key (key, person_id) with (fillfactor = 70)');
    await client.query('vacuum analyze person, person_match, person_key');
    await client.query('reset maintenance_work_mem');
  } finally {
    client.release();
  }
}

type RowTexts = Record<Table, string[]>;
const emptyRows = (): RowTexts => ({ person: [], person_match: [], person_key: [] });

async function write(
  folder: string,
  batch: number,
  rows: RowTexts,
): Promise<Readonly<Record<Table, string>>> {
  const files = { person: '', person_match: '', person_key: '' };
  for (const table of ['person', 'person_match', 'person_key'] as const) {
    files[table] = join(folder, `${table}-${batch}`);
    await writeFile(files[table], rows[table].join(''), { mode: 0o644 });
  }
  return files;
}

async function copy(pool: Pool, files: Readonly<Record<Table, string>>): Promise<void> {
  for (const table of ['person', 'person_match', 'person_key'] as const) {
    await pool.query(`copy ${TABLES[table]} from '${files[table].replaceAll("'", "''")}'`);
    await rm(files[table]);
  }
}

const copyText = (text: string): string =>
  /[\\\t\n\r]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text;
