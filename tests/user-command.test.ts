/** `cairn user add`: the token that it prints opens the review API, and is stored nowhere. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { runCairn } from './support/process.ts';
import { api } from './support/review.ts';

let cairn: TestCairn;
beforeAll(async () => {
  // The command reads the machine's clock, and so does what it opens.
  cairn = await startTestCairn({ now: new Date().toISOString() });
});
afterAll(() => cairn.close());

const add = (...args: readonly string[]) =>
  runCairn(['user', 'add', ...args], { CAIRN_DATABASE_URL: cairn.databaseUrl, CAIRN_LOG_LEVEL: 'silent' });

test('adds a person whose token works', async () => {
  const { code, out } = await add('--name', 'Maria Lopez', '--role', 'registry-staff', '--days', '30');
  expect(code).toBe(0);
  const [words, token = ''] = out.trim().split('\n');
  expect(words).toMatch(
    /^Maria Lopez \(registry-staff\), until \d{4}-\d{2}-\d{2}\. Keep this token; it is shown once:$/,
  );
  expect(token).toMatch(/^cairn-staff-[0-9a-f]{64}$/);
  expect((await api(cairn, 'GET', '/api/review/tasks', undefined, token)).status).toBe(200);
  const { rows } = await cairn.db.query('select s::text as stored from staff s');
  expect(rows.filter(({ stored }) => stored.includes(token.slice(12)))).toEqual([]);
});

test.each([
  [['--name', 'M', '--role', 'king'], '--role: "king" is no role; there is registry-staff.'],
  [['--name', 'M', '--days', '0'], '--days: "0" is no number of days from 1 to 3650.'],
  [['--name', ' '], '--name: write who it is.'],
])('refuses %j', async (args, words) => {
  const { code, err } = await add(...args);
  expect([code, err.trim().split('\n').at(-1)]).toEqual([2, `cairn: ${words}`]);
});
