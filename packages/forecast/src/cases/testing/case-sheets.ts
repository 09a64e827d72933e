import type { SheetToWrite, Written } from './workbook.ts';

/** A row by CDC's column names; what is not named is blank. */
export type CaseRow = Readonly<Record<string, Written>>;

const numbered = (count: number, ...names: readonly string[]): readonly string[] =>
  Array.from({ length: count }, (_, index) => names.map((name) => `${name}_${index + 1}`)).flat();

const FORECAST = ['Forecast_#', 'Earliest_Date', 'Recommended_Date', 'Past_Due_Date', 'Vaccine_Group'];
const ABOUT = ['Forecast_Test_Type', 'Reason_For_Change', 'Changed_In_Version'];
const DOSE = ['Date_Administered', 'Vaccine_Name', 'CVX', 'MVX', 'Evaluation_Status'];

/** The columns of CDC's workbook for healthy children and adults. */
const HEALTHY = [
  'CDC_Test_ID',
  'Test_Case_Name',
  'DOB',
  'gender',
  'Med_History_Text',
  'Med_History_Code',
  'Med_History_Code_Sys',
  'Series_Status',
  ...numbered(7, ...DOSE, 'Evaluation_Reason'),
  ...FORECAST,
  'Assessment_Date',
  'Evaluation_Test_Type',
  'Date_Added',
  'Date_Updated',
  ...ABOUT,
  'General_Description',
];

/** The columns of CDC's workbook for underlying conditions. */
const CONDITIONS = [
  'CDC_Test_ID',
  'Test_Case_Name',
  'DOB',
  'Gender',
  ...numbered(3, 'Observation_Code', 'Observation_Text', 'Observation_Date'),
  'Series_Status',
  ...numbered(7, ...DOSE, 'Evaluation_Reason', 'Series_Type'),
  ...FORECAST,
  'Administrative_Guidance',
  'Assessment_Date',
  'Evaluation_Test_Type',
  'Date_added',
  'Date_updated',
  ...ABOUT,
];

export const healthySheet = (rows: readonly CaseRow[]): SheetToWrite =>
  sheet('FITS Exported TestCases', HEALTHY, rows);

export const conditionsSheet = (rows: readonly CaseRow[]): SheetToWrite =>
  sheet('Underlying Condition Test Cases', CONDITIONS, rows);

function sheet(name: string, columns: readonly string[], rows: readonly CaseRow[]): SheetToWrite {
  for (const column of rows.flatMap((row) => Object.keys(row))) {
    if (!columns.includes(column)) throw new Error(`CDC has no column ${column}`);
  }
  return { name, rows: [columns, ...rows.map((row) => columns.map((column) => row[column]))] };
}
