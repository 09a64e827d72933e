import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf } from '../dates.ts';
import { BUNDLED_VERSION, bundledSchedule } from './bundle.ts';
import { compileSchedule } from './compile.ts';
import { arbitrarySchedule } from './import/testing/arbitrary-schedule.ts';
import { readSchedule } from './read.ts';

const schedule = compileSchedule(bundledSchedule());

describe('the bundled schedule', () => {
  test('is whole', () => {
    expect(schedule.version).toBe(BUNDLED_VERSION);
    expect(schedule.antigens.size).toBe(30);
    expect(schedule.vaccineGroups).toHaveLength(26);
    expect(schedule.vaccines.size).toBe(218);
    expect([...schedule.antigens.values()].flatMap(({ series }) => series)).toHaveLength(143);
  });

  test('has whole groups and their antigens', () => {
    expect(schedule.groupOfAntigen.get('Measles')).toEqual({
      name: 'MMR',
      isWhole: true,
      antigens: ['Measles', 'Mumps', 'Rubella'],
    });
    expect(schedule.groupOfAntigen.get('Tetanus')?.isWhole).toBe(false);
  });

  test('has the one vaccine that counts by age', () => {
    expect(
      schedule.vaccines.get('121')?.map(({ antigen, from, to }) => [antigen, from?.text, to?.text]),
    ).toEqual([
      ['Varicella', '0d', '50y'],
      ['Zoster', '50y', undefined],
    ]);
  });

  test('has conflicts by the vaccine that must wait', () => {
    const pairs = [...schedule.conflicts.values()].flat();
    expect(pairs).toHaveLength(625);
    expect(schedule.conflicts.get('03')?.find(({ previous }) => previous === '03')).toMatchObject({
      begin: { days: 1 },
      minEnd: { days: 24 },
      end: { days: 28 },
    });
    expect(schedule.conflicts.has('107')).toBe(false);
  });

  test('has immunity by birth', () => {
    const [birth] = schedule.antigens.get('Varicella')?.immunity.births ?? [];
    expect(birth && civilOf(birth.before)).toBe('1980-01-01');
    expect(birth?.country).toBe('U.S.');
    expect([...(birth?.except ?? [])]).toEqual(['055', '007', '003']);
  });

  test('has rules of a time and rules without end', () => {
    const dose = schedule.antigens.get('Polio')?.series.find(({ name }) => name === 'Polio 4-dose series')
      ?.doses[3];
    expect(dose?.ages.map(({ cessation }) => cessation === Infinity)).toEqual([false, true]);
    expect(dose?.ages.map(({ effective }) => effective === -Infinity)).toEqual([true, false]);
    expect(dose?.ages[1]?.min).toEqual({ months: 48, days: 0, text: '4y' });
  });

  test('knows observations by codes of other systems', () => {
    expect(schedule.observations.get('007')).toBe('Pregnant');
    expect(schedule.observationsOfCode.get('SNOMED 77128003')).toEqual(['147', '148']);
  });
});

test('skips are in the context they are for', () => {
  fc.assert(
    fc.property(arbitrarySchedule(), (data) => {
      const doses = data.antigens.flatMap(({ series }) => series.flatMap(({ doses: of }) => of));
      const compiled = [...compileSchedule(data).antigens.values()].flatMap(({ series }) =>
        series.flatMap(({ doses: of }) => of),
      );
      for (const [index, dose] of doses.entries()) {
        const contexts = (dose.skips ?? []).map(({ context }) => context);
        expect(compiled[index]?.evaluationSkips).toHaveLength(
          contexts.filter((context) => context !== 'forecast').length,
        );
        expect(compiled[index]?.forecastSkips).toHaveLength(
          contexts.filter((context) => context !== 'evaluation').length,
        );
        const listed = [...(compiled[index]?.allowableOf.values() ?? [])].flat();
        expect(listed).toHaveLength(dose.allowable?.length ?? 0);
      }
    }),
    { numRuns: 40 },
  );
});

test('refuses what cannot be read', () => {
  const data = bundledSchedule();
  const conflicts = [{ previous: '03', current: '21', begin: 'soon', minEnd: '1d', end: '1d' }];
  expect(() => compileSchedule({ ...data, conflicts })).toThrow(
    new RangeError('Not an age or interval: soon'),
  );
});

test('a text that is no schedule is none', () => {
  expect(readSchedule(JSON.stringify(bundledSchedule()))).toEqual(bundledSchedule());
  for (const text of ['', '[]', 'null', '{"version":"1"}', '{"version":'])
    expect(readSchedule(text)).toBeUndefined();
});
