import {
  buildMessage,
  type Hl7SyntaxError,
  type Message,
  parseMessage,
  type ParseResult,
  STANDARD_DELIMITERS,
} from '@cairn/hl7';
import { check, type CheckResult, excessOf, type Guide, type Ymd } from '@cairn/guide';
import { hashKey } from '../platform/ids.ts';

/** A message as it came in: text, parsed form, what is wrong with it, and what names it in the ledger. */
export type Intake = {
  readonly text: string;
  /** Of the text as received: a resend is the same to the byte. */
  readonly bodyHash: string;
  /** MSH-10; '' where it could not be read. */
  readonly controlId: string;
  /** MSH-9.1 and MSH-9.2, `VXU^V04`; '' where it could not be read. */
  readonly type: string;
  readonly parsed:
    | {
        readonly ok: true;
        /** In standard delimiters, and without what the check keeps from being recorded. */
        readonly message: Message;
        readonly check: CheckResult;
      }
    | { readonly ok: false; readonly error: Hl7SyntaxError };
};

/**
 * Reads a message and checks it against the guide; never throws, whatever the text. What is read from it afterwards
 * (whose it is, which doses) is read from what may be recorded.
 * @param today the civil day in the jurisdiction
 */
export function takeIn(text: string, guide: Guide, today: Ymd): Intake {
  const read = readable(text);
  const header = read.ok ? read.message.first('MSH') : undefined;
  return {
    text,
    bodyHash: hashKey(text),
    controlId: header ? header.text(10).trim() : looseControlId(text),
    type: header ? [header.text(9, 1), header.text(9, 2)].filter((part) => part !== '').join('^') : '',
    parsed: read.ok ? examined(inStandardDelimiters(read.message), guide, today, text) : read,
  };
}

/** A message that is one, and not so large that looking at it would keep others waiting. */
function readable(text: string): ParseResult {
  const read = parseMessage(text);
  const excess = read.ok ? excessOf(read.message) : undefined;
  if (excess === undefined) return read;
  return {
    ok: false,
    error: {
      kind: 'hl7-syntax',
      code: 'message-excessive',
      message: `${excess} Correct it, or send the doses in several messages.`,
      line: 1,
      column: 1,
    },
  };
}

function examined(
  message: Message,
  guide: Guide,
  today: Ymd,
  text: string,
): Extract<Intake['parsed'], { ok: true }> {
  const result = check(message, { guide, today, text });
  // From the last: the repetitions behind one that goes move up, so that the first that is left counts.
  for (const value of result.ignored.toSorted((a, b) => b.repetition - a.repetition)) leaveOut(value);
  for (const segment of result.droppedSegments) message.remove(segment);
  return { ok: true, message, check: result };
}

function leaveOut({ segment, field, repetition, component }: CheckResult['ignored'][number]): void {
  if (component !== undefined) segment.set(field, '', { repetition, component });
  else {
    const { repetition: separator } = segment.delimiters;
    segment.setRaw(
      field,
      segment
        .raw(field)
        .split(separator)
        .toSpliced(repetition - 1, 1)
        .join(separator),
    );
  }
}

/** Almost every message uses the standard delimiters; what is kept of the others is rewritten once, here. */
function inStandardDelimiters(message: Message): Message {
  const { field, component, repetition, escape, subcomponent, truncation = '' } = message.delimiters;
  return field + component + repetition + escape + subcomponent + truncation === '|^~\\&'
    ? message
    : buildMessage(message.segments, STANDARD_DELIMITERS);
}

/** MSH-10 of a message too damaged to parse, so that its refusal can still be told apart from others. */
function looseControlId(text: string): string {
  const start = text.indexOf('MSH');
  const separator = text[start + 3];
  if (start < 0 || separator === undefined) return '';
  const [header = ''] = text.slice(start).split(/[\r\n]/, 1);
  return (header.split(separator)[9] ?? '').trim().slice(0, 199);
}
