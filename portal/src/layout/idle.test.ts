import { expect, test } from 'vitest';
import { idleState } from './idle.ts';

test.each([
  [0, 'at-work'],
  [13 * 60_000 + 59_999, 'at-work'],
  [14 * 60_000, 'warned'],
  [15 * 60_000 - 1, 'warned'],
  [15 * 60_000, 'over'],
  [8 * 60 * 60_000, 'over'],
] as const)('after %d ms of fifteen minutes: %s', (idle, state) => {
  expect(idleState(idle, 15)).toBe(state);
});
