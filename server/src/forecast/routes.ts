import { parseDay } from '@cairn/forecast';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { type Clock, localDate } from '../platform/clock.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { Log } from '../platform/log.ts';
import { scheduleNamed, scheduleOn } from '../registry/schedules.ts';
import { forecastAnswer, inputOf } from './answer.ts';
import { readRequest } from './schema.ts';
import type { Problem } from '../platform/request.ts';

const MAX_BODY_BYTES = 64 * 1024;

/**
 * `POST /api/forecast` evaluates and forecasts a history that the request brings along. Nothing of it is stored or
 * logged; the same request gives the same answer on the same day.
 */
export function forecastRoutes(
  app: FastifyInstance,
  { clock, jurisdiction }: { readonly clock: Clock; readonly jurisdiction: Jurisdiction },
  log: Log,
): void {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: MAX_BODY_BYTES },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.setErrorHandler((error: FastifyError, _request, reply) => sendError(reply, error, log));
    scope.post('/api/forecast', (request, reply) => {
      const json = jsonOf(request.body);
      if (json === undefined) return refuse(reply, 400, 'The body is no JSON. Send a JSON object, in UTF-8.');
      const read = readRequest(json);
      if ('problems' in read) return refuse(reply, 400, UNREADABLE, read.problems);
      const today = localDate(clock.now(), jurisdiction.timeZone);
      const { version, explain } = read.value;
      const schedule = version === undefined ? scheduleOn(jurisdiction, today) : scheduleNamed(version);
      if (!schedule) {
        return refuse(reply, 400, UNREADABLE, [
          {
            where: 'version',
            what: 'is a schedule that is not installed; leave it out, or import it with cairn schedule import',
          },
        ]);
      }
      return reply
        .header('cache-control', 'no-store')
        .send(forecastAnswer(inputOf(read.value, parseDay(today) ?? 0), schedule, explain));
    });
    done();
  });
}

function jsonOf(body: unknown): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : '');
  } catch {
    return undefined;
  }
}

function sendError(reply: FastifyReply, error: FastifyError, log: Log): FastifyReply {
  const { statusCode = 500 } = error;
  if (statusCode === 413) return refuse(reply, 413, TOO_LARGE);
  if (statusCode === 415) return refuse(reply, 415, 'Send JSON, with Content-Type: application/json.');
  if (statusCode < 500)
    return refuse(reply, statusCode, 'The request could not be read whole. Send it again.');
  // Its message could quote what it failed on.
  log.error({ kind: error.name, stack: error.stack?.split('\n').slice(1, 6) }, 'a forecast failed');
  return refuse(reply, 500, 'Cairn failed on this request. Report it with the version of the schedule.');
}

const refuse = (
  reply: FastifyReply,
  status: number,
  error: string,
  problems: readonly Problem[] = [],
): FastifyReply => reply.code(status).header('cache-control', 'no-store').send({ error, problems });

const UNREADABLE = 'Nothing was computed. Correct what is listed and send the request again.';
const TOO_LARGE = `The request is larger than ${MAX_BODY_BYTES} bytes. Send one patient a request.`;
