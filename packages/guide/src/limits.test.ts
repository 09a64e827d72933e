import { parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { SOUND, TODAY } from './rules/testing.ts';

function checked(text: string) {
  const parsed = parseMessage(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return check(parsed.message, { today: TODAY });
}

describe('a message that nobody means', () => {
  test('has thousands of segments', () => {
    const { ack, findings } = checked(`${SOUND}\r${'OBX|1|CE|x\r'.repeat(3000)}`);
    expect(ack).toBe('AR');
    expect(findings).toMatchObject([
      {
        code: 'message-excessive',
        message: `MESSAGE REJECTED. The message has ${SOUND.split('\r').length + 3000} segments; 3000 are taken at most.`,
        fix: 'Correct it, or send the doses in several messages.',
      },
    ]);
  });

  test.each(['~', '^', '&', '|'])('has a segment of a thousand parts divided by %s', (delimiter) => {
    const { ack, findings } = checked(SOUND.replace('CH-48213', `x${delimiter.repeat(4000)}`));
    expect(ack).toBe('AR');
    expect(findings.map(({ message }) => message)).toEqual([
      `MESSAGE REJECTED. PID on line 2 has over 1000 parts that are divided by ${delimiter}.`,
    ]);
  });
});

describe('a message that is only large', () => {
  test('has a long text, or many doses', () => {
    const orders = SOUND.slice(SOUND.indexOf('ORC|'));
    expect(checked(SOUND.replace('Larkspur', 'x'.repeat(50_000))).ack).toBe('AA');
    expect(checked(`${SOUND}\r${`${orders}\r`.repeat(100)}`).findings.map(({ code }) => code)).not.toContain(
      'message-excessive',
    );
  });
});
