import { expect, test } from 'vitest';
import { limitFor } from './limits.ts';

test('passwords cannot be tried one after the other from one address', () => {
  expect(limitFor('sign-in')).toEqual({ max: 30, timeWindow: 60_000 });
});

test('in demo mode, where everybody has one address, ten times as much is taken', () => {
  expect(limitFor('sign-in', { demo: true })).toEqual({ max: 300, timeWindow: 60_000 });
  expect(limitFor('registration', { demo: false })).toEqual({ max: 20, timeWindow: 600_000 });
});
