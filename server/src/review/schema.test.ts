import { describe, expect, test } from 'vitest';
import { mayDo } from './policy.ts';
import { readAs } from '../platform/request.ts';
import { decisionBody, decisionsBody, taskQuery } from './schema.ts';

const ID = '0190a0b0-0000-7000-8000-00000000000A';
const problems = (result: ReturnType<typeof readAs>): unknown =>
  'problems' in result ? result.problems : result;

describe('a decision', () => {
  test('is read, ids in one spelling and moments as moments', () => {
    expect(readAs(decisionBody, { decision: 'same', reason: ' same mother ', survivor: ID })).toEqual({
      value: { decision: 'same', reason: 'same mother', survivor: ID.toLowerCase() },
    });
    expect(
      readAs(decisionBody, { decision: 'later', reason: 'asked', until: '2025-04-01T00:00:00-07:00' }),
    ).toEqual({
      value: { decision: 'later', reason: 'asked', until: new Date('2025-04-01T07:00:00Z') },
    });
  });

  test('says where and what where it cannot be read', () => {
    expect(problems(readAs(decisionBody, { decision: 'same', reason: 'ab', survivors: ID }))).toEqual([
      { where: 'reason', what: expect.stringContaining('three letters') },
      { where: '', what: expect.stringContaining('survivors') },
    ]);
    expect(
      problems(readAs(decisionBody, { decision: 'different', reason: 'two births', survivor: ID })),
    ).toEqual([{ where: 'survivor', what: expect.stringContaining('"same" only') }]);
    expect(problems(readAs(decisionBody, []))).toEqual([{ where: '', what: 'is no JSON object' }]);
  });

  test('is one of at most 200', () => {
    const one = { taskId: ID, decision: 'different', reason: 'two births' };
    expect(readAs(decisionsBody, { decisions: Array.from({ length: 200 }, () => one) })).toHaveProperty(
      'value',
    );
    expect(problems(readAs(decisionsBody, { decisions: Array.from({ length: 201 }, () => one) }))).toEqual([
      { where: 'decisions', what: 'send at most 200 decisions' },
    ]);
    expect(problems(readAs(decisionsBody, { decisions: [one, { ...one, taskId: 'x' }] }))).toEqual([
      { where: 'decisions[1].taskId', what: expect.stringContaining('is no id') },
    ]);
  });
});

test.each([
  [{}, { state: 'open', limit: 50 }],
  [
    { state: 'later', limit: '200' },
    { state: 'later', limit: 200 },
  ],
])('a page of tasks: %o', (query, value) => expect(readAs(taskQuery, query)).toEqual({ value }));

test.each([
  { limit: '0' },
  { limit: '201' },
  { limit: 'all' },
  { state: 'closed' },
  { after: '1' },
  { name: 'Ana' },
])('no page of tasks: %o', (query) => expect(readAs(taskQuery, query)).toHaveProperty('problems'));

test('who has no role that is named may do nothing', () => {
  expect(mayDo('registry-staff', 'person-merge')).toBe(true);
  expect(mayDo('', 'review-list')).toBe(false);
  expect(mayDo('reader', 'review-list')).toBe(false);
});
