import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEASURES } from '../exchange/measures.ts';
import { improvements, type Measured, PARTS, scoreOf, WEIGHTS } from './quality.ts';

const all = (good: number, total: number): Measured =>
  new Map(MEASURES.map((measure) => [measure, { good, total }]));

const measured = fc
  .dictionary(
    fc.constantFrom(...MEASURES),
    fc
      .integer({ min: 0, max: 1000 })
      .chain((total) => fc.integer({ min: 0, max: total }).map((good) => ({ good, total }))),
  )
  .map((entries): Measured => new Map(Object.entries(entries)));

describe('the score', () => {
  test('weighs every measure once, 100 in all: 50 complete, 30 valid, 20 timely', () => {
    const weighed = PARTS.flatMap((part) => Object.keys(WEIGHTS[part]));
    expect(weighed.toSorted()).toEqual([...MEASURES].toSorted());
    expect(scoreOf(all(1, 1)).parts.map(({ weight }) => weight)).toEqual([50, 30, 20]);
  });

  test('is 100 where all was good, 0 where nothing was, and none where nothing was measured', () => {
    expect(scoreOf(all(7, 7)).score).toBe(100);
    expect(scoreOf(all(0, 7)).score).toBe(0);
    expect(scoreOf(all(0, 0)).score).toBeUndefined();
    expect(scoreOf(new Map()).score).toBeUndefined();
  });

  test('leaves out what there was nothing of', () => {
    const doses = new Map([
      ['lot', { good: 1, total: 2 }],
      ['eligibility', { good: 0, total: 0 }],
    ]);
    expect(scoreOf(doses).score).toBe(50);
  });

  test('lies between 0 and 100, and never falls where more is good', () => {
    fc.assert(
      fc.property(measured, fc.constantFrom(...MEASURES), (before, measure) => {
        const { score } = scoreOf(before);
        const share = before.get(measure);
        if (score === undefined || !share) return;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        const after = new Map([...before, [measure, { ...share, good: share.total }] as const]);
        expect(scoreOf(after).score).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});

describe('what to improve first', () => {
  test('is what adds most points, and it adds as many as it says', () => {
    fc.assert(
      fc.property(measured, (before) => {
        const score = scoreOf(before);
        const found = improvements(score, MEASURES.length);
        expect(found.map(({ points }) => points)).toEqual(
          found.map(({ points }) => points).toSorted((a, b) => b - a),
        );
        const [first] = found;
        if (!first) return;
        const total = before.get(first.measure)?.total ?? 0;
        const after = scoreOf(new Map([...before, [first.measure, { good: total, total }] as const]));
        expect((after.score ?? 0) - (score.score ?? 0)).toBeCloseTo(first.points, 0);
      }),
    );
  });

  test('is nothing where all is good', () => {
    expect(improvements(scoreOf(all(3, 3)))).toEqual([]);
  });
});
