import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { writeAudit } from '../audit/write.ts';
import type { Api } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { ANYONE, SESSION_COOKIE } from './access.ts';
import type { Accounts } from './account-parts.ts';
import { limitFor } from './limits.ts';
import { beginSession, endSession } from './sessions.ts';
import {
  accountOf,
  beginJourney,
  identityOf,
  identityProvider,
  journeyIn,
  SSO_LASTS_MS,
} from './single-sign-on.ts';

const COOKIE = 'cairn_oidc';
const PATH = '/api/oidc';
const startQuery = z.object({ next: z.string().max(500).optional() });

/** A page of the portal itself, never an address of somebody else's. Browsers leave tabs and line ends out of an address. */
export const ownPath = (next: string | undefined): string =>
  next !== undefined && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(next) ? next : '/sign-in';

/** What the sign-in page says where single sign-on came to nothing. */
type Trouble = 'single-sign-on-failed' | 'single-sign-on-unknown';

/** Signing in by an identity provider, where one is configured: OpenID Connect, code flow. */
export function singleSignOnRoutes(scope: Api, parts: PortalParts, accounts: Accounts): void {
  const { clock, log, publicUrl, secretKey, singleSignOn } = parts;
  const { kysely } = parts.database;
  const provider = identityProvider(singleSignOn);
  const redirectUri = (): string => `${publicUrl()}${PATH}/callback`;
  const cookie = () =>
    ({ path: PATH, httpOnly: true, sameSite: 'lax', secure: publicUrl().startsWith('https://') }) as const;

  const give = (reply: FastifyReply, trouble: Trouble): FastifyReply =>
    reply.redirect(`/sign-in?problem=${trouble}`, 302);
  const config = { allow: ANYONE, rateLimit: limitFor('sign-in', parts) };

  scope.get(
    `${PATH}/start`,
    { config, schema: { hide: true, querystring: startQuery } },
    async ({ query }, reply) => {
      const found = await provider().catch(noted('the identity provider does not answer'));
      if (!found) return give(reply, 'single-sign-on-failed');
      const { url, sealed } = await beginJourney(found, {
        redirectUri: redirectUri(),
        next: ownPath(query.next),
        key: await secretKey(),
        now: clock.now(),
      });
      void reply.setCookie(COOKIE, sealed, { ...cookie(), maxAge: SSO_LASTS_MS / 1000 });
      return reply.redirect(url, 302);
    },
  );
  scope.get(`${PATH}/callback`, { config, schema: { hide: true } }, async (request, reply) => {
    const now = clock.now();
    const journey = journeyIn(request.cookies[COOKIE] ?? '', await secretKey(), now);
    // Once: an answer that is shown again finds nothing to belong to.
    void reply.clearCookie(COOKIE, cookie());
    const found = await provider().catch(noted('the identity provider does not answer'));
    if (!journey || !found || !singleSignOn) return give(reply, 'single-sign-on-failed');
    const answer = new URL(redirectUri());
    answer.search = new URL(request.url, answer).search;
    const identity = await identityOf(found, answer, journey, singleSignOn).catch(
      noted('an answer of the identity provider was refused'),
    );
    if (!identity) return give(reply, 'single-sign-on-failed');
    const token = await kysely.transaction().execute(async (trx) => {
      const accountId = await accountOf(trx, identity);
      const action = accountId === undefined ? 'sign-in-refused' : 'sign-in';
      await writeAudit(trx, { accountId }, { action, detail: { how: 'single-sign-on' } }, now);
      if (accountId === undefined) return undefined;
      await dropSession(trx, request);
      return beginSession(trx, accountId, now, identity.isStrong ? now : undefined);
    });
    if (token === undefined) return give(reply, 'single-sign-on-unknown');
    accounts.keep(request, reply, token);
    return reply.redirect(journey.next, 302);
  });

  /** The reason alone: what came may hold tokens. */
  function noted(what: string) {
    return (error: unknown): undefined => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log.warn({ code }, what);
    };
  }
}

async function dropSession(
  trx: Parameters<typeof endSession>[0],
  { cookies }: Pick<FastifyRequest, 'cookies'>,
): Promise<void> {
  const before = cookies[SESSION_COOKIE];
  if (before !== undefined) await endSession(trx, before);
}
