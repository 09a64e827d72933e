import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { FIELD_FINDINGS } from './field-findings.ts';
import type { ProfileId } from './profile.ts';
import { edited, type Edits, TODAY } from './testing/sound.ts';

/** What the field checker finds: code, severity, path, effect, words. */
function found(profile: ProfileId, edits: Edits): readonly string[] {
  return check(edited(profile, edits), { today: TODAY })
    .findings.filter(({ code }) => code in FIELD_FINDINGS)
    .map(({ code, severity, path, effect, message }) => `${code} ${severity} ${path} ${effect}: ${message}`);
}

const fix = (profile: ProfileId, edits: Edits): string | undefined =>
  check(edited(profile, edits), { today: TODAY }).findings.find(({ code }) => code in FIELD_FINDINGS)?.fix;

describe('an answer, by the letter of the guide', () => {
  test.each<[string, Edits, string]>([
    [
      'a required field is empty',
      { 'NK1[2]-3': '' },
      'required-field-missing E NK1[2]-3 segment: No value was entered for NK1-3 (Relationship). This contact was not recorded.',
    ],
    [
      'a required field is deleted',
      { 'NK1[2]-3': '""' },
      'required-field-missing E NK1[2]-3 segment: No value was entered for NK1-3 (Relationship). This contact was not recorded.',
    ],
    [
      'a required field has delimiters only',
      { 'NK1[2]-3': '^^~' },
      'required-field-missing E NK1[2]-3 segment: No value was entered for NK1-3 (Relationship). This contact was not recorded.',
    ],
    [
      'a required field is blank',
      { 'NK1[2]-3': '  ' },
      'required-field-missing E NK1[2]-3 segment: No value was entered for NK1-3 (Relationship). This contact was not recorded.',
    ],
    [
      'a required component of an optional value is empty',
      { 'PID-10': '2106-3^White^CDCREC~^Asian^CDCREC' },
      'required-component-missing E PID-10[2].1 value: No value was entered for PID-10.1 (Race). The value was ignored.',
    ],
    [
      'a code is not in its table',
      { 'PID-22': '9999-9^Other^CDCREC' },
      'not-in-table E PID-22.1 value: PID-22.1 (Ethnic Group) is not a code of table CDCREC-ETHNICITY',
    ],
    [
      'a code of a component is not in its table',
      { 'PID-11': '1 Elm^^Fresno^CA^93722^USA^H~2 Elm^^Fresno^CA^93722^USA^Q' },
      'not-in-table E PID-11[2].7 value: PID-11.7 (Address Type) is not a code of table HL70190',
    ],
    [
      'a code is in lower case',
      { 'PID-8': 'f' },
      'code-not-exact E PID-8 none: PID-8 (Administrative Sex) is a code of table HL70001 (Sex) in lower case.',
    ],
    [
      'a date does not exist',
      { 'OBX[2]-14': '20240230' },
      'date-invalid E OBX[2]-14 value: OBX-14 (Date/Time of the Observation) is no date, or not an existing one. The value was ignored.',
    ],
    [
      'a date is a month where a day is asked',
      { 'OBX[1]-14': '202405' },
      'date-invalid E OBX[1]-14 value: OBX-14 (Date/Time of the Observation) is no date, or not an existing one. The value was ignored.',
    ],
    [
      'a number is none',
      { 'PID-24': 'Y', 'PID-25': 'xx' },
      'number-invalid E PID-25 value: PID-25 (Birth Order) is not a number. The value was ignored.',
    ],
    [
      'a day has a time zone',
      { 'PID-7': '20240309000000-0800' },
      'time-zone-unexpected E PID-7 none: PID-7 (Date/Time of Birth) carries a time zone; the day was taken as it is written.',
    ],
    [
      'a value is too long',
      { 'PID-3': '77^^^CAIRN^SR~1234567890123456^^^CLINIC^MR' },
      'too-long W PID-3[2].1 none: PID-3.1 (ID Number) is longer than 15 characters.',
    ],
    [
      'a field repeats',
      { 'ORC[2]-10': '1^A^^^^^^^NPPES^L^^^NPI~2^B^^^^^^^NPPES^L^^^NPI' },
      'repeats-too-often E ORC[2]-10[2] value: ORC-10 (Entered By) may have one value only; the first counts. The value was ignored.',
    ],
    [
      'a field is not used',
      { 'PID-19': '000' },
      'not-supported W PID-19 none: PID-19 is not used in immunization messages.',
    ],
    [
      'a component may not be there',
      { 'PID-13': '^PRN^PH^a@example.org^^559^5550143' },
      'not-supported W PID-13.4 none: PID-13.4 is not used in immunization messages.',
    ],
    [
      'a part of a component is missing',
      { 'PID-3': '77^^^&1.2.3^SR' },
      'required-component-missing E PID-3.4.3 message: MESSAGE REJECTED - REQUIRED FIELD PID-3-4-3 MISSING (Universal ID Type).',
    ],
  ])('%s', (_, edits, expected) => {
    expect(found('Z32', edits).map((words) => words.slice(0, expected.length))).toEqual([expected]);
  });

  test('the time of the message has its zone', () => {
    expect(found('Z33', { 'MSH-7': '20261120' })).toEqual([
      'time-zone-missing E MSH-7 none: MSH-7 (Date/Time Of Message) is not given to the second with its time zone.',
    ]);
    expect(fix('Z33', { 'MSH-7': '202611201030-0800' })).toBe('Send YYYYMMDDHHMMSS-0800.');
  });

  test('the value of an observation is of the type that it says', () => {
    expect(found('Z32', { 'OBX[1]-2': 'NM', 'OBX[1]-6': 'mL^mL^UCUM' })).toEqual([
      'number-invalid E OBX[1]-5 segment: OBX-5 (Observation Value) is not a number. This observation was not recorded.',
    ]);
    expect(found('Z32', { 'OBX[1]-2': 'DT', 'OBX[1]-5': '20240230' })[0]).toContain(
      'date-invalid E OBX[1]-5 segment',
    );
    expect(found('Z32', { 'OBX[1]-2': 'ST', 'OBX[1]-5': 'whatever' })).toEqual([]);
  });

  test('a code of another system with the guide’s as its alternate is one', () => {
    const race = 'X1^white^L^2106-3^White^CDCREC';
    expect(found('Z32', { 'PID-10': race })).toEqual([]);
    expect(found('Z32', { 'PID-10': race.replace('2106-3', '2106-9') })[0]).toContain(
      'not-in-table E PID-10.1',
    );
  });

  test('coding systems of a site’s own are named L or 99…', () => {
    expect(found('Z32', { 'RXA[1]-17': 'PFR^Pfizer^99OWN' })).toEqual([]);
    expect(found('Z32', { 'RXA[1]-17': 'PFR^Pfizer^OWN' })[0]).toContain('RXA[1]-17.3');
  });

  test('a code that is no longer in use is told, and taken', () => {
    expect(found('Z32', { 'PID-10': 'W^White^CDCREC' })).toEqual([
      'code-retired I PID-10.1 none: PID-10.1 (Race) is a code of table CDCREC-RACE (Race) that is no longer in use.',
    ]);
  });
});

describe('what is said to do', () => {
  test.each<[Edits, string]>([
    [{ 'PID-8': '' }, "Send the patient's sex: F, M, X, or U if unknown."],
    [{ 'PID-13': '^^PH^^^559^5550143' }, 'Send '],
    [{ 'PID-24': 'Q' }, 'Send one of Y, N.'],
    [{ 'PID-22': '9999-9^Other^CDCREC' }, 'Send one of '],
    [{ 'PID-10': '9999-9^Other^CDCREC' }, 'Send one of 1002-5, '],
    [{ 'RXA[1]-17': 'QQQ^None^MVX' }, 'Send one of the codes of table MVX.'],
    [{ 'PID-8': 'f' }, 'Send it in capitals.'],
  ])('%j', (edits, expected) => {
    expect(fix('Z32', edits)?.startsWith(expected)).toBe(true);
  });
});

describe('what is received is taken as far as it has a meaning', () => {
  test.each<[Edits, string]>([
    [
      { 'PID-1': '' },
      'required-field-missing W PID-1 none: No value was entered for PID-1 (Set ID). It was taken as 1.',
    ],
    [
      { 'PID-5': 'Delgado^Amara' },
      'required-component-missing I PID-5.7 none: No value was entered for PID-5.7 (Name Type Code). It was taken as L.',
    ],
    [
      { 'PID-8': '' },
      'required-field-missing W PID-8 none: No value was entered for PID-8 (Administrative Sex). It was taken as U.',
    ],
    // The field's only value is none: what its loss means counts.
    [
      { 'PID-8': 'Q' },
      'not-in-table W PID-8 value: PID-8 (Administrative Sex) is not a code of table HL70001 (Sex). It was taken as U.',
    ],
    [
      { 'NK1-3': '' },
      'required-field-missing W NK1[1]-3 none: No value was entered for NK1-3 (Relationship). It was taken as OTH (other).',
    ],
    [
      { 'ORC[2]-1': 'XX' },
      'not-in-table W ORC[2]-1 none: ORC-1 (Order Control) is not a code of table HL70119 (Order control). It was taken as RE.',
    ],
    [
      { 'RXA[2]-1': 'x' },
      'number-invalid W RXA[2]-1 none: RXA-1 (Give Sub-ID Counter) is not a number. It was taken as 0.',
    ],
    [
      { 'RXA[2]-6': '' },
      'required-field-missing W RXA[2]-6 none: No value was entered for RXA-6 (Administered Amount). It was taken as 999 (unknown).',
    ],
    [
      { 'RXA[2]-21': '' },
      'required-field-missing W RXA[2]-21 none: No value was entered for RXA-21 (Action Code). It was taken as A (add).',
    ],
    [
      { 'OBX[4]-11': '' },
      'required-field-missing W OBX[4]-11 none: No value was entered for OBX-11 (Observation Result Status). It was taken as F.',
    ],
  ])('%j', (edits, expected) => {
    const result = check(edited('Z22', edits), { today: TODAY });
    expect(found('Z22', edits).filter((words) => !words.includes(' off '))).toContain(expected);
    expect([result.isRefused, result.orders.length, result.droppedSegments.size]).toEqual([false, 3, 0]);
  });
});
