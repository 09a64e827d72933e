import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { edited, type Edits, TODAY } from './testing/sound.ts';

const at = (edits: Edits) => check(edited('Z22', edits), { today: TODAY });
const errors = (edits: Edits): readonly string[] =>
  at(edits)
    .findings.filter(({ severity }) => severity === 'E')
    .map(({ code, path, effect, message }) => `${code} ${path} ${effect}: ${message}`);

describe('what is no value empties its field, that its segment, that its group, that the message (table 3-1)', () => {
  test('a value that need not be there: the value alone', () => {
    const edits = { 'PID-22': '9999-9^Other^CDCREC' };
    expect(errors(edits)).toEqual([]);
    const { ignored, findings, ack, isRefused } = at(edits);
    expect(findings).toMatchObject([{ severity: 'W', effect: 'value', path: 'PID-22.1' }]);
    expect(findings[0]?.message).toMatch(/The value was ignored\.$/);
    expect(ignored).toMatchObject([{ field: 22, repetition: 1 }]);
    expect([ack, isRefused]).toEqual(['AE', false]);
  });

  test('one of several values: that one alone', () => {
    const { ignored, isRefused, findings } = at({ 'PID-3': 'CH-48213^^^DE-000001^MR~^^^STATE^PI' });
    expect(findings).toMatchObject([{ severity: 'E', effect: 'value', path: 'PID-3[2].1' }]);
    expect(ignored).toMatchObject([{ field: 3, repetition: 2 }]);
    expect(ignored[0]).not.toHaveProperty('component');
    expect(isRefused).toBe(false);
  });

  test('the only value of a required field of an observation: the observation', () => {
    const edits = { 'OBX[2]-5': '' };
    expect(errors(edits)).toEqual([
      'required-field-missing OBX[2]-5 segment: No value was entered for OBX-5 (Observation Value). This observation was not recorded.',
    ]);
    const { droppedSegments, orders } = at(edits);
    expect([...droppedSegments].map(({ name, occurrence }) => `${name}${occurrence}`)).toEqual(['OBX2']);
    expect(orders).toHaveLength(3);
    expect(orders[0]?.rest.map(({ name }) => name)).toEqual(['RXR', 'OBX', 'OBX', 'OBX']);
  });

  test('the notes of an observation go with it', () => {
    const edits = (message: ReturnType<typeof edited>): void => {
      const [, second, third] = message.all('OBX');
      second?.set(5, '');
      const note = edited('Z32').first('NTE');
      if (!note || !third) throw new Error('the sound messages have these');
      message.insert(message.segments.indexOf(third), note);
    };
    expect([...at(edits).droppedSegments].map(({ name }) => name)).toEqual(['OBX', 'NTE']);
  });

  test('a required field of a contact: the contact', () => {
    expect(errors({ 'NK1-2': '' })).toEqual([
      'required-field-missing NK1[1]-2 segment: No value was entered for NK1-2 (Name). This contact was not recorded.',
    ]);
  });

  test.each<[string, Edits, string]>([
    [
      'is empty',
      { 'RXA[2]-3': '' },
      'required-field-missing RXA[2]-3 dose: No value was entered for RXA-3 (Date/Time Start of Administration). This dose was not recorded.',
    ],
    [
      'has only a value that is none',
      { 'RXA[2]-3': '20241399' },
      'date-invalid RXA[2]-3 dose: RXA-3 (Date/Time Start of Administration) is no date, or not an existing one. This dose was not recorded.',
    ],
    [
      'has only a value that lacks what it needs',
      { 'RXA[2]-5': '^PCV13^CVX' },
      'required-component-missing RXA[2]-5.1 dose: No value was entered for RXA-5.1 (Administered Code). This dose was not recorded.',
    ],
    [
      'says what cannot be guessed',
      { 'RXA[2]-21': 'Q' },
      'not-in-table RXA[2]-21 dose: RXA-21 (Action Code) is not a code of table HL70323 (Action code). This dose was not recorded.',
    ],
  ])('a field of RXA without which there is no dose %s: the dose, and no other', (_, edits, expected) => {
    expect(errors(edits)).toEqual([expected]);
    const { orders, isRefused, ack } = at(edits);
    expect(orders.map(({ rxa }) => rxa.occurrence)).toEqual([1, 3]);
    expect([isRefused, ack]).toEqual([false, 'AE']);
  });

  test.each<[Edits, string]>([
    [
      { 'PID-3': '' },
      'required-field-missing PID-3 message: MESSAGE REJECTED - REQUIRED FIELD PID-3 MISSING (Patient Identifier List).',
    ],
    [
      { 'PID-3': '^^^DE-000001^MR' },
      'required-component-missing PID-3.1 message: MESSAGE REJECTED - REQUIRED FIELD PID-3-1 MISSING (ID Number).',
    ],
    [
      { 'PID-3': '~^^^DE-000001^MR~' },
      'required-component-missing PID-3[2].1 message: MESSAGE REJECTED - REQUIRED FIELD PID-3-1 MISSING (ID Number).',
    ],
    [
      { 'PID-5': '^Amara^^^^^L' },
      'required-component-missing PID-5.1 message: MESSAGE REJECTED - REQUIRED FIELD PID-5-1 MISSING (Family Name).',
    ],
    [
      { 'PID-7': '' },
      'required-field-missing PID-7 message: MESSAGE REJECTED - REQUIRED FIELD PID-7 MISSING (Date/Time of Birth).',
    ],
    [
      { 'PID-7': '20240230' },
      'date-invalid PID-7 message: MESSAGE REJECTED. PID-7 (Date/Time of Birth) is no date, or not an existing one.',
    ],
    [
      { 'MSH-10': '' },
      'required-field-missing MSH-10 message: MESSAGE REJECTED - REQUIRED FIELD MSH-10 MISSING (Message Control ID).',
    ],
  ])('a field of MSH or PID that must be there: the message. %j', (edits, expected) => {
    expect(errors(edits)).toEqual([expected]);
    expect(at(edits)).toMatchObject({ isRefused: true, ack: 'AE' });
  });

  test('each of several faults is named, at its own place', () => {
    expect(
      at({
        'PID-11': '1 Elm^^Fresno^CA^93722^USA^Q',
        'RXA[1]-9': 'ZZ^x^NIP001',
        'RXA[3]-5': '',
        'OBX[2]-5': '',
      }).findings.map(({ path }) => path),
    ).toEqual(expect.arrayContaining(['PID-11.7', 'RXA[1]-9.1', 'RXA[3]-5', 'OBX[2]-5']));
  });
});

describe('errors come first; then all in the order of the message', () => {
  test('by severity and place', () => {
    const { findings } = at({
      'PID-1': '',
      'PID-5': 'Delgado^Amara',
      'RXA[1]-3': '',
      'OBX[2]-5': '',
      'OBX[4]-1': '9',
    });
    expect(findings.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
      'E RXA[1]-3',
      'E OBX[2]-5',
      'W PID-1',
      'I PID-5.7',
      'I OBX[4]-1',
    ]);
  });
});
