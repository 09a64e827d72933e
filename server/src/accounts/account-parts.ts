import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ApiError, problem } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { SESSION_COOKIE } from './access.ts';
import { Attempts, isLast } from './attempts.ts';
import { keepSession } from './cookies.ts';
import { PasswordVerifier } from './credentials.ts';
import type { sessionAnswer } from './schema.ts';
import { sessionView } from './session-view.ts';
import { type SignedIn, signedIn, type Who } from './sessions.ts';
import { whoseSignIn } from './sign-in.ts';
import { tellOfAttempts } from './sign-in-attempts.ts';

/** What the routes of accounts share: who guesses, at whichever of them, is slowed down at all. */
export type Accounts = {
  readonly passwords: PasswordVerifier;
  readonly attempts: Attempts;
  readonly view: (who: SignedIn | undefined) => Promise<z.output<typeof sessionAnswer>>;
  readonly whose: (session: string) => Promise<SignedIn | undefined>;
  /** Puts a session's token into the browser's cookie, and into the request for what follows. */
  readonly keep: (request: FastifyRequest, reply: FastifyReply, token: string) => void;
  /** Does what takes a code; after ten wrong ones in a row not at all for a while. */
  readonly slowly: <T>(accountId: string, now: Date, work: () => Promise<T>) => Promise<T>;
  /** Asks for one's own password again, before what only its owner may do. */
  readonly ownPassword: (who: Who, password: string, field?: 'password' | 'current') => Promise<void>;
};

export function accountParts(parts: PortalParts): Accounts {
  const { clock, jurisdiction, publicUrl } = parts;
  const { kysely } = parts.database;
  // Its own: who guesses passwords of people does not slow down an EHR of the same name.
  const passwords = new PasswordVerifier();
  const attempts = new Attempts();
  const view = {
    kysely,
    clock,
    jurisdiction,
    demo: parts.demo,
    secretKey: parts.secretKey,
    singleSignOn: parts.singleSignOn,
  };
  return {
    passwords,
    attempts,
    view: (who) => sessionView(view, who),
    whose: (session) => {
      const now = clock.now();
      return signedIn(kysely, session, now, localDate(now, jurisdiction.timeZone), jurisdiction);
    },
    keep: (request, reply, token) => {
      request.cookies[SESSION_COOKIE] = token;
      void keepSession(reply, token, publicUrl());
    },
    slowly: async (accountId, now, work) => {
      if (!attempts.begin(accountId, now)) throw new ApiError(429, 'code-slow');
      try {
        const result = await work();
        attempts.forget(accountId);
        return result;
      } catch (error) {
        const count = attempts.count(accountId, now);
        if (isLast(count)) await tellOfAttempts(kysely, accountId, count, { now, jurisdiction });
        throw error;
      }
    },
    ownPassword: async ({ email }, password, field = 'password') => {
      await whoseSignIn({ kysely, passwords }, { email, password }, clock.now()).catch((error: unknown) => {
        if (!(error instanceof ApiError) || error.code !== 'sign-in-wrong') throw error;
        throw new ApiError(400, 'request-invalid', [problem(field, 'password-wrong')]);
      });
    },
  };
}
