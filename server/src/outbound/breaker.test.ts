import { describe, expect, test } from 'vitest';
import { afterFailure, type Breaker, passage, SOUND } from './breaker.ts';
import { TIMES } from './times.ts';

const NOW = new Date('2017-01-10T12:00:00Z');
const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const fail = (breaker: Breaker, now: Date, random = 0): Breaker => afterFailure(breaker, now, TIMES, random);

/** Five in a row, at once. */
const closed = [1, 2, 3, 4, 5].reduce((breaker) => fail(breaker, NOW), SOUND);

describe('the breaker', () => {
  test('lets messages through until five in a row have failed', () => {
    const four = [1, 2, 3, 4].reduce((breaker) => fail(breaker, NOW), SOUND);
    expect(passage(four, NOW)).toBe('open');
    expect(closed).toEqual({ failures: 5, closedUntil: at(15) });
    expect([passage(closed, NOW), passage(closed, at(15))]).toEqual(['closed', 'probing']);
  });

  test('is not kept closed by what was under way when it closed', () => {
    expect(fail(closed, at(1))).toBe(closed);
  });

  test('stays closed for twice as long each time, five minutes at most, less by chance', () => {
    let breaker = closed;
    const lengths: number[] = [];
    for (let n = 0; n < 6; n++) {
      const now = breaker.closedUntil ?? NOW;
      breaker = fail(breaker, now);
      lengths.push(((breaker.closedUntil?.getTime() ?? 0) - now.getTime()) / 1000);
    }
    expect(lengths).toEqual([30, 60, 120, 240, 300, 300]);
    expect(fail(closed, at(15), 1).closedUntil).toEqual(at(30));
  });
});
