import { addDuration } from '../dates.ts';
import type { Day } from '../model.ts';
import type { CompiledInterval } from '../schedule/compiled.ts';
import { isReference, type SeriesRun } from '../series-run.ts';

/**
 * The day from which an interval is counted (CALCDTINT-1, -2, -8, -9); undefined where there is none, and the interval
 * does not apply then.
 * @param before only records before this one count
 */
export function referenceDate(run: SeriesRun, interval: CompiledInterval, before: number): Day | undefined {
  const { records, evaluations } = run;
  if (interval.fromTargetDose !== undefined) {
    const number = interval.fromTargetDose;
    const target = run.targets.findLast(
      ({ dose, status }) => dose.number === number && status === 'satisfied',
    );
    return target && records[target.record]?.date;
  }
  if (interval.fromMostRecent) {
    for (let index = before - 1; index >= 0; index--) {
      const record = records[index];
      if (!record || evaluations[index]?.isInadvertent) continue;
      if (interval.fromMostRecent.has(record.cvx)) return record.date;
    }
    return undefined;
  }
  if (interval.fromObservation !== undefined) return run.patient.observations.get(interval.fromObservation);
  if (!interval.fromPrevious) return undefined;
  for (let index = before - 1; index >= 0; index--) {
    if (isReference(evaluations[index])) return records[index]?.date;
  }
  return undefined;
}

export type IntervalOutcome = 'satisfied' | 'grace period' | 'too soon';

/**
 * Preferable intervals of a target dose (logic specification 6.5): all that are in force on the day of the dose must be
 * kept. A day within the grace period (absolute minimum to minimum) keeps it.
 */
export function checkIntervals(
  run: SeriesRun,
  intervals: readonly CompiledInterval[],
  date: Day,
  before: number,
): IntervalOutcome {
  let outcome: IntervalOutcome = 'satisfied';
  for (const interval of intervals) {
    if (date < interval.effective || date > interval.cessation) continue;
    const from = referenceDate(run, interval, before);
    if (from === undefined) continue;
    if (interval.absMin && date < addDuration(from, interval.absMin)) return 'too soon';
    if (interval.min && date < addDuration(from, interval.min)) outcome = 'grace period';
  }
  return outcome;
}

/** Allowable intervals (6.6): without one in the data nothing is allowed. */
export function isAllowableInterval(
  run: SeriesRun,
  intervals: readonly CompiledInterval[],
  date: Day,
  before: number,
): boolean {
  let applied = false;
  for (const interval of intervals) {
    if (date < interval.effective || date > interval.cessation) continue;
    const from = referenceDate(run, interval, before);
    if (from === undefined) continue;
    applied = true;
    if (interval.absMin && date < addDuration(from, interval.absMin)) return false;
  }
  return applied;
}
