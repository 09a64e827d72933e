import { type Api, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { inTransaction } from '../registry/linking-transaction.ts';
import * as answers from './answers.ts';
import { decideTask, reopenTask } from './decide.ts';
import { emergencyRoutes } from './emergency-routes.ts';
import { personRoutes } from './person-routes.ts';
import { refusing } from './refusing.ts';
import { REVIEWERS, roomOf } from './room.ts';
import * as schema from './schema.ts';
import { decideMany, tasksPage, wholeTask } from './tasks.ts';

/**
 * Tasks on persons that may be one, merges and what undoes them. Ids in addresses are the registry's own, which say nothing;
 * what is known of persons is in answers alone, and never in the log.
 */
export function reviewRoutes(scope: Api, parts: PortalParts): void {
  scope.get(
    '/api/review/tasks',
    {
      config: REVIEWERS,
      schema: describe(
        'getReviewTasks',
        'Persons that may be one, the most pressing first',
        answers.tasksAnswer,
        {
          querystring: schema.taskQuery,
        },
      ),
    },
    (request) => tasksPage(roomOf(parts, request), request.query),
  );
  scope.get(
    '/api/review/tasks/:id',
    {
      config: REVIEWERS,
      schema: describe('getReviewTask', 'One task, with both persons and their doses', answers.taskAnswer, {
        params: schema.idParameter,
      }),
    },
    (request) => refusing(wholeTask(roomOf(parts, request), request.params.id)),
  );
  scope.post(
    '/api/review/tasks/:id/decision',
    {
      config: REVIEWERS,
      schema: describe('decideReviewTask', 'Decide a task', answers.decided, {
        params: schema.idParameter,
        body: schema.decisionBody,
      }),
    },
    (request) => {
      const { pool, acting } = roomOf(parts, request);
      const { params, body } = request;
      return refusing(inTransaction(pool, (db) => decideTask(db, params.id, body, acting)));
    },
  );
  scope.post(
    '/api/review/tasks/:id/reopen',
    {
      config: REVIEWERS,
      schema: describe('reopenReviewTask', 'Take a decision back', answers.decided, {
        params: schema.idParameter,
        body: schema.reasonBody,
      }),
    },
    (request) => {
      const { pool, acting } = roomOf(parts, request);
      const { params, body } = request;
      return refusing(inTransaction(pool, (db) => reopenTask(db, params.id, body.reason, acting)));
    },
  );
  scope.post(
    '/api/review/decisions',
    {
      config: REVIEWERS,
      schema: describe('decideReviewTasks', 'Decide many tasks, each for itself', answers.decisionsAnswer, {
        body: schema.decisionsBody,
      }),
    },
    (request) => decideMany(roomOf(parts, request), request.body.decisions),
  );
  personRoutes(scope, parts);
  emergencyRoutes(scope, parts);
}
