import type pg from 'pg';
import { expect, it } from 'vitest';
import { createHttp } from './http.ts';

const pool = {} as pg.Pool;

/** From where a request seems to come that says it was passed on for others. */
async function seenFrom(trustProxy: boolean, forwarded: string): Promise<string> {
  const { app } = createHttp(pool, { trustProxy });
  app.get('/from', ({ ip }) => ip);
  const { body } = await app.inject({
    url: '/from',
    remoteAddress: '10.0.0.1',
    headers: { 'x-forwarded-for': forwarded },
  });
  await app.close();
  return body;
}

it('believes of the addresses passed on the one that the proxy in front added', async () => {
  expect(await seenFrom(true, '192.0.2.7')).toBe('192.0.2.7');
  // The first was sent by the client itself, who would choose another with every request.
  expect(await seenFrom(true, '203.0.113.9, 192.0.2.7')).toBe('192.0.2.7');
});

it('believes none without a proxy', async () => {
  expect(await seenFrom(false, '192.0.2.7')).toBe('10.0.0.1');
});
