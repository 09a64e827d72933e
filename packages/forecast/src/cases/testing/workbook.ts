import { strToU8, zipSync } from 'fflate';

export type Written = string | number | undefined;

/** How texts are written: Excel shares them, exports of other programs have them in the cells. */
export type TextStyle = 'shared' | 'inline' | 'formula';

export type SheetToWrite = { readonly name: string; readonly rows: readonly (readonly Written[])[] };

/** The smallest workbook that Excel opens. Numbers are written as numbers, days as Excel's numbers of days. */
export function workbook(
  sheets: readonly SheetToWrite[],
  style: TextStyle = 'shared',
  from1904 = false,
): Uint8Array {
  const shared: string[] = [];
  const cell = (value: Written, reference: string): string => {
    if (value === undefined) return '';
    if (typeof value === 'number') return `<c r="${reference}" s="1"><v>${value}</v></c>`;
    const text = escaped(value);
    if (style === 'inline')
      return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    if (style === 'formula') return `<c r="${reference}" t="str"><f>T("x")</f><v>${text}</v></c>`;
    // In two runs and with a pronunciation, as Excel writes what someone has formatted.
    shared.push(
      `<si><r><t xml:space="preserve">${escaped(value.slice(0, 2))}</t></r>` +
        `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(value.slice(2))}</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>`,
    );
    return `<c r="${reference}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const sheetXml = ({ rows }: SheetToWrite): string =>
    `<worksheet xmlns="${MAIN}"><sheetData>${rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((value, at) => cell(value, `${letters(at)}${row + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`;
  const files = Object.fromEntries(
    sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(XML + sheetXml(sheet))]),
  );
  const book = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
    .map(
      ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('')}</sheets></workbook>`;
  const links = `<Relationships xmlns="${PACKAGE}/relationships">${sheets
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('')}</Relationships>`;
  return zipSync({
    'xl/workbook.xml': strToU8(XML + book),
    'xl/_rels/workbook.xml.rels': strToU8(XML + links),
    'xl/sharedStrings.xml': strToU8(`${XML}<sst xmlns="${MAIN}">${shared.join('')}</sst>`),
    ...files,
  });
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The name of a 0-based column. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
