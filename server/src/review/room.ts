import type { FastifyRequest } from 'fastify';
import type { PortalParts } from '../portal-parts.ts';
import { actingBy } from './acting.ts';
import type { Room } from './tasks.ts';

/** Who reviews: the registry's staff at the portal, and their programs. */
export const REVIEWERS = {
  allow: ['dx-specialist', 'administrator', 'registry-token'],
  audit: 'patients',
} as const;

export const roomOf = ({ database, clock, matching }: PortalParts, request: FastifyRequest): Room => ({
  pool: database.pool,
  acting: actingBy(request, clock.now()),
  matching: matching(),
});
