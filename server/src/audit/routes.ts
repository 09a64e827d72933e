import { z } from 'zod';
import { type Api, describe } from '../platform/api.ts';
import { csvOf } from '../platform/csv.ts';
import type { PortalParts } from '../portal-parts.ts';
import { audited } from './keep.ts';
import { type EventView, eventsAnswer, exportBody, PAGE_SIZE, searchBody } from './schema.ts';
import { findEvents, sampleViews } from './search.ts';

/** More than a spreadsheet is read for; a longer period is asked for in parts. */
const MOST_EXPORTED = 10_000;
const SAMPLE_SIZE = 20;
const WEEK_MS = 7 * 86_400_000;

const ADMINISTRATORS = { allow: ['administrator'], audit: 'patients' } as const;

/** The audit, for administrators. What is searched for stands in bodies; whoever looks is written down as well. */
export function auditRoutes(scope: Api, { database, clock, jurisdiction }: PortalParts): void {
  const { kysely } = database;
  scope.post(
    '/api/staff/audit/search',
    {
      config: ADMINISTRATORS,
      schema: describe('searchAudit', 'Who did what, the newest first', eventsAnswer, { body: searchBody }),
    },
    async (request) => {
      const { body } = request;
      const found = await findEvents(kysely, body, jurisdiction.timeZone, PAGE_SIZE + 1);
      const events = found.slice(0, PAGE_SIZE);
      const { from, to, email, organization, category, personId, messageId } = body;
      await audited(
        request,
        kysely,
        {
          action: 'audit-search',
          personIds: [...(personId === undefined ? [] : [personId]), ...personsOf(events)],
          messageId,
          detail: { from, to, email, organization, category, personId, events: events.length },
        },
        clock.now(),
      );
      return { events, next: found.length > PAGE_SIZE ? (events.at(-1)?.id ?? null) : null };
    },
  );
  scope.post(
    '/api/staff/audit/sample',
    {
      config: ADMINISTRATORS,
      schema: describe(
        'sampleAudit',
        'Some views of patients of the last seven days, by chance',
        eventsAnswer,
      ),
    },
    async (request) => {
      const until = clock.now();
      const from = new Date(until.getTime() - WEEK_MS);
      const events = await sampleViews(kysely, { from, until }, SAMPLE_SIZE);
      const detail = { events: events.length };
      await audited(request, kysely, { action: 'audit-sample', personIds: personsOf(events), detail }, until);
      return { events, next: null };
    },
  );
  scope.post(
    '/api/staff/audit/csv',
    {
      config: ADMINISTRATORS,
      schema: describe('exportAudit', 'Who did what, as a sheet (CSV)', z.string(), { body: exportBody }),
    },
    async (request, reply) => {
      const { body } = request;
      const events = await findEvents(kysely, body, jurisdiction.timeZone, MOST_EXPORTED);
      const { from, to, email, organization, category, personId, messageId } = body;
      await audited(
        request,
        kysely,
        {
          action: 'audit-export',
          personIds: personsOf(events),
          messageId,
          detail: { from, to, email, organization, category, personId, events: events.length },
        },
        clock.now(),
      );
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="audit.csv"')
        .send(csvOf([HEADINGS, ...events.map(line)]));
    },
  );
}

const personsOf = (events: readonly EventView[]): readonly string[] =>
  events.flatMap(({ personIds }) => personIds);

const HEADINGS = [
  'when (UTC)',
  'event',
  'category',
  'action',
  'who',
  'e-mail',
  'by',
  'acting for',
  'about',
  'patients',
  'patient ids',
  'message',
  'detail',
];

const line = (event: EventView): readonly string[] => [
  event.at,
  event.id,
  event.category,
  event.action,
  event.who.name,
  event.who.email ?? '',
  event.who.kind,
  event.organization?.code ?? '',
  event.about?.code ?? '',
  String(event.personIds.length),
  event.personIds.join(' '),
  event.messageId ?? '',
  event.detail.map(({ name, value }) => `${name}: ${value}`).join('; '),
];
