import type { FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import { ANYONE } from '../accounts/access.ts';
import { evenly } from '../accounts/evenly.ts';
import { type LimitName, limitFor } from '../accounts/limits.ts';
import { done } from '../accounts/schema.ts';
import { type Api, ApiError, describe, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { answerOf } from './registration-answer.ts';
import { isTooLarge, unkeepable } from './registration-check.ts';
import { cookieOf, forgetCookie, keepCookie } from './registration-cookie.ts';
import {
  type Begun,
  beginRegistration,
  discardDraft,
  mailLink,
  registrationOf,
  resumeRegistration,
  saveStep,
} from './registration-drafts.ts';
import { placesOf } from './registration-places.ts';
import {
  mailLinkBody,
  registrationAnswer,
  resendBody,
  saveBody,
  similarAnswer,
  startBody,
  submitBody,
  tokenBody,
} from './registration-schema.ts';
import { similarId, similarSites } from './registration-similar.ts';
import { resendVerification, submit } from './registration-submit.ts';

/** A registration from the first page until it is submitted. */
export function draftRoutes(scope: Api, parts: PortalParts): void {
  const { jurisdiction, clock } = parts;
  const { kysely } = parts.database;
  const inOne = <T>(work: (trx: Kysely<Tables>) => Promise<T>): Promise<T> =>
    kysely.transaction().execute(work);
  const begun = (reply: FastifyReply, { cookie, registration }: Begun) => {
    keepCookie(reply, cookie, parts.publicUrl());
    return answerOf(kysely, registration, jurisdiction);
  };
  const open = (limit: LimitName) => ({ allow: ANYONE, rateLimit: limitFor(limit, parts) });
  scope.post(
    '/api/registration',
    {
      config: open('registration'),
      schema: describe(
        'startRegistration',
        'Begin a registration; it is saved from now on, and a cookie names it',
        registrationAnswer,
        { body: startBody },
      ),
    },
    async ({ body }, reply) => {
      const county = placesOf(jurisdiction).county(body.county);
      if (!county) throw new ApiError(400, 'county-unknown', [problem('county', 'county-unknown')]);
      if (county.partner !== undefined) {
        throw new ApiError(409, 'county-not-served', [problem('county', 'county-not-served')]);
      }
      const start = { county: county.name, language: body.language };
      return begun(reply, await beginRegistration(kysely, start, clock.now()));
    },
  );
  scope.get(
    '/api/registration',
    {
      config: open('registration-step'),
      schema: describe('getRegistration', 'The registration that the cookie names', registrationAnswer),
    },
    async (request) =>
      answerOf(kysely, await registrationOf(kysely, cookieOf(request), clock.now()), jurisdiction),
  );
  scope.put(
    '/api/registration',
    {
      config: open('registration-step'),
      schema: describe('saveRegistration', 'Save a step, finished or not', registrationAnswer, {
        body: saveBody,
      }),
    },
    async (request, reply) => {
      const { body } = request;
      // First: what is nested ten thousand deep cannot even be written down to be measured.
      const problems = unkeepable(body.answers);
      if (problems.length > 0) throw new ApiError(400, 'request-invalid', problems);
      if (isTooLarge(body.answers)) throw new ApiError(413, 'too-large');
      const cookie = cookieOf(request);
      const saved = await inOne((trx) => saveStep(trx, cookie, body, clock.now()));
      if (cookie !== undefined) keepCookie(reply, cookie, parts.publicUrl());
      return answerOf(kysely, saved, jurisdiction);
    },
  );
  scope.delete(
    '/api/registration',
    { config: open('registration'), schema: describe('discardRegistration', 'Throw the draft away', done) },
    async (request, reply) => {
      await inOne((trx) => discardDraft(trx, cookieOf(request), clock.now()));
      forgetCookie(reply);
      return { done: true as const };
    },
  );
  scope.post(
    '/api/registration/mail-link',
    {
      config: open('registration'),
      schema: describe(
        'mailRegistrationLink',
        'Mail a link by which the registration can be continued elsewhere',
        done,
        { body: mailLinkBody },
      ),
    },
    async (request) => {
      await inOne((trx) =>
        mailLink(trx, cookieOf(request), request.body.email, parts.publicUrl(), clock.now()),
      );
      return { done: true as const };
    },
  );
  scope.post(
    '/api/registration/resume',
    {
      config: open('verification'),
      schema: describe('resumeRegistration', 'Continue with the link from a mail', registrationAnswer, {
        body: tokenBody,
      }),
    },
    async ({ body }, reply) =>
      begun(reply, await inOne((trx) => resumeRegistration(trx, body.token, clock.now()))),
  );
  scope.get(
    '/api/registration/similar',
    {
      config: open('registration-step'),
      schema: describe('getSimilarSites', 'Registered sites that this one may be', similarAnswer),
    },
    async (request) => {
      const cookie = cookieOf(request) ?? '';
      const { answers } = await registrationOf(kysely, cookie, clock.now());
      const sites = await similarSites(kysely, answers);
      return {
        sites: sites.map(({ organizationId, because, ...site }) => ({
          ...site,
          id: similarId(cookie, organizationId),
          because: [...because],
        })),
      };
    },
  );
  scope.post(
    '/api/registration/submit',
    {
      config: open('registration'),
      schema: describe(
        'submitRegistration',
        'Submit; a verification is mailed to the Site Contact',
        registrationAnswer,
        { body: submitBody },
      ),
    },
    async (request) => {
      const asked = { ...request.body, from: request.ip };
      const submitted = await evenly(() =>
        inOne((trx) => submit(trx, cookieOf(request), asked, parts, clock.now())),
      );
      return answerOf(kysely, submitted, jurisdiction);
    },
  );
  scope.post(
    '/api/registration/resend',
    {
      config: open('registration'),
      schema: describe(
        'resendVerification',
        'Mail the verification again, where need be to a corrected address',
        registrationAnswer,
        { body: resendBody },
      ),
    },
    async (request) => {
      const { email } = request.body;
      const sent = await evenly(() =>
        inOne((trx) => resendVerification(trx, cookieOf(request), email, parts, clock.now())),
      );
      return answerOf(kysely, sent, jurisdiction);
    },
  );
}
