import type { FastifyRequest } from 'fastify';
import { PROGRAMS, SITE_MEMBERS, STAFF } from '../accounts/access.ts';
import { limitFor } from '../accounts/limits.ts';
import { siteParams } from '../accounts/schema.ts';
import type { SiteInView } from '../accounts/sites.ts';
import { whoIs } from '../accounts/who-asks.ts';
import { type Api, ApiError, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { codeKey } from '../registry/organizations.ts';
import { endpointOf, removeEndpoint, renewSecret, saveEndpoint, tryEndpoint } from './endpoint.ts';
import { clientOf, readAcknowledgements, whenFolded, type Whose } from './read.ts';
import {
  acknowledgementsAnswer,
  acknowledgementsQuery,
  deliveryAnswer,
  endpointAnswer,
  endpointBody,
} from './schema.ts';

/** Acknowledgements handed on: fetched by programs with a cursor, pushed to an endpoint that a site registers. */
export function acknowledgementRoutes(scope: Api, parts: PortalParts): void {
  fetching(scope, parts);
  pushing(scope, parts);
}

function fetching(scope: Api, { database }: PortalParts): void {
  const { kysely } = database;
  const whoseOf = async (
    { holder }: Pick<FastifyRequest, 'holder'>,
    client: string | undefined,
  ): Promise<Whose> => {
    if (!holder) throw new ApiError(401, 'sign-in-needed');
    const { organizationId, kind, codeKey: ownKey } = holder;
    // PostgreSQL has no text with U+0000, and no client has such an id.
    if (client?.includes('\0')) throw new ApiError(404, 'not-found');
    if (client === undefined || codeKey(client) === ownKey) return { organizationId, kind };
    const clientId = kind === 'sending-facility' ? await clientOf(kysely, organizationId, client) : undefined;
    if (clientId === undefined) throw new ApiError(404, 'not-found');
    return { organizationId, kind, clientId };
  };
  scope.get(
    '/api/acknowledgements',
    {
      config: { allow: PROGRAMS },
      schema: describe(
        'listAcknowledgements',
        'The acknowledgements after a position (docs/acknowledgements.md)',
        acknowledgementsAnswer,
        { querystring: acknowledgementsQuery },
      ),
    },
    async (request) => {
      const { client, after, limit, address } = request.query;
      const whose = await whoseOf(request, client);
      await whenFolded(kysely, whose);
      const { acknowledgements, ...page } = await readAcknowledgements(kysely, whose, {
        address,
        after,
        limit,
      });
      return { ...page, acknowledgements: [...acknowledgements] };
    },
  );
}

function pushing(scope: Api, parts: PortalParts): void {
  const { kysely } = parts.database;
  const path = '/api/sites/:site/acknowledgements';
  const schema = (operationId: string, summary: string) =>
    describe(operationId, summary, endpointAnswer, { params: siteParams });
  scope.get(
    path,
    {
      config: { allow: [...SITE_MEMBERS, ...STAFF] },
      schema: schema('getAcknowledgementEndpoint', 'Where the acknowledgements of a site are sent'),
    },
    (request) => endpointOf(kysely, siteOf(request)),
  );
  scope.put(
    path,
    {
      config: { allow: SITE_MEMBERS },
      schema: describe(
        'saveAcknowledgementEndpoint',
        'Register where acknowledgements are sent, or change it',
        endpointAnswer,
        { params: siteParams, body: endpointBody },
      ),
    },
    async (request) => {
      const site = siteOf(request);
      const { accountId } = whoIs(request);
      const secret = await kysely
        .transaction()
        .execute((trx) => saveEndpoint(trx, site.organizationId, accountId, request.body, parts));
      return endpointOf(kysely, site, secret);
    },
  );
  scope.post(
    `${path}/secret`,
    {
      config: { allow: SITE_MEMBERS },
      schema: schema('renewAcknowledgementSecret', 'Give the endpoint another secret'),
    },
    async (request) => {
      const site = siteOf(request);
      const secret = await renewSecret(kysely, site.organizationId, parts);
      return endpointOf(kysely, site, secret);
    },
  );
  scope.post(
    `${path}/test`,
    {
      config: { allow: SITE_MEMBERS, rateLimit: limitFor('upload', parts) },
      schema: describe('tryAcknowledgementEndpoint', 'Send the endpoint a test', deliveryAnswer, {
        params: siteParams,
      }),
    },
    (request) => tryEndpoint(kysely, siteOf(request).organizationId, parts),
  );
  scope.delete(
    path,
    {
      config: { allow: SITE_MEMBERS },
      schema: schema('removeAcknowledgementEndpoint', 'Send acknowledgements there no longer'),
    },
    async (request) => {
      const site = siteOf(request);
      await removeEndpoint(kysely, site.organizationId);
      return endpointOf(kysely, site);
    },
  );
}

function siteOf({ site }: Pick<FastifyRequest, 'site'>): SiteInView {
  if (!site) throw new Error('a route of a site without one');
  return site;
}
