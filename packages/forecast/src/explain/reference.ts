import { addDuration, civilOf, type Duration } from '../dates.ts';
import { referenceDate } from '../evaluate/interval.ts';
import type { Day, DoseInput } from '../model.ts';
import { atAge, type Patient } from '../patient.ts';
import type { CompiledInterval } from '../schedule/compiled.ts';
import type { SeriesRun } from '../series-run.ts';
import type { GivenDose, Limit, Reference } from './model.ts';

export const given = ({ id, date, cvx }: DoseInput): GivenDose => ({ doseId: id, date: civilOf(date), cvx });

/** The day from which an interval is counted and what it is the day of; undefined where the interval does not apply. */
export function referenceOf(
  run: SeriesRun,
  interval: CompiledInterval,
  before: number,
): { readonly day: Day; readonly reference: Reference } | undefined {
  const day = referenceDate(run, interval, before);
  if (day === undefined) return undefined;
  const date = civilOf(day);
  if (
    interval.fromTargetDose === undefined &&
    !interval.fromMostRecent &&
    interval.fromObservation !== undefined
  ) {
    return { day, reference: { kind: 'observation', date, observation: interval.fromObservation } };
  }
  const { fromTargetDose, fromMostRecent } = interval;
  const kind =
    fromTargetDose !== undefined ? 'target dose' : fromMostRecent ? 'most recent vaccine' : 'previous dose';
  const record = run.records.findLast(
    ({ date: at, cvx }, index) => at === day && index < before && (fromMostRecent?.has(cvx) ?? true),
  );
  return {
    day,
    reference: {
      kind,
      date,
      ...(record ? { doseId: record.id } : {}),
      ...(fromTargetDose === undefined ? {} : { targetDose: fromTargetDose }),
    },
  };
}

export const limitAtAge = (patient: Patient, age: Duration): Limit => ({
  rule: age.text,
  day: civilOf(atAge(patient, age)),
});

export const limitAfter = (from: Day, interval: Duration): Limit => ({
  rule: interval.text,
  day: civilOf(addDuration(from, interval)),
});
