import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Config } from './config.ts';

/** How often connections that have become idle are closed while Cairn stops. */
const SWEEP_MS = 50;
/** How long a request that is still arriving when Cairn stops may take to arrive whole. */
const ARRIVAL_MS = 1_000;
/** How long new connections are still taken when Cairn stops. */
const LAST_CALL_MS = 100;
/** Turns of the event loop in which a waiting connection is accepted and its first bytes are read. */
const TURNS_TO_READ = 3;

export type Http = {
  readonly app: FastifyInstance;
  /** Every route as it is registered, `GET /health/live`. */
  readonly routes: readonly string[];
  /** Those of them that say that they touch patients (`audit: 'patients'`). */
  readonly patientRoutes: readonly string[];
};

/**
 * The HTTP server with the routes that every deployment has. Requests are not logged one by one: URLs and
 * bodies could name patients, and the ledger holds what came of each message.
 *
 * When it closes, requests that have arrived are answered, those included that arrive meanwhile on a
 * connection that is still open, and each connection ends with its answer. Connections that bring no whole
 * request within a second are cut.
 */
export function createHttp(pool: pg.Pool, { trustProxy }: Pick<Config, 'trustProxy'>): Http {
  const app = Fastify({
    logger: false,
    // The address that the proxy in front added itself; whatever stands before it the client may have made up.
    trustProxy: trustProxy && ((_address, hop) => hop === 0),
    forceCloseConnections: 'idle',
    // A 503 in JSON is no answer to an EHR that has sent a message; it is served instead.
    return503OnClosing: false,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const routes: string[] = [];
  const patientRoutes: string[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat().filter((name) => name !== 'HEAD')) {
      routes.push(`${each} ${url}`);
      if (config?.audit === 'patients') patientRoutes.push(`${each} ${url}`);
    }
  });
  let stopping = false;
  let beingServed = 0;
  app.addHook('preHandler', (_request, reply, done) => {
    beingServed++;
    reply.raw.once('close', () => beingServed--);
    done();
  });
  app.addHook('preClose', async () => {
    stopping = true;
    // What was sent before the signal may not have been accepted or read yet, and closing would reset it.
    await sleep(LAST_CALL_MS);
    for (let turn = 0; turn < TURNS_TO_READ; turn++) await nextTurn();
    const patience = setTimeout(() => (patienceIsOver = true), ARRIVAL_MS);
    let patienceIsOver = false;
    const sweep = setInterval(() => {
      if (patienceIsOver && beingServed === 0) app.server.closeAllConnections();
      else app.server.closeIdleConnections();
    }, SWEEP_MS);
    app.server.once('close', () => clearTimeout(patience));
    app.server.once('close', () => clearInterval(sweep));
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('connection', 'close');
    done();
  });
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = !stopping && (await answers(pool));
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : stopping ? 'stopping' : 'database unreachable' });
  });
  return { app, routes, patientRoutes };
}

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}
