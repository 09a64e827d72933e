import type { Delimiters } from './delimiters.ts';

const HEX = /^X(?:[0-9A-Fa-f]{2})+$/;
/** Escapes that HL7 defines and plain text has no equal for: character sets, local ones, other formatting. */
const KEPT = /^(?:[CM][0-9A-Fa-f]+|Z[0-9A-Za-z]*|\.[a-z]{2}[+-]?\d*)$/;

// ignoreBOM: U+FEFF is text like any other here; a decoder would drop it otherwise.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Text as it has to stand in a message (HL7 v2.5.1 §2.7): delimiters become `\F\ \S\ \R\ \E\ \T\` (and `\P\` for
 * the truncation character, v2.7 §2.7.1), control characters `\Xhh\`. {@link unescapeText} gives it back exactly.
 */
export function escapeText(text: string, d: Delimiters): string {
  let done = 0;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const escape = code < 0x20 || code === 0x7f ? hexOf(code) : letterOf(text.charAt(i), d);
    if (escape === '') continue;
    out += text.slice(done, i) + d.escape + escape + d.escape;
    done = i + 1;
  }
  return done === 0 ? text : out + text.slice(done);
}

function hexOf(code: number): string {
  return `X${code.toString(16).toUpperCase().padStart(2, '0')}`;
}

function letterOf(character: string, d: Delimiters): string {
  switch (character) {
    case d.field:
      return 'F';
    case d.component:
      return 'S';
    case d.subcomponent:
      return 'T';
    case d.repetition:
      return 'R';
    case d.escape:
      return 'E';
    case d.truncation:
      return 'P';
    default:
      return '';
  }
}

/**
 * The text a piece of a message stands for (HL7 v2.5.1 §2.7). `\.br\` becomes a line feed, highlighting (`\H\`,
 * `\N\`) is dropped, `\Xhh..\` is read as UTF-8 where it is valid UTF-8 and as latin-1 otherwise. Unknown escapes
 * and escape characters that begin no escape (unescaped backslashes are common) are kept as they stand.
 */
export function unescapeText(raw: string, d: Delimiters): string {
  let at = raw.indexOf(d.escape);
  if (at < 0) return raw;
  let out = '';
  let done = 0;
  while (at >= 0) {
    const close = raw.indexOf(d.escape, at + 1);
    if (close < 0) break;
    const body = raw.slice(at + 1, close);
    const text = decodeEscape(body, d);
    if (text === undefined) {
      // After an escape of another kind its closing character is spent; after a stray one it may open an escape.
      at = KEPT.test(body) ? raw.indexOf(d.escape, close + 1) : close;
      continue;
    }
    out += raw.slice(done, at) + text;
    done = close + 1;
    at = raw.indexOf(d.escape, done);
  }
  return out + raw.slice(done);
}

function decodeEscape(body: string, d: Delimiters): string | undefined {
  switch (body) {
    case 'F':
      return d.field;
    case 'S':
      return d.component;
    case 'T':
      return d.subcomponent;
    case 'R':
      return d.repetition;
    case 'E':
      return d.escape;
    case 'P':
      return d.truncation;
    case 'H':
    case 'N':
      return '';
    case '.br':
      return '\n';
    default:
      return HEX.test(body) ? decodeHex(body) : undefined;
  }
}

function decodeHex(body: string): string {
  const bytes = new Uint8Array((body.length - 1) / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(body.slice(1 + 2 * i, 3 + 2 * i), 16);
  try {
    return utf8.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}
