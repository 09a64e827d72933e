import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDuration,
  civilOf,
  dayOf,
  type Duration,
  durationWords,
  lastOfMonth,
  parseDay,
  parseDuration,
} from './dates.ts';

const DAY_MS = 86_400_000;

function duration(text: string): Duration {
  const parsed = parseDuration(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const plus = (civil: string, text: string): string => civilOf(addDuration(dayOf(civil), duration(text)));

/** The rules word by word: move the year, move the month, look for the day, then step day by day. */
function literal(civil: string, years: number, months: number, days: number): string {
  const [startYear = 0, startMonth = 0, day = 0] = civil.split('-').map(Number);
  let year = startYear + years;
  let month = startMonth + months;
  for (; month > 12; month -= 12) year++;
  for (; month < 1; month += 12) year--;
  let date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) date = new Date(Date.UTC(year, month, 1));
  for (let step = 0; step < Math.abs(days); step++)
    date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + Math.sign(days)));
  return date.toISOString().slice(0, 10);
}

const civilDay = fc
  .integer({ min: Date.UTC(1850, 0, 1) / DAY_MS, max: Date.UTC(2150, 0, 1) / DAY_MS })
  .map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10));

/** Days around the end of a month, where the rules differ. */
const lateDay = fc
  .tuple(
    fc.integer({ min: 1890, max: 2110 }),
    fc.integer({ min: 0, max: 11 }),
    fc.integer({ min: -3, max: 1 }),
  )
  .map(([year, month, day]) => new Date(Date.UTC(year, month + 1, day)).toISOString().slice(0, 10));

describe('days', () => {
  test('are those of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 1_100_000 }), (day) => {
        const civil = new Date(day * DAY_MS).toISOString().slice(0, 10);
        if (!/^\d{4}-/.test(civil)) return;
        expect(civilOf(day)).toBe(civil);
        expect(dayOf(civil)).toBe(day);
      }),
    );
  });

  test('of every day of 1899 to 2101, one after the other', () => {
    for (let day = dayOf('1899-01-01'); day < dayOf('2101-01-01'); day++) {
      expect(civilOf(day)).toBe(new Date(day * DAY_MS).toISOString().slice(0, 10));
    }
  });

  test.each([
    '2025-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-1-1',
    '',
    '20250101',
  ])('%s is none', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => dayOf(text)).toThrow(RangeError);
  });

  test('the last of a month', () => {
    expect(civilOf(lastOfMonth(2024, 2))).toBe('2024-02-29');
    expect(civilOf(lastOfMonth(2100, 2))).toBe('2100-02-28');
    expect(civilOf(lastOfMonth(2025, 12))).toBe('2025-12-31');
  });
});

describe('ages and intervals', () => {
  test.each([
    ['2y', 24, 0],
    ['12m-4d', 12, -4],
    ['5m+4w', 5, 28],
    ['8m+1d', 8, 1],
    ['16y-4m', 188, 0],
    ['0d', 0, 0],
  ])('%s', (text, months, days) => {
    expect(parseDuration(text)).toEqual({ months, days, text });
  });

  test.each(['', '2', 'y', '2 y', '-4d', '2y4m', '2q', '2y-', '12345d'])('"%s" is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test("in CDC's words", () => {
    expect(durationWords('12m-4d')).toBe('12 months - 4 days');
    expect(durationWords('1y+1w')).toBe('1 year + 1 week');
  });
});

describe('adding (CALCDT)', () => {
  // The examples of the logic specification, and what follows from them.
  test.each([
    ['2000-08-31', '6m', '2001-03-01'],
    ['2008-02-29', '1y', '2009-03-01'],
    ['2000-01-31', '6m-4d', '2000-07-27'],
    ['2008-02-29', '4y', '2012-02-29'],
    ['2025-01-31', '1m', '2025-03-01'],
    ['2025-01-29', '1m', '2025-03-01'],
    ['2025-03-31', '1m', '2025-05-01'],
    ['2025-01-31', '1m-4d', '2025-02-25'],
    ['2025-12-31', '2m', '2026-03-01'],
    ['2025-05-31', '16y-3m', '2041-03-01'],
    ['2025-01-31', '4w', '2025-02-28'],
    ['2025-01-01', '0d', '2025-01-01'],
  ])('%s + %s = %s', (from, text, to) => {
    expect(plus(from, text)).toBe(to);
  });

  test('years and months are moved together: no stop on 29 February between', () => {
    expect(plus('2024-02-29', '1y+1m')).toBe('2025-03-29');
  });

  test('is the rule word by word', () => {
    const parts = fc.record({
      civil: fc.oneof(civilDay, lateDay),
      years: fc.integer({ min: 0, max: 99 }),
      months: fc.integer({ min: -11, max: 99 }),
      days: fc.integer({ min: -60, max: 120 }),
    });
    fc.assert(
      fc.property(parts, ({ civil, years, months, days }) => {
        const sign = (number: number, unit: string): string =>
          `${number < 0 ? '-' : '+'}${Math.abs(number)}${unit}`;
        expect(plus(civil, `${years}y${sign(months, 'm')}${sign(days, 'd')}`)).toBe(
          literal(civil, years, months, days),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('never goes back when the duration grows by a day or a month', () => {
    fc.assert(
      fc.property(fc.oneof(civilDay, lateDay), fc.nat(300), fc.nat(400), (civil, months, days) => {
        const day = dayOf(civil);
        const sum = addDuration(day, { months, days, text: '' });
        expect(addDuration(day, { months, days: days + 1, text: '' })).toBe(sum + 1);
        expect(addDuration(day, { months: months + 1, days, text: '' })).toBeGreaterThan(sum);
      }),
    );
  });
});
