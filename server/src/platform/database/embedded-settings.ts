import { totalmem } from 'node:os';
import { join } from 'node:path';
import { run } from './embedded-account.ts';
import type { Account } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { readIfPresent, writeAtomically } from './embedded-files.ts';

const MANAGED_FILE = 'postgresql.cairn.conf';
const INCLUDE = `include '${MANAGED_FILE}'`;

/** Only names the socket file: nothing listens on TCP. */
export const SOCKET_PORT = 5432;

function memoryInMegabytes(): number {
  // In a container the limit counts, not what the machine has. Without a limit the answer is 0 or huge.
  const limit = process.constrainedMemory();
  const bytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.floor(bytes / (1024 * 1024));
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

async function hasLz4(
  binaries: Binaries,
  clusterDir: string,
  account: Account | undefined,
): Promise<boolean> {
  const args = ['-D', clusterDir, '-c', 'wal_compression=lz4', '-C', 'wal_compression'];
  const result = await run(binaries.postgres, args, account);
  return result.ok && result.stdout.trim() === 'lz4';
}

type Settings = { socketDir: string; clusterName: string; lz4: boolean };

function managedSettings({ socketDir, clusterName, lz4 }: Settings): string {
  const memory = memoryInMegabytes();
  // An eighth of the memory, taken as it is used: with 256 MB, finding a person among 3 million took three times as long.
  const sharedBuffers = Math.max(32, Math.min(4096, Math.floor(memory / 8)));
  const lines = [
    '# Written by Cairn at every start; changes here are lost. Put your own settings into postgresql.conf',
    '# below the include line.',
    "listen_addresses = ''",
    `port = ${SOCKET_PORT}`,
    `unix_socket_directories = ${quote(socketDir)}`,
    'unix_socket_permissions = 0700',
    `cluster_name = ${quote(clusterName)}`,
    'max_connections = 100',
    `shared_buffers = '${sharedBuffers}MB'`,
    `effective_cache_size = '${Math.max(sharedBuffers * 2, Math.floor(memory / 2))}MB'`,
    'jit = off',
    '# The disk is an SSD or in memory: an index look-up is worth little more than a page of a scan.',
    'random_page_cost = 1.1',
    '',
    'fsync = on',
    'synchronous_commit = on',
    'full_page_writes = on',
    'autovacuum = on',
    "max_wal_size = '4GB'",
    "checkpoint_timeout = '15min'",
    ...(lz4 ? ['wal_compression = lz4', 'default_toast_compression = lz4'] : []),
    '',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "lc_messages = 'C'",
    '',
    '# Health data must never reach the log. Statements, parameters and DETAIL lines hold it, and so do the',
    '# messages of ordinary errors and warnings (invalid input syntax for type date: "..."). Those go to the',
    '# client only; the log gets what concerns the server: LOG, FATAL and PANIC.',
    'log_destination = stderr',
    'logging_collector = off',
    'log_min_messages = log',
    'log_error_verbosity = terse',
    'log_statement = none',
    'log_min_error_statement = panic',
    'log_min_duration_statement = -1',
    'log_min_duration_sample = -1',
    'log_transaction_sample_rate = 0',
    'log_parameter_max_length = 0',
    'log_parameter_max_length_on_error = 0',
    'log_lock_waits = off',
    'log_checkpoints = off',
    "log_line_prefix = '%m [%p] '",
  ];
  return `${lines.join('\n')}\n`;
}

/** Writes Cairn's settings into the (stopped) cluster, and makes its postgresql.conf include them. */
export async function writeSettings(
  cluster: { dir: string; name: string; socketDir: string },
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const managedFile = join(cluster.dir, MANAGED_FILE);
  const mainFile = join(cluster.dir, 'postgresql.conf');
  const current = await readIfPresent(managedFile);
  // The file must be there before anything reads the include line: the lz4 probe does, and a crash may come
  // between these two writes.
  if (current === undefined) await writeAtomically(managedFile, '', account);
  const main = (await readIfPresent(mainFile)) ?? '';
  if (!main.includes(INCLUDE)) await writeAtomically(mainFile, `${main.trimEnd()}\n\n${INCLUDE}\n`, account);
  const lz4 = await hasLz4(binaries, cluster.dir, account);
  const wanted = managedSettings({ socketDir: cluster.socketDir, clusterName: cluster.name, lz4 });
  if (current !== wanted) await writeAtomically(managedFile, wanted, account);
}
