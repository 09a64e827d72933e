import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** A change of a site. Whatever came of it, all that the pages know of the site is asked for anew. */
export function useChange<Values, Answer>(
  code: string,
  send: (values: Values) => Promise<Answer>,
): UseMutationResult<Answer, Error, Values> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ['site', code] }),
  });
}

/**
 * Makes a change and then goes on, also where the change took away the part of the page that asked for it: what `mutate` is told
 * to do afterwards is forgotten then. What went wrong stands in the change itself.
 */
export async function afterwards<Answer>(
  change: Promise<Answer>,
  then: (answer: Answer) => void,
): Promise<void> {
  let done: Answer;
  try {
    done = await change;
  } catch {
    return;
  }
  then(done);
}

/** What is typed in a form, by the names that problems give the fields. */
export function useTyped<Values extends Readonly<Record<string, string>>>(
  initial: Values,
): {
  readonly values: Values;
  readonly clear: () => void;
  /** A field of that name, as `TextField` and its like take it. */
  readonly field: (name: keyof Values & string) => {
    readonly name: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
  };
} {
  const [values, setValues] = useState(initial);
  return {
    values,
    clear: () => setValues(initial),
    field: (name) => ({
      name,
      value: values[name] ?? '',
      onChange: (value) => setValues((before) => ({ ...before, [name]: value })),
    }),
  };
}
