import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Config } from './config.ts';

export type Metrics = {
  /** A message was decided on, and what was decided is durable. */
  readonly countMessage: (message: { readonly address: string; readonly outcome: string }) => void;
  /** A gauge that is asked when metrics are: each value with its label's. */
  readonly gauge: (
    about: { readonly name: string; readonly help: string; readonly label: string },
    values: () => Promise<readonly (readonly [string, number])[]>,
  ) => void;
};

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** Seconds; an acknowledgement is expected within the first of them. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * `GET /metrics` in the form of Prometheus: how often each route answered what, and how fast; messages by what became of them;
 * the database's connections; the process. Labels are routes as they are registered, never addresses as they were asked for, so
 * that nothing of a patient comes in. Without a token in the configuration it answers this machine alone.
 */
export function metricsRoute(
  app: FastifyInstance,
  pool: pg.Pool,
  { metricsToken }: Pick<Config, 'metricsToken'>,
): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: 'cairn_http_request_seconds',
    help: 'Seconds from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [register],
  });
  const messages = new Counter({
    name: 'cairn_messages_total',
    help: 'Messages by the address they came to and what became of them.',
    labelNames: ['address', 'outcome'],
    registers: [register],
  });
  const connections = new Gauge({
    name: 'cairn_database_connections',
    help: 'Connections of the common pool: open, open and idle; and requests that wait for one.',
    labelNames: ['state'],
    registers: [register],
    collect: () => {
      connections.set({ state: 'open' }, pool.totalCount);
      connections.set({ state: 'idle' }, pool.idleCount);
      connections.set({ state: 'waited-for' }, pool.waitingCount);
    },
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    duration.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    done();
  });
  app.get('/metrics', async (request, reply) => {
    const isAllowed =
      metricsToken === undefined
        ? // Through a proxy everybody comes from this machine.
          LOOPBACK.has(request.ip) && request.headers['x-forwarded-for'] === undefined
        : bears(request.headers.authorization, metricsToken);
    if (!isAllowed) {
      return reply.code(403).send({ error: 'Metrics need the token of CAIRN_METRICS_TOKEN as Bearer.' });
    }
    return reply
      .header('cache-control', 'no-store')
      .type(register.contentType)
      .send(await register.metrics());
  });
  return {
    countMessage: ({ address, outcome }) => messages.inc({ address, outcome }),
    gauge: ({ name, help, label }, values) => {
      const gauge = new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [register],
        collect: async () => {
          const now = await values();
          gauge.reset();
          for (const [of, value] of now) gauge.set({ [label]: of }, value);
        },
      });
    },
  };
}

function bears(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
