import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { codeKey } from '../registry/organizations.ts';

/** Whose acknowledgements: a site's own, whoever sent for it; what a Sending Facility itself sent, for one client or all. */
export type Whose = {
  readonly organizationId: string;
  readonly kind: 'site' | 'sending-facility';
  /** Of a Sending Facility: the client alone. */
  readonly clientId?: string | undefined;
};

export type Acknowledgement = {
  readonly position: number;
  readonly messageId: string;
  readonly receivedAt: string;
  readonly controlId: string;
  /** The organization in MSH-22; whoever sent it where none was made out. */
  readonly responsible: string;
  readonly ackCode: string;
  readonly outcome: string;
  /** The HL7 acknowledgement as it was answered. */
  readonly ack: string;
};

export const MOST = 200;

const parts = ({ organizationId, kind, clientId }: Whose): readonly RawBuilder<unknown>[] => {
  if (kind === 'site') return [sql`i.organization_id = ${organizationId}`];
  if (clientId !== undefined) {
    return [
      sql`i.organization_id = ${clientId} and i.sender_id = ${organizationId} and i.sender_id <> i.organization_id`,
    ];
  }
  return [
    sql`i.sender_id = ${organizationId} and i.sender_id <> i.organization_id`,
    sql`i.organization_id = ${organizationId} and i.sender_id = ${organizationId}`,
  ];
};

/** Answers to queries hold patients and are not handed on; a fault is no acknowledgement. */
const isAnswered = sql`i.kind <> 'query' and i.outcome not in ('answered', 'fault')`;

/** So many messages are looked at for one page: most of a site may be queries, or history that was loaded. */
const WINDOW = 2000;

export type Page = {
  readonly acknowledgements: readonly Acknowledgement[];
  /** Up to where was looked: whoever goes on from there misses none, and has nothing looked at again. */
  readonly next: number;
  /** Whether there may be more beyond it now. */
  readonly more: boolean;
};

/** Those after a position, in the order in which they became visible. */
export async function readAcknowledgements(
  kysely: Kysely<Tables>,
  whose: Whose,
  {
    address,
    after,
    limit,
  }: { readonly address: 'production' | 'test'; readonly after: number; readonly limit: number },
): Promise<Page> {
  const pages = parts(whose).map(
    (part) => sql`(select i.month, i.message_id, i.position, i.organization_id, i.address, i.kind, i.outcome
      from message_index i where ${part} and i.position > ${after} order by i.position limit ${WINDOW})`,
  );
  type Row = Omit<Acknowledgement, 'receivedAt'> & {
    readonly receivedAt: Date | null;
    readonly seen: number;
    readonly upTo: number | null;
  };
  const { rows } = await sql<Row>`
    with looked as materialized (
      select * from (${sql.join(pages, sql` union all `)}) each order by position limit ${WINDOW}),
    handed as (
      select i.position::float8 as position, m.message_id as "messageId", m.received_at as "receivedAt",
        m.control_id as "controlId", o.code as responsible, m.ack_code as "ackCode", m.outcome, m.answer as ack
      from looked i
      join message m on m.month = i.month and m.message_id = i.message_id
      join organization o on o.organization_id = i.organization_id
      where i.address = ${address} and ${isAnswered}
        and m.operation not in ('portal-entry', 'flat-file', 'history-load')
      order by i.position limit ${limit})
    select s.seen, s.up_to as "upTo", h.*
    from (select count(*)::int as seen, max(position)::float8 as up_to from looked) s left join handed h on true
    order by h.position`.execute(kysely);
  const acknowledgements = rows.flatMap(({ receivedAt, seen: _seen, upTo: _upTo, ...row }) =>
    receivedAt === null ? [] : [{ ...row, receivedAt: receivedAt.toISOString() }],
  );
  const isFull = acknowledgements.length === limit;
  return {
    acknowledgements,
    next: (isFull ? acknowledgements.at(-1)?.position : rows[0]?.upTo) ?? after,
    more: isFull || rows[0]?.seen === WINDOW,
  };
}

/** How many there are after a position in production, counted up to a thousand. */
export async function countAfter(kysely: Kysely<Tables>, whose: Whose, after: number): Promise<number> {
  const counts = parts(whose).map(
    (part) => sql`(select 1 from message_index i
      where ${part} and i.position > ${after} and i.address = 'production' and ${isAnswered} limit 1000)`,
  );
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from (${sql.join(counts, sql` union all `)}) each`.execute(kysely);
  return Math.min(1000, rows[0]?.count ?? 0);
}

const WAITS = 10;
const WAIT_MS = 100;

/** Waits, for a second at most, until what has come in has its position. */
export async function whenFolded(kysely: Kysely<Tables>, { organizationId }: Whose): Promise<void> {
  for (let wait = 0; wait < WAITS; wait++) {
    const { rows } = await sql`
      select from message_arrival where organization_id = ${organizationId} or sender_id = ${organizationId} limit 1`.execute(
      kysely,
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}

/** The client of that code for which the Sending Facility submits or once did, as both sides had confirmed. */
export async function clientOf(
  kysely: Kysely<Tables>,
  facilityId: string,
  code: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ readonly id: string }>`
    select o.organization_id as id from organization o
    where o.code_key = ${codeKey(code)} and exists (
      select from sending_facility_client l
      where l.sending_facility_id = ${facilityId} and l.site_id = o.organization_id and l.confirmed_at is not null)`.execute(
    kysely,
  );
  return rows[0]?.id;
}
