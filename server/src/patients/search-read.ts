import { parseMessage } from '@cairn/hl7';
import { type Kysely, sql } from 'kysely';
import type { Demographics } from '../registry/demographics.ts';
import { identifiersOf } from '../registry/identity.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Candidate } from './search-rank.ts';
import type { SearchPlan } from './search-asked.ts';

/** Entries looked at of each key and name beginning, and persons compared; as for messages (registry/person-queries.ts). */
const ENTRIES = 200;
const MOST_COMPARED = 200;

export type FoundRow = Candidate & {
  readonly isProtected: boolean;
  readonly isSealed: boolean;
  /** PD1-12 of each chart that the organization acted for has of the person. */
  readonly own: readonly ('' | 'N' | 'Y')[];
};

/** As the index `person_name` has the names: without accents, so that Pena finds Peña. `withoutAccents` is the same in the plan. */
const LAST = sql.raw(
  String.raw`regexp_replace(normalize(upper(last_name), NFD), '[\u0300-\u036F]', '', 'g')`,
);
const FIRST = sql.raw(
  String.raw`regexp_replace(normalize(upper(first_name), NFD), '[\u0300-\u036F]', '', 'g')`,
);

/**
 * All that come into question, in one statement of index look-ups. A name's beginning is a range of the index: `like` with a
 * parameter would not use it. Who is sealed is found by ids alone, also where there is a chart.
 */
export async function readCandidates(
  db: Kysely<Tables>,
  { keys, certain, ids, beginnings }: SearchPlan,
  organizationId: string | undefined,
): Promise<readonly FoundRow[]> {
  const named = beginnings.map(
    ({ last, first }) => sql`union all
      (select person_id, 1 as weight, false as certain from person
       where status = 'active' and not sealed and ${LAST} ~>=~ ${last} and ${LAST} ~<~ ${`${last}\u{10FFFF}`}
         and ${FIRST} ~>=~ ${first} and ${FIRST} ~<~ ${`${first}\u{10FFFF}`}
       order by ${LAST} using ~<~, ${FIRST} using ~<~ limit ${ENTRIES})`,
  );
  const { rows } = await sql<FoundRow>`
    with recursive went as (
      select person_id, merged_into from person where person_id = any(${ids}::uuid[])
      union all
      select p.person_id, p.merged_into from went join person p on p.person_id = went.merged_into
    ), hits as materialized (
      (select h.person_id, 1 as weight, k.key = any(${certain}::bigint[]) as certain
       from unnest(${keys}::bigint[]) as k (key)
       cross join lateral (select person_id from person_key where key = k.key limit ${ENTRIES}) h)
      union all select person_id, 1, true from went where merged_into is null
      ${named.length === 0 ? sql`` : sql.join(named, sql` `)}
    ), chosen as materialized (
      select person_id, count(*) as shared, bool_or(certain) as certain from hits
      group by person_id order by certain desc, shared desc, person_id limit ${MOST_COMPARED}
    )
    select c.person_id as "personId", c.certain as "isById", p.protected as "isProtected", p.sealed as "isSealed",
      p.records, p.own
    from chosen c cross join lateral (
      select person_id, protected, sealed,
        array(select record from person_match m where m.person_id = person.person_id) as records,
        array(select coalesce((select w.protection from person_source w
            where w.person_id = s.person_id and w.organization_id = s.organization_id and w.id_key = s.id_key
              and w.protection <> '' order by w.said_at desc, w.person_version desc limit 1), '')
          from (select distinct person_id, organization_id, id_key from person_source
            where person_id = person.person_id and organization_id = ${organizationId ?? null}) s) as own
      from person where person_id = c.person_id and status = 'active' offset 0
    ) p`.execute(db);
  return rows;
}

/** What is shown of those that are shown. */
export async function readDemographics(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Demographics>> {
  const { rows } = await sql<{ readonly id: string; readonly demographics: Demographics }>`
    select person_id as id, demographics from person where person_id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, demographics }) => [id, demographics]));
}

/** How many of its latest messages tell who issues an organization's chart numbers. */
const MESSAGES = 100;

/** The authorities (PID-3.4) of the charts that the organization reported last. */
export async function readAuthorities(
  db: Kysely<Tables>,
  organizationId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly identifiers: string }>`
    select distinct s.identifiers from (
      select person_id from message where responsible_id = ${organizationId} and person_id is not null
      order by message_id desc limit ${MESSAGES}
    ) m cross join lateral (
      select identifiers from person_source
      where person_id = m.person_id and organization_id = ${organizationId} limit 2 offset 0
    ) s`.execute(db);
  return [...new Set(rows.flatMap(({ identifiers }) => authoritiesIn(identifiers)))];
}

function authoritiesIn(identifiers: string): readonly string[] {
  const parsed = parseMessage(`MSH|^~\\&\rPID|||${identifiers}`);
  const pid = parsed.ok ? parsed.message.first('PID') : undefined;
  return pid ? identifiersOf(pid, 3).map(({ authority }) => authority) : [];
}
