/** A civil day as one whole number, 20240131: days compare as numbers do. */
export type Ymd = number;

const TIMESTAMP =
  /^(\d{4})(?:(\d{2})(?:(\d{2})(?:([01]\d|2[0-3])(?:([0-5]\d)(?:([0-5]\d|60)(?:\.\d{1,4})?)?)?)?)?)?([+-]\d{4})?$/;

/** What a text of type TS, DT or DTM says (HL7 v2.5.1 §2.A.22); undefined where it is none, or names no existing day. */
export type Timestamp = {
  readonly precision: 'year' | 'month' | 'day' | 'time';
  /** Of a less precise text the first day. */
  readonly ymd: Ymd;
  readonly hasZone: boolean;
};

export function readTimestamp(text: string): Timestamp | undefined {
  // Nearly all are a day and nothing more; to read those without the pattern takes a third of the time.
  if (text.length === 8) return readPlainDay(text);
  const match = TIMESTAMP.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, , , zone] = match;
  const y = Number(year);
  const m = month === undefined ? 1 : Number(month);
  const d = day === undefined ? 1 : Number(day);
  if (y < 1 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return undefined;
  if (zone !== undefined && hour === undefined) return undefined;
  return {
    precision:
      month === undefined ? 'year' : day === undefined ? 'month' : hour === undefined ? 'day' : 'time',
    ymd: y * 10_000 + m * 100 + d,
    hasZone: zone !== undefined,
  };
}

function readPlainDay(text: string): Timestamp | undefined {
  let ymd = 0;
  for (let index = 0; index < 8; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    ymd = ymd * 10 + digit;
  }
  const month = Math.floor(ymd / 100) % 100;
  const year = Math.floor(ymd / 10_000);
  const day = ymd % 100;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return { precision: 'day', ymd, hasZone: false };
}

/** The civil day of a timestamp that names one; undefined for anything else. */
export function readDay(text: string): Ymd | undefined {
  const timestamp = readTimestamp(text);
  return timestamp && (timestamp.precision === 'day' || timestamp.precision === 'time')
    ? timestamp.ymd
    : undefined;
}

/** An expiry date, in which a month alone means its last day. */
export function readExpiry(text: string): Ymd | undefined {
  const timestamp = readTimestamp(text);
  if (!timestamp || timestamp.precision === 'year') return undefined;
  if (timestamp.precision !== 'month') return timestamp.ymd;
  const month = Math.floor(timestamp.ymd / 100);
  return month * 100 + daysIn(Math.floor(month / 100), month % 100);
}

/** Of `YYYY-MM-DD`, as code sets and clocks give days. */
export const ymdOf = (civil: string): Ymd => Number(civil.replaceAll('-', ''));

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whole months from one day to a later one; negative when it is earlier. */
export function monthsBetween(from: Ymd, to: Ymd): number {
  const months =
    (Math.floor(to / 10_000) - Math.floor(from / 10_000)) * 12 +
    (Math.floor(to / 100) % 100) -
    (Math.floor(from / 100) % 100);
  return to % 100 < from % 100 ? months - 1 : months;
}

/** Days from one day to another. */
export const daysBetween = (from: Ymd, to: Ymd): number => dayNumber(to) - dayNumber(from);

function dayNumber(ymd: Ymd): number {
  return Date.UTC(Math.floor(ymd / 10_000), (Math.floor(ymd / 100) % 100) - 1, ymd % 100) / 86_400_000;
}
