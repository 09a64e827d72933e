import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildBatch, isBatch, splitBatch } from './batch.ts';
import { parseMessage } from './parse.ts';
import { text } from './testing/arbitraries.ts';
import { SAMPLE } from './testing/sample.ts';

const A = 'MSH|^~\\&|A\rPID|1\r';
const B = 'MSH|^~\\&|B\rPID|2\r';

test('what is a batch', () => {
  expect(['FHS|^~\\&|A', '\uFEFF\r\n BHS|^~\\&', 'BHS'].map(isBatch)).toEqual([true, true, true]);
  expect(['', A, A + B, 'BHSX|', 'FHS2', 'x\rFHS|'].map(isBatch)).toEqual(
    Array.from({ length: 6 }, () => false),
  );
});

describe('splitting', () => {
  test('a file with header, batch and trailers', () => {
    const batch = splitBatch(`FHS|^~\\&|CLINIC|DE-000001\rBHS|^~\\&|X\r${A}${B}BTS|2\rFTS|1\r`);
    expect(batch.messages).toEqual([
      { index: 0, line: 3, text: A },
      { index: 1, line: 5, text: B },
    ]);
    expect(batch.problems).toEqual([]);
    expect([batch.header?.fhs?.text(4), batch.header?.bhs?.text(3), batch.header?.bhs?.text(2)]).toEqual([
      'DE-000001',
      'X',
      '^~\\&',
    ]);
    expect(batch.header?.bhs?.line).toBe(2);
  });

  test('several batches in a file', () => {
    const batch = splitBatch(`FHS|^~\\&\rBHS|^~\\&|1\r${A}BTS|1\rBHS|^~\\&|2\r${B}${A}BTS|2\rFTS|2`);
    expect(batch.messages.map((item) => item.text)).toEqual([A, B, A]);
    expect(batch.problems).toEqual([]);
    expect(batch.header?.bhs?.text(3)).toBe('1');
  });

  test.each([
    ['no trailers', `FHS|^~\\&\rBHS|^~\\&\r${A}${B}`],
    ['no counts', `FHS|^~\\&\rBHS|^~\\&\r${A}${B}BTS\rFTS|`],
    ['no file header', `BHS|^~\\&\r${A}${B}BTS|2\r`],
    ['no batch header', `FHS|^~\\&\r${A}${B}FTS|1\r`],
    ['bare messages', A + B],
    ['white space before', `\uFEFF\r\n  ${A}${B}`],
  ])('%s', (_, source) => {
    const batch = splitBatch(source);
    expect(batch.messages.map((item) => item.text)).toEqual([A, B]);
    expect(batch.problems).toEqual([]);
  });

  test('line ends of every kind, kept', () => {
    const source = `${A.replaceAll('\r', '\r\n')}\r\n${B.replaceAll('\r', '\n')}`;
    const { messages } = splitBatch(source);
    expect(messages.map(({ line }) => line)).toEqual([1, 4]);
    expect(messages.map((item) => item.text).join('')).toBe(source);
  });

  test('nothing', () => {
    expect(splitBatch('')).toEqual({ messages: [], problems: [] });
    expect(splitBatch(' \r\n')).toEqual({ messages: [], problems: [] });
    expect(splitBatch('BHS|^~\\&\rBTS|0').messages).toEqual([]);
  });
});

describe('problems are told and cost no message', () => {
  test.each<[name: string, source: string, code: string, line: number, column: number, message: string]>([
    [
      'a wrong count of messages',
      `BHS|^~\\&\r${A}BTS|7\r`,
      'batch-count',
      4,
      5,
      'BTS-1 in line 4 says "7", but 1 message came. All that came was taken; check whether something was lost on the way.',
    ],
    [
      'a count that is no number',
      `BHS|^~\\&\r${A}BTS|one\r`,
      'batch-count',
      4,
      5,
      'BTS-1 in line 4 says "one", but 1 message came. All that came was taken; check whether something was lost on the way.',
    ],
    [
      'a wrong count of batches',
      `FHS|^~\\&\rBHS|^~\\&\r${A}BTS|1\rBHS|^~\\&\rBTS|0\rFTS|1`,
      'file-count',
      8,
      5,
      'FTS-1 in line 8 says "1", but 2 batches came. All that came was taken; check whether something was lost on the way.',
    ],
    [
      'text outside of messages',
      `FHS|^~\\&\rPID|9\rPID|8\r${A}`,
      'stray-text',
      2,
      1,
      'Line 2 starts with "PID" and belongs to no message. It was passed over; begin every message with its MSH segment.',
    ],
    [
      'a header without delimiters',
      `BHS\r${A}BTS|1`,
      'bad-delimiters',
      1,
      4,
      'The character after BHS must be the field separator. Start the message with its delimiters, for example BHS|^~\\&| and use characters other than letters, digits and spaces, each a different one.',
    ],
  ])('%s', (_, source, code, line, column, message) => {
    const batch = splitBatch(source);
    expect(batch.problems).toEqual([{ kind: 'hl7-syntax', code, message, line, column }]);
    expect(batch.messages.map((item) => item.text)).toEqual([A]);
  });
});

describe('building', () => {
  test('header contents from field 3 on, counts, line ends', () => {
    expect(
      buildBatch([A, `\uFEFF\n${B.trimEnd()}`], { fhs: ['CLINIC', 'DE-000001'], bhs: [['a', 'b|']] }),
    ).toBe(`FHS|^~\\&|CLINIC|DE-000001\rBHS|^~\\&|a^b\\F\\\r${A}${B}BTS|2\rFTS|1\r`);
    expect(buildBatch([])).toBe('FHS|^~\\&\rBHS|^~\\&\rBTS|0\rFTS|1\r');
  });

  test('the messages are found again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(A, B, SAMPLE), { maxLength: 5 }), (messages) => {
        const batch = splitBatch(buildBatch(messages));
        expect(batch.messages.map((item) => item.text)).toEqual(messages);
        expect(batch.problems).toEqual([]);
        expect(batch.messages.every((item) => parseMessage(item.text).ok)).toBe(true);
      }),
    );
  });
});

test('any text is split', () => {
  const line = fc.oneof(text, fc.constantFrom('MSH|^~\\&|A', 'BHS|^~\\&', 'FHS', 'BTS|1', 'FTS|x', 'PID|1'));
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\r', '\n', '\r\n'), (lines, end) => {
      const source = lines.join(end);
      for (const item of splitBatch(source).messages) {
        expect(source).toContain(item.text);
        expect(item.text.startsWith('MSH')).toBe(true);
      }
    }),
  );
});
