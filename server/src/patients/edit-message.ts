import { buildMessage, buildSegment, type Segment } from '@cairn/hl7';
import { hl7Timestamp } from '../platform/clock.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { type Demographics, patientSegments } from '../registry/demographics.ts';
import { segmentsOf } from '../registry/events.ts';

export type EntryHeader = {
  /** The organization that it is entered for, MSH-22. */
  readonly code: string;
  /** Who says it, MSH-4; the organization itself where nobody else does. */
  readonly sender?: string;
  /** Where it was entered; ends MSH-3. */
  readonly source?: 'PORTAL' | 'FILE';
  readonly at: Date;
  /** MSH-10 */
  readonly controlId: string;
  readonly jurisdiction: Pick<Jurisdiction, 'registry' | 'timeZone'>;
};

/**
 * What was entered on a page, or as rows of a file, as the organization's own system would send it: VXU^V04, profile Z22 of the national guide.
 * @param identifiers PID-3 as it stands in a message
 * @param said what the message says of the patient; what is not in it stays as it is
 * @param orders one list a dose or statement: ORC, RXA, RXR, OBX
 */
export function entryMessage(
  { code, sender = code, source = 'PORTAL', at, controlId, jurisdiction }: EntryHeader,
  identifiers: string,
  said: Demographics,
  orders: readonly (readonly Segment[])[],
): string {
  const { application, facility } = jurisdiction.registry;
  const { pid, pd1 } = patientSegments(said, identifiers);
  const header = buildSegment('MSH', [
    `${application}-${source}`,
    sender,
    application,
    facility,
    hl7Timestamp(at, jurisdiction.timeZone),
    '',
    ['VXU', 'V04', 'VXU_V04'],
    controlId,
    'P',
    '2.5.1',
    '',
    '',
    'ER',
    'AL',
    '',
    '',
    '',
    '',
    ['Z22', 'CDCPHINVS'],
    code,
  ]);
  return buildMessage([
    header,
    pid,
    ...(pd1.toString() === 'PD1' ? [] : [pd1]),
    ...segmentsOf(said.nextOfKin),
    ...orders.flat(),
  ]).toString();
}
