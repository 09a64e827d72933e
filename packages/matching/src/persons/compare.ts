import { guardsOf, hasSameId, type Levels } from './guards.ts';
import * as levels from './levels.ts';
import { compareMiddle } from './middle.ts';
import { FREQUENCIES, isPlaceholderToo } from './names.ts';
import {
  FIELDS,
  FIRST_EQUAL,
  HOUSEHOLD_AT_MOST,
  LAST_EQUAL,
  MATCH_FROM,
  POSSIBLE_FROM,
  PRIOR,
  RULES_VERSION,
  type FieldName,
  type Guard,
} from './rules.ts';
import type { Comparison, MatchContext, MatchOutcome, NormalPerson, PersonId } from './types.ts';

/** Points that the tables do not fix, because they follow the frequency of a name. */
type Measured = {
  readonly levels: Levels;
  readonly first: number | undefined;
  readonly last: number | undefined;
};

/**
 * Whether two records name one person. Symmetric. About 10 µs a pair of full records on one core of a 2-core cloud machine (the AIRA and synthetic pairs, warm).
 */
export function comparePersons(a: NormalPerson, b: NormalPerson, context: MatchContext = {}): Comparison {
  const measured = measure(a, b, context);
  const score = scoreOf(measured);
  const found = measured.levels;
  const guards = guardsOf(found, measured.last === LAST_EQUAL.most);
  return { outcome: outcomeOf(score, found, guards), score, guards, signature: signatureOf(measured) };
}

function measure(a: NormalPerson, b: NormalPerson, context: MatchContext): Measured {
  const { isCommon } = context;
  const frequencies = context.frequencies ?? FREQUENCIES;
  const first = levels.compareFirst(a, b);
  const last = levels.compareLast(a, b, first.level === 'x');
  const useful = (kind: 'phone' | 'ssn', values: readonly string[]): readonly string[] =>
    isCommon ? values.filter((value) => !isCommon(kind, value)) : values;
  const ssns = (person: NormalPerson): readonly string[] => useful('ssn', valuesOf(person.ids, 'ssn'));
  const birthDate = levels.compareBirthDates(a.birthDate, b.birthDate);
  const mother = levels.compareValues(
    listOf(a.mothersMaidenName),
    listOf(b.mothersMaidenName),
    levels.areSpelledAlike,
  );
  const multiple = compareMultiple(a, b);
  const isSameBirth = first.level === 'T' && birthDate === 'e' && mother === 'e';
  return {
    levels: {
      first: first.level,
      middle: first.isMiddleUsed ? '-' : compareMiddle(a, b),
      birthDate,
      sex: levels.compareSex(a.sex, b.sex),
      ssn: compareSsn(ssns(a), ssns(b)),
      medicaid: levels.compareValues(valuesOf(a.ids, 'medicaid'), valuesOf(b.ids, 'medicaid'), levels.isSlip),
      chart: compareCharts(a.ids, b.ids),
      last: last.level,
      phone: levels.compareValues(
        useful('phone', a.phones),
        useful('phone', b.phones),
        levels.arePhonesClose,
      ),
      email: levels.compareValues(a.emails, b.emails, levels.isSlip),
      address: levels.compareAddresses(a.addresses, b.addresses, isCommon),
      mother,
      guardian: levels.compareValues(a.guardians, b.guardians, levels.areSpelledAlike),
      suffix: levels.compareValues(suffixesOf(a), suffixesOf(b), () => false),
      birthOrder: compareOrders(a.birthOrder, b.birthOrder),
      multiple: multiple === 'n' && isSameBirth ? 'o' : multiple,
    },
    first: first.level === 'e' ? bits(frequencies.first(first.value), FIRST_EQUAL) : undefined,
    last: last.level === 'e' ? bitsOfLast(last.value, frequencies) : undefined,
  };
}

/** A name that is a placeholder too says no more than the most frequent one. */
const bitsOfLast = (name: string, { last }: NonNullable<MatchContext['frequencies']>): number =>
  isPlaceholderToo(name) ? LAST_EQUAL.least : bits(last(name), LAST_EQUAL);

const listOf = (value: string): readonly string[] => (value === '' ? [] : [value]);

/** How much an equal name says: the rarer, the more. */
function bits(
  perMillion: number | undefined,
  { least, most, unknown }: { readonly least: number; readonly most: number; readonly unknown: number },
): number {
  if (perMillion === undefined || perMillion <= 0) return unknown;
  return Math.min(most, Math.max(least, Math.log2(1_000_000 / perMillion)));
}

const valuesOf = (ids: readonly PersonId[], kind: PersonId['kind']): readonly string[] =>
  ids.flatMap((id) => (id.kind === kind ? id.value : []));

const suffixesOf = ({ names }: NormalPerson): readonly string[] =>
  names.flatMap(({ suffix }) => (suffix === '' ? [] : suffix));

function compareSsn(a: readonly string[], b: readonly string[]): string {
  const whole = (values: readonly string[]): readonly string[] =>
    values.filter((value) => value.length === 9);
  const full = levels.compareValues(whole(a), whole(b), levels.isSlip);
  if (full !== '-') return full;
  const ends = (values: readonly string[]): readonly string[] => values.map((value) => value.slice(-4));
  const four = levels.compareValues(ends(a), ends(b), () => false);
  return four === 'e' ? 'f' : four;
}

function compareCharts(a: readonly PersonId[], b: readonly PersonId[]): string {
  let found = '-';
  for (const one of a) {
    if (one.kind !== 'chart') continue;
    for (const other of b) {
      if (other.kind !== 'chart' || one.namespace !== other.namespace) continue;
      if (one.value === other.value) return 'e';
      found = 'd';
    }
  }
  return found;
}

const compareOrders = (a: number, b: number): string => (a === 0 || b === 0 ? '-' : a === b ? 'e' : 'd');

function compareMultiple(a: NormalPerson, b: NormalPerson): string {
  const isMultiple = ({ multipleBirth, birthOrder }: NormalPerson): boolean =>
    multipleBirth === 'Y' || birthOrder > 1;
  if (isMultiple(a) || isMultiple(b)) return 'y';
  return a.multipleBirth === 'N' && b.multipleBirth === 'N' ? 'n' : '-';
}

/** The levels that a signature of these rules tells; fields it leaves out are missing. */
export function levelsOf(signature: string): Levels {
  const parts = (signature.split(':')[1] ?? '').split(',');
  const level = (name: FieldName): string =>
    parts.find((part) => part.startsWith(FIELDS[name].code))?.charAt(1) ?? '-';
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, level(name)])) as Levels;
}

/** Names of the fields in the order of the signature. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

export function pointsOf(name: FieldName, level: string): number {
  const table: Readonly<Record<string, { readonly points: number } | undefined>> = FIELDS[name].levels;
  return table[level]?.points ?? 0;
}

function scoreOf(measured: Measured): number {
  let person = 0;
  let shared = 0;
  let against = 0;
  for (const name of FIELD_NAMES) {
    const points =
      (name === 'first' || name === 'last' ? measured[name] : undefined) ??
      pointsOf(name, measured.levels[name]);
    if (!FIELDS[name].isHousehold) person += points;
    else if (points > 0) shared += points;
    else against += points;
  }
  return rounded(PRIOR + person + Math.min(shared, HOUSEHOLD_AT_MOST) + against);
}

const rounded = (score: number): number => Math.round(score * 10) / 10;

/** `1:Fe7.2,Me,De,…`: version, then field and level, and the points where they follow a name's frequency. */
function signatureOf({ levels: found, first, last }: Measured): string {
  let text = '';
  for (const name of FIELD_NAMES) {
    if (found[name] === '-') continue;
    const points = name === 'first' ? first : name === 'last' ? last : undefined;
    text += `${text === '' ? '' : ','}${FIELDS[name].code}${found[name]}${points === undefined ? '' : rounded(points)}`;
  }
  return `${RULES_VERSION}:${text}`;
}

function outcomeOf(score: number, found: Levels, guards: readonly Guard[]): MatchOutcome {
  if (score < POSSIBLE_FROM || isAnother(found)) return 'different';
  return score >= MATCH_FROM && guards.length === 0 ? 'match' : 'possible';
}

/** A brother or sister shares all of the household: with another first name only an identifier makes it worth a review. */
const isAnother = (found: Levels): boolean =>
  found.first === 'd' && !hasSameId(found) && found.ssn !== 'e' && found.middle !== 'e';
