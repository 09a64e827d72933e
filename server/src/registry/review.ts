import type { Comparison, MatchOutcome } from '@cairn/matching';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Doubt, Found } from './find-person.ts';

/** A pair of persons that somebody has to look at. */
export type TaskWrite = {
  readonly taskId: string;
  readonly kind: Doubt['kind'] | 'unmerged-chart';
  readonly personA: string;
  readonly personB: string;
  readonly priority: number;
  readonly comparison: Comparison | undefined;
  readonly at: Date;
};

/** What the machine held of two records, and why. */
export type DecisionWrite = {
  readonly decisionId: string;
  readonly personId: string;
  /** The person, or the source, that was compared with it. */
  readonly otherId: string;
  readonly outcome: MatchOutcome;
  readonly comparison: Comparison;
  readonly at: Date;
};

type Made = { readonly personId: string; readonly newId: () => string; readonly at: Date };

/** More alternatives than anyone would look through help nobody; the nightly job finds the rest. */
const MOST_TASKS = 5;

/** Doubts become tasks: each pair of the person that was recorded and one that may be the same. */
export function tasksOn({ doubts }: Found, { personId, newId, at }: Made): readonly TaskWrite[] {
  return doubts
    .filter((doubt) => doubt.personId !== personId)
    .slice(0, MOST_TASKS)
    .map((doubt) => ({
      taskId: newId(),
      kind: doubt.kind,
      ...pairOf(personId, doubt.personId),
      priority: priorityOf(doubt),
      comparison: doubt.comparison,
      at,
    }));
}

export function decisionsOn(found: Found, sourceId: string, made: Made): readonly DecisionWrite[] {
  const { personId, newId, at } = made;
  const decision = (otherId: string, comparison: Comparison): DecisionWrite => ({
    decisionId: newId(),
    personId,
    otherId,
    outcome: comparison.outcome,
    comparison,
    at,
  });
  return [
    ...(found.kind === 'person' && found.match ? [decision(sourceId, found.match)] : []),
    ...found.doubts.flatMap((doubt) =>
      doubt.comparison ? [decision(doubt.personId, doubt.comparison)] : [],
    ),
  ];
}

/** Two persons in one order, so that a pair is found whichever is named first. */
export const pairOf = (a: string, b: string): { readonly personA: string; readonly personB: string } =>
  a < b ? { personA: a, personB: b } : { personA: b, personB: a };

/** A chart number that names two persons may hide a mix-up at the bedside; then the likelier first. */
export function priorityOf({ kind, comparison }: Pick<Doubt, 'kind' | 'comparison'>): number {
  return (kind === 'chart-reused' ? 1000 : 0) + Math.round((comparison?.score ?? 0) * 10);
}

/** One open task a pair; none for two that a person has held apart. */
export function insertTask(task: TaskWrite, messageId: string | undefined): Statement {
  return {
    name: 'insert-review-task',
    text: `insert into review_task (task_id, kind, person_a, person_b, state, priority, score, guards, signature, message_id, opened_at)
           select $1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10
           where not exists (select from person_constraint where person_a = $3 and person_b = $4)
           on conflict (person_a, person_b) where state in ('open', 'later') do nothing`,
    values: [
      task.taskId,
      task.kind,
      task.personA,
      task.personB,
      task.priority,
      task.comparison?.score ?? null,
      task.comparison?.guards ?? [],
      task.comparison?.signature ?? '',
      messageId ?? null,
      task.at,
    ],
  };
}

export function insertDecision(
  decision: DecisionWrite,
  by: string,
  messageId: string | undefined,
): Statement {
  return {
    name: 'insert-match-decision',
    text: `insert into match_decision (person_id, decision_id, other_id, outcome, score, guards, signature, decided_by, message_id, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      decision.personId,
      decision.decisionId,
      decision.otherId,
      decision.outcome,
      decision.comparison.score,
      decision.comparison.guards,
      decision.comparison.signature,
      by,
      messageId ?? null,
      decision.at,
    ],
  };
}
