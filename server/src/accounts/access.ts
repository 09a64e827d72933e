import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { type Api, refuse } from '../platform/api.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from './actor.ts';
import { type SignedIn, signedIn } from './sessions.ts';
import { type SiteInView, siteInView } from './sites.ts';

/** Those for whom a site's pages are made. */
export const SITE_READERS = ['own', 'sending-facility', 'dx-specialist', 'administrator'] as const;
export const SITE_MEMBERS = ['own'] as const;
export const STAFF = ['dx-specialist', 'administrator'] as const;
export const ANYONE = ['anonymous'] as const;

declare module 'fastify' {
  // Fastify's own extension points: only interfaces merge.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface FastifyContextConfig {
    /** Who may ask this route; a route without it cannot be registered. */
    readonly allow?: readonly Actor[];
  }
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface FastifyRequest {
    signedIn: SignedIn | undefined;
    site: SiteInView | undefined;
  }
}

export const SESSION_COOKIE = 'cairn_session';

/**
 * Closes every route of the scope but to those it names. Whoever asks for a site that is not theirs hears that there is none:
 * nobody learns from an answer which sites there are.
 */
export function controlAccess(
  scope: Api,
  parts: {
    readonly kysely: Kysely<Tables>;
    readonly clock: Clock;
    readonly origins: () => readonly string[];
  },
): void {
  scope.decorateRequest('signedIn', undefined);
  scope.decorateRequest('site', undefined);
  scope.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.allow) throw new Error(`${String(method)} ${url} does not say who may ask it`);
  });
  // A form of another website can send text; nothing here is asked by text.
  scope.removeContentTypeParser('text/plain');
  scope.addHook('onRequest', async (request, reply) => {
    void reply.header('x-content-type-options', 'nosniff');
    // Answers hold what one person may see, at one moment; a route whose answer may be kept says so itself.
    void reply.header('cache-control', 'no-store');
    if (isForeign(request, parts.origins())) return refuse(reply, 403, 'foreign-origin');
    const now = parts.clock.now();
    const token = request.cookies[SESSION_COOKIE];
    request.signedIn = token === undefined ? undefined : await signedIn(parts.kysely, token, now);
    return admit(request, reply, parts.kysely);
  });
}

async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  kysely: Kysely<Tables>,
): Promise<FastifyReply | undefined> {
  const allow = request.routeOptions.config.allow ?? [];
  if (allow.includes('anonymous')) return undefined;
  const { signedIn: who } = request;
  if (!who) return refuse(reply, 401, 'sign-in-needed');
  const { site: code } = request.params as { readonly site?: string };
  if (code === undefined) {
    const isAllowed =
      allow.includes('signed-in') || (who.staffRole !== undefined && allow.includes(who.staffRole));
    return isAllowed ? undefined : refuse(reply, 403, 'not-allowed');
  }
  const site = await siteInView(kysely, who, code);
  if (!site) return refuse(reply, 404, 'not-found');
  request.site = site;
  return site.relations.some((relation) => allow.includes(relation))
    ? undefined
    : refuse(reply, 403, 'not-allowed');
}

/** A page of another website that has the reader's browser ask (CSRF): browsers say where a request comes from. */
function isForeign({ method, headers }: FastifyRequest, origins: readonly string[]): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const { origin } = headers;
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  return origin !== undefined && !origins.some((own) => loopback(own) === loopback(origin));
}

/** A machine of one's own has several names, and people type one or the other. */
const loopback = (origin: string): string =>
  origin.replace(/^http:\/\/(?:127\.0\.0\.1|\[::1\])(?=:|$)/, 'http://localhost');
