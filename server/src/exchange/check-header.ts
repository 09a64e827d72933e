import type { Message } from '@cairn/hl7';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { Finding } from './findings.ts';
import type { Operation } from './soap/envelope.ts';

export type MessageKind = 'VXU' | 'QBP';

export type HeaderCheck = {
  /** Undefined where the type is none that is taken. */
  readonly kind: MessageKind | undefined;
  /** Of these any one refuses the message before its content is looked at (guide §3.2, step 1): AR. */
  readonly findings: readonly Finding[];
};

const EVENTS: Readonly<Record<MessageKind, string>> = { VXU: 'V04', QBP: 'Q11' };

const isKind = (type: string): type is MessageKind => type in EVENTS;

/** Checks whether this is a message that is taken at all: type, event, processing id, version. */
export function checkHeader(
  message: Message,
  pack: Pick<Jurisdiction, 'processingIds' | 'versions'>,
  operation: Operation,
): HeaderCheck {
  const header = message.first('MSH');
  if (!header) return { kind: undefined, findings: [] };
  const findings: Finding[] = [];
  const type = header.text(9, 1).toUpperCase();
  const kind = isKind(type) ? type : undefined;
  if (!kind) findings.push(unsupportedType(type));
  else if (header.text(9, 2).toUpperCase() !== EVENTS[kind]) findings.push(unsupportedEvent(kind));
  else if (kind === 'VXU' && (operation === 'submitSingleQuery' || operation === 'submitBatchQuery')) {
    findings.push(notAQuery());
  }
  if (!pack.processingIds.includes(header.text(11, 1)))
    findings.push(unsupportedProcessingId(pack.processingIds));
  if (!pack.versions.includes(header.text(12, 1))) findings.push(unsupportedVersion(pack.versions));
  return { kind, findings };
}

const unsupportedType = (type: string): Finding => ({
  code: 'message-type-unsupported',
  severity: 'E',
  path: 'MSH-9.1',
  hl7: '200',
  application: '4',
  message:
    type === ''
      ? 'MESSAGE REJECTED. MSH-9 (Message Type) is empty.'
      : 'MESSAGE REJECTED. This message type is not taken here.',
  fix: 'Send VXU^V04^VXU_V04 to submit or QBP^Q11^QBP_Q11 to query.',
});

const unsupportedEvent = (kind: MessageKind): Finding => ({
  code: 'trigger-event-unsupported',
  severity: 'E',
  path: 'MSH-9.2',
  hl7: '201',
  application: '4',
  message: `MESSAGE REJECTED. The trigger event in MSH-9.2 is not taken with ${kind}.`,
  fix: `Send ${EVENTS[kind]} in MSH-9.2.`,
});

const notAQuery = (): Finding => ({
  code: 'submission-sent-as-query',
  severity: 'E',
  path: 'MSH-9.1',
  hl7: '200',
  application: '4',
  message: 'MESSAGE REJECTED. A VXU came in by an operation for queries; nothing was recorded.',
  fix: 'Submit it with submitSingleMessage or submitBatchMessage.',
});

const unsupportedProcessingId = (taken: readonly string[]): Finding => ({
  code: 'processing-id-unsupported',
  severity: 'E',
  path: 'MSH-11',
  hl7: '202',
  application: '4',
  message: `MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE ${taken.map((id) => `'${id}'`).join(' OR ')}.`,
  fix: `Send ${taken.join(' or ')} in MSH-11, on the testing address too.`,
});

const unsupportedVersion = (taken: readonly string[]): Finding => ({
  code: 'version-unsupported',
  severity: 'E',
  path: 'MSH-12',
  hl7: '203',
  application: '4',
  message: `MESSAGE REJECTED. This HL7 version is not taken; ${taken.join(' and ')} is.`,
  fix: `Send ${taken.join(' or ')} in MSH-12 and follow the national immunization guide, release 1.5.`,
});
