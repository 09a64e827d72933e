/** Stands between two registries and does to their talk what networks, proxies and overloaded servers do. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is done to one request. */
export const MISCHIEF = [
  'slow',
  'AE',
  'AR',
  'fault',
  'unavailable',
  'garbage',
  'http-502',
  'answer-lost',
  'answer-late',
  'cut',
] as const;
export type Mischief = (typeof MISCHIEF)[number];

export type ChaosProxy = {
  readonly url: string;
  /** How often each was done. */
  readonly done: Readonly<Record<Mischief | 'passed', number>>;
  /** How much of what comes is tampered with, 0 to 1. */
  mischief: number;
  /** Closed, connections are refused; what is under way is cut. */
  readonly close: () => Promise<void>;
  readonly open: () => Promise<void>;
};

/**
 * @param target where what passes goes on to; asked each time, since a server that was killed comes back elsewhere
 * @param lateMs longer than the one who asks waits for an answer
 */
export async function startChaosProxy(
  target: () => string,
  random: () => number,
  lateMs: number,
): Promise<ChaosProxy> {
  const done = Object.fromEntries(['passed', ...MISCHIEF].map((kind) => [kind, 0])) as Record<
    Mischief | 'passed',
    number
  >;
  let mischief = 0;
  const server = createServer((asked, answer) => {
    void serve(asked, answer).catch(() => answer.destroy());
  });
  const serve = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const isMessage = body.includes('submitSingleMessage');
    const kind =
      isMessage && random() < mischief ? MISCHIEF[Math.floor(random() * MISCHIEF.length)] : undefined;
    done[kind ?? 'passed'] += 1;
    switch (kind) {
      case 'AE':
      case 'AR':
        return reply(answer, 200, soap(acknowledgement(body.toString('utf8'), kind)));
      case 'fault':
        return reply(answer, 500, fault(20, 'Internal error'));
      case 'unavailable':
        return reply(answer, 500, fault(21, 'Temporarily unavailable'));
      case 'garbage':
        return reply(answer, 200, '<html><body>Welcome to the hospital network</body></html>', 'text/html');
      case 'http-502':
        return reply(answer, 502, 'Bad Gateway', 'text/plain');
      case 'cut':
        answer.destroy();
        return;
      case 'slow':
        await sleep(20 + random() * 100);
        return pass(asked, body, answer);
      case 'answer-lost':
        await forward(asked, body);
        answer.destroy();
        return;
      case 'answer-late':
        await forward(asked, body);
        await sleep(lateMs);
        answer.destroy();
        return;
      case undefined:
        return pass(asked, body, answer);
    }
  };
  const pass = async (asked: IncomingMessage, body: Buffer, answer: ServerResponse): Promise<void> => {
    const { status, type, text } = await forward(asked, body);
    reply(answer, status, text, type);
  };
  const forward = async (
    asked: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; type: string; text: string }> => {
    const onward = request(new URL(asked.url ?? '/', target()), {
      method: asked.method ?? 'POST',
      headers: { 'content-type': asked.headers['content-type'] ?? '', 'content-length': body.length },
    });
    onward.end(body);
    const [got] = (await once(onward, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of got) chunks.push(chunk as Buffer);
    return {
      status: got.statusCode ?? 500,
      type: got.headers['content-type'] ?? '',
      text: Buffer.concat(chunks).toString('utf8'),
    };
  };
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/IISService`,
    done,
    get mischief() {
      return mischief;
    },
    set mischief(share) {
      mischief = share;
    },
    open: () => listen(port),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const SOAP = 'application/soap+xml; charset=utf-8';
const ENVELOPE = 'http://www.w3.org/2003/05/soap-envelope';

function reply(answer: ServerResponse, status: number, text: string, type = SOAP): void {
  answer.writeHead(status, { 'content-type': type });
  answer.end(text);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#xD;');

const soap = (hl7: string): string =>
  `<s:Envelope xmlns:s="${ENVELOPE}"><s:Body><submitSingleMessageResponse xmlns="urn:cdc:iisb:2011">` +
  `<return>${escaped(hl7)}</return></submitSingleMessageResponse></s:Body></s:Envelope>`;

const fault = (code: number, reason: string): string =>
  `<s:Envelope xmlns:s="${ENVELOPE}"><s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code>` +
  `<s:Reason><s:Text xml:lang="en">${reason}</s:Text></s:Reason><s:Detail><fault xmlns="urn:cdc:iisb:2011">` +
  `<Code>${code}</Code><Reason>${reason}</Reason><Detail>${reason}</Detail></fault></s:Detail></s:Fault></s:Body></s:Envelope>`;

/** An answer to the message that says that nothing of it was taken. */
function acknowledgement(body: string, code: 'AE' | 'AR'): string {
  const controlId = /MSH\|(?:[^|]*\|){8}([^|]*)/.exec(body.replaceAll('&amp;', '&'))?.[1] ?? '';
  return [
    `MSH|^~\\&|REGIONAL|REGIONAL|||20250320101500-0700||ACK^V04^ACK|X${controlId}|P|2.5.1|||NE|NE|||||Z23^CDCPHINVS`,
    `MSA|${code}|${controlId}`,
    `ERR||PID^1^5|${code === 'AE' ? '102^Data type error' : '200^Unsupported message type'}^HL70357|E||||The registry of the region says no.`,
    '',
  ].join('\r');
}
