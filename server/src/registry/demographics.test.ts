import { buildSegment, HL7_NULL, parseMessage } from '@cairn/hl7';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Demographics, demographicsIdentity, demographicsOf, patientSegments } from './demographics.ts';

const MOTHER = 'NK1|1|Wren^Rosa|MTH^Mother^HL70063';
const FATHER = 'NK1|2|Wren^Leo|FTH^Father^HL70063';
const KNOWN: Demographics = {
  fields: { 'PID-5': 'Wren^Ana', 'PID-11': '1 Example Street^^Sacramento', 'PD1-12': 'N' },
  nextOfKin: [MOTHER],
};

const says = (fields: Demographics['fields'], nextOfKin: readonly string[] = []): Demographics => ({
  fields,
  nextOfKin,
});

function read(...lines: readonly string[]): Demographics {
  const parsed = parseMessage(['MSH|^~\\&|', ...lines].join('\r'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { message } = parsed;
  return demographicsOf(
    message.first('PID') ?? buildSegment('PID', []),
    message.first('PD1'),
    message.all('NK1'),
  );
}

const path = fc.constantFrom('PID-5', 'PID-7', 'PID-8', 'PID-11', 'PID-30', 'PD1-3', 'PD1-12', 'PD1-18');
const value = fc.constantFrom('A', 'B^C', 'D&E^F~G', 'N', 'text with \\F\\ in it');
const person: fc.Arbitrary<Demographics> = fc.record({
  fields: fc.dictionary(path, value),
  nextOfKin: fc.subarray([MOTHER, FATHER]),
});

describe('what a message says of a person', () => {
  test('is the undecoded text of its valued fields, and its next of kin', () => {
    expect(
      read(
        'PID|1||1001^^^CLINIC^MR||Wren^Ana\\T\\||20240315|F|||1 St^^Fresno~2 St||^PRN^PH',
        'PD1|||||||||||02^Reminder^HL70215|N',
        MOTHER,
        FATHER,
      ),
    ).toEqual({
      fields: {
        'PID-5': 'Wren^Ana\\T\\',
        'PID-7': '20240315',
        'PID-8': 'F',
        'PID-11': '1 St^^Fresno~2 St',
        'PID-13': '^PRN^PH',
        'PD1-11': '02^Reminder^HL70215',
        'PD1-12': 'N',
      },
      nextOfKin: [MOTHER, FATHER],
    });
  });

  test('holds no id of the person and no field that the registry does not keep', () => {
    expect(read('PID|1|9|1001|2002|Wren^Ana|||||||US||||||12345|SSN')).toEqual(says({ 'PID-5': 'Wren^Ana' }));
  });

  test('holds the names that the person had or goes by besides (PID-9)', () => {
    expect(read('PID|1||1001||Wren^Ana||||Lark^Ana~Wren^Anita')).toEqual(
      says({ 'PID-5': 'Wren^Ana', 'PID-9': 'Lark^Ana~Wren^Anita' }),
    );
  });

  test('a deletion is kept as what it is', () => {
    expect(read('PID|1||||Wren^Ana||""').fields['PID-7']).toBe(HL7_NULL);
  });

  test('a field of nothing but delimiters is an empty one: an empty address does not replace the known one', () => {
    expect(read('PID|1||1001||Wren^Ana||||||^^^^^')).toEqual(says({ 'PID-5': 'Wren^Ana' }));
  });

  test('who it is, as far as the fields say', () => {
    expect(
      demographicsIdentity(says({ 'PID-5': 'Wren^Ana^Luz', 'PID-7': '20240315', 'PID-8': 'f' })),
    ).toEqual({
      last: 'WREN',
      first: 'ANA',
      middle: 'LUZ',
      birthDate: '2024-03-15',
      sex: 'F',
    });
    expect(demographicsIdentity(says({}))).toMatchObject({ last: '', birthDate: undefined, sex: '' });
  });
});

describe('the person in an answer', () => {
  test('PID carries set id, ids and the fields in their places; PD1 has its own', () => {
    const { pid, pd1 } = patientSegments(KNOWN, 'X^^^CAIRN^SR~1001^^^CLINIC^MR');
    expect(pid.toString()).toBe(
      'PID|1||X^^^CAIRN^SR~1001^^^CLINIC^MR||Wren^Ana||||||1 Example Street^^Sacramento',
    );
    expect(pd1.toString()).toBe('PD1||||||||||||N');
  });

  test('a person of whom PD1 says nothing has no field in it', () => {
    expect(patientSegments(says({ 'PID-5': 'Wren' }), '').pd1.fieldCount).toBe(0);
  });

  test('reads back as the same demographics', () => {
    fc.assert(
      fc.property(person, (known) => {
        const { pid, pd1 } = patientSegments(known, '1001^^^CLINIC^MR');
        expect(demographicsOf(pid, pd1, []).fields).toEqual(known.fields);
        expect(pid.raw(3)).toBe('1001^^^CLINIC^MR');
      }),
    );
  });
});
