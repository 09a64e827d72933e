import { addDuration, civilOf } from '../dates.ts';
import { canSkip } from '../evaluate/skip.ts';
import { isInBand } from '../patient.ts';
import type { CompiledCondition, CompiledSkip } from '../schedule/compiled.ts';
import { isReference, type SeriesRun, type SkipAsked } from '../series-run.ts';
import type { SkipCondition, SkipExplanation } from './model.ts';
import { limitAtAge } from './reference.ts';

/** Why the current target dose of a run is skipped: the conditions that hold in the first skip that does. */
export function explainSkip(run: SeriesRun, asked: SkipAsked): SkipExplanation | undefined {
  const target = run.targets[run.current];
  if (!target) return undefined;
  const { when, skips, reference, before } = asked;
  const skip = skips.find((each) => holds(run, each, asked));
  const conditions = (skip?.sets ?? [])
    .filter((set) => holds(run, { ...ALONE, sets: [set] }, asked))
    .flatMap((set) =>
      set.conditions.filter((condition) =>
        holds(run, { ...ALONE, sets: [{ ...set, conditions: [condition] }] }, asked),
      ),
    );
  const dose = when === 'dose' ? run.records[before] : undefined;
  return {
    targetDose: target.dose.number,
    when,
    ...(dose ? { doseId: dose.id } : {}),
    day: civilOf(reference),
    conditions: conditions.map((condition) => explainCondition(run, condition, before)),
  };
}

const ALONE = { context: 'both', logic: undefined } as const;

const holds = (run: SeriesRun, skip: CompiledSkip, { reference, anchor, before }: SkipAsked): boolean =>
  canSkip(run, [skip], reference, anchor, before);

function explainCondition(run: SeriesRun, condition: CompiledCondition, before: number): SkipCondition {
  const { patient, records, evaluations } = run;
  switch (condition.type) {
    case 'age': {
      const { from, to } = condition;
      return {
        type: 'age',
        ...(from ? { from: limitAtAge(patient, from) } : {}),
        ...(to ? { to: limitAtAge(patient, to) } : {}),
      };
    }
    case 'completed-series':
      return {
        type: 'completed-series',
        seriesGroups: [...condition.groups]
          .filter((group) => run.completedGroups.has(group))
          .map(nameIn(run)),
      };
    case 'interval': {
      const index = records.findLastIndex((_, at) => at < before && isReference(evaluations[at]));
      const day = records[index]?.date ?? patient.asOf;
      return {
        type: 'interval',
        interval: condition.interval.text,
        since: civilOf(addDuration(day, condition.interval)),
      };
    }
    case 'count': {
      const { from, to, start, end, validOnly, vaccines } = condition;
      const found = records.filter(
        (record, index) =>
          index < before &&
          (!vaccines || vaccines.has(record.cvx)) &&
          record.date >= start &&
          record.date < end &&
          isInBand(patient, condition, record.date) &&
          (!validOnly || evaluations[index]?.status === 'Valid'),
      ).length;
      return {
        type: 'count',
        found,
        compare: condition.compare,
        count: condition.count,
        validOnly,
        ...(from ? { fromAge: from.text } : {}),
        ...(to ? { toAge: to.text } : {}),
        ...(Number.isFinite(start) ? { start: civilOf(start) } : {}),
        ...(Number.isFinite(end) ? { end: civilOf(end) } : {}),
        ...(vaccines ? { vaccines: [...vaccines] } : {}),
      };
    }
  }
}

/** Series groups have numbers; some have names too. */
const nameIn =
  ({ antigen }: SeriesRun) =>
  (group: string): string =>
    antigen.series.find((series) => series.group === group)?.groupName ?? group;
