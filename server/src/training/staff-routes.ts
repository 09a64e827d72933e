import type { FastifyRequest } from 'fastify';
import { STAFF } from '../accounts/access.ts';
import { limitFor } from '../accounts/limits.ts';
import { done } from '../accounts/schema.ts';
import { audited } from '../audit/keep.ts';
import { type Api, ApiError, describe, problem } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { learner, recordCompletion, withdrawCompletion } from './completions.ts';
import { readList } from './read-list.ts';
import { recordList } from './record-list.ts';
import {
  completionParams,
  listAnswer,
  listBody,
  recordAnswer,
  recordBody,
  recordsAnswer,
  recordsQuery,
  withdrawBody,
} from './schema.ts';
import { trainingRecords } from './staff-records.ts';

/** What staff see and record of training. */
export function trainingStaffRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock, jurisdiction } = parts;
  const staffIdOf = ({ signedIn }: FastifyRequest): string => {
    if (!signedIn) throw new ApiError(401, 'sign-in-needed');
    return signedIn.accountId;
  };

  scope.get(
    '/api/staff/training',
    {
      config: { allow: STAFF },
      schema: describe('getTrainingRecords', 'What people completed, by e-mail address', recordsAnswer, {
        querystring: recordsQuery,
      }),
    },
    ({ query }) => trainingRecords(database.kysely, query, { jurisdiction, now: clock.now() }),
  );
  scope.post(
    '/api/staff/training',
    {
      config: { allow: STAFF },
      schema: describe('recordTraining', 'Record that somebody completed a course', recordAnswer, {
        body: recordBody,
      }),
    },
    async (request) => {
      const { email, course: courseId, completedOn } = request.body;
      const now = clock.now();
      const recordedBy = staffIdOf(request);
      const course = jurisdiction.courses.find(({ id }) => id === courseId);
      if (!course) throw new ApiError(400, 'request-invalid', [problem('course', 'course-unknown')]);
      if (completedOn > localDate(now, jurisdiction.timeZone)) {
        throw new ApiError(400, 'request-invalid', [problem('completedOn', 'day-to-come')]);
      }
      return database.kysely.transaction().execute(async (trx) => {
        const accountId = await learner(trx, email, recordedBy);
        const isNew = await recordCompletion(
          trx,
          { accountId, course, completedOn, how: 'staff', recordedBy },
          now,
        );
        const detail = { accountId, course: course.id, completedOn };
        await audited(request, trx, { action: 'recordTraining', detail }, now);
        return { isNew };
      });
    },
  );
  scope.post(
    '/api/staff/training/list',
    {
      config: { allow: STAFF, rateLimit: limitFor('upload', parts) },
      schema: describe(
        'recordTrainingList',
        'Record a list of completions (CSV); every row has its outcome',
        listAnswer,
        { body: listBody },
      ),
    },
    (request) => {
      const now = clock.now();
      const list = readList(request.body.csv, jurisdiction.courses, localDate(now, jurisdiction.timeZone));
      return database.kysely.transaction().execute(async (trx) => {
        const report = await recordList(trx, list, staffIdOf(request), now);
        const { recorded, already, refused } = report;
        const detail = { recorded, already, refused };
        await audited(request, trx, { action: 'recordTrainingList', detail }, now);
        return report;
      });
    },
  );
  scope.post(
    '/api/staff/training/:completion/withdraw',
    {
      config: { allow: STAFF },
      schema: describe('withdrawTraining', 'Take a completion back, with the reason', done, {
        params: completionParams,
        body: withdrawBody,
      }),
    },
    async (request) => {
      const { completion: completionId } = request.params;
      const { reason } = request.body;
      const now = clock.now();
      await database.kysely.transaction().execute(async (trx) => {
        await withdrawCompletion(trx, { completionId, staffId: staffIdOf(request), reason }, now);
        await audited(request, trx, { action: 'withdrawTraining', detail: { completionId, reason } }, now);
      });
      return { done: true as const };
    },
  );
}
