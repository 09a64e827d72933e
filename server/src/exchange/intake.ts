import {
  buildMessage,
  type Hl7SyntaxError,
  type Message,
  parseMessage,
  STANDARD_DELIMITERS,
} from '@cairn/hl7';
import { check, type CheckResult, type Guide, type Ymd } from '@cairn/guide';
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
  const read = parseMessage(text);
  const header = read.ok ? read.message.first('MSH') : undefined;
  return {
    text,
    bodyHash: hashKey(text),
    controlId: header ? header.text(10).trim() : looseControlId(text),
    type: header ? [header.text(9, 1), header.text(9, 2)].filter((part) => part !== '').join('^') : '',
    parsed: read.ok ? examined(inStandardDelimiters(read.message), guide, today, text) : read,
  };
}

function examined(
  message: Message,
  guide: Guide,
  today: Ymd,
  text: string,
): Extract<Intake['parsed'], { ok: true }> {
  const result = check(message, { guide, today, text });
  for (const { segment, field, repetition, component } of result.ignored) {
    segment.set(field, '', { repetition, ...(component === undefined ? {} : { component }) });
  }
  for (const segment of result.droppedSegments) message.remove(segment);
  return { ok: true, message, check: result };
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
