import type { MatchContext } from '@cairn/matching';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { localDate } from '../platform/clock.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { linkDoses, unlinkDoses } from '../registry/linking-doses.ts';
import { LinkError } from '../registry/linking-error.ts';
import { preferByScore } from '../registry/linking-prefer.ts';
import { sealPerson } from '../registry/linking-seal.ts';
import { inTransaction } from '../registry/linking-transaction.ts';
import { mergePersons, unmerge } from '../registry/linking.ts';
import { type Acting, deciderOf, NotFoundError } from './acting.ts';
import { writeAudit } from './audit.ts';
import { type Decided, decideTask, reopenTask } from './decide.ts';
import type { Action } from './policy.ts';
import { listTasks, readDoses, readLinks, readTask, whereNow } from './queries.ts';
import * as schema from './schema.ts';
import { viewLink, viewTasks } from './views.ts';

/** What an endpoint works with. */
export type Room = {
  readonly pool: Pool;
  readonly acting: Acting;
  readonly jurisdiction: Jurisdiction;
  readonly matching: MatchContext;
};

export type Endpoint = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly action: Action;
  /** The query of a GET, the body of a POST. */
  readonly reads: z.ZodType;
  readonly run: (id: string, input: unknown, room: Room) => Promise<unknown>;
};

/** Binds what an endpoint reads to what it works on. */
const endpoint = <S extends z.ZodType>(
  method: Endpoint['method'],
  url: string,
  action: Action,
  reads: S,
  run: (id: string, input: z.output<S>, room: Room) => Promise<unknown>,
): Endpoint => ({
  method,
  url,
  action,
  reads,
  // What the schema has read is of its type.
  run: (id, input, room) => run(id, input as z.output<S>, room),
});

const nothing = z.strictObject({});

export const ENDPOINTS: readonly Endpoint[] = [
  endpoint(
    'GET',
    '/api/review/tasks',
    'review-list',
    schema.taskQuery,
    (_, query, { pool, acting, matching }) =>
      inTransaction(pool, async (db) => {
        const rows = await listTasks(db, query, acting.at);
        const tasks = await viewTasks(db, rows, matching);
        await writeAudit(db, acting, {
          action: 'review-list',
          personIds: tasks.flatMap(({ persons }) => persons.map(({ id }) => id)),
          detail: { state: query.state, tasks: tasks.length },
        });
        const last = rows.length === query.limit ? rows.at(-1) : undefined;
        return { tasks, ...(last ? { next: last.taskId } : {}) };
      }),
  ),
  endpoint('GET', '/api/review/tasks/:id', 'review-read', nothing, (id, _, { pool, acting, matching }) =>
    inTransaction(pool, async (db) => {
      const row = await readTask(db, id);
      if (!row) throw new NotFoundError('There is no task of that id.');
      const [task] = await viewTasks(db, [row], matching);
      await writeAudit(db, acting, {
        action: 'review-read',
        personIds: (task?.persons ?? []).map((person) => person.id),
        detail: { taskId: id },
      });
      return task;
    }),
  ),
  endpoint(
    'POST',
    '/api/review/tasks/:id/decision',
    'review-decide',
    schema.decisionBody,
    (id, body, { pool, acting }) => inTransaction(pool, (db) => decideTask(db, id, body, acting)),
  ),
  endpoint(
    'POST',
    '/api/review/tasks/:id/reopen',
    'review-reopen',
    schema.reasonBody,
    (id, body, { pool, acting }) => inTransaction(pool, (db) => reopenTask(db, id, body.reason, acting)),
  ),
  endpoint('POST', '/api/review/decisions', 'review-decide', schema.decisionsBody, decideMany),
  endpoint('GET', '/api/persons/:id/links', 'person-links', nothing, (id, _, { pool, acting }) =>
    inTransaction(pool, async (db) => {
      const personId = await knownPerson(db, id);
      const links = await readLinks(db, id);
      await writeAudit(db, acting, {
        action: 'person-links',
        personIds: [id],
        detail: { links: links.length },
      });
      return { person: id, now: personId, links: links.map((link) => viewLink(link, id)) };
    }),
  ),
  endpoint(
    'POST',
    '/api/persons/merge',
    'person-merge',
    schema.mergeBody,
    (_, { from, into, reason }, room) =>
      inTransaction(room.pool, async (db) => {
        const merged = await mergePersons(db, { ...deciderOf(room.acting, reason), from, into });
        await writeAudit(db, room.acting, {
          action: 'person-merge',
          personIds: [from, into],
          detail: { ...merged },
        });
        return { ...merged, survivor: into };
      }),
  ),
  endpoint('POST', '/api/persons/:id/unmerge', 'person-unmerge', schema.unmergeBody, unmergePerson),
  endpoint(
    'POST',
    '/api/persons/:id/seal',
    'person-seal',
    schema.sealBody,
    (personId, { sealed }, { pool, acting }) =>
      inTransaction(pool, async (db) => {
        await sealPerson(db, { personId, isSealed: sealed, at: acting.at });
        await writeAudit(db, acting, { action: 'person-seal', personIds: [personId], detail: { sealed } });
        return { person: personId, sealed };
      }),
  ),
  endpoint('GET', '/api/persons/:id/dose-links', 'dose-links', nothing, (id, _, { pool, acting }) =>
    inTransaction(pool, async (db) => {
      const personId = await knownPerson(db, id);
      const doses = await readDoses(db, personId);
      await writeAudit(db, acting, { action: 'dose-links', personIds: [personId], detail: {} });
      return { person: personId, ...doses };
    }),
  ),
  endpoint('POST', '/api/persons/:id/dose-links', 'dose-link', schema.doseLinkBody, (personId, body, room) =>
    inTransaction(room.pool, async (db) => {
      await linkDoses(db, { ...body, personId, by: room.acting.staff.staffId, at: room.acting.at });
      await writeAudit(db, room.acting, {
        action: 'dose-link',
        personIds: [personId],
        detail: { kind: body.kind },
      });
      return { person: personId, a: body.a, b: body.b, kind: body.kind };
    }),
  ),
  endpoint(
    'POST',
    '/api/persons/:id/dose-links/remove',
    'dose-unlink',
    schema.doseUnlinkBody,
    (personId, { a, b }, { pool, acting }) =>
      inTransaction(pool, async (db) => {
        if (!(await unlinkDoses(db, { personId, a, b }))) {
          throw new NotFoundError('There is no decision on these two doses.');
        }
        await writeAudit(db, acting, { action: 'dose-unlink', personIds: [personId], detail: {} });
        return { person: personId, a, b };
      }),
  ),
];

type Result = { readonly taskId: string; readonly decided?: Decided; readonly error?: string };

/** Each decision by itself: one that cannot be carried out does not stop the others. */
async function decideMany(
  _: string,
  { decisions }: z.output<typeof schema.decisionsBody>,
  { pool, acting }: Room,
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
  return { done: results.filter(({ decided }) => decided).length, results };
}

function unmergePerson(
  id: string,
  { batchId, reason }: z.output<typeof schema.unmergeBody>,
  { pool, acting, jurisdiction, matching }: Room,
): Promise<unknown> {
  return inTransaction(pool, async (db) => {
    await knownPerson(db, id);
    const today = localDate(acting.at, jurisdiction.timeZone);
    const links = await readLinks(db, id);
    if (links.every((link) => link.batchId !== batchId || link.op !== 'merge')) {
      throw new LinkError('unknown-merge', 'This person has no merge of that batch id.');
    }
    const { batchId: undoing, ...undone } = await unmerge(db, {
      ...deciderOf(acting, reason),
      batchId,
      prefer: preferByScore(matching, today),
    });
    await writeAudit(db, acting, {
      action: 'person-unmerge',
      personIds: [undone.restored, undone.survivor],
      detail: { batchId: undoing, undoes: batchId, undecided: undone.undecided },
    });
    return { batchId: undoing, ...undone };
  });
}

async function knownPerson(db: PoolClient, id: string): Promise<string> {
  const now = (await whereNow(db, [id])).get(id);
  if (now === undefined) throw new NotFoundError('There is no person of that id.');
  return now;
}
