import { describe, expect, test } from 'vitest';
import type { IntervalData, SeriesDoseData, VaccineData } from '../schedule/data.ts';
import { antigenA, day, type Given, run, series, smallSchedule, statuses } from './testing/small-schedule.ts';

type Dose = Omit<SeriesDoseData, 'number'>;

/** What doses come to in a series of these. */
const evaluate = (wanted: readonly Dose[], doses: readonly Given[]): readonly string[] =>
  statuses(run(antigenA(series(wanted)), { doses }));

describe('6.1: a dose that cannot count', () => {
  test.each([
    [{ on: '2020-06-01', isSubstandard: true as const }, 'Sub-standard, Dose condition'],
    [{ on: '2020-06-01', lotExpiration: day('2020-05-31') }, 'Sub-standard, Dose condition'],
    [{ on: '2020-06-01', lotExpiration: day('2020-06-01') }, 'Valid'],
  ])('%o is %s', (dose, expected) => {
    expect(evaluate([{}], [dose])).toEqual([expected]);
  });

  test('is none that an interval is counted from', () => {
    const later: Dose = { intervals: [{ fromPrevious: true, absMin: '4w', min: '4w' }] };
    expect(evaluate([later], [{ on: '2020-06-01', isSubstandard: true }, '2020-06-02'])).toEqual([
      'Sub-standard, Dose condition',
      'Valid',
    ]);
  });
});

describe('6.3: an inadvertent vaccine', () => {
  const wanted: Dose = {
    inadvertent: ['02'],
    intervals: [{ fromPrevious: true, absMin: '4w', min: '4w' }],
  };

  test('is nothing but that, no reference date, and yet a floor of the forecast', () => {
    const result = run(antigenA(series([wanted, wanted])), {
      doses: [{ on: '2020-06-01', cvx: '02' }, '2020-06-02', { on: '2024-05-01', cvx: '02' }],
    });
    expect(statuses(result)).toEqual([
      'Not Valid, Inadvertent Vaccine',
      'Valid',
      'Not Valid, Inadvertent Vaccine',
    ]);
    expect(result.forecasts[0]?.earliest).toBe(day('2024-05-01'));
  });
});

describe('6.4: age', () => {
  const ages = [{ absMin: '12m-4d', min: '12m', max: '2y' }];
  test.each([
    ['2020-12-27', 'Not Valid, Age: Too Young'],
    ['2020-12-28', 'Valid, Grace Period'],
    ['2020-12-31', 'Valid, Grace Period'],
    ['2021-01-01', 'Valid'],
    ['2021-12-31', 'Valid'],
    ['2022-01-01', 'Extraneous, Age: Too Old'],
  ])('on %s: %s', (on, expected) => {
    expect(evaluate([{ ages }], [on])).toEqual([expected]);
  });

  test('is judged by the rule in force when the dose was given, both days included', () => {
    const changed = [
      { absMin: '6m', cessation: '2020-09-30' },
      { absMin: '12m', effective: '2020-10-01' },
    ];
    expect(evaluate([{ ages: changed }], ['2020-09-30'])).toEqual(['Valid']);
    expect(evaluate([{ ages: changed }], ['2020-10-01'])).toEqual(['Not Valid, Age: Too Young']);
  });
});

describe('6.5 and 6.6: intervals', () => {
  const after = (...intervals: readonly IntervalData[]): readonly Dose[] => [{}, { intervals }];
  const fromPrevious = { fromPrevious: true, absMin: '4w-4d', min: '4w' } as const;
  test.each([
    ['2020-06-24', 'Not Valid, Interval: Too Soon'],
    ['2020-06-25', 'Valid, Grace Period'],
    ['2020-06-29', 'Valid'],
  ])('second dose on %s: %s', (on, expected) => {
    expect(evaluate(after(fromPrevious), ['2020-06-01', on])[1]).toBe(expected);
  });

  test('is counted from a dose before that was not valid', () => {
    expect(evaluate(after(fromPrevious), ['2020-06-01', '2020-06-10', '2020-06-29'])[2]).toBe(
      'Not Valid, Interval: Too Soon',
    );
  });

  test('must all be kept; those out of force do not count', () => {
    const fromFirst = { fromTargetDose: 1, absMin: '6m', min: '6m' } as const;
    expect(evaluate(after(fromPrevious, fromFirst), ['2020-06-01', '2020-08-01'])[1]).toBe(
      'Not Valid, Interval: Too Soon',
    );
    const old = { ...fromFirst, cessation: '2020-07-31' } as const;
    expect(evaluate(after(fromPrevious, old), ['2020-06-01', '2020-07-31'])[1]).toBe(
      'Not Valid, Interval: Too Soon',
    );
    expect(evaluate(after(fromPrevious, old), ['2020-06-01', '2020-08-01'])[1]).toBe('Valid');
  });

  test('are counted from the most recent dose of a vaccine, and from an observation', () => {
    const fromVaccine: Dose = { intervals: [{ fromMostRecent: ['02'], absMin: '1y', min: '1y' }] };
    const second: Dose = { preferable: [{ cvx: '02' }] };
    expect(
      evaluate([{}, second, fromVaccine], ['2020-06-01', { on: '2020-07-01', cvx: '02' }, '2021-06-01']),
    ).toEqual(['Valid', 'Valid', 'Not Valid, Interval: Too Soon']);
    const data = antigenA(series([{ intervals: [{ fromObservation: '120', absMin: '6m', min: '6m' }] }]));
    const observations = [
      { code: '120', date: day('2020-01-01') },
      { code: '120', date: day('2020-06-01') },
    ];
    expect(statuses(run(data, { observations, doses: ['2020-11-30'] }))).toEqual([
      'Not Valid, Interval: Too Soon',
    ]);
    expect(statuses(run(data, { observations, doses: ['2020-12-01'] }))).toEqual(['Valid']);
    expect(statuses(run(data, { doses: ['2020-01-02'] }))).toEqual(['Valid']);
  });

  test('too short for the preferable one can be allowable', () => {
    const allowable = [{ fromTargetDose: 1, absMin: '2w' }] as const;
    const wanted: readonly Dose[] = [{}, { intervals: [fromPrevious], allowableIntervals: allowable }];
    expect(evaluate(wanted, ['2020-06-01', '2020-06-15'])[1]).toBe('Valid');
    expect(evaluate(wanted, ['2020-06-01', '2020-06-14'])[1]).toBe('Not Valid, Interval: Too Soon');
  });
});

describe('6.7: live-virus conflict', () => {
  const conflicts = [
    { previous: '04', current: '01', begin: '1d', minEnd: '24d', end: '28d' },
    { previous: '01', current: '01', begin: '1d', minEnd: '24d', end: '28d' },
  ];
  const b = {
    name: 'B',
    series: [series([{ preferable: [{ cvx: '04' }] }], { name: 'b', vaccineGroup: 'B' })],
  };
  const data = (...doses: readonly Dose[]) =>
    smallSchedule([{ name: 'A', series: [series(doses)] }, b], { conflicts });
  const ofA = (doses: readonly Given[]) =>
    run(data({}), { doses }).evaluations.find(({ antigen }) => antigen === 'A');

  test.each([
    ['2020-06-01', []],
    ['2020-06-02', ['Live Virus Conflict']],
    ['2020-06-24', ['Live Virus Conflict']],
    ['2020-06-25', []],
  ])('on %s after a live vaccine of another antigen on 2020-06-01: %o', (on, reasons) => {
    expect(ofA([{ on: '2020-06-01', cvx: '04' }, on])?.reasons).toEqual(reasons);
  });

  test('lasts longer after a dose that is not valid', () => {
    const ages = [{ absMin: '6m', min: '6m' }];
    const evaluated = (on: string) => statuses(run(data({ ages }), { doses: ['2020-06-27', on] }))[1];
    expect(evaluated('2020-07-24')).toBe('Not Valid, Live Virus Conflict');
    expect(evaluated('2020-07-25')).toBe('Valid');
  });

  test('puts off the forecast by the long interval', () => {
    const { forecasts } = run(data({}), { doses: [{ on: '2024-12-30', cvx: '04' }] });
    expect(forecasts.find(({ vaccineGroup }) => vaccineGroup === 'A')?.earliest).toBe(day('2025-01-27'));
  });
});

describe('6.8 and 6.9: vaccines', () => {
  const wrong = 'Not Valid, Not a preferable or allowable vaccine';
  const as = (wanted: VaccineData, dose: Given) => evaluate([{ preferable: [wanted] }], [dose])[0];

  test('must be of the maker or name that the data give, where the dose says whose it is', () => {
    const made = { cvx: '01', mvx: 'PFR', tradeName: 'Brand' };
    expect(as(made, { on: '2020-06-01', mvx: 'PFR' })).toBe('Valid');
    expect(as(made, { on: '2020-06-01', mvx: 'MSD' })).toBe(wrong);
    expect(as({ cvx: '01', tradeName: 'Brand' }, { on: '2020-06-01', tradeName: 'BRAND' })).toBe('Valid');
    expect(as({ cvx: '01', tradeName: 'Brand' }, { on: '2020-06-01', tradeName: 'Other' })).toBe(wrong);
    expect(as(made, '2020-06-01')).toBe('Valid');
  });

  test('are judged by the age at which they were given, in any band of the code', () => {
    const preferable = [
      { cvx: '01', to: '6m' },
      { cvx: '01', from: '2y' },
    ];
    expect(evaluate([{ preferable }], ['2020-06-30'])).toEqual(['Valid']);
    expect(evaluate([{ preferable }], ['2020-07-01'])).toEqual([wrong]);
    expect(evaluate([{ preferable }], ['2022-01-01'])).toEqual(['Valid']);
    expect(evaluate([{ preferable, allowable: [{ cvx: '01' }] }], ['2020-07-01'])).toEqual(['Valid']);
  });
});

test('6.10: every reason is kept, also where an earlier test has failed', () => {
  const strict: Dose = {
    ages: [{ absMin: '1y', min: '1y', max: '2y' }],
    intervals: [{ fromPrevious: true, absMin: '4w', min: '4w' }],
  };
  expect(evaluate([{}, strict], ['2020-06-01', { on: '2020-06-02', cvx: '02' }])[1]).toBe(
    'Not Valid, Age: Too Young, Interval: Too Soon, Not a preferable or allowable vaccine',
  );
  expect(evaluate([{}, strict], ['2022-06-01', { on: '2022-06-02', cvx: '02' }])[1]).toBe(
    'Extraneous, Age: Too Old, Interval: Too Soon, Not a preferable or allowable vaccine',
  );
});
