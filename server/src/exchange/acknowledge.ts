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
import { APPLICATION_ERRORS, type Finding, hasErrors, HL7_ERRORS } from '@cairn/guide';

export type AckCode = 'AA' | 'AE' | 'AR';
/** Of the accept acknowledgement: recorded, not recorded as a whole, refused. */
type CommitCode = 'CA' | 'CE' | 'CR';

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

/** The acknowledgement (profile Z23); to a query that is refused up front it is ACK^Q11. */
export function acknowledge(
  code: AckCode | CommitCode,
  findings: readonly Finding[],
  context: AnswerContext,
): string {
  const event = context.message?.first('MSH')?.text(9, 1) === 'QBP' ? 'Q11' : 'V04';
  return buildMessage([
    answerHeader(['ACK', event, 'ACK'], 'Z23', context),
    acknowledgement(code, context),
    ...errorSegments(findings),
  ]).toString();
}

/** What a sender has asked to be told: MSH-15 and MSH-16 (HL7 table 0155). */
export type AckWish = { readonly accept: string; readonly application: string };

export function ackWishOf(message: Message | undefined): AckWish {
  const header = message?.first('MSH');
  const wish = (field: number): string => header?.text(field).trim().toUpperCase() ?? '';
  return { accept: wish(15), application: wish(16) };
}

/**
 * How a submission is answered (HL7 v2.5.1 §2.9.3, enhanced mode). The application acknowledgement is sent where
 * MSH-16 asks for it; an empty MSH-16, or one that is no condition, asks for it always, as CAIR2 has it. Where it is
 * not asked for, the accept acknowledgement (CA, CE, CR) is sent as MSH-15 asks. Where neither is, the sender gets
 * nothing but the reply that the transport needs.
 * @returns '' where no acknowledgement is wanted
 */
export function acknowledgeAsAsked(
  code: AckCode,
  findings: readonly Finding[],
  context: AnswerContext,
): string {
  const { accept, application } = ackWishOf(context.message);
  if (isWanted(application, code !== 'AA', true)) return acknowledge(code, findings, context);
  // To commit is to have recorded what there was: doubts do not matter, what was refused does.
  const commit = code === 'AR' ? 'CR' : hasErrors(findings) ? 'CE' : 'CA';
  return isWanted(accept, commit !== 'CA', false) ? acknowledge(commit, findings, context) : '';
}

function isWanted(condition: string, isTrouble: boolean, otherwise: boolean): boolean {
  switch (condition) {
    case 'AL':
      return true;
    case 'NE':
      return false;
    case 'ER':
      return isTrouble;
    case 'SU':
      return !isTrouble;
    default:
      return otherwise;
  }
}

/** MSH of an answer: the sender's own ids come back as the receiver's. */
export function answerHeader(type: readonly string[], profile: string, context: AnswerContext): Segment {
  const asked = context.message?.first('MSH');
  const { application, facility } = context.pack.registry;
  const fields: FieldContent[] = [];
  fields[3] = application;
  fields[4] = facility;
  fields[5] = hierarchicDesignator(asked, 3);
  fields[6] = hierarchicDesignator(asked, 4);
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

const OID = /^[0-2](?:\.(?:0|[1-9]\d*))*$/;

/** The sender's own name for itself, as far as it is one (HD: namespace, or an object identifier that says it is). */
function hierarchicDesignator(asked: Segment | undefined, field: number): FieldContent {
  const namespace = asked?.text(field, 1).trim() ?? '';
  const universal = asked?.text(field, 2).trim() ?? '';
  const isId = OID.test(universal) && asked?.text(field, 3).trim() === 'ISO';
  return isId ? [namespace, universal, 'ISO'] : namespace;
}

export function acknowledgement(code: AckCode | CommitCode, { controlId }: AnswerContext): Segment {
  return buildSegment('MSA', [code, controlId === '' ? UNREADABLE_CONTROL_ID : controlId]);
}

/** More than anyone reads in one answer; the rest waits in the portal and comes up when these are mended. */
const MOST_ERRORS = 99;

export function errorSegments(findings: readonly Finding[]): readonly Segment[] {
  if (findings.length <= MOST_ERRORS + 1) return findings.map(errorSegment);
  const more = findings.length - MOST_ERRORS;
  return [
    ...findings.slice(0, MOST_ERRORS).map(errorSegment),
    errorSegment({
      code: 'more-findings',
      severity: 'I',
      hl7: '0',
      message: `There are ${more} more findings.`,
      fix: 'Correct these and resend, or check the message with cairn check, which lists all.',
    }),
  ];
}

/** ERR-8 is 250 characters at most in the guide. */
const USER_MESSAGE_LENGTH = 250;

function errorSegment(finding: Finding): Segment {
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
