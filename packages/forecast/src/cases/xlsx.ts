import { unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

export type Cell = string | number | boolean | undefined;

export type Workbook = {
  readonly sheets: readonly string[];
  /** Days are counted from 1904 rather than 1900. */
  readonly from1904: boolean;
  /** Rows with their 1-based numbers; cells by 0-based column, undefined where there is none. */
  readonly rows: (sheet: string) => readonly { readonly row: number; readonly cells: readonly Cell[] }[];
};

/**
 * A workbook as Excel writes it (ECMA-376): values only, no formulas and no formats.
 * @returns undefined when the bytes are no workbook
 */
export function readWorkbook(bytes: Uint8Array): Workbook | undefined {
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/.test(name) });
  } catch {
    return undefined;
  }
  const part = (name: string): string | undefined => {
    const found = files[name];
    return found && new TextDecoder().decode(found);
  };
  const book = part('xl/workbook.xml');
  const links = part('xl/_rels/workbook.xml.rels');
  if (book === undefined || links === undefined) return undefined;
  try {
    const targets = new Map<string, string>();
    walk(links, ({ attributes: { Id = '', Target = '' } }) => void targets.set(Id, pathOf(Target)));
    const sheets = new Map<string, string>();
    let from1904 = false;
    walk(book, ({ name, attributes }) => {
      if (local(name) === 'sheet')
        sheets.set((attributes['name'] ?? '').trim(), targets.get(attributes['r:id'] ?? '') ?? '');
      if (local(name) === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    });
    const shared = readShared(part('xl/sharedStrings.xml'));
    return {
      sheets: [...sheets.keys()],
      from1904,
      rows: (sheet) => readRows(part(sheets.get(sheet) ?? ''), shared),
    };
  } catch {
    return undefined;
  }
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws Error for what is not well-formed */
function walk(
  xml: string,
  open: (tag: SaxesTagPlain) => void,
  close: (name: string) => void = () => {},
  text: (text: string) => void = () => {},
): void {
  const parser = new SaxesParser();
  parser.on('opentag', open);
  parser.on('closetag', ({ name }) => close(local(name)));
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml.replace(/^\uFEFF/, '')).close();
}

/** Texts in `t`, in runs too, without the pronunciations that stand in `rPh`. */
function readShared(xml: string | undefined): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  walk(
    xml ?? '<sst/>',
    ({ name }) => {
      const tag = local(name);
      if (tag === 'si') text = '';
      if (tag === 'rPh') inPhonetic = true;
      if (tag === 't') inText = !inPhonetic;
    },
    (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') strings.push(text);
    },
    (some) => {
      if (inText) text += some;
    },
  );
  return strings;
}

function readRows(xml: string | undefined, shared: readonly string[]): ReturnType<Workbook['rows']> {
  const rows: { row: number; cells: Cell[] }[] = [];
  let row = 0;
  let cells: Cell[] = [];
  let column = -1;
  let type = '';
  let text = '';
  let reading = false;
  let inPhonetic = false;
  walk(
    xml ?? '<worksheet/>',
    ({ name, attributes }) => {
      const tag = local(name);
      if (tag === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        cells = [];
        column = -1;
      } else if (tag === 'c') {
        const reference = attributes['r'];
        column = reference === undefined ? column + 1 : columnOf(reference);
        type = attributes['t'] ?? 'n';
        text = '';
      } else if (tag === 'v' || tag === 't') reading = !inPhonetic;
      else if (tag === 'rPh') inPhonetic = true;
    },
    (name) => {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c') cells[column] = cellOf(type, text, shared);
      else if (name === 'row') rows.push({ row, cells: Array.from(cells) });
    },
    (some) => {
      if (reading) text += some;
    },
  );
  return rows;
}

/** `AB12` is column 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/gi, '').toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellOf(type: string, text: string, shared: readonly string[]): Cell {
  if (text === '') return undefined;
  if (type === 's') return shared[Number(text)];
  if (type === 'n') return Number(text);
  if (type === 'b') return text === '1';
  return type === 'e' ? undefined : text;
}
