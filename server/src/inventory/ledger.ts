import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import { type Entry, enter } from '../registry/inventory/enter.ts';
import type { Keeper } from './acting.ts';
import { lotOf } from './lots.ts';
import { isFirstAsked } from './once.ts';
import type { entryView, transactionBody } from './schema.ts';

type EntryView = z.output<typeof entryView>;

/** What a page shows of a lot; all of it is in the export. */
const ENTRIES_SHOWN = 200;

/** The newest transactions of a lot, each with what was on hand after it. */
export async function ledgerOf(
  db: Kysely<Tables>,
  { organizationId, lotId }: { readonly organizationId: string; readonly lotId: string },
): Promise<{ readonly entries: EntryView[]; readonly older: number }> {
  const { rows } = await sql<Omit<EntryView, 'at'> & { readonly at: Date; readonly all: number }>`
    select t.transaction_id as id, t.at, t.kind, t.doses, t.balance, t.reason, t.note, a.name as by,
      t.message_id as "messageId", t.all
    from (select *, (sum(doses) over (order by transaction_id))::int as balance, count(*) over ()::int as all
      from inventory_transaction where organization_id = ${organizationId} and lot_id = ${lotId}) t
    left join account a on a.account_id = t.account_id
    order by t.transaction_id desc limit ${ENTRIES_SHOWN}`.execute(db);
  return {
    entries: rows.map(({ all: _all, at, ...row }) => ({ ...row, at: at.toISOString() })),
    older: (rows[0]?.all ?? 0) - rows.length,
  };
}

/**
 * A transaction by hand. The lot's row is locked by what it changes, and what is on hand afterwards is looked at then.
 * @throws ApiError not-found; asked-otherwise; below-zero: there are fewer doses than that, and nothing was entered
 */
export async function enterByHand(
  trx: Kysely<Tables>,
  { organizationId, accountId }: Keeper,
  lotId: string,
  { askId, ...body }: z.output<typeof transactionBody>,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<void> {
  await lotOf(trx, organizationId, lotId, today);
  if (!(await isFirstAsked(trx, { organizationId, askId, what: { lotId, ...body } }, now))) return;
  const { kind, doses, note } = body;
  const adds = kind === 'receipt' || kind === 'correction' ? doses : -doses;
  const reason = body.kind === 'receipt' ? '' : body.reason;
  await enterAtMost(trx, {
    organizationId,
    transactionId: uuidv7(now.getTime()),
    lotId,
    kind,
    doses: adds,
    at: now,
    reason,
    note,
    accountId,
  });
}

/**
 * Enters what is done by hand: what is not there cannot be taken. A lot that messages took below zero can be added to.
 * @throws ApiError below-zero
 */
export async function enterAtMost(trx: Kysely<Tables>, entry: Entry): Promise<void> {
  const onHand = (await enter(trx, [entry])).get(entry.lotId) ?? 0;
  if (entry.doses < 0 && onHand < 0) throw new ApiError(409, 'below-zero', [problem('doses', 'below-zero')]);
}
