/** What benchmarks of the running server share: the server, one HTTP request after another, and what they took. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { DEMO_LOGINS } from '@cairn/server';

export type Round = { readonly perSecond: number; readonly latencies: readonly number[] };

/** Starts a server program on a database and waits for its address. */
export async function startServer(
  program: readonly string[],
  databaseUrl: string,
): Promise<{ readonly process: ChildProcess; readonly address: URL }> {
  const server = spawn(process.execPath, program, {
    env: { ...process.env, CAIRN_DATABASE_URL: databaseUrl, CAIRN_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [ready] = (await once(createInterface(server.stdout), 'line')) as [string];
  const { url } = JSON.parse(ready) as { url: string };
  return { process: server, address: new URL('/IISService', url) };
}

export const DEMO_SERVER = ['cli/bin/cairn.js', 'start', '--demo', '--port', '0', '--json'];

export async function drive(
  connections: number,
  seconds: number,
  work: (connection: number) => Promise<void>,
): Promise<Round> {
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      while (performance.now() < end) {
        const before = performance.now();
        await work(connection);
        latencies.push(performance.now() - before);
      }
    }),
  );
  return { perSecond: (latencies.length * 1000) / (performance.now() - start), latencies };
}

type Login = { readonly username: string; readonly password: string; readonly code: string };

const [CLINIC] = DEMO_LOGINS;

/** The whole HTTP request, made beforehand: the load must cost little of the machine it shares. */
export function httpRequest(message: string, address: URL, login: Login = CLINIC): Buffer {
  const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#xD;');
  const body = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:c="urn:cdc:iisb:2011"><s:Body><c:submitSingleMessage><c:username>${login.username}</c:username><c:password>${login.password}</c:password><c:facilityID>${login.code}</c:facilityID><c:hl7Message>${escaped}</c:hl7Message></c:submitSingleMessage></s:Body></s:Envelope>`;
  return Buffer.from(
    `POST /IISService HTTP/1.1\r\nhost: ${address.host}\r\ncontent-type: application/soap+xml; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** One keep-alive connection: sends a request, resolves with the answer once it has come whole. */
export async function openConnection(address: URL): Promise<{
  readonly post: (request: Buffer) => Promise<string>;
  readonly close: () => void;
}> {
  const socket = connect(Number(address.port), '127.0.0.1').setNoDelay(true).setEncoding('latin1');
  await once(socket, 'connect');
  let received = '';
  let answered: (answer: string) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  socket.on('data', (chunk: string) => {
    received += chunk;
    const head = received.indexOf('\r\n\r\n');
    const length = /content-length: (\d+)/i.exec(received)?.[1];
    if (head < 0 || length === undefined || received.length < head + 4 + Number(length)) return;
    const answer = received;
    received = '';
    answered(answer);
  });
  socket.on('error', (error) => failed(error));
  socket.on('close', () => failed(new Error('the server closed the connection')));
  return {
    post: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve;
        failed = reject;
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}
