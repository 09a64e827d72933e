import { describe, expect, test } from 'vitest';
import { groupDoses, overruledLinks } from './group.ts';
import { dose, retold } from './testing/doses.ts';
import type { DoseFacts, DoseLink } from './types.ts';

/** The groups as text: the primary first, suspects after `?`. */
const grouped = (doses: readonly DoseFacts[], links: readonly DoseLink[] = []): readonly string[] =>
  groupDoses(doses, links).map(
    ({ order, suspectOf }) => order.join('+') + (suspectOf === undefined ? '' : `?${suspectOf}`),
  );

const countOf = (doses: readonly DoseFacts[]): number =>
  groupDoses(doses).filter(({ suspectOf }) => suspectOf === undefined).length;

const course = (cvx: string, ...days: readonly number[]): readonly DoseFacts[] =>
  days.map((day) => dose({ id: String(day), cvx, day, lot: 'ONE', orderNumber: String(day) }));

describe('a course of doses', () => {
  test.each([
    ['rabies after exposure', '175', [0, 3, 7, 14]],
    ['hepatitis B, accelerated', '43', [0, 7, 21]],
    ['hepatitis A and B, accelerated', '104', [0, 7, 21]],
    ['influenza, two of one season after 28 days', '150', [0, 28]],
    ['influenza, two of one season after 24 days', '150', [0, 24]],
    ['MMR after 28 days', '03', [0, 28]],
    ['DTaP at the shortest intervals', '20', [0, 24, 48]],
    ['COVID-19 after 21 days', '208', [0, 21]],
    ['smallpox and mpox', '206', [0, 24]],
  ])('counts in full though it is from one lot: %s', (_, cvx, days) => {
    expect(countOf(course(cvx, ...days))).toBe(days.length);
    expect(countOf(course(cvx, ...days).map((each) => ({ ...each, source: 'historical', lot: '' })))).toBe(
      days.length,
    );
  });
});

describe('reports of one dose', () => {
  test('of a pharmacy, a day later of a clinic, and of a claim', () => {
    const pharmacy = dose({ id: 'pharmacy', organization: 'pharmacy', cvx: '208', lot: 'FK9894' });
    const clinic = retold({ id: 'clinic', organization: 'clinic', cvx: '208', day: 1 });
    const claim = retold({ id: 'claim', cvx: '213' });
    expect(grouped([claim, clinic, pharmacy])).toEqual(['pharmacy+clinic+claim']);
  });

  test('never chain over the window', () => {
    const first = retold({ id: '0', organization: 'clinic', cvx: '10' });
    const given = dose({ id: '14', cvx: '10', day: 14 });
    const last = retold({ id: '30', organization: 'clinic', cvx: '10', day: 30 });
    expect(grouped([first, given, last])).toEqual(['14+0', '30']);
  });

  test('go with the nearer of two', () => {
    const told = [0, 31].map((day) => retold({ id: String(day), organization: 'clinic', cvx: '10', day }));
    expect(grouped([...told, dose({ id: '16', cvx: '10', day: 16 })])).toEqual(['0', '16+31']);
  });

  test('of which one organization tells twice may be two', () => {
    const given = dose({ id: 'given', cvx: '10', day: 10 });
    const early = retold({ id: 'early', cvx: '10', day: 1 });
    const late = retold({ id: 'late', cvx: '10', day: 20 });
    expect(grouped([given, early, late])).toEqual(['given+early', 'late?given']);
    expect(grouped([given, early, { ...late, organization: 'school' }])).toEqual(['given+early+late']);
  });
});

describe('what is believed first', () => {
  test('given over told of, complete over partial, detail over none, specific over unspecified', () => {
    const given = dose({ id: 'given', cvx: '08' });
    const detailed = retold({ id: 'detailed', cvx: '08', lot: 'H1', mvx: 'SKB', product: 'Engerix-B' });
    const plain = retold({ id: 'plain', organization: 'school', cvx: '08' });
    const family = retold({ id: 'family', organization: 'school', cvx: '45' });
    const partial = retold({ id: 'partial', organization: 'school', cvx: '08', completion: 'PA', lot: 'H1' });
    const [group] = groupDoses(
      [partial, family, plain, detailed, given],
      [
        { a: 'given', b: 'partial', kind: 'same' },
        { a: 'given', b: 'family', kind: 'same' },
        { a: 'given', b: 'plain', kind: 'same' },
        { a: 'given', b: 'detailed', kind: 'same' },
      ],
    );
    expect(group).toEqual({
      members: ['detailed', 'family', 'given', 'partial', 'plain'],
      primary: 'given',
      order: ['given', 'detailed', 'plain', 'family', 'partial'],
    });
  });
});

describe('a combination and its components on one day', () => {
  const parts = (said: Partial<DoseFacts>): readonly DoseFacts[] =>
    ['20', '08', '10'].map((cvx) => retold({ id: cvx, cvx, ...said }));
  const combination = dose({ id: '110', cvx: '110', lot: 'C2221AA' });

  test('are one dose where the components are told of', () => {
    expect(grouped([...parts({}), combination])).toHaveLength(1);
    expect(groupDoses([...parts({}), combination])[0]?.primary).toBe('110');
  });
  test('are one dose where two histories tell of components', () => {
    const school = parts({ organization: 'school' }).map((each) => ({ ...each, id: `school ${each.id}` }));
    expect(grouped([...parts({}), ...school, combination])).toHaveLength(1);
  });
  test('are two where the clinic gave both', () => {
    expect(grouped([combination, dose({ id: '10', cvx: '10', lot: 'C2253AA' })])).toEqual(['10', '110']);
  });
  test('count once, in doubt, where the combination is told of and the components were given', () => {
    const given = ['03', '21'].map((cvx) => dose({ id: cvx, cvx, lot: `L${cvx}` }));
    expect(grouped([...given, retold({ id: '94', cvx: '94' })])).toEqual(['03', '21', '94?03']);
  });
  test('a component of another day is another dose', () => {
    const [dtap, , polio] = parts({}).map((each) => ({ ...each, day: each.id === '10' ? 40 : 0 }));
    expect(grouped([combination, ...[dtap, polio].flatMap((each) => each ?? [])])).toEqual(['110+20', '10']);
  });
});

describe('a suspect', () => {
  test('does not count; what was given does, else the earlier', () => {
    const early = retold({ id: 'early', cvx: '10' });
    const late = retold({ id: 'late', cvx: '10', day: 12 });
    expect(grouped([early, late])).toEqual(['early', 'late?early']);
    const dtap = dose({ id: 'dtap', cvx: '20', day: 3 });
    expect(grouped([dtap, retold({ id: 'tdap', cvx: '115' })])).toEqual(['tdap?dtap', 'dtap']);
  });
  test('is not a suspect of a suspect', () => {
    const told = [0, 9, 18].map((day) => retold({ id: String(day), cvx: '10', day }));
    expect(grouped(told)).toEqual(['0', '9?0', '18?0']);
  });
  test('is none where the reports are of more doses than one', () => {
    const told = [0, 15, 30].map((day) => retold({ id: String(day), cvx: '10', day }));
    expect(grouped(told)).toEqual(['0', '15?0', '30']);
  });
});

describe('what a person decided', () => {
  const a = dose({ id: 'a', cvx: '10', lot: 'L1' });
  const b = dose({ id: 'b', cvx: '10', lot: 'L2', day: 40 });
  const same: DoseLink = { a: 'b', b: 'a', kind: 'same' };

  test('stands against every rule', () => {
    expect(grouped([a, b])).toEqual(['a', 'b']);
    expect(grouped([a, b], [same])).toEqual(['a+b']);
    const resent = { ...a, id: 'c', orderNumber: '2' };
    expect(grouped([a, resent])).toEqual(['a+c']);
    expect(grouped([a, resent], [{ a: 'a', b: 'c', kind: 'different' }])).toEqual(['a', 'c']);
  });
  test('clears a suspicion', () => {
    const told = [0, 12].map((day) => retold({ id: String(day), cvx: '10', day }));
    expect(grouped(told, [{ a: '12', b: '0', kind: 'different' }])).toEqual(['0', '12']);
  });
  test('is transitive, and what fits one of them joins', () => {
    const c = dose({ id: 'c', cvx: '10', lot: 'L3', day: 80 });
    const links: readonly DoseLink[] = [same, { a: 'b', b: 'c', kind: 'same' }];
    expect(grouped([c, a, b], links)).toEqual(['a+b+c']);
    const told = retold({ id: 'told', cvx: '10', day: 40 });
    expect(grouped([c, a, b, told], links)).toEqual(['a+b+c+told']);
    expect(grouped([c, a, b, told], [...links, { a: 'told', b: 'c', kind: 'different' }])).toEqual([
      'a+b+c',
      'told',
    ]);
  });
  test('for different wins, and says which it overrules', () => {
    const c = dose({ id: 'c', cvx: '10', lot: 'L3', day: 80 });
    const late: DoseLink = { a: 'c', b: 'b', kind: 'same' };
    const links: readonly DoseLink[] = [late, same, { a: 'a', b: 'c', kind: 'different' }];
    expect(grouped([a, b, c], links)).toEqual(['a+b', 'c']);
    expect(overruledLinks([a, b, c], links)).toEqual([late]);
    expect(overruledLinks([a, b, c], [same, late])).toEqual([]);
  });
  test('about doses that are not there is left aside', () => {
    expect(grouped([a], [{ a: 'a', b: 'gone', kind: 'same' }])).toEqual(['a']);
    expect(grouped([])).toEqual([]);
  });
});
