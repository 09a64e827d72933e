import type { AntigenData, ScheduleData, SeriesData } from '../data.ts';
import type { ImportFinding } from './report.ts';

/**
 * What the parts of a release say against each other. `wrong` would make the engine pass over something; `odd` is
 * suspicious but has a defined outcome.
 */
export function contradictions(data: ScheduleData): {
  readonly wrong: readonly ImportFinding[];
  readonly odd: readonly ImportFinding[];
} {
  const wrong: ImportFinding[] = [];
  const odd: ImportFinding[] = [];
  const antigens = new Set(data.antigens.map(({ name }) => name));
  const groupOf = new Map(
    data.vaccineGroups.flatMap(({ name, antigens: of }) => of.map((one) => [one, name])),
  );
  const groups = new Set(data.vaccineGroups.map(({ name }) => name));
  const observations = new Set(data.observations.map(({ code }) => code));
  const add = (to: ImportFinding[], source: string, text: string, why: string): void =>
    void to.push({ source, line: 0, path: '', text, why });

  const pairs = new Set<string>();
  for (const { previous, current } of data.conflicts) {
    const pair = `CVX ${current} after CVX ${previous}`;
    if (pairs.has(pair)) add(odd, 'conflicts', pair, 'The pair is there twice.');
    pairs.add(pair);
  }
  for (const [antigen, group] of groupOf) {
    if (!antigens.has(antigen))
      add(wrong, group, antigen, 'The vaccine group has an antigen without series.');
  }
  for (const [cvx, associations] of Object.entries(data.vaccines)) {
    for (const { antigen } of associations) {
      if (!antigens.has(antigen))
        add(wrong, `CVX ${cvx}`, antigen, 'The vaccine counts for an unknown antigen.');
    }
  }
  for (const antigen of data.antigens) {
    const { name } = antigen;
    if (!groupOf.has(name)) add(wrong, name, name, 'The antigen is in no vaccine group.');
    const seen = new Set<string>();
    for (const series of antigen.series) {
      if (seen.has(series.name)) add(wrong, name, series.name, 'Two series have the same name.');
      seen.add(series.name);
      if (!groups.has(series.vaccineGroup))
        add(wrong, name, series.vaccineGroup, `Unknown vaccine group of "${series.name}".`);
      else if (groupOf.has(name) && groupOf.get(name) !== series.vaccineGroup)
        add(odd, name, series.vaccineGroup, `"${series.name}" is of another vaccine group than its antigen.`);
      for (const why of wrongInSeries(series, antigen)) add(wrong, name, series.name, why);
      for (const why of oddInSeries(series, antigen)) add(odd, name, series.name, why);
      for (const cvx of vaccinesOf(series)) {
        if (!Object.hasOwn(data.vaccines, cvx))
          add(odd, name, series.name, `CVX ${cvx} is named, but counts for no antigen.`);
      }
    }
    for (const code of observationsOf(antigen)) {
      if (!observations.has(code))
        add(odd, name, code, 'The observation is not in the list of observations.');
    }
  }
  return { wrong, odd };
}

function wrongInSeries({ doses }: SeriesData, { series: all }: AntigenData): readonly string[] {
  const numbers = doses.map(({ number }) => number);
  const groups = new Set(all.map(({ group }) => group));
  return [
    ...(doses.length === 0 ? ['The series has no doses.'] : []),
    ...(numbers.some((number, index) => number !== index + 1)
      ? [`The doses are numbered ${numbers.join(', ')}.`]
      : []),
    ...doses.flatMap(({ number, intervals = [], allowableIntervals = [] }) =>
      [...intervals, ...allowableIntervals].flatMap(({ fromTargetDose }) =>
        fromTargetDose === undefined || (fromTargetDose >= 1 && fromTargetDose < number)
          ? []
          : `Dose ${number} has an interval from target dose ${fromTargetDose}.`,
      ),
    ),
    ...doses.flatMap(({ number, skips = [] }) =>
      skips
        .flatMap(({ sets }) => sets.flatMap(({ conditions }) => conditions))
        .flatMap((condition) => (condition.type === 'completed-series' ? condition.groups : []))
        .filter((group) => !groups.has(group))
        .map((group) => `Dose ${number} is skipped after series group ${group}, which there is not.`),
    ),
  ];
}

function oddInSeries(series: SeriesData, { series: all }: AntigenData): readonly string[] {
  const groups = new Set(all.map(({ group }) => group));
  return [
    ...(series.equivalentGroups ?? [])
      .filter((group) => !groups.has(group))
      .map((group) => `Series group ${group} should be equivalent, but there is none.`),
    ...(series.type === 'risk' && !series.indications ? ['A risk series without indication.'] : []),
    ...(series.type !== 'risk' && series.indications
      ? ['Indications of a series that is no risk series.']
      : []),
  ];
}

function vaccinesOf({ doses }: SeriesData): ReadonlySet<string> {
  return new Set(
    doses.flatMap(({ preferable = [], allowable = [], inadvertent = [], intervals = [], skips = [] }) => [
      ...[...preferable, ...allowable].map(({ cvx }) => cvx),
      ...inadvertent,
      ...intervals.flatMap(({ fromMostRecent = [] }) => fromMostRecent),
      ...skips
        .flatMap(({ sets }) => sets.flatMap(({ conditions }) => conditions))
        .flatMap((condition) => (condition.type === 'count' ? (condition.vaccines ?? []) : [])),
    ]),
  );
}

function observationsOf(antigen: AntigenData): ReadonlySet<string> {
  const { immunity, contraindications = [], vaccineContraindications = [], series } = antigen;
  return new Set([
    ...(immunity?.histories ?? []),
    ...(immunity?.births ?? []).flatMap(({ except = [] }) => except),
    ...[...contraindications, ...vaccineContraindications].map(({ observation }) => observation),
    ...series.flatMap(({ indications = [] }) => indications.map(({ observation }) => observation)),
    ...series.flatMap(({ doses }) =>
      doses.flatMap(({ intervals = [] }) =>
        intervals.flatMap(({ fromObservation }) => fromObservation ?? []),
      ),
    ),
  ]);
}
