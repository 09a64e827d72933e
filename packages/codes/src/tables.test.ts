import { describe, expect, test } from 'vitest';
import { codeTable, codeTables } from './index.ts';

const IDS =
  `HL70001 HL70003 HL70008 HL70061 HL70063 HL70064 HL70076 HL70085 HL70086 HL70103 HL70104 HL70119 HL70125 HL70126
  HL70136 HL70155 HL70162 HL70163 HL70190 HL70200 HL70201 HL70202 HL70203 HL70208 HL70215 HL70301 HL70322 HL70323
  HL70354 HL70357 HL70396 HL70399 HL70441 HL70471 HL70516 HL70533 NCIT NIP001 NIP002 NIP003 CDCREC-RACE
  CDCREC-ETHNICITY UCUM MVX CVX USPS-STATE PROFILES FUNDING-SOURCE ELIGIBILITY-METHOD VIS-BARCODES SCHEDULE
  EVIDENCE-OF-IMMUNITY SEROLOGICAL-EVIDENCE CONTRAINDICATION REACTION SPECIAL-INDICATION LANGUAGE`.split(
    /\s+/,
  );

test('the tables', () => {
  expect(
    codeTables()
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...IDS].sort());
  expect(codeTable('HL70363')).toBeUndefined();
  expect(codeTable('')).toBeUndefined();
});

describe.each(codeTables())('$id', ({ name, codes, find }) => {
  test('has a name and codes, each once and found', () => {
    expect(name).not.toBe('');
    expect(codes.length).toBeGreaterThan(0);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    for (const code of codes) expect(find(code.code)).toBe(code);
    for (const absent of ['', 'nothing', 'toString', '__proto__']) expect(find(absent)).toBeUndefined();
  });

  test('replaces only codes out of use, by ones it has', () => {
    const replaced = codes.filter((code) => code.replacedBy !== undefined);
    expect(replaced.filter(({ status }) => status === 'active')).toEqual([]);
    expect(replaced.filter(({ replacedBy }) => find(replacedBy ?? '') === undefined)).toEqual([]);
  });

  test('has clean texts', () => {
    for (const { code, label } of codes) {
      expect(code).toBe(code.trim());
      expect(label).toBe(label.replace(/\s+/g, ' ').trim());
    }
  });
});

const active = (id: string): readonly string[] =>
  (codeTable(id)?.codes ?? []).filter(({ status }) => status === 'active').map(({ code }) => code);

test.each([
  ['HL70001', 'F M U X'],
  ['HL70064', 'V01 V02 V03 V04 V05 V06 V07 V08 V22 V23 V24 V25'],
  ['HL70322', 'CP RE NA PA'],
  ['HL70323', 'A D U'],
  ['HL70357', '0 100 101 102 103 200 201 202 203 204 205 206 207 999'],
  ['HL70441', 'A I L M P U'],
  ['HL70533', '1 2 3 4 5 6 7 8'],
  ['NIP002', '00 01 02 03'],
  ['CDCREC-ETHNICITY', '2135-2 2186-5'],
  ['CDCREC-RACE', '1002-5 2028-9 2076-8 2054-5 2106-3 2131-1 2034-7 2036-2 2039-6'],
  ['FUNDING-SOURCE', 'PHC70 VXC50 VXC51 VXC52'],
  ['PROFILES', 'Z22 Z23 Z31 Z32 Z33 Z34 Z42 Z44'],
])('%s in use: %s', (id, codes) => {
  expect([...active(id)].sort()).toEqual(codes.split(' ').sort());
});

test.each([
  ['HL70163', 'LT RT LA RA LD RD LG RG LVL RVL LLFA RLFA BN LN RN MO'],
  ['HL70162', 'IM SC ID IN NS PO IV TD MP OTH'],
  [
    'NIP003',
    '64994-7 30963-3 30956-7 69764-9 29768-9 29769-7 59784-9 75505-8 31044-1 30945-0 48767-8 59778-1',
  ],
  ['HL70203', 'MR PI PT SR SS MA WC BR NPI VN'],
  [
    'HL70396',
    'CVX MVX NDC C4 LN UCUM SCT NIP001 NIP002 NCIT CDCREC CDCPHINVS cdcgs1vis HL70063 HL70064 L 99zzz',
  ],
  ['HL70399', 'USA MEX CAN PHL'],
  ['LANGUAGE', 'eng spa chi zho vie tgl hmn yue'],
  ['USPS-STATE', 'CA DC PR GU AE WY'],
  ['UCUM', 'mL L mg ug [drp] {dose}'],
])('%s has %s', (id, codes) => {
  expect(active(id)).toEqual(expect.arrayContaining(codes.split(' ')));
});

test.each([
  ['CDCREC-RACE', 'W', '2106-3'],
  ['CDCREC-ETHNICITY', 'H', '2135-2'],
  ['HL70399', 'US', 'USA'],
  ['LANGUAGE', 'en', 'eng'],
  ['MVX', 'CSL', 'SEQ'],
  ['HL70396', 'HL70189', 'CDCREC'],
  ['UCUM', 'ml', 'mL'],
  ['EVIDENCE-OF-IMMUNITY', '27', '14189004'],
])('%s: %s gave way to %s', (id, old, code) => {
  expect(codeTable(id)?.find(old)).toMatchObject({ status: 'inactive', replacedBy: code });
});
