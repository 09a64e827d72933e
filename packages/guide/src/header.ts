import type { Message } from '@cairn/hl7';
import { type MessageCode, messageFinding } from './message-findings.ts';
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
export function checkHeader(message: Message, { processingIds, versions }: Accepts, sink: Sink): void {
  const msh = message.first('MSH');
  if (!msh) return;
  const reject = (code: MessageCode, field: number, component?: number, taken = ''): void => {
    const finding = messageFinding(code, { taken });
    sink.add(finding, { segment: msh, field, ...(component === undefined ? {} : { component }) }, finding);
  };
  const kind = kindOf(message);
  const event = msh.text(9, 2).trim().toUpperCase();
  if (!kind) reject('message-type-unsupported', 9, 1);
  else if (event !== EVENTS[kind]) reject('trigger-event-unsupported', 9, 2);
  if (!processingIds.includes(msh.text(11, 1).trim())) {
    const taken = processingIds.map((id) => `'${id}'`).join(' OR ');
    reject('processing-id-unsupported', 11, undefined, taken);
  }
  if (!versions.includes(msh.text(12, 1).trim())) {
    reject('version-unsupported', 12, undefined, versions.join(' or '));
  }
}
