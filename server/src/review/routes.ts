import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MatchContext } from '@cairn/matching';
import { type StaffMember, staffOf } from '../accounts/staff.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { Log } from '../platform/log.ts';
import { LinkError } from '../registry/linking-error.ts';
import { type Acting, NotFoundError } from './acting.ts';
import { ENDPOINTS, type Endpoint, type Room } from './endpoints.ts';
import { mayDo } from './policy.ts';
import { type Problem, readAs } from '../platform/request.ts';
import { idParameter } from './schema.ts';

/** 200 decisions with a reason each. */
const MAX_BODY_BYTES = 512 * 1024;

export type ReviewParts = {
  readonly database: Pick<Database, 'pool' | 'kysely'>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly matching: () => MatchContext;
};

/**
 * The review API: tasks on persons that may be one, merges and what undoes them. Nothing of it is open: each request carries
 * the token of a member of staff. Ids in addresses are the registry's own, which say nothing; what is known of persons is in
 * answers alone, and never in the log.
 */
export function reviewRoutes(app: FastifyInstance, parts: ReviewParts, log: Log): void {
  const acting = new WeakMap<FastifyRequest, StaffMember>();
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: MAX_BODY_BYTES },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.setErrorHandler((error: FastifyError, _request, reply) => sendError(reply, error, log));
    // Before the body is read, and for every route of this scope: one that is added is closed too.
    scope.addHook('onRequest', async (request, reply) => {
      const token = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
      const staff =
        token === undefined ? undefined : await staffOf(parts.database.kysely, token, parts.clock.now());
      if (!staff) return refuse(reply.header('www-authenticate', 'Bearer'), 401, NO_TOKEN);
      acting.set(request, staff);
    });
    for (const endpoint of ENDPOINTS) {
      scope.route({
        method: endpoint.method,
        url: endpoint.url,
        handler: async (request, reply) => {
          const staff = acting.get(request);
          if (!staff || !mayDo(staff.role, endpoint.action)) return refuse(reply, 403, NOT_ALLOWED);
          return answer(endpoint, request, reply, roomOf(parts, staff));
        },
      });
    }
    done();
  });
}

function roomOf({ database, clock, jurisdiction, matching }: ReviewParts, staff: StaffMember): Room {
  const at = clock.now();
  const acting: Acting = { staff, at, newId: () => uuidv7(at.getTime()) };
  return { pool: database.pool, acting, jurisdiction, matching: matching() };
}

async function answer(
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  room: Room,
): Promise<FastifyReply> {
  const isRead = endpoint.method === 'GET';
  const json = isRead ? {} : jsonOf(request.body);
  if (json === undefined) return refuse(reply, 400, 'The body is no JSON. Send a JSON object, in UTF-8.');
  const hasId = endpoint.url.includes(':id');
  const parameters = hasId ? readAs(idParameter, request.params) : { value: { id: '' } };
  if ('problems' in parameters) return refuse(reply, 400, UNREADABLE, parameters.problems);
  const body = readAs(endpoint.reads, isRead ? request.query : json);
  if ('problems' in body) return refuse(reply, 400, UNREADABLE, body.problems);
  const result = await endpoint.run(parameters.value.id, body.value, room);
  return reply.header('cache-control', 'no-store').send(result);
}

function jsonOf(body: unknown): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : '');
  } catch {
    return undefined;
  }
}

/** Errors that say what to do; all others are ours. */
export function statusOf(error: unknown): number {
  if (error instanceof NotFoundError) return 404;
  if (error instanceof LinkError) {
    return error.fault === 'unknown-person' || error.fault === 'unknown-merge' ? 404 : 409;
  }
  return 500;
}

function sendError(reply: FastifyReply, error: FastifyError, log: Log): FastifyReply {
  const known = statusOf(error);
  if (known !== 500) return refuse(reply, known, error.message);
  const { statusCode = 500 } = error;
  if (statusCode === 413) return refuse(reply, 413, TOO_LARGE);
  if (statusCode === 415) return refuse(reply, 415, 'Send JSON, with Content-Type: application/json.');
  if (statusCode < 500)
    return refuse(reply, statusCode, 'The request could not be read whole. Send it again.');
  // Its message could quote what it failed on.
  log.error({ kind: error.name, stack: error.stack?.split('\n').slice(1, 6) }, 'a review request failed');
  return refuse(
    reply,
    500,
    'Cairn failed on this request, and nothing was changed. Try again, then report it.',
  );
}

const refuse = (
  reply: FastifyReply,
  status: number,
  error: string,
  problems: readonly Problem[] = [],
): FastifyReply => reply.code(status).header('cache-control', 'no-store').send({ error, problems });

const NO_TOKEN =
  'This needs the token of a member of the registry’s staff. Send it as "Authorization: Bearer …"; cairn user add issues one.';
const NOT_ALLOWED = 'The role of this token may not do this. Ask whoever runs the registry.';
const UNREADABLE = 'Nothing was done. Correct what is listed and send the request again.';
const TOO_LARGE = `The request is larger than ${MAX_BODY_BYTES} bytes. Send fewer decisions at once.`;
