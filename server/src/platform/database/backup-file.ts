import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip, gunzip, gzip } from 'node:zlib';
import { z } from 'zod';

/**
 * A backup is one file: a line of {@link HEAD_BYTES} characters, then for each table what PostgreSQL's COPY says of it (text
 * format), gzipped, and at the end the manifest, JSON, gzipped. The line says where the manifest is, and its SHA-256; it is
 * written last, so that a file that was not finished has none. All after it is one gzip stream to ordinary tools:
 * `tail -c +257 FILE | gunzip`.
 */
export const HEAD_BYTES = 256;
const MAGIC = 'CAIRN-BACKUP';
export const FORMAT = 1;

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const manifest = z.object({
  format: z.literal(FORMAT),
  /** Of the Cairn that made it. */
  cairn: z.string(),
  madeAt: z.iso.datetime(),
  jurisdiction: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name,
      columns: z.array(name),
      rows: z.int().min(0),
      /** Of the rows as COPY says them, before compression. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      offset: z.int().min(HEAD_BYTES),
      bytes: z.int().min(1),
    }),
  ),
  partitions: z.array(
    z.object({
      table: name,
      name,
      bounds: z.string().regex(/^FOR VALUES FROM \('[0-9-]+'\) TO \('[0-9-]+'\)$/),
    }),
  ),
  sequences: z.array(z.object({ name, lastValue: z.string().regex(/^\d+$/), isCalled: z.boolean() })),
  /** First digits of the SHA-256 of the secret key that seals what is in this database; absent: none was found. */
  keyFingerprint: z.string().optional(),
  /** The key itself, in base64; only where it was asked for. */
  secretKey: z.string().optional(),
});

export type Manifest = z.output<typeof manifest>;
export type TableInFile = Manifest['tables'][number];

/** A backup that cannot be made, or not be used. The message says which, why, and what would do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Counts rows and hashes while they pass. In COPY's text format a row is a line, whatever is in it. */
export class Tap extends Transform {
  rows = 0;
  readonly #hash = createHash('sha256');
  readonly #passed: (rows: number) => void;

  constructor(passed: (rows: number) => void = () => undefined) {
    super();
    this.#passed = passed;
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) this.rows++;
    this.#passed(this.rows);
    done(null, chunk);
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }
}

/** Ends a file: the manifest at the end, and then the line at its beginning that says where it is. */
export async function writeManifest(file: FileHandle, at: number, content: Manifest): Promise<number> {
  const packed = await promisify(gzip)(JSON.stringify(content));
  await file.write(packed, 0, packed.length, at);
  await file.sync();
  const head = `${MAGIC} ${FORMAT} ${at} ${packed.length} ${sha256(packed)}`;
  await file.write(`${head.padEnd(HEAD_BYTES - 1)}\n`, 0, 'utf8');
  await file.sync();
  return at + packed.length;
}

/**
 * What a backup says of itself.
 * @throws BackupError where it is none, was not finished, is damaged, or was made by a newer Cairn
 */
export async function readManifest(path: string): Promise<Manifest> {
  const file = await open(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new BackupError(`${path} cannot be read (${code}).`);
  });
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    await file.read(head, 0, HEAD_BYTES, 0);
    const found = /^CAIRN-BACKUP (\d+) (\d+) (\d+) ([0-9a-f]{64}) *\n$/.exec(head.toString('latin1'));
    if (!found) throw new BackupError(`${path} is no backup of Cairn, or was not finished.`);
    const [, format, at, length, hash] = found;
    if (Number(format) !== FORMAT) {
      throw new BackupError(
        `${path} was made by another Cairn (format ${format ?? ''}). Restore it by that version.`,
      );
    }
    const packed = Buffer.alloc(Math.min(Number(length), (await file.stat()).size));
    await file.read(packed, 0, packed.length, Number(at));
    if (sha256(packed) !== hash) throw damaged(path, 'its table of contents');
    return manifest.parse(JSON.parse((await promisify(gunzip)(packed)).toString('utf8')));
  } finally {
    await file.close();
  }
}

/** The rows of one table, as COPY takes them. */
export function rowsIn(path: string, { offset, bytes }: TableInFile): Readable {
  const file = createReadStream(path, { start: offset, end: offset + bytes - 1 });
  const rows = createGunzip();
  file.on('error', (error) => rows.destroy(error));
  return file.pipe(rows);
}

/**
 * Reads all of it once.
 * @throws BackupError naming the first table whose rows are not those that were written
 */
export async function checkSums(path: string, { tables }: Manifest, signal?: AbortSignal): Promise<void> {
  for (const table of tables) {
    const tap = new Tap();
    tap.resume();
    await pipeline(rowsIn(path, table), tap, signal ? { signal } : {}).catch((error: unknown) => {
      if (signal?.aborted) throw new BackupError('The restore was interrupted; nothing was changed.');
      throw damaged(path, `table ${table.name}`, error);
    });
    checkTable(path, table, tap);
  }
}

/** @throws BackupError where other rows passed than were written */
export function checkTable(path: string, table: TableInFile, tap: Tap): void {
  if (tap.sha256() !== table.sha256 || tap.rows !== table.rows) throw damaged(path, `table ${table.name}`);
}

const damaged = (path: string, what: string, cause?: unknown): BackupError =>
  new BackupError(
    `${path} is damaged: ${what} is not as it was written. Nothing was changed. Use another copy of it, or another backup.`,
    { cause },
  );

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
