import { expect, test } from 'vitest';
import { newRecoveryCode, normalRecoveryCode } from './recovery-codes.ts';

test('a recovery code is 16 characters that are not taken for each other, however they are typed', () => {
  const codes = Array.from({ length: 100 }, newRecoveryCode);
  expect(new Set(codes).size).toBe(100);
  for (const code of codes) expect(code).toMatch(/^(?:[a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
  expect(normalRecoveryCode(' K7MQ x2hd–9wtr-4bnc ')).toBe('k7mqx2hd9wtr4bnc');
});
