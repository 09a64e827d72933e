import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_SINGLE_MAILS, type Unreported, whatToReport } from './what-to-report.ts';

const at = (time: string): Date => new Date(`2026-03-02T${time}Z`);
const messages = (...times: readonly string[]): readonly Unreported[] =>
  times.map((time, index) => ({ messageId: `m${index}`, receivedAt: at(time) }));
const ids = (groups: readonly (readonly Unreported[])[]): readonly (readonly string[])[] =>
  groups.map((group) => group.map(({ messageId }) => messageId));

test('each message has its mail', () => {
  expect(ids(whatToReport(messages('10:01:00', '10:02:00'), 'each', 0, at('10:02:03')))).toEqual([
    ['m0'],
    ['m1'],
  ]);
});

test('by the hour they wait for its end, and go together', () => {
  const pending = messages('10:01:00', '10:59:59', '11:00:00');
  expect(whatToReport(pending, 'hour', 0, at('10:59:59'))).toEqual([]);
  expect(ids(whatToReport(pending, 'hour', 0, at('11:00:00')))).toEqual([['m0', 'm1']]);
});

test('of many in an hour the first ten have a mail each, the rest one at its end', () => {
  const pending = messages(...Array.from({ length: 12 }, (_, n) => `10:0${n % 10}:00`));
  expect(whatToReport(pending, 'each', 0, at('10:30:00'))).toHaveLength(MOST_SINGLE_MAILS);
  expect(whatToReport(pending, 'each', 8, at('10:30:00'))).toHaveLength(2);
  expect(whatToReport(pending, 'each', 10, at('10:30:00'))).toEqual([]);
  expect(ids(whatToReport(pending.slice(10), 'each', 0, at('11:00:01')))).toEqual([['m10', 'm11']]);
});

test('what is left of an earlier hour counts as one of the ten', () => {
  const pending = messages('09:50:00', '10:01:00', '10:02:00');
  expect(ids(whatToReport(pending, 'each', 8, at('10:03:00')))).toEqual([['m0'], ['m1']]);
});

test('whenever it is looked, each message is told of once, within the limit, and none is forgotten', () => {
  const minute = fc.integer({ min: 0, max: 239 });
  fc.assert(
    fc.property(
      fc.array(minute, { maxLength: 60 }),
      fc.array(minute, { maxLength: 40 }),
      fc.constantFrom('each', 'hour'),
      (received, looks, grouping) => {
        const start = at('08:00:00').getTime();
        let pending = received
          .toSorted((a, b) => a - b)
          .map((m, n) => ({ messageId: `m${n}`, receivedAt: new Date(start + m * 60_000) }));
        const told: string[] = [];
        const mailsOfHour = new Map<number, number>();
        for (const look of [...looks.toSorted((a, b) => a - b), 300]) {
          const now = new Date(start + look * 60_000);
          const hour = Math.floor(look / 60);
          const seen = pending.filter(({ receivedAt }) => receivedAt <= now);
          const groups = whatToReport(seen, grouping, mailsOfHour.get(hour) ?? 0, now);
          mailsOfHour.set(hour, (mailsOfHour.get(hour) ?? 0) + groups.length);
          told.push(...groups.flat().map(({ messageId }) => messageId));
          pending = pending.filter(({ messageId }) => !told.includes(messageId));
        }
        expect(new Set(told).size).toBe(told.length);
        expect(told).toHaveLength(received.length);
        // One more where messages of an hour that is over are found late.
        for (const mails of mailsOfHour.values()) expect(mails).toBeLessThanOrEqual(MOST_SINGLE_MAILS + 1);
        if (grouping === 'hour')
          for (const mails of mailsOfHour.values()) expect(mails).toBeLessThanOrEqual(1);
      },
    ),
  );
});
