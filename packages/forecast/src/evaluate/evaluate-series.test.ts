import { describe, expect, test } from 'vitest';
import type { SeriesDoseData, SkipData } from '../schedule/data.ts';
import { antigenA, type Asked, day, only, run, series, statuses } from './testing/small-schedule.ts';

type Dose = Omit<SeriesDoseData, 'number'>;

const ask = (wanted: readonly Dose[], asked: Asked) => run(antigenA(series(wanted)), asked);
const later: Dose = { intervals: [{ fromPrevious: true, absMin: '4w', min: '4w' }] };

describe('4.4: a history against a series', () => {
  test('satisfies target dose after target dose; what comes after the last is extraneous', () => {
    const result = ask([{}, later], { doses: ['2020-06-01', '2020-06-02', '2020-07-01', '2020-09-01'] });
    expect(statuses(result)).toEqual([
      'Valid',
      'Not Valid, Interval: Too Soon',
      'Valid',
      'Extraneous, Series Already Complete',
    ]);
    expect(result.evaluations.map(({ targetDose }) => targetDose)).toEqual([1, 2, 2, undefined]);
    expect(only(result).status).toBe('Complete');
  });

  test('a recurring dose comes again with its number', () => {
    const booster: Dose = {
      isRecurring: true,
      intervals: [{ fromPrevious: true, absMin: '1y', min: '1y' }],
    };
    const result = ask([{}, booster], { doses: ['2020-06-01', '2021-06-01', '2022-06-01', '2022-07-01'] });
    expect(result.evaluations.map(({ status, targetDose }) => [status, targetDose])).toEqual([
      ['Valid', 1],
      ['Valid', 2],
      ['Valid', 2],
      ['Not Valid', 2],
    ]);
    expect(only(result)).toMatchObject({
      status: 'Not Complete',
      doseNumber: 4,
      earliest: day('2023-07-01'),
    });
  });

  test('doses after the assessment date are evaluated as given', () => {
    const result = ask([{}, later], { asOf: '2020-06-15', doses: ['2020-06-01', '2020-07-01'] });
    expect(statuses(result)).toEqual(['Valid', 'Valid']);
    expect(only(result).status).toBe('Complete');
  });

  test('doses of one day keep the order of the input', () => {
    const result = ask([{}, later], {
      doses: [{ on: '2020-06-01', cvx: '02' }, '2020-06-01'],
    });
    expect(result.evaluations.map(({ doseId, status }) => [doseId, status])).toEqual([
      ['1', 'Not Valid'],
      ['2', 'Valid'],
    ]);
  });
});

describe('6.2: a target dose that is skipped leaves the dose to the next', () => {
  const skip = (set: SkipData['sets'][number], context: SkipData['context'] = 'both'): Dose => ({
    skips: [{ context, sets: [set] }],
    ages: [{ max: '3m' }],
  });
  const evaluated = (first: Dose, on: string, asOf?: string) =>
    ask([first, {}], { doses: [on], ...(asOf ? { asOf } : {}) }).evaluations.map(({ status, targetDose }) => [
      status,
      targetDose,
    ]);

  test('by age, from the first day of the band and before its last', () => {
    const first = skip({ conditions: [{ type: 'age', from: '6m', to: '12m' }] });
    expect(evaluated(first, '2020-06-30')).toEqual([['Extraneous', 1]]);
    expect(evaluated(first, '2020-07-01')).toEqual([['Valid', 2]]);
    expect(evaluated(first, '2020-12-31')).toEqual([['Valid', 2]]);
    expect(evaluated(first, '2021-01-01')).toEqual([['Extraneous', 1]]);
  });

  test('only in the context that it is for', () => {
    const first = skip({ conditions: [{ type: 'age', from: '6m' }] }, 'forecast');
    expect(evaluated(first, '2020-07-01')).toEqual([['Extraneous', 1]]);
  });

  test('only while the set is in force, both days included', () => {
    const first = skip({
      effective: '2020-07-01',
      cessation: '2020-07-31',
      conditions: [{ type: 'age', from: '0d' }],
    });
    expect(evaluated(first, '2020-06-30')).toEqual([['Extraneous', 1]]);
    expect(evaluated(first, '2020-07-01')).toEqual([['Valid', 2]]);
    expect(evaluated(first, '2020-07-31')).toEqual([['Valid', 2]]);
    expect(evaluated(first, '2020-08-01')).toEqual([['Extraneous', 1]]);
  });

  test('in a forecast the set must be in force on the assessment date', () => {
    const first: Dose = {
      skips: [
        { context: 'both', sets: [{ cessation: '2024-12-31', conditions: [{ type: 'age', from: '0d' }] }] },
      ],
    };
    expect(only(ask([first, {}], { asOf: '2024-12-31' })).series).toHaveLength(1);
    const second: Dose = { ages: [{ min: '10y' }] };
    expect(only(ask([first, second], { asOf: '2024-12-31' })).earliest).toBe(day('2030-01-01'));
    expect(only(ask([first, second], { asOf: '2025-01-01' })).earliest).toBe(day('2020-01-01'));
  });

  test('by the count of doses before, and by the interval since the last', () => {
    const third = (set: SkipData['sets'][number]): readonly Dose[] => [
      {},
      { skips: [{ context: 'evaluation', sets: [set] }], preferable: [{ cvx: '03' }] },
      {},
    ];
    const held = (set: SkipData['sets'][number], doses: readonly string[]) =>
      ask(third(set), { doses }).evaluations.at(-1)?.targetDose;
    const count = { type: 'count', compare: 'equal', count: 1, validOnly: true, to: '12m' } as const;
    expect(held({ conditions: [count] }, ['2020-06-01', '2020-07-01'])).toBe(3);
    expect(held({ conditions: [{ ...count, vaccines: ['02'] }] }, ['2020-06-01', '2020-07-01'])).toBe(2);
    expect(held({ conditions: [{ ...count, start: '2020-06-02' }] }, ['2020-06-01', '2020-07-01'])).toBe(2);
    expect(held({ conditions: [{ ...count, end: '2020-06-01' }] }, ['2020-06-01', '2020-07-01'])).toBe(2);
    const interval = { type: 'interval', interval: '8w' } as const;
    expect(held({ conditions: [interval] }, ['2020-06-01', '2020-07-26'])).toBe(2);
    expect(held({ conditions: [interval] }, ['2020-06-01', '2020-07-27'])).toBe(3);
    const both = { logic: 'and', conditions: [count, interval] } as const;
    expect(held(both, ['2020-06-01', '2020-07-26'])).toBe(2);
    expect(held({ ...both, logic: 'or' }, ['2020-06-01', '2020-07-26'])).toBe(3);
  });

  test('by a completed series of another group', () => {
    const asking = series(
      [
        {
          skips: [{ context: 'both', sets: [{ conditions: [{ type: 'completed-series', groups: ['1'] }] }] }],
        },
        { ages: [{ absMin: '10y', min: '10y' }] },
      ],
      { name: 'asking', group: '2' },
    );
    // The series that is asked for comes after the one that asks.
    const result = run(antigenA(asking, series([{}])), { doses: ['2020-06-01'] });
    expect(
      result.evaluations.map(({ series: name, status, targetDose }) => [name, status, targetDose]),
    ).toEqual([
      ['asking', 'Not Valid', 2],
      ['series', 'Valid', 1],
    ]);
  });
});
