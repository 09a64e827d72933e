import { CompiledQuery, type Kysely } from 'kysely';
import { type Statement, storable } from '../../platform/database/pipeline.ts';
import type { Tables } from '../../platform/database/tables.ts';

export type EntryKind =
  | 'receipt'
  | 'administered'
  | 'given-back'
  | 'waste'
  | 'transfer-out'
  | 'transfer-in'
  | 'return'
  | 'correction'
  | 'count';

/** One transaction of a lot. Nothing else changes what is on hand. */
export type Entry = {
  readonly organizationId: string;
  readonly transactionId: string;
  readonly lotId: string;
  readonly kind: EntryKind;
  /** What it adds; negative where it takes away. */
  readonly doses: number;
  readonly at: Date;
  readonly reason: string;
  readonly note: string;
  readonly accountId?: string;
  /** The message, and the dose in it, that a deduction or its return is about. */
  readonly messageId?: string;
  readonly idKey?: string;
  readonly doseKey?: string;
};

/**
 * The statements that enter them into the ledger and keep what is on hand beside it, for the end of a transaction: lots are
 * locked last, in order of their id, so that no two transactions wait for each other and each lot waits for a commit alone.
 */
export function entryStatements(entries: readonly Entry[]): readonly Statement[] {
  return entries.length === 0 ? [] : [insertEntries(entries), ...sumsOf(entries).map(moveLot)];
}

/**
 * The same within a transaction of a page. Whoever also writes rows of doses, counts or transfers does so before.
 * @returns what is on hand afterwards, by lot id
 * @throws Error where an organization has no such lot
 */
export async function enter(
  trx: Kysely<Tables>,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, number>> {
  if (entries.length === 0) return new Map();
  const run = (statement: Statement): Promise<{ readonly rows: readonly Moved[] }> =>
    trx.executeQuery<Moved>(CompiledQuery.raw(statement.text, statement.values.map(storable)));
  await run(insertEntries(entries));
  const onHand = new Map<string, number>();
  for (const sum of sumsOf(entries)) {
    const { rows } = await run(moveLot(sum));
    const [moved] = rows;
    if (!moved) throw new Error('the organization has no lot of that id');
    onHand.set(moved.lot_id, moved.on_hand);
  }
  return onHand;
}

type Moved = { readonly lot_id: string; readonly on_hand: number };

function insertEntries(entries: readonly Entry[]): Statement {
  const column = <K extends keyof Entry>(name: K): readonly (Entry[K] | null)[] =>
    entries.map((entry) => entry[name] ?? null);
  return {
    name: 'insert-inventory-transactions',
    text: `insert into inventory_transaction (organization_id, transaction_id, lot_id, kind, doses, at, reason, note,
             account_id, message_id, id_key, dose_key)
           select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::integer[], $6::timestamptz[],
             $7::text[], $8::text[], $9::uuid[], $10::uuid[], $11::uuid[], $12::text[])`,
    values: [
      column('organizationId'),
      column('transactionId'),
      column('lotId'),
      column('kind'),
      column('doses'),
      column('at'),
      column('reason'),
      column('note'),
      column('accountId'),
      column('messageId'),
      column('idKey'),
      column('doseKey'),
    ],
  };
}

type Sum = Pick<Entry, 'organizationId' | 'lotId' | 'doses' | 'at'>;

/** What the entries add to each lot, in order of its id. */
function sumsOf(entries: readonly Entry[]): readonly Sum[] {
  const sums = new Map<string, Sum>();
  for (const { organizationId, lotId, doses, at } of entries) {
    const before = sums.get(lotId)?.doses ?? 0;
    sums.set(lotId, { organizationId, lotId, doses: before + doses, at });
  }
  return [...sums.values()].toSorted((a, b) => (a.lotId < b.lotId ? -1 : 1));
}

function moveLot({ organizationId, lotId, doses, at }: Sum): Statement {
  return {
    name: 'move-inventory-lot',
    text: `update inventory_lot
           set on_hand = on_hand + $3::integer,
             below_zero_at = case when on_hand + $3::integer < 0 then coalesce(below_zero_at, $4::timestamptz) end
           where organization_id = $1 and lot_id = $2
           returning lot_id, on_hand`,
    values: [organizationId, lotId, doses, at],
  };
}
