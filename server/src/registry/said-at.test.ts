import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hl7Timestamp } from '../platform/clock.ts';
import { saidAt } from './said-at.ts';

const CALIFORNIA = 'America/Los_Angeles';
const NOW = new Date('2025-03-20T18:00:00Z');
const at = (text: string, now = NOW, zone = CALIFORNIA): string => saidAt(text, now, zone).toISOString();

describe('when the sender said it', () => {
  test.each([
    ['a zone of its own', '20250320100000-0500', '2025-03-20T15:00:00.000Z'],
    ['a zone east of Greenwich, of half an hour', '20250320200000+0530', '2025-03-20T14:30:00.000Z'],
    ['a zone west by half an hour', '20250320100000-0330', '2025-03-20T13:30:00.000Z'],
    ['Greenwich', '20250320100000+0000', '2025-03-20T10:00:00.000Z'],
    ['no zone: that of the jurisdiction', '20250320100000', '2025-03-20T17:00:00.000Z'],
    ['parts of a second', '20250320100000.1234-0700', '2025-03-20T17:00:00.000Z'],
    ['no seconds', '202503201000-0700', '2025-03-20T17:00:00.000Z'],
    ['hours alone', '2025032010', '2025-03-20T17:00:00.000Z'],
    ['a day alone: its beginning', '20250319', '2025-03-19T07:00:00.000Z'],
    ['spaces around', ' 20250320100000-0700 ', '2025-03-20T17:00:00.000Z'],
    ['this very moment', '20250320110000-0700', NOW.toISOString()],
  ])('%s', (_, text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test.each([
    ['nothing', ''],
    ['no time', 'today'],
    ['too little', '202503'],
    ['a month that is none', '20251301'],
    ['a moment later', '20250320110001-0700'],
    ['a year ahead', '20260320100000-0700'],
    ['more than 30 days ago', '20250218095959-0800'],
    ['another century', '10250320100000-0700'],
  ])('%s counts as said when it arrives', (_, text) => {
    expect(at(text)).toBe(NOW.toISOString());
  });

  test('30 days ago to the second is not too long ago', () => {
    expect(at('20250218100000-0800')).toBe('2025-02-18T18:00:00.000Z');
  });
});

describe('without a zone, on the days on which the clock is changed', () => {
  test.each([
    // Summer time begins on 9 March 2025 at 2 o'clock.
    ['20250309015959', '2025-03-09T09:59:59.000Z'],
    ['20250309030000', '2025-03-09T10:00:00.000Z'],
    ['20250309050000', '2025-03-09T12:00:00.000Z'],
    ['20250309110000', '2025-03-09T18:00:00.000Z'],
    ['20250308190000', '2025-03-09T03:00:00.000Z'],
  ])('%s in spring', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test.each([
    // It ends on 2 November 2025 at 2 o'clock.
    ['20251102003000', '2025-11-02T07:30:00.000Z'],
    ['20251102023000', '2025-11-02T10:30:00.000Z'],
    ['20251102080000', '2025-11-02T16:00:00.000Z'],
  ])('%s in autumn', (text, expected) => {
    expect(at(text, new Date('2025-11-03T00:00:00Z'))).toBe(expected);
  });

  test('a time that there is twice is one of the two', () => {
    const twice = at('20251102013000', new Date('2025-11-03T00:00:00Z'));
    expect(['2025-11-02T08:30:00.000Z', '2025-11-02T09:30:00.000Z']).toContain(twice);
  });

  test('a time that there is not is at most an hour off', () => {
    const never = Date.parse(at('20250309023000'));
    expect(Math.abs(never - Date.parse('2025-03-09T10:00:00Z'))).toBeLessThanOrEqual(3_600_000);
  });

  test('what the clock of the zone shows is read back, with its zone and, but for the hour that there is twice, without', () => {
    const zone = fc.constantFrom(CALIFORNIA, 'America/New_York', 'Pacific/Kiritimati', 'UTC');
    // Of all moments of the year, the seconds that the format has.
    const second = fc.integer({ min: Date.UTC(2025, 0, 1) / 1000, max: Date.UTC(2026, 0, 1) / 1000 });
    fc.assert(
      fc.property(zone, second, (timeZone, seconds) => {
        const moment = new Date(seconds * 1000);
        const text = hl7Timestamp(moment, timeZone);
        const later = new Date(moment.getTime() + 7_200_000);
        expect(saidAt(text, later, timeZone)).toEqual(moment);
        const plain = saidAt(text.slice(0, 14), later, timeZone);
        const isTwice = [-3_600_000, 3_600_000].some(
          (off) =>
            hl7Timestamp(new Date(moment.getTime() + off), timeZone).slice(0, 14) === text.slice(0, 14),
        );
        if (!isTwice) expect(plain).toEqual(moment);
      }),
      { numRuns: 2000, examples: [[CALIFORNIA, Date.parse('2025-03-09T12:00:00Z') / 1000]] },
    );
  });
});
