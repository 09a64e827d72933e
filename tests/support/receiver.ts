import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ReceivedPost = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** A web service of a site, to which something is posted; it answers as it is told. */
export type Receiver = {
  readonly url: string;
  readonly got: ReceivedPost[];
  /** How it answers from now on. */
  answers: (reply: ServerResponse) => void;
  readonly close: () => Promise<void>;
};

export const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}) =>
  (reply: ServerResponse): void =>
    void reply.writeHead(status, headers).end('whatever it says');

export async function startReceiver(): Promise<Receiver> {
  const got: ReceivedPost[] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      receiver.answers(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/acks`,
    got,
    answers: answering(204),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
}
