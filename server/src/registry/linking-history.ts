import type { PoolClient } from 'pg';
import type { Contents } from './linking-plan.ts';
import type { Moved } from './linking-store.ts';

export const idsOf = ({ sources, reports }: Contents): Moved => ({
  sourceIds: sources.map(({ sourceId }) => sourceId),
  reportIds: reports.map(({ reportId }) => reportId),
});

/** A row of the history of merges: what moved from whom to whom, by whom and why. */
export type Link = {
  readonly batchId: string;
  readonly op: 'merge' | 'unmerge';
  readonly from: string;
  readonly to: string;
  readonly moved: Moved;
  readonly undoes?: string;
  readonly taskId?: string | undefined;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
};

export async function writeLink(db: PoolClient, link: Link): Promise<void> {
  await db.query(
    `insert into person_link (batch_id, op, from_person, to_person, source_ids, report_ids, undoes, task_id, by_whom, reason, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      link.batchId,
      link.op,
      link.from,
      link.to,
      link.moved.sourceIds,
      link.moved.reportIds,
      link.undoes ?? null,
      link.taskId ?? null,
      link.by,
      link.reason,
      link.at,
    ],
  );
}
