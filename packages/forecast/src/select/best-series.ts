import { atAge } from '../patient.ts';
import { type Choice, satisfiedCount, type SelectionTrace, type SeriesRun } from '../series-run.ts';
import { highestScore, isInProcess } from './score.ts';

/**
 * The best patient series of an antigen (logic specification, chapter 8): one prioritized series of each series group,
 * of which those are best that no other group stands in for (table 8-14).
 */
export function bestSeries(runs: readonly SeriesRun[], trace?: SelectionTrace): readonly SeriesRun[] {
  const groups = new Map<string, SeriesRun[]>();
  for (const run of runs) {
    const group = groups.get(run.series.group);
    if (group) group.push(run);
    else groups.set(run.series.group, [run]);
  }
  const prioritized: SeriesRun[] = [];
  for (const group of groups.values()) {
    const run = prioritizedOf(group, trace);
    if (run) prioritized.push(run);
  }
  return prioritized.filter((run) => isBest(run, prioritized));
}

/** 8.1 and 8.2: the series of a group that counts. */
function prioritizedOf(
  group: readonly SeriesRun[],
  trace: SelectionTrace | undefined,
): SeriesRun | undefined {
  const scorable = group.filter((run) => isScorable(run, group));
  const defaults = (runs: readonly SeriesRun[]): readonly SeriesRun[] =>
    runs.filter(({ series }) => series.isDefault);
  if (scorable.length === 0) return told('default', defaults(group)[0], group, scorable, trace);
  if (scorable.length === 1) return told('only scorable', scorable[0], group, scorable, trace);
  const complete = scorable.filter(({ status }) => status === 'Complete');
  if (complete.length === 1) return told('only complete', complete[0], group, scorable, trace);
  if (complete.length === 0) {
    const inProcess = scorable.filter(isInProcess);
    if (inProcess.length === 1) return told('only in process', inProcess[0], group, scorable, trace);
    // Table 8-3 counts the default series of the group, whether they can be scored or not.
    const first = defaults(group);
    if (inProcess.length === 0 && first.length === 1) {
      return told('default of several', first[0], group, scorable, trace);
    }
  }
  return told('score', highestScore(scorable, trace), group, scorable, trace);
}

function told(
  choice: Choice,
  run: SeriesRun | undefined,
  group: readonly SeriesRun[],
  scorable: readonly SeriesRun[],
  trace: SelectionTrace | undefined,
): SeriesRun | undefined {
  trace?.chosen(group, scorable, run, choice);
  return run;
}

/** SELECTB-24 and SELECTSCORE-2. */
function isScorable(run: SeriesRun, group: readonly SeriesRun[]): boolean {
  const isCandidate =
    run.status !== 'Contraindicated' || group.every(({ status }) => status === 'Contraindicated');
  if (!isCandidate) return false;
  switch (run.series.type) {
    case 'evaluation-only':
      return run.status === 'Complete';
    case 'risk':
      return run.series.priority === firstPriority(group);
    case 'standard': {
      if (satisfiedCount(run) > 0) return startedInTime(run);
      return (
        group.every((other) => satisfiedCount(other) === 0) && !group.some(({ series }) => series.isDefault)
      );
    }
  }
}

export function firstPriority(group: readonly SeriesRun[]): string | undefined {
  return group
    .map(({ series }) => series.priority)
    .filter((priority) => priority !== undefined)
    .toSorted()[0];
}

/** Whether the first valid dose was given before the age at which the series can no longer be started. */
export function startedInTime({ series, targets, records, patient }: SeriesRun): boolean {
  if (!series.maxAgeToStart) return true;
  const limit = atAge(patient, series.maxAgeToStart);
  const first = targets.find(({ status }) => status === 'satisfied');
  const date = first && records[first.record]?.date;
  return date !== undefined && date < limit;
}

/** 8.8, table 8-14. What stands in for a series is named by that series; the other way round says nothing. */
function isBest(run: SeriesRun, prioritized: readonly SeriesRun[]): boolean {
  if (run.status === 'Complete') return true;
  if (run.series.type === 'evaluation-only') return false;
  const equivalent = prioritized.filter(
    (other) => other !== run && run.series.equivalentGroups.has(other.series.group),
  );
  if (equivalent.some(({ status }) => status === 'Complete')) return false;
  return run.series.type === 'risk' || !equivalent.some(({ series }) => series.type === 'risk');
}
