import { describe, expect, test } from 'vitest';
import { NEEDED_COLUMNS } from './columns.ts';
import { groupsOf, inOrder } from './messages.ts';
import { readFlatFile } from './read-file.ts';
import { type FlatRow, readRow, type ReadRow } from './read-row.ts';

const HEADINGS = NEEDED_COLUMNS.join(',');
const ROW = 'P1,Batomadeup,Ana,2012-02-29,F,D1,A,03,2016-09-01,Y';
const rowsOf = (text: string) => readFlatFile(Buffer.from(text)).map(({ row }) => row);

describe('rows', () => {
  test.each([
    ['CR alone', [HEADINGS, ROW, ROW].join('\r'), [2, 3]],
    ['ends of several systems', `${HEADINGS}\r\n${ROW}\n${ROW}\r${ROW}\r\n\r\n${ROW}`, [2, 3, 4, 6]],
    [
      'empty rows and columns below and beside',
      `${HEADINGS},,\n`.replace(',,', '') + `${ROW},,,\n,,,\n\n`,
      [2],
    ],
  ])('are read with %s', (_name, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test.each([
    ['lines', `${HEADINGS}${'\n'.repeat(5_000_000)}`, 'file-too-many-rows'],
    ['commas', ','.repeat(5_000_000), 'file-headings'],
    [
      'headings',
      `${HEADINGS},${Array.from({ length: 600_000 }, (_, n) => `c${n}`).join(',')}`,
      'file-headings',
    ],
  ])('are refused without being taken apart: millions of %s', (_name, text, code) => {
    expect(() => rowsOf(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('cells', () => {
  const read = (cells: Readonly<Record<string, string>>): ReadRow | undefined => {
    const line = NEEDED_COLUMNS.map((column, at) => cells[column] ?? ROW.split(',')[at] ?? '');
    const extra = Object.keys(cells).filter((column) => !NEEDED_COLUMNS.some((needed) => needed === column));
    const quoted = [...line, ...extra.map((column) => cells[column] ?? '')].map(
      (cell) => `"${cell.replaceAll('"', '""')}"`,
    );
    const [raw] = readFlatFile(Buffer.from(`${[HEADINGS, ...extra].join(',')}\n${quoted.join(',')}`));
    return raw && readRow(raw);
  };
  const problems = (cells: Readonly<Record<string, string>>) => {
    const found = read(cells);
    return found && !found.ok ? found.problems.map(({ column, code }) => `${column} ${code}`) : [];
  };

  test.each([
    '2015-02-29',
    '2/29/2015',
    '13/1/2016',
    '2016-9-30',
    '30.9.2016',
    '1/1/16',
    '2016-09-31',
    '42643',
  ])('no date is %s', (birth_date) => {
    expect(problems({ birth_date })).toEqual(['birth_date cell-not-a-date']);
  });

  test.each(['two\nlines', 'two\u2028lines', 'two\u0085lines', '""'])(
    'what would be more than a value to HL7 cannot be read: %j',
    (last_name) => {
      expect(problems({ last_name })).toEqual(['last_name cell-unreadable']);
    },
  );

  test('a separator too many between races names none', () => {
    const found = read({ race: '2106-3; ' });
    expect(found?.ok && found.row.patient.races).toEqual(['2106-3']);
    const none = read({ race: ';' });
    expect(none?.ok && 'races' in none.row.patient).toBe(false);
  });
});

test('what is said of one patient stays in order, wherever the rows stand', () => {
  const row = (patientId: string, line: number): FlatRow => {
    const [raw] = readFlatFile(Buffer.from(`${HEADINGS}\n${ROW.replace('P1', patientId)}`));
    const found = raw && readRow(raw);
    if (!found?.ok) throw new Error('the row should be readable');
    return { ...found.row, row: line };
  };
  const patients = inOrder(groupsOf([row('A', 2), row('B', 3), row('A', 4), row('A', 5), row('B', 6)]));
  expect(patients.map((groups) => groups.map((group) => group.map((each) => each.row)))).toEqual([
    [[2], [4, 5]],
    [[3], [6]],
  ]);
});
