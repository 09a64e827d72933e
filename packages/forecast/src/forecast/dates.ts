import { addDuration, type Duration } from '../dates.ts';
import { referenceDate } from '../evaluate/interval.ts';
import type { Day } from '../model.ts';
import { atAge, isInBand } from '../patient.ts';
import type { CompiledAge, CompiledInterval } from '../schedule/compiled.ts';
import { type SeriesForecast, type SeriesRun, satisfiedCount, type Target } from '../series-run.ts';

/** The age of a target dose that is in force on the assessment date (RELEVANT-1). */
export const ageInForce = ({ dose }: Target, asOf: Day): CompiledAge | undefined =>
  dose.ages.find(({ effective, cessation }) => effective <= asOf && asOf <= cessation);

type Kind = 'min' | 'earliestRec' | 'latestRec';

/** The latest of the days that the intervals of a target dose give; undefined where none does. */
function latestOf(run: SeriesRun, { dose }: Target, kind: Kind): Day | undefined {
  const { asOf } = run.patient;
  let latest: Day | undefined;
  for (const interval of dose.intervals) {
    const duration: Duration | undefined = interval[kind];
    if (!duration || !isInForce(interval, asOf)) continue;
    const from = referenceDate(run, interval, run.records.length);
    if (from === undefined) continue;
    const day = addDuration(from, duration);
    if (latest === undefined || day > latest) latest = day;
  }
  return latest;
}

const isInForce = ({ effective, cessation }: CompiledInterval, day: Day): boolean =>
  effective <= day && day <= cessation;

/**
 * The first day on which the dose may be given (FORECASTDTCAN-1): the latest of minimum age, minimum intervals, the end
 * of live-virus conflicts, the start of the season, and the doses that were given; undefined where there is none of them.
 */
export function candidateEarliest(
  run: SeriesRun,
  target: Target,
  age: CompiledAge | undefined,
): Day | undefined {
  const { patient, schedule, records, evaluations } = run;
  let earliest = age?.min && atAge(patient, age.min);
  const notBefore = (day: Day | undefined): void => {
    if (day !== undefined && (earliest === undefined || day > earliest)) earliest = day;
  };
  notBefore(latestOf(run, target, 'min'));
  for (const vaccine of target.dose.preferable) {
    for (const conflict of schedule.conflicts.get(vaccine.cvx) ?? []) {
      for (const dose of patient.doses) {
        if (dose.cvx === conflict.previous) notBefore(addDuration(dose.date, conflict.end));
      }
    }
  }
  notBefore(target.dose.season?.start);
  for (let index = 0; index < records.length; index++) {
    if (evaluations[index]) notBefore(records[index]?.date);
  }
  return earliest;
}

/** The dates of the forecast (logic specification 7.5); nothing is assumed for what the data do not give. */
export function forecastDates(
  run: SeriesRun,
  target: Target,
  age: CompiledAge | undefined,
  candidate: Day | undefined,
  outOfUse: ReadonlySet<string>,
): SeriesForecast {
  const { patient } = run;
  const earliest = candidate ?? patient.birthDate;
  const recommendedAge = age?.earliestRec && atAge(patient, age.earliestRec);
  const unadjusted = recommendedAge ?? latestOf(run, target, 'earliestRec') ?? earliest;
  const recommended = Math.max(earliest, unadjusted);
  const overdueAge = age?.latestRec && atAge(patient, age.latestRec);
  const overdue = overdueAge ?? latestOf(run, target, 'latestRec');
  return {
    earliest,
    isDated: candidate !== undefined,
    recommended,
    pastDue: overdue === undefined ? undefined : Math.max(earliest, overdue - 1),
    latest: age?.max && atAge(patient, age.max) - 1,
    doseNumber: doseNumber(run, target),
    vaccines: recommendedVaccines(run, target, earliest, recommended, outOfUse),
    target,
    isPriority: target.dose.intervals.length > 0 && target.dose.intervals.every(({ overrides }) => overrides),
  };
}

/** FORECASTDN-1: a dose of an earlier season is none of this one. */
function doseNumber(run: SeriesRun, target: Target): number {
  const start = target.dose.season?.start;
  if (start === undefined) return satisfiedCount(run) + 1;
  return (
    1 +
    run.targets.filter(
      ({ status, record }) => status === 'satisfied' && (run.records[record]?.date ?? -Infinity) >= start,
    ).length
  );
}

function recommendedVaccines(
  { patient }: SeriesRun,
  { dose }: Target,
  earliest: Day,
  recommended: Day,
  outOfUse: ReadonlySet<string>,
): readonly string[] {
  const vaccines = dose.preferable
    .filter(
      (vaccine) =>
        vaccine.isForecast &&
        !outOfUse.has(vaccine.cvx) &&
        (isInBand(patient, vaccine, earliest) || isInBand(patient, vaccine, recommended)),
    )
    .map(({ cvx }) => cvx);
  return [...new Set(vaccines)];
}
