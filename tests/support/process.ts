import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

/** Cairn as an operator runs it: a process of its own, started from the command line. */
export type CairnProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  /** Resolves when the process is gone, with its exit code or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Its log so far. */
  readonly log: () => string;
};

const COMMAND = fileURLToPath(new URL('../../cli/bin/cairn.js', import.meta.url));

/** How long a start may take on a busy machine before the test gives it up. */
const START_WITHIN_MS = 60_000;

type Environment = Readonly<Record<string, string>>;

function launch(args: readonly string[], env: Environment): ChildProcess {
  // What the machine or the test runner has set must not decide the outcome.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('CAIRN_') && !name.startsWith('PG') && name !== 'NODE_ENV',
  );
  return spawn(process.execPath, [COMMAND, ...args], {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  return () => text;
}

async function ending(child: ChildProcess): Promise<number | NodeJS.Signals> {
  await once(child, 'close');
  return child.exitCode ?? child.signalCode ?? 'SIGKILL';
}

/** `cairn start --demo` with its embedded database in that folder; returns when it says that it is ready. */
export async function startProcess(
  dataDir: string,
  env: Environment = {},
  options: readonly string[] = [],
): Promise<CairnProcess> {
  const child = launch(['start', '--demo', '--port', '0', '--data-dir', dataDir, '--json', ...options], env);
  const log = collect(child.stderr);
  const ended = ending(child);
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const line = await Promise.race([
    once(lines, 'line').then(([first]: unknown[]) => String(first)),
    ended.then((how) => new Error(`cairn start ended (${how}): ${log()}`)),
    sleep(START_WITHIN_MS, undefined, { ref: false }).then(() => new Error(`cairn start hangs: ${log()}`)),
  ]);
  if (line instanceof Error) {
    child.kill('SIGKILL');
    throw line;
  }
  const { url } = JSON.parse(line) as { readonly url: string };
  return { url, child, ended, log };
}

/** Runs a command that is expected to end by itself; one that does not is killed after half a minute. */
export async function runCairn(
  args: readonly string[],
  env: Environment = {},
): Promise<{ readonly code: number | NodeJS.Signals; readonly out: string; readonly err: string }> {
  const child = launch(args, env);
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const patience = setTimeout(() => child.kill('SIGKILL'), 30_000);
  const code = await ending(child);
  clearTimeout(patience);
  return { code, out: out(), err: err() };
}

/** A new folder that PostgreSQL's user may pass through, where the test runs as root. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-faults-'));
  await chmod(folder, 0o711);
  return folder;
}

type Postmaster = { readonly pid: number; readonly host: string; readonly port: number };

/** What the postmaster of that data directory last wrote about itself, dead or alive. */
async function postmasterOf(dataDir: string): Promise<Postmaster | undefined> {
  const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, host] = file.split('\n');
  return pid && port && host ? { pid: Number(pid), port: Number(port), host: host.trim() } : undefined;
}

/** The pid of the PostgreSQL that runs on the data directory; undefined where none does. */
export async function postgresPid(dataDir: string): Promise<number | undefined> {
  const pid = (await postmasterOf(dataDir))?.pid;
  return pid !== undefined && (await isRunning(pid)) ? pid : undefined;
}

/** Whether a process of that pid lives; one that only waits to be collected does not. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(state);
}

/** A connection of the test's own to the embedded database. */
export async function connect(dataDir: string): Promise<Client> {
  const postmaster = await postmasterOf(dataDir);
  if (!postmaster) throw new Error(`no PostgreSQL on ${dataDir}`);
  const { host, port } = postmaster;
  const client = new Client({ host, port, user: 'cairn', database: 'cairn' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Polls until it holds, and returns after how many milliseconds it did. */
export async function until(condition: () => Promise<boolean>, withinMs: number): Promise<number> {
  const began = Date.now();
  while (!(await condition())) {
    if (Date.now() - began > withinMs) throw new Error(`not so within ${withinMs} ms: ${String(condition)}`);
    await sleep(20);
  }
  return Date.now() - began;
}

/** Ends Cairn and, where that leaves one, its PostgreSQL; then removes the data. */
export async function cleanUp(dataDir: string, cairn?: CairnProcess): Promise<void> {
  if (cairn && cairn.child.exitCode === null && cairn.child.signalCode === null) {
    cairn.child.kill('SIGTERM');
    await Promise.race([cairn.ended, sleep(15_000, undefined, { ref: false })]);
    cairn.child.kill('SIGKILL');
  }
  const left = await postmasterOf(dataDir);
  if (left && (await isRunning(left.pid))) {
    process.kill(left.pid, 'SIGQUIT');
    await until(async () => !(await isRunning(left.pid)), 20_000);
  }
  if (left) await rm(left.host, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
