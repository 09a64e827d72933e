/** CSV as spreadsheets write it: quoted fields with commas, doubled quotes, line breaks; a trailing comma is no column. */
import { BadFile } from './bad-file.ts';

export type CsvRow = {
  readonly at: string;
  readonly cells: { readonly [column: string]: string | undefined };
};

export function csvRows(file: string, text: string): readonly CsvRow[] {
  const [header, ...rows] = records(file, text);
  if (!header) throw new BadFile(`${file}:1: empty`);
  const columns = header.cells.map((cell) => cell.trim());
  return rows.map(({ line, cells }) => {
    const at = `${file}:${line}`;
    const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
    if (extra) throw new BadFile(`${at}: ${cells.length} fields, but the header has ${columns.length}`);
    const named = columns.flatMap((column, index) =>
      column === '' ? [] : ([[column, cells[index]?.trim()]] as const),
    );
    return { at, cells: Object.fromEntries(named) };
  });
}

type Raw = { readonly line: number; readonly cells: readonly string[] };

function records(file: string, text: string): readonly Raw[] {
  const found: Raw[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let start = 1;
  const end = (): void => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) found.push({ line: start, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\n') line++;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(at++);
      else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',') {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      end();
      start = line;
    } else if (sign !== '\r') cell += sign;
  }
  if (isQuoted) throw new BadFile(`${file}:${start}: a quote is not closed`);
  end();
  return found;
}
