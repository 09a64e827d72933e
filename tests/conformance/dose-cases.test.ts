/**
 * Public cases of dose de-duplication: the scenario pairs of MIROW's guide with their weights, and sets of reports with the
 * groups they make up, each in several orders of arrival. Cairn agrees, or `docs/dose-disputes.md` argues why not. The cases
 * are not part of the project; they lie in a folder beside it (or at CAIRN_SHARED), and the suite is skipped where that is
 * not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledSchedule } from '@cairn/forecast';
import {
  compareDoses,
  type DoseFacts,
  type DoseGroup,
  type DoseVerdict,
  groupDoses,
  vaccineGroupsOf,
  weighDoses,
} from '@cairn/matching';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(process.env['CAIRN_SHARED'] ?? join(root, '../shared'), 'data/matching');
const present = existsSync(folder);
if (!present)
  console.log(`Skipped: there are no cases at ${folder}; set CAIRN_SHARED to the folder that holds them.`);

/** Two methods of the cases contradict each other in twelve, so one algorithm cannot meet all; no more than these. */
const MOST_ARGUED = 18;

type Immunization = {
  readonly date: string;
  readonly vaccineGroups: readonly string[];
  readonly cVX?: string;
  readonly lotNumber?: string;
  readonly productCode?: string;
  readonly organisationID?: string;
  readonly source?: 'SOURCE' | 'HISTORICAL';
};

type WeighedCase = {
  readonly id: string;
  readonly a: Immunization;
  readonly b: Immunization;
  readonly expectedScore: number;
  readonly expectedBalanced: number;
  /** Left out by those who publish the cases. */
  readonly ignored: boolean;
};

type Expected = { readonly type: 'SURE' | 'UNSURE' | 'DIFFERENT'; readonly members: readonly string[] };

type SetCase = {
  readonly id: string;
  readonly method: string;
  readonly input: readonly string[];
  readonly expected: readonly Expected[];
};

type SetFile = {
  readonly immunizations: Readonly<Record<string, Immunization>>;
  readonly cases: readonly SetCase[];
};

function read<T>(file: string, empty: T): T {
  return present ? (JSON.parse(readFileSync(join(folder, file), 'utf8')) as T) : empty;
}

const weighed = read<readonly WeighedCase[]>('vaccdedup_miro_weighted_cases.json', []);
const sets = read<SetFile>('vaccdedup_set_cases.json', { immunizations: {}, cases: [] });

/** The names of groups in the cases, as CDC writes them. */
const GROUPS: Readonly<Record<string, string>> = {
  DTaP: 'DTAP',
  'Hep A': 'HepA',
  'Hep B': 'HepB',
  HepB: 'HepB',
  HIB: 'HIB',
  IPV: 'POLIO',
  MMR: 'MMR',
  Polio: 'POLIO',
};

const SOURCES = { SOURCE: 'administered', HISTORICAL: 'historical' } as const;

function factsOf(id: string, given: Immunization): DoseFacts {
  const cvx = given.cVX ?? '';
  return {
    id,
    organization: given.organisationID ?? '',
    orderNumber: '',
    day: dayOf(given.date),
    cvx,
    groups: cvx === '' ? given.vaccineGroups.map((group) => GROUPS[group] ?? group) : vaccineGroupsOf(cvx),
    source: given.source === undefined ? '' : SOURCES[given.source],
    completion: 'CP',
    lot: given.lotNumber ?? '',
    mvx: '',
    product: given.productCode ?? '',
    site: '',
  };
}

/** `YYYYMMDD`; one scenario has `YYYYDDMM`. */
function dayOf(text: string): number {
  const [year, first, second] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number);
  const [month, day] = (first ?? 0) > 12 ? [second, first] : [first, second];
  return Date.UTC(year ?? 0, (month ?? 0) - 1, day) / 86_400_000;
}

/** The ids in the first column of the tables under a heading. */
function arguedUnder(heading: string): readonly string[] {
  const text = readFileSync(join(root, 'docs/dose-disputes.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| ([\w-]*\d\w*) +\|/gm)].flatMap(([, id]) => id ?? []);
}

const verdictOf = (balanced: number): DoseVerdict => {
  if (balanced > 0.6) return 'same';
  return balanced < 0.4 ? 'different' : 'unsure';
};

/** The groups of the expected form: one event, or one event under suspicion, or events that nothing doubts. */
function asExpected(groups: readonly DoseGroup[]): readonly string[] {
  const suspicions = groups.filter(({ suspectOf }) => suspectOf !== undefined);
  const doubted = new Set(suspicions.map(({ suspectOf }) => suspectOf));
  return groups
    .flatMap((group) => {
      if (group.suspectOf !== undefined) return [];
      const suspects = suspicions.filter(({ suspectOf }) => suspectOf === group.primary);
      const members = [group, ...suspects].flatMap(({ members: own }) => own).sort();
      if (doubted.has(group.primary)) return `UNSURE ${members.join()}`;
      return members.length > 1 ? `SURE ${members.join()}` : `DIFFERENT ${members.join()}`;
    })
    .sort();
}

function expectedOf({ expected }: SetCase): readonly string[] {
  return expected
    .flatMap(({ type, members }) =>
      type === 'DIFFERENT'
        ? members.map((member) => `DIFFERENT ${member}`)
        : `${type} ${[...members].sort().join()}`,
    )
    .sort();
}

const answerTo = ({ input }: SetCase): readonly string[] =>
  asExpected(
    groupDoses(
      input.map((id) => {
        const given = sets.immunizations[id];
        if (!given) throw new Error(`the cases have no ${id}`);
        return factsOf(id, given);
      }),
    ),
  );

describe.skipIf(!present)('public cases of dose de-duplication', () => {
  const pair = (each: WeighedCase): readonly [DoseFacts, DoseFacts] => [
    factsOf('a', each.a),
    factsOf('b', each.b),
  ];

  test('are at hand', () => {
    expect(weighed.length).toBeGreaterThanOrEqual(12);
    expect(sets.cases.length).toBeGreaterThanOrEqual(33);
  });

  test('weigh what MIROW has them weigh, or argued', () => {
    const off = weighed.filter((each) => {
      const { sum, balanced } = weighDoses(...pair(each));
      return sum !== each.expectedScore || Math.abs(balanced - each.expectedBalanced) > 0.005;
    });
    expect(off.map(({ id }) => id).sort()).toEqual([...arguedUnder('Weights')].sort());
  });

  test('are the same, unsure or different as MIROW has it, or argued', () => {
    const off = weighed.filter(
      (each) => compareDoses(...pair(each)).verdict !== verdictOf(each.expectedBalanced),
    );
    expect(off.map(({ id }) => id).sort()).toEqual([...arguedUnder('Verdicts')].sort());
  });

  test('make up the groups that NIST expects, or argued', () => {
    const off = sets.cases.filter((each) => answerTo(each).join(' ') !== expectedOf(each).join(' '));
    const argued = arguedUnder('Sets');
    expect(off.map(({ id }) => id).sort()).toEqual([...argued].sort());
    expect(argued.length).toBeLessThanOrEqual(MOST_ARGUED);
  });

  test('make up the same groups whatever the order of arrival', () => {
    const answers = new Map<string, ReadonlySet<string>>();
    for (const each of sets.cases) {
      const key = [...each.input].sort().join();
      answers.set(key, new Set([...(answers.get(key) ?? []), answerTo(each).join(' ')]));
    }
    expect([...answers.values()].map(({ size }) => size).filter((size) => size !== 1)).toEqual([]);
  });
});

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 28, y: 365 };

/** The least number of days that `4w-4d` or `6m` can be. */
const daysOf = (interval: string): number =>
  [...interval.matchAll(/([+-]?)(\d+)([dwmy])/g)].reduce(
    (sum, [, sign, count, unit = 'd']) => sum + (sign === '-' ? -1 : 1) * Number(count) * (DAYS[unit] ?? 0),
    0,
  );

/** As little told as can be, and one lot: all that could hold the two apart is the day. */
const told = (id: string, cvx: string, day: number): DoseFacts => ({
  id,
  organization: 'clinic',
  orderNumber: '1',
  day,
  cvx,
  groups: vaccineGroupsOf(cvx),
  source: 'historical',
  completion: 'CP',
  lot: 'L1',
  mvx: '',
  product: '',
  site: '',
});

/** Needs no cases. A new release of CDC's schedule with a shorter interval fails here. */
test("doses at the absolute minimum intervals of CDC's schedule are two doses", () => {
  const taken = new Set<string>();
  let compared = 0;
  for (const { name, series } of bundledSchedule().antigens) {
    for (const { doses } of series) {
      doses.forEach((dose, index) => {
        const before = doses[index - 1];
        const intervals = [...(dose.intervals ?? []), ...(dose.allowableIntervals ?? [])];
        for (const { fromPrevious, absMin = '0d' } of intervals) {
          const days = daysOf(absMin);
          if (!before || !fromPrevious || days <= 0) continue;
          for (const { cvx: first } of [...(before.preferable ?? []), ...(before.allowable ?? [])]) {
            for (const { cvx: second } of [...(dose.preferable ?? []), ...(dose.allowable ?? [])]) {
              compared++;
              const { verdict } = compareDoses(told('a', first, 0), told('b', second, days));
              if (verdict !== 'different')
                taken.add(`${name}: ${first} and ${second} after ${absMin}: ${verdict}`);
            }
          }
        }
      });
    }
  }
  expect(compared).toBeGreaterThan(10_000);
  expect([...taken]).toEqual([]);
});
