import { addDuration, civilOf } from '../dates.ts';
import type { TraceEntry } from '../decision-table.ts';
import { isAmong } from '../evaluate/vaccine.ts';
import { atAge, type PatientDose } from '../patient.ts';
import type { CompiledAge, CompiledDose, CompiledInterval } from '../schedule/compiled.ts';
import type { Evaluation, SeriesRun } from '../series-run.ts';
import type { DoseExplanation, DoseTest } from './model.ts';
import { given, limitAfter, limitAtAge, referenceOf } from './reference.ts';

/**
 * What a dose was tested for, with the days. Asked while the run is in the state in which the dose was evaluated: what an
 * interval is counted from changes with every dose.
 */
export function explainDose(
  run: SeriesRun,
  index: number,
  { status, reasons, target }: Evaluation,
  decisions: readonly TraceEntry[],
): DoseExplanation | undefined {
  const dose = run.records[index];
  if (!dose) return undefined;
  return {
    ...given(dose),
    status,
    reasons,
    ...(target ? { targetDose: target.dose.number } : {}),
    tests: target ? testsOf(run, index, dose, target.dose, reasons) : [],
    decisions,
  };
}

function testsOf(
  run: SeriesRun,
  index: number,
  dose: PatientDose,
  wanted: CompiledDose,
  reasons: Evaluation['reasons'],
): readonly DoseTest[] {
  if (reasons[0] === 'Dose condition') return [condition(dose)];
  if (reasons[0] === 'Inadvertent Vaccine') return [{ test: 'inadvertent vaccine', passed: false }];
  const tests: DoseTest[] = [];
  const age = wanted.ages.find(
    ({ effective, cessation }) => effective <= dose.date && dose.date <= cessation,
  );
  if (age) tests.push(ageTest(run, dose, age));
  for (const interval of wanted.intervals) addInterval(tests, run, index, dose, interval, false);
  // Allowable intervals are asked only where a preferable one was not kept.
  if (tests.some(({ test, passed }) => test === 'interval' && !passed)) {
    for (const interval of wanted.allowableIntervals) addInterval(tests, run, index, dose, interval, true);
  }
  if (run.schedule.conflicts.has(dose.cvx)) {
    tests.push(conflictTest(run, dose, reasons.includes('Live Virus Conflict')));
  }
  tests.push(vaccineTest(run, dose, wanted));
  return tests;
}

const condition = ({ lotExpiration, isSubstandard }: PatientDose): DoseTest => ({
  test: 'dose condition',
  passed: false,
  ...(lotExpiration === undefined ? {} : { lotExpiration: civilOf(lotExpiration) }),
  ...(isSubstandard ? { isSubstandard } : {}),
});

function ageTest({ patient }: SeriesRun, { date }: PatientDose, { absMin, min, max }: CompiledAge): DoseTest {
  const from = absMin && atAge(patient, absMin);
  const to = max && atAge(patient, max);
  const preferred = min && atAge(patient, min);
  const isEarly = from !== undefined && date < from;
  const isLate = !isEarly && to !== undefined && date >= to;
  const isGrace = !isEarly && !isLate && preferred !== undefined && date < preferred;
  const daysOff = isEarly ? from - date : isLate ? date - to + 1 : isGrace ? preferred - date : undefined;
  return {
    test: 'age',
    passed: !isEarly && !isLate,
    outcome: isEarly ? 'too early' : isLate ? 'too late' : isGrace ? 'grace period' : 'valid',
    ...(daysOff === undefined ? {} : { daysOff }),
    ...(absMin ? { absMin: limitAtAge(patient, absMin) } : {}),
    ...(min ? { min: limitAtAge(patient, min) } : {}),
    ...(max ? { max: limitAtAge(patient, max) } : {}),
  };
}

function addInterval(
  tests: DoseTest[],
  run: SeriesRun,
  index: number,
  { date }: PatientDose,
  interval: CompiledInterval,
  isAllowable: boolean,
): void {
  const { absMin, effective, cessation } = interval;
  const min = isAllowable ? undefined : interval.min;
  if (date < effective || date > cessation || (!absMin && !min)) return;
  const found = referenceOf(run, interval, index);
  if (!found) return;
  const least = absMin && addDuration(found.day, absMin);
  const preferred = min && addDuration(found.day, min);
  const isEarly = least !== undefined && date < least;
  const isGrace = !isEarly && preferred !== undefined && date < preferred;
  const daysOff = isEarly ? least - date : isGrace ? preferred - date : undefined;
  tests.push({
    test: 'interval',
    passed: !isEarly,
    outcome: isEarly ? 'too early' : isGrace ? 'grace period' : 'valid',
    ...(daysOff === undefined ? {} : { daysOff }),
    isAllowable,
    from: found.reference,
    ...(absMin ? { absMin: limitAfter(found.day, absMin) } : {}),
    ...(min ? { min: limitAfter(found.day, min) } : {}),
  });
}

/** Of several conflicts the one that ends last: until then the dose would not have been valid. */
function conflictTest(run: SeriesRun, dose: PatientDose, isInConflict: boolean): DoseTest {
  if (!isInConflict) return { test: 'live virus conflict', passed: true };
  let last: { readonly previous: PatientDose; readonly end: number } | undefined;
  for (const previous of run.patient.doses) {
    for (const conflict of run.schedule.conflicts.get(dose.cvx) ?? []) {
      if (conflict.previous !== previous.cvx || addDuration(previous.date, conflict.begin) > dose.date)
        continue;
      const evaluation = run.evaluations[run.records.indexOf(previous)];
      const isShort = !evaluation || evaluation.status === 'Valid';
      const end = addDuration(previous.date, isShort ? conflict.minEnd : conflict.end);
      if (dose.date < end && (!last || end > last.end)) last = { previous, end };
    }
  }
  return {
    test: 'live virus conflict',
    passed: false,
    ...(last
      ? { previous: given(last.previous), end: civilOf(last.end), daysOff: last.end - dose.date }
      : {}),
  };
}

function vaccineTest({ patient }: SeriesRun, dose: PatientDose, wanted: CompiledDose): DoseTest {
  const as = isAmong(wanted.preferableOf, dose, patient)
    ? 'preferable'
    : isAmong(wanted.allowableOf, dose, patient)
      ? 'allowable'
      : undefined;
  return {
    test: 'vaccine',
    passed: as !== undefined,
    ...(as ? { as } : {}),
    isListed: wanted.preferableOf.has(dose.cvx) || wanted.allowableOf.has(dose.cvx),
    accepted: as ? [] : [...new Set([...wanted.preferableOf.keys(), ...wanted.allowableOf.keys()])],
  };
}
