/** Signing in by an identity provider: a small one that signs what a test has it say. */
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { Browserless, DEMO_PEOPLE, type PortalReply } from '../support/portal.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

type Asked = { readonly challenge: string; readonly claims: object; readonly signer: typeof keys.privateKey };
const codes = new Map<string, Asked>();
let issuer = '';
let provider: Server;
let cairn: TestCairn;

function signed(claims: object, signer: typeof keys.privateKey): string {
  const content = `${base64({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${base64(claims)}`;
  return `${content}.${createSign('sha256').update(content).sign(signer).toString('base64url')}`;
}

beforeAll(async () => {
  provider = createServer((request, response) => {
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') {
      return json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    }
    if (request.url === '/keys') {
      return json(200, { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] });
    }
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const asked = new URLSearchParams(body);
      const known = codes.get(asked.get('code') ?? '');
      codes.delete(asked.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(asked.get('code_verifier') ?? '')
        .digest('base64url');
      if (!known || known.challenge !== challenge) return json(400, { error: 'invalid_grant' });
      return json(200, {
        access_token: 'an access token',
        token_type: 'Bearer',
        id_token: signed(known.claims, known.signer),
      });
    });
    return undefined;
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  cairn = await startTestCairn({
    env: {
      CAIRN_OIDC_ISSUER: issuer,
      CAIRN_OIDC_CLIENT_ID: 'cairn',
      CAIRN_OIDC_CLIENT_SECRET: 'the secret of the client',
      CAIRN_OIDC_NAME: 'County Login',
    },
  });
});
afterAll(async () => {
  await cairn.close();
  provider.close();
});

/** Goes to the provider, where somebody signs in as the claims say, and comes back. */
async function signIn(
  at: Browserless,
  claims: object,
  {
    next = '',
    signer = keys.privateKey,
    state,
  }: { readonly next?: string; readonly signer?: typeof keys.privateKey; readonly state?: string } = {},
): Promise<PortalReply> {
  const start = await at.get(`/api/oidc/start${next}`);
  expect(start.status).toBe(302);
  const url = new URL(start.headers.get('location') ?? '');
  expect(`${url.origin}${url.pathname}`).toBe(`${issuer}/authorize`);
  const asked = url.searchParams;
  expect(asked.get('redirect_uri')).toBe(`${cairn.url}/api/oidc/callback`);
  expect(asked.get('code_challenge_method')).toBe('S256');
  const code = randomUUID();
  // The provider's clock is the machine's, whatever that of the portal says.
  const now = Math.floor(new Date().getTime() / 1000);
  codes.set(code, {
    challenge: asked.get('code_challenge') ?? '',
    signer,
    claims: { iss: issuer, aud: 'cairn', iat: now, exp: now + 300, nonce: asked.get('nonce'), ...claims },
  });
  return at.get(`/api/oidc/callback?code=${code}&state=${state ?? asked.get('state') ?? ''}`);
}

const browser = (): Browserless => new Browserless(cairn.url);
const account = async (at: Browserless) => (await at.get('/api/session')).body.account;
const where = ({ headers }: PortalReply): string | null => headers.get('location');
const FAILED = '/sign-in?problem=single-sign-on-failed';
const UNKNOWN = '/sign-in?problem=single-sign-on-unknown';

test('by a verified address an account is found and bound; afterwards it is that of the subject, whatever the address', async () => {
  const at = browser();
  expect((await at.get('/api/session')).body.singleSignOn).toBe('County Login');
  const claims = { sub: 'nora', email: 'Nurse@demo.example', email_verified: true };
  expect(where(await signIn(at, claims, { next: '?next=%2Fpatients' }))).toBe('/patients');
  expect(await account(at)).toMatchObject({ email: DEMO_PEOPLE.nurse, secondFactor: 'not-needed' });
  expect(at.cookies.has('cairn_oidc')).toBe(false);

  const renamed = browser();
  await signIn(renamed, { sub: 'nora', email: DEMO_PEOPLE.power, email_verified: true });
  expect((await account(renamed)).email).toBe(DEMO_PEOPLE.nurse);
  // Another subject does not take over a bound account by its address.
  expect(where(await signIn(browser(), { ...claims, sub: 'somebody else' }))).toBe(UNKNOWN);
});

test.each([
  ['of nobody', { sub: 'x', email: 'nobody@demo.example', email_verified: true }],
  ['that nobody verified', { sub: 'x', email: DEMO_PEOPLE.school, email_verified: false }],
  [
    'that is said to be verified in another way',
    { sub: 'x', email: DEMO_PEOPLE.school, email_verified: 'true' },
  ],
])('an address %s opens and makes no account', async (_what, claims) => {
  const at = browser();
  expect(where(await signIn(at, claims))).toBe(UNKNOWN);
  expect(await account(at)).toBeNull();
  const { rows } = await cairn.db.query("select 1 from account where email_key = 'nobody@demo.example'");
  expect(rows).toEqual([]);
});

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  'https://elsewhere.example',
])('nobody is led away from the portal by %j', async (next) => {
  const claims = { sub: 'petra', email: DEMO_PEOPLE.pediatrics, email_verified: true };
  const reply = await signIn(browser(), claims, { next: `?next=${encodeURIComponent(next)}` });
  expect(where(reply)).toBe('/sign-in');
});

test('staff still owe the second factor, unless the provider says that it asked for one', async () => {
  const claims = { sub: 'dana', email: DEMO_PEOPLE.dx, email_verified: true };
  const at = browser();
  await signIn(at, { ...claims, amr: ['pwd'] });
  expect((await account(at)).secondFactor).toBe('needed');
  expect((await at.get('/api/staff/sites')).status).toBe(401);
  await signIn(at, { ...claims, amr: ['pwd', 'mfa'] });
  expect((await account(at)).secondFactor).toBe('given');
  expect((await at.get('/api/staff/sites')).status).toBe(200);
});

test.each([
  ['signed by another key', {}, { signer: strangers.privateKey }],
  ['for another program', { aud: 'another' }, {}],
  ['of another sign-in', { nonce: 'another' }, {}],
  ['that is too old', { exp: 1 }, {}],
  ['with another state', {}, { state: 'another' }],
])('an answer %s opens nothing', async (_what, wrong, how) => {
  const at = browser();
  const claims = { sub: 'paula', email: DEMO_PEOPLE.power, email_verified: true, ...wrong };
  expect(where(await signIn(at, claims, how))).toBe(FAILED);
  expect(await account(at)).toBeNull();
});

test('nobody comes back who did not start here, and nobody is led elsewhere', async () => {
  expect(where(await browser().get('/api/oidc/callback?code=x&state=y'))).toBe(FAILED);
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
    const claims = { sub: 'quentin', email: DEMO_PEOPLE.qa, email_verified: true };
    expect(where(await signIn(browser(), claims, { next: `?next=${encodeURIComponent(next)}` }))).toBe(
      '/sign-in',
    );
  }
});
