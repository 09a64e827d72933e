import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CODES_AS_OF,
  codeTable,
  codeTables,
  dashedNdc,
  hasVis,
  isJunkFirstName,
  lotPatterns,
  makersOf,
  manufacturerByMvx,
  manufacturers,
  parseNdc,
  productByNdc,
  products,
  productsByNdc,
  routesFor,
  tradeNamesOf,
  vaccineByCvx,
  vaccines,
  vaccinesOfCpt,
  visByBarcode,
  visEditions,
  visOf,
} from './index.ts';

const CIVIL_DATE = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const repeated = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, at) => keys.indexOf(key) !== at);

test('no set is empty by accident', () => {
  expect(CODES_AS_OF).toMatch(CIVIL_DATE);
  expect(vaccines().length).toBeGreaterThanOrEqual(280);
  expect(manufacturers().length).toBeGreaterThanOrEqual(85);
  expect(products().length).toBeGreaterThanOrEqual(1000);
  expect(visEditions().length).toBeGreaterThanOrEqual(170);
  expect(lotPatterns().length).toBeGreaterThanOrEqual(9);
  expect(vaccines().flatMap(({ cvx }) => tradeNamesOf(cvx)).length).toBeGreaterThanOrEqual(200);
});

describe('vaccines', () => {
  test('by exact code', () => {
    expect(vaccineByCvx('08')).toEqual({
      cvx: '08',
      name: 'Hep B, adolescent or pediatric',
      status: 'active',
      kind: 'vaccine',
      groups: ['HepB'],
      groupCvx: ['45'],
      ageMonths: { from: 0, to: 240 },
      updated: '2024-12-16',
    });
    expect(['8', ' 08', '08 ', '', 'constructor'].map(vaccineByCvx)).toEqual(Array(5).fill(undefined));
    expect(vaccineByCvx('110')?.groups).toEqual(['DTAP', 'HepB', 'POLIO']);
  });

  test.each([
    ['88', 'unspecified', 'inactive'],
    ['213', 'unspecified', 'inactive'],
    ['510', 'foreign', 'non-us'],
    ['30', 'immune-globulin', 'active'],
    ['27', 'antitoxin', 'active'],
    ['96', 'skin-test', 'inactive'],
    ['998', 'no-vaccine', 'inactive'],
    ['999', 'no-vaccine', 'inactive'],
    ['306', 'vaccine', 'active'],
    ['61', 'vaccine', 'never'],
  ])('%s is %s and %s', (cvx, kind, status) => {
    expect(vaccineByCvx(cvx)).toMatchObject({ kind, status });
  });

  test('windows are plausible', () => {
    expect(vaccineByCvx('207')?.from).toEqual({ never: '2020-11-02' });
    expect(vaccineByCvx('02')?.until).toEqual({ never: '2017-02-10' });
    expect(vaccineByCvx('208')?.until).toEqual({ expected: '2023-10-24' });
    // MMR of 1990 and unspecified influenza of 2024 are nothing unusual.
    expect(vaccineByCvx('03')?.from).toBeUndefined();
    expect(vaccineByCvx('88')?.until).toBeUndefined();
    const odd = vaccines().filter(({ status, from, until, ageMonths, updated }) => {
      const dates = [from?.never, from?.expected, until?.never, until?.expected, updated];
      return (
        dates.some((date) => date !== undefined && !CIVIL_DATE.test(date)) ||
        (status === 'active' && until !== undefined) ||
        (from?.never ?? '') > (until?.never ?? '9') ||
        (ageMonths?.from ?? 0) > (ageMonths?.to ?? 9999)
      );
    });
    expect(odd).toEqual([]);
    const tooEarly = products().filter(
      ({ cvx, from }) => (from ?? '9') < (vaccineByCvx(cvx)?.from?.never ?? ''),
    );
    expect(tooEarly).toEqual([]);
  });

  test('of a CPT code', () => {
    expect(vaccinesOfCpt('90707')).toEqual(['03']);
    expect(vaccinesOfCpt('90700')).toEqual(['106', '20']);
    expect(vaccinesOfCpt('99213')).toEqual([]);
  });
});

describe('every code that a set names exists', () => {
  test('CVX and MVX', () => {
    const cvx = [
      ...products().map((product) => product.cvx),
      ...vaccines().flatMap((vaccine) => [
        ...vaccine.groupCvx,
        ...tradeNamesOf(vaccine.cvx).map((n) => n.cvx),
      ]),
    ];
    expect(cvx.filter((code) => vaccineByCvx(code) === undefined)).toEqual([]);
    const mvx = vaccines().flatMap((vaccine) => makersOf(vaccine.cvx));
    expect(mvx.filter((code) => manufacturerByMvx(code) === undefined)).toEqual([]);
    expect(lotPatterns().filter(({ mvx: code }) => manufacturerByMvx(code) === undefined)).toEqual([]);
  });

  test('and none twice', () => {
    expect(repeated(vaccines().map(({ cvx }) => cvx))).toEqual([]);
    expect(repeated(manufacturers().map(({ mvx }) => mvx))).toEqual([]);
    expect(repeated(visEditions().map(({ barcode }) => barcode))).toEqual([]);
    expect(repeated(products().map(({ kind, ndc, cvx }) => `${kind} ${ndc} ${cvx}`))).toEqual([]);
  });
});

describe('NDC', () => {
  const checkDigit = (thirteen: string): string => {
    const sum = [...thirteen].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
    return String((10 - (sum % 10)) % 10);
  };

  /** The ten digits of the label, by each place at which CDC may have filled in a zero. */
  const tenDigitForms = (ndc: string): readonly string[] => [
    ...(ndc.startsWith('0') ? [`${ndc.slice(1, 5)}-${ndc.slice(5, 9)}-${ndc.slice(9)}`] : []),
    ...(ndc[5] === '0' ? [`${ndc.slice(0, 5)}-${ndc.slice(6, 9)}-${ndc.slice(9)}`] : []),
    ...(ndc[9] === '0' ? [`${ndc.slice(0, 5)}-${ndc.slice(5, 9)}-${ndc.slice(10)}`] : []),
  ];

  const known = [...new Set(products().map(({ ndc }) => ndc))];

  test('every one of the data survives every printed form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.constantFrom('', ' ', '\t'), (ndc, blank) => {
        const printed = [ndc, dashedNdc(ndc), ...tenDigitForms(ndc)];
        const forms = [
          ...printed,
          ...printed.map((form) => form.replaceAll('-', ' ')),
          ...[/^0/, /(?<=^\d{5}-)0/, /(?<=-)0(?=\d$)/].map((zero) => dashedNdc(ndc).replace(zero, '*')),
        ];
        expect(forms.filter((form) => parseNdc(blank + form + blank) !== ndc)).toEqual([]);
        expect(productByNdc(blank + dashedNdc(ndc))?.ndc).toBe(ndc);
      }),
      { numRuns: 400 },
    );
  });

  test('ten digits and the GTIN of every one: itself, or nothing where two products could be meant', () => {
    const unclear = new Set<string>();
    for (const ndc of known) {
      const tens = tenDigitForms(ndc).map((form) => form.replaceAll('-', ''));
      for (const ten of tens) {
        if (parseNdc(ten) === undefined) unclear.add(ten);
        else expect(parseNdc(ten)).toBe(ndc);
        for (const level of ['0', '1', '5']) {
          const start = `${level}03${ten}`;
          expect(parseNdc(start + checkDigit(start))).toBe(parseNdc(ten));
        }
      }
    }
    expect(unclear.size).toBeLessThanOrEqual(4);
  });

  test.each([
    ['49281-0425-50', '49281042550'],
    ['0006-4047-20', '00006404720'],
    ['49281-400-10', '49281040010'],
    ['*0006-4047-20', '00006404720'],
    ['49281-*400-10', '49281040010'],
    ['49281*40010', '49281040010'],
    ['00349281400105', undefined],
    ['12345-678-90', '12345067890'],
    ['1234567890', undefined],
    ['123-4567-89', undefined],
    ['49281--10', undefined],
    ['4928-400-1', undefined],
    ['NDC', undefined],
    ['', undefined],
    ['***********', undefined],
    ['49281-4*0-10', undefined],
  ])('%s is %s', (text, ndc) => {
    expect(parseNdc(text)).toBe(ndc);
  });

  test('never throws, and gives eleven digits or nothing', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[\d* -]{8,16}$/));
    fc.assert(fc.property(text, (some) => (parseNdc(some) ?? '00000000000').length === 11));
  });

  test('of two CVX codes', () => {
    expect(productsByNdc('58160-821-11').map(({ cvx }) => cvx)).toEqual(['43', '44']);
    expect(productByNdc('58160-821-11')?.cvx).toBe('43');
    expect(productsByNdc('x')).toEqual([]);
  });

  test('routes of its products', () => {
    expect(routesFor('03')).toEqual(['C38299']);
    expect(routesFor('111')).toEqual(['C38284']);
    expect(routesFor('999')).toEqual([]);
  });
});

test('makers and trade names', () => {
  expect(makersOf('08')).toEqual(expect.arrayContaining(['SKB', 'MSD']));
  expect(makersOf('998')).toEqual([]);
  expect(manufacturerByMvx('CSL')).toEqual({
    mvx: 'CSL',
    name: 'bioCSL',
    status: 'inactive',
    replacedBy: 'SEQ',
  });
  expect(manufacturerByMvx('msd')).toBeUndefined();
  expect(tradeNamesOf('115').map(({ name }) => name)).toEqual(['ADACEL', 'BOOSTRIX']);
  expect(tradeNamesOf('115', 'SKB').map(({ name }) => name)).toEqual(['BOOSTRIX']);
  expect(tradeNamesOf('115', 'MSD')).toEqual([]);
});

test('Vaccine Information Statements', () => {
  expect(visByBarcode(' 253088698300001111200108 ')).toEqual({
    barcode: '253088698300001111200108',
    name: 'Adenovirus Vaccine VIS',
    edition: '2020-01-08',
    status: 'current',
  });
  expect(visByBarcode('2530886983')).toBeUndefined();
  expect(visOf('143').map(({ status }) => status)).toEqual(['historic', 'historic', 'current']);
  expect([hasVis('03'), hasVis('998'), hasVis('207')]).toEqual([true, false, false]);
});

test('junk first names', () => {
  const junk = ['BABY BOY', 'Baby  Girl', ' newborn', 'Unknown', 'no name', 'BABYGIRL-A'];
  expect(junk.filter((name) => !isJunkFirstName(name))).toEqual([]);
  expect(['Maria', 'Bo', 'Guy', '', 'Boyd'].filter(isJunkFirstName)).toEqual([]);
});

test('lot patterns', () => {
  const makers = (lot: string) => lotPatterns().flatMap(({ pattern, mvx }) => (pattern.test(lot) ? mvx : []));
  expect(makers('X12345')).toEqual(['PMC', 'SKB']);
  expect(makers('UT123AA')).toEqual(['PMC']);
  expect(makers('A1234-5')).toEqual(['PMC']);
  expect(makers('12345')).toEqual([]);
});

describe('the same thing every time', () => {
  test('without a new list', () => {
    expect(vaccines()).toBe(vaccines());
    expect(makersOf('03')).toBe(makersOf('03'));
    expect(vaccinesOfCpt('x')).toBe(makersOf('y'));
    expect(codeTable('CVX')).toBe(codeTable('CVX'));
  });

  test('which nobody can change', () => {
    const frozen = [
      vaccines(),
      vaccineByCvx('110')?.groups,
      vaccineByCvx('03'),
      products(),
      productByNdc('49281-0425-50'),
      visOf('03'),
      codeTables(),
      codeTable('HL70001')?.codes,
      tradeNamesOf('115'),
      tradeNamesOf('115', 'SKB'),
    ];
    expect(frozen.map((value) => Object.isFrozen(value))).toEqual(frozen.map(() => true));
  });
});
