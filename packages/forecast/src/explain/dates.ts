import { addDuration, civilOf, type Duration } from '../dates.ts';
import { ageInForce } from '../forecast/dates.ts';
import type { Day } from '../model.ts';
import { atAge } from '../patient.ts';
import type { CompiledAge } from '../schedule/compiled.ts';
import type { SeriesForecast, SeriesRun, Target } from '../series-run.ts';
import type { Candidate, DatedBy, DatesExplanation, Reference } from './model.ts';
import { given, limitAtAge, referenceOf } from './reference.ts';

/** Where the dates of a forecast come from. Asked when the run is done. */
export function explainDates(run: SeriesRun, forecast: SeriesForecast): DatesExplanation {
  const { target, earliest } = forecast;
  const age = ageInForce(target, run.patient.asOf);
  const pastDue =
    forecast.pastDue === undefined
      ? undefined
      : datedBy(run, target, age, { kind: 'latestRec', day: forecast.pastDue, earliest, shift: 1 });
  return {
    targetDose: target.dose.number,
    doseNumber: forecast.doseNumber,
    earliest: civilOf(earliest),
    candidates: candidatesOf(run, target, age),
    recommended: datedBy(run, target, age, {
      kind: 'earliestRec',
      day: forecast.recommended,
      earliest,
      shift: 0,
    }),
    ...(pastDue ? { pastDue } : {}),
    ...(age?.max ? { latest: limitAtAge(run.patient, age.max) } : {}),
    vaccines: forecast.vaccines,
  };
}

/** What asks for a day before which the dose may not be given (FORECASTDTCAN-1), latest first. */
function candidatesOf(run: SeriesRun, target: Target, age: CompiledAge | undefined): readonly Candidate[] {
  const { patient, schedule, records, evaluations } = run;
  const found: Candidate[] = [
    age?.min
      ? { kind: 'minimum age', ...limitAtAge(patient, age.min) }
      : { kind: 'birth', day: civilOf(patient.birthDate) },
  ];
  for (const { interval, from, day } of intervalsOf(run, target, 'min')) {
    found.push({ kind: 'minimum interval', rule: interval.text, from, day: civilOf(day) });
  }
  const last = lastConflict(run, target, schedule.conflicts);
  if (last) found.push(last);
  const start = target.dose.season?.start;
  if (start !== undefined) found.push({ kind: 'season', day: civilOf(start) });
  const index = records.findLastIndex((_, at) => evaluations[at] !== undefined);
  const record = records[index];
  if (record) found.push({ kind: 'last dose', doseId: record.id, day: civilOf(record.date) });
  // Civil dates of four-digit years sort as texts.
  return found.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function lastConflict(
  { patient }: SeriesRun,
  { dose: wanted }: Target,
  conflicts: SeriesRun['schedule']['conflicts'],
): Candidate | undefined {
  let last: { readonly end: Day; readonly candidate: Candidate } | undefined;
  for (const { cvx: vaccine } of wanted.preferable) {
    for (const conflict of conflicts.get(vaccine) ?? []) {
      for (const dose of patient.doses) {
        if (dose.cvx !== conflict.previous) continue;
        const end = addDuration(dose.date, conflict.end);
        if (last && last.end >= end) continue;
        const candidate: Candidate = {
          kind: 'live virus conflict',
          previous: given(dose),
          vaccine,
          rule: conflict.end.text,
          day: civilOf(end),
        };
        last = { end, candidate };
      }
    }
  }
  return last?.candidate;
}

type Found = { readonly interval: Duration; readonly from: Reference; readonly day: Day };

function intervalsOf(
  run: SeriesRun,
  { dose }: Target,
  kind: 'min' | 'earliestRec' | 'latestRec',
): readonly Found[] {
  const { asOf } = run.patient;
  return dose.intervals.flatMap((interval) => {
    const duration = interval[kind];
    if (!duration || asOf < interval.effective || asOf > interval.cessation) return [];
    const found = referenceOf(run, interval, run.records.length);
    return found ? { interval: duration, from: found.reference, day: addDuration(found.day, duration) } : [];
  });
}

/** Age comes before interval; a date that would lie before the earliest one is moved to it. */
function datedBy(
  run: SeriesRun,
  target: Target,
  age: CompiledAge | undefined,
  asked: {
    readonly kind: 'earliestRec' | 'latestRec';
    readonly day: Day;
    readonly earliest: Day;
    /** Past due is the day before. */
    readonly shift: 0 | 1;
  },
): DatedBy {
  const { kind, earliest, shift } = asked;
  const day = civilOf(asked.day);
  const recommended = age?.[kind];
  if (recommended) {
    return {
      day,
      by: 'age',
      rule: recommended.text,
      ...moved(atAge(run.patient, recommended) - shift, earliest),
    };
  }
  let latest: Found | undefined;
  for (const found of intervalsOf(run, target, kind)) if (!latest || found.day > latest.day) latest = found;
  if (!latest) return { day, by: 'earliest' };
  return {
    day,
    by: 'interval',
    rule: latest.interval.text,
    from: latest.from,
    ...moved(latest.day - shift, earliest),
  };
}

const moved = (unadjusted: Day, earliest: Day): Pick<DatedBy, 'movedFrom'> =>
  unadjusted < earliest ? { movedFrom: civilOf(unadjusted) } : {};
