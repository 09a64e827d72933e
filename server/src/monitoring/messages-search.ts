import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import type { exportBody, foundAnswer, foundMessage, searchBody } from './message-schema.ts';
import { boundsOf, type Range, rangeOf } from './messages-range.ts';
import { type NamedSite, partsOf, siteWatched, type Watched } from './messages-watched.ts';

export type Found = z.output<typeof foundMessage>;
type Filters = Omit<z.output<typeof exportBody>, 'withPatients'>;

const PAGE = 50;

export type Asked = {
  readonly filters: Filters;
  readonly watched: Watched;
  /** The civil day in the jurisdiction */
  readonly today: string;
};

/** Where a message stands in the ledger, and whose it is. */
export type Place = { readonly month: string; readonly id: string; readonly personId: string | null };

/**
 * One page of what is looked for, the newest first.
 * @returns also the persons whose messages were found
 * @throws ApiError not-found for a site that is not watched; request-invalid
 */
export async function searchMessages(
  kysely: Kysely<Tables>,
  asked: Asked,
  { after }: Pick<z.output<typeof searchBody>, 'after'>,
): Promise<{ readonly answer: z.output<typeof foundAnswer>; readonly personIds: readonly string[] }> {
  const { range, site, places } = await placesOf(kysely, asked, { after, limit: PAGE + 1 });
  const page = places.slice(0, PAGE);
  return {
    answer: {
      messages: await messagesAt(kysely, page),
      more: places.length > PAGE,
      ...range,
      site: site ? { code: site.code, name: site.name } : null,
    },
    personIds: personsOf(page),
  };
}

export const personsOf = (places: readonly Place[]): readonly string[] => [
  ...new Set(places.flatMap(({ personId }) => (personId === null ? [] : [personId]))),
];

/** Which messages are found, the newest first. What is not in the index yet is read where it waits. */
export async function placesOf(
  kysely: Kysely<Tables>,
  { filters, watched, today }: Asked,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{
  readonly range: Range;
  readonly site: NamedSite | undefined;
  readonly places: readonly Place[];
}> {
  const isOfAll = watched.kind === 'all' && filters.site === undefined;
  const range = rangeOf(filters, today, isOfAll);
  const site = await siteWatched(kysely, watched, filters.site);
  const matches = sql`${inRange(range, after)} and ${meets(filters)}`;
  // The index of all goes by month and id, those of an organization by id; in the end both are the order of time.
  const order = isOfAll ? sql`i.month desc, i.message_id desc` : sql`i.message_id desc`;
  const pages = partsOf(watched, site?.organizationId).flatMap((whose) =>
    [sql`message_index`, sql`message_arrival`].map(
      (
        table,
      ) => sql`(select i.month::text as month, i.message_id as id, i.person_id as "personId" from ${table} i
        where ${whose} and ${matches} order by ${order} limit ${limit})`,
    ),
  );
  const { rows } = await sql<Place>`select * from (${sql.join(pages, sql` union all `)}) found
    order by id desc limit ${limit}`.execute(kysely);
  return { range, site, places: rows };
}

function inRange(range: Range, after: string | undefined): RawBuilder<unknown> {
  const { firstId, lastId, months } = boundsOf(range);
  const last = after !== undefined && after < lastId ? after : lastId;
  return sql`i.month between ${months[0]} and ${months.at(-1)} and i.message_id >= ${firstId}::uuid
    and i.message_id < ${last}::uuid and i.day between ${range.from} and ${range.to}`;
}

function meets(filters: Filters): RawBuilder<unknown> {
  const { outcome, kind, address, controlId, finding, patient } = filters;
  const all: RawBuilder<unknown>[] = [
    ...(outcome === undefined ? [] : [sql`i.outcome in (${sql.join(outcomesOf(outcome))})`]),
    ...(kind === undefined ? [] : [sql`i.kind = ${kind}`]),
    ...(address === undefined ? [] : [sql`i.address = ${address}`]),
    ...(controlId === undefined ? [] : [sql`i.control_id = ${controlId}`]),
    ...(finding === undefined ? [] : [sql`i.codes && ${codesOf(finding)}::text[]`]),
    ...(patient === undefined ? [] : [isAbout(patient)]),
  ];
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

const outcomesOf = (outcome: NonNullable<Filters['outcome']>): readonly string[] =>
  outcome === 'refused' ? ['refused', 'fault'] : [outcome];

const codesOf = (finding: string): readonly string[] =>
  ['E', 'W', 'I'].map((severity) => `${severity}:${finding.toLowerCase()}`);

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Every word must occur in what was sent; the id of a record finds what touched it, and those that were merged into it. */
function isAbout(patient: string): RawBuilder<unknown> {
  if (UUID.test(patient)) {
    return sql`i.person_id in (
      with recursive merged (person_id) as (
        select ${patient}::uuid
        union
        select l.from_person from person_link l join merged on l.to_person = merged.person_id
        where l.op = 'merge' and l.undone_by is null)
      select person_id from merged)`;
  }
  const words = patient
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map(asSent);
  if (words.length === 0) return sql`false`;
  return sql.join(
    words.map((word) => sql`i.patient like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    sql` and `,
  );
}

/** Birth dates are sent as `20240315`; people write `2024-03-15` or `3/15/2024`. */
function asSent(word: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(word) ?? [];
  if (year !== undefined) return `${year}${month}${day}`;
  const [, usMonth = '', usDay = '', usYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(word) ?? [];
  return usYear === undefined ? word : `${usYear}${usMonth.padStart(2, '0')}${usDay.padStart(2, '0')}`;
}

type Row = Omit<Found, 'at' | 'site' | 'sender'> & {
  readonly at: Date;
  readonly siteCode: string;
  readonly siteName: string;
  readonly senderCode: string;
  readonly senderName: string;
};

/** Those messages with what a list says of them, in their order. */
export async function messagesAt(kysely: Kysely<Tables>, places: readonly Place[]): Promise<Found[]> {
  if (places.length === 0) return [];
  const months = places.map(({ month }) => month);
  const ids = places.map(({ id }) => id);
  const { rows } = await sql<Row>`
    with place as (
      select * from unnest(${months}::date[], ${ids}::uuid[]) with ordinality as p (month, message_id, position)),
    known as (
      select p.position, i.message_id, i.kind, i.patient, i.organization_id
      from place p join message_index i on i.month = p.month and i.message_id = p.message_id
      union all
      select p.position, i.message_id, i.kind, i.patient, i.organization_id
      from place p join message_arrival i on i.message_id = p.message_id)
    select m.message_id as id, m.received_at as at, m.message_type as type, known.kind, m.control_id as "controlId",
      m.outcome, m.ack_code as "ackCode", m.address, m.operation, known.patient,
      o.code as "siteCode", o.name as "siteName", s.code as "senderCode", s.name as "senderName",
      (select jsonb_build_object('code', f ->> 'code', 'severity', f ->> 'severity', 'message', f ->> 'message')
       from jsonb_array_elements(m.findings) with ordinality as each (f, n)
       order by position(f ->> 'severity' in 'EWI'), n limit 1) as finding
    from known
    join place p using (position)
    join message m on m.month = p.month and m.message_id = p.message_id
    join organization o on o.organization_id = known.organization_id
    join organization s on s.organization_id = m.sender_id
    order by known.position`.execute(kysely);
  return rows.map(({ at, siteCode, siteName, senderCode, senderName, ...row }) => ({
    ...row,
    at: at.toISOString(),
    site: { code: siteCode, name: siteName },
    sender: { code: senderCode, name: senderName },
  }));
}
