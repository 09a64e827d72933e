import { randomUUID } from 'node:crypto';
import { constants, type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  BackupError,
  FORMAT,
  HEAD_BYTES,
  type Manifest,
  type TableInFile,
  Tap,
  writeManifest,
} from './backup-file.ts';
import { migrationsRun, readCatalog } from './catalog.ts';

export type Dumping = {
  readonly path: string;
  readonly madeAt: Date;
  readonly about: Pick<Manifest, 'cairn' | 'jurisdiction' | 'keyFingerprint' | 'secretKey'>;
  readonly progress: (table: string, rows: number) => void;
  /** Stops it; nothing is left then. */
  readonly signal?: AbortSignal;
};

export type Dumped = { readonly manifest: Manifest; readonly bytes: number };

/** Fast rather than small: the processor is shared with a running server. */
const GZIP_LEVEL = 2;

/**
 * Writes everything that is in the database, as it is at one moment, to a file that only its user reads. Others go on writing
 * meanwhile. The file comes to be whole or not at all.
 * @throws BackupError where the file is there already, cannot be written, or the database holds no Cairn
 */
export async function dump(client: Client, asked: Dumping): Promise<Dumped> {
  const path = resolve(asked.path);
  if (await stat(path).catch(() => undefined)) {
    throw new BackupError(`${path} is there already. Choose another name, or move it away.`);
  }
  const draft = join(dirname(path), `.${basename(path)}-${randomUUID()}`);
  const file = await open(draft, 'wx', 0o600).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new BackupError(
      `${path} cannot be written (${code}). Choose a folder that is there and that this user may write to.`,
    );
  });
  try {
    const done = await inSnapshot(client, () => writeAll(client, file, asked));
    await file.close();
    await rename(draft, path);
    const folder = await open(dirname(path), constants.O_RDONLY);
    await folder.sync().finally(() => folder.close());
    return done;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    if (asked.signal?.aborted)
      throw new BackupError('The backup was interrupted; nothing of it is left.', { cause: error });
    throw error;
  }
}

async function inSnapshot<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin transaction isolation level repeatable read, read only');
  const result = await work();
  await client.query('commit');
  return result;
}

async function writeAll(client: Client, file: FileHandle, asked: Dumping): Promise<Dumped> {
  const migrations = await migrationsRun(client);
  if (!migrations) {
    throw new BackupError(
      'There is no Cairn in this database: it was never started on it. Check CAIRN_DATABASE_URL and CAIRN_DATA_DIR.',
    );
  }
  const catalog = await readCatalog(client);
  const tables: TableInFile[] = [];
  let at = HEAD_BYTES;
  for (const { name, columns } of catalog.tables) {
    const written = await writeTable(client, file, { name, columns: [...columns], at }, asked);
    tables.push(written);
    at += written.bytes;
  }
  const manifest: Manifest = {
    format: FORMAT,
    ...asked.about,
    madeAt: asked.madeAt.toISOString(),
    migrations: [...migrations],
    tables,
    partitions: [...catalog.partitions],
    // Sequences belong to no snapshot: read at the end, they are past every number that is in the rows.
    sequences: await Promise.all(catalog.sequences.map((name) => sequenceNow(client, name))),
  };
  return { manifest, bytes: await writeManifest(file, at, manifest) };
}

async function writeTable(
  client: Client,
  file: FileHandle,
  { name, columns, at }: { readonly name: string; readonly columns: string[]; readonly at: number },
  { progress, signal }: Dumping,
): Promise<TableInFile> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const rows = client.query(copyTo(`copy (select ${list} from "${name}") to stdout`));
  const tap = new Tap((count) => progress(name, count));
  let end = at;
  const into = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      await file.write(chunk, 0, chunk.length, end);
      end += chunk.length;
    }
  };
  await pipeline(rows, tap, createGzip({ level: GZIP_LEVEL }), into, signal ? { signal } : {});
  return { name, columns, rows: tap.rows, sha256: tap.sha256(), offset: at, bytes: end - at };
}

async function sequenceNow(client: Client, name: string): Promise<Manifest['sequences'][number]> {
  const { rows } = await client.query<{ lastValue: string; isCalled: boolean }>(
    `select last_value::text as "lastValue", is_called as "isCalled" from "${name}"`,
  );
  const [state] = rows;
  if (!state) throw new Error(`sequence ${name} is gone`);
  return { name, ...state };
}
