import type { Days } from './counts.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The day so many days later. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** As many days up to that one. */
export const lastDays = (to: string, count: number): Days => ({ from: plusDays(to, 1 - count), to });

/** As many days before these. */
export function before({ from, to }: Days): Days {
  return lastDays(plusDays(from, -1), daysBetween(from, to) + 1);
}

/** Each of the days. */
export const eachDay = ({ from, to }: Days): readonly string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => plusDays(from, index));
