import { describe, expect, test } from 'vitest';
import type { CredentialHolder } from '../accounts/queries.ts';
import { type Identity, nameKey, type PersonIdentifier, sourceIdKey } from '../registry/identity.ts';
import type { KnownPerson, KnownSource } from '../registry/queries.ts';
import { findAskedFor } from './find.ts';
import type { Sender } from './identify.ts';

const organization = (id: string) => ({
  organizationId: id,
  code: id,
  codeKey: id,
  parentId: undefined,
  stage: 'production' as const,
  mayQuery: true,
  isClient: false,
});
const credential = { credentialId: 'c', passwordHash: '', expiresAt: undefined, revokedAt: undefined };
const holder: CredentialHolder = { ...organization('CLINIC'), ...credential, kind: 'site' };
const CLINIC: Sender = { holder, responsible: organization('CLINIC') };
const PHARMACY: Sender = { holder, responsible: organization('PHARMACY') };

const ANA: Identity = { last: 'WREN', first: 'ANA', middle: 'LUZ', birthDate: '2024-03-15', sex: 'F' };
const MIA: Identity = { last: 'LARK', first: 'MIA', middle: '', birthDate: '2011-01-01', sex: 'F' };
const CHART: PersonIdentifier = { id: '1001', authority: 'A', type: 'MR' };
const NOBODY: Identity = { last: '', first: '', middle: '', birthDate: undefined, sex: '' };

function person(
  number: number,
  identity: Identity,
  keys: readonly (string | undefined)[],
  isProtected = false,
): KnownPerson {
  const { last, first, middle, birthDate = '', sex } = identity;
  return {
    personId: `0190b3a0-7e9a-7c3e-8f00-00000000000${number}`,
    version: 1,
    isProtected,
    demographics: {
      fields: { 'PID-5': `${last}^${first}^${middle}`, 'PID-7': birthDate.replaceAll('-', ''), 'PID-8': sex },
      nextOfKin: [],
    },
    keys: keys.flatMap((key) => (key === undefined ? [] : [key])),
  };
}

const ana = person(1, ANA, [nameKey(ANA), sourceIdKey('CLINIC', CHART)]);
const mia = person(2, MIA, [nameKey(MIA)]);
const ownId = (of: KnownPerson): PersonIdentifier => ({ id: of.personId, authority: 'CAIRN', type: 'SR' });

const find = (
  identity: Identity,
  identifiers: readonly PersonIdentifier[] = [],
  { sender = CLINIC, persons = [ana, mia], sources = [] as readonly KnownSource[] } = {},
) => findAskedFor({ identity, identifiers }, { persons, sources }, sender, 'CAIRN')?.personId;

describe('a query finds', () => {
  test('by the id that the asker gave the person', () => {
    expect(find(NOBODY, [CHART])).toBe(ana.personId);
    expect(find(NOBODY, [{ ...CHART, id: '9' }, CHART])).toBe(ana.personId);
  });

  test('not by the id that another organization gave', () => {
    expect(find(NOBODY, [CHART], { sender: PHARMACY })).toBeUndefined();
  });

  test("by the registry's own id, whoever asks", () => {
    expect(find(NOBODY, [ownId(mia)], { sender: PHARMACY })).toBe(mia.personId);
  });

  test('by exact name and birth date', () => {
    expect(find({ ...ANA, middle: '', sex: '' })).toBe(ana.personId);
    expect(find({ ...ANA, birthDate: '2024-03-16' })).toBeUndefined();
  });

  test('nobody of the other sex or another middle name', () => {
    expect(find({ ...ANA, sex: 'M' })).toBeUndefined();
    expect(find({ ...ANA, middle: 'MAE' })).toBeUndefined();
  });

  test("the registry's id before the asker's, and that before the name", () => {
    expect(find(NOBODY, [CHART, ownId(mia)])).toBe(mia.personId);
    expect(find({ ...MIA, birthDate: ANA.birthDate }, [CHART])).toBe(ana.personId);
  });

  test('by an id although name or date have changed, but not where nothing agrees', () => {
    expect(find({ ...ANA, last: 'LARK', first: 'EVA' }, [CHART])).toBe(ana.personId);
    expect(find({ ...ANA, last: 'LARK', first: 'EVA', birthDate: '2011-01-01' }, [CHART])).toBeUndefined();
  });

  test('nobody where the id is that of one person and the name that of another', () => {
    expect(find(MIA, [CHART])).toBeUndefined();
    expect(
      find({ ...ANA, last: 'LARK' }, [CHART], {
        persons: [ana, person(3, { ...ANA, last: 'LARK' }, [nameKey({ ...ANA, last: 'LARK' })])],
      }),
    ).toBeUndefined();
  });

  test('of two people of one name and birth date, the one that the sex tells; without it neither', () => {
    const brother = person(3, { ...ANA, sex: 'M' }, [nameKey(ANA)]);
    const persons = [ana, brother];
    expect(find({ ...ANA, sex: 'M' }, [], { persons })).toBe(brother.personId);
    expect(find(ANA, [], { persons })).toBe(ana.personId);
    expect(find({ ...ANA, sex: '' }, [], { persons })).toBeUndefined();
  });
});

describe('a protected person', () => {
  const hidden = person(1, ANA, ana.keys, true);
  const persons = [hidden, mia];
  const said = (
    protection: KnownSource['protection'],
    organizationId: string,
    personId = hidden.personId,
  ): KnownSource => ({
    personId,
    organizationId,
    idKey: '',
    identifiers: '',
    protection,
    contentHash: '',
  });

  test.each([
    ['by name', ANA, []],
    ["by the registry's id", NOBODY, [ownId(hidden)]],
    ['by chart number', NOBODY, [CHART]],
  ])('is not found %s by an organization that does not hold the protection', (_, identity, identifiers) => {
    const others = [
      [],
      [said('Y', 'PHARMACY')],
      [said('N', 'CLINIC'), said('Y', 'PHARMACY')],
      [said('', 'CLINIC')],
      [said('Y', 'CLINIC', mia.personId)],
    ];
    for (const sources of others) expect(find(identity, identifiers, { persons, sources })).toBeUndefined();
  });

  test('is found by one that does', () => {
    const sources = [said('Y', 'CLINIC'), said('N', 'PHARMACY')];
    expect(find(ANA, [], { persons, sources })).toBe(hidden.personId);
    expect(find(NOBODY, [CHART], { persons, sources })).toBe(hidden.personId);
  });

  test('does not hide others', () => {
    expect(find(MIA, [], { persons })).toBe(mia.personId);
  });
});
