import { expect, test } from 'vitest';
import { QuietTraffic, Traffic } from './traffic.ts';

test('another thread sees how many messages are being served', () => {
  const traffic = new Traffic();
  const elsewhere = new QuietTraffic(traffic.shared);
  const [first, second] = [traffic.begin(), traffic.begin()];
  expect([traffic.inFlight, elsewhere.inFlight]).toEqual([2, 2]);
  first();
  expect(elsewhere.inFlight).toBe(1);
  second();
  expect(elsewhere.inFlight).toBe(0);
});

test('what can wait goes on at once where nobody is served', async () => {
  const began = performance.now();
  await new Traffic().quiet(10_000);
  expect(performance.now() - began).toBeLessThan(1000);
});

test('it goes on when the last message has been answered', async () => {
  const traffic = new Traffic();
  const answered = [traffic.begin(), traffic.begin()];
  let isQuiet = false;
  const quiet = traffic.quiet(60_000).then(() => (isQuiet = true));
  answered[0]?.();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(isQuiet).toBe(false);
  answered[1]?.();
  await quiet;
  expect(traffic.inFlight).toBe(0);
});

test('it does not wait for ever', async () => {
  const traffic = new Traffic();
  traffic.begin();
  const began = performance.now();
  await traffic.quiet(20);
  expect(performance.now() - began).toBeGreaterThanOrEqual(19);
  expect(traffic.inFlight).toBe(1);
});
