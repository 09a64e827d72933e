/**
 * Who may ask what: every route there is, and for each of six kinds of asker whether it is answered or refused.
 * A route without a row fails, and so does a row without a route.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from '../support/portal.ts';

const ASKERS = ['anonymous', 'other', 'own', 'facility', 'dx', 'admin'] as const;
type Asker = (typeof ASKERS)[number];

const EVERYBODY: readonly Asker[] = ASKERS;
const STAFF: readonly Asker[] = ['dx', 'admin'];
const READERS: readonly Asker[] = ['own', 'facility', 'dx', 'admin'];
const MEMBERS: readonly Asker[] = ['own'];
const OWN_AND_STAFF: readonly Asker[] = ['own', 'dx', 'admin'];
const ADMINISTRATOR: readonly Asker[] = ['admin'];
/** Has doors of its own: the password of the exchange, the token of staff, or nothing to protect. */
const ELSEWHERE = 'elsewhere';

const TABLE: Readonly<Record<string, readonly Asker[] | typeof ELSEWHERE>> = {
  // Nothing of anybody.
  'GET /*': ELSEWHERE,
  'GET /assets/*': ELSEWHERE,
  'GET /health/live': ELSEWHERE,
  'GET /health/ready': ELSEWHERE,
  'POST /api/forecast': ELSEWHERE,
  // By the password of the exchange: tests/portal/door, tests/refused-senders.
  'GET /IISService': ELSEWHERE,
  'POST /IISService': ELSEWHERE,
  'GET /test/IISService': ELSEWHERE,
  'POST /test/IISService': ELSEWHERE,
  // By the token of staff: tests/review-api.
  'GET /api/review/tasks': ELSEWHERE,
  'GET /api/docs': EVERYBODY,
  'GET /api/session': EVERYBODY,
  'POST /api/session': EVERYBODY,
  'DELETE /api/session': EVERYBODY,
  'PUT /api/password': EVERYBODY,
  'POST /api/password/forgotten': EVERYBODY,
  'GET /api/jurisdiction': EVERYBODY,
  'GET /api/zips/:zip': EVERYBODY,
  'POST /api/registration': EVERYBODY,
  'GET /api/registration': EVERYBODY,
  'PUT /api/registration': EVERYBODY,
  'DELETE /api/registration': EVERYBODY,
  'POST /api/registration/mail-link': EVERYBODY,
  'POST /api/registration/resume': EVERYBODY,
  'GET /api/registration/similar': EVERYBODY,
  'POST /api/registration/submit': EVERYBODY,
  'POST /api/registration/resend': EVERYBODY,
  'POST /api/verification': EVERYBODY,
  'POST /api/credentials': EVERYBODY,
  'POST /api/access-requests': EVERYBODY,
  'POST /api/access-requests/confirm': EVERYBODY,
  'POST /api/workbench/check': EVERYBODY,
  'GET /api/statements/:code': EVERYBODY,
  'POST /api/statements/:code/compare': EVERYBODY,
  'GET /api/mailbox': EVERYBODY,
  'GET /api/mailbox/:mail': EVERYBODY,
  'GET /api/mailbox/:mail/letter': EVERYBODY,

  'GET /api/sites/:site': READERS,
  'GET /api/sites/:site/events': READERS,
  'PUT /api/sites/:site/settings': MEMBERS,
  'PUT /api/sites/:site/contacts': MEMBERS,
  'POST /api/sites/:site/agreement': MEMBERS,
  'GET /api/sites/:site/people': OWN_AND_STAFF,
  'POST /api/sites/:site/people': MEMBERS,
  'DELETE /api/sites/:site/people/:account': MEMBERS,
  'POST /api/sites/:site/access-requests/:request': MEMBERS,
  'GET /api/sites/:site/credential': OWN_AND_STAFF,
  'POST /api/sites/:site/credential/rotate': MEMBERS,
  'POST /api/sites/:site/credential/revoke': OWN_AND_STAFF,
  'PUT /api/sites/:site/credential/certificate': MEMBERS,
  'GET /api/sites/:site/clients': OWN_AND_STAFF,
  'GET /api/sites/:site/clients.csv': OWN_AND_STAFF,
  'POST /api/sites/:site/clients': MEMBERS,
  'POST /api/sites/:site/clients/sheet': MEMBERS,
  'POST /api/sites/:site/clients/confirm': MEMBERS,
  'POST /api/sites/:site/clients/end': MEMBERS,
  'POST /api/sites/:site/sending-facilities': MEMBERS,
  'POST /api/sites/:site/sending-facilities/end': MEMBERS,
  'PUT /api/sites/:site/bidx': MEMBERS,
  'GET /api/sites/:site/bidx': READERS,
  'GET /api/sites/:site/statements': OWN_AND_STAFF,
  'POST /api/sites/:site/statements': MEMBERS,
  'GET /api/sites/:site/statements/:code/pdf': OWN_AND_STAFF,
  'POST /api/sites/:site/tests': MEMBERS,
  'GET /api/sites/:site/tests': READERS,
  'GET /api/sites/:site/tests/:message': READERS,
  'GET /api/sites/:site/tests.csv': READERS,

  'GET /api/staff/sites': STAFF,
  'POST /api/sites/:site/notes': STAFF,
  'POST /api/sites/:site/send-back': STAFF,
  'POST /api/sites/:site/real-data': STAFF,
  'POST /api/sites/:site/promotion': STAFF,
  'POST /api/sites/:site/promotion/approve': STAFF,
  'POST /api/sites/:site/promotion/withdraw': STAFF,
  'POST /api/sites/:site/suspend': STAFF,
  'POST /api/sites/:site/lift': STAFF,
  'GET /api/staff/mail': ADMINISTRATOR,
  'GET /api/staff/mail/:mail': ADMINISTRATOR,
  'GET /api/staff/mail/:mail/letter': ADMINISTRATOR,
  'POST /api/staff/mail/:mail/retry': ADMINISTRATOR,
};

/** DE-000002 is the site that is asked for; SF-000001 sends for it. */
const SITE = 'DE-000002';
const WHO: Readonly<Record<Asker, string | undefined>> = {
  anonymous: undefined,
  other: DEMO_PEOPLE.clinic,
  own: DEMO_PEOPLE.pediatrics,
  facility: DEMO_PEOPLE.hie,
  dx: DEMO_PEOPLE.dx,
  admin: DEMO_PEOPLE.administrator,
};

let cairn: TestCairn;
const browsers = new Map<Asker, Browserless>();

beforeAll(async () => {
  cairn = await startTestCairn();
  for (const asker of ASKERS) {
    const email = WHO[asker];
    browsers.set(asker, email === undefined ? new Browserless(cairn.url) : await signInAs(cairn, email));
  }
});
afterAll(() => cairn.close());

test('every route has a row, and every row a route', () => {
  const routes = new Set(
    cairn.cairn.routes.filter((route) => !/^\S+ \/api\/(review|persons|doses)/.test(route)),
  );
  const rows = new Set(Object.keys(TABLE).filter((row) => !row.includes('/api/review')));
  expect([...routes].filter((route) => !rows.has(route))).toEqual([]);
  expect([...rows].filter((row) => !routes.has(row))).toEqual([]);
});

test('nobody comes to the review of persons without a token, signed in or not', async () => {
  const routes = cairn.cairn.routes.filter((route) => /^\S+ \/api\/(review|persons|doses)/.test(route));
  expect(routes.length).toBeGreaterThan(5);
  for (const route of routes) {
    for (const asker of ASKERS) {
      expect(`${route} ${asker} ${await statusOf(asker, route)}`).toBe(`${route} ${asker} 401`);
    }
  }
});

/** What somebody who may not ask hears: that nobody is signed in, that there is no such site, or that it is not for them. */
function expected(route: string, asker: Asker): number {
  if (asker === 'anonymous') return 401;
  return route.includes(':site') && asker === 'other' ? 404 : 403;
}

/** The request is admitted before it is read, so one that cannot be read tells apart who is admitted and who is not. */
async function statusOf(asker: Asker, route: string): Promise<number> {
  return (await ask(asker, route)).status;
}

async function ask(asker: Asker, route: string): Promise<PortalReply> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(':site', SITE).replaceAll(/:\w+/g, 'x'.repeat(60));
  const browser = browsers.get(asker);
  if (!browser) throw new Error(`no browser of ${asker}`);
  return browser.ask(
    method as 'GET',
    address,
    method === 'GET' ? undefined : 'neither an object nor anything else that is asked',
  );
}

test('nothing under /api is kept by a browser or on its way, whoever asked and whatever was answered', async () => {
  const routes = cairn.cairn.routes.filter((route) => /^\S+ \/api\//.test(route));
  expect(routes.length).toBeGreaterThan(Object.keys(TABLE).length / 2);
  const kept: string[] = [];
  for (const route of routes.filter((each) => each !== 'DELETE /api/session')) {
    for (const asker of ASKERS) {
      const { status, headers } = await ask(asker, route);
      if (headers.get('cache-control') !== 'no-store') kept.push(`${route} ${asker} ${status}`);
    }
  }
  expect(kept).toEqual([]);
});

const rows = Object.entries(TABLE).filter(([, row]) => row !== ELSEWHERE);
test.each(rows)('%s', async (route, allowed) => {
  const answers: string[] = [];
  for (const asker of ASKERS) {
    // Signing out ends what the other rows are asked with.
    if (route === 'DELETE /api/session' && asker !== 'anonymous') continue;
    const status = await statusOf(asker, route);
    const isAdmitted = ![401, 403, 404].includes(status) || isNotFoundForAll(route, status);
    const should = allowed.includes(asker) ? 'admitted' : String(expected(route, asker));
    answers.push(
      `${asker}: ${isAdmitted ? 'admitted' : status}${should === (isAdmitted ? 'admitted' : String(status)) ? '' : `, should be ${should}`}`,
    );
  }
  expect(answers.filter((line) => line.includes('should be'))).toEqual([]);
});

/** Open to everybody, and this browser has no registration. */
function isNotFoundForAll(route: string, status: number): boolean {
  return status === 404 && TABLE[route] === EVERYBODY && route.includes('registration');
}
