import { type Kysely, sql } from 'kysely';
import { uuidv7 } from './platform/ids.ts';
import type { Tables } from './platform/database/tables.ts';
import { enter } from './registry/inventory/enter.ts';
import { lotKeyOf } from './registry/inventory/lot-key.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What a small clinic has on hand; the first is the lot of the sample message. Days count from the demo's first day. */
const LOTS = [
  { lot: 'X100A', cvx: '03', manufacturer: 'MSD', funding: 'PHC70', expiresOn: '2028-01-31', doses: 40 },
  { lot: 'X204V', cvx: '03', manufacturer: 'MSD', funding: 'VXC51', expiresIn: 400, doses: 25 },
  { lot: 'D8841', cvx: '20', manufacturer: 'PMC', funding: 'VXC51', expiresIn: 40, doses: 12 },
  { lot: 'HB5509', cvx: '08', manufacturer: 'MSD', funding: 'PHC70', expiresIn: 300, doses: 18 },
  { lot: 'VZ3310', cvx: '21', manufacturer: 'MSD', funding: 'VXC51', expiresIn: -5, doses: 3 },
] as const;

/** Gives an organization of the demo its stock, once. Deduction by messages is off, until its staff turn it on. */
export async function giveDemoLots(db: Kysely<Tables>, organizationId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } =
      await sql`select 1 from inventory_lot where organization_id = ${organizationId} limit 1`.execute(trx);
    if (rows.length > 0) return;
    for (const entry of LOTS) {
      const lotId = uuidv7(now.getTime());
      const expiresOn =
        'expiresOn' in entry
          ? entry.expiresOn
          : new Date(now.getTime() + entry.expiresIn * DAY_MS).toISOString().slice(0, 10);
      const { lot, cvx, manufacturer, funding, doses } = entry;
      await sql`insert into inventory_lot (organization_id, lot_id, lot, lot_key, cvx, ndc, manufacturer, funding, expires_on,
          on_hand, is_active, created_at)
        values (${organizationId}, ${lotId}, ${lot}, ${lotKeyOf(lot)}, ${cvx}, '', ${manufacturer}, ${funding},
          ${expiresOn}, 0, true, ${now})`.execute(trx);
      const receipt = { organizationId, lotId, kind: 'receipt', doses, at: now, reason: '' } as const;
      await enter(trx, [{ ...receipt, transactionId: uuidv7(now.getTime()), note: 'Demo' }]);
    }
  });
}
