import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { STOCK_KEEPERS, STOCK_READERS } from '../accounts/roles.ts';
import { done } from '../accounts/schema.ts';
import { type Api, describe } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { fundingChoices, keeperOf, mayChange } from './acting.ts';
import { askForDeduction, deductionOf } from './deduction.ts';
import { deductionRoutes } from './deduction-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { enterByHand, ledgerOf } from './ledger.ts';
import { addLot, changeLot, lotOf, lotsOf } from './lots.ts';
import { movementRoutes } from './movement-routes.ts';
import { notDeductedCount } from './not-deducted.ts';
import {
  changeLotBody,
  inventoryAnswer,
  lotAnswer,
  lotParams,
  newLotAnswer,
  newLotBody,
  transactionBody,
} from './schema.ts';
import { onTheWay } from './transfers.ts';

/** Stock of vaccines at a site: lots, what was received, given, wasted and counted. */
export function inventoryRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock, jurisdiction } = parts;
  const { kysely } = database;
  const today = (): string => localDate(clock.now(), jurisdiction.timeZone);
  const ledger = async (request: FastifyRequest, lotId: string): Promise<z.output<typeof lotAnswer>> => {
    const { organizationId } = keeperOf(request);
    const lot = await lotOf(kysely, organizationId, lotId, today());
    return { lot, mayChange: mayChange(request), ...(await ledgerOf(kysely, { organizationId, lotId })) };
  };

  scope.get(
    '/api/inventory',
    {
      config: { allow: STOCK_READERS },
      schema: describe(
        'getInventory',
        'What the organization has on hand, and what is on the way',
        inventoryAnswer,
      ),
    },
    async (request) => {
      const { organizationId, code, organizationName: name } = keeperOf(request);
      return {
        organization: { code, name },
        mayChange: mayChange(request),
        deduction: await deductionOf(kysely, organizationId),
        notDeducted: await notDeductedCount(kysely, organizationId),
        funding: fundingChoices(jurisdiction),
        lots: [...(await lotsOf(kysely, organizationId, today()))],
        onTheWay: [...(await onTheWay(kysely, organizationId))],
      };
    },
  );
  scope.post(
    '/api/inventory/lots',
    {
      config: { allow: STOCK_KEEPERS },
      schema: describe('addLot', 'A lot that has come, with its doses', newLotAnswer, { body: newLotBody }),
    },
    (request) =>
      kysely
        .transaction()
        .execute((trx) =>
          addLot(trx, keeperOf(request), request.body, { funding: jurisdiction.funding, now: clock.now() }),
        ),
  );
  scope.get(
    '/api/inventory/lots/:lot',
    {
      config: { allow: STOCK_READERS },
      schema: describe('getLot', 'A lot and its transactions, the newest first', lotAnswer, {
        params: lotParams,
      }),
    },
    (request) => ledger(request, request.params.lot.toLowerCase()),
  );
  scope.put(
    '/api/inventory/lots/:lot',
    {
      config: { allow: STOCK_KEEPERS },
      schema: describe('changeLot', 'Correct the expiry date of a lot, or put it aside', lotAnswer, {
        params: lotParams,
        body: changeLotBody,
      }),
    },
    async (request) => {
      const lotId = request.params.lot.toLowerCase();
      await changeLot(kysely, keeperOf(request), lotId, request.body);
      return ledger(request, lotId);
    },
  );
  scope.post(
    '/api/inventory/lots/:lot/transactions',
    {
      config: { allow: STOCK_KEEPERS },
      schema: describe('enterTransaction', 'Enter a receipt, waste, a return or a correction', lotAnswer, {
        params: lotParams,
        body: transactionBody,
      }),
    },
    async (request) => {
      const lotId = request.params.lot.toLowerCase();
      const when = { now: clock.now(), today: today() };
      await kysely
        .transaction()
        .execute((trx) => enterByHand(trx, keeperOf(request), lotId, request.body, when));
      return ledger(request, lotId);
    },
  );
  scope.post(
    '/api/inventory/decrement-request',
    {
      config: { allow: STOCK_KEEPERS },
      schema: describe('askForDeduction', 'Ask that doses be deducted by messages', done),
    },
    async (request) => {
      await kysely.transaction().execute((trx) => askForDeduction(trx, keeperOf(request), clock.now()));
      return { done: true as const };
    },
  );
  movementRoutes(scope, parts);
  exportRoutes(scope, parts);
  deductionRoutes(scope, parts);
}
