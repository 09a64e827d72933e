import { HL7_NULL } from '@cairn/hl7';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChartWord, consolidate, type Consolidated, wordsOf } from './consolidate.ts';
import type { Demographics } from './demographics.ts';

const MOTHER = 'NK1|1|Wren^Rosa|MTH^Mother^HL70063';
const FATHER = 'NK1|2|Wren^Leo|FTH^Father^HL70063';

/** Something that a chart says at a time. */
type Word = { readonly chart: string; readonly at: number; readonly said: Demographics };

const says = (fields: Demographics['fields'], nextOfKin: readonly string[] = []): Demographics => ({
  fields,
  nextOfKin,
});
const word = (
  chart: string,
  at: number,
  fields: Demographics['fields'],
  kin: readonly string[] = [],
): Word => ({
  chart,
  at,
  said: says(fields, kin),
});
const time = (at: number): string => new Date(Date.UTC(2025, 2, 1, at)).toISOString();

const IDENTITY = ['PID-5', 'PID-7', 'PID-8'];
const chartWord = ({ chart, at, said }: Word): ChartWord => ({
  idKey: chart,
  saidAt: time(at),
  fields: Object.fromEntries(Object.entries(said.fields).filter(([path]) => IDENTITY.includes(path))),
});

/** The words of the charts as they arrive, one after the other. */
function arrive(words: readonly Word[]): Consolidated {
  let known: Consolidated | undefined;
  const newest = new Map<string, Word>();
  for (const each of words) {
    const { chart, at, said } = each;
    known = consolidate(known, said, { idKey: chart, saidAt: time(at) }, [...newest.values()].map(chartWord));
    const before = newest.get(chart);
    if (!before || at >= before.at) newest.set(chart, each);
  }
  if (!known) throw new Error('nothing arrived');
  return known;
}

const ANA = { 'PID-5': 'Wren^Ana', 'PID-7': '20240315', 'PID-8': 'F' };
const KNOWN = word('a', 1, { ...ANA, 'PID-11': '1 Example Street^^Sacramento', 'PD1-12': 'N' }, [MOTHER]);
const fieldsOf = (...words: readonly Word[]): Demographics['fields'] => arrive(words).fields;

describe('one more report', () => {
  test('leaves what it does not mention', () => {
    expect(arrive([KNOWN, word('a', 2, { 'PID-10': 'X' })])).toMatchObject({
      fields: { ...KNOWN.said.fields, 'PID-10': 'X' },
      nextOfKin: [MOTHER],
    });
  });

  test('replaces what it values', () => {
    expect(fieldsOf(KNOWN, word('b', 2, { 'PD1-12': 'Y' }))).toEqual({ ...KNOWN.said.fields, 'PD1-12': 'Y' });
  });

  test('deletes what it sends as ""', () => {
    const { fields, stated } = arrive([KNOWN, word('b', 2, { 'PID-11': HL7_NULL })]);
    expect(fields).not.toHaveProperty('PID-11');
    expect(stated[`${time(2)} b`]).toEqual(['PID-11']);
  });

  test('replaces the next of kin as a set, or leaves them', () => {
    expect(arrive([KNOWN, word('b', 2, {}, [FATHER])]).nextOfKin).toEqual([FATHER]);
    expect(arrive([KNOWN, word('b', 2, {})]).nextOfKin).toEqual([MOTHER]);
  });

  test('of someone unknown makes the person', () => {
    const made = arrive([word('a', 1, { 'PID-5': 'Wren^Ana', 'PID-11': HL7_NULL }, [MOTHER])]);
    expect(made).toEqual({
      fields: { 'PID-5': 'Wren^Ana' },
      nextOfKin: [MOTHER],
      stated: { [`${time(1)} a`]: ['NK1', 'PID-11', 'PID-5'] },
    });
  });

  test('says of every field whose word it is', () => {
    const both = arrive([KNOWN, word('b', 2, { ...ANA, 'PID-11': '2 Example Street' }, [FATHER])]);
    expect(both.stated).toEqual({
      [`${time(1)} a`]: ['PD1-12'],
      [`${time(2)} b`]: ['NK1', 'PID-11', 'PID-5', 'PID-7', 'PID-8'],
    });
    expect(wordsOf(both).get('PD1-12')).toEqual({ idKey: 'a', saidAt: time(1) });
  });
});

describe('the newest word', () => {
  test('is what was said last, not what arrives last', () => {
    const late = word('b', 0, { 'PID-11': '9 Old Street', 'PD1-12': 'Y', 'PID-10': 'X' }, [FATHER]);
    expect(arrive([KNOWN, late])).toMatchObject({
      fields: { ...KNOWN.said.fields, 'PID-10': 'X' },
      nextOfKin: [MOTHER],
    });
  });

  test('may be that there is nothing: what was said before the deletion does not come back', () => {
    const deleted = word('a', 3, { 'PID-11': HL7_NULL });
    expect(fieldsOf(KNOWN, deleted, word('b', 2, { 'PID-11': '2 Example Street' }))).not.toHaveProperty(
      'PID-11',
    );
    expect(fieldsOf(KNOWN, deleted, word('b', 4, { 'PID-11': '2 Example Street' }))).toHaveProperty('PID-11');
  });

  test('of one chart is, at the same time, what arrives last', () => {
    const [one, other] = ['A', 'B'].map((street) => word('a', 1, { 'PID-11': street }));
    if (!one || !other) throw new Error('there are two');
    expect(fieldsOf(one, other)['PID-11']).toBe('B');
    expect(fieldsOf(other, one)['PID-11']).toBe('A');
  });

  test('of two charts at the same time is the same one in either order', () => {
    for (const [street, other] of [
      ['A', 'B'],
      ['A', 'A'],
    ]) {
      const words = [word('a', 1, { 'PID-11': street ?? '' }), word('b', 1, { 'PID-11': other ?? '' })];
      expect(arrive(words.toReversed())).toEqual(arrive(words));
    }
  });
});

describe('who the person is', () => {
  const of = (chart: string, at: number, name: string, more: Demographics['fields'] = {}): Word =>
    word(chart, at, { ...ANA, 'PID-5': name, ...more });

  test('is what most charts say, though one said otherwise later', () => {
    const words = [of('a', 1, 'Wren^Ana'), of('b', 2, 'Wren^Ana'), of('c', 3, 'Wrenn^Ana')];
    expect(fieldsOf(...words)['PID-5']).toBe('Wren^Ana');
    const dates = [
      of('a', 1, 'W^A'),
      of('b', 2, 'W^A'),
      of('c', 3, 'W^A', { 'PID-7': '20240513', 'PID-8': 'M' }),
    ];
    expect(fieldsOf(...dates)).toMatchObject({ 'PID-7': '20240315', 'PID-8': 'F' });
  });

  test('is of as many charts the newest word', () => {
    expect(fieldsOf(of('a', 1, 'Wren^Ana'), of('b', 2, 'Hollyoak^Ana'))['PID-5']).toBe('Hollyoak^Ana');
    expect(fieldsOf(of('b', 2, 'Hollyoak^Ana'), of('a', 1, 'Wren^Ana'))['PID-5']).toBe('Hollyoak^Ana');
  });

  test('is not said more often by one chart that says it often: its newest word is its vote', () => {
    const words = [
      of('a', 1, 'Wren^Ana'),
      of('a', 2, 'Wren^Ana'),
      of('a', 3, 'Wren^Ana'),
      of('b', 4, 'Wren^Eva'),
    ];
    expect(fieldsOf(...words)['PID-5']).toBe('Wren^Eva');
    expect(fieldsOf(of('a', 2, 'Wren^Ana'), of('b', 3, 'Wren^Eva'), of('a', 1, 'Wren^Eva'))['PID-5']).toBe(
      'Wren^Eva',
    );
  });

  test('is one vote however it is spelled, middle name and case aside, and shown as said last', () => {
    const words = [
      of('a', 1, 'WREN^ANA'),
      of('b', 2, 'Wren^Ana^Luz^^^^L'),
      of('c', 3, 'Lark^Eva', { 'PID-7': '202403151000', 'PID-8': 'f' }),
    ];
    const { fields, stated } = arrive(words);
    expect(fields['PID-5']).toBe('Wren^Ana^Luz^^^^L');
    expect(fields['PID-7']).toBe('202403151000');
    expect(stated[`${time(2)} b`]).toEqual(['PID-5']);
  });

  test('is never the name that a newborn has until there is one', () => {
    const words = [of('a', 1, 'Wren^Ana'), of('b', 2, 'Wren^Baby Girl'), of('c', 3, 'Wren^Baby Girl')];
    expect(fieldsOf(...words)['PID-5']).toBe('Wren^Ana');
    expect(fieldsOf(...words.toReversed())['PID-5']).toBe('Wren^Ana');
    expect(fieldsOf(of('b', 2, 'Wren^Baby Girl'))['PID-5']).toBe('Wren^Baby Girl');
  });

  test('of unlike words of one chart the newer stands', () => {
    const words = [of('a', 1, 'Wren^Baby Girl'), of('a', 2, 'Wren^Ana')];
    expect(fieldsOf(...words)['PID-5']).toBe('Wren^Ana');
    expect(fieldsOf(...words.toReversed())['PID-5']).toBe('Wren^Ana');
  });

  test.each(['U', 'UNK', HL7_NULL])('is not what nobody knows: a sex of %s has no vote', (sex) => {
    const words = [of('a', 1, 'Wren^Ana'), of('b', 2, 'Wren^Ana', { 'PID-8': sex })];
    expect(fieldsOf(...words)['PID-8']).toBe('F');
    expect(fieldsOf(...words.toReversed())['PID-8']).toBe('F');
  });

  test('two charts that say the same at the same time: it is always the same one that said it', () => {
    const words = [of('a', 1, 'Wren^Ana'), of('b', 1, 'Wren^Ana')];
    expect(arrive(words.toReversed())).toEqual(arrive(words));
  });
});

const OTHER_PATHS = ['PID-11', 'PID-30', 'PD1-3', 'PD1-12', 'PD1-18'];
const value = fc.constantFrom('A', 'B^C', 'D&E^F~G', 'N', 'text with \\F\\ in it');
const demographics: fc.Arbitrary<Demographics> = fc.record({
  fields: fc
    .tuple(
      fc.record({
        'PID-5': fc.constantFrom(
          'Wren^Ana',
          'WREN^ANA^L',
          'Wrenn^Ana',
          'Wren^Baby Girl',
          'Wren^Boy',
          'Lark^Eva',
        ),
        'PID-7': fc.constantFrom('20240315', '202403151015', '20240316'),
        'PID-8': fc.constantFrom('F', 'M', 'f'),
      }),
      fc.dictionary(fc.constantFrom(...OTHER_PATHS), fc.oneof(value, fc.constant(HL7_NULL))),
    )
    .map(([identity, others]) => ({ ...others, ...identity })),
  nextOfKin: fc.subarray([MOTHER, FATHER]),
});
const words = fc
  .array(fc.record({ chart: fc.constantFrom('a', 'b', 'c', 'd'), said: demographics }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all): readonly Word[] => all.map((each, at) => ({ ...each, at })));

describe('for any reports', () => {
  test('the order of arrival makes no difference', () => {
    const both = words.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
    );
    fc.assert(
      fc.property(both, ([all, otherwise]) => {
        expect(arrive(otherwise)).toEqual(arrive(all));
      }),
      { numRuns: 1000 },
    );
  });

  test('of fields that are not who the person is, the newest that says anything of it stands', () => {
    fc.assert(
      fc.property(words, (all) => {
        const { fields, nextOfKin, stated } = arrive(all);
        expect(Object.values(fields)).not.toContain(HL7_NULL);
        for (const path of OTHER_PATHS) {
          const newest = all.findLast(({ said }) => said.fields[path] !== undefined);
          const raw = newest?.said.fields[path];
          expect(fields[path]).toBe(raw === HL7_NULL ? undefined : raw);
          const said = newest && `${time(newest.at)} ${newest.chart}`;
          expect(Object.keys(stated).filter((who) => stated[who]?.includes(path))).toEqual(
            said ? [said] : [],
          );
        }
        expect(nextOfKin).toEqual(
          all.findLast(({ said }) => said.nextOfKin.length > 0)?.said.nextOfKin ?? [],
        );
      }),
    );
  });

  test('the name is that of a chart; no other name has more of them, unless it is a temporary one', () => {
    const plain = (raw = ''): string => raw.split('^').slice(0, 2).join('^').toUpperCase();
    const isTemporary = (raw: string): boolean => /BABY|BOY/.test(raw.toUpperCase());
    fc.assert(
      fc.property(words, (all) => {
        const name = arrive(all).fields['PID-5'] ?? '';
        const newest = ['a', 'b', 'c', 'd'].flatMap(
          (chart) => all.findLast((each) => each.chart === chart)?.said.fields['PID-5'] ?? [],
        );
        const votes = (of: string): number => newest.filter((other) => plain(other) === plain(of)).length;
        expect(newest).toContain(name);
        const lasting = newest.filter((other) => !isTemporary(other));
        if (lasting.length > 0) expect(lasting).toContain(name);
        for (const other of lasting) expect(votes(other)).toBeLessThanOrEqual(votes(name));
      }),
    );
  });

  test('the last one again changes nothing, and none is changed by being read', () => {
    fc.assert(
      fc.property(words, (all) => {
        const copies = structuredClone(all);
        const [last] = all.slice(-1);
        expect(arrive(last ? [...all, last] : all)).toEqual(arrive(all));
        expect(all).toEqual(copies);
      }),
    );
  });

  test('whose word it is reads back from what is stored', () => {
    fc.assert(
      fc.property(words, (all) => {
        const person = arrive(all);
        const said = wordsOf(person);
        expect([...said.keys()].toSorted()).toEqual(Object.values(person.stated).flat().toSorted());
        for (const path of Object.keys(person.fields)) expect(said.get(path)).toBeDefined();
      }),
    );
  });
});
