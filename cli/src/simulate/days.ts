const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a civil day. */
export const dayOf = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);

/** Of YYYYMMDD as a number. */
export const dayOfYmd = (ymd: number): number =>
  dayOf(Math.floor(ymd / 10_000), Math.floor(ymd / 100) % 100, ymd % 100);

const FIRST = dayOf(1900, 1, 1);
const texts: string[] = [];

/** YYYYMMDD; every day is written once and kept, for a feed has few days and many dates. */
export function ymdText(day: number): string {
  const known = texts[day - FIRST];
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
  if (day >= FIRST) texts[day - FIRST] = text;
  return text;
}

export const yearOf = (day: number): number => Number(ymdText(day).slice(0, 4));

/** Day and month changed for one another, as who reads dates the other way round does; the same day where there is none. */
export function dayMonthSwapped(day: number): number {
  const text = ymdText(day);
  const swapped = dayOf(Number(text.slice(0, 4)), Number(text.slice(6, 8)), Number(text.slice(4, 6)));
  return Number(text.slice(6, 8)) <= 12 ? swapped : day;
}
