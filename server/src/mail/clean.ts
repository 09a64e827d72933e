import type { Letter } from './letters.ts';

/** Fields that Cairn itself fills with addresses; everything else may have been typed by anybody. */
const ADDRESSES = new Set([
  'link',
  'siteLink',
  'credentialsLink',
  'passwordLink',
  'testingAddress',
  'productionAddress',
]);
/** Fields that may have several lines. */
const LONG = new Set(['reason', 'reasons']);

const MOST_CHARACTERS = 300;
const MOST_OF_LONG = 4000;

/**
 * A letter whose words can neither begin a header nor another line, nor turn the direction of what is around them, nor pass
 * for an address of ours: somebody who registers a name chooses what a stranger gets to read under the registry's name.
 */
export const cleaned = (letter: Letter): Letter => cleanedValue(letter, 'kind') as Letter;

function cleanedValue(value: unknown, field: string): unknown {
  if (typeof value === 'string') return ADDRESSES.has(field) ? value : cleanedText(value, LONG.has(field));
  if (Array.isArray(value)) return value.map((item: unknown) => cleanedValue(item, field));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanedValue(inner, name)]));
}

function cleanedText(text: string, isLong: boolean): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) =>
    line
      .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
      // Mail programs make links of whatever looks like one.
      .replaceAll('://', ': //')
      .replaceAll(/www\./gi, 'www ')
      .replaceAll(/ {2,}/g, ' ')
      .trim(),
  );
  return isLong
    ? shortened(lines.join('\n').trim(), MOST_OF_LONG)
    : shortened(lines.join(' ').replaceAll(/ {2,}/g, ' ').trim(), MOST_CHARACTERS);
}

const shortened = (text: string, most: number): string =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;
