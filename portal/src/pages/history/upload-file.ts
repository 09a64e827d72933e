import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Load = components['schemas']['HistoryLoad'];

const PIECE_BYTES = 1_000_000;

/** How far an upload is, from 0 to 1. */
type OnProgress = (share: number) => void;

/**
 * Uploads a file in pieces, of which one is in memory at a time. Chosen again after it broke off, the same file goes on where
 * it was: what it is the server knows by the hashes of its pieces.
 * @throws Refused; the signal's reason
 */
export async function uploadFile(
  site: string,
  file: File,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Load> {
  const count = Math.ceil(file.size / PIECE_BYTES);
  const pieceOf = async (no: number): Promise<ArrayBuffer> => {
    signal.throwIfAborted();
    return file.slice(no * PIECE_BYTES, (no + 1) * PIECE_BYTES).arrayBuffer();
  };
  const hashes = new Uint8Array(count * 32);
  for (let no = 0; no < count; no++) {
    hashes.set(new Uint8Array(await crypto.subtle.digest('SHA-256', await pieceOf(no))), no * 32);
    // Reading is the smaller part of the way.
    onProgress((0.1 * (no + 1)) / count);
  }
  const fingerprint = hex(await crypto.subtle.digest('SHA-256', hashes));
  const begun = await answer(
    api.POST('/api/sites/{site}/history-loads', {
      params: { path: { site } },
      body: { name: file.name, bytes: file.size, pieceBytes: PIECE_BYTES, fingerprint },
    }),
  );
  if (begun.state !== 'uploading') return begun;
  const path = { site, load: begun.id };
  const { pieces } = await answer(
    api.GET('/api/sites/{site}/history-loads/{load}/pieces', { params: { path } }),
  );
  const there = new Set(pieces.map(({ no }) => no));
  for (let no = 0; no < count; no++) {
    if (!there.has(no)) await sendPiece(path, no, await pieceOf(no), signal);
    onProgress(0.1 + (0.9 * (no + 1)) / count);
  }
  return answer(api.POST('/api/sites/{site}/history-loads/{load}/finish', { params: { path } }));
}

async function sendPiece(
  path: { readonly site: string; readonly load: string },
  piece: number,
  content: ArrayBuffer,
  signal: AbortSignal,
): Promise<void> {
  await answer(
    api.PUT('/api/sites/{site}/history-loads/{load}/pieces/{piece}', {
      params: { path: { ...path, piece } },
      body: content,
      bodySerializer: (body) => new Blob([body as ArrayBuffer]),
      headers: { 'content-type': 'application/octet-stream' },
      signal,
    }),
  );
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
