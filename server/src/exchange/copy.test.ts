import { california } from '@cairn/california';
import { describe, expect, test } from 'vitest';
import { copyTo } from './copy.ts';

describe('what is recorded is copied to the registry of the region', () => {
  test('from the day of the cut-over to the day before the region moves', () => {
    const copied = (today: string): string | undefined => copyTo('bay-area', today, california);
    expect(['2016-10-02', '2016-10-03', '2017-01-16', '2017-01-17', '2025-01-01'].map(copied)).toEqual([
      undefined,
      'bay-area',
      'bay-area',
      undefined,
      undefined,
    ]);
  });

  test('each region by its own day, and none that moves on the day of the cut-over', () => {
    expect(copyTo('la-orange', '2017-01-17', california)).toBe('la-orange');
    expect(copyTo('northern', '2016-10-03', california)).toBeUndefined();
    expect(copyTo(undefined, '2016-10-03', california)).toBeUndefined();
    expect(copyTo('elsewhere', '2016-10-03', california)).toBeUndefined();
  });
});
