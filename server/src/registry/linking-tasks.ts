import type { PoolClient } from 'pg';
import { pairOf } from './review.ts';

export type Decider = {
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
  readonly newId: () => string;
};

/** Who decided where a merge did: it names the merge, so that what it changed can be changed back. */
export const byMerge = (batchId: string): string => `merge ${batchId}`;

const OPEN = `state in ('open', 'later')`;

/**
 * The open questions about a person that was merged: that of the pair itself is answered; each other one is closed and
 * asked of the survivor instead, unless it is asked already or the two are known to be two.
 */
export async function repointTasks(
  db: PoolClient,
  { batchId, from, into }: { readonly batchId: string; readonly from: string; readonly into: string },
  { by, reason, at, newId }: Decider,
): Promise<void> {
  const { personA, personB } = pairOf(from, into);
  await db.query(
    `update review_task set state = 'same', decided_at = $3, decided_by = $4, reason = $5
     where person_a = $1 and person_b = $2 and ${OPEN}`,
    [personA, personB, at, by, reason],
  );
  const { rows } = await db.query(
    `update review_task set state = 'settled', decided_at = $2, decided_by = $3
     where (person_a = $1 or person_b = $1) and ${OPEN} returning *`,
    [from, at, byMerge(batchId)],
  );
  for (const task of rows) {
    const pair = pairOf(into, task.person_a === from ? task.person_b : task.person_a);
    await db.query(
      `insert into review_task (task_id, kind, person_a, person_b, state, priority, score, guards, signature, message_id,
         opened_at, not_before, reason)
       select $1, $2, $3, $4, case when $5::timestamptz is null then 'open' else 'later' end, $6, $7, $8, $9, $10, $11, $5, $12
       where not exists (select from person_constraint where person_a = $3 and person_b = $4)
       on conflict (person_a, person_b) where ${OPEN} do nothing`,
      [
        newId(),
        task.kind,
        pair.personA,
        pair.personB,
        task.not_before,
        task.priority,
        task.score,
        task.guards,
        task.signature,
        task.message_id,
        task.opened_at,
        byMerge(batchId),
      ],
    );
  }
}

/** The questions as they were before the merge, but for those that were answered meanwhile. */
export async function restoreTasks(
  db: PoolClient,
  { batchId, from, into }: { readonly batchId: string; readonly from: string; readonly into: string },
  { by, reason, at }: Decider,
): Promise<void> {
  const { personA, personB } = pairOf(from, into);
  await db.query(
    `update review_task set state = 'different', decided_at = $3, decided_by = $4, reason = $5
     where person_a = $1 and person_b = $2 and (state = 'same' or ${OPEN})`,
    [personA, personB, at, by, reason],
  );
  await db.query(
    `update review_task set state = 'settled', decided_at = $2, decided_by = $3 where reason = $4 and ${OPEN}
       and (person_a = $1 or person_b = $1)`,
    [into, at, by, byMerge(batchId)],
  );
  await db.query(
    `update review_task t set state = case when not_before is null then 'open' else 'later' end,
       decided_at = null, decided_by = null
     where (person_a = $1 or person_b = $1) and state = 'settled' and decided_by = $2
       and not exists (select from person_constraint c where c.person_a = t.person_a and c.person_b = t.person_b)
       and not exists (select from review_task o where o.person_a = t.person_a and o.person_b = t.person_b and o.${OPEN})`,
    [from, byMerge(batchId)],
  );
}

/** That charts fit two persons that were parted is to be looked at, though the two are known to be two. */
export async function openUnmergedChart(
  db: PoolClient,
  persons: readonly [string, string],
  charts: string,
  { at, newId }: Decider,
): Promise<void> {
  const { personA, personB } = pairOf(...persons);
  await db.query(
    `insert into review_task (task_id, kind, person_a, person_b, state, priority, guards, signature, opened_at)
     values ($1, 'unmerged-chart', $2, $3, 'open', $4, '{}', $5, $6)
     on conflict (person_a, person_b) where ${OPEN} do nothing`,
    [newId(), personA, personB, UNMERGED_CHART_PRIORITY, charts, at],
  );
}

/** Doses may stand with the wrong person: above any likeness of two persons. */
const UNMERGED_CHART_PRIORITY = 900;
