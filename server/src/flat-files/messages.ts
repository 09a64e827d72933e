import { newChart } from '../patients/edit-chart.ts';
import { compact, enteredDetails } from '../patients/edit-details.ts';
import { entryOrder } from '../patients/edit-dose.ts';
import { entryMessage } from '../patients/edit-message.ts';
import { localDate } from '../platform/clock.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { FlatRow } from './read-row.ts';

export type FileHeader = {
  /** The organization that sends the file, MSH-4. */
  readonly sender: string;
  /** When the file first came: whoever sends it again sends the same messages. */
  readonly at: Date;
  readonly bodyHash: string;
  readonly jurisdiction: Pick<Jurisdiction, 'registry' | 'timeZone'>;
};

/** Rows of one patient, one after the other, are one message. */
export function groupsOf(rows: readonly FlatRow[]): readonly (readonly FlatRow[])[] {
  const groups: FlatRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && last.length < MOST_DOSES && isSamePatient(before, row)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

const MOST_DOSES = 50;

/** Messages about one patient wait for each other, wherever their rows stand: what is deleted was added before. */
export function inOrder(
  groups: readonly (readonly FlatRow[])[],
): readonly (readonly (readonly FlatRow[])[])[] {
  const byPatient = new Map<string, (readonly FlatRow[])[]>();
  for (const group of groups) {
    const key = JSON.stringify([group[0]?.siteId, group[0]?.patientId]);
    const before = byPatient.get(key);
    if (before) before.push(group);
    else byPatient.set(key, [group]);
  }
  return [...byPatient.values()];
}

const isSamePatient = (one: FlatRow, other: FlatRow): boolean =>
  JSON.stringify([one.siteId, one.patientId, one.patient, one.protection]) ===
  JSON.stringify([other.siteId, other.patientId, other.patient, other.protection]);

/**
 * The rows of one patient as a system of the site would send them: VXU^V04, profile Z22. The same file gives the same messages
 * whenever it is read, under the same control ids.
 */
export function messageOf(
  rows: readonly [FlatRow, ...FlatRow[]],
  { sender, at, bodyHash, jurisdiction }: FileHeader,
): string {
  const [{ row, siteId, patientId, patient, protection }] = rows;
  const site = siteId === '' ? sender : siteId;
  const today = compact(localDate(at, jurisdiction.timeZone));
  const { fields, nextOfKin = [] } = enteredDetails(patient, {});
  const said = { ...fields, ...(protection === undefined ? {} : { 'PD1-12': protection, 'PD1-13': today }) };
  const controlId = `F${bodyHash.replaceAll('-', '').slice(0, 12)}-${row}`;
  return entryMessage(
    { code: site, sender, source: 'FILE', at, controlId, jurisdiction },
    newChart(site, patientId),
    { fields: said, nextOfKin },
    rows.map(({ dose, doseId, action }) =>
      entryOrder(dose, { filler: [doseId, site], action, code: site, enteredOn: today }),
    ),
  );
}
