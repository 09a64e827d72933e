import type { Segment } from '@cairn/hl7';
import { messageFinding } from './message-findings.ts';
import type { Sink } from './sink.ts';
import type { Misplaced } from './structure.ts';

/**
 * Takes down what stands where it may not. A registry still reads a segment whose meaning is clear from where it
 * stands: a lock on sharing (PD1) must not fall because it came after the next of kin.
 * @param isReceived whether this is a message to a registry, which is read as far as it can be, or an answer
 */
export function noteMisplaced(misplaced: readonly Misplaced[], isReceived: boolean, sink: Sink): void {
  for (const found of misplaced) {
    if (found.kind === 'missing') noteMissing(found.name, found.group, sink);
    else if (found.segment.name === 'RXA' && !sink.orderOf(found.segment)) noteAlone(found.segment, sink);
    else if (found.kind === 'repeated' || isSecondPatient(found.segment)) noteRepeated(found.segment, sink);
    else noteOutOfOrder(found.segment, sink.orderOf(found.segment) !== undefined, isReceived, sink);
  }
}

function noteMissing(name: string, group: Segment | undefined, sink: Sink): void {
  if (group && (name === 'RXA' || name === 'ORC')) {
    const finding = messageFinding(name === 'RXA' ? 'order-without-dose' : 'dose-without-order');
    sink.add(finding, { segment: group }, finding);
  } else if (name === 'RCP') {
    // How many candidates are wanted is for a registry to say too; the query can be answered without.
    sink.addMissing(messageFinding('segment-missing', { segment: name }), name, 'none');
  } else {
    sink.addMissing(
      messageFinding(name === 'PID' ? 'patient-missing' : 'segment-missing', { segment: name }),
      name,
    );
  }
}

/** Behind the doses of the first too: what follows it is not about the first. */
const isSecondPatient = ({ name, occurrence }: Segment): boolean => name === 'PID' && occurrence > 1;

/** A second RXA, or one behind its observations, is no dose too many but one whose ORC was left out. */
function noteAlone(rxa: Segment, sink: Sink): void {
  const finding = messageFinding('dose-without-order');
  sink.add(finding, { segment: rxa }, finding);
}

function noteRepeated(segment: Segment, sink: Sink): void {
  const code = segment.name === 'PID' ? 'second-patient' : 'segment-repeated';
  const finding = messageFinding(code, { segment: segment.name });
  sink.add(finding, { segment }, finding);
}

function noteOutOfOrder(segment: Segment, isInOrder: boolean, isReceived: boolean, sink: Sink): void {
  const finding = messageFinding('segment-out-of-order', { segment: segment.name });
  const isRead = isInOrder || segment.name === 'PD1' || segment.name === 'NK1' || segment.name === 'PID';
  sink.add(finding, { segment }, isReceived && isRead ? finding : { severity: 'E', effect: 'segment' });
}
