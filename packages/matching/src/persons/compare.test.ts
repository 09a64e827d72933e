import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facts, named, nicole } from '../testing/persons.ts';
import { comparePersons } from './compare.ts';
import { explainComparison, explainReason } from './explain.ts';
import { normalisePerson } from './normalise.ts';
import { packPerson, unpackPerson } from './pack.ts';
import { FIELDS, GUARDS } from './rules.ts';
import { similarity, slip } from './text.ts';
import type { PersonFacts } from './types.ts';

const KNOWN = nicole({ identifiers: [{ kind: 'chart', namespace: 'A', value: '5025425' }] });
const SAME_CHART: Partial<PersonFacts> = {
  identifiers: [{ kind: 'chart', namespace: 'A', value: '5025425' }],
};
const MOVED: Partial<PersonFacts> = {
  phones: ['6265550199'],
  addresses: [{ street: '77 Pine Rd', city: 'Eureka', zip: '95501' }],
};
const STRANGERS: Partial<PersonFacts> = { ...MOVED, mothersMaidenName: 'Okafor', guardians: ['Ngozi'] };

/** Outcome and guards of the known person against one who differs from her in this. */
function against(changes: Partial<PersonFacts>, known: Partial<PersonFacts> = {}): string {
  const a = Object.keys(known).length === 0 ? KNOWN : nicole(known);
  const { outcome, guards } = comparePersons(a, nicole(changes));
  return [outcome, ...guards].join(' ');
}

describe('one person, reported twice', () => {
  test.each<[string, Partial<PersonFacts>]>([
    ['as before', {}],
    ['moved', MOVED],
    ['misspelled, with the middle name', named({ first: 'Nicolr' })],
    ['first and last name exchanged', named({ first: 'Valdivieso', last: 'Nicole' })],
    ['first and middle name exchanged', named({ first: 'Amara', middle: 'Nicole' })],
    ['middle initial', named({ middle: 'A' })],
    ['last name misspelled', named({ last: 'Valdiveiso' })],
    ['double surname', named({ last: 'Valdivieso-Mitchell' })],
    ['short form of the first name', named({ first: 'Nikki', middle: '' })],
    ['day of birth mistyped', { birthDate: '2014-11-24' }],
    ['sex recoded', { sex: 'M' }],
    ['married, at the same chart and home', { ...named({ last: 'Oyelaran' }), ...SAME_CHART }],
  ])('%s', (_, changes) => {
    expect(against(changes)).toBe('match');
  });

  test('the compound first name in one field or two', () => {
    expect(
      against(
        named({ first: 'Maria Guadalupe', middle: '' }),
        named({ first: 'Maria', middle: 'Guadalupe' }),
      ),
    ).toBe('match');
    expect(against(named({ first: 'Maryann', middle: '' }), named({ first: 'Mary', middle: 'Ann' }))).toBe(
      'match',
    );
  });

  test('a newborn that has a name by now: by the chart, or by mother, home and no twin', () => {
    const newborn = named({ first: 'BABY GIRL', middle: '' });
    expect(against({ ...newborn, ...SAME_CHART })).toBe('match');
    expect(against({ ...newborn, multipleBirth: false }, { multipleBirth: false, identifiers: [] })).toBe(
      'match',
    );
    expect(against(newborn)).toBe('possible first-name-temporary');
  });
});

describe('twins and look-alikes are never joined', () => {
  test.each<[string, Partial<PersonFacts>, Partial<PersonFacts>, string]>([
    ['Avalon and Avelin', named({ first: 'Avalon' }), named({ first: 'Avelin' }), 'first-name-fuzzy'],
    ['Jayden and Kayden', named({ first: 'Jayden' }), named({ first: 'Kayden' }), 'first-names-distinct'],
    [
      'Julia and Julie',
      named({ first: 'Julia', middle: '' }),
      named({ first: 'Julie', middle: '' }),
      'first-name-fuzzy',
    ],
    [
      'a name that nobody knows',
      named({ middle: '' }),
      named({ first: 'Nicoye', middle: '' }),
      'first-name-fuzzy',
    ],
    [
      'Maria Jose and Maria Luisa',
      named({ first: 'Maria Jose', middle: '' }),
      named({ first: 'Maria Luisa', middle: '' }),
      'middle-name-differs',
    ],
    ['birth order', { birthOrder: 1 }, { birthOrder: 2 }, 'birth-order-differs'],
    [
      'TWIN A and TWIN B',
      named({ first: 'TWIN A', middle: '' }),
      named({ first: 'TWIN B', middle: '' }),
      'birth-order-differs first-name-temporary',
    ],
    ['one of several', { ...named({ first: 'Nicloe' }), multipleBirth: true }, {}, 'multiple-birth'],
    ['JR and SR', named({ suffix: 'Jr' }), named({ suffix: 'Sr' }), 'suffix-differs'],
    ['an initial', named({ first: 'N' }), {}, 'first-name-missing'],
    ['other middle names', named({ middle: 'Dolores' }), {}, 'middle-name-differs'],
    ['another last name', named({ last: 'Oyelaran' }), {}, 'last-name-differs'],
    ['no birth date', { birthDate: '' }, {}, 'birth-date-missing'],
    [
      'a digit of the date and hardly more',
      { ...STRANGERS, ...named({ middle: '' }), birthDate: '2014-11-24' },
      {},
      '',
    ],
    ['names, date and sex alone', { ...STRANGERS, ...named({ middle: '' }) }, {}, 'no-corroborator'],
  ])('%s', (_, one, other, guards) => {
    const found = against(one, other);
    expect(found).not.toMatch(/^match/);
    expect(found).toContain(guards);
  });

  test('one thing that agrees against another home and another family', () => {
    const { guardians } = STRANGERS;
    expect(against({ ...MOVED, guardians: guardians ?? [], ...named({ middle: '' }) })).toBe(
      'possible contradicted',
    );
    expect(against({ ...MOVED, guardians: [], ...named({ middle: '' }) })).toBe('match');
  });

  test('a social security number of the family does not help a first name', () => {
    const ssn = { identifiers: [{ kind: 'ssn' as const, namespace: '', value: '657680344' }] };
    expect(
      against({ ...named({ first: 'Nicoye', middle: '' }), ...ssn }, { ...named({ middle: '' }), ...ssn }),
    ).toBe('possible first-name-fuzzy');
  });

  test('twins filed in one chart, or insured under the mother', () => {
    const one = { ...named({ first: 'Nicole', middle: 'Amara' }), ...SAME_CHART };
    expect(against({ ...named({ first: 'Nicoye', middle: 'Dolores' }), ...SAME_CHART }, one)).toBe(
      'possible first-name-fuzzy',
    );
    const insured = {
      identifiers: [{ kind: 'medicaid' as const, namespace: 'CA', value: '730763228' }],
      multipleBirth: true,
    };
    expect(
      against(
        { ...named({ first: 'Nicoye', middle: '' }), ...insured },
        { ...named({ middle: '' }), ...insured },
      ),
    ).toBe('possible multiple-birth first-name-fuzzy');
  });

  test('a chart number that two persons have does not help names against it', () => {
    const other = { ...STRANGERS, ...SAME_CHART, ...named({ last: 'Oyelaran', middle: '' }) };
    expect(against(other)).toMatch(/^possible.*last-name-differs/);
  });

  test('brothers and sisters, twins with other names, and strangers are others', () => {
    expect(against(named({ first: 'Bailey', middle: '' }))).toMatch(/^different/);
    expect(against({ ...named({ first: 'Alexis', middle: '' }), birthDate: '2016-11-23' })).toMatch(
      /^different/,
    );
    expect(against({ ...STRANGERS, ...named({ last: 'Smith', first: 'Noah', middle: '' }) })).toMatch(
      /^different/,
    );
  });
});

test('a value that many share says nothing', () => {
  const thin = { ...named({ middle: '' }), mothersMaidenName: '', guardians: [], identifiers: [] };
  const [a, b] = [nicole(thin), nicole(thin)];
  expect(comparePersons(a, b).outcome).toBe('match');
  const common = comparePersons(a, b, { isCommon: (kind) => kind !== 'ssn' });
  expect(common.guards).toEqual(['no-corroborator']);
  const asked: string[] = [];
  comparePersons(a, b, { isCommon: (kind, value) => asked.push(`${kind} ${value}`) < 0 });
  expect(new Set(asked)).toEqual(new Set(['phone 9519214207', 'address 3659 TALBOT PL|91326']));
});

test('a frequent name says less', () => {
  const score = (first: string, last: string): number => {
    const person = normalisePerson({ names: [{ first, last }], birthDate: '2014-11-23', sex: 'F' });
    return comparePersons(person, person).score;
  };
  expect(score('Maria', 'Garcia')).toBeLessThan(8);
  expect(score('Serafina', 'Valdivieso')).toBeGreaterThanOrEqual(8);
});

describe('any two records', () => {
  const persons = facts.map((each) => normalisePerson(each));

  test('compare the same either way, and packed', () => {
    fc.assert(
      fc.property(persons, persons, (a, b) => {
        const found = comparePersons(a, b);
        expect(comparePersons(b, a)).toEqual(found);
        expect(comparePersons(unpackPerson(packPerson(a)), b)).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });

  test('are explained: the points and the prior make the score, every guard has words', () => {
    fc.assert(
      fc.property(persons, persons, (a, b) => {
        const found = comparePersons(a, b);
        const sum = explainComparison(found).reduce((total, { points }) => total + points, -25);
        expect(sum).toBeCloseTo(found.score, 0);
        expect(explainComparison(found.signature)).toEqual(explainComparison(found));
        for (const guard of found.guards) expect(explainReason(guard)).not.toBe(guard);
      }),
      { numRuns: 500 },
    );
  });

  test('a match has no guard', () => {
    fc.assert(
      fc.property(persons, persons, (a, b) => {
        const { outcome, guards, score } = comparePersons(a, b);
        expect(outcome === 'match').toBe(outcome !== 'different' && guards.length === 0 && score >= 8);
      }),
    );
  });
});

test('an explanation shows the values of the records it is given', () => {
  const [a, b] = [nicole(named({ first: 'Jayden' })), nicole(named({ first: 'Kayden' }))];
  const rows = explainComparison(comparePersons(a, b), [a, b]);
  expect(rows[0]).toEqual({
    field: 'first',
    level: 'k',
    points: -3,
    words: 'First names are spelled alike, and both are known names (JAYDEN / KAYDEN)',
  });
  expect(rows.map(({ words }) => words)).toContain('Same birth date (2014-11-23 / 2014-11-23)');
  expect(explainComparison('0:Fe,De')).toEqual([]);
  expect(explainReason('sealed')).toBe(GUARDS.sealed);
});

test('no two fields share a letter', () => {
  const codes = Object.values(FIELDS).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test.each([
  ['NICOLE', 'NICLOE', 'swapped'],
  ['NICOLE', 'NICOYE', 'replaced'],
  ['NICOLE', 'NICOL', 'added'],
  ['NICOLE', 'ICOLE', 'added'],
  ['NICOLE', 'NICOLE', 'equal'],
  ['NICOLE', 'NOCILE', 'far'],
  ['AB', 'BA', 'swapped'],
  ['', 'A', 'added'],
])('%s and %s: %s', (a, b, how) => {
  expect([slip(a, b), slip(b, a)]).toEqual([how, how]);
});

test.each([
  ['MARTHA', 'MARHTA', 0.961],
  ['DWAYNE', 'DUANE', 0.84],
  ['DIXON', 'DICKSONX', 0.813],
  ['A', 'B', 0],
])('%s and %s are similar by %f (Winkler 1990)', (a, b, expected) => {
  expect(similarity(a, b)).toBeCloseTo(expected, 3);
});
