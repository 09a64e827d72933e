import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { deliver } from './deliver.ts';

test.each([
  [
    'another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  ],
  ['no HTTP', 'hello\r\n\r\n'],
  ['nothing', ''],
])('an endpoint that answers %s has not taken it, and keeps nobody waiting', async (_name, answer) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => (answer === '' ? socket.destroy() : socket.write(answer)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const delivered = await deliver({ url, secret: 'secret', demo: true }, '{}', new Date(0));
  expect(delivered).toEqual({ taken: false, problem: 'broken', status: undefined });
  await new Promise((resolve) => server.close(resolve));
});
