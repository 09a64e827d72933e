import { describe, expect, test } from 'vitest';
import { agreementOf, likelihood, reportedDay } from './data.ts';
import { tasksSearch } from './search.ts';

describe('the address of the queue', () => {
  test('keeps what it may say, and nothing else', () => {
    const after = '0195b0b0-0000-7000-8000-00000000000a';
    expect(tasksSearch({ state: 'later', after, name: 'Ana' })).toEqual({ state: 'later', after });
    expect(tasksSearch({ state: 'open', after: 'Ana' })).toEqual({});
  });
});

test.each([
  [undefined, 'unknown'],
  [12, 'very'],
  [3, 'likely'],
  [0, 'even'],
  [-3, 'unlikely'],
])('a score of %s is %s', (score, word) => expect(likelihood(score)).toBe(word));

test.each([
  [{ level: 'e', points: 7 }, 'same'],
  [{ level: 's', points: 4 }, 'alike'],
  [{ level: 'k', points: -3 }, 'differs'],
  [{ level: 'd', points: 0 }, 'differs'],
  [{ level: '-', points: 0 }, 'unsaid'],
])('a comparison %o', (field, word) => expect(agreementOf(field)).toBe(word));

test('a birth date is a day only where it is written as one', () => {
  expect(reportedDay('20190315')).toBe('2019-03-15');
  expect(reportedDay('201903')).toBeUndefined();
});
