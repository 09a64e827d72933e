import { createHash } from 'node:crypto';
import { matchKeys, unpackPerson } from '@cairn/matching';
import type { Client } from 'pg';
import { keyOf } from '../../server/src/registry/keys.ts';
import { type Patient, type Patients, type Sent, standingLots } from './patients.ts';

type MessageRow = {
  readonly message_id: string;
  readonly control_id: string;
  readonly outcome: string;
  readonly raw_hash: string;
  readonly answer: string;
  readonly keys: number;
  readonly reports: number;
};

type PersonRow = {
  readonly last_name: string;
  readonly version: number;
  readonly keys: readonly string[];
  /** What is kept to compare it with others. */
  readonly records: readonly string[];
  readonly sources: number;
  /** Lots of the doses that stand. */
  readonly lots: readonly string[];
};

/**
 * Compares the database with what the clinic was told: every acknowledged message once in the ledger, under
 * one key, with its reports; one person for each patient; the doses that must stand. Returns what is wrong.
 */
export async function problemsIn(db: Client, clinic: Patients): Promise<readonly string[]> {
  const messages = await db.query<MessageRow>(
    `select m.message_id, control_id, outcome, encode(sha256(raw), 'hex') as raw_hash, answer,
       (select count(*)::int from message_key k where k.message_id = m.message_id and k.month = m.month) as keys,
       coalesce(r.reports, 0) as reports
     from message m
     left join (select message_id, count(*)::int as reports from dose_report group by 1) r using (message_id)
     where message_type = 'VXU^V04'`,
  );
  const persons = await db.query<PersonRow>(
    `with newest as (
       select distinct on (person_id, organization_id, dose_key) person_id, action, segments
       from dose_report
       order by person_id, organization_id, dose_key, person_version desc, report_id desc
     ), standing as (
       select person_id, array_agg(split_part(substring(segments from 'RXA[^\r]*'), '|', 16)) as lots
       from newest where action <> 'D' group by 1
     )
     select last_name, version, coalesce(lots, '{}') as lots,
       array(select key::text from person_key k where k.person_id = p.person_id) as keys,
       array(select record from person_match m where m.person_id = p.person_id) as records,
       (select count(*)::int from person_source s where s.person_id = p.person_id) as sources
     from person p left join standing using (person_id)`,
  );
  const [strays] = (
    await db.query<{ readonly keys: number; readonly reports: number }>(
      `select (select count(*)::int from message_key) as keys,
         (select count(*)::int from dose_report r
           where not exists (select 1 from message m where m.message_id = r.message_id)) as reports`,
    )
  ).rows;
  return [
    ...ledgerProblems(clinic.acknowledged, messages.rows),
    ...personProblems(clinic.patients, persons.rows),
    ...(strays?.keys === clinic.acknowledged.length
      ? []
      : [`${strays?.keys} message keys for ${clinic.acknowledged.length} messages`]),
    ...(strays?.reports === 0 ? [] : [`${strays?.reports} dose reports of messages that are not there`]),
  ];
}

/** How many of these messages are in the ledger. */
export async function countRecorded(db: Client, messages: readonly Sent[]): Promise<number> {
  const found = await db.query('select distinct control_id from message where control_id = any($1)', [
    messages.map(({ controlId }) => controlId),
  ]);
  return found.rowCount ?? 0;
}

function ledgerProblems(sent: readonly Sent[], rows: readonly MessageRow[]): readonly string[] {
  const byControlId = grouped(rows, ({ control_id }) => control_id);
  const problems = sent.flatMap(({ controlId, text, answer, changes }) => {
    const found = byControlId.get(controlId) ?? [];
    byControlId.delete(controlId);
    const [row] = found;
    if (!row || found.length !== 1) return [`${controlId}: ${found.length} times in the ledger`];
    const { outcome, keys, reports, raw_hash: rawHash } = row;
    return [
      ...(outcome === 'accepted' && keys === 1 ? [] : [`${controlId}: ${outcome}, ${keys} keys`]),
      ...(reports === changes.length ? [] : [`${controlId}: ${reports} reports, not ${changes.length}`]),
      ...(rawHash === createHash('sha256').update(text).digest('hex') ? [] : [`${controlId}: another text`]),
      ...(row.answer === answer?.hl7 ? [] : [`${controlId}: another answer than the sender got`]),
    ];
  });
  return [...problems, ...[...byControlId.keys()].map((id) => `${id}: recorded, but never acknowledged`)];
}

function personProblems(patients: readonly Patient[], rows: readonly PersonRow[]): readonly string[] {
  const byName = grouped(rows, (row) => row.last_name);
  const problems = patients.flatMap((patient) => {
    const { family, acknowledged } = patient;
    const found = byName.get(family.toUpperCase()) ?? [];
    byName.delete(family.toUpperCase());
    const [row] = found;
    if (!row || found.length !== 1) return [`${family}: ${found.length} persons`];
    const [lots, expected] = [row.lots.toSorted().join(), standingLots(patient).join()];
    return [
      ...(lots === expected ? [] : [`${family}: ${lots} stand, not ${expected}`]),
      ...(row.version === acknowledged ? [] : [`${family}: version ${row.version} of ${acknowledged}`]),
      ...(row.sources === 1 ? [] : [`${family}: ${row.sources} sources`]),
      ...keyProblems(row).map((problem) => `${family}: ${problem}`),
    ];
  });
  return [...problems, ...[...byName.keys()].map((name) => `${name}: nobody sent this person`)];
}

/** A person is found by its one chart and by all that its record says, and by nothing else. */
function keyProblems({ keys, records }: PersonRow): readonly string[] {
  const [record] = records;
  if (record === undefined || records.length !== 1) return [`${records.length} records`];
  const told = matchKeys(unpackPerson(record)).filter(({ text }) => !text.startsWith('chart|'));
  const isFoundByAll = told.every((key) => keys.includes(keyOf(key)));
  return isFoundByAll && keys.length === told.length + 1
    ? []
    : [`${keys.length} keys, not ${told.length + 1}`];
}

function grouped<T>(rows: readonly T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group) group.push(row);
    else groups.set(nameOf(row), [row]);
  }
  return groups;
}
