import { california } from '@cairn/california';
import { parseMessage } from '@cairn/hl7';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { DoseStock } from '../registry/inventory/dose-state.ts';
import type { KnownLot } from '../registry/inventory/lots.ts';
import { fromStock } from './from-stock.ts';
import { decideRecord } from './record.ts';
import { MemoryRegistry } from './testing/registry.ts';
import { namingOf, senderOf, submissionOf } from './testing/submissions.ts';

// Hundreds of sequences on a slow machine.
vi.setConfig({ testTimeout: 60_000 });

const LOTS = ['L1', 'L2'] as const;
const START = 3;

/** What is said of a dose: whether it was given here, from which lot, to whom. */
const saying = fc.record({
  kind: fc.constantFrom('given', 'given', 'given', 'given', 'given', 'historical', 'refused'),
  lot: fc.constantFrom(...LOTS, 'TYPO'),
  eligibility: fc.constantFrom('V01', 'V01', 'V01', 'V01', 'V02', ''),
  place: fc.constantFrom('CLINIC', 'CLINIC', 'CLINIC', ''),
  /** It says nothing of stock. */
  amount: fc.constantFrom('0.5', '0.25'),
});
type Said = {
  readonly kind: string;
  readonly lot: string;
  readonly eligibility: string;
  readonly place: string;
  readonly amount: string;
};
/** The day of each dose; the last is before the deductions begin. */
const DAYS = { D1: '20250310', D2: '20250311', D3: '20250201' } as const;
const message = fc.record({
  is: fc.constant('message' as const),
  number: fc.constantFrom('D1' as const, 'D1' as const, 'D1' as const, 'D2' as const, 'D3' as const),
  chart: fc.constantFrom('1', '2'),
  action: fc.constantFrom('A', 'U', 'U', 'U', 'D'),
  /** Minutes that it was on its way: messages overtake each other. */
  late: fc.constantFrom(0, 0, 0, 15, 45),
  says: saying,
});
const step = fc.oneof(
  { weight: 8, arbitrary: message },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('again' as const), which: fc.nat(30) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constantFrom('count' as const, 'correction' as const),
      lot: fc.constantFrom(...LOTS),
      doses: fc.integer({ min: -3, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('settle' as const),
      which: fc.nat(10),
      lot: fc.constantFrom(...LOTS, undefined),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('retire' as const), lot: fc.constantFrom(...LOTS) }),
  },
);
type Sent = Parameters<Parameters<typeof message.map>[0]>[0];

type Ledger = { readonly lotId: string; readonly doses: number; readonly dose: string };

/** The site's stock, with the tables of it in memory. */
class Site {
  readonly registry = new MemoryRegistry();
  readonly lots = new Map<string, KnownLot>(
    LOTS.map((lot) => [
      lot,
      {
        organizationId: 'CLINIC',
        lotId: lot,
        lotKey: lot,
        cvx: '03',
        funding: 'PHC70',
        expiresOn: '2026-01-31',
        onHand: START,
        isActive: true,
      },
    ]),
  );
  readonly ledger: Ledger[] = LOTS.map((lotId) => ({ lotId, doses: START, dose: '' }));
  /** By the report that made each known. */
  readonly doses = new Map<string, DoseStock & { readonly name: string }>();
  readonly #charts = new Map<string, string>();
  readonly sender = (() => {
    const { holder, responsible } = senderOf('CLINIC');
    return { holder, responsible: { ...responsible, decrementFrom: '2025-03-01' } };
  })();
  #ids = 0;
  readonly newId = (): string => `id-${String(++this.#ids).padStart(6, '0')}`;

  enter(lotId: string, doses: number, dose = ''): void {
    const lot = this.lots.get(lotId);
    if (!lot) throw new Error('no such lot');
    this.ledger.push({ lotId, doses, dose });
    this.lots.set(lotId, { ...lot, onHand: lot.onHand + doses });
  }

  submit(sent: Sent, at: Date): void {
    const lines = linesOf(sent);
    const submission = submissionOf(...lines);
    const read = parseMessage([HEADER, ...lines].join('\r'));
    if (!read.ok) throw new Error('unreadable');
    const before = this.registry.look(namingOf(submission, this.sender));
    const reports = before.reports.map((report) => {
      const stock = this.doses.get(report.reportId);
      return stock ? { ...report, stock } : report;
    });
    const saidAt = new Date(at.getTime() - sent.late * 60_000);
    const known = { ...before, reports };
    const decision = decideRecord(submission, known, { sender: this.sender, at, saidAt, newId: this.newId });
    const { stock } = fromStock(
      decision,
      { reports, organizations: [this.sender.responsible], lots: [...this.lots.values()] },
      {
        message: read.message,
        sender: this.sender,
        messageId: this.newId(),
        at,
        newId: this.newId,
        funding: california.funding,
      },
    );
    this.registry.write(decision.effects, 'CLINIC');
    for (const { idKey } of decision.effects.reports) this.#charts.set(idKey, sent.chart);
    for (const { before: seen, idKey, doseKey, ...dose } of stock?.doses ?? []) {
      if (this.doses.has(dose.reportId) !== (seen !== undefined))
        throw new Error('written as it was not known');
      this.doses.set(dose.reportId, { ...dose, name: this.#name(idKey, doseKey) });
    }
    for (const { lotId, doses, idKey = '', doseKey = '' } of stock?.entries ?? []) {
      this.enter(lotId, doses, this.#name(idKey, doseKey));
    }
  }

  readonly #name = (idKey: string, doseKey: string): string =>
    `${this.#charts.get(idKey) ?? ''} ${doseKey.split('^')[0] ?? ''}`;

  /** What somebody does with a dose on the list: chooses a lot for it, or dismisses it. */
  settle(which: number, lotId: string | undefined): string | undefined {
    const open = [...this.doses.values()].filter(({ state }) => state === 'not-deducted');
    const dose = open[which % Math.max(1, open.length)];
    if (!dose) return undefined;
    const state = lotId === undefined ? ('dismissed' as const) : ('deducted' as const);
    this.doses.set(dose.reportId, { ...dose, state, reason: '', lotId, isByHand: true });
    if (lotId !== undefined) this.enter(lotId, -1, dose.name);
    return dose.name;
  }
}

const HEADER = 'MSH|^~\\&|EHR|CLINIC||||||||||||||||||CLINIC';

function linesOf({ chart, number, action, says }: Sent): readonly string[] {
  const { kind, lot, eligibility, place, amount } = says;
  const day = DAYS[number];
  const [source, completion] =
    kind === 'given' ? ['00', 'CP'] : kind === 'historical' ? ['01', 'CP'] : ['', 'RE'];
  return [
    `PID|1||${chart}^^^A^MR||${chart === '1' ? 'Wrenfield^Ana' : 'Larkmoor^Eva'}||${chart === '1' ? '20240315' : '20110101'}|F`,
    `ORC|RE||${number}^A`,
    `RXA|0|1|${day}||03^MMR^CVX|${amount}|||${source}||^^^${place}||||${lot}|||||${completion}|${action}`,
    ...(eligibility === '' ? [] : [`OBX|1|CE|64994-7^E^LN|1|${eligibility}^E^HL70064`]),
  ];
}

/** What the last standing word on a dose was, and what it makes of the stock. */
type Expected = {
  readonly saidAt: number;
  readonly says: Said;
  readonly isDeleted: boolean;
  /** A lot, or that it is listed, dismissed, or nothing at all. */
  readonly outcome: string;
  readonly isByHand: boolean;
};

/** The rules once more, of messages about one dose in whatever order they come. */
function afterMessage(
  before: Expected | undefined,
  { number, action, says }: Sent,
  saidAt: number,
  lots: ReadonlyMap<string, KnownLot>,
): Expected | undefined {
  const stands = before && !before.isDeleted;
  const isSame = JSON.stringify(before?.says) === JSON.stringify(says);
  const isSaidAgain = action === 'D' ? !stands : stands && isSame;
  if (isSaidAgain) return before && { ...before, saidAt: Math.max(before.saidAt, saidAt) };
  if (before && before.saidAt > saidAt) return before;
  const nothing = { saidAt, says, isDeleted: action === 'D', outcome: 'nothing', isByHand: false };
  if (action === 'D') return before && { ...nothing, says: before.says };
  if (says.kind !== 'given' || DAYS[number] < '20250301') return nothing;
  const isSettled = before && !['nothing', 'listed'].includes(before.outcome);
  if (isSettled && before.says.lot === says.lot && before.says.eligibility === says.eligibility) {
    return { ...before, saidAt, says };
  }
  const isOfLot = says.place !== '' && says.eligibility === 'V01' && lots.get(says.lot)?.isActive === true;
  return { ...nothing, outcome: isOfLot ? says.lot : 'listed' };
}

const STATES = { nothing: 'none', listed: 'not-deducted', dismissed: 'dismissed' } as const;
const stateOf = (outcome: string): string =>
  Object.hasOwn(STATES, outcome) ? STATES[outcome as keyof typeof STATES] : 'deducted';

function holds(site: Site, expected: ReadonlyMap<string, Expected>, counted: readonly Ledger[]): void {
  const net = (entries: readonly Ledger[], lotId: string, dose?: string): number =>
    entries
      .filter((entry) => entry.lotId === lotId && (dose === undefined || entry.dose === dose))
      .reduce((sum, { doses }) => sum + doses, 0);
  for (const [lotId, { onHand }] of site.lots) {
    expect(onHand).toBe(net(site.ledger, lotId));
    const taken = [...expected.values()].filter(({ outcome }) => outcome === lotId).length;
    expect(onHand).toBe(START + net(counted, lotId) - taken);
    for (const [name, { outcome }] of expected) {
      expect(net(site.ledger, lotId, name)).toBe(outcome === lotId ? -1 : 0);
    }
  }
  for (const { name, state, lotId, isByHand } of site.doses.values()) {
    const { outcome = '', isByHand: wasByHand } = expected.get(name) ?? {};
    expect({ name, state, isByHand }).toEqual({ name, state: stateOf(outcome), isByHand: wasByHand });
    expect(lotId).toBe(state === 'deducted' ? outcome : undefined);
  }
  const listed = [...expected.values()].filter(({ outcome }) => outcome !== 'nothing').length;
  expect([...site.doses.values()].filter(({ state }) => state !== 'none')).toHaveLength(listed);
}

test('each dose is taken once, from the lot of its last standing report, and what is on hand is the sum of the ledger', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => {
      const site = new Site();
      const sent: Sent[] = [];
      const counted: Ledger[] = [];
      const expected = new Map<string, Expected>();
      let now = Date.UTC(2025, 2, 20);
      const submit = (one: Sent): void => {
        now += 10 * 60_000;
        site.submit(one, new Date(now));
        const name = `${one.chart} ${one.number}`;
        const after = afterMessage(expected.get(name), one, now - one.late * 60_000, site.lots);
        if (after) expected.set(name, after);
      };
      for (const each of steps) {
        switch (each.is) {
          case 'message':
            sent.push(each);
            submit(each);
            break;
          case 'again': {
            const earlier = sent[each.which % Math.max(1, sent.length)];
            if (earlier) submit(earlier);
            break;
          }
          case 'count':
          case 'correction':
            site.enter(each.lot, each.doses);
            counted.push({ lotId: each.lot, doses: each.doses, dose: '' });
            break;
          case 'settle': {
            const name = site.settle(each.which, each.lot);
            const before = name === undefined ? undefined : expected.get(name);
            if (name === undefined || !before) break;
            expected.set(name, { ...before, outcome: each.lot ?? 'dismissed', isByHand: true });
            break;
          }
          case 'retire': {
            const lot = site.lots.get(each.lot);
            if (lot) site.lots.set(each.lot, { ...lot, isActive: !lot.isActive });
          }
        }
        holds(site, expected, counted);
      }
    }),
    { numRuns: 150 },
  );
});
