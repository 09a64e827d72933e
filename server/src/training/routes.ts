import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { ANYONE } from '../accounts/access.ts';
import { done } from '../accounts/schema.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { type Api, ApiError, describe } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { enrol, type Learner, readCourse, takeQuiz, training } from './learning.ts';
import {
  courseAnswer,
  courseParams,
  languageQuery,
  quizAnswer,
  quizBody,
  timelineAnswer,
  trainingAnswer,
} from './schema.ts';
import { trainingStaffRoutes } from './staff-routes.ts';
import { timelineOn } from './timeline.ts';

const askerOf = ({ signedIn }: FastifyRequest): SignedIn => {
  if (!signedIn) throw new ApiError(401, 'sign-in-needed');
  return signedIn;
};

/** Courses, who completed them, and when regions go live. */
export function trainingRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock, jurisdiction } = parts;
  const learner = (request: FastifyRequest, db: Kysely<Tables> = database.kysely): Learner => ({
    db,
    jurisdiction,
    accountId: askerOf(request).accountId,
    now: clock.now(),
  });

  scope.get(
    '/api/timeline',
    {
      config: { allow: ANYONE },
      schema: describe('getTimeline', 'When the users of each region train and go live', timelineAnswer),
    },
    () => {
      const today = localDate(clock.now(), jurisdiction.timeZone);
      return { today, regions: [...timelineOn(jurisdiction, today)] };
    },
  );
  scope.get(
    '/api/training',
    {
      config: { allow: ['signed-in'] },
      schema: describe('getTraining', 'One’s courses, and what holds one’s roles up', trainingAnswer, {
        querystring: languageQuery,
      }),
    },
    (request) => training(learner(request), request.query.language),
  );
  scope.post(
    '/api/training/:course/enrol',
    {
      config: { allow: ['signed-in'] },
      schema: describe('enrolInCourse', 'Enrol in a course that one’s role needs', done, {
        params: courseParams,
      }),
    },
    async (request) => {
      await enrol(learner(request), request.params.course);
      return { done: true as const };
    },
  );
  scope.get(
    '/api/training/:course',
    {
      config: { allow: ['signed-in'] },
      schema: describe('getCourse', 'Lessons and questions of a course one is enrolled in', courseAnswer, {
        params: courseParams,
        querystring: languageQuery,
      }),
    },
    (request) => readCourse(learner(request), request.params.course, request.query.language),
  );
  scope.post(
    '/api/training/:course/quiz',
    {
      config: { allow: ['signed-in'] },
      schema: describe('takeQuiz', 'Have the answers to a quiz graded', quizAnswer, {
        params: courseParams,
        body: quizBody,
      }),
    },
    (request) =>
      database.kysely
        .transaction()
        .execute((trx) => takeQuiz(learner(request, trx), request.params.course, request.body.answers)),
  );
  trainingStaffRoutes(scope, parts);
}
