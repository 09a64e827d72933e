/** How far two middle names agree. Twins share the first of two names too: MINH ANH and MINH AN, ANA LUCIA and ANA LUISA. */
import { areNicknames, isKnownName } from './names.ts';
import { MIDDLE_SIMILAR_FROM, SIMILAR_FROM } from './rules.ts';
import { similarity, skeleton, slip } from './text.ts';
import type { NormalPerson } from './types.ts';

const ORDER = 'ebsikjd';
export type MiddleLevel = 'e' | 'b' | 's' | 'i' | 'k' | 'j' | 'd' | '-';

export function compareMiddle(a: NormalPerson, b: NormalPerson): MiddleLevel {
  let best: MiddleLevel = '-';
  for (const one of a.names)
    for (const other of b.names) {
      if (one.middle === '' || other.middle === '') continue;
      // A surname in the place of the middle name contradicts nothing.
      if (other.lastParts.includes(one.middle) || one.lastParts.includes(other.middle)) continue;
      const found = middleLevel(one.middle, other.middle);
      if (best === '-' || isBetter(found, best)) best = found;
    }
  return best;
}

const isBetter = (a: string, b: string): boolean => ORDER.indexOf(a) < ORDER.indexOf(b);

type Found = Exclude<MiddleLevel, '-'>;

function middleLevel(a: string, b: string): Found {
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return a.length > 1 ? 'e' : 'i';
  const ofA = a.split(' ');
  const ofB = b.split(' ');
  const [few, many] =
    ofA.length < ofB.length || (ofA.length === ofB.length && a < b) ? [ofA, ofB] : [ofB, ofA];
  if (few.length < many.length && few.join('').length > 1 && few.every((word) => many.includes(word)))
    return 'b';
  const [one, other] = [namesIn(few), namesIn(many)];
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  const isAligned = fewer.length === more.length;
  const found = worst(
    fewer.map((word, at) => (isAligned ? wordLevel(word, more[at] ?? '') : bestOf(word, more))),
  );
  return found === 'e' ? 'b' : found;
}

/** Initials behind a name say little: ANH B is ANH. */
function namesIn(words: readonly string[]): readonly string[] {
  const names = words.filter((word) => word.length > 1);
  return names.length > 0 ? names : words.slice(0, 1);
}

/** MARIA LUCIA is not MARIA LUISA: the name that agrees least decides. */
const worst = (found: readonly Found[]): Found =>
  found.reduce((so, each) => (isBetter(so, each) ? each : so), 'e');

const bestOf = (word: string, others: readonly string[]): Found =>
  others.reduce<Found>((so, other) => {
    const found = wordLevel(word, other);
    return isBetter(found, so) ? found : so;
  }, 'd');

function wordLevel(a: string, b: string): Found {
  if (a === b) return a.length > 1 ? 'e' : 'i';
  const [short, long] = a.length < b.length || (a.length === b.length && a < b) ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short) ? 'i' : long.length === 1 ? 'j' : 'd';
  const isBeginning = long.startsWith(short);
  const areAlike = slip(short, long) !== 'far' || similarity(short, long) >= SIMILAR_FROM;
  const isShort = short.length < 5 && long.length - short.length > 1;
  if (areNicknames(short, long)) return areAlike && !(isBeginning && isShort) ? 'k' : 's';
  // A system that keeps a few letters cuts anywhere: what is a name of its own was not cut.
  if (isBeginning && long.length - short.length > 1 && !isKnownName(short)) return 'b';
  const isNear =
    isBeginning ||
    areAlike ||
    similarity(short, long) >= MIDDLE_SIMILAR_FROM ||
    haveSameSkeleton(short, long, 3);
  if (!isNear) return 'd';
  return short.length < 4 || (isKnownName(short) && isKnownName(long)) ? 'k' : 's';
}

/** The same consonants, of which there are enough to tell names apart. */
export function haveSameSkeleton(a: string, b: string, least: number): boolean {
  const one = skeleton(a);
  return one.length >= least && one === skeleton(b);
}
