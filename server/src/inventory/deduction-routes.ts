import type { z } from 'zod';
import { STAFF } from '../accounts/access.ts';
import { siteParams } from '../accounts/schema.ts';
import { asking } from '../onboarding/asking.ts';
import { type Api, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { deductionOf, setDeduction } from './deduction.ts';
import { notDeductedCount } from './not-deducted.ts';
import { deductionAnswer, deductionBody } from './schema.ts';

/** Whether a site's stock is deducted by messages: the registry's staff decide it, when the site asks. */
export function deductionRoutes(scope: Api, parts: PortalParts): void {
  const { kysely } = parts.database;
  const view = async (organizationId: string): Promise<z.output<typeof deductionAnswer>> => ({
    ...(await deductionOf(kysely, organizationId)),
    notDeducted: await notDeductedCount(kysely, organizationId),
  });
  scope.get(
    '/api/sites/:site/decrement',
    {
      config: { allow: STAFF },
      schema: describe('getDeduction', 'Whether messages deduct from the stock of a site', deductionAnswer, {
        params: siteParams,
      }),
    },
    (request) => view(asking(request).site.organizationId),
  );
  scope.put(
    '/api/sites/:site/decrement',
    {
      config: { allow: STAFF },
      schema: describe(
        'setDeduction',
        'Deduct doses from the stock of a site from a day on, or end it',
        deductionAnswer,
        { params: siteParams, body: deductionBody },
      ),
    },
    async (request) => {
      const asked = asking(request);
      await kysely.transaction().execute((trx) => setDeduction(trx, asked, request.body, parts));
      return view(asked.site.organizationId);
    },
  );
}
