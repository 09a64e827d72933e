import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from './client.ts';
import type { components } from './schema.d.ts';

export type Session = components['schemas']['Session'];

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => answer(api.GET('/api/session')),
  staleTime: 60_000,
});

/** Who is signed in; undefined while that is not known yet. */
export const useSession = (): Session | undefined => useQuery(sessionQuery).data;
