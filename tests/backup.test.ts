/** `cairn backup` beside a server that is written to, and `cairn restore`: all of it comes back, or nothing. */
import { copyFile, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLog, DEMO_TOTP_SECRET, readConfig, sealBatch, startCairn } from '@cairn/server';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest, writeManifest } from '../server/src/platform/database/backup-file.ts';
import { load } from '../server/src/platform/database/load.ts';
import { openSession } from '../server/src/platform/database/session.ts';
import { openSecret } from '../server/src/platform/secret-key.ts';
import { ackOf, dosesShown } from './support/answers.ts';
import { createDatabase, startTestCairn, type TestCairn, TODAY } from './support/cairn.ts';
import { dose, patient, qbp, vxu } from './support/messages.ts';
import { DEMO_PEOPLE, signInAs } from './support/portal.ts';
import { cleanUp, runCairn, startProcess, temporaryFolder, until } from './support/process.ts';
import { submit } from './support/soap.ts';

let folder: string;
let cairn: TestCairn;
let restored: Awaited<ReturnType<typeof createDatabase>>;
/** Made by the first test, while messages came; used by the others. */
let backup: string;

const who = patient();
const history = async (url: string): Promise<readonly string[]> =>
  dosesShown(await submit(url, qbp({ patient: who })));

beforeAll(async () => {
  folder = await temporaryFolder();
  backup = join(folder, 'registry.backup');
  cairn = await startTestCairn({ env: { CAIRN_DATA_DIR: join(folder, 'one') } });
  restored = await createDatabase();
  await submit(cairn.url, vxu({ patient: who, orders: [dose({ number: 'KEPT-1' })] }));
});
afterAll(async () => {
  await cairn.close();
  await restored.drop();
  await rm(folder, { recursive: true, force: true });
});

const run = (databaseUrl: string, dataDir: string, ...args: readonly string[]) =>
  runCairn([...args, '--data-dir', join(folder, dataDir)], {
    CAIRN_DATABASE_URL: databaseUrl,
    CAIRN_LOG_LEVEL: 'silent',
  });

async function ask<Row>(databaseUrl: string, text: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows as Row[];
}

const tablesOf = (databaseUrl: string) =>
  ask<{ name: string }>(
    databaseUrl,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );

/** Refused by the command in one line. */
async function refused(databaseUrl: string, ...args: readonly string[]): Promise<string> {
  const { code, err } = await run(databaseUrl, 'two', ...args);
  expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
  return err;
}

test('a backup is made while messages come, and is of one moment', async () => {
  const enough = new AbortController();
  await submit(cairn.url, vxu({ orders: [dose()] }));
  let sent = 1;
  const sending = (async () => {
    for (; !enough.signal.aborted; sent++) await submit(cairn.url, vxu({ orders: [dose()] }));
  })();
  const before = sent;
  const { code, out, err } = await run(
    cairn.databaseUrl,
    'one',
    'backup',
    '--to',
    backup,
    '--with-key',
    '--json',
  );
  enough.abort();
  await sending;
  // Progress is told where it takes long.
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(JSON.parse(out)).toMatchObject({ file: backup, withKey: true });
  expect((await stat(backup)).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);

  const rowsOf = new Map((await readManifest(backup)).tables.map(({ name, rows }) => [name, rows]));
  // Each message of that time wrote one row of each of these in one transaction.
  expect(rowsOf.get('message')).toBe(rowsOf.get('dose_report'));
  expect(rowsOf.get('message_key')).toBe(rowsOf.get('message'));
  expect(rowsOf.get('message')).toBeGreaterThan(before);
  expect(rowsOf.get('message')).toBeLessThanOrEqual(sent + 1);
});

test('a file that is there is not written over', async () => {
  expect(await refused(cairn.databaseUrl, 'backup', '--to', backup)).toContain('is there already');
});

test('nothing is restored from a damaged or unfinished file, or into what is not empty', async () => {
  const bad = join(folder, 'bad.backup');
  const { tables } = await readManifest(backup);
  const persons = tables.find(({ name }) => name === 'person');
  await copyFile(backup, bad);
  const file = await open(bad, 'r+');
  const at = (persons?.offset ?? 0) + Math.floor((persons?.bytes ?? 0) / 2);
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, at);
  await file.write(Buffer.from([(byte[0] ?? 0) ^ 0xff]), 0, 1, at);
  await file.close();
  expect(await refused(restored.databaseUrl, 'restore', bad)).toMatch(
    /damaged: table person is not as it was/,
  );

  await writeFile(bad, (await readFile(backup)).subarray(0, 4_000));
  await expect(readManifest(bad)).rejects.toThrow('is damaged: its table of contents');
  await writeFile(bad, 'MSH|^~\\&|');
  await expect(readManifest(bad)).rejects.toThrow('is no backup of Cairn');
  expect(await tablesOf(restored.databaseUrl)).toEqual([]);

  expect(await refused(cairn.databaseUrl, 'restore', backup)).toContain(
    'The database is not empty: it holds a registry',
  );
});

/** As the command does after its checks. */
async function loadInto(databaseUrl: string, path: string): Promise<void> {
  const session = await openSession({ databaseUrl, dataDir: folder }, 'alone', createLog('silent'));
  try {
    await load(session.client, { path, manifest: await readManifest(path), progress: () => undefined });
  } finally {
    await session.close();
  }
}

test('a restore that does not come to its end leaves an empty database', async () => {
  const bad = join(folder, 'unfit.backup');
  const manifest = await readManifest(backup);
  await copyFile(backup, bad);
  const file = await open(bad, 'r+');
  const last = manifest.tables.length - 1;
  await writeManifest(file, (await file.stat()).size, {
    ...manifest,
    tables: manifest.tables.map((table, index) =>
      index === last ? { ...table, columns: [...table.columns, 'nowhere'] } : table,
    ),
  });
  await file.close();
  await expect(loadInto(restored.databaseUrl, bad)).rejects.toMatchObject({ code: '42703' });
  expect(await tablesOf(restored.databaseUrl)).toEqual([]);
});

test('an interrupted restore leaves an empty database', async () => {
  const holder = new Client({ connectionString: restored.databaseUrl });
  await holder.connect();
  // What whoever migrates waits for.
  await holder.query('select pg_advisory_lock(3853314791062309107)');
  const running = loadInto(restored.databaseUrl, backup);
  const outcome = running.then(
    () => 'restored',
    () => 'failed',
  );
  const waiting = async (): Promise<number | undefined> =>
    (
      await holder.query(
        `select pid from pg_stat_activity
         where application_name = 'cairn backup' and wait_event = 'advisory' and datname = current_database()`,
      )
    ).rows[0]?.pid;
  await until(async () => (await waiting()) !== undefined, 20_000);
  await holder.query('select pg_terminate_backend($1)', [await waiting()]);
  expect(await outcome).toBe('failed');
  await holder.end();
  expect(await tablesOf(restored.databaseUrl)).toEqual([]);
});

test('what was backed up is what is there after a restore', async () => {
  const { code, out, err } = await run(restored.databaseUrl, 'two', 'restore', backup);
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(out).toContain(`The secret key is in ${join(folder, 'two')}/secret-key.`);
  expect(out).toContain('cairn audit verify');

  const key = Buffer.from(await readFile(join(folder, 'two', 'secret-key'), 'utf8'), 'base64');
  const sealed = await ask<{ id: string; secret: string }>(
    restored.databaseUrl,
    'select account_id as id, totp_secret as secret from account where totp_secret is not null',
  );
  expect(sealed.length).toBeGreaterThan(0);
  expect(sealed.map(({ id, secret }) => openSecret(key, secret, id))).toEqual(
    sealed.map(() => DEMO_TOTP_SECRET),
  );

  const config = readConfig(
    { CAIRN_DATABASE_URL: restored.databaseUrl, CAIRN_DATA_DIR: join(folder, 'two'), CAIRN_NOW: TODAY },
    { demo: true, port: 0 },
  );
  const again = await startCairn(config, createLog('silent'));
  try {
    expect(await history(again.url)).toEqual(await history(cairn.url));
    expect(await history(again.url)).toHaveLength(1);
    await signInAs(again, DEMO_PEOPLE.administrator);
    // What sends again is known: nothing is recorded twice. Rows go on into the months that were there.
    expect(ackOf(await submit(again.url, vxu({ patient: who, orders: [dose()] }))).code).toBe('AA');
    const { kysely } = again.database;
    await sealBatch({ kysely, clock: config.clock });
  } finally {
    await again.close();
  }
  const audit = await runCairn(['audit', 'verify'], { CAIRN_DATABASE_URL: restored.databaseUrl });
  expect([audit.code, audit.out]).toEqual([0, expect.stringContaining('The audit is as it was written.')]);
  const [guarded] = await ask<{ off: number }>(
    restored.databaseUrl,
    `select count(*)::int as off from pg_trigger where not tgisinternal and tgenabled <> 'O'`,
  );
  expect(guarded?.off).toBe(0);
  const foreignKeys = `select conname, conrelid::regclass::text as of, pg_get_constraintdef(oid) as says
    from pg_constraint where contype = 'f' order by 2, 1`;
  expect(await ask(restored.databaseUrl, foreignKeys)).toEqual(await ask(cairn.databaseUrl, foreignKeys));
});

test('the embedded database is backed up while its server runs', async () => {
  const from = join(folder, 'embedded');
  const file = join(folder, 'embedded.backup');
  const running = await startProcess(from, { CAIRN_NOW: TODAY });
  try {
    await submit(running.url, vxu({ patient: who, orders: [dose()] }));
    const { code, out, err } = await runCairn(['backup', '--to', file, '--data-dir', from]);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).toContain(`The secret key is not in it. Keep ${from}/secret-key too`);
    expect((await readManifest(file)).tables.find(({ name }) => name === 'dose_report')?.rows).toBe(1);
    expect(await history(running.url)).toHaveLength(1);
  } finally {
    await cleanUp(from, running);
  }
});
