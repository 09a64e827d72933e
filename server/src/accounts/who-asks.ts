import type { FastifyRequest } from 'fastify';
import { ApiError } from '../platform/api.ts';
import { SESSION_COOKIE } from './access.ts';
import type { SignedIn } from './sessions.ts';

/**
 * Whoever asks, at a route that is closed to people who are not signed in.
 * @throws ApiError 401 `sign-in-needed`
 */
export function whoIs({ signedIn }: Pick<FastifyRequest, 'signedIn'>): SignedIn {
  if (!signedIn) throw new ApiError(401, 'sign-in-needed');
  return signedIn;
}

/** The token of the asker's session; empty where there is none. */
export const sessionOf = ({ cookies }: Pick<FastifyRequest, 'cookies'>): string =>
  cookies[SESSION_COOKIE] ?? '';
