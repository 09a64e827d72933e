import { STREET_WORDS } from '../data/street-words.ts';
import { upper, words } from './text.ts';
import type { NormalAddress, PersonAddress } from './types.ts';

let shortForms: ReadonlyMap<string, string> | undefined;

function shortForm(word: string): string {
  shortForms ??= new Map(
    STREET_WORDS.split('\n').flatMap((line) => {
      const [short = '', ...long] = line.split(' ');
      return long.map((each) => [each, short] as const);
    }),
  );
  return shortForms.get(word) ?? word;
}

const UNIT_WORDS: ReadonlySet<string> = new Set(
  'APT APARTMENT UNIT STE SUITE RM ROOM SPC SPACE LOT TRLR TRAILER FL FLOOR BLDG BUILDING NO'.split(' '),
);

/** Where nobody lives. */
const NO_STREET =
  /^(UNKNOWN|UNK|NONE|NA|N A|HOMELESS|TRANSIENT|GENERAL DELIVERY|NO ADDRESS.*|NO (FIXED|PERMANENT).*|CONFIDENTIAL|BAD ADDRESS|SAME|TEST.*)$/;

/** A street line in USPS short forms, the unit behind `#`: `12 N MAIN ST #4B`, `POBOX 7091`. */
function streetLine(street: string, other: string): string {
  const parts = words(upper(street).replaceAll('#', ' UNIT '));
  const plain = parts.join(' ');
  if (NO_STREET.test(plain)) return '';
  const box = /\b(?:P ?O ?BOX|POST OFFICE BOX|POB|BOX) ?([\p{L}\p{N}]+)$/u.exec(plain);
  if (box) return `POBOX ${box[1] ?? ''}`;
  const unitAt = parts.findIndex((part, at) => at > 1 && UNIT_WORDS.has(part) && at < parts.length - 1);
  const [number = '', ...rest] = unitAt < 0 ? parts : parts.slice(0, unitAt);
  const line = [houseNumber(number), ...rest.map(shortForm)].join(' ').trim();
  const unit = unitAt < 0 ? unitOf(other) : unitText(parts.slice(unitAt));
  return unit === '' || line === '' ? line : `${line} #${unit}`;
}

/** Letters read for digits: 19I6, 1O4. */
const houseNumber = (text: string): string =>
  /^\d+[OIL]\d+$|^\d{2,}[OIL]$|^[OIL]\d{2,}$/.test(text)
    ? text.replace(/[OIL]/, (letter) => (letter === 'O' ? '0' : '1'))
    : shortForm(text);

const unitText = (parts: readonly string[]): string => parts.filter((part) => !UNIT_WORDS.has(part)).join('');

/** The second line is a unit where it says so or is as short as one. */
function unitOf(other: string): string {
  const parts = words(upper(other).replaceAll('#', ' UNIT '));
  const isUnit = parts.some((part) => UNIT_WORDS.has(part)) || parts.join('').length < 5;
  return isUnit ? unitText(parts) : '';
}

/** Five digits; a zero that a spreadsheet took off the front is put back. */
function fiveDigits(zip: string): string {
  const digits = (zip.split('-')[0] ?? '').replace(/\D/g, '');
  const five = digits.length === 4 ? `0${digits}` : digits.slice(0, 5);
  return five.length === 5 && !/^(\d)\1{4}$/.test(five) ? five : '';
}

export function normaliseAddress(address: PersonAddress): NormalAddress {
  const city = words(address.city ?? '')
    .map(shortForm)
    .join('');
  return {
    line: streetLine(address.street, address.other ?? ''),
    zip: fiveDigits(address.zip ?? ''),
    city: city === 'UNKNOWN' || city === 'NONE' ? '' : city,
  };
}

/** The street line without its unit. */
export function streetOf(line: string): string {
  const at = line.indexOf(' #');
  return at < 0 ? line : line.slice(0, at);
}
