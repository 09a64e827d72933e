import { EMPTY, linesOf, type Row, rowOf } from '../rows.ts';
import type { VaccineKind } from '../types.ts';
import { RowCollector, type SetImport, takeRows } from './compare.ts';
import { DATA_FILES } from './data-file.ts';
import { isoDate, type SourceRecord, xmlRecords } from './records.ts';

export const CVX_CODE = /^\d{2,3}$/;
export const MVX_CODE = /^[A-Z]{2,3}$/;

const STATUS: Readonly<Record<string, string>> = {
  Active: 'active',
  Inactive: 'inactive',
  'Never Active': 'never',
  'Non-US': 'non-us',
};

/**
 * CDC's CVX table with its vaccine groups. Kinds and plausible dates and ages are not in it: those of known codes
 * stay, new ones get a kind by their name and status and a note that says so.
 */
export function importCvx(cvxXml: string, groupsXml: string, date: string): SetImport {
  const source = xmlRecords('cvx', cvxXml);
  const links = xmlRecords('vax2vg', groupsXml);
  const rows = new RowCollector('cvx', [...source.unread, ...links.unread]);
  const groups = new Map<string, SourceRecord[]>();
  for (const link of links.records) {
    const cvx = link.get('CVXCode');
    if (!CVX_CODE.test(cvx) || link.get('Vaccine Group Name') === '') {
      rows.reject(link, 'It links no CVX code to a vaccine group.');
      continue;
    }
    const some = groups.get(cvx);
    if (some) some.push(link);
    else groups.set(cvx, [link]);
  }
  const known = byKey('cvx');
  for (const record of source.records) {
    const cvx = record.get('CVXCode');
    const status = STATUS[record.get('Status')];
    const updated = isoDate(record.get('LastUpdated'));
    if (!CVX_CODE.test(cvx)) rows.reject(record, 'It has no CVX code.');
    else if (status === undefined) rows.reject(record, `"${record.get('Status')}" is not a known status.`);
    else if (updated === undefined) rows.reject(record, `"${record.get('LastUpdated')}" is not a date.`);
    else {
      const old = known.get(cvx);
      const name = record.get('ShortDescription');
      const kind = old?.(3) ?? guessKind(name, status);
      if (!old)
        rows.note(`CVX ${cvx} (${name}) is new: its kind "${kind}" was guessed from name and status.`);
      const own = groups.get(cvx) ?? EMPTY;
      rows.add(record, [
        cvx,
        name,
        status,
        kind,
        distinct(own, 'Vaccine Group Name'),
        distinct(own, 'CVX for Vaccine Group'),
        ...[6, 7, 8, 9, 10, 11].map((column) => old?.(column) ?? ''),
        updated,
      ]);
    }
  }
  return takeRows('cvx', date, rows.finish(byCodeNumber));
}

/** CDC's MVX table. Successors, which only its notes tell, stay as they are. */
export function importMvx(xml: string, date: string): SetImport {
  const source = xmlRecords('mvx', xml);
  const rows = new RowCollector('mvx', source.unread);
  const known = byKey('mvx');
  for (const record of source.records) {
    const mvx = record.get('MVX_CODE');
    const status = STATUS[record.get('Status')];
    const updated = isoDate(record.get('LastUpdated'));
    if (!MVX_CODE.test(mvx)) rows.reject(record, 'It has no MVX code.');
    else if (status === undefined) rows.reject(record, `"${record.get('Status')}" is not a known status.`);
    else if (updated === undefined) rows.reject(record, `"${record.get('LastUpdated')}" is not a date.`);
    else rows.add(record, [mvx, record.get('ManufacturerName'), status, updated, known.get(mvx)?.(4) ?? '']);
  }
  return takeRows('mvx', date, rows.finish());
}

/** CDC's product names: trade name, CVX and MVX. */
export function importTradeNames(xml: string, date: string): SetImport {
  const source = xmlRecords('tradename', xml);
  const rows = new RowCollector('trade-names', source.unread);
  for (const record of source.records) {
    const name = record.get('CDC Product Name');
    const cvx = record.get('CVXCode');
    const mvx = record.get('MVX Code');
    const status = STATUS[record.get('Product name Status')];
    const updated = isoDate(record.get('Last Updated'));
    if (name === '' || !CVX_CODE.test(cvx)) rows.reject(record, 'It has no product name or no CVX code.');
    else if (mvx !== '' && !MVX_CODE.test(mvx)) rows.reject(record, `"${mvx}" is not an MVX code.`);
    else if (status === undefined || updated === undefined)
      rows.reject(record, 'Its status or date is not known.');
    else rows.add(record, [name, cvx, mvx, status, updated]);
  }
  return takeRows('trade-names', date, rows.finish());
}

/** CDC's map of CPT to CVX. The descriptions are the AMA's and are left out. */
export function importCpt(xml: string, date: string): SetImport {
  const source = xmlRecords('cpt', xml);
  const rows = new RowCollector('cpt', source.unread);
  for (const record of source.records) {
    const cpt = record.get('CPT Code');
    const cvx = record.get('CVX Code');
    if (!/^[0-9A-Z]{5}$/.test(cpt)) rows.reject(withoutText(record), 'It has no CPT code.');
    else if (!CVX_CODE.test(cvx)) rows.reject(withoutText(record), `CPT ${cpt} has no CVX code.`);
    else rows.add(withoutText(record), [cpt, cvx]);
  }
  return takeRows(
    'cpt',
    date,
    rows.finish((one, other) => (one.join(' ') < other.join(' ') ? -1 : 1)),
  );
}

/** The report must not carry the AMA's descriptions either. */
const withoutText = (record: SourceRecord): SourceRecord => ({ ...record, text: record.get('CPT Code') });

/** The rows that a set has now, by their first column. */
export function byKey(set: 'cvx' | 'mvx'): ReadonlyMap<string, Row> {
  return new Map(linesOf(DATA_FILES[set].text).map((line) => [rowOf(line)(0), rowOf(line)]));
}

export function byCodeNumber(one: readonly string[], other: readonly string[]): number {
  return Number(one[0]) - Number(other[0]);
}

function distinct(records: readonly SourceRecord[], name: string): string {
  return [...new Set(records.map((record) => record.get(name)))].filter((value) => value !== '').join('|');
}

function guessKind(name: string, status: string): VaccineKind {
  if (/\bunspecified\b|\bunknown\b/i.test(name)) return 'unspecified';
  if (status === 'non-us') return 'foreign';
  if (/immune globulin|\w+IG\b|\bIG(?:IV)?\b/.test(name)) return 'immune-globulin';
  if (/antitoxin/i.test(name)) return 'antitoxin';
  return /\bTST\b|skin test/i.test(name) ? 'skin-test' : 'vaccine';
}
