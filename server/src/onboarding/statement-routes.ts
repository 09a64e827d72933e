import { z } from 'zod';
import { ANYONE, SITE_MEMBERS, STAFF } from '../accounts/access.ts';
import { limitFor } from '../accounts/limits.ts';
import { siteParams } from '../accounts/schema.ts';
import { type Api, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { asking } from './asking.ts';
import {
  codeParams,
  hashAnswer,
  hashBody,
  periodBody,
  statementAnswer,
  statementParams,
  statementsAnswer,
} from './site-schema.ts';
import {
  isStatementPdf,
  listStatements,
  makeStatement,
  statementFile,
  verifyStatement,
} from './statements.ts';

/** Statements of successful tests: a site makes them, and anybody who is shown one verifies it here. */
export function statementRoutes(scope: Api, parts: PortalParts): void {
  scope.get(
    '/api/statements/:code',
    {
      config: { allow: ANYONE, rateLimit: limitFor('verification', parts) },
      schema: describe('verifyStatement', 'What the statement of that code says', statementAnswer, {
        params: codeParams,
      }),
    },
    ({ params }) => verifyStatement(params.code, parts),
  );
  scope.post(
    '/api/statements/:code/compare',
    {
      config: { allow: ANYONE, rateLimit: limitFor('verification', parts) },
      schema: describe('compareStatement', 'Whether a PDF is the one that was made', hashAnswer, {
        params: codeParams,
        body: hashBody,
      }),
    },
    async ({ params, body }) => ({ isSame: await isStatementPdf(params.code, body.sha256, parts) }),
  );
  scope.get(
    '/api/sites/:site/statements',
    {
      config: { allow: [...SITE_MEMBERS, ...STAFF] },
      schema: describe('getStatements', 'Statements of successful tests', statementsAnswer, {
        params: siteParams,
      }),
    },
    async (request) => ({ statements: [...(await listStatements(asking(request).site, parts))] }),
  );
  scope.post(
    '/api/sites/:site/statements',
    {
      config: { allow: SITE_MEMBERS, rateLimit: limitFor('upload', parts) },
      schema: describe(
        'makeStatement',
        'Make a signed statement of the successful tests of a period',
        statementAnswer,
        { params: siteParams, body: periodBody },
      ),
    },
    async (request) => makeStatement(asking(request), request.body, parts),
  );
  scope.get(
    '/api/sites/:site/statements/:code/pdf',
    {
      config: { allow: [...SITE_MEMBERS, ...STAFF], audit: 'export' },
      schema: describe('getStatementPdf', 'The statement as PDF', z.unknown(), { params: statementParams }),
    },
    async (request, reply) => {
      const { pdf, fileName } = await statementFile(asking(request).site, request.params.code, parts);
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(pdf);
    },
  );
}
