import { vaccineByCvx } from '@cairn/codes';
import type { Prepared } from './prepare.ts';

const NONE: readonly string[] = Object.freeze([]);

/** Codes that CDC's map of vaccine groups leaves out, under the groups of what they protect against. */
const UNMAPPED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '112': ['Td'],
    '142': ['Td'],
    '167': ['MENING'],
    '169': ['HepA'],
    '178': ['POLIO'],
    '179': ['POLIO'],
    '182': ['POLIO'],
    '190': ['TYPHOID'],
    '191': ['MENING'],
    '192': ['MENING'],
    '198': ['DTAP', 'HepB', 'HIB'],
  }),
);

/** Parts of MMR given alone: one vaccine group to CDC, yet measles and mumps on one day are two doses. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['04', 'measles rubella'],
  ['05', 'measles'],
  ['06', 'rubella'],
  ['07', 'mumps'],
  ['38', 'rubella mumps'],
]);

/** The vaccine groups of a CVX code: CDC's map, completed; none for a code that names no vaccine of a group. */
export function vaccineGroupsOf(cvx: string): readonly string[] {
  const groups = vaccineByCvx(cvx)?.groups ?? NONE;
  return groups.length > 0 ? groups : (UNMAPPED.get(cvx) ?? NONE);
}

export type Family = 'shared' | 'look-alike' | 'none';

/** Whether two vaccines can be one: a group in common, the same code, or groups that are mistaken for each other. */
export function familyOf(a: Prepared, b: Prepared): Family {
  const { cvx } = a.facts;
  if (shareGroup(a.facts.groups, b.facts.groups)) return areApart(cvx, b.facts.cvx) ? 'none' : 'shared';
  if (cvx !== '' && cvx === b.facts.cvx && vaccineByCvx(cvx)?.kind !== 'no-vaccine') return 'shared';
  return a.isLookAlike && b.isLookAlike ? 'look-alike' : 'none';
}

function shareGroup(a: readonly string[], b: readonly string[]): boolean {
  for (const group of a) if (b.includes(group)) return true;
  return false;
}

function areApart(a: string, b: string): boolean {
  const one = PARTS.get(a);
  const other = PARTS.get(b);
  if (one === undefined || other === undefined) return false;
  return !one.split(' ').some((part) => other.includes(part));
}

/** Whether all groups of the second are among those of the first. */
export const covers = (wide: readonly string[], narrow: readonly string[]): boolean =>
  narrow.every((group) => wide.includes(group));

export const sameGroups = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && covers(a, b);
