import { compareFirst, compareLast } from './levels.ts';
import { birthKey } from './normalise.ts';
import type { NormalPerson } from './types.ts';

/**
 * Whether two records may stand under one chart number: the birth date is the same, or first and last name are alike.
 * Marriage changes a last name, a correction the date; where neither stands it is another person's chart, given out again
 * or mixed up. What is not said agrees; one who was born first is not one who was born second, and of twins one first name
 * is not the other.
 */
export function mayShareChart(a: NormalPerson, b: NormalPerson): boolean {
  if (a.birthOrder > 0 && b.birthOrder > 0 && a.birthOrder !== b.birthOrder) return false;
  const isTwin = a.multipleBirth === 'Y' || b.multipleBirth === 'Y';
  if (isTwin && haveOtherFirstNames(a, b)) return false;
  if (a.birthDate !== '' && birthKey(a) === birthKey(b)) return true;
  const areExchanged = compareFirst(a, b).level === 'x';
  return !haveOtherFirstNames(a, b) && !DIFFERENT.has(compareLast(a, b, areExchanged).level);
}

/** Whether the first names tell two people apart; missing and temporary ones do not. */
export const haveOtherFirstNames = (a: NormalPerson, b: NormalPerson): boolean =>
  DIFFERENT.has(compareFirst(a, b).level);

/** Levels of {@link compareFirst} and {@link compareLast} that tell two people apart. */
const DIFFERENT: ReadonlySet<string> = new Set(['d', 'k']);
