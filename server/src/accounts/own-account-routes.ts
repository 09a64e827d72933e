import { type Api, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { Accounts } from './account-parts.ts';
import { accountAnswer, actForBody, changePasswordBody } from './account-schema.ts';
import { limitFor } from './limits.ts';
import { accountView, actFor, changePassword, endOtherSessions } from './own-account.ts';
import { done, sessionAnswer } from './schema.ts';
import { sessionOf, whoIs } from './who-asks.ts';

const SIGNED_IN = ['signed-in'] as const;

/** What somebody sees and changes of their own account. */
export function ownAccountRoutes(scope: Api, parts: PortalParts, accounts: Accounts): void {
  const { clock } = parts;
  const { kysely } = parts.database;

  scope.put(
    '/api/session/organization',
    {
      config: { allow: SIGNED_IN },
      schema: describe('actFor', 'Act for another of your organizations; by null for none', sessionAnswer, {
        body: actForBody,
      }),
    },
    async (request) => {
      await actFor(kysely, whoIs(request), { code: request.body.code, token: sessionOf(request) });
      return accounts.view(await accounts.whose(sessionOf(request)));
    },
  );
  scope.get(
    '/api/account',
    {
      config: { allow: SIGNED_IN },
      schema: describe('getAccount', 'Your own account: what you sign in with, and where', accountAnswer),
    },
    (request) => accountView(kysely, whoIs(request), sessionOf(request), clock.now()),
  );
  scope.delete(
    '/api/account/sessions',
    { config: { allow: SIGNED_IN }, schema: describe('endOtherSessions', 'Sign out everywhere else', done) },
    async (request) => {
      await endOtherSessions(kysely, whoIs(request).accountId, sessionOf(request));
      return { done: true as const };
    },
  );
  scope.put(
    '/api/account/password',
    {
      config: { allow: SIGNED_IN, rateLimit: limitFor('password', parts) },
      schema: describe(
        'changePassword',
        'Change your own password, and be signed out everywhere else',
        done,
        {
          body: changePasswordBody,
        },
      ),
    },
    async (request) => {
      const who = whoIs(request);
      const { current, password } = request.body;
      await accounts.ownPassword(who, current, 'current');
      await changePassword(kysely, who, { password, token: sessionOf(request) }, clock.now());
      request.isAudited = true;
      return { done: true as const };
    },
  );
}
