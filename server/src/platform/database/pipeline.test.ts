import type { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { isDatabaseAnswer, isStale, readTogether } from './pipeline.ts';

const answered = (code: unknown): Error =>
  Object.assign(new Error('as PostgreSQL says it'), { severity: 'ERROR', code });

describe('an error that PostgreSQL answered with', () => {
  test('has a severity and a code', () => {
    expect(isDatabaseAnswer(answered('23505'))).toBe(true);
    expect(isDatabaseAnswer(answered('57014'))).toBe(true);
  });

  test.each<[string, unknown]>([
    ['a broken connection', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
    ['a time-out of the driver', new Error('Query read timeout')],
    ['a code that is no text', answered(23_505)],
    ['something that is no Error', { severity: 'ERROR', code: '23505' }],
    ['nothing', undefined],
  ])('is not %s', (_, error) => {
    expect(isDatabaseAnswer(error)).toBe(false);
    expect(isStale(error)).toBe(false);
  });
});

describe('reading and deciding again is right', () => {
  test.each([
    ['the person moved on', 'CA001'],
    ['a key was taken meanwhile', '23505'],
    ['a serialization failure', '40001'],
    ['a deadlock', '40P01'],
  ])('where %s (%s)', (_, code) => {
    expect(isStale(answered(code))).toBe(true);
  });

  test.each([
    ['a check failed', '23514'],
    ['a value is missing', '23502'],
    ['a text has no valid encoding', '22021'],
    ['a statement took too long', '57014'],
    ['the database shuts down', '57P01'],
    ['the transaction is aborted', '25P02'],
  ])('but not where %s (%s)', (_, code) => {
    expect(isStale(answered(code))).toBe(false);
  });
});

test('statements that are read together keep their own values', async () => {
  type Asked = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };
  const asked: Asked[] = [];
  const query = (statement: Asked) => {
    asked.push(statement);
    return Promise.resolve({ rows: [[[{ a: 1 }], []]] });
  };
  const rows = await readTogether({ query } as unknown as Pool, 'both', [
    { name: 'first', text: 'select $1, $2, $1', values: ['a', 'b'] },
    { name: 'second', text: 'select $2, $1', values: ['c', 'd'] },
  ]);
  expect(rows).toEqual([[{ a: 1 }], []]);
  expect(asked).toMatchObject([{ name: 'both', values: ['a', 'b', 'c', 'd'] }]);
  expect(asked[0]?.text).toMatch(/select \$1, \$2, \$1[^]*select \$4, \$3/);
});
