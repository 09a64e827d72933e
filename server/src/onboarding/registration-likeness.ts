import type { SavedAnswers } from './registration-check.ts';
import { isNpi } from './registration-schema.ts';

/**
 * By what a site that registers is recognised as one that is registered already: keys that are equal where the name, the
 * address or the NPI is the same but for how it is written.
 */
export type Likeness = 'name' | 'address' | 'npi';

/** Words of names that say nothing of which site it is. */
const IDLE_WORDS = new Set(['the', 'inc', 'llc', 'llp', 'ltd', 'corp', 'pc', 'and', 'of', 'at', 'a']);

/** Street suffixes, directions and units as the U.S. Postal Service shortens them (Publication 28, appendix C). */
const SHORT: Readonly<Record<string, string>> = {
  street: 'st',
  str: 'st',
  avenue: 'ave',
  av: 'ave',
  boulevard: 'blvd',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  circle: 'cir',
  place: 'pl',
  square: 'sq',
  terrace: 'ter',
  parkway: 'pkwy',
  highway: 'hwy',
  expressway: 'expy',
  freeway: 'fwy',
  trail: 'trl',
  center: 'ctr',
  centre: 'ctr',
  plaza: 'plz',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
};
const UNIT_WORDS = new Set(['suite', 'ste', 'unit', 'apt', 'apartment', 'room', 'rm', 'number', 'no']);

/** The keys of what a registration says so far; none for what is missing. */
export function likenessOf({ place = {}, clinical = {} }: SavedAnswers): readonly string[] {
  const name = nameKey(word(place.siteName));
  const address = addressKey(word(place.street), word(place.unit), word(place.zip));
  const npi = word(clinical.npi);
  return [
    ...(name === '' ? [] : [`name:${name}`]),
    ...(address === undefined ? [] : [`address:${address}`]),
    ...(isNpi(npi) ? [`npi:${npi}`] : []),
  ];
}

/** What keys say: the kinds, each once. */
export const kindsOf = (keys: readonly string[]): readonly Likeness[] =>
  (['name', 'address', 'npi'] as const).filter((kind) => keys.some((key) => key.startsWith(`${kind}:`)));

/** `The Sunny Valley Clinic, Inc.` and `Clinic Sunny Valley` are one name. */
export function nameKey(name: string): string {
  const words = wordsOf(name);
  const telling = words.filter((each) => !IDLE_WORDS.has(each));
  return [...new Set(telling.length > 0 ? telling : words)].toSorted().join(' ');
}

/** `12 North Main Street, Suite 4` and `12 N. Main St` with unit `#4` are one address, if the ZIP code is the same. */
export function addressKey(street: string, unit: string, zip: string): string | undefined {
  const words = wordsOf(street);
  const zip5 = /^\d{5}/.exec(zip)?.[0];
  if (words.length === 0 || zip5 === undefined) return undefined;
  const split = words.findIndex((each, index) => index > 1 && UNIT_WORDS.has(each));
  const [line, inLine] = split < 0 ? [words, []] : [words.slice(0, split), words.slice(split)];
  const units = [...inLine, ...wordsOf(unit)].filter((each) => !UNIT_WORDS.has(each));
  return [line.map((each) => SHORT[each] ?? each).join(' '), units.join(' '), zip5].join('|');
}

/** Letters and digits, without case, marks and punctuation. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’.]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((each) => each !== '');

const word = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
