import {
  buildMessage,
  type Hl7SyntaxError,
  type Message,
  parseMessage,
  STANDARD_DELIMITERS,
} from '@cairn/hl7';
import { hashKey } from '../platform/ids.ts';

/** A message as it came in: text, parsed form, and what names it in the ledger. */
export type Intake = {
  readonly text: string;
  /** Of the text as received: a resend is the same to the byte. */
  readonly bodyHash: string;
  /** MSH-10; '' where it could not be read. */
  readonly controlId: string;
  /** MSH-9.1 and MSH-9.2, `VXU^V04`; '' where it could not be read. */
  readonly type: string;
  readonly parsed:
    | { readonly ok: true; readonly message: Message /* in standard delimiters */ }
    | { readonly ok: false; readonly error: Hl7SyntaxError };
};

/** Reads a message; never throws, whatever the text. */
export function takeIn(text: string): Intake {
  const read = parseMessage(text);
  const parsed = read.ok ? { ok: true as const, message: inStandardDelimiters(read.message) } : read;
  const header = parsed.ok ? parsed.message.first('MSH') : undefined;
  return {
    text,
    bodyHash: hashKey(text),
    controlId: header ? header.text(10).trim() : looseControlId(text),
    type: header ? [header.text(9, 1), header.text(9, 2)].filter((part) => part !== '').join('^') : '',
    parsed,
  };
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
