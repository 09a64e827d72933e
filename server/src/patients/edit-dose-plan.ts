import { vaccineByCvx } from '@cairn/codes';
import type { FieldContent, Segment } from '@cairn/hl7';
import { ApiError, type ApiProblem, problem } from '../platform/api.ts';
import { comparable } from '../registry/identity.ts';
import { segmentsOf, vaccinationEvents } from '../registry/events.ts';
import type { HistoryReport } from '../registry/dose-queries.ts';
import { standingDoses } from '../registry/history.ts';
import { codesOf, vaccineOf } from '../registry/immunizations.ts';
import { deletionOrder, entryOrder } from './edit-dose.ts';
import type { DoseEntry } from './edit-schema.ts';
import type { PatientRead } from './record.ts';

/** A report that the organization may change, with its segments. */
export type OwnReport = HistoryReport & { readonly order: readonly Segment[] };

type Orders = readonly (readonly Segment[])[];

/**
 * The report of that id, where it is the organization's and still its last word.
 * @throws ApiError: there is none, it is somebody else's (and says whose), or there is a newer one
 */
export function ownReport(read: PatientRead, reportId: string, organizationId: string): OwnReport {
  const report = read.reports.find((each) => each.reportId === reportId);
  if (!report) throw new ApiError(404, 'not-found');
  if (report.organizationId !== organizationId) {
    const { code, name } = read.organizations(report.organizationId);
    const whose = problem('dose', 'dose-of-another');
    throw new ApiError(403, 'dose-of-another', [{ ...whose, what: `${whose.what} (${name}, ${code})` }]);
  }
  if (!standingDoses(read.reports).includes(report)) throw new ApiError(409, 'changed-meanwhile');
  return { ...report, order: segmentsOf(report.segments.split('\r')) };
}

export function newOrders(entry: DoseEntry, code: string, number: string, enteredOn: string): Orders {
  return [entryOrder(entry, { filler: [number, code], action: 'A', code, enteredOn })];
}

/** A report without a number of its own is found by what it says: said otherwise it is another one, so the old one goes. */
export function changedOrders(entry: DoseEntry, report: OwnReport, code: string, enteredOn: string): Orders {
  const filler = fillerOf(report);
  const made = (action: 'A' | 'U'): readonly Segment[] =>
    entryOrder(entry, { filler, action, code, enteredOn, before: report.order });
  return report.fillerId === '' ? [deletionOrder(report.order, filler), made('A')] : [made('U')];
}

export const deletedOrders = (report: OwnReport): Orders => [deletionOrder(report.order, fillerOf(report))];

const fillerOf = ({ order }: OwnReport): FieldContent => ({
  raw: order.find(({ name }) => name === 'ORC')?.raw(3) ?? '',
});

/**
 * What is known already and may be the dose that is entered: the same vaccine group on the same day, whoever reported it.
 * @param but the report that is changed, or the number of an entry that came before (sent twice it is one)
 */
export function dosesLike(
  entry: DoseEntry,
  { reports, doseLinks }: Pick<PatientRead, 'reports' | 'doseLinks'>,
  but: { readonly reportId?: string; readonly number?: string },
): readonly ApiProblem[] {
  if (entry.kind !== 'given' && entry.kind !== 'historical') return [];
  const groups = vaccineByCvx(entry.cvx)?.groups ?? [];
  const number = but.number === undefined ? undefined : comparable(but.number);
  const isLike = vaccinationEvents(reports, doseLinks).some(({ segments, reports: told }) => {
    if (told.some((one) => one.reportId === but.reportId || one.fillerId.split('^')[0] === number))
      return false;
    const rxa = segments.find(({ name }) => name === 'RXA');
    if (!rxa || told[0]?.administeredOn !== entry.date || ['RE', 'NA'].includes(rxa.text(20))) return false;
    const found = vaccineOf(codesOf(rxa));
    const cvx = 'cvx' in found ? found.cvx : '';
    return cvx === entry.cvx || (vaccineByCvx(cvx)?.groups ?? []).some((group) => groups.includes(group));
  });
  return isLike ? [problem('date', 'dose-known-already')] : [];
}
