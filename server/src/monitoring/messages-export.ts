import type { Kysely } from 'kysely';
import { csvOf } from '../platform/csv.ts';
import type { Tables } from '../platform/database/tables.ts';
import { type Found, messagesAt, type Place } from './messages-search.ts';

/** More rows than anyone reads in a sheet. */
export const MOST_EXPORTED = 10_000;
const AT_ONCE = 1000;

const HEADINGS = [
  'id',
  'received',
  'site',
  'site name',
  'sender',
  'address',
  'operation',
  'type',
  'control id',
  'ack',
  'outcome',
  'finding',
  'what it says',
];

/** A sheet of messages, made as it is read. What was typed elsewhere is defused (platform/csv.ts). */
export async function* sheetOf(
  kysely: Kysely<Tables>,
  places: readonly Place[],
  withPatients: boolean,
): AsyncGenerator<string> {
  yield csvOf([[...HEADINGS, ...(withPatients ? ['patient'] : [])]]);
  for (let at = 0; at < places.length; at += AT_ONCE) {
    const found = await messagesAt(kysely, places.slice(at, at + AT_ONCE));
    yield csvOf(found.map((message) => rowOf(message, withPatients)));
  }
}

const rowOf = (message: Found, withPatients: boolean): readonly string[] => [
  message.id,
  message.at,
  message.site.code,
  message.site.name,
  message.sender.code,
  message.address,
  message.operation,
  message.type,
  message.controlId,
  message.ackCode,
  message.outcome,
  message.finding?.code ?? '',
  message.finding?.message ?? '',
  ...(withPatients ? [message.patient] : []),
];
