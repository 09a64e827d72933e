import type { DoseLink } from '@cairn/matching';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import type { ReportedDose } from './doses.ts';
import { DOSE_STOCK_COLUMN, type DoseStock, doseStock } from './inventory/dose-state.ts';
import { FOUND_PERSONS, type PersonLookup, type Provenance } from './person-queries.ts';

export type StoredReport = {
  readonly personId: string;
  readonly reportId: string;
  readonly organizationId: string;
  /** The chart it was reported under. */
  readonly idKey: string;
  readonly fillerId: string;
  readonly doseKey: string;
  readonly action: 'A' | 'U' | 'D';
  readonly administeredOn: string;
  readonly codes: readonly string[];
  readonly contentHash: string;
  readonly personVersion: number;
  /** ISO 8601; when the sender said so */
  readonly saidAt: string;
  /** What became of the dose in stock, on the report by which it became known there; only where it is asked for. */
  readonly stock?: DoseStock;
};

const REPORT_COLUMNS = `person_id, report_id, organization_id, id_key, filler_id, dose_key, action, administered_on,
  vaccine_codes, completion, content_hash, person_version, said_at`;

/**
 * What is known of the doses a message speaks of: the reports of the persons found that come from one of
 * these organizations and carry one of these order numbers ('' for those that have none).
 */
export function selectReports(
  { keys, ids }: PersonLookup,
  organizationCodeKeys: readonly string[],
  fillerIds: readonly string[],
): Statement {
  return {
    name: 'dose-reports',
    text: `select d.*, ${DOSE_STOCK_COLUMN} from (${FOUND_PERSONS}) found
           cross join lateral (
             select ${REPORT_COLUMNS} from dose_report
             where person_id = found.person_id
               and organization_id in (select organization_id from organization where code_key = any($3))
               and filler_id = any($4)
             offset 0
           ) d`,
    values: [keys, ids, organizationCodeKeys, fillerIds],
  };
}

export function storedReports(rows: Rows): readonly StoredReport[] {
  return rows.map(storedReport);
}

// A row of unknown columns from the driver: this is where its types are given.
function storedReport(row: Rows[number]): StoredReport {
  return {
    personId: row.person_id,
    reportId: row.report_id,
    organizationId: row.organization_id,
    idKey: row.id_key,
    fillerId: row.filler_id,
    doseKey: row.dose_key,
    action: row.action,
    administeredOn: row.administered_on,
    codes: row.vaccine_codes.split(' '),
    contentHash: row.content_hash,
    personVersion: row.person_version,
    saidAt: new Date(row.said_at).toISOString(),
    ...(row.stock ? { stock: doseStock(row.stock) } : {}),
  };
}

export type HistoryReport = StoredReport & {
  /** ORC, RXA, RXR, OBX, NTE as reported; CR between them */
  readonly segments: string;
};

/** All that was ever reported of the doses of the persons found. */
export function selectHistory({ keys, ids }: PersonLookup): Statement {
  return {
    name: 'history',
    text: `select d.* from (${FOUND_PERSONS}) found
           cross join lateral (
             select ${REPORT_COLUMNS}, segments from dose_report where person_id = found.person_id offset 0
           ) d`,
    values: [keys, ids],
  };
}

export function history(rows: Rows): readonly HistoryReport[] {
  return rows.map((row) => ({ ...storedReport(row), segments: row.segments }));
}

/** What a reviewer decided of two doses of a person; ids as `doseId` makes them. */
export type KnownDoseLink = DoseLink & { readonly personId: string };

export function selectDoseLinks({ keys, ids }: PersonLookup): Statement {
  return {
    name: 'dose-links',
    text: `select l.* from (${FOUND_PERSONS}) found
           cross join lateral (
             select person_id, dose_a, dose_b, kind from dose_link where person_id = found.person_id offset 0
           ) l`,
    values: [keys, ids],
  };
}

export function doseLinks(rows: Rows): readonly KnownDoseLink[] {
  return rows.map((row) => ({ personId: row.person_id, a: row.dose_a, b: row.dose_b, kind: row.kind }));
}

export type ReportWrite = ReportedDose & {
  readonly reportId: string;
  readonly doseKey: string;
  readonly idKey: string;
};

export function insertReports(
  personId: string,
  reports: readonly ReportWrite[],
  from: Provenance,
): Statement {
  const column = <K extends keyof ReportWrite>(name: K): readonly ReportWrite[K][] =>
    reports.map((report) => report[name]);
  return {
    name: 'insert-dose-reports',
    text: `insert into dose_report (person_id, organization_id, sender_id, message_id, person_version, received_at, said_at,
             report_id, id_key, filler_id, dose_key, action, administered_on, vaccine_codes, completion, segments, content_hash)
           select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::integer, $6::timestamptz, $7::timestamptz, * from unnest($8::uuid[], $9::uuid[], $10::text[], $11::text[],
             $12::text[], $13::date[], $14::text[], $15::text[], $16::text[], $17::uuid[])`,
    values: [
      personId,
      from.organizationId,
      from.senderId,
      from.messageId,
      from.personVersion,
      from.at,
      from.saidAt,
      column('reportId'),
      column('idKey'),
      column('fillerId'),
      column('doseKey'),
      column('action'),
      column('administeredOn'),
      reports.map(({ codes }) => codes.join(' ')),
      column('completion'),
      column('segments'),
      column('contentHash'),
    ],
  };
}

/** The dose is told of again as it was told of: now is when it last was. */
export function restateReports(personId: string, reportIds: readonly string[], saidAt: Date): Statement {
  return {
    name: 'restate-dose-reports',
    text: `update dose_report set said_at = $3 where person_id = $1 and report_id = any($2::uuid[]) and said_at < $3`,
    values: [personId, reportIds, saidAt],
  };
}
