import type { Statement } from '../../platform/database/pipeline.ts';

export type StockState = 'deducted' | 'not-deducted' | 'dismissed' | 'none';

/** What became of a dose that was given where stock is deducted from. */
export type DoseStock = {
  /** The report by which it became known: a site may give a chart's number, and a dose's, to somebody else. */
  readonly reportId: string;
  /** Whose stock it is, or would be, taken from. Where a lot is named it is that organization's. */
  readonly stockId: string;
  readonly messageId: string;
  /** `YYYY-MM-DD` */
  readonly administeredOn: string;
  /** CVX; '' where its codes name no single vaccine. */
  readonly vaccine: string;
  /** As sent. */
  readonly lot: string;
  readonly eligibility: string;
  readonly funding: string;
  readonly state: StockState;
  /** Why it was not deducted; '' otherwise. */
  readonly reason: string;
  /** The lot that it was deducted from. */
  readonly lotId: string | undefined;
  /** Set where somebody chose the lot, or dismissed it. */
  readonly isByHand: boolean;
};

/** For a select of reports `d`: what is known of the dose that became known by the report. */
export const DOSE_STOCK_COLUMN = `(
    select json_build_object('reportId', i.report_id, 'stockId', i.stock_id, 'messageId', i.message_id,
      'administeredOn', i.administered_on, 'vaccine', i.vaccine, 'lot', i.lot, 'eligibility', i.eligibility,
      'funding', i.funding, 'state', i.state, 'reason', i.reason, 'lotId', i.lot_id,
      'isByHand', i.resolved_by is not null)
    from inventory_dose i
    where i.organization_id = d.organization_id and i.id_key = d.id_key and i.dose_key = d.dose_key
      and i.report_id = d.report_id
  ) as stock`;

/** The column as the driver gives it. */
export type StoredDoseStock = Omit<DoseStock, 'lotId'> & { readonly lotId: string | null };

export const doseStock = (stored: StoredDoseStock): DoseStock => ({
  ...stored,
  lotId: stored.lotId ?? undefined,
});

export type DoseStockWrite = DoseStock & {
  readonly idKey: string;
  readonly doseKey: string;
  /** What was known when it was decided on; undefined where nothing was. */
  readonly before: DoseStock | undefined;
};

/**
 * The statements that keep what became of each dose; before those of the ledger, so that a dose is locked before a lot.
 * They fail as stale where somebody resolved one of them since it was read.
 * @param organizationId who reported them
 */
export function doseStockStatements(
  organizationId: string,
  doses: readonly DoseStockWrite[],
  at: Date,
): readonly Statement[] {
  const fresh = doses.filter(({ before }) => before === undefined);
  const known = doses.filter(({ before }) => before !== undefined);
  return [
    ...(known.length === 0 ? [] : [updateDoses(organizationId, known, at)]),
    ...(fresh.length === 0 ? [] : [insertDoses(organizationId, fresh, at)]),
  ];
}

function columnsOf(doses: readonly DoseStockWrite[]): readonly (readonly unknown[])[] {
  const column = <K extends keyof DoseStockWrite>(name: K): readonly (DoseStockWrite[K] | null)[] =>
    doses.map((dose) => dose[name] ?? null);
  return [
    column('idKey'),
    column('doseKey'),
    column('reportId'),
    column('stockId'),
    column('messageId'),
    column('administeredOn'),
    column('vaccine'),
    column('lot'),
    column('eligibility'),
    column('funding'),
    column('state'),
    column('reason'),
    column('lotId'),
  ];
}

const UNNESTED = `unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::date[], $9::text[], $10::text[],
             $11::text[], $12::text[], $13::text[], $14::text[], $15::uuid[]`;

function insertDoses(organizationId: string, doses: readonly DoseStockWrite[], at: Date): Statement {
  return {
    name: 'insert-inventory-doses',
    text: `insert into inventory_dose (organization_id, at, id_key, dose_key, report_id, stock_id, message_id,
             administered_on, vaccine, lot, eligibility, funding, state, reason, lot_id)
           select $1, $2, * from ${UNNESTED})`,
    values: [organizationId, at, ...columnsOf(doses)],
  };
}

function updateDoses(organizationId: string, doses: readonly DoseStockWrite[], at: Date): Statement {
  return {
    name: 'update-inventory-doses',
    text: `with told as (
             select * from ${UNNESTED}, $16::boolean[], $17::uuid[], $18::text[], $19::uuid[])
               as told (id_key, dose_key, report_id, stock_id, message_id, administered_on, vaccine, lot, eligibility,
                 funding, state, reason, lot_id, is_by_hand, seen_message_id, seen_state, seen_lot_id)
           ), written as (
             update inventory_dose i set at = $2, stock_id = told.stock_id, message_id = told.message_id,
               administered_on = told.administered_on, vaccine = told.vaccine, lot = told.lot,
               eligibility = told.eligibility, funding = told.funding, state = told.state, reason = told.reason,
               lot_id = told.lot_id,
               resolved_by = case when told.is_by_hand then i.resolved_by end,
               resolved_at = case when told.is_by_hand then i.resolved_at end,
               resolved_note = case when told.is_by_hand then i.resolved_note end
             from told
             where i.organization_id = $1 and i.id_key = told.id_key and i.dose_key = told.dose_key
               and i.report_id = told.report_id and i.message_id = told.seen_message_id and i.state = told.seen_state
               and i.lot_id is not distinct from told.seen_lot_id
             returning 1
           ) select cairn_expect(count(*), $20) from written`,
    values: [
      organizationId,
      at,
      ...columnsOf(doses),
      doses.map(({ isByHand }) => isByHand),
      doses.map(({ before }) => before?.messageId ?? null),
      doses.map(({ before }) => before?.state ?? null),
      doses.map(({ before }) => before?.lotId ?? null),
      doses.length,
    ],
  };
}
