/** As much of a stored dose report as decides which reports stand. */
export type DatedReport = {
  readonly organizationId: string;
  /** The chart it was reported under: some systems number the doses of every chart from 1. */
  readonly idKey: string;
  readonly doseKey: string;
  readonly action: string;
  readonly administeredOn: string;
  /** ISO 8601; when the sender said so (MSH-7), whenever it arrived */
  readonly saidAt: string;
  /** The version of the person that this report made: which of those said at once arrived last. */
  readonly personVersion: number;
  /** UUIDv7; orders the reports of one message. */
  readonly reportId: string;
};

/** The newest report of every dose, deletions included, in no particular order. */
export function newestReports<R extends DatedReport>(reports: readonly R[]): readonly R[] {
  const newest = new Map<string, R>();
  for (const report of reports) {
    const key = `${report.organizationId} ${report.idKey} ${report.doseKey}`;
    const other = newest.get(key);
    if (!other || isNewer(report, other)) newest.set(key, report);
  }
  return [...newest.values()];
}

/**
 * The history as it stands: for every dose of every organization its newest report, without those whose
 * newest report deletes them. By date, then in the order in which they became known.
 */
export function standingDoses<R extends DatedReport>(reports: readonly R[]): readonly R[] {
  return newestReports(reports)
    .filter(({ action }) => action !== 'D')
    .toSorted((a, b) =>
      a.administeredOn === b.administeredOn
        ? Number(isNewer(a, b)) - Number(isNewer(b, a))
        : a.administeredOn < b.administeredOn
          ? -1
          : 1,
    );
}

/** Whether one was said after the other; of those said at once, whether it arrived after it. */
export function isNewer(a: DatedReport, b: DatedReport): boolean {
  if (a.saidAt !== b.saidAt) return a.saidAt > b.saidAt;
  return a.personVersion === b.personVersion ? a.reportId > b.reportId : a.personVersion > b.personVersion;
}
