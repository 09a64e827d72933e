import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CREATE,
  READ,
  cleanups,
  failure,
  isRoot,
  isRunning,
  onLinux,
  query,
  start,
  temporary,
} from './embedded-support.ts';

describe('start and stop', () => {
  test('the data is there after a stop and another start', async () => {
    const dataDir = join(await temporary(), 'data');
    let began = Date.now();
    const first = await start(dataDir);
    const firstStart = Date.now() - began;
    await query(first.connection, CREATE);
    const pid = first.pid() ?? 0;
    expect(await isRunning(pid)).toBe(true);
    await Promise.all([first.stop(), first.stop()]);
    expect(await isRunning(pid)).toBe(false);
    expect(first.pid()).toBeUndefined();
    expect(existsSync(first.connection.host)).toBe(false);

    began = Date.now();
    const second = await start(dataDir);
    const laterStart = Date.now() - began;
    expect(await query(second.connection, READ)).toEqual([{ n: 42 }]);
    // Alone on the machine it is about 1 s and 0.3 s; the other test files compete for it.
    expect(firstStart).toBeLessThan(15_000);
    expect(laterStart).toBeLessThan(5000);
  });

  test('it is durable, checksummed, UTF-8, private, and in a group of its own', async () => {
    const { connection, pid } = await start(join(await temporary(), 'data'));
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'server_encoding'];
    const rows = await query(
      connection,
      `SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'jit', ${names.map((n) => `'${n}'`).join()})`,
    );
    expect(Object.fromEntries(rows.map((row) => [row['name'], row['setting']]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      listen_addresses: '',
      jit: 'off',
    });
    expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
    if (!onLinux) return;
    const fields = (await readFile(`/proc/${pid()}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    expect(Number(fields[2])).toBe(pid());
  });

  test('a data directory with a very long path', async () => {
    const dataDir = join(await temporary(), 'd'.repeat(100), 'e'.repeat(100));
    expect(await query((await start(dataDir)).connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a socket directory that somebody else made first is not used', async () => {
    const dataDir = join(await temporary(), 'data');
    const first = await start(dataDir);
    const { host } = first.connection;
    await first.stop();
    await mkdir(host);
    cleanups.push(() => rm(host, { recursive: true, force: true }));
    await chmod(host, 0o777);
    const second = await start(dataDir);
    cleanups.push(() => rm(second.connection.host, { recursive: true, force: true }));
    expect(second.connection.host).not.toBe(host);
    expect(await readdir(host)).toEqual([]);
    expect(await query(second.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('what an interrupted first start left does not block the next', async () => {
    const dataDir = join(await temporary(), 'data');
    const leftover = join(dataDir, 'postgres.init-0a1b2c3d');
    await mkdir(join(leftover, 'base'), { recursive: true });
    await writeFile(join(leftover, 'PG_VERSION'), '18\n');
    if (isRoot) await chmod(dataDir, 0o711);
    const log: string[] = [];
    const postgres = await start(dataDir, log);
    expect(await query(postgres.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(leftover)).toBe(false);
    expect(log.join('\n')).toContain(`removing ${leftover}`);
  });
});

describe('refusals', () => {
  test('a cluster of another major version', async () => {
    const dataDir = join(await temporary(), 'data');
    await (await start(dataDir)).stop();
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    const error = await failure(dataDir);
    expect(error.code).toBe('wrong-version');
    expect(error.message).toMatch(/made by PostgreSQL 15; this Cairn brings PostgreSQL 18/);
  });

  test('a data directory that cannot be made', async () => {
    const dir = await temporary();
    await writeFile(join(dir, 'file'), '');
    const error = await failure(join(dir, 'file', 'data'));
    expect(error.code).toBe('not-writable');
    expect(error.message).toContain('CAIRN_DATA_DIR');
  });

  test('something else where the cluster should be', async () => {
    const dataDir = join(await temporary(), 'data');
    await mkdir(join(dataDir, 'postgres', 'photos'), { recursive: true });
    const error = await failure(dataDir);
    expect(error.code).toBe('init-failed');
    expect(error.message).toContain('Move it away');
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  test('a location file that names a lost cluster', async () => {
    const dataDir = await temporary();
    await writeFile(join(dataDir, 'postgres.location'), join(dataDir, 'gone'));
    const error = await failure(dataDir);
    expect(error.code).toBe('start-failed');
    expect(error.message).toContain('remove the file');
  });
});
