import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from './dates.ts';
import { patient } from './evaluate/testing/small-schedule.ts';
import { forecast, forecastWith, type Tracer } from './forecast.ts';
import type { DoseInput, ForecastResult, PatientInput } from './model.ts';
import { bundledSchedule } from './schedule/bundle.ts';
import { compileSchedule } from './schedule/compile.ts';
import type { CompiledSeries } from './schedule/compiled.ts';

const data = bundledSchedule();
const schedule = compileSchedule(data);
const codes = Object.keys(data.vaccines);
const RUNS = { numRuns: 60 };

const arbitraryDay = (from: string, to: string): fc.Arbitrary<number> =>
  fc.integer({ min: dayOf(from), max: dayOf(to) });

/** Doses of distinct days, some of them at no good time: before birth, after the assessment date. */
const arbitraryDoses = fc
  .uniqueArray(
    fc.record({
      date: fc.oneof(arbitraryDay('2010-01-01', '2026-12-31'), arbitraryDay('1940-01-01', '2026-12-31')),
      cvx: fc.oneof(
        fc.constantFrom(...codes),
        fc.constantFrom('03', '10', '20', '21', '48', '94', '110', '121', '133', '140', '162'),
      ),
      mvx: fc.option(fc.constantFrom('MSD', 'PFR', 'SKB'), { nil: undefined }),
      isSubstandard: fc.option(fc.constant(true as const), { nil: undefined, freq: 9 }),
    }),
    { maxLength: 10, selector: ({ date }) => date },
  )
  .map((doses): readonly DoseInput[] =>
    doses.map(({ date, cvx, mvx, isSubstandard }, index) => ({
      id: String(index + 1),
      date,
      cvx,
      ...(mvx === undefined ? {} : { mvx }),
      ...(isSubstandard ? { isSubstandard } : {}),
    })),
  );

const arbitraryPatient: fc.Arbitrary<PatientInput> = fc.record({
  birthDate: fc.oneof(arbitraryDay('2010-01-01', '2025-11-01'), arbitraryDay('1935-01-01', '2025-11-01')),
  gender: fc.constantFrom('F', 'M', 'U'),
  assessmentDate: arbitraryDay('2012-01-01', '2026-12-31'),
  doses: arbitraryDoses,
  observations: fc.array(
    fc.record({
      code: fc.constantFrom(...data.observations.map(({ code }) => code)),
      date: arbitraryDay('2000-01-01', '2026-12-31'),
    }),
    { maxLength: 3 },
  ),
});

/** What a result says of groups: evaluations in an order that does not depend on the input's. */
const ofGroups = ({ evaluations, forecasts }: ForecastResult, isOf: (group: string) => boolean) => ({
  evaluations: evaluations.filter(({ vaccineGroup }) => isOf(vaccineGroup)),
  forecasts: forecasts.filter(({ vaccineGroup }) => isOf(vaccineGroup)),
});

describe('over the bundled schedule', () => {
  test('any history has an answer: dates in their order, and every dose evaluated or reported', () => {
    fc.assert(
      fc.property(arbitraryPatient, (input) => {
        const { forecasts, evaluations, unknownDoses } = forecast(input, schedule);
        for (const { status, earliest, recommended, pastDue, doseNumber } of forecasts) {
          if (status !== 'Not Complete') {
            expect([earliest, recommended, pastDue, doseNumber]).toEqual([
              undefined,
              undefined,
              undefined,
              undefined,
            ]);
            continue;
          }
          expect(earliest).toBeLessThanOrEqual(recommended ?? -Infinity);
          expect(earliest).toBeLessThanOrEqual(pastDue ?? Infinity);
          expect(doseNumber).toBeGreaterThanOrEqual(1);
        }
        expect(unknownDoses).toEqual([]);
        const ids = new Set(input.doses.map(({ id }) => id));
        for (const { doseId, status, reasons } of evaluations) {
          expect(ids.has(doseId)).toBe(true);
          if (status !== 'Valid') expect(reasons).not.toEqual([]);
          else expect(reasons.filter((reason) => reason !== 'Grace Period')).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('the order of the input does not matter where days differ', () => {
    fc.assert(
      fc.property(arbitraryPatient, fc.infiniteStream(fc.nat()), (input, keys) => {
        const shuffled = input.doses
          .map((dose) => ({ dose, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ dose }) => dose);
        expect(forecast({ ...input, doses: shuffled }, schedule)).toEqual(forecast(input, schedule));
      }),
      RUNS,
    );
  });

  test('a dose changes nothing in groups of which it has no antigen', () => {
    const conflicting = new Set(data.conflicts.map(({ previous }) => previous));
    const quiet = codes.filter((cvx) => !conflicting.has(cvx));
    fc.assert(
      fc.property(
        arbitraryPatient,
        fc.constantFrom(...quiet),
        arbitraryDay('2010-01-01', '2026-12-31'),
        (input, cvx, date) => {
          const more = { ...input, doses: [...input.doses, { id: 'more', date, cvx }] };
          const own = new Set(
            schedule.vaccines.get(cvx)?.map(({ antigen }) => schedule.groupOfAntigen.get(antigen)?.name),
          );
          const isOther = (group: string): boolean => !own.has(group);
          expect(ofGroups(forecast(more, schedule), isOther)).toEqual(
            ofGroups(forecast(input, schedule), isOther),
          );
        },
      ),
      RUNS,
    );
  });

  test('the evaluation of doses does not depend on the assessment date', () => {
    fc.assert(
      fc.property(arbitraryPatient, arbitraryDay('2012-01-01', '2030-12-31'), (input, other) => {
        expect(standardEvaluations({ ...input, assessmentDate: other })).toEqual(standardEvaluations(input));
      }),
      RUNS,
    );
  });
});

/** Every dose in every standard series, but for series that ask whether another is complete: that is a forecast. */
function standardEvaluations(input: PatientInput): readonly string[] {
  const found: string[] = [];
  const nothing = (): void => undefined;
  const tracer: Tracer = {
    run: { add: nothing, held: nothing, skipped: nothing, done: nothing },
    selection: { scored: nothing, chosen: nothing },
    antigen: ({ name }, runs) => {
      for (const { series, evaluations } of runs) {
        if (series.type !== 'standard' || asksForOthers(series)) continue;
        const texts = evaluations.map((each) => [each?.status, ...(each?.reasons ?? [])].join(', '));
        found.push(`${name}, ${series.name}: ${texts.join('; ')}`);
      }
    },
    group: nothing,
  };
  forecastWith(input, schedule, tracer);
  return found;
}

const asksForOthers = ({ doses }: CompiledSeries): boolean =>
  doses
    .flatMap(({ evaluationSkips }) => evaluationSkips.flatMap(({ sets }) => sets))
    .some(({ conditions }) => conditions.some(({ type }) => type === 'completed-series'));

describe('4.2: the doses that an antigen sees', () => {
  test('CVX 121 counts for Varicella before 50 years and for Zoster from then on', () => {
    const antigens = (on: string) =>
      forecast(patient({ born: '1970-06-15', doses: [{ on, cvx: '121' }] }), schedule).evaluations.map(
        ({ antigen }) => antigen,
      );
    expect(antigens('2020-06-14')).toEqual(['Varicella']);
    expect(antigens('2020-06-15')).toEqual(['Zoster']);
  });

  test('a combination vaccine counts for each of its antigens', () => {
    const { evaluations } = forecast(patient({ doses: [{ on: '2020-03-01', cvx: '110' }] }), schedule);
    expect(evaluations.map(({ antigen, status }) => [antigen, status]).sort()).toEqual([
      ['Diphtheria', 'Valid'],
      ['HepB', 'Valid'],
      ['Pertussis', 'Valid'],
      ['Polio', 'Valid'],
      ['Tetanus', 'Valid'],
    ]);
  });

  test('a dose that the schedule does not know is reported and changes nothing', () => {
    const known = [{ on: '2021-01-01', cvx: '03' }];
    const result = forecast(patient({ doses: [...known, { on: '2021-02-01', cvx: '9999' }] }), schedule);
    expect(result.unknownDoses).toEqual(['2']);
    expect({ ...result, unknownDoses: [] }).toEqual(forecast(patient({ doses: known }), schedule));
  });
});

test('9.3: the dose number of MMR is the lowest of its antigens', () => {
  const measlesThenMmr = patient({
    doses: [
      { on: '2021-01-01', cvx: '05' },
      { on: '2021-03-01', cvx: '03' },
    ],
    asOf: '2021-04-01',
  });
  const mmr = forecast(measlesThenMmr, schedule).forecasts.find(({ vaccineGroup }) => vaccineGroup === 'MMR');
  expect(mmr).toMatchObject({ status: 'Not Complete', doseNumber: 2, antigens: ['Mumps', 'Rubella'] });
});
