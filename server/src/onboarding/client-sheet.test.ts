import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../platform/api.ts';
import { type ClientField, MOST_ROWS, readClientSheet, SHEET_COLUMNS } from './client-sheet.ts';

const HEADINGS = Object.keys(SHEET_COLUMNS);
const HEAD = HEADINGS.join(',');
const names = (csv: string): readonly string[] => readClientSheet(csv).map(({ client }) => client.siteName);

function refusal(csv: string): string | undefined {
  try {
    readClientSheet(csv);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.problems.map(({ code }) => code).join();
  }
}

describe('a sheet of client sites', () => {
  test('is read as it was written: columns in any order, any separator, any line end, quotes, a byte-order mark', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'Ñ', ',', ';', '"', '\n', ' ', '1', '\t', '='), maxLength: 8 })
      .map((text) => text.trim());
    const sheet = fc.record({
      order: fc.shuffledSubarray(HEADINGS, { minLength: HEADINGS.length }),
      rows: fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 5 }),
      delimiter: fc.constantFrom(',', ';', '\t'),
      end: fc.constantFrom('\n', '\r\n'),
      hasMark: fc.boolean(),
      isUpper: fc.boolean(),
    });
    fc.assert(
      fc.property(sheet, ({ order, rows, delimiter, end, hasMark, isUpper }) => {
        const line = (cells: readonly string[]): string =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter) + end;
        const csv =
          (hasMark ? '\uFEFF' : '') +
          line(order.map((name) => (isUpper ? name.toUpperCase() : name))) +
          rows.map(line).join('');
        fc.pre(rows.some((cells) => cells.some((text) => text !== '')));
        const fields = order.map((name) => SHEET_COLUMNS[name as keyof typeof SHEET_COLUMNS]);
        const expected = rows.flatMap((cells, index) =>
          cells.every((text) => text === '')
            ? []
            : [
                {
                  row: index + 2,
                  problems: [],
                  client: Object.fromEntries(fields.map((field: ClientField, at) => [field, cells[at]])),
                },
              ],
        );
        expect(readClientSheet(csv)).toEqual(expected);
      }),
    );
  });

  test('takes headings as people type them', () => {
    const typed = 'SITE_ID,Site  name,County,Street,City,ZIP,Npi,Contact name,Contact Email,';
    expect(names(`${typed}\n,A clinic,Yolo,,,,,,\n`)).toEqual(['A clinic']);
  });

  test('counts rows as a sheet does', () => {
    const csv = `${HEAD}\n,"two\nlines",,,,,,,\n\n,,,,,,,,\n,last,,,,,,,\n`;
    expect(readClientSheet(csv).map(({ row }) => row)).toEqual([2, 5]);
  });

  test('says of a row that has more cells than there are headings', () => {
    const [row] = readClientSheet(
      `${HEAD}\n,A clinic,Yolo,1 Main St,Suite 5,Davis,95616,,Ann,ann@clinic.example\n`,
    );
    expect(row?.problems.map(({ code }) => code)).toEqual(['row-too-long']);
  });

  test.each([
    ['no headings', ',A clinic,Yolo,,,,,Ann,ann@clinic.example', 'sheet-headings'],
    ['an unknown heading', `${HEAD},notes\n,A,,,,,,,`, 'sheet-headings'],
    ['a heading twice', `${HEAD},zip\n,A,,,,,,,`, 'sheet-headings'],
    ['a heading missing', 'site id,site name\n,A', 'sheet-headings'],
    ['nothing', '', 'sheet-headings'],
    ['headings only', HEAD, 'sheet-empty'],
    ['a quote that is not closed', `${HEAD}\n,"A clinic`, 'sheet-unreadable'],
    ['too many rows', `${HEAD}\n${',A,,,,,,,\n'.repeat(MOST_ROWS + 1)}`, 'sheet-too-long'],
  ])('is refused as a whole with %s', (_, csv, code) => expect(refusal(csv)).toBe(code));

  test('may have as many rows as it may', () => {
    expect(names(`${HEAD}\n${',A,,,,,,,\n'.repeat(MOST_ROWS)}`)).toHaveLength(MOST_ROWS);
  });

  test('is read or refused, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc,;"\n\r\t\0é'), maxLength: 60 });
    fc.assert(
      fc.property(text, (csv) => {
        expect(() => refusal(`${HEAD}\n${csv}`)).not.toThrow();
      }),
    );
  });
});
