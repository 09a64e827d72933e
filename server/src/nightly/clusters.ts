import type { Comparison } from '@cairn/matching';

/** Two persons that may be one. */
export type Likeness = { readonly a: string; readonly b: string; readonly comparison: Comparison };

/**
 * Persons of whom each may be each other (complete linkage: a chain of likenesses does not make its ends alike), the
 * strongest likenesses first. The first of each is the one that is most like the others: compared with it, the others
 * need not be compared with each other as well.
 */
export function clustersOf(likenesses: readonly Likeness[]): readonly (readonly string[])[] {
  const scores = new Map<string, Map<string, number>>();
  const scoresOf = (id: string): Map<string, number> => {
    const known = scores.get(id) ?? new Map<string, number>();
    scores.set(id, known);
    return known;
  };
  for (const { a, b, comparison } of likenesses) {
    scoresOf(a).set(b, comparison.score);
    scoresOf(b).set(a, comparison.score);
  }
  const clusters = new Map([...scores.keys()].map((id) => [id, [id]]));
  for (const { a, b } of likenesses.toSorted(byStrength)) {
    const [one, other] = [clusters.get(a), clusters.get(b)];
    if (!one || !other || one === other) continue;
    if (!one.every((id) => other.every((with_) => scores.get(id)?.has(with_)))) continue;
    one.push(...other);
    for (const id of other) clusters.set(id, one);
  }
  const sum = (id: string, members: readonly string[]): number =>
    members.reduce((total, member) => total + (scores.get(id)?.get(member) ?? 0), 0);
  return [...new Set(clusters.values())]
    .filter(({ length }) => length > 1)
    .map((members) => members.toSorted((x, y) => sum(y, members) - sum(x, members) || (x < y ? -1 : 1)));
}

/** Equal ones by their ids, so that each night comes to the same. */
export function byStrength(x: Likeness, y: Likeness): number {
  const isMatch = ({ comparison }: Likeness): number => Number(comparison.outcome === 'match');
  return (
    isMatch(y) - isMatch(x) ||
    y.comparison.score - x.comparison.score ||
    (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1)
  );
}
