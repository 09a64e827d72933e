import { z } from 'zod';
import { STOCK_KEEPERS, STOCK_READERS } from '../accounts/roles.ts';
import { done } from '../accounts/schema.ts';
import { type Api, describe } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { fundingChoices, keeperOf, mayChange } from './acting.ts';
import { countsOf, recordCount } from './counts.ts';
import { lotsOf } from './lots.ts';
import { dismissDose, notDeducted, notDeductedCount, resolveDose } from './not-deducted.ts';
import {
  countBody,
  countsAnswer,
  dismissBody,
  notDeductedAnswer,
  resolveBody,
  transferBody,
  transferParams,
} from './schema.ts';
import { endTransfer, sendTransfer } from './transfers.ts';

const DONE = { done: true as const };

/** Counts, transfers, and the doses that were not deducted. */
export function movementRoutes(scope: Api, { database, clock, jurisdiction }: PortalParts): void {
  const { kysely } = database;
  const moment = (): { readonly now: Date; readonly today: string } => {
    const now = clock.now();
    return { now, today: localDate(now, jurisdiction.timeZone) };
  };
  scope.get(
    '/api/inventory/counts',
    {
      config: { allow: STOCK_READERS },
      schema: describe('getCounts', 'What was counted lately', countsAnswer),
    },
    async (request) => ({ counts: await countsOf(kysely, keeperOf(request).organizationId) }),
  );
  scope.post(
    '/api/inventory/counts',
    {
      config: { allow: STOCK_KEEPERS },
      schema: describe('recordCount', 'Record a physical count, unless stock moved meanwhile', done, {
        body: countBody,
      }),
    },
    async (request) => {
      await kysely
        .transaction()
        .execute((trx) => recordCount(trx, keeperOf(request), request.body, clock.now()));
      return DONE;
    },
  );
  scope.post(
    '/api/inventory/transfers',
    {
      config: { allow: STOCK_KEEPERS },
      schema: describe(
        'sendTransfer',
        'Send doses to another organization, which confirms that they came',
        z.object({ to: z.object({ code: z.string(), name: z.string() }) }),
        { body: transferBody },
      ),
    },
    (request) =>
      kysely.transaction().execute((trx) => sendTransfer(trx, keeperOf(request), request.body, moment())),
  );
  for (const [path, operation, summary, as] of [
    ['receive', 'receiveTransfer', 'Confirm that doses have come from another organization', 'received'],
    ['withdraw', 'withdrawTransfer', 'Take back doses that have not been received', 'withdrawn'],
  ] as const) {
    scope.post(
      `/api/inventory/transfers/:transfer/${path}`,
      {
        config: { allow: STOCK_KEEPERS },
        schema: describe(operation, summary, done, { params: transferParams }),
      },
      async (request) => {
        const transferId = request.params.transfer.toLowerCase();
        await kysely
          .transaction()
          .execute((trx) => endTransfer(trx, keeperOf(request), transferId, as, clock.now()));
        return DONE;
      },
    );
  }
  scope.get(
    '/api/inventory/not-deducted',
    {
      config: { allow: STOCK_READERS },
      schema: describe(
        'getNotDeducted',
        'Doses that no stock was deducted for, the oldest first',
        notDeductedAnswer,
      ),
    },
    async (request) => {
      const { organizationId } = keeperOf(request);
      const lots = await lotsOf(kysely, organizationId, moment().today);
      return {
        mayChange: mayChange(request),
        total: await notDeductedCount(kysely, organizationId),
        doses: [...(await notDeducted(kysely, { organizationId, lots }))],
        lots: [...lots],
        funding: fundingChoices(jurisdiction),
      };
    },
  );
  scope.post(
    '/api/inventory/not-deducted/resolve',
    {
      config: { allow: STOCK_KEEPERS },
      schema: describe('resolveDose', 'Deduct a dose from the lot that somebody chose', done, {
        body: resolveBody,
      }),
    },
    async (request) => {
      await kysely
        .transaction()
        .execute((trx) => resolveDose(trx, keeperOf(request), request.body, moment()));
      return DONE;
    },
  );
  scope.post(
    '/api/inventory/not-deducted/dismiss',
    {
      config: { allow: STOCK_KEEPERS },
      schema: describe('dismissDose', 'Say why a dose is not to be deducted', done, { body: dismissBody }),
    },
    async (request) => {
      await kysely
        .transaction()
        .execute((trx) => dismissDose(trx, keeperOf(request), request.body, clock.now()));
      return DONE;
    },
  );
}
