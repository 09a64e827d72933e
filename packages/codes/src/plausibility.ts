import { JUNK_FIRST_NAMES } from './data/junk-first-names.ts';
import { LOT_PATTERNS } from './data/lot-patterns.ts';
import { lazy } from './lazy.ts';
import { linesOf, rowsOf } from './rows.ts';

/** What the lot numbers of a manufacturer look like; several manufacturers may share a pattern. */
export type LotPattern = { readonly pattern: RegExp; readonly mvx: string };

const junk = lazy(() => new Set(linesOf(JUNK_FIRST_NAMES)));
const patterns = lazy(() =>
  Object.freeze(
    rowsOf(LOT_PATTERNS).map((row) => Object.freeze({ pattern: new RegExp(row(0)), mvx: row(1) })),
  ),
);

/** Whether a first name stands for a missing one: `BABY BOY`, `Newborn`, `no name`. Case and blanks do not count. */
export function isJunkFirstName(name: string): boolean {
  return junk().has(name) || junk().has(name.toUpperCase().replace(/\s+/g, ''));
}

export function lotPatterns(): readonly LotPattern[] {
  return patterns();
}
