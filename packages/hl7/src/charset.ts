/** The character sets that can be read and written; others of HL7 table 0211 are named in a problem. */
export type Charset = 'us-ascii' | 'utf-8' | 'iso-8859-1' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export type Decoded = {
  readonly text: string;
  /** The set the bytes were read with; writing the answer with it will suit the sender. */
  readonly charset: Charset;
  /** Plain English, when the bytes were not what the message declares or no declaration could be used. */
  readonly problem?: string;
};

const CR = 13;
const LF = 10;
const QUESTION_MARK = 63;

/** MSH-18 (HL7 table 0211) and what systems write instead, without blanks, dashes, slashes and underscores. */
const NAMES: Readonly<Record<string, Charset | 'utf-16'>> = {
  ASCII: 'us-ascii',
  USASCII: 'us-ascii',
  '88591': 'iso-8859-1',
  ISO88591: 'iso-8859-1',
  LATIN1: 'iso-8859-1',
  WINDOWS1252: 'windows-1252',
  CP1252: 'windows-1252',
  UTF8: 'utf-8',
  UNICODEUTF8: 'utf-8',
  UNICODE: 'utf-8',
  UTF16: 'utf-16',
  UNICODEUTF16: 'utf-16',
};

/** What windows-1252 has where latin-1 has the control characters 0x80–0x9F; '' where it has those too. */
const CP1252: readonly string[] = [
  '€',
  '',
  '‚',
  'ƒ',
  '„',
  '…',
  '†',
  '‡',
  'ˆ',
  '‰',
  'Š',
  '‹',
  'Œ',
  '',
  'Ž',
  '',
].concat(['', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '', 'ž', 'Ÿ']);

// Both keep U+FEFF: the text has to give the same bytes again.
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a message or batch of unknown encoding. A byte order mark decides; then MSH-18, first repetition
 * (v2.5.1 §2.14.9.18), read from the bytes; without one, UTF-8 if the bytes are that. Never throws. Unless
 * `problem` says otherwise, {@link encodeText} with the returned set gives the same bytes again.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return decodeUtf8(bytes, 'The message starts with a UTF-8 byte order mark');
  if ((a === 0xff && b === 0xfe) || (b === 0 && a !== undefined && a !== 0))
    return decodeUtf16(bytes, 'utf-16le');
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0))
    return decodeUtf16(bytes, 'utf-16be');

  const declared = declaredCharset(bytes);
  const name = declared.toUpperCase().replace(/[\s_/-]/g, '');
  if (name === '') return decodeUtf8(bytes, 'MSH-18 names no character set');
  const charset = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  switch (charset) {
    case 'us-ascii': {
      const ascii = bytes.every((byte) => byte < 0x80);
      return ascii ? { text: latin1(bytes), charset } : decodeUtf8(bytes, `MSH-18 declares "${declared}"`);
    }
    case 'iso-8859-1':
      return { text: latin1(bytes), charset };
    case 'windows-1252':
      return { text: latin1(bytes).replace(/[\x80-\x9f]/g, fromCp1252), charset };
    case 'utf-8':
      return decodeUtf8(bytes, `MSH-18 declares "${declared}"`);
    case 'utf-16':
      return undeclarable(
        bytes,
        `MSH-18 declares "${declared}", but the message is not in UTF-16: correct MSH-18.`,
      );
    default:
      return undeclarable(
        bytes,
        `MSH-18 declares "${printable(declared)}", which is not supported: send the message as UNICODE UTF-8.`,
      );
  }
}

/** Bytes that are not what MSH-18 declares, or that nothing here can read. */
function undeclarable(bytes: Uint8Array, what: string): Decoded {
  const decoded = decodeUtf8(bytes, what);
  const how = decoded.charset === 'utf-8' ? 'UTF-8' : 'latin-1 (8859/1), not being valid UTF-8';
  return { ...decoded, problem: `${what} It was read as ${how}; characters beyond ASCII may be wrong.` };
}

/**
 * The bytes of a text; `?` for each character the set does not have. No byte order mark is added, and one that
 * stands in the text is kept.
 */
export function encodeText(text: string, charset: Charset): Uint8Array {
  switch (charset) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
    case 'utf-16be':
      return encodeUtf16(text, charset === 'utf-16le');
    case 'us-ascii':
      return encodeSingle(text, (code) => (code < 0x80 ? code : undefined));
    case 'iso-8859-1':
      return encodeSingle(text, (code) => (code < 0x100 ? code : undefined));
    case 'windows-1252':
      return encodeSingle(text, toCp1252);
  }
}

/** MSH-18 as it stands in the bytes, first repetition; '' when there is none. */
function declaredCharset(bytes: Uint8Array): string {
  const start = headerStart(bytes);
  if (start === undefined) return '';
  const field = bytes[start + 3];
  const repetition = bytes[start + 5];
  // The separator after MSH stands between MSH-1, which is itself, and MSH-2; so MSH-18 begins after the 17th.
  let seen = 0;
  let from = 0;
  let end = start;
  for (; end < bytes.length; end++) {
    const byte = bytes[end];
    if (byte === CR || byte === LF) break;
    if (seen === 17 && (byte === field || byte === repetition)) break;
    if (byte === field && ++seen === 17) from = end + 1;
  }
  return seen === 17 ? latin1(bytes.subarray(from, end)).trim() : '';
}

/** Where the first line that starts with MSH begins: behind white space, or behind the FHS and BHS of a batch. */
function headerStart(bytes: Uint8Array): number | undefined {
  let lineStart = true;
  for (let i = 0; i + 2 < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (lineStart && byte === 0x4d && bytes[i + 1] === 0x53 && bytes[i + 2] === 0x48) return i;
    lineStart = byte === CR || byte === LF || (lineStart && (byte === 0x20 || byte === 0x09));
  }
  return undefined;
}

/** UTF-8, or latin-1 with a problem that opens with `circumstance`: what was known of the encoding. */
function decodeUtf8(bytes: Uint8Array, circumstance: string): Decoded {
  try {
    return { text: strictUtf8.decode(bytes), charset: 'utf-8' };
  } catch {
    const problem = `${circumstance}, and the bytes are not valid UTF-8. They were read as latin-1 (8859/1); characters beyond ASCII may be wrong.`;
    return { text: latin1(bytes), charset: 'iso-8859-1', problem };
  }
}

function decodeUtf16(bytes: Uint8Array, charset: 'utf-16le' | 'utf-16be'): Decoded {
  // Not by TextDecoder: it replaces lone surrogates, and the text has to give the same bytes again.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(Math.floor(bytes.length / 2));
  for (let i = 0; i < units.length; i++) units[i] = view.getUint16(2 * i, charset === 'utf-16le');
  const text = stringOf(units);
  if (bytes.length % 2 === 0) return { text, charset };
  return {
    text,
    charset,
    problem: 'The message is in UTF-16 but ends in the middle of a character: its last byte was dropped.',
  };
}

/** Each byte as the character of that number. */
function latin1(bytes: Uint8Array): string {
  return stringOf(bytes);
}

function stringOf(units: Uint8Array | Uint16Array): string {
  let text = '';
  // A call takes a limited number of arguments.
  for (let i = 0; i < units.length; i += 8192) text += String.fromCharCode(...units.subarray(i, i + 8192));
  return text;
}

function printable(text: string): string {
  return text.slice(0, 40).replace(/[^\x20-\x7e]/g, '?');
}

function fromCp1252(character: string): string {
  const special = CP1252[character.charCodeAt(0) - 0x80];
  return special === undefined || special === '' ? character : special;
}

function toCp1252(code: number, character: string): number | undefined {
  const special = CP1252.indexOf(character);
  if (special >= 0) return 0x80 + special;
  return code < 0x100 && !(code >= 0x80 && code < 0xa0 && CP1252[code - 0x80] !== '') ? code : undefined;
}

function encodeSingle(
  text: string,
  byteOf: (code: number, character: string) => number | undefined,
): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const character of text)
    bytes[length++] = byteOf(character.codePointAt(0) ?? 0, character) ?? QUESTION_MARK;
  return bytes.subarray(0, length);
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return bytes;
}
