import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { access, constants, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHILD_ENVIRONMENT } from './embedded-account.ts';
import type { Account } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { endOrphan } from './embedded-ownership.ts';
import { PID_FILE, readPidFile } from './embedded-pidfile.ts';
import { findLeftovers, signal, startToken } from './embedded-process.ts';
import { SOCKET_PORT } from './embedded-settings.ts';
import { makePrivate } from './embedded-socket.ts';

/** Everything that is settled before the first launch and stays so for every relaunch. */
export type Runtime = {
  dataDir: string;
  clusterDir: string;
  clusterName: string;
  socketDir: string;
  logFile: string;
  binaries: Binaries;
  account: Account | undefined;
  log: (message: string) => void;
};

export type Postmaster = {
  pid: number;
  /** How it ended, in words; undefined while it runs. */
  ending(): string | undefined;
  exited: Promise<string>;
};

const LEFTOVER_PATIENCE_MS = 15_000;
const LEFTOVER_GRACE_MS = 3000;
const SILENCE_LIMIT_MS = 60_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * PostgreSQL takes a pid file for live if any process has that pid, and pids are reused. Removes those files
 * whose process certainly is no postmaster of this cluster. Leftover backends are still noticed without
 * them, by the shared memory segment named after the cluster directory's inode.
 */
async function clearTheWay(runtime: Runtime): Promise<void> {
  // None is expected, but one may be coming up: a Cairn killed right after launching it left no trace earlier.
  await endOrphan(runtime.dataDir, runtime.clusterDir, runtime.log);
  const file = await readPidFile(runtime.clusterDir);
  const stale = file !== undefined && (await startToken(file.pid)) !== undefined;
  if (stale)
    runtime.log(
      `removing a stale ${PID_FILE} from ${runtime.clusterDir}: pid ${file.pid} is another program`,
    );
  // One that cannot be understood is of a power cut, and PostgreSQL would refuse to start over it.
  if (stale || file === undefined) await rm(join(runtime.clusterDir, PID_FILE), { force: true });
  if (!(await makePrivate(runtime.socketDir, runtime.account))) {
    throw new EmbeddedPostgresError(
      'start-failed',
      `Somebody else has made ${runtime.socketDir}, where PostgreSQL's socket was. Restart Cairn: it then ` +
        'chooses another place.',
    );
  }
  // The socket directory is this cluster's alone, and nobody serves it now.
  const socket = join(runtime.socketDir, `.s.PGSQL.${SOCKET_PORT}`);
  await Promise.all([rm(socket, { force: true }), rm(`${socket}.lock`, { force: true })]);
}

/** Keeps one older log file: years of starts must not fill the disk, nor a log of root's stop a start. */
async function rotateLog(logFile: string): Promise<void> {
  const size = (await stat(logFile).catch(() => undefined))?.size;
  if (size === undefined) return;
  const writable = await access(logFile, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable || size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
}

function launch(runtime: Runtime): { postmaster: Postmaster; logOffset: number } {
  // Opened by us and inherited: the account needs no access to the data directory.
  const log = openSync(runtime.logFile, 'a', 0o600);
  const logOffset = fstatSync(log).size;
  let ending: string | undefined;
  try {
    const child = spawn(runtime.binaries.postgres, ['-D', runtime.clusterDir], {
      ...runtime.account,
      cwd: '/',
      env: CHILD_ENVIRONMENT,
      stdio: ['ignore', log, log],
      // A session of its own: Ctrl-C in the terminal reaches Cairn only, which stops PostgreSQL last.
      detached: true,
    });
    const exited = new Promise<string>((resolve) => {
      const end = (how: string): void => {
        ending ??= how;
        resolve(ending);
      };
      child.once('error', (error) => end(error.message));
      child.once('exit', (code, name) => end(name === null ? `exit code ${code ?? '?'}` : `signal ${name}`));
    });
    return { postmaster: { pid: child.pid ?? 0, ending: () => ending, exited }, logOffset };
  } finally {
    closeSync(log);
  }
}

/** The last fatal lines written to the log since `offset`. They hold no data, see embedded-settings.ts. */
async function complaints(logFile: string, offset: number): Promise<string> {
  const file = await open(logFile, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16_384), 0, 16_384, offset);
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
    const fatal = lines.filter((line) => /(FATAL|PANIC|could not|error while loading)/.test(line));
    return fatal.slice(-3).join(' ');
  } finally {
    await file.close();
  }
}

async function untilReady(runtime: Runtime, postmaster: Postmaster): Promise<boolean> {
  const began = Date.now();
  let spoke = began;
  while (postmaster.ending() === undefined) {
    const file = await readPidFile(runtime.clusterDir).catch(() => undefined);
    if (file?.pid === postmaster.pid && file.ready) return true;
    // Recovery after a crash may take minutes and must not be cut short; a server that has not even written
    // its pid file by now is stuck.
    if (file?.pid !== postmaster.pid && Date.now() - began > SILENCE_LIMIT_MS)
      signal(postmaster.pid, 'SIGKILL');
    if (Date.now() - spoke > 10_000) {
      spoke = Date.now();
      runtime.log(`PostgreSQL is still recovering after ${Math.round((spoke - began) / 1000)} s`);
    }
    await sleep(15);
  }
  return false;
}

/**
 * Starts a postmaster on the stopped cluster and returns when it accepts connections. Backends that a killed
 * predecessor left get time to notice and go, then are told to, for up to 15 s in all. `launched` is told of
 * each postmaster at once, before it is ready, so that it can be stopped in the middle of a long recovery.
 */
export async function launchUntilReady(
  runtime: Runtime,
  launched: (postmaster: Postmaster) => void,
): Promise<Postmaster> {
  const began = Date.now();
  await rotateLog(runtime.logFile);
  for (;;) {
    await clearTheWay(runtime);
    const { postmaster, logOffset } = launch(runtime);
    launched(postmaster);
    if (await untilReady(runtime, postmaster)) return postmaster;

    const how = await postmaster.exited;
    const said = await complaints(runtime.logFile, logOffset);
    const waited = Date.now() - began;
    const inTheWay = /is still in use|lock file "postmaster.pid" already exists/.test(said);
    if (!inTheWay || waited > LEFTOVER_PATIENCE_MS) {
      throw new EmbeddedPostgresError(
        'start-failed',
        `PostgreSQL did not start on ${runtime.clusterDir} (${how})${said === '' ? '' : `: ${said}`}. ` +
          `See ${runtime.logFile}; correct what it names and start Cairn again.`,
      );
    }
    if (waited > LEFTOVER_GRACE_MS) {
      // Without their postmaster they can finish nothing: their shared memory is cut off from the next one.
      const uid = runtime.account?.uid ?? process.getuid?.() ?? -1;
      for (const pid of await findLeftovers(runtime.clusterName, uid)) {
        runtime.log(`ending PostgreSQL process ${pid}, left by a server that was killed`);
        signal(pid, waited > 3 * LEFTOVER_GRACE_MS ? 'SIGKILL' : 'SIGQUIT');
      }
    }
    await sleep(200);
  }
}
