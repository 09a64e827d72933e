import { expect, test } from 'vitest';
import { alertDue, daysUntil } from './expiry-alerts.ts';

const END = new Date('2026-05-31T12:00:00Z');
const daysBefore = (days: number): Date => new Date(END.getTime() - days * 24 * 60 * 60_000);

test.each([
  [90, undefined],
  [60.01, undefined],
  [60, 60],
  [45, 60],
  [30.5, 60],
  [30, 30],
  [8, 30],
  [7, 7],
  [0.01, 7],
  [0, undefined],
  [-3, undefined],
])('%d days before the end: %s', (days, due) => {
  expect(alertDue(END, daysBefore(days))).toBe(due);
});

test('a day that has begun counts', () => {
  expect(daysUntil(END, daysBefore(6.5))).toBe(7);
  expect(daysUntil(END, daysBefore(0.2))).toBe(1);
});
