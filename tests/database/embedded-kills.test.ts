import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../server/src/platform/database/embedded.ts';
import {
  CREATE,
  READ,
  cleanups,
  endServer,
  eventually,
  isRunning,
  kill,
  query,
  running,
  start,
  startOwner,
  temporary,
} from './embedded-support.ts';

describe('kills', () => {
  test('kill -9 of the owner: the next start ends the orphan, the data is there', async () => {
    const dataDir = join(await temporary(), 'data');
    const owner = await startOwner(dataDir);
    const { postmaster, connection } = running(owner);
    await query(connection, CREATE);
    await kill(owner.child);
    expect(await isRunning(postmaster)).toBe(true);
    const log: string[] = [];
    const began = Date.now();
    const postgres = await start(dataDir, log);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(postgres.pid()).not.toBe(postmaster);
    expect(await isRunning(postmaster)).toBe(false);
    expect(await query(postgres.connection, READ)).toEqual([{ n: 42 }]);
    expect(log.join('\n')).toContain(`stopping PostgreSQL (pid ${postmaster})`);
  });

  test('kill -9 of the postmaster: it comes back with the committed data', async () => {
    const log: string[] = [];
    const postgres = await start(join(await temporary(), 'data'), log);
    await query(postgres.connection, CREATE);
    const before = postgres.pid() ?? 0;
    let crashes = 0;
    postgres.onCrash(() => (crashes += 1));
    const comebacks = (): number => log.filter((line) => line.startsWith('PostgreSQL is back')).length;
    for (const round of [1, 2]) {
      const victim = postgres.pid() ?? 0;
      process.kill(victim, 'SIGKILL');
      // On a busy machine the first attempts may fail, and each pause is twice the one before. It answers before it is owned
      // again, and what is killed in between counts as an attempt that failed, not as a crash.
      await eventually(() => crashes >= round && comebacks() >= round && postgres.pid() !== victim, 60);
      await eventually(() =>
        query(postgres.connection, READ)
          .then((rows) => rows[0]?.['n'] === 42)
          .catch(() => false),
      );
    }
    expect(postgres.pid()).not.toBe(before);
    expect(log.join('\n')).toContain(`PostgreSQL (pid ${before}) ended unexpectedly (signal SIGKILL)`);
  });

  test('kill -9 of the postmaster while a backend is busy: it comes back when the backend is gone', async () => {
    const postgres = await start(join(await temporary(), 'data'));
    await query(postgres.connection, CREATE);
    // Computes without ever waiting, so it does not notice that its postmaster is gone.
    const busy = query(postgres.connection, 'SELECT count(*) FROM generate_series(1, 100000000000)').catch(
      () => 0,
    );
    const victim = postgres.pid() ?? 0;
    await eventually(async () => {
      const rows = await query(
        postgres.connection,
        "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%series%'",
      );
      return rows.length > 1;
    });
    process.kill(victim, 'SIGKILL');
    await eventually(
      () =>
        query(postgres.connection, READ)
          .then((rows) => rows[0]?.['n'] === 42)
          .catch(() => false),
      30,
    );
    expect(await busy).toBe(0);
  });

  test('stop in the middle of a restart ends everything', async () => {
    const dataDir = join(await temporary(), 'data');
    const postgres = await start(dataDir);
    process.kill(postgres.pid() ?? 0, 'SIGKILL');
    await sleep(130);
    await postgres.stop();
    expect(postgres.pid()).toBeUndefined();
    await (await start(dataDir)).stop();
  });

  test('without supervision it stays down', async () => {
    const dataDir = join(await temporary(), 'data');
    const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined, superviseRestart: false });
    cleanups.push(() => postgres.stop());
    const crashed = new Promise<void>((resolve) => postgres.onCrash(resolve));
    process.kill(postgres.pid() ?? 0, 'SIGKILL');
    await crashed;
    await sleep(500);
    expect(postgres.pid()).toBeUndefined();
  });

  test('a stale pid file that names an unrelated live process', async () => {
    const dataDir = join(await temporary(), 'data');
    const owner = await startOwner(dataDir);
    const { postmaster, connection } = running(owner);
    await query(connection, CREATE);
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const text = await readFile(pidFile, 'utf8');
    await kill(owner.child);
    await endServer(postmaster);
    for (const first of [String(process.pid), '']) {
      await writeFile(pidFile, first === '' ? '' : text.replace(/^\d+/, first));
      await writeFile(join(connection.host, '.s.PGSQL.5432.lock'), `${process.pid}\n`);
      const postgres = await start(dataDir);
      expect(await query(postgres.connection, READ)).toEqual([{ n: 42 }]);
      await postgres.stop();
      await mkdir(connection.host, { mode: 0o700 });
      cleanups.push(() => rm(connection.host, { recursive: true, force: true }));
    }
  });

  test('a crash of one backend: the ownership is taken again, and no data is in the log', async () => {
    const dataDir = join(await temporary(), 'data');
    const log: string[] = [];
    const postgres = await start(dataDir, log);
    const { connection } = postgres;
    await query(
      connection,
      "CREATE TABLE person (name text PRIMARY KEY); INSERT INTO person VALUES ('Zzyzx')",
    );
    await query(connection, "INSERT INTO person VALUES ('Zzyzx')").catch(() => undefined);
    await query(connection, "SELECT 'Zzyzx'::date").catch(() => undefined);
    await query(connection, "DO $$ BEGIN RAISE WARNING 'Zzyzx'; END $$");
    const busy = query(connection, "SELECT pg_sleep(60), 'Zzyzx'").catch(() => undefined);
    let backend = 0;
    await eventually(async () => {
      const rows = await query(
        connection,
        "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'",
      );
      backend = Number(rows[0]?.['pid'] ?? 0);
      return backend > 0;
    });
    const postmaster = postgres.pid();
    process.kill(backend, 'SIGKILL');
    await busy;
    await eventually(() =>
      query(connection, "SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")
        .then((rows) => rows.length === 1)
        .catch(() => false),
    );
    expect(postgres.pid()).toBe(postmaster);
    await eventually(() => log.some((line) => line.startsWith('reconnected')));
    const serverLog = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(serverLog).toContain('was terminated by signal 9');
    expect(serverLog).not.toContain('Zzyzx');
  });
});
