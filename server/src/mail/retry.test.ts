import { expect, test } from 'vitest';
import { afterFailure, type Failure, failureOf, isFinal } from './retry.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const refused = (reply: number | undefined, command: string, code = 'EENVELOPE'): Failure => ({
  code,
  reply,
  command,
  words: 'no',
});

test('the pauses grow, and the eighth attempt is the last', () => {
  const pauses = Array.from({ length: 8 }, (_, at) => {
    const next = afterFailure(refused(451, 'RCPT TO'), at + 1, NOW);
    return next.state === 'dead' ? 'dead' : (next.nextAt.getTime() - NOW.getTime()) / 60_000;
  });
  expect(pauses).toEqual([1, 5, 15, 60, 240, 480, 480, 'dead']);
});

test.each([
  [refused(550, 'RCPT TO'), true],
  [refused(554, 'DATA', 'EMESSAGE'), true],
  [refused(undefined, 'API'), true],
  [refused(450, 'RCPT TO'), false],
  [refused(535, 'AUTH PLAIN', 'EAUTH'), false],
  [refused(550, 'MAIL FROM'), false],
  [refused(undefined, 'CONN', 'ESOCKET'), false],
  [failureOf(new Error('what')), false],
])('what is final: %j %j', (failure, final) => {
  expect(isFinal(failure)).toBe(final);
  expect(afterFailure(failure, 1, NOW).state).toBe(final ? 'dead' : 'waiting');
});

test('any error is read', () => {
  const error = Object.assign(new Error('Recipient command failed'), {
    code: 'EENVELOPE',
    responseCode: 550,
    response: '550 5.1.1 unknown',
    command: 'RCPT TO',
  });
  expect(failureOf(error)).toEqual({
    code: 'EENVELOPE',
    reply: 550,
    command: 'RCPT TO',
    words: '550 5.1.1 unknown',
  });
  expect(failureOf(undefined)).toEqual({
    code: undefined,
    reply: undefined,
    command: undefined,
    words: 'unknown',
  });
  expect(failureOf(new Error('x'.repeat(9000))).words).toHaveLength(500);
});
