import { civilOf } from '../dates.ts';
import { groupNamed } from './groups.ts';
import { caseOf, type CasesRead, type CaseSuite, type TestCase } from './test-case.ts';
import { type Cell, readWorkbook, type Workbook } from './xlsx.ts';

const SHEETS: Readonly<Record<string, CaseSuite>> = {
  'fits exported testcases': 'healthy',
  'underlying condition test cases': 'conditions',
};

/** The cases of one of CDC's workbooks, known by its sheet. */
export function readCaseWorkbook(bytes: Uint8Array): CasesRead {
  const workbook = readWorkbook(bytes);
  if (!workbook) return failed('It is not an Excel workbook (.xlsx).');
  const cases: TestCase[] = [];
  const unread: { line: number; id: string; why: string }[] = [];
  const sheets = workbook.sheets.flatMap((sheet) => {
    const suite = SHEETS[sheet.toLowerCase()];
    return suite === undefined ? [] : { sheet, suite };
  });
  if (sheets.length === 0)
    return failed(`It has no sheet of test cases; its sheets are ${workbook.sheets.join(', ')}.`);
  for (const { sheet, suite } of sheets) {
    const [head, ...rows] = workbook
      .rows(sheet)
      .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
    const headings = (head?.cells ?? []).map((cell) => textOf(cell).toLowerCase());
    const missing = NEEDED.filter((name) => !headings.includes(name.toLowerCase()));
    if (missing.length > 0) {
      const why = `The sheet "${sheet}" has no columns ${missing.join(', ')}.`;
      unread.push({ line: head?.row ?? 0, id: '', why });
      continue;
    }
    for (const { row, cells } of rows) {
      const record = new RowReader(headings, cells, workbook);
      const read = caseOfRow(record, suite);
      if ('why' in read) unread.push({ line: row, id: record.text('CDC_Test_ID'), why: read.why });
      else cases.push(read);
    }
  }
  return { cases, unread };
}

const failed = (why: string): CasesRead => ({ cases: [], unread: [{ line: 0, id: '', why }] });

const NEEDED = [
  'CDC_Test_ID',
  'DOB',
  'Gender',
  'Assessment_Date',
  'Vaccine_Group',
  'Series_Status',
  'Forecast_#',
  'Earliest_Date',
  'Recommended_Date',
  'Past_Due_Date',
];

function caseOfRow(row: RowReader, suite: CaseSuite): TestCase | { readonly why: string } {
  const history = row.text('Med_History_Code');
  return caseOf({
    id: row.text('CDC_Test_ID'),
    suite,
    name: row.text('Test_Case_Name'),
    vaccineGroup: groupNamed(row.text('Vaccine_Group')),
    birthDate: row.day('DOB'),
    gender: row.text('Gender'),
    assessmentDate: row.day('Assessment_Date'),
    observations: [
      ...(history === '' ? [] : [{ code: history, date: '' }]),
      ...row
        .numbered('Observation_Code_')
        .map((n) => ({ code: row.text(`Observation_Code_${n}`), date: row.day(`Observation_Date_${n}`) })),
    ],
    doses: row.numbered('Date_Administered_').map((n) => ({
      id: n,
      date: row.day(`Date_Administered_${n}`),
      cvx: row.text(`CVX_${n}`),
      mvx: row.text(`MVX_${n}`),
      status: row.text(`Evaluation_Status_${n}`),
      reason: row.text(`Evaluation_Reason_${n}`),
    })),
    status: row.text('Series_Status'),
    doseNumber: row.text('Forecast_#'),
    earliest: row.day('Earliest_Date'),
    recommended: row.day('Recommended_Date'),
    pastDue: row.day('Past_Due_Date'),
  });
}

/** Days from 1899-12-30, the start of Excel's count, to 1970-01-01; right from March 1900 on. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

class RowReader {
  readonly #cells: ReadonlyMap<string, Cell>;
  readonly #epoch: number;

  constructor(headings: readonly string[], cells: readonly Cell[], { from1904 }: Workbook) {
    this.#cells = new Map(headings.map((heading, column) => [heading, cells[column]]));
    this.#epoch = from1904 ? EPOCH_1904 : EPOCH_1900;
  }

  text(name: string): string {
    return textOf(this.#cells.get(name.toLowerCase()));
  }

  /** A day as Excel's number or as text; a text that is no day is left as it is, to be refused by who reads it. */
  day(name: string): string {
    const cell = this.#cells.get(name.toLowerCase());
    if (typeof cell === 'number') return civilOf(Math.floor(cell) - this.#epoch);
    const text = textOf(cell);
    const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
    if (slashed) {
      const [, month = '', day = '', year = ''] = slashed;
      return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }
    return /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text)?.[1] ?? (text === '-' ? '' : text);
  }

  /** The numbers of columns that begin so and are not empty. */
  numbered(start: string): readonly string[] {
    return [...this.#cells]
      .filter(([heading, cell]) => heading.startsWith(start.toLowerCase()) && textOf(cell) !== '')
      .map(([heading]) => heading.slice(start.length))
      .toSorted((one, other) => Number(one) - Number(other));
  }
}

function textOf(cell: Cell): string {
  return cell === undefined ? '' : String(cell).replace(/\s+/g, ' ').trim();
}
