/** Spelling: what of a text is compared, and how far two texts are apart. */

/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  ẞ: 'SS',
  ı: 'I',
};

/** UTF-8 that was read as Latin-1: `Ã±` for `ñ`. */
const repaired = (text: string): string =>
  text.replace(/Ã([\u0080-\u00bf])/g, (_, tail: string) => String.fromCharCode(tail.charCodeAt(0) + 0x40));

const IS_PLAIN = /^[A-Z0-9]*$/;
const ASCII = /^[\u0000-\u007f]*$/;

/** Capitals without marks. What is not a letter or a digit stays. */
export function upper(text: string): string {
  if (IS_PLAIN.test(text)) return text;
  if (ASCII.test(text)) return text.toUpperCase();
  return repaired(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ÆŒØŁĐÐÞẞı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

/** Letters and digits alone, of any script. */
export const squeezed = (text: string): string =>
  IS_PLAIN.test(text) ? text : text.replace(/[^\p{L}\p{N}]+/gu, '');

/** The words of a text. Apostrophes and full stops do not part words: `O'BRIEN`, `ST. JAMES`. */
export function words(text: string): readonly string[] {
  return upper(text)
    .replace(/['’‘`´.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Consonants in order of appearance, doubled ones once; the first letter stays whatever it is. */
export function skeleton(name: string): string {
  return (name.slice(0, 1) + name.slice(1).replace(/[AEIOUYHW]/g, '')).replace(/(.)\1+/g, '$1');
}

export type Slip = 'equal' | 'swapped' | 'replaced' | 'added' | 'far';

/** What makes one text the other: one letter replaced, added or left out, or two neighbours swapped; else `far`. */
export function slip(a: string, b: string): Slip {
  if (a === b) return 'equal';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const more = long.length - short.length;
  if (more > 1) return 'far';
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  if (more === 1) return short.slice(head) === long.slice(head + 1) ? 'added' : 'far';
  if (short.slice(head + 1) === long.slice(head + 1)) return 'replaced';
  const isSwapped =
    short[head] === long[head + 1] &&
    short[head + 1] === long[head] &&
    short.slice(head + 2) === long.slice(head + 2);
  return isSwapped ? 'swapped' : 'far';
}

/** Jaro-Winkler similarity, 0 to 1 (Winkler 1990: prefix of up to 4 letters, scale 0.1). */
export function similarity(a: string, b: string): number {
  const [short, long] = a < b ? [a, b] : [b, a];
  const reach = Math.max(0, (Math.max(short.length, long.length) >> 1) - 1);
  const taken = new Uint8Array(long.length);
  const matched: string[] = [];
  for (let at = 0; at < short.length; at++) {
    const end = Math.min(long.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < end; other++) {
      if (taken[other] === 1 || short[at] !== long[other]) continue;
      taken[other] = 1;
      matched.push(long.charAt(other));
      break;
    }
  }
  if (matched.length === 0) return 0;
  let moved = 0;
  let next = 0;
  for (let at = 0; at < long.length; at++) if (taken[at] === 1 && long[at] !== matched[next++]) moved++;
  const count = matched.length;
  const jaro = (count / short.length + count / long.length + (count - (moved >> 1)) / count) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < short.length && prefix < long.length && short[prefix] === long[prefix])
    prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
