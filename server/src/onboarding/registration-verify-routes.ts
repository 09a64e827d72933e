import type { Kysely } from 'kysely';
import { ANYONE } from '../accounts/access.ts';
import { type LimitName, limitFor } from '../accounts/limits.ts';
import { done } from '../accounts/schema.ts';
import { type Api, describe } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { askForAccess, confirmAccessRequest } from './registration-access.ts';
import { cookieOf } from './registration-cookie.ts';
import { showCredentials } from './registration-credentials.ts';
import { accessRequestBody, credentialsAnswer, tokenBody, verifiedAnswer } from './registration-schema.ts';
import { verifyEmail } from './registration-verify.ts';

/** What the links of the mails lead to. */
export function verificationRoutes(scope: Api, parts: PortalParts): void {
  const { clock } = parts;
  const { kysely } = parts.database;
  const inOne = <T>(work: (trx: Kysely<Tables>) => Promise<T>): Promise<T> =>
    kysely.transaction().execute(work);
  const open = (limit: LimitName) => ({ allow: ANYONE, rateLimit: limitFor(limit, parts) });
  scope.post(
    '/api/verification',
    {
      config: open('verification'),
      schema: describe(
        'verifyEmail',
        'Verify the e-mail address with the link from the mail; the site is registered then',
        verifiedAnswer,
        { body: tokenBody },
      ),
    },
    ({ body }) => inOne((trx) => verifyEmail(trx, body.token, parts, clock.now())),
  );
  scope.post(
    '/api/credentials',
    {
      config: open('verification'),
      schema: describe('showCredentials', 'Show the credentials of the exchange, once', credentialsAnswer, {
        body: tokenBody,
      }),
    },
    ({ body }) => inOne((trx) => showCredentials(trx, body.token, parts, clock.now())),
  );
  scope.post(
    '/api/access-requests',
    {
      config: open('access-request'),
      schema: describe('askForAccess', 'Ask for access to a site that is registered already', done, {
        body: accessRequestBody,
      }),
    },
    async (request) => {
      await inOne((trx) => askForAccess(trx, cookieOf(request), request.body, parts, clock.now()));
      return { done: true as const };
    },
  );
  scope.post(
    '/api/access-requests/confirm',
    {
      config: open('verification'),
      schema: describe('confirmAccessRequest', 'Confirm the request with the link from the mail', done, {
        body: tokenBody,
      }),
    },
    async ({ body }) => {
      await inOne((trx) => confirmAccessRequest(trx, body.token, parts, clock.now()));
      return { done: true as const };
    },
  );
}
