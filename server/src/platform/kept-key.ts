import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A secret of this node that is kept in a file only its user reads; made at the first use. The file comes to be whole or not at
 * all, and of two that make it at once one wins.
 */
export async function keptKey(dataDir: string, name: string, make: () => string): Promise<string> {
  const path = join(dataDir, name);
  const known = await keyAt(path);
  if (known !== undefined) return known;
  await mkdir(dataDir, { recursive: true });
  const draft = join(dataDir, `.${name}-${randomUUID()}`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(make());
      await file.sync();
    } finally {
      await file.close();
    }
    // A hard link fails where the name is taken, which a rename does not.
    await link(draft, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

/** What is kept in that file; undefined where none was made. */
export async function keyAt(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
