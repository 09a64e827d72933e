import { expect, test } from 'vitest';
import { Attempts } from './attempts.ts';

const at = (minutes: number): Date => new Date(minutes * 60_000);

test('after ten wrong in a row there is no eleventh until a quarter of an hour is over', () => {
  const attempts = new Attempts();
  const tries = Array.from({ length: 12 }, (_each, index) => attempts.begin('a', at(index / 2)));
  expect(tries.filter((may) => may).length).toBe(10);
  expect(attempts.begin('b', at(6))).toBe(true);
  expect(attempts.begin('a', at(14.9))).toBe(false);
  expect(attempts.begin('a', at(15))).toBe(true);
  expect(attempts.count('a', at(15))).toBe(1);
});

test('one that was right takes all back', () => {
  const attempts = new Attempts();
  for (let index = 0; index < 10; index++) attempts.begin('a', at(0));
  attempts.forget('a');
  expect(attempts.count('a', at(0))).toBe(0);
  expect(attempts.begin('a', at(0))).toBe(true);
});
