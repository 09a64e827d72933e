import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { type Api, refuse } from '../platform/api.ts';
import type { ProblemCode } from '../platform/problems.ts';
import { type Clock, localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import {
  bringsCredential,
  isBrowserFromElsewhere,
  isProgram,
  programLogin,
  type ProgramLoginParts,
} from './program-login.ts';
import type { Holder } from './queries.ts';
import { type Actor, actorsOf, USER_ROLES } from './roles.ts';
import { type SignedIn, signedIn } from './sessions.ts';
import { type SiteInView, siteInView } from './sites.ts';
import { STAFF_ROLES, type StaffMember, staffOf } from './staff.ts';

/** Those for whom a site's pages are made. */
export const SITE_READERS = ['own', 'sending-facility', 'dx-specialist', 'administrator'] as const;
export const SITE_MEMBERS = ['own'] as const;
export const STAFF = ['dx-specialist', 'administrator'] as const;
export const ANYONE = ['anonymous'] as const;
/** A program of a site or Sending Facility: `request.holder` says whose. */
export const PROGRAMS = ['exchange-credential'] as const;
/** Also those who have yet to give, or set up, their second factor. */
export const HALF_SIGNED_IN = ['half-signed-in', 'signed-in'] as const;

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
    /** Whose token was sent, where nobody is signed in; on routes that admit `registry-token` alone. */
    staff: StaffMember | undefined;
    /** Whose credentials of the exchange were sent, where nobody is signed in; on routes that admit `exchange-credential` alone. */
    holder: Holder | undefined;
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
    readonly jurisdiction: Jurisdiction;
    readonly origins: () => readonly string[];
    readonly programs: () => ProgramLoginParts;
  },
): void {
  scope.decorateRequest('signedIn', undefined);
  scope.decorateRequest('staff', undefined);
  scope.decorateRequest('holder', undefined);
  scope.decorateRequest('site', undefined);
  scope.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.allow) throw new Error(`${String(method)} ${url} does not say who may ask it`);
    if (config.allow.includes('exchange-credential') && url.includes('/:site')) {
      throw new Error(`${String(method)} ${url}: a program is nothing to the site in an address`);
    }
  });
  // A form of another website can send text; nothing here is asked by text.
  scope.removeContentTypeParser('text/plain');
  scope.addHook('onRequest', async (request, reply) => {
    void reply.header('x-content-type-options', 'nosniff');
    // Answers hold what one person may see, at one moment; a route whose answer may be kept says so itself.
    void reply.header('cache-control', 'no-store');
    if (isForeign(request, parts.origins())) return refuse(reply, 403, 'foreign-origin');
    const now = parts.clock.now();
    if (mayBringToken(request)) return admitToken(request, reply, parts.kysely, now);
    if (isForPrograms(request)) {
      if (bringsCredential(request)) return admitProgram(request, reply, parts.programs(), now);
      challenge(request, reply);
    }
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined) {
      const today = localDate(now, parts.jurisdiction.timeZone);
      request.signedIn = await signedIn(parts.kysely, token, now, today, parts.jurisdiction);
    }
    return admit(request, reply, parts.kysely);
  });
}

/** A program of the staff: it has no session, and a browser never sends its token by itself. */
const mayBringToken = ({ headers, routeOptions }: FastifyRequest): boolean =>
  /^Bearer /i.test(headers.authorization ?? '') &&
  (routeOptions.config.allow ?? []).includes('registry-token');

async function admitToken(
  request: FastifyRequest,
  reply: FastifyReply,
  kysely: Kysely<Tables>,
  now: Date,
): Promise<FastifyReply | undefined> {
  const token = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  request.staff = token === undefined ? undefined : await staffOf(kysely, token, now);
  if (!request.staff) return refuse(reply.header('www-authenticate', 'Bearer'), 401, 'token-wrong');
  return request.staff.role === STAFF_ROLES[0] ? undefined : refuse(reply, 403, 'not-allowed');
}

const isForPrograms = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config.allow ?? []).includes('exchange-credential');

/** @returns the reply where it was refused */
async function admitProgram(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ProgramLoginParts,
  now: Date,
): Promise<FastifyReply | undefined> {
  if (isBrowserFromElsewhere(request)) return refuse(reply, 403, 'foreign-origin');
  const login = await programLogin(request, parts, now);
  if ('refused' in login) {
    if (login.status === 401) challenge(request, reply);
    if (login.status === 429) void reply.header('retry-after', '60');
    return refuse(reply, login.status, login.refused);
  }
  request.holder = login.holder;
  return undefined;
}

/** Tells a program how to log in; a browser would open a window of its own. */
function challenge(request: FastifyRequest, reply: FastifyReply): void {
  if (request.cookies[SESSION_COOKIE] !== undefined || !isProgram(request)) return;
  void reply.header('www-authenticate', 'Basic realm="Cairn exchange", charset="UTF-8"');
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
  if (who.secondFactor === 'needed' || who.secondFactor === 'to-set-up') {
    return allow.includes('half-signed-in') ? undefined : refuse(reply, 401, 'second-factor-needed');
  }
  const { site: code } = request.params as { readonly site?: string };
  if (code === undefined) {
    return actorsNow(who).some((actor) => allow.includes(actor))
      ? undefined
      : refuse(reply, 403, whyNot(who, allow));
  }
  const site = await siteInView(kysely, who, code);
  if (!site) return refuse(reply, 404, 'not-found');
  request.site = site;
  return site.relations.some((relation) => allow.includes(relation))
    ? undefined
    : refuse(reply, 403, 'not-allowed');
}

/** What somebody is, whatever the address names. */
export function actorsNow({ staffRole, acting }: SignedIn): readonly Actor[] {
  return ['signed-in', ...(staffRole ? [staffRole] : []), ...(acting ? actorsOf(acting) : [])];
}

/** A role that would be let in, and does not count yet or was not chosen, is told apart from one that never will be. */
function whyNot({ acting, staffRole }: SignedIn, allow: readonly Actor[]): ProblemCode {
  if (!USER_ROLES.some((role) => allow.includes(role))) return 'not-allowed';
  if (!acting) return staffRole ? 'not-allowed' : 'organization-needed';
  const { userRole, holdUp } = acting;
  return userRole !== undefined && allow.includes(userRole) && holdUp ? holdUp : 'not-allowed';
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
