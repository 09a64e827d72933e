import { describe, expect, test } from 'vitest';
import { dayOf } from '../dates.ts';
import { forecast } from '../forecast.ts';
import type { PatientInput } from '../model.ts';
import { bundledSchedule } from '../schedule/bundle.ts';
import { compileSchedule } from '../schedule/compile.ts';
import { explain } from './explain.ts';
import type { DoseExplanation, SeriesExplanation } from './model.ts';
import { explanationText } from './text.ts';

const schedule = compileSchedule(bundledSchedule());

type Given = readonly [date: string, cvx: string];

function patient(birth: string, doses: readonly Given[], more: Partial<PatientInput> = {}): PatientInput {
  return {
    birthDate: dayOf(birth),
    gender: 'F',
    assessmentDate: dayOf('2025-11-10'),
    doses: doses.map(([date, cvx], index) => ({ id: String(index + 1), date: dayOf(date), cvx })),
    observations: [],
    ...more,
  };
}

function best(input: PatientInput, antigen: string): SeriesExplanation {
  const found = explain(input, schedule)
    .explanation.antigens.find((each) => each.antigen === antigen)
    ?.considered.find(({ isBest }) => isBest);
  if (!found) throw new Error(`no best series for ${antigen}`);
  return found;
}

const testsOf = (doses: readonly DoseExplanation[], name: string) =>
  doses.flatMap(({ tests }) => tests).filter((each) => each.test === name);

const textOf = (input: PatientInput, group: string): string =>
  explanationText(explain(input, schedule).explanation, schedule)
    .filter(({ vaccineGroup }) => vaccineGroup === group)
    .flatMap(({ sentences }) => sentences.map(({ text }) => text))
    .join('\n');

/** Histories of children and adults that keep the schedule, break it, and leave it. */
const HISTORIES: readonly PatientInput[] = [
  patient('2025-11-01', []),
  patient('2024-03-09', [
    ['2025-03-01', '03'],
    ['2025-03-20', '21'],
    ['2025-03-27', '03'],
  ]),
  patient('2024-01-10', [
    ['2024-01-11', '08'],
    ['2024-03-10', '110'],
    ['2024-03-10', '49'],
    ['2024-03-20', '110'],
    ['2024-06-10', '110'],
    ['2025-01-20', '133'],
    ['2025-06-01', '48'],
  ]),
  patient('2010-02-28', [
    ['2021-03-01', '115'],
    ['2021-03-01', '165'],
    ['2021-04-01', '165'],
    ['2024-10-01', '140'],
  ]),
  patient('1950-07-04', [
    ['2015-08-01', '121'],
    ['2020-09-01', '187'],
    ['2022-01-01', '33'],
  ]),
  patient('1990-05-05', [['2020-01-01', '999']], { observations: [{ code: '007' }], gender: 'M' }),
];

describe('an explanation', () => {
  test.each(HISTORIES.map((input, index) => [index, input] as const))(
    'changes nothing, and fits the result (history %i)',
    (_, input) => {
      const { explanation, ...result } = explain(input, schedule);
      expect(result).toEqual(forecast(input, schedule));
      for (const { dates, doses } of explanation.antigens.flatMap(({ considered }) => considered)) {
        if (dates) expect(dates.candidates[0]?.day).toBe(dates.earliest);
        for (const { reasons, tests } of doses) {
          const failed = (name: string): boolean => tests.some((each) => each.test === name && !each.passed);
          const age = tests.find((each) => each.test === 'age');
          expect(reasons.includes('Age: Too Young')).toBe(age?.test === 'age' && age.outcome === 'too early');
          expect(reasons.includes('Age: Too Old')).toBe(age?.test === 'age' && age.outcome === 'too late');
          if (reasons.includes('Interval: Too Soon')) expect(failed('interval')).toBe(true);
          expect(reasons.includes('Live Virus Conflict')).toBe(failed('live virus conflict'));
          expect(reasons.includes('Not a preferable or allowable vaccine')).toBe(failed('vaccine'));
        }
      }
    },
  );

  test('is made of what can be written as JSON', () => {
    for (const input of HISTORIES) {
      const { explanation } = explain(input, schedule);
      expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    }
  });
});

describe('a dose', () => {
  const young = patient('2024-03-09', [['2025-03-01', '03']]);

  test('too early says when it could have been given', () => {
    const { doses } = best(young, 'Measles');
    expect(testsOf(doses, 'age')[0]).toMatchObject({
      passed: false,
      outcome: 'too early',
      daysOff: 4,
      absMin: { rule: '12m-4d', day: '2025-03-05' },
    });
    expect(textOf(young, 'MMR')).toContain(
      'the least age 12 months - 4 days was reached on 2025-03-05 (12 months on 2025-03-09, less the grace period); too young by 4 days.',
    );
  });

  test('too soon after another names that one', () => {
    const soon = patient('2020-03-09', [
      ['2021-04-01', '03'],
      ['2021-04-11', '03'],
    ]);
    expect(testsOf(best(soon, 'Measles').doses, 'interval')[0]).toMatchObject({
      passed: false,
      from: { kind: 'previous dose', doseId: '1', date: '2021-04-01' },
    });
  });

  test('in conflict with a live vaccine says until when', () => {
    const conflict = patient('2020-03-09', [
      ['2021-04-01', '21'],
      ['2021-04-11', '03'],
    ]);
    expect(testsOf(best(conflict, 'Measles').doses, 'live virus conflict')[0]).toMatchObject({
      passed: false,
      previous: { doseId: '1', cvx: '21' },
      end: '2021-04-29',
      daysOff: 18,
    });
  });

  test('too many is extraneous', () => {
    const many = patient('2015-03-09', [
      ['2016-04-01', '03'],
      ['2019-04-01', '03'],
      ['2020-04-01', '03'],
    ]);
    expect(textOf(many, 'MMR')).toContain('No dose of the series was left that it could count for.');
  });
});

describe('the choice of series', () => {
  test('leaves out series of other genders and without indication', () => {
    const antigens = explain(patient('2020-01-01', []), schedule).explanation.antigens;
    const why = new Set(antigens.flatMap(({ notRelevant }) => notRelevant.map((each) => each.why)));
    expect(why).toContain('no indication');
  });

  test('shows the points where it comes to points', () => {
    const started = patient('2024-01-10', [
      ['2024-03-10', '110'],
      ['2024-03-10', '49'],
    ]);
    const scored = explain(started, schedule)
      .explanation.antigens.flatMap(({ selections }) => selections)
      .find(({ choice }) => choice === 'score');
    expect(scored?.scores[0]?.series).toBe(scored?.chosen);
    for (const { total, points } of scored?.scores ?? []) {
      expect(points.reduce((sum, each) => sum + each.points, 0)).toBe(total);
    }
  });
});

test('skipped doses say why', () => {
  const skips = HISTORIES.flatMap((input) =>
    explain(input, schedule).explanation.antigens.flatMap(({ considered }) =>
      considered.flatMap((series) => series.skips),
    ),
  );
  expect(skips.length).toBeGreaterThan(0);
  for (const { conditions } of skips) expect(conditions.length).toBeGreaterThan(0);
});

test('the text has no hole in it', () => {
  for (const input of HISTORIES) {
    for (const { sentences } of explanationText(explain(input, schedule).explanation, schedule)) {
      for (const { text } of sentences) expect(text).not.toMatch(/undefined|NaN|\[object|: \.|\(\)/);
    }
  }
});
