import { normalisePerson, type PersonFacts } from '@cairn/matching';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looseKeys } from './loose-keys.ts';

const keysOf = (facts: Partial<PersonFacts>): ReadonlySet<string> =>
  new Set(looseKeys(normalisePerson({ names: [], birthDate: '2020-02-11', ...facts })));
const named = (last: string, first: string): Partial<PersonFacts> => ({ names: [{ last, first }] });
const share = (a: Partial<PersonFacts>, b: Partial<PersonFacts>): boolean =>
  [...keysOf(a)].some((key) => keysOf(b).has(key));

test.each([
  ['a letter left out of both names', named('Hernandez', 'Guadalupe'), named('Hernndez', 'Guadlupe')],
  ['two letters swapped in both', named('Hernandez', 'Guadalupe'), named('Hernadnez', 'Gudaalupe')],
  ['a letter replaced in both', named('Hernandez', 'Guadalupe'), named('Fernandez', 'Guadalupa')],
  ['names that begin alike', named('Castellanos', 'Maximiliano'), named('Castillo', 'Max')],
])('%s: one key is shared', (_, a, b) => {
  expect(share(a, b)).toBe(true);
});

test.each([
  ['an e-mail address', { emails: ['a.b@mail.com'] }],
  ['mother and initial', { mothersMaidenName: 'Villanueva' }],
  ['home and initial', { addresses: [{ street: '7 Elm St', zip: '95814' }] }],
])('%s is enough where the names differ', (_, common) => {
  const [a, b] = [named('Okafor', 'Chidi'), named('Brown', 'Charles')];
  expect(share({ ...a, ...common }, { ...b, ...common })).toBe(true);
  expect(share(a, b)).toBe(false);
});

test('short names are not taken for misspellings of each other', () => {
  expect(share(named('Li', 'Ana'), named('Lu', 'Ada'))).toBe(false);
});

test('a newborn without a name is found at home', () => {
  const home = { guardians: ['Rosa'], addresses: [{ street: '7 Elm St', zip: '95814' }] };
  expect(share({ ...named('Reyes', 'Babyboy'), ...home }, { ...named('Vega', 'Mateo'), ...home })).toBe(true);
});

test('names with one letter changed in each always share a key', () => {
  const name = fc.stringMatching(/^[A-Z]{5,10}$/);
  const slip = (text: string, at: number, letter: string): string =>
    text.slice(0, at % text.length) + letter + text.slice((at % text.length) + 1);
  fc.assert(
    fc.property(
      name,
      name,
      fc.nat(9),
      fc.nat(9),
      fc.stringMatching(/^[A-Z]$/),
      (last, first, x, y, letter) => {
        const record = (l: string, f: string) => ({
          ...normalisePerson({ names: [] }),
          names: [{ last: l, lastParts: [l], first: f, middle: '', suffix: '', isTemporary: false }],
        });
        const one = new Set(looseKeys(record(last, first)));
        expect(
          looseKeys(record(slip(last, x, letter), slip(first, y, letter))).some((key) => one.has(key)),
        ).toBe(true);
      },
    ),
  );
});
