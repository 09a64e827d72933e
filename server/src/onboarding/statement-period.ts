import { type ApiProblem, problem } from '../platform/api.ts';
import type { Period } from './statement-queries.ts';

/** A year and a day: no program asks for a longer reporting period. */
const MOST_DAYS = 366;
const DAY_MS = 24 * 60 * 60_000;

/** What is wrong with the period of a statement that is made today. Days are civil days, written `2026-11-23`. */
export function periodProblems({ from, to }: Period, today: string): readonly ApiProblem[] {
  if (to > today) return [problem('to', 'day-to-come')];
  if (from > to) return [problem('to', 'period-backwards')];
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days > MOST_DAYS ? [problem('from', 'period-too-long')] : [];
}
