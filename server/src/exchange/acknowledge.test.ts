import { california } from '@cairn/california';
import { type Message, parseMessage, type Segment } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { ackOf, type Finding, type Severity } from '@cairn/guide';
import {
  type AckCode,
  acknowledge,
  acknowledgeAsAsked,
  type AnswerContext,
  errorSegments,
} from './acknowledge.ts';

const ASKED =
  'MSH|^~\\&|My EHR^1.2.3^ISO|DE-000001|CAIRN|CAIR2|20250320||VXU^V04^VXU_V04|77|P|2.5.1||||||||||DE-000001';

function parsed(text: string): Message {
  const read = parseMessage(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.message;
}

const context = (more: Partial<AnswerContext> = {}): AnswerContext => ({
  message: parsed(ASKED),
  controlId: '77',
  answerId: 'answer-1',
  at: new Date('2025-03-20T17:15:00Z'),
  pack: california,
  responsible: 'DE-000001',
  ...more,
});

const finding = (severity: Severity, more: Partial<Finding> = {}): Finding => ({
  code: 'a-finding',
  severity,
  hl7: '101',
  message: 'Something is missing.',
  fix: 'Send it.',
  ...more,
});

function errorSegment(of: Finding): Segment {
  const [segment] = errorSegments([of]);
  if (!segment) throw new Error('a finding is an ERR');
  return segment;
}

describe('MSA-1', () => {
  test.each<[readonly Severity[], string]>([
    [[], 'AA'],
    [['I'], 'AA'],
    [['I', 'I'], 'AA'],
    [['W'], 'AE'],
    [['E'], 'AE'],
    [['I', 'W', 'I'], 'AE'],
    [['I', 'E'], 'AE'],
  ])('with findings of severity %j is %s', (severities, code) => {
    expect(
      ackOf(
        false,
        severities.map((severity) => finding(severity)),
      ),
    ).toBe(code);
    expect(
      ackOf(
        true,
        severities.map((severity) => finding(severity)),
      ),
    ).toBe('AR');
  });
});

describe('ERR-2, the place of a finding', () => {
  test.each([
    ['RXA[2]-5.1', 'RXA^2^5^1^1'],
    ['RXA[2]-5', 'RXA^2^5^1'],
    ['PID-3[2].4', 'PID^1^3^2^4'],
    ['PID-3.4.2', 'PID^1^3^1^4^2'],
    ['MSH-9.1', 'MSH^1^9^1^1'],
    ['ORC[12]', 'ORC^12'],
    ['PID', 'PID^1'],
  ])('%s is %s', (path, location) => {
    expect(errorSegment(finding('E', { path })).raw(2)).toBe(location);
  });

  test('is empty where a finding concerns the message as a whole', () => {
    expect(errorSegment(finding('E')).state(2)).toBe('empty');
  });
});

describe('ERR', () => {
  test('names the error by both tables, with their words, and says what to do', () => {
    expect(errorSegment(finding('W', { path: 'PID-7', application: '7' })).toString()).toBe(
      'ERR||PID^1^7^1|101^Required field missing^HL70357|W|7^Required data missing^HL70533|||Something is missing. Send it.',
    );
  });

  test('leaves ERR-5 out where no application error fits', () => {
    expect(errorSegment(finding('E')).raw(5)).toBe('');
  });

  test('holds at most 250 characters of text, delimiters in it escaped', () => {
    const { message } = { message: `a|b^c&d ${'x'.repeat(300)}` };
    const error = errorSegment(finding('E', { message }));
    expect(error.text(8)).toBe(message.slice(0, 250));
    expect(error.fieldCount).toBe(8);
  });
});

describe('an acknowledgement', () => {
  test('of a VXU: MSH with both sides exchanged, MSA, an ERR for each finding', () => {
    const answer = acknowledge('AE', [finding('W', { path: 'ORC[2]-3' }), finding('I')], context());
    expect(answer.split('\r')).toEqual([
      'MSH|^~\\&|CAIRN|CAIR IIS|My EHR^1.2.3^ISO|DE-000001|20250320101500-0700||ACK^V04^ACK|answer-1|P|2.5.1|||NE|NE|||||Z23^CDCPHINVS|CAIR IIS|DE-000001',
      'MSA|AE|77',
      'ERR||ORC^2^3^1|101^Required field missing^HL70357|W||||Something is missing. Send it.',
      'ERR|||101^Required field missing^HL70357|I||||Something is missing. Send it.',
      '',
    ]);
  });

  test('of a query is ACK^Q11', () => {
    const message = parsed(ASKED.replace('VXU^V04^VXU_V04', 'QBP^Q11^QBP_Q11'));
    expect(parsed(acknowledge('AR', [], context({ message }))).raw('MSH-9')).toBe('ACK^Q11^ACK');
  });

  test('of a message that could not be read still names a control id, and no sender', () => {
    const answer = parsed(
      acknowledge('AR', [], context({ message: undefined, controlId: '', responsible: '' })),
    );
    expect(answer.raw('MSA')).toBe('MSA|AR|UNKNOWN');
    expect(answer.raw('MSH-5') + answer.raw('MSH-6') + answer.raw('MSH-23')).toBe('');
  });

  test('gives a control id back escaped', () => {
    const answer = acknowledge('AA', [], context({ controlId: '7|7\r' }));
    expect(answer).toContain('\rMSA|AA|7\\F\\7\\X0D\\\r');
    expect(parsed(answer).text('MSA-2')).toBe('7|7\r');
  });
});

describe('what a sender has asked to be told (MSH-15, MSH-16)', () => {
  const CONDITIONS = ['AL', 'NE', 'ER', 'SU', '', 'al', ' ER ', 'XX'] as const;
  const WISHES = CONDITIONS.flatMap((accept) =>
    CONDITIONS.map((application) => [accept, application] as const),
  );
  const OUTCOMES: readonly (readonly [AckCode, readonly Severity[], commit: string])[] = [
    ['AA', ['I'], 'CA'],
    ['AE', ['W'], 'CA'],
    ['AE', ['E'], 'CE'],
    ['AR', ['E'], 'CR'],
  ];
  /** HL7 table 0155, for one of the two acknowledgements. */
  const wants = (condition: string, isTrouble: boolean): boolean | undefined =>
    ({ AL: true, NE: false, ER: isTrouble, SU: !isTrouble })[condition.trim().toUpperCase()];

  test.each(WISHES)('accept %j, application %j', (accept, application) => {
    const message = parsed(ASKED.replace('|2.5.1|||', `|2.5.1|||${accept}|${application}`));
    for (const [code, severities, commit] of OUTCOMES) {
      const findings = severities.map((severity) => finding(severity));
      const answer = acknowledgeAsAsked(code, findings, context({ message }));
      // Whoever does not say gets the application acknowledgement, and no other.
      if (wants(application, code !== 'AA') ?? true) {
        expect(answer).toBe(acknowledge(code, findings, context({ message })));
        expect(answer).toContain(`\rMSA|${code}|77\r`);
      } else if (wants(accept, commit !== 'CA') ?? false) {
        expect(answer).toContain(`\rMSA|${commit}|77\r`);
        expect(parsed(answer).all('ERR')).toHaveLength(1);
      } else expect(answer).toBe('');
    }
  });

  test('a message that cannot be read is answered always', () => {
    const answer = acknowledgeAsAsked('AR', [finding('E')], context({ message: undefined }));
    expect(answer).toContain('\rMSA|AR|77\r');
  });
});

describe('more findings than anyone reads', () => {
  const many = (count: number): readonly Finding[] =>
    Array.from({ length: count }, (_, index) => finding('W', { path: `OBX[${index + 1}]-5` }));

  test('a hundred are told', () => {
    expect(errorSegments(many(100))).toHaveLength(100);
    expect(errorSegments(many(100)).at(-1)?.raw(2)).toBe('OBX^100^5^1');
  });

  test('of more, the first 99 and how many there are besides', () => {
    const errors = errorSegments(many(250));
    expect(errors).toHaveLength(100);
    expect(errors[98]?.raw(2)).toBe('OBX^99^5^1');
    expect(errors[99]?.toString()).toBe(
      'ERR|||0^Message accepted^HL70357|I||||There are 151 more findings. Correct these and resend, or check the message with cairn check, which lists all.',
    );
  });
});
