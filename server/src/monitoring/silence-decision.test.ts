import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachDay, plusDays } from './days.ts';
import { hasStopped } from './silence-decision.ts';
import { isBusinessDay, isHoliday, weekdayOf } from './silence-holidays.ts';

const weekdays = (from: string, to: string): readonly string[] =>
  eachDay({ from, to }).filter((day) => [1, 2, 3, 4, 5].includes(weekdayOf(day)));
const businessDays = (from: string, to: string): readonly string[] =>
  eachDay({ from, to }).filter(isBusinessDay);

/** The first day on which it is noticed that nothing came after those. */
const noticed = (sent: readonly string[]): string | undefined => {
  const last = [...sent].sort().at(-1) ?? '';
  return eachDay({ from: last, to: plusDays(last, 60) }).find((day) => hasStopped(sent, day));
};

describe('a clinic that sends on weekdays', () => {
  test('is missed when two of its days have passed', () => {
    // Until Tuesday; Wednesday and Thursday pass.
    expect(noticed(weekdays('2026-02-02', '2026-03-10'))).toBe('2026-03-13');
    // Until Friday: Monday and Tuesday pass.
    expect(noticed(weekdays('2026-02-02', '2026-03-13'))).toBe('2026-03-18');
  });

  test('is not missed over Thanksgiving, nor on the first day after it', () => {
    // Thanksgiving is the 26th; Monday the 30th is the first day on which something is missing, Tuesday the second.
    expect(noticed(businessDays('2026-10-19', '2026-11-25'))).toBe('2026-12-02');
    expect(noticed(businessDays('2026-10-19', '2026-11-24'))).toBe('2026-12-01');
  });

  test('keeps its habit through a month of holidays', () => {
    expect(noticed(businessDays('2026-11-23', '2027-01-08'))).toBe('2027-01-13');
  });
});

test('who sends on two days a week is missed when both of them have passed', () => {
  const tuesdaysAndThursdays = eachDay({ from: '2026-02-01', to: '2026-03-12' }).filter((day) =>
    [2, 4].includes(weekdayOf(day)),
  );
  expect(noticed(tuesdaysAndThursdays)).toBe('2026-03-20');
});

test('who sends now and then is never missed', () => {
  expect(hasStopped([], '2026-03-10')).toBe(false);
  expect(noticed(weekdays('2026-03-02', '2026-03-10'))).toBeUndefined();
  expect(
    noticed(eachDay({ from: '2026-01-01', to: '2026-03-10' }).filter((_, index) => index % 5 === 0)),
  ).toBeUndefined();
});

test('who sends every day is not missed over a weekend alone', () => {
  const every = eachDay({ from: '2026-02-01', to: '2026-03-13' });
  expect(noticed(every)).toBe('2026-03-17');
});

test.each([
  ['2026-01-01', true],
  ['2026-01-19', true],
  ['2026-05-25', true],
  ['2026-05-18', false],
  // The Fourth is a Saturday: Friday is kept.
  ['2026-07-03', true],
  ['2026-07-06', false],
  ['2027-07-05', true],
  ['2026-11-26', true],
  ['2026-11-27', true],
  ['2026-11-19', false],
  ['2026-12-25', true],
  ['2021-12-31', true],
  ['2026-03-10', false],
])('%s is a holiday: %s', (day, is) => {
  expect(isHoliday(day)).toBe(is);
});

describe('whatever a site sent', () => {
  const START = '2026-01-05';
  const sent = fc
    .array(fc.nat({ max: 80 }), { minLength: 1, maxLength: 60 })
    .map((offsets) => offsets.map((offset) => plusDays(START, offset)));
  const today = fc.nat({ max: 120 }).map((offset) => plusDays(START, offset));

  test('order and repetition do not matter', () => {
    fc.assert(
      fc.property(sent, today, (days, day) => {
        expect(hasStopped([...days, ...days].reverse(), day)).toBe(hasStopped(days, day));
      }),
    );
  });

  test('it is not missed on a day with a message, nor on the next two', () => {
    fc.assert(
      fc.property(sent, fc.nat({ max: 2 }), today, (days, later, day) => {
        expect(hasStopped([...days, day], plusDays(day, later))).toBe(false);
      }),
    );
  });

  test('it is missed only after a business day, and stays missed until something comes', () => {
    fc.assert(
      fc.property(sent, (days) => {
        const since = noticed(days);
        if (since === undefined) return;
        const last = days.toSorted().at(-1) ?? '';
        expect(eachDay({ from: plusDays(last, 1), to: plusDays(since, -1) }).some(isBusinessDay)).toBe(true);
        for (let later = 1; later < 20; later++) expect(hasStopped(days, plusDays(since, later))).toBe(true);
      }),
    );
  });

  test('the year it happens in does not matter where there are no holidays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (weeks) => {
        // A clinic of every weekday is missed two business days after its last.
        const last = plusDays('2026-03-02', weeks * 7);
        const day = noticed(businessDays(plusDays(last, -40), last));
        const passed = eachDay({ from: plusDays(last, 1), to: plusDays(day ?? last, -1) }).filter(
          isBusinessDay,
        );
        expect(passed).toHaveLength(2);
      }),
    );
  });
});
