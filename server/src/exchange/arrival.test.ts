import { describe, expect, test } from 'vitest';
import { arrivalOf, insertArrival } from './arrival.ts';
import type { LedgerRow } from './ledger.ts';
import { MEASURES, type Measure } from './measures.ts';
import { edit, given, historical, intake, message, HEADER, refused, vxu } from './testing/messages.ts';

const DAY = '2025-03-20';
const TAKEN = { address: 'production', outcome: 'accepted', findings: [] } as const;
const arrival = (text: string, how: Partial<Pick<LedgerRow, 'address' | 'outcome' | 'findings'>> = {}) =>
  arrivalOf(intake(text), { ...TAKEN, ...how }, DAY);

function measured(text: string, of: Measure, how: Partial<LedgerRow> = {}): readonly number[] | undefined {
  const at = MEASURES.indexOf(of) * 2;
  return arrival(text, how).quality?.slice(at, at + 2);
}

describe('what is kept to search by', () => {
  test('is who a submission or a query is about, upper case', () => {
    expect(arrival(vxu(given()))).toMatchObject({ kind: 'submission', patient: 'WREN ANA 20240315 1001' });
    const query = message(
      edit(edit(HEADER, 'MSH-9', 'QBP^Q11^QBP_Q11'), 'MSH-21', 'Z34^CDCPHINVS'),
      'QPD|Z34^Request Immunization History^CDCPHINVS|tag|9^^^CLINIC^MR|Wren^Ana^^^^^L||20240315',
      'RCP|I|5^RD&records&HL70126',
    );
    expect(arrival(query)).toMatchObject({
      kind: 'query',
      patient: 'WREN ANA 20240315 9',
      quality: undefined,
    });
  });

  test('is nothing where there is no message, and bounded where there is too much', () => {
    expect(arrival('no message')).toEqual({ day: DAY, kind: 'other', patient: '', quality: undefined });
    const long = arrival(edit(vxu(given()), 'PID-5', `${'A'.repeat(199)}\u{1F600}^Ana^^^^^L`)).patient;
    expect(long.length).toBeLessThanOrEqual(200);
    expect(Buffer.from(long, 'utf8').toString('utf8')).toBe(long);
  });

  test('has each code of its findings once', () => {
    const finding = { code: 'x', severity: 'E', hl7: '100', message: '', fix: '' } as const;
    const row: LedgerRow = {
      messageId: 'm',
      receivedAt: new Date('2025-03-31T23:59:59-07:00'),
      address: 'production',
      operation: '',
      senderId: 's',
      credentialId: undefined,
      responsibleId: undefined,
      type: '',
      controlId: '',
      bodyHash: '',
      text: '',
      outcome: 'refused',
      ackCode: '',
      answer: '',
      findings: [finding, finding, { ...finding, severity: 'W' }],
      personId: undefined,
    };
    const { values } = insertArrival(row, arrival('no message'));
    expect(values).toContainEqual(['E:x', 'W:x']);
    expect(values[0]).toBe('2025-04-01');
    expect(values.filter((value) => value === 's')).toHaveLength(2);
  });
});

describe('what is measured', () => {
  test('is all there in a whole submission', () => {
    const tally = arrival(vxu(given())).quality ?? [];
    expect(tally).toHaveLength(MEASURES.length * 2);
    const missing = MEASURES.filter((_, index) => tally[index * 2] !== tally[index * 2 + 1]);
    expect(missing).toEqual([]);
    expect(MEASURES.filter((_, index) => tally[index * 2 + 1] === 0)).toEqual([]);
  });

  const gaps: readonly (readonly [Measure, string, string])[] = [
    ['race', 'PID-10', ''],
    ['maiden-name', 'PID-6', ''],
    ['address', 'PID-11', '1 Example Street^^^CA^95814^USA^H'],
    ['phone', 'PID-13', ''],
    ['ethnicity', 'PID-22', ''],
    ['lot', 'RXA-15', ''],
    ['expiration', 'RXA-16', ''],
    ['manufacturer', 'RXA-17', ''],
    ['provider', 'RXA-10', ''],
    ['amount', 'RXA-6', '999'],
    ['route', 'RXR-1', ''],
    ['site', 'RXR-2', ''],
    ['eligibility', 'OBX[1]-5', ''],
    ['funding', 'OBX[2]-5', ''],
  ];
  test.each(gaps)('%s is missed where %s is %j', (of, path, value) => {
    expect(measured(edit(vxu(given()), path, value), of)).toEqual([0, 1]);
  });

  test('is asked of doses only that the sender gave', () => {
    const text = vxu(given(), historical({ id: 'D2^CLINIC' }), refused());
    expect(measured(text, 'lot')).toEqual([1, 1]);
    expect(measured(text, 'dose-recorded')).toEqual([3, 3]);
    expect(measured(vxu(given({ action: 'D' })), 'lot')).toEqual([0, 0]);
  });

  test('is asked of children only where only children have it', () => {
    const grown = edit(vxu(given()), 'PID-7', '20060320');
    expect(measured(grown, 'maiden-name')).toEqual([0, 0]);
    expect(measured(grown, 'eligibility')).toEqual([0, 0]);
    expect(measured(edit(vxu(given()), 'PID-7', '20060321'), 'eligibility')).toEqual([1, 1]);
  });

  test.each([
    ['20250319', [1, 1, 1, 1, 1]],
    ['20250318', [0, 1, 1, 1, 1]],
    ['20250313', [0, 0, 1, 1, 1]],
    ['20250306', [0, 0, 0, 1, 1]],
    ['20250218', [0, 0, 0, 0, 1]],
    ['20250217', [0, 0, 0, 0, 0]],
  ])('a dose of %s is so late', (day, within) => {
    const names = ['within-1', 'within-3', 'within-7', 'within-14', 'within-30'] as const;
    expect(names.map((of) => measured(vxu(given({ day })), of))).toEqual(within.map((good) => [good, 1]));
  });

  test('counts what was refused as not recorded, and an unknown code as one', () => {
    const finding = { code: 'x', severity: 'E', value: 'unknown', hl7: '103', message: '', fix: '' } as const;
    const how = { outcome: 'refused', findings: [finding] } as const;
    expect(measured(vxu(given()), 'dose-recorded', how)).toEqual([0, 1]);
    expect(measured(vxu(given()), 'codes-known', how)).toEqual([0, 1]);
    expect(measured(vxu(given()), 'message-clean', how)).toEqual([0, 1]);
  });

  test('is nothing of a test message', () => {
    expect(arrival(vxu(given()), { address: 'test' }).quality).toBeUndefined();
  });
});
