import { WATCHERS } from '../accounts/roles.ts';
import { type Api, ApiError, describe, problem } from '../platform/api.ts';
import { hl7Timestamp, localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { attentionOf } from './attention.ts';
import type { Days } from './counts.ts';
import { daysBetween, lastDays } from './days.ts';
import { wordsOf } from './finding-words.ts';
import { overview } from './overview.ts';
import { qualityReport } from './quality-report.ts';
import {
  attentionAnswer,
  attentionQuery,
  overviewAnswer,
  overviewQuery,
  qualityAnswer,
  qualityQuery,
  watchableAnswer,
  watchableQuery,
} from './schema.ts';
import { watched } from './scopes.ts';
import { watchable } from './watchable.ts';

/** Shown where no days are asked for, and the most that can be. */
const DAYS_SHOWN = 30;
const MOST_DAYS = 92;
const FIRST_DAY = '1900-01-01';

/** The exchange in figures: messages by day, quality of data, what needs attention. */
export function monitoringRoutes(scope: Api, { database, clock, jurisdiction }: PortalParts): void {
  const { kysely } = database;
  const config = { allow: WATCHERS };
  const dayOf = (at: Date): string => localDate(at, jurisdiction.timeZone);
  scope.get(
    '/api/exchange/overview',
    {
      config,
      schema: describe(
        'getExchangeOverview',
        'Messages of a site by day and outcome, what fails, and whether today is as other days',
        overviewAnswer,
        { querystring: overviewQuery },
      ),
    },
    async (request) => {
      const { site, from, to, address } = request.query;
      const now = clock.now();
      const today = dayOf(now);
      return overview({
        kysely,
        watched: await watched(kysely, request, site),
        days: daysAsked(from, to, today),
        address,
        today,
        hour: Number(hl7Timestamp(now, jurisdiction.timeZone).slice(8, 10)),
      });
    },
  );
  scope.get(
    '/api/exchange/quality',
    {
      config,
      schema: describe(
        'getExchangeQuality',
        'How complete, valid and timely the data are that a site submitted',
        qualityAnswer,
        { querystring: qualityQuery },
      ),
    },
    async (request) =>
      qualityReport(kysely, await watched(kysely, request, request.query.site), request.query.period, {
        today: dayOf(clock.now()),
        regions: jurisdiction.regions,
      }),
  );
  scope.get(
    '/api/exchange/attention',
    {
      config,
      schema: describe(
        'getExchangeAttention',
        'What needs attention at a site; for staff, at all sites',
        attentionAnswer,
        {
          querystring: attentionQuery,
        },
      ),
    },
    async (request) => {
      const { site, relation } = await watched(kysely, request, request.query.site);
      const now = clock.now();
      const items = await attentionOf({
        kysely,
        organizationId: site?.organizationId,
        now,
        today: dayOf(now),
        rules: jurisdiction,
        withStock: relation === 'own' && request.signedIn?.acting?.userRole === 'power',
      });
      return {
        site: site ? { code: site.code, name: site.name, kind: site.kind } : null,
        relation,
        items: items.map(({ finding, ...item }) => ({
          ...item,
          finding: finding === null ? null : { code: finding, ...wordsOf(finding) },
        })),
      };
    },
  );
  scope.get(
    '/api/exchange/sites',
    {
      config,
      schema: describe(
        'getWatchableSites',
        'The sites whose exchange one may choose to look at',
        watchableAnswer,
        {
          querystring: watchableQuery,
        },
      ),
    },
    async ({ signedIn, query }) => {
      if (!signedIn) throw new ApiError(401, 'sign-in-needed');
      return { sites: [...(await watchable(kysely, signedIn, query.search))] };
    },
  );
}

/** @throws ApiError 400 where they are too many, or end before they begin */
function daysAsked(from: string | undefined, to: string | undefined, today: string): Days {
  const last = to ?? today;
  const days = from === undefined ? lastDays(last, DAYS_SHOWN) : { from, to: last };
  const length = daysBetween(days.from, days.to);
  // The days before them are counted too, and the calendar of PostgreSQL begins with year 1.
  if (length < 0 || length >= MOST_DAYS || days.from < FIRST_DAY) {
    throw new ApiError(400, 'request-invalid', [problem('from', 'date-invalid')]);
  }
  return days;
}
