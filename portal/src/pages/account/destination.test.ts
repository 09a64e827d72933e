import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination } from './destination.ts';

const ORIGIN = 'https://iis.example';
const site = (code: string) =>
  ({ code, name: code, kind: 'site', stage: 'testing', role: 'site-contact' }) as const;
const account = {
  name: 'Ada',
  email: 'ada@clinic.example',
  language: 'en',
  staffRole: null,
  sites: [site('DE-000101')],
} as const;
const to = (
  next: string | undefined,
  who: Parameters<typeof destination>[0] = { ...account, sites: [...account.sites] },
) => destination(who, next, ORIGIN);

describe('where somebody goes on after signing in', () => {
  it('is the page that asked for it', () => {
    expect(to('/sites/DE-000101/tests?page=2')).toBe('/sites/DE-000101/tests?page=2');
  });

  it.each([
    '//evil.example',
    String.raw`/\evil.example`,
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/sign-in?next=/sign-in',
  ])('is never %s', (next) => {
    expect(to(next)).toBe('/sites/DE-000101');
  });

  it('is never another host, whatever is asked for', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '@',
      ':',
      '\t',
      '\n',
      'evil.example',
      'https',
      '?',
      '#',
      '%2f',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        expect(new URL(to(parts.join('')), ORIGIN).origin).toBe(ORIGIN);
      }),
    );
  });

  it('is the work of the account, else the home page', () => {
    expect(to(undefined, { ...account, staffRole: 'dx-specialist', sites: [] })).toBe('/staff');
    expect(to(undefined, { ...account, sites: [site('DE-000101'), site('DE-000102')] })).toBe('/sites');
    expect(to(undefined, { ...account, sites: [] })).toBe('/');
  });
});
