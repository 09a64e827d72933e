/** Persons for tests: a complete one to vary, and arbitrary ones. */
import fc from 'fast-check';
import { normalisePerson } from '../persons/normalise.ts';
import type { NormalPerson, PersonFacts, PersonName } from '../persons/types.ts';

export const NICOLE: PersonFacts = {
  names: [{ last: 'Valdivieso', first: 'Nicole', middle: 'Amara' }],
  birthDate: '2014-11-23',
  sex: 'F',
  mothersMaidenName: 'Mitchell',
  guardians: ['Monica'],
  phones: ['(951) 921-4207'],
  addresses: [{ street: '3659 Talbot Place', city: 'Porter Ranch', state: 'CA', zip: '91326' }],
  identifiers: [{ kind: 'chart', namespace: 'A', value: '5025425' }],
};

/** The complete person with some facts changed; not of the chart. */
export const nicole = (changes: Partial<PersonFacts> = {}): NormalPerson =>
  normalisePerson({ ...NICOLE, identifiers: [], ...changes });

export const named = (name: Partial<PersonName>): Pick<PersonFacts, 'names'> => ({
  names: [{ last: 'Valdivieso', first: 'Nicole', middle: 'Amara', ...name }],
});

const some = (...values: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  );

const name: fc.Arbitrary<PersonName> = fc.record(
  {
    last: some('García-López', 'Garcia', 'De la Cruz', 'Delacruz', 'Lee', 'Nicole', 'Smith Jr', 'Muñoz', ''),
    first: some(
      'Nicole',
      'Nicloe',
      'Lee',
      'Maria Guadalupe',
      'Maria',
      'Robert',
      'Bob',
      'TWIN A',
      'Baby Boy',
      'N',
      '',
    ),
    middle: some('Amara', 'A', 'Maria', 'Guadalupe', ''),
    suffix: some('Jr', 'III', ''),
  },
  { requiredKeys: ['last', 'first'] },
);

/** Facts that often agree in part, and sometimes hold anything at all. */
export const facts: fc.Arbitrary<PersonFacts> = fc.record(
  {
    names: fc.array(name, { maxLength: 3 }),
    birthDate: some('2014-11-23', '2014-03-04', '2014-04-03', '1900-01-01', '2014-13-45', ''),
    sex: some('F', 'M', 'X', 'U'),
    mothersMaidenName: some('Mitchell', 'Garcia', 'Unknown'),
    guardians: fc.array(some('Monica', 'Monika', 'Maria'), { maxLength: 2 }),
    phones: fc.array(some('(951) 921-4207', '9519214208', '9999999999'), { maxLength: 2 }),
    emails: fc.array(some('a@b.org', 'c|d@e.org'), { maxLength: 2 }),
    addresses: fc.array(
      fc.record({
        street: some('12 Main Street Apt 4', '12 Main St # 4', 'PO Box 9', 'P.O. Box 9'),
        other: some('Apt 4', ''),
        city: some('Fresno', 'Saint Helena'),
        zip: some('93650', '93650-1234', '5308'),
      }),
      { maxLength: 2 },
    ),
    identifiers: fc.array(
      fc.record({
        kind: fc.constantFrom('chart' as const, 'medicaid' as const, 'ssn' as const),
        namespace: some('A', 'A|B;C^D%'),
        value: some('5025425', '657680344', '0344'),
      }),
      { maxLength: 3 },
    ),
    multipleBirth: fc.boolean(),
    birthOrder: fc.integer({ min: -1, max: 4 }),
  },
  { requiredKeys: ['names'] },
);
