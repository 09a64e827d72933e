import type { Message, Segment } from '@cairn/hl7';

/** One ORDER group of a VXU (guide, message structure of Z22): a dose, a refusal or a statement. */
export type Order = { readonly orc: Segment; readonly rxa: Segment; readonly rest: readonly Segment[] };

/** What is kept of an order besides ORC and RXA; timing (TQ1, TQ2) says nothing of a dose that was given. */
const IN_ORDER = new Set(['RXR', 'OBX', 'NTE']);

/**
 * Splits the message into its ORDER groups. An ORC without RXA, or an RXA without ORC, is no group: it is left out,
 * and the other groups stand (guide table 3-1, required segment of a group).
 */
export function ordersOf(message: Message): readonly Order[] {
  const orders: { orc: Segment; rxa: Segment; rest: Segment[] }[] = [];
  let pending: Segment | undefined;
  let open: (typeof orders)[number] | undefined;
  for (const segment of message.segments) {
    if (segment.name === 'ORC') {
      pending = segment;
      open = undefined;
    } else if (segment.name === 'RXA') {
      open = pending && { orc: pending, rxa: segment, rest: [] };
      if (open) orders.push(open);
      pending = undefined;
    } else if (open && IN_ORDER.has(segment.name)) {
      open.rest.push(segment);
    }
  }
  return orders;
}
