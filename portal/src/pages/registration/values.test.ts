import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, periodEnd, textOf, toSend, withValue } from './values.ts';

describe('what is typed in a step', () => {
  it('is found and changed by the name that problems use', () => {
    const typed = withValue({ siteContact: { name: 'Ada' } }, 'siteContact.email', 'ada@clinic.example');
    expect(typed).toEqual({ siteContact: { name: 'Ada', email: 'ada@clinic.example' } });
    expect(textOf(typed, 'siteContact.email')).toBe('ada@clinic.example');
    expect(textOf(typed, 'ehrSupport.email')).toBe('');
  });

  it('is read back as it was written, and nothing else changes', () => {
    const key = fc.stringMatching(/^[a-z]{1,8}$/);
    const inner = fc.dictionary(key, fc.string(), { noNullPrototype: true });
    fc.assert(
      fc.property(inner, key, key, fc.string(), (before, outer, field, value) => {
        const after = withValue(before, `${outer}.${field}`, value);
        expect(textOf(after, `${outer}.${field}`)).toBe(value);
        for (const other of Object.keys(before)) {
          if (other !== outer) expect(after[other]).toBe(before[other]);
        }
      }),
    );
  });
});

describe('what is sent of a step', () => {
  it('leaves out what an answer has made pointless', () => {
    expect(toSend('clinical', { isClinical: false, license: 'A1', npi: '' })).toEqual({
      isClinical: false,
      npi: '',
    });
    expect(toSend('clinical', { isClinical: true, license: 'A1' })).toEqual({
      isClinical: true,
      license: 'A1',
    });
    expect(toSend('type', { siteType: 1, sendingFacility: 'SF-000001' })).toEqual({ siteType: 1 });
    expect(toSend('type', { siteType: 2, sendingFacility: 'SF-000001' })).toEqual({
      siteType: 2,
      sendingFacility: 'SF-000001',
    });
    expect(toSend('meaningful-use', { stage: 'none', from: '2026-01-01' })).toEqual({ stage: 'none' });
  });

  it('says of a contact that is the Site Contact just that', () => {
    expect(
      toSend('contacts', {
        siteContact: { name: 'Ada' },
        dataExchangeContact: { name: 'Bo', sameAsSiteContact: true },
        ehrSupport: { name: 'Cy', sameAsSiteContact: false },
      }),
    ).toEqual({
      siteContact: { name: 'Ada', title: '', email: '', phone: '' },
      dataExchangeContact: { sameAsSiteContact: true },
      ehrSupport: { name: 'Cy', title: '', email: '', phone: '' },
    });
  });
});

describe('whether two steps say the same', () => {
  it('does not look at the order in which they were kept', () => {
    expect(isSame({ a: '1', b: { c: '2', d: true } }, { b: { d: true, c: '2' }, a: '1' })).toBe(true);
    expect(isSame({ a: '1' }, { a: '1', b: '2' })).toBe(false);
    expect(isSame({ a: { b: '1' } }, { a: '1' })).toBe(false);
    expect(isSame({ a: { b: '' } }, { a: '1' })).toBe(false);
    expect(isSame({ a: true }, { a: false })).toBe(false);
    expect(isSame(undefined, undefined)).toBe(true);
  });

  it('takes what is empty for not there', () => {
    expect(isSame({ a: '1' }, { a: '1', b: '', c: { d: '' } })).toBe(true);
    expect(isSame({}, { c: { d: { e: '' } } })).toBe(true);
  });
});

describe('the reporting period', () => {
  it.each([
    ['2026-01-01', '2026-03-31'],
    ['2024-01-01', '2024-03-30'],
    ['2026-12-01', '2027-02-28'],
    ['', ''],
    ['2026-13-40', ''],
    ['20261-01-01', ''],
  ])('that begins %s ends %s', (from, to) => {
    expect(periodEnd(from)).toBe(to);
  });
});
