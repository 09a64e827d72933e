import { codeTable } from '@cairn/codes';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import { enter } from '../registry/inventory/enter.ts';
import type { Keeper } from './acting.ts';
import { type DoseName, doseName, readDoseName } from './dose-name.ts';
import { lotKeyOf } from '../registry/inventory/lot-key.ts';
import { lotOf, type LotView, vaccineName } from './lots.ts';
import { RESOLVED } from './reasons.ts';
import type { dismissBody, notDeductedView, resolveBody } from './schema.ts';

type NotDeducted = z.output<typeof notDeductedView>;

/** What a page shows at once; as they are settled, the next ones come. */
const DOSES_SHOWN = 100;

/** What an organization reported, and what others say was given from its stock. */
const isOf = (organizationId: string): RawBuilder<unknown> =>
  sql`(d.organization_id = ${organizationId} or d.stock_id = ${organizationId})`;

/** How many doses wait for somebody of the organization. */
export async function notDeductedCount(db: Kysely<Tables>, organizationId: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select count(*)::int as count from inventory_dose d
    where d.state = 'not-deducted' and ${isOf(organizationId)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The doses that were not deducted and are not settled, the oldest first. */
export async function notDeducted(
  db: Kysely<Tables>,
  { organizationId, lots }: { readonly organizationId: string; readonly lots: readonly LotView[] },
): Promise<readonly NotDeducted[]> {
  const { rows } = await sql<
    DoseName & {
      readonly messageId: string;
      readonly at: Date;
      readonly administeredOn: string;
      readonly vaccine: string;
      readonly lot: string;
      readonly eligibility: string;
      readonly funding: string;
      readonly reason: string;
      readonly code: string;
      readonly name: string;
    }
  >`select d.organization_id as "organizationId", d.id_key as "idKey", d.dose_key as "doseKey", d.report_id as "reportId", d.message_id as "messageId",
      d.at, d.administered_on::text as "administeredOn", d.vaccine, d.lot, d.eligibility, d.funding, d.reason, o.code, o.name
    from inventory_dose d join organization o using (organization_id)
    where d.state = 'not-deducted' and ${isOf(organizationId)}
    order by d.at, d.id_key, d.dose_key, d.report_id limit ${DOSES_SHOWN}`.execute(db);
  return rows.map((row) => {
    const isOwn = row.organizationId === organizationId;
    return {
      dose: doseName(row),
      at: row.at.toISOString(),
      administeredOn: row.administeredOn,
      vaccine: row.vaccine === '' ? '' : vaccineName(row.vaccine),
      lot: row.lot,
      eligibility: row.eligibility,
      eligibilityName: codeTable('HL70064')?.find(row.eligibility)?.label ?? row.eligibility,
      funding: row.funding,
      reason: row.reason,
      reportedBy: isOwn ? null : { code: row.code, name: row.name },
      messageId: isOwn ? row.messageId : null,
      candidates: candidates(row, lots),
    };
  });
}

/** Lots that the dose may be of: of its lot number first, then of its vaccine. */
function candidates(
  { lot, vaccine }: { readonly lot: string; readonly vaccine: string },
  lots: readonly LotView[],
): string[] {
  const key = lotKeyOf(lot);
  const sameLot = lots.filter((each) => key !== '' && lotKeyOf(each.lot) === key);
  const sameVaccine = lots.filter((each) => each.cvx === vaccine && each.isActive && !sameLot.includes(each));
  return [...sameLot, ...sameVaccine].map(({ id }) => id);
}

/**
 * Deducts the dose from a lot that somebody chose. Of two who settle a dose at the same time one is first: its state is asked for
 * as it is changed. The same choice again changes nothing.
 * @throws ApiError not-found; request-invalid: no lot of theirs; dose-settled
 */
export async function resolveDose(
  trx: Kysely<Tables>,
  keeper: Keeper,
  { dose, lotId }: z.output<typeof resolveBody>,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<void> {
  const { organizationId, accountId } = keeper;
  const name = namedBy(dose);
  await lotOf(trx, organizationId, lotId, today).catch(() => {
    throw new ApiError(400, 'request-invalid', [problem('lotId', 'lot-unknown')]);
  });
  const { rows } = await sql<{ readonly messageId: string }>`
    update inventory_dose d set state = 'deducted', lot_id = ${lotId}, stock_id = ${organizationId},
      resolved_by = ${accountId}, resolved_at = ${now}, resolved_note = ''
    where ${isNamed(name)} and ${isOf(organizationId)} and d.state = 'not-deducted'
    returning d.message_id as "messageId"`.execute(trx);
  const [row] = rows;
  if (!row) return settledAlready(trx, organizationId, name, { state: 'deducted', lotId });
  await enter(trx, [
    {
      organizationId,
      transactionId: uuidv7(now.getTime()),
      lotId,
      kind: 'administered',
      doses: -1,
      at: now,
      reason: RESOLVED,
      note: '',
      accountId,
      messageId: row.messageId,
      idKey: name.idKey,
      doseKey: name.doseKey,
    },
  ]);
}

/**
 * Says that the dose is not to be deducted, and why.
 * @throws ApiError not-found; dose-settled
 */
export async function dismissDose(
  trx: Kysely<Tables>,
  { organizationId, accountId }: Keeper,
  { dose, reason, note }: z.output<typeof dismissBody>,
  now: Date,
): Promise<void> {
  const name = namedBy(dose);
  const { rows } = await sql`
    update inventory_dose d set state = 'dismissed', resolved_by = ${accountId}, resolved_at = ${now},
      resolved_note = ${note === '' ? reason : `${reason}: ${note}`}
    where ${isNamed(name)} and ${isOf(organizationId)} and d.state = 'not-deducted' returning 1`.execute(trx);
  if (rows.length === 0) await settledAlready(trx, organizationId, name, { state: 'dismissed', lotId: null });
}

function namedBy(dose: string): DoseName {
  const name = readDoseName(dose);
  if (!name) throw new ApiError(404, 'not-found');
  return name;
}

const isNamed = ({ organizationId, idKey, doseKey, reportId }: DoseName): RawBuilder<unknown> =>
  sql`d.organization_id = ${organizationId} and d.id_key = ${idKey} and d.dose_key = ${doseKey}
    and d.report_id = ${reportId}`;

/** Nothing, where somebody settled it in the very same way. */
async function settledAlready(
  trx: Kysely<Tables>,
  organizationId: string,
  name: DoseName,
  wanted: { readonly state: string; readonly lotId: string | null },
): Promise<void> {
  const { rows } = await sql<{
    readonly state: string;
    readonly lotId: string | null;
    readonly resolvedBy: string | null;
  }>`select d.state, d.lot_id as "lotId", d.resolved_by as "resolvedBy" from inventory_dose d
    where ${isNamed(name)} and ${isOf(organizationId)}`.execute(trx);
  const [row] = rows;
  if (!row) throw new ApiError(404, 'not-found');
  const isSame =
    row.resolvedBy !== null &&
    row.state === wanted.state &&
    (wanted.lotId === null || row.lotId === wanted.lotId);
  if (!isSame) throw new ApiError(409, 'dose-settled');
}
