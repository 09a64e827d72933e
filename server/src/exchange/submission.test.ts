import { describe, expect, test } from 'vitest';
import { readSubmission, type Submission } from './submission.ts';
import {
  checked,
  edit,
  given,
  HEADER,
  historical,
  intake,
  message,
  NK1,
  PD1,
  PID,
  refused,
  vxu,
  withField,
} from './testing/messages.ts';

function read(text: string): Submission | undefined {
  const { parsed } = intake(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return readSubmission(parsed.message, parsed.check.orders, '2025-03-20');
}

const NO_VACCINE = [
  'ORC|RE||9999^CLINIC',
  'RXA|0|1|20240601||998^No vaccine administered^CVX|999||||||||||||||NA',
] as const;

describe('a message that may be recorded', () => {
  const text = message(
    HEADER,
    PID,
    PD1,
    NK1,
    ...given({ place: 'de-000 001' }),
    ...NO_VACCINE,
    ...historical({ id: 'D2^CLINIC', day: '20240520', vaccine: '20^DTaP^CVX' }),
  );
  const submission = read(text);

  test('says whom it is about', () => {
    expect(checked(vxu(given())).findings).toEqual([]);
    expect(submission).toMatchObject({
      identity: { last: 'WREN', first: 'ANA', middle: 'LUZ', birthDate: '2024-03-15', sex: 'F' },
      identifiers: [{ id: '1001', authority: 'CLINIC', type: 'MR' }],
      identifierText: '1001^^^CLINIC^MR',
      demographics: {
        fields: {
          'PID-5': 'Wren^Ana^Luz^^^^L',
          'PID-7': '20240315',
          'PID-8': 'F',
          'PD1-11': '02^Reminder/recall - any method^HL70215',
          'PD1-12': 'N',
        },
        nextOfKin: [NK1],
      },
    });
  });

  test('in the form in which persons are compared, its chart number that of the organization', () => {
    expect(submission?.record('DE000001')).toMatchObject({
      names: [{ last: 'WREN', first: 'ANA', middle: 'LUZ' }],
      birthDate: '2024-03-15',
      sex: 'F',
      mothersMaidenName: 'LARK',
      guardians: ['ROSA'],
      addresses: [{ zip: '95814' }],
      ids: [{ kind: 'chart', namespace: 'DE000001^CLINIC^MR', value: '1001' }],
      multipleBirth: 'N',
    });
    expect(submission?.record('DE000002').ids).not.toEqual(submission?.record('DE000001').ids);
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
      {
        dose: { fillerId: 'D2^CLINIC', codes: ['CVX:20'] },
        order: 3,
        occurrence: 3,
        administered: false,
        administeredAt: '',
      },
    ]);
  });

  test('a dose taken over from elsewhere, or refused, was not administered by the sender', () => {
    const administered = (of: readonly string[]) => read(vxu(of))?.doses[0]?.administered;
    expect(administered(given())).toBe(true);
    expect(administered(historical())).toBe(false);
    expect(administered(refused())).toBe(false);
    const refusedHere = given().map((line) => (line.startsWith('RXA') ? withField(line, 20, 'RE') : line));
    expect(administered(refusedHere)).toBe(false);
  });

  test.each([
    ['codes of another system beside a CVX', 5, 'X1^MMR^L^03^MMR^CVX', 'AA'],
    ['an NDC', 5, '00006-4681-00^M-M-R II^NDC', 'AA'],
    ['status in lower case', 20, 'cp', 'AA'],
    ['an action code in lower case', 21, 'u', 'AA'],
    ['the day of birth', 3, '20240315', undefined],
    ['today, to the second', 3, '20250320095959-0700', 'AA'],
    ['no status', 20, '', undefined],
    ['no action code', 21, '', 'AE'],
  ])('with %s', (_, field, value, ack) => {
    const sent = edit(vxu(historical()), `RXA-${field}`, value);
    expect(read(sent)?.doses).toHaveLength(1);
    expect(checked(sent).findings.filter(({ severity }) => severity === 'E')).toEqual([]);
    if (ack !== undefined) expect(checked(sent).ack).toBe(ack);
  });
});

describe('protection of a record (PD1-12)', () => {
  test.each([
    ['Y', 'Y'],
    ['y', 'Y'],
    ['N', 'N'],
    ['""', 'N'],
    ['', ''],
  ])('%j is %j', (sent, expected) => {
    expect(read(edit(vxu(), 'PD1-12', sent))?.protection).toBe(expected);
  });

  test('counts wherever PD1 stands', () => {
    const locked = withField(PD1, 12, 'Y');
    expect(read(message(HEADER, PID, NK1, locked))?.protection).toBe('Y');
    expect(read(message(HEADER, locked, PID, NK1))?.protection).toBe('Y');
  });
});

describe('what the check keeps from being recorded is not read', () => {
  test('a value', () => {
    const submission = read(edit(vxu(given()), 'PID-10', '9999-9^Martian^CDCREC'));
    expect(submission?.demographics.fields).not.toHaveProperty('PID-10');
    expect(submission?.doses).toHaveLength(1);
  });

  test('one of two values', () => {
    const ids = '1001^^^CLINIC^MR~2002^^^STATE^';
    expect(read(edit(vxu(given()), 'PID-3', ids))?.identifiers).toEqual([
      { id: '1001', authority: 'CLINIC', type: 'MR' },
    ]);
  });

  test('a segment', () => {
    const segments = read(edit(vxu(given()), 'OBX[2]-5', ''))?.doses[0]?.dose.segments;
    expect(segments).not.toContain('30963-3');
    expect(segments).toContain('64994-7');
  });

  test('the notes of an observation that is not recorded', () => {
    const [orc = '', rxa = '', rxr = '', first = '', second = ''] = given();
    const text = vxu([
      orc,
      rxa,
      rxr,
      first,
      'NTE|1||to the first',
      withField(second, 5, ''),
      'NTE|1||to the second',
    ]);
    const segments = read(text)?.doses[0]?.dose.segments;
    expect(segments).toContain('to the first');
    expect(segments).not.toContain('to the second');
  });

  test('a dose', () => {
    const text = edit(vxu(given(), historical({ id: 'D2^CLINIC', day: '20240520' })), 'RXA[1]-3', '');
    expect(read(text)?.doses.map(({ occurrence }) => occurrence)).toEqual([2]);
  });
});

test.each([
  ['birth date', 'PID-7'],
  ['id', 'PID-3'],
])('a message without %s of the patient is about nobody', (_, path) => {
  expect(read(edit(vxu(given()), path, ''))).toBeUndefined();
});
