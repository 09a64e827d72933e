/** Two persons whom records tell apart by little: twins with two first names, relatives of one name, strangers of one name. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facts, NICOLE } from '../testing/persons.ts';
import { comparePersons } from './compare.ts';
import { explainComparison, explainReason } from './explain.ts';
import { compareMiddle } from './middle.ts';
import { normalisePerson } from './normalise.ts';
import type { NormalPerson, PersonFacts, PersonName } from './types.ts';

type Changes = Partial<PersonFacts> & { readonly name?: Partial<PersonName> };

/** The complete person of no middle name, with a name and facts changed. */
function person({ name = {}, ...changes }: Changes): PersonFacts {
  const names = [{ last: 'Valdivieso', first: 'Nicole', ...name }];
  return { ...NICOLE, identifiers: [], names, ...changes };
}

function compared(a: Changes, b: Changes): string {
  const { outcome, guards } = comparePersons(normalisePerson(person(a)), normalisePerson(person(b)));
  return [outcome, ...guards].join(' ');
}

const chart = (value: string): NonNullable<PersonFacts['identifiers']>[number] => ({
  kind: 'chart',
  namespace: 'A',
  value,
});
const MEDICAID = { kind: 'medicaid' as const, namespace: '', value: '91234567A' };
const ONE = { identifiers: [chart('5025425')] };
const OTHER = { identifiers: [chart('7730114')] };
const ELSEWHERE: Changes = {
  phones: ['6265550199', '5302218840'],
  addresses: [{ street: '77 Pine Rd', city: 'Eureka', zip: '95501' }],
  mothersMaidenName: 'Okafor',
};

describe('twins with two first names', () => {
  const PAIRS = [
    ['Minh Anh', 'Minh An'],
    ['Ana Lucia', 'Ana Luisa'],
    ['Maria Elena', 'Maria Elisa'],
    ['Maria Jose', 'Maria Jesus'],
    ['Ana Lucia Rosa', 'Ana Luisa Rosa'],
  ] as const;

  const insured = { identifiers: [MEDICAID] };
  const SAID: readonly (readonly [string, Changes, Changes])[] = [
    ['', {}, {}],
    [', in two charts of one organization', ONE, OTHER],
    [', said to be one of several', { multipleBirth: true }, {}],
    [
      ', said to be one of several, in two charts',
      { ...ONE, multipleBirth: true },
      { ...OTHER, multipleBirth: true },
    ],
    [", insured under the mother's number", { ...insured, multipleBirth: true }, insured],
  ];

  test.each(PAIRS.flatMap(([one, other]) => SAID.map((said) => [one, other, ...said] as const)))(
    '%s and %s are never joined%s',
    (one, other, _, ofOne, ofOther) => {
      const found = compared({ name: { first: one }, ...ofOne }, { name: { first: other }, ...ofOther });
      expect(found).toMatch(/^possible .*(middle-name-differs|first-name-fuzzy)/);
    },
  );

  test('an initial after the second name hides nothing', () => {
    expect(compared({ name: { first: 'Minh Anh', middle: 'B' } }, { name: { first: 'Minh An' } })).toBe(
      'possible middle-name-differs',
    );
  });

  test('are none where both are said to be born alone', () => {
    const [a, b] = ['Ann', 'Anne'].map((middle) => ({ name: { middle } })) as [Changes, Changes];
    const alone = { multipleBirth: false };
    expect(compared(a, b)).toBe('possible middle-name-differs');
    expect(compared({ ...a, ...alone }, { ...b, ...alone })).toBe('match');
    expect(compared({ ...a, ...alone, ...ONE }, { ...b, ...alone, ...OTHER })).toBe(
      'possible middle-name-differs',
    );
  });

  test('whose second name is unknown are told apart where a twin is likely', () => {
    const [a, b] = [{ name: { middle: 'Amarvel' } }, { name: { middle: 'Amarvil' } }];
    expect(compared(a, b)).toBe('match');
    expect(compared({ ...a, multipleBirth: true }, b)).toBe('possible middle-name-differs');
    expect(compared({ ...a, ...ONE }, { ...b, ...OTHER })).toBe('possible middle-name-differs');
    expect(compared({ ...a, ...ONE, multipleBirth: true }, { ...b, ...ONE })).toBe('match');
  });

  test.each([
    ['G', {}],
    ['Guada', {}],
    ['Guadalupe', ONE],
    ['Guadalupe B', {}],
  ])('one of them, with the second name as %s, is found', (middle, ids) => {
    const known = { name: { middle: 'Guadalupe' }, multipleBirth: true, ...OTHER };
    expect(compared(known, { name: { middle }, multipleBirth: true, ...ids })).toBe('match');
  });

  test('with the two names exchanged', () => {
    const [a, b] = [{ name: { first: 'Ana Luisa' } }, { name: { first: 'Luisa', middle: 'Ana' } }];
    expect(compared(a, b)).toBe('match');
    expect(compared({ ...a, multipleBirth: true }, b)).toBe('possible first-name-fuzzy');
  });
});

test.each([
  ['LUCIA', 'LUISA', 'k'],
  ['AN', 'ANH', 'k'],
  ['AN', 'ANH B', 'k'],
  ['ANN', 'ANNE', 'k'],
  ['ISABEL', 'ISABELLA', 'k'],
  ['LUCIA ROSA', 'LUISA ROSA', 'k'],
  ['GUADALUPE', 'GUADALPE', 's'],
  ['GUADA', 'GUADALUPE', 'b'],
  ['LUCIA', 'LUCIA ROSA', 'b'],
  ['ANH B', 'ANH T', 'b'],
  ['ANN MARIE', 'ANNMARIE', 'e'],
  ['A', 'A', 'i'],
  ['A', 'LUCIA', 'd'],
  ['L', 'LUCIA', 'i'],
  ['A', 'L', 'j'],
  ['', 'LUCIA', '-'],
])('the middle names %s and %s: %s', (a, b, level) => {
  const of = (middle: string) => normalisePerson(person({ name: { middle } }));
  expect([compareMiddle(of(a), of(b)), compareMiddle(of(b), of(a))]).toEqual([level, level]);
});

describe('relatives of one name', () => {
  const LATER = { birthDate: '2011-11-23' };

  test('born on one day of other years, with nothing but the household in common', () => {
    expect(compared({}, LATER)).toBe('possible birth-date-differs');
    expect(compared(ONE, { ...LATER, ...OTHER })).toBe('possible birth-date-differs');
  });

  test('a year mistyped, where something of the person agrees', () => {
    expect(compared({ name: { middle: 'Amara' } }, { name: { middle: 'Amara' }, ...LATER })).toBe('match');
    expect(compared(ONE, { ...LATER, ...ONE })).toBe('match');
  });

  test.each(['2014-11-24', '2014-01-23'])('born %s, with two charts at one organization', (birthDate) => {
    expect(compared({}, { birthDate })).toBe('match');
    expect(compared(ONE, { birthDate, ...OTHER })).toBe('possible birth-date-differs');
  });

  test('day and month exchanged, with two charts at one organization', () => {
    const [a, b] = [{ birthDate: '2014-11-03' }, { birthDate: '2014-03-11' }];
    expect(compared(a, b)).toBe('match');
    expect(compared({ ...a, ...ONE }, { ...b, ...OTHER })).toBe('possible birth-date-differs');
  });
});

describe('strangers of one name', () => {
  const ROSA = { guardians: ['Rosa'] };
  const ana = (last: string, changes: Changes = {}): Changes => ({
    ...ROSA,
    ...changes,
    name: { first: 'Ana', middle: 'Maria', last },
  });
  const NOWHERE: Changes = { mothersMaidenName: 'Okafor', phones: [], addresses: [] };

  test.each<[string, string, string, Changes]>([
    ['a part of the surname', 'Garcia Lopez', 'Garcia Perez', ELSEWHERE],
    ['a part of the surname, and no home is known', 'Garcia Lopez', 'Garcia Perez', NOWHERE],
    ["a surname that is the mother's", 'Garcia', 'Mitchell', ELSEWHERE],
    ['a frequent surname', 'Garcia', 'Garcia', ELSEWHERE],
    ['a frequent surname, of mothers not known', 'Garcia', 'Garcia', { ...ELSEWHERE, mothersMaidenName: '' }],
  ])('have %s in common, and names', (_, one, other, changes) => {
    expect(compared(ana(one), ana(other, changes))).toMatch(/^possible .*names-alone/);
  });

  test('are one where a thing agrees that is no name', () => {
    expect(compared(ana('Garcia Lopez'), ana('Garcia Perez', { mothersMaidenName: 'Okafor' }))).toBe('match');
  });

  test('a rare surname with both names is enough', () => {
    const both = { name: { middle: 'Amara' } };
    expect(compared(both, { ...both, ...ELSEWHERE })).toBe('match');
  });
});

test.each([
  ['Sofia', 'Sophia'],
  ['Alejandro', 'Alexander'],
  ['Ana', 'Anna'],
])('%s and %s may be twins: the household does not make them one, a middle name does', (one, other) => {
  expect(compared({ name: { first: one } }, { name: { first: other } })).toBe('possible first-name-fuzzy');
  const middle = 'Amara';
  expect(compared({ name: { first: one, middle } }, { name: { first: other, middle } })).toBe('match');
});

test('a short form of the first name, with other initials, may be a twin', () => {
  const [a, b] = [{ first: 'Nikki' }, { first: 'Nicole' }];
  expect(compared({ name: a }, { name: b })).toBe('match');
  expect(compared({ name: { ...a, middle: 'J' } }, { name: { ...b, middle: 'L' } })).toBe(
    'possible first-name-fuzzy',
  );
});

describe('look-alikes with two charts at one organization', () => {
  test.each([
    ['Nicole', 'Nicloe'],
    ['Nicole', 'Nicoye'],
    ['Julia', 'Julie'],
    ['Robert', 'Bob'],
  ])('%s and %s are for its staff, whatever else agrees', (one, other) => {
    const [a, b] = [one, other].map((first) => ({ name: { first, middle: 'Amara' } })) as [Changes, Changes];
    expect(compared(a, b)).toBe('match');
    const [ofA, ofB] = [ONE, OTHER].map(({ identifiers }) => ({ identifiers: [...identifiers, MEDICAID] }));
    expect(compared({ ...a, ...ONE }, { ...b, ...OTHER })).toBe('possible first-name-fuzzy');
    expect(compared({ ...a, ...ofA }, { ...b, ...ofB })).toBe('possible first-name-fuzzy');
  });
});

describe('NA, a name or none', () => {
  const NA = { name: { first: 'Na', last: 'Xiong' } };

  test('is taken for one person where it cannot be a twin', () => {
    expect(compared(NA, NA)).toBe('possible first-name-missing');
    expect(compared({ ...NA, ...ONE }, { ...NA, ...ONE })).toBe('match');
    const alone = { ...NA, multipleBirth: false };
    expect(compared(alone, alone)).toBe('match');
    expect(compared(NA, { name: { first: 'Nalini', last: 'Xiong' } })).toBe('possible first-name-missing');
  });

  test('as a last name says no more than a frequent one, and nothing against another', () => {
    const last = { name: { first: 'Minjun', last: 'Na' } };
    expect(compared(last, last)).toBe('match');
    expect(compared(last, { name: { first: 'Minjun', last: 'Kim' } })).toBe('possible last-name-differs');
    const found = comparePersons(normalisePerson(person(last)), normalisePerson(person(last)));
    expect(explainComparison(found).find(({ field }) => field === 'last')?.points).toBe(5.5);
  });
});

test('a word of twins, or a second chart at one organization, never makes a match of what was none', () => {
  const persons = facts.map((each) => normalisePerson(each));
  const without = ({ ids }: NormalPerson) => ids.filter(({ kind }) => kind !== 'chart');
  fc.assert(
    fc.property(persons, persons, (one, other) => {
      const a = { ...one, multipleBirth: '', ids: without(one) };
      const b = { ...other, multipleBirth: '', ids: without(other) };
      if (comparePersons(a, b).outcome === 'match') return;
      expect(comparePersons({ ...a, multipleBirth: 'Y' }, b).outcome).not.toBe('match');
      const charts = [chart('1'), chart('2')] as const;
      const [ofA, ofB] = [
        { ...a, ids: [...a.ids, charts[0]] },
        { ...b, ids: [...b.ids, charts[1]] },
      ];
      expect(comparePersons(ofA, ofB).outcome).not.toBe('match');
    }),
    { numRuns: 1000 },
  );
});

test('reviewers read what speaks against a match', () => {
  const [a, b] = ['Lucia', 'Luisa'].map((middle) =>
    normalisePerson(person({ name: { first: 'Ana', middle } })),
  );
  if (!a || !b) throw new Error('two persons');
  const found = comparePersons(a, b);
  expect(explainComparison(found, [a, b]).map(({ words }) => words)).toContain(
    'Middle names are spelled alike, and both are short or known names (LUCIA / LUISA)',
  );
  expect(explainReason('names-alone')).toMatch(/^Nothing but names agrees/);
});
