/** Mails that time and test messages call for: reports on tests, each or by the hour, and credentials that end. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { alertOfExpiry } from '../../server/src/onboarding/expiry-alerts.ts';
import { reportTests } from '../../server/src/onboarding/test-reports.ts';
import { startTestCairn, type TestCairn, TODAY } from '../support/cairn.ts';
import { controlId, dose, patient, vxu } from '../support/messages.ts';
import { DEMO_PEOPLE, mailsTo } from '../support/portal.ts';
import { DEMO_HIE, submit } from '../support/soap.ts';

const NOW = new Date(TODAY);
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

let cairn: TestCairn;
beforeAll(async () => {
  // Without a worker: the tests look when they want.
  cairn = await startTestCairn({ env: { CAIRN_ROLES: 'web' } });
});
afterAll(() => cairn.close());
beforeEach(async () => {
  await cairn.db.query('delete from mail');
  await cairn.db.query('update test_submission set reported_at = now() where reported_at is null');
  await cairn.db.query(`update organization set mail_grouping = 'each'`);
});

const parts = (now: Date) => ({
  kysely: cairn.cairn.database.kysely,
  clock: { now: () => now },
  publicUrl: () => 'https://iz.example',
});
const look = (at = NOW): Promise<void> => reportTests(parts(at));
const group = (code: string) =>
  cairn.db.query(`update organization set mail_grouping = 'hour' where code = $1`, [code]);
const reportsTo = (to: string) => mailsTo(cairn, to, 'test-report');

async function sendTests(
  count: number,
  message: () => Parameters<typeof vxu>[0] = () => ({}),
): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const id = controlId();
    ids.push(id);
    await submit(cairn.url, vxu({ ...message(), controlId: id }), { path: '/test/IISService' });
  }
  return ids;
}

test('a report says what is wrong and what to do, and nothing of the patient', async () => {
  const who = patient();
  const [id] = await sendTests(1, () => ({ patient: who, orders: [dose({ day: '29990101' })] }));
  await look();
  const [report, ...more] = await reportsTo(DEMO_PEOPLE.clinic);
  expect(more).toEqual([]);
  expect(report?.text).toContain(`MSH-10 ${id}`);
  expect(report?.text).toMatch(/Error \(RXA/);
  expect(report?.text).toMatch(/https:\/\/iz\.example\/sites\/DE-000001\/tests\/[0-9a-f-]{36}/);
  const { rows } = await cairn.db.query(
    `select convert_from(raw, 'UTF8') as raw from message where control_id = $1`,
    [id],
  );
  const pid =
    String(rows[0].raw)
      .split('\r')
      .find((segment) => segment.startsWith('PID')) ?? '';
  const values = pid.split(/[|^~&]/).filter((value) => value.length > 4 && value !== 'DE-000001');
  expect(values.length).toBeGreaterThan(3);
  for (const value of values) expect(`${report?.subject} ${report?.text}`).not.toContain(value);
  await look();
  expect(await reportsTo(DEMO_PEOPLE.clinic)).toHaveLength(1);
});

test('of twelve in an hour ten have a mail each, and two one at its end', async () => {
  const ids = await sendTests(12);
  await look();
  await look(later(5_000));
  expect(await reportsTo(DEMO_PEOPLE.clinic)).toHaveLength(10);
  await look(later(HOUR));
  const reports = await reportsTo(DEMO_PEOPLE.clinic);
  expect(reports).toHaveLength(11);
  expect(reports[0]?.subject).toBe('Demo Family Clinic: report on 2 test messages');
  for (const id of ids) expect(reports.filter(({ text }) => text.includes(id))).toHaveLength(1);
});

test('by the hour they come together once it is over, in the language of the reader', async () => {
  await group('DE-000001');
  await cairn.db.query(`update account set language = 'es' where email = $1`, [DEMO_PEOPLE.clinic]);
  await sendTests(3);
  await look(later(60_000));
  expect(await reportsTo(DEMO_PEOPLE.clinic)).toEqual([]);
  await look(later(HOUR));
  await look(later(HOUR));
  const reports = await reportsTo(DEMO_PEOPLE.clinic);
  expect(reports.map(({ subject }) => subject)).toEqual([
    'Demo Family Clinic: informe de 3 mensajes de prueba',
  ]);
  await cairn.db.query(`update account set language = 'en'`);
});

test('of very many the first fifty are listed, those with something to do first', async () => {
  await group('DE-000001');
  await sendTests(1);
  // As if it had been sent seventy times, at last a refused one.
  await cairn.db.query(`
    with one as (select m.* from message m join test_submission using (message_id, month) where reported_at is null),
    made as (insert into message select month, gen_random_uuid(), received_at + n * interval '1 second', address, operation,
        sender_id, credential_id, responsible_id, message_type, 'COPY-' || n, body_hash, raw,
        case n when 70 then 'refused' else outcome end, ack_code, answer, findings, person_id
      from one, generate_series(1, 70) n returning *)
    insert into test_submission (message_id, month, organization_id, sender_id, received_at, stage, cases)
    select message_id, month, sender_id, sender_id, received_at, 'testing', '{}' from made`);
  await look(later(HOUR));
  const [report] = await reportsTo(DEMO_PEOPLE.clinic);
  expect(report?.subject).toContain('71 test messages');
  expect(report?.text).toContain('21 more messages');
  expect(report?.text.match(/MSH-10 /g)).toHaveLength(50);
  expect(report?.text.indexOf('COPY-70')).toBeLessThan(report?.text.indexOf('COPY-1:') ?? 0);
});

test('who sends for another site reads the report too', async () => {
  const id = controlId();
  const message = vxu({ controlId: id, msh: { 4: 'SF-000001', 22: 'DE-000002' } });
  await submit(cairn.url, message, { path: '/test/IISService', login: DEMO_HIE });
  await look();
  for (const to of [DEMO_PEOPLE.hie, DEMO_PEOPLE.pediatrics]) {
    const reports = await reportsTo(to);
    expect(reports.map(({ text }) => text.includes(id))).toEqual([true]);
  }
  expect(await reportsTo(DEMO_PEOPLE.clinic)).toEqual([]);
});

test('several nodes that look at once report each message once', async () => {
  const ids = await sendTests(5);
  await Promise.all(Array.from({ length: 4 }, () => look()));
  await look();
  const reports = await reportsTo(DEMO_PEOPLE.clinic);
  for (const id of ids) expect(reports.filter(({ text }) => text.includes(id))).toHaveLength(1);
});

test('a credential that ends is told of 60, 30 and 7 days before, once each', async () => {
  const end = later(100 * DAY);
  await cairn.db.query(`update credential set expires_at = $1 where username = 'demo-clinic'`, [end]);
  const before = async (days: number): Promise<readonly string[]> => {
    await alertOfExpiry(parts(new Date(end.getTime() - days * DAY)));
    return (await mailsTo(cairn, DEMO_PEOPLE.clinic, 'credential-expiring')).map(
      ({ subject }) => /in (\d+) days?$/.exec(subject)?.[1] ?? subject,
    );
  };
  expect(await before(61)).toEqual([]);
  expect(await before(60)).toEqual(['60']);
  expect(await before(45)).toEqual(['60']);
  // A node that was down meanwhile says the days there are.
  expect(await before(29)).toEqual(['29', '60']);
  expect(await before(7)).toEqual(['7', '29', '60']);
  expect(await before(1)).toEqual(['7', '29', '60']);
  expect(await before(-1)).toEqual(['7', '29', '60']);
});

test('a revoked credential ends silently, and of several thresholds the nearest is told', async () => {
  const end = later(3 * DAY);
  await cairn.db.query(
    `update credential set expires_at = $1, revoked_at = $2 where username = 'demo-clinic'`,
    [end, NOW],
  );
  await alertOfExpiry(parts(NOW));
  expect(await mailsTo(cairn, DEMO_PEOPLE.clinic, 'credential-expiring')).toEqual([]);
  await cairn.db.query(`update credential set revoked_at = null where username = 'demo-clinic'`);
  await alertOfExpiry(parts(NOW));
  const mails = await mailsTo(cairn, DEMO_PEOPLE.clinic, 'credential-expiring');
  expect(mails.map(({ subject }) => subject)).toEqual([
    'Demo Family Clinic: the password of the data exchange ends in 3 days',
  ]);
  await cairn.db.query('update credential set expires_at = null');
});
