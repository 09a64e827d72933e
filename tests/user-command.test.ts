/** `cairn user add`: the token and the link that it prints open what they are for, and are stored nowhere. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { Browserless, signInAs } from './support/portal.ts';
import { runCairn } from './support/process.ts';
import { api } from './support/review.ts';

let cairn: TestCairn;
beforeAll(async () => {
  // The command reads the machine's clock, and so does what it opens.
  cairn = await startTestCairn({ now: new Date().toISOString() });
});
afterAll(() => cairn.close());

const add = (...args: readonly string[]) =>
  runCairn(['user', 'add', ...args], {
    CAIRN_DATABASE_URL: cairn.databaseUrl,
    CAIRN_LOG_LEVEL: 'silent',
    CAIRN_PUBLIC_URL: 'https://portal.example',
  });

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

test('makes an account whose password is set by the link, once', async () => {
  const person = ['--name', 'Dana Ortiz', '--email', 'Dana.Ortiz@registry.example'];
  const { code, out, err } = await add(...person, '--role', 'dx-specialist');
  expect([code, err]).toEqual([0, '']);
  const [words, link = ''] = out.trim().split('\n');
  expect(words).toMatch(
    /^Dana Ortiz \(dx-specialist\) signs in as Dana\.Ortiz@registry\.example\. The password is set by this link, once, until \d{4}-\d{2}-\d{2}:$/,
  );
  expect(link).toMatch(/^https:\/\/portal\.example\/password#[\w-]{43}$/);
  const token = link.slice(link.indexOf('#') + 1);
  const { rows } = await cairn.db.query(
    `select t::text as stored, t.expires_at - t.created_at = '3 days' as "lastsThreeDays" from one_time_token t`,
  );
  expect(rows).toEqual([{ stored: expect.not.stringContaining(token), lastsThreeDays: true }]);

  const set = await new Browserless(cairn.url).put('/api/password', {
    token,
    password: 'three quiet herons',
  });
  expect(set.body.account).toMatchObject({ name: 'Dana Ortiz', staffRole: 'dx-specialist', sites: [] });
  const again = await new Browserless(cairn.url).put('/api/password', {
    token,
    password: 'four loud herons',
  });
  expect([again.status, again.body.code]).toEqual([410, 'link-used']);
  await signInAs(cairn, 'dana.ortiz@registry.example', 'three quiet herons');

  const more = await add(...person, '--role', 'administrator', '--json');
  expect(JSON.parse(more.out)).toMatchObject({ email: 'Dana.Ortiz@registry.example', role: 'administrator' });
  const browser = await signInAs(cairn, 'dana.ortiz@registry.example', 'three quiet herons');
  expect((await browser.get('/api/session')).body.account.staffRole).toBe('administrator');
});

test.each([
  [
    ['--name', 'M', '--role', 'king'],
    '--role: "king" is no role; there is registry-staff, and with --email dx-specialist, administrator.',
  ],
  [
    ['--name', 'M', '--role', 'dx-specialist'],
    '--email: say with which address the dx-specialist signs in at the portal.',
  ],
  [['--name', 'M', '--email', 'm@registry.example'], '--role: say dx-specialist or administrator.'],
  [
    ['--name', 'M', '--email', 'm at home', '--role', 'administrator'],
    '--email: "m at home" is no e-mail address.',
  ],
  [
    ['--name', 'M', '--email', 'm@registry.example', '--role', 'registry-staff'],
    '--role: registry-staff has a token and no account. Leave out --email, or choose dx-specialist or administrator.',
  ],
  [
    ['--name', 'M', '--email', 'm@registry.example', '--role', 'administrator', '--days', '5'],
    '--days: is for tokens only. An account works until it is ended.',
  ],
  [['--name', 'M', '--days', '0'], '--days: "0" is no number of days from 1 to 3650.'],
  [['--name', ' '], '--name: write who it is.'],
])('refuses %j', async (args, words) => {
  const { code, err } = await add(...args);
  expect([code, err.trim().split('\n').at(-1)]).toEqual([2, `cairn: ${words}`]);
});
