import { addDuration } from '../dates.ts';
import type { Day } from '../model.ts';
import { isInBand } from '../patient.ts';
import type { CompiledCondition, CompiledSkip, CompiledSkipSet } from '../schedule/compiled.ts';
import { isReference, type SeriesRun } from '../series-run.ts';

/**
 * Whether a target dose can be skipped (logic specification 6.2, 7.1, 7.6). One of several skips suffices.
 * @param skips those of the context that applies
 * @param reference CONDSKIP-2: the date of the dose, the assessment date, or the forecast's earliest date
 * @param before only records before this one count; all of them where it is the number of records
 */
export function canSkip(
  run: SeriesRun,
  skips: readonly CompiledSkip[],
  reference: Day,
  anchor: Day,
  before: number,
): boolean {
  for (const skip of skips) if (skipHolds(run, skip, reference, anchor, before)) return true;
  return false;
}

// Loops, not closures: most of the engine's time goes into asking whether doses can be skipped.
function skipHolds(
  run: SeriesRun,
  { logic, sets }: CompiledSkip,
  reference: Day,
  anchor: Day,
  before: number,
): boolean {
  let asked = false;
  for (const set of sets) {
    if (anchor < set.effective || anchor > set.cessation) continue;
    asked = true;
    if (setHolds(run, set, reference, before) !== (logic === 'and')) return logic !== 'and';
  }
  return asked && logic === 'and';
}

function setHolds(
  run: SeriesRun,
  { logic, conditions }: CompiledSkipSet,
  reference: Day,
  before: number,
): boolean {
  for (const condition of conditions) {
    if (conditionHolds(run, condition, reference, before) === (logic === 'or')) return logic === 'or';
  }
  return logic !== 'or';
}

function conditionHolds(
  run: SeriesRun,
  condition: CompiledCondition,
  reference: Day,
  before: number,
): boolean {
  switch (condition.type) {
    case 'age':
      return isInBand(run.patient, condition, reference);
    case 'completed-series':
      for (const group of condition.groups) if (run.completedGroups.has(group)) return true;
      return false;
    case 'interval': {
      for (let index = before - 1; index >= 0; index--) {
        const record = run.records[index];
        if (record && isReference(run.evaluations[index])) {
          return reference >= addDuration(record.date, condition.interval);
        }
      }
      return false;
    }
    case 'count': {
      let count = 0;
      for (let index = 0; index < before; index++) {
        const record = run.records[index];
        if (!record) continue;
        if (condition.vaccines && !condition.vaccines.has(record.cvx)) continue;
        if (record.date < condition.start || record.date >= condition.end) continue;
        if (!isInBand(run.patient, condition, record.date)) continue;
        if (condition.validOnly && run.evaluations[index]?.status !== 'Valid') continue;
        count++;
      }
      if (condition.compare === 'equal') return count === condition.count;
      return condition.compare === 'more' ? count > condition.count : count < condition.count;
    }
  }
}
