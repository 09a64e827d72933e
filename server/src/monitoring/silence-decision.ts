import { daysBetween, eachDay, lastDays, plusDays } from './days.ts';
import { isBusinessDay, isHoliday, weekdayOf } from './silence-holidays.ts';

/** Over how many days a habit is seen, and what makes it one. */
export const HABIT_DAYS = 28;
const LEAST_DAYS = 8;
const LEAST_SHARE = 0.6;

/**
 * Whether a site that sends on most of its days has stopped. Its days are the weekdays on which it sent at least every other
 * week in the four weeks up to the last day on which anything came; a site that sent on fewer than 8 days, or on less than 60 %
 * of these, has no habit that could be missed.
 *
 * It has stopped where twice the usual distance has passed in days of its own, all of them whole and none a holiday, and with
 * them at least one business day: a practice closed for a day is nobody's emergency.
 * @param sent civil days on which submissions came, in any order
 * @param today the civil day, which is not over
 */
export function hasStopped(sent: Iterable<string>, today: string): boolean {
  const days = [...new Set(sent)].filter((day) => day <= today).toSorted();
  const last = days.at(-1);
  if (last === undefined) return false;
  const window = lastDays(last, HABIT_DAYS);
  const recent = days.filter((day) => day >= window.from);
  const isOwnDay = ownDays(eachDay(window), new Set(recent));
  if (!hasHabit(eachDay(window).filter(isOwnDay), recent)) return false;
  const missed =
    daysBetween(last, today) < 2 ? [] : eachDay({ from: plusDays(last, 1), to: plusDays(today, -1) });
  return missed.some(isBusinessDay) && missed.filter(isOwnDay).length >= 2 * usualGap(recent, isOwnDay);
}

function hasHabit(expected: readonly string[], recent: readonly string[]): boolean {
  const known = new Set(recent);
  const kept = expected.filter((day) => known.has(day)).length;
  return recent.length >= LEAST_DAYS && kept >= LEAST_SHARE * expected.length;
}

/** Whether a site sends on such a day. */
function ownDays(window: readonly string[], sent: ReadonlySet<string>): (day: string) => boolean {
  const open = window.filter((day) => !isHoliday(day));
  const own = new Set(
    [0, 1, 2, 3, 4, 5, 6].filter((weekday) => {
      const of = open.filter((day) => weekdayOf(day) === weekday);
      return of.length > 0 && of.filter((day) => sent.has(day)).length * 2 >= of.length;
    }),
  );
  return (day) => own.has(weekdayOf(day)) && !isHoliday(day);
}

/** The median distance from one day with messages to the next, in days of its own; at least 1. */
function usualGap(recent: readonly string[], isOwnDay: (day: string) => boolean): number {
  const gaps = recent.slice(1).map((day, index) => {
    const before = recent[index] ?? day;
    return Math.max(1, eachDay({ from: plusDays(before, 1), to: day }).filter(isOwnDay).length);
  });
  const sorted = gaps.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
