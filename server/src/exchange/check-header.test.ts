import { type Message, parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { checkHeader } from './check-header.ts';
import type { Operation } from './soap/envelope.ts';

const CALIFORNIA = { processingIds: ['P'], versions: ['2.5.1'] };
const LENIENT = { processingIds: ['P', 'D'], versions: ['2.5.1', '2.3.1'] };

function message(type = 'VXU^V04^VXU_V04', processingId = 'P', version = '2.5.1'): Message {
  const parsed = parseMessage(`MSH|^~\\&|EHR|DE-000001|||||${type}|77|${processingId}|${version}`);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.message;
}

const words = (of: Message, operation: Operation = 'submitSingleMessage', pack = CALIFORNIA) =>
  checkHeader(of, pack, operation).findings.map(({ code, severity, path, hl7, message: text }) => [
    code,
    `${severity} ${path} ${hl7}`,
    text,
  ]);

describe('a message that is taken', () => {
  test.each<[string, Operation, string]>([
    ['VXU^V04^VXU_V04', 'submitSingleMessage', 'VXU'],
    ['VXU^V04', 'submitBatchMessage', 'VXU'],
    ['vxu^v04', 'submitSingleMessage', 'VXU'],
    ['QBP^Q11^QBP_Q11', 'submitSingleQuery', 'QBP'],
    ['QBP^Q11^QBP_Q11', 'submitBatchQuery', 'QBP'],
    ['QBP^Q11^QBP_Q11', 'submitSingleMessage', 'QBP'],
  ])('%s by %s', (type, operation, kind) => {
    expect(checkHeader(message(type), CALIFORNIA, operation)).toEqual({ kind, findings: [] });
  });

  test('versions and processing ids are those of the jurisdiction', () => {
    expect(words(message('VXU^V04', 'D', '2.3.1'), 'submitSingleMessage', LENIENT)).toEqual([]);
  });
});

describe('a message that is refused', () => {
  test.each(['ADT^A01', 'ACK', 'TOSTRING^V04', 'CONSTRUCTOR^V04'])('of another type: %s', (type) => {
    expect(words(message(type))).toEqual([
      ['message-type-unsupported', 'E MSH-9.1 200', 'MESSAGE REJECTED. This message type is not taken here.'],
    ]);
    expect(checkHeader(message(type), CALIFORNIA, 'submitSingleMessage').kind).toBeUndefined();
  });

  test('without a type', () => {
    expect(words(message(''))).toEqual([
      ['message-type-unsupported', 'E MSH-9.1 200', 'MESSAGE REJECTED. MSH-9 (Message Type) is empty.'],
    ]);
  });

  test.each([
    ['VXU^V03', 'VXU', 'V04'],
    ['VXU', 'VXU', 'V04'],
    ['QBP^Q13', 'QBP', 'Q11'],
  ])('with another trigger event: %s', (type, kind, event) => {
    const { findings } = checkHeader(message(type), CALIFORNIA, 'submitSingleMessage');
    expect(findings).toMatchObject([
      {
        code: 'trigger-event-unsupported',
        path: 'MSH-9.2',
        hl7: '201',
        message: `MESSAGE REJECTED. The trigger event in MSH-9.2 is not taken with ${kind}.`,
        fix: `Send ${event} in MSH-9.2.`,
      },
    ]);
  });

  test.each<Operation>(['submitSingleQuery', 'submitBatchQuery'])('a VXU by %s', (operation) => {
    expect(words(message(), operation)).toEqual([
      [
        'submission-sent-as-query',
        'E MSH-9.1 200',
        'MESSAGE REJECTED. A VXU came in by an operation for queries; nothing was recorded.',
      ],
    ]);
  });

  test.each(['T', 'D', 'p', ''])('with processing id %j', (processingId) => {
    expect(words(message('VXU^V04', processingId))).toEqual([
      ['processing-id-unsupported', 'E MSH-11 202', "MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE 'P'."],
    ]);
  });

  test.each(['2.3.1', '2.5', '2.5.1.', ''])('with version %j', (version) => {
    expect(words(message('VXU^V04', 'P', version))).toEqual([
      ['version-unsupported', 'E MSH-12 203', 'MESSAGE REJECTED. This HL7 version is not taken; 2.5.1 is.'],
    ]);
  });

  test('where a jurisdiction takes several, all of them are named', () => {
    expect(
      words(message('VXU^V04', 'T', '2.4'), 'submitSingleMessage', LENIENT).map(([, , text]) => text),
    ).toEqual([
      "MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE 'P' OR 'D'.",
      'MESSAGE REJECTED. This HL7 version is not taken; 2.5.1 and 2.3.1 is.',
    ]);
  });

  test('every fault of the header is named at once', () => {
    expect(words(message('ADT^A01', 'T', '2.3.1')).map(([code]) => code)).toEqual([
      'message-type-unsupported',
      'processing-id-unsupported',
      'version-unsupported',
    ]);
  });
});
