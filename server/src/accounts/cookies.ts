import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from './access.ts';

/**
 * Out of reach of scripts, never sent along by other websites' requests that change something, and gone with the browser:
 * clinics share machines. Over HTTPS it goes over HTTPS alone.
 */
const attributes = (publicUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https://') }) as const;

export const keepSession = (reply: FastifyReply, token: string, publicUrl: string): FastifyReply =>
  reply.setCookie(SESSION_COOKIE, token, attributes(publicUrl));

export const forgetSession = (reply: FastifyReply, publicUrl: string): FastifyReply =>
  reply.clearCookie(SESSION_COOKIE, attributes(publicUrl));
