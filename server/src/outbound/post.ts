import {
  Agent as HttpAgent,
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { failure, type Failure, failureOf } from './failure.ts';

/** A SOAP answer has one HL7 answer in it; a query's has at most a few hundred doses. */
const MOST_BYTES = 1024 * 1024;

/** They pool by host and port. Idle connections keep no process alive. */
const KEPT = { keepAlive: true, maxFreeSockets: 32, scheduling: 'lifo' as const };
const POOLS = { 'http:': new HttpAgent(KEPT), 'https:': new HttpsAgent(KEPT) } as const;

export type Posted = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly connectMs: number;
  /** From when all was sent until the last byte of the answer. */
  readonly answerMs: number;
  readonly signal?: AbortSignal | undefined;
};

export type HttpAnswer = {
  readonly kind: 'http';
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: Buffer;
};

/**
 * Posts once. Redirects are not followed and certificates always verified; nothing leaves before the other side has shown its
 * own. Never throws. A kept connection that the other side had closed meanwhile, which is common, is replaced by a new one.
 */
export async function post(posted: Posted): Promise<HttpAnswer | Failure> {
  if (!URL.canParse(posted.url)) return failure('name-unknown', false);
  const first = await postOn(posted, 'kept');
  if (first.kind !== 'stale') return first;
  const second = await postOn(posted, 'new');
  if (second.kind === 'http') return second;
  // Whether the first had been read before it broke, nobody knows.
  return second.kind === 'stale' ? first.failure : { ...second, mayHaveArrived: true };
}

type Stale = { readonly kind: 'stale'; readonly failure: Failure };

function postOn(posted: Posted, connection: 'kept' | 'new'): Promise<HttpAnswer | Failure | Stale> {
  return new Promise((resolve) => {
    const { request, isSecure } = open(posted, connection);
    let isSent = false;
    let hasAnswer = false;
    let timer: NodeJS.Timeout | undefined;
    const abort = (): void =>
      settle(failure('connection-broken', isSent, 'It was stopped here before the answer came.'));
    const settle = (result: HttpAnswer | Failure | Stale): void => {
      clearTimeout(timer);
      posted.signal?.removeEventListener('abort', abort);
      resolve(result);
      if (result.kind !== 'http') request.destroy();
    };
    const wait = (ms: number, then: () => Failure): void => {
      clearTimeout(timer);
      timer = setTimeout(() => settle(then()), ms);
    };
    const send = (): void => {
      isSent = true;
      wait(posted.answerMs, () => failure('no-answer', true));
      request.end(posted.body);
    };
    request.on('error', (error) => {
      const failed = failureOf(error, isSent);
      settle(request.reusedSocket && isSent && !hasAnswer ? { kind: 'stale', failure: failed } : failed);
    });
    request.on('response', (response) => {
      hasAnswer = true;
      collect(response, settle);
    });
    if (posted.signal?.aborted) return abort();
    posted.signal?.addEventListener('abort', abort, { once: true });
    wait(posted.connectMs, () => failure('connect-timeout', false));
    request.on('socket', (socket: Socket) => {
      if (request.reusedSocket) send();
      else socket.once(isSecure ? 'secureConnect' : 'connect', send);
    });
    // Has a connection made; the body is kept back until it is there and verified.
    return undefined;
  });
}

function open(
  { url, headers, body }: Posted,
  connection: 'kept' | 'new',
): { readonly request: ClientRequest; readonly isSecure: boolean } {
  const address = new URL(url);
  const isSecure = address.protocol === 'https:';
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(body.length) },
    // Several addresses of one name are each given their time.
    autoSelectFamilyAttemptTimeout: 2_000,
  };
  const agent = connection === 'kept' ? POOLS[isSecure ? 'https:' : 'http:'] : false;
  const request = isSecure
    ? requestHttps(address, { ...options, agent, rejectUnauthorized: true })
    : requestHttp(address, { ...options, agent });
  return { request, isSecure };
}

function collect(response: IncomingMessage, settle: (result: HttpAnswer | Failure) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_BYTES) settle(failure('answer-too-large', true));
    else chunks.push(chunk);
  });
  response.on('error', (error) => settle(failureOf(error, true)));
  response.on('end', () =>
    settle({
      kind: 'http',
      status: response.statusCode ?? 0,
      contentType: response.headers['content-type'],
      body: Buffer.concat(chunks),
    }),
  );
}
