import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from './platform/config.ts';

const DIST = fileURLToPath(new URL('../../portal/dist/', import.meta.url));

/** Everything comes from here: no other host, no inline script, no frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The portal's pages. What the build has named by its content (`/assets`) is kept for ever by browsers; the page itself is
 * asked for anew each time. Every address that is no file is the page: it knows by itself what to show.
 */
export async function pageRoutes(app: FastifyInstance, config: Config): Promise<void> {
  const isHttps = config.publicUrl?.startsWith('https://') ?? false;
  const secured = (reply: FastifyReply): FastifyReply => {
    void reply
      .header('content-security-policy', POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    return isHttps ? reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains') : reply;
  };
  const page = existsSync(`${DIST}index.html`) ? readFileSync(`${DIST}index.html`, 'utf8') : NOT_BUILT;
  if (page !== NOT_BUILT) {
    await app.register(fastifyStatic, {
      root: `${DIST}assets`,
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      setHeaders: (reply) => reply.header('x-content-type-options', 'nosniff'),
    });
  }
  app.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith('/api/') || path.startsWith('/assets/')) {
      return reply.code(404).send({ code: 'not-found', error: 'There is no such address.', problems: [] });
    }
    return secured(reply)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(page);
  });
}

const NOT_BUILT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cairn</title></head>
<body><h1>Cairn is running</h1><p>The portal has not been built yet. Run <code>npm run build</code>, then start Cairn again.</p></body></html>
`;
