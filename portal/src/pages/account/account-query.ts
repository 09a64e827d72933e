import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

export type AccountFacts = paths['/api/account']['get']['responses']['200']['content']['application/json'];

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => answer(api.GET('/api/account')),
});
