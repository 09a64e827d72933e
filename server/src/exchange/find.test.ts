import type { Comparison } from '@cairn/matching';
import { describe, expect, test } from 'vitest';
import type { Holder } from '../accounts/queries.ts';
import type { Found } from '../registry/find-person.ts';
import type { KnownPerson, KnownSource } from '../registry/person-queries.ts';
import type { HistoryQuery } from './check-query.ts';
import { type Shown, unknowable, whomToShow } from './find.ts';
import type { Sender } from './identify.ts';

const organization = (id: string) => ({
  organizationId: id,
  code: id,
  codeKey: id,
  parentId: undefined,
  stage: 'production' as const,
  mayQuery: true,
  isClient: false,
  isUnconfirmedClient: false,
});
const holder: Holder = { ...organization('CLINIC'), credentialId: 'c', kind: 'site' };
const CLINIC: Sender = { holder, responsible: organization('CLINIC') };
const PHARMACY: Sender = { holder, responsible: organization('PHARMACY') };

const person = (personId: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  personId,
  version: 1,
  isProtected: false,
  isSealed: false,
  demographics: { fields: {}, nextOfKin: [], stated: {} },
  records: [],
  keys: [],
  askedAs: [],
  ...more,
});
const said = (
  protection: KnownSource['protection'],
  organizationId: string,
  personId = 'ana',
): KnownSource => ({
  personId,
  sourceId: '',
  organizationId,
  idKey: '',
  identifiers: '',
  protection,
  protectionSaidAt: '',
  contentHash: '',
  saidAt: '2025-03-20T17:00:00.000Z',
  fields: {},
});
const comparison: Comparison = { outcome: 'possible', score: 5, guards: [], signature: '' };
const maybe = (...ids: readonly string[]): Found => ({
  kind: 'nobody',
  doubts: ids.map((personId) => ({ personId, kind: 'possible-duplicate', comparison })),
});
const found = (who: KnownPerson): Found => ({ kind: 'person', person: who, doubts: [] });

type More = {
  readonly query?: Partial<HistoryQuery>;
  readonly sender?: Sender;
  readonly notShared?: 'hidden' | 'told';
  readonly sources?: readonly KnownSource[];
};
function show(who: Found, persons: readonly KnownPerson[], more: More = {}): Shown {
  const { query = {}, sender = CLINIC, notShared = 'hidden', sources = [] } = more;
  return whomToShow({ kind: 'Z34', limit: 10, ...query }, who, { persons, sources }, sender, { notShared });
}

describe('a query', () => {
  const ana = person('ana');

  test('for one person who is found shows that one, by either profile', () => {
    expect(show(found(ana), [ana])).toEqual({ kind: 'person', person: ana });
    expect(show(found(ana), [ana], { query: { kind: 'Z44' } })).toEqual({ kind: 'person', person: ana });
  });

  test('that finds no one who may be meant says so', () => {
    expect(show(maybe(), [])).toEqual({ kind: 'nobody' });
  });
});

describe('those who may be meant', () => {
  const persons = ['ana', 'eva', 'mia'].map((id) => person(id));

  test('are listed, the likeliest first', () => {
    expect(show(maybe('mia', 'ana'), persons)).toEqual({
      kind: 'candidates',
      persons: [persons[2], persons[0]],
    });
    expect(show(maybe('eva'), persons)).toEqual({ kind: 'candidates', persons: [persons[1]] });
  });

  test('are too many where they are more than the query may list', () => {
    expect(show(maybe('ana', 'eva', 'mia'), persons, { query: { limit: 3 } })).toMatchObject({
      kind: 'candidates',
    });
    expect(show(maybe('ana', 'eva', 'mia'), persons, { query: { limit: 2 } })).toEqual({ kind: 'too-many' });
  });

  test('are not listed for a forecast, and are nobody there; too many are told', () => {
    expect(show(maybe('ana'), persons, { query: { kind: 'Z44' } })).toEqual({ kind: 'nobody' });
    expect(show(maybe('ana', 'eva'), persons, { query: { kind: 'Z44', limit: 1 } })).toEqual({
      kind: 'too-many',
    });
  });

  test('are shown without those whom the asker may not know of', () => {
    const hidden = [person('ana', { isProtected: true }), person('eva', { isSealed: true }), person('mia')];
    expect(show(maybe('ana', 'eva', 'mia'), hidden)).toEqual({ kind: 'candidates', persons: [hidden[2]] });
    for (const notShared of ['hidden', 'told'] as const) {
      expect(show(maybe('ana', 'eva'), hidden, { notShared })).toEqual({ kind: 'nobody' });
    }
    const sources = [said('Y', 'CLINIC'), said('', 'CLINIC', 'eva')];
    expect(show(maybe('ana', 'eva'), hidden, { sources })).toMatchObject({ persons: hidden.slice(0, 2) });
  });

  test('are nobody where they have gone since', () => {
    expect(show(maybe('ana'), [])).toEqual({ kind: 'nobody' });
  });
});

describe('a protected person', () => {
  const hidden = person('ana', { isProtected: true });

  test.each<[string, readonly KnownSource[]]>([
    ['has no chart', []],
    ['is not the one that said so', [said('Y', 'PHARMACY')]],
    ['has taken it back', [said('N', 'CLINIC'), said('Y', 'PHARMACY')]],
    ['never said so', [said('', 'CLINIC'), said('Y', 'PHARMACY')]],
    ['said so of someone else', [said('Y', 'CLINIC', 'mia'), said('Y', 'PHARMACY')]],
  ])('is nobody to an organization that %s', (_, sources) => {
    expect(show(found(hidden), [hidden], { sources })).toEqual({ kind: 'nobody' });
    expect(show(found(hidden), [hidden], { sources, notShared: 'told' })).toEqual({ kind: 'not-shared' });
  });

  test('is shown to one that holds the protection', () => {
    const sources = [said('Y', 'CLINIC'), said('N', 'PHARMACY')];
    expect(show(found(hidden), [hidden], { sources })).toEqual({ kind: 'person', person: hidden });
    expect(show(found(hidden), [hidden], { sources, sender: PHARMACY })).toEqual({ kind: 'nobody' });
  });

  test('is shown to one that holds it under one of several charts', () => {
    const sources = [said('N', 'CLINIC'), said('Y', 'CLINIC')];
    expect(show(found(hidden), [hidden], { sources })).toMatchObject({ kind: 'person' });
  });
});

describe('a sealed person', () => {
  const sealed = person('ana', { isSealed: true });

  test('is shown only where it has a chart', () => {
    expect(show(found(sealed), [sealed], { sources: [said('', 'CLINIC')] })).toMatchObject({
      kind: 'person',
    });
    expect(show(found(sealed), [sealed], { sources: [said('', 'PHARMACY')] })).toEqual({ kind: 'nobody' });
    expect(show(found(sealed), [sealed], { sources: [said('', 'CLINIC', 'mia')] })).toEqual({
      kind: 'nobody',
    });
  });

  test('is not told of, not even as one who may not be shared', () => {
    expect(show(found(sealed), [sealed], { notShared: 'told' })).toEqual({ kind: 'nobody' });
  });

  test('that is protected too is shown only to who holds both', () => {
    const both = person('ana', { isSealed: true, isProtected: true });
    expect(show(found(both), [both], { sources: [said('', 'CLINIC')] })).toEqual({ kind: 'nobody' });
    expect(show(found(both), [both], { sources: [said('Y', 'CLINIC')] })).toMatchObject({ kind: 'person' });
  });
});

describe('those of whom the asker may not even know', () => {
  const persons = [
    person('ana'),
    person('eva', { isProtected: true }),
    person('mia', { isSealed: true }),
    person('zoe', { isProtected: true, isSealed: true }),
  ];
  const hidden = (sources: readonly KnownSource[], notShared: 'hidden' | 'told' = 'hidden') =>
    unknowable({ persons, sources }, CLINIC, { notShared });

  test('are all that it may not see', () => {
    expect(hidden([])).toEqual(['eva', 'mia', 'zoe']);
    expect(hidden([said('Y', 'PHARMACY', 'eva'), said('', 'PHARMACY', 'mia')])).toEqual([
      'eva',
      'mia',
      'zoe',
    ]);
    expect(hidden([said('Y', 'CLINIC', 'eva'), said('', 'CLINIC', 'mia')])).toEqual(['zoe']);
    expect(hidden([said('', 'CLINIC', 'zoe')])).toContain('zoe');
    expect(hidden([said('Y', 'CLINIC', 'zoe')])).not.toContain('zoe');
  });

  test('are only the sealed where the jurisdiction tells of those who are not shared', () => {
    expect(hidden([], 'told')).toEqual(['mia', 'zoe']);
  });
});
