import { type Kysely, sql } from 'kysely';
import { localDate } from '../platform/clock.ts';
import { csvOf } from '../platform/csv.ts';
import type { Tables } from '../platform/database/tables.ts';
import { lotsOf, vaccineName } from './lots.ts';

/**
 * The lots as a sheet (CSV). Headings and codes are for programs, too: they are the same in every language. A sheet takes what
 * begins with a minus for a formula, so what is added and what is taken are columns of their own.
 */
export async function lotSheet(db: Kysely<Tables>, organizationId: string, today: string): Promise<string> {
  const lots = await lotsOf(db, organizationId, today);
  return csvOf([
    [
      'vaccine',
      'cvx',
      'lot',
      'ndc',
      'manufacturer',
      'funding',
      'expires on',
      'on hand',
      'short by',
      'active',
      'warnings',
    ],
    ...lots.map((lot) => [
      lot.vaccine,
      lot.cvx,
      lot.lot,
      lot.ndc,
      lot.manufacturer,
      lot.funding,
      lot.expiresOn,
      String(Math.max(0, lot.onHand)),
      String(Math.max(0, -lot.onHand)),
      lot.isActive ? 'yes' : 'no',
      lot.warnings.join(' '),
    ]),
  ]);
}

/** More than a sheet program opens. */
const MOST_ROWS = 200_000;

/** The ledger of some days as a sheet (CSV), the oldest transaction first; it names no patient. */
export async function ledgerSheet(
  db: Kysely<Tables>,
  {
    organizationId,
    from = '0001-01-01',
    to = '9999-12-31',
    timeZone,
  }: {
    readonly organizationId: string;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly timeZone: string;
  },
): Promise<string> {
  const { rows } = await sql<{
    readonly at: Date;
    readonly lot: string;
    readonly cvx: string;
    readonly funding: string;
    readonly kind: string;
    readonly doses: number;
    readonly reason: string;
    readonly note: string;
    readonly by: string | null;
    readonly messageId: string | null;
  }>`select t.at, l.lot, l.cvx, l.funding, t.kind, t.doses, t.reason, t.note, a.name as by, t.message_id as "messageId"
    from inventory_transaction t join inventory_lot l using (organization_id, lot_id)
    left join account a on a.account_id = t.account_id
    where t.organization_id = ${organizationId}
      and (t.at at time zone ${timeZone})::date between ${from}::date and ${to}::date
    order by t.transaction_id limit ${MOST_ROWS}`.execute(db);
  return csvOf([
    [
      'day',
      'at',
      'vaccine',
      'cvx',
      'lot',
      'funding',
      'transaction',
      'added',
      'taken',
      'reason',
      'note',
      'by',
      'message',
    ],
    ...rows.map((row) => [
      localDate(row.at, timeZone),
      row.at.toISOString(),
      vaccineName(row.cvx),
      row.cvx,
      row.lot,
      row.funding,
      row.kind,
      row.doses > 0 ? String(row.doses) : '',
      row.doses < 0 ? String(-row.doses) : '',
      row.reason,
      row.note,
      row.by ?? '',
      row.messageId ?? '',
    ]),
  ]);
}
