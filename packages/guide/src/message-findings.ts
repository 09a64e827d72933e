import type { ApplicationError, Effect, Hl7Error, Severity, ValueClass } from './finding.ts';

/** A finding about the message as a whole or about where its segments stand. */
export type MessageFinding = {
  readonly states: string;
  readonly source: string;
  readonly at: string;
  readonly value: ValueClass;
  readonly severity: Severity;
  readonly effect: Effect;
  readonly hl7: Hl7Error;
  readonly application?: ApplicationError;
  /** `{…}` is filled in where it is found. */
  readonly message: string;
  readonly fix: string;
};

/** Refusals before the content is looked at, and faults in the order of segments (guide table 3-1). */
export const MESSAGE_FINDINGS = {
  'message-type-unsupported': {
    states: 'The message is a VXU or a QBP.',
    source: 'R1.5 table 3-1, step 1',
    at: 'MSH-9.1',
    value: 'unknown',
    severity: 'E',
    effect: 'reject',
    hl7: '200',
    application: '4',
    message: 'The message type in MSH-9.1 is missing or not taken here.',
    fix: 'Send VXU^V04^VXU_V04 to submit or QBP^Q11^QBP_Q11 to query.',
  },
  'trigger-event-unsupported': {
    states: 'The trigger event fits the message type.',
    source: 'R1.5 table 3-1, step 1',
    at: 'MSH-9.2',
    value: 'unknown',
    severity: 'E',
    effect: 'reject',
    hl7: '201',
    application: '4',
    message: 'The trigger event in MSH-9.2 is not taken with this message type.',
    fix: 'Send V04 with VXU and Q11 with QBP in MSH-9.2.',
  },
  'processing-id-unsupported': {
    states: 'The processing id is one that is taken.',
    source: 'R1.5 table 3-1, step 1; CAIR2',
    at: 'MSH-11',
    value: 'unknown',
    severity: 'E',
    effect: 'reject',
    hl7: '202',
    application: '4',
    message: 'MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE {taken}.',
    fix: 'Send {taken} in MSH-11, on the testing address too.',
  },
  'version-unsupported': {
    states: 'The HL7 version is one that is taken.',
    source: 'R1.5 table 3-1, step 1',
    at: 'MSH-12',
    value: 'unknown',
    severity: 'E',
    effect: 'reject',
    hl7: '203',
    application: '4',
    message: 'This HL7 version is not taken; {taken} is.',
    fix: 'Send {taken} in MSH-12 and follow the national immunization guide, release 1.5.',
  },
  'message-excessive': {
    states: 'The message is of a size that means something.',
    source: 'limits of this registry: 3000 segments, 1000 parts of a segment',
    at: '',
    value: 'too-long',
    severity: 'E',
    effect: 'reject',
    hl7: '207',
    application: '4',
    message: '{excess}',
    fix: 'Correct it, or send the doses in several messages.',
  },
  'message-cut-off': {
    states: 'The message is whole.',
    source: 'HL7 v2.5.1 §2.5.2, segment terminator',
    at: '',
    value: 'malformed',
    severity: 'E',
    effect: 'message',
    hl7: '100',
    message: 'It ends in the middle of a segment, as if it had been cut off. Nothing was recorded.',
    fix: 'Resend the whole message, and end each segment with a carriage return.',
  },
  'no-doses-and-open-end': {
    states: 'A message without doses ends with a line end.',
    source: 'HL7 v2.5.1 §2.5.2, segment terminator',
    at: '',
    value: 'missing',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '8',
    message: 'The message has no doses and its last segment is not ended.',
    fix: 'If doses were meant to follow, it was cut off: resend it. End each segment with a carriage return.',
  },
  'patient-missing': {
    states: 'The message names a patient.',
    source: 'R1.5 table 3-1; message structures',
    at: 'PID',
    value: 'missing',
    severity: 'E',
    effect: 'message',
    hl7: '100',
    message: 'The message has no PID segment.',
    fix: 'Send one PID after MSH and resend the whole message.',
  },
  'second-patient': {
    states: 'The message is about one patient.',
    source: 'R1.5 table 3-1; message structures',
    at: 'PID',
    value: 'repeated',
    severity: 'E',
    effect: 'message',
    hl7: '100',
    message: 'The message has more than one PID segment.',
    fix: 'Send one message for each patient.',
  },
  'segment-missing': {
    states: 'Segments that the message cannot be without are there.',
    source: 'R1.5 table 3-1; message structures',
    at: '',
    value: 'missing',
    severity: 'E',
    effect: 'message',
    hl7: '100',
    message: 'The message has no {segment} segment.',
    fix: 'Send {segment}.',
  },
  'segment-repeated': {
    states: 'Segments that stand once stand once.',
    source: 'R1.5 table 3-1; message structures',
    at: '',
    value: 'repeated',
    severity: 'E',
    effect: 'segment',
    hl7: '100',
    application: '8',
    message: 'A second {segment} stands where one may.',
    fix: 'Send one {segment}; the first counts.',
  },
  'segment-out-of-order': {
    states: 'Segments stand in the order of the guide.',
    source: 'R1.5 table 3-1; message structures',
    at: '',
    value: 'out-of-order',
    severity: 'W',
    effect: 'none',
    hl7: '100',
    message: '{segment} does not stand where the guide has it.',
    fix: 'Send MSH PID PD1 NK1, then for each dose ORC RXA RXR OBX, in this order.',
  },
  'order-without-dose': {
    states: 'An ORC is followed by its RXA.',
    source: 'R1.5 table 3-1; ORDER group',
    at: 'ORC',
    value: 'out-of-order',
    severity: 'E',
    effect: 'none',
    hl7: '100',
    message: 'An ORC is not followed by an RXA; nothing was recorded for this order.',
    fix: 'Send an RXA right after each ORC.',
  },
  'dose-without-order': {
    states: 'An RXA has an ORC of its own before it.',
    source: 'R1.5 table 3-1; ORDER group',
    at: 'RXA',
    value: 'out-of-order',
    severity: 'E',
    effect: 'dose',
    hl7: '100',
    message: 'An RXA has no ORC of its own before it.',
    fix: 'Send one ORC, with the dose id in ORC-3, before each RXA, and resend this dose.',
  },
} as const satisfies Readonly<Record<string, MessageFinding>>;

export type MessageCode = keyof typeof MESSAGE_FINDINGS;

/** The finding of that code, its blanks filled in. */
export function messageFinding(
  code: MessageCode,
  filling: Readonly<Record<string, string>> = {},
): MessageFinding & { readonly code: MessageCode } {
  const found: MessageFinding = MESSAGE_FINDINGS[code];
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => filling[name] ?? blank);
  return { ...found, code, message: fill(found.message), fix: fill(found.fix) };
}
