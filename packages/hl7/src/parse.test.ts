import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from './message.ts';
import { parseMessage } from './parse.ts';
import type { Hl7SyntaxError } from './syntax-error.ts';
import { damagedMessage, text } from './testing/arbitraries.ts';
import { SAMPLE } from './testing/sample.ts';

function parsed(source: string): Message {
  const result = parseMessage(source);
  if (!result.ok) throw new Error(result.error.message);
  return result.message;
}

function problem(source: string): Hl7SyntaxError | undefined {
  const result = parseMessage(source);
  return result.ok ? undefined : result.error;
}

describe('line ends', () => {
  test.each([
    ['CR', '\r'],
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR CR LF', '\r\r\n'],
  ])('%s', (_, end) => {
    const source = SAMPLE.replaceAll('\r', end);
    const message = parsed(source);
    expect(message.segments.map((segment) => segment.toString())).toEqual(SAMPLE.trimEnd().split('\r'));
    expect(message.toString()).toBe(source);
  });

  test('mixed, and lines counted', () => {
    const message = parsed('MSH|^~\\&|A\r\nPID|1\rNK1|1\nNK1|2\n\rORC|RE');
    expect(message.segments.map(({ name, line }) => [name, line])).toEqual([
      ['MSH', 1],
      ['PID', 2],
      ['NK1', 3],
      ['NK1', 4],
      ['ORC', 6],
    ]);
  });

  test('none after the last segment', () => {
    expect(parsed('MSH|^~\\&|A\rPID|1').text('PID-1')).toBe('1');
  });
});

test('a byte order mark, blank lines and white space around the message', () => {
  const source = '\uFEFF\r\n \t\r\n  MSH|^~\\&|A\r\r  \rPID|1\r\n\n   ';
  const message = parsed(source);
  expect(message.segments.map(({ name, line }) => [name, line])).toEqual([
    ['MSH', 3],
    ['PID', 6],
  ]);
  expect(message.toString()).toBe(source);
});

test('custom delimiters', () => {
  const message = parsed('MSH$%*!@$LAB\rPID$1$$a%b*c@d%e!T!f');
  expect(message.delimiters).toEqual({
    field: '$',
    component: '%',
    repetition: '*',
    escape: '!',
    subcomponent: '@',
  });
  expect(message.text('MSH-3')).toBe('LAB');
  expect(message.text('PID-3[2].1.2')).toBe('d');
  expect(message.text('PID-3[2].2')).toBe('e@f');
});

test('delimiters that trail are kept', () => {
  const source = 'MSH|^~\\&|A||||\rPID|1^^||~~||\r';
  expect(parsed(source).toString()).toBe(source);
  expect(parsed(source).first('PID')?.fieldCount).toBe(5);
});

describe('errors say what, where and what to do', () => {
  test.each<[name: string, source: string, code: string, line: number, column: number, message: string]>([
    ['nothing', '', 'empty-message', 1, 1, 'There is no message: the text is empty. Send the message again.'],
    [
      'white space',
      ' \r\n\uFEFF ',
      'empty-message',
      1,
      1,
      'There is no message: the text is empty. Send the message again.',
    ],
    [
      'another segment first',
      '\r\n  PID|1',
      'no-msh',
      2,
      3,
      'Line 2 starts with "PID", but an HL7 message starts with MSH. Begin the message with its MSH segment, for example MSH|^~\\&|.',
    ],
    [
      'a batch',
      '\uFEFFFHS|^~\\&|A\rMSH|^~\\&|A',
      'no-msh',
      1,
      1,
      'Line 1 starts with "FHS", but an HL7 message starts with MSH. This is a batch file: split it into its messages first.',
    ],
    [
      'unusable delimiters',
      '\rMSH|^^\\&|A',
      'bad-delimiters',
      2,
      6,
      '"^" in MSH-2 cannot be the repetition separator. Start the message with its delimiters, for example MSH|^~\\&| and use characters other than letters, digits and spaces, each a different one.',
    ],
    [
      'a broken line',
      'MSH|^~\\&|A\r\nOBX|1|TX|||fever\r\nand rash|\r\n',
      'bad-segment-name',
      3,
      1,
      'Line 3 starts with "and", which is not a segment name (a capital letter and two capitals or digits, such as PID). If the line continues the one before it, take out the line break, or write it as an escape.',
    ],
    [
      'a name that goes on',
      'MSH|^~\\&|A\rPIDX|1',
      'bad-segment-name',
      2,
      4,
      'Line 2 has "X|1" after the segment name, where | belongs. If the line continues the one before it, take out the line break, or write it as an escape.',
    ],
    [
      'an indented segment',
      'MSH|^~\\&|A\n  PID|1',
      'bad-segment-name',
      2,
      1,
      'Line 2 starts with "  P", which is not a segment name (a capital letter and two capitals or digits, such as PID). If the line continues the one before it, take out the line break, or write it as an escape.',
    ],
    [
      'two messages',
      'MSH|^~\\&|A\rPID|1\rMSH|^~\\&|B\r',
      'second-msh',
      3,
      1,
      'Line 3 is a second MSH segment: the text holds more than one message. Send each message by itself, or all of them as a batch.',
    ],
  ])('%s', (_, source, code, line, column, message) => {
    expect(problem(source)).toEqual({ kind: 'hl7-syntax', code, message, line, column });
  });

  test('without quoting more than three characters of the text', () => {
    expect(problem('MSH|^~\\&|A\rKestrel had a fever')?.message).not.toContain('Kest');
  });
});

describe('for any text', () => {
  /** What is written back, or where the error is: a place in the text. */
  const outcome = (source: string) => {
    const result = parseMessage(source);
    return result.ok ? result.message.toString() : result.error.line > 0 && result.error.column > 0;
  };

  test('parsing returns, and what it read is written back exactly', () => {
    fc.assert(
      fc.property(text, (rest) => {
        for (const source of [rest, `MSH|^~\\&|${rest}`]) expect([source, true]).toContain(outcome(source));
      }),
    );
  });

  test('damaged messages likewise', () => {
    let read = 0;
    fc.assert(
      fc.property(damagedMessage, (source) => {
        const found = outcome(source);
        expect([source, true]).toContain(found);
        if (found === source) read++;
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  test('an edit of what was read changes one segment and no line end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\r', '\n', '\r\n', '\r \r'), { minLength: 3, maxLength: 3 }),
        (ends) => {
          const lines = ['MSH|^~\\&|A', 'PID|1||x', 'ORC|RE'];
          const source = `\uFEFF ${lines.map((line, index) => line + (ends[index] ?? '')).join('')}`;
          const message = parsed(source);
          message.set('PID-3', 'y');
          expect(message.toString()).toBe(source.replace('||x', '||y'));
        },
      ),
    );
  });
});
