import { parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { checkSubmission } from './check-submission.ts';
import type { Finding } from '@cairn/guide';

const HEADER = 'MSH|^~\\&|EHR|DE-000001||CAIR2|20250320||VXU^V04^VXU_V04|77|P|2.5.1';
const PID = 'PID|1||1001^^^CLINIC^MR||Wren^Ana^Luz||20240315|F';
const ORC = 'ORC|RE||D1^CLINIC';
const RXA = 'RXA|0|1|20250320||03^MMR^CVX|0.5|||00^New^NIP001||^^^de-000 001|||||||||CP|A';
const TODAY = '2025-03-20';

function check(lines: readonly string[], { requirePatientIdType = true, today = TODAY, end = '\r' } = {}) {
  const text = lines.join('\r') + end;
  const parsed = parseMessage(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return checkSubmission(parsed.message, text, today, { requirePatientIdType });
}

const short = ({ code, severity, path = '', hl7, application, message }: Finding) =>
  `${code} ${severity} ${path} ${hl7}/${application ?? ''} ${message}`;

/** A message as a whole that cannot be recorded, and the findings that say why. */
function refusal(lines: readonly string[], options?: Parameters<typeof check>[1]): readonly string[] {
  const { submission, findings } = check(lines, options);
  expect(submission).toBeUndefined();
  return findings.map(short);
}

/** `field` of the RXA above, replaced. */
function rxaWith(field: number, value: string): string {
  const fields = RXA.split('|');
  fields[field] = value;
  return fields.join('|');
}

describe('a message that may be recorded', () => {
  const { submission, findings } = check([
    HEADER,
    PID,
    'PD1|||||||||||02|N',
    'NK1|1|Wren^Rosa|MTH',
    ORC,
    RXA,
    'RXR|C38299',
    'ORC|RE||9999^CLINIC',
    'RXA|0|1|20240601||998^No vaccine administered^CVX|999||||||||||||||NA|A',
  ]);

  test('says whom it is about', () => {
    expect(findings).toEqual([]);
    expect(submission).toMatchObject({
      identity: { last: 'WREN', first: 'ANA', middle: 'LUZ', birthDate: '2024-03-15', sex: 'F' },
      identifiers: [{ id: '1001', authority: 'CLINIC', type: 'MR' }],
      identifierText: '1001^^^CLINIC^MR',
      demographics: {
        fields: { 'PID-5': 'Wren^Ana^Luz', 'PID-7': '20240315', 'PID-8': 'F', 'PD1-11': '02', 'PD1-12': 'N' },
        nextOfKin: ['NK1|1|Wren^Rosa|MTH'],
      },
    });
  });

  test('and what it reports: where in the message, whether given here, and at which place', () => {
    expect(submission?.doses).toMatchObject([
      {
        dose: { fillerId: 'D1^CLINIC', codes: ['CVX:03'] },
        order: 1,
        occurrence: 1,
        administered: true,
        administeredAt: 'DE000001',
      },
      {
        dose: { fillerId: '', codes: ['CVX:998'] },
        order: 2,
        occurrence: 2,
        administered: false,
        administeredAt: '',
      },
    ]);
  });

  test('a dose taken over from elsewhere, or refused, was not administered by the sender', () => {
    const administered = (rxa: string) => check([HEADER, PID, ORC, rxa]).submission?.doses[0]?.administered;
    expect(administered(RXA)).toBe(true);
    expect(administered(rxaWith(9, '01^Historical^NIP001'))).toBe(false);
    expect(administered(rxaWith(20, 'RE'))).toBe(false);
  });

  test.each([
    ['codes of another system beside a CVX', rxaWith(5, 'X1^MMR^LOCAL^03^MMR^CVX')],
    ['an NDC', rxaWith(5, '00006-4681-00^M-M-R II^NDC')],
    ['no status and no action code', rxaWith(20, '').replace(/A$/, '')],
    ['status and action code in lower case', rxaWith(20, 'cp').replace(/A$/, 'u')],
    ['the day of birth', rxaWith(3, '20240315')],
    ['today', rxaWith(3, '20250320235959-0800')],
  ])('with %s', (_, rxa) => {
    const { submission: taken, findings: found } = check([HEADER, PID, ORC, rxa]);
    expect(found).toEqual([]);
    expect(taken?.doses).toHaveLength(1);
  });
});

describe('a message that cannot be recorded at all', () => {
  test('was cut off, whatever else is wrong with it', () => {
    expect(refusal([HEADER.replace('|77|', '||'), PID, ORC, RXA.slice(0, 40)], { end: '' })).toEqual([
      'message-cut-off E RXA[1] 100/ MESSAGE REJECTED. It ends in the middle of a segment, as if it had been cut off. Nothing was recorded.',
    ]);
    expect(refusal([HEADER, PID, ORC, RXA, ORC], { end: '' })[0]).toContain('E ORC[2] 100/');
  });

  test.each([
    [
      'no control id',
      HEADER.replace('|77|', '| |'),
      PID,
      'MSH-10',
      'REQUIRED FIELD MSH-10 MISSING (Message Control ID)',
    ],
    [
      'no patient id',
      HEADER,
      PID.replace('1001^^^CLINIC^MR', ''),
      'PID-3',
      'REQUIRED FIELD PID-3 MISSING (Patient Identifier List)',
    ],
    [
      'an authority alone',
      HEADER,
      PID.replace('1001', ''),
      'PID-3',
      'REQUIRED FIELD PID-3 MISSING (Patient Identifier List)',
    ],
    [
      'no type of the patient id',
      HEADER,
      PID.replace('^MR', ''),
      'PID-3.5',
      'REQUIRED FIELD PID-3-5 MISSING (type of the patient id, for example MR)',
    ],
    [
      'no last name',
      HEADER,
      PID.replace('Wren', ''),
      'PID-5.1',
      "REQUIRED FIELD PID-5-1 MISSING (patient's last name)",
    ],
    [
      'a deleted first name',
      HEADER,
      PID.replace('Ana', '""'),
      'PID-5.2',
      "REQUIRED FIELD PID-5-2 MISSING (patient's first name)",
    ],
    [
      'no birth date',
      HEADER,
      PID.replace('20240315', ''),
      'PID-7',
      'REQUIRED FIELD PID-7 MISSING (birth date)',
    ],
    [
      'a deleted birth date',
      HEADER,
      PID.replace('20240315', '""'),
      'PID-7',
      'REQUIRED FIELD PID-7 MISSING (birth date)',
    ],
  ])('has %s', (_, header, pid, path, message) => {
    expect(refusal([header, pid, ORC, RXA])).toEqual([
      `required-field-missing E ${path} 101/7 MESSAGE REJECTED - ${message}.`,
    ]);
  });

  test('has no patient', () => {
    expect(refusal([HEADER, ORC, RXA])).toEqual([
      'patient-missing E PID 100/ MESSAGE REJECTED. The message has no PID segment.',
    ]);
  });

  test('has two patients', () => {
    expect(refusal([HEADER, PID, PID, ORC, RXA])).toEqual([
      'second-patient E PID[2] 100/ MESSAGE REJECTED. The message has more than one PID segment.',
    ]);
  });

  test.each(['20240230', '2024', 'unknown'])('has a birth date of %s', (date) => {
    expect(refusal([HEADER, PID.replace('20240315', date), ORC, RXA])).toEqual([
      'date-invalid E PID-7 102/2 MESSAGE REJECTED. The birth date is no date.',
    ]);
  });

  test('has a birth date after today', () => {
    expect(refusal([HEADER, PID, ORC, RXA], { today: '2024-03-14' })).toEqual([
      'birth-date-in-future E PID-7 102/1 MESSAGE REJECTED. The birth date lies in the future.',
    ]);
    expect(check([HEADER, PID], { today: '2024-03-15' }).submission).toBeDefined();
  });

  test('has several faults: all of them are named at once', () => {
    const pid = 'PID|1||^^^CLINIC^MR||^||20240230';
    expect(refusal([HEADER.replace('|77|', '||'), pid]).map((text) => text.split(' ')[2])).toEqual([
      'MSH-10',
      'PID-3',
      'PID-5.1',
      'PID-5.2',
      'PID-7',
    ]);
  });
});

describe('a message that is recorded, with something to say of it', () => {
  test('no authority of a patient id', () => {
    const pid = PID.replace('1001', '1001^^^CLINIC^MR~77').replace('77^^^CLINIC', '77^^^');
    expect(check([HEADER, pid, ORC, RXA]).findings.map(short)).toEqual([
      'patient-id-authority-missing I PID-3[2].4 0/ The patient id has no assigning authority (PID-3.4).',
    ]);
  });

  test('no type of the patient id, where the jurisdiction does not ask for one', () => {
    expect(
      check([HEADER, PID.replace('^MR', ''), ORC, RXA], { requirePatientIdType: false }).findings,
    ).toEqual([]);
  });

  test('a dose without id', () => {
    const { submission, findings } = check([HEADER, PID, ORC, RXA, 'ORC|RE', RXA]);
    expect(submission?.doses).toHaveLength(2);
    expect(findings.map(short)).toEqual([
      'order-number-missing W ORC[2]-3 101/7 The dose has no id (ORC-3). It was recorded, but cannot be updated safely.',
    ]);
  });

  test.each(['RE', 'NA'])('but not a refusal or a statement (%s) without id', (completion) => {
    expect(check([HEADER, PID, 'ORC|RE', rxaWith(20, completion)]).findings).toEqual([]);
  });

  test('no doses and an open end, which may have been cut off between two segments', () => {
    const { submission, findings } = check([HEADER, PID], { end: '' });
    expect(submission?.doses).toEqual([]);
    expect(findings.map(short)).toEqual([
      'no-doses-and-open-end W  0/8 The demographics were recorded. The message has no doses and its last segment is not ended.',
    ]);
    expect(check([HEADER, PID]).findings).toEqual([]);
    // An order that is out of place says by itself that doses were meant.
    expect(check([HEADER, PID, RXA], { end: '' }).findings.map(({ code }) => code)).toEqual([
      'dose-without-order',
    ]);
  });
});
