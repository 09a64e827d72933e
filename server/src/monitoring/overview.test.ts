import { describe, expect, test } from 'vitest';
import type { DayCount } from './counts.ts';
import { before, daysBetween, eachDay, lastDays, plusDays } from './days.ts';
import { stateOf, type TodayFacts, usualOn } from './overview.ts';
import { arrivedIn, EVERYBODY, regionScope, scopeId, scopeOf } from './scopes.ts';
import { wordsOf } from './finding-words.ts';

const FACTS: TodayFacts = {
  messages: 40,
  refused: 0,
  usual: 40,
  hasEver: true,
  isSilent: false,
  hour: 15,
};

describe('today', () => {
  const cases: readonly (readonly [string, Partial<TodayFacts>, string])[] = [
    ['as other days', {}, 'normal'],
    ['without a message ever', { hasEver: false, messages: 0 }, 'none-ever'],
    ['of a site that has stopped', { isSilent: true, messages: 0 }, 'silent'],
    ['of one that has begun again', { isSilent: true }, 'normal'],
    ['with a few refused', { refused: 4 }, 'normal'],
    ['with more refused', { refused: 5 }, 'refusing'],
    ['with as many refused among very many', { refused: 5, messages: 100, usual: 100 }, 'normal'],
    ['with next to nothing in the afternoon', { messages: 9 }, 'quiet'],
    ['with next to nothing in the morning', { messages: 9, hour: 11 }, 'normal'],
    ['with nothing where little comes', { messages: 0, usual: 4 }, 'normal'],
    ['with nothing to compare with', { messages: 0, usual: undefined }, 'normal'],
  ];
  test.each(cases)('%s', (_, facts, state) => {
    expect(stateOf({ ...FACTS, ...facts })).toBe(state);
  });

  test('is compared with the middle of four such days: one holiday changes nothing', () => {
    const count = (day: string, messages: number): DayCount => ({
      day,
      kind: 'submission',
      outcome: 'accepted',
      messages,
      lastAt: new Date(0),
    });
    const counts = [count('2025-03-13', 40), count('2025-03-06', 44), count('2025-02-20', 42)];
    expect(usualOn('2025-03-20', counts)).toBe(41);
    expect(usualOn('2025-03-20', [count('2025-03-19', 40)])).toBeUndefined();
  });
});

test('days are counted over months and leap years', () => {
  expect(plusDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(lastDays('2025-03-20', 30)).toEqual({ from: '2025-02-19', to: '2025-03-20' });
  expect(before({ from: '2025-03-01', to: '2025-03-31' })).toEqual({ from: '2025-01-29', to: '2025-02-28' });
  expect(eachDay({ from: '2025-02-27', to: '2025-03-01' })).toEqual([
    '2025-02-27',
    '2025-02-28',
    '2025-03-01',
  ]);
  expect(daysBetween('2025-03-20', '2025-03-19')).toBe(-1);
});

test('no two scopes are the same', () => {
  const region = { kind: 'region', region: 'everybody' } as const;
  const site = {
    organizationId: '00000000-0000-7000-8000-000000000001',
    code: 'A',
    name: 'A',
    kind: 'site' as const,
    region: undefined,
  };
  const ids = [
    scopeId({ kind: 'everybody' }),
    scopeId(region),
    scopeId({ kind: 'region', region: 'other' }),
    scopeId(scopeOf({ relation: 'own', site })),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toBe(EVERYBODY);
  expect(ids[1]).toBe(regionScope('everybody'));
  expect(scopeOf({ relation: 'staff', site: undefined })).toEqual({ kind: 'everybody' });
  expect(arrivedIn(region)).toBeDefined();
});

test('words of a finding have no blanks; an unknown code speaks for itself', () => {
  expect(wordsOf('required-field-missing').what).not.toContain('{');
  expect(wordsOf('credentials-wrong').fix).not.toBe('');
  expect(wordsOf('no-such-code')).toEqual({ what: 'no-such-code', fix: '' });
});
