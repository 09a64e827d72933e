import type { Agent } from 'node:http';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type Cairn, createLog, readConfig, startCairn } from '@cairn/server';
import { startEmbeddedPostgres } from '../../server/src/platform/database/embedded.ts';
import { createDatabase } from '../support/cairn.ts';
import { temporaryFolder, until } from '../support/process.ts';
import { Patients, randomFrom, type Sent } from './patients.ts';
import { isReady, keepAlive, type Outcome, said, send } from './sender.ts';
import { countRecorded, problemsIn } from './verify.ts';

/** How long a message waits for a free connection before its sender is told to come back. */
const POOL_WAIT_MS = 5_000;
/** How long a statement may take. */
const STATEMENT_MS = 15_000;
const SLACK_MS = 3_000;
/** As many messages as Cairn writes at the same time. */
const CONNECTIONS = 8;
/** More than Cairn opens. */
const ROLE_LIMIT = 16;

let agent: Agent;
let clinic: Patients;
let cleanups: (() => unknown)[];
beforeEach(() => {
  agent = keepAlive();
  clinic = new Patients(randomFrom(Date.now()), `P${Date.now() % 1_000_000}`);
  cleanups = [() => agent.destroy()];
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});

async function startOn(databaseUrl: string): Promise<Cairn> {
  const config = readConfig(
    { CAIRN_DATABASE_URL: databaseUrl, CAIRN_LOG_LEVEL: 'silent' },
    { demo: true, port: 0 },
  );
  const cairn = await startCairn(config, createLog(config.logLevel));
  cleanups.push(() => cairn.close());
  return cairn;
}

async function connectTo(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  cleanups.push(() => client.end());
  return client;
}

async function privateDatabase(): Promise<string> {
  const { databaseUrl, drop } = await createDatabase();
  cleanups.push(drop);
  return databaseUrl;
}

type Timed = { readonly outcome: Outcome; readonly ms: number };

async function timed(url: string, message: Sent): Promise<Timed> {
  const began = Date.now();
  const outcome = await send(url, message.text, agent);
  return { outcome, ms: Date.now() - began };
}

/** Sends the message and notes its acknowledgement. */
async function submit(url: string, message: Sent): Promise<string> {
  const answer = await timed(url, message);
  if (answer.outcome.kind === 'answer') clinic.acknowledge(message, answer.outcome);
  return said(answer.outcome);
}

async function isLive(url: string): Promise<boolean> {
  const began = Date.now();
  const { ok } = await fetch(`${url}/health/live`);
  return ok && Date.now() - began < 1_000;
}

const all = (count: number, what: string): readonly string[] => Array.from({ length: count }, () => what);

test('a database that lets nobody else in: senders are told at once to resend', async () => {
  const role = `limited_${Date.now()}`;
  cleanups.push(() => dropRole(role));
  const databaseUrl = await privateDatabase();
  const { pathname } = new URL(databaseUrl);
  const admin = await connectTo(databaseUrl);
  // The limit does not hold for superusers.
  await admin.query(`create role ${role} login connection limit ${ROLE_LIMIT}`);
  await admin.query(`alter database ${pathname.slice(1)} owner to ${role}`);
  const url = new URL(databaseUrl);
  url.username = role;
  const cairn = await startOn(url.href);
  expect(await submit(cairn.url, clinic.next())).toBe('AA');

  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role]);
  const holders = await Promise.all(
    Array.from({ length: ROLE_LIMIT }, () => patiently(() => connectTo(url.href))),
  );
  const messages = Array.from({ length: 24 }, () => clinic.next());
  const answers = await Promise.all(messages.map((message) => timed(cairn.url, message)));
  expect(answers.map(({ outcome }) => said(outcome))).toEqual(all(24, 'resend'));
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(POOL_WAIT_MS + SLACK_MS);
  expect(await isLive(cairn.url)).toBe(true);
  expect(await countRecorded(admin, messages)).toBe(0);

  await Promise.all(holders.map((holder) => holder.end()));
  await until(() => isReady(cairn.url), POOL_WAIT_MS);
  expect(await Promise.all(messages.map((message) => submit(cairn.url, message)))).toEqual(all(24, 'AA'));
  expect(await problemsIn(admin, clinic)).toEqual([]);
});

/** The server needs a moment to notice that a session has ended. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 50) throw error;
      await sleep(50);
    }
  }
}

async function dropRole(role: string): Promise<void> {
  const { host, port, user } = inject('postgres');
  const client = new Client({ host, port, user, database: 'cairn' });
  await client.connect();
  await client.query(`drop role if exists ${role}`);
  await client.end();
}

test('connections that all hang: each sender has an answer within the limits, and nothing is half applied', async () => {
  const databaseUrl = await privateDatabase();
  const cairn = await startOn(databaseUrl);
  const db = await connectTo(databaseUrl);
  const blocker = await connectTo(databaseUrl);
  expect(await submit(cairn.url, clinic.next())).toBe('AA');

  // Persons and doses can be written, the ledger cannot: what hangs is in the middle of its transaction.
  await blocker.query('begin');
  await blocker.query('lock table message in share row exclusive mode');
  const first = Array.from({ length: CONNECTIONS }, () => clinic.next());
  const hanging = Promise.all(first.map((message) => timed(cairn.url, message)));
  await until(async () => (await waitingIn(db)) === CONNECTIONS, 5_000);

  const second = Array.from({ length: CONNECTIONS }, () => clinic.next());
  const crowdedOut = await Promise.all(second.map((message) => timed(cairn.url, message)));
  expect(crowdedOut.map(({ outcome }) => said(outcome))).toEqual(all(CONNECTIONS, 'resend'));
  expect(Math.max(...crowdedOut.map(({ ms }) => ms))).toBeLessThan(POOL_WAIT_MS + SLACK_MS);
  expect(await isLive(cairn.url)).toBe(true);

  const timedOut = await hanging;
  expect(timedOut.map(({ outcome }) => said(outcome))).toEqual(all(CONNECTIONS, 'resend'));
  expect(Math.max(...timedOut.map(({ ms }) => ms))).toBeLessThan(STATEMENT_MS + SLACK_MS);
  expect(await countRecorded(db, first)).toBe(0);
  await blocker.query('rollback');

  const again = [...first, ...second];
  expect(await Promise.all(again.map((message) => submit(cairn.url, message)))).toEqual(
    all(again.length, 'AA'),
  );
  expect(await problemsIn(db, clinic)).toEqual([]);
});

test('connections that hang for a while: who can wait is answered, more senders than connections too', async () => {
  const databaseUrl = await privateDatabase();
  const cairn = await startOn(databaseUrl);
  const db = await connectTo(databaseUrl);
  const blocker = await connectTo(databaseUrl);
  expect(await submit(cairn.url, clinic.next())).toBe('AA');

  await blocker.query('begin');
  await blocker.query('lock table message in share row exclusive mode');
  const messages = Array.from({ length: 4 * CONNECTIONS }, () => clinic.next());
  const answers = Promise.all(messages.map((message) => submit(cairn.url, message)));
  await until(async () => (await waitingIn(db)) === CONNECTIONS, 5_000);
  await blocker.query('rollback');
  expect(await answers).toEqual(all(messages.length, 'AA'));
  expect(await problemsIn(db, clinic)).toEqual([]);
});

/** How many sessions wait for a lock. */
async function waitingIn(db: Client): Promise<number> {
  const found = await db.query(
    `select distinct pid from pg_locks where not granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return found.rowCount ?? 0;
}

test('sessions that an administrator ends between messages do not reach the sender', async () => {
  const databaseUrl = await privateDatabase();
  const cairn = await startOn(databaseUrl);
  const db = await connectTo(databaseUrl);
  for (let round = 1; round <= 5; round++) {
    const messages = Array.from({ length: CONNECTIONS }, () => clinic.next());
    expect(await Promise.all(messages.map((message) => submit(cairn.url, message)))).toEqual(
      all(CONNECTIONS, 'AA'),
    );
    await db.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'cairn'`);
    await sleep(100);
  }
  expect(await submit(cairn.url, clinic.next())).toBe('AA');
  expect(await problemsIn(db, clinic)).toEqual([]);
});

test('sessions that an administrator ends under load cost a resend, no more', async () => {
  const databaseUrl = await privateDatabase();
  const cairn = await startOn(databaseUrl);
  const db = await connectTo(databaseUrl);
  const load = { isOver: false };
  const senders = Array.from({ length: 8 }, async () => {
    const wrong: string[] = [];
    while (!load.isOver) {
      const message = clinic.next();
      let answer = await submit(cairn.url, message);
      for (let resent = 0; answer === 'resend' && resent < 10; resent++)
        answer = await submit(cairn.url, message);
      if (answer !== 'AA') wrong.push(answer);
    }
    return wrong;
  });
  for (let round = 1; round <= 10; round++) {
    await sleep(100);
    await db.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'cairn'`);
  }
  load.isOver = true;
  expect((await Promise.all(senders)).flat()).toEqual([]);
  expect(await problemsIn(db, clinic)).toEqual([]);
});

test('PostgreSQL is stopped and started again: faults meanwhile, answers afterwards', async () => {
  const folder = await temporaryFolder();
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const start = () => startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: () => undefined });
  let postgres = await start();
  cleanups.push(() => postgres.stop());
  const { host, port, user, database } = postgres.connection;
  const databaseUrl = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const cairn = await startOn(databaseUrl);
  expect(await submit(cairn.url, clinic.next())).toBe('AA');

  for (let round = 1; round <= 3; round++) {
    await postgres.stop();
    const meanwhile = clinic.next();
    const answer = await timed(cairn.url, meanwhile);
    expect(said(answer.outcome)).toBe('resend');
    expect(answer.ms).toBeLessThan(POOL_WAIT_MS);
    expect(await isLive(cairn.url)).toBe(true);
    postgres = await start();
    // Nobody tells the sender when to come back: the first message after the restart must do.
    expect(await submit(cairn.url, meanwhile)).toBe('AA');
    expect(await submit(cairn.url, clinic.next())).toBe('AA');

    await postgres.stop();
    postgres = await start();
    expect(await submit(cairn.url, clinic.next())).toBe('AA');
  }
  const db = await connectTo(databaseUrl);
  expect(await problemsIn(db, clinic)).toEqual([]);
});
