import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, Refused } from '../../api/client.ts';
import { type Registration, registrationQuery, type SimilarSite, similarQuery } from './data.ts';
import { forgetTyped } from './memory.ts';

export type Submit = {
  readonly send: (registration: Registration) => void;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly similar: UseQueryResult<{ readonly sites: readonly SimilarSite[] }>;
  readonly isAnother: boolean;
  readonly setAnother: (isAnother: boolean) => void;
};

/** Submits the registration, once it is said of similar sites whether one of them is meant. */
export function useSubmit(isAtEnd: boolean): Submit {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isAnother, setAnother] = useState(false);
  // Asked for anew at each look at the last step: what it depends on may have changed.
  const similar = useQuery({ ...similarQuery, enabled: isAtEnd, staleTime: 0 });
  const submit = useMutation({
    mutationFn: async ({ version, steps }: Registration) => {
      if (steps.some(({ isComplete }) => !isComplete)) throw new Refused(400, 'request-invalid', []);
      if ((similar.data?.sites.length ?? 0) > 0 && !isAnother) throw new Refused(409, 'similar-sites', []);
      return answer(api.POST('/api/registration/submit', { body: { version, isAnotherSite: isAnother } }));
    },
    onSuccess: async (registration) => {
      forgetTyped();
      queries.setQueryData(registrationQuery.queryKey, registration);
      await navigate({ to: '/register/submitted' });
    },
    onError: async (error) => {
      const code = error instanceof Refused ? error.code : '';
      if (code === 'similar-sites') await similar.refetch();
      if (code === 'agreement-changed') await queries.invalidateQueries({ queryKey: ['jurisdiction'] });
      if (error instanceof Refused && error.status >= 400) {
        await queries.refetchQueries({ queryKey: registrationQuery.queryKey, exact: true });
      }
    },
  });
  return {
    send: (registration) => submit.mutate(registration),
    isSending: submit.isPending,
    error: submit.error,
    similar,
    isAnother,
    setAnother,
  };
}
