import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf, type Likeness } from './clusters.ts';

const like = (a: string, b: string, score = 10): Likeness => ({
  a,
  b,
  comparison: { outcome: score >= 8 ? 'match' : 'possible', score, guards: [], signature: '' },
});

test('all who are like each other are one, the one most like the others first', () => {
  expect(clustersOf([like('a', 'b', 9), like('b', 'c', 20), like('a', 'c', 5)])).toEqual([['b', 'c', 'a']]);
});

test('a chain is cut where it is weakest: its ends are not alike', () => {
  expect(clustersOf([like('a', 'b', 5), like('b', 'c', 20)])).toEqual([['b', 'c']]);
});

test('a match goes before a likeness that only scores higher', () => {
  const possible = {
    ...like('b', 'c', 30),
    comparison: { ...like('b', 'c', 30).comparison, outcome: 'possible' as const },
  };
  expect(clustersOf([possible, like('a', 'b', 9)])).toEqual([['a', 'b']]);
});

const likenesses = fc
  .uniqueArray(
    fc.record({
      a: fc.constantFrom(...'abcdef'),
      b: fc.constantFrom(...'ghabcd'),
      score: fc.integer({ min: -4, max: 40 }),
    }),
    { selector: ({ a, b }) => [a, b].toSorted().join(''), maxLength: 20 },
  )
  .map((pairs) => pairs.filter(({ a, b }) => a !== b).map(({ a, b, score }) => like(a, b, score)));

test('in every cluster all are alike; nobody is in two; the order in which pairs are found makes no difference', () => {
  fc.assert(
    fc.property(likenesses, (found) => {
      const clusters = clustersOf(found);
      const isAlike = (x: string, y: string): boolean =>
        found.some(({ a, b }) => (a === x && b === y) || (a === y && b === x));
      for (const members of clusters)
        for (const [at, id] of members.entries())
          for (const other of members.slice(at + 1)) expect(isAlike(id, other)).toBe(true);
      expect(new Set(clusters.flat()).size).toBe(clusters.flat().length);
      const sorted = (those: typeof clusters): unknown => those.map((members) => members.join()).toSorted();
      expect(sorted(clustersOf(found.toReversed()))).toEqual(sorted(clusters));
    }),
  );
});
