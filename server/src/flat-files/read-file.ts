import { CsvError, parse } from 'csv-parse/sync';
import { ApiError, problem } from '../platform/api.ts';
import { PROBLEM_TEXTS, type ProblemCode } from '../platform/problems.ts';
import { type Column, isColumn, NEEDED_COLUMNS } from './columns.ts';

export const MOST_ROWS = 5000;
export const MOST_BYTES = 5 * 1024 * 1024;
/** Sheets add empty rows and columns that nobody sees; beyond this a small file would take the memory and time of everybody. */
const MOST_LINES = 4 * MOST_ROWS;
const MOST_COMMAS = 1_000_000;
const MOST_COLUMNS = 1000;

/** A row as it was written. */
export type RawRow = {
  /** As sheets count: the headings are row 1. */
  readonly row: number;
  readonly cells: ReadonlyMap<Column, string>;
  /** Whether it has cells beyond the last heading: a comma too many, or quotes that are missing. */
  readonly isTooLong: boolean;
};

/**
 * The rows of a flat file: UTF-8 with or without a byte-order mark, commas, quotes by RFC 4180. Rows of empty cells only are
 * left out, and counted.
 * @throws ApiError 400 where it is no such file as a whole; its words name the line or the columns
 */
export function readFlatFile(bytes: Buffer): readonly RawRow[] {
  const text = textOf(bytes);
  const { lines, commas } = sizeOf(text);
  if (lines > MOST_LINES) throw refused('file-too-many-rows');
  if (commas > MOST_COMMAS) throw refused('file-headings');
  const [headings = [], ...records] = recordsOf(text);
  const columns = columnsOf(headings);
  const rows = records.flatMap((cells, index): readonly RawRow[] => {
    if (cells.every((cell) => cell === '')) return [];
    return [
      {
        row: index + 2,
        cells: new Map(columns.map((column, at) => [column, cells[at] ?? ''])),
        isTooLong: cells.slice(columns.length).some((cell) => cell !== ''),
      },
    ];
  });
  if (rows.length === 0) throw refused('file-empty');
  if (rows.length > MOST_ROWS) throw refused('file-too-many-rows');
  return rows;
}

function textOf(bytes: Buffer): string {
  if (bytes.includes(0)) throw refused('file-not-text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('file-not-utf8');
  }
}

/** Before it is taken apart: what a text is taken apart into may be a thousand times as large. */
function sizeOf(text: string): { readonly lines: number; readonly commas: number } {
  let [lines, commas] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === COMMA) commas += 1;
    else if (sign === LF || (sign === CR && text.charCodeAt(at + 1) !== LF)) lines += 1;
  }
  return { lines, commas };
}
const [LF, CR, COMMA] = [10, 13, 44];

function recordsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
      // Also where somebody appended to a file of another system: else several rows become one.
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    // Its own words quote what stands there.
    if (error instanceof CsvError) {
      const line = typeof error['lines'] === 'number' ? ` Line ${error['lines']}.` : '';
      throw refused('file-quotes', line);
    }
    throw error;
  }
}

function columnsOf(headings: readonly string[]): readonly Column[] {
  if (headings.length > MOST_COLUMNS) throw refused('file-headings');
  const names = headings.map((heading) => heading.toLowerCase());
  const unknown = headings.filter((_heading, at) => !isColumn(names[at] ?? ''));
  const missing = NEEDED_COLUMNS.filter((column) => !names.includes(column));
  const twice = names.filter((name, at) => names.indexOf(name) < at);
  // Where no heading is known it is perhaps a file without them, and its first row holds a patient.
  if (unknown.length === headings.length) throw refused('file-headings');
  const at = unknown.map((heading) => String(headings.indexOf(heading) + 1));
  if (missing.length > 0) throw wrongColumns('file-column-missing', missing, 'Missing');
  if (unknown.length > 0) throw wrongColumns('file-column-unknown', at, 'Not known: the heading of column');
  if (twice.length > 0) throw wrongColumns('file-column-twice', twice, 'Twice');
  return names.filter(isColumn);
}

const refused = (code: ProblemCode, more = ''): ApiError =>
  new ApiError(400, code, [problem('csv', code)], `${PROBLEM_TEXTS[code]}${more}`);

/** @param which names of columns, or their numbers where the heading is not one of ours */
const wrongColumns = (code: ProblemCode, which: readonly string[], words: string): ApiError =>
  new ApiError(
    400,
    'file-headings',
    which.map((column) => problem(column, code)),
    `${PROBLEM_TEXTS['file-headings']} ${words}${words.endsWith('column') ? '' : ':'} ${which.join(', ')}.`,
  );
