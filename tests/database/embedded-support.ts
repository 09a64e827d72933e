import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { afterEach } from 'vitest';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../../server/src/platform/database/embedded.ts';
import type { EmbeddedPostgres } from '../../server/src/platform/database/embedded.ts';

export type Connection = EmbeddedPostgres['connection'];
export type Report =
  | { postmaster: number; connection: Connection; log: string[]; code?: never }
  | { code: string; message: string; log: string[] };
export type Owner = { child: ChildProcess; report: Report };

export const isRoot = process.getuid?.() === 0;
export const onLinux = process.platform === 'linux';
const require = createRequire(import.meta.url);
export const tsx = pathToFileURL(require.resolve('tsx')).href;
export const ownerScript = fileURLToPath(new URL('embedded-owner.ts', import.meta.url));
export const sources = fileURLToPath(new URL('../../server/src/platform/database', import.meta.url));
export const NOBODY = 65_534;

export const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A directory that other users can pass through unless `mode` says otherwise; removed with all it names. */
export async function temporary(mode = 0o711): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'cairn-test-'));
  await chmod(dir, mode);
  cleanups.push(() => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return dir;
}

export async function start(dataDir: string, log: string[] = []): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: (message) => log.push(message) });
  cleanups.push(() => postgres.stop());
  return postgres;
}

export async function failure(dataDir: string): Promise<EmbeddedPostgresError> {
  const outcome = await start(dataDir).catch((error: unknown) => error);
  if (outcome instanceof EmbeddedPostgresError) return outcome;
  throw new Error(`expected an EmbeddedPostgresError, got ${String(outcome)}`);
}

export async function startOwner(
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

export const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export async function stopOwner({ child }: Owner): Promise<void> {
  const gone = once(child, 'exit');
  child.stdin?.write('stop\n');
  await gone;
}

export async function isRunning(pid: number): Promise<boolean> {
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
export async function endServer(pid: number): Promise<void> {
  if (!onLinux || !(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('postgres'))
    return;
  process.kill(pid, 'SIGQUIT');
  await eventually(async () => !(await isRunning(pid)));
}

export async function eventually(condition: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`did not come true within ${seconds} s: ${condition.toString()}`);
    await sleep(50);
  }
}

export async function query(connection: Connection, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

export const CREATE = 'CREATE TABLE mark (n int); INSERT INTO mark VALUES (42)';
export const READ = 'SELECT n FROM mark';

export function running(owner: Owner): { postmaster: number; connection: Connection; log: string[] } {
  if ('postmaster' in owner.report) return owner.report;
  throw new Error(`the owner did not start: ${owner.report.code}: ${owner.report.message}`);
}
