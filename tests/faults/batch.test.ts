/** A batch whose connection breaks in the middle is sent again as it was: nothing is lost and nothing comes twice. */
import { request } from 'node:http';
import { Client } from 'pg';
import { parseMessage, splitBatch } from '@cairn/hl7';
import { afterEach, expect, test } from 'vitest';
import { ackOf, registryCounts, reportsOf } from '../support/answers.ts';
import { startTestCairn, TODAY } from '../support/cairn.ts';
import {
  cleanUp,
  connect,
  type CairnProcess,
  startProcess,
  temporaryFolder,
  until,
} from '../support/process.ts';
import { contentType, DEMO_CLINIC, envelope, operation, submit } from '../support/soap.ts';
import { five, type Five, HELD_AT, hold, rowsOf } from './batch-messages.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const sendBatch = async (url: string, text: string): Promise<readonly string[]> => {
  const answer = await submit(url, text, { name: 'submitBatchMessage' });
  const { messages, problems } = splitBatch(answer);
  expect(problems).toEqual([]);
  return messages.map((message) => message.text);
};

const said = (answers: readonly string[]): readonly string[] =>
  answers.map((answer) => {
    const { code, controlId } = ackOf(answer);
    return `${code} ${controlId}`;
  });

const expected = ({ ids }: Five): readonly string[] =>
  ids.map((id, index) => `${index === 2 ? 'AE' : 'AA'} ${id}`);

/** The answer without what is its own: time and id. */
const comparable = (answer: string): string =>
  answer.replace(/\|\d{14}[+-]\d{4}\|/, '|TIME|').replace(/\|[0-9a-f-]{36}\|/, '|ID|');

/** Sends a batch and returns how to break the connection. */
function sendAndBreak(url: string, text: string): () => void {
  const body = Buffer.from(envelope('1.2', operation('submitBatchMessage', DEMO_CLINIC, text)));
  const posted = request(`${url}/IISService`, {
    method: 'POST',
    headers: { ...contentType('1.2'), 'content-length': body.length },
  });
  posted.on('error', () => undefined);
  posted.end(body);
  return () => posted.destroy();
}

/** Waits until the messages before the one that is held up are in the ledger, and only those. */
async function waitForTheFirst(db: Client, batch: Five): Promise<void> {
  const counts = async (): Promise<string> => (await rowsOf(db, batch)).map(({ length }) => length).join('');
  await until(async () => (await counts()) === '1'.repeat(HELD_AT).padEnd(5, '0'), 10_000);
}

/** Every message of the batch was recorded once, the bad one not at all. */
async function expectRecordedOnce(db: Client, { ids }: Five): Promise<void> {
  const reports: number[] = [];
  for (const id of ids) reports.push((await reportsOf(db, id)).length);
  expect(reports).toEqual([1, 1, 0, 1, 1]);
}

async function ownConnection(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  closing.push(() => client.end());
  return client;
}

test('five messages with a bad one in the middle: answers in order, and the same ones for the batch again', async () => {
  const cairn = await startTestCairn();
  closing.push(cairn.close);
  const batch = five();
  const answers = await sendBatch(cairn.url, batch.text);
  expect(said(answers)).toEqual(expected(batch));
  for (const answer of answers) expect(parseMessage(answer).ok).toBe(true);
  await expectRecordedOnce(cairn.db, batch);

  const before = await registryCounts(cairn.db);
  const again = await sendBatch(cairn.url, batch.text);
  expect(again.map(comparable)).toEqual(answers.map(comparable));
  // What was recorded answers to the byte; what was refused was looked at anew.
  expect(again.filter((_, index) => index !== 2)).toEqual(answers.filter((_, index) => index !== 2));
  expect(await registryCounts(cairn.db)).toEqual(before);
  await expectRecordedOnce(cairn.db, batch);
});

test('a connection that breaks after the third message: the batch again brings all answers, and nothing twice', async () => {
  const cairn = await startTestCairn();
  closing.push(cairn.close);
  const batch = five();
  await submit(cairn.url, batch.first);
  const other = await ownConnection(cairn.databaseUrl);
  await hold(other, batch);
  const breakOff = sendAndBreak(cairn.url, batch.text);
  await waitForTheFirst(cairn.db, batch);
  const stored = await rowsOf(cairn.db, batch);
  breakOff();
  // The sender tries again at once, while the server is still at the first attempt.
  const again = sendBatch(cairn.url, batch.text);
  await other.query('rollback');
  const answers = await again;
  expect(said(answers)).toEqual(expected(batch));
  expect(answers.slice(0, 2)).toEqual(stored.slice(0, 2).map(([row]) => row?.answer));
  await expectRecordedOnce(cairn.db, batch);
  expect(await sendBatch(cairn.url, batch.text)).toHaveLength(5);
  await expectRecordedOnce(cairn.db, batch);
});

test('a server that is killed after the third message: started again, it answers the batch as if nothing had been', async () => {
  const dataDir = await temporaryFolder();
  let server: CairnProcess = await startProcess(dataDir, { CAIRN_NOW: TODAY });
  closing.push(() => cleanUp(dataDir, server));
  const batch = five();
  await submit(server.url, batch.first);
  const other = await connect(dataDir);
  const db = await connect(dataDir);
  await hold(other, batch);
  sendAndBreak(server.url, batch.text);
  await waitForTheFirst(db, batch);
  const stored = await rowsOf(db, batch);
  server.child.kill('SIGKILL');
  await server.ended;
  await other.query('rollback');
  await Promise.all([other.end(), db.end()]);

  server = await startProcess(dataDir, { CAIRN_NOW: TODAY });
  const answers = await sendBatch(server.url, batch.text);
  expect(said(answers)).toEqual(expected(batch));
  expect(answers.slice(0, 2)).toEqual(stored.slice(0, 2).map(([row]) => row?.answer));
  const after = await connect(dataDir);
  closing.push(() => after.end());
  await expectRecordedOnce(after, batch);
});
