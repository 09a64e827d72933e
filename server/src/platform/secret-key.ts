import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { keptKey, keyAt } from './kept-key.ts';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** NIST SP 800-38D: 96 bits, never twice by the same key. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const FILE = 'secret-key';

/**
 * The key of the installation, by which secrets in the database are encrypted: the setting, or one that this node made and
 * keeps. A database without its key gives away no secret, and loses them.
 */
export async function secretKeyOf({
  secretKey,
  dataDir,
}: Pick<Config, 'secretKey' | 'dataDir'>): Promise<Buffer> {
  if (secretKey !== undefined) return secretKey;
  const kept = await keptKey(dataDir, FILE, () => randomBytes(KEY_BYTES).toString('base64'));
  return Buffer.from(kept, 'base64');
}

/** The key that is here already, of which none is made; undefined where there is none. */
export async function secretKeyHere({
  secretKey,
  dataDir,
}: Pick<Config, 'secretKey' | 'dataDir'>): Promise<Buffer | undefined> {
  if (secretKey !== undefined) return secretKey;
  const kept = await keyAt(join(dataDir, FILE));
  return kept === undefined ? undefined : Buffer.from(kept, 'base64');
}

/** Keeps a key that came with a backup, where there is none yet. */
export async function keepSecretKey(dataDir: string, key: string): Promise<void> {
  await keptKey(dataDir, FILE, () => key);
}

/** By what two keys are told apart without showing either. */
export const fingerprintOf = (key: Buffer): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 16);

/** Encrypts a text. `owner` says whose it is: in the row of anybody else it cannot be opened. */
export function sealSecret(key: Buffer, text: string, owner: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(owner));
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64');
}

/**
 * What {@link sealSecret} encrypted.
 * @throws SecretKeyError where it was sealed by another key, for another owner, or has been changed
 */
export function openSecret(key: Buffer, sealed: string, owner: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(owner))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    throw new SecretKeyError(
      'A secret in the database was encrypted by another key. Give every node the CAIRN_SECRET_KEY (or the file secret-key) of the one that wrote it.',
    );
  }
}

export class SecretKeyError extends Error {
  override readonly name = 'SecretKeyError';
}
