import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { problemsOf } from '../platform/api.ts';
import { decisionBody, decisionsBody, taskQuery } from './schema.ts';

const ID = '0190a0b0-0000-7000-8000-00000000000A';

const read = (schema: z.ZodType, value: unknown): unknown => {
  const result = schema.safeParse(value);
  return result.success
    ? { value: result.data }
    : problemsOf(result.error.issues).map(({ where, code }) => `${where}: ${code}`);
};

describe('a decision', () => {
  test('is read, ids in one spelling and moments as moments', () => {
    expect(read(decisionBody, { decision: 'same', reason: ' same mother ', survivor: ID })).toEqual({
      value: { decision: 'same', reason: 'same mother', survivor: ID.toLowerCase() },
    });
    expect(
      read(decisionBody, { decision: 'later', reason: 'asked', until: '2025-04-01T00:00:00-07:00' }),
    ).toEqual({
      value: { decision: 'later', reason: 'asked', until: new Date('2025-04-01T07:00:00Z') },
    });
  });

  test('says where and what where it cannot be read', () => {
    expect(read(decisionBody, { decision: 'same', reason: 'ab', survivors: ID })).toEqual([
      'reason: why-needed',
      ': unknown-field',
    ]);
    expect(read(decisionBody, { decision: 'different', reason: 'two births', survivor: ID })).toEqual([
      'survivor: other-decision',
    ]);
    expect(read(decisionBody, [])).toEqual([expect.any(String)]);
  });

  test('is one of at most 200', () => {
    const one = { taskId: ID, decision: 'different', reason: 'two births' };
    expect(read(decisionsBody, { decisions: Array.from({ length: 200 }, () => one) })).toHaveProperty(
      'value',
    );
    expect(read(decisionsBody, { decisions: Array.from({ length: 201 }, () => one) })).toEqual([
      'decisions: decisions-count',
    ]);
    expect(read(decisionsBody, { decisions: [one, { ...one, taskId: 'x' }] })).toEqual([
      'decisions.1.taskId: id-invalid',
    ]);
  });
});

test.each([
  [{}, { state: 'open', limit: 50 }],
  [
    { state: 'later', limit: '200' },
    { state: 'later', limit: 200 },
  ],
])('a page of tasks: %o', (query, value) => expect(read(taskQuery, query)).toEqual({ value }));

test.each([
  { limit: '0' },
  { limit: '201' },
  { limit: 'all' },
  { state: 'closed' },
  { after: '1' },
  { name: 'Ana' },
])('no page of tasks: %o', (query) => expect(read(taskQuery, query)).toEqual([expect.any(String)]));
