import type { PoolClient } from 'pg';
import { byMerge, type Decider } from './linking-tasks.ts';
import { pairOf } from './review.ts';

/** Two persons are two: no machine proposes them again, and no merge is done of them until this is taken back. */
export async function holdApart(
  db: PoolClient,
  persons: readonly [string, string],
  { by, reason, at }: Pick<Decider, 'by' | 'reason' | 'at'>,
): Promise<void> {
  const { personA, personB } = pairOf(...persons);
  await db.query(
    `insert into person_constraint (person_a, person_b, by_whom, reason, at) values ($1, $2, $3, $4, $5)
     on conflict (person_a, person_b) do update set by_whom = excluded.by_whom, reason = excluded.reason, at = excluded.at`,
    [personA, personB, by, reason, at],
  );
}

/** @returns whether they had been held apart */
export async function liftConstraint(db: PoolClient, persons: readonly [string, string]): Promise<boolean> {
  const { personA, personB } = pairOf(...persons);
  const { rowCount } = await db.query('delete from person_constraint where person_a = $1 and person_b = $2', [
    personA,
    personB,
  ]);
  return (rowCount ?? 0) > 0;
}

export async function areHeldApart(db: PoolClient, persons: readonly [string, string]): Promise<boolean> {
  const { personA, personB } = pairOf(...persons);
  const { rowCount } = await db.query('select from person_constraint where person_a = $1 and person_b = $2', [
    personA,
    personB,
  ]);
  return (rowCount ?? 0) > 0;
}

/** Whoever is not the merged person is not the survivor. */
export async function inheritConstraints(
  db: PoolClient,
  { batchId, from, into }: { readonly batchId: string; readonly from: string; readonly into: string },
  at: Date,
): Promise<void> {
  await db.query(
    `insert into person_constraint (person_a, person_b, by_whom, reason, at)
     select least(other, $2::uuid), greatest(other, $2::uuid), $3, reason, $4 from (
       select case when person_a = $1 then person_b else person_a end as other, reason
       from person_constraint where person_a = $1 or person_b = $1
     ) c where other <> $2 on conflict do nothing`,
    [from, into, byMerge(batchId), at],
  );
}

export async function dropInherited(db: PoolClient, batchId: string): Promise<void> {
  await db.query('delete from person_constraint where by_whom = $1', [byMerge(batchId)]);
}
