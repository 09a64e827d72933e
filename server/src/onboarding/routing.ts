import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { STAFF } from '../accounts/access.ts';
import { siteParams } from '../accounts/schema.ts';
import { type Destination, destinationOf } from '../exchange/forward.ts';
import { type Api, ApiError, describe, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { PortalParts } from '../portal-parts.ts';
import { type Asking, asking } from './asking.ts';
import { noteEvent } from './events.ts';

const registry = z.object({ id: z.string(), name: z.string() });
export const routingAnswer = z.object({
  /** The registry that answers its messages; null: they are recorded here */
  to: registry.nullable(),
  /** Those to which a connection is set up */
  registries: z.array(registry),
});
export const routingBody = z.strictObject({
  /** The id of a connection, or null */
  to: z.string().min(1).max(60).nullable(),
});

type Routing = z.output<typeof routingAnswer>;

/** Which registry answers the messages of a site: a partner's county keeps its own. */
export function routingRoutes(scope: Api, { database, clock, jurisdiction }: PortalParts): void {
  const { kysely } = database;
  scope.get(
    '/api/sites/:site/routing',
    {
      config: { allow: STAFF },
      schema: describe('getRouting', 'Which registry answers the messages of a site', routingAnswer, {
        params: siteParams,
      }),
    },
    (request) => routingOf(kysely, asking(request), jurisdiction),
  );
  scope.put(
    '/api/sites/:site/routing',
    {
      config: { allow: STAFF },
      schema: describe(
        'setRouting',
        'Have another registry answer the messages of a site, or record them here again',
        routingAnswer,
        { params: siteParams, body: routingBody },
      ),
    },
    async (request) => {
      const asked = asking(request);
      await kysely
        .transaction()
        .execute((trx) => setRouting(trx, asked, request.body.to, jurisdiction, clock.now()));
      return routingOf(kysely, asked, jurisdiction);
    },
  );
}

async function routingOf(db: Kysely<Tables>, { site }: Asking, pack: Jurisdiction): Promise<Routing> {
  const { rows } = await sql<{ readonly to: string | null; readonly ids: readonly string[] }>`
    select routed_to as "to", array(select endpoint_id from outbound_endpoint order by kind, endpoint_id) as ids
    from organization where organization_id = ${site.organizationId}`.execute(db);
  const [{ to, ids } = { to: null, ids: [] }] = rows;
  const named = (id: string): Destination => destinationOf(id, pack);
  return { to: to === null ? null : named(to), registries: ids.map(named) };
}

/** @throws ApiError 400 where there is no connection of that id */
async function setRouting(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  to: string | null,
  pack: Jurisdiction,
  now: Date,
): Promise<void> {
  const { organizationId } = site;
  if (to !== null) {
    const { rows } = await sql`select 1 from outbound_endpoint where endpoint_id = ${to} for share`.execute(
      trx,
    );
    if (rows.length === 0) throw new ApiError(400, 'request-invalid', [problem('to', 'endpoint-not-set-up')]);
  }
  const { rows } = await sql`update organization set routed_to = ${to}
    where organization_id = ${organizationId} and routed_to is distinct from ${to} returning 1`.execute(trx);
  if (rows.length === 0) return;
  await noteEvent(
    trx,
    {
      organizationId,
      kind: to === null ? 'routing-ended' : 'routing-set',
      actor: who,
      detail: to === null ? {} : { endpoint: to, registry: destinationOf(to, pack).name },
    },
    now,
  );
}
