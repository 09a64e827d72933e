import type { Finding } from '@cairn/guide';
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { destinationOf } from '../exchange/forward.ts';
import { guideOn } from '../exchange/guide.ts';
import type { Outcome } from '../exchange/ledger.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { type MessageView, viewOf } from '../workbench/view.ts';
import type { messageAnswer } from './message-schema.ts';
import { effectsOf, type Sight } from './message-view-effects.ts';
import { monthsOfId } from './messages-range.ts';
import { ledgerWatched, type Watched } from './messages-watched.ts';

type View = z.output<typeof messageAnswer>;
type Party = View['sender'];

type Row = {
  readonly id: string;
  readonly month: string;
  readonly at: Date;
  readonly address: View['address'];
  readonly operation: string;
  readonly type: string;
  readonly controlId: string;
  readonly raw: Buffer;
  readonly outcome: Outcome;
  readonly ackCode: MessageView['ackCode'];
  readonly answer: string;
  readonly findings: readonly Finding[];
  readonly personId: string | null;
  readonly forwardedTo: string | null;
  readonly senderId: string;
  readonly sender: Party;
  readonly responsibleId: string | null;
  readonly responsible: Party | null;
};

export type Shown = {
  readonly view: View;
  /** Everybody whom its text or its answer speaks of. */
  readonly personIds: readonly string[];
  readonly responsibleId: string | undefined;
};

/** One message as it was judged then, what it did, and what else came under its control id. Undefined where it is none of theirs. */
export async function messageOf(
  db: Kysely<Tables>,
  id: string,
  by: { readonly watched: Watched; readonly sight: Sight; readonly jurisdiction: Jurisdiction },
): Promise<Shown | undefined> {
  const row = await ledgerRow(db, id, by.watched);
  if (!row) return undefined;
  const guide = guideOn(by.jurisdiction, localDate(row.at, by.jurisdiction.timeZone));
  const { at, address, operation, outcome, sender, responsible, personId } = row;
  const isQuery = row.type.startsWith('QBP');
  return {
    view: {
      ...viewOf({ ...row, raw: row.raw.toString('utf8'), cases: [] }, guide),
      id,
      at: at.toISOString(),
      address,
      operation,
      outcome,
      sender,
      responsible,
      forwardedTo: row.forwardedTo === null ? null : destinationOf(row.forwardedTo, by.jurisdiction),
      isForgotten: row.raw.length === 0,
      effects: await effectsOf(db, { messageId: id, personId, isQuery }, by.sight),
      related: await relatedTo(db, row, by.watched),
    },
    personIds: [...(personId === null ? [] : [personId]), ...(isQuery ? await disclosed(db, row) : [])],
    responsibleId: row.responsibleId ?? undefined,
  };
}

async function ledgerRow(db: Kysely<Tables>, id: string, watched: Watched): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select m.message_id as id, m.month::text as month, m.received_at as at, m.address, m.operation,
      m.message_type as type, m.control_id as "controlId", m.raw, m.outcome, m.ack_code as "ackCode", m.answer,
      m.findings, m.person_id as "personId", m.forwarded_to as "forwardedTo", m.sender_id as "senderId", m.responsible_id as "responsibleId",
      jsonb_build_object('code', s.code, 'name', s.name) as sender,
      case when o.organization_id is not null then jsonb_build_object('code', o.code, 'name', o.name) end as responsible
    from message m
    join organization s on s.organization_id = m.sender_id
    left join organization o on o.organization_id = m.responsible_id
    where m.month = any(${monthsOfId(id)}::date[]) and m.message_id = ${id} and ${ledgerWatched(watched)}`.execute(
    db,
  );
  return rows[0];
}

/** More under one control id are a mistake that is seen without seeing them all. */
const MOST_RELATED = 20;

type Related = { readonly id: string; readonly month: string };

async function relatedTo(
  db: Kysely<Tables>,
  { id, controlId, senderId }: Row,
  watched: Watched,
): Promise<View['related']> {
  if (controlId === '') return [];
  const { rows: places } = await sql<Related>`
    select month::text as month, message_id as id from message_index
    where control_id = ${controlId} and sender_id = ${senderId} and message_id <> ${id}
    union all
    select month::text as month, message_id as id from message_arrival
    where control_id = ${controlId} and sender_id = ${senderId} and message_id <> ${id}
    order by id desc limit ${MOST_RELATED}`.execute(db);
  if (places.length === 0) return [];
  const { rows } = await sql<Omit<View['related'][number], 'at'> & { readonly at: Date }>`
    select m.message_id as id, m.received_at as at, m.outcome, m.ack_code as "ackCode"
    from unnest(${places.map(({ month }) => month)}::date[], ${places.map((place) => place.id)}::uuid[]) p (month, id)
    join message m on m.month = p.month and m.message_id = p.id
    where ${ledgerWatched(watched)} order by m.message_id`.execute(db);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** Whose records the answer to a query held: they were written down in the moment in which it was answered. */
async function disclosed(db: Kysely<Tables>, { id, month, at }: Row): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly personIds: readonly string[] }>`
    select person_ids as "personIds" from audit_event
    where month = ${month} and at = ${at} and message_id = ${id} and action = 'query'`.execute(db);
  return rows.flatMap(({ personIds }) => personIds);
}
