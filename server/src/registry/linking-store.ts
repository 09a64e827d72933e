import type { PoolClient } from 'pg';
import { allKeys, chartKey } from './find-person.ts';
import { sourceIdKey } from './identity.ts';
import type { PersonKey } from './keys.ts';
import type { Contents, LinkMatch, LinkReport, LinkSource } from './linking-plan.ts';
import { recomputePerson } from './recompute.ts';
import { unpackPerson } from '@cairn/matching';

export type LockedPerson = {
  readonly personId: string;
  readonly version: number;
  readonly status: 'active' | 'merged';
  readonly mergedInto: string | undefined;
  readonly isSealed: boolean;
};

/**
 * Locks the rows of these persons, in the order of their ids.
 *
 * No deadlock can come of it. Whatever links persons locks person rows first, all in one order, then the table of tasks,
 * then anything else. Intake takes its advisory locks and then one person row; a message about one of these persons waits
 * there, before it has touched anything that is needed here, and then fails as stale, because the version moved on. A
 * message about somebody else that writes a task holds no row that is needed here; it is waited for at the table lock.
 */
export async function lockPersons(
  db: PoolClient,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, LockedPerson>> {
  const { rows } = await db.query(
    `select person_id, version, status, merged_into, sealed from person
     where person_id = any($1::uuid[]) order by person_id for update`,
    [personIds.toSorted()],
  );
  return new Map(
    rows.map((row): readonly [string, LockedPerson] => [
      row.person_id,
      {
        personId: row.person_id,
        version: row.version,
        status: row.status,
        mergedInto: row.merged_into ?? undefined,
        isSealed: row.sealed,
      },
    ]),
  );
}

/** Nobody else writes tasks until this transaction ends; readers go on. Merges are rare and take milliseconds. */
export async function lockTasks(db: PoolClient): Promise<void> {
  await db.query('lock table review_task in share row exclusive mode');
}

export async function readContents(db: PoolClient, personId: string): Promise<Contents> {
  const sources = await db.query(
    `select s.*, o.code_key from person_source s join organization o using (organization_id) where person_id = $1`,
    [personId],
  );
  const reports = await db.query(
    'select report_id, organization_id, id_key, person_version from dose_report where person_id = $1',
    [personId],
  );
  const matches = await db.query(
    'select match_id::text as match_id, record from person_match where person_id = $1',
    [personId],
  );
  return {
    sources: sources.rows.map((row): LinkSource => ({
      sourceId: row.source_id,
      organizationId: row.organization_id,
      organizationCodeKey: row.code_key,
      idKey: row.id_key,
      identifiers: row.identifiers,
      protection: row.protection,
      demographics: row.demographics,
      saidAt: new Date(row.said_at).toISOString(),
      personVersion: row.person_version,
    })),
    reports: reports.rows.map((row): LinkReport => ({
      reportId: row.report_id,
      organizationId: row.organization_id,
      idKey: row.id_key,
      personVersion: row.person_version,
    })),
    matches: matches.rows.map((row): LinkMatch => ({ matchId: row.match_id, record: row.record })),
  };
}

/** Messages that carry no chart number share one id key within their organization: nobody is found by it. */
const NO_CHART_NUMBER = { id: '', authority: '', type: '' } as const;

/** The keys of the chart numbers under which a person is kept. */
export function chartKeysOf({ sources }: Contents): readonly PersonKey[] {
  const keys = sources
    .filter(({ idKey, organizationCodeKey }) => idKey !== sourceIdKey(organizationCodeKey, NO_CHART_NUMBER))
    .map(({ idKey }) => chartKey(idKey));
  return [...new Set(keys)];
}

/** Every key by which a person is found; one that is sealed by its chart numbers only. */
export function keysOf(contents: Contents, isSealed: boolean): readonly PersonKey[] {
  const charts = chartKeysOf(contents);
  if (isSealed) return charts;
  return [
    ...new Set([...charts, ...contents.matches.flatMap(({ record }) => allKeys(unpackPerson(record), []))]),
  ];
}

/** Replaces the keys of a person. There is no index by person, so both what it had and what it has must be known. */
export async function replaceKeys(
  db: PoolClient,
  personId: string,
  before: readonly PersonKey[],
  after: readonly PersonKey[],
): Promise<void> {
  const kept = new Set(after);
  await db.query('delete from person_key where person_id = $1 and key = any($2::bigint[])', [
    personId,
    before.filter((key) => !kept.has(key)),
  ]);
  await db.query(
    'insert into person_key (key, person_id) select k, $1 from unnest($2::bigint[]) as k on conflict do nothing',
    [personId, after],
  );
}

export type Moved = {
  readonly sourceIds: readonly string[];
  readonly reportIds: readonly string[];
};

/** Gives rows of one person to another. */
export async function moveRows(db: PoolClient, from: string, to: string, rows: Moved): Promise<void> {
  await db.query(
    'update person_source set person_id = $2 where person_id = $1 and source_id = any($3::uuid[])',
    [from, to, rows.sourceIds],
  );
  await db.query(
    'update dose_report set person_id = $2 where person_id = $1 and report_id = any($3::uuid[])',
    [from, to, rows.reportIds],
  );
}

export async function replaceMatches(
  db: PoolClient,
  personId: string,
  matches: readonly LinkMatch[],
): Promise<void> {
  const ids = matches.map(({ matchId }) => matchId);
  await db.query('delete from person_match where person_id = $1 and match_id <> all($2::bigint[])', [
    personId,
    ids,
  ]);
  await db.query(
    `insert into person_match (person_id, match_id, record)
     select $1, * from unnest($2::bigint[], $3::text[]) on conflict do nothing`,
    [personId, ids, matches.map(({ record }) => record)],
  );
}

/**
 * Decisions on two doses go with their charts. One that names a chart of the other side stays, and says nothing until the
 * two meet again.
 * @param charts whose decisions go; all where it is left out
 */
export async function moveDoseLinks(
  db: PoolClient,
  from: string,
  to: string,
  charts?: { readonly of: readonly string[]; readonly notOf: readonly string[] },
): Promise<void> {
  const moves = `person_id = $1 and ($2::text[] is null or (
    array[split_part(dose_a, ' ', 1), split_part(dose_b, ' ', 1)] && $2::text[]
    and not array[split_part(dose_a, ' ', 1), split_part(dose_b, ' ', 1)] && $3::text[]))`;
  const values = [from, charts?.of ?? null, charts?.notOf ?? null];
  await db.query(
    `insert into dose_link (person_id, dose_a, dose_b, kind, by_whom, reason, at)
     select $4, dose_a, dose_b, kind, by_whom, reason, at from dose_link where ${moves} on conflict do nothing`,
    [...values, to],
  );
  await db.query(`delete from dose_link where ${moves}`, values);
}

/** Computes the person anew from its charts. */
export async function rewritePerson(
  db: PoolClient,
  personId: string,
  contents: Contents,
  state: { readonly version: number; readonly isSealed: boolean; readonly at: Date },
): Promise<void> {
  const person = recomputePerson(contents.sources);
  if (!person) throw new Error('a person has at least one chart');
  await db.query(
    `update person set version = $2, last_name = $3, first_name = $4, birth_date = coalesce($5::date, birth_date),
       sex = $6, protected = $7, deceased = $8, demographics = $9, sealed = $10, updated_at = $11,
       status = 'active', merged_into = null
     where person_id = $1`,
    [
      personId,
      state.version,
      person.lastName,
      person.firstName,
      person.birthDate ?? null,
      person.sex,
      person.isProtected,
      person.isDeceased,
      JSON.stringify(person.demographics),
      state.isSealed,
      state.at,
    ],
  );
}

/** Greater than that of anything that is known of them: reports said at once are ordered by it. */
export function nextVersion(persons: readonly LockedPerson[], ...all: readonly Contents[]): number {
  let highest = 0;
  for (const { version } of persons) highest = Math.max(highest, version);
  for (const { sources, reports } of all) {
    for (const { personVersion } of sources) highest = Math.max(highest, personVersion);
    for (const { personVersion } of reports) highest = Math.max(highest, personVersion);
  }
  return highest + 1;
}
