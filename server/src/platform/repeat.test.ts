import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { repeat } from './repeat.ts';

test('begins at once, never runs twice at a time, and ends with what is under way', async () => {
  let running = 0;
  let most = 0;
  let done = 0;
  const loop = repeat(
    2,
    async () => {
      most = Math.max(most, ++running);
      await sleep(15);
      running--;
      done++;
    },
    () => undefined,
  );
  expect(running).toBe(1);
  await sleep(60);
  await loop.stop();
  const doneThen = done;
  expect([most, running]).toEqual([1, 0]);
  expect(doneThen).toBeGreaterThan(1);
  await sleep(20);
  expect(done).toBe(doneThen);
});

test('goes on after an error, which is told', async () => {
  const errors: unknown[] = [];
  const loop = repeat(
    1,
    () => Promise.reject(new Error('no')),
    (error) => errors.push(error),
  );
  await sleep(30);
  await loop.stop();
  expect(errors.length).toBeGreaterThan(1);
});
