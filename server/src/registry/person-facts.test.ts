import { parseMessage, type Segment } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { comparableIds, personRecord, PID_LAYOUT, QPD_LAYOUT } from './person-facts.ts';

const TODAY = '2025-03-20';

function segments(...lines: readonly string[]): readonly Segment[] {
  const parsed = parseMessage(['MSH|^~\\&|', ...lines].join('\r'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.message.segments.slice(1);
}

/** A PID with these fields. */
function pid(fields: Readonly<Record<number, string>>): Segment {
  const line = Array.from({ length: 31 }, (_, index) => (index === 0 ? 'PID' : (fields[index] ?? '')));
  const [segment] = segments(line.join('|'));
  if (!segment) throw new Error('there is one');
  return segment;
}

const ofPid = (fields: Readonly<Record<number, string>>, nextOfKin: readonly string[] = []) =>
  personRecord(pid(fields), PID_LAYOUT, segments(...nextOfKin), [], TODAY);
const ofQpd = (line: string) => {
  const [qpd] = segments(line);
  if (!qpd) throw new Error('there is one');
  return personRecord(qpd, QPD_LAYOUT, [], [], TODAY);
};

describe('what a PID says of who a person is', () => {
  test('every field of it', () => {
    const record = ofPid({
      5: 'Wren^Ana^Luz^JR^^^L',
      6: 'Larkspur^Rosa^^^^^M',
      7: '20240315101500-0700',
      8: 'f',
      11: '12 Juniper Lane^Apt 4^Sacramento^CA^95814^USA^H',
      13: '^PRN^PH^^^916^2345678~^NET^Internet^rosa.lark@mail.org',
      14: '^WPN^PH^^^530^2223344',
      24: 'Y',
      25: '2',
    });
    expect(record).toMatchObject({
      names: [{ last: 'WREN', first: 'ANA', middle: 'LUZ', suffix: '2' }],
      birthDate: '2024-03-15',
      sex: 'F',
      mothersMaidenName: 'LARKSPUR',
      phones: ['9162345678', '5302223344'],
      emails: ['rosa.lark@mail.org'],
      addresses: [{ zip: '95814', city: 'SACRAMENTO' }],
      multipleBirth: 'Y',
      birthOrder: 2,
    });
    expect(record.addresses[0]?.line).toMatch(/^12 JUNIPER/);
  });

  test('names of PID-5 in all repetitions, then aliases of PID-9', () => {
    const { names } = ofPid({ 5: 'Wren^Ana^^^^^L~Lark^Ana^^^^^M', 9: 'Hollyoak^Anita~^^^' });
    expect(names.map(({ last, first }) => `${last} ${first}`)).toEqual([
      'WREN ANA',
      'LARK ANA',
      'HOLLYOAK ANITA',
    ]);
  });

  test('phones of every repetition, also those written whole in the first component', () => {
    const { phones } = ofPid({ 13: '(916)234-5678~^PRN^CP^^^530^2223344~^PRN^PH^^^916^2345678' });
    expect(phones).toEqual(['9162345678', '5302223344']);
  });

  test('an e-mail address is no phone, wherever it stands', () => {
    const record = ofPid({ 13: 'rosa@mail.org~^NET^X.400^leo@mail.org' });
    expect(record.phones).toEqual([]);
    expect(record.emails).toEqual(['rosa@mail.org', 'leo@mail.org']);
  });

  test('no place of birth is an address; all others are', () => {
    const { addresses } = ofPid({
      11: '12 Juniper Lane^^Sacramento^CA^95814^USA^H~9 Harbour Road^^Eureka^CA^95501^USA^BDL~^^Fresno^CA^93701^USA^M',
    });
    expect(addresses.map(({ zip }) => zip)).toEqual(['95814', '93701']);
  });

  test('an address of a city alone says too little', () => {
    expect(ofPid({ 11: '^^Sacramento^CA' }).addresses).toEqual([]);
  });

  test('what is deleted ("") is not said', () => {
    const deleted = Object.fromEntries([5, 6, 7, 8, 9, 11, 13, 14, 24, 25].map((field) => [field, '""']));
    expect(ofPid(deleted)).toEqual(ofPid({}));
    expect(ofPid({ 5: 'Wren^""^""' }).names).toMatchObject([{ last: 'WREN', first: '', middle: '' }]);
  });

  test.each(['', '2024', '20240230', '20990101'])('no birth date that is none: %j', (text) => {
    expect(ofPid({ 7: text }).birthDate).toBe('');
  });

  test.each([
    ['Y', 'Y'],
    ['n', 'N'],
    ['U', ''],
    ['', ''],
  ])('multiple birth %j is %j', (said, expected) => {
    expect(ofPid({ 5: 'Wren^Ana', 24: said }).multipleBirth).toBe(expected);
  });

  test.each(['0', '-1', '1.5', 'A'])('a birth order of %s is none', (text) => {
    expect(ofPid({ 5: 'Wren^Ana', 25: text }).birthOrder).toBe(0);
  });

  test('guardians are the first names of those who are, not of a sister or a doctor', () => {
    const kin = (name: string, relation: string) => `NK1|1|${name}|${relation}`;
    const { guardians } = ofPid({}, [
      kin('Lark^Rosa', 'MTH^Mother^HL70063'),
      kin('Wren^Leo', 'fth'),
      kin('Wren^Ida', 'GRD'),
      kin('Wren^Max', 'PAR'),
      kin('Wren^Zoe', 'SIB'),
      kin('Okafor^Ruth', 'OTH'),
      kin('Wren^Eve', ''),
      kin('Wren^""', 'CGV'),
    ]);
    expect(guardians).toEqual(['ROSA', 'LEO', 'IDA', 'MAX']);
  });
});

describe('what a QPD says', () => {
  test('the same of the same person', () => {
    const query =
      'QPD|Z34^Request^CDCPHINVS|tag|1001^^^CLINIC^MR|Wren^Ana^Luz^^^^L|Larkspur^^^^^^M|20240315|F|12 Juniper Lane^^Sacramento^CA^95814^USA^P|^PRN^PH^^^916^2345678|Y|2';
    expect(ofQpd(query)).toEqual(
      ofPid({
        5: 'Wren^Ana^Luz^^^^L',
        6: 'Larkspur^^^^^^M',
        7: '20240315',
        8: 'F',
        11: '12 Juniper Lane^^Sacramento^CA^95814^USA^P',
        13: '^PRN^PH^^^916^2345678',
        24: 'Y',
        25: '2',
      }),
    );
  });

  test('nothing but an id: nobody is named', () => {
    expect(ofQpd('QPD|Z34|tag|1001^^^CLINIC^MR')).toMatchObject({ names: [], birthDate: '', phones: [] });
  });
});

describe('ids that can be compared', () => {
  const id = (type: string, value = '1001') => ({ id: value, authority: 'CLINIC', type });

  test('chart numbers, within organization, authority and type', () => {
    for (const type of ['MR', 'PI', 'PT', 'PN', 'AN', 'U', '']) {
      expect(comparableIds('DE000001', [id(type)])).toEqual([
        { kind: 'chart', namespace: `DE000001^CLINIC^${type}`, value: '1001' },
      ]);
    }
  });

  test('Medicaid numbers, within the state', () => {
    for (const type of ['MA', 'MC']) {
      expect(comparableIds('DE000001', [id(type)])).toEqual(comparableIds('DE000002', [id(type)]));
      expect(comparableIds('DE000001', [id(type)])).toEqual([
        { kind: 'medicaid', namespace: '', value: '1001' },
      ]);
    }
  });

  test('neither social security numbers nor the registry’s own nor others', () => {
    expect(
      comparableIds(
        'DE000001',
        ['SS', 'SR', 'PRC', 'WIC'].map((type) => id(type)),
      ),
    ).toEqual([]);
  });

  test('go into the record', () => {
    const ids = comparableIds('DE000001', [id('MR'), id('MA', '9123')]);
    expect(personRecord(pid({}), PID_LAYOUT, [], ids, TODAY).ids).toEqual(ids);
  });
});
