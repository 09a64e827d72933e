import type { Statement } from '../../platform/database/pipeline.ts';
import type { Rows } from '../../platform/database/reader.ts';

/** A lot in stock that a dose may have come from. */
export type KnownLot = {
  readonly organizationId: string;
  readonly lotId: string;
  readonly lotKey: string;
  readonly cvx: string;
  readonly funding: string;
  /** `YYYY-MM-DD`; it may be given on that day. */
  readonly expiresOn: string;
  readonly onHand: number;
  readonly isActive: boolean;
};

/** The lots of these numbers (see lotKeyOf) at those of the organizations from whose stock doses are deducted. */
export function selectLots(organizationCodeKeys: readonly string[], lotKeys: readonly string[]): Statement {
  return {
    name: 'inventory-lots',
    text: `select organization_id, lot_id, lot_key, cvx, funding, expires_on, on_hand, is_active from inventory_lot
           where organization_id in
               (select organization_id from organization where code_key = any($1) and decrement_from is not null)
             and lot_key = any($2)`,
    values: [organizationCodeKeys, lotKeys],
  };
}

export function knownLots(rows: Rows): readonly KnownLot[] {
  return rows.map((row) => ({
    organizationId: row.organization_id,
    lotId: row.lot_id,
    lotKey: row.lot_key,
    cvx: row.cvx,
    funding: row.funding,
    expiresOn: row.expires_on,
    onHand: row.on_hand,
    isActive: row.is_active,
  }));
}
