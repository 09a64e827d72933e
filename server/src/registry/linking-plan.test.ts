import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bigHash } from '../platform/ids.ts';
import { type Contents, type LinkSource, planUnmerge, type Side, type UnmergePlan } from './linking-plan.ts';

type Report = { readonly id: string; readonly chart: string };

const source = ({ id, chart }: Report): LinkSource => ({
  sourceId: id,
  organizationId: 'o',
  organizationCodeKey: 'O',
  idKey: chart,
  identifiers: '',
  protection: '',
  demographics: { fields: {}, nextOfKin: [] },
  saidAt: '2025-03-20T12:00:00.000Z',
  personVersion: 1,
});

const contentsOf = (sources: readonly Report[], reports: readonly Report[] = []): Contents => ({
  sources: sources.map(source),
  reports: reports.map(({ id, chart }) => ({
    reportId: id,
    organizationId: 'o',
    idKey: chart,
    personVersion: 1,
  })),
  matches: sources.map(({ chart }) => ({ matchId: bigHash(chart, `of ${chart}`), record: `of ${chart}` })),
});

const idsIn = (plan: UnmergePlan, side: Side): readonly string[] =>
  [
    ...plan[side].sources.map(({ sourceId }) => sourceId),
    ...plan[side].reports.map(({ reportId }) => reportId),
  ].sort();

const NOBODY = (): undefined => undefined;

describe('undoing a merge', () => {
  const from = [
    { id: '01', chart: 'a' },
    { id: '02', chart: 'both' },
  ];
  const into = [
    { id: '03', chart: 'b' },
    { id: '04', chart: 'both' },
  ];
  const later = [
    { id: '11', chart: 'a' },
    { id: '12', chart: 'b' },
    { id: '13', chart: 'both' },
    { id: '14', chart: 'new' },
  ];
  const undo = (prefer: (chart: string) => Side | undefined, moved = ['01', '02']): UnmergePlan =>
    planUnmerge({
      batchId: '10',
      moved: new Set(moved),
      broughtByOthers: new Set(),
      survivor: contentsOf([...from, ...into, ...later]),
      prefer: ([first]) => prefer(first?.idKey ?? ''),
    });

  test('gives back what it moved, and what came later to the charts of that side', () => {
    const plan = undo(NOBODY);
    expect(idsIn(plan, 'restored')).toEqual(['01', '02', '11']);
    expect(idsIn(plan, 'survivor')).toEqual(['03', '04', '12', '13', '14']);
    expect(plan.undecided).toEqual(['o both', 'o new']);
  });

  test('asks whom a chart is like that came later or that both had', () => {
    const plan = undo((chart) => (chart === 'new' ? 'restored' : 'survivor'));
    expect(idsIn(plan, 'restored')).toEqual(['01', '02', '11', '14']);
    expect(plan.undecided).toEqual([]);
  });

  test('a chart is compared with what each side had, its own old words included', () => {
    const seen: string[][] = [];
    planUnmerge({
      batchId: '10',
      moved: new Set(['01', '02']),
      broughtByOthers: new Set(),
      survivor: contentsOf([...from, ...into, ...later]),
      prefer: (_, sides) => {
        seen.push(
          [sides.restored, sides.survivor].map((part) => part.map(({ sourceId }) => sourceId).join(' ')),
        );
        return undefined;
      },
    });
    expect(seen[0]).toEqual(['01 02 11', '03 04 12']);
  });

  test('what another merge brought stays, though it came later', () => {
    const plan = planUnmerge({
      batchId: '10',
      moved: new Set(['01', '02']),
      broughtByOthers: new Set(['14']),
      survivor: contentsOf([...from, ...into, ...later]),
      prefer: () => 'restored',
    });
    expect(idsIn(plan, 'restored')).toEqual(['01', '02', '11', '13']);
  });

  test('doses follow their charts, and so does what the charts are compared by', () => {
    const plan = planUnmerge({
      batchId: '10',
      moved: new Set(['01', '05']),
      broughtByOthers: new Set(),
      survivor: contentsOf(
        [
          { id: '01', chart: 'a' },
          { id: '03', chart: 'b' },
        ],
        [
          { id: '05', chart: 'a' },
          { id: '06', chart: 'b' },
          { id: '15', chart: 'a' },
          { id: '16', chart: 'b' },
        ],
      ),
      prefer: NOBODY,
    });
    expect(idsIn(plan, 'restored')).toEqual(['01', '05', '15']);
    expect(plan.restored.matches.map(({ record }) => record)).toEqual(['of a']);
    expect(plan.survivor.matches.map(({ record }) => record)).toEqual(['of b']);
  });
});

/** Persons as sets of rows; merges and messages in any order. A chart belongs to the person it began with. */
describe('any sequence of merges and messages', () => {
  type Batch = {
    readonly id: string;
    readonly from: string;
    readonly into: string;
    readonly moved: ReadonlySet<string>;
  };
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('message' as const),
      person: fc.constantFrom('A', 'B', 'C'),
      chart: fc.nat(2),
    }),
    fc.record({
      kind: fc.constant('merge' as const),
      from: fc.constantFrom('A', 'B', 'C'),
      into: fc.constantFrom('A', 'B', 'C'),
    }),
  );

  test('undone from the last, leaves every row with the person whose chart it came under', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.infiniteStream(fc.nat(100)), (steps, choices) => {
        const rows = new Map<string, Report[]>(['A', 'B', 'C'].map((person) => [person, []]));
        const holder = new Map(['A', 'B', 'C'].map((person) => [person, person]));
        const standing: Batch[] = [];
        let clock = 0;
        const id = (): string => String(++clock).padStart(4, '0');
        for (const each of steps) {
          if (each.kind === 'message') {
            const held = holder.get(each.person) ?? '';
            rows.get(held)?.push({ id: id(), chart: `${each.person}${each.chart}` });
          } else if (
            each.from !== each.into &&
            holder.get(each.from) === each.from &&
            holder.get(each.into) === each.into
          ) {
            const moved = rows.get(each.from) ?? [];
            standing.push({
              id: id(),
              from: each.from,
              into: each.into,
              moved: new Set(moved.map((row) => row.id)),
            });
            rows.get(each.into)?.push(...moved);
            rows.set(each.from, []);
            for (const [person, where] of holder) if (where === each.from) holder.set(person, each.into);
          }
        }
        while (standing.length > 0) {
          // Any whose survivor was not merged on: the others are refused.
          const free = standing.filter(({ into }) => standing.every(({ from }) => from !== into));
          const [pick = 0] = choices.take(1);
          const batch = free[pick % free.length];
          if (!batch) throw new Error('one can always be undone');
          const survivor = rows.get(batch.into) ?? [];
          const plan = planUnmerge({
            batchId: batch.id,
            moved: batch.moved,
            broughtByOthers: new Set(
              standing.flatMap((other) =>
                other !== batch && other.into === batch.into ? [...other.moved] : [],
              ),
            ),
            survivor: contentsOf(survivor),
            // The records of a chart are like the person that it is of; which of the two has that one, is known here.
            prefer: ([first]) => {
              const owner = first?.idKey.slice(0, 1) ?? '';
              const chain = standing.filter(({ from }) => from !== batch.from);
              let where = owner;
              for (let next = chain.find((other) => other.from === where); next;) {
                where = next.into;
                next = chain.find((other) => other.from === where);
              }
              return where === batch.from ? 'restored' : 'survivor';
            },
          });
          const part = (side: Side): Report[] =>
            plan[side].sources.map(({ sourceId, idKey }) => ({ id: sourceId, chart: idKey }));
          rows.set(batch.from, part('restored'));
          rows.set(batch.into, part('survivor'));
          standing.splice(standing.indexOf(batch), 1);
        }
        for (const [person, own] of rows) {
          expect(own.filter(({ chart }) => !chart.startsWith(person))).toEqual([]);
        }
        const kept = [...rows.values()].flat().length;
        expect(kept).toBe(steps.filter(({ kind }) => kind === 'message').length);
      }),
      { numRuns: 500 },
    );
  });
});
