import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Registries = components['schemas']['OtherRegistries'];
export type Registry = Registries['registries'][number];
export type EndpointView = components['schemas']['OtherRegistry'];
export type Work = components['schemas']['OtherRegistryWork'];
export type WorkItem = Work['items'][number];

/** How often these pages look again by themselves. */
const REFRESH_MS = 10_000;

export const registriesQuery = queryOptions({
  queryKey: ['outbound'],
  queryFn: () => answer(api.GET('/api/staff/outbound')),
  refetchInterval: REFRESH_MS,
});

export const endpointQuery = (endpoint: string) =>
  queryOptions({
    queryKey: ['outbound', endpoint],
    queryFn: () => answer(api.GET('/api/staff/outbound/{endpoint}', { params: { path: { endpoint } } })),
    refetchInterval: REFRESH_MS,
  });
