import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { csvOf } from '../platform/csv.ts';
import type { Tables } from '../platform/database/tables.ts';
import { codeKey } from '../registry/organizations.ts';
import type { Asked, sheetQuery, workAnswer } from './schema.ts';

type Answer = z.output<typeof workAnswer>;
type Item = Answer['items'][number];
export type Filters = z.output<typeof sheetQuery>;

const ROWS_SHOWN = 50;
const MOST_EXPORTED = 10_000;
const MOST_CODES = 30;

/** What the filters mean, of `outbound_copy c`. Without a state: what waits for a decision. */
export function meant(endpointId: string, { state, code, site }: Filters): RawBuilder<boolean> {
  // Each is named as its index has it.
  const states =
    state === undefined ? sql`c.state in ('refused', 'undeliverable')` : sql`c.state = ${sql.lit(state)}`;
  const isOfSite = sql`c.organization_id =
    (select organization_id from organization where code_key = ${codeKey(site ?? '')})`;
  return sql`c.endpoint_id = ${endpointId} and ${states}
    and ${code === undefined ? sql`true` : sql`c.code = ${code}`}
    and ${site === undefined || site === '' ? sql`true` : isOfSite}`;
}

/**
 * Messages that another registry has not taken, the oldest first. They are about patients, whom nothing here names: what the
 * other registry says in words of its own may, and is shown by itself ({@link answerOf}).
 */
export async function workOf(
  db: Kysely<Tables>,
  endpointId: string,
  filters: Filters,
  after: string | undefined,
): Promise<Answer> {
  const where = meant(endpointId, filters);
  const items = await itemsOf(db, where, after, ROWS_SHOWN + 1);
  const { rows: codes } = await sql<Answer['codes'][number]>`
    select c.code, count(*)::int as count from outbound_copy c where ${meant(endpointId, { ...filters, code: undefined })}
    group by c.code order by 2 desc, 1 limit ${MOST_CODES}`.execute(db);
  const { rows: found } = await sql<{ readonly found: number }>`
    select count(*)::int as found from outbound_copy c where ${where}`.execute(db);
  return {
    items: items.slice(0, ROWS_SHOWN),
    found: found[0]?.found ?? 0,
    more: items.length > ROWS_SHOWN,
    codes: [...codes],
  };
}

type Row = Omit<Item, 'at' | 'endedAt'> & { readonly at: Date; readonly endedAt: Date | null };

async function itemsOf(
  db: Kysely<Tables>,
  where: RawBuilder<boolean>,
  after: string | undefined,
  limit: number,
): Promise<readonly Item[]> {
  const { rows } = await sql<Row>`
    select c.message_id as id, c.created_at as at, c.ended_at as "endedAt",
      jsonb_build_object('code', o.code, 'name', o.name) as site, coalesce(m.control_id, '') as "controlId",
      c.state, c.attempts, c.code, case when c.state = 'refused' then '' else c.words end as words,
      c.answer <> '' as "hasAnswer"
    from (select * from outbound_copy c where ${where} and ${after === undefined ? sql`true` : sql`c.message_id > ${after}`}
      order by c.message_id limit ${limit}) c
    join organization o on o.organization_id = c.organization_id
    left join message m on m.month = c.month and m.message_id = c.message_id
    order by c.message_id`.execute(db);
  return rows.map(({ at, endedAt, ...row }) => ({
    ...row,
    at: at.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

/** The ids of messages that were chosen one by one, or by what they have in common. */
export async function chosenOf(
  db: Kysely<Tables>,
  endpointId: string,
  chosen: Asked,
): Promise<readonly string[]> {
  if ('messages' in chosen) return chosen.messages;
  const { rows } = await sql<{ readonly id: string }>`
    select c.message_id as id from outbound_copy c where ${meant(endpointId, chosen.all)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The work list as a sheet. */
export async function sheetOf(db: Kysely<Tables>, endpointId: string, filters: Filters): Promise<string> {
  const items = await itemsOf(db, meant(endpointId, filters), undefined, MOST_EXPORTED);
  const headings = ['message', 'received', 'decided', 'site', 'site name', 'control id', 'state', 'tries'];
  return csvOf([
    [...headings, 'reason', 'what it says'],
    ...items.map(({ id, at, endedAt, site, controlId, state, attempts, code, words }) => [
      id,
      at,
      endedAt ?? '',
      site.code,
      site.name,
      controlId,
      state,
      String(attempts),
      code,
      words,
    ]),
  ]);
}

/** What the other registry answered to a message, and of whom it may speak. */
export async function answerOf(
  db: Kysely<Tables>,
  endpointId: string,
  messageId: string,
): Promise<
  | {
      readonly answer: string;
      readonly controlId: string;
      readonly at: string | null;
      readonly personId: string;
      readonly organizationId: string;
    }
  | undefined
> {
  const { rows } = await sql<{
    readonly answer: string;
    readonly controlId: string;
    readonly at: Date | null;
    readonly personId: string;
    readonly organizationId: string;
  }>`
    select c.answer, coalesce(m.control_id, '') as "controlId", c.ended_at as at, c.person_id as "personId",
      c.organization_id as "organizationId"
    from outbound_copy c left join message m on m.month = c.month and m.message_id = c.message_id
    where c.endpoint_id = ${endpointId} and c.message_id = ${messageId} and c.answer <> ''`.execute(db);
  const [row] = rows;
  return row && { ...row, at: row.at?.toISOString() ?? null };
}

/** How many messages, of all registries, staff should look at. */
export async function toLookAt(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ readonly n: number }>`
    select count(*)::int as n from outbound_copy where state in ('refused', 'undeliverable')`.execute(db);
  return rows[0]?.n ?? 0;
}
