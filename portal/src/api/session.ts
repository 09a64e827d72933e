import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from './client.ts';
import type { components } from './schema.d.ts';

export type Session = components['schemas']['Session'];

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => answer(api.GET('/api/session')),
  staleTime: 60_000,
});

type Site = NonNullable<Session['account']>['sites'][number];
type OwnSite = Site & { readonly role: Exclude<Site['role'], 'user'> };

/** The sites whose onboarding somebody takes part in; whoever has only a user role at a site sees nothing of it there. */
export const ownSites = (sites: readonly Site[]): readonly OwnSite[] =>
  sites.filter((site): site is OwnSite => site.role !== 'user');

/** Who is signed in; undefined while that is not known yet. */
export const useSession = (): Session | undefined => useQuery(sessionQuery).data;
