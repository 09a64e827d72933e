import type { DoseFacts } from './types.ts';
import type { Prepared } from './prepare.ts';

/**
 * The more to be believed first: given before refused, administered before historical before not said, complete before
 * partial, more vaccine groups, more of lot, maker and product, specific before unspecified, then the earlier, then the
 * remaining facts. Ids decide between reports of equal facts only.
 */
export function byBelief(a: Prepared, b: Prepared): number {
  return (
    Number(b.isGiven) - Number(a.isGiven) ||
    SOURCES.indexOf(a.facts.source) - SOURCES.indexOf(b.facts.source) ||
    COMPLETIONS.indexOf(a.facts.completion) - COMPLETIONS.indexOf(b.facts.completion) ||
    width(b) - width(a) ||
    detail(b) - detail(a) ||
    Number(a.isUnspecified) - Number(b.isUnspecified) ||
    byFacts(a.facts, b.facts)
  );
}

/**
 * Which of two events counts where they may be one: the one given rather than told of, then the wider, then the earlier;
 * detail comes last, since it says nothing of the day.
 */
export function byPrecedence(a: Prepared, b: Prepared): number {
  return (
    Number(b.isGiven) - Number(a.isGiven) ||
    SOURCES.indexOf(a.facts.source) - SOURCES.indexOf(b.facts.source) ||
    COMPLETIONS.indexOf(a.facts.completion) - COMPLETIONS.indexOf(b.facts.completion) ||
    width(b) - width(a) ||
    a.facts.day - b.facts.day ||
    byBelief(a, b)
  );
}

/** An unspecified code has the groups of all that it may have been; it stands for one of them. */
const width = ({ isUnspecified, facts }: Prepared): number => (isUnspecified ? 1 : facts.groups.length);

const SOURCES: readonly string[] = ['administered', 'historical', ''];
const COMPLETIONS: readonly string[] = ['CP', 'PA', 'RE', 'NA'];

const detail = ({ lot, facts: { cvx, mvx, product } }: Prepared): number =>
  Number(lot !== '') + Number(mvx !== '') + Number(product !== '') + Number(cvx !== '');

const TEXTS = [
  'cvx',
  'organization',
  'orderNumber',
  'source',
  'completion',
  'lot',
  'mvx',
  'product',
  'site',
] as const;

/** An order that depends on what is said alone, the id last. */
export function byFacts(a: DoseFacts, b: DoseFacts): number {
  if (a.day !== b.day) return a.day - b.day;
  for (const field of TEXTS) if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1;
  const one = a.groups.join();
  const other = b.groups.join();
  if (one !== other) return one < other ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
