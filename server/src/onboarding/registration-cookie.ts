import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'cairn_registration';
/** Renewed whenever the registration is saved. */
const LASTS_S = 30 * 86_400;

/** Out of reach of scripts; other websites' requests that change something come without it. */
export const keepCookie = (reply: FastifyReply, token: string, publicUrl: string): FastifyReply =>
  reply.setCookie(COOKIE, token, {
    path: '/api',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https://'),
    maxAge: LASTS_S,
  });

export const forgetCookie = (reply: FastifyReply): FastifyReply =>
  reply.clearCookie(COOKIE, { path: '/api' });

export const cookieOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE];
