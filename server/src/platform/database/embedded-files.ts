import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errnoOf } from './embedded-error.ts';

/** The file's text, or undefined when there is no such file. Other failures are thrown. */
export async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Who owns the file or directory, or undefined when it does not exist. Other failures are thrown. */
export async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Makes the directory and the missing ones above it, all with exactly this mode: a service's umask of 077
 * would close them to PostgreSQL's user. Existing ones are left as they are.
 */
export async function makeDirectories(path: string, mode: number): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode });
  if (first === undefined) return;
  const top = resolve(first);
  let dir = resolve(path);
  await chmod(dir, mode);
  while (dir !== top && dir !== dirname(dir)) {
    dir = dirname(dir);
    await chmod(dir, mode);
  }
}

/** Makes a finished rename or creation inside `directory` survive a power cut. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces the file in one step: a reader, or a crash, sees the old text or the new, never a part. */
export async function writeAtomically(
  path: string,
  text: string,
  owner?: { uid: number; gid: number },
): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (owner !== undefined) await chown(draft, owner.uid, owner.gid);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
