import { describe, expect, test } from 'vitest';
import type { Dose, GroupForecast } from './data.ts';
import { ageOf, dayAfter, dueLists, historyOf, verdictOf } from './record-facts.ts';

const dose = (known: Partial<Dose>): Dose =>
  ({
    id: 'a',
    date: '2024-01-02',
    groups: ['MMR'],
    status: 'given',
    suspectOf: null,
    evaluations: [],
    ...known,
  }) as Dose;

const evaluation = (
  antigen: string,
  status: 'Valid' | 'Not Valid' | 'Extraneous',
  reasons: string[] = [],
) => ({
  vaccineGroup: 'MMR',
  antigen,
  series: 's',
  status,
  reasons,
  targetDose: 2,
});

describe('a dose', () => {
  test('counts when it counts for every antigen, in one of its series', () => {
    const evaluations = [
      evaluation('Measles', 'Not Valid', ['Age: Too Young']),
      evaluation('Measles', 'Valid'),
      evaluation('Mumps', 'Valid'),
    ];
    expect(verdictOf(dose({ evaluations }), 'MMR')).toEqual({ kind: 'valid', number: 2 });
  });
  test('does not count when one antigen is not protected against', () => {
    const evaluations = [
      evaluation('Measles', 'Valid'),
      evaluation('Mumps', 'Not Valid', ['Interval: Too Soon']),
    ];
    expect(verdictOf(dose({ evaluations }), 'MMR')).toEqual({
      kind: 'not-valid',
      reasons: ['Interval: Too Soon'],
    });
  });
  test('may be one too many, reported twice, or unknown to the schedule', () => {
    expect(verdictOf(dose({ evaluations: [evaluation('Measles', 'Extraneous')] }), 'MMR')).toEqual({
      kind: 'extra',
    });
    expect(verdictOf(dose({ suspectOf: 'b' }), 'MMR')).toEqual({ kind: 'suspect' });
    expect(verdictOf(dose({}), undefined)).toEqual({ kind: 'not-evaluated' });
  });
});

test('the history has groups with the latest dose first, other vaccines last, and no refusals', () => {
  const history = historyOf({
    doses: [
      dose({ id: '1', groups: [] }),
      dose({ id: '2', groups: ['Polio', 'HepB'] }),
      dose({ id: '3', groups: ['HepB'], date: '2024-03-01' }),
      dose({ id: '4', status: 'refused' }),
    ],
  });
  expect(history.map(({ group, doses }) => [group, doses.map(({ id }) => id)])).toEqual([
    ['HepB', ['3', '2']],
    ['Polio', ['2']],
    [undefined, ['1']],
  ]);
});

test('what is overdue comes before what is due', () => {
  const group = (
    vaccineGroup: string,
    due: GroupForecast['due'],
    recommended: string,
    pastDue: string | null,
  ) => ({ vaccineGroup, due, recommended, pastDue }) as GroupForecast;
  const { now, soon, rest } = dueLists([
    group('A', 'due', '2024-01-01', null),
    group('B', 'overdue', '2023-06-01', '2023-09-01'),
    group('C', 'overdue', '2023-07-01', '2023-08-01'),
    group('D', 'soon', '2024-02-01', null),
    group('E', 'none', '', null),
  ]);
  expect([now, soon, rest].map((list) => list.map(({ vaccineGroup }) => vaccineGroup).join(''))).toEqual([
    'CBA',
    'D',
    'E',
  ]);
});

test('ages are said in the unit that matters', () => {
  expect(ageOf('2024-03-18', '2024-03-20')).toEqual({ days: 2 });
  expect(ageOf('2024-03-01', '2024-03-20')).toEqual({ weeks: 2 });
  expect(ageOf('2023-09-15', '2025-03-14')).toEqual({ months: 17 });
  expect(ageOf('2020-09-15', '2025-03-15')).toEqual({ years: 4, months: 6 });
  expect(ageOf('1960-09-15', '2025-03-15')).toEqual({ years: 64 });
  expect(ageOf('2025-09-15', '2025-03-15')).toBeUndefined();
  expect(dayAfter('2024-02-28')).toBe('2024-02-29');
});
