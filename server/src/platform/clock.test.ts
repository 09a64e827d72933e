import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixedClock, hl7Timestamp, localDate } from './clock.ts';

const LOS_ANGELES = 'America/Los_Angeles';
const stamp = (utc: string, timeZone = LOS_ANGELES): string => hl7Timestamp(new Date(utc), timeZone);

describe('the HL7 timestamp in California', () => {
  test.each([
    ['in winter', '2025-01-15T20:00:00Z', '20250115120000-0800'],
    ['in summer', '2025-07-15T19:00:00Z', '20250715120000-0700'],
    ['the last second before the clocks go forward', '2025-03-09T09:59:59Z', '20250309015959-0800'],
    ['the first second after', '2025-03-09T10:00:00Z', '20250309030000-0700'],
    ['half past one for the first time as they go back', '2025-11-02T08:30:00Z', '20251102013000-0700'],
    ['half past one for the second time', '2025-11-02T09:30:00Z', '20251102013000-0800'],
    ['midnight is hour 00', '2025-01-15T08:00:00Z', '20250115000000-0800'],
    ['the year changes later than in UTC', '2025-01-01T07:59:59.999Z', '20241231235959-0800'],
    ['a leap day', '2024-03-01T07:00:00Z', '20240229230000-0800'],
  ])('%s', (_, utc, expected) => {
    expect(stamp(utc)).toBe(expected);
  });
});

test.each([
  ['UTC', '20250115200000+0000'],
  ['Asia/Kathmandu', '20250116014500+0545'],
  ['America/St_Johns', '20250115163000-0330'],
  ['Pacific/Kiritimati', '20250116100000+1400'],
])('in %s', (timeZone, expected) => {
  expect(stamp('2025-01-15T20:00:00Z', timeZone)).toBe(expected);
});

const moments = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const zones = fc.constantFrom(
  LOS_ANGELES,
  'America/New_York',
  'Pacific/Honolulu',
  'UTC',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
);

test('a timestamp names the moment to the second, wherever it is read', () => {
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const iso = hl7Timestamp(moment, zone).replace(
        /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$/,
        '$1-$2-$3T$4:$5:$6$7:$8',
      );
      expect(new Date(iso).getTime()).toBe(Math.floor(moment.getTime() / 1000) * 1000);
    }),
  );
});

test('the local date is that of the timestamp', () => {
  expect(localDate(new Date('2025-01-01T07:59:59Z'), LOS_ANGELES)).toBe('2024-12-31');
  expect(localDate(new Date('2025-01-01T08:00:00Z'), LOS_ANGELES)).toBe('2025-01-01');
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      expect(localDate(moment, zone).replaceAll('-', '')).toBe(hl7Timestamp(moment, zone).slice(0, 8));
    }),
  );
});

test('a fixed clock stands still, whatever is done with what it gave', () => {
  const clock = fixedClock(new Date('2016-10-03T15:00:00Z'));
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2016-10-03T15:00:00.000Z');
});
