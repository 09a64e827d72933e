import { manufacturerByMvx, parseNdc, productsByNdc, vaccineByCvx } from '@cairn/codes';
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError, type ApiProblem, problem } from '../platform/api.ts';
import { plusDays } from '../monitoring/days.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { FundingSource } from '../platform/jurisdiction.ts';
import { enter } from '../registry/inventory/enter.ts';
import { lotKeyOf } from '../registry/inventory/lot-key.ts';
import type { Keeper } from './acting.ts';
import type { changeLotBody, lotView, newLotBody } from './schema.ts';

export type LotView = z.output<typeof lotView>;

/** A lot that expires within so many days is warned of. */
export const EXPIRES_SOON_DAYS = 60;

type LotRow = {
  readonly id: string;
  readonly lot: string;
  readonly cvx: string;
  readonly ndc: string;
  readonly manufacturer: string;
  readonly funding: string;
  readonly expiresOn: string;
  readonly onHand: number;
  readonly isActive: boolean;
  readonly belowZeroAt: Date | null;
};

const COLUMNS = sql`lot_id as id, lot, cvx, ndc, manufacturer, funding, expires_on::text as "expiresOn",
  on_hand as "onHand", is_active as "isActive", below_zero_at as "belowZeroAt"`;

/** The lots of an organization: those in use first, by vaccine and by what expires first. */
export async function lotsOf(
  db: Kysely<Tables>,
  organizationId: string,
  today: string,
): Promise<readonly LotView[]> {
  const { rows } = await sql<LotRow>`select ${COLUMNS} from inventory_lot
    where organization_id = ${organizationId} order by expires_on, lot_key, lot_id`.execute(db);
  return rows
    .map((row) => viewOf(row, today))
    .toSorted((a, b) => Number(b.isActive) - Number(a.isActive) || a.vaccine.localeCompare(b.vaccine, 'en'));
}

/** @throws ApiError not-found: the organization has no such lot */
export async function lotOf(
  db: Kysely<Tables>,
  organizationId: string,
  lotId: string,
  today: string,
): Promise<LotView> {
  const { rows } = await sql<LotRow>`select ${COLUMNS} from inventory_lot
    where organization_id = ${organizationId} and lot_id = ${lotId}`.execute(db);
  if (!rows[0]) throw new ApiError(404, 'not-found');
  return viewOf(rows[0], today);
}

function viewOf({ belowZeroAt, ...row }: LotRow, today: string): LotView {
  return {
    ...row,
    vaccine: vaccineName(row.cvx),
    manufacturerName: manufacturerByMvx(row.manufacturer)?.name ?? row.manufacturer,
    belowZeroAt: belowZeroAt?.toISOString() ?? null,
    warnings: warningsOf(row, today),
  };
}

export const vaccineName = (cvx: string): string => vaccineByCvx(cvx)?.name ?? cvx;

/** A lot may be used on the day that it expires on. An empty lot expires without a warning. */
export function warningsOf(
  { expiresOn, onHand, isActive }: Pick<LotRow, 'expiresOn' | 'onHand' | 'isActive'>,
  today: string,
): LotView['warnings'] {
  const isExpired = expiresOn < today;
  const isSoon = !isExpired && expiresOn <= plusDays(today, EXPIRES_SOON_DAYS);
  return [
    ...(onHand < 0 ? (['below-zero'] as const) : []),
    ...(onHand > 0 && isExpired ? (['expired'] as const) : []),
    ...(onHand > 0 && isSoon ? (['expires-soon'] as const) : []),
    ...(isActive ? [] : (['inactive'] as const)),
  ];
}

export type NewLot = {
  readonly lot: string;
  readonly cvx: string;
  readonly ndc: string;
  readonly manufacturer: string;
  readonly funding: string;
  readonly expiresOn: string;
};

/**
 * A lot, with the doses that came with it.
 * @throws ApiError request-invalid; lot-known-already
 */
export async function addLot(
  trx: Kysely<Tables>,
  keeper: Keeper,
  { doses, from, ...body }: z.output<typeof newLotBody>,
  { funding, now }: { readonly funding: readonly FundingSource[]; readonly now: Date },
): Promise<{ readonly id: string }> {
  const problems = problemsOfLot(body, funding);
  if (problems.length > 0) throw new ApiError(400, 'request-invalid', problems);
  const lot = { ...body, ndc: parseNdc(body.ndc) ?? '' };
  const { id, isNew } = await ensureLot(trx, keeper.organizationId, lot, now);
  if (!isNew) throw new ApiError(409, 'lot-known-already', [problem('lot', 'lot-known-already')]);
  const { organizationId, accountId } = keeper;
  const entry = { organizationId, accountId, lotId: id, kind: 'receipt', doses, at: now } as const;
  await enter(trx, [{ ...entry, transactionId: uuidv7(now.getTime()), reason: '', note: from }]);
  return { id };
}

function problemsOfLot(
  { lot, cvx, ndc, manufacturer, funding }: NewLot,
  sources: readonly FundingSource[],
): readonly ApiProblem[] {
  const vaccine = vaccineByCvx(cvx);
  const known = ndc === '' ? [] : productsByNdc(ndc);
  return [
    ...(vaccine && vaccine.kind !== 'no-vaccine' ? [] : [problem('cvx', 'vaccine-unknown')]),
    ...(lotKeyOf(lot) === '' ? [problem('lot', 'lot-invalid')] : []),
    ...(ndc !== '' && parseNdc(ndc) === undefined ? [problem('ndc', 'ndc-invalid')] : []),
    ...(known.length > 0 && !known.some((each) => each.cvx === cvx)
      ? [problem('ndc', 'product-of-other-vaccine')]
      : []),
    ...(manufacturer !== '' && !manufacturerByMvx(manufacturer) ? [problem('manufacturer', 'invalid')] : []),
    ...(sources.some(({ code }) => code === funding) ? [] : [problem('funding', 'funding-unknown')]),
  ];
}

/** The organization's lot of that number, vaccine and funding, made empty where there is none; it is locked afterwards. */
export async function ensureLot(
  trx: Kysely<Tables>,
  organizationId: string,
  { lot, cvx, ndc, manufacturer, funding, expiresOn }: NewLot,
  now: Date,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const key = lotKeyOf(lot);
  const made = await sql<{ readonly id: string }>`
    insert into inventory_lot (organization_id, lot_id, lot, lot_key, cvx, ndc, manufacturer, funding, expires_on, on_hand,
      is_active, created_at)
    values (${organizationId}, ${uuidv7(now.getTime())}, ${lot}, ${key}, ${cvx}, ${ndc}, ${manufacturer}, ${funding},
      ${expiresOn}, 0, true, ${now})
    on conflict (organization_id, lot_key, cvx, funding) do nothing returning lot_id as id`.execute(trx);
  if (made.rows[0]) return { ...made.rows[0], isNew: true };
  const { rows } = await sql<{ readonly id: string }>`select lot_id as id from inventory_lot
    where organization_id = ${organizationId} and lot_key = ${key} and cvx = ${cvx} and funding = ${funding}
    for update`.execute(trx);
  if (!rows[0]) throw new Error('a lot was there and is gone');
  return { ...rows[0], isNew: false };
}

/** @throws ApiError not-found */
export async function changeLot(
  trx: Kysely<Tables>,
  { organizationId }: Pick<Keeper, 'organizationId'>,
  lotId: string,
  { expiresOn, isActive }: z.output<typeof changeLotBody>,
): Promise<void> {
  const { rows } = await sql`update inventory_lot set expires_on = ${expiresOn}, is_active = ${isActive}
    where organization_id = ${organizationId} and lot_id = ${lotId} returning 1`.execute(trx);
  if (rows.length === 0) throw new ApiError(404, 'not-found');
}
