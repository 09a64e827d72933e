import {
  comparePersons,
  type Comparison,
  explainComparison,
  explainReason,
  type Explanation,
  type MatchContext,
  unpackPerson,
} from '@cairn/matching';
import type { PoolClient } from 'pg';
import type { PersonView } from './person-view.ts';
import { type KnownSide, type LinkRow, readSides, type TaskRow, whereNow } from './queries.ts';

export type TaskView = {
  readonly id: string;
  readonly kind: TaskRow['kind'];
  readonly question: string;
  readonly state: TaskRow['state'];
  readonly priority: number;
  readonly openedAt: string;
  readonly notBefore?: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  readonly reason?: string;
  /** One where the two are one person by now. */
  readonly persons: readonly PersonView[];
  readonly score?: number;
  /** What forbids to call it a match, though the score would. */
  readonly guards: readonly { readonly code: string; readonly words: string }[];
  /** Field by field: how alike they are, and what it counts. */
  readonly fields: readonly Explanation[];
};

const QUESTIONS: Readonly<Record<TaskRow['kind'], string>> = {
  'possible-duplicate': 'Are these two one person?',
  'chart-reused':
    'One chart number came with two persons. Are they one person, or was the number given out twice?',
  'unmerged-chart':
    'These two were parted again. A chart that came in between fits both and stayed with the survivor: does it belong there?',
};

/** Tasks with both persons, as they are now. */
export async function viewTasks(
  db: PoolClient,
  tasks: readonly TaskRow[],
  context: MatchContext,
): Promise<readonly TaskView[]> {
  const now = await whereNow(
    db,
    tasks.flatMap(({ personA, personB }) => [personA, personB]),
  );
  const sides = await readSides(db, [...now.values()]);
  return tasks.map((task) => {
    const ids = new Set([task.personA, task.personB].map((id) => now.get(id) ?? id));
    return viewTask(
      task,
      [...ids].flatMap((id) => sides.get(id) ?? []),
      context,
    );
  });
}

function viewTask(task: TaskRow, sides: readonly KnownSide[], context: MatchContext): TaskView {
  const known = explainComparison(task.signature);
  const anew = known.length === 0 ? compareSides(sides, context) : undefined;
  const score = anew ? anew.score : task.score;
  return {
    id: task.taskId,
    kind: task.kind,
    question: QUESTIONS[task.kind],
    state: task.state,
    priority: task.priority,
    openedAt: task.openedAt.toISOString(),
    ...(task.notBefore ? { notBefore: task.notBefore.toISOString() } : {}),
    ...(task.decidedAt ? { decidedAt: task.decidedAt.toISOString() } : {}),
    ...(task.decidedBy === undefined ? {} : { decidedBy: task.decidedBy }),
    ...(task.reason === undefined ? {} : { reason: task.reason }),
    persons: sides.map(({ view }) => view),
    ...(score === undefined ? {} : { score }),
    guards: (anew ?? task).guards.map((code) => ({ code, words: explainReason(code) })),
    fields: anew ? explainComparison(anew) : known,
  };
}

/** Records of a person that are compared for one task: people with more have been looked at before. */
const RECORDS = 20;

/** A task without a comparison, or with one by rules that are gone: the nearest two records of today. */
function compareSides([a, b]: readonly KnownSide[], context: MatchContext): Comparison | undefined {
  if (!a || !b) return undefined;
  const [ours, theirs] = [a, b].map(({ records }) => records.slice(0, RECORDS).map(unpackPerson));
  let best: Comparison | undefined;
  for (const one of ours ?? []) {
    for (const other of theirs ?? []) {
      const comparison = comparePersons(one, other, context);
      if (!best || comparison.score > best.score) best = comparison;
    }
  }
  return best;
}

export type LinkView = {
  readonly batchId: string;
  readonly what: string;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  /** Whether it is a merge that can be undone. */
  readonly isStanding: boolean;
};

/** A merge or unmerge in words, from where the person stands. */
export function viewLink(link: LinkRow, personId: string): LinkView {
  const doses = `${link.reports} dose report${link.reports === 1 ? '' : 's'}`;
  const other = link.from === personId ? link.to : link.from;
  const what =
    link.op === 'merge'
      ? link.to === personId
        ? `Person ${other} was merged into this one, with ${doses}.`
        : `This person was merged into ${other}, with ${doses}.`
      : link.to === personId
        ? `The merge of this person into ${other} was undone; ${doses} came back.`
        : `The merge of person ${other} into this one was undone; ${doses} went back.`;
  return {
    batchId: link.batchId,
    what: link.undoneBy === undefined ? what : `${what} It has been undone since.`,
    by: link.by,
    reason: link.reason,
    at: link.at.toISOString(),
    isStanding: link.op === 'merge' && link.undoneBy === undefined,
  };
}
