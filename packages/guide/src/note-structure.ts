import type { Segment } from '@cairn/hl7';
import type { Order } from './order.ts';
import type { Sink } from './sink.ts';
import type { Misplaced } from './structure.ts';

const SEQUENCE = { value: 'out-of-order', hl7: '100' } as const;

/**
 * Takes down what stands where it may not. A registry still reads a segment whose meaning is clear from where it
 * stands: a lock on sharing (PD1) must not fall because it came after the next of kin.
 * @param isReceived whether this is a message to a registry, which is read as far as it can be, or an answer
 */
export function noteMisplaced(
  misplaced: readonly Misplaced[],
  orderOf: ReadonlyMap<Segment, Order>,
  isReceived: boolean,
  sink: Sink,
): void {
  for (const found of misplaced) {
    if (found.kind === 'missing') noteMissing(found.name, found.group, sink);
    else if (found.kind === 'repeated') noteRepeated(found.segment, sink);
    else noteOutOfOrder(found.segment, orderOf.has(found.segment), isReceived, sink);
  }
}

function noteMissing(name: string, group: Segment | undefined, sink: Sink): void {
  if (name === 'RXA' && group?.name === 'ORC') {
    sink.add(
      {
        code: 'order-without-dose',
        ...SEQUENCE,
        message: 'An ORC is not followed by an RXA; nothing was recorded for this order.',
        fix: 'Send an RXA right after each ORC.',
      },
      { segment: group },
      { severity: 'E', effect: 'none' },
    );
  } else if (name === 'ORC' && group?.name === 'RXA') {
    sink.add(
      {
        code: 'dose-without-order',
        ...SEQUENCE,
        message: 'An RXA has no ORC of its own before it.',
        fix: 'Send one ORC, with the dose id in ORC-3, before each RXA, and resend this dose.',
      },
      { segment: group },
      { severity: 'E', effect: 'dose' },
    );
  } else {
    sink.addMissing(
      {
        code: name === 'PID' ? 'patient-missing' : 'segment-missing',
        value: 'missing',
        hl7: '100',
        message: `The message has no ${name} segment.`,
        fix: name === 'PID' ? 'Send one PID after MSH and resend the whole message.' : `Send ${name}.`,
      },
      name,
    );
  }
}

function noteRepeated(segment: Segment, sink: Sink): void {
  if (segment.name === 'PID') {
    sink.add(
      {
        code: 'second-patient',
        ...SEQUENCE,
        value: 'repeated',
        message: 'The message has more than one PID segment.',
        fix: 'Send one message for each patient.',
      },
      { segment },
      { severity: 'E', effect: 'message' },
    );
    return;
  }
  sink.add(
    {
      code: 'segment-repeated',
      ...SEQUENCE,
      value: 'repeated',
      application: '8',
      message: `A second ${segment.name} stands where one may.`,
      fix: `Send one ${segment.name}; the first counts.`,
    },
    { segment },
    { severity: 'W', effect: 'segment' },
  );
}

function noteOutOfOrder(segment: Segment, isInOrder: boolean, isReceived: boolean, sink: Sink): void {
  const isRead = isInOrder || segment.name === 'PD1' || segment.name === 'NK1' || segment.name === 'PID';
  sink.add(
    {
      code: 'segment-out-of-order',
      ...SEQUENCE,
      message: `${segment.name} does not stand where the guide has it.`,
      fix: 'Send the segments in the order MSH PID PD1 NK1, then for each dose ORC RXA RXR OBX.',
    },
    { segment },
    isReceived && isRead ? { severity: 'W', effect: 'none' } : { severity: 'E', effect: 'segment' },
  );
}
