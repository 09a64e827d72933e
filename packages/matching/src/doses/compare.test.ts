import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDoses } from './compare.ts';
import { dose, retold } from './testing/doses.ts';
import { anyDose } from './testing/arbitraries.ts';
import { doseRuleCodes, explainDoseRule } from './rules.ts';
import type { DoseFacts } from './types.ts';

const verdict = (a: DoseFacts, b: DoseFacts): string => {
  const { verdict: said, rule } = compareDoses(a, b);
  return `${said}: ${rule}`;
};

describe('the key of the source', () => {
  const first = dose({ cvx: '03', orderNumber: '77', lot: 'A1' });

  test('makes a resend the same dose, with lot and day corrected', () => {
    expect(verdict(first, dose({ cvx: '03', orderNumber: '77', lot: 'B2', day: 2 }))).toBe(
      'same: source-key',
    );
  });
  test('makes a corrected vaccine the same dose', () => {
    const given = dose({ cvx: '20', orderNumber: '77' });
    expect(verdict(given, dose({ cvx: '115', orderNumber: '77' }))).toBe('same: source-key');
    expect(verdict(given, dose({ cvx: '999', orderNumber: '77' }))).toBe('same: source-key');
  });
  test('says nothing of another vaccine, another day, another organization or a number for all', () => {
    expect(verdict(first, dose({ cvx: '21', orderNumber: '77' }))).toBe('different: no-shared-group');
    expect(verdict(first, dose({ cvx: '03', orderNumber: '77', day: 28 }))).toBe('different: outside-window');
    expect(verdict(first, dose({ cvx: '03', orderNumber: '77', organization: 'other', lot: 'B2' }))).toBe(
      'different: two-givers-two-lots',
    );
    const placeholder = dose({ cvx: '03', orderNumber: '9999', lot: 'A1' });
    expect(verdict(placeholder, { ...placeholder, day: 10, lot: 'B2' })).toBe('different: two-days-two-lots');
  });
});

describe('a refusal', () => {
  const refused = dose({ cvx: '03', completion: 'RE' });

  test('is never a dose, nor is the code for no vaccine', () => {
    expect(verdict(refused, dose({ cvx: '03' }))).toBe('different: not-given');
    expect(verdict(dose({ cvx: '998' }), dose({ cvx: '03' }))).toBe('different: not-given');
    expect(verdict(dose({ cvx: '03', completion: 'NA' }), dose({ cvx: '03' }))).toBe('different: not-given');
  });
  test('is the same as another of the same group, day and organization alone', () => {
    expect(verdict(refused, dose({ cvx: '04', completion: 'RE' }))).toBe('same: refused-again');
    expect(verdict(refused, dose({ cvx: '03', completion: 'RE', day: 1 }))).toBe('different: not-given');
    expect(verdict(refused, retold({ cvx: '03', completion: 'RE' }))).toBe('different: not-given');
    expect(verdict(refused, dose({ cvx: '94', completion: 'RE' }))).toBe('different: not-given');
    expect(verdict(refused, dose({ cvx: '03', completion: 'NA' }))).toBe('different: not-given');
  });
  test('a partial dose is a dose', () => {
    expect(verdict(dose({ cvx: '03', completion: 'PA' }), dose({ cvx: '03' }))).toBe('same: same-report');
  });
});

describe('the window', () => {
  test.each([
    ['MMR after 28 days', '03', 28, 'different: outside-window'],
    ['MMR after 24 days, the shortest valid interval', '03', 24, 'different: outside-window'],
    ['MMR after 23 days', '03', 23, 'unsure: weights'],
    ['influenza after 28 days', '150', 28, 'different: outside-window'],
    ['influenza after 24 days', '150', 24, 'different: outside-window'],
    ['rabies on days 0 and 3', '175', 3, 'different: outside-window'],
    ['rabies on days 3 and 7', '175', 4, 'different: outside-window'],
    ['hepatitis B, accelerated', '43', 7, 'different: outside-window'],
    ['hepatitis A and B, accelerated', '104', 7, 'different: outside-window'],
    ['Japanese encephalitis, accelerated', '134', 7, 'different: outside-window'],
    ['COVID-19 after 17 days, the shortest valid interval', '208', 17, 'different: outside-window'],
    ['oral typhoid, alternate days', '25', 2, 'different: outside-window'],
    ['cholera', '174', 1, 'different: outside-window'],
    ['immune globulin', '34', 1, 'different: outside-window'],
    ['a two-step skin test', '96', 7, 'different: outside-window'],
  ])('%s', (_, cvx, day, expected) => {
    expect(
      verdict(dose({ cvx, lot: 'L1' }), dose({ cvx, day, lot: 'L1' })).replace('same-lot', 'weights'),
    ).toBe(expected);
  });

  test('of several shared groups is the longest', () => {
    expect(verdict(dose({ cvx: '110' }), retold({ cvx: '110', day: 10 }))).toBe('same: weights');
  });
});

describe('two doses', () => {
  test('are from two lots, given by two clinics or on two days', () => {
    const first = dose({ cvx: '08', lot: 'AB12' });
    expect(verdict(first, dose({ cvx: '08', lot: 'CD34', organization: 'other' }))).toBe(
      'different: two-givers-two-lots',
    );
    expect(verdict(first, dose({ cvx: '08', lot: 'CD34', day: 5 }))).toBe('different: two-days-two-lots');
  });
  test('are injected on one day: a combination and a component, or at two sites', () => {
    const combination = dose({ cvx: '110', lot: 'C2221AA' });
    expect(verdict(combination, dose({ cvx: '10', lot: 'C2253AA' }))).toBe('different: two-injections');
    const left = dose({ cvx: '34', lot: 'R1', site: 'LT' });
    expect(verdict(left, dose({ cvx: '34', lot: 'R2', site: 'RT' }))).toBe('different: two-injections');
  });
  test('may be one where only the lot differs', () => {
    expect(verdict(dose({ cvx: '34', lot: 'R1' }), dose({ cvx: '34', lot: 'R2' }))).toBe('unsure: weights');
  });
  test('are measles and mumps of one day', () => {
    expect(verdict(dose({ cvx: '05' }), dose({ cvx: '07' }))).toBe('different: no-shared-group');
    expect(verdict(dose({ cvx: '03' }), retold({ cvx: '07' }))).toBe('same: given-and-retold');
  });
  test('are a vaccine and its immune globulin', () => {
    expect(verdict(dose({ cvx: '08' }), dose({ cvx: '30' }))).toBe('different: no-shared-group');
  });
  test('are two unknown vaccines', () => {
    expect(verdict(dose({ cvx: '999' }), dose({ cvx: '999' }))).toBe('different: no-shared-group');
    expect(verdict(dose({ cvx: '' }), dose({ cvx: '' }))).toBe('different: no-shared-group');
  });
});

describe('one dose', () => {
  test('is reported twice by one organization', () => {
    const first = dose({ cvx: '03', orderNumber: '1' });
    expect(verdict(first, dose({ cvx: '03', orderNumber: '2', lot: 'A1' }))).toBe('same: same-report');
  });
  test('is given and told of on that day, by an unspecified code too', () => {
    expect(verdict(dose({ cvx: '208' }), retold({ cvx: '213' }))).toBe('same: given-and-retold');
    expect(verdict(dose({ cvx: '133' }), retold({ cvx: '109' }))).toBe('same: given-and-retold');
    expect(verdict(dose({ cvx: '110' }), retold({ cvx: '20' }))).toBe('same: given-and-retold');
    expect(verdict(dose({ cvx: '10' }), retold({ cvx: '182' }))).toBe('same: given-and-retold');
  });
  test('is told of a day late', () => {
    expect(verdict(dose({ cvx: '208' }), retold({ cvx: '213', day: 1 }))).toBe('same: weights');
  });
  test.each([
    ['O for 0', 'AO12B', 'A012B'],
    ['case, space and dash', 'ab-012 c', 'AB012C'],
    ['leading zeros', '00123', '123'],
  ])('has one lot, typed otherwise: %s', (_, one, other) => {
    expect(verdict(dose({ cvx: '03', lot: one }), dose({ cvx: '03', lot: other, day: 7 }))).toBe(
      'same: same-lot',
    );
  });
  test('has one lot for a week at most', () => {
    const first = dose({ cvx: '03', lot: 'L1' });
    expect(verdict(first, { ...first, day: 8 })).toBe('unsure: weights');
  });
  test('is not shown by words in the place of a lot', () => {
    const unknown = dose({ cvx: '03', lot: 'Unknown' });
    expect(verdict(unknown, { ...unknown, day: 7 })).toBe('unsure: weights');
  });
});

describe('doubt remains', () => {
  test('where DTaP and Tdap may be mistaken for each other', () => {
    expect(verdict(dose({ cvx: '20' }), retold({ cvx: '115' }))).toBe('unsure: look-alike');
    expect(verdict(dose({ cvx: '113', lot: 'T1' }), retold({ cvx: '115', lot: 'T1', day: 3 }))).toBe(
      'unsure: look-alike',
    );
    expect(verdict(dose({ cvx: '20', lot: 'D1' }), dose({ cvx: '115', lot: 'T1' }))).toBe(
      'different: two-injections',
    );
  });
  test('where a history names more than was given', () => {
    expect(verdict(dose({ cvx: '20' }), retold({ cvx: '110' }))).toBe('unsure: wider-retelling');
    expect(verdict(dose({ cvx: '20' }), retold({ cvx: '110', day: 1 }))).toBe('unsure: wider-retelling');
  });
  test('where day and month changed places', () => {
    const march5 = Date.UTC(2024, 2, 5) / 86_400_000;
    const may3 = Date.UTC(2024, 4, 3) / 86_400_000;
    const given = dose({ cvx: '08', lot: 'H77', day: march5 });
    expect(verdict(given, retold({ cvx: '08', lot: 'H77', day: may3 }))).toBe('unsure: day-month-swap');
    expect(verdict(given, retold({ cvx: '08', lot: 'H77', day: may3 + 1 }))).toBe(
      'different: outside-window',
    );
    expect(verdict(given, retold({ cvx: '08', day: may3 }))).toBe('different: outside-window');
    expect(verdict(given, dose({ cvx: '08', lot: 'H77', day: may3 }))).toBe('different: outside-window');
  });
});

describe('every comparison', () => {
  test('is symmetric, explained, and has a score where the weights say it', () => {
    fc.assert(
      fc.property(anyDose, anyDose, (a, b) => {
        const one = compareDoses(a, b);
        expect(compareDoses(b, a)).toEqual(one);
        expect(explainDoseRule(one.rule)).toMatch(/^[A-Z].*\.$/);
        expect(one.score !== undefined).toBe(one.rule === 'weights');
        if (one.score !== undefined) {
          expect(one.score).toBeGreaterThanOrEqual(0);
          expect(one.score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('reaches every rule', () => {
    const pairs = fc.sample(fc.tuple(anyDose, anyDose), { numRuns: 40_000, seed: 7 });
    const reached = new Set(pairs.map(([a, b]) => compareDoses(a, b).rule));
    // A swap of day and month needs two dates that no sample of a month has.
    expect(doseRuleCodes().filter((code) => !reached.has(code))).toEqual(['day-month-swap']);
  });

  test('has its words; an unknown code has none', () => {
    expect(() => explainDoseRule('no-such-rule')).toThrow('no-such-rule');
  });
});
