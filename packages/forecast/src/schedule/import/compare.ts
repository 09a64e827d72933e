import type { ScheduleData } from '../data.ts';

/** What one release has and another does not, by kind of record. */
export type ScheduleChange = {
  readonly what: 'antigens' | 'vaccine groups' | 'series' | 'vaccines' | 'conflicts' | 'observations';
  readonly before: number;
  readonly now: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

export function compareSchedules(before: ScheduleData, now: ScheduleData): readonly ScheduleChange[] {
  const kinds: readonly [
    ScheduleChange['what'],
    (data: ScheduleData) => readonly (readonly [string, unknown])[],
  ][] = [
    [
      'antigens',
      ({ antigens }) => antigens.map((antigen) => [antigen.name, { ...antigen, series: undefined }]),
    ],
    ['vaccine groups', ({ vaccineGroups }) => vaccineGroups.map((group) => [group.name, group])],
    [
      'series',
      ({ antigens }) =>
        antigens.flatMap(({ name, series }) =>
          series.map((each) => [`${name}: ${each.name}`, each] as const),
        ),
    ],
    ['vaccines', ({ vaccines }) => Object.entries(vaccines).map(([cvx, of]) => [`CVX ${cvx}`, of])],
    [
      'conflicts',
      ({ conflicts }) => conflicts.map((each) => [`CVX ${each.current} after CVX ${each.previous}`, each]),
    ],
    ['observations', ({ observations }) => observations.map((each) => [`${each.code} ${each.title}`, each])],
  ];
  return kinds.map(([what, recordsOf]) => {
    const old = textsByKey(recordsOf(before));
    const current = textsByKey(recordsOf(now));
    return {
      what,
      before: old.size,
      now: current.size,
      added: [...current.keys()].filter((key) => !old.has(key)),
      changed: [...current]
        .filter(([key, text]) => old.has(key) && old.get(key) !== text)
        .map(([key]) => key),
      removed: [...old.keys()].filter((key) => !current.has(key)),
    };
  });
}

const textsByKey = (records: readonly (readonly [string, unknown])[]): ReadonlyMap<string, string> =>
  new Map(records.map(([key, record]) => [key, JSON.stringify(record)]));
