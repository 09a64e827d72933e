import type { MatchContext } from '@cairn/matching';
import type { Pool } from 'pg';
import { LinkError } from '../registry/linking-error.ts';
import { inTransaction } from '../registry/linking-transaction.ts';
import { type Acting, NotFoundError } from './acting.ts';
import { type Decided, decideTask } from './decide.ts';
import { type DoseView, listTasks, mergeOf, readDoses, readTask } from './queries.ts';
import type { DecisionBody, TaskQuery } from './schema.ts';
import { type TaskView, viewTasks } from './views.ts';

/** What the review works with. */
export type Room = { readonly pool: Pool; readonly acting: Acting; readonly matching: MatchContext };

export function tasksPage(
  { pool, acting, matching }: Room,
  query: TaskQuery,
): Promise<{ readonly tasks: readonly TaskView[]; readonly next?: string }> {
  return inTransaction(pool, async (db) => {
    const rows = await listTasks(db, query, acting.at);
    const tasks = await viewTasks(db, rows, matching);
    await acting.note(db, {
      action: 'review-list',
      personIds: tasks.flatMap(({ persons }) => persons.map(({ id }) => id)),
      detail: { state: query.state, tasks: tasks.length },
    });
    const last = rows.length === query.limit ? rows.at(-1) : undefined;
    return { tasks, ...(last ? { next: last.taskId } : {}) };
  });
}

export type WholeTask = TaskView & {
  readonly given: readonly { readonly person: string; readonly doses: readonly DoseView[] }[];
  readonly merge?: { readonly batchId: string; readonly survivor: string };
};

/** @throws NotFoundError */
export function wholeTask({ pool, acting, matching }: Room, id: string): Promise<WholeTask> {
  return inTransaction(pool, async (db) => {
    const row = await readTask(db, id);
    const [task] = row ? await viewTasks(db, [row], matching) : [];
    if (!task) throw new NotFoundError('There is no task of that id.');
    const given = [];
    for (const { id: person } of task.persons) {
      const { doses } = await readDoses(db, person);
      given.push({ person, doses: doses.toSorted((a, b) => (a.date < b.date ? 1 : -1)) });
    }
    const merge = await mergeOf(db, id);
    await acting.note(db, {
      action: 'review-read',
      personIds: task.persons.map((person) => person.id),
      detail: { taskId: id },
    });
    return { ...task, given, ...(merge ? { merge } : {}) };
  });
}

type Result = { readonly taskId: string; readonly decided?: Decided; readonly error?: string };

/** Each decision by itself: one that cannot be carried out does not stop the others. */
export async function decideMany(
  { pool, acting }: Room,
  decisions: readonly (DecisionBody & { readonly taskId: string })[],
): Promise<{ readonly done: number; readonly results: readonly Result[] }> {
  const results: Result[] = [];
  for (const { taskId, ...body } of decisions) {
    try {
      results.push({
        taskId,
        decided: await inTransaction(pool, (db) => decideTask(db, taskId, body, acting)),
      });
    } catch (error) {
      const isKnown = error instanceof LinkError || error instanceof NotFoundError;
      results.push({
        taskId,
        error: isKnown ? error.message : 'Cairn failed on this decision. Send it again.',
      });
    }
  }
  const done = results.filter(({ decided }) => decided).length;
  // That it was tried, where nothing came of it.
  if (done === 0) {
    await inTransaction(pool, (db) =>
      acting.note(db, { action: 'review-decide', detail: { decisions: results.length, done } }),
    );
  }
  return { done, results };
}
