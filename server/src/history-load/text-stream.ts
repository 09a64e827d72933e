import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What was uploaded cannot be read as a file of messages; nothing more of it will be. */
export class HistoryFileError extends Error {
  override readonly name = 'HistoryFileError';
  readonly code: HistoryFault;

  constructor(code: HistoryFault) {
    super(`the file of a historical load: ${code}`);
    this.code = code;
  }
}
export type HistoryFault = 'gzip-broken' | 'gzip-too-large' | 'no-messages' | 'failed';

/** An uploaded file, piece by piece. */
export type Uploaded = {
  readonly bytes: number;
  readonly pieceBytes: number;
  readonly piece: (no: number) => Promise<Uint8Array>;
};

/** Some of the text, and how much of what was uploaded has been read for it. */
export type TextChunk = { readonly bytes: Uint8Array; readonly read: number };

/** Messages shrink to a tenth, to a thirtieth where they are much alike. What shrinks to less than a hundredth is something else. */
const MOST_INFLATED = 100;
const ALWAYS_INFLATED = 16 * 1024 * 1024;

/**
 * The text of the file, inflated where it is gzip and in UTF-8 where it is UTF-16; other sets are as they are, each message
 * says its own. Never more than two pieces and what one inflates to are in memory.
 * @param from the byte of that text to begin with
 * @throws HistoryFileError where gzip is broken or inflates too far; the piece reader's errors
 */
export async function* textOf(file: Uploaded, from = 0): AsyncGenerator<TextChunk, void, undefined> {
  const first = file.bytes === 0 ? new Uint8Array() : await file.piece(0);
  // Plain bytes can be begun anywhere; of anything else one must know what came before.
  if (isGzip(first)) yield* behind(utf8Of(inflated(file)), from);
  else if (wideCharset(first)) yield* behind(utf8Of(piecesFrom(file, 0)), from);
  else yield* piecesFrom(file, from);
}

/** Whether bytes are the beginning of a gzip file. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* piecesFrom(file: Uploaded, from: number): AsyncGenerator<TextChunk, void, undefined> {
  const count = Math.ceil(file.bytes / file.pieceBytes);
  const start = Math.floor(from / file.pieceBytes);
  // The next is read while the messages of this one are taken: nobody waits for it.
  const begun = (no: number): Promise<Uint8Array> | undefined => {
    if (no >= count) return undefined;
    const piece = file.piece(no);
    piece.catch(() => undefined);
    return piece;
  };
  let next = begun(start);
  for (let no = start; next; no++) {
    const piece = await next;
    next = begun(no + 1);
    const read = Math.min(file.bytes, (no + 1) * file.pieceBytes);
    yield { bytes: no === start ? piece.subarray(from - start * file.pieceBytes) : piece, read };
  }
}

async function* inflated(file: Uploaded): AsyncGenerator<TextChunk, void, undefined> {
  let read = 0;
  async function* compressed(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of piecesFrom(file, 0)) {
      read = piece.read;
      yield piece.bytes;
    }
  }
  const source = Readable.from(compressed());
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  const most = Math.max(ALWAYS_INFLATED, file.bytes * MOST_INFLATED);
  let total = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > most) throw new HistoryFileError('gzip-too-large');
      yield { bytes: chunk, read };
    }
  } catch (error) {
    throw isZlibError(error) ? new HistoryFileError('gzip-broken') : error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

/** UTF-16 by its byte order mark, or by the zeros of its ASCII. */
function wideCharset([a, b]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((a === 0xff && b === 0xfe) || (b === 0 && a !== undefined && a !== 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0)) return 'utf-16be';
  return undefined;
}

async function* utf8Of(chunks: AsyncIterable<TextChunk>): AsyncGenerator<TextChunk, void, undefined> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let isKnown = false;
  for await (const chunk of chunks) {
    if (!isKnown && chunk.bytes.length >= 2) {
      isKnown = true;
      const charset = wideCharset(chunk.bytes);
      decoder = charset && new TextDecoder(charset);
    }
    yield decoder ? { ...chunk, bytes: Buffer.from(decoder.decode(chunk.bytes, { stream: true })) } : chunk;
  }
}

async function* behind(
  chunks: AsyncIterable<TextChunk>,
  from: number,
): AsyncGenerator<TextChunk, void, undefined> {
  let passed = 0;
  for await (const { bytes, read } of chunks) {
    const skipped = Math.min(bytes.length, Math.max(0, from - passed));
    passed += bytes.length;
    yield { bytes: bytes.subarray(skipped), read };
  }
}
