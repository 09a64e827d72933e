import { check, compileGuide, ymdOf } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from './days.ts';
import { DEFAULTS, simulate, type SimulateOptions, type Simulated, sitesOf, truthLine } from './index.ts';
import { BLOCK, type Person, Population } from './population.ts';

const today = dayOf(2026, 11, 22);
const base: SimulateOptions = { ...DEFAULTS, today, sites: 60, persons: 600, sendingFacility: 'SF-000001' };
const all = (options: Partial<SimulateOptions> = {}): readonly Simulated[] => [
  ...simulate({ ...base, ...options }),
];
const messages = all();

function parsed(text: string) {
  const read = parseMessage(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.message;
}

function grouped<T, K>(items: readonly T[], by: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
}

function personsOf(blocks: number, options: Partial<SimulateOptions> = {}): readonly Person[] {
  const population = new Population({ ...base, ...options });
  return Array.from({ length: blocks }, (_, block) => population.block(block)).flat();
}

describe('The same options make the same messages', () => {
  test('byte for byte, with their truth', () => {
    expect(all()).toEqual(messages);
  });

  test('another seed makes others', () => {
    const others = new Set(all({ seed: 2 }).map(({ text }) => text.split('\r')[1]));
    expect(messages.some(({ text }) => others.has(text.split('\r')[1]))).toBe(false);
  });

  test('and a slice holds what the whole says of its persons', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 100 }), (from, persons) => {
        const slice = all({ from, persons, window: 1 });
        const whole = messages.filter(({ truth }) => truth.person >= from && truth.person < from + persons);
        const byId = (some: readonly Simulated[]): readonly string[] =>
          some.map(({ text }) => text).toSorted();
        expect(byId(slice)).toEqual(byId(whole));
      }),
      { numRuns: 20 },
    );
  });

  test('however many are asked for, and stops at the number of messages', () => {
    expect(all({ messages: 25 })).toEqual(messages.slice(0, 25));
  });

  test('and the messages of a person come in their order, mixed with those of others', () => {
    const days = new Map<number, string>();
    for (const { text, truth } of messages) {
      const time = parsed(text).text('MSH-7').slice(0, 8);
      if (truth.kind === 'new') {
        expect(time >= (days.get(truth.person) ?? '')).toBe(true);
        days.set(truth.person, time);
      }
    }
    const neighbours = messages.filter(
      ({ truth }, index) => truth.person === messages[index - 1]?.truth.person,
    );
    expect(neighbours.length).toBeLessThan(messages.length / 10);
  });
});

describe('Messages', () => {
  const guide = compileGuide();
  const day = ymdOf('2026-11-22');

  test('have no errors but those that were put in', () => {
    const sample = messages.slice(0, 300).map(({ text, truth }) => {
      const { findings } = check(parsed(text), { today: day, guide, text });
      return { truth, errors: findings.filter(({ severity }) => severity === 'E').map(({ code }) => code) };
    });
    expect(sample.filter(({ truth, errors }) => errors.length > 0 && truth.faults.length === 0)).toEqual([]);
  });

  test('come from registered sites through the sending facility', () => {
    const codes = new Set(sitesOf(base).map(({ code }) => code));
    for (const { text, truth } of messages) {
      const message = parsed(text);
      expect(message.text('MSH-4')).toBe('SF-000001');
      expect(message.text('MSH-22')).toBe(truth.site);
      expect(codes.has(truth.site)).toBe(true);
      expect([truth.site, '']).toContain(message.text('RXA-11.4'));
    }
  });

  test('from sites that send for themselves name them twice', () => {
    const { sendingFacility: _, ...direct } = base;
    const [first] = simulate({ ...direct, sites: ['DE-000001'] });
    expect(parsed(first?.text ?? '').text('MSH-4')).toBe('DE-000001');
    expect(first?.truth.site).toBe('DE-000001');
  });

  test('are dated on or after the birth and before the day that was asked for', () => {
    for (const { text, truth } of messages) {
      const message = parsed(text);
      expect(message.text('MSH-7').slice(0, 8) < '20261122').toBe(true);
      for (const { dose } of truth.doses) expect(dose).toBeGreaterThanOrEqual(0);
      if (truth.faults.includes('day-month-swapped')) continue;
      for (const order of message.all('RXA')) expect(order.text(3) >= message.text('PID-7')).toBe(true);
    }
  });
});

describe('The truth', () => {
  test('names the orders of the message in their order', () => {
    for (const { text, truth } of messages) {
      const orders = parsed(text).all('ORC');
      expect(orders.map((order) => order.text(3))).toEqual(truth.doses.map(({ filler }) => filler));
    }
  });

  test('gives a chart one person, and an order number of a site one dose', () => {
    const chart = new Map<string, number>();
    const order = new Map<string, string>();
    for (const { text, truth } of messages) {
      const key = `${truth.authority} ${truth.mrn}`;
      expect(parsed(text).text('PID-3.1')).toBe(truth.mrn);
      expect(chart.get(key) ?? truth.person).toBe(truth.person);
      chart.set(key, truth.person);
      for (const { filler, dose } of truth.doses) {
        if (filler === '9999') continue;
        const id = `${truth.authority} ${filler}`;
        expect(order.get(id) ?? `${truth.person}.${dose}`).toBe(`${truth.person}.${dose}`);
        order.set(id, `${truth.person}.${dose}`);
      }
    }
    const charts = new Map<number, Set<string>>();
    for (const [key, person] of chart) charts.set(person, (charts.get(person) ?? new Set()).add(key));
    const counts = [...charts.values()].map(({ size }) => size);
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
    expect(counts.filter((count) => count > 1).length / counts.length).toBeGreaterThan(0.15);
  });

  test('is one line of as many cells as the header has', () => {
    expect(new Set(messages.map(({ truth }) => truthLine(truth).split('\t').length))).toEqual(new Set([11]));
  });

  test('shares a control id only between a message and itself sent again', () => {
    const seen = new Map<string, string>();
    for (const { text, truth } of messages) {
      expect(seen.get(truth.controlId) ?? text).toBe(text);
      seen.set(truth.controlId, text);
    }
  });
});

describe('The population', () => {
  const persons = personsOf(1500);
  const children = persons.filter(({ birthDay }) => today - birthDay < 18 * 365);

  test('has twins and triplets as often as births have', () => {
    const twins = children.filter((person) => person.twins?.count === 2);
    expect(twins.length / children.length).toBeGreaterThan(0.022);
    expect(twins.length / children.length).toBeLessThan(0.042);
    const alike = twins.filter(({ twins: birth }) => birth?.alike);
    expect(alike.length / twins.length).toBeGreaterThan(0.12);
    expect(alike.length / twins.length).toBeLessThan(0.28);
  });

  test('has twins of one day, one household and two names', () => {
    const groups = grouped(
      persons.filter(({ twins }) => twins),
      ({ twins }) => twins?.group,
    );
    for (const [, group] of groups) {
      expect(new Set(group.map(({ birthDay }) => birthDay)).size).toBe(1);
      expect(new Set(group.map(({ household }) => household.number)).size).toBe(1);
      expect(new Set(group.map(({ first }) => first)).size).toBe(group.length);
    }
  });

  test('lives in households of which most share a surname', () => {
    const households = grouped(persons, ({ household }) => household.number);
    const mean = persons.length / households.size;
    expect(mean).toBeGreaterThan(2.3);
    expect(mean).toBeLessThan(3.2);
    const families = [...households.values()].filter(({ length }) => length > 2);
    const shared = families.filter(
      (members) => new Set(members.map(({ surname }) => surname[0])).size < members.length,
    );
    expect(shared.length / families.length).toBeGreaterThan(0.9);
  });

  test('numbers its persons one after the other', () => {
    expect(persons.every(({ number }, index) => number === index)).toBe(true);
    expect(persons.length % BLOCK).toBe(0);
  });

  test('is squeezed into so many days where it is asked for', () => {
    const dense = personsOf(200, { density: 2500 });
    const ages = dense.map(({ birthDay }) => today - birthDay);
    expect(Math.max(...ages)).toBeLessThanOrEqual(2500);
    expect(ages.filter((age) => age > 1250).length / ages.length).toBeCloseTo(0.5, 1);
  });

  test('has no two surnames so frequent that all would meet', () => {
    const counts = [...grouped(persons, ({ surname }) => surname[0]).values()].map(({ length }) => length);
    const chance = counts.reduce((sum, count) => sum + (count / persons.length) ** 2, 0);
    expect(chance).toBeGreaterThan(0.0005);
    expect(chance).toBeLessThan(0.006);
  });
});
