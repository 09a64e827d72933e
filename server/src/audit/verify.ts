import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { EVENT_HASH, HASH_BYTES, hashOfSeal, NO_HASH, type Seal } from './chain.ts';

/** What is not as it was written. `day` is when the seal was made, or the event written. */
export type AuditFinding =
  | {
      readonly kind: 'event-changed' | 'event-missing';
      readonly eventId: string;
      readonly sealNo: string;
      readonly day: string;
    }
  | {
      readonly kind: 'event-missing-unsealed' | 'event-added';
      readonly eventId: string;
      readonly day: string;
    }
  | { readonly kind: 'seal-changed' | 'chain-broken'; readonly sealNo: string; readonly day: string }
  /** Numbers that are missing before this seal. */
  | { readonly kind: 'seal-missing'; readonly sealNo: string; readonly day: string; readonly missing: string }
  | { readonly kind: 'head-missing'; readonly head: string };

export type AuditVerdict = {
  readonly seals: number;
  readonly events: number;
  /** Written a moment ago, and in no seal yet. */
  readonly unsealed: number;
  readonly oldestUnsealed: Date | undefined;
  /** The hash of the last seal, in hexadecimal; undefined where there is none. */
  readonly head: string | undefined;
  readonly lastSeal: string | undefined;
  readonly findings: number;
};

export type Verifying = {
  /** A head that was written down earlier: the chain must still hold it. */
  readonly head?: string | undefined;
  readonly found: (finding: AuditFinding) => void;
  readonly progress?: (done: { readonly seals: number; readonly events: number }) => void;
};

type SealRow = Seal & { readonly hash: Buffer };
const SEALS_AT_ONCE = 50;

/**
 * Reads the whole audit as it is at one moment and holds it against its seals. A running server is not disturbed.
 */
export function verifyAudit(kysely: Kysely<Tables>, asked: Verifying): Promise<AuditVerdict> {
  return kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      // Years of events take longer than any request may.
      await sql`set local statement_timeout = 0`.execute(trx);
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
      let findings = 0;
      const found = (finding: AuditFinding): void => {
        findings++;
        asked.found(finding);
      };
      const chain = await verifyChain(trx, { ...asked, found });
      await findAdded(trx, found);
      const unsealed = await readUnsealed(trx, found);
      if (asked.head !== undefined && !chain.hasHead) found({ kind: 'head-missing', head: asked.head });
      const { seals, events, last } = chain;
      return {
        seals,
        events,
        ...unsealed,
        head: last?.hash.toString('hex'),
        lastSeal: last?.sealNo,
        findings,
      };
    });
}

async function verifyChain(
  trx: Transaction<Tables>,
  { head, found, progress }: Verifying,
): Promise<{
  readonly seals: number;
  readonly events: number;
  readonly hasHead: boolean;
  readonly last: { readonly sealNo: string; readonly hash: Buffer } | undefined;
}> {
  let last: { readonly sealNo: string; readonly hash: Buffer } | undefined;
  let [seals, events, hasHead] = [0, 0, false];
  for (;;) {
    const { rows } = await sql<SealRow>`
      select seal_no as "sealNo", sealed_at as "sealedAt", array(select to_char(m, 'YYYY-MM-DD') from unnest(months) with ordinality as u (m, n) order by n) as months, event_ids as "eventIds",
        event_hashes as "eventHashes", previous_hash as "previousHash", hash
      from audit_seal where seal_no > ${last?.sealNo ?? '-9223372036854775808'} order by seal_no limit ${SEALS_AT_ONCE}`.execute(
      trx,
    );
    for (const seal of rows) {
      checkSeal(seal, last, found);
      await checkEvents(trx, seal, found);
      hasHead ||= seal.hash.toString('hex') === head;
      last = { sealNo: seal.sealNo, hash: seal.hash };
      seals++;
      events += seal.eventIds.length;
    }
    progress?.({ seals, events });
    if (rows.length < SEALS_AT_ONCE) return { seals, events, hasHead, last };
  }
}

function checkSeal(
  seal: SealRow,
  before: { readonly sealNo: string; readonly hash: Buffer } | undefined,
  found: Verifying['found'],
): void {
  const { sealNo } = seal;
  const day = dayOf(seal.sealedAt);
  const expected = BigInt(before?.sealNo ?? 0) + 1n;
  if (BigInt(sealNo) !== expected) {
    const until = BigInt(sealNo) - 1n;
    const missing = expected >= until ? String(expected) : `${expected}-${until}`;
    found({ kind: 'seal-missing', sealNo, day, missing });
  }
  if (!seal.hash.equals(hashOfSeal(seal))) found({ kind: 'seal-changed', sealNo, day });
  if (!seal.previousHash.equals(before?.hash ?? NO_HASH)) found({ kind: 'chain-broken', sealNo, day });
}

async function checkEvents(
  trx: Transaction<Tables>,
  { sealNo, sealedAt, months, eventIds, eventHashes }: SealRow,
  found: Verifying['found'],
): Promise<void> {
  const { rows } = await sql<{ eventId: string; hash: Buffer }>`
    select event_id as "eventId", ${EVENT_HASH} as hash from audit_event
    where month = any(${months}::date[]) and event_id = any(${eventIds}::uuid[])`.execute(trx);
  const hashes = new Map(rows.map(({ eventId, hash }) => [eventId, hash]));
  for (const [index, eventId] of eventIds.entries()) {
    const hash = hashes.get(eventId);
    const sealed = eventHashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
    if (hash?.equals(sealed) === true) continue;
    const kind = hash === undefined ? 'event-missing' : 'event-changed';
    found({ kind, eventId, sealNo, day: dayOf(sealedAt) });
  }
}

/** Events that came neither by the trigger, which puts them up for sealing, nor are in a seal. */
async function findAdded(trx: Transaction<Tables>, found: Verifying['found']): Promise<void> {
  const { rows: months } = await sql<{ month: string }>`
    select distinct month from audit_event order by month`.execute(trx);
  for (const { month } of months) {
    const { rows } = await sql<{ eventId: string; at: Date }>`
      select event_id as "eventId", at from audit_event
      where month = ${month} and event_id in (
        select event_id from audit_event where month = ${month}
        except select unnest(event_ids) from audit_seal where ${month}::date = any(months)
        except select event_id from audit_unsealed)
      order by event_id`.execute(trx);
    for (const { eventId, at } of rows) found({ kind: 'event-added', eventId, day: dayOf(at) });
  }
}

async function readUnsealed(
  trx: Transaction<Tables>,
  found: Verifying['found'],
): Promise<Pick<AuditVerdict, 'unsealed' | 'oldestUnsealed'>> {
  const { rows } = await sql<{ eventId: string; month: string; at: Date | null }>`
    select u.event_id as "eventId", u.month, e.at
    from audit_unsealed u left join audit_event e on e.month = u.month and e.event_id = u.event_id
    order by u.event_id`.execute(trx);
  for (const { eventId, month, at } of rows) {
    if (at === null) found({ kind: 'event-missing-unsealed', eventId, day: month });
  }
  return { unsealed: rows.length, oldestUnsealed: rows.find(({ at }) => at !== null)?.at ?? undefined };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
