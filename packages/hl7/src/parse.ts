import { readDelimiters } from './delimiters.ts';
import { Message } from './message.ts';
import { Segment } from './segment.ts';
import { quoteStart, syntaxError } from './syntax-error.ts';
import type { Hl7SyntaxError } from './syntax-error.ts';

export type ParseResult =
  { readonly ok: true; readonly message: Message } | { readonly ok: false; readonly error: Hl7SyntaxError };

const CR = 13;
const LF = 10;

/**
 * Reads one HL7 v2 message in ER7 encoding (v2.5.1 §2.6). Never throws. CR, LF and CRLF end a segment, mixed or
 * not (the standard knows CR alone, §2.5.2); a byte order mark, blank lines and white space around the message are
 * passed over and kept. Errors: `empty-message`, `no-msh`, `bad-delimiters`, `bad-segment-name`, `second-msh`.
 */
export function parseMessage(text: string): ParseResult {
  const start = text.search(/\S/);
  if (start < 0)
    return failed('empty-message', 'There is no message: the text is empty. Send the message again.', 1, 1);

  const before = positionOf(text, start);
  if (!text.startsWith('MSH', start)) return { ok: false, error: notMsh(text.slice(start), before) };
  const read = readDelimiters(text, start, before.line, before.column);
  if ('error' in read) return { ok: false, error: read.error };
  const { delimiters } = read;
  const field = delimiters.field.charCodeAt(0);

  const segments: Segment[] = [];
  // One native search a segment for its line end; LF is looked for once when there is none, as is usual.
  let cr = text.indexOf('\r', start);
  let lf = text.indexOf('\n', start);
  let at = start;
  let { line } = before;
  while (at < text.length) {
    if (cr >= 0 && cr < at) cr = text.indexOf('\r', at);
    if (lf >= 0 && lf < at) lf = text.indexOf('\n', at);
    const end = cr < 0 ? (lf < 0 ? text.length : lf) : lf >= 0 && lf < cr ? lf : cr;

    const name = segmentName(text, at);
    if (name !== undefined && (end === at + 3 || text.charCodeAt(at + 3) === field)) {
      if (name === 'MSH' && at > start) return secondMsh(line);
      segments.push(new Segment(name, text.slice(at, end), delimiters, line, end));
    } else if (end > at) {
      const content = text.slice(at, end);
      if (/\S/.test(content)) return badName(content, delimiters.field, line);
    }
    at = end === cr && lf === cr + 1 ? end + 2 : end + 1;
    line++;
  }
  return { ok: true, message: new Message(delimiters, segments, text) };
}

/** The segment name at `at` of `text`, undefined when none is there. A pattern instead makes the benchmark 7 % slower. */
function segmentName(text: string, at: number): string | undefined {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  if (!isUpper(first) || !(isUpper(second) || isDigit(second)) || !(isUpper(third) || isDigit(third)))
    return undefined;
  return text.slice(at, at + 3);
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let i = 0; i < offset; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) {
      line++;
      lineStart = i + 1;
    }
  }
  return { line, column: offset - lineStart + 1 };
}

function failed(code: string, message: string, line: number, column: number): ParseResult {
  return { ok: false, error: syntaxError(code, message, line, column) };
}

function notMsh(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): Hl7SyntaxError {
  const batch = /^[FB]HS/.test(text);
  const advice = batch
    ? 'This is a batch file: split it into its messages first.'
    : 'Begin the message with its MSH segment, for example MSH|^~\\&|.';
  const what = `Line ${line} starts with ${quoteStart(text)}, but an HL7 message starts with MSH.`;
  return syntaxError('no-msh', `${what} ${advice}`, line, column);
}

function secondMsh(line: number): ParseResult {
  const what = `Line ${line} is a second MSH segment: the text holds more than one message.`;
  return failed('second-msh', `${what} Send each message by itself, or all of them as a batch.`, line, 1);
}

function badName(content: string, field: string, line: number): ParseResult {
  const named = segmentName(content, 0) !== undefined;
  const what = named
    ? `Line ${line} has ${quoteStart(content.slice(3))} after the segment name, where ${field} belongs.`
    : `Line ${line} starts with ${quoteStart(content)}, which is not a segment name (a capital letter and two capitals or digits, such as PID).`;
  const advice =
    'If the line continues the one before it, take out the line break, or write it as an escape.';
  return failed('bad-segment-name', `${what} ${advice}`, line, named ? 4 : 1);
}
