import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { csvOf } from './csv.ts';

const read = (text: string): readonly (readonly string[])[] => parse(text, { record_delimiter: '\r\n' });

describe('a sheet', () => {
  test('has a line a row, and quotes where a cell needs them', () => {
    expect(
      csvOf([
        ['id', 'what'],
        ['1', 'a "b", c'],
        ['2', 'two\nlines'],
      ]),
    ).toBe('id,what\r\n1,"a ""b"", c"\r\n2,"two\nlines"\r\n');
  });

  test('without rows is empty', () => {
    expect(csvOf([])).toBe('');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x.example","y")'])(
    'never runs %j',
    (typed) => {
      const [[cell] = []] = read(csvOf([[typed]]));
      expect(cell).toBe(`'${typed}`);
    },
  );

  test.each(['a=1', '', 'DE-000101', '2025-03-20T10:20:00Z', "'quoted'"])('leaves %j as it is', (typed) => {
    const [row] = read(csvOf([[typed, 'end']]));
    expect(row).toEqual([typed, 'end']);
  });

  test('says what was said, but for the apostrophe before a formula', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, (written) => {
        const back = read(csvOf(written)).map((row) =>
          row.map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)),
        );
        expect(back).toEqual(
          written.map((row) => row.map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell))),
        );
      }),
    );
  });

  test('has no cell that begins as a formula does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const [[cell = ''] = []] = read(csvOf([[typed, 'end']]));
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
