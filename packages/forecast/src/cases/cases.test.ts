import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf, dayOf } from '../dates.ts';
import type { ForecastResult, GroupForecast } from '../model.ts';
import { compareCase, readCaseLines, readCaseWorkbook, type TestCase } from './index.ts';
import { type CaseRow, conditionsSheet, healthySheet } from './testing/case-sheets.ts';
import { type TextStyle, workbook } from './testing/workbook.ts';

/** Excel's number of a day: 1 is 1900-01-01, and it counts a 29 February 1900. */
const serial = (civil: string): number => dayOf(civil) + 25_569;

const healthyRow: CaseRow = {
  CDC_Test_ID: '2099-0001',
  Test_Case_Name: 'Two doses & more <here>',
  DOB: serial('2025-08-31'),
  gender: 'F',
  Series_Status: 'Not complete',
  Date_Administered_1: serial('2025-10-15'),
  Vaccine_Name_1: 'MMR',
  CVX_1: 3,
  MVX_1: 'MSD',
  Evaluation_Status_1: 'Not Valid',
  Evaluation_Reason_1: 'Age: Too Young',
  Date_Administered_2: '11/10/2025',
  CVX_2: '107',
  Evaluation_Status_2: 'Valid',
  'Forecast_#': 2,
  Earliest_Date: serial('2025-12-08'),
  Recommended_Date: serial('2026-01-06'),
  Past_Due_Date: undefined,
  Vaccine_Group: 'DTAP ',
  Assessment_Date: serial('2025-11-10'),
};

const healthyCase: TestCase = {
  id: '2099-0001',
  suite: 'healthy',
  name: 'Two doses & more <here>',
  vaccineGroup: 'DTaP/Tdap/Td',
  patient: {
    birthDate: dayOf('2025-08-31'),
    gender: 'F',
    assessmentDate: dayOf('2025-11-10'),
    doses: [
      { id: '1', date: dayOf('2025-10-15'), cvx: '03', mvx: 'MSD' },
      { id: '2', date: dayOf('2025-11-10'), cvx: '107' },
    ],
    observations: [],
  },
  expected: {
    status: 'Not Complete',
    doseNumber: 2,
    earliest: dayOf('2025-12-08'),
    recommended: dayOf('2026-01-06'),
    doses: [
      { doseId: '1', status: 'Not Valid', reason: 'Age: Too Young' },
      { doseId: '2', status: 'Valid' },
    ],
  },
};

const healthyLine = {
  id: '2099-0001',
  suite: 'healthy',
  name: 'Two doses & more <here>',
  patient: { dob: '2025-08-31', gender: 'F', observations: [], medHistory: null },
  assessmentDate: '2025-11-10',
  vaccineGroupRaw: 'DTAP',
  vaccineGroup: 'DTaP/Tdap/Td',
  doses: [
    {
      n: 1,
      date: '2025-10-15',
      cvx: '03',
      mvx: 'MSD',
      expected: { status: 'Not Valid', reason: 'Age: Too Young', seriesType: null },
    },
    { n: 2, date: '2025-11-10', cvx: '107', mvx: null, expected: { status: 'Valid', reason: null } },
  ],
  expected: {
    seriesStatus: 'Not Complete',
    forecastNumber: 2,
    earliestDate: '2025-12-08',
    recommendedDate: '2026-01-06',
    pastDueDate: null,
  },
};

describe('workbooks', () => {
  test.each<TextStyle>(['shared', 'inline', 'formula'])('of healthy cases, texts %s', (style) => {
    expect(readCaseWorkbook(workbook([healthySheet([healthyRow])], style))).toEqual({
      cases: [healthyCase],
      unread: [],
    });
  });

  test('of underlying conditions', () => {
    const row: CaseRow = {
      CDC_Test_ID: '2099-UC-0001',
      Test_Case_Name: 'Tall and blue',
      DOB: '1965-05-29',
      Gender: 'M',
      Observation_Code_1: 7,
      Observation_Text_1: 'Pregnant',
      Observation_Date_1: '2015-05-01',
      Observation_Code_2: '055',
      Series_Status: 'Contraindicated',
      Date_Administered_1: serial('2015-04-28'),
      CVX_1: '121',
      Evaluation_Status_1: 'Valid',
      Series_Type_1: 'standard',
      'Forecast_#': '-',
      Earliest_Date: '-',
      Vaccine_Group: 'VAR',
      Assessment_Date: serial('2015-05-28'),
    };
    const { cases, unread } = readCaseWorkbook(
      workbook([{ name: 'Change History', rows: [['Version']] }, conditionsSheet([row, {}, {}])]),
    );
    expect(unread).toEqual([]);
    expect(cases).toEqual([
      {
        id: '2099-UC-0001',
        suite: 'conditions',
        name: 'Tall and blue',
        vaccineGroup: 'Varicella',
        patient: {
          birthDate: dayOf('1965-05-29'),
          gender: 'M',
          assessmentDate: dayOf('2015-05-28'),
          doses: [{ id: '1', date: dayOf('2015-04-28'), cvx: '121' }],
          observations: [{ code: '007', date: dayOf('2015-05-01') }, { code: '055' }],
        },
        expected: { status: 'Contraindicated', doses: [{ doseId: '1', status: 'Valid' }] },
      },
    ]);
  });

  test('whose days are counted from 1904', () => {
    const shifted = Object.fromEntries(
      Object.entries(healthyRow).map(([name, value]) => [
        name,
        typeof value === 'number' && value > 1000 ? value - 1462 : value,
      ]),
    );
    expect(readCaseWorkbook(workbook([healthySheet([shifted])], 'shared', true)).cases).toEqual([
      healthyCase,
    ]);
  });

  test('have the days that were written, to the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf('1900-03-01'), max: dayOf('2100-01-01') }), (day) => {
        const row = { ...healthyRow, DOB: day + 25_569 };
        const [found] = readCaseWorkbook(workbook([healthySheet([row])])).cases;
        expect(found && civilOf(found.patient.birthDate)).toBe(civilOf(day));
      }),
      { numRuns: 30 },
    );
  });

  test('rows that cannot be read are told', () => {
    const rows = [
      { ...healthyRow, DOB: undefined },
      { ...healthyRow, Series_Status: 'Fine' },
      { ...healthyRow, Evaluation_Status_1: 'Blue', CVX_2: 'MMR' },
      { ...healthyRow, Earliest_Date: 'soon' },
      { ...healthyRow, CDC_Test_ID: undefined },
    ];
    expect(readCaseWorkbook(workbook([healthySheet(rows)]))).toEqual({
      cases: [],
      unread: [
        { line: 2, id: '2099-0001', why: 'no date of birth' },
        { line: 3, id: '2099-0001', why: 'series status "Fine"' },
        {
          line: 4,
          id: '2099-0001',
          why: 'CVX of dose 2 "MMR" is no code; evaluation status "Blue" of dose 1',
        },
        { line: 5, id: '2099-0001', why: 'earliest date "soon" is no day' },
        { line: 6, id: '', why: 'no id' },
      ],
    });
  });

  test('other files are told', () => {
    expect(readCaseWorkbook(new Uint8Array([80, 75, 3, 4])).unread[0]?.why).toContain(
      'not an Excel workbook',
    );
    expect(readCaseWorkbook(workbook([{ name: 'Plums', rows: [['x']] }])).unread[0]?.why).toBe(
      'It has no sheet of test cases; its sheets are Plums.',
    );
    const { unread } = readCaseWorkbook(workbook([{ name: 'FITS Exported TestCases', rows: [['DOB']] }]));
    expect(unread[0]?.why).toContain('has no columns CDC_Test_ID, Gender');
  });
});

describe('JSON lines', () => {
  test('give the same cases as workbooks', () => {
    expect(readCaseLines(`${JSON.stringify(healthyLine)}\n\n`)).toEqual({ cases: [healthyCase], unread: [] });
  });

  test('that are none are told', () => {
    const text = ['{', '{}', JSON.stringify({ ...healthyLine, assessmentDate: '2025-02-30' })].join('\n');
    expect(readCaseLines(text)).toEqual({
      cases: [],
      unread: [
        { line: 1, id: '', why: 'The line is not JSON.' },
        { line: 2, id: '', why: 'suite ""' },
        { line: 3, id: '2099-0001', why: 'assessment date "2025-02-30" is no day' },
      ],
    });
  });
});

describe('comparing', () => {
  const group: GroupForecast = {
    vaccineGroup: 'DTaP/Tdap/Td',
    seriesType: 'standard',
    status: 'Not Complete',
    reasons: [],
    earliest: dayOf('2025-12-08'),
    recommended: dayOf('2026-01-06'),
    doseNumber: 2,
    antigens: [],
    vaccines: [],
    series: [],
  };
  const evaluation = { vaccineGroup: 'DTaP/Tdap/Td', antigen: 'Tetanus', series: 's', reasons: [] };
  const result: ForecastResult = {
    version: '9',
    evaluations: [
      { ...evaluation, doseId: '1', vaccineGroup: 'MMR', status: 'Not Valid' },
      { ...evaluation, doseId: '2', status: 'Not Valid' },
      { ...evaluation, doseId: '2', status: 'Valid' },
    ],
    forecasts: [group],
    unknownDoses: [],
  };

  test('all as expected', () => {
    expect(compareCase(healthyCase, result)).toEqual([]);
  });

  test('each field; a blank past due date must be blank', () => {
    const other = { ...group, doseNumber: 3, earliest: dayOf('2025-12-09'), pastDue: dayOf('2026-02-01') };
    expect(compareCase(healthyCase, { ...result, forecasts: [other] })).toEqual([
      { what: 'dose number', expected: '2', actual: '3' },
      { what: 'earliest', expected: '2025-12-08', actual: '2025-12-09' },
      { what: 'past due', expected: 'none', actual: '2026-02-01' },
    ]);
  });

  test('the status first; dates only where a dose is due', () => {
    const other = { ...group, status: 'Complete' as const };
    expect(compareCase(healthyCase, { ...result, forecasts: [other] })).toEqual([
      { what: 'status', expected: 'Not Complete', actual: 'Complete' },
    ]);
    const complete = { ...healthyCase, expected: { status: 'Complete' as const, doses: [] } };
    expect(compareCase(complete, { ...result, forecasts: [other] })).toEqual([]);
    expect(compareCase(complete, { ...result, forecasts: [] })).toEqual([
      { what: 'status', expected: 'Complete', actual: 'no forecast' },
    ]);
  });

  test('either of two forecasts may fit, but not halves of both', () => {
    const risk = { ...group, seriesType: 'risk' as const, doseNumber: 5 };
    expect(compareCase(healthyCase, { ...result, forecasts: [risk, group] })).toEqual([]);
    const half = { ...group, earliest: dayOf('2025-12-01'), recommended: dayOf('2025-12-01') };
    expect(compareCase(healthyCase, { ...result, forecasts: [risk, half] })).toEqual([
      { what: 'dose number', expected: '2', actual: '5' },
    ]);
  });

  test('doses in the group of the case, if it knows them', () => {
    const evaluations = [
      { ...evaluation, doseId: '2', status: 'Not Valid' as const, reasons: ['Age: Too Old' as const] },
      { ...evaluation, doseId: '2', vaccineGroup: 'MMR', status: 'Valid' as const },
    ];
    expect(compareCase(healthyCase, { ...result, evaluations })).toEqual([
      { what: 'dose 1', expected: 'Not Valid, Age: Too Young', actual: 'not evaluated' },
      { what: 'dose 2', expected: 'Valid', actual: 'Not Valid, Age: Too Old' },
    ]);
  });
});
