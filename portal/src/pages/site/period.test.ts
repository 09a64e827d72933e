import { describe, expect, test } from 'vitest';
import { proposedPeriod } from './period.ts';

const TODAY = '2026-11-23';
const use = (from: string, to: string) => ({ stage: '2' as const, from, to });

describe('the period that is proposed for a statement', () => {
  test.each([
    ['is the reporting period', use('2026-07-01', '2026-09-28'), { from: '2026-07-01', to: '2026-09-28' }],
    ['ends today at the latest', use('2026-10-01', '2026-12-29'), { from: '2026-10-01', to: '2026-11-23' }],
    ['is not still to come', use('2027-01-01', '2027-03-31'), { from: '2026-08-26', to: '2026-11-23' }],
    [
      'is 90 days where none is reported',
      { stage: 'none' as const },
      { from: '2026-08-26', to: '2026-11-23' },
    ],
    ['is 90 days where nothing is known', undefined, { from: '2026-08-26', to: '2026-11-23' }],
  ])('%s', (_, reported, proposed) => expect(proposedPeriod(reported, TODAY)).toEqual(proposed));
});
