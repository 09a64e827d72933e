import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import { Reader } from './reader.ts';

type Asked = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

/** A pool whose clients answer with `answer`; `log` holds what was sent, held back and given back. */
function poolOf(answer: (asked: Asked) => unknown) {
  const log: string[] = [];
  const asked: Asked[] = [];
  let opened = 0;
  const connect = async () => {
    const name = `client ${++opened}`;
    const stream = {
      writableCorked: 0,
      cork: () => {
        stream.writableCorked++;
      },
      uncork: () => {
        stream.writableCorked--;
        log.push(`${name} sends`);
      },
    };
    return Object.assign(new EventEmitter(), {
      connection: { stream },
      query: async (query: Asked) => {
        asked.push(query);
        return { rows: [await answer(query)] };
      },
      release: (broken?: boolean) => log.push(`${name} ${broken ? 'closed' : 'given back'}`),
    });
  };
  return { pool: { connect } as unknown as Pool, log, asked };
}

const BOTH = [
  { name: 'first', text: 'select $1, $2, $1', values: ['a', 'b\0'] },
  { name: 'second', text: 'select $2, $1', values: ['c', ['d\0']] },
];

test('several selects are one statement, each with its own values, none with a NUL', async () => {
  const { pool, asked } = poolOf(() => [[{ a: 1 }], []]);
  expect(await new Reader(pool).read('both', BOTH)).toEqual([[{ a: 1 }], []]);
  expect(asked).toMatchObject([{ name: 'both', values: ['a', 'b\uFFFD', 'c', ['d\uFFFD']] }]);
  expect(asked[0]?.text).toMatch(/select \$1, \$2, \$1[^]*select \$4, \$3/);
});

test('many reads share few connections, and those of one turn leave together', async () => {
  const { pool, log } = poolOf(() => []);
  const reader = new Reader(pool);
  await Promise.all(Array.from({ length: 10 }, () => reader.read('many', [])));
  await new Promise((resolve) => setImmediate(resolve));
  expect(log.toSorted()).toEqual(['client 1 sends', 'client 2 sends']);
  await reader.close();
  expect(log.slice(2).toSorted()).toEqual(['client 1 given back', 'client 2 given back']);
});

test('a broken connection is closed once, and the next read has another', async () => {
  let broken = true;
  const { pool, log } = poolOf(() => (broken ? Promise.reject(new Error('write EPIPE')) : [['sound']]));
  const reader = new Reader(pool);
  const failed = await Promise.allSettled(Array.from({ length: 6 }, () => reader.read('breaks', [])));
  expect(failed.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'rejected'));
  expect(log.filter((line) => line.endsWith('closed')).toSorted()).toEqual([
    'client 1 closed',
    'client 2 closed',
  ]);
  broken = false;
  expect(await reader.read('breaks', [])).toEqual([['sound']]);
});

test('a connection that cannot be had fails that read, and the next one tries again', async () => {
  const { pool } = poolOf(() => [['there']]);
  const connect = pool.connect.bind(pool);
  let refused = 2;
  const flaky = { connect: () => (refused-- > 0 ? Promise.reject(new Error('ECONNREFUSED')) : connect()) };
  const reader = new Reader(flaky as unknown as Pool);
  await expect(reader.read('flaky', [])).rejects.toThrow('ECONNREFUSED');
  await expect(reader.read('flaky', [])).rejects.toThrow('ECONNREFUSED');
  expect(await reader.read('flaky', [])).toEqual([['there']]);
});

test('an error that PostgreSQL answered with leaves the connection as it is', async () => {
  const refusal = Object.assign(new Error('no'), { severity: 'ERROR', code: '57014' });
  const { pool, log } = poolOf(() => Promise.reject(refusal));
  await expect(new Reader(pool).read('refused', [])).rejects.toBe(refusal);
  expect(log.filter((line) => line.includes('closed'))).toEqual([]);
});
