import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import { codeKey } from '../registry/organizations.ts';
import { enter } from '../registry/inventory/enter.ts';
import type { Keeper } from './acting.ts';
import { enterAtMost } from './ledger.ts';
import { ensureLot, lotOf, type NewLot, vaccineName } from './lots.ts';
import { isFirstAsked } from './once.ts';
import { WITHDRAWN } from './reasons.ts';
import type { transferBody, transferView } from './schema.ts';

type TransferView = z.output<typeof transferView>;

/** What has left one organization and has not arrived at the other. */
export async function onTheWay(db: Kysely<Tables>, organizationId: string): Promise<readonly TransferView[]> {
  const { rows } = await sql<{
    readonly id: string;
    readonly isOut: boolean;
    readonly code: string;
    readonly name: string;
    readonly lot: NewLot;
    readonly doses: number;
    readonly sentAt: Date;
  }>`select t.transfer_id as id, t.from_id = ${organizationId} as "isOut", o.code, o.name, t.lot, t.doses, t.sent_at as "sentAt"
    from inventory_transfer t
    join organization o on o.organization_id = case when t.from_id = ${organizationId} then t.to_id else t.from_id end
    where t.state = 'sent' and (t.from_id = ${organizationId} or t.to_id = ${organizationId})
    order by t.transfer_id`.execute(db);
  return rows.map(({ id, isOut, code, name, lot, doses, sentAt }) => ({
    id,
    direction: isOut ? ('out' as const) : ('in' as const),
    other: { code, name },
    vaccine: vaccineName(lot.cvx),
    lot: lot.lot,
    funding: lot.funding,
    expiresOn: lot.expiresOn,
    doses,
    sentAt: sentAt.toISOString(),
  }));
}

/**
 * Sends doses to another organization: they leave at once, and are on the way until it says that they have come.
 * @throws ApiError request-invalid; not-found; asked-otherwise; below-zero
 */
export async function sendTransfer(
  trx: Kysely<Tables>,
  keeper: Keeper,
  { askId, lotId, to, doses }: z.output<typeof transferBody>,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<{ readonly to: { readonly code: string; readonly name: string } }> {
  const { organizationId, accountId } = keeper;
  const receiver = await receiverOf(trx, to);
  if (receiver?.id === organizationId) refuseField('transfer-to-itself');
  if (!receiver) return refuseField('transfer-to-unknown');
  const { lot, cvx, ndc, manufacturer, funding, expiresOn } = await lotOf(trx, organizationId, lotId, today);
  const sentTo = { to: { code: receiver.code, name: receiver.name } };
  const what = { lotId, to: receiver.id, doses };
  if (!(await isFirstAsked(trx, { organizationId, askId, what }, now))) return sentTo;
  const sent: NewLot = { lot, cvx, ndc, manufacturer, funding, expiresOn };
  await sql`insert into inventory_transfer (transfer_id, from_id, to_id, from_lot_id, lot, doses, state, sent_by, sent_at)
    values (${uuidv7(now.getTime())}, ${organizationId}, ${receiver.id}, ${lotId}, ${JSON.stringify(sent)}, ${doses},
      'sent', ${accountId}, ${now})`.execute(trx);
  await enterAtMost(trx, {
    organizationId,
    transactionId: uuidv7(now.getTime()),
    lotId,
    kind: 'transfer-out',
    doses: -doses,
    at: now,
    reason: '',
    note: receiver.code,
    accountId,
  });
  return sentTo;
}

function refuseField(code: 'transfer-to-itself' | 'transfer-to-unknown'): never {
  throw new ApiError(400, 'request-invalid', [problem('to', code)]);
}

async function receiverOf(
  trx: Kysely<Tables>,
  code: string,
): Promise<{ readonly id: string; readonly code: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ readonly id: string; readonly code: string; readonly name: string }>`
    select organization_id as id, code, name from organization
    where code_key = ${codeKey(code)} and stage = 'production'`.execute(trx);
  return rows[0];
}

type Ended = {
  readonly fromId: string;
  readonly lotId: string;
  readonly lot: NewLot;
  readonly doses: number;
  readonly fromCode: string;
  readonly toCode: string;
};

/**
 * Receives, or takes back, what is on the way. Only one of the two can be done, once: the state is asked for as it is changed.
 * @throws ApiError not-found: it is none of the organization's; transfer-ended
 */
export async function endTransfer(
  trx: Kysely<Tables>,
  { organizationId, accountId }: Keeper,
  transferId: string,
  as: 'received' | 'withdrawn',
  now: Date,
): Promise<void> {
  const whose = as === 'received' ? sql`t.to_id` : sql`t.from_id`;
  const ended = await sql<Ended>`
    update inventory_transfer t set state = ${as}, ended_by = ${accountId}, ended_at = ${now}
    from organization f, organization r
    where t.transfer_id = ${transferId} and ${whose} = ${organizationId} and t.state = 'sent'
      and f.organization_id = t.from_id and r.organization_id = t.to_id
    returning t.from_id as "fromId", t.from_lot_id as "lotId", t.lot, t.doses, f.code as "fromCode", r.code as "toCode"`.execute(
    trx,
  );
  const [row] = ended.rows;
  if (!row) {
    const { rows } = await sql`select 1 from inventory_transfer t
      where t.transfer_id = ${transferId} and ${whose} = ${organizationId}`.execute(trx);
    throw rows.length > 0 ? new ApiError(409, 'transfer-ended') : new ApiError(404, 'not-found');
  }
  const isReceived = as === 'received';
  const lotId = isReceived ? (await ensureLot(trx, organizationId, row.lot, now)).id : row.lotId;
  // What arrives is in use, also where the lot had been put aside.
  if (isReceived) {
    await sql`update inventory_lot set is_active = true
      where organization_id = ${organizationId} and lot_id = ${lotId} and not is_active`.execute(trx);
  }
  await enter(trx, [
    {
      organizationId,
      transactionId: uuidv7(now.getTime()),
      lotId,
      kind: 'transfer-in',
      doses: row.doses,
      at: now,
      reason: isReceived ? '' : WITHDRAWN,
      note: isReceived ? row.fromCode : row.toCode,
      accountId,
    },
  ]);
}
