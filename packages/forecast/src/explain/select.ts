import type { CompiledAntigen, CompiledSeries } from '../schedule/compiled.ts';
import { satisfiedCount, type Choice, type SeriesRun } from '../series-run.ts';
import type { NotRelevant, NotScorable, SelectionExplanation } from './model.ts';

/** A series group's choice as the selection told it. */
export type Chosen = {
  readonly group: readonly SeriesRun[];
  readonly scorable: readonly SeriesRun[];
  readonly run: SeriesRun | undefined;
  readonly choice: Choice;
  readonly points: readonly Points[];
};
export type Points = { readonly run: SeriesRun; readonly question: string; readonly points: number };

export function explainSelection(
  { group, scorable, run, choice, points }: Chosen,
  chosen: readonly SeriesRun[],
  best: readonly SeriesRun[],
): SelectionExplanation {
  const first = group[0]?.series;
  return {
    seriesGroup: first?.groupName ?? first?.group ?? '',
    ...(run ? { chosen: run.series.name } : {}),
    choice,
    notScorable: group
      .filter((other) => !scorable.includes(other))
      .map((other) => ({ series: other.series.name, why: whyNotScorable(other) })),
    scores: scoresOf(points),
    ...bestOf(run, chosen, best),
  };
}

/** The tests of SELECTB-24 and SELECTSCORE-2 in their order. */
function whyNotScorable(run: SeriesRun): NotScorable {
  if (run.status === 'Contraindicated') return 'contraindicated';
  if (run.series.type === 'evaluation-only') return 'not complete';
  if (run.series.type === 'risk') return 'lower priority';
  return satisfiedCount(run) > 0 ? 'started too late' : 'no valid dose';
}

function scoresOf(points: readonly Points[]): SelectionExplanation['scores'] {
  const runs = [...new Set(points.map(({ run }) => run))];
  return runs
    .map((run) => {
      const own = points.filter((each) => each.run === run);
      const { name, preference } = run.series;
      return {
        series: name,
        total: own.reduce((sum, each) => sum + each.points, 0),
        ...(preference === undefined ? {} : { preference }),
        points: own.map((each) => ({ question: each.question, points: each.points })),
      };
    })
    .toSorted((a, b) => b.total - a.total || (a.preference ?? Infinity) - (b.preference ?? Infinity));
}

/** Table 8-14. */
function bestOf(
  run: SeriesRun | undefined,
  chosen: readonly SeriesRun[],
  best: readonly SeriesRun[],
): Pick<SelectionExplanation, 'isBest' | 'because' | 'other'> {
  if (!run) return { isBest: false, because: 'nothing chosen' };
  if (best.includes(run)) {
    if (run.status === 'Complete') return { isBest: true, because: 'complete' };
    return { isBest: true, because: run.series.type === 'risk' ? 'risk series' : 'nothing stands in' };
  }
  if (run.series.type === 'evaluation-only') return { isBest: false, because: 'evaluation only' };
  const equivalent = chosen.filter((other) => run.series.equivalentGroups.has(other.series.group));
  const complete = equivalent.find(({ status }) => status === 'Complete');
  const other = complete ?? equivalent.find(({ series }) => series.type === 'risk');
  return {
    isBest: false,
    because: complete ? 'a complete series stands in' : 'a risk series stands in',
    ...(other ? { other: other.series.name } : {}),
  };
}

/** The series of an antigen that are not this patient's. */
export function notRelevantOf(
  { series: all }: CompiledAntigen,
  runs: readonly SeriesRun[],
  observations: ReadonlyMap<string, unknown>,
  gender: string,
): readonly NotRelevant[] {
  const relevant = new Set(runs.map(({ series }) => series));
  return all
    .filter((series) => !relevant.has(series))
    .map((series) => notRelevant(series, observations, gender));
}

const unindicated = new WeakMap<CompiledSeries, NotRelevant>();

function notRelevant(
  series: CompiledSeries,
  observations: ReadonlyMap<string, unknown>,
  gender: string,
): NotRelevant {
  const { name, type, genders, indications } = series;
  if (genders.size > 0 && !genders.has(gender)) {
    return { series: name, type, why: 'gender', indications: indicationCodes(series) };
  }
  if (indications.some(({ observation }) => observations.has(observation))) {
    return { series: name, type, why: 'indication at another age', indications: indicationCodes(series) };
  }
  // The usual case of most series, and the same for every patient.
  const known = unindicated.get(series);
  if (known) return known;
  const made: NotRelevant = Object.freeze({
    series: name,
    type,
    why: 'no indication',
    indications: indicationCodes(series),
  });
  unindicated.set(series, made);
  return made;
}

const codes = new WeakMap<CompiledSeries, readonly string[]>();

/** Some series list a hundred, which do not change. */
function indicationCodes(series: CompiledSeries): readonly string[] {
  const known = codes.get(series);
  if (known) return known;
  const made = [...new Set(series.indications.map(({ observation }) => observation))];
  codes.set(series, made);
  return made;
}

export const indicationsOf = ({ series, patient }: SeriesRun): readonly string[] =>
  series.type === 'risk' ? indicationCodes(series).filter((code) => patient.observations.has(code)) : [];
