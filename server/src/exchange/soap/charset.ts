/**
 * From the bytes of a request body to its text.
 *
 * The order of belief is that of RFC 7303 – byte order mark, then the charset of the Content-Type, then the
 * XML declaration – with one exception learnt from the field: .NET clients that build their XML in a string
 * send UTF-8 bytes whose declaration says utf-16. Whether a document is UTF-16 can be seen from its first
 * two bytes, so that label is never believed against them.
 */

export type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly detail: string };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'us-ascii';

// iso-8859-1 is read as windows-1252, as browsers do: the two differ only in 0x80-0x9F, which are control
// codes in the first and, in practice, always the second's punctuation (the apostrophe of a surname among
// it).
const LABELS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16': 'utf-8',
  'utf-16le': 'utf-8',
  'utf-16be': 'utf-8',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
};

// 0x80-0x9F of windows-1252. Written out because the platform's own decoder is not to be relied on here:
// Node 20 decodes that range as iso-8859-1. The five bytes the code page leaves open stay control codes.
const WINDOWS_1252_HIGH =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** The text of `body`, or why there is none, in words for the client. Never throws. */
export function decodeBody(body: Uint8Array, contentType: string | undefined): Decoded {
  const seen = encodingSeen(body);
  if (seen !== undefined) return decodeAs(body, seen);
  const label = charsetParameter(contentType) ?? declaredEncoding(body);
  if (label === undefined) return decodeAs(body, 'utf-8');
  const encoding = Object.hasOwn(LABELS, label) ? LABELS[label] : undefined;
  if (encoding === undefined) {
    const served = 'utf-8, utf-16, iso-8859-1, windows-1252 and us-ascii';
    return {
      ok: false,
      detail: `The character encoding "${label.slice(0, 40)}" is not supported; ${served} are.`,
    };
  }
  return decodeAs(body, encoding);
}

/** What the first bytes prove: a byte order mark, or the `<` of a document in UTF-16 without one. */
function encodingSeen(body: Uint8Array): Encoding | undefined {
  const [first, second, third] = body;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

function charsetParameter(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1]?.toLowerCase();
}

function declaredEncoding(body: Uint8Array): string | undefined {
  const head = latin1(body.subarray(0, 256));
  const declaration = /^[ \t\r\n]*<\?xml\s[^?]*?encoding\s*=\s*["']([^"'?]*)["']/.exec(head);
  return declaration?.[1]?.toLowerCase();
}

function decodeAs(body: Uint8Array, encoding: Encoding): Decoded {
  if (encoding === 'windows-1252') {
    const text = latin1(body).replace(/[\u0080-\u009F]/g, (c) =>
      WINDOWS_1252_HIGH.charAt(c.charCodeAt(0) - 0x80),
    );
    return { ok: true, text };
  }
  if (encoding === 'us-ascii' && body.some((byte) => byte > 0x7f)) {
    return { ok: false, detail: 'The request says it is us-ascii but holds bytes above 127.' };
  }
  try {
    // fatal: a name with a replacement character in it must not reach a patient's record.
    const decoder = new TextDecoder(encoding === 'us-ascii' ? 'utf-8' : encoding, { fatal: true });
    return { ok: true, text: decoder.decode(body) };
  } catch {
    return { ok: false, detail: `The request holds bytes that are not valid ${encoding}.` };
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
