import type { Message } from '@cairn/hl7';

/**
 * By segment, the field that one which was sent whole reaches: a required one (R in the guide), so that a
 * segment which stops before it was cut off rather than left short. RXA: CAIR2 takes an RXA without action
 * code, but none of its senders stops before the completion status.
 */
const REACHES: Readonly<Record<string, number>> = { MSH: 12, PID: 8, NK1: 3, RXA: 20, RXR: 1, OBX: 11 };

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
  const reaches = REACHES[last.name];
  return reaches !== undefined && last.fieldCount < reaches;
}

/** Whether the last segment lacks its line end. */
export function endsOpen(text: string): boolean {
  return !/[\r\n]/.test(text.slice(text.trimEnd().length));
}
