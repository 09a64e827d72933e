/** Mail from the outbox to a mail server: both languages, refusals, dead letters, two workers. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLog, readConfig, startCairn } from '@cairn/server';
import type { Letter } from '../../server/src/mail/letters.ts';
import { enqueueMail, type NewMail } from '../../server/src/mail/outbox.ts';
import { startOutbox } from '../../server/src/mail/send.ts';
import { createDatabase, startTestCairn, type TestCairn, TODAY } from '../support/cairn.ts';
import { controlId, vxu } from '../support/messages.ts';
import { DEMO_PEOPLE, signInAs } from '../support/portal.ts';
import { until } from '../support/process.ts';
import { submit } from '../support/soap.ts';
import { type FaultySink, startFaultySink } from '../support/smtp-faults.ts';

const WITHIN_MS = 15_000;
const NOW = new Date(TODAY);
const TOKEN = 'q7Yt4kq0m1cB2hX9vZ8sLw3nR6pD5eF0aGjKuTiOyMc';

let sink: FaultySink;
let cairn: TestCairn;
beforeAll(async () => {
  sink = await startFaultySink();
  cairn = await startTestCairn({
    env: {
      CAIRN_SMTP_URL: sink.url,
      CAIRN_MAIL_FROM: 'Registry <iz@registry.example>',
    },
  });
});
afterAll(async () => {
  await cairn.close();
  await sink.close();
});
beforeEach(() => {
  sink.refuse = () => undefined;
  sink.hold = () => Promise.resolve();
});

const someone = (): string => `${randomUUID()}@clinic.example`;
const verify = (siteName: string): Letter => ({
  kind: 'verify-email',
  siteName,
  name: 'Ana',
  link: `https://iz.example/verify#${TOKEN}`,
  expiresAt: new Date('2025-03-22T17:00:00Z'),
});
const write = (mail: Partial<NewMail> & { readonly to: string }): Promise<void> =>
  enqueueMail(cairn.cairn.database.kysely, { language: 'en', letter: verify('Clinic'), ...mail }, NOW);
const arrivedFor = (to: string) => sink.arrived.filter(({ recipients }) => recipients.includes(to));

type Row = {
  readonly mail_id: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly next_at: Date;
  readonly text: string;
};
async function rowOf(to: string): Promise<Row> {
  const { rows } = await cairn.db.query<Row>('select * from mail where recipient = $1', [to]);
  expect(rows).toHaveLength(1);
  const [row] = rows;
  if (!row) throw new Error(`no mail to ${to}`);
  return row;
}
const stateIs = (to: string, state: string, attempts: number) => async () => {
  const row = await rowOf(to);
  return row.state === state && row.attempts === attempts;
};
/** The clock of the tests stands still, so what waits is made due instead. */
const makeDue = (to: string) =>
  cairn.db.query('update mail set next_at = $2 where recipient = $1', [to, NOW]);

test.each([
  ['en', 'Please confirm your e-mail address', 'Saturday, March 22, 2025 at 10:00 AM PDT'],
  ['es', 'Confirme su dirección de correo electrónico', '22 de marzo de 2025'],
] as const)('goes out as text and HTML, in %s', async (language, subject, day) => {
  const to = someone();
  await write({ to, language, letter: verify('Clínica Ríos') });
  await until(stateIs(to, 'sent', 1), WITHIN_MS);
  const [arrived] = arrivedFor(to);
  const { mail_id } = await rowOf(to);
  expect(arrived?.mail).toMatchObject({
    subject,
    messageId: `<${mail_id}@localhost>`,
    from: { name: 'Registry', address: 'iz@registry.example' },
    to: [{ address: to }],
  });
  for (const body of [arrived?.mail.text, arrived?.mail.html]) {
    expect(body).toContain('Clínica Ríos');
    expect(body).toContain(`https://iz.example/verify#${TOKEN}`);
    expect(body).toContain('California Immunization Registry');
  }
  expect(arrived?.mail.text?.replaceAll(/\s+/g, ' ')).toContain(day);
  expect(arrived?.raw).toContain('Auto-Submitted: auto-generated');
});

test('a second mail about the same is left out', async () => {
  const [to, dedupeKey] = [someone(), randomUUID()];
  await write({ to, dedupeKey });
  await write({ to, dedupeKey });
  await until(stateIs(to, 'sent', 1), WITHIN_MS);
  expect(arrivedFor(to)).toHaveLength(1);
});

test('it goes out only if what it tells of is committed', async () => {
  const to = someone();
  const cut = cairn.cairn.database.kysely.transaction().execute(async (trx) => {
    await enqueueMail(trx, { to, language: 'en', letter: verify('Clinic') }, NOW);
    throw new Error('cut off');
  });
  await expect(cut).rejects.toThrow('cut off');
  const { rows } = await cairn.db.query('select from mail where recipient = $1', [to]);
  expect(rows).toEqual([]);
});

test('a hostile name is no markup, and no header', async () => {
  const to = someone();
  const letter: Letter = {
    kind: 'access-asked',
    siteName: '<script>alert(1)</script>',
    requester: 'Eve\r\nBcc: everyone@clinic.example\r\n\r\nHello',
    requesterEmail: 'eve@clinic.example',
    reason: '<img src=x onerror=alert(1)>\nhttps://evil.example/',
    link: 'https://iz.example/sites/DE-000001/people',
  };
  await write({ to, letter });
  await until(stateIs(to, 'sent', 1), WITHIN_MS);
  const [arrived] = arrivedFor(to);
  expect(arrived?.recipients).toEqual([to]);
  expect(arrived?.mail.bcc).toBeUndefined();
  expect(arrived?.mail.subject).toBe(
    'Eve Bcc: everyone@clinic.example Hello asks for access to <script>alert(1)</script>',
  );
  expect(arrived?.mail.html).not.toMatch(/<script|<img|https:\/\/evil/);
  expect(arrived?.mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test('a recipient with a comma is one, and is refused', async () => {
  const to = `a@clinic.example, ${someone()}`;
  await write({ to });
  await until(async () => (await rowOf(to)).attempts > 0, WITHIN_MS);
  expect(sink.arrived.flatMap(({ recipients }) => recipients)).not.toContain('a@clinic.example');
});

test('a server that has no time now is asked again', async () => {
  const to = someone();
  sink.refuse = (address) => (address === to ? { reply: 451, words: 'greylisted, come back' } : undefined);
  await write({ to });
  await until(stateIs(to, 'waiting', 1), WITHIN_MS);
  const row = await rowOf(to);
  expect(row.last_error).toContain('greylisted');
  expect(row.next_at.getTime() - NOW.getTime()).toBe(60_000);
  await makeDue(to);
  await until(stateIs(to, 'waiting', 2), WITHIN_MS);
  expect((await rowOf(to)).next_at.getTime() - NOW.getTime()).toBe(5 * 60_000);
  sink.refuse = () => undefined;
  await makeDue(to);
  await until(stateIs(to, 'sent', 3), WITHIN_MS);
  expect(arrivedFor(to)).toHaveLength(1);
  expect((await rowOf(to)).last_error).toBeNull();
});

test('an address that there is not makes a dead letter, which an administrator can try again', async () => {
  const to = someone();
  sink.refuse = (address) => (address === to ? { reply: 550, words: 'no such mailbox' } : undefined);
  await write({ to });
  await until(stateIs(to, 'dead', 1), WITHIN_MS);

  const administrator = await signInAs(cairn, DEMO_PEOPLE.administrator);
  const dead = await administrator.get('/api/staff/mail?state=dead');
  expect(dead.body.mails).toContainEqual(
    expect.objectContaining({
      recipient: to,
      state: 'dead',
      lastError: expect.stringContaining('no such mailbox'),
    }),
  );
  const { mail_id } = await rowOf(to);
  const one = await administrator.get(`/api/staff/mail/${mail_id}`);
  expect(one.body.text).toContain('https://iz.example/verify#…');
  expect(one.text).not.toContain(TOKEN);

  sink.refuse = () => undefined;
  const retried = await administrator.post(`/api/staff/mail/${mail_id}/retry`);
  expect(retried.status).toBe(200);
  await until(stateIs(to, 'sent', 1), WITHIN_MS);
  expect(arrivedFor(to)[0]?.mail.text).toContain(TOKEN);
  const again = await administrator.post(`/api/staff/mail/${mail_id}/retry`);
  expect([again.status, again.body.code]).toEqual([409, 'changed-meanwhile']);
  const none = await administrator.post(`/api/staff/mail/${randomUUID()}/retry`);
  expect(none.status).toBe(404);
});

test('two workers on one outbox send each mail once, and keep no token where there is no mailbox', async () => {
  const { pool } = cairn.cairn.database;
  const log = createLog('silent');
  const recipients = Array.from({ length: 30 }, someone);
  sink.hold = () => new Promise((resolve) => setTimeout(resolve, 20));
  const workers = [1, 2].map(() =>
    startOutbox({
      pool,
      clock: { now: () => NOW },
      log,
      smtpUrl: sink.url,
      from: 'iz@registry.example',
      publicUrl: () => 'https://iz.example',
      keepsTokens: false,
    }),
  );
  await Promise.all(recipients.map((to) => write({ to })));
  await until(async () => {
    const { rows } = await cairn.db.query(
      `select count(*)::int as count from mail where recipient = any($1) and state = 'sent'`,
      [recipients],
    );
    return rows[0].count === recipients.length;
  }, WITHIN_MS);
  await Promise.all(workers.map((worker) => worker.stop()));
  for (const to of recipients) expect(arrivedFor(to)).toHaveLength(1);
  const { rows } = await cairn.db.query<Row>('select text from mail where recipient = any($1)', [recipients]);
  expect(rows.filter(({ text }) => text.includes('verify#…')).length).toBeGreaterThan(0);
});

test(
  'a worker that is stopped while the server thinks leaves the mail waiting',
  { timeout: 30_000 },
  async () => {
    const to = someone();
    // As on a node of its own: the database is the same, the mail server another.
    const slow = await startFaultySink();
    slow.hold = () => new Promise(() => undefined);
    await write({ to });
    await until(stateIs(to, 'sent', 1), WITHIN_MS);
    await cairn.db.query(`update mail set state = 'waiting', next_at = $2 where recipient = $1`, [
      to,
      new Date(NOW.getTime() + 60_000),
    ]);
    const worker = startOutbox({
      pool: cairn.cairn.database.pool,
      clock: { now: () => new Date(NOW.getTime() + 120_000) },
      log: createLog('silent'),
      smtpUrl: slow.url,
      from: 'iz@registry.example',
      publicUrl: () => 'https://iz.example',
      keepsTokens: true,
    });
    await until(() => Promise.resolve(slow.arrived.length === 1), WITHIN_MS);
    await worker.stop();
    expect(await rowOf(to)).toMatchObject({ state: 'waiting', attempts: 1 });
    await slow.close();
  },
);

test('the mailbox of demo mode shows mail as it went out, in nobody’s way', async () => {
  const to = someone();
  await write({ to });
  await until(stateIs(to, 'sent', 1), WITHIN_MS);
  const answer = await fetch(`${cairn.url}/api/mailbox`);
  const { mails } = (await answer.json()) as { readonly mails: readonly { id: string; recipient: string }[] };
  const listed = mails.find(({ recipient }) => recipient === to);
  const one = await fetch(`${cairn.url}/api/mailbox/${listed?.id ?? ''}`);
  expect(await one.json()).toMatchObject({
    recipient: to,
    state: 'sent',
    text: expect.stringContaining(TOKEN),
  });
  expect((await fetch(`${cairn.url}/api/mailbox/${randomUUID()}`)).status).toBe(404);
});

test('outside demo mode there is no mailbox', async () => {
  const { databaseUrl, drop } = await createDatabase();
  const config = readConfig(
    { CAIRN_DATABASE_URL: databaseUrl, CAIRN_LOG_LEVEL: 'silent' },
    { demo: false, port: 0 },
  );
  const real = await startCairn(config, createLog('silent'));
  await enqueueMail(real.database.kysely, { to: someone(), language: 'en', letter: verify('Clinic') }, NOW);
  const { rows } = await real.database.pool.query('select mail_id from mail');
  for (const path of ['/api/mailbox', `/api/mailbox/${rows[0].mail_id}`]) {
    const answer = await fetch(`${real.url}${path}`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.not.stringContaining('Clinic')]);
  }
  await real.close();
  await drop();
});

test('a message to the testing address leads to a mail with its report', async () => {
  const id = controlId();
  await submit(cairn.url, vxu({ controlId: id }), { path: '/test/IISService' });
  const reports = () => arrivedFor(DEMO_PEOPLE.clinic).filter(({ mail }) => mail.text?.includes(id));
  await until(() => Promise.resolve(reports().length > 0), WITHIN_MS);
  expect(reports()[0]?.mail.subject).toBe('Demo Family Clinic: test message accepted');
});
