/** What is known of names in general: how frequent, which are related, which exist. Read from the data when first asked for. */
import { GIVEN_NAMES } from '../data/given-names.ts';
import { KNOWN_NAMES } from '../data/known-names.ts';
import { NICKNAMES } from '../data/nicknames.ts';
import { SURNAMES } from '../data/surnames.ts';
import type { MatchContext } from './types.ts';

/** Lines of a number and the names it holds for. */
function numbered(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of linesOf(text)) {
    const [count, ...names] = line.split(' ');
    for (const name of names) found.set(name, Number(count));
  }
  return found;
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const surnames = once(() => numbered(SURNAMES));
const givenNames = once(() => numbered(GIVEN_NAMES));

const known = once(() => {
  const names = new Set(givenNames().keys());
  for (const line of linesOf(KNOWN_NAMES)) {
    const [initial = '', rest = ''] = line.split(':');
    for (const tail of rest.split(' ')) names.add(initial + tail);
  }
  for (const line of linesOf(NICKNAMES)) for (const name of line.split(' ')) names.add(name);
  return names;
});

const groups = once(() => {
  const byName = new Map<string, number[]>();
  linesOf(NICKNAMES).forEach((line, group) => {
    for (const name of line.split(' ')) byName.set(name, [...(byName.get(name) ?? []), group]);
  });
  return byName;
});

/** How many of a million bear the name, in California's mix; names outside the tables are rare. */
export const FREQUENCIES: NonNullable<MatchContext['frequencies']> = {
  last: (name) => surnames().get(name),
  first: (name) => givenNames().get(name),
};

/** Whether a given name exists, rather than being a misspelling. */
export const isKnownName = (name: string): boolean => known().has(name);

/** Written where there is no name, and a given or family name of Koreans, Vietnamese and Hmong. */
export const isPlaceholderToo = (name: string): boolean => name === 'NA';

/** Whether one person may go by both names. */
export function areNicknames(a: string, b: string): boolean {
  const ofA = groups().get(a);
  const ofB = ofA && groups().get(b);
  return ofA !== undefined && ofB !== undefined && ofA.some((group) => ofB.includes(group));
}
