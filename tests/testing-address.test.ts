/** The testing address answers as production would; it records nothing and finds nobody. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ackOf, ledger, registryCounts } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { controlId, dose, patient, qbp, vxu } from './support/messages.ts';
import { DEMO_CLINIC, segments, submit, submitRaw } from './support/soap.ts';
import { faultWords } from './support/xml.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const TEST = '/test/IISService';

/** The answer without what is its own: time and id. */
const comparable = (answer: string): string =>
  answer.replace(/\|\d{14}[+-]\d{4}\|/, '|TIME|').replace(/\|[0-9a-f-]{36}\|/, '|ID|');

test('a message gets the answer that production gives, with its findings', async () => {
  const bad = dose({ day: '29990101' });
  const unknownPlace = dose({ rxa: { 11: '^^^Room 4' } });
  for (const message of [
    vxu(),
    vxu({ orders: [dose(), bad, unknownPlace] }),
    vxu({ pid: { 3: '' } }),
    vxu({ msh: { 11: 'T' } }),
    vxu({ msh: { 22: 'DE-999999' } }),
    'no HL7',
  ]) {
    const before = await registryCounts(cairn.db);
    const tested = await submit(cairn.url, message, { path: TEST });
    expect(await registryCounts(cairn.db)).toEqual(before);
    expect(comparable(tested)).toBe(comparable(await submit(cairn.url, message)));
  }
});

test('a message leaves a ledger row that says it was a test, and no person', async () => {
  const id = controlId();
  const message = vxu({ controlId: id });
  const answer = await submit(cairn.url, message, { path: TEST });
  expect(ackOf(answer)).toEqual({ code: 'AA', controlId: id, errors: [] });
  expect(await ledger(cairn.db, id)).toMatchObject([
    { address: 'test', outcome: 'accepted', ackCode: 'AA', raw: message, answer, personId: null },
  ]);
  // Having been tested does not make it a resend in production.
  await submit(cairn.url, message);
  expect((await ledger(cairn.db, id)).map(({ address }) => address)).toEqual(['test', 'production']);
});

test('a query finds nobody, not even who is known in production, and is not a disclosure', async () => {
  const who = patient();
  await submit(cairn.url, vxu({ patient: who }));
  const answer = await submit(cairn.url, qbp({ patient: who }), { path: TEST });
  expect([segments(answer, 'QAK')[0]?.[2], segments(answer, 'PID')]).toEqual(['NF', []]);
  const { rows } = await cairn.db.query('select count(*)::int as count from audit_event');
  expect(rows).toEqual([{ count: 0 }]);
});

test('a wrong password is refused there too', async () => {
  const answer = await submitRaw(cairn.url, vxu(), {
    path: TEST,
    login: { ...DEMO_CLINIC, password: 'wrong' },
  });
  expect([answer.status, faultWords(answer)]).toEqual([
    500,
    expect.stringMatching(/^SecurityFault 60 Security: The username or password is not valid\./),
  ]);
});
