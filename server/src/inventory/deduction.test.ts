import { describe, expect, it } from 'vitest';
import { mayBeginOn } from './deduction.ts';

describe('deduction by messages begins', () => {
  const [today, demo] = ['2025-03-20', false];

  it.each([
    ['2025-02-16', false],
    ['2025-02-17', true],
    ['2025-03-20', true],
    ['2026-03-21', true],
    ['2026-03-22', false],
  ])('on %s: %s', (day, may) => {
    expect(mayBeginOn(day, { today, demo })).toBe(may);
  });

  it('in demo mode also on the day of the sample message', () => {
    expect(mayBeginOn('2025-03-20', { today: '2026-11-23', demo })).toBe(false);
    expect(mayBeginOn('2025-03-20', { today: '2026-11-23', demo: true })).toBe(true);
    expect(mayBeginOn('0025-03-20', { today: '2026-11-23', demo: true })).toBe(false);
  });
});
