import { expect, test } from 'vitest';
import { periodProblems } from './statement-period.ts';

const codes = (from: string, to: string): readonly string[] =>
  periodProblems({ from, to }, '2025-03-20').map(({ where, code }) => `${where} ${code}`);

test('a period ends today at the latest, and is at most 366 days long', () => {
  expect(codes('2025-03-20', '2025-03-20')).toEqual([]);
  expect(codes('2024-03-20', '2025-03-20')).toEqual([]);
  expect(codes('2024-03-19', '2025-03-20')).toEqual(['from period-too-long']);
  expect(codes('2025-03-01', '2025-03-21')).toEqual(['to day-to-come']);
  expect(codes('2025-03-20', '2025-03-19')).toEqual(['to period-backwards']);
});
