import { normalisePerson, packPerson, type PersonFacts } from '@cairn/matching';
import { describe, expect, test } from 'vitest';
import { bigHash } from '../platform/ids.ts';
import {
  allKeys,
  chartKey,
  findPerson,
  type Known,
  locksOf,
  matchRow,
  nameKeysOf,
  type Naming,
} from './find-person.ts';
import { kindBits } from './keys.ts';
import type { KnownPerson } from './person-queries.ts';

const TODAY = '2025-03-20';
const ANA: PersonFacts = {
  names: [{ last: 'Wrenfield', first: 'Ana', middle: 'Luz' }],
  birthDate: '2024-03-15',
  sex: 'F',
  mothersMaidenName: 'Larkspur',
  phones: ['9162345678'],
  addresses: [{ street: '12 Juniper Lane', city: 'Sacramento', state: 'CA', zip: '95814' }],
};
/** Her name, birth date and sex, and nothing else. */
const ANA_ALONE: PersonFacts = {
  names: [{ last: 'Wrenfield', first: 'Ana' }],
  birthDate: '2024-03-15',
  sex: 'F',
};
const MIA: PersonFacts = { names: [{ last: 'Larkmoor', first: 'Mia' }], birthDate: '2011-01-01', sex: 'F' };
const NAMELESS: PersonFacts = { names: [] };

const CHART = 'clinic 1001';
const OTHER_CHART = 'clinic 2002';

/** Someone on file, as found under the keys of this message. */
function person(personId: string, facts: PersonFacts, more: Partial<KnownPerson> = {}): KnownPerson {
  const record = normalisePerson(facts, TODAY);
  return {
    personId,
    version: 1,
    isProtected: false,
    isSealed: false,
    demographics: { fields: {}, nextOfKin: [], stated: {} },
    records: [packPerson(record)],
    keys: nameKeysOf(record),
    askedAs: [],
    ...more,
  };
}

const underChart = (personId: string, facts: PersonFacts, chart = CHART): KnownPerson => {
  const { keys, ...rest } = person(personId, facts);
  return { ...rest, keys: [...keys, chartKey(chart)] };
};
const candidate = (personId: string, facts: PersonFacts) => ({
  personId,
  records: [packPerson(normalisePerson(facts, TODAY))],
});

const naming = (facts: PersonFacts, more: Partial<Naming> = {}): Naming => ({
  record: normalisePerson(facts, TODAY),
  registryId: undefined,
  charts: [CHART],
  purpose: 'record',
  ...more,
});

const NO_OTHERS = { candidates: { list: [], seen: 0 } };
const find = (of: Naming, persons: readonly KnownPerson[], more: Partial<Known> = NO_OTHERS) =>
  findPerson(of, { persons, ...more }, {});
const doubtsOf = (found: ReturnType<typeof find>): readonly string[] =>
  'doubts' in found ? found.doubts.map(({ personId, kind }) => `${kind} ${personId}`) : [];
const idOf = (found: ReturnType<typeof find>): string =>
  found.kind === 'person' ? found.person.personId : found.kind;

describe("the registry's own id", () => {
  const id = '0190b3a0-7e9a-7c3e-8f00-0123456789ab';
  const asked = (more: Partial<Naming>, facts: PersonFacts = ANA): Naming =>
    naming(facts, { registryId: id, ...more });
  const ana = person(id, ANA, { askedAs: [id] });

  test('finds its person where name or birth date agree', () => {
    expect(idOf(find(asked({}), [ana]))).toBe(id);
    expect(idOf(find(asked({}, { ...ANA, birthDate: '2020-09-01' }), [ana]))).toBe(id);
    const married = { ...ANA, names: [{ last: 'Hollyoak', first: 'Ana' }] };
    expect(idOf(find(asked({}, married), [ana]))).toBe(id);
  });

  test('goes before a chart number', () => {
    expect(idOf(find(asked({}), [underChart('other', ANA), ana]))).toBe(id);
  });

  test('leads to where its person went when it was merged', () => {
    const kept = person('kept', ANA, { askedAs: [id], keys: [] });
    expect(idOf(find(asked({}), [kept]))).toBe('kept');
  });

  test('of someone else is not believed', () => {
    expect(idOf(find(asked({ purpose: 'query' }, MIA), [ana]))).toBe('nobody');
    expect(doubtsOf(find(asked({}, MIA), [ana]))).toEqual([`chart-reused ${id}`]);
  });

  test('is enough where nothing else is said', () => {
    expect(idOf(find(asked({ purpose: 'query', charts: [] }, NAMELESS), [ana]))).toBe(id);
  });
});

describe('a chart number', () => {
  test.each<[string, PersonFacts]>([
    ['everything agrees', ANA],
    ['marriage has changed the last name', { ...ANA, names: [{ last: 'Hollyoak', first: 'Ana' }] }],
    ['adoption has changed the name', { ...ANA, names: [{ last: 'Hollyoak', first: 'Eva' }] }],
    ['the birth date was corrected', { ...ANA, birthDate: '2021-07-02' }],
    ['day and month were exchanged', { ...ANA_ALONE, birthDate: '2024-03-15' }],
    ['nothing but the name is said', { names: ANA.names }],
  ])('is believed where %s', (_, facts) => {
    const found = find(naming(facts), [underChart('ana', ANA)]);
    expect(found).toMatchObject({ kind: 'person', person: { personId: 'ana' }, doubts: [] });
    expect(found).not.toHaveProperty('match');
  });

  test('is believed of a person of whom nothing is on file', () => {
    const blank: KnownPerson = { ...underChart('blank', ANA), records: [] };
    expect(idOf(find(naming(MIA), [blank]))).toBe('blank');
  });

  test('is believed where any word on file agrees, not only the newest', () => {
    const two = underChart('ana', ANA);
    const both = { ...two, records: [...candidate('', MIA).records, ...two.records] };
    expect(idOf(find(naming(ANA), [both]))).toBe('ana');
  });

  test('that names someone else is not: for a submission a doubt about them, for a query nobody at all', () => {
    const kept = underChart('ana', ANA);
    expect(find(naming(MIA), [kept])).toEqual({
      kind: 'nobody',
      doubts: [{ personId: 'ana', kind: 'chart-reused' }],
    });
    expect(find(naming(MIA, { purpose: 'query' }), [kept])).toEqual({ kind: 'nobody', doubts: [] });
  });

  test('that names someone else: those who may be meant come first to the reviewers, none is chosen', () => {
    const mia = { ...MIA, phones: ['5302223344'] };
    const found = find(naming(mia), [underChart('ana', ANA), person('mia', mia)]);
    expect(doubtsOf(found)).toEqual(['chart-reused ana', 'possible-duplicate mia']);
    expect(idOf(found)).toBe('nobody');
  });

  test('of a twin, where the message names the other exactly, is mixed up', () => {
    const twin = (first: string): PersonFacts => ({ ...ANA, names: [{ last: 'Wrenfield', first }] });
    const ana = underChart('ana', twin('Ana'));
    const kept: KnownPerson = { ...ana, keys: [chartKey(CHART)] };
    const found = find(naming(twin('Eva')), [kept, person('eva', twin('Eva'))]);
    expect(idOf(found)).toBe('nobody');
    expect(doubtsOf(found)[0]).toBe('chart-reused ana');
    expect(idOf(find(naming(twin('Eva'), { purpose: 'query' }), [kept, person('eva', twin('Eva'))]))).toBe(
      'nobody',
    );
  });

  test('of a newborn who had no name is believed, though another has the name', () => {
    const newborn = underChart('baby', { ...ANA, names: [{ last: 'Wrenfield', first: 'Baby Girl' }] });
    const kept: KnownPerson = { ...newborn, keys: [chartKey(CHART)] };
    expect(idOf(find(naming(ANA_ALONE), [kept, person('other', ANA_ALONE)]))).toBe('baby');
  });

  test('of someone whose new name is exactly that of another is believed, and both are looked at', () => {
    const married = { ...ANA, names: [{ last: 'Hollyoak', first: 'Ana' }] };
    const kept: KnownPerson = { ...underChart('ana', ANA), keys: [chartKey(CHART)] };
    const persons = [kept, person('double', married)];
    const found = find(naming(married), persons);
    expect(idOf(found)).toBe('ana');
    expect(doubtsOf(found)).toEqual(['possible-duplicate double']);
    const asked = find(naming(married, { purpose: 'query' }), persons);
    expect(idOf(asked)).toBe('ana');
    expect(doubtsOf(asked)).toEqual([]);
  });

  test('of the second born is not that of the first', () => {
    const first = underChart('first', { ...ANA, birthOrder: 1, multipleBirth: true });
    expect(doubtsOf(find(naming({ ...ANA, birthOrder: 2, multipleBirth: true }), [first]))[0]).toBe(
      'chart-reused first',
    );
  });

  test('that was given out twice means the one who is most like what is said', () => {
    const one = underChart('one', ANA);
    const other = underChart('other', { ...ANA, names: [{ last: 'Quillmark', first: 'Eva' }], phones: [] });
    for (const persons of [
      [one, other],
      [other, one],
    ]) {
      expect(idOf(find(naming(ANA), persons))).toBe('one');
    }
  });

  test('is enough where nothing else is said, and nobody is found where it is unknown', () => {
    const query = naming(NAMELESS, { purpose: 'query' });
    expect(idOf(find(query, [underChart('ana', ANA)], {}))).toBe('ana');
    expect(find(query, [], {})).toEqual({ kind: 'nobody', doubts: [] });
  });

  test('of several that a query names, any may be known', () => {
    const query = naming(ANA, { purpose: 'query', charts: [OTHER_CHART, CHART] });
    expect(idOf(find(query, [underChart('ana', ANA)]))).toBe('ana');
  });
});

describe('name and birth date', () => {
  test('of one person, with something besides, are enough for a submission: nobody else is read', () => {
    const found = find(naming(ANA), [person('ana', ANA)], {});
    expect(found).toMatchObject({ kind: 'person', person: { personId: 'ana' }, doubts: [] });
    expect(found).toMatchObject({ match: { outcome: 'match' } });
  });

  test('alone are not: everyone alike is read, and it stays a doubt', () => {
    expect(find(naming(ANA_ALONE), [person('ana', ANA_ALONE)], {})).toEqual({ kind: 'candidates' });
    const found = find(naming(ANA_ALONE), [person('ana', ANA_ALONE)]);
    expect(doubtsOf(found)).toEqual(['possible-duplicate ana']);
    expect(found).toMatchObject({
      kind: 'nobody',
      doubts: [{ comparison: { guards: ['no-corroborator'] } }],
    });
  });

  test('of two persons: everyone is read, the submission goes to the best, and the other is looked at', () => {
    const persons = [person('b', ANA), person('a', { ...ANA, names: ANA_ALONE.names })];
    expect(find(naming(ANA), persons, {})).toEqual({ kind: 'candidates' });
    const found = find(naming(ANA), persons);
    expect(idOf(found)).toBe('b');
    expect(doubtsOf(found)).toEqual(['possible-duplicate a']);
  });

  test('of two persons: a query finds neither for certain', () => {
    const persons = [person('b', ANA), person('a', { ...ANA, names: ANA_ALONE.names })];
    const found = find(naming(ANA, { purpose: 'query' }), persons);
    expect(idOf(found)).toBe('nobody');
    expect(doubtsOf(found)).toEqual(['possible-duplicate b', 'possible-duplicate a']);
  });

  test('of one person are enough for a query, where no one else comes into question', () => {
    const query = naming(ANA_ALONE, { purpose: 'query', charts: [] });
    expect(find(query, [person('ana', ANA)], {})).toEqual({ kind: 'candidates' });
    expect(idOf(find(query, [person('ana', ANA)]))).toBe('ana');
  });

  test('of one person are not enough for a query, where another comes into question', () => {
    const query = naming(ANA_ALONE, { purpose: 'query', charts: [] });
    const brother = candidate('near', { ...ANA_ALONE, names: [{ last: 'Wrenfield', first: 'Anna' }] });
    const found = find(query, [person('ana', ANA)], { candidates: { list: [brother], seen: 1 } });
    expect(idOf(found)).toBe('nobody');
    expect(doubtsOf(found)).toEqual(['possible-duplicate ana', 'possible-duplicate near']);
  });

  test('of another sex are a doubt', () => {
    const query = naming({ ...ANA_ALONE, sex: 'M' }, { purpose: 'query', charts: [] });
    expect(doubtsOf(find(query, [person('ana', ANA)]))).toEqual(['possible-duplicate ana']);
  });

  test('of a sealed person never find it; whether it is the one is for people to say', () => {
    const sealed = person('ana', ANA, { isSealed: true });
    const candidates = { list: [candidate('ana', ANA)], seen: 1 };
    for (const purpose of ['record', 'query'] as const) {
      const of = naming(ANA, { purpose, charts: [] });
      expect(find(of, [sealed], {})).toEqual({ kind: 'candidates' });
      const found = find(of, [sealed], { candidates });
      expect(found).toMatchObject({ kind: 'nobody', doubts: [{ comparison: { guards: ['sealed'] } }] });
    }
  });

  test('a sealed person is found by its chart all the same', () => {
    const sealed = { ...underChart('ana', ANA), isSealed: true };
    expect(idOf(find(naming(ANA), [sealed]))).toBe('ana');
  });
});

describe('those who share a key', () => {
  const typo: PersonFacts = { ...ANA, names: [{ last: 'Wrenfeild', first: 'Ana', middle: 'Luz' }] };
  const near = { candidates: { list: [candidate('ana', ANA)], seen: 7 } };

  test('are wanted where neither id nor exact name find anyone', () => {
    expect(find(naming(ANA), [], {})).toEqual({ kind: 'candidates' });
  });

  test('the one that matches is read, and then it is the one', () => {
    expect(find(naming(typo), [], near)).toEqual({ kind: 'persons', ids: ['ana'] });
    const read = person('ana', ANA, { keys: [], askedAs: ['ana'] });
    const found = find(naming(typo), [read], near);
    expect(found).toMatchObject({ kind: 'person', person: { personId: 'ana' }, doubts: [] });
    expect(found).toMatchObject({ match: { outcome: 'match' } });
  });

  test('one that is sealed, as shows when it is read, is not found', () => {
    const read = person('ana', ANA, { keys: [], askedAs: ['ana'], isSealed: true });
    for (const purpose of ['record', 'query'] as const) {
      const found = find(naming(typo, { purpose }), [read], near);
      expect(found).toMatchObject({ kind: 'nobody', doubts: [{ comparison: { guards: ['sealed'] } }] });
    }
  });

  test('those who may be meant are doubts of a submission, and are not read for it', () => {
    const found = find(naming(ANA_ALONE), [], near);
    expect(found).toMatchObject({
      kind: 'nobody',
      doubts: [{ personId: 'ana', kind: 'possible-duplicate' }],
    });
  });

  test('of a query they are read to be shown, as many as it may be shown', () => {
    const list = ['a', 'b', 'c'].map((id) => candidate(id, ANA));
    const candidates = { candidates: { list, seen: 3 } };
    const query = (atMost: number): Naming => naming(ANA, { purpose: 'query', charts: [], atMost });
    expect(find(query(3), [], candidates)).toEqual({ kind: 'persons', ids: ['a', 'b', 'c'] });
    const tooMany = find(query(2), [], candidates);
    expect(tooMany).toMatchObject({ kind: 'nobody' });
    expect(doubtsOf(tooMany)).toHaveLength(3);
    expect(find(naming(ANA, { purpose: 'query', charts: [] }), [], candidates)).toMatchObject({
      kind: 'nobody',
    });
    const read = ['a', 'b', 'c'].map((id) => person(id, ANA, { keys: [], askedAs: [id] }));
    const found = find(query(3), read, candidates);
    expect(idOf(found)).toBe('nobody');
    expect(doubtsOf(found)).toEqual(['a', 'b', 'c'].map((id) => `possible-duplicate ${id}`));
  });

  test('who is nothing like it is nobody', () => {
    expect(find(naming(MIA), [], near)).toEqual({ kind: 'nobody', doubts: [] });
  });

  test('what is found does not depend on the order in which they are read', () => {
    const list = [candidate('b', ANA), candidate('a', ANA), candidate('c', { ...ANA, phones: [] })];
    const one = find(naming(typo), [], { candidates: { list, seen: 3 } });
    const other = find(naming(typo), [], { candidates: { list: list.toReversed(), seen: 3 } });
    expect(other).toEqual(one);
    expect(one).toEqual({ kind: 'persons', ids: ['a'] });
  });
});

describe('the keys of a person', () => {
  const record = normalisePerson(
    { ...ANA, identifiers: [{ kind: 'chart', namespace: 'DE000001^A^MR', value: '1001' }] },
    TODAY,
  );

  test('are its chart, its name with birth date, and what else it shares with its other records', () => {
    const keys = allKeys(record, [CHART]);
    expect(keys[0]).toBe(chartKey(CHART));
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of nameKeysOf(record)) expect(keys).toContain(key);
    expect(keys.filter((key) => (BigInt(key) & 3n) === BigInt(kindBits('chart')))).toEqual([chartKey(CHART)]);
    expect(keys.some((key) => (BigInt(key) & 3n) === BigInt(kindBits('phone')))).toBe(true);
  });

  test('of its name are the same for another middle name, sex or order of names, and not for another date', () => {
    const same = normalisePerson(
      { ...ANA_ALONE, names: [{ last: 'Ana', first: 'Wrenfield' }], sex: 'M' },
      TODAY,
    );
    expect(nameKeysOf(same)).toEqual(nameKeysOf(record));
    expect(nameKeysOf(normalisePerson({ ...ANA, birthDate: '2024-04-15' }, TODAY))).not.toEqual(
      nameKeysOf(record),
    );
  });

  test.each<[string, PersonFacts]>([
    ['last name', { ...ANA, names: [{ last: '', first: 'Ana' }] }],
    ['first name', { ...ANA, names: [{ last: 'Wrenfield', first: '' }] }],
    ['birth date', { names: ANA.names }],
    ['a name of its own yet', { ...ANA, names: [{ last: 'Wrenfield', first: 'Baby Girl' }] }],
  ])('of its name there is none without %s', (_, facts) => {
    expect(nameKeysOf(normalisePerson(facts, TODAY))).toEqual([]);
  });

  test('its locks are of its chart and of its birth date, in ascending order', () => {
    const locks = locksOf(record, CHART);
    expect(locks).toHaveLength(2);
    expect(
      locks
        .map(BigInt)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .map(String),
    ).toEqual(locks);
    const swapped = normalisePerson({ ...MIA, birthDate: '2024-03-15' }, TODAY);
    const shared = locksOf(swapped, 'another chart').filter((lock) => locks.includes(lock));
    expect(shared).toHaveLength(1);
    expect(locksOf(normalisePerson(MIA, TODAY), CHART).filter((lock) => locks.includes(lock))).toHaveLength(
      1,
    );
  });

  test('what is kept of it is named by chart and content, so that the same is kept once', () => {
    const row = matchRow(record, CHART);
    expect(row).toEqual({ matchId: bigHash(CHART, packPerson(record)), record: packPerson(record) });
    expect(matchRow(record, OTHER_CHART).matchId).not.toBe(row.matchId);
  });
});
