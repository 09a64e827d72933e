import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { TaskFilter } from './search.ts';

export type Task = components['schemas']['ReviewTaskWhole'];
export type TaskRow = components['schemas']['ReviewTask'];
export type Person = components['schemas']['ReviewedPerson'];
export type Decided = components['schemas']['ReviewDecided'];

export const tasksQuery = (state: TaskFilter, after: string | undefined) =>
  queryOptions({
    queryKey: ['review', 'list', state, after],
    queryFn: () =>
      answer(
        api.GET('/api/review/tasks', {
          params: { query: { state, limit: TASKS_SHOWN, ...(after === undefined ? {} : { after }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', 'task', id],
    queryFn: () => answer(api.GET('/api/review/tasks/{id}', { params: { path: { id } } })),
  });

const TASKS_SHOWN = 25;

/** How sure the score is, as a word: bits of evidence are no measure that people have. */
export const likelihood = (
  score: number | undefined,
): 'very' | 'likely' | 'even' | 'unlikely' | 'unknown' => {
  if (score === undefined) return 'unknown';
  if (score >= 8) return 'very';
  if (score >= 2) return 'likely';
  return score > -2 ? 'even' : 'unlikely';
};

/** `20190315` as a day of the calendar; what is not written so stays as it was reported. */
export const reportedDay = (text: string): string | undefined =>
  /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : undefined;

/** `916 5550100` as it is written in the United States; what is not reported so stays. */
export const phoneText = (text: string): string => text.replace(/^(\d{3}) ?(\d{3})(\d{4})$/, '($1) $2-$3');

/** The first name that is reported, as it is read out. */
export const nameOf = ({ names }: Person): string => {
  const [name] = names;
  return name
    ? [name.first, name.middle, name.last, name.suffix].filter((part) => part !== '').join(' ')
    : '';
};

/** No field: what is taken off where a whole household agrees. */
export const HOUSEHOLD = 'household';

export type Agreement = 'differs' | 'alike' | 'same' | 'unsaid';

/** What a comparison says of a field, in one of three words; what nobody filled in says nothing. */
export function agreementOf({
  level,
  points,
}: {
  readonly level: string;
  readonly points: number;
}): Agreement {
  if (level === '-') return 'unsaid';
  if (points < 0 || level === 'd') return 'differs';
  return level === 'e' ? 'same' : 'alike';
}
