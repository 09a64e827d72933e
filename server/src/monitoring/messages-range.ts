import { ApiError, problem } from '../platform/api.ts';
import { plusDays } from './days.ts';

/** Civil days, both of them in it. */
export type Range = { readonly from: string; readonly to: string };

/** As long as a quarter; and all sites at once only for a week, which is read in one go. */
const LONGEST_DAYS = 92;
const LONGEST_DAYS_OF_ALL = 7;
/** Long before any message; PostgreSQL has no year 0. */
const FIRST_DAY = '1900-01-01';

/**
 * The days to look through; the last seven where none are said.
 * @param isOfAll of all sites at once
 * @throws ApiError where the days are the wrong way round or too many
 */
export function rangeOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
  isOfAll: boolean,
): Range {
  const to = asked.to ?? (asked.from !== undefined && asked.from > today ? asked.from : today);
  const from = asked.from ?? plusDays(to, 1 - LONGEST_DAYS_OF_ALL);
  if (from > to) throw new ApiError(400, 'request-invalid', [problem('to', 'period-backwards')]);
  if (from < FIRST_DAY || from < plusDays(to, 1 - LONGEST_DAYS)) {
    throw new ApiError(400, 'request-invalid', [problem('from', 'messages-range')]);
  }
  if (isOfAll && from < plusDays(to, 1 - LONGEST_DAYS_OF_ALL)) {
    throw new ApiError(400, 'request-invalid', [problem('from', 'messages-range-all')]);
  }
  return { from, to };
}

/**
 * The first id (UUIDv7) and the partitions of messages of those days: ids go by time, which lets an index be read from its end
 * and stopped. A day more at both ends leaves room for every time zone.
 */
export function boundsOf({ from, to }: Range): {
  readonly firstId: string;
  readonly lastId: string;
  readonly months: readonly string[];
} {
  const [first, last] = [plusDays(from, -1), plusDays(to, 2)];
  const months: string[] = [];
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = nextMonth(month)) months.push(month);
  return { firstId: idAt(first), lastId: idAt(last), months };
}

const nextMonth = (month: string): string => `${plusDays(month, 31).slice(0, 7)}-01`;

function idAt(day: string): string {
  const time = Math.max(0, Date.parse(`${day}T00:00:00Z`))
    .toString(16)
    .padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

/** The partition of a message whose id is known: that of its month, and those beside where it came at midnight. */
export function monthsOfId(id: string): readonly string[] {
  const day = new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
  // An id that no clock made names no month; nothing is found there.
  if (!(day.getTime() < Date.UTC(9999, 0))) return [];
  const month = `${day.toISOString().slice(0, 7)}-01`;
  return [plusDays(month, -1), month, nextMonth(month)].map((each) => `${each.slice(0, 7)}-01`);
}
