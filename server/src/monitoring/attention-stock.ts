import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { plusDays } from './days.ts';

export type StockNeed = {
  readonly kind: 'lots-below-zero' | 'lots-expiring' | 'not-deducted';
  readonly code: string;
  readonly name: string;
  readonly since: Date | null;
  readonly count: number;
};

/** A lot that expires within so many days is warned of, as the inventory does. */
const EXPIRES_SOON_DAYS = 60;

/** What needs attention in the stock of an organization. */
export async function stockNeeds(
  kysely: Kysely<Tables>,
  organizationId: string,
  today: string,
): Promise<readonly StockNeed[]> {
  const { rows } = await sql<StockNeed>`
    select n.kind, o.code, o.name, n.since, n.count from organization o, lateral (
      select 'lots-below-zero' as kind, min(below_zero_at) as since, count(*)::int as count from inventory_lot l
      where l.organization_id = o.organization_id and on_hand < 0
      union all
      select 'not-deducted', min(at), count(*)::int from inventory_dose d
      where d.state = 'not-deducted' and (d.organization_id = o.organization_id or d.stock_id = o.organization_id)
      union all
      select 'lots-expiring', null, count(*)::int from inventory_lot l
      where l.organization_id = o.organization_id and is_active and on_hand > 0
        and expires_on <= ${plusDays(today, EXPIRES_SOON_DAYS)}) n
    where o.organization_id = ${organizationId} and n.count > 0`.execute(kysely);
  return rows;
}
