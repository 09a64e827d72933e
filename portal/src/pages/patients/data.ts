import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Patient = components['schemas']['Patient'];
export type Dose = Patient['doses'][number];
export type GroupForecast = NonNullable<Patient['forecast']>['groups'][number];
export type Found = components['schemas']['PatientsFound'];
export type FoundPatient = Found['patients'][number];

/** Every look is written down: nothing is asked again by itself because a window came to the front. */
const LOOKED_AT = { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** The record; whoever changes something of a patient asks for all below `['patient', id]` anew. */
export const patientQuery = (patient: string) =>
  queryOptions({
    queryKey: ['patient', patient],
    queryFn: () => answer(api.GET('/api/patients/{patient}', { params: { path: { patient } } })),
    ...LOOKED_AT,
  });

export const whyQuery = (patient: string) =>
  queryOptions({
    queryKey: ['patient', patient, 'why'],
    queryFn: () => answer(api.GET('/api/patients/{patient}/why', { params: { path: { patient } } })),
    ...LOOKED_AT,
  });

export type Asked = {
  readonly last: string;
  readonly first: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly id: string;
};

export const NOTHING_ASKED: Asked = { last: '', first: '', birthDate: '', phone: '', id: '' };

export const searchPatients = (body: Asked): Promise<Found> =>
  answer(api.POST('/api/patients/search', { body }));

/** The last search, for whoever comes back from a record. In memory alone: a shared computer must not keep it. */
export type LastSearch = { readonly asked: Asked; readonly found: Found };
export const LAST_SEARCH = ['patients', 'last-search'] as const;
export const KEPT_MS = 30 * 60_000;
