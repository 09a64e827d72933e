import type { Finding } from '@cairn/guide';
import { describe, expect, test } from 'vitest';
import { checked, edit, given, HEADER, historical, message, NK1, PID, vxu } from './testing/messages.ts';

const short = ({ code, severity, path = '', hl7, application, message: text }: Finding) =>
  `${code} ${severity} ${path} ${hl7}/${application ?? ''} ${text}`;

/** A message as a whole that cannot be recorded, and the findings that say why. */
function refusal(text: string): readonly string[] {
  const { isRefused, ack, findings } = checked(text);
  expect([isRefused, ack]).toEqual([true, 'AE']);
  return findings.map(short);
}

const edits = (text: string, ...changes: readonly (readonly [path: string, value: string])[]): string =>
  changes.reduce((edited, [path, value]) => edit(edited, path, value), text);

describe('a message that cannot be recorded at all', () => {
  test('was cut off, whatever else is wrong with it', () => {
    const [orc = '', rxa = ''] = historical();
    expect(refusal(message(edit(HEADER, 'MSH-10', ''), PID, orc, rxa.slice(0, 40)).trimEnd())).toEqual([
      'message-cut-off E RXA[1] 100/ MESSAGE REJECTED. It ends in the middle of a segment, as if it had been cut off. Nothing was recorded.',
    ]);
    expect(refusal(message(HEADER, PID, orc, rxa, orc).trimEnd())[0]).toContain('E ORC[2] 100/');
  });

  const missing = (path: string, name: string, application = '7'): string =>
    `${path} 101/${application} MESSAGE REJECTED - REQUIRED FIELD ${path.replace('.', '-')} MISSING (${name}).`;

  test.each([
    ['no control id', 'MSH-10', '', missing('MSH-10', 'Message Control ID')],
    ['a blank control id', 'MSH-10', ' ', missing('MSH-10', 'Message Control ID')],
    ['no patient id', 'PID-3', '', missing('PID-3', 'Patient Identifier List')],
    ['an authority alone', 'PID-3', '^^^CLINIC^MR', missing('PID-3.1', 'ID Number')],
    ['a blank id', 'PID-3', ' ^^^CLINIC^MR', missing('PID-3.1', 'ID Number')],
    ['no type of the patient id', 'PID-3', '1001^^^CLINIC', missing('PID-3.5', 'Identifier Type Code', '6')],
    ['no name', 'PID-5', '', missing('PID-5', 'Patient Name')],
    ['no last name', 'PID-5', '^Ana^^^^^L', missing('PID-5.1', 'Family Name')],
    ['no first name', 'PID-5', 'Wren^^^^^^L', missing('PID-5.2', 'Given Name')],
    ['a deleted first name', 'PID-5', 'Wren^""^^^^^L', missing('PID-5.2', 'Given Name')],
    ['no birth date', 'PID-7', '', missing('PID-7', 'Date/Time of Birth')],
    ['a deleted birth date', 'PID-7', '""', missing('PID-7', 'Date/Time of Birth')],
  ])('has %s', (_, path, value, words) => {
    const found = refusal(edit(vxu(given()), path, value));
    expect(found).toEqual([expect.stringMatching(/^required-(?:field|component)-missing E /)]);
    expect(found[0]).toContain(words);
  });

  test('has no patient', () => {
    expect(refusal(message(HEADER, ...given()))).toContain(
      'patient-missing E PID 100/ MESSAGE REJECTED. The message has no PID segment.',
    );
  });

  test.each([
    ['beside each other', message(HEADER, PID, PID, NK1, ...given())],
    ['with their doses', message(HEADER, PID, NK1, ...given(), PID, NK1, ...given({ id: 'D2^CLINIC' }))],
  ])('has two patients %s', (_, text) => {
    expect(refusal(text)).toContain(
      'second-patient E PID[2] 100/ MESSAGE REJECTED. The message has more than one PID segment.',
    );
  });

  test.each(['20240230', '2024', '202403', 'unknown'])('has a birth date of %s', (date) => {
    expect(refusal(edit(vxu(given()), 'PID-7', date))).toEqual([
      'date-invalid E PID-7 102/2 MESSAGE REJECTED. PID-7 (Date/Time of Birth) is no date, or not an existing one.',
    ]);
  });

  test('has a birth date after today', () => {
    expect(refusal(edit(vxu(), 'PID-7', '20250321'))[0]).toBe(
      'birth-date-in-future E PID-7 102/1 MESSAGE REJECTED. The birth date lies in the future.',
    );
    expect(checked(edit(vxu(), 'PID-7', '20250320')).isRefused).toBe(false);
  });

  test('has digits in the name, which California refuses', () => {
    expect(refusal(edit(vxu(given()), 'PID-5', 'Wren2^Ana^Luz^^^^L'))[0]).toMatch(
      /^patient-last-name-has-digits E PID-5\.1 .*MESSAGE REJECTED\. /,
    );
  });

  test('has several faults: all of them are named at once', () => {
    const text = edits(
      vxu(given()),
      ['MSH-10', ''],
      ['PID-3', '^^^CLINIC^MR'],
      ['PID-5', '^^^^^^L'],
      ['PID-7', '20240230'],
    );
    expect(refusal(text).map((found) => found.split(' ')[2])).toEqual([
      'MSH-10',
      'PID-3.1',
      'PID-5.1',
      'PID-5.2',
      'PID-7',
    ]);
  });
});

describe('a dose that is left out, while the others stand', () => {
  test.each([
    [
      'no day',
      3,
      '',
      'required-field-missing',
      '3 101/7',
      'No value was entered for RXA-3 (Date/Time Start of Administration).',
    ],
    [
      'a deleted day',
      3,
      '""',
      'required-field-missing',
      '3 101/7',
      'No value was entered for RXA-3 (Date/Time Start of Administration).',
    ],
    [
      'a day that does not exist',
      3,
      '20250229',
      'date-invalid',
      '3 102/2',
      'RXA-3 (Date/Time Start of Administration) is no date, or not an existing one.',
    ],
    [
      'a month',
      3,
      '202503',
      'date-invalid',
      '3 102/2',
      'RXA-3 (Date/Time Start of Administration) is no date, or not an existing one.',
    ],
    [
      'tomorrow',
      3,
      '20250321',
      'dose-in-future',
      '3 102/1',
      'The date of administration lies in the future.',
    ],
    [
      'the day before birth',
      3,
      '20240314',
      'dose-before-birth',
      '3 102/1',
      'The date of administration lies before the birth date.',
    ],
    [
      'no vaccine',
      5,
      '',
      'required-field-missing',
      '5 101/7',
      'No value was entered for RXA-5 (Administered Code).',
    ],
    [
      'a vaccine without code',
      5,
      '^MMR^CVX',
      'required-component-missing',
      '5.1 101/7',
      'No value was entered for RXA-5.1 (Administered Code).',
    ],
    [
      'a vaccine of no coding system',
      5,
      '03',
      'vaccine-not-identified',
      '5 103/5',
      'RXA-5 has no CVX code, nor a package (NDC), nor a billing code (CPT) of one vaccine.',
    ],
    [
      'a vaccine of an unknown system',
      5,
      '03^MMR^LOCAL',
      'vaccine-not-identified',
      '5 103/5',
      'RXA-5 has no CVX code, nor a package (NDC), nor a billing code (CPT) of one vaccine.',
    ],
    [
      'another completion status',
      20,
      'XX',
      'not-in-table',
      '20 103/5',
      'RXA-20 (Completion Status) is not a code of table HL70322 (Completion status).',
    ],
    [
      'another action code',
      21,
      'Q',
      'not-in-table',
      '21 103/5',
      'RXA-21 (Action Code) is not a code of table HL70323 (Action code).',
    ],
  ])('has %s', (_, field, value, code, where, says) => {
    const first = historical({ id: 'D1^CLINIC', day: '20240520', vaccine: '20^DTaP^CVX' });
    const { isRefused, orders, findings, ack } = checked(
      edit(vxu(first, historical({ id: 'D2^CLINIC' })), `RXA[2]-${field}`, value),
    );
    expect([isRefused, ack, orders.map(({ rxa }) => rxa.occurrence)]).toEqual([false, 'AE', [1]]);
    expect(findings.filter(({ severity }) => severity !== 'I').map(short)).toEqual([
      `${code} E RXA[2]-${where} ${says} This dose was not recorded.`,
    ]);
  });

  test('has several faults: all are named, with the number of the RXA', () => {
    const text = edits(
      vxu(historical({ day: '20240520', vaccine: '20^DTaP^CVX' }), historical({ id: 'D2^CLINIC' })),
      ['RXA[2]-3', ''],
      ['RXA[2]-5', ''],
      ['RXA[2]-20', 'XX'],
      ['RXA[2]-21', 'Q'],
    );
    const { orders, findings } = checked(text);
    expect(orders.map(({ rxa }) => rxa.occurrence)).toEqual([1]);
    expect(findings.map(({ path }) => path)).toEqual(['RXA[2]-3', 'RXA[2]-5', 'RXA[2]-20', 'RXA[2]-21']);
  });

  test('is an RXA without ORC', () => {
    const [, rxa = ''] = historical();
    const { orders, findings } = checked(message(HEADER, PID, NK1, rxa, ...historical()));
    expect(orders.map((order) => order.rxa.occurrence)).toEqual([2]);
    expect(findings.filter(({ severity }) => severity === 'E').map(short)).toEqual([
      'dose-without-order E RXA[1] 100/ An RXA has no ORC of its own before it. This dose was not recorded.',
    ]);
  });
});

describe('a message that is recorded, with something to say of it', () => {
  test('no authority of a patient id', () => {
    const { findings, ack } = checked(edit(vxu(given()), 'PID-3', '1001^^^CLINIC^MR~77^^^^MR'));
    expect(findings.map(short)).toEqual([
      'required-component-missing I PID-3[2].4 101/7 No value was entered for PID-3.4 (Assigning Authority).',
    ]);
    expect(ack).toBe('AA');
  });

  test('a dose without id', () => {
    const second = historical({ id: '', day: '20240520', vaccine: '20^DTaP^CVX' });
    const { orders, findings, ack } = checked(vxu(given(), second));
    expect(orders).toHaveLength(2);
    expect(findings.map(short)).toEqual([
      'required-field-missing W ORC[2]-3 101/7 The order has no id (ORC-3); a dose without one cannot be updated safely.',
    ]);
    expect(ack).toBe('AE');
  });

  test('no doses and an open end, which may have been cut off between two segments', () => {
    const { isRefused, findings } = checked(message(HEADER, PID, NK1).trimEnd());
    expect(isRefused).toBe(false);
    expect(findings.map(short)).toContain(
      'no-doses-and-open-end W  0/8 The message has no doses and its last segment is not ended.',
    );
    expect(checked(message(HEADER, PID, NK1)).ack).toBe('AA');
  });
});
