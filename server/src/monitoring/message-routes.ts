import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorsNow } from '../accounts/access.ts';
import type { Actor } from '../accounts/roles.ts';
import { PATIENT_READERS, WATCHERS } from '../accounts/roles.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { audited } from '../audit/keep.ts';
import { type Api, ApiError, describe } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { exportBody, foundAnswer, messageAnswer, messageParams, searchBody } from './message-schema.ts';
import type { Sight } from './message-view-effects.ts';
import { messageOf } from './message-view.ts';
import { MOST_EXPORTED, sheetOf } from './messages-export.ts';
import { personsOf, placesOf, searchMessages } from './messages-search.ts';
import { watchedBy } from './messages-watched.ts';

/** Messages are looked for and looked at. Whoever does is written down with whom they saw (45 CFR 164.312(b)). */
export function messageRoutes(scope: Api, { database, clock, jurisdiction }: PortalParts): void {
  const config = { allow: WATCHERS, audit: 'patients' } as const;
  const askedBy = (request: FastifyRequest) => ({
    watched: watchedBy(signedIn(request)),
    today: localDate(clock.now(), jurisdiction.timeZone),
  });
  scope.post(
    '/api/exchange/messages/search',
    {
      config,
      schema: describe('searchMessages', 'Look for messages, the newest first', foundAnswer, {
        body: searchBody,
      }),
    },
    async (request) => {
      const { after, ...filters } = request.body;
      const { kysely } = database;
      const { answer, personIds } = await searchMessages(kysely, { ...askedBy(request), filters }, { after });
      const detail = { found: answer.messages.length, ...askedFor(filters) };
      await audited(request, kysely, { action: 'message-search', personIds, detail }, clock.now());
      return answer;
    },
  );
  scope.post(
    '/api/exchange/messages/export',
    {
      config,
      schema: describe('exportMessages', 'The messages that are found, as a sheet (CSV)', z.unknown(), {
        body: exportBody,
      }),
    },
    async (request, reply) => {
      const { withPatients = false, ...filters } = request.body;
      const { kysely } = database;
      const { places } = await placesOf(kysely, { ...askedBy(request), filters }, { limit: MOST_EXPORTED });
      const detail = { found: places.length, withPatients, ...askedFor(filters) };
      const event = { action: 'message-export', personIds: personsOf(places), detail };
      // Written down before the first row leaves.
      await audited(request, kysely, event, clock.now());
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="messages.csv"')
        .send(Readable.from(sheetOf(kysely, places, withPatients)));
    },
  );
  scope.get(
    '/api/exchange/messages/:message',
    {
      config,
      schema: describe('getMessage', 'One message: what was wrong with it and what it did', messageAnswer, {
        params: messageParams,
      }),
    },
    async (request) => {
      const { kysely } = database;
      const messageId = request.params.message.toLowerCase();
      const shown = await messageOf(kysely, messageId, {
        watched: watchedBy(signedIn(request)),
        sight: sightOf(signedIn(request)),
        jurisdiction,
      });
      if (!shown) throw new ApiError(404, 'not-found');
      const { personIds, responsibleId: aboutId } = shown;
      await audited(request, kysely, { action: 'message-view', personIds, messageId, aboutId }, clock.now());
      return shown.view;
    },
  );
}

function signedIn({ signedIn: who, routeOptions }: FastifyRequest): SignedIn {
  if (!who) throw new Error(`${String(routeOptions.url)} lets in whom it does not know`);
  return who;
}

function sightOf(who: SignedIn): Sight {
  const actors = actorsNow(who);
  const readers: readonly Actor[] = PATIENT_READERS;
  return {
    seesPatients: actors.some((actor) => readers.includes(actor)),
    decidesReviews: who.staffRole !== undefined,
    organizationId: who.staffRole === undefined ? who.acting?.organizationId : undefined,
  };
}

/** What the audit may hold of a search: codes and days, and of a patient only that one was looked for. */
function askedFor({
  site,
  from,
  to,
  outcome,
  kind,
  finding,
  patient,
  controlId,
}: Omit<z.output<typeof searchBody>, 'after'>) {
  return {
    site,
    from,
    to,
    outcome,
    kind,
    finding,
    ...(patient === undefined ? {} : { byPatient: true }),
    ...(controlId === undefined ? {} : { byControlId: true }),
  };
}
