import { Agent, request } from 'node:http';
import { contentType, DEMO_CLINIC, envelope, operation, returnOf } from '../support/soap.ts';

/** What became of one request, as its sender sees it. */
export type Outcome = {
  /** The body had left for the server, whole; from then on the sender may hope for an answer. */
  readonly sentAt: number | undefined;
  readonly endedAt: number;
} & (
  | { readonly kind: 'answer'; readonly body: string; readonly hl7: string }
  | { readonly kind: 'fault'; readonly status: number; readonly body: string }
  /** The connection failed: refused, reset, or nothing came within the patience. */
  | { readonly kind: 'broken'; readonly reason: string }
);

/** Longer than any limit of the server's own, so that a sender who waits in vain shows. */
const PATIENCE_MS = 40_000;

/** Senders that keep their connections, as an EHR's interface engine does. */
export function keepAlive(): Agent {
  return new Agent({ keepAlive: true });
}

/** Submits one message; never throws. */
export function send(
  url: string,
  message: string,
  agent: Agent,
  name = 'submitSingleMessage',
): Promise<Outcome> {
  const body = Buffer.from(envelope('1.2', operation(name, DEMO_CLINIC, message)));
  return new Promise((resolve) => {
    let sentAt: number | undefined;
    const broken = (error: Error): void =>
      resolve({
        kind: 'broken',
        reason: 'code' in error ? String(error.code) : error.message,
        sentAt,
        endedAt: Date.now(),
      });
    const posted = request(`${url}/IISService`, {
      method: 'POST',
      agent,
      headers: { ...contentType('1.2'), 'content-length': body.length },
      timeout: PATIENCE_MS,
    });
    posted.on('error', broken);
    posted.on('timeout', () => posted.destroy(new Error('no answer')));
    posted.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', broken);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const hl7 = returnOf(text);
        const at = { sentAt, endedAt: Date.now() };
        resolve(
          hl7 === undefined
            ? { kind: 'fault', status: response.statusCode ?? 0, body: text, ...at }
            : { kind: 'answer', body: text, hl7, ...at },
        );
      });
    });
    posted.end(body, () => (sentAt = Date.now()));
  });
}

/**
 * What a sender makes of it: MSA-1 (`AA`), `resend` for a fault that asks for the same message again later
 * (code 21), else the fault or the failure in short.
 */
export function said(outcome: Outcome): string {
  if (outcome.kind === 'answer') return /(?:^|\r)MSA\|(\w*)/.exec(outcome.hl7)?.[1] ?? outcome.hl7;
  if (outcome.kind === 'broken') return `broken: ${outcome.reason}`;
  const code = /<(?:\w+:)?Code\b[^>]*>(\d+)<\/(?:\w+:)?Code>/.exec(outcome.body)?.[1];
  if (code === '21') return 'resend';
  const text = /<(?:\w+:)?Text\b[^>]*>([^<]*)</.exec(outcome.body)?.[1] ?? outcome.body.slice(0, 200);
  return `HTTP ${outcome.status}, fault ${code ?? 'without a code'}: ${text}`;
}

/** Whether the server says that it can serve, its database included. */
export function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
