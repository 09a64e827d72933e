import type { Day } from './model.ts';

/**
 * Date arithmetic of the logic specification 4.6, chapter 3 (CALCDT-1 to CALCDT-6), over whole days since 1970-01-01.
 * Nothing here makes a Date.
 */

/** A parsed age or interval: years are twelve months, since both are moved together; weeks are seven days. */
export type Duration = {
  readonly months: number;
  readonly days: number;
  /** As the schedule has it: `12m-4d`. */
  readonly text: string;
};

/** `2y`, `12m-4d`, `5m+4w`; undefined for what is none. */
export function parseDuration(text: string): Duration | undefined {
  let months = 0;
  let days = 0;
  if (!DURATION.test(text)) return undefined;
  for (const [, sign = '', number = '', unit = ''] of text.matchAll(PART)) {
    const amount = Number(`${sign}${number}`);
    if (unit === 'y') months += amount * 12;
    else if (unit === 'm') months += amount;
    else days += unit === 'w' ? amount * 7 : amount;
  }
  return { months, days, text };
}

const DURATION = /^\d{1,4}[ymwd](?:[+-]\d{1,4}[ymwd])*$/;
const PART = /([+-]?)(\d+)([ymwd])/g;

const WORDS: Readonly<Record<string, string>> = { y: 'year', m: 'month', w: 'week', d: 'day' };

/** In CDC's words: `12 months - 4 days`. */
export function durationWords(text: string): string {
  return text.replace(PART, (_, sign: string, number: string, unit: string) => {
    const word = `${number} ${WORDS[unit] ?? unit}${number === '1' ? '' : 's'}`;
    return sign === '' ? word : ` ${sign} ${word}`;
  });
}

/**
 * Years and months first, together; a day that the month reached does not have becomes the first of the month after;
 * then weeks and days.
 */
export function addDuration(day: Day, duration: Duration): Day {
  if (duration.months === 0) return day + duration.days;
  const { year, month, dayOfMonth } = fieldsOf(day);
  const count = year * 12 + (month - 1) + duration.months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  const first = firstOfMonth(newYear, newMonth);
  const length = lengthOfMonth(newYear, newMonth);
  return first + (dayOfMonth > length ? length : dayOfMonth - 1) + duration.days;
}

/** @throws RangeError for what is no day written as YYYY-MM-DD */
export function dayOf(civil: string): Day {
  const day = parseDay(civil);
  if (day === undefined) throw new RangeError(`Not a day: ${civil}`);
  return day;
}

/** undefined for what is no day written as YYYY-MM-DD */
export function parseDay(civil: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(civil);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) return undefined;
  return firstOfMonth(year, month) + dayOfMonth - 1;
}

/** YYYY-MM-DD */
export function civilOf(day: Day): string {
  const { year, month, dayOfMonth } = fieldsOf(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** The last day of a month: what an expiration date without a day means. */
export function lastOfMonth(year: number, month: number): Day {
  return firstOfMonth(year, month) + lengthOfMonth(year, month) - 1;
}

// Years are counted from March, so that the leap day is the last of its year, and in eras of 400 years, which are all
// equally long (Hinnant, chrono-compatible low-level date algorithms).
const ERA_DAYS = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468;

function firstOfMonth(year: number, month: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * ERA_DAYS + dayOfEra - EPOCH;
}

type Fields = { readonly year: number; readonly month: number; readonly dayOfMonth: number };

/** All ages of a patient are counted from one day, so most questions are about the day of the last one. */
let last: { readonly day: Day; readonly fields: Fields } | undefined;

function fieldsOf(day: Day): Fields {
  if (last?.day !== day) last = { day, fields: computedFields(day) };
  return last.fields;
}

function computedFields(day: Day): Fields {
  const shifted = day + EPOCH;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
