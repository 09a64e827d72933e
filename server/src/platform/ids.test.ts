import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashKey, uuidv7 } from './ids.ts';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const millisecondsOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
const isRising = (ids: readonly string[]): boolean =>
  ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''));

// One process gives out all ids of this file: each test starts later than any moment before it.
let later = Date.UTC(2025, 0, 1);
const nextStart = (): number => (later += 1_000_000_000);

describe('an id', () => {
  test('is a UUID version 7 that begins with its time', () => {
    const now = nextStart();
    const id = uuidv7(now);
    expect(id).toMatch(UUID_V7);
    expect(millisecondsOf(id)).toBe(now);
  });

  test('is later than all before it while the clock stands still, however many are asked for', () => {
    const now = nextStart();
    const ids = Array.from({ length: 10_000 }, () => uuidv7(now));
    expect(isRising(ids)).toBe(true);
    expect(ids.every((id) => UUID_V7.test(id))).toBe(true);
    // 4096 to the millisecond: the time runs ahead of the clock by two.
    expect(millisecondsOf(ids.at(-1) ?? '')).toBe(now + 2);
  });

  test('is later than all before it when the clock steps back', () => {
    const now = nextStart();
    const before = uuidv7(now);
    expect(isRising([before, uuidv7(now - 3_600_000), uuidv7(now - 1), uuidv7(now), uuidv7(now + 1)])).toBe(
      true,
    );
  });

  test('is later than all before it, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 200 }), (ticks) => {
        let now = nextStart();
        expect(isRising(ticks.map((tick) => uuidv7((now += tick))))).toBe(true);
      }),
    );
  });

  test('catches up with the clock once that is ahead again', () => {
    const now = nextStart();
    uuidv7(now);
    uuidv7(now - 1000);
    expect(millisecondsOf(uuidv7(now + 1))).toBe(now + 1);
  });

  test('cannot be guessed from the one before: its last 62 bits are random', () => {
    const now = nextStart();
    const tails = Array.from({ length: 2000 }, () => uuidv7(now).slice(19));
    expect(new Set(tails).size).toBe(2000);
    for (let place = 1; place < 17; place++) {
      if (place !== 4) expect(new Set(tails.map((tail) => tail[place])).size).toBe(16);
    }
  });
});

describe('a key made of parts', () => {
  test('is written as a UUID, and is the same for the same parts', () => {
    expect(hashKey('a', 'b')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(hashKey('a', 'b')).toBe(hashKey('a', 'b'));
  });

  test('stays what it was: keys are stored', () => {
    expect(hashKey('name', 'WREN', 'ANA', '2024-03-15')).toBe('ef04aeeb-5882-fe05-ae3b-6c963ac921d0');
  });

  test.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['a', ''], ['a']],
    [
      ['', 'a'],
      ['a', ''],
    ],
    [['a'], ['1:a']],
    [['a', 'b'], ['a1:b']],
    [['é'], ['e\u0301']],
  ])('%j and %j differ', (one, other) => {
    expect(hashKey(...one)).not.toBe(hashKey(...other));
  });

  test('tells any two lists of parts apart', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', '1', ':', 'é', '😀'), maxLength: 4 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(hashKey(...one) === hashKey(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 500 },
    );
  });
});
