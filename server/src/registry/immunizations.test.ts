import { bundledSchedule, compileSchedule, dayOf } from '@cairn/forecast';
import { parseMessage, type Segment } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { patientInput, type PatientReading } from './immunizations.ts';

const AS_OF = dayOf('2026-11-22');
const PID = 'PID|1||A1^^^CLINIC^MR||PEBBLE^ROSA||20240115|F';
const schedule = compileSchedule(bundledSchedule());

function segments(...lines: readonly string[]): readonly Segment[] {
  const parsed = parseMessage(['MSH|^~\\&|EHR', ...lines].join('\r'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.message.segments.slice(1);
}

type Rxa = {
  readonly day?: string;
  readonly code?: string;
  readonly amount?: string;
  readonly expires?: string;
  readonly maker?: string;
  readonly completion?: string;
  readonly action?: string;
};

const rxa = (parts: Rxa = {}): string => {
  const {
    day = '20250120',
    code = '03^MMR^CVX',
    amount = '0.5|mL^mL^UCUM',
    expires = '',
    maker = '',
  } = parts;
  const { completion = 'CP', action = 'A' } = parts;
  return `RXA|0|1|${day}||${code}|${amount}||00^New^NIP001||||||L1|${expires}|${maker}|||${completion}|${action}`;
};

function read(orders: readonly (readonly string[])[], pid = PID): PatientReading {
  const [first] = segments(pid);
  if (!first) throw new Error('no PID');
  return patientInput(
    first,
    orders.map((order) => segments('ORC|RE||D1', ...order)),
    AS_OF,
    schedule,
  );
}

const dosesOf = (...doses: readonly Rxa[]) => read(doses.map((dose) => [rxa(dose)])).input?.doses;

describe('the patient', () => {
  test('has a day of birth and a gender', () => {
    expect(read([]).input).toEqual({
      birthDate: dayOf('2024-01-15'),
      gender: 'F',
      assessmentDate: AS_OF,
      doses: [],
      observations: [],
    });
  });

  test.each([
    ['X', 'U'],
    ['m', 'M'],
    ['', 'U'],
  ])('gender %s is %s', (sex, gender) => {
    expect(read([], PID.replace(/F$/, sex)).input?.gender).toBe(gender);
  });

  test('without a day of birth has no input', () => {
    expect(read([[rxa()]], PID.replace('20240115', '2024')).input).toBeUndefined();
  });

  test('may have been born in the United States', () => {
    const born = `${PID}|||1 Quarry Rd^^Redding^CA^96001^USA^H~^^^^^USA^BDL`;
    expect(read([], born).input?.birthCountry).toBe('U.S.');
    expect(read([], born.replace('~^^^^^USA^BDL', '')).input?.birthCountry).toBeUndefined();
  });
});

describe('a dose', () => {
  test('is read with maker, volume and expiration', () => {
    expect(dosesOf({ expires: '202606', maker: 'MSD^Merck^MVX' })).toEqual([
      {
        id: '1',
        date: dayOf('2025-01-20'),
        cvx: '03',
        mvx: 'MSD',
        volume: 0.5,
        lotExpiration: dayOf('2026-06-30'),
      },
    ]);
  });

  test.each<[string, Rxa]>([
    ['refused', { completion: 'RE' }],
    ['not given', { completion: 'NA' }],
    ['deleted', { action: 'D' }],
    ['no vaccine', { code: '998^No vaccine administered^CVX', completion: '' }],
  ])('%s is none', (_, parts) => {
    const { input, unknown } = read([[rxa(parts)]]);
    expect([input?.doses, unknown]).toEqual([[], []]);
  });

  test('of which only a part was given does not count', () => {
    expect(dosesOf({ completion: 'PA' })?.[0]?.isSubstandard).toBe(true);
    expect(dosesOf({ completion: '' })?.[0]?.isSubstandard).toBeUndefined();
  });

  test('has the number of its order', () => {
    expect(dosesOf({ completion: 'RE' }, {})?.map(({ id }) => id)).toEqual(['2']);
  });

  test.each([
    ['58160-0811-52^Pediarix^NDC', '110', 'SKB'],
    ['58160081152^Pediarix^NDC^110^Pediarix^CVX', '110', undefined],
    ['90707^MMR^C4', '03', undefined],
    ['3^MMR^CVX', '03', undefined],
    ['777^Unheard of^CVX', '777', undefined],
  ])('of %s is CVX %s', (code, cvx, mvx) => {
    const dose = dosesOf({ code })?.[0];
    expect([dose?.cvx, dose?.mvx]).toEqual([cvx, mvx]);
  });

  test.each<[Rxa, string, string]>([
    [{ code: '00000-0000-00^Nothing^NDC' }, 'NDC:00000-0000-00', 'no CVX'],
    [{ code: '' }, '', 'no code'],
    [{ day: '202501' }, 'CVX:03', 'no day'],
  ])('that cannot be read is reported: %j', (parts, code, why) => {
    const { input, unknown } = read([[rxa(parts)]]);
    expect(input?.doses).toEqual([]);
    expect(unknown).toEqual([expect.objectContaining({ id: '1', code })]);
    expect(unknown[0]?.why).toContain(why);
  });
});

describe('observations', () => {
  const none = rxa({ code: '998^No vaccine administered^CVX', completion: 'NA' });
  const obx = (loinc: string, value: string): string => `OBX|1|CE|${loinc}^^LN|1|${value}||||||F|||20250301`;

  test('are presumed immunity and indications', () => {
    const orders = [[none, obx('59784-9', '38907003^Varicella infection^SCT')]];
    expect(read(orders).input?.observations).toEqual([
      { code: expect.stringMatching(/^\d{3}$/), date: dayOf('2025-03-01') },
    ]);
  });

  test('are left out where the code says several things, or the line says something else', () => {
    const orders = [
      [none, obx('59785-6', '31323000^Several^SCT')],
      [none, obx('64994-7', 'V02^VFC eligible^HL70064')],
    ];
    expect(read(orders).input?.observations).toEqual([]);
  });
});
