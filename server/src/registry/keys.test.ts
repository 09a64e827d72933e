import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf, kindBits, lockKey, personKey } from './keys.ts';

const KINDS = ['chart', 'name', 'broad', 'phone'] as const;
const kind = fc.constantFrom(...KINDS);
const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;
/** What SQL computes: `key & 3` of a two's complement. */
const bitsOf = (key: string): number => Number(BigInt.asUintN(64, BigInt(key)) & 3n);

describe('a key', () => {
  test('is a signed 64-bit integer in decimal, and its last two bits tell its kind', () => {
    fc.assert(
      fc.property(kind, fc.string(), (of, text) => {
        const key = personKey(of, text);
        expect(key).toMatch(/^-?\d+$/);
        expect(BigInt(key) >= LEAST && BigInt(key) <= MOST).toBe(true);
        expect(BigInt(key).toString()).toBe(key);
        expect(bitsOf(key)).toBe(kindBits(of));
        expect(keyOf({ kind: of, text })).toBe(key);
      }),
    );
  });

  test('can be negative: nothing of the range is left out', () => {
    const keys = Array.from({ length: 64 }, (_, index) => personKey('broad', String(index)));
    expect(keys.some((key) => key.startsWith('-'))).toBe(true);
    expect(keys.some((key) => BigInt(key) > 2n ** 62n)).toBe(true);
  });

  test('is another for another text and for another kind', () => {
    const texts = Array.from({ length: 500 }, (_, index) => String(index));
    expect(new Set(KINDS.flatMap((of) => texts.map((text) => personKey(of, text)))).size).toBe(2000);
    // Not in the two bits alone: kinds must not share their hashes.
    expect(new Set(KINDS.map((of) => BigInt(personKey(of, 'x')) >> 2n)).size).toBe(KINDS.length);
  });

  test('is the same in every process: it is stored', () => {
    expect(personKey('name', 'A|ANA|WREN|20240315')).toBe('-8499088286203075535');
    expect(personKey('phone', 'E|9162345678')).toBe('-3598716534994753773');
  });
});

test('the kinds have bits of their own', () => {
  expect(KINDS.map(kindBits)).toEqual([0, 1, 2, 3]);
});

test('a lock is a signed 64-bit integer, and none of a birth date is that of a chart', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const lock = BigInt(lockKey('birth', text));
      expect(lock >= LEAST && lock <= MOST).toBe(true);
      expect(lockKey('chart', text)).not.toBe(lockKey('birth', text));
    }),
  );
});
