import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const batch = (msEach: number, messages = 16): { readonly messages: number; readonly ms: number } => ({
  messages,
  ms: msEach * messages,
});

test('a load that nothing slows down does not rest', () => {
  const pace = new Pace();
  for (let no = 0; no < 100; no++) expect(pace.after(batch(1))).toBe(0);
});

test('one batch that is slow by itself says little', () => {
  const pace = new Pace();
  for (let no = 0; no < 20; no++) pace.after(batch(1));
  expect(pace.after(batch(8))).toBe(0);
  expect(pace.after(batch(1))).toBe(0);
});

test('where every batch takes much longer than before, it rests as long as it worked, half a second at most', () => {
  const pace = new Pace();
  for (let no = 0; no < 20; no++) pace.after(batch(1));
  for (let no = 0; no < 10; no++) pace.after(batch(8));
  expect(pace.after(batch(8))).toBe(128);
  expect(pace.after(batch(80))).toBe(500);
});

test('a batch is measured by its messages: a short one is not slow', () => {
  const pace = new Pace();
  for (let no = 0; no < 20; no++) pace.after(batch(2));
  expect(pace.after(batch(2, 1))).toBe(0);
  expect(pace.after({ messages: 0, ms: 3 })).toBe(0);
});

test('what has been slow for long is how fast it is now', () => {
  const pace = new Pace();
  pace.after(batch(1));
  const rests = Array.from({ length: 2000 }, () => pace.after(batch(8)));
  expect(rests[20]).toBeGreaterThan(0);
  expect(rests.at(-1)).toBe(0);
});

test('it never rests longer than it worked', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { maxLength: 50 }), (times) => {
      const pace = new Pace();
      for (const ms of times) {
        const rest = pace.after({ messages: 16, ms });
        expect(rest).toBeGreaterThanOrEqual(0);
        expect(rest).toBeLessThanOrEqual(Math.min(500, ms));
      }
    }),
  );
});
