import { california } from '@cairn/california';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allProblems,
  checkAnswers,
  isTooLarge,
  type SavedAnswers,
  unkeepable,
} from './registration-check.ts';
import { masked } from './registration-answer.ts';
import { isNpi } from './registration-schema.ts';

const check = (answers: SavedAnswers, isFacility = false) =>
  checkAnswers(answers, california, () => isFacility);
const problemsOf = (answers: SavedAnswers, isFacility = false): readonly string[] =>
  check(answers, isFacility)
    .steps.filter(({ step }) => answers[step])
    .flatMap(({ problems }) => problems.map(({ where, code }) => `${where}:${code}`));

describe('a check', () => {
  it('finds every step missing in the beginning', () => {
    const checked = check({});
    expect(checked.complete).toBeUndefined();
    expect(allProblems(checked).map(({ where, code }) => `${where}:${code}`)).toEqual(
      ['place', 'clinical', 'contacts', 'ehr', 'type', 'meaningful-use', 'agreement'].map(
        (step) => `${step}:required`,
      ),
    );
  });

  it('says what is missing of the form that was meant', () => {
    expect(problemsOf({ clinical: {} })).toEqual(['isClinical:required']);
    expect(problemsOf({ type: {} })).toEqual(['siteType:required']);
    expect(problemsOf({ type: { siteType: 4 } })).toEqual(['siteType:invalid']);
    expect(problemsOf({ clinical: { isClinical: false, npi: '12' } })).toContain('npi:npi-invalid');
    expect(problemsOf({ contacts: {} })).toEqual([
      'siteContact:required',
      'dataExchangeContact:required',
      'ehrSupport:required',
    ]);
  });

  it('knows a Sending Facility only where there is one', () => {
    const type = { siteType: 2, sendingFacility: 'SF-1' };
    expect(problemsOf({ type }, true)).toEqual([]);
    expect(problemsOf({ type }, false)).toEqual(['sendingFacility:sending-facility-unknown']);
  });

  it.each([
    ['2025-01-01', '2025-03-31', []],
    ['2024-01-01', '2024-03-30', []],
    ['2025-01-01', '2025-03-30', ['to:period-not-90-days']],
    ['2025-03-31', '2025-01-01', ['to:period-not-90-days']],
    ['2025-02-30', '2025-05-30', ['from:date-invalid']],
  ])('takes a period of 90 days alone: %s to %s', (from, to, expected) =>
    expect(problemsOf({ 'meaningful-use': { stage: '1', from, to } })).toEqual(expected),
  );

  it('fails on nothing that can be saved', () => {
    const step = fc.dictionary(fc.string(), fc.jsonValue());
    const keys = fc.constantFrom(
      'place',
      'clinical',
      'contacts',
      'ehr',
      'type',
      'meaningful-use',
      'agreement',
    );
    fc.assert(
      fc.property(fc.dictionary(keys, step), (answers) => {
        expect(check(answers).steps).toHaveLength(7);
      }),
    );
  });
});

describe('what is kept', () => {
  it('is text, switches, and forms of them', () => {
    expect(unkeepable({ a: 'text', b: { c: true, d: 3 } })).toEqual([]);
    const bad = { a: [], b: { c: null }, d: 'a\0', e: '\uDC00', f: { g: { h: { i: { j: 'deep' } } } } };
    expect(unkeepable(bad).map(({ where }) => where)).toEqual(['a', 'b.c', 'd', 'e', 'f.g.h.i']);
    expect(unkeepable({ 'k\0': 'x' })).toHaveLength(1);
  });

  it('is at most 8 kB in UTF-8', () => {
    expect(isTooLarge({ a: 'x'.repeat(8000) })).toBe(false);
    expect(isTooLarge({ a: 'ñ'.repeat(4100) })).toBe(true);
  });
});

it('masks an address but for its first letter and its host', () => {
  expect(masked('maria@clinic.example')).toBe('m•••@clinic.example');
  expect(masked('x@clinic.example')).toBe('x•••@clinic.example');
});

it('finds any one wrong digit of an NPI', () => {
  expect(isNpi('1234567893')).toBe(true);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = [...'1234567893'];
      digits[at] = String((Number(digits[at]) + by) % 10);
      expect(isNpi(digits.join(''))).toBe(false);
    }),
  );
});
