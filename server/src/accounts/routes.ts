import { type Api, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { ANYONE, SESSION_COOKIE } from './access.ts';
import { forgetSession, keepSession } from './cookies.ts';
import { PasswordVerifier } from './credentials.ts';
import { evenly } from './evenly.ts';
import { limitFor } from './limits.ts';
import { mailResetLink, setPassword } from './passwords.ts';
import { done, forgottenBody, sessionAnswer, setPasswordBody, signInBody } from './schema.ts';
import { sessionView } from './session-view.ts';
import { beginSession, endSession } from './sessions.ts';
import { whoseSignIn } from './sign-in.ts';

/** Signing in and out, and passwords. */
export function accountRoutes(scope: Api, parts: PortalParts): void {
  const { clock, jurisdiction, demo, publicUrl } = parts;
  const { kysely } = parts.database;
  const view = { kysely, clock, jurisdiction, demo };
  // Its own: who guesses passwords of people does not slow down an EHR of the same name.
  const passwords = new PasswordVerifier();

  scope.get(
    '/api/session',
    { config: { allow: ANYONE }, schema: describe('getSession', 'Who is signed in', sessionAnswer) },
    ({ signedIn }) => sessionView(view, signedIn),
  );
  scope.post(
    '/api/session',
    {
      config: { allow: ANYONE, rateLimit: limitFor('sign-in', parts) },
      schema: describe('signIn', 'Sign in', sessionAnswer, { body: signInBody }),
    },
    async ({ body, cookies }, reply) => {
      const now = clock.now();
      const who = await whoseSignIn({ kysely, passwords }, body, now);
      const before = cookies[SESSION_COOKIE];
      const session = await kysely.transaction().execute(async (trx) => {
        if (before !== undefined) await endSession(trx, before);
        return beginSession(trx, who.accountId, now);
      });
      void keepSession(reply, session, publicUrl());
      return sessionView(view, who);
    },
  );
  scope.delete(
    '/api/session',
    { config: { allow: ANYONE }, schema: describe('signOut', 'Sign out', done) },
    async ({ cookies }, reply) => {
      const session = cookies[SESSION_COOKIE];
      if (session !== undefined) await endSession(kysely, session);
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
    async ({ body, cookies }, reply) => {
      const { who, session } = await setPassword(kysely, body, clock.now());
      const before = cookies[SESSION_COOKIE];
      if (before !== undefined) await endSession(kysely, before);
      void keepSession(reply, session, publicUrl());
      return sessionView(view, who);
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
}
