import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '../accounts/sessions.ts';
import type { SiteInView } from '../accounts/sites.ts';

/** Who asks about which site, where the route names one and is closed to people who are not signed in. */
export type Asking = { readonly site: SiteInView; readonly who: SignedIn };

export function asking({
  site,
  signedIn,
  routeOptions,
}: Pick<FastifyRequest, 'site' | 'signedIn' | 'routeOptions'>): Asking {
  if (!site || !signedIn) throw new Error(`${String(routeOptions.url)} lets in whom it does not know`);
  return { site, who: signedIn };
}

export const isMember = ({ relations }: SiteInView): boolean => relations.includes('own');

export const isStaff = ({ relations }: SiteInView): boolean =>
  relations.includes('dx-specialist') || relations.includes('administrator');
