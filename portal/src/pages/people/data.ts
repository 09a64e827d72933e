import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { RequestFilter } from './search.ts';

type Answer<Path> = Path extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
export type Accounts = Answer<paths['/api/account-update']>;
export type Person = Accounts['people'][number];
export type AccountRequest = Answer<paths['/api/account-update/requests']>['requests'][number];
export type StaffRequest = Answer<paths['/api/staff/account-requests']>['requests'][number];
export type Asked =
  paths['/api/account-update/requests']['post']['requestBody']['content']['application/json'];

export const ROLES = ['read-only', 'school', 'regular', 'power', 'dx-qa'] as const;
export type Role = (typeof ROLES)[number];

/** By the organization that is acted for: who acts for another one does not see the people of the one before. */
export const accountsQuery = (organization: string) =>
  queryOptions({
    queryKey: ['accounts', organization],
    queryFn: () => answer(api.GET('/api/account-update')),
  });

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next ?? undefined,
};
const afterOf = (after: string | undefined) => (after === undefined ? {} : { after });

export const requestsQuery = (organization: string) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['accounts', organization, 'requests'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/account-update/requests', { params: { query: afterOf(pageParam) } })),
  });

export const staffRequestsQuery = (state: RequestFilter) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['staff', 'accounts', state],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/staff/account-requests', { params: { query: { state, ...afterOf(pageParam) } } })),
  });

/** A change; whatever came of it, the lists are asked for anew. */
export function useAsk<Values>(send: (values: Values) => Promise<unknown>, key: 'accounts' | 'staff') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: [key] }),
  });
}

export const sendRequest = (body: Asked) => answer(api.POST('/api/account-update/requests', { body }));
