import { describe, expect, test } from 'vitest';
import type { DeliveryFault } from '../exchange/delivery.ts';
import { failure } from './failure.ts';
import { type Circumstances, countsAgainst, outcomeOf, signOf } from './outcome.ts';
import { TIMES } from './times.ts';

const NOW = new Date('2017-01-10T12:00:00Z');
const circumstances = (changed: Partial<Circumstances> = {}): Circumstances => ({
  now: NOW,
  times: TIMES,
  random: 1,
  countsAgainstIt: true,
  ...changed,
});
const FRESH = { attempts: 0, wasUnknown: false };
const answer = (code: 'AA' | 'AE' | 'AR', ...errors: readonly string[]) =>
  ({
    kind: 'answered',
    code,
    text: [`MSH|^~\\&|R|R|||20170110||ACK|X|P|2.5.1`, `MSA|${code}|1`, ...errors].join('\r'),
  }) as const;

describe('an answer', () => {
  test.each([
    ['AA', answer('AA'), 'done'],
    ['AE with a warning', answer('AE', 'ERR||PID^1^13|101^Missing^HL70357|W||||Phone'), 'done'],
    ['AE with a severity that is none', answer('AE', 'ERR||PID^1^13|101^Missing^HL70357|'), 'refused'],
    ['AE without a reason', answer('AE'), 'refused'],
    ['AR with a warning', answer('AR', 'ERR||PID^1^13|101^Missing^HL70357|W'), 'refused'],
    ['AR, locked', answer('AR', 'ERR|||206^Locked^HL70357|E'), 'waiting'],
    [
      'AR, locked, and more',
      answer('AR', 'ERR|||206^Locked^HL70357|E', 'ERR|||101^Missing^HL70357|E'),
      'refused',
    ],
  ])('%s', (_name, delivery, state) => {
    expect(outcomeOf(delivery, FRESH, circumstances())).toMatchObject({ state });
    expect(signOf(delivery)).toBe('works');
  });

  test('is refused by the words of its first error', () => {
    const delivery = answer(
      'AE',
      'ERR|||0^Accepted^HL70357|I||||Fine',
      'ERR|||102^Data type error^HL70357|E||||No such day',
    );
    expect(outcomeOf(delivery, FRESH, circumstances())).toMatchObject({ code: '102', words: 'No such day' });
    expect(outcomeOf(answer('AR'), FRESH, circumstances())).toMatchObject({
      code: 'AR',
      words: expect.stringContaining('AR'),
    });
  });
});

describe('no answer', () => {
  test('is tried again, later each time, as unknown where the message may have arrived, or may have before', () => {
    const failed = failure('other-fault', false);
    expect(outcomeOf(failed, { attempts: 1, wasUnknown: false }, circumstances())).toMatchObject({
      state: 'waiting',
      attempts: 2,
      nextAt: new Date(NOW.getTime() + 8_000),
    });
    expect(outcomeOf(failed, { attempts: 1, wasUnknown: true }, circumstances({ random: 0 }))).toMatchObject({
      state: 'unknown',
      nextAt: NOW,
    });
    expect(outcomeOf(failure('no-answer', true), FRESH, circumstances())).toMatchObject({ state: 'unknown' });
  });

  test('is given up at the eighth try that counts', () => {
    const failed = failure('answer-unreadable', true);
    const tried = { attempts: 7, wasUnknown: true };
    expect(outcomeOf(failed, tried, circumstances())).toMatchObject({ state: 'undeliverable', attempts: 8 });
    expect(outcomeOf(failed, tried, circumstances({ countsAgainstIt: false }))).toMatchObject({
      state: 'unknown',
      attempts: 7,
    });
  });

  test('is given up at once where the same would come again', () => {
    for (const fault of ['too-large-fault', 'unsupported-fault'] as const) {
      expect(
        outcomeOf(failure(fault, false), FRESH, circumstances({ countsAgainstIt: false })),
      ).toMatchObject({
        state: 'undeliverable',
        code: fault,
      });
    }
    expect(
      ['too-large-fault', 'unsupported-fault'].map((fault) => signOf(failure(fault as DeliveryFault, false))),
    ).toEqual(['works', 'fails']);
  });
});

describe('whether a failure counts against the message', () => {
  test.each([
    ['no-answer', true, [true, true, false, false]],
    ['other-fault', false, [true, true, false, false]],
    // It never left, or nobody read it.
    ['connection-refused', false, [false, false, false, false]],
    ['security-fault', false, [false, false, false, false]],
    ['connection-broken', false, [false, false, false, false]],
    ['connection-broken', true, [true, true, false, false]],
    // A proxy in trouble says so of all; one that dislikes this message lets others through.
    ['http-status', false, [false, true, false, false]],
  ] as const)('%s', (fault, mayHaveArrived, expected) => {
    const failed = failure(fault, mayHaveArrived);
    const evidence = ['first', 'since-last', 'none', 'probe'] as const;
    expect(evidence.map((known) => countsAgainst(failed, known))).toEqual(expected);
  });
});
