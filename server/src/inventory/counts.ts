import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError, type ApiProblem, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import { type Entry, enter } from '../registry/inventory/enter.ts';
import type { Keeper } from './acting.ts';
import type { countBody, countsAnswer } from './schema.ts';

type Line = z.output<typeof countBody>['lines'][number];

/**
 * Records a physical count. Every lot is locked and compared with what the form said: a dose that was given meanwhile would
 * otherwise be counted twice, or not at all.
 * @throws ApiError request-invalid; counted-meanwhile with the lots that moved, and nothing was recorded
 */
export async function recordCount(
  trx: Kysely<Tables>,
  { organizationId, accountId }: Keeper,
  { lines }: z.output<typeof countBody>,
  now: Date,
): Promise<void> {
  const ids = lines.map(({ lotId }) => lotId);
  const unsound = lines.flatMap((line, index) => problemsOfLine(line, ids.indexOf(line.lotId) !== index));
  if (unsound.length > 0) throw new ApiError(400, 'request-invalid', unsound);
  const { rows } = await sql<{ readonly lotId: string; readonly onHand: number }>`
    select lot_id as "lotId", on_hand as "onHand" from inventory_lot
    where organization_id = ${organizationId} and lot_id = any(${ids}::uuid[]) order by lot_id for update`.execute(
    trx,
  );
  const onHand = new Map(rows.map((row) => [row.lotId, row.onHand]));
  const unknown = ids.filter((id) => !onHand.has(id));
  if (unknown.length > 0) {
    throw new ApiError(
      400,
      'request-invalid',
      unknown.map((id) => problem(`lines.${id}`, 'lot-unknown')),
    );
  }
  const moved = lines.filter(({ lotId, expected }) => onHand.get(lotId) !== expected);
  if (moved.length > 0) {
    const problems = moved.map(({ lotId }) => problem(`lines.${lotId}`, 'stock-moved'));
    throw new ApiError(409, 'counted-meanwhile', problems);
  }
  await sql`insert into inventory_count (organization_id, count_id, at, account_id, lines)
    values (${organizationId}, ${uuidv7(now.getTime())}, ${now}, ${accountId}, ${JSON.stringify(lines)})`.execute(
    trx,
  );
  await enter(
    trx,
    lines
      .filter(({ counted, expected }) => counted !== expected)
      .map(({ lotId, counted, expected, reason, note }): Entry => ({
        organizationId,
        transactionId: uuidv7(now.getTime()),
        lotId,
        kind: 'count',
        doses: counted - expected,
        at: now,
        reason,
        note,
        accountId,
      })),
  );
}

function problemsOfLine(
  { lotId, counted, expected, reason, note }: Line,
  isTwice: boolean,
): readonly ApiProblem[] {
  const where = `lines.${lotId}`;
  if (isTwice) return [problem(where, 'invalid')];
  if (counted === expected) return [];
  if (reason === '') return [problem(`${where}.reason`, 'count-reason-needed')];
  return reason === 'other' && note === '' ? [problem(`${where}.note`, 'note-needed')] : [];
}

const COUNTS_SHOWN = 20;

/** What was counted lately. */
export async function countsOf(
  db: Kysely<Tables>,
  organizationId: string,
): Promise<z.output<typeof countsAnswer>['counts']> {
  const { rows } = await sql<{
    readonly id: string;
    readonly at: Date;
    readonly by: string;
    readonly lines: readonly Line[];
  }>`select c.count_id as id, c.at, a.name as by, c.lines
    from inventory_count c join account a using (account_id)
    where c.organization_id = ${organizationId} order by c.count_id desc limit ${COUNTS_SHOWN}`.execute(db);
  return rows.map(({ lines, at, ...row }) => {
    const differences = lines.map(({ counted, expected }) => counted - expected).filter((each) => each !== 0);
    return {
      ...row,
      at: at.toISOString(),
      lots: lines.length,
      differing: differences.length,
      difference: differences.reduce((sum, each) => sum + each, 0),
    };
  });
}
