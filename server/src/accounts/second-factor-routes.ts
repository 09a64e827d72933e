import { type Api, ApiError, describe, problem } from '../platform/api.ts';
import { audited } from '../audit/keep.ts';
import type { PortalParts } from '../portal-parts.ts';
import { HALF_SIGNED_IN } from './access.ts';
import type { Accounts } from './account-parts.ts';
import { authenticatorUri } from './authenticator.ts';
import { limitFor } from './limits.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import {
  authenticatorAnswer,
  beginAuthenticatorBody,
  codeBody,
  dropAuthenticatorBody,
  recoveryCodesAnswer,
  resetSecondFactorBody,
} from './account-schema.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  dropAuthenticator,
  resetSecondFactor,
  takeCode,
  wrongCode,
} from './second-factor.ts';
import { done, sessionAnswer } from './schema.ts';
import { replaceSession } from './sessions.ts';
import { sessionOf, whoIs } from './who-asks.ts';

const SIGNED_IN = ['signed-in'] as const;

/** Codes of authenticator apps: given, set up, turned off, reset. */
export function secondFactorRoutes(scope: Api, parts: PortalParts, accounts: Accounts): void {
  const { clock, jurisdiction } = parts;
  const { kysely } = parts.database;

  scope.post(
    '/api/session/factor',
    {
      config: { allow: HALF_SIGNED_IN, rateLimit: limitFor('sign-in', parts) },
      schema: describe('giveSecondFactor', 'Sign in with a code as well', sessionAnswer, { body: codeBody }),
    },
    async (request, reply) => {
      const now = clock.now();
      const { accountId, secondFactor } = whoIs(request);
      if (secondFactor !== 'needed') return accounts.view(request.signedIn);
      await accounts.slowly(accountId, now, async () => {
        const token = await kysely.transaction().execute(async (trx) => {
          const how = await takeCode(trx, accountId, request.body.code, parts, now);
          if (!how) return undefined;
          await audited(request, trx, { action: 'second-factor', detail: { how } }, now);
          // Another token: whoever saw the one before has a session with a password alone, which is over.
          return replaceSession(trx, sessionOf(request), now);
        });
        if (token === undefined) {
          await audited(request, kysely, { action: 'second-factor-refused' }, now);
          throw wrongCode();
        }
        accounts.keep(request, reply, token);
      });
      return accounts.view(await accounts.whose(sessionOf(request)));
    },
  );
  scope.post(
    '/api/account/authenticator',
    {
      config: { allow: HALF_SIGNED_IN, rateLimit: limitFor('sign-in', parts) },
      schema: describe(
        'beginAuthenticator',
        'Begin to set up an authenticator app; in place of one there is, the password is asked for again',
        authenticatorAnswer,
        { body: beginAuthenticatorBody },
      ),
    },
    async (request) => {
      const who = whoIs(request);
      if (who.secondFactor === 'needed') throw new ApiError(401, 'second-factor-needed');
      if (who.secondFactor === 'given') await accounts.ownPassword(who, request.body.password ?? '');
      const secret = await beginAuthenticator(kysely, who.accountId, parts);
      return { secret, uri: authenticatorUri(secret, jurisdiction.name, who.email) };
    },
  );
  scope.post(
    '/api/account/authenticator/confirm',
    {
      config: { allow: HALF_SIGNED_IN, rateLimit: limitFor('sign-in', parts) },
      schema: describe(
        'confirmAuthenticator',
        'Set up the authenticator app by a code of it; the answer shows the recovery codes, once',
        recoveryCodesAnswer,
        { body: codeBody },
      ),
    },
    async (request, reply) => {
      const now = clock.now();
      const { accountId, secondFactor } = whoIs(request);
      if (secondFactor === 'needed') throw new ApiError(401, 'second-factor-needed');
      return accounts.slowly(accountId, now, async () => {
        const { codes, token } = await kysely.transaction().execute(async (trx) => {
          const made = await confirmAuthenticator(trx, accountId, request.body.code, parts, now);
          await audited(request, trx, { action: 'confirmAuthenticator' }, now);
          return { codes: made, token: await replaceSession(trx, sessionOf(request), now) };
        });
        if (token !== undefined) accounts.keep(request, reply, token);
        return { codes: [...codes] };
      });
    },
  );
  scope.delete(
    '/api/account/authenticator',
    {
      config: { allow: SIGNED_IN, rateLimit: limitFor('sign-in', parts) },
      schema: describe('dropAuthenticator', 'Sign in without codes again; staff cannot', done, {
        body: dropAuthenticatorBody,
      }),
    },
    async (request) => {
      const now = clock.now();
      const who = whoIs(request);
      if (who.staffRole) throw new ApiError(409, 'authenticator-for-staff');
      if (who.secondFactor !== 'given') throw new ApiError(409, 'authenticator-not-begun');
      await accounts.ownPassword(who, request.body.password);
      await accounts.slowly(who.accountId, now, () =>
        kysely.transaction().execute(async (trx) => {
          if (!(await takeCode(trx, who.accountId, request.body.code, parts, now))) throw wrongCode();
          await dropAuthenticator(trx, who.accountId, 'turned-off', now);
        }),
      );
      return { done: true as const };
    },
  );
  scope.post(
    '/api/account/recovery-codes',
    {
      config: { allow: SIGNED_IN, rateLimit: limitFor('sign-in', parts) },
      schema: describe(
        'makeRecoveryCodes',
        'Make new recovery codes in place of all there were; the answer shows them, once',
        recoveryCodesAnswer,
        { body: codeBody },
      ),
    },
    async (request) => {
      const now = clock.now();
      const { accountId, secondFactor } = whoIs(request);
      if (secondFactor !== 'given') throw new ApiError(409, 'authenticator-not-begun');
      const codes = await accounts.slowly(accountId, now, () =>
        kysely.transaction().execute(async (trx) => {
          if (!(await takeCode(trx, accountId, request.body.code, parts, now))) throw wrongCode();
          return makeRecoveryCodes(trx, accountId, now);
        }),
      );
      return { codes: [...codes] };
    },
  );
  scope.post(
    '/api/staff/accounts/second-factor',
    {
      config: { allow: ['administrator'] },
      schema: describe(
        'resetSecondFactor',
        'Reset the second factor of somebody whose device is lost',
        done,
        { body: resetSecondFactorBody },
      ),
    },
    async (request) => {
      const now = clock.now();
      const { email, reason } = request.body;
      const who = whoIs(request);
      await kysely.transaction().execute(async (trx) => {
        const accountId = await resetSecondFactor(trx, email, now);
        if (accountId === undefined) {
          throw new ApiError(404, 'not-found', [problem('email', 'account-unknown')]);
        }
        if (accountId === who.accountId) throw new ApiError(409, 'own-second-factor');
        await audited(request, trx, { action: 'resetSecondFactor', detail: { accountId, reason } }, now);
      });
      return { done: true as const };
    },
  );
}
