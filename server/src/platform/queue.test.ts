import { expect, test } from 'vitest';
import { KeyedQueue } from './queue.ts';

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

test('work under one key runs one after the other, in order, and under others beside it', async () => {
  const queue = new KeyedQueue();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} starts`);
    await tick();
    seen.push(`${name} ends`);
    return name;
  };
  const all = [queue.run(['a'], work('a1')), queue.run(['a'], work('a2')), queue.run(['b'], work('b1'))];
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1']);
  expect(seen.indexOf('a1 ends')).toBeLessThan(seen.indexOf('a2 starts'));
  expect(seen.indexOf('b1 starts')).toBeLessThan(seen.indexOf('a1 ends'));
  expect(queue.size).toBe(0);
});

test('work that fails fails alone: what waits behind it runs', async () => {
  const queue = new KeyedQueue();
  const failing = queue.run(['a'], () => Promise.reject(new Error('no')));
  const next = queue.run(['a'], () => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(queue.size).toBe(0);
});

test('work with several keys waits for each of them, and crossed keys do not deadlock', async () => {
  const queue = new KeyedQueue();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} starts`);
    await tick();
    seen.push(`${name} ends`);
  };
  await Promise.all([
    queue.run(['a', 'b'], work('ab')),
    queue.run(['b', 'a'], work('ba')),
    queue.run(['c'], work('c')),
    queue.run(['c', 'b'], work('cb')),
  ]);
  expect(seen.indexOf('ab ends')).toBeLessThan(seen.indexOf('ba starts'));
  expect(seen.indexOf('ba ends')).toBeLessThan(seen.indexOf('cb starts'));
  expect(queue.size).toBe(0);
});
