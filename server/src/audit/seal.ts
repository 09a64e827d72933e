import { type Kysely, sql } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { EVENT_HASH, hashOfSeal, NO_HASH } from './chain.ts';

/** How long an event may stand unsealed; so long somebody who owns the database could change it unnoticed. */
const EVERY_MS = 1_000;
/** Events of one seal: so many are read and hashed in one transaction. */
export const MOST_EVENTS = 2_000;

type SealParts = { readonly kysely: Kysely<Tables>; readonly clock: Clock };

/** Seals what has been written to the audit, again and again. Of several workers one at a time does it. */
export function startSealing(parts: SealParts & { readonly log: Log }): {
  readonly stop: () => Promise<void>;
} {
  return repeat(
    EVERY_MS,
    async () => {
      while ((await sealBatch(parts)) === MOST_EVENTS);
    },
    (error) => parts.log.error({ err: error }, 'the audit could not be sealed; the next try follows'),
  );
}

/**
 * Puts the oldest events that no seal holds into the next seal.
 * @returns how many they were; 0 also where another worker is at it
 */
export function sealBatch({ kysely, clock }: SealParts): Promise<number> {
  return kysely.transaction().execute(async (trx) => {
    const lock = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('cairn.audit-seal')) as "isOurs"`.execute(trx);
    if (lock.rows[0]?.isOurs !== true) return 0;
    const { rows: unsealed } = await sql<{ eventId: string; month: string }>`
      delete from audit_unsealed where event_id in (select event_id from audit_unsealed order by event_id limit ${MOST_EVENTS})
      returning event_id as "eventId", to_char(month, 'YYYY-MM-DD') as month`.execute(trx);
    if (unsealed.length === 0) return 0;
    const eventIds = unsealed.map(({ eventId }) => eventId).toSorted();
    const months = [...new Set(unsealed.map(({ month }) => month))].toSorted();
    const { rows: events } = await sql<{ eventId: string; hash: Buffer }>`
      select event_id as "eventId", ${EVENT_HASH} as hash from audit_event
      where month = any(${months}::date[]) and event_id = any(${eventIds}::uuid[])`.execute(trx);
    const hashes = new Map(events.map(({ eventId, hash }) => [eventId, hash]));
    const { rows: last } = await sql<{ sealNo: string; hash: Buffer }>`
      select seal_no as "sealNo", hash from audit_seal order by seal_no desc limit 1`.execute(trx);
    const seal = {
      sealNo: String(BigInt(last[0]?.sealNo ?? 0) + 1n),
      sealedAt: clock.now(),
      months,
      eventIds,
      // One that was taken away meanwhile is sealed as missing: a check finds it.
      eventHashes: Buffer.concat(eventIds.map((id) => hashes.get(id) ?? NO_HASH)),
      previousHash: last[0]?.hash ?? NO_HASH,
    };
    await sql`
      insert into audit_seal (seal_no, sealed_at, months, event_ids, event_hashes, previous_hash, hash)
      values (${seal.sealNo}, ${seal.sealedAt}, ${months}::date[], ${eventIds}::uuid[], ${seal.eventHashes},
        ${seal.previousHash}, ${hashOfSeal(seal)})`.execute(trx);
    return eventIds.length;
  });
}
