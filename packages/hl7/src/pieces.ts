/**
 * Work on one field's undecoded text. Nothing is split until a place in it is asked for, and then only what
 * leads there.
 */
import { HL7_NULL } from './delimiters.ts';
import type { Delimiters } from './delimiters.ts';

export type FieldState = 'empty' | 'null' | 'valued';

/**
 * The n-th piece (1-based) of `text` between delimiters, '' when there is none. Splitting here instead takes half of
 * the speed away: 0.5 for 1.1 in the figures at `Segment.split`.
 */
export function nthPiece(text: string, delimiter: string, n: number): string {
  if (!(n >= 1)) return '';
  let end = text.indexOf(delimiter);
  if (end < 0) return n === 1 ? text : '';
  let start = 0;
  for (let i = 1; i < n; i++) {
    if (end < 0) return '';
    start = end + 1;
    end = text.indexOf(delimiter, start);
  }
  return text.slice(start, end < 0 ? text.length : end);
}

/**
 * The undecoded leaf of a field: repetition, component and subcomponent, each 1-based; '' when there is none. One walk
 * over the text up to the end of the leaf: three calls of {@link nthPiece} take twice as long.
 */
export function leafAt(
  raw: string,
  d: Delimiters,
  repetition: number,
  component: number,
  subcomponent: number,
): string {
  if (!(repetition >= 1 && component >= 1 && subcomponent >= 1)) return '';
  let start = 0;
  for (let skipped = 1; skipped < repetition; skipped++) {
    const end = raw.indexOf(d.repetition, start);
    if (end < 0) return '';
    start = end + 1;
  }
  // NaN, which equals nothing, for a delimiter that the message does not have.
  const endOfRepetition = d.repetition.charCodeAt(0);
  const endOfComponent = d.component.charCodeAt(0);
  const endOfSubcomponent = d.subcomponent.charCodeAt(0);
  let atComponent = 1;
  let atSubcomponent = 1;
  let at = start;
  for (; at < raw.length; at++) {
    const char = raw.charCodeAt(at);
    if (char === endOfRepetition) break;
    if (char === endOfComponent) {
      if (atComponent === component) break;
      atComponent++;
      atSubcomponent = 1;
      start = at + 1;
    } else if (char === endOfSubcomponent && atComponent === component) {
      if (atSubcomponent === subcomponent) break;
      atSubcomponent++;
      start = at + 1;
    }
  }
  return atComponent === component && atSubcomponent === subcomponent ? raw.slice(start, at) : '';
}

export function countPieces(text: string, delimiter: string): number {
  if (text === '') return 0;
  let count = 1;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) count++;
  return count;
}

/** `text` with its n-th piece replaced, delimiters added as far as needed. */
export function withPiece(text: string, delimiter: string, n: number, piece: string): string {
  const pieces = text.split(delimiter);
  while (pieces.length < n) pieces.push('');
  pieces[n - 1] = piece;
  return pieces.join(delimiter);
}

/** A place within a field; what is left out means the whole of that level. */
export type Within = {
  readonly repetition?: number | undefined;
  readonly component?: number | undefined;
  readonly subcomponent?: number | undefined;
};

/** Whether a place is the first of everything, so the one place there is in a field that has no parts. */
export function isFirst({ repetition = 1, component = 1, subcomponent = 1 }: Within): boolean {
  return repetition === 1 && component === 1 && subcomponent === 1;
}

/** The undecoded text at a place in a field. */
export function rawAt(raw: string, d: Delimiters, at: Within): string {
  const { repetition, component, subcomponent } = at;
  let piece = raw;
  if (repetition !== undefined || component !== undefined || subcomponent !== undefined) {
    piece = nthPiece(piece, d.repetition, repetition ?? 1);
  }
  if (component !== undefined || subcomponent !== undefined)
    piece = nthPiece(piece, d.component, component ?? 1);
  return subcomponent === undefined ? piece : nthPiece(piece, d.subcomponent, subcomponent);
}

/** `raw` with `value` (already escaped) put at a place in the field. */
export function withRawAt(raw: string, d: Delimiters, at: Within, value: string): string {
  const { repetition, component, subcomponent } = at;
  if (repetition === undefined && component === undefined && subcomponent === undefined) return value;
  let piece = value;
  if (component !== undefined || subcomponent !== undefined) {
    const whole = rawAt(raw, d, { repetition: repetition ?? 1 });
    if (subcomponent !== undefined) {
      piece = withPiece(nthPiece(whole, d.component, component ?? 1), d.subcomponent, subcomponent, piece);
    }
    piece = withPiece(whole, d.component, component ?? 1, piece);
  }
  return withPiece(raw, d.repetition, repetition ?? 1, piece);
}

/** Where the first character stands that is no delimiter; -1 where there is none. */
function firstValued(raw: string, { repetition, component, subcomponent }: Delimiters): number {
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charAt(at);
    if (char !== component && char !== repetition && char !== subcomponent) return at;
  }
  return -1;
}

/** Whether anything but delimiters stands in a piece of a field, and whether all of that is `""`. */
export function stateOf(raw: string, d: Delimiters): FieldState {
  if (raw === '') return 'empty';
  const start = firstValued(raw, d);
  if (start < 0) return 'empty';
  // Only a text that begins like `""` needs to be taken apart: to do that with all took a twentieth of a check.
  if (raw.charAt(start) !== '"') return 'valued';
  let state: FieldState = 'empty';
  for (const repetition of raw.split(d.repetition)) {
    for (const component of repetition.split(d.component)) {
      for (const leaf of component.split(d.subcomponent)) {
        if (leaf === '') continue;
        if (leaf !== HL7_NULL) return 'valued';
        state = 'null';
      }
    }
  }
  return state;
}

/** The same content written with other delimiters. */
export function recode(raw: string, from: Delimiters, to: Delimiters, leaf: (raw: string) => string): string {
  return raw
    .split(from.repetition)
    .map((repetition) =>
      repetition
        .split(from.component)
        .map((component) => component.split(from.subcomponent).map(leaf).join(to.subcomponent))
        .join(to.component),
    )
    .join(to.repetition);
}
