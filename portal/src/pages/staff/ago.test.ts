import { describe, expect, it } from 'vitest';
import { daysUntil, unitOf } from './ago.ts';

const ZONE = 'America/Los_Angeles';

describe('how long ago', () => {
  it('counts the days of the registry, not of Greenwich', () => {
    expect(daysUntil('2026-11-22', '2026-11-23T07:59:00Z', ZONE)).toBe(0);
    expect(daysUntil('2026-11-23', '2026-11-23T07:59:00Z', ZONE)).toBe(1);
    expect(daysUntil('2026-11-22', '2026-11-23T08:00:00Z', 'UTC')).toBe(-1);
  });
  it('counts whole days where a day of the calendar is longer or shorter', () => {
    expect(daysUntil('2026-03-09', '2026-03-07T20:00:00Z', ZONE)).toBe(2);
    expect(daysUntil('2026-11-02', '2026-10-31T20:00:00Z', ZONE)).toBe(2);
  });
  it('says days, then weeks, then months', () => {
    expect(unitOf(20)).toEqual({ count: 20, unit: 'day' });
    expect(unitOf(21)).toEqual({ count: 3, unit: 'week' });
    expect(unitOf(89)).toEqual({ count: 12, unit: 'week' });
    expect(unitOf(92)).toEqual({ count: 3, unit: 'month' });
  });
});
