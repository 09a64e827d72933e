/**
 * Every server that a test starts has its log, its metrics, its mails and the details of its audit searched for the patients of
 * that test when it closes (tests/support/cairn). Here it is shown that this search finds what it must, and that errors of all kinds do not feed it.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { patient, qbp, vxu } from './support/messages.ts';
import { leaksIn, leaksOf, tellingValues } from './support/scrub.ts';
import { post, submit, submitRaw } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => (cairn = await startTestCairn()));
afterAll(() => cairn.close());

test('a value is found in a log line, a metric, a mail, whatever its case and form', () => {
  const values = tellingValues([
    'PID|1||A-4711^^^DE-000001^MR||Quillfeather^Marisol||20190504|F|||12 Elm Rd^^Eureka^CA',
  ]);
  expect([...values]).toEqual(['A-4711', 'Quillfeather', 'Marisol', '20190504', '12 Elm Rd']);
  const found = (line: string): readonly string[] => leaksIn([line], values).map(({ value }) => value);
  expect(found('{"msg":"no person QUILLFEATHER"}')).toEqual(['Quillfeather']);
  expect(found('cairn_requests{route="/patients?born=2019-05-04"} 1')).toEqual(['20190504']);
  expect(found('{"time":1742490000000,"msg":"nothing of anybody"}')).toEqual([]);
});

test('what a server was told of patients is looked for in what it wrote', async () => {
  const known = patient();
  await submit(cairn.url, vxu({ patient: known }));
  const leaks = await leaksOf(cairn.db, { log: [`a line about ${known.last}`] });
  expect(leaks).toEqual([expect.stringContaining(`log: ${known.last} in a line`)]);
  await cairn.db.query('begin');
  await cairn.db.query(
    `insert into audit_event (month, event_id, at, action, detail)
     values ('2025-03-01', gen_random_uuid(), '2025-03-20T10:00:00Z', 'x', jsonb_build_object('reason', $1::text))`,
    [`the child of ${known.last}`],
  );
  const inAudit = await leaksOf(cairn.db, {});
  await cairn.db.query('rollback');
  expect(inAudit).toEqual([expect.stringContaining(`audit detail: ${known.last} in x`)]);
});

test('a message on which the database fails is logged without what it held, and counted without it', async () => {
  const known = patient();
  await submit(cairn.url, vxu({ patient: known }));
  await cairn.db.query('alter table dose_report rename to dose_report_away');
  const answers = [
    await submitRaw(cairn.url, vxu({ patient: known })),
    await submitRaw(cairn.url, qbp({ patient: known })),
    await post(`${cairn.url}/IISService?name=${known.last}`, `<not ${known.last}`, {
      'content-type': 'text/xml',
    }),
  ];
  await cairn.db.query('alter table dose_report_away rename to dose_report');
  expect(answers.map(({ status }) => status)).toEqual([500, 500, expect.any(Number)]);
  for (const { body } of answers) expect(leaksIn([body], new Set([known.last]))).toEqual([]);

  expect(cairn.logged().filter((line) => line.includes('"level":50')).length).toBeGreaterThan(0);
  expect(await leaksOf(cairn.db, { log: cairn.logged() })).toEqual([]);
  const metrics = await fetch(`${cairn.url}/metrics`).then((answer) => answer.text());
  expect(metrics).toContain('cairn_messages_total{address="production",outcome="accepted"} 2');
  expect(metrics).toMatch(
    /cairn_http_request_seconds_count\{method="POST",route="\/IISService",status="500"\} [23]\n/,
  );
  expect(metrics).not.toContain(known.last);
});

test('metrics are for this machine, or for whoever has the token', async () => {
  const through = await fetch(`${cairn.url}/metrics`, { headers: { 'x-forwarded-for': '198.51.100.7' } });
  expect(through.status).toBe(403);
  const guarded = await startTestCairn({ env: { CAIRN_METRICS_TOKEN: 'metrics-token-of-the-tests' } });
  try {
    const ask = (authorization: string) =>
      fetch(`${guarded.url}/metrics`, { headers: { authorization } }).then(({ status }) => status);
    expect(await ask('Bearer metrics-token-of-the-test')).toBe(403);
    expect(await ask('Bearer metrics-token-of-the-tests')).toBe(200);
  } finally {
    await guarded.close();
  }
});
