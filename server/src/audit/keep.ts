import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Api } from '../platform/api.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Log } from '../platform/log.ts';
import { PROBLEM_TEXTS } from '../platform/problems.ts';
import { type AuditEvent, type Connection, type Doer, writeAudit } from './write.ts';

declare module 'fastify' {
  // Fastify's own extension points: only interfaces merge.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface FastifyContextConfig {
    /**
     * `patients`: shows or changes what is known of patients; its handler writes the audit itself, with whom it touched
     * ({@link audited}), or its answer does not leave. `export`: a GET that is written down. Changes are, without saying so.
     */
    readonly audit?: 'patients' | 'export';
  }
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface FastifyRequest {
    isAudited: boolean;
  }
}

const REFUSED = new Set([403, 404]);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Who = Pick<FastifyRequest, 'signedIn' | 'staff'> & Partial<Pick<FastifyRequest, 'holder'>>;
type Asked = Who & Pick<FastifyRequest, 'isAudited'>;

export const doerOf = ({ signedIn, staff, holder }: Who): Doer => ({
  accountId: signedIn?.accountId,
  staffId: staff?.staffId,
  credentialId: holder?.credentialId,
  organizationId: holder?.organizationId ?? signedIn?.acting?.organizationId,
});

/** Writes down what a request does, and that it has been written. Call it in the transaction of a change. */
export async function audited(
  request: Asked,
  db: Kysely<Tables> | Connection,
  event: AuditEvent,
  now: Date,
): Promise<void> {
  await writeAudit(db, doerOf(request), event, now);
  request.isAudited = true;
}

/**
 * Nothing that has to be in the audit gets by without it. A route that touches patients and wrote nothing answers that it
 * failed; what else somebody who is signed in changed is written down under the name of its operation.
 */
export function keepAudit(
  scope: Api,
  { kysely, clock, log }: { readonly kysely: Kysely<Tables>; readonly clock: Clock; readonly log: Log },
): void {
  scope.decorateRequest('isAudited', false);
  /** An attempt on a record, or a page of patients, that was not theirs. Nobody was shown: it names no person. */
  const noteRefusal = async (request: FastifyRequest, status: number): Promise<void> => {
    if (!request.signedIn && !request.staff && !request.holder) return;
    const { params, method, routeOptions } = request;
    const asked = Object.values(params as Readonly<Record<string, string>>).filter((id) => UUID.test(id));
    const detail = { operation: `${method} ${routeOptions.url ?? ''}`, status, asked };
    await writeAudit(kysely, doerOf(request), { action: 'refused', detail }, clock.now()).catch(() =>
      log.error({ route: routeOptions.url }, 'a refusal could not be written to the audit'),
    );
  };
  scope.addHook('onSend', async (request, reply, payload) => {
    const { audit } = request.routeOptions.config;
    if (audit === 'patients' && REFUSED.has(reply.statusCode)) await noteRefusal(request, reply.statusCode);
    if (reply.statusCode >= 400 || request.isAudited) return payload;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isKnown = request.signedIn !== undefined || request.holder !== undefined;
    if (audit !== 'patients' && (!isKnown || (isRead && audit !== 'export'))) {
      return payload;
    }
    try {
      if (audit === 'patients') throw new Error('a route that touches patients wrote no audit');
      const { operationId = request.routeOptions.url ?? '' } = (request.routeOptions.schema ?? {}) as {
        readonly operationId?: string;
      };
      const about = { aboutId: request.site?.organizationId };
      await audited(request, kysely, { action: operationId, ...about }, clock.now());
      return payload;
    } catch (error) {
      const kind = error instanceof Error ? error.message : 'unknown';
      log.error({ kind, route: request.routeOptions.url }, 'the audit could not be written');
      void reply.code(500).type('application/json; charset=utf-8').removeHeader('content-length');
      return JSON.stringify({ code: 'failed', error: PROBLEM_TEXTS.failed, problems: [] });
    }
  });
}
