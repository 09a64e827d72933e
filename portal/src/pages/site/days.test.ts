import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysUntil } from './days.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('days', () => {
  test.each([
    ['2026-11-23T12:00:00Z', 0],
    ['2026-11-23T12:00:01Z', 1],
    ['2026-11-24T12:00:00Z', 1],
    ['2026-11-24T12:00:01Z', 2],
    ['2026-11-22T11:00:00Z', -1],
  ])('until %s are %i', (moment, days) => expect(daysUntil(moment, NOW) + 0).toBe(days));

  test('are over exactly when the moment is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e10, max: 1e10 }), (ms) => {
        expect(daysUntil(new Date(NOW + ms).toISOString(), NOW) <= 0).toBe(ms <= 0);
      }),
    );
  });
});
