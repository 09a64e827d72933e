import type { PoolClient } from 'pg';
import { chartsIn, lastUnmerge, moveCharts } from '../registry/linking-charts.ts';
import { holdApart, liftConstraint } from '../registry/linking-constraints.ts';
import { LinkError } from '../registry/linking-error.ts';
import { lockPersons, lockTasks } from '../registry/linking-store.ts';
import type { Decider } from '../registry/linking-tasks.ts';
import { mergePersons } from '../registry/linking.ts';
import { type Acting, deciderOf, NotFoundError } from './acting.ts';
import { mergeOf, readTask, type TaskRow, whereNow } from './queries.ts';
import type { DecisionBody } from './schema.ts';

type Pair = readonly [string, string];

export type Decided = {
  readonly taskId: string;
  readonly state: TaskRow['state'];
  /** Of a merge: what undoes it, and whose id stays. */
  readonly batchId?: string;
  readonly survivor?: string;
};

/** A month: who was put off is looked at again. */
const LATER_MS = 30 * 86_400_000;

/**
 * Carries out what a reviewer decided on a task, and writes it down. Of two reviewers the first decides.
 * @throws NotFoundError, LinkError
 */
export async function decideTask(
  db: PoolClient,
  taskId: string,
  body: DecisionBody,
  acting: Acting,
): Promise<Decided> {
  const { task, pair } = await openTask(db, taskId);
  const { decision } = body;
  if (
    decision !== 'later' &&
    (task.kind === 'unmerged-chart') !== (decision === 'stays' || decision === 'moves')
  ) {
    throw new LinkError('other-question', OTHER_QUESTION[task.kind]);
  }
  const decided = { taskId, ...(await carryOut(db, task, pair, body, acting)) };
  await acting.note(db, {
    action: 'review-decide',
    personIds: pair,
    detail: { taskId, decision, batchId: decided.batchId },
  });
  return decided;
}

const IS_ONE = 'This task asks whether the two are one person. Decide same, different or later.';
const OTHER_QUESTION: Readonly<Record<TaskRow['kind'], string>> = {
  'possible-duplicate': IS_ONE,
  'chart-reused': IS_ONE,
  'unmerged-chart': 'This task asks where a chart belongs. Decide stays, moves or later.',
};

async function carryOut(
  db: PoolClient,
  task: TaskRow,
  pair: Pair,
  { decision, reason, survivor, until }: DecisionBody,
  acting: Acting,
): Promise<Omit<Decided, 'taskId'>> {
  const { taskId } = task;
  const decider = deciderOf(acting, reason);
  switch (decision) {
    case 'later': {
      const notBefore = until ?? new Date(acting.at.getTime() + LATER_MS);
      await db.query(`update review_task set state = 'later', not_before = $2 where task_id = $1`, [
        taskId,
        notBefore,
      ]);
      return { state: 'later' };
    }
    case 'different':
      if (pair[0] === pair[1]) throw oneAlready();
      await holdApart(db, pair, decider);
      await close(db, taskId, 'different', acting, reason);
      return { state: 'different' };
    case 'stays':
      await close(db, taskId, 'settled', acting, reason);
      return { state: 'settled' };
    case 'moves': {
      const ends = await endsOf(db, pair);
      const [from, to, charts] = [ends.survivor, ends.restored, chartsIn(task.signature)];
      const { batchId } = await moveCharts(db, { ...decider, from, to, charts, taskId, since: ends.since });
      await close(db, taskId, 'settled', acting, reason);
      return { state: 'settled', batchId };
    }
    case 'same':
      break;
  }
  // By another merge they may be one already.
  const batch = pair[0] === pair[1] ? undefined : await mergePair(db, pair, survivor, { ...decider, taskId });
  await close(db, taskId, 'same', acting, reason);
  return { state: 'same', survivor: pair[0], ...batch };
}

async function mergePair(
  db: PoolClient,
  pair: Pair,
  survivor: string | undefined,
  decider: Decider & { readonly taskId: string },
): Promise<{ readonly batchId: string; readonly survivor: string }> {
  // The smaller id was made first: the one that has been given out for longer stays.
  const into = survivor ?? (pair[0] < pair[1] ? pair[0] : pair[1]);
  if (into !== pair[0] && into !== pair[1]) {
    throw new LinkError('unknown-person', 'The survivor is none of the two persons of this task.');
  }
  const from = pair[0] === into ? pair[1] : pair[0];
  return { ...(await mergePersons(db, { ...decider, from, into })), survivor: into };
}

async function endsOf(
  db: PoolClient,
  pair: Pair,
): Promise<NonNullable<Awaited<ReturnType<typeof lastUnmerge>>>> {
  const ends = await lastUnmerge(db, pair);
  if (!ends) throw new LinkError('not-merged-so', 'The two are not parted by an unmerge any more.');
  return ends;
}

/**
 * Opens a task again that was put off, closed, or decided as two persons; these may then be merged. One that was decided as
 * one person is opened by undoing the merge.
 * @throws NotFoundError, LinkError
 */
export async function reopenTask(
  db: PoolClient,
  taskId: string,
  reason: string,
  acting: Acting,
): Promise<Decided> {
  const { task, pair } = await taskAndPair(db, taskId);
  if (task.state === 'open') throw new LinkError('task-closed', 'This task is open already.');
  if (task.state === 'same') throw await mergedBy(db, taskId);
  if (pair[0] === pair[1]) throw oneAlready();
  if (task.kind === 'unmerged-chart') await moveBack(db, task, pair, deciderOf(acting, reason));
  else await liftConstraint(db, pair);
  const { rowCount } = await db.query(
    `update review_task set state = 'open', not_before = null, decided_at = null, decided_by = null, reason = $2
     where task_id = $1 and not exists (
       select from review_task o where o.person_a = review_task.person_a and o.person_b = review_task.person_b
         and o.task_id <> $1 and o.state in ('open', 'later'))`,
    [taskId, reason],
  );
  if (rowCount === 0)
    throw new LinkError('task-closed', 'Another task on these two persons is open already.');
  await acting.note(db, {
    action: 'review-reopen',
    personIds: pair,
    detail: { taskId, was: task.state },
  });
  return { taskId, state: 'open' };
}

/** Where the charts of the task were moved, they come back. */
async function moveBack(db: PoolClient, task: TaskRow, pair: Pair, decider: Decider): Promise<void> {
  const { rows } = await db.query(
    'select to_person from person_link where task_id = $1 order by at desc, batch_id desc limit 1',
    [task.taskId],
  );
  const ends = await endsOf(db, pair);
  if (rows[0]?.to_person !== ends.restored) return;
  const [from, to, charts] = [ends.restored, ends.survivor, chartsIn(task.signature)];
  await moveCharts(db, { ...decider, from, to, charts, taskId: task.taskId, since: ends.since });
}

/** Persons first, then the tasks, as everything that links persons does (see `lockPersons`). */
async function openTask(
  db: PoolClient,
  taskId: string,
): Promise<{ readonly task: TaskRow; readonly pair: Pair }> {
  const { task, pair } = await taskAndPair(db, taskId);
  if (task.state !== 'open' && task.state !== 'later') {
    throw new LinkError(
      'task-closed',
      `This task was closed already (${task.state}, by ${task.decidedBy ?? 'the registry'}).`,
    );
  }
  return { task, pair };
}

async function taskAndPair(
  db: PoolClient,
  taskId: string,
): Promise<{ readonly task: TaskRow; readonly pair: Pair }> {
  const seen = await readTask(db, taskId);
  if (!seen) throw new NotFoundError('There is no task of that id.');
  const pair = await pairNow(db, seen);
  await lockPersons(db, pair);
  await lockTasks(db);
  const task = (await readTask(db, taskId)) ?? seen;
  const isOpen = task.state === 'open' || task.state === 'later';
  if (isOpen && (await pairNow(db, task)).join() !== pair.join()) {
    throw new LinkError('not-active', 'One of the two persons was merged a moment ago. Read the task again.');
  }
  return { task, pair };
}

async function pairNow(db: PoolClient, { personA, personB }: TaskRow): Promise<Pair> {
  const now = await whereNow(db, [personA, personB]);
  return [now.get(personA) ?? personA, now.get(personB) ?? personB];
}

async function close(
  db: PoolClient,
  taskId: string,
  state: 'same' | 'different' | 'settled',
  { by, at }: Acting,
  reason: string,
): Promise<void> {
  await db.query(
    `update review_task set state = $2, decided_at = $3, decided_by = $4, reason = $5 where task_id = $1`,
    [taskId, state, at, by, reason],
  );
}

const oneAlready = (): LinkError =>
  new LinkError('same-person', 'The two are one person by now. Undo their merge if they are not.');

async function mergedBy(db: PoolClient, taskId: string): Promise<LinkError> {
  const merge = await mergeOf(db, taskId);
  return new LinkError(
    'task-closed',
    merge
      ? `This task was decided by a merge. Undo it: POST /api/persons/${merge.survivor}/unmerge with batchId ${merge.batchId}.`
      : 'The two are one person by another merge; see the links of the person.',
  );
}
