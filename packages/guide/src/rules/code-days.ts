import { type Ymd, ymdOf } from '../dates.ts';

const days = new Map<string, Ymd>();

/** A civil date of the code sets as a day; there are few of them, asked for with every dose. */
export function dayOf(civil: string): Ymd {
  const known = days.get(civil);
  if (known !== undefined) return known;
  const day = ymdOf(civil);
  days.set(civil, day);
  return day;
}

/** For open ends of periods. */
export const dayOr = (civil: string | undefined, open: Ymd): Ymd =>
  civil === undefined ? open : dayOf(civil);

export const NO_START: Ymd = 0;
export const NO_END: Ymd = 99_991_231;
