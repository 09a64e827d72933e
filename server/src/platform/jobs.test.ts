import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dueSince, everyNight } from './jobs.ts';

const ZONE = 'America/Los_Angeles';

describe('when the night’s run is due', () => {
  test.each([
    ['2025-03-20T01:59:59-07:00', undefined],
    ['2025-03-20T02:00:00-07:00', '2025-03-20T02:00:00-07:00'],
    ['2025-03-20T04:59:59-07:00', '2025-03-20T02:00:00-07:00'],
    ['2025-03-20T05:00:00-07:00', undefined],
    ['2025-01-20T02:30:00-08:00', '2025-01-20T02:00:00-08:00'],
  ])('at %s: since %s', (now, since) => {
    expect(dueSince(new Date(now), ZONE, 2)).toEqual(since === undefined ? undefined : new Date(since));
  });

  test('in the night that has no 2 o’clock it is due at 3', () => {
    expect(dueSince(new Date('2025-03-09T01:59:59-08:00'), ZONE, 2)).toBeUndefined();
    expect(dueSince(new Date('2025-03-09T03:00:00-07:00'), ZONE, 2)).toEqual(
      new Date('2025-03-09T01:00:00-08:00'),
    );
  });
});

describe('every night', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2025-03-20T01:58:30-07:00') }));
  afterEach(() => void vi.useRealTimers());
  const clock = { now: () => new Date() };
  const minutes = (n: number): Promise<unknown> => vi.advanceTimersByTimeAsync(n * 60_000);

  function job(run: (signal: AbortSignal) => Promise<void>) {
    const log: string[] = [];
    let isDone = false;
    const night = everyNight(
      { clock, timeZone: ZONE, hour: 2 },
      {
        isDone: () => Promise.resolve(isDone),
        run: async (signal) => {
          log.push('began');
          await run(signal);
          isDone = true;
        },
        failed: () => log.push('failed'),
      },
    );
    return { night, log };
  }

  test('it runs once', async () => {
    const { night, log } = job(() => Promise.resolve());
    await minutes(1);
    expect(log).toEqual([]);
    await minutes(179);
    expect(log).toEqual(['began']);
    await night.stop();
  });

  test('what failed is tried again, though not at once', async () => {
    let failures = 1;
    const { night, log } = job(() => (failures-- > 0 ? Promise.reject(new Error('no')) : Promise.resolve()));
    await minutes(10);
    expect(log).toEqual(['began', 'failed']);
    await minutes(170);
    expect(log).toEqual(['began', 'failed', 'began']);
    await night.stop();
  });

  test('a run that takes long is not begun twice, and stopping waits for it', async () => {
    const { night, log } = job(
      (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    );
    await minutes(120);
    expect(log).toEqual(['began']);
    await night.stop();
  });
});
