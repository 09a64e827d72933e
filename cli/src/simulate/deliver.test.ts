import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { deliver } from './deliver.ts';
import { DEFAULTS, simulate } from './index.ts';

const messages = (count: number) => simulate({ ...DEFAULTS, today: 20_779, persons: 200, messages: count });
const login = { to: 'http://127.0.0.1:1/IISService', user: 'u', password: 'p' };
const answer = (text: string) => Promise.resolve({ kind: 'answer', text } as const);
const settings = { login, concurrency: 4, signal: new AbortController().signal, onAnswer: () => {} };

test('answers are counted by their code, and those that name an error', async () => {
  const answers = [
    'MSH|x\rMSA|AA|1\r',
    'MSH|x\rMSA|AE|1\rERR||PID^1^7|101|W|\r',
    'MSH|x\rMSA|AE|1\rERR||PID^1^7|101|E|\r',
    'MSH|x\rMSA|AR|1\r',
  ];
  let next = 0;
  const delivery = await deliver(messages(8), { ...settings, send: () => answer(answers[next++ % 4] ?? '') });
  expect(delivery).toMatchObject({ sent: 8, AA: 2, AE: 4, AR: 2, errors: 4, faults: 0, unanswered: 0 });
});

test('a fault is no answer of the registry, but one of the service', async () => {
  const fault = { kind: 'fault', reason: 'SecurityFault', detail: '' } as const;
  const delivery = await deliver(messages(3), { ...settings, send: () => Promise.resolve(fault) });
  expect(delivery).toMatchObject({ sent: 3, faults: 3, AA: 0 });
});

test('no more are in flight than allowed', async () => {
  let inFlight = 0;
  let most = 0;
  const send = async () => {
    most = Math.max(most, ++inFlight);
    await new Promise((resolve) => setTimeout(resolve, 2));
    inFlight--;
    return answer('MSA|AA|');
  };
  await deliver(messages(40), { ...settings, concurrency: 3, send });
  expect(most).toBe(3);
});

test('the rate is kept', async () => {
  const start = performance.now();
  await deliver(messages(11), { ...settings, rate: 100, send: () => answer('MSA|AA|') });
  // Ten pauses of 10 ms; timers may end a little early.
  expect(performance.now() - start).toBeGreaterThan(80);
});

test('stopped, it waits for what is in flight and sends no more', async () => {
  const stop = new AbortController();
  let answered = 0;
  const delivery = await deliver(messages(100), {
    ...settings,
    concurrency: 2,
    signal: stop.signal,
    onAnswer: () => {
      if (++answered === 5) stop.abort();
    },
    send: () => answer('MSA|AA|'),
  });
  expect(delivery.sent).toBeGreaterThanOrEqual(5);
  expect(delivery.sent).toBeLessThanOrEqual(6);
});

test('where nobody answers, it says so instead of going on', async () => {
  const send = () => Promise.reject(new UsageError('http://127.0.0.1:1 cannot be reached'));
  await expect(deliver(messages(100), { ...settings, send })).rejects.toThrow('cannot be reached');
});
