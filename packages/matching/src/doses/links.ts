import type { DoseLink } from './types.ts';

/** The decisions of persons, by the positions of the doses they are about. */
export type Decisions = {
  /** Blocks of doses decided to be one; every dose is in one block. */
  readonly blocks: readonly (readonly number[])[];
  readonly areForbidden: (a: number, b: number) => boolean;
  /** Decisions for `same` that one for `different` overrules. */
  readonly overruled: readonly DoseLink[];
};

/**
 * `same` is transitive; `different` is not. Where they contradict each other `different` wins, since the other would hide
 * a dose: a `same` that would bring two forbidden doses into one block is not kept, those of earlier position first.
 */
export function readLinks(
  links: readonly DoseLink[],
  position: ReadonlyMap<string, number>,
  count: number,
): Decisions {
  const forbidden = new Set<number>();
  const wanted: (readonly [number, number, DoseLink])[] = [];
  for (const link of links) {
    const a = position.get(link.a);
    const b = position.get(link.b);
    if (a === undefined || b === undefined || a === b) continue;
    const [low, high] = a < b ? [a, b] : [b, a];
    if (link.kind === 'different') forbidden.add(low * count + high);
    else wanted.push([low, high, link]);
  }
  const areForbidden = (a: number, b: number): boolean =>
    forbidden.size > 0 && forbidden.has(Math.min(a, b) * count + Math.max(a, b));

  const blockOf: number[][] = Array.from({ length: count }, (_, index) => [index]);
  const overruled: DoseLink[] = [];
  wanted.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  for (const [low, high, link] of wanted) {
    const one = blockOf[low] ?? [];
    const other = blockOf[high] ?? [];
    if (one === other) continue;
    if (one.some((a) => other.some((b) => areForbidden(a, b)))) {
      overruled.push(link);
      continue;
    }
    one.push(...other);
    for (const member of other) blockOf[member] = one;
  }
  return { blocks: [...new Set(blockOf)], areForbidden, overruled };
}
