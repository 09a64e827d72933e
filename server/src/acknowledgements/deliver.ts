import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, PrivateAddressError, publicLookup } from './public-address.ts';

/** Why an endpoint did not take what was sent; `detail` is an HTTP status. */
export const DELIVERY_PROBLEMS = [
  'http-status',
  'redirect',
  'timeout',
  'refused',
  'name-unknown',
  'private-address',
  'certificate',
  'broken',
] as const;
export type DeliveryProblem = (typeof DELIVERY_PROBLEMS)[number];

export type Delivered =
  | { readonly taken: true; readonly status: number }
  | { readonly taken: false; readonly problem: DeliveryProblem; readonly status: number | undefined };

export type Target = {
  readonly url: string;
  readonly secret: string;
  /** Demo mode: `http://localhost` is taken too. */
  readonly demo: boolean;
};

const TIMEOUT_MS = 10_000;
const MOST_OF_ANSWER = 4096;

/** `sha256=` and the HMAC of timestamp, a point and the body: with it the receiver knows who sent it, and when. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Posts a body once. Never throws; a redirect is not followed, and of an answer its status counts alone. */
export async function deliver(
  { url, secret, demo }: Target,
  body: string,
  now: Date,
  stopping?: AbortSignal,
): Promise<Delivered> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const status = await statusOf(new URL(url), body, {
      demo,
      signal: stopping ? AbortSignal.any([timeout, stopping]) : timeout,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Cairn',
        'x-cairn-timestamp': timestamp,
        'x-cairn-signature': signatureOf(secret, timestamp, body),
      },
    });
    if (status >= 200 && status < 300) return { taken: true, status };
    return { taken: false, problem: status >= 300 && status < 400 ? 'redirect' : 'http-status', status };
  } catch (error) {
    return { taken: false, problem: timeout.aborted ? 'timeout' : problemOf(error), status: undefined };
  }
}

function statusOf(
  url: URL,
  body: string,
  {
    demo,
    signal,
    headers,
  }: {
    readonly demo: boolean;
    readonly signal: AbortSignal;
    readonly headers: Readonly<Record<string, string>>;
  },
): Promise<number> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A host that is an address itself is never looked up.
  if (!demo && isIP(host) !== 0 && !isPublicAddress(host)) {
    return Promise.reject(new PrivateAddressError('the address is not public'));
  }
  const open = url.protocol === 'http:' ? httpRequest : httpsRequest;
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const request = open(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        ...(demo ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        isAnswered = true;
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          if (size > MOST_OF_ANSWER) answer.destroy();
        });
        answer.on('error', () => undefined);
        answer.on('close', () => resolve(answer.statusCode ?? 0));
      },
    );
    request.on('error', reject);
    // An answer that asks for another protocol (101) ends it without an error.
    request.on('close', () => {
      if (!isAnswered) reject(new Error('closed without an answer'));
    });
    request.end(body);
  });
}

function problemOf(error: unknown): DeliveryProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'PRIVATE_ADDRESS') return 'private-address';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name-unknown';
  if (/CERT|SSL|TLS|SIGNATURE/.test(code)) return 'certificate';
  return 'broken';
}
