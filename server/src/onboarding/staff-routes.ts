import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { STAFF } from '../accounts/access.ts';
import { siteParams } from '../accounts/schema.ts';
import { type Api, describe } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { type Asking, asking } from './asking.ts';
import { noteEvent } from './events.ts';
import { approve, beginRealData, propose, withdraw } from './promotion.ts';
import { routingRoutes } from './routing.ts';
import { siteEvents, siteOverview } from './site-overview.ts';
import {
  eventsAnswer,
  noteBody,
  reasonBody,
  sendBackBody,
  siteAnswer,
  trackBody,
  workListAnswer,
  workListQuery,
} from './site-schema.ts';
import { lift, sendBack, suspend } from './stage-changes.ts';
import { workList } from './work-list.ts';

/** What DX specialists do. */
export function staffRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock, jurisdiction } = parts;

  /** Does it in one transaction and answers how the site is then. */
  const changing = async (
    request: FastifyRequest,
    change: (trx: Kysely<Tables>, asked: Asking) => Promise<void>,
  ) => {
    const asked = asking(request);
    await database.kysely.transaction().execute((trx) => change(trx, asked));
    return siteOverview(database.kysely, asked, jurisdiction);
  };

  scope.get(
    '/api/staff/sites',
    {
      config: { allow: STAFF },
      schema: describe('getWorkList', 'Sites by what they wait for', workListAnswer, {
        querystring: workListQuery,
      }),
    },
    ({ query }) => workList(database.kysely, query, jurisdiction),
  );
  scope.post(
    '/api/sites/:site/notes',
    {
      config: { allow: STAFF },
      schema: describe('addNote', 'A note that the site does not see', eventsAnswer, {
        params: siteParams,
        body: noteBody,
      }),
    },
    async (request) => {
      const asked = asking(request);
      await noteEvent(
        database.kysely,
        {
          organizationId: asked.site.organizationId,
          kind: 'note',
          actor: asked.who,
          forStaff: true,
          detail: { text: request.body.text },
        },
        clock.now(),
      );
      return siteEvents(database.kysely, asked);
    },
  );
  scope.post(
    '/api/sites/:site/send-back',
    {
      config: { allow: STAFF },
      schema: describe('sendBack', 'Send a step back with reasons that the site reads', siteAnswer, {
        params: siteParams,
        body: sendBackBody,
      }),
    },
    (request) => changing(request, (trx, asked) => sendBack(trx, asked, request.body, parts)),
  );
  scope.post(
    '/api/sites/:site/real-data',
    {
      config: { allow: STAFF },
      schema: describe(
        'beginRealData',
        'Testing is done: real patients’ messages may come to the testing address',
        siteAnswer,
        { params: siteParams },
      ),
    },
    (request) => changing(request, (trx, asked) => beginRealData(trx, asked, parts)),
  );
  scope.post(
    '/api/sites/:site/promotion',
    {
      config: { allow: STAFF },
      schema: describe(
        'proposePromotion',
        'Propose production or BiDX; a second person approves it',
        siteAnswer,
        { params: siteParams, body: trackBody },
      ),
    },
    (request) => changing(request, (trx, asked) => propose(trx, asked, request.body, parts)),
  );
  scope.post(
    '/api/sites/:site/promotion/approve',
    {
      config: { allow: STAFF },
      schema: describe('approvePromotion', 'Approve what another person proposed', siteAnswer, {
        params: siteParams,
        body: trackBody,
      }),
    },
    (request) => changing(request, (trx, asked) => approve(trx, asked, request.body, parts)),
  );
  scope.post(
    '/api/sites/:site/promotion/withdraw',
    {
      config: { allow: STAFF },
      schema: describe('withdrawPromotion', 'Take a proposal back, or decline it', siteAnswer, {
        params: siteParams,
        body: trackBody,
      }),
    },
    (request) => changing(request, (trx, asked) => withdraw(trx, asked, request.body, clock.now())),
  );
  scope.post(
    '/api/sites/:site/suspend',
    {
      config: { allow: STAFF },
      schema: describe('suspend', 'Suspend a site: its messages are refused from now on', siteAnswer, {
        params: siteParams,
        body: reasonBody,
      }),
    },
    (request) => changing(request, (trx, asked) => suspend(trx, asked, request.body.reason, parts)),
  );
  scope.post(
    '/api/sites/:site/lift',
    {
      config: { allow: STAFF },
      schema: describe('liftSuspension', 'End a suspension', siteAnswer, {
        params: siteParams,
        body: reasonBody,
      }),
    },
    (request) => changing(request, (trx, asked) => lift(trx, asked, request.body.reason, parts)),
  );
  routingRoutes(scope, parts);
}
