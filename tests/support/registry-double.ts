/** Another registry's web service, which does what a test says; it keeps what it got. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { escapeXml } from './soap.ts';

/** What is answered to a message. */
export type Behaviour =
  | { readonly kind: 'AA'; readonly afterMs?: number }
  /** `errors`: severity and code of each ERR. */
  | { readonly kind: 'AE' | 'AR'; readonly errors: readonly (readonly ['E' | 'W' | 'I', string])[] }
  | {
      readonly kind: 'fault';
      readonly element: 'SecurityFault' | 'MessageTooLargeFault' | 'UnsupportedOperationFault' | 'fault';
      readonly code?: number;
    }
  | { readonly kind: 'http'; readonly status: number; readonly location?: string }
  | { readonly kind: 'garbage' | 'dtd' | 'empty' | 'hang' | 'reset' | 'another' | 'huge' | 'drip' };

export type Received = {
  readonly controlId: string;
  readonly text: string;
  readonly login: readonly string[];
};

export type RegistryDouble = {
  readonly url: string;
  /** Messages as they came, oldest first. */
  readonly received: Received[];
  /** Requests as they came: `connectivityTest`, or a message's control id. */
  readonly asked: string[];
  /** How many messages it had at once, at most. */
  most: number;
  /** What it does with a message that comes for the n-th time (from 1). */
  behave: (controlId: string, time: number) => Behaviour;
  /** Whether it answers connectivity tests. */
  isAlive: boolean;
  /** Many web services know the operation by name only, or not at all. */
  knowsTest: boolean;
  /** Connections are refused, until it listens again. */
  readonly close: () => Promise<void>;
  readonly listen: () => Promise<void>;
};

const AA: Behaviour = { kind: 'AA' };

export async function startRegistryDouble(): Promise<RegistryDouble> {
  let underWay = 0;
  let port = 0;
  const server = createServer((asked, answer) => {
    void serve(asked, answer).catch(() => answer.destroy());
  });
  const serve = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const echo = fieldOf(body, 'echoBack');
    if (echo !== undefined) {
      double.asked.push('connectivityTest');
      if (!double.knowsTest) return reply(answer, 500, fault('UnsupportedOperationFault', 20));
      return double.isAlive
        ? reply(answer, 200, response('connectivityTest', `You sent: ${echo}`))
        : reply(answer, 503, 'down', 'text/plain');
    }
    const text = fieldOf(body, 'hl7Message') ?? '';
    const controlId = text.split('|')[9] ?? '';
    double.asked.push(controlId);
    const login = ['username', 'password', 'facilityID'].map((name) => fieldOf(body, name) ?? '');
    double.received.push({ controlId, text, login });
    const time = double.received.filter((other) => other.controlId === controlId).length;
    underWay += 1;
    double.most = Math.max(double.most, underWay);
    try {
      await act(double.behave(controlId, time), controlId, answer);
    } finally {
      underWay -= 1;
    }
  };
  const double: RegistryDouble = {
    get url() {
      return `http://127.0.0.1:${port}/IISService`;
    },
    received: [],
    asked: [],
    most: 0,
    behave: () => AA,
    isAlive: true,
    knowsTest: true,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
    listen: async () => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      port = (server.address() as AddressInfo).port;
    },
  };
  await double.listen();
  return double;
}

async function act(behaviour: Behaviour, controlId: string, answer: ServerResponse): Promise<void> {
  switch (behaviour.kind) {
    case 'AA':
      await sleep(behaviour.afterMs ?? 0);
      return reply(answer, 200, response('submitSingleMessage', ack('AA', controlId)));
    case 'AE':
    case 'AR':
      return reply(
        answer,
        200,
        response('submitSingleMessage', ack(behaviour.kind, controlId, behaviour.errors)),
      );
    case 'another':
      return reply(answer, 200, response('submitSingleMessage', ack('AA', `${controlId}-OTHER`)));
    case 'fault':
      return reply(answer, 500, fault(behaviour.element, behaviour.code ?? 20));
    case 'http':
      if (behaviour.location !== undefined) answer.setHeader('location', behaviour.location);
      return reply(answer, behaviour.status, 'Sorry', 'text/plain');
    case 'garbage':
      return reply(answer, 200, '<html><body>Welcome<br></body></html>', 'text/html');
    case 'dtd':
      return reply(
        answer,
        200,
        `<!DOCTYPE x [<!ENTITY a "A">]>${response('submitSingleMessage', ack('AA', controlId))}`,
      );
    case 'empty':
      return reply(answer, 200, response('submitSingleMessage', ''));
    case 'huge':
      return reply(answer, 200, response('submitSingleMessage', 'x'.repeat(2 * 1024 * 1024)));
    case 'drip': {
      // A byte now and then, for ever: never idle, never done.
      answer.writeHead(200, { 'content-type': 'application/soap+xml' });
      const dripping = setInterval(() => answer.write(' '), 20);
      await once(answer, 'close');
      clearInterval(dripping);
      return;
    }
    case 'reset':
      answer.destroy();
      return;
    case 'hang':
      await once(answer, 'close');
  }
}

function reply(answer: ServerResponse, status: number, text: string, type = 'application/soap+xml'): void {
  answer.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
  answer.end(text);
}

const SOAP = 'http://www.w3.org/2003/05/soap-envelope';

const response = (operation: string, text: string): string =>
  `<s:Envelope xmlns:s="${SOAP}"><s:Body><${operation}Response xmlns="urn:cdc:iisb:2011">` +
  `<return>${escapeXml(text)}</return></${operation}Response></s:Body></s:Envelope>`;

const REASONS: Readonly<Record<string, string>> = {
  SecurityFault: 'Security',
  MessageTooLargeFault: 'MessageTooLarge',
  UnsupportedOperationFault: 'UnsupportedOperation',
};

const fault = (element: string, code: number): string =>
  `<s:Envelope xmlns:s="${SOAP}"><s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code>` +
  `<s:Reason><s:Text xml:lang="en">No</s:Text></s:Reason><s:Detail><${element} xmlns="urn:cdc:iisb:2011">` +
  `<Code>${code}</Code><Reason>${REASONS[element] ?? 'Internal error'}</Reason><Detail>No</Detail></${element}>` +
  `</s:Detail></s:Fault></s:Body></s:Envelope>`;

function ack(
  code: string,
  controlId: string,
  errors: readonly (readonly [severity: string, code: string])[] = [],
): string {
  return [
    `MSH|^~\\&|REGIONAL|REGIONAL|||20250320101500-0700||ACK^V04^ACK|X${controlId}|P|2.5.1|||NE|NE|||||Z23^CDCPHINVS`,
    `MSA|${code}|${controlId}`,
    ...errors.map(
      ([severity, table]) => `ERR||PID^1^5|${table}^Said^HL70357|${severity}||||The region says ${table}.`,
    ),
    '',
  ].join('\r');
}

function fieldOf(body: string, name: string): string | undefined {
  const found = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(body)?.[1];
  return found
    ?.replaceAll('&#xD;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
