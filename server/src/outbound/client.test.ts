import { createServer as createTls } from 'node:https';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DELIVERY_FAULTS } from '../exchange/delivery.ts';
import { vxu } from '../../../tests/support/messages.ts';
import {
  type Behaviour,
  type RegistryDouble,
  startRegistryDouble,
} from '../../../tests/support/registry-double.ts';
import { checkHealth, deliver } from './client.ts';
import type { Endpoint } from './endpoints.ts';

let double: RegistryDouble;
beforeAll(async () => {
  double = await startRegistryDouble();
});
afterAll(() => double.close());

const endpoint = (changed: Partial<Endpoint> = {}): Endpoint => ({
  id: 'bay-area',
  kind: 'region',
  url: double.url,
  soapVersion: '1.2',
  username: 'central & <co>',
  password: 'pass"word',
  facilityId: 'CENTRAL',
  sendingFacility: '',
  receivingApplication: '',
  receivingFacility: '',
  isEnabled: true,
  lanes: 4,
  timeoutMs: 1_000,
  ...changed,
});

const send = (changed: Partial<Endpoint> = {}, text = vxu()) =>
  deliver(endpoint(changed), text, 'submitSingleMessage', { connectMs: 300 });

describe('an answer', () => {
  test.each(['1.1', '1.2'] as const)(
    'comes back as it is; the message arrives to the byte, by SOAP %s',
    async (soapVersion) => {
      double.behave = () => ({ kind: 'AE', errors: [['W', '101']] });
      const text = vxu({ controlId: `TO-${soapVersion}` });
      const delivery = await send({ soapVersion }, text);
      expect(delivery).toMatchObject({ kind: 'answered', code: 'AE' });
      expect(delivery.kind === 'answered' && delivery.text).toContain(`\rMSA|AE|TO-${soapVersion}\rERR|`);
      expect(double.received.at(-1)).toEqual({
        controlId: `TO-${soapVersion}`,
        text,
        login: ['central & <co>', 'pass"word', 'CENTRAL'],
      });
    },
  );
});

describe('no answer', () => {
  test.each<[string, Behaviour, string, boolean]>([
    ['a fault of the login', { kind: 'fault', element: 'SecurityFault' }, 'security-fault', false],
    ['a fault of the size', { kind: 'fault', element: 'MessageTooLargeFault' }, 'too-large-fault', false],
    [
      'an operation that is not known',
      { kind: 'fault', element: 'UnsupportedOperationFault' },
      'unsupported-fault',
      false,
    ],
    ['another fault', { kind: 'fault', element: 'fault', code: 20 }, 'other-fault', true],
    ['a fault that asks to come again', { kind: 'fault', element: 'fault', code: 21 }, 'other-fault', false],
    ['a status of a proxy', { kind: 'http', status: 503 }, 'http-status', false],
    ['a status behind which it may be', { kind: 'http', status: 504 }, 'http-status', true],
    ['a redirect', { kind: 'http', status: 307, location: 'http://127.0.0.1:1/' }, 'http-status', false],
    ['a page', { kind: 'garbage' }, 'answer-unreadable', true],
    ['a document type declaration', { kind: 'dtd' }, 'answer-unreadable', true],
    ['an empty answer', { kind: 'empty' }, 'answer-unreadable', true],
    ['an answer to another message', { kind: 'another' }, 'answer-to-another', true],
    ['too much', { kind: 'huge' }, 'answer-too-large', true],
    ['a connection that breaks', { kind: 'reset' }, 'connection-broken', true],
    ['silence', { kind: 'hang' }, 'no-answer', true],
    ['an answer that drips without an end', { kind: 'drip' }, 'no-answer', true],
  ])('but %s', async (_what, behaviour, fault, mayHaveArrived) => {
    double.behave = () => behaviour;
    expect(await send()).toMatchObject({
      kind: 'failed',
      fault,
      mayHaveArrived,
      words: expect.stringMatching(/^\w.*\.$/s),
    });
    expect(DELIVERY_FAULTS).toHaveProperty(fault);
  });

  test.each([
    ['refused', 'http://127.0.0.1:1/', 'connection-refused'],
    ['by a name that is not known', 'http://nowhere.invalid/', 'name-unknown'],
    ['by an address that is none', 'nowhere', 'name-unknown'],
  ])('where the connection is %s', async (_how, url, fault) => {
    expect(await send({ url })).toMatchObject({ kind: 'failed', fault, mayHaveArrived: false });
  });

  test('where no secure connection comes about in time', async () => {
    const silent = createServer(() => undefined);
    const url = await listening(silent, 'https');
    expect(await send({ url })).toMatchObject({ fault: 'connect-timeout', mayHaveArrived: false });
    silent.close();
  });

  test('where the certificate is of nobody that is known: nothing leaves', async () => {
    let heard = 0;
    const server = createTls({ key: KEY, cert: CERTIFICATE }, () => (heard += 1));
    const url = await listening(server, 'https');
    expect(await send({ url })).toMatchObject({ fault: 'certificate-refused', mayHaveArrived: false });
    expect(heard).toBe(0);
    server.close();
    server.closeAllConnections();
  });

  test('where the wait is ended here', async () => {
    double.behave = () => ({ kind: 'hang' });
    const before = double.received.length;
    const ending = new AbortController();
    const sent = deliver(endpoint(), vxu(), 'submitSingleMessage', { signal: ending.signal });
    while (double.received.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
    ending.abort();
    expect(await sent).toMatchObject({ fault: 'connection-broken', mayHaveArrived: true });
  });
});

test('a kept connection that the other side has closed is replaced', async () => {
  double.behave = () => ({ kind: 'AA' });
  expect(await send()).toMatchObject({ kind: 'answered' });
  await double.close();
  await double.listen();
  expect(await send()).toMatchObject({ kind: 'answered' });
});

describe('the connectivity test', () => {
  test('shows that the registry lives', async () => {
    double.isAlive = true;
    expect(await checkHealth(endpoint())).toEqual({ ok: true });
  });
  test('is not known to every web service: a fault shows that it is there', async () => {
    double.knowsTest = false;
    expect(await checkHealth(endpoint())).toMatchObject({ ok: false, speaks: true });
    double.knowsTest = true;
  });
  test('shows that it does not', async () => {
    double.isAlive = false;
    expect(await checkHealth(endpoint())).toMatchObject({
      ok: false,
      fault: 'http-status',
      speaks: false,
    });
    expect(await checkHealth(endpoint({ url: 'http://127.0.0.1:1/' }))).toMatchObject({
      fault: 'connection-refused',
    });
  });
});

async function listening(server: Server, scheme: string): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Signed by itself, for 127.0.0.1, and for this test alone. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnvlsN8mzI9fmGUbq
ebEJBCzZHzUZhZtMI+9pCzfbtUChRANCAATSFeMvb1GWJEZO3Uz5a++efEWv91Uo
A0mnp+ZiIjViwo2T8kxU6Dalve4ANlcQ1pLwvsDobuuOYfe8L/JgXwfU
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBkTCCATagAwIBAgIUOafjPzYJUrmRv1vc+UcuKbiWhBQwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMzA3MzIzMVoYDzIxMjYxMDMw
MDczMjMxWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATSFeMvb1GWJEZO3Uz5a++efEWv91UoA0mnp+ZiIjViwo2T8kxU6Dal
ve4ANlcQ1pLwvsDobuuOYfe8L/JgXwfUo2QwYjAdBgNVHQ4EFgQULYi5J2Xi73rA
ltTWeTOHl0yR0jIwHwYDVR0jBBgwFoAULYi5J2Xi73rAltTWeTOHl0yR0jIwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0kAMEYC
IQCBdiIR9++8H31MASWAA0qpanr3ZN6hbJWzdvTJTF+ZyQIhAP3eESRTgcYlW5kc
1ph4sOi+KE9P+qslIMk/04nPZIAH
-----END CERTIFICATE-----`;
