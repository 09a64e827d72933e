import { describe, expect, test } from 'vitest';
import { antigenA, type Asked, run, series, smallSchedule } from '../evaluate/testing/small-schedule.ts';
import type { SeriesData, SeriesDoseData } from '../schedule/data.ts';

const best = (all: readonly SeriesData[], asked: Asked = {}): readonly string[] =>
  run(antigenA(...all), asked).forecasts.flatMap(({ series: names }) => names);

const other = (
  name: string,
  doses: readonly Omit<SeriesDoseData, 'number'>[],
  rest: Partial<SeriesData> = {},
): SeriesData => {
  const { isDefault: _, ...made } = series(doses, { name, ...rest });
  return made;
};
const of02: Omit<SeriesDoseData, 'number'> = { preferable: [{ cvx: '02' }] };
const observations = [{ code: '160' }];
const risk = { type: 'risk', group: '2', indications: [{ observation: '160' }] } as const;

describe('8.1 and 8.2: the series that counts', () => {
  test('is the default where nothing was given, the only one in process, the only one complete', () => {
    const all = [other('of 02', [of02, of02]), series([{}, {}])];
    expect(best(all)).toEqual(['series']);
    expect(best(all, { doses: [{ on: '2021-01-01', cvx: '02' }] })).toEqual(['of 02']);
    const shorter = [series([{}, {}]), other('shorter', [{}])];
    expect(best(shorter, { doses: ['2021-01-01'] })).toEqual(['shorter']);
  });

  test('must have been started before the age at which it can no longer be', () => {
    const all = [series([{}, {}], { maxAgeToStart: '1y' }), other('late', [{}, {}, {}])];
    expect(best(all, { doses: ['2020-12-31'] })).toEqual(['series']);
    expect(best(all, { doses: ['2021-01-01'] })).toEqual(['late']);
  });

  test('is of the highest priority among risk series', () => {
    const all = [
      other('b', [{}], { ...risk, priority: 'B' }),
      other('a', [of02], { ...risk, priority: 'A' }),
    ];
    expect(best(all, { observations, doses: ['2021-01-01'] })).toEqual(['a']);
  });
});

describe('8.3 to 8.7: scores', () => {
  test('of complete series the one with most valid doses, then the one that is preferred', () => {
    const all = [
      series([{}], { preference: 1 }),
      other('two', [{}, {}], { preference: 3 }),
      other('also two', [{}, {}], { preference: 2 }),
    ];
    expect(best(all, { doses: ['2021-01-01', '2022-01-01'] })).toEqual(['also two']);
  });

  test('of series in process a product series keeps its lead while every dose is valid', () => {
    const all = [series([{}, {}, {}]), other('product', [{}, {}, {}], { isProduct: true })];
    expect(best(all, { doses: ['2021-01-01'] })).toEqual(['product']);
    expect(best(all, { doses: ['2021-01-01', { on: '2021-02-01', cvx: '02' }] })).toEqual(['series']);
  });

  test('of series that are all contraindicated the one that was started', () => {
    const all = [other('of 02', [of02, of02], risk), other('of 01', [{}, {}], risk)];
    const data = smallSchedule([{ name: 'A', contraindications: [{ observation: '160' }], series: all }]);
    const { forecasts, evaluations } = run(data, { observations, doses: ['2021-01-01'] });
    expect(forecasts).toMatchObject([{ status: 'Contraindicated', series: ['of 01'] }]);
    expect(evaluations).toMatchObject([{ status: 'Valid' }]);
  });

  test('a series without any date starts and finishes at none', () => {
    const undated = other('undated', [{}], risk);
    const dated = other('dated', [{ ages: [{ min: '2y' }] }], risk);
    expect(best([undated, dated], { observations })).toEqual(['dated']);
  });

  test('an evaluation-only series counts only where it is complete', () => {
    const all = [
      series([{ preferable: [{ cvx: '02' }] }]),
      other('old way', [{}], { type: 'evaluation-only', group: '4' }),
    ];
    expect(best(all)).toEqual(['series']);
    expect(best(all, { doses: ['2021-01-01'] })).toContain('old way');
  });
});

describe('8.8: the best of the groups', () => {
  const standard = series([{}, {}], { equivalentGroups: ['2'] });

  test('risk stands in for standard where the standard series says so', () => {
    expect(best([standard, other('risk', [of02], risk)], { observations })).toEqual(['risk']);
  });

  test('a complete series is always one of the best', () => {
    const doses = ['2021-01-01', '2022-01-01'];
    expect(best([standard, other('risk', [of02], risk)], { observations, doses })).toEqual([
      'risk',
      'series',
    ]);
    const either = other('risk', [of02], { ...risk, equivalentGroups: ['1'] });
    expect(best([standard, either], { observations, doses })).toEqual(['series']);
  });
});

describe('5.1: relevant series', () => {
  test('are of the gender, and risk series of an observation within its ages', () => {
    const all = [
      other('risk', [{}], { ...risk, indications: [{ observation: '160', from: '5y', to: '6y' }] }),
    ];
    expect(best(all, { observations, asOf: '2024-12-31' })).toEqual([]);
    expect(best(all, { observations, asOf: '2025-01-01' })).toEqual(['risk']);
    expect(best(all, { observations, asOf: '2026-01-01' })).toEqual([]);
    expect(best(all, { asOf: '2025-01-01' })).toEqual([]);
    expect(best([series([{}], { genders: ['M', 'U'] })])).toEqual([]);
    expect(best([series([{}], { genders: ['M', 'U'] })], { gender: 'U' })).toEqual(['series']);
  });
});
