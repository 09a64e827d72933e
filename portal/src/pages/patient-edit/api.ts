import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Problem, Refused } from '../../api/client.ts';
import type { components, paths } from '../../api/schema.d.ts';

export type Codes = components['schemas']['ImmunizationCodes'];
export type Patient = components['schemas']['Patient'];
export type DoseBody = NonNullable<
  paths['/api/patients/{patient}/doses']['post']['requestBody']
>['content']['application/json'];
export type DetailsBody = NonNullable<
  paths['/api/patients/{patient}/details']['put']['requestBody']
>['content']['application/json'];
export type NewPatientBody = NonNullable<
  paths['/api/patients']['post']['requestBody']
>['content']['application/json'];

/** The same all day. */
export const codesQuery = queryOptions({
  queryKey: ['immunization-codes'],
  queryFn: () => answer(api.GET('/api/codes/immunization')),
  staleTime: 3_600_000,
});

export const patientToEdit = (patient: string) =>
  queryOptions({
    queryKey: ['patient', patient],
    queryFn: () => answer(api.GET('/api/patients/{patient}', { params: { path: { patient } } })),
  });

export const doseToEdit = (patient: string, dose: string) =>
  queryOptions({
    queryKey: ['patient', patient, 'dose', dose],
    queryFn: () =>
      answer(api.GET('/api/patients/{patient}/doses/{dose}', { params: { path: { patient, dose } } })),
    // What was changed meanwhile is told by its address.
    retry: false,
  });

export type Entry<T> = {
  readonly send: (then: (answer: T) => void) => void;
  readonly isPending: boolean;
  /** What must be corrected. */
  readonly error: Error | null;
  readonly problems: ReadonlyMap<string, string>;
  /** What somebody looks at once more, and whether they said that it is right. */
  readonly doubts: readonly Problem[];
  readonly isSure: boolean;
  readonly setSure: (isSure: boolean) => void;
};

/**
 * What is entered on a form. Where the server asks to look once more, the same is sent again with what was confirmed.
 * @param send is given the codes that were confirmed
 */
export function useEntry<T>(
  patient: string | undefined,
  send: (confirmed: string[]) => Promise<T>,
): Entry<T> {
  const queries = useQueryClient();
  const [isSure, setSure] = useState(false);
  const [doubts, setDoubts] = useState<readonly Problem[]>([]);
  const mutation = useMutation({
    mutationFn: () => send(isSure ? doubts.map(({ code }) => code) : []),
    onSuccess: () => {
      if (patient !== undefined) void queries.invalidateQueries({ queryKey: ['patient', patient] });
    },
    onError: (error) => {
      const isDoubt = error instanceof Refused && error.code === 'confirmation-needed';
      // Those that were confirmed stay so: the server names what is still open.
      setDoubts((before) => (isDoubt ? [...(isSure ? before : []), ...error.problems] : []));
      setSure(false);
    },
  });
  const { error } = mutation;
  const isDoubt = error instanceof Refused && error.code === 'confirmation-needed';
  return {
    send: (then) => mutation.mutate(undefined, { onSuccess: then }),
    isPending: mutation.isPending,
    error: isDoubt ? null : error,
    problems:
      error instanceof Refused && !isDoubt
        ? new Map(error.problems.map(({ where, code }) => [where, code]))
        : new Map<string, string>(),
    doubts,
    isSure,
    setSure,
  };
}
