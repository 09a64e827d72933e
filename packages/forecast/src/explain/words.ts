import { durationWords } from '../dates.ts';
import type { Schedule } from '../schedule/compiled.ts';
import type { GivenDose, Reference } from './model.ts';

/** Names for codes. */
export type Words = {
  /** `CVX 03 (Measles, Mumps, Rubella)` */
  readonly vaccine: (cvx: string) => string;
  /** `Pregnant (007)` */
  readonly observation: (code: string) => string;
};

/** @param nameOf a vaccine's own name; the schedule knows the antigens of a vaccine only */
export function wordsOf(schedule: Schedule, nameOf?: (cvx: string) => string | undefined): Words {
  return {
    vaccine: (cvx) => {
      const antigens = (schedule.vaccines.get(cvx) ?? []).map(({ antigen }) => antigen);
      const name = nameOf?.(cvx) ?? [...new Set(antigens)].join(', ');
      return name === '' ? `CVX ${cvx}` : `CVX ${cvx} (${name})`;
    },
    observation: (code) => {
      const title = schedule.observations.get(code);
      return title === undefined ? `observation ${code}` : `${title} (${code})`;
    },
  };
}

export const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

export const duration = (rule: string): string => (rule === '0d' ? 'birth' : durationWords(rule));

/** `4 weeks after the previous dose (2024-03-04)` */
export function after(rule: string, from: Reference, words: Words): string {
  const length = rule === '0d' ? 'on the day of' : `${durationWords(rule)} after`;
  return `${length} ${referenceText(from, words)}`;
}

function referenceText({ kind, date, targetDose, observation }: Reference, words: Words): string {
  switch (kind) {
    case 'previous dose':
      return `the previous dose (${date})`;
    case 'target dose':
      return `dose ${targetDose} of the series (${date})`;
    case 'most recent vaccine':
      return `the most recent dose of such a vaccine (${date})`;
    case 'observation':
      return `${words.observation(observation ?? '')} (${date})`;
  }
}

export const doseText = ({ date, cvx }: GivenDose, { vaccine }: Words): string =>
  `${vaccine(cvx)} given ${date}`;

/** `one, two and 5 more` */
export function listed(items: readonly string[], most = 4): string {
  if (items.length <= most + 1) return items.join(', ');
  return `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}
