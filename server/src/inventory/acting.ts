import type { FastifyRequest } from 'fastify';
import type { FundingSource } from '../platform/jurisdiction.ts';

/** Who works with the stock of which organization: the one that is acted for now. */
export type Keeper = {
  readonly accountId: string;
  readonly name: string;
  readonly organizationId: string;
  readonly code: string;
  readonly organizationName: string;
};

export function keeperOf({
  signedIn,
  routeOptions,
}: Pick<FastifyRequest, 'signedIn' | 'routeOptions'>): Keeper {
  const acting = signedIn?.acting;
  if (!acting) throw new Error(`${String(routeOptions.url)} lets in who acts for nobody`);
  const { organizationId, code, name } = acting;
  return { accountId: signedIn.accountId, name: signedIn.name, organizationId, code, organizationName: name };
}

/** Whoever is let in may look; the stock is changed by those who keep it. */
export const mayChange = ({ signedIn }: Pick<FastifyRequest, 'signedIn'>): boolean =>
  signedIn?.acting?.userRole === 'power';

/** The funding sources of the pack, as pages name them. */
export const fundingChoices = ({
  funding,
}: {
  readonly funding: readonly FundingSource[];
}): { code: string; name: { en: string; es: string } }[] =>
  funding.map(({ code, name }) => ({ code, name: { ...name } }));
