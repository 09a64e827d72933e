import { normalisePerson, type PersonFacts } from '@cairn/matching';
import { expect, test } from 'vitest';
import { likeness, type Member } from './block.ts';

const child: PersonFacts = {
  names: [{ last: 'Zavaleta', first: 'Itzel' }],
  birthDate: '2020-02-11',
  sex: 'F',
  mothersMaidenName: 'Quiroz',
  phones: ['9164830021'],
  addresses: [{ street: '7 Elm St', zip: '95814' }],
};

const person = (id: string, ...charts: readonly Partial<PersonFacts>[]): Member => ({
  id,
  birthDate: '2020-02-11',
  records: charts.map((said) => normalisePerson({ ...child, ...said })),
});

test('two persons are as near as their nearest charts', () => {
  const moved = {
    phones: ['2134410099'],
    addresses: [{ street: '8100 Ash Rd', zip: '90011' }],
    mothersMaidenName: '',
  };
  const far = likeness(person('a', {}), person('b', moved), {});
  const near = likeness(person('a', {}), person('b', moved, {}), {});
  expect(near?.outcome).toBe('match');
  expect(near?.score).toBeGreaterThan(far?.score ?? 0);
});

test('whichever is asked about first, the answer is the same', () => {
  const [a, b] = [
    person('a', {}, { phones: [] }),
    person('b', { names: [{ last: 'Zavaleta', first: 'Itzell' }] }),
  ];
  expect(likeness(a, b, {})).toEqual(likeness(b, a, {}));
});

test('one chart that speaks of twins is enough, whoever has it', () => {
  const [a, b] = [person('a', {}, { birthOrder: 1 }), person('b', {}, { birthOrder: 2 })];
  expect(likeness(a, b, {})).toBeUndefined();
  expect(likeness(b, a, {})).toBeUndefined();
});

test('a name and a birth date that is a digit off are not worth a question; with a phone they are', () => {
  const thin = { sex: '', mothersMaidenName: '', phones: [], addresses: [] };
  const off = { ...thin, birthDate: '2020-02-12' };
  expect(likeness(person('a', thin), person('b', off), {})).toBeUndefined();
  const phones = ['9164830021'];
  expect(likeness(person('a', { ...thin, phones }), person('b', { ...off, phones }), {})).toBeDefined();
});

test('less than even odds are not worth a question', () => {
  const other = {
    names: [{ last: 'Savaletta', first: 'Itzél' }],
    mothersMaidenName: 'Barrios',
    phones: ['2134410099'],
    addresses: [{ street: '8100 Ash Rd', city: 'Reno', zip: '89501' }],
    sex: 'M',
  };
  expect(likeness(person('a', {}), person('b', { ...other, birthDate: '2020-11-02' }), {})).toBeUndefined();
});
