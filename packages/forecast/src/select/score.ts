import { addDuration } from '../dates.ts';
import type { Day } from '../model.ts';
import { atAge } from '../patient.ts';
import { ageInForce } from '../forecast/dates.ts';
import { satisfiedCount, type SelectionTrace, type SeriesRun } from '../series-run.ts';

/**
 * When the series could be started (SELECTB-14). Where the data ask for no day there is none: a date that is calculated of
 * nothing stays empty (7.5).
 */
const startDate = ({ forecast }: SeriesRun): Day | undefined =>
  forecast?.isDated ? forecast.earliest : undefined;

/**
 * When the series could be finished at the earliest: the forecast's earliest date and then the minimum intervals of the
 * target doses that remain (SELECTB-12).
 */
export function finishDate(run: SeriesRun): Day | undefined {
  const start = startDate(run);
  if (start === undefined) return undefined;
  let date = start;
  for (let index = run.current + 1; index < run.targets.length; index++) {
    const target = run.targets[index];
    if (!target) continue;
    let next = date;
    for (const { min } of target.dose.intervals) {
      if (!min) continue;
      const day = addDuration(date, min);
      if (day > next) next = day;
    }
    const age = ageInForce(target, run.patient.asOf);
    if (age?.min) next = Math.max(next, atAge(run.patient, age.min));
    date = next;
  }
  return date;
}

/** Whether the series can be finished before the maximum age of its last target dose. */
export function isCompletable(run: SeriesRun): boolean {
  const finish = finishDate(run);
  if (finish === undefined) return false;
  const last = run.targets.at(-1);
  const age = last && ageInForce(last, run.patient.asOf);
  return !age?.max || finish < atAge(run.patient, age.max);
}

type Scored = { readonly run: SeriesRun; readonly trace: SelectionTrace | undefined; score: number };

/** The points of one condition: where it is true for one series only, for several, and where it is not. */
type Points = readonly [one: number, several: number, no: number];

function award(
  question: string,
  scored: readonly Scored[],
  isTrue: (run: SeriesRun) => boolean,
  [one, several, no]: Points,
): void {
  const fulfilled = scored.map(({ run }) => isTrue(run));
  const count = fulfilled.filter(Boolean).length;
  scored.forEach((each, index) => {
    const points = fulfilled[index] ? (count === 1 ? one : several) : no;
    each.score += points;
    each.trace?.scored(question, each.run, points);
  });
}

const most = (runs: readonly SeriesRun[], of: (run: SeriesRun) => number): ((run: SeriesRun) => boolean) => {
  const best = Math.max(...runs.map(of));
  return (run) => of(run) === best;
};

const remaining = ({ targets }: SeriesRun): number =>
  targets.filter(({ status }) => status === 'not satisfied').length;

/** Table A (8.4): complete series. */
function scoreComplete(scored: readonly Scored[]): void {
  const runs = scored.map(({ run }) => run);
  award('Has it the most valid doses?', scored, most(runs, satisfiedCount), [1, 0, -1]);
}

/** Table B (8.5): series in process. */
function scoreInProcess(scored: readonly Scored[]): void {
  const runs = scored.map(({ run }) => run);
  award(
    'Is it a product series in which every dose is valid?',
    scored,
    ({ series, evaluations }) =>
      series.isProduct && evaluations.every((evaluation) => evaluation?.status === 'Valid'),
    [2, 2, -2],
  );
  const completable = runs.filter(isCompletable);
  award('Can it still be completed?', scored, (run) => completable.includes(run), [3, 3, -3]);
  award('Has it the most valid doses?', scored, most(runs, satisfiedCount), [2, 0, -2]);
  award(
    'Has it the fewest doses left?',
    scored,
    most(runs, (run) => -remaining(run)),
    [2, 0, -2],
  );
  const finish = (run: SeriesRun): number => -(finishDate(run) ?? Infinity);
  const first = most(completable, finish);
  award('Can it be finished first?', scored, (run) => completable.includes(run) && first(run), [1, 0, -1]);
}

/** Table C (8.6): series without a valid dose. */
function scoreNotStarted(scored: readonly Scored[]): void {
  const runs = scored.map(({ run }) => run);
  award(
    'Can it be started first?',
    scored,
    most(runs, (run) => -(startDate(run) ?? Infinity)),
    [1, 0, -1],
  );
  award('Can it still be completed?', scored, isCompletable, [1, 1, -1]);
  award('Is it a product series?', scored, ({ series }) => series.isProduct, [-1, -1, 1]);
}

/** The series with the highest score; among equals the one that the data prefer (8.3 to 8.7). */
export function highestScore(runs: readonly SeriesRun[], trace?: SelectionTrace): SeriesRun | undefined {
  const { chosen, score } = classify(runs);
  const scored = chosen.map((run) => ({ run, trace, score: 0 }));
  score(scored);
  return scored.toSorted(
    (a, b) =>
      b.score - a.score || (a.run.series.preference ?? Infinity) - (b.run.series.preference ?? Infinity),
  )[0]?.run;
}

/**
 * Table 8-5: which series are scored, and how. The table has no column for started series of which none is complete or in
 * process (all contraindicated, say). One that can still be given comes first then; where there is none, it is the history
 * that tells the series apart.
 */
function classify(runs: readonly SeriesRun[]): {
  readonly chosen: readonly SeriesRun[];
  readonly score: (scored: readonly Scored[]) => void;
} {
  const complete = runs.filter(({ status }) => status === 'Complete');
  if (complete.length > 1) return { chosen: complete, score: scoreComplete };
  const inProcess = runs.filter(isInProcess);
  if (inProcess.length > 1) return { chosen: inProcess, score: scoreInProcess };
  const started = runs.filter((run) => satisfiedCount(run) > 0);
  const isOpen = runs.some(({ status }) => status === 'Not Complete');
  if (started.length > 0 && !isOpen) return { chosen: started, score: scoreInProcess };
  return { chosen: runs.filter((run) => satisfiedCount(run) === 0), score: scoreNotStarted };
}

export const isInProcess = (run: SeriesRun): boolean =>
  run.status === 'Not Complete' && satisfiedCount(run) > 0;
