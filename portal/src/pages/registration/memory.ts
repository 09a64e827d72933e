import type { Registration, Step, Values } from './data.ts';
import { isSame, toSend } from './values.ts';

/** A step as it was typed, and what the server has of it as far as this page knows. */
export type Memory = { values: Values; base: Values | undefined };

const steps = new Map<Step, Memory>();

/**
 * What was typed in a step since the portal was opened: also what could not be saved, and what an answer has made pointless and
 * may be wanted again. Where nothing is unsaved, what the server has counts.
 */
export function recall(step: Step, { answers }: Registration): Memory {
  const theirs = answers[step];
  const kept = steps.get(step);
  if (kept && (isUnsaved(step, kept) || isSame(kept.base ?? {}, theirs ?? {}))) return kept;
  const memory = { values: theirs ?? {}, base: theirs };
  steps.set(step, memory);
  return memory;
}

export const isUnsaved = (step: Step, { values, base }: Memory): boolean =>
  !isSame(toSend(step, values), base ?? {});

/** Another registration begins, or this one is done. */
export const forgetTyped = (): void => steps.clear();
