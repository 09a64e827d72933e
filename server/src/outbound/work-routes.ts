import { STAFF } from '../accounts/access.ts';
import { done } from '../accounts/schema.ts';
import { audited } from '../audit/keep.ts';
import { type Api, ApiError, describe, problem } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import { z } from 'zod';
import type { PortalParts } from '../portal-parts.ts';
import { momentsOf } from './civil-moments.ts';
import { registryOf, whoDecides } from './registry-asked.ts';
import {
  answerAnswer,
  backfillBody,
  backfillParams,
  discardBody,
  doneAnswer,
  endpointParams,
  messageParams,
  replayBody,
  sheetQuery,
  workAnswer,
  workQuery,
} from './schema.ts';
import { discard, replay, startBackfill, stopBackfill } from './work.ts';
import { answerOf, chosenOf, sheetOf, workOf } from './work-list.ts';
import { isBackfilling } from './views.ts';

/** What a registry has not taken, and what is done about it; what it gets once more. */
export function workRoutes(scope: Api, parts: PortalParts): void {
  listRoutes(scope, parts);
  decisionRoutes(scope, parts);
  backfillRoutes(scope, parts);
}

function listRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock } = parts;
  scope.get(
    '/api/staff/outbound/:endpoint/messages',
    {
      config: { allow: STAFF },
      schema: describe(
        'getUndelivered',
        'Messages that a registry has not taken, or of which that is not known; the oldest first',
        workAnswer,
        { params: endpointParams, querystring: workQuery },
      ),
    },
    async ({ params, query: { after, ...filters } }) =>
      workOf(database.kysely, registryOf(parts, params.endpoint).id, filters, after),
  );
  scope.get(
    '/api/staff/outbound/:endpoint/messages.csv',
    {
      config: { allow: STAFF, audit: 'export' },
      schema: describe('exportUndelivered', 'The same as a sheet (CSV)', z.unknown(), {
        params: endpointParams,
        querystring: sheetQuery,
      }),
    },
    async (request, reply) => {
      const { id } = registryOf(parts, request.params.endpoint);
      const sheet = await sheetOf(database.kysely, id, request.query);
      const event = { action: 'exportUndelivered', detail: { registry: id, ...request.query } };
      await audited(request, database.kysely, event, clock.now());
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="not-taken-${id}.csv"`)
        .send(sheet);
    },
  );
  scope.get(
    '/api/staff/outbound/:endpoint/messages/:message/answer',
    {
      config: { allow: STAFF, audit: 'patients' },
      schema: describe(
        'getOtherAnswer',
        'What a registry answered to a message, in its own words, which may name the patient',
        answerAnswer,
        { params: messageParams },
      ),
    },
    async (request) => {
      const { id } = registryOf(parts, request.params.endpoint);
      const messageId = request.params.message.toLowerCase();
      const found = await answerOf(database.kysely, id, messageId);
      if (!found) throw new ApiError(404, 'not-found');
      const { personId, organizationId: aboutId, ...answer } = found;
      const event = {
        action: 'other-answer-view',
        personIds: [personId],
        messageId,
        aboutId,
        detail: { registry: id },
      };
      await audited(request, database.kysely, event, clock.now());
      return answer;
    },
  );
}

function decisionRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock } = parts;
  scope.post(
    '/api/staff/outbound/:endpoint/replay',
    {
      config: { allow: STAFF },
      schema: describe('replayUndelivered', 'Send messages again that a registry has not taken', doneAnswer, {
        params: endpointParams,
        body: replayBody,
      }),
    },
    async (request) => {
      const { id: endpointId } = registryOf(parts, request.params.endpoint);
      const [now, accountId] = [clock.now(), whoDecides(request)];
      return database.kysely.transaction().execute(async (trx) => {
        const messageIds = await chosenOf(trx, endpointId, request.body.chosen);
        const count = await replay(trx, { endpointId, messageIds, accountId, now });
        const detail = { registry: endpointId, count };
        await audited(request, trx, { action: 'replayUndelivered', detail }, now);
        return { done: count };
      });
    },
  );
  scope.post(
    '/api/staff/outbound/:endpoint/discard',
    {
      config: { allow: STAFF },
      schema: describe(
        'discardUndelivered',
        'Give messages up that a registry has not taken, with a reason',
        doneAnswer,
        { params: endpointParams, body: discardBody },
      ),
    },
    async (request) => {
      const { id: endpointId } = registryOf(parts, request.params.endpoint);
      const [now, accountId] = [clock.now(), whoDecides(request)];
      const { chosen, reason } = request.body;
      return database.kysely.transaction().execute(async (trx) => {
        const messageIds = await chosenOf(trx, endpointId, chosen);
        const count = await discard(trx, { endpointId, messageIds, accountId, now, reason });
        const detail = { registry: endpointId, count, reason };
        await audited(request, trx, { action: 'discardUndelivered', detail }, now);
        return { done: count };
      });
    },
  );
}

function backfillRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock, jurisdiction } = parts;
  const config = { allow: ['administrator'] } as const;
  scope.post(
    '/api/staff/outbound/:endpoint/backfill',
    {
      config,
      schema: describe(
        'beginBackfill',
        'Have the registry of a region get what was recorded in a period and was never in its queue',
        done,
        {
          params: endpointParams,
          body: backfillBody,
        },
      ),
    },
    async (request) => {
      const { id: endpointId, kind } = registryOf(parts, request.params.endpoint);
      // A partner's messages were never recorded here.
      if (kind === 'partner') throw new ApiError(404, 'not-found');
      const { from, to } = request.body;
      const [now, accountId] = [clock.now(), whoDecides(request)];
      if (to < from || to > localDate(now, jurisdiction.timeZone)) {
        throw new ApiError(400, 'request-invalid', [problem('to', 'backfill-period-invalid')]);
      }
      await database.kysely.transaction().execute(async (trx) => {
        const state = await isBackfilling(trx, endpointId);
        if (state === 'not-set-up') throw new ApiError(409, 'endpoint-not-set-up');
        if (state === 'busy') throw new ApiError(409, 'backfill-running');
        const [since, until] = await momentsOf(trx, [from, `${to}T24:00`], jurisdiction.timeZone);
        if (!since || !until) throw new ApiError(400, 'request-invalid', [problem('from', 'date-invalid')]);
        const backfill = await startBackfill(trx, { endpointId, since, until, accountId, now });
        const detail = { registry: endpointId, backfill, from, to };
        await audited(request, trx, { action: 'beginBackfill', detail }, now);
      });
      return { done: true as const };
    },
  );
  scope.post(
    '/api/staff/outbound/:endpoint/backfill/:backfill/stop',
    { config, schema: describe('stopBackfill', 'Stop it', done, { params: backfillParams }) },
    async (request) => {
      const { id: registry } = registryOf(parts, request.params.endpoint);
      const { backfill: backfillId } = request.params;
      const now = clock.now();
      await database.kysely.transaction().execute(async (trx) => {
        if (!(await stopBackfill(trx, { endpointId: registry, backfillId, now })))
          throw new ApiError(404, 'not-found');
        const detail = { registry, backfill: backfillId };
        await audited(request, trx, { action: 'stopBackfill', detail }, now);
      });
      return { done: true as const };
    },
  );
}
