import { describe, expect, test } from 'vitest';
import type { Statement } from '../platform/database/pipeline.ts';
import { mergeStatements } from './merge-statements.ts';

const insert = (table: string, ...values: readonly unknown[]): Statement => ({
  name: `insert-${table}`,
  text: `insert into ${table} (a, b) values ($1, $2)`,
  values,
});
const other = (name: string): Statement => ({ name, text: `select ${name}($1)`, values: [name] });
const names = (statements: readonly Statement[]): readonly string[] => statements.map(({ name }) => name);

describe('the statements of several messages', () => {
  test('put rows of one table into one statement, and keep the order of each message', () => {
    const first = [other('check'), insert('person', 1, 2), insert('message', 3, 4)];
    const second = [insert('person', 5, 6), other('lot'), insert('message', 7, 8)];
    const merged = mergeStatements([first, second]);
    expect(names(merged)).toEqual(['check', 'insert-person-of-2', 'lot', 'insert-message-of-2']);
    expect(merged[1]).toEqual({
      name: 'insert-person-of-2',
      text: 'insert into person (a, b) values ($1, $2), ($3, $4)',
      values: [1, 2, 5, 6],
    });
  });

  test('leave alone what is no plain row, and several of one kind for one message together', () => {
    const tasks = [other('task'), insert('row', 1, 2), insert('row', 3, 4), other('end')];
    expect(names(mergeStatements([tasks, [other('end')]]))).toEqual([
      'task',
      'insert-row-of-2',
      'end',
      'end',
    ]);
    const updated = { ...insert('x', 1, 2), text: 'update x set a = $1 where b = $2' };
    expect(mergeStatements([[updated], [updated]])).toEqual([updated, updated]);
    expect(mergeStatements([])).toEqual([]);
  });

  test('come in sizes of which there are few, each prepared once', () => {
    const rows = Array.from({ length: 27 }, (_, no) => [insert('m', no, no)]);
    const merged = mergeStatements(rows);
    expect(names(merged)).toEqual(['insert-m-of-16', 'insert-m-of-8', 'insert-m-of-2', 'insert-m']);
    expect(merged.flatMap(({ values }) => values)).toEqual(rows.flatMap(([row]) => row?.values ?? []));
  });

  test('take all locks first and in one order, and expect all at once', () => {
    const lock = (...keys: readonly string[]): Statement => ({
      name: 'lock-keys',
      text: 'lock',
      values: [keys],
    });
    const expected = (seen: number): Statement => ({
      name: 'expect-keys',
      text: 'select cairn_expect((select count(*) from k where key = any($1)), $2)',
      values: [['1'], seen],
    });
    const merged = mergeStatements([
      [lock('-3', '9'), expected(0)],
      [lock('-20', '9', '10'), expected(1)],
    ]);
    expect(merged).toEqual([
      { name: 'lock-keys', text: 'lock', values: [['-20', '-3', '9', '10']] },
      {
        name: 'expect-keys-of-2',
        text: 'select cairn_expect((select count(*) from k where key = any($1)), $2), cairn_expect((select count(*) from k where key = any($3)), $4)',
        values: [['1'], 0, ['1'], 1],
      },
    ]);
  });

  test('join selections', () => {
    const reports = (id: number): Statement => ({
      name: 'insert-dose-reports',
      text: 'insert into dose_report (a, b)\n select $1::uuid, * from unnest($2::text[])',
      values: [id, ['x']],
    });
    expect(mergeStatements([[reports(1)], [reports(2)]])).toEqual([
      {
        name: 'insert-dose-reports-of-2',
        text: 'insert into dose_report (a, b)\n select $1::uuid, * from unnest($2::text[]) union all select $3::uuid, * from unnest($4::text[])',
        values: [1, ['x'], 2, ['x']],
      },
    ]);
  });
});
