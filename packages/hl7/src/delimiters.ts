import { quoteStart, syntaxError } from './syntax-error.ts';
import type { Hl7SyntaxError } from './syntax-error.ts';

/**
 * The characters that structure a message, as declared by MSH-1 and MSH-2 (HL7 v2.5.1 §2.5.4, §2.14.9.1–2).
 * Each is one printable character other than a letter or a digit, and they differ from each other.
 */
export type Delimiters = {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
  /** Fifth character of MSH-2, from HL7 v2.7 on (§2.5.5.2): marks a value that was cut short. */
  readonly truncation?: string;
};

/** The delimiters HL7 recommends: `|^~\&` (v2.5.1 §2.5.4). */
export const STANDARD_DELIMITERS: Delimiters = Object.freeze({
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
});

/** The value that asks the receiver to delete what it holds; an empty field asks for nothing (v2.5.1 §2.5.3). */
export const HL7_NULL = '""';

const STANDARD_HEADER = '|^~\\&|';
const UNUSABLE = /[\p{L}\p{N}\p{Z}\p{C}]/u;
const NAMES = [
  'component separator',
  'repetition separator',
  'escape character',
  'subcomponent separator',
  'truncation character',
];

/** MSH-2 for these delimiters. */
export function encodingCharacters(d: Delimiters): string {
  return d.component + d.repetition + d.escape + d.subcomponent + (d.truncation ?? '');
}

export function sameDelimiters(a: Delimiters, b: Delimiters): boolean {
  return a === b || (a.field === b.field && encodingCharacters(a) === encodingCharacters(b));
}

/** MSH, FHS and BHS carry the delimiters: their first field is the field separator itself (v2.5.1 §2.14.9.1). */
export function isHeaderName(name: string): boolean {
  return name === 'MSH' || name === 'FHS' || name === 'BHS';
}

/**
 * The delimiters declared by the header segment (MSH, FHS or BHS) that starts at `start` of `text`.
 * `line` and `column` say where that is, for the error.
 */
export function readDelimiters(
  text: string,
  start: number,
  line: number,
  column: number,
): { readonly delimiters: Delimiters } | { readonly error: Hl7SyntaxError } {
  // Nearly every message declares the standard set; one comparison spares it the checks below.
  if (text.startsWith(STANDARD_HEADER, start + 3)) return { delimiters: STANDARD_DELIMITERS };

  const name = text.slice(start, start + 3);
  const fail = (offset: number, what: string) => ({
    error: syntaxError(
      'bad-delimiters',
      `${what} Start the message with its delimiters, for example ${name}|^~\\&| and use characters other than letters, digits and spaces, each a different one.`,
      line,
      column + offset,
    ),
  });

  const field = text.charAt(start + 3);
  if (field === '' || UNUSABLE.test(field)) {
    return fail(3, `The character after ${name} must be the field separator.`);
  }
  const encoding = encodingField(text, start + 4, field);
  if (encoding.length < 4 || encoding.length > 5) {
    return fail(
      4,
      `${name}-2 must hold the 4 encoding characters (5 from HL7 2.7 on), but it holds ${encoding.length}.`,
    );
  }
  for (let i = 0; i < encoding.length; i++) {
    const character = encoding.charAt(i);
    if (UNUSABLE.test(character) || encoding.indexOf(character) < i) {
      return fail(4 + i, `${quoteStart(character)} in ${name}-2 cannot be the ${NAMES[i] ?? 'delimiter'}.`);
    }
  }
  const delimiters = {
    field,
    component: encoding.charAt(0),
    repetition: encoding.charAt(1),
    escape: encoding.charAt(2),
    subcomponent: encoding.charAt(3),
  };
  return {
    delimiters: encoding.length === 5 ? { ...delimiters, truncation: encoding.charAt(4) } : delimiters,
  };
}

function encodingField(text: string, start: number, field: string): string {
  let end = start;
  while (end < text.length) {
    const character = text.charAt(end);
    if (character === field || character === '\r' || character === '\n') break;
    end++;
  }
  return text.slice(start, end);
}
