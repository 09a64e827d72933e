import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './embedded-account.ts';
import { errnoOf } from './embedded-error.ts';

const HAS_PROC = existsSync('/proc/self/stat');

async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim();
}

/**
 * A token that together with the pid names one process for good: pids are reused (in containers within
 * seconds), starting times are not. Undefined when no such process runs; a zombie does not run.
 */
export async function startToken(pid: number): Promise<string | undefined> {
  if (HAS_PROC) {
    try {
      const text = await readFile(`/proc/${pid}/stat`, 'utf8');
      // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      const state = fields[0];
      return state === 'Z' || state === 'X' ? undefined : `${await bootId()}:${fields[19] ?? ''}`;
    } catch {
      return undefined;
    }
  }
  const result = await run('ps', ['-o', 'lstart=', '-p', String(pid)]);
  const started = result.stdout.trim();
  return result.ok && started !== '' ? started : undefined;
}

async function commandLine(pid: number): Promise<string[]> {
  if (HAS_PROC) return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout.trim().split(' ');
}

/** Whether the live process `pid` is the postmaster of the cluster in `clusterDir`. */
export async function isPostmasterOf(pid: number, clusterDir: string): Promise<boolean> {
  const [program, ...rest] = await commandLine(pid);
  if (program === undefined || basename(program) !== 'postgres') return false;
  // Reading another user's working directory takes a capability that root lacks in most containers; the
  // command line is open to all. The directory sees through a renamed data directory, the line does not.
  const workingDirectory = HAS_PROC ? await readlink(`/proc/${pid}/cwd`).catch(() => undefined) : undefined;
  if (workingDirectory !== undefined) return workingDirectory === (await realpath(clusterDir));
  return rest.join(' ').includes(clusterDir);
}

/**
 * The processes of the cluster that are left after its postmaster was killed (Linux only; elsewhere none
 * are found). They are told by the cluster's name in their titles and by the account they run under.
 */
export async function findLeftovers(clusterName: string, uid: number): Promise<number[]> {
  if (!HAS_PROC) return [];
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const [title] = await commandLine(pid);
    if (title?.startsWith(`postgres: ${clusterName}: `) !== true) continue;
    const owner = await stat(`/proc/${pid}`).catch(() => undefined);
    if (owner?.uid === uid) found.push(pid);
  }
  return found;
}

/** Sends the signal; false when the process is already gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ESRCH') return false;
    throw error;
  }
}

/** Waits until the condition holds; false if it does not within the time. */
async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= end) return false;
    await sleep(20);
  }
}

/**
 * Stops a postmaster and returns when it is gone: fast shutdown (SIGINT), after 8 s immediate shutdown
 * (SIGQUIT; the next start recovers from the log), and if even that hangs, SIGKILL.
 */
export async function stopPostmaster(
  pid: number,
  isGone: () => boolean | Promise<boolean>,
  log: (message: string) => void,
): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (await isGone()) return;
    if (name !== 'SIGINT') log(`PostgreSQL (pid ${pid}) has not stopped after 8 s; sending ${name}`);
    signal(pid, name);
    if (await waitUntil(isGone, 8000)) return;
  }
  throw new Error(`PostgreSQL (pid ${pid}) does not stop, not even by SIGKILL; its disk may be hanging`);
}
