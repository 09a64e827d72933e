import { california } from '@cairn/california';
import { describe, expect, test } from 'vitest';
import { checkClient, invitationKey } from './client-check.ts';
import type { ClientRow } from './client-sheet.ts';

const clinic: ClientRow = {
  siteId: '',
  siteName: 'Fictional Family Clinic',
  county: 'Alameda',
  street: '1 Invented Way',
  city: 'Oakland',
  zip: '94601',
  npi: '1234567893',
  contactName: 'Ann Invented',
  contactEmail: 'ann@clinic.example',
};
const check = (change: Partial<ClientRow>) => checkClient({ ...clinic, ...change }, california);
const found = (change: Partial<ClientRow>): readonly string[] =>
  check(change).problems.map(({ where, code }) => `${where} ${code}`);

describe('a client site that is to be invited', () => {
  test('gives its registration what is known of it', () => {
    expect(check({}).invited?.answers).toEqual({
      place: {
        county: 'Alameda',
        siteName: 'Fictional Family Clinic',
        street: '1 Invented Way',
        city: 'Oakland',
        zip: '94601',
      },
      clinical: { npi: '1234567893' },
    });
  });

  test('needs no address', () => {
    const { problems, invited } = check({ street: '', city: '', zip: '', npi: '' });
    expect(problems).toEqual([]);
    expect(invited?.answers).toEqual({ place: { county: 'Alameda', siteName: 'Fictional Family Clinic' } });
  });

  test.each<[Partial<ClientRow>, readonly string[]]>([
    [{ siteName: ' ' }, ['siteName required']],
    [{ county: '' }, ['county required']],
    [{ county: 'Alamada' }, ['county county-unknown']],
    [{ county: 'San Diego', zip: '' }, ['county county-not-served']],
    [{ zip: '9460' }, ['zip zip-invalid']],
    [{ zip: '95616' }, ['zip zip-elsewhere']],
    [{ npi: '1234567890' }, ['npi npi-invalid']],
    [{ contactName: '' }, ['contactName required']],
    [{ contactEmail: '' }, ['contactEmail required']],
    [{ contactEmail: 'ann at clinic' }, ['contactEmail email-invalid']],
    [{ siteName: 'x'.repeat(121), street: 'a\u0007b' }, ['siteName too-long', 'street invalid']],
  ])('%j is refused', (change, problems) => expect(found(change)).toEqual(problems));

  test.each<Partial<ClientRow>>([
    { county: 'alameda county' },
    { zip: '94601-1234' },
    { contactEmail: ' ann@clinic.example ' },
    { siteName: '=cmd|A1' },
  ])('%j is taken', (change) => expect(found(change)).toEqual([]));

  test('is told from another by name, place and contact, not by how these are typed', () => {
    const key = invitationKey(clinic);
    const same = {
      ...clinic,
      siteName: ' FICTIONAL  family clinic',
      county: 'Alameda County',
      zip: '94601-1234',
    };
    expect(invitationKey({ ...same, contactName: 'Bob', npi: '', city: '' })).toBe(key);
    expect(invitationKey({ ...clinic, street: '2 Invented Way' })).not.toBe(key);
    expect(invitationKey({ ...clinic, contactEmail: 'bob@clinic.example' })).not.toBe(key);
  });
});
