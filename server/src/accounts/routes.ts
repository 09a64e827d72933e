import { writeAudit } from '../audit/write.ts';
import { type Api, ApiError, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { ANYONE, SESSION_COOKIE } from './access.ts';
import { accountParts } from './account-parts.ts';
import { forgetSession } from './cookies.ts';
import { evenly } from './evenly.ts';
import { limitFor } from './limits.ts';
import { mailResetLink, setPassword } from './passwords.ts';
import { ownAccountRoutes } from './own-account-routes.ts';
import { done, forgottenBody, sessionAnswer, setPasswordBody, signInBody } from './schema.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { beginSession, endSession } from './sessions.ts';
import { refusedSignIn } from './sign-in-attempts.ts';
import { singleSignOnRoutes } from './single-sign-on-routes.ts';
import { whoseSignIn } from './sign-in.ts';

/** Signing in and out, and passwords. */
export function accountRoutes(scope: Api, parts: PortalParts): void {
  const { clock, publicUrl } = parts;
  const { kysely } = parts.database;
  const accounts = accountParts(parts);

  scope.get(
    '/api/session',
    { config: { allow: ANYONE }, schema: describe('getSession', 'Who is signed in', sessionAnswer) },
    (request) => accounts.view(request.signedIn),
  );
  scope.post(
    '/api/session',
    {
      config: { allow: ANYONE, rateLimit: limitFor('sign-in', parts) },
      schema: describe('signIn', 'Sign in', sessionAnswer, { body: signInBody }),
    },
    async (request, reply) => {
      const { body, cookies } = request;
      const now = clock.now();
      const who = await whoseSignIn({ kysely, passwords: accounts.passwords }, body, now).catch(
        async (error: unknown) => {
          if (error instanceof ApiError) await refusedSignIn(body.email, accounts, parts, now);
          throw error;
        },
      );
      accounts.attempts.forget(`password ${who.accountId}`);
      const before = cookies[SESSION_COOKIE];
      const session = await kysely.transaction().execute(async (trx) => {
        if (before !== undefined) await endSession(trx, before);
        await writeAudit(trx, who, { action: 'sign-in' }, now);
        return beginSession(trx, who.accountId, now);
      });
      request.isAudited = true;
      accounts.keep(request, reply, session);
      return accounts.view(await accounts.whose(session));
    },
  );
  scope.delete(
    '/api/session',
    { config: { allow: ANYONE }, schema: describe('signOut', 'Sign out', done) },
    async (request, reply) => {
      const { cookies, signedIn } = request;
      const session = cookies[SESSION_COOKIE];
      if (session !== undefined) await endSession(kysely, session);
      if (signedIn) await writeAudit(kysely, signedIn, { action: 'sign-out' }, clock.now());
      request.isAudited = true;
      void forgetSession(reply, publicUrl());
      return { done: true as const };
    },
  );
  scope.put(
    '/api/password',
    {
      config: { allow: ANYONE, rateLimit: limitFor('password', parts) },
      schema: describe(
        'setPassword',
        'Set a password with the link from a mail, and be signed in',
        sessionAnswer,
        { body: setPasswordBody },
      ),
    },
    async (request, reply) => {
      const { session } = await setPassword(kysely, request.body, clock.now());
      request.isAudited = true;
      const before = request.cookies[SESSION_COOKIE];
      if (before !== undefined) await endSession(kysely, before);
      accounts.keep(request, reply, session);
      return accounts.view(await accounts.whose(session));
    },
  );
  scope.post(
    '/api/password/forgotten',
    {
      config: { allow: ANYONE, rateLimit: limitFor('password', parts) },
      schema: describe(
        'forgotPassword',
        'Ask for a link to set a new password; the answer does not tell whether there is such an account',
        done,
        { body: forgottenBody },
      ),
    },
    async ({ body }) => {
      await evenly(() => mailResetLink(kysely, body, publicUrl(), clock.now()));
      return { done: true as const };
    },
  );
  secondFactorRoutes(scope, parts, accounts);
  ownAccountRoutes(scope, parts, accounts);
  singleSignOnRoutes(scope, parts, accounts);
}
