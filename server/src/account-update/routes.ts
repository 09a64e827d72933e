import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { STAFF } from '../accounts/access.ts';
import { limitFor } from '../accounts/limits.ts';
import { LOCAL_ADMINISTRATORS } from '../accounts/roles.ts';
import { done } from '../accounts/schema.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { audited } from '../audit/keep.ts';
import { type Api, ApiError, describe } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { ask, type Asker, withdrawRequest } from './ask.ts';
import { approve, type Decided, refuse } from './decide.ts';
import { accountsOf, requestsOf, staffRequests } from './queries.ts';
import {
  accountsAnswer,
  refuseBody,
  requestBody,
  requestParams,
  requestsAnswer,
  requestsQuery,
  staffRequestsAnswer,
  staffRequestsQuery,
} from './schema.ts';

/** Account Update: what a site asks of its accounts, and what staff say to it. */
export function accountUpdateRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock, jurisdiction } = parts;

  scope.get(
    '/api/account-update',
    {
      config: { allow: LOCAL_ADMINISTRATORS },
      schema: describe(
        'getAccounts',
        'The people of the organization acted for, their roles and their training',
        accountsAnswer,
      ),
    },
    (request) => {
      const today = localDate(clock.now(), jurisdiction.timeZone);
      return accountsOf(database.kysely, askerOf(request), jurisdiction, today);
    },
  );
  scope.get(
    '/api/account-update/requests',
    {
      config: { allow: LOCAL_ADMINISTRATORS },
      schema: describe('getAccountRequests', 'All that was asked for the organization', requestsAnswer, {
        querystring: requestsQuery,
      }),
    },
    (request) => requestsOf(database.kysely, askerOf(request).acting.organizationId, request.query.after),
  );
  scope.post(
    '/api/account-update/requests',
    {
      config: { allow: LOCAL_ADMINISTRATORS, rateLimit: limitFor('registration-step', parts) },
      schema: describe(
        'askForAccount',
        'Ask for an account or other rights, which wait for the registry; end an account, at once',
        done,
        { body: requestBody },
      ),
    },
    async (request) => {
      const { kind } = request.body;
      const now = clock.now();
      await database.kysely.transaction().execute(async (trx) => {
        const requestId = await ask(trx, askerOf(request), request.body, now);
        await audited(request, trx, { action: 'askForAccount', detail: { requestId, kind } }, now);
      });
      return { done: true as const };
    },
  );
  scope.post(
    '/api/account-update/requests/:request/withdraw',
    {
      config: { allow: LOCAL_ADMINISTRATORS },
      schema: describe('withdrawAccountRequest', 'Take back what was asked for', done, {
        params: requestParams,
      }),
    },
    async (request) => {
      const { request: requestId } = request.params;
      const now = clock.now();
      await database.kysely.transaction().execute(async (trx) => {
        await withdrawRequest(trx, askerOf(request), requestId, now);
        await audited(request, trx, { action: 'withdrawAccountRequest', detail: { requestId } }, now);
      });
      return { done: true as const };
    },
  );

  scope.get(
    '/api/staff/account-requests',
    {
      config: { allow: STAFF },
      schema: describe(
        'getWaitingAccountRequests',
        'What local administrators asked for, by its state',
        staffRequestsAnswer,
        { querystring: staffRequestsQuery },
      ),
    },
    (request) => staffRequests(database.kysely, request.query, whoOf(request)),
  );

  /** Decides in one transaction, and writes down what was decided. */
  const deciding = async (
    request: FastifyRequest,
    action: string,
    decide: (trx: Kysely<Tables>, staff: SignedIn) => Promise<Decided>,
    reason?: string,
  ) => {
    await database.kysely.transaction().execute(async (trx) => {
      const { requestId, organizationId, kind, userRole, isLocalAdministrator } = await decide(
        trx,
        whoOf(request),
      );
      const detail = { requestId, kind, userRole: userRole ?? undefined, isLocalAdministrator, reason };
      await audited(request, trx, { action, aboutId: organizationId, detail }, clock.now());
    });
    return { done: true as const };
  };
  scope.post(
    '/api/staff/account-requests/:request/approve',
    {
      config: { allow: STAFF },
      schema: describe('approveAccountRequest', 'Give the rights that were asked for', done, {
        params: requestParams,
      }),
    },
    (request) =>
      deciding(request, 'approveAccountRequest', (trx, staff) =>
        approve(trx, staff, request.params.request, parts),
      ),
  );
  scope.post(
    '/api/staff/account-requests/:request/refuse',
    {
      config: { allow: STAFF },
      schema: describe('refuseAccountRequest', 'Refuse what was asked for, with the reason', done, {
        params: requestParams,
        body: refuseBody,
      }),
    },
    (request) =>
      deciding(
        request,
        'refuseAccountRequest',
        (trx, staff) => refuse(trx, staff, request.params.request, request.body.reason, parts),
        request.body.reason,
      ),
  );
}

function whoOf({ signedIn }: Pick<FastifyRequest, 'signedIn'>): SignedIn {
  if (!signedIn) throw new ApiError(401, 'sign-in-needed');
  return signedIn;
}

/** Local administrators act for an organization: the route is open to nobody else. */
function askerOf(request: Pick<FastifyRequest, 'signedIn'>): Asker {
  const { accountId, email, acting } = whoOf(request);
  if (!acting) throw new ApiError(403, 'organization-needed');
  return { accountId, email, acting };
}
