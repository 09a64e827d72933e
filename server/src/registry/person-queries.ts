import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import type { Consolidated } from './consolidate.ts';
import type { Demographics } from './demographics.ts';
import type { PersonKey } from './keys.ts';

export type KnownPerson = {
  readonly personId: string;
  readonly version: number;
  readonly isProtected: boolean;
  readonly isSealed: boolean;
  readonly demographics: Consolidated;
  /** What its charts say of who it is, packed; see `unpackPerson` of the matching package. */
  readonly records: readonly string[];
  /** The keys asked for under which the person was found. */
  readonly keys: readonly PersonKey[];
  /** The registry's own ids that were asked for and that mean this person: its own, and those merged into it. */
  readonly askedAs: readonly string[];
};

/** Keys by which a message names a person for certain, and ids that the registry itself gave out. */
export type PersonLookup = { readonly keys: readonly PersonKey[]; readonly ids: readonly string[] };

/**
 * A message can name one person by several keys: chart number, name and birth date, the registry's own id. An id that
 * was given out before a merge leads to where its person went.
 *
 * What is read of the persons found is read in a lateral subquery with `offset 0`, which PostgreSQL runs as
 * index look-ups for each. Left to choose, it makes a hash join while the tables are small, keeps that plan
 * for the life of the prepared statement, and scans whole tables once they have grown: measured with
 * bench:exchange on an empty registry, 400 messages a second instead of 1,200.
 */
const FOUND = `select key, person_id, null::uuid as asked from person_key where key = any($1::bigint[])
               union all
               select null, r.person_id, a.id from unnest($2::uuid[]) as a (id) cross join lateral (
                 with recursive went as (
                   select person_id, merged_into from person where person_id = a.id
                   union all
                   select p.person_id, p.merged_into from went join person p on p.person_id = went.merged_into
                 ) select person_id from went where merged_into is null
               ) r`;
export const FOUND_PERSONS = `select distinct person_id from (${FOUND}) found`;

export function selectPersons({ keys, ids }: PersonLookup): Statement {
  return {
    name: 'persons',
    text: `select found.key::text as key, found.asked, p.person_id, p.version, p.protected, p.sealed, p.demographics, p.records
           from (${FOUND}) found
           cross join lateral (
             select *, array(select record from person_match m where m.person_id = person.person_id) as records
             from person where person_id = found.person_id and status = 'active' offset 0
           ) p`,
    values: [keys, ids],
  };
}

export function persons(rows: Rows): readonly KnownPerson[] {
  type Found = KnownPerson & { readonly keys: PersonKey[]; readonly askedAs: string[] };
  const byId = new Map<string, Found>();
  for (const row of rows) {
    let known = byId.get(row.person_id);
    if (!known) {
      known = {
        personId: row.person_id,
        version: row.version,
        isProtected: row.protected,
        isSealed: row.sealed,
        demographics: row.demographics,
        records: row.records,
        keys: [],
        askedAs: [],
      };
      byId.set(row.person_id, known);
    }
    if (row.key !== null) known.keys.push(row.key);
    if (row.asked !== null) known.askedAs.push(row.asked);
  }
  return [...byId.values()];
}

/** A person found by a broad key: as much as is needed to tell whether it is the one. */
export type KnownCandidate = { readonly personId: string; readonly records: readonly string[] };

export type KnownCandidates = {
  readonly list: readonly KnownCandidate[];
  /** How many entries the keys had, those cut off left out: a person that comes between this and the write changes it. */
  readonly seen: number;
};

/**
 * Entries of one key that are looked at, and persons. At 40 million persons a block of last name and birth date has 1 in
 * the middle and 97 at most; a phone with more than this is a clinic's and says nothing. Those who may be meant share two
 * keys or more (name and phone, maiden name and home): of those who share one there may be a hundred GARCIAs born that day.
 */
const ENTRIES = 200;
const CANDIDATES = 40;

/** Those that share a key with the record; who shares most comes first. */
export function selectCandidates(keys: readonly PersonKey[]): Statement {
  return {
    name: 'candidates',
    text: `with hits as materialized (
             select h.person_id from unnest($1::bigint[]) as k (key)
             cross join lateral (select person_id from person_key where key = k.key limit ${ENTRIES}) h
           )
           select (select count(*) from hits)::int as seen, c.person_id, m.records
           from (
             select person_id, count(*) as shared from hits group by person_id
             order by shared desc, person_id limit ${CANDIDATES}
           ) c
           cross join lateral (
             select array(select record from person_match where person_id = c.person_id) as records offset 0
           ) m`,
    values: [keys],
  };
}

export function candidates(rows: Rows): KnownCandidates {
  return {
    list: rows.map((row) => ({ personId: row.person_id, records: row.records })),
    seen: rows[0]?.seen ?? 0,
  };
}

export type Protection = '' | 'N' | 'Y';

export type KnownSource = {
  readonly personId: string;
  readonly sourceId: string;
  readonly organizationId: string;
  readonly idKey: string;
  readonly identifiers: string;
  /** PD1-12 as this source last stated it, and when (ISO 8601); '' where it never did. */
  readonly protection: Protection;
  readonly protectionSaidAt: string;
  readonly contentHash: string;
  /** ISO 8601 */
  readonly saidAt: string;
  /** PID-5, PID-7, PID-8 as it last said them */
  readonly fields: Demographics['fields'];
};

/** The newest report of every source (organization and chart number) of the persons found. */
export function selectSources({ keys, ids }: PersonLookup): Statement {
  return {
    name: 'person-sources',
    text: `select s.* from (${FOUND_PERSONS}) found
           cross join lateral (
             select distinct on (organization_id, id_key)
               person_id, source_id, organization_id, id_key, identifiers, content_hash, said_at,
               (select jsonb_build_array(w.protection, w.said_at) from person_source w
                where w.person_id = s.person_id and w.organization_id = s.organization_id and w.id_key = s.id_key
                  and w.protection <> '' order by w.said_at desc, w.person_version desc limit 1) as protection,
               jsonb_build_object('PID-5', demographics #> '{fields,PID-5}', 'PID-7', demographics #> '{fields,PID-7}',
                 'PID-8', demographics #> '{fields,PID-8}') as fields
             from person_source s where person_id = found.person_id
             order by organization_id, id_key, said_at desc, person_version desc, source_id desc
           ) s`,
    values: [keys, ids],
  };
}

export function sources(rows: Rows): readonly KnownSource[] {
  return rows.map((row) => ({
    personId: row.person_id,
    sourceId: row.source_id,
    organizationId: row.organization_id,
    idKey: row.id_key,
    identifiers: row.identifiers,
    protection: row.protection?.[0] ?? '',
    protectionSaidAt: row.protection ? new Date(row.protection[1]).toISOString() : '',
    contentHash: row.content_hash,
    saidAt: new Date(row.said_at).toISOString(),
    fields: valued(row.fields),
  }));
}

const valued = (fields: Readonly<Record<string, string | null>>): Demographics['fields'] =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([path, raw]) => (raw === null ? [] : [[path, raw] as const])),
  );

export type PersonWrite = {
  readonly personId: string;
  /** The version that this write makes; 1 makes the person. */
  readonly version: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly isProtected: boolean;
  readonly isDeceased: boolean;
  readonly demographics: Consolidated;
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
    person.isDeceased,
    JSON.stringify(person.demographics),
    person.at,
  ];
  if (person.version === 1) {
    return {
      name: 'insert-person',
      text: `insert into person (person_id, version, last_name, first_name, birth_date, sex, protected, deceased,
               demographics, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      values,
    };
  }
  return {
    name: 'update-person',
    text: `with written as (
             update person set version = $2, last_name = $3, first_name = $4, birth_date = $5, sex = $6,
               protected = $7, deceased = $8, demographics = $9, updated_at = $10
             where person_id = $1 and version = $2 - 1 and status = 'active' returning 1
           ) select cairn_expect(count(*), 1) from written`,
    values,
  };
}

/**
 * Whoever is about to make a person, or to give one a new chart, holds these locks until it is done: the birth date and
 * the chart number. Two first messages about one newborn so come one after the other, and the second sees the first.
 * @param locks in ascending order, so that no two can wait for each other
 */
export function lockKeys(locks: readonly string[]): Statement {
  return {
    name: 'lock-keys',
    text: 'select pg_advisory_xact_lock(k) from unnest($1::bigint[]) as k',
    values: [locks],
  };
}

/** Fails as stale where somebody came to share a key since they were read. */
export function expectKeys(keys: readonly PersonKey[], seen: number): Statement {
  return {
    name: 'expect-keys',
    text: `select cairn_expect((
             select count(*) from unnest($1::bigint[]) as k (key)
             cross join lateral (select 1 from person_key where key = k.key limit ${ENTRIES}) h
           ), $2)`,
    values: [keys, seen],
  };
}

export function insertKeys(personId: string, keys: readonly PersonKey[]): Statement {
  return {
    name: 'insert-person-keys',
    text: `insert into person_key (key, person_id) select k, $1::uuid from unnest($2::bigint[]) as k on conflict do nothing`,
    values: [personId, keys],
  };
}

export type MatchRow = { readonly matchId: string; readonly record: string };

export function insertMatchRow(personId: string, { matchId, record }: MatchRow): Statement {
  return {
    name: 'insert-person-match',
    text: `insert into person_match (person_id, match_id, record) values ($1, $2, $3) on conflict do nothing`,
    values: [personId, matchId, record],
  };
}

/** Who reported something, and with which message. */
export type Provenance = {
  readonly organizationId: string;
  readonly senderId: string;
  readonly messageId: string;
  readonly personVersion: number;
  readonly at: Date;
  readonly saidAt: Date;
};

export type SourceWrite = {
  readonly sourceId: string;
  readonly idKey: string;
  readonly identifiers: string;
  /** PD1-12 of this report; '' where it is silent. */
  readonly protection: Protection;
  readonly demographics: Demographics;
  readonly contentHash: string;
};

export function insertSource(personId: string, source: SourceWrite, from: Provenance): Statement {
  return {
    name: 'insert-person-source',
    text: `insert into person_source (person_id, source_id, organization_id, sender_id, id_key, identifiers,
             protection, demographics, content_hash, person_version, message_id, received_at, said_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
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
      from.saidAt,
    ],
  };
}

/** The chart says again what it said: now is when it last did. */
export function restateSource(personId: string, sourceId: string, saidAt: Date): Statement {
  return {
    name: 'restate-person-source',
    text: `update person_source set said_at = $3 where person_id = $1 and source_id = $2 and said_at < $3`,
    values: [personId, sourceId, saidAt],
  };
}
