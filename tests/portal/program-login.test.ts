/** Programs of sites and Sending Facilities ask the API with the credentials of the exchange, by the rules of SOAP. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestCairn, TODAY, type TestCairn } from '../support/cairn.ts';
import { basic } from '../support/basic.ts';
import { CLINIC } from '../support/messages.ts';
import { Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from '../support/portal.ts';

let cairn: TestCairn;
const CERTIFICATE = 'ab'.repeat(32);

beforeAll(async () => {
  cairn = await startTestCairn({ env: { CAIRN_CLIENT_CERT_HEADER: 'x-client-cert' } });
});
afterAll(() => cairn.close());

/** Ten wrong passwords in a minute and further ones are not looked at: each test has a minute of its own. */
let minute = 0;
beforeEach(() => cairn.setTime(new Date(Date.parse(TODAY) + (minute += 2) * 60_000).toISOString()));

const ask = (
  headers: Readonly<Record<string, string>>,
  browser = new Browserless(cairn.url),
): Promise<PortalReply> => browser.ask('GET', '/api/flat-files', undefined, headers);
const said = ({ status, body }: PortalReply): string => `${status} ${body?.code ?? ''}`.trim();
const change = (set: string, values: readonly unknown[] = []): Promise<unknown> =>
  cairn.db.query(`update credential set ${set} where username = 'demo-clinic'`, [...values]);

test('a program is let in by its credentials, and hears in words why it is not', async () => {
  expect(said(await ask(basic(CLINIC.login)))).toBe('200');
  const wrong = await ask(basic({ ...CLINIC.login, password: 'wrong' }));
  expect(said(wrong)).toBe('401 credentials-wrong');
  expect(wrong.body.error).toBe(
    'The username or password is not valid. Send the credentials of the exchange as HTTP Basic; after a rotation the old password ends.',
  );
  expect(wrong.headers.get('www-authenticate')).toBe('Basic realm="Cairn exchange", charset="UTF-8"');
  for (const authorization of ['Basic', 'Basic ', 'Basic !!!', 'Basic bm9jb2xvbg==', 'Basic OnA=']) {
    expect([authorization, (await ask({ authorization })).status]).toEqual([authorization, 401]);
  }
  expect(said(await ask(basic({ username: 'nobody', password: 'x' })))).toBe('401 credentials-wrong');
  expect(said(await ask({}))).toBe('401 sign-in-needed');
});

describe('as at SOAP', () => {
  test('a password that was replaced, has expired or was revoked opens nothing', async () => {
    const past = new Date(Date.parse(TODAY) - 1000);
    for (const [set, code] of [
      ['expires_at', 'credentials-expired'],
      ['revoked_at', 'credentials-revoked'],
    ] as const) {
      await change(`${set} = $1`, [past]);
      expect(said(await ask(basic(CLINIC.login)))).toBe(`401 ${code}`);
      await change(`${set} = null`);
    }
    const newer = `(select password_hash from credential where username = 'demo-hie')`;
    await change(`previous_hash = password_hash, password_hash = ${newer}, previous_until = $1`, [past]);
    expect(said(await ask(basic(CLINIC.login)))).toBe('401 credentials-replaced');
    await change('password_hash = previous_hash, previous_hash = null, previous_until = null');
    expect(said(await ask(basic(CLINIC.login)))).toBe('200');
  });

  test('a certificate that is asked for must come too', async () => {
    await change('certificate_fingerprint = $1', [CERTIFICATE]);
    expect(said(await ask(basic(CLINIC.login)))).toBe('401 certificate-missing');
    const withCertificate = (print: string) => ask({ ...basic(CLINIC.login), 'x-client-cert': print });
    expect(said(await withCertificate('cd'.repeat(32)))).toBe('401 certificate-other');
    expect(said(await withCertificate(CERTIFICATE.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:')))).toBe(
      '200',
    );
    await change('certificate_fingerprint = null');
  });

  test('a suspended organization is refused', async () => {
    const stage = (to: string) =>
      cairn.db.query(`update organization set stage = $1 where code = 'DE-000001'`, [to]);
    await stage('suspended');
    expect(said(await ask(basic(CLINIC.login)))).toBe('403 organization-suspended');
    await stage('production');
  });

  test('after ten wrong passwords in a minute none is looked at, here and there together', async () => {
    const wrong = { username: 'demo-hie', password: 'wrong' };
    for (let n = 0; n < 10; n++) expect((await ask(basic(wrong))).status).toBe(401);
    const right = await ask(basic({ ...wrong, password: 'demo-hie-password' }));
    expect(said(right)).toBe('429 credentials-throttled');
    expect(right.headers.get('retry-after')).toBe('60');
    cairn.setTime(new Date(Date.parse(TODAY) + (minute + 1.5) * 60_000).toISOString());
    expect(said(await ask(basic({ ...wrong, password: 'demo-hie-password' })))).toBe('200');
  });
});

describe('a browser', () => {
  test('that keeps the login does nothing with it for another website', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expect(said(await ask({ ...basic(CLINIC.login), 'sec-fetch-site': site }))).toBe('403 foreign-origin');
    }
    const foreign = { ...basic(CLINIC.login), origin: 'https://elsewhere.example' };
    const posted = await new Browserless(cairn.url).ask('POST', '/api/flat-files', undefined, foreign);
    expect(said(posted)).toBe('403 foreign-origin');
    expect(said(await ask({ ...basic(CLINIC.login), 'sec-fetch-site': 'same-origin' }))).toBe('200');
  });

  test('is not made to ask its reader for a username', async () => {
    const signedIn = await signInAs(cairn, DEMO_PEOPLE.clinic);
    for (const reply of [
      await ask({ 'sec-fetch-site': 'same-origin' }),
      await ask(basic({ ...CLINIC.login, password: 'wrong' }), signedIn),
      await ask({}, signedIn),
    ]) {
      expect(reply.status).toBeGreaterThanOrEqual(401);
      expect(reply.headers.get('www-authenticate')).toBeNull();
    }
  });
});

test('the credentials open nothing but what is for programs', async () => {
  for (const path of [
    '/api/account',
    '/api/sites/DE-000001',
    '/api/exchange/overview',
    '/api/review/tasks',
  ]) {
    const reply = await new Browserless(cairn.url).ask('GET', path, undefined, basic(CLINIC.login));
    expect([path, said(reply)]).toEqual([path, '401 sign-in-needed']);
  }
});
