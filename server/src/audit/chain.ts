import { createHash } from 'node:crypto';
import { sql } from 'kysely';

/** What holds a batch of events, and hangs on the seal before it. */
export type Seal = {
  readonly sealNo: string;
  readonly sealedAt: Date;
  /** The months in which the events are: where to look for them. */
  readonly months: readonly string[];
  readonly eventIds: readonly string[];
  /** One after the other, 32 bytes each. */
  readonly eventHashes: Buffer;
  readonly previousHash: Buffer;
};

export const HASH_BYTES = 32;
/** Before the first seal; and of an event that was gone before it was sealed. */
export const NO_HASH = Buffer.alloc(HASH_BYTES);

/** The hash of a seal: of all that it says, so that nothing of it can be another, and of the seal before. */
export function hashOfSeal(seal: Seal): Buffer {
  return createHash('sha256')
    .update(
      framed([
        'cairn audit seal 1',
        seal.sealNo,
        String(seal.sealedAt.getTime()),
        seal.months.join(','),
        seal.eventIds.join(','),
        seal.eventHashes.toString('hex'),
        seal.previousHash.toString('hex'),
      ]),
    )
    .digest();
}

/** Parts with their lengths before them: no two lists of parts are the same text. */
const framed = (parts: readonly string[]): string => parts.map((part) => `${part.length}:${part}`).join('');

const COLUMNS = [
  // Not as text: how days are written is a setting of the connection.
  "to_char(month, 'YYYY-MM-DD')",
  'event_id::text',
  // Microseconds since 1970.
  '(extract(epoch from at) * 1000000)::bigint::text',
  'action',
  'account_id::text',
  'staff_id::text',
  'credential_id::text',
  'organization_id::text',
  'responsible_id::text',
  'message_id::text',
  'person_ids::text',
  'detail::text',
];

/**
 * The hash of an event, worked out by PostgreSQL where the event is. Each column stands there with its length, and one that is
 * not filled with a sign of its own, so that nothing can move from one column to the next.
 */
export const EVENT_HASH = sql.raw<Buffer>(
  `sha256(convert_to(${COLUMNS.map((column) => `coalesce(length(${column}) || ':' || ${column}, '-')`).join(' || ')}, 'UTF8'))`,
);
