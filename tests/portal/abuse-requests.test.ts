/** What somebody sends who means harm: requests that other websites cause, and bodies that are to break the server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, isChange, isForStaff, type Operation, operationsOf } from '../support/api-document.ts';
import { basic } from '../support/basic.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from '../support/portal.ts';
import { DEMO_CLINIC } from '../support/soap.ts';

let cairn: TestCairn;
let operations: readonly Operation[];
const people = new Map<string, Browserless>();

beforeAll(async () => {
  cairn = await startTestCairn();
  operations = await operationsOf(cairn.url);
  for (const email of Object.values(DEMO_PEOPLE)) people.set(email, await signInAs(cairn, email));
});
afterAll(() => cairn.close());

const as = (email: string): Browserless => people.get(email) ?? new Browserless(cairn.url);
const nobody = (): Browserless => new Browserless(cairn.url);
const rows = async (sql: string, ...values: readonly unknown[]) =>
  (await cairn.db.query(sql, [...values])).rows;

/** Who is let in to a route; the address of a site of theirs. */
function insider(operation: Operation): {
  readonly browser: Browserless;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
} {
  const { id, path } = operation;
  const isForPrograms = /^\/api\/(?:history-loads|flat-files|acknowledgements)/.test(path);
  const email =
    /^\/api\/(?:staff\/(?:mail|audit|emergencies|accounts\/second|outbound)|review|persons|doses)/.test(path)
      ? DEMO_PEOPLE.administrator
      : isForStaff(operation)
        ? DEMO_PEOPLE.dx
        : /^\/api\/(?:patients|exchange|inventory)/.test(path)
          ? DEMO_PEOPLE.power
          : DEMO_PEOPLE.hie;
  const any = '00000000-0000-4000-8000-000000000000';
  const values = {
    site: 'SF-000001',
    account: any,
    request: any,
    mail: any,
    message: any,
    patient: any,
    dose: any,
    grant: any,
    task: any,
    id: any,
    completion: any,
    course: 'regular-user',
    code: 'X',
    zip: '94601',
    endpoint: 'bay-area',
    lot: any,
    load: any,
    file: any,
    no: '0',
    piece: '0',
    transfer: any,
    window: any,
    backfill: any,
  };
  return {
    browser: id === 'signOut' || isForPrograms ? nobody() : as(email),
    address: addressOf(operation, values),
    headers: isForPrograms ? basic(DEMO_CLINIC) : {},
  };
}

/** What they take is no form and no JSON; what they make of it is tested with them. */
const TAKES_FILES = new Set(['postFlatFile', 'sendFlatFile', 'programPutHistoryPiece', 'putHistoryPiece']);

/** A body as it stands, of whatever type. */
async function raw(operation: Operation, type: string, body: string): Promise<PortalReply> {
  const { browser, address, headers } = insider(operation);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${cairn.url}${address}`, {
    method: operation.method,
    headers: { ...headers, origin: cairn.url, 'content-type': type, ...(cookie === '' ? {} : { cookie }) },
    body,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

/** Everything that requests could have changed, as one figure. */
async function traces(): Promise<string> {
  const [row] =
    await rows(`select (select count(*) from onboarding_event) || ' ' || (select count(*) from mail) || ' ' ||
    (select count(*) from session) || ' ' || (select count(*) from registration) || ' ' ||
    (select string_agg(stage, '') from organization) as traces`);
  return row.traces;
}

describe('another website', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['origin', { origin: 'https://evil.example' }],
    ['origin of no page', { origin: 'null' }],
    ['origin that begins like ours', { origin: 'http://localhost.evil.example' }],
    ['sec-fetch-site', { 'sec-fetch-site': 'cross-site' }],
  ])('changes nothing: %s', async (_, headers) => {
    const before = await traces();
    const changes = operations.filter(isChange);
    expect(changes.length).toBeGreaterThan(30);
    const wrong: string[] = [];
    for (const operation of changes) {
      const { browser, address } = insider(operation);
      const { status, body } = await browser.ask(operation.method, address, operation.body && {}, headers);
      if (status !== 403 || body.code !== 'foreign-origin') wrong.push(`${operation.id}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(await traces()).toBe(before);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('sends no form of %s', async (type) => {
    const before = await traces();
    const wrong: string[] = [];
    for (const operation of operations.filter(isChange)) {
      if (TAKES_FILES.has(operation.id)) continue;
      const { status, body } = await raw(operation, type, '{"county":"Alameda","language":"en"}');
      if (status !== 400 || body.code !== 'request-unreadable') {
        wrong.push(`${operation.id}: ${status} ${body.code}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await traces()).toBe(before);
  });
});

describe('a body that is to break the server', () => {
  const long = (bytes: number): string => 'x'.repeat(bytes);
  const keys = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, 1]));
  /** In the place of every field of a body, and as the body itself. */
  const BODIES: Readonly<Record<string, (field: string) => string>> = {
    '2 MB': (field) => JSON.stringify({ [field]: long(2 * 1024 * 1024) }),
    '600 kB': (field) => JSON.stringify({ [field]: long(600 * 1024) }),
    'lists 10 000 deep': (field) => `{"${field}":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    'objects 10 000 deep': (field) => `{"${field}":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
    '10 000 keys': (field) => JSON.stringify({ [field]: keys }),
    'nothing but keys': () => JSON.stringify(keys),
    'a prototype': (field) => `{"__proto__":{"isStaff":true},"${field}":"x"}`,
    'a constructor': (field) => `{"constructor":{"prototype":{"isStaff":true}},"${field}":"x"}`,
    'no JSON': () => '{"a":',
    'no UTF-8': () => '\uD800',
    nothing: () => '',
    null: () => 'null',
  };
  const LARGE = new Set(['2 MB', '10 000 keys', 'nothing but keys']);

  test.each(Object.entries(BODIES))('is refused by every route: %s', async (name, bodyOf) => {
    const before = await traces();
    const wrong: string[] = [];
    for (const operation of operations.filter(({ body }) => body !== undefined)) {
      const fields = Object.keys(operation.body?.properties ?? { x: true });
      // In every field, where that takes no time.
      for (const field of LARGE.has(name) ? fields.slice(0, 1) : fields) {
        const { status, body } = await raw(operation, 'application/json', bodyOf(field));
        // A route may have had too many of these by then.
        if (![400, 413, 429].includes(status) || typeof body.code !== 'string') {
          wrong.push(`${operation.id} ${field}: ${status} ${JSON.stringify(body).slice(0, 100)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await traces()).toBe(before);
    expect(Object.hasOwn(Object.prototype, 'isStaff')).toBe(false);
  });

  test.each(Object.keys(BODIES))('is refused as a step of a registration: %s', async (name) => {
    const browser = nobody();
    const { body } = await browser.post('/api/registration', { county: 'Alameda', language: 'en' });
    const bad = BODIES[name]?.('siteName') ?? '';
    const { status } = await fetch(`${cairn.url}/api/registration`, {
      method: 'PUT',
      headers: {
        origin: cairn.url,
        'content-type': 'application/json',
        cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      },
      body: `{"step":"place","version":${body.version},"answers":${bad === '' ? 'null' : bad}}`,
    });
    expect([400, 413]).toContain(status);
    expect((await browser.get('/api/registration')).body.answers).toEqual({ place: { county: 'Alameda' } });
  });
});
