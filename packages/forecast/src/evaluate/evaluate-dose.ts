import { decisionTable } from '../decision-table.ts';
import type { Day, EvaluationReason, EvaluationStatus } from '../model.ts';
import { atAge, type PatientDose } from '../patient.ts';
import type { CompiledAge, CompiledDose } from '../schedule/compiled.ts';
import type { Evaluation, SeriesRun, Target } from '../series-run.ts';
import { isInConflict } from './conflict.ts';
import { checkIntervals, type IntervalOutcome, isAllowableInterval } from './interval.ts';
import { canSkip } from './skip.ts';
import { isAmong } from './vaccine.ts';

/** A dose held against a target dose. */
type Case = {
  readonly run: SeriesRun;
  readonly dose: PatientDose;
  readonly index: number;
  readonly target: Target;
};

const CONDITION = decisionTable<Case, boolean>({
  title: 'Could the dose count at all?',
  spec: 'CDSi 4.6, 6.1',
  conditions: [
    {
      asks: 'Was it given after its lot had expired?',
      is: ({ dose }) => dose.lotExpiration !== undefined && dose.date > dose.lotExpiration,
    },
    { asks: 'Is it known to be sub-standard?', is: ({ dose }) => dose.isSubstandard === true },
  ],
  columns: [
    ['N N', true],
    ['Y -', false],
    ['N Y', false],
  ],
  says: (counts) => (counts ? 'It counts.' : 'Sub-standard'),
});

type AgeOutcome = 'valid' | 'grace period' | 'too young' | 'too old';
type AgeCase = Case & { readonly age: CompiledAge | undefined };

const AGE = decisionTable<AgeCase, AgeOutcome>({
  title: 'Was the dose given at a valid age?',
  spec: 'CDSi 4.6, 6.4',
  conditions: [
    {
      asks: 'Was the patient younger than the absolute minimum age?',
      is: ({ run, dose, age }) => age?.absMin !== undefined && dose.date < atAge(run.patient, age.absMin),
    },
    {
      asks: 'Was the patient younger than the minimum age?',
      is: ({ run, dose, age }) => age?.min !== undefined && dose.date < atAge(run.patient, age.min),
    },
    {
      asks: 'Had the patient reached the maximum age?',
      is: ({ run, dose, age }) => age?.max !== undefined && dose.date >= atAge(run.patient, age.max),
    },
  ],
  columns: [
    ['Y - -', 'too young'],
    ['N - Y', 'too old'],
    ['N Y N', 'grace period'],
    ['N N N', 'valid'],
  ],
});

type Judged = {
  readonly age: AgeOutcome;
  readonly interval: IntervalOutcome;
  readonly isAllowableInterval: boolean;
  readonly isInConflict: boolean;
  readonly isVaccine: boolean;
};

const SATISFY = decisionTable<Judged, EvaluationStatus>({
  title: 'Does the dose satisfy the target dose?',
  spec: 'CDSi 4.6, 6.10, table 6-31',
  conditions: [
    { asks: 'Was it given too late?', is: ({ age }) => age === 'too old' },
    { asks: 'Was it given at a valid age?', is: ({ age }) => age === 'valid' || age === 'grace period' },
    {
      asks: 'Was a preferable or allowable interval kept?',
      is: ({ interval, isAllowableInterval: allowed }) => interval !== 'too soon' || allowed,
    },
    { asks: 'Was it given in conflict with another live vaccine?', is: (judged) => judged.isInConflict },
    { asks: 'Was a preferable or allowable vaccine given?', is: ({ isVaccine }) => isVaccine },
  ],
  columns: [
    ['Y - - - -', 'Extraneous'],
    ['N N - - -', 'Not Valid'],
    ['N Y N - -', 'Not Valid'],
    ['N Y Y Y -', 'Not Valid'],
    ['N Y Y N N', 'Not Valid'],
    ['N Y Y N Y', 'Valid'],
  ],
});

/** Evaluates one dose against one target dose (logic specification, chapter 6); undefined: the target dose is skipped. */
export function evaluateDose(run: SeriesRun, index: number, target: Target): Evaluation | undefined {
  const dose = run.records[index];
  if (!dose) throw new RangeError(`there is no record ${index}`);
  const { dose: wanted } = target;
  const { trace } = run;
  const age = ageOn(wanted, dose.date);
  const asked: AgeCase = { run, dose, index, target, age };
  if (!CONDITION.decide(asked, trace)) {
    return told(run, index, evaluation('Sub-standard', ['Dose condition'], target));
  }
  if (
    wanted.evaluationSkips.length > 0 &&
    canSkip(run, wanted.evaluationSkips, dose.date, dose.date, index)
  ) {
    trace?.skipped(run, {
      when: 'dose',
      skips: wanted.evaluationSkips,
      reference: dose.date,
      anchor: dose.date,
      before: index,
    });
    return undefined;
  }
  if (wanted.inadvertent.has(dose.cvx)) {
    return told(run, index, {
      ...evaluation('Not Valid', ['Inadvertent Vaccine'], target),
      isInadvertent: true,
    });
  }
  const interval = checkIntervals(run, wanted.intervals, dose.date, index);
  const judged: Judged = {
    age: age ? AGE.decide(asked, trace) : 'valid',
    interval,
    isAllowableInterval:
      interval === 'too soon' && isAllowableInterval(run, wanted.allowableIntervals, dose.date, index),
    isInConflict: isInConflict(run, dose),
    isVaccine:
      isAmong(wanted.preferableOf, dose, run.patient) || isAmong(wanted.allowableOf, dose, run.patient),
  };
  return told(run, index, evaluation(SATISFY.decide(judged, trace), reasonsOf(judged), target));
}

function ageOn({ ages }: CompiledDose, day: Day): CompiledAge | undefined {
  for (const age of ages) if (age.effective <= day && day <= age.cessation) return age;
  return undefined;
}

function told(run: SeriesRun, index: number, result: Evaluation): Evaluation {
  run.trace?.held(run, index, result);
  return result;
}

function evaluation(
  status: EvaluationStatus,
  reasons: readonly EvaluationReason[],
  target: Target,
): Evaluation {
  return { status, reasons, isInadvertent: false, target };
}

const NO_REASON: readonly EvaluationReason[] = [];

/** All that is wrong with a dose: CDC prints one, in the order age, interval, conflict, vaccine. */
function reasonsOf(judged: Judged): readonly EvaluationReason[] {
  const { age, interval } = judged;
  const isTooSoon = interval === 'too soon' && !judged.isAllowableInterval;
  const isSound = age === 'valid' && interval === 'satisfied' && !judged.isInConflict && judged.isVaccine;
  if (isSound) return NO_REASON;
  const reasons: EvaluationReason[] = [];
  if (age === 'too young') reasons.push('Age: Too Young');
  if (age === 'too old') reasons.push('Age: Too Old');
  if (isTooSoon) reasons.push('Interval: Too Soon');
  if (judged.isInConflict) reasons.push('Live Virus Conflict');
  if (!judged.isVaccine) reasons.push('Not a preferable or allowable vaccine');
  if (reasons.length === 0 && (age === 'grace period' || interval === 'grace period'))
    reasons.push('Grace Period');
  return reasons;
}
