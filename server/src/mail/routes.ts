import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Api, ApiError, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { ANYONE } from '../accounts/access.ts';
import { listMail, type MailRow, readMail, reviveMail } from './queries.ts';
import { mailAnswer, mailParams, mailsAnswer, mailsQuery } from './schema.ts';
import { withoutTokens } from './tokens-hidden.ts';

/** The outbox, for administrators; in demo mode a mailbox for everybody. */
export function mailRoutes(scope: Api, { database: { kysely }, clock, demo }: PortalParts): void {
  scope.get(
    '/api/staff/mail',
    {
      config: { allow: ['administrator'] },
      schema: describe('getMails', 'Mail that went out, waits, or could not be delivered', mailsAnswer, {
        querystring: mailsQuery,
      }),
    },
    async ({ query }) => ({ mails: (await listMail(kysely, query.state)).map(shown) }),
  );
  scope.get(
    '/api/staff/mail/:mail',
    {
      config: { allow: ['administrator'] },
      schema: describe('getMail', 'One mail', mailAnswer, { params: mailParams }),
    },
    async ({ params }) => {
      const mail = await readMail(kysely, params.mail);
      if (!mail) throw new ApiError(404, 'not-found');
      // An administrator is not the recipient, and could act as one with the links.
      return { ...shown(mail), text: withoutTokens(mail.text), html: withoutTokens(mail.html) };
    },
  );
  scope.get(
    '/api/staff/mail/:mail/letter',
    {
      config: { allow: ['administrator'] },
      schema: describe('getMailLetter', 'One mail as its HTML', z.string(), { params: mailParams }),
    },
    async ({ params }, reply) => {
      const mail = await readMail(kysely, params.mail);
      if (!mail) throw new ApiError(404, 'not-found');
      return asLetter(reply).send(withoutTokens(mail.html));
    },
  );
  scope.post(
    '/api/staff/mail/:mail/retry',
    {
      config: { allow: ['administrator'] },
      schema: describe('retryMail', 'Try a dead letter again', mailsAnswer, { params: mailParams }),
    },
    async ({ params }) => {
      if (!(await reviveMail(kysely, params.mail, clock.now()))) {
        throw (await readMail(kysely, params.mail))
          ? new ApiError(409, 'changed-meanwhile')
          : new ApiError(404, 'not-found');
      }
      return { mails: (await listMail(kysely, 'all')).map(shown) };
    },
  );
  scope.get(
    '/api/mailbox',
    {
      config: { allow: ANYONE },
      schema: describe('getMailbox', 'Demo mode: the mail that would have gone out', mailsAnswer),
    },
    async () => {
      if (!demo) throw new ApiError(404, 'not-found');
      return { mails: (await listMail(kysely, 'all')).map(shown) };
    },
  );
  scope.get(
    '/api/mailbox/:mail',
    {
      config: { allow: ANYONE },
      schema: describe('getMailboxMail', 'Demo mode: one of them', mailAnswer, { params: mailParams }),
    },
    async ({ params }) => {
      const mail = demo ? await readMail(kysely, params.mail) : undefined;
      if (!mail) throw new ApiError(404, 'not-found');
      return { ...shown(mail), text: mail.text, html: mail.html };
    },
  );
  scope.get(
    '/api/mailbox/:mail/letter',
    {
      config: { allow: ANYONE },
      schema: describe('getMailboxLetter', 'Demo mode: one of them as its HTML', z.string(), {
        params: mailParams,
      }),
    },
    async ({ params }, reply) => {
      const mail = demo ? await readMail(kysely, params.mail) : undefined;
      if (!mail) throw new ApiError(404, 'not-found');
      return asLetter(reply).send(mail.html);
    },
  );
}

/**
 * A letter is a page of its own in a frame of the portal's: mail carries its styles in itself, which the portal's pages may not.
 * Nothing runs in it, nothing is loaded.
 */
const asLetter = (reply: FastifyReply): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
    )
    .header('x-content-type-options', 'nosniff');

const shown = (row: MailRow) => ({
  id: row.id,
  kind: row.kind,
  recipient: row.recipient,
  subject: row.subject,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.createdAt.toISOString(),
  nextAt: row.nextAt.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  lastError: row.lastError,
});
