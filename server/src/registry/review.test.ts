import type { Comparison } from '@cairn/matching';
import { describe, expect, test } from 'vitest';
import type { Doubt, Found } from './find-person.ts';
import type { KnownPerson } from './person-queries.ts';
import {
  decisionsOn,
  insertDecision,
  insertTask,
  pairOf,
  priorityOf,
  type TaskWrite,
  tasksOn,
} from './review.ts';

const AT = new Date('2025-03-20T18:00:00Z');
const comparison = (score: number, outcome: Comparison['outcome'] = 'possible'): Comparison => ({
  outcome,
  score,
  guards: ['no-corroborator'],
  signature: '1:Fe7',
});
const doubt = (personId: string, score = 5): Doubt => ({
  personId,
  kind: 'possible-duplicate',
  comparison: comparison(score),
});
const nobody = (...doubts: readonly Doubt[]): Found => ({ kind: 'nobody', doubts });

let ids = 0;
const made = (personId: string) => ({ personId, newId: () => `id-${++ids}`, at: AT });

describe('the tasks of a message', () => {
  test('are the pairs of the person that was recorded and each that may be the same', () => {
    const tasks = tasksOn(nobody(doubt('a'), { personId: 'z', kind: 'chart-reused' }), made('m'));
    expect(tasks).toMatchObject([
      {
        kind: 'possible-duplicate',
        personA: 'a',
        personB: 'm',
        priority: 50,
        comparison: { score: 5 },
        at: AT,
      },
      { kind: 'chart-reused', personA: 'm', personB: 'z', priority: 1000, comparison: undefined, at: AT },
    ]);
    expect(new Set(tasks.map(({ taskId }) => taskId)).size).toBe(2);
  });

  test('are none where nothing is in doubt', () => {
    expect(tasksOn(nobody(), made('m'))).toEqual([]);
  });

  test('never pair a person with itself', () => {
    expect(tasksOn(nobody(doubt('m'), doubt('a')), made('m'))).toMatchObject([
      { personA: 'a', personB: 'm' },
    ]);
  });

  test('are at most five, those named first', () => {
    const many = ['a', 'b', 'c', 'm', 'd', 'e', 'f'].map((id) => doubt(id));
    const tasks = tasksOn(nobody(...many), made('m'));
    expect(tasks.map(({ personA }) => personA)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

test('a pair has one order, whichever is named first', () => {
  expect(pairOf('b', 'a')).toEqual({ personA: 'a', personB: 'b' });
  expect(pairOf('a', 'b')).toEqual(pairOf('b', 'a'));
});

describe('what comes first', () => {
  test('a chart number that names two persons, before any likeness; then the likelier', () => {
    const order: readonly Pick<Doubt, 'kind' | 'comparison'>[] = [
      { kind: 'chart-reused', comparison: comparison(12) },
      { kind: 'chart-reused' },
      { kind: 'possible-duplicate', comparison: comparison(40) },
      { kind: 'possible-duplicate', comparison: comparison(7.55) },
      { kind: 'possible-duplicate' },
      { kind: 'possible-duplicate', comparison: comparison(-3) },
    ];
    const priorities = order.map(priorityOf);
    expect(priorities).toEqual([1120, 1000, 400, 76, 0, -30]);
  });
});

describe('what the machine held of two records', () => {
  const person = { personId: 'm' } as KnownPerson;

  test('is kept of the person that was found by what it is called', () => {
    const match = comparison(20, 'match');
    const found: Found = { kind: 'person', person, match, doubts: [] };
    expect(decisionsOn(found, 'source', made('m'))).toMatchObject([
      { personId: 'm', otherId: 'source', outcome: 'match', comparison: match, at: AT },
    ]);
  });

  test('is nothing where an id said who it is', () => {
    expect(decisionsOn({ kind: 'person', person, doubts: [] }, 'source', made('m'))).toEqual([]);
  });

  test('is kept of every doubt that was weighed, also of those beyond the tasks', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => doubt(id));
    const found = nobody({ personId: 'x', kind: 'chart-reused' }, ...many);
    const decisions = decisionsOn(found, 'source', made('m'));
    expect(decisions.map(({ otherId }) => otherId)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(decisions.every(({ outcome, personId }) => outcome === 'possible' && personId === 'm')).toBe(true);
  });
});

describe('what is written', () => {
  const task: TaskWrite = {
    taskId: 't',
    kind: 'chart-reused',
    personA: 'a',
    personB: 'b',
    priority: 1000,
    comparison: undefined,
    at: AT,
  };

  test('of a task: the pair, and why, where it is known', () => {
    expect(insertTask(task, 'message').values).toEqual([
      't',
      'chart-reused',
      'a',
      'b',
      1000,
      null,
      [],
      '',
      'message',
      AT,
    ]);
    const weighed = insertTask({ ...task, comparison: comparison(5) }, undefined).values;
    expect(weighed.slice(5)).toEqual([5, ['no-corroborator'], '1:Fe7', null, AT]);
  });

  test('of a decision: who took it, and on what', () => {
    const [decision] = decisionsOn(nobody(doubt('a')), 's', { personId: 'm', newId: () => 'd', at: AT });
    if (!decision) throw new Error('there is one');
    expect(insertDecision(decision, 'intake', 'message').values).toEqual([
      'm',
      'd',
      'a',
      'possible',
      5,
      ['no-corroborator'],
      '1:Fe7',
      'intake',
      'message',
      AT,
    ]);
  });
});
