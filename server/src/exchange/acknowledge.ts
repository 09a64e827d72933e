import {
  buildMessage,
  buildSegment,
  type FieldContent,
  type Location,
  type Message,
  parsePath,
  type Segment,
} from '@cairn/hl7';
import { hl7Timestamp } from '../platform/clock.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { APPLICATION_ERRORS, type Finding, HL7_ERRORS } from '@cairn/guide';

export type AckCode = 'AA' | 'AE' | 'AR';

/** What every answer needs: to which message, from whom, when, under which id. */
export type AnswerContext = {
  /** Undefined where the message could not be parsed. */
  readonly message: Message | undefined;
  readonly controlId: string;
  readonly answerId: string;
  readonly at: Date;
  readonly pack: Pick<Jurisdiction, 'registry' | 'timeZone'>;
  /** The Responsible Organization's id, '' while unknown. */
  readonly responsible: string;
};

/** MSA-2 is required, also in the answer to a message whose MSH-10 could not be read. */
const UNREADABLE_CONTROL_ID = 'UNKNOWN';

/**
 * MSA-1 for what was found (guide, acknowledgement; AIRA): AA with nothing or with information only, AE
 * with any warning or error. AR is for what was refused before its content was looked at.
 */
export function ackCode(findings: readonly Finding[]): 'AA' | 'AE' {
  return findings.every(({ severity }) => severity === 'I') ? 'AA' : 'AE';
}

/** The acknowledgement (profile Z23); to a query that is refused up front it is ACK^Q11. */
export function acknowledge(code: AckCode, findings: readonly Finding[], context: AnswerContext): string {
  const event = context.message?.first('MSH')?.text(9, 1) === 'QBP' ? 'Q11' : 'V04';
  return buildMessage([
    answerHeader(['ACK', event, 'ACK'], 'Z23', context),
    acknowledgement(code, context),
    ...findings.map(errorSegment),
  ]).toString();
}

/** MSH of an answer: the sender's own ids come back as the receiver's. */
export function answerHeader(type: readonly string[], profile: string, context: AnswerContext): Segment {
  const asked = context.message?.first('MSH');
  const { application, facility } = context.pack.registry;
  const raw = (field: number): FieldContent => ({
    raw: asked?.delimiters.field === '|' ? (asked.raw(field) ?? '') : '',
  });
  const fields: FieldContent[] = [];
  fields[3] = application;
  fields[4] = facility;
  fields[5] = raw(3);
  fields[6] = raw(4);
  fields[7] = hl7Timestamp(context.at, context.pack.timeZone);
  fields[9] = type;
  fields[10] = context.answerId;
  fields[11] = 'P';
  fields[12] = '2.5.1';
  fields[15] = 'NE';
  fields[16] = 'NE';
  fields[21] = [profile, 'CDCPHINVS'];
  fields[22] = facility;
  fields[23] = context.responsible;
  return buildSegment(
    'MSH',
    Array.from({ length: 21 }, (_, index) => fields[index + 3]),
  );
}

export function acknowledgement(code: AckCode, { controlId }: AnswerContext): Segment {
  return buildSegment('MSA', [code, controlId === '' ? UNREADABLE_CONTROL_ID : controlId]);
}

/** ERR-8 is 250 characters at most in the guide. */
const USER_MESSAGE_LENGTH = 250;

export function errorSegment(finding: Finding): Segment {
  const location = finding.path === undefined ? undefined : parsePath(finding.path);
  return buildSegment('ERR', [
    undefined,
    location && errorLocation(location),
    [finding.hl7, HL7_ERRORS[finding.hl7], 'HL70357'],
    finding.severity,
    finding.application && [finding.application, APPLICATION_ERRORS[finding.application], 'HL70533'],
    undefined,
    undefined,
    `${finding.message} ${finding.fix}`.trim().slice(0, USER_MESSAGE_LENGTH),
  ]);
}

/** ERL: segment, its number, field, repetition, component, subcomponent, all counted from 1. */
function errorLocation(location: Location): readonly (string | undefined)[] {
  const { segment, occurrence, field, repetition, component, subcomponent } = location;
  const text = (index: number | undefined): string | undefined =>
    index === undefined ? undefined : String(index);
  return [
    segment,
    text(occurrence),
    text(field),
    text(field === undefined ? undefined : (repetition ?? 1)),
    text(component),
    text(subcomponent),
  ];
}
