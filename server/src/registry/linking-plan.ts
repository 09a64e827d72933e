import { bigHash } from '../platform/ids.ts';
import { chartOf, type SourceRow } from './recompute.ts';

/** A report of who the person is, with the id of the organization that its chart number belongs to. */
export type LinkSource = SourceRow & { readonly organizationCodeKey: string };

export type LinkReport = {
  readonly reportId: string;
  readonly organizationId: string;
  readonly idKey: string;
  readonly personVersion: number;
};

/** A row of person_match. */
export type LinkMatch = { readonly matchId: string; readonly record: string };

/** All that hangs on a person by its charts. */
export type Contents = {
  readonly sources: readonly LinkSource[];
  readonly reports: readonly LinkReport[];
  readonly matches: readonly LinkMatch[];
};

export type Side = 'restored' | 'survivor';

export type UnmergeInput = {
  /** Made after all that it moved, and before all that came later: ids are ordered by time. */
  readonly batchId: string;
  /** Source and report ids that the batch moved. */
  readonly moved: ReadonlySet<string>;
  /** Source and report ids that other merges, which still stand, brought to the survivor. */
  readonly broughtByOthers: ReadonlySet<string>;
  readonly survivor: Contents;
  /** Which of the two the records of a chart are like; undefined where that cannot be said. */
  readonly prefer: (chart: readonly LinkSource[], sides: Sides) => Side | undefined;
};

export type Sides = { readonly restored: readonly LinkSource[]; readonly survivor: readonly LinkSource[] };

export type UnmergePlan = {
  readonly restored: Contents;
  readonly survivor: Contents;
  /** Charts that fit neither better: they stay with the survivor until someone looks. */
  readonly undecided: readonly string[];
};

type Row = { readonly id: string; readonly chart: string };

/**
 * Who gets what when a merge is undone. What the batch moved goes back, to the row. What came later follows its chart:
 * a chart that one side alone had before goes where the rest of it goes; a chart that came later, or that both had,
 * goes to the person that it is like.
 */
export function planUnmerge(input: UnmergeInput): UnmergePlan {
  const { batchId, moved, broughtByOthers, survivor } = input;
  const rows: readonly Row[] = [
    ...survivor.sources.map((source) => ({ id: source.sourceId, chart: chartOf(source) })),
    ...survivor.reports.map((report) => ({ id: report.reportId, chart: chartOf(report) })),
  ];
  const isNew = ({ id }: Row): boolean => !moved.has(id) && !broughtByOthers.has(id) && id > batchId;
  const charts = grouped(rows);
  const sideOf = new Map<string, Side | undefined>();
  const open: string[] = [];
  for (const [chart, ofChart] of charts) {
    const wasRestored = ofChart.some(({ id }) => moved.has(id));
    const wasSurvivor = ofChart.some((row) => !moved.has(row.id) && !isNew(row));
    if (wasRestored !== wasSurvivor) sideOf.set(chart, wasRestored ? 'restored' : 'survivor');
    else if (ofChart.some(isNew)) open.push(chart);
  }
  const certain = sidesOf(survivor.sources, (source) =>
    moved.has(source.sourceId)
      ? 'restored'
      : isNew({ id: source.sourceId, chart: '' })
        ? sideOf.get(chartOf(source))
        : 'survivor',
  );
  for (const chart of open) {
    const ofChart = survivor.sources.filter((source) => chartOf(source) === chart);
    sideOf.set(chart, input.prefer(ofChart, certain));
  }
  const goesBack = (id: string, chart: string): boolean =>
    moved.has(id) || (isNew({ id, chart }) && sideOf.get(chart) === 'restored');
  return {
    ...split(survivor, goesBack),
    undecided: open.filter((chart) => sideOf.get(chart) === undefined),
  };
}

function sidesOf(sources: readonly LinkSource[], sideOf: (source: LinkSource) => Side | undefined): Sides {
  return {
    restored: sources.filter((source) => sideOf(source) === 'restored'),
    survivor: sources.filter((source) => sideOf(source) === 'survivor'),
  };
}

/** Divides what a person has in two. What is compared (person_match) follows the charts that it is from. */
export function split(
  all: Contents,
  goesBack: (id: string, chart: string) => boolean,
): { readonly restored: Contents; readonly survivor: Contents } {
  const part = (side: Side): Contents => {
    const isHere = (id: string, chart: string): boolean => goesBack(id, chart) === (side === 'restored');
    const sources = all.sources.filter((source) => isHere(source.sourceId, chartOf(source)));
    return {
      sources,
      reports: all.reports.filter((report) => isHere(report.reportId, chartOf(report))),
      matches: matchesOf(all.matches, sources, side === 'survivor' ? all.sources : undefined),
    };
  };
  return { restored: part('restored'), survivor: part('survivor') };
}

function grouped(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const charts = new Map<string, Row[]>();
  for (const row of rows) {
    const chart = charts.get(row.chart);
    if (chart) chart.push(row);
    else charts.set(row.chart, [row]);
  }
  return charts;
}

/**
 * The rows that the charts of these sources have written. A chart that both sides have leaves its rows with both: which
 * of its words is whose is not written down, and a person found once too often is compared in full all the same.
 * @param everyone set for the side that keeps what no chart accounts for
 */
function matchesOf(
  matches: readonly LinkMatch[],
  sources: readonly LinkSource[],
  everyone: readonly LinkSource[] | undefined,
): readonly LinkMatch[] {
  const isFrom = (charts: ReadonlySet<string>, { matchId, record }: LinkMatch): boolean =>
    [...charts].some((idKey) => matchIdOf(idKey, record) === matchId);
  const own = idKeysOf(sources);
  const all = everyone && idKeysOf(everyone);
  return matches.filter((match) => isFrom(own, match) || (all !== undefined && !isFrom(all, match)));
}

const idKeysOf = (sources: readonly LinkSource[]): ReadonlySet<string> =>
  new Set(sources.map(({ idKey }) => idKey));

/** As `matchRow` makes it: the chart can be told from it. */
const matchIdOf = (idKey: string, record: string): string => bigHash(idKey, record);
