import { describe, expect, test } from 'vitest';
import { totalsOf, weekDue } from './weekly.ts';

const ZONE = 'America/Los_Angeles';
const WEEK = { from: '2026-03-02', to: '2026-03-08' };

describe('the week is reported', () => {
  test.each([
    ['on Monday at seven, where summer time has just begun', '2026-03-09T07:00:00-07:00', WEEK],
    ['until Monday ends', '2026-03-09T23:59:59-07:00', WEEK],
    ['over the end of a year', '2026-01-05T12:00:00-08:00', { from: '2025-12-29', to: '2026-01-04' }],
  ])('%s', (_name, now, week) => {
    expect(weekDue(new Date(now), ZONE)).toEqual(week);
  });

  test.each([
    ['before seven', '2026-03-09T06:59:59-07:00'],
    ['while it is Monday elsewhere only', '2026-03-08T23:30:00-07:00'],
    ['on another day', '2026-03-10T09:00:00-07:00'],
  ])('not %s', (_name, now) => {
    expect(weekDue(new Date(now), ZONE)).toBeUndefined();
  });
});

test('outcomes are summed over days and kinds; a fault is a refusal', () => {
  expect(
    totalsOf([
      { outcome: 'accepted', messages: 3 },
      { outcome: 'accepted', messages: 4 },
      { outcome: 'partly-accepted', messages: 2 },
      { outcome: 'refused', messages: 1 },
      { outcome: 'fault', messages: 5 },
      { outcome: 'answered', messages: 6 },
      { outcome: 'forwarded', messages: 4 },
    ]),
  ).toEqual({ accepted: 7, partlyAccepted: 2, refused: 6, answered: 6, forwarded: 4 });
});
