import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideDose,
  type DoseAction,
  type DoseDecision,
  type KnownDose,
  type ReportedDose,
} from './doses.ts';

type Act = {
  readonly action: DoseAction;
  readonly fillerId: string;
  readonly day: string;
  readonly code: string;
  readonly lot: string;
};

const act = (fillerIds: readonly string[]): fc.Arbitrary<Act> =>
  fc.record({
    action: fc.constantFrom<DoseAction>('A', 'A', 'A', 'U', 'D'),
    fillerId: fc.constantFrom(...fillerIds),
    day: fc.constantFrom('2024-01-10', '2024-03-10', '2024-05-10'),
    code: fc.constantFrom('CVX:03', 'CVX:20', 'CVX:94'),
    lot: fc.constantFrom('K1', 'K2'),
  });

const NUMBERED = ['D1^CLINIC', 'D2^CLINIC'];
const acts = fc.array(act([...NUMBERED, '']), { maxLength: 14 });

const dose = ({ action, fillerId, day, code, lot }: Act): ReportedDose => ({
  action,
  fillerId,
  administeredOn: day,
  codes: [code],
  completion: 'CP',
  segments: `ORC|RE||${fillerId}\rRXA|0|1|${day}||${code}||||||||||${lot}`,
  contentHash: [fillerId, day, code, lot].join('/'),
});

/** What is known of each dose: its newest report, by its key. */
type Registry = ReadonlyMap<string, KnownDose>;

function take(
  registry: Registry,
  order: Act,
): { readonly registry: Registry; readonly decision: DoseDecision } {
  const reported = dose(order);
  const decision = decideDose(reported, [...registry.values()]);
  if (decision.kind !== 'report') return { registry, decision };
  const { doseKey } = decision;
  return { registry: new Map([...registry, [doseKey, { ...reported, doseKey }]]), decision };
}

const after = (orders: readonly Act[]): Registry =>
  orders.reduce<Registry>((registry, order) => take(registry, order).registry, new Map());

const standing = (registry: Registry): readonly KnownDose[] =>
  [...registry.values()].filter(({ action }) => action !== 'D');

const shows = (registry: Registry, { day, code }: Act): boolean =>
  standing(registry).some(({ administeredOn, codes }) => administeredOn === day && codes.includes(code));

test('under one id no vaccine stands twice on one day, and every key belongs to the id it was made for', () => {
  fc.assert(
    fc.property(acts, (orders) => {
      const registry = after(orders);
      const said = standing(registry).map(({ fillerId, administeredOn, codes }) =>
        [fillerId, administeredOn, ...codes].join('/'),
      );
      expect(new Set(said).size).toBe(said.length);
      for (const [key, { fillerId, doseKey }] of registry) {
        expect(doseKey).toBe(key);
        expect(key === fillerId || key.startsWith(`${fillerId}|`)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('a dose added under an unused id stands until an update or a deletion names that id', () => {
  const added = act(['D3^CLINIC']).map((order) => ({ ...order, action: 'A' as const }));
  // Meanwhile others are added, updated and deleted, and that id is used again for other doses.
  const meanwhile = fc.array(fc.oneof(act([...NUMBERED, '']), added), { maxLength: 14 });
  fc.assert(
    fc.property(acts, added, meanwhile, (before, order, later) => {
      const unlike = later.filter(
        ({ fillerId, day, code }) => fillerId !== order.fillerId || day !== order.day || code !== order.code,
      );
      expect(shows(after([...before, order, ...unlike]), order)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the last order again changes nothing', () => {
  fc.assert(
    fc.property(acts, act([...NUMBERED, '']), (before, order) => {
      const once = take(after(before), order);
      const twice = take(once.registry, order);
      expect(twice.registry).toEqual(once.registry);
      if (once.decision.kind === 'report') expect(twice.decision.kind).toBe('unchanged');
      else expect(twice.decision).toEqual(once.decision);
    }),
    { numRuns: 500 },
  );
});

test('an added dose never takes away one of another vaccine or another day', () => {
  fc.assert(
    fc.property(acts, act([...NUMBERED, '']), (before, order) => {
      const registry = after(before);
      const next = after([...before, { ...order, action: 'A' }]);
      for (const { administeredOn, codes } of standing(registry)) {
        const other = { ...order, day: administeredOn, code: codes[0] ?? '' };
        if (other.day !== order.day || other.code !== order.code) expect(shows(next, other)).toBe(true);
      }
      expect(shows(next, order)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('an order touches one dose at most, and none but of its own id', () => {
  fc.assert(
    fc.property(acts, act([...NUMBERED, '']), (before, order) => {
      const registry = after(before);
      const next = take(registry, order).registry;
      const changed = [...next].filter(([key, now]) => registry.get(key) !== now);
      expect(changed.length).toBeLessThanOrEqual(1);
      expect(changed.every(([, { fillerId }]) => fillerId === order.fillerId)).toBe(true);
      expect(next.size).toBeGreaterThanOrEqual(registry.size);
    }),
    { numRuns: 500 },
  );
});

test('in which order the known doses are read makes no difference', () => {
  const states = acts.chain((orders) => {
    const known = [...after(orders).values()];
    return fc.tuple(fc.constant(known), fc.shuffledSubarray(known, { minLength: known.length }));
  });
  fc.assert(
    fc.property(states, act([...NUMBERED, '']), ([known, otherwise], order) => {
      expect(decideDose(dose(order), otherwise)).toEqual(decideDose(dose(order), known));
    }),
    { numRuns: 500 },
  );
});
