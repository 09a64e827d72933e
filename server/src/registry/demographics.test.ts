import { buildSegment, HL7_NULL, parseMessage } from '@cairn/hl7';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consolidate, type Demographics, demographicsOf, patientSegments } from './demographics.ts';

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
const report: fc.Arbitrary<Demographics> = fc.record({
  fields: fc.dictionary(path, fc.oneof(value, fc.constant(HL7_NULL))),
  nextOfKin: fc.subarray([MOTHER, FATHER]),
});
const person = report.map((said) => consolidate(undefined, said));

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
    expect(read('PID|1|9|1001||Wren^Ana||||Alias^Name||||||||||12345|SSN')).toEqual(
      says({ 'PID-5': 'Wren^Ana' }),
    );
  });

  test('a deletion is kept as what it is', () => {
    expect(read('PID|1||||Wren^Ana||""').fields['PID-7']).toBe(HL7_NULL);
  });

  test('a field of nothing but delimiters is an empty one: an empty address does not replace the known one', () => {
    const after = consolidate(KNOWN, read('PID|1||1001||Wren^Ana||||||^^^^^'));
    expect(after.fields['PID-11']).toBe('1 Example Street^^Sacramento');
  });
});

describe('one more report', () => {
  test('leaves what it does not mention', () => {
    expect(consolidate(KNOWN, says({ 'PID-8': 'F' }))).toEqual({
      fields: { ...KNOWN.fields, 'PID-8': 'F' },
      nextOfKin: [MOTHER],
    });
  });

  test('replaces what it values', () => {
    expect(consolidate(KNOWN, says({ 'PD1-12': 'Y' })).fields).toEqual({ ...KNOWN.fields, 'PD1-12': 'Y' });
  });

  test('deletes what it sends as ""', () => {
    const { fields } = consolidate(KNOWN, says({ 'PID-11': HL7_NULL }));
    expect(Object.keys(fields)).toEqual(['PID-5', 'PD1-12']);
  });

  test('replaces the next of kin as a set, or leaves them', () => {
    expect(consolidate(KNOWN, says({}, [FATHER])).nextOfKin).toEqual([FATHER]);
    expect(consolidate(KNOWN, says({})).nextOfKin).toEqual([MOTHER]);
  });

  test('of someone unknown makes the person', () => {
    expect(consolidate(undefined, says({ 'PID-5': 'Wren^Ana', 'PID-11': HL7_NULL }, [MOTHER]))).toEqual(
      says({ 'PID-5': 'Wren^Ana' }, [MOTHER]),
    );
  });

  test('never leaves a deletion in the person, changes only what it names, and twice is as good as once', () => {
    fc.assert(
      fc.property(person, report, (before, said) => {
        const after = consolidate(before, said);
        expect(Object.values(after.fields)).not.toContain(HL7_NULL);
        for (const name of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])) {
          const now = said.fields[name] ?? before.fields[name];
          expect(after.fields[name]).toBe(now === HL7_NULL ? undefined : now);
        }
        expect(consolidate(after, said)).toEqual(after);
      }),
    );
  });

  test('changes neither what was known nor itself', () => {
    fc.assert(
      fc.property(person, report, (before, said) => {
        const copies = structuredClone([before, said]);
        consolidate(before, said);
        expect([before, said]).toEqual(copies);
      }),
    );
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
