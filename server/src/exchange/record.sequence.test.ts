import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { vaccinationEvents } from '../registry/events.ts';
import { chartKey, nameKeysOf } from '../registry/find-person.ts';
import { pairOf } from '../registry/review.ts';
import { given } from './testing/messages.ts';
import { MemoryRegistry } from './testing/registry.ts';
import { namingOf, record, type Recorded, senderOf, submissionOf } from './testing/submissions.ts';

// Hundreds of sequences on a slow machine.
vi.setConfig({ testTimeout: 30_000 });

const HOUSEHOLDS: Readonly<Record<string, readonly string[]>> = {
  none: ['', '', ''],
  wren: ['Larkspur', '12 Juniper Lane^^Sacramento^CA^95814', '^PRN^PH^^^916^2345678'],
  lark: ['Hollyoak', '9 Harbour Road^^Eureka^CA^95501', '^PRN^PH^^^707^4431122'],
};

/** A message of an organization about a patient whom it keeps under a chart number; the patients look alike. */
const messages = fc.record({
  organization: fc.constantFrom('clinic', 'pharmacy'),
  chart: fc.constantFrom('1', '2', '3'),
  last: fc.constantFrom('Wrenfield', 'Wrenfeild', 'Larkmoor'),
  first: fc.constantFrom('Ana', 'Anna', 'Eva', 'Baby Girl'),
  middle: fc.constantFrom('', 'L', 'Luz', 'Mae'),
  birthDate: fc.constantFrom('20240315', '20240316', '20110101'),
  sex: fc.constantFrom('', 'F', 'M'),
  household: fc.constantFrom('none', 'wren', 'lark'),
});
type Sent = Parameters<Parameters<typeof messages.map>[0]>[0];

function submissionAbout({ chart, last, first, middle, birthDate, sex, household }: Sent) {
  const [mother = '', address = '', phone = ''] = HOUSEHOLDS[household] ?? [];
  return submissionOf(
    `PID|1||${chart}^^^A^MR||${last}^${first}^${middle}|${mother}|${birthDate}|${sex}|||${address}||${phone}`,
  );
}

type Step = Recorded & { readonly sent: Sent; readonly registry: MemoryRegistry };

const moment = (minutes: number): Date => new Date(Date.UTC(2025, 2, 20) + minutes * 60_000);
function numbers(): () => string {
  let ids = 0;
  return () => `id-${String(++ids).padStart(6, '0')}`;
}

/** Sends them one after the other to a registry that starts empty; each is looked at as it is taken. */
function steps(all: readonly Sent[], look: (step: Step, index: number) => void = () => {}): MemoryRegistry {
  const registry = new MemoryRegistry();
  const newId = numbers();
  for (const [index, sent] of all.entries()) {
    const context = { sender: senderOf(sent.organization), saidAt: moment(index), newId };
    look({ ...record(registry, submissionAbout(sent), context), sent, registry }, index);
  }
  return registry;
}

const sequences = fc.array(messages, { minLength: 1, maxLength: 12 });

test('the versions of each person are 1, 2, 3 …, and nothing is lost', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      const seen = new Map<string, number>();
      const registry = steps(all, ({ decision: { effects } }) => {
        const { personId, version } = effects.person;
        expect(version).toBe((seen.get(personId) ?? 0) + 1);
        seen.set(personId, version);
      });
      expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBe(all.length);
      expect(registry.persons).toHaveLength(seen.size);
    }),
    { numRuns: 100 },
  );
});

test('the same message again is about the same person and adds neither key nor source', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      const [last] = all.slice(-1);
      if (!last) return;
      const persons: string[] = [];
      let keys = 0;
      const registry = steps([...all, last], ({ decision: { effects }, registry: now }, index) => {
        persons.push(effects.person.personId);
        const held = now.persons.reduce((sum, person) => sum + person.keys.length, 0);
        if (index === all.length) {
          expect(effects).not.toHaveProperty('source');
          expect(effects.restated).toBeDefined();
          expect(held).toBe(keys);
        }
        keys = held;
      });
      expect(persons.at(-1)).toBe(persons.at(-2));
      expect(registry.sources.length).toBeLessThanOrEqual(all.length);
    }),
    { numRuns: 100 },
  );
});

test('no two persons share a source, and a chart of two persons has been looked at', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      const pairs = new Set<string>();
      const registry = steps(all, ({ decision: { effects } }) => {
        for (const { personA, personB } of effects.tasks) pairs.add(`${personA} ${personB}`);
      });
      const ids = registry.sources.map(({ sourceId }) => sourceId);
      expect(new Set(ids).size).toBe(ids.length);
      const holders = new Map<string, Set<string>>();
      for (const { organizationId, idKey, personId } of registry.sources) {
        const chart = `${organizationId} ${idKey}`;
        holders.set(chart, (holders.get(chart) ?? new Set()).add(personId));
      }
      // Whoever came second under a chart was a doubt about one that had it.
      for (const persons of holders.values()) {
        for (const [index, one] of [...persons].entries()) {
          const before = [...persons].slice(0, index);
          const isLookedAt = before.some((other) => {
            const { personA, personB } = pairOf(one, other);
            return pairs.has(`${personA} ${personB}`);
          });
          expect(index === 0 || isLookedAt).toBe(true);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('each is recorded under the keys of its name and its chart, where the next one finds it', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      steps(all, ({ sent, decision: { effects }, registry }) => {
        const submission = submissionAbout(sent);
        const naming = namingOf(submission, senderOf(sent.organization));
        const person = registry.persons.find(({ personId }) => personId === effects.person.personId);
        for (const key of [...naming.charts.map(chartKey), ...nameKeysOf(naming.record)]) {
          expect(person?.keys).toContain(key);
        }
      });
    }),
    { numRuns: 100 },
  );
});

test('what is in doubt becomes tasks: each pair once, and never someone with themselves', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      steps(all, ({ before, decision: { effects, findings } }) => {
        const { found } = before;
        const { personId } = effects.person;
        const pairs = effects.tasks.map(({ personA, personB }) => [personA, personB]);
        expect(pairs).toEqual(
          found.doubts.slice(0, 5).map((doubt) => {
            const { personA, personB } = pairOf(personId, doubt.personId);
            return [personA, personB];
          }),
        );
        expect(new Set(pairs.map(String)).size).toBe(pairs.length);
        for (const [one, other] of pairs) expect(one).not.toBe(other);
        expect(findings.some(({ code }) => code === 'patient-id-names-someone-else')).toBe(
          found.doubts.some(({ kind }) => kind === 'chart-reused'),
        );
      });
    }),
    { numRuns: 100 },
  );
});

test('of a new person, everyone who has its chart, or exactly its name and birth date, is in doubt', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      steps(all, ({ before: { found, persons } }) => {
        if (found.kind === 'person') return;
        const doubted = found.doubts.map(({ personId }) => personId);
        for (const { personId, keys } of persons) if (keys.length > 0) expect(doubted).toContain(personId);
      });
    }),
    { numRuns: 100 },
  );
});

// ---- The order of arrival ------------------------------------------------------------------------------

/** Persons who cannot be taken for each other, each with charts at several organizations that agree on who it is. */
const PERSONS = [
  { last: 'Wrenfield', first: 'Ana', middle: 'Luz', born: '20240315', sex: 'F', household: 'wren' },
  { last: 'Quillmark', first: 'Tobias', middle: 'Finn', born: '20190702', sex: 'M', household: 'lark' },
  { last: 'Ostrander', first: 'Priya', middle: '', born: '20110911', sex: 'F', household: 'none' },
] as const;
const CHARTS = [
  { organization: 'clinic', chart: '1', person: 0 },
  { organization: 'pharmacy', chart: '1', person: 0 },
  { organization: 'clinic', chart: '7', person: 0 },
  { organization: 'clinic', chart: '2', person: 1 },
  { organization: 'school', chart: '2', person: 1 },
  { organization: 'school', chart: '3', person: 2 },
] as const;
const DOSES = [
  { day: '20250110', vaccine: '03^MMR^CVX' },
  { day: '20250110', vaccine: '94^MMRV^CVX' },
  { day: '20250114', vaccine: '03^MMR^CVX' },
  { day: '20250220', vaccine: '20^DTaP^CVX' },
] as const;

/** One word of a chart: what it may say differently each time. */
const word = fc.record({
  chart: fc.constantFrom(...CHARTS),
  spelling: fc.constantFrom('full', 'initial', 'capitals', 'newly married'),
  race: fc.constantFrom('', '""', '2106-3^White^CDCREC', '2028-9^Asian^CDCREC'),
  language: fc.constantFrom('', '""', 'spa^Spanish^ISO6392'),
  protection: fc.constantFrom('N', 'Y'),
  relative: fc.constantFrom('', 'Rosa', 'Leo'),
  doses: fc.subarray([0, 1, 2, 3]),
  action: fc.constantFrom('A', 'U'),
});
type Word = Parameters<Parameters<typeof word.map>[0]>[0];
/** Each with the time at which it was said, no two at once. */
type Said = Word & { readonly minute: number };

function submissionSaying(said: Said) {
  const { chart, spelling, race, language, protection, relative, doses, action, minute } = said;
  const { last, first, middle, born, sex, household } = PERSONS[chart.person];
  const [mother = '', address = '', phone = ''] = HOUSEHOLDS[household] ?? [];
  const name = {
    full: `${last}^${first}^${middle}`,
    initial: `${last}^${first}^${middle.slice(0, 1)}`,
    capitals: `${last}^${first}`.toUpperCase(),
    'newly married': `${last}-Hollyoak^${first}^${middle}`,
  }[spelling];
  const orders = doses.flatMap((index) => {
    const dose = DOSES[index] ?? DOSES[0];
    const [orc = '', rxa = '', ...rest] = given({
      ...dose,
      id: `${chart.chart}-${index}^${chart.organization}`,
      action,
    });
    return [orc, rxa.replace('X100A', `L${minute}`), ...rest];
  });
  return submissionOf(
    `PID|1||${chart.chart}^^^A^MR||${name}|${mother}|${born}|${sex}||${race}|${address}||${phone}||${language}`,
    `PD1||||||||||||${protection}`,
    ...(relative === '' ? [] : [`NK1|1|${last}^${relative}|MTH`]),
    ...orders,
  );
}

/** All that a reader sees of the persons, each by its charts: ids and versions are those of the order of arrival. */
function afterAll(arrived: readonly Said[]): readonly unknown[] {
  const registry = new MemoryRegistry();
  const newId = numbers();
  for (const said of arrived) {
    const context = { sender: senderOf(said.chart.organization), saidAt: moment(said.minute), newId };
    const { decision } = record(registry, submissionSaying(said), context);
    expect(decision.effects.tasks).toEqual([]);
  }
  const nameOf = new Map(
    registry.reports.map(({ reportId, idKey, doseKey, saidAt }) => [
      reportId,
      `${idKey} ${doseKey} ${saidAt}`,
    ]),
  );
  return registry.persons
    .map(({ personId, demographics, isProtected }) => {
      const reports = registry.reports.filter((report) => report.personId === personId);
      const events = vaccinationEvents(reports).map(({ reports: told, segments, filled, suspectOf }) => ({
        told: told.map(({ reportId }) => nameOf.get(reportId)),
        segments: segments.map(String),
        filled: Object.entries(filled).map(([path, reportId]) => [path, nameOf.get(reportId)]),
        suspectOf: suspectOf && nameOf.get(suspectOf),
      }));
      const charts = registry.sources
        .filter((source) => source.personId === personId)
        .map(({ organizationId, idKey }) => `${organizationId} ${idKey}`);
      return { charts: [...new Set(charts)].toSorted(), demographics, isProtected, events };
    })
    .toSorted((a, b) => (String(a.charts) < String(b.charts) ? -1 : 1));
}

const saidBy = (most: number): fc.Arbitrary<readonly Said[]> =>
  fc
    .array(word, { minLength: 2, maxLength: most })
    .map((words) => words.map((each, minute) => ({ ...each, minute })));

test('in whatever order messages arrive, the same persons are known, and the same of them', () => {
  const both = saidBy(10).chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
  );
  fc.assert(
    fc.property(both, ([all, otherwise]) => {
      expect(afterAll(otherwise)).toEqual(afterAll(all));
    }),
    { numRuns: 100 },
  );
});

test('in every order in which four messages can arrive', () => {
  const permutations = (all: readonly Said[]): readonly (readonly Said[])[] =>
    all.length < 2
      ? [all]
      : all.flatMap((one) =>
          permutations(all.filter((other) => other !== one)).map((rest) => [one, ...rest]),
        );
  fc.assert(
    fc.property(saidBy(4), (all) => {
      const expected = afterAll(all);
      for (const otherwise of permutations(all)) expect(afterAll(otherwise)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});
