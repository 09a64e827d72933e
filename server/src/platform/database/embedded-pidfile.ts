import { join } from 'node:path';
import { readIfPresent } from './embedded-files.ts';
import { isPostmasterOf, startToken } from './embedded-process.ts';

/** What a postmaster writes about itself into postmaster.pid. */
export type PidFile = { pid: number; socketDir: string; port: number; ready: boolean };

/** The file's name in the cluster directory. */
export const PID_FILE = 'postmaster.pid';

/** What the cluster's pid file says, true or stale; undefined if there is none or it cannot be understood. */
export async function readPidFile(clusterDir: string): Promise<PidFile | undefined> {
  const lines = (await readIfPresent(join(clusterDir, PID_FILE)))?.split('\n');
  const pid = Math.abs(Number.parseInt(lines?.[0] ?? '', 10));
  if (lines === undefined || !Number.isInteger(pid) || pid === 0) return undefined;
  const [, , , port, socketDir, , , status] = lines;
  return { pid, port: Number(port), socketDir: socketDir?.trim() ?? '', ready: status?.trim() === 'ready' };
}

/** The live postmaster on the cluster, whoever started it. */
export async function findPostmaster(clusterDir: string): Promise<PidFile | undefined> {
  const file = await readPidFile(clusterDir);
  if (file === undefined || (await startToken(file.pid)) === undefined) return undefined;
  return (await isPostmasterOf(file.pid, clusterDir)) ? file : undefined;
}
