import { type AddressInfo, connect as connectTcp, createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CairnProcess,
  cleanUp,
  connect,
  postgresPid,
  runCairn,
  startProcess,
  temporaryFolder,
  until,
} from '../support/process.ts';
import { Patients, randomFrom, type Sent } from './patients.ts';
import { isReady, keepAlive, type Outcome, said, send } from './sender.ts';
import { problemsIn } from './verify.ts';

const SENDERS = 8;
const STOP_WITHIN_MS = 10_000;

let dataDir: string;
let cairn: CairnProcess | undefined;
let cleanups: (() => unknown)[];
beforeEach(async () => {
  dataDir = await temporaryFolder();
  cleanups = [];
});
afterEach(async () => {
  for (const cleanup of cleanups) cleanup();
  await cleanUp(dataDir, cairn);
  cairn = undefined;
});

/** Sends the signal and waits for the end; PostgreSQL must be gone with it. */
async function stop(server: CairnProcess): Promise<{ readonly how: unknown; readonly postgres: unknown }> {
  const began = Date.now();
  server.child.kill('SIGTERM');
  const how = await server.ended;
  const late = Date.now() - began > STOP_WITHIN_MS ? `, but only after ${Date.now() - began} ms` : '';
  return { how: `${how}${late}`, postgres: await postgresPid(dataDir) };
}

const WELL = { how: '0', postgres: undefined };

describe('SIGTERM', () => {
  test('under load answers what is in flight, loses nothing, and the next start goes on', async () => {
    const seed = Date.now() % 1_000_000;
    const clinic = new Patients(randomFrom(seed), `S${seed}`);
    const after = { answered: 0, refused: 0, reset: 0 };
    let server = (cairn = await startProcess(dataDir));
    for (let round = 1; round <= 2; round++) {
      const sent: SentOnce[] = [];
      const senders = Array.from({ length: SENDERS }, () => sendUntilRefused(server.url, clinic, sent));
      await sleep(150 * round);
      const signalled = Date.now();
      expect(await stop(server)).toEqual(WELL);
      await Promise.all(senders);

      const inFlight = sent.filter(({ outcome }) => wasSentBefore(outcome, signalled));
      expect(inFlight.map(({ outcome }) => said(outcome))).toEqual(inFlight.map(() => 'AA'));
      for (const { outcome } of sent) {
        if (wasSentBefore(outcome, signalled)) continue;
        if (outcome.kind === 'answer') after.answered += 1;
        else if (outcome.kind === 'fault' || outcome.reason === 'ECONNREFUSED') after.refused += 1;
        else after.reset += 1;
      }

      // What was not answered may be sent again, and is there once.
      server = cairn = await startProcess(dataDir);
      const agent = keepAlive();
      for (const { message, outcome } of sent) {
        if (outcome.kind === 'answer') continue;
        const again = await send(server.url, message.text, agent);
        expect(said(again)).toBe('AA');
        if (again.kind === 'answer') clinic.acknowledge(message, again);
      }
      agent.destroy();
      const db = await connect(dataDir);
      expect(await problemsIn(db, clinic)).toEqual([]);
      await db.end();
    }
    console.log(
      `stop.test.ts: seed ${seed}, ${clinic.acknowledged.length} messages; sent after the signal: ${after.answered} answered, ` +
        `${after.refused} refused, ${after.reset} reset`,
    );
  });

  test('waits for messages that the database takes its time over', async () => {
    const server = (cairn = await startProcess(dataDir));
    const clinic = new Patients(randomFrom(1), 'SLOW');
    const agent = keepAlive();
    cleanups.push(() => agent.destroy());
    const db = await connect(dataDir);
    await db.query('begin; lock table message in share row exclusive mode');
    const messages = Array.from({ length: SENDERS }, () => clinic.next());
    const answers = messages.map((message) => send(server.url, message.text, agent));
    await until(async () => (await waiting(db)) === SENDERS, 5_000);
    const stopped = stop(server);
    await sleep(1_000);
    await db.query('commit');
    await db.end();
    expect((await Promise.all(answers)).map(said)).toEqual(messages.map(() => 'AA'));
    expect(await stopped).toEqual(WELL);
  });

  test.each([
    ['a connection over which nothing was ever sent', ''],
    [
      'a request whose body never comes whole',
      'POST /IISService HTTP/1.1\r\nhost: x\r\ncontent-length: 999\r\n\r\n<s',
    ],
    ['a request whose head never comes whole', 'POST /IISService HTTP/1.1\r\nhos'],
  ])('is not held up by %s', async (_what, bytes) => {
    const server = (cairn = await startProcess(dataDir));
    const socket = connectTcp(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    cleanups.push(() => socket.destroy());
    await once(socket, 'connect');
    socket.write(bytes);
    await until(() => isReady(server.url), 5_000);
    expect(await stop(server)).toEqual(WELL);
  });
});

type SentOnce = { readonly message: Sent; readonly outcome: Outcome };

/** One sender on one connection: message after message until one gets no acknowledgement. */
async function sendUntilRefused(url: string, clinic: Patients, sent: SentOnce[]): Promise<void> {
  const agent = keepAlive();
  for (;;) {
    const message = clinic.next();
    const outcome = await send(url, message.text, agent);
    sent.push({ message, outcome });
    if (outcome.kind !== 'answer') break;
    clinic.acknowledge(message, outcome);
  }
  agent.destroy();
}

function wasSentBefore({ sentAt }: Outcome, moment: number): boolean {
  return sentAt !== undefined && sentAt < moment;
}

/** How many sessions wait for a lock. */
async function waiting(db: Awaited<ReturnType<typeof connect>>): Promise<number> {
  const found = await db.query('select distinct pid from pg_locks where not granted');
  return found.rowCount ?? 0;
}

/** A port that something else listens on. */
async function takePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** What a start that cannot be says: words for the operator, on one stream, without the insides. */
async function refusal(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, err } = await runCairn(['start', '--data-dir', dataDir, ...args], env);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^(\{.*\n)*cairn: .+\n/) });
  expect(err).not.toMatch(/^\s+at .*:\d+/m);
  return err;
}

describe('a start that cannot be ends with 2 and says why', () => {
  test('the port is taken', async () => {
    const port = await takePort();
    expect(await refusal(['--demo', '--port', String(port)])).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(await postgresPid(dataDir)).toBeUndefined();
  });

  test('another Cairn has the data directory, which goes on undisturbed', async () => {
    const server = (cairn = await startProcess(dataDir));
    expect(await refusal(['--demo', '--port', '0'])).toContain(
      `in use by another running Cairn (pid ${server.child.pid})`,
    );
    expect(await isReady(server.url)).toBe(true);
  });

  test('the database does not listen', async () => {
    const words = await refusal([], { CAIRN_DATABASE_URL: 'postgresql://cairn:secret@127.0.0.1:1/cairn' });
    expect(words).toContain('The database cannot be reached');
    expect(words).not.toContain('secret');
  });

  test('the database has a name that leads nowhere', async () => {
    const words = await refusal([], {
      CAIRN_DATABASE_URL: 'postgresql://cairn:secret@nowhere.invalid/cairn',
    });
    expect(words).toContain('The database cannot be reached');
  });

  test('the database takes the connection and never answers', async () => {
    const port = await takePort();
    const words = await refusal([], {
      CAIRN_DATABASE_URL: `postgresql://cairn:secret@127.0.0.1:${port}/cairn`,
    });
    expect(words).toContain('The database cannot be reached');
  });

  test.each([
    ['demo mode in production', { NODE_ENV: 'production' }, 'Demo mode has public passwords'],
    ['demo mode for all the world', { CAIRN_HOST: '0.0.0.0' }, 'CAIRN_HOST: demo mode has public passwords'],
    ['a port that is none', { CAIRN_PORT: 'eighty' }, 'CAIRN_PORT: must be a port number'],
    ['a port that is too high', { CAIRN_PORT: '65536' }, 'CAIRN_PORT: '],
    ['a time that is none', { CAIRN_NOW: 'yesterday' }, 'CAIRN_NOW: must be a time'],
    [
      'a jurisdiction without a pack',
      { CAIRN_JURISDICTION: 'atlantis' },
      'CAIRN_JURISDICTION: no pack "atlantis"',
    ],
    [
      'a database address that is none',
      { CAIRN_DATABASE_URL: 'here' },
      'CAIRN_DATABASE_URL: must be a postgres:// address',
    ],
  ])('%s', async (_what, env, words) => {
    expect(await refusal(['--demo'], env)).toContain(words);
  });

  test('a fixed clock outside of demo mode', async () => {
    expect(await refusal([], { CAIRN_NOW: '2026-01-05T08:00:00-08:00' })).toContain(
      'CAIRN_NOW: a fixed clock',
    );
  });

  test('a port on the command line that is none', async () => {
    expect(await refusal(['--port', 'eighty'])).toContain('"eighty" is no port number');
  });
});
