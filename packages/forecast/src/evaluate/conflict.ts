import { addDuration } from '../dates.ts';
import type { PatientDose } from '../patient.ts';
import type { SeriesRun } from '../series-run.ts';

/**
 * Whether a dose was given too soon after another live vaccine (logic specification 6.7). Every dose of the patient
 * counts; one that is known to be valid in this series, or is not of it, ends its conflict earlier.
 */
export function isInConflict(run: SeriesRun, dose: PatientDose): boolean {
  const conflicts = run.schedule.conflicts.get(dose.cvx);
  if (!conflicts) return false;
  for (const previous of run.patient.doses) {
    if (previous.date >= dose.date) break;
    for (const conflict of conflicts) {
      if (conflict.previous !== previous.cvx) continue;
      const evaluation = run.evaluations[run.records.indexOf(previous)];
      const end = !evaluation || evaluation.status === 'Valid' ? conflict.minEnd : conflict.end;
      const isInside =
        addDuration(previous.date, conflict.begin) <= dose.date &&
        dose.date < addDuration(previous.date, end);
      if (isInside) return true;
    }
  }
  return false;
}
