import { queryOptions } from '@tanstack/react-query';
import { answer, api, Refused } from '../../api/client.ts';
import type { components, paths } from '../../api/schema.d.ts';

export type Registration = components['schemas']['Registration'];
export type Step = Registration['steps'][number]['step'];
/** What is typed in a step, finished or not. */
export type Values = Readonly<Record<string, unknown>>;
export type SimilarSite =
  paths['/api/registration/similar']['get']['responses']['200']['content']['application/json']['sites'][number];

/** The steps in order, as the server has them. */
export const STEPS = [
  'place',
  'clinical',
  'contacts',
  'ehr',
  'type',
  'meaningful-use',
  'agreement',
] as const satisfies readonly Step[];

export const isStep = (text: string): text is Step => STEPS.some((step) => step === text);

/** The registration of this browser; null where it has none. */
export const registrationQuery = queryOptions({
  queryKey: ['registration'],
  queryFn: (): Promise<Registration | null> => readRegistration(),
  // What is typed is newer than what is asked for meanwhile: only the pages ask again.
  staleTime: Infinity,
});

export async function readRegistration(): Promise<Registration | null> {
  try {
    return await answer(api.GET('/api/registration'));
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}

export const similarQuery = queryOptions({
  queryKey: ['registration', 'similar'],
  queryFn: () => answer(api.GET('/api/registration/similar')),
});

/** Where a registration goes on: its first step that is not complete, or the last. */
export const nextStep = ({ steps }: Registration): Step =>
  steps.find(({ isComplete }) => !isComplete)?.step ?? 'agreement';
