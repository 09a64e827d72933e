import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination } from './destination.ts';

const ORIGIN = 'https://iis.example';
const site = (code: string) =>
  ({
    code,
    name: code,
    kind: 'site',
    stage: 'testing',
    role: 'site-contact',
    userRole: null,
    isLocalAdministrator: true,
  }) as const;
const may = {
  seePatients: false,
  changePatients: false,
  watchExchange: false,
  askForAccounts: false,
  seeInventory: false,
};
const acting = {
  code: 'DE-000101',
  name: 'A clinic',
  kind: 'site',
  userRole: 'regular',
  isLocalAdministrator: false,
  holdUp: null,
  goLive: null,
} as const;
const account = {
  name: 'Ada',
  email: 'ada@clinic.example',
  language: 'en',
  staffRole: null,
  secondFactor: 'not-needed',
  idleMinutes: 30,
  acting: null,
  may,
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
    const works = (could: Partial<typeof may>) => ({ ...account, may: { ...may, ...could }, sites: [] });
    expect(to(undefined, works({ seePatients: true, watchExchange: true }))).toBe('/patients');
    expect(to(undefined, works({ watchExchange: true }))).toBe('/exchange');
    expect(to(undefined, { ...works({ seePatients: true }), staffRole: 'administrator' })).toBe('/staff');
  });

  it('is what ends a hold-up of the role', () => {
    const held = (holdUp: 'training-needed' | 'region-not-live') => ({
      ...account,
      sites: [site('DE-000101')],
      acting: { ...acting, holdUp },
    });
    expect(to(undefined, held('training-needed'))).toBe('/training');
    expect(to(undefined, held('region-not-live'))).toBe('/timeline');
  });

  it.each(['needed', 'to-set-up'] as const)('is the second step first where it is %s', (secondFactor) => {
    const half = { ...account, sites: [], staffRole: 'dx-specialist' as const, secondFactor };
    expect(to(undefined, half)).toBe('/sign-in/second-step');
    expect(to('/staff?page=2', half)).toBe('/sign-in/second-step?next=%2Fstaff%3Fpage%3D2');
    expect(to('//evil.example', half)).toBe('/sign-in/second-step');
  });
});
