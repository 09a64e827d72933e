import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { currentLanguage, type Language } from '../i18n/index.ts';
import { answer, api } from './client.ts';
import type { paths } from './schema.d.ts';

export type Jurisdiction =
  paths['/api/jurisdiction']['get']['responses']['200']['content']['application/json'];

/** Counties, agreement and Sending Facilities, in the reader's language. */
const jurisdictionQuery = (language: Language) =>
  queryOptions({
    queryKey: ['jurisdiction', language],
    queryFn: () => answer(api.GET('/api/jurisdiction', { params: { query: { language } } })),
    staleTime: 300_000,
  });

export const useJurisdiction = (): UseQueryResult<Jurisdiction> =>
  useQuery(jurisdictionQuery(currentLanguage()));
