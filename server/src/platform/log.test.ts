import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLog, type Log } from './log.ts';

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  vi.spyOn(fs, 'writeSync').mockImplementation(
    (descriptor: number, line: NodeJS.ArrayBufferView | string) => {
      if (descriptor !== 2) throw new Error(`wrote to ${descriptor}`);
      written.push(String(line));
      return String(line).length;
    },
  );
});
afterEach(() => vi.restoreAllMocks());

/** The lines that were logged. */
function logged(write: (log: Log) => void, level = 'info'): readonly Readonly<Record<string, unknown>>[] {
  write(createLog(level));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** As the driver makes it: PostgreSQL quotes the row in message and detail. */
function databaseError(): Error {
  const error = new Error('duplicate key value violates unique constraint: Key (last_name)=(Wren) exists');
  error.name = 'error';
  const fields = {
    severity: 'ERROR',
    code: '23505',
    detail: 'Failing row contains (Wren, 2024-03-15)',
    where: 'Wren',
  };
  return Object.assign(error, fields);
}

describe('an error from PostgreSQL', () => {
  test('is reduced to its type and code: its texts can quote a patient', () => {
    const [line] = logged((log) => log.error({ err: databaseError() }, 'a message could not be processed'));
    expect(line).toMatchObject({ level: 50, msg: 'a message could not be processed' });
    expect(line?.['err']).toEqual({ type: 'error', code: '23505' });
    expect(written.join('')).not.toMatch(/Wren|2024-03-15|duplicate/);
  });

  test.each<[string, (log: Log) => void]>([
    ['without words of our own', (log) => log.error({ err: databaseError() })],
    ['by itself', (log) => log.error(databaseError())],
    [
      'as the cause of another error',
      (log) => log.error({ err: new Error('failed', { cause: databaseError() }) }, 'x'),
    ],
  ])('quotes nobody, also when it is logged %s', (_, write) => {
    logged(write);
    expect(written).toHaveLength(1);
    expect(written.join('')).not.toMatch(/Wren|2024-03-15/);
  });
});

describe('any other error', () => {
  test('keeps its message and stack, and its code', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const [line] = logged((log) => log.warn({ err: refused }, 'a database connection was lost'));
    expect(line?.['err']).toMatchObject({
      type: 'Error',
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED',
      stack: expect.stringContaining('log.test.ts'),
    });
  });

  test('that is no Error gives its kind alone', () => {
    const [line] = logged((log) => log.error({ err: 'Wren' }, 'x'));
    expect(line?.['err']).toEqual({ type: 'string' });
  });
});

test('a line names neither machine nor process, and the level decides what is written', () => {
  const lines = logged((log) => {
    log.info('quiet');
    log.warn({ messageId: 'm' }, 'loud');
  }, 'warn');
  expect(lines).toEqual([{ level: 40, time: expect.any(Number), messageId: 'm', msg: 'loud' }]);
});
