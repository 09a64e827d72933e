import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facts, named, nicole } from '../testing/persons.ts';
import { comparePersons } from './compare.ts';
import { decideMatch, isPlainlyAnother } from './decide.ts';
import { normalisePerson } from './normalise.ts';
import type { Candidate, NormalPerson, PersonFacts } from './types.ts';

const candidate = (id: string, ...records: readonly NormalPerson[]): Candidate => ({ id, records });
const RECORD = nicole();
const TWIN = nicole(named({ first: 'Bailey', middle: '' }));
const THIN: Partial<PersonFacts> = {
  ...named({ middle: '' }),
  mothersMaidenName: '',
  guardians: [],
  phones: [],
  addresses: [],
  identifiers: [],
};

function decided(
  record: NormalPerson,
  candidates: readonly Candidate[],
  purpose?: 'record' | 'query',
): string {
  const decision = decideMatch(record, candidates, purpose ? { purpose } : {});
  if (decision.kind === 'nobody') return 'nobody';
  const best = decision.kind === 'possible' ? [] : [decision.best];
  return [decision.kind, ...[...best, ...decision.others].map(({ id }) => id)].join(' ');
}

describe('a record', () => {
  test('matches the one person who is the same', () => {
    expect(decided(RECORD, [candidate('twin', TWIN), candidate('same', RECORD)])).toBe('match same');
    expect(decided(RECORD, [candidate('twin', TWIN)])).toBe('nobody');
    expect(decided(RECORD, [])).toBe('nobody');
  });

  test('is as near to a person as to the nearest record', () => {
    const married = nicole({ ...named({ last: 'Oyelaran' }), phones: [], addresses: [] });
    expect(decided(RECORD, [candidate('same', married, RECORD)])).toBe('match same');
  });

  test('finds duplicates of each other', () => {
    expect(decided(RECORD, [candidate('b', RECORD), candidate('a', RECORD)])).toBe('several a b');
  });

  test('is never matched to a sealed person', () => {
    const decision = decideMatch(RECORD, [{ ...candidate('same', RECORD), isSealed: true }]);
    expect(decision).toMatchObject({ kind: 'possible', others: [{ comparison: { guards: ['sealed'] } }] });
  });

  test('does not escape a birth order or a suffix by a record that is silent', () => {
    const second = nicole({ birthOrder: 2 });
    expect(decided(nicole({ birthOrder: 1 }), [candidate('other', RECORD, second)])).toBe('possible other');
    const senior = nicole(named({ suffix: 'Sr' }));
    expect(decided(nicole(named({ suffix: 'Jr' })), [candidate('other', RECORD, senior)])).toBe(
      'possible other',
    );
  });

  test('does not escape another middle name by a record without one, unless another record has the same', () => {
    const [lucia, luisa, ana] = ['Lucia', 'Luisa', ''].map((middle) =>
      nicole(named({ first: 'Ana', middle })),
    ) as [NormalPerson, NormalPerson, NormalPerson];
    expect(decided(lucia, [candidate('same', ana)])).toBe('match same');
    expect(decided(lucia, [candidate('other', ana, luisa)])).toBe('possible other');
    expect(decided(lucia, [candidate('same', ana, luisa, lucia)])).toBe('match same');
  });

  test('corrects the birth order that its own chart had said', () => {
    expect(decided(nicole({ birthOrder: 1 }), [candidate('same', RECORD, nicole({ birthOrder: 2 }))])).toBe(
      'possible same',
    );
    const chart = { identifiers: [{ kind: 'chart' as const, namespace: 'C', value: '81' }] };
    const [before, after] = [nicole({ birthOrder: 2, ...chart }), nicole({ birthOrder: 1, ...chart })];
    expect(decided(after, [candidate('same', before)])).toBe('match same');
  });

  test('of name, birth date and sex alone is for review', () => {
    expect(decided(nicole(THIN), [candidate('same', RECORD)])).toBe('possible same');
  });
});

describe('a query of name, birth date and sex alone', () => {
  const query = nicole(THIN);

  test('finds the one person of a rare name', () => {
    expect(decided(query, [candidate('same', RECORD), candidate('twin', TWIN)], 'query')).toBe('match same');
  });

  test('finds several where there are more', () => {
    const other = nicole({ ...THIN, phones: ['2095550001'] });
    expect(decided(query, [candidate('a', RECORD), candidate('b', other)], 'query')).toBe('possible a b');
  });

  test('does not find MARIA GARCIA', () => {
    const maria = { names: [{ last: 'Garcia', first: 'Maria' }] };
    expect(decided(nicole({ ...THIN, ...maria }), [candidate('a', nicole(maria))], 'query')).toBe(
      'possible a',
    );
  });

  test.each<[string, Partial<PersonFacts>]>([
    ['a misspelled name', named({ first: 'Nicloe', middle: '' })],
    ['another sex', { sex: 'M' }],
    ['another day', { birthDate: '2014-11-24' }],
  ])('does not find anybody by %s', (_, changes) => {
    expect(decided(nicole({ ...THIN, ...changes }), [candidate('same', RECORD)], 'query')).not.toMatch(
      /^match/,
    );
  });

  test('is not waived for a sealed person', () => {
    expect(decided(query, [{ ...candidate('same', RECORD), isSealed: true }], 'query')).toBe('possible same');
  });
});

test('the order of candidates does not matter', () => {
  const persons = fc.array(
    facts.map((each) => normalisePerson(each)),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(persons, facts, (others, each) => {
      const record = normalisePerson(each);
      const candidates = others.map((other, index) => candidate(String(index), other));
      expect(decideMatch(record, candidates.toReversed())).toEqual(decideMatch(record, candidates));
    }),
  );
});

test('who is plainly another is different by a full comparison too', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const [a, b] = [normalisePerson(one), normalisePerson(other)];
      if (isPlainlyAnother(a, b)) expect(comparePersons(a, b).outcome).toBe('different');
    }),
    { numRuns: 2000 },
  );
  const sister = nicole(named({ first: 'Bailey', middle: 'Rose' }));
  const ids = [{ kind: 'medicaid', namespace: '', value: '91234567A' }] as const;
  expect(isPlainlyAnother({ ...RECORD, ids }, { ...sister, ids: [] })).toBe(true);
  expect(isPlainlyAnother({ ...RECORD, ids }, { ...sister, ids })).toBe(false);
});
