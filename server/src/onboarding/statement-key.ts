import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The key by which this node signs statements, PKCS #8 in PEM; made at the first use. Each node of a cluster has its own: the
 * public half is kept with every statement. The file comes to be whole or not at all, and of two that make it at once one wins.
 */
export async function statementKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'statement-key.pem');
  const known = await keyAt(path);
  if (known !== undefined) return known;
  await mkdir(dataDir, { recursive: true });
  const draft = join(dataDir, `.statement-key-${randomUUID()}`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(
        generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
      );
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

async function keyAt(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
