import { expect, test } from 'vitest';
import { bundledSchedule } from '../bundle.ts';
import type { ScheduleData } from '../data.ts';
import { compareSchedules, versionInName } from './index.ts';

test('the version is in the name of the release', () => {
  expect(versionInName('/tmp/4.1-508/supporting-data-4.64-508.zip')).toBe('4.64-508');
  expect(versionInName('AntigenSupportingData-508')).toBeUndefined();
});

test('a schedule has nothing new against itself', () => {
  for (const { added, changed, removed } of compareSchedules(bundledSchedule(), bundledSchedule()))
    expect([added, changed, removed]).toEqual([[], [], []]);
});

test('what is new', () => {
  const before = bundledSchedule();
  const vaccines = Object.fromEntries(Object.entries(before.vaccines).filter(([cvx]) => cvx !== '03'));
  const now: ScheduleData = {
    ...before,
    vaccines: {
      ...vaccines,
      '21': [{ antigen: 'Varicella', from: '1y' }],
      '999': [{ antigen: 'Varicella' }],
    },
    observations: before.observations.filter(({ code }) => code !== '007'),
  };
  const changes = compareSchedules(before, now);
  expect(changes.find(({ what }) => what === 'vaccines')).toEqual({
    what: 'vaccines',
    before: 218,
    now: 218,
    added: ['CVX 999'],
    changed: ['CVX 21'],
    removed: ['CVX 03'],
  });
  expect(changes.find(({ what }) => what === 'observations')?.removed).toEqual(['007 Pregnant']);
  expect(changes.find(({ what }) => what === 'series')).toMatchObject({
    added: [],
    changed: [],
    removed: [],
  });
});
