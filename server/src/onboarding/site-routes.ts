import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { SITE_MEMBERS, SITE_READERS, STAFF } from '../accounts/access.ts';
import { evenly } from '../accounts/evenly.ts';
import { siteParams } from '../accounts/schema.ts';
import { type Api, describe } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { type Asking, asking } from './asking.ts';
import { saveSurvey, surveyOf } from './bidx.ts';
import { decideAccess, endAccess, invite, people } from './people.ts';
import { credentialsAnswer } from './registration-schema.ts';
import { accept, saveContacts, saveSettings } from './site-changes.ts';
import { credential, requireCertificate, revoke, rotate } from './site-credential.ts';
import { siteEvents, siteOverview } from './site-overview.ts';
import {
  agreeBody,
  certificateBody,
  contactsBody,
  credentialAnswer,
  decideAccessBody,
  eventsAnswer,
  inviteBody,
  peopleAnswer,
  personParams,
  reasonBody,
  requestParams,
  rotateBody,
  settingsBody,
  siteAnswer,
  surveyAnswer,
  surveyBody,
} from './site-schema.ts';

/** A site and its onboarding, as its people and the registry see it. */
export function siteRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock, jurisdiction } = parts;
  const { kysely } = database;

  /** Does it in one transaction and answers what the page shows then. */
  const changing = async <A>(
    request: FastifyRequest,
    change: (trx: Kysely<Tables>, asked: Asking) => Promise<void>,
    answer: (asked: Asking) => Promise<A>,
  ): Promise<A> => {
    const asked = asking(request);
    await kysely.transaction().execute((trx) => change(trx, asked));
    return answer(asked);
  };
  const overview = (asked: Asking) => siteOverview(kysely, asked, jurisdiction);
  const everybody = (asked: Asking) => people(kysely, asked);
  const shownCredential = (asked: Asking) => credential(kysely, asked, parts);

  scope.get(
    '/api/sites/:site',
    {
      config: { allow: SITE_READERS },
      schema: describe('getSite', 'A site: what it is, how far it has come, what is missing', siteAnswer, {
        params: siteParams,
      }),
    },
    (request) => overview(asking(request)),
  );
  scope.get(
    '/api/sites/:site/events',
    {
      config: { allow: SITE_READERS },
      schema: describe('getEvents', 'What happened to a site', eventsAnswer, { params: siteParams }),
    },
    (request) => siteEvents(kysely, asking(request)),
  );
  scope.put(
    '/api/sites/:site/settings',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe('saveSettings', 'How a site is written to', siteAnswer, {
        params: siteParams,
        body: settingsBody,
      }),
    },
    (request) =>
      changing(request, (trx, asked) => saveSettings(trx, asked, request.body, clock.now()), overview),
  );
  scope.put(
    '/api/sites/:site/contacts',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe('saveContacts', 'Correct the contacts of a site', siteAnswer, {
        params: siteParams,
        body: contactsBody,
      }),
    },
    (request) =>
      evenly(() =>
        changing(request, (trx, asked) => saveContacts(trx, asked, request.body, parts), overview),
      ),
  );
  scope.post(
    '/api/sites/:site/agreement',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe('agree', 'Accept the current agreement', siteAnswer, {
        params: siteParams,
        body: agreeBody,
      }),
    },
    (request) =>
      changing(
        request,
        (trx, asked) => accept(trx, asked, request.body, { jurisdiction, ip: request.ip }, clock.now()),
        overview,
      ),
  );
  scope.get(
    '/api/sites/:site/people',
    {
      config: { allow: [...SITE_MEMBERS, ...STAFF] },
      schema: describe('getPeople', 'Who may sign in for a site', peopleAnswer, { params: siteParams }),
    },
    (request) => everybody(asking(request)),
  );
  scope.post(
    '/api/sites/:site/people',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe('invite', 'Invite a colleague', peopleAnswer, {
        params: siteParams,
        body: inviteBody,
      }),
    },
    (request) =>
      evenly(() => changing(request, (trx, asked) => invite(trx, asked, request.body, parts), everybody)),
  );
  scope.delete(
    '/api/sites/:site/people/:account',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe('endAccess', 'End the access of a colleague', peopleAnswer, { params: personParams }),
    },
    (request) =>
      changing(
        request,
        (trx, asked) => endAccess(trx, asked, request.params.account, clock.now()),
        everybody,
      ),
  );
  scope.post(
    '/api/sites/:site/access-requests/:request',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe('decideAccess', 'Grant or refuse a request for access', siteAnswer, {
        params: requestParams,
        body: decideAccessBody,
      }),
    },
    (request) =>
      evenly(() =>
        changing(
          request,
          (trx, asked) => decideAccess(trx, asked, request.params.request, request.body.grant, parts),
          overview,
        ),
      ),
  );
  scope.get(
    '/api/sites/:site/credential',
    {
      config: { allow: [...SITE_MEMBERS, ...STAFF] },
      schema: describe(
        'getCredential',
        'The credentials of the exchange, without the password',
        credentialAnswer,
        { params: siteParams },
      ),
    },
    (request) => shownCredential(asking(request)),
  );
  scope.post(
    '/api/sites/:site/credential/rotate',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe(
        'rotateCredential',
        'A new password, shown once; the old one works on for some days',
        credentialsAnswer,
        { params: siteParams, body: rotateBody },
      ),
    },
    (request) =>
      kysely.transaction().execute((trx) => rotate(trx, asking(request), request.body.overlapDays, parts)),
  );
  scope.post(
    '/api/sites/:site/credential/revoke',
    {
      config: { allow: [...SITE_MEMBERS, ...STAFF] },
      schema: describe('revokeCredential', 'End the credentials at once', credentialAnswer, {
        params: siteParams,
        body: reasonBody,
      }),
    },
    (request) =>
      changing(request, (trx, asked) => revoke(trx, asked, request.body.reason, parts), shownCredential),
  );
  scope.put(
    '/api/sites/:site/credential/certificate',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe('setCertificate', 'Ask for a client certificate with the password', credentialAnswer, {
        params: siteParams,
        body: certificateBody,
      }),
    },
    (request) =>
      changing(
        request,
        (trx, asked) => requireCertificate(trx, asked, request.body.fingerprint, clock.now()),
        shownCredential,
      ),
  );
  scope.put(
    '/api/sites/:site/bidx',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe('saveSurvey', 'The BiDX Interest/Readiness Survey', siteAnswer, {
        params: siteParams,
        body: surveyBody,
      }),
    },
    (request) =>
      changing(request, (trx, asked) => saveSurvey(trx, asked, request.body, clock.now()), overview),
  );
  scope.get(
    '/api/sites/:site/bidx',
    {
      config: { allow: SITE_READERS },
      schema: describe('getSurvey', 'The survey as it was answered', surveyAnswer, { params: siteParams }),
    },
    (request) => surveyOf(kysely, asking(request).site.organizationId),
  );
}
