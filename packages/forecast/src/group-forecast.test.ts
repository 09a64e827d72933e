import { describe, expect, test } from 'vitest';
import { antigenA, day, only, run, series, smallSchedule } from './evaluate/testing/small-schedule.ts';
import type { IntervalData, ScheduleData } from './schedule/data.ts';

/** CVX 10 is of antigens A and B, which are one group; 01 is of A alone. */
function together(
  [ofA, ofB]: readonly [IntervalData, IntervalData],
  { isWhole = false, conditions = false }: { readonly isWhole?: boolean; readonly conditions?: boolean } = {},
): ScheduleData {
  const preferable = ['10', '01'].map((cvx) => ({ cvx, isForecast: true as const }));
  const made = (name: string, interval: IntervalData) => ({
    name,
    ...(conditions && name === 'B' ? { contraindications: [{ observation: '080' }] } : {}),
    series: [
      series([{ preferable }, { preferable, intervals: [interval] }, { preferable, intervals: [interval] }], {
        name: `${name} series`,
        vaccineGroup: 'AB',
      }),
    ],
  });
  return smallSchedule([made('A', ofA), made('B', ofB)], {
    vaccineGroups: [{ name: 'AB', antigens: ['A', 'B'], ...(isWhole ? { isWhole: true as const } : {}) }],
    vaccines: { '10': [{ antigen: 'A' }, { antigen: 'B' }], '01': [{ antigen: 'A' }] },
  });
}

const weeks = { fromPrevious: true, absMin: '4w', min: '4w', latestRec: '8w' } as const;
const months = { fromPrevious: true, absMin: '6m', min: '6m', latestRec: '8m' } as const;
const doses = [{ on: '2024-12-01', cvx: '10' }];

describe('9.3: a group of several antigens', () => {
  test('waits for the last of them', () => {
    expect(only(run(together([weeks, months]), { doses }))).toMatchObject({
      status: 'Not Complete',
      earliest: day('2025-06-01'),
      recommended: day('2025-06-01'),
      pastDue: day('2025-06-01'),
      antigens: ['A', 'B'],
    });
  });

  test('follows the one whose intervals override', () => {
    expect(only(run(together([{ ...weeks, overrides: true }, months]), { doses }))).toMatchObject({
      earliest: day('2024-12-29'),
      recommended: day('2024-12-29'),
      pastDue: day('2025-01-25'),
    });
  });

  test('which is never before the last dose of the group', () => {
    const later = [...doses, { on: '2025-05-01', cvx: '01' }, { on: '2025-05-02', cvx: '01' }];
    const overriding = { ...months, min: '1d', absMin: '1d', overrides: true } as const;
    expect(only(run(together([months, overriding]), { asOf: '2025-05-03', doses: later })).earliest).toBe(
      day('2025-05-02'),
    );
  });

  test('has the lowest dose number where the group is given as a whole, else the highest', () => {
    const given = [...doses, { on: '2025-02-01', cvx: '01' }];
    expect(only(run(together([weeks, weeks]), { doses: given })).doseNumber).toBe(3);
    expect(only(run(together([weeks, weeks], { isWhole: true }), { doses: given })).doseNumber).toBe(2);
  });

  test('is contraindicated where one antigen is, and complete only where all are', () => {
    const observations = [{ code: '080' }];
    const data = together([weeks, weeks], { conditions: true });
    expect(only(run(data, { doses, observations }))).toMatchObject({
      status: 'Contraindicated',
      vaccines: [],
    });
    const all = ['2024-06-01', '2024-08-01', '2024-10-01'].map((on) => ({ on, cvx: '10' }));
    expect(only(run(data, { doses: all })).status).toBe('Complete');
    expect(only(run(data, { doses: [...all.slice(1), { on: '2024-12-01', cvx: '01' }] }))).toMatchObject({
      status: 'Not Complete',
      antigens: ['B'],
    });
  });
});

describe('9.2: a group of one antigen', () => {
  test('has a risk and a standard forecast where neither stands in for the other', () => {
    const risk = series([{ ages: [{ min: '2y' }] }], {
      name: 'risk',
      type: 'risk',
      group: '2',
      indications: [{ observation: '160' }],
    });
    const observations = [{ code: '160' }];
    const types = (standard = series([{}])) =>
      run(antigenA(standard, risk), { observations }).forecasts.map(({ seriesType }) => seriesType);
    expect(types()).toEqual(['risk', 'standard']);
    expect(types(series([{}], { equivalentGroups: ['2'] }))).toEqual(['risk']);
  });

  test('leaves out a series that cannot be started yet, and one that the patient is too old for', () => {
    const old = series([{ ages: [{ min: '50y' }] }], { name: 'old', group: '3', minAgeToStart: '50y' });
    const young = series([{ ages: [{ min: '1y', max: '6y' }] }], { name: 'young' });
    const ask = (asOf: string) => only(run(antigenA(young, old), { asOf }));
    expect(ask('2025-01-01').earliest).toBe(day('2021-01-01'));
    expect(ask('2070-01-01').earliest).toBe(day('2070-01-01'));
  });
});
