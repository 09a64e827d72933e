import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answer, api, Refused } from '../../api/client.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { readRegistration, type Registration, registrationQuery, type Step, type Values } from './data.ts';
import { isUnsaved, recall } from './memory.ts';
import { isSame, toSend, withValue } from './values.ts';

/** How long nothing is typed before a step is saved. */
const PAUSE_MS = 1000;

export type SaveState =
  | { readonly is: 'resting' | 'saving' }
  | { readonly is: 'saved'; readonly at: Date }
  | { readonly is: 'failed'; readonly error: unknown }
  /** Somebody else saved this very step meanwhile; nothing of theirs was overwritten. */
  | { readonly is: 'changed' };

export type StepForm = {
  readonly values: Values;
  readonly set: (name: string, value: unknown) => void;
  readonly state: SaveState;
  /** Saves what was typed, now. @returns undefined where it could not be saved; `state` says why */
  readonly save: () => Promise<Registration | undefined>;
  /** After `changed`: takes theirs, or puts what is on the page in its place. */
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
};

// One after the other, over all steps: each names the version that the one before has made.
let line: Promise<unknown> = Promise.resolve();

/** A step of the registration as it is on the page: it saves itself when typing stops, and when the page is left. */
export function useStep(step: Step, registration: Registration): StepForm {
  const queries = useQueryClient();
  const [memory] = useState(() => recall(step, registration));
  const [values, setValues] = useState(memory.values);
  const theirs = (): Values => queries.getQueryData(registrationQuery.queryKey)?.answers[step] ?? {};
  const [state, setState] = useState<SaveState>(() => ({
    is: isSame(memory.base ?? {}, registration.answers[step] ?? {}) ? 'resting' : 'changed',
  }));
  const timer = useRef<number | undefined>(undefined);

  const save = (): Promise<Registration | undefined> => {
    window.clearTimeout(timer.current);
    const run = line.then(async () => {
      const answers = toSend(step, memory.values);
      const known = queries.getQueryData(registrationQuery.queryKey);
      // What is there already is not saved again, or each look at a step would be a version.
      if (known?.answers[step] && memory.base && isSame(answers, memory.base)) {
        setState((before) => (before.is === 'failed' ? { is: 'resting' } : before));
        return known;
      }
      setState({ is: 'saving' });
      try {
        const saved = await put(queries, step, answers, memory.base);
        if (saved === 'changed') {
          setState({ is: 'changed' });
          return undefined;
        }
        memory.base = answers;
        queries.setQueryData(registrationQuery.queryKey, saved);
        setState({ is: 'saved', at: new Date() });
        return saved;
      } catch (error) {
        setState({ is: 'failed', error });
        return undefined;
      }
    });
    line = run;
    return run;
  };

  const now = useRef({ save, state });
  now.current = { save, state };
  const set = (name: string, value: unknown): void => {
    memory.values = withValue(memory.values, name, value);
    setValues(memory.values);
    window.clearTimeout(timer.current);
    // Until it is decided whose stands, nothing is sent by itself.
    if (now.current.state.is !== 'changed') timer.current = window.setTimeout(() => void save(), PAUSE_MS);
  };

  useEffect(() => {
    const saveNow = (): void => {
      if (isUnsaved(step, memory) && now.current.state.is !== 'changed') void now.current.save();
    };
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') saveNow();
    };
    // What could not be saved when this step was left is tried again.
    saveNow();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.clearTimeout(timer.current);
      saveNow();
    };
  }, [step, memory]);

  return {
    values,
    set,
    state,
    save,
    takeTheirs: () => {
      memory.values = theirs();
      memory.base = memory.values;
      setValues(memory.values);
      setState({ is: 'resting' });
    },
    keepMine: () => {
      memory.base = theirs();
      setState({ is: 'resting' });
      void save();
    },
  };
}

/**
 * Saves a step on the version that this browser has. Where another window saved other steps meanwhile, or where the answer to an
 * earlier save was lost, nothing of this step is in the way, and it is saved on the newer version.
 */
async function put(
  queries: QueryClient,
  step: Step,
  answers: Values,
  base: Values | undefined,
): Promise<Registration | 'changed'> {
  const known = queries.getQueryData(registrationQuery.queryKey);
  try {
    return await send(step, answers, known?.version ?? 0);
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'changed-meanwhile') throw error;
    const fresh = await readRegistration();
    if (!fresh) throw error;
    queries.setQueryData(registrationQuery.queryKey, fresh);
    const theirs = fresh.answers[step];
    if (isSame(theirs, answers)) return fresh;
    return isSame(theirs ?? {}, base ?? {}) ? send(step, answers, fresh.version) : 'changed';
  }
}

// `keepalive`: what is sent when a tab is closed arrives all the same.
const send = (step: Step, answers: Values, version: number): Promise<Registration> =>
  answer(
    api.PUT('/api/registration', {
      body: { step, answers, version, language: currentLanguage() },
      keepalive: true,
    }),
  );
