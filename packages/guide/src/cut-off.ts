import type { Message } from '@cairn/hl7';
import { messageFinding } from './message-findings.ts';
import type { Sink } from './sink.ts';

/**
 * By segment, the field that one which was sent whole reaches: a required one (R in the guide), so that a
 * segment which stops before it was cut off rather than left short. For RXA that is the action code: a deletion cut
 * before its D would stand as a dose.
 */
const REACHES: Readonly<Record<string, number>> = { MSH: 12, PID: 8, NK1: 3, RXA: 21, RXR: 1, OBX: 11 };
/** A statement that no vaccine was given (CVX 998) needs no action code. */
const REACHES_WITHOUT_VACCINE = 20;

/**
 * Whether a message looks cut off: its last segment is not ended by CR or LF and stops too early, or is an
 * ORC that nothing follows. Many senders leave out the last line end, so its absence alone says nothing.
 * The first half of a VXU is a valid VXU with fewer doses; to take it would lose the others unseen.
 */
export function wasCutOff(message: Message, text: string): boolean {
  if (!endsOpen(text)) return false;
  const last = message.segments.at(-1);
  if (!last) return false;
  if (last.name === 'ORC') return true;
  const reaches =
    last.name === 'RXA' && last.text(5) === '998' ? REACHES_WITHOUT_VACCINE : REACHES[last.name];
  if (reaches === undefined) return false;
  // Valued, not only delimited: cut behind "…NIP002||" a refusal would read as a dose that was given.
  for (let field = reaches; field <= last.fieldCount; field++) {
    if (last.state(field) === 'valued') return false;
  }
  return true;
}

/** Whether the last segment lacks its line end. */
export function endsOpen(text: string): boolean {
  return !/[\r\n]/.test(text.slice(text.trimEnd().length));
}

export function cutOff(message: Message, sink: Sink): void {
  const segment = message.segments.at(-1);
  const finding = messageFinding('message-cut-off');
  sink.add(finding, segment && { segment }, finding);
}

export function perhapsCutOff(sink: Sink): void {
  const finding = messageFinding('no-doses-and-open-end');
  sink.add(finding, undefined, finding);
}
