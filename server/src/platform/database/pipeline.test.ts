import type { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { isDatabaseAnswer, isStale, type Statement, transact } from './pipeline.ts';

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

/** A pool of one connection on which statements do what `run` says; `log` holds what happened on it. */
function connection(run: (statement: Statement) => { readonly command: string }) {
  const log: string[] = [];
  const bound: unknown[] = [];
  const client = {
    connection: { stream: { cork: () => undefined, uncork: () => undefined } },
    query: async (statement: Statement) => {
      log.push(statement.name);
      bound.push(...statement.values);
      return run(statement);
    },
    release: (broken: boolean) => log.push(broken ? 'closed' : 'given back'),
  };
  const pool = { connect: () => Promise.resolve(client), query: client.query } as unknown as Pool;
  return { pool, log, bound };
}

const statement = (name: string, ...values: readonly unknown[]): Statement => ({ name, text: name, values });
const committed = ({ name }: Statement) => ({ command: name.toUpperCase() });

describe('a transaction', () => {
  test('is begun and committed round its statements, and the connection is given back', async () => {
    const { pool, log } = connection(committed);
    await transact(pool, [statement('one'), statement('two')]);
    expect(log).toEqual(['begin', 'one', 'two', 'commit', 'given back']);
  });

  test('that PostgreSQL refused fails with the first error, and the connection stays', async () => {
    const { pool, log } = connection(({ name }) => {
      if (name === 'begin' || name === 'one') return { command: name };
      throw answered(name === 'two' ? '23505' : '25P02');
    });
    await expect(
      transact(pool, [statement('one'), statement('two'), statement('three')]),
    ).rejects.toMatchObject({
      code: '23505',
    });
    expect(log.at(-1)).toBe('given back');
  });

  test('whose connection broke fails, and the connection is not used again', async () => {
    const { pool, log } = connection(() => {
      throw new Error('read ECONNRESET');
    });
    await expect(transact(pool, [statement('one')])).rejects.toThrow('read ECONNRESET');
    expect(log.at(-1)).toBe('closed');
  });

  test('that ends in anything but COMMIT has failed', async () => {
    const { pool } = connection(({ name }) => ({ command: name === 'commit' ? 'ROLLBACK' : name }));
    await expect(transact(pool, [])).rejects.toThrow('the transaction ended in ROLLBACK, not in COMMIT');
  });

  test('binds no NUL, which PostgreSQL cannot store, and leaves all else as it is', async () => {
    const { pool, bound } = connection(committed);
    const [bytes, at] = [Buffer.from('\0'), new Date(0)];
    await transact(pool, [statement('one', 'a\0b', ['\0', 'c'], bytes, at, null, 1)]);
    expect(bound).toEqual(['a\uFFFDb', ['\uFFFD', 'c'], bytes, at, null, 1]);
  });
});
