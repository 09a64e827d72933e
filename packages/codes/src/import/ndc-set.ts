import { RowCollector, type SetImport, takeRows } from './compare.ts';
import { isoDate, pipeRecords, type SourceRecord } from './records.ts';
import { CVX_CODE, MVX_CODE } from './vaccine-sets.ts';

const USE =
  'id labeler product package name generic labelerName from until form gtin cvx cvxName noInner ndc updated gtin2';
const SALE =
  'id labeler product package name generic labelerName from until form route updated cvx cvxName ndc gtin';
const LINK = 'id sale use mvx';

/** NCI Thesaurus codes of the words in CDC's column; what stands after the first word does not matter. */
const ROUTES: Readonly<Record<string, string>> = {
  INTRADERMAL: 'C38238',
  INTRAMUSCULAR: 'C28161',
  IM: 'C28161',
  INTRANASAL: 'C38284',
  NASAL: 'C38284',
  ORAL: 'C38288',
  PERCUTANEOUS: 'C38676',
  SUBCUTANEOUS: 'C38299',
  // So in CDC's file of 2025, cut off.
  SUBCU: 'C38299',
};

/** CDC's NDC tables: units of sale, units of use, and the table that links them and names the manufacturer. */
export function importNdc(sale: string, use: string, link: string, date: string): SetImport {
  const sales = pipeRecords('ndc-sale', sale, SALE.split(' '));
  const uses = pipeRecords('ndc-use', use, USE.split(' '));
  const links = pipeRecords('ndc-link', link, LINK.split(' '));
  const rows = new RowCollector('ndc', [...sales.unread, ...uses.unread, ...links.unread]);
  const makers = { sale: new Map<string, string>(), use: new Map<string, string>() };
  for (const record of links.records) {
    const mvx = record.get('mvx');
    if (!MVX_CODE.test(mvx)) {
      rows.reject(record, `"${mvx}" is not an MVX code.`);
      continue;
    }
    // The first row is the newest; a product that passed to another company has several.
    for (const kind of ['sale', 'use'] as const) {
      if (!makers[kind].has(record.get(kind))) makers[kind].set(record.get(kind), mvx);
    }
  }
  for (const record of sales.records) add(rows, 'sale', record, makers.sale);
  for (const record of uses.records) add(rows, 'use', record, makers.use);
  return takeRows('ndc', date, rows.finish(byKindAndCode));
}

function add(
  rows: RowCollector,
  kind: 'sale' | 'use',
  record: SourceRecord,
  makers: ReadonlyMap<string, string>,
): void {
  const ndc = record.get('ndc').replaceAll('-', '');
  const cvx = record.get('cvx');
  const from = isoDate(record.get('from'));
  const until = isoDate(record.get('until'));
  const { routes, unknown } = readRoutes(record.get('route'));
  if (!/^\d{11}$/.test(ndc)) rows.reject(record, 'It has no NDC of eleven digits.');
  else if (!CVX_CODE.test(cvx)) rows.reject(record, 'It has no CVX code.');
  else if (from === undefined || until === undefined)
    rows.reject(record, 'Its start or end date is not a date.');
  else {
    if (unknown !== '')
      rows.note(`NDC ${record.get('ndc')}: the route "${unknown}" is not known and was left out.`);
    const mvx = makers.get(record.get('id')) ?? '';
    rows.add(record, [kind, ndc, cvx, mvx, record.get('name'), from, until, routes]);
  }
}

function readRoutes(text: string): { readonly routes: string; readonly unknown: string } {
  const words = text
    .toUpperCase()
    .replace(/\(.*?\)/g, '')
    .split(/[;,]/)
    .map((part) => part.trim().split(' ')[0] ?? '')
    .filter((word) => word !== '');
  const known = words.flatMap((word) => ROUTES[word] ?? []);
  return {
    routes: [...new Set(known)].join('|'),
    unknown: words.filter((word) => !(word in ROUTES)).join(', '),
  };
}

function byKindAndCode(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one, other].map((row) => row.slice(0, 3).join(' '));
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
