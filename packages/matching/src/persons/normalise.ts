import { normaliseAddress } from './normalise-address.ts';
import { normaliseName, orderInName, plainName } from './normalise-name.ts';
import { squeezed, upper, words } from './text.ts';
import type { NormalPerson, PersonFacts, PersonId } from './types.ts';

/**
 * One spelling for everything that is compared; placeholders are taken for missing, neither agreement nor conflict.
 * Without `today` (YYYY-MM-DD) no birth date is too late or too long ago.
 */
export function normalisePerson(facts: PersonFacts, today?: string): NormalPerson {
  const order = facts.birthOrder ?? orderOf(facts);
  const multiple = facts.multipleBirth ?? (orderOf(facts) > 0 || order > 1 ? true : undefined);
  return {
    names: distinct(
      facts.names.map(normaliseName).filter((name) => name.first + name.last !== '' || name.isTemporary),
    ),
    birthDate: normaliseDate(facts.birthDate ?? '', today),
    sex: sexOf(facts.sex ?? ''),
    mothersMaidenName: plainName(facts.mothersMaidenName ?? ''),
    guardians: unique((facts.guardians ?? []).map(guardianName)),
    phones: unique((facts.phones ?? []).map(normalisePhone)),
    emails: unique((facts.emails ?? []).map(normaliseEmail)),
    addresses: distinct(
      (facts.addresses ?? []).map(normaliseAddress).filter(({ line, zip, city }) => line + zip + city !== ''),
    ),
    ids: distinct((facts.identifiers ?? []).flatMap(normaliseId)),
    multipleBirth: multiple === undefined ? '' : multiple ? 'Y' : 'N',
    birthOrder: Number.isInteger(order) && order > 0 && order < 20 ? order : 0,
  };
}

const orderOf = ({ names }: PersonFacts): number =>
  names.reduce((order, { first }) => (order > 0 ? order : orderInName(first)), 0);

const unique = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== '')),
];

function distinct<T>(items: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = JSON.stringify(item);
    return !seen.has(text) && seen.add(text);
  });
}

/** Nobody who is vaccinated today was born before; dates of that kind stand for missing ones. */
const EARLIEST = '1880-01-01';
const OLDEST_YEARS = 120;
const PLACEHOLDER_DATES: ReadonlySet<string> = new Set(['1900-01-01', '1901-01-01']);

function normaliseDate(text: string, today: string | undefined): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === '' || text < EARLIEST || PLACEHOLDER_DATES.has(text) || Number(year) > 2999) return '';
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) return '';
  if (today === undefined) return text;
  const earliest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  return text > today || text < earliest ? '' : text;
}

const sexOf = (sex: string): string => (/^[MFX]$/i.test(sex.trim()) ? sex.trim().toUpperCase() : '');

const guardianName = (first: string): string => plainName(words(first)[0] ?? '');

/** Numbers that nobody has: reserved for fiction, one digit repeated, counted up. */
const NO_PHONE = /^([01]|999|555)|^\d{3}55501|^(\d)\2{9}$|^\d{3}(\d)\3{6}$|^\d{3}1234567$|^123456/;

function normalisePhone(text: string): string {
  const digits = text.replace(/\s*(x|ext)\.?\s*\d+\s*$/i, '').replace(/[\s().+-]/g, '');
  const ten = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return /^\d{10}$/.test(ten) && !NO_PHONE.test(ten) ? ten : '';
}

const NO_EMAIL =
  /^(no|none|na|noemail|no-?reply|unknown|test|refused|declined|patient|x+)@|@(none|na|noemail|example|test)\./;

function normaliseEmail(text: string): string {
  const email = text.trim().toLowerCase();
  return /^[^\s@|;^~%]+@[^\s@|;^~%]+\.[^\s@|;^~%]+$/.test(email) && !NO_EMAIL.test(email) ? email : '';
}

/** One digit repeated is nobody's number; a chart's may be short. */
const NO_ID: Readonly<Record<PersonId['kind'], RegExp>> = {
  chart: /^(0+|(.)\2{4,}|UNKNOWN|UNK|NONE|NA)$/,
  medicaid: /^((.)\2*|UNKNOWN|UNK|NONE|NA)$/,
  ssn: /^((.)\2*|123456789|0000.*|.*0000|(?!(\d{4}|\d{9})$).*)$/,
};

function normaliseId({ kind, namespace, value }: PersonId): readonly PersonId[] {
  const plain = squeezed(upper(value));
  if (plain === '' || NO_ID[kind].test(plain)) return [];
  return [{ kind, namespace: upper(namespace).trim(), value: plain }];
}

/** Birth date with day and month in ascending order: the same for a date and its swapped form. '' where not known. */
export function birthKey({ birthDate }: NormalPerson): string {
  const month = birthDate.slice(5, 7);
  const day = birthDate.slice(8);
  return birthDate === '' ? '' : birthDate.slice(0, 4) + (month < day ? month + day : day + month);
}
