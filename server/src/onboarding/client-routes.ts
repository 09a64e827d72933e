import { z } from 'zod';
import { SITE_MEMBERS, STAFF } from '../accounts/access.ts';
import { limitFor } from '../accounts/limits.ts';
import { siteParams } from '../accounts/schema.ts';
import { type Api, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { asking } from './asking.ts';
import {
  addClient,
  addClientSheet,
  confirmClient,
  endClient,
  exportClients,
  listClients,
} from './clients.ts';
import { endSendingFacility, nameSendingFacility } from './sending-facilities.ts';
import { siteOverview } from './site-overview.ts';
import {
  clientBody,
  clientsAnswer,
  clientSheetAnswer,
  clientSheetBody,
  codeBody,
  siteAnswer,
} from './site-schema.ts';

/** Who sends for whom: a Sending Facility and its client sites. */
export function clientRoutes(scope: Api, parts: PortalParts): void {
  scope.get(
    '/api/sites/:site/clients',
    {
      config: { allow: [...SITE_MEMBERS, ...STAFF] },
      schema: describe('getClients', 'The client sites of a Sending Facility', clientsAnswer, {
        params: siteParams,
      }),
    },
    async (request) => listClients(asking(request).site, parts),
  );
  scope.post(
    '/api/sites/:site/clients',
    {
      config: { allow: SITE_MEMBERS, rateLimit: limitFor('registration-step', parts) },
      schema: describe(
        'addClient',
        'Add a client site: a registered one is asked, another one is invited',
        clientSheetAnswer,
        { params: siteParams, body: clientBody },
      ),
    },
    async (request) => addClient(asking(request), request.body, parts),
  );
  scope.post(
    '/api/sites/:site/clients/sheet',
    {
      config: { allow: SITE_MEMBERS, rateLimit: limitFor('upload', parts) },
      schema: describe(
        'addClientSheet',
        'Add client sites from a sheet (CSV); every row has its outcome',
        clientSheetAnswer,
        { params: siteParams, body: clientSheetBody },
      ),
    },
    async (request) => addClientSheet(asking(request), request.body.csv, parts),
  );
  scope.get(
    '/api/sites/:site/clients.csv',
    {
      config: { allow: [...SITE_MEMBERS, ...STAFF], audit: 'export' },
      schema: describe('exportClients', 'The client sites as a sheet (CSV)', z.string(), {
        params: siteParams,
      }),
    },
    async (request, reply) => {
      const { site } = asking(request);
      void reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="clients-${site.code}.csv"`);
      return exportClients(site, parts);
    },
  );
  scope.post(
    '/api/sites/:site/clients/confirm',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe(
        'confirmClient',
        'A Sending Facility confirms that it sends for a site that named it',
        clientsAnswer,
        { params: siteParams, body: codeBody },
      ),
    },
    async (request) => confirmClient(asking(request), request.body.code, parts),
  );
  scope.post(
    '/api/sites/:site/clients/end',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe('endClient', 'A Sending Facility no longer sends for a site', clientsAnswer, {
        params: siteParams,
        body: codeBody,
      }),
    },
    async (request) => endClient(asking(request), request.body.code, parts),
  );
  scope.post(
    '/api/sites/:site/sending-facilities',
    {
      config: { allow: SITE_MEMBERS, rateLimit: limitFor('access-request', parts) },
      schema: describe(
        'nameSendingFacility',
        'A site names a Sending Facility, or confirms one that asked',
        siteAnswer,
        { params: siteParams, body: codeBody },
      ),
    },
    async (request) => {
      await nameSendingFacility(asking(request), request.body.code, parts);
      return siteOverview(parts.database.kysely, asking(request), parts.jurisdiction);
    },
  );
  scope.post(
    '/api/sites/:site/sending-facilities/end',
    {
      config: { allow: SITE_MEMBERS },
      schema: describe(
        'endSendingFacility',
        'A site no longer sends through a Sending Facility',
        siteAnswer,
        { params: siteParams, body: codeBody },
      ),
    },
    async (request) => {
      await endSendingFacility(asking(request), request.body.code, parts);
      return siteOverview(parts.database.kysely, asking(request), parts.jurisdiction);
    },
  );
}
