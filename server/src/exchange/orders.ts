import type { Message, Segment } from '@cairn/hl7';
import type { Finding } from './findings.ts';

/** One ORDER group of a VXU (guide, message structure of Z22): a dose, a refusal or a statement. */
export type Order = { readonly orc: Segment; readonly rxa: Segment; readonly rest: readonly Segment[] };

/** What is kept of an order besides ORC and RXA; timing (TQ1, TQ2) says nothing of a dose that was given. */
const IN_ORDER = new Set(['RXR', 'OBX', 'NTE']);

/**
 * Splits the message into its ORDER groups. An ORC without RXA, or an RXA without ORC, is no group: it is
 * dropped with a finding, and the other groups stand (guide §3.2, required segment of a group).
 */
export function ordersOf(message: Message): {
  readonly orders: readonly Order[];
  readonly findings: readonly Finding[];
} {
  const orders: { orc: Segment; rxa: Segment; rest: Segment[] }[] = [];
  const findings: Finding[] = [];
  let pending: Segment | undefined;
  let open: (typeof orders)[number] | undefined;

  for (const segment of message.segments) {
    if (segment.name === 'ORC') {
      if (pending) findings.push(orderWithoutDose(pending));
      pending = segment;
      open = undefined;
    } else if (segment.name === 'RXA') {
      if (pending) {
        open = { orc: pending, rxa: segment, rest: [] };
        orders.push(open);
      } else {
        findings.push(doseWithoutOrder(segment));
        open = undefined;
      }
      pending = undefined;
    } else if (open && IN_ORDER.has(segment.name)) {
      open.rest.push(segment);
    }
  }
  if (pending) findings.push(orderWithoutDose(pending));
  return { orders, findings };
}

const orderWithoutDose = (orc: Segment): Finding => ({
  code: 'order-without-dose',
  severity: 'E',
  path: `ORC[${orc.occurrence}]`,
  hl7: '100',
  message: 'An ORC is not followed by an RXA; nothing was recorded for this order.',
  fix: 'Send an RXA right after each ORC.',
});

const doseWithoutOrder = (rxa: Segment): Finding => ({
  code: 'dose-without-order',
  severity: 'E',
  path: `RXA[${rxa.occurrence}]`,
  hl7: '100',
  message: 'An RXA has no ORC of its own before it; this dose was not recorded.',
  fix: 'Send one ORC, with the dose id in ORC-3, before each RXA, and resend this dose.',
});
