/**
 * The worked example of docs/jurisdictions.md: it fits the type, Cairn starts with it, and its dated rule holds from its day on.
 * And the request of docs/integrators.md, as it stands there.
 */
import { readFile } from 'node:fs/promises';
import { createLog, type Jurisdiction, readConfig, startCairn } from '@cairn/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { example } from '../jurisdictions/example/src/index.ts';
import { ackOf } from './support/answers.ts';
import { createDatabase } from './support/cairn.ts';
import { patient, qbp, vxu } from './support/messages.ts';
import { contentType, DEMO_CLINIC, post, returnOf, segments, submit } from './support/soap.ts';

const pack: Jurisdiction = example;
/** By the clock of the State of Example the last minute before the Clean Names Act. */
let now = '2026-06-30T23:59:00-06:00';
let url: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const { databaseUrl, drop } = await createDatabase();
  const read = readConfig({ CAIRN_DATABASE_URL: databaseUrl }, { demo: true, port: 0 });
  const config = { ...read, jurisdiction: pack, clock: { now: () => new Date(now) } };
  const cairn = await startCairn(config, createLog('silent'));
  url = cairn.url;
  close = async () => {
    await cairn.close();
    await drop();
  };
});
afterAll(() => close());

const submitted = async () => ackOf(await submit(url, vxu({ patient: patient({ first: 'Ana2' }) })));

test('answers come from its registry', async () => {
  const answer = await submit(url, vxu());
  const [header] = segments(answer, 'MSH');
  expect(header?.slice(2, 4)).toEqual(['EXIIS', 'EX IIS']);
});

test('its rules begin on their day, by its own clock', async () => {
  expect((await submitted()).errors).toContainEqual(expect.objectContaining({ severity: 'W' }));
  now = '2026-07-01T00:00:00-06:00';
  const { code, errors } = await submitted();
  expect(code).toBe('AE');
  expect(errors).toContainEqual(expect.objectContaining({ severity: 'E', location: 'PID^1^5^1^2' }));
});

test('its test patient is found at the testing address', async () => {
  const who = patient({ last: 'Testchild', first: 'Quilla', birthDate: '20220315', chart: '' });
  const answer = await submit(url, qbp({ patient: who }), { path: '/test/IISService', login: DEMO_CLINIC });
  expect(segments(answer, 'QAK')[0]?.[2]).toBe('OK');
});

test('the request of the guide for integrators is recorded', async () => {
  const guide = await readFile(new URL('../docs/integrators.md', import.meta.url), 'utf8');
  const [, request = ''] = /```xml\n([\s\S]*?)```/.exec(guide) ?? [];
  const answer = await post(`${url}/IISService`, request, contentType('1.2'));
  expect(ackOf(returnOf(answer.body) ?? answer.body)).toMatchObject({
    code: 'AA',
    controlId: 'SAMPLE-VXU-0001',
  });
});
