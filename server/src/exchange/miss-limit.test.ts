import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MissLimit } from './miss-limit.ts';

const START = Date.parse('2025-03-20T18:00:00Z');
const MINUTE = 60_000;
const after = (minutes: number): Date => new Date(START + minutes * MINUTE);

/** How many misses in a row are allowed at that moment; each is counted. */
function used(limit: MissLimit, organization: string, now: Date): number {
  let count = 0;
  while (limit.mayMiss(organization, now) && count < 1000) {
    limit.missed(organization, now);
    count++;
  }
  return count;
}

describe('queries that find nobody', () => {
  test('are let through until the hour’s number is used up, and the last one is known as such', () => {
    const limit = new MissLimit(3);
    const told = [1, 2, 3].map(() => {
      expect(limit.mayMiss('a', after(0))).toBe(true);
      return limit.missed('a', after(0));
    });
    expect(told).toEqual([false, false, true]);
    expect(limit.mayMiss('a', after(0))).toBe(false);
  });

  test('are let through again evenly, not all at once when the hour is over', () => {
    const limit = new MissLimit(6);
    expect(used(limit, 'a', after(0))).toBe(6);
    expect(used(limit, 'a', after(9.9))).toBe(0);
    expect(used(limit, 'a', after(10))).toBe(1);
    expect(used(limit, 'a', after(40))).toBe(3);
  });

  test('do not save up beyond an hour', () => {
    const limit = new MissLimit(6);
    used(limit, 'a', after(0));
    expect(used(limit, 'a', after(10_000))).toBe(6);
  });

  test('of one organization are nothing to another', () => {
    const limit = new MissLimit(2);
    used(limit, 'a', after(0));
    expect(limit.mayMiss('b', after(0))).toBe(true);
    expect(used(limit, 'b', after(0))).toBe(2);
  });

  test('are told of once: those that come beside the last are not the last again', () => {
    const limit = new MissLimit(1);
    expect(limit.missed('a', after(0))).toBe(true);
    expect(limit.missed('a', after(0))).toBe(false);
  });

  test('a clock that goes back gives nothing', () => {
    const limit = new MissLimit(6);
    used(limit, 'a', after(0));
    expect(limit.mayMiss('a', after(-120))).toBe(false);
  });

  test('are never more in any time than those of an hour and what that time has brought', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 30 * MINUTE }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), gaps, (perHour, all) => {
        const limit = new MissLimit(perHour);
        let now = START;
        let count = 0;
        for (const gap of all) {
          now += gap;
          if (limit.mayMiss('a', new Date(now))) {
            limit.missed('a', new Date(now));
            count++;
          }
        }
        expect(count).toBeLessThanOrEqual(perHour + ((now - START) * perHour) / (60 * MINUTE) + 1e-6);
        expect(limit.mayMiss('a', new Date(now + 60 * MINUTE))).toBe(true);
      }),
    );
  });
});
