import { isJunkFirstName } from '@cairn/codes';
import { isKnownName, isPlaceholderToo } from './names.ts';
import { squeezed, upper, words } from './text.ts';
import type { NormalName, PersonName } from './types.ts';

/** Generation, by every way to write it; II is compared as JR, and SR as I. */
const GENERATIONS: Readonly<Record<string, string>> = {
  SR: '1',
  SENIOR: '1',
  I: '1',
  '1ST': '1',
  JR: '2',
  JNR: '2',
  JUNIOR: '2',
  II: '2',
  '2ND': '2',
  III: '3',
  '3RD': '3',
  IV: '4',
  '4TH': '4',
  V: '5',
  '5TH': '5',
};

/** At the end of a name these are initials as often as generations. */
const NOT_AT_THE_END: ReadonlySet<string> = new Set(['I', 'V']);

/** Words that belong to the word after them: DE LA CRUZ is one name. */
const PARTICLES: ReadonlySet<string> = new Set(
  'DE DEL DELA DELAS DELOS LA LAS LOS EL AL DI DA DAS DOS DU DELLA VAN VANDE VANDER VON VONDER DER DEN TER TEN ST SAINT SAN SANTA SANTO MAC MC O D ABU BIN IBN'.split(
    ' ',
  ),
);

/** What is written where the name is not known. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  'UNKNOWN UNK UNKN UNKNOWNNAME UNKNOWNPATIENT NONE NA NULL MISSING EMPTY NOTGIVEN NOTPROVIDED REFUSED DECLINED ANON ANONYMOUS FNU LNU NFN NLN NMN NMI NOFIRSTNAME NOLASTNAME NOLASTNAM NOMIDDLENAME NOMIDDLE TEST TESTPATIENT ZZTEST ZZZTEST XX XXX XXXX'.split(
    ' ',
  ),
);

const NEWBORN_WORDS =
  /^(BABY|BABYBOY|BABYGIRL|BBOY|BGIRL|BOY|GIRL|TWIN|TWINBOY|TWINGIRL|TRIPLET|NEWBORN|INFANT|UNNAMED|NONAME)$/;
const NEWBORN_RUN =
  /^(?!BOYD$)(BB|BG|FC|MC|NB|BABY|BOY|GIRL|BABYBOY|BABYGIRL|BOYTWIN|GIRLTWIN|TWIN|TWINBOY|TWINGIRL|TRIPLET|NEWBORN|INFANT)([A-D]|[1-4]|ONE|TWO|THREE)$/;
const ORDERS: Readonly<Record<string, number>> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  ONE: 1,
  TWO: 2,
  THREE: 3,
};
const SEXES_OF_LAST: ReadonlySet<string> = new Set(['BOY', 'GIRL', 'MALE', 'FEMALE', 'BABY', 'NEWBORN']);

/** Whether a first name is one that a hospital gives until there is a name, also with the mother's in it: BABY BOY MARIA. */
function isNewbornName(parts: readonly string[], whole: string): boolean {
  const [first = ''] = parts;
  const last = parts[parts.length - 1] ?? '';
  return (
    NEWBORN_WORDS.test(first) ||
    NEWBORN_RUN.test(whole) ||
    (parts.length > 1 && /^(BABY|BOY|GIRL|TWIN)$/.test(last)) ||
    isJunkFirstName(whole)
  );
}

/** 1 for TWIN A and BABY BOY 1, and so on; 0 where a first name tells no order. */
export function orderInName(first: string): number {
  const parts = words(first);
  const whole = parts.join('');
  if (!isNewbornName(parts, whole)) return 0;
  const tail = NEWBORN_RUN.exec(whole)?.[2] ?? (parts.length > 1 ? parts[parts.length - 1] : undefined);
  return ORDERS[tail ?? ''] ?? 0;
}

/** A digit among letters is a letter read wrongly: M0NROE. */
const DIGIT_LETTERS: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '3': 'E', '5': 'S', '8': 'B' };
const lettered = (part: string): string =>
  /^\D+\d\D*$|^\d\D{2,}$/.test(part) ? part.replace(/\d/, (digit) => DIGIT_LETTERS[digit] ?? digit) : part;

/** The parts of a surname, particles joined to what follows. */
export function surnameParts(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let held = '';
  for (const part of parts) {
    if (part === 'Y' && joined.length > 0) continue;
    if (PARTICLES.has(part)) held += part;
    else {
      joined.push(held + part);
      held = '';
    }
  }
  return held === '' ? joined : [...joined, held];
}

/** Takes the generation off the end of a name. */
function withoutGeneration(parts: readonly string[]): readonly [parts: readonly string[], suffix: string] {
  const last = parts[parts.length - 1] ?? '';
  const generation = parts.length > 1 && !NOT_AT_THE_END.has(last) ? (GENERATIONS[last] ?? '') : '';
  return generation === '' ? [parts, ''] : [parts.slice(0, -1), generation];
}

/** A name that is written in one field, such as a mother's maiden name; '' for a placeholder. */
export function plainName(text: string): string {
  const name = words(text).map(lettered).join('');
  return PLACEHOLDERS.has(name) || isJunkFirstName(name) ? '' : name;
}

/** Whether a first or last name is none; what is a name too (NA) is one beside a name that is no placeholder. */
const isMissing = (name: string, beside: string): boolean =>
  PLACEHOLDERS.has(name) && !(isPlaceholderToo(name) && beside !== '' && !PLACEHOLDERS.has(beside));

export function normaliseName(name: PersonName): NormalName {
  const [lastWords, lastSuffix] = withoutGeneration(words(name.last).map(lettered));
  const [firstWords, firstSuffix] = withoutGeneration(words(name.first));
  const rawFirst = firstWords.join('');
  const isTemporary = !PLACEHOLDERS.has(rawFirst) && rawFirst !== '' && isNewbornName(firstWords, rawFirst);
  const isNobody = lastWords.join('') === 'DOE' && /^J(OHN|ANE)$/.test(rawFirst);
  const parts = surnameParts(lastWords);
  const last = parts.join('');
  const isLastMissing =
    isMissing(last, isTemporary ? '' : rawFirst) || (isTemporary && SEXES_OF_LAST.has(last));
  const hasLast = !isNobody && !isLastMissing;
  const middleWords = words(name.middle ?? '').map(lettered);
  const middle = PLACEHOLDERS.has(middleWords.join('')) ? [] : middleWords;
  const hasFirst = !isTemporary && !isNobody && !isMissing(rawFirst, last);
  const [first, rest] = hasFirst ? givenNames(firstWords.map(lettered), middle) : ['', middle];
  return {
    last: hasLast ? last : '',
    lastParts: hasLast && last !== '' ? parts : [],
    first,
    middle: rest.join(' '),
    suffix: GENERATIONS[squeezed(upper(name.suffix ?? ''))] ?? (lastSuffix || firstSuffix),
    isTemporary,
  };
}

/**
 * MARIA GUADALUPE in the first-name field is MARIA and GUADALUPE; ANNA BELLE and E VANGELINE, that are names when written
 * together or not names apart, are one.
 */
function givenNames(
  first: readonly string[],
  middle: readonly string[],
): readonly [first: string, middle: readonly string[]] {
  // Once more: what was a digit by itself may now stand among letters.
  const whole = lettered(first.join(''));
  const [head = '', ...rest] = first;
  const isCompound =
    rest.length > 0 &&
    head.length > 2 &&
    !isKnownName(whole) &&
    isKnownName(head) &&
    isKnownName(rest.join(''));
  if (!isCompound) return [whole, middle];
  const said = rest.join('');
  return [head, middle.join('') === said ? middle : [...rest, ...middle]];
}
