/** As much of a stored dose report as decides which reports stand. */
export type DatedReport = {
  readonly organizationId: string;
  readonly doseKey: string;
  readonly action: string;
  readonly administeredOn: string;
  /** The version of the person that this report made: the order in which reports took effect. */
  readonly personVersion: number;
  /** UUIDv7; orders the reports of one message. */
  readonly reportId: string;
};

/** The newest report of every dose, deletions included, in no particular order. */
export function newestReports<R extends DatedReport>(reports: readonly R[]): readonly R[] {
  const newest = new Map<string, R>();
  for (const report of reports) {
    const key = `${report.organizationId} ${report.doseKey}`;
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

function isNewer(a: DatedReport, b: DatedReport): boolean {
  return a.personVersion === b.personVersion ? a.reportId > b.reportId : a.personVersion > b.personVersion;
}
