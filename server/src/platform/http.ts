import Fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';

/**
 * The HTTP server with the routes that every deployment has. Requests are not logged one by one: URLs and
 * bodies could name patients, and the ledger holds what came of each message.
 */
export function createHttp(pool: pg.Pool): FastifyInstance {
  const app = Fastify({
    logger: false,
    // Idle keep-alive connections end at once when Cairn stops; those with a request are answered first.
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    routerOptions: { ignoreTrailingSlash: true },
  });
  let stopping = false;
  app.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = !stopping && (await answers(pool));
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : stopping ? 'stopping' : 'database unreachable' });
  });
  return app;
}

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}
