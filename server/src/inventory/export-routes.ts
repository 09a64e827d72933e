import { z } from 'zod';
import { STOCK_READERS } from '../accounts/roles.ts';
import { type Api, describe } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { keeperOf } from './acting.ts';
import { ledgerSheet, lotSheet } from './export.ts';
import { ledgerQuery } from './schema.ts';

/** Stock and ledger as sheets (CSV). */
export function exportRoutes(scope: Api, { database, clock, jurisdiction }: PortalParts): void {
  const { kysely } = database;
  const config = { allow: STOCK_READERS, audit: 'export' } as const;
  scope.get(
    '/api/inventory/lots.csv',
    { config, schema: describe('exportLots', 'The lots as a sheet (CSV)', z.string()) },
    async (request, reply) => {
      const { organizationId, code } = keeperOf(request);
      void reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="lots-${code}.csv"`);
      return lotSheet(kysely, organizationId, localDate(clock.now(), jurisdiction.timeZone));
    },
  );
  scope.get(
    '/api/inventory/ledger.csv',
    {
      config,
      schema: describe('exportLedger', 'The transactions of some days as a sheet (CSV)', z.string(), {
        querystring: ledgerQuery,
      }),
    },
    async (request, reply) => {
      const { organizationId, code } = keeperOf(request);
      void reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="stock-ledger-${code}.csv"`);
      return ledgerSheet(kysely, { organizationId, ...request.query, timeZone: jurisdiction.timeZone });
    },
  );
}
