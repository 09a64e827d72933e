import { expect, test } from 'vitest';
import { newPassword } from './site-credentials.ts';

const MANY = Array.from({ length: 500 }, newPassword);

test('a password has at least 120 bits, of letters and digits that are not taken for one another', () => {
  const alphabet = new Set(MANY.join(''));
  for (const password of MANY) expect(password).toMatch(/^[A-Za-z0-9]{24}$/);
  for (const ambiguous of '0OoIl1i') expect(alphabet).not.toContain(ambiguous);
  expect(24 * Math.log2(alphabet.size)).toBeGreaterThan(120);
});

test('no two are alike, and no character is favoured', () => {
  expect(new Set(MANY).size).toBe(MANY.length);
  const counts = new Map<string, number>();
  for (const character of MANY.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
  // 12,000 draws over 55 characters: 218 each on average; six standard deviations lie within these.
  expect(Math.min(...counts.values())).toBeGreaterThan(130);
  expect(Math.max(...counts.values())).toBeLessThan(310);
});
