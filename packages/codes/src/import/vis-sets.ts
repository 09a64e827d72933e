import { RowCollector, type SetImport, takeRows } from './compare.ts';
import { isoDate, type SourceRecord, xmlRecords } from './records.ts';
import { byCodeNumber, CVX_CODE } from './vaccine-sets.ts';

const BARCODE = /^\d{24}$/;

/** CDC's editions of Vaccine Information Statements. */
export function importVis(xml: string, date: string): SetImport {
  const source = xmlRecords('vis', xml);
  const rows = new RowCollector('vis', source.unread);
  for (const record of source.records) {
    const barcode = record.get('VIS_encoded_string');
    const edition = isoDate(record.get('Edition_Date'));
    const status = record.get('status').toLowerCase();
    if (!BARCODE.test(barcode)) rows.reject(record, 'It has no encoded string of 24 digits.');
    else if (edition === undefined || edition === '') rows.reject(record, 'It has no edition date.');
    else if (status !== 'current' && status !== 'historic')
      rows.reject(record, `"${record.get('status')}" is not a known status.`);
    else rows.add(record, [barcode, record.get('VIS_Document_Type_Description'), edition, status]);
  }
  return takeRows('vis', date, rows.finish());
}

/** CDC's map of CVX codes to editions. */
export function importCvxVis(xml: string, date: string): SetImport {
  const source = xmlRecords('cvxvis', xml);
  const rows = new RowCollector('cvx-vis', source.unread);
  const editions = new Map<string, { first: SourceRecord; barcodes: Set<string> }>();
  for (const record of source.records) {
    const cvx = record.get('CVXCode');
    const barcode = record.get('Fully-encodedString');
    if (!CVX_CODE.test(cvx) || !BARCODE.test(barcode)) {
      rows.reject(record, 'It links no CVX code to an encoded string of 24 digits.');
      continue;
    }
    const some = editions.get(cvx);
    if (some) some.barcodes.add(barcode);
    else editions.set(cvx, { first: record, barcodes: new Set([barcode]) });
  }
  for (const [cvx, { first, barcodes }] of editions) rows.add(first, [cvx, [...barcodes].join('|')]);
  return takeRows('cvx-vis', date, rows.finish(byCodeNumber));
}
