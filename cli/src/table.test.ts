import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { table } from './table.ts';

const lines = (...of: Parameters<typeof table>): readonly string[] => table(...of).split('\n');

describe('a table', () => {
  test('has columns as wide as needed, a rule below the header, and no space at the ends', () => {
    expect(
      lines(
        ['Id', 'Answer', 'What'],
        [
          ['A-1001', 'AA', 'accepted'],
          ['B', '', ''],
        ],
        80,
      ),
    ).toEqual(['Id      Answer  What', '──────  ──────  ────────', 'A-1001  AA      accepted', 'B']);
  });

  test('without rows is its header', () => {
    expect(lines(['Id', 'What'], [], 80)).toEqual(['Id  What', '──  ────']);
  });

  test('takes cells that are left out as empty', () => {
    expect(lines(['Id', 'Answer', 'What'], [['A']], 80)[2]).toBe('A');
  });

  test('of one column is wrapped too', () => {
    expect(lines(['What'], [['one two three four five six seven']], 24).slice(2)).toEqual([
      'one two three four five',
      'six seven',
    ]);
  });
});

describe('the last column', () => {
  const text = 'The date of administration lies in the future; this dose was not recorded.';

  test('is wrapped to the width, the lines below one another', () => {
    expect(lines(['Where', 'What'], [['RXA-3', text]], 40)).toEqual([
      'Where  What',
      `─────  ${'─'.repeat(33)}`,
      'RXA-3  The date of administration lies',
      '       in the future; this dose was not',
      '       recorded.',
    ]);
  });

  test('has 24 characters at least, however narrow the terminal', () => {
    expect(lines(['Where', 'What'], [['RXA-3', text]], 10)[2]).toBe('RXA-3  The date of');
    expect(lines(['Where', 'What'], [['RXA-3', text]], 10)[1]).toBe(`─────  ${'─'.repeat(24)}`);
  });

  test('keeps its own line breaks', () => {
    expect(lines(['Where', 'What'], [['PID', 'one\ntwo']], 80).slice(2)).toEqual([
      'PID    one',
      '       two',
    ]);
  });

  test('does not cut a word that is longer than the room', () => {
    const word = 'x'.repeat(60);
    expect(lines(['Where', 'What'], [['PID', `a ${word} b`]], 40).slice(2)).toEqual([
      'PID    a',
      `       ${word}`,
      '       b',
    ]);
  });
});

test('no word is lost, and no line is wider than the terminal unless a word is', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcé.;'), minLength: 1, maxLength: 12 });
  const rows = fc.array(fc.tuple(word, word, fc.array(word, { minLength: 1, maxLength: 30 })), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(rows, fc.integer({ min: 56, max: 140 }), (cells, width) => {
      const shown = lines(
        ['Id', 'Answer', 'What'],
        cells.map(([id, answer, words]) => [id, answer, words.join(' ')]),
        width,
      );
      expect(Math.max(...shown.map((line) => line.length))).toBeLessThanOrEqual(width);
      const words = shown.slice(2).flatMap((line) => line.split(/ +/).filter((part) => part !== ''));
      expect(words).toEqual(cells.flatMap(([id, answer, last]) => [id, answer, ...last]));
    }),
  );
});
