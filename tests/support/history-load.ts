/** Files of history uploaded as a program of a site does, over HTTP. */
import { createHash } from 'node:crypto';
import { until } from './process.ts';
import type { PortalReply } from './portal.ts';
import { DEMO_CLINIC } from './soap.ts';

export type UploadLogin = { readonly username: string; readonly password: string };

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

export const piecesOf = (bytes: Uint8Array, pieceBytes: number): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, no) =>
    bytes.subarray(no * pieceBytes, (no + 1) * pieceBytes),
  );

export const fingerprint = (pieces: readonly Uint8Array[]): string =>
  sha256(Buffer.concat(pieces.map(sha256))).toString('hex');

/** A program that has the credentials of the exchange. */
export class Uploader {
  readonly #url: string;
  readonly #authorization: string;

  constructor(url: string, { username, password }: UploadLogin = DEMO_CLINIC) {
    this.#url = `${url}/api/history-loads`;
    this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  async ask(method: string, path = '', body?: unknown): Promise<PortalReply> {
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        authorization: this.#authorization,
        ...(body === undefined
          ? {}
          : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : undefined,
    };
  }

  begin(name: string, bytes: Uint8Array, pieceBytes = 1_000_000): Promise<PortalReply> {
    const pieces = piecesOf(bytes, pieceBytes);
    const file = { name, bytes: bytes.length, pieceBytes, fingerprint: fingerprint(pieces) };
    return this.ask('POST', '', file);
  }

  put = (id: string, no: number, piece: Uint8Array): Promise<PortalReply> =>
    this.ask('PUT', `/${id}/pieces/${no}`, piece);

  /** The whole upload; what comes of it is still to be waited for. */
  async upload(name: string, content: string | Uint8Array, pieceBytes = 1_000_000): Promise<string> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const { body: load } = await this.begin(name, bytes, pieceBytes);
    for (const [no, piece] of piecesOf(bytes, pieceBytes).entries()) {
      const { status, text } = await this.put(load.id, no, piece);
      if (status !== 200) throw new Error(`piece ${no}: ${status} ${text}`);
    }
    const { status, text } = await this.ask('POST', `/${load.id}/finish`);
    if (status !== 200) throw new Error(`finish: ${status} ${text}`);
    return load.id;
  }

  /** What came of it, once it is over. */
  async outcome(id: string): Promise<PortalReply['body']> {
    let view: PortalReply['body'];
    await until(async () => {
      ({ body: view } = await this.ask('GET', `/${id}`));
      return ['done', 'failed', 'cancelled'].includes(view.state);
    }, 20_000);
    return view;
  }

  async load(name: string, content: string | Uint8Array, pieceBytes?: number): Promise<PortalReply['body']> {
    return this.outcome(await this.upload(name, content, pieceBytes));
  }
}
