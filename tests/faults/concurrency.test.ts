import type { Agent } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { Patients, randomFrom, type Sent } from './patients.ts';
import { keepAlive, type Outcome, said, send } from './sender.ts';
import { countRecorded, problemsIn } from './verify.ts';

let cairn: TestCairn;
let agent: Agent;
beforeAll(async () => {
  cairn = await startTestCairn();
  agent = keepAlive();
});
afterAll(async () => {
  agent.destroy();
  await cairn.close();
});

/** One clinic for the file: at its end the whole database must be what it was told. */
const clinic = new Patients(randomFrom(4), 'C');

/** All of them at the same moment. */
function sendAtOnce(messages: readonly Sent[]): Promise<readonly Outcome[]> {
  return Promise.all(messages.map(({ text }) => send(cairn.url, text, agent)));
}

function acknowledge(messages: readonly Sent[], outcomes: readonly Outcome[]): void {
  for (const [index, message] of messages.entries()) {
    const outcome = outcomes[index];
    if (outcome?.kind === 'answer') clinic.acknowledge(message, outcome);
  }
}

const all = (count: number, code: string): readonly string[] => Array.from({ length: count }, () => code);

test('the same message 32 times at once has one effect and one answer', async () => {
  const message = clinic.next();
  const outcomes = await sendAtOnce(Array.from({ length: 32 }, () => message));
  expect(outcomes.map(said)).toEqual(all(32, 'AA'));
  expect(new Set(outcomes.map((outcome) => outcome.kind === 'answer' && outcome.body)).size).toBe(1);
  acknowledge([message], outcomes);
  expect(await problemsIn(cairn.db, clinic)).toEqual([]);
});

test('an update sent 32 times at once has one effect and one answer', async () => {
  const message = clinic.updates(1)[0];
  const outcomes = await sendAtOnce(message ? Array.from({ length: 32 }, () => message) : []);
  expect(outcomes.map(said)).toEqual(all(32, 'AA'));
  expect(new Set(outcomes.map((outcome) => outcome.kind === 'answer' && outcome.body)).size).toBe(1);
  if (message) acknowledge([message], outcomes);
  expect(await problemsIn(cairn.db, clinic)).toEqual([]);
});

test('32 messages at once for one new person, a dose each, make one person with 32 doses', async () => {
  const messages = clinic.newPatientInParts(32);
  const outcomes = await sendAtOnce(messages);
  acknowledge(messages, outcomes);
  expect(outcomes.map(said)).toEqual(all(32, 'AA'));
  expect(await problemsIn(cairn.db, clinic)).toEqual([]);
});

test('16 updates of one dose at once leave one of them standing, and all in the ledger', async () => {
  const updates = clinic.updates(16);
  const outcomes = await sendAtOnce(updates);
  expect(outcomes.map(said)).toEqual(all(16, 'AA'));
  expect(await countRecorded(cairn.db, updates)).toBe(16);

  // Which one came last is the registry's to say; that exactly one stands is not.
  const { rows } = await cairn.db.query<{ readonly lot: string }>(
    `select split_part(substring(segments from 'RXA[^\\r]*'), '|', 16) as lot from dose_report
     join message using (message_id) where control_id = any($1) order by person_version desc limit 1`,
    [updates.map(({ controlId }) => controlId)],
  );
  const last = updates.findIndex(({ changes }) => changes[0]?.lot === rows[0]?.lot);
  expect(last).toBeGreaterThanOrEqual(0);
  const inOrder = [...updates.keys()].sort((a, b) => Number(a === last) - Number(b === last));
  for (const index of inOrder) acknowledge(updates.slice(index, index + 1), outcomes.slice(index, index + 1));
  expect(await problemsIn(cairn.db, clinic)).toEqual([]);
});
