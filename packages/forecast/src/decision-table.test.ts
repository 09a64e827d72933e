import { expect, test } from 'vitest';
import { decisionTable, type TraceEntry } from './decision-table.ts';

type Answers = { readonly first: boolean; readonly second: boolean };

const table = (columns: readonly (readonly [string, string])[]) =>
  decisionTable<Answers, string>({
    title: 'Table',
    spec: 'spec',
    conditions: [
      { asks: 'First?', is: ({ first }) => first },
      { asks: 'Second?', is: ({ second }) => second },
    ],
    columns,
  });

test('gives what the one column says that fits, and tells how', () => {
  const entries: TraceEntry[] = [];
  const { decide } = table([
    ['Y -', 'one'],
    ['N Y', 'two'],
    ['N N', 'three'],
  ]);
  const trace = { add: (entry: TraceEntry) => entries.push(entry) };
  expect(decide({ first: true, second: true })).toBe('one');
  expect(decide({ first: true, second: false })).toBe('one');
  expect(decide({ first: false, second: false })).toBe('three');
  expect(decide({ first: false, second: true }, trace)).toBe('two');
  expect(entries).toEqual([
    {
      title: 'Table',
      spec: 'spec',
      answers: [
        { question: 'First?', answer: false },
        { question: 'Second?', answer: true },
      ],
      outcome: 'two',
    },
  ]);
});

test('refuses a gap', () => {
  expect(() =>
    table([
      ['Y -', 'one'],
      ['N Y', 'two'],
    ]),
  ).toThrow('Table: no column fits NN');
});

test('refuses an overlap', () => {
  expect(() =>
    table([
      ['Y -', 'one'],
      ['- Y', 'two'],
      ['N N', 'three'],
    ]),
  ).toThrow('Table: several columns fit YY');
});

test('refuses signs that do not answer the questions', () => {
  expect(() => table([['Y', 'one']])).toThrow('"Y" does not answer 2 questions');
  expect(() => table([['Y J', 'one']])).toThrow('"Y J" does not answer 2 questions');
});
