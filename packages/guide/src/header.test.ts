import { describe, expect, test } from 'vitest';
import { check, compileGuide } from './check.ts';
import { type Accepts, kindOf } from './header.ts';
import { edited, TODAY } from './testing/sound.ts';

const ONE: Accepts = { processingIds: ['P'], versions: ['2.5.1'] };
const SEVERAL: Accepts = { processingIds: ['P', 'D'], versions: ['2.5.1', '2.3.1'] };
const guides = new Map([ONE, SEVERAL].map((accepts) => [accepts, compileGuide(accepts)]));

const message = (type = 'VXU^V04^VXU_V04', processingId = 'P', version = '2.5.1') =>
  edited('Z22', { 'MSH-9': type, 'MSH-11': processingId, 'MSH-12': version });

/** The refusals before the content is looked at. */
function refusals(of: ReturnType<typeof message>, accepts = ONE): readonly (readonly string[])[] {
  const guide = guides.get(accepts);
  const { findings, ack, isRefused } = check(of, { today: TODAY, ...(guide ? { guide } : {}) });
  const rejected = findings.filter(({ effect }) => effect === 'reject');
  expect(ack === 'AR').toBe(rejected.length > 0);
  if (rejected.length > 0) expect(isRefused).toBe(true);
  return rejected.map(({ code, severity, path, hl7, message: text }) => [
    code,
    `${severity} ${path} ${hl7}`,
    text,
  ]);
}

describe('a message that is taken', () => {
  test.each([
    ['VXU^V04^VXU_V04', 'VXU'],
    ['VXU^V04', 'VXU'],
    ['vxu^v04', 'VXU'],
    ['QBP^Q11^QBP_Q11', 'QBP'],
  ])('%s', (type, kind) => {
    expect(kindOf(message(type))).toBe(kind);
    expect(refusals(message(type))).toEqual([]);
  });

  test('versions and processing ids are those of the jurisdiction', () => {
    expect(refusals(message('VXU^V04', 'D', '2.3.1'), SEVERAL)).toEqual([]);
  });
});

describe('a message that is refused', () => {
  test.each(['ADT^A01', 'ORU^R01', 'TOSTRING^V04', 'CONSTRUCTOR^V04', ''])('of another type: %j', (type) => {
    expect(refusals(message(type)).map(([code]) => code)).toEqual(['message-type-unsupported']);
    expect(kindOf(message(type))).toBeUndefined();
  });

  test.each(['ACK^V04', 'RSP^K11'])(
    'not an answer: %s is checked as one, and is nothing to be received',
    (type) => {
      expect(refusals(message(type))).toEqual([]);
      expect(kindOf(message(type))).toBeUndefined();
    },
  );

  test('in words that say what is taken', () => {
    expect(refusals(message('ADT^A01'))).toEqual([
      [
        'message-type-unsupported',
        'E MSH-9.1 200',
        'MESSAGE REJECTED. The message type in MSH-9.1 is missing or not taken here.',
      ],
    ]);
    expect(check(message('ADT^A01'), { today: TODAY }).findings[0]?.fix).toBe(
      'Send VXU^V04^VXU_V04 to submit or QBP^Q11^QBP_Q11 to query.',
    );
  });

  test.each(['VXU^V03', 'VXU', 'QBP^Q13'])('with another trigger event: %s', (type) => {
    expect(refusals(message(type))).toEqual([
      [
        'trigger-event-unsupported',
        'E MSH-9.2 201',
        'MESSAGE REJECTED. The trigger event in MSH-9.2 is not taken with this message type.',
      ],
    ]);
    expect(check(message(type), { today: TODAY }).findings.map(({ fix }) => fix)).toContain(
      'Send V04 with VXU and Q11 with QBP in MSH-9.2.',
    );
  });

  test.each(['T', 'D', 'p', ''])('with processing id %j', (processingId) => {
    expect(refusals(message('VXU^V04^VXU_V04', processingId))).toEqual([
      ['processing-id-unsupported', 'E MSH-11 202', "MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE 'P'."],
    ]);
  });

  test.each(['2.3.1', '2.5', '2.5.1.', ''])('with version %j', (version) => {
    expect(refusals(message('VXU^V04^VXU_V04', 'P', version))).toEqual([
      ['version-unsupported', 'E MSH-12 203', 'MESSAGE REJECTED. This HL7 version is not taken; 2.5.1 is.'],
    ]);
  });

  test('where a jurisdiction takes several, all of them are named', () => {
    expect(refusals(message('VXU^V04', 'T', '2.4'), SEVERAL).map(([, , text]) => text)).toEqual([
      "MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE 'P' OR 'D'.",
      'MESSAGE REJECTED. This HL7 version is not taken; 2.5.1 or 2.3.1 is.',
    ]);
  });

  test('every fault of the header is named at once', () => {
    expect(refusals(message('ADT^A01', 'T', '2.3.1')).map(([code]) => code)).toEqual([
      'message-type-unsupported',
      'processing-id-unsupported',
      'version-unsupported',
    ]);
  });
});
