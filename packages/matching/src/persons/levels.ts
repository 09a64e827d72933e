/** How far two records agree in each field. Every function is symmetric and answers with a level of `FIELDS`. */
import { haveSameSkeleton } from './middle.ts';
import { streetOf } from './normalise-address.ts';
import { areNicknames, isKnownName, isPlaceholderToo } from './names.ts';
import { SAME_LENGTH_SIMILAR_FROM, SIMILAR_FROM } from './rules.ts';
import { similarity, slip } from './text.ts';
import type { MatchContext, NormalAddress, NormalName, NormalPerson } from './types.ts';

const FIRST_ORDER = 'ejwxunatslpmikd';
export type FirstLevel =
  'e' | 'j' | 'w' | 'x' | 'u' | 'n' | 'a' | 't' | 's' | 'l' | 'p' | 'm' | 'i' | 'k' | 'd' | 'T' | '-';

/** Two names taken as wholes: level of the first names, and of the middle names where these are not used up by the first. */
export type NamePair = { readonly level: FirstLevel; readonly isMiddleUsed: boolean; readonly value: string };

/** The best pair of names that the two go by; a missing first name is none where there is another. */
export function compareFirst(a: NormalPerson, b: NormalPerson): NamePair {
  let best: NamePair | undefined;
  for (const one of a.names)
    for (const other of b.names) {
      if (one.first === '' || other.first === '' || isMissingInOne(one.first, other.first)) continue;
      const pair = compareNames(one, other);
      const rank = best ? FIRST_ORDER.indexOf(pair.level) - FIRST_ORDER.indexOf(best.level) : -1;
      // Of equal ones always the same, whichever record comes first.
      if (!best || rank < 0 || (rank === 0 && pair.value < best.value)) best = pair;
    }
  if (best) return best;
  const isTemporary = a.names.some((name) => name.isTemporary) || b.names.some((name) => name.isTemporary);
  return { level: isTemporary ? 'T' : '-', isMiddleUsed: false, value: '' };
}

/** A name that is a placeholder too (NA) tells something only where the other says the same. */
const isMissingInOne = (a: string, b: string): boolean =>
  a !== b && (isPlaceholderToo(a) || isPlaceholderToo(b));

function compareNames(a: NormalName, b: NormalName): NamePair {
  const pair = (level: FirstLevel, isMiddleUsed = false): NamePair => ({
    level,
    isMiddleUsed,
    value: a.first,
  });
  if (a.first === b.first) return pair(isPlaceholderToo(a.first) ? 'u' : 'e');
  const ofA = a.middle.replaceAll(' ', '');
  const ofB = b.middle.replaceAll(' ', '');
  if (isJoined(a.first, ofA, b.first, ofB)) return pair('j', true);
  if (a.first === ofB && b.first === ofA) return pair('w', true);
  if (isSwapped(a, b)) return pair('x');
  const spelled = compareSpelling(a.first, b.first);
  if (spelled !== 'd' && spelled !== 'k' && spelled !== 'i') return pair(spelled);
  if ((ofA.length > 1 && ofA === b.first) || (ofB.length > 1 && ofB === a.first)) return pair('m', true);
  return pair(spelled);
}

/** MARY ANN and MARYANN, wherever the names are parted. */
function isJoined(firstA: string, middleA: string, firstB: string, middleB: string): boolean {
  if (middleA === '' && middleB === '') return false;
  return (
    firstA + middleA === firstB + middleB ||
    (middleA !== '' && firstA + middleA === firstB) ||
    (middleB !== '' && firstB + middleB === firstA)
  );
}

function isSwapped(a: NormalName, b: NormalName): boolean {
  if (a.last === '' || b.last === '') return false;
  if (a.first === b.last && b.first === a.last) return true;
  return a.lastParts.includes(b.first) && b.lastParts.includes(a.first);
}

function compareSpelling(a: string, b: string): 'n' | 'a' | 't' | 's' | 'l' | 'p' | 'i' | 'k' | 'd' {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3 && long.startsWith(short)) return 'i';
  const how = slip(short, long);
  if (areNicknames(a, b)) {
    // Forms that look alike (JULIA and JULIE, SOFIA and SOPHIA) are names of twins too; BOB or ROB and ROBERT are not.
    const more = long.length - short.length;
    const isShort = short.length < 5 && long.startsWith(short) && more > 1;
    const isFar = how === 'far' && similarity(a, b) < (more > 1 ? SIMILAR_FROM : SAME_LENGTH_SIMILAR_FROM);
    return isShort || isFar ? 'n' : 'a';
  }
  const areKnown = isKnownName(a) && isKnownName(b);
  if (how !== 'far') {
    if (areKnown) return 'k';
    if (long.length < 3) return 'd';
    return how === 'swapped' && long.length > 3 && (isKnownName(a) || isKnownName(b)) ? 't' : 's';
  }
  if (short.length > 2 && long.startsWith(short)) return 'p';
  const isAlike = similarity(a, b) >= SIMILAR_FROM || haveSameSkeleton(a, b, 3);
  if (short.length < 4 || !isAlike) return 'd';
  return areKnown ? 'k' : 'l';
}

const LAST_ORDER = 'exspmd';
export type LastLevel = 'e' | 'x' | 's' | 'p' | 'm' | 'd' | '-';
export type LastPair = { readonly level: LastLevel; readonly value: string };

export function compareLast(a: NormalPerson, b: NormalPerson, areExchanged: boolean): LastPair {
  if (areExchanged) return { level: 'x', value: '' };
  let level: LastLevel = '-';
  let value = '';
  for (const one of a.names)
    for (const other of b.names) {
      if (one.last === '' || other.last === '' || isMissingInOne(one.last, other.last)) continue;
      if (one.last === other.last) {
        if (level !== 'e' || one.last < value) value = one.last;
        level = 'e';
      } else if (level !== 'e') {
        const found = surnameLevel(one, other, a.mothersMaidenName, b.mothersMaidenName);
        if (level === '-' || LAST_ORDER.indexOf(found) < LAST_ORDER.indexOf(level)) level = found;
      }
    }
  return { level, value };
}

function surnameLevel(a: NormalName, b: NormalName, motherA: string, motherB: string): LastLevel {
  if (areAlike(a.last, b.last, 2)) return 's';
  const shared = a.lastParts.some((part) => part.length > 1 && b.lastParts.includes(part));
  if (shared) return 'p';
  const isAlikeInPart =
    a.lastParts.length + b.lastParts.length > 2 &&
    a.lastParts.some((one) => b.lastParts.some((other) => areAlike(one, other, 4)));
  if (isAlikeInPart) return 'p';
  return a.last === motherB ||
    b.last === motherA ||
    a.lastParts.includes(motherB) ||
    b.lastParts.includes(motherA)
    ? 'm'
    : 'd';
}

/** One slip apart, or similar; `least` letters of the shorter. */
const areAlike = (a: string, b: string, least: number): boolean =>
  Math.min(a.length, b.length) >= least &&
  (slip(a, b) !== 'far' || (Math.min(a.length, b.length) > 3 && similarity(a, b) >= SIMILAR_FROM));

export type BirthDateLevel = 'e' | 'w' | 's' | 'y' | 'd' | '-';

export function compareBirthDates(a: string, b: string): BirthDateLevel {
  if (a === '' || b === '') return '-';
  if (a === b) return 'e';
  if (a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && b.slice(5, 7) === a.slice(8))
    return 'w';
  const how = slip(a.replaceAll('-', ''), b.replaceAll('-', ''));
  if (how === 'replaced' || how === 'swapped') return a.slice(0, 4) === b.slice(0, 4) ? 's' : 'y';
  return Math.abs(Date.parse(a) - Date.parse(b)) <= DAY ? 's' : 'd';
}

const DAY = 86_400_000;

export const compareSex = (a: string, b: string): 'e' | 'd' | '-' =>
  a === '' || b === '' ? '-' : a === b ? 'e' : a === 'X' || b === 'X' ? '-' : 'd';

export type ValueLevel = 'e' | 's' | 'd' | '-';

/** The best pair of two lists: the same value, one slip apart, or different. */
export function compareValues(
  a: readonly string[],
  b: readonly string[],
  areClose: (one: string, other: string) => boolean,
): ValueLevel {
  let best: ValueLevel = '-';
  for (const one of a)
    for (const other of b) {
      if (one === other) return 'e';
      if (best !== 's') best = areClose(one, other) ? 's' : 'd';
    }
  return best;
}

export const isSlip = (a: string, b: string): boolean => slip(a, b) !== 'far';
export const arePhonesClose = (a: string, b: string): boolean => a.slice(3) === b.slice(3) || isSlip(a, b);
export const areSpelledAlike = (a: string, b: string): boolean => areAlike(a, b, 3) || areNicknames(a, b);

const ADDRESS_ORDER = 'esuzcd';
export type AddressLevel = 'e' | 's' | 'u' | 'z' | 'c' | 'd' | '-';

export function compareAddresses(
  a: readonly NormalAddress[],
  b: readonly NormalAddress[],
  isCommon: MatchContext['isCommon'],
): AddressLevel {
  let best: AddressLevel = '-';
  const useful = (list: readonly NormalAddress[]): readonly NormalAddress[] =>
    isCommon ? list.filter(({ line, zip }) => line === '' || !isCommon('address', `${line}|${zip}`)) : list;
  const others = useful(b);
  for (const one of useful(a))
    for (const other of others) {
      const found = addressLevel(one, other);
      if (best === '-' || (found !== '-' && ADDRESS_ORDER.indexOf(found) < ADDRESS_ORDER.indexOf(best)))
        best = found;
      if (best === 'e') return best;
    }
  return best;
}

function addressLevel(a: NormalAddress, b: NormalAddress): AddressLevel {
  const sameZip = a.zip !== '' && a.zip === b.zip;
  const sameCity = a.city !== '' && a.city === b.city;
  const sameArea = sameZip || sameCity || areZipsClose(a.zip, b.zip);
  if (a.line !== '' && b.line !== '') {
    if (a.line === b.line) return sameArea ? 'e' : 'd';
    if (sameArea) {
      const street = streetOf(a.line);
      const other = streetOf(b.line);
      if (street === other) return street.length < a.line.length && street.length < b.line.length ? 'u' : 's';
      if (isStreetAlike(street, other)) return 's';
    }
    return sameZip ? 'z' : sameCity ? 'c' : 'd';
  }
  if (a.zip !== '' && b.zip !== '') return sameZip ? 'z' : sameCity ? 'c' : 'd';
  return sameCity ? 'c' : '-';
}

/** The same house number and a street name spelled alike, or the same street and a slip in the number. */
function isStreetAlike(a: string, b: string): boolean {
  if (isSlip(a.replaceAll(' ', ''), b.replaceAll(' ', ''))) return true;
  const [numberA = '', ...nameA] = a.split(' ');
  const [numberB = '', ...nameB] = b.split(' ');
  if (numberA !== numberB || !/\d/.test(numberA)) return false;
  if (nameA[0] === nameB[0] && (nameA[0] ?? '').length > 3) return true;
  const streetA = nameA.join('');
  const streetB = nameB.join('');
  if (streetA === '' || streetB === '') return false;
  return (
    streetA.startsWith(streetB) || streetB.startsWith(streetA) || similarity(streetA, streetB) >= SIMILAR_FROM
  );
}

/** The same area as far as the ZIP codes tell; a spreadsheet takes the zero off the front of some. */
const areZipsClose = (a: string, b: string): boolean =>
  a === '' || b === '' || isSlip(a, b) || isSlip(a.replace(/^0/, ''), b.replace(/^0/, ''));
