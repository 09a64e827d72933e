import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import type { Demographics } from './demographics.ts';
import type { ReportedDose } from './doses.ts';

// ---- Organizations -------------------------------------------------------------------------------------

export type KnownOrganization = {
  readonly organizationId: string;
  readonly code: string;
  readonly codeKey: string;
  readonly parentId: string | undefined;
  readonly stage: 'testing' | 'production' | 'suspended';
  readonly mayQuery: boolean;
  /** Whether the Sending Facility that holds the credential submits for it today. */
  readonly isClient: boolean;
};

/** The organizations of those ids (see codeKey), and whether they are clients of the credential's holder. */
export function selectOrganizations(codeKeys: readonly string[], username: string): Statement {
  return {
    name: 'organizations',
    text: `select o.organization_id, o.code, o.code_key, o.parent_id, o.stage, o.may_query,
             exists (
               select 1 from sending_facility_client l
               join credential c on c.organization_id = l.sending_facility_id
               where c.username = $2 and l.site_id = o.organization_id and l.ended_at is null
             ) as is_client
           from organization o where o.code_key = any($1)`,
    values: [codeKeys, username],
  };
}

export function organizations(rows: Rows): readonly KnownOrganization[] {
  return rows.map((row) => ({
    organizationId: row.organization_id,
    code: row.code,
    codeKey: row.code_key,
    parentId: row.parent_id ?? undefined,
    stage: row.stage,
    mayQuery: row.may_query,
    isClient: row.is_client,
  }));
}

// ---- Persons -------------------------------------------------------------------------------------------

export type KnownPerson = {
  readonly personId: string;
  readonly version: number;
  readonly isProtected: boolean;
  readonly demographics: Demographics;
  /** The keys asked for under which the person was found. */
  readonly keys: readonly string[];
};

/**
 * A message can name one person by several keys: chart number, name and birth date, the registry's own id.
 *
 * What is read of the persons found is read in a lateral subquery with `offset 0`, which PostgreSQL runs as
 * index look-ups for each. Left to choose, it makes a hash join while the tables are small, keeps that plan
 * for the life of the prepared statement, and scans whole tables once they have grown: measured with
 * bench:exchange on an empty registry, 400 messages a second instead of 1,200.
 */
const FOUND = `select key, person_id from person_key where key = any($1)
               union all select null, id from unnest($2::uuid[]) as id`;
const FOUND_PERSONS = `select distinct person_id from (${FOUND}) found`;

export type PersonLookup = { readonly keys: readonly string[]; readonly ids: readonly string[] };

export function selectPersons({ keys, ids }: PersonLookup): Statement {
  return {
    name: 'persons',
    text: `select found.key, p.person_id, p.version, p.protected, p.demographics
           from (${FOUND}) found
           cross join lateral (select * from person where person_id = found.person_id offset 0) p`,
    values: [keys, ids],
  };
}

export function persons(rows: Rows): readonly KnownPerson[] {
  const byId = new Map<string, KnownPerson & { readonly keys: string[] }>();
  for (const row of rows) {
    const known = byId.get(row.person_id);
    const keys = row.key === null ? [] : [row.key];
    if (known) known.keys.push(...keys);
    else {
      byId.set(row.person_id, {
        personId: row.person_id,
        version: row.version,
        isProtected: row.protected,
        demographics: row.demographics,
        keys,
      });
    }
  }
  return [...byId.values()];
}

export type KnownSource = {
  readonly personId: string;
  readonly organizationId: string;
  readonly idKey: string;
  readonly identifiers: string;
  /** PD1-12 as this source last stated it; '' where it never did. */
  readonly protection: Protection;
  readonly contentHash: string;
};

export type Protection = '' | 'N' | 'Y';

/** The newest report of every source (organization and chart number) of the persons found. */
export function selectSources({ keys, ids }: PersonLookup): Statement {
  return {
    name: 'person-sources',
    text: `select s.* from (${FOUND_PERSONS}) found
           cross join lateral (
             select distinct on (organization_id, id_key)
               person_id, organization_id, id_key, identifiers, protection, content_hash
             from person_source where person_id = found.person_id
             order by organization_id, id_key, person_version desc, source_id desc
           ) s`,
    values: [keys, ids],
  };
}

export function sources(rows: Rows): readonly KnownSource[] {
  return rows.map((row) => ({
    personId: row.person_id,
    organizationId: row.organization_id,
    idKey: row.id_key,
    identifiers: row.identifiers,
    protection: row.protection,
    contentHash: row.content_hash,
  }));
}

export type PersonWrite = {
  readonly personId: string;
  /** The version that this write makes; 1 makes the person. */
  readonly version: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly isProtected: boolean;
  readonly demographics: Demographics;
  readonly at: Date;
};

/** Makes the person, or brings it to the next version; fails as stale where another message came first. */
export function writePerson(person: PersonWrite): Statement {
  const values = [
    person.personId,
    person.version,
    person.lastName,
    person.firstName,
    person.birthDate,
    person.sex,
    person.isProtected,
    JSON.stringify(person.demographics),
    person.at,
  ];
  if (person.version === 1) {
    return {
      name: 'insert-person',
      text: `insert into person (person_id, version, last_name, first_name, birth_date, sex, protected,
               demographics, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      values,
    };
  }
  return {
    name: 'update-person',
    text: `with written as (
             update person set version = $2, last_name = $3, first_name = $4, birth_date = $5, sex = $6,
               protected = $7, demographics = $8, updated_at = $9
             where person_id = $1 and version = $2 - 1 returning 1
           ) select cairn_expect(count(*), 1) from written`,
    values,
  };
}

export type KeyWrite = {
  readonly key: string;
  readonly kind: number;
  /** How many persons hold the key already. */
  readonly slot: number;
};

/** Fails on a slot that was taken meanwhile: then the decision is made again, on the newer state. */
export function insertKeys(personId: string, keys: readonly KeyWrite[]): Statement {
  return {
    name: 'insert-person-keys',
    text: `insert into person_key (key, slot, kind, person_id)
           select key, slot, kind, $1
           from unnest($2::uuid[], $3::smallint[], $4::smallint[]) as new (key, slot, kind)`,
    values: [
      personId,
      keys.map(({ key }) => key),
      keys.map(({ slot }) => slot),
      keys.map(({ kind }) => kind),
    ],
  };
}

/** Who reported something, and with which message. */
export type Provenance = {
  readonly organizationId: string;
  readonly senderId: string;
  readonly messageId: string;
  readonly personVersion: number;
  readonly at: Date;
};

export type SourceWrite = {
  readonly sourceId: string;
  readonly idKey: string;
  readonly identifiers: string;
  readonly protection: Protection;
  readonly demographics: Demographics;
  readonly contentHash: string;
};

export function insertSource(personId: string, source: SourceWrite, from: Provenance): Statement {
  return {
    name: 'insert-person-source',
    text: `insert into person_source (person_id, source_id, organization_id, sender_id, id_key, identifiers,
             protection, demographics, content_hash, person_version, message_id, received_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      personId,
      source.sourceId,
      from.organizationId,
      from.senderId,
      source.idKey,
      source.identifiers,
      source.protection,
      JSON.stringify(source.demographics),
      source.contentHash,
      from.personVersion,
      from.messageId,
      from.at,
    ],
  };
}

// ---- Doses ---------------------------------------------------------------------------------------------

export type StoredReport = {
  readonly personId: string;
  readonly reportId: string;
  readonly organizationId: string;
  readonly fillerId: string;
  readonly doseKey: string;
  readonly action: 'A' | 'U' | 'D';
  readonly administeredOn: string;
  readonly codes: readonly string[];
  readonly contentHash: string;
  readonly personVersion: number;
};

const REPORT_COLUMNS = `person_id, report_id, organization_id, filler_id, dose_key, action, administered_on,
  vaccine_codes, content_hash, person_version`;

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
    text: `select d.* from (${FOUND_PERSONS}) found
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
    fillerId: row.filler_id,
    doseKey: row.dose_key,
    action: row.action,
    administeredOn: row.administered_on,
    codes: row.vaccine_codes.split(' '),
    contentHash: row.content_hash,
    personVersion: row.person_version,
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

export type ReportWrite = ReportedDose & { readonly reportId: string; readonly doseKey: string };

export function insertReports(
  personId: string,
  reports: readonly ReportWrite[],
  from: Provenance,
): Statement {
  const column = <K extends keyof ReportWrite>(name: K): readonly ReportWrite[K][] =>
    reports.map((report) => report[name]);
  return {
    name: 'insert-dose-reports',
    text: `insert into dose_report (person_id, organization_id, sender_id, message_id, person_version, received_at,
             report_id, filler_id, dose_key, action, administered_on, vaccine_codes, completion, segments, content_hash)
           select $1, $2, $3, $4, $5, $6, * from unnest($7::uuid[], $8::text[], $9::text[], $10::text[],
             $11::date[], $12::text[], $13::text[], $14::text[], $15::uuid[])`,
    values: [
      personId,
      from.organizationId,
      from.senderId,
      from.messageId,
      from.personVersion,
      from.at,
      column('reportId'),
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
