import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, kindsOf, likenessOf, nameKey } from './registration-likeness.ts';

describe('names', () => {
  it.each([
    ['The Sunny Valley Clinic, Inc.', 'sunny valley CLINIC'],
    ["St. Mary's Hospital", 'St Marys Hospital'],
    ['Clínica Médica del Sol', 'CLINICA MEDICA DEL SOL'],
    ['Health & Wellness Center', 'Health and Wellness Center, LLC'],
    ['Oakland Kids', 'Kids Oakland'],
  ])('are one: %s, %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it.each([
    ['Sunny Valley Clinic', 'Sunny Valley Hospital'],
    ['Clinic 1', 'Clinic 2'],
  ])('are two: %s, %s', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  it('that have nothing but idle words are still names', () => {
    expect(nameKey('The A')).not.toBe('');
    expect(nameKey('¡—!')).toBe('');
  });

  it('are one whatever their case and punctuation', () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '  ', ', ', ' - '), (name, gap) => {
        expect(nameKey(name.join(gap).toUpperCase())).toBe(nameKey(name.join(' ')));
      }),
    );
  });
});

describe('addresses', () => {
  it.each([
    ['12 North Main Street', '4', '12 N. Main St., Suite 4', ''],
    ['12 N Main St', '#4', '12 North Main Street', 'Ste. 4'],
    ['900 Grand Avenue', '', '900 GRAND AVE', ''],
  ])('are one: %s %s, %s %s', (street, unit, otherStreet, otherUnit) =>
    expect(addressKey(street, unit, '94601')).toBe(addressKey(otherStreet, otherUnit, '94601-1234')),
  );

  it.each([
    ['12 Main St', '4', '12 Main St', '5', '94601'],
    ['12 Main St', '', '12 Main Ave', '', '94601'],
    ['12 Main St', '', '12 Main St', '', '94602'],
  ])('are two: %s %s, %s %s in %s', (street, unit, otherStreet, otherUnit, zip) =>
    expect(addressKey(street, unit, '94601')).not.toBe(addressKey(otherStreet, otherUnit, zip)),
  );

  it('are none without street or ZIP code', () => {
    expect(addressKey('', '', '94601')).toBeUndefined();
    expect(addressKey('12 Main St', '', '946')).toBeUndefined();
  });
});

it('says which kinds of key there are, of what has been typed so far', () => {
  expect(likenessOf({})).toEqual([]);
  expect(likenessOf({ place: { siteName: 7, street: true }, clinical: { npi: '1234567890' } })).toEqual([]);
  const keys = likenessOf({ place: { siteName: 'Kids' }, clinical: { npi: ' 1234567893 ' } });
  expect(keys).toEqual(['name:kids', 'npi:1234567893']);
  expect(kindsOf([...keys, 'name:other'])).toEqual(['name', 'npi']);
});
