import type { CdcFile } from '../import/refresh.ts';
import { linesOf, type Row, rowOf, rowsOf } from '../rows.ts';
import { CPT } from '../data/cpt.ts';
import { CVX_VIS } from '../data/cvx-vis.ts';
import { CVX } from '../data/cvx.ts';
import { MVX } from '../data/mvx.ts';
import { NDC } from '../data/ndc.ts';
import { TRADE_NAMES } from '../data/trade-names.ts';
import { VIS } from '../data/vis.ts';

const STATUS: Readonly<Record<string, string>> = {
  active: 'Active',
  inactive: 'Inactive',
  never: 'Never Active',
  'non-us': 'Non-US',
};
const ROUTE: Readonly<Record<string, string>> = {
  C38238: 'INTRADERMAL',
  C28161: 'INTRAMUSCULAR',
  C38284: 'INTRANASAL (HCP)',
  C38288: 'ORAL',
  C38676: 'PERCUTANEOUS',
  C38299: 'SUBCUTANEOUS',
};

/** The data of this package, written the way CDC publishes it. */
export function cdcFiles(): Map<CdcFile, string> {
  return new Map<CdcFile, string>([
    ['cvx', elements('CVXCodes', 'CVXInfo', linesOf(CVX).map(cvxRecord))],
    ['vax2vg', pairs('VGCodes', 'CVXVGInfo', linesOf(CVX).flatMap(groupRecords))],
    [
      'mvx',
      elements(
        'MVXCodes',
        'MVXInfo',
        rowsOf(MVX).map((row) => [
          ['MVX_CODE', row(0)],
          ['ManufacturerName', `${row(1)}\n\t\t`],
          ['Notes', 'x'],
          ['Status', STATUS[row(2)] ?? ''],
          ['LastUpdated', slashed(row(3))],
        ]),
      ),
    ],
    [
      'tradename',
      pairs(
        'productnames',
        'prodInfo',
        rowsOf(TRADE_NAMES).map((row) => [
          ['CDC Product Name', row(0)],
          ['CVXCode', row(1).padEnd(10)],
          ['Manufacturer', ''],
          ['MVX Code', row(2).padEnd(10)],
          ['MVX Status', 'Active'],
          ['Product name Status', STATUS[row(3)] ?? ''],
          ['Last Updated', slashed(row(4))],
        ]),
      ),
    ],
    [
      'cpt',
      pairs(
        'CPTCodes',
        'CPTInfo',
        rowsOf(CPT).map((row) => [
          ['CPT Code', row(0).padEnd(10)],
          ['CPT Desc', 'not ours to print'],
          ['CVX Code', row(1).padEnd(10)],
        ]),
      ),
    ],
    [
      'vis',
      elements(
        'VISLookup',
        'VISInfo',
        rowsOf(VIS).map((row) => [
          ['VIS_Document_Type_Description', row(1)],
          ['Edition_Date', slashed(row(2))],
          ['VIS_encoded_string', row(0)],
          ['status', row(3) === 'current' ? 'Current' : 'Historic'],
        ]),
      ),
    ],
    [
      'cvxvis',
      elements(
        'CVXVIS',
        'CVXVISMapping',
        rowsOf(CVX_VIS).flatMap((row) =>
          row(1)
            .split('|')
            .map((barcode) => [
              ['CVXCode', row(0).padEnd(10)],
              ['Fully-encodedString', barcode],
            ]),
        ),
      ),
    ],
    ['ndcSale', ndcLines('sale').map(saleLine).join('\r\n')],
    ['ndcUse', ndcLines('use').map(useLine).join('\r\n')],
    ['ndcLink', linkLines().join('\r\n')],
  ]);
}

type Fields = readonly (readonly string[])[];

function cvxRecord(line: string): Fields {
  const row = rowOf(line);
  return [
    ['ShortDescription', row(1)],
    ['CVXCode', row(0).padEnd(10)],
    ['Notes', ''],
    ['Status', STATUS[row(2)] ?? ''],
    ['LastUpdated', slashed(row(12))],
  ];
}

function groupRecords(line: string): readonly Fields[] {
  const row = rowOf(line);
  if (row(4) === '') return [];
  const codes = row(5).split('|');
  return row(4)
    .split('|')
    .map((group, at) => [
      ['CVXCode', row(0).padEnd(10)],
      ['Vaccine Group Name', group],
      // Several groups of one CVX code may share a code.
      ['CVX for Vaccine Group', codes[Math.min(at, codes.length - 1)] ?? ''],
    ]);
}

const ndcLines = (kind: string): readonly Row[] => rowsOf(NDC).filter((row) => row(0) === kind);
const dashes = (ndc: string): string => ndc.replace(/^(\d{5})(\d{4})(\d{2})$/, '$1-$2-$3');
const compact = (date: string): string => date.replaceAll('-', '');

const saleLine = (row: Row, at: number): string =>
  [
    `${at}`,
    '1',
    '2',
    '3',
    row(4),
    'g',
    'l',
    compact(row(5)),
    compact(row(6)),
    'CARTON',
    row(7)
      .split('|')
      .map((route) => ROUTE[route] ?? '')
      .join('; '),
    '2025-07-16 00:00:00',
    row(2).padEnd(10),
    'n',
    dashes(row(1)),
    '',
  ].join('|');

const useLine = (row: Row, at: number): string =>
  [
    `${at}`,
    '1',
    '2',
    '3',
    row(4),
    'g',
    'l',
    compact(row(5)),
    compact(row(6)),
    'VIAL',
    '',
    row(2).padEnd(10),
    'n',
    'False     ',
    dashes(row(1)),
    '2025-07-16 00:00:00',
    '',
  ].join('|');

function linkLines(): readonly string[] {
  return [
    ...ndcLines('sale').flatMap((row, at) => (row(3) === '' ? [] : [`1|${at}||${row(3)}`])),
    ...ndcLines('use').flatMap((row, at) => (row(3) === '' ? [] : [`2||${at}|${row(3)}`])),
  ];
}

function slashed(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return date === '' ? '' : `${Number(month)}/${Number(day)}/${year}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function elements(root: string, record: string, records: readonly Fields[]): string {
  const body = records.map(
    (fields) =>
      `<${record}>${fields.map(([name, value = '']) => `<${name}>${escaped(value)}</${name}>`).join('\n')}</${record}>`,
  );
  return `<?xml version="1.0" encoding="ISO-8859-1"?>\n<${root}>\n${body.join('\n')}\n</${root}>`;
}

function pairs(root: string, record: string, records: readonly Fields[]): string {
  return elements(
    root,
    record,
    records.map((fields) =>
      fields.flatMap(([name = '', value = '']) => [
        ['Name', name],
        ['Value', value],
      ]),
    ),
  );
}
