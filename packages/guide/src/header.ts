import type { Message } from '@cairn/hl7';
import type { Sink } from './sink.ts';

export type MessageKind = 'VXU' | 'QBP';

/** What a registry takes at all. */
export type Accepts = {
  /** MSH-11 */
  readonly processingIds: readonly string[];
  /** MSH-12 */
  readonly versions: readonly string[];
};

const EVENTS: Readonly<Record<MessageKind, string>> = { VXU: 'V04', QBP: 'Q11' };

const isKind = (type: string): type is MessageKind => type in EVENTS;

/** The kind of message by MSH-9.1; undefined for one that a registry does not take. */
export function kindOf(message: Message): MessageKind | undefined {
  const type = message.first('MSH')?.text(9, 1).trim().toUpperCase() ?? '';
  return isKind(type) ? type : undefined;
}

/** Whether this is a message that is taken at all; if not it is refused before its content is looked at (AR). */
export function checkHeader(message: Message, accepts: Accepts, sink: Sink): void {
  const msh = message.first('MSH');
  if (!msh) return;
  const kind = kindOf(message);
  const event = msh.text(9, 2).trim().toUpperCase();
  if (!kind) {
    const isEmpty = msh.text(9, 1).trim() === '';
    reject(sink, msh, 9, 'message-type-unsupported', {
      hl7: '200',
      message: isEmpty ? 'MSH-9 (Message Type) is empty.' : 'This message type is not taken here.',
      fix: 'Send VXU^V04^VXU_V04 to submit or QBP^Q11^QBP_Q11 to query.',
    });
  } else if (event !== EVENTS[kind]) {
    reject(sink, msh, 9, 'trigger-event-unsupported', {
      hl7: '201',
      component: 2,
      message: `The trigger event in MSH-9.2 is not taken with ${kind}.`,
      fix: `Send ${EVENTS[kind]} in MSH-9.2.`,
    });
  }
  const { processingIds, versions } = accepts;
  if (!processingIds.includes(msh.text(11, 1).trim())) {
    reject(sink, msh, 11, 'processing-id-unsupported', {
      hl7: '202',
      message: `MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE ${processingIds.map((id) => `'${id}'`).join(' OR ')}.`,
      fix: `Send ${processingIds.join(' or ')} in MSH-11, on the testing address too.`,
    });
  }
  if (!versions.includes(msh.text(12, 1).trim())) {
    reject(sink, msh, 12, 'version-unsupported', {
      hl7: '203',
      message: `This HL7 version is not taken; ${versions.join(' and ')} is.`,
      fix: `Send ${versions.join(' or ')} in MSH-12 and follow the national immunization guide, release 1.5.`,
    });
  }
}

function reject(
  sink: Sink,
  segment: Parameters<Sink['has']>[0],
  field: number,
  code: string,
  said: {
    readonly hl7: '200' | '201' | '202' | '203';
    readonly component?: number;
    readonly message: string;
    readonly fix: string;
  },
): void {
  if (!segment) return;
  const { hl7, message, fix } = said;
  const component = said.component ?? (code === 'message-type-unsupported' ? 1 : undefined);
  sink.add(
    { code, value: 'unknown', hl7, application: '4', message, fix },
    { segment, field, ...(component === undefined ? {} : { component }) },
    { severity: 'E', effect: 'reject' },
  );
}
