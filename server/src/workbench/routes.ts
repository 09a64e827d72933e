import { z } from 'zod';
import { ANYONE, SITE_MEMBERS, SITE_READERS } from '../accounts/access.ts';
import { limitFor } from '../accounts/limits.ts';
import { siteParams } from '../accounts/schema.ts';
import { asking } from '../onboarding/asking.ts';
import { testsAnswer, testsQuery } from '../onboarding/site-schema.ts';
import { type Api, ApiError, describe } from '../platform/api.ts';
import { csvOf } from '../platform/csv.ts';
import type { PortalParts } from '../portal-parts.ts';
import { checkAnonymously } from './check-anonymously.ts';
import { checkAnswer, checkBody, submittedAnswer, testAnswer, testParams } from './schema.ts';
import { splitTexts } from './split.ts';
import { submitTests } from './submit.ts';
import { submittedTest, testOf, testSheet, testsOf } from './tests.ts';
import type { MessageView } from './view.ts';

/** Messages are checked, submitted as tests, and looked at again. */
export function workbenchRoutes(scope: Api, parts: PortalParts): void {
  const { kysely } = parts.database;
  const { clock, jurisdiction } = parts;
  scope.post(
    '/api/workbench/check',
    {
      config: { allow: ANYONE, rateLimit: limitFor('workbench', parts) },
      schema: describe(
        'checkMessages',
        'What is wrong with messages, and what the EHR would hear; nothing is kept',
        checkAnswer,
        { body: checkBody },
      ),
    },
    async (request) => {
      const { texts, unreadable } = splitTexts(request.body.text);
      const messages: MessageView[] = [];
      for (const text of texts) {
        messages.push(await checkAnonymously(text, jurisdiction, clock.now()));
        // Fifty are checked in a second; those who ask beside wait for one.
        await new Promise((resolve) => setImmediate(resolve));
      }
      return { messages, unreadable: [...unreadable] };
    },
  );
  scope.post(
    '/api/sites/:site/tests',
    {
      config: { allow: SITE_MEMBERS, rateLimit: limitFor('workbench', parts) },
      schema: describe('submitTests', 'Submit messages as tests of the site', submittedAnswer, {
        params: siteParams,
        body: checkBody,
      }),
    },
    async (request) => {
      const { site } = asking(request);
      const ids = await submitTests(request.body.text, site, parts);
      const tests = await Promise.all(ids.map((id) => submittedTest(kysely, id, jurisdiction)));
      return { tests: tests.filter((test) => test !== undefined) };
    },
  );
  scope.get(
    '/api/sites/:site/tests',
    {
      config: { allow: SITE_READERS },
      schema: describe('getTests', 'The test messages of a site, the newest first', testsAnswer, {
        params: siteParams,
        querystring: testsQuery,
      }),
    },
    (request) => testsOf(kysely, asking(request), request.query),
  );
  scope.get(
    '/api/sites/:site/tests/:message',
    {
      config: { allow: SITE_READERS },
      schema: describe('getTest', 'One test message, with findings and answer', testAnswer, {
        params: testParams,
      }),
    },
    async (request) => {
      const { site, who } = asking(request);
      const by = { who, now: clock.now(), jurisdiction };
      const test = await testOf(kysely, request.params.message, site, by);
      if (!test) throw new ApiError(404, 'not-found');
      return test;
    },
  );
  scope.get(
    '/api/sites/:site/tests.csv',
    {
      config: { allow: SITE_READERS, audit: 'export' },
      schema: describe('exportTests', 'The test messages of a site as a sheet (CSV)', z.string(), {
        params: siteParams,
      }),
    },
    async (request, reply) => {
      const asked = asking(request);
      const sheet = csvOf(await testSheet(kysely, asked));
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="tests-${asked.site.code}.csv"`)
        .send(sheet);
    },
  );
}
