/**
 * Who may ask what: every route there is, and for each kind of asker whether it is admitted, or with which status and code it is
 * refused. A route without a row fails, and so does a row without a route. What of it those who are admitted see:
 * policy-objects.test.ts.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, type Asker, ASKERS, askersOf, SIGNED_IN, SITE } from '../support/askers.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import type { PortalReply } from '../support/portal.ts';

const EVERYBODY: readonly Asker[] = ASKERS;
/** Also those who have yet to give the code. */
const HALF_SIGNED_IN: readonly Asker[] = ['half', ...SIGNED_IN];

// By what somebody is to the registry.
const STAFF: readonly Asker[] = ['dx', 'admin'];
const ADMINISTRATOR: readonly Asker[] = ['admin'];
/** Staff, and their programs. */
const REVIEWERS: readonly Asker[] = ['dx', 'admin', 'token'];
const PERSON_ADMINISTRATORS: readonly Asker[] = ['admin', 'token'];

/** Programs of sites and Sending Facilities, by their credentials of the exchange: tests/portal/program-login. */
const PROGRAMS: readonly Asker[] = ['program'];

// By what somebody is to the site in the address: users of a site are nothing to its pages.
const READERS: readonly Asker[] = ['own', 'facility', ...STAFF];
const MEMBERS: readonly Asker[] = ['own'];
const OWN_AND_STAFF: readonly Asker[] = ['own', ...STAFF];

// By what somebody is at the organization acted for.
const LOCAL_ADMINISTRATORS: readonly Asker[] = ['other', 'own', 'facility'];
const PATIENT_WRITERS: readonly Asker[] = ['nurse', 'nurse2', 'power'];
const PATIENT_READERS: readonly Asker[] = ['reader', 'school', ...PATIENT_WRITERS, 'admin'];
/** A school learns nothing of who else has seen a record. */
const HISTORY_READERS: readonly Asker[] = ['reader', ...PATIENT_WRITERS, 'admin'];
const EMERGENCY: readonly Asker[] = [...PATIENT_WRITERS, 'admin'];
const STOCK_READERS: readonly Asker[] = PATIENT_WRITERS;
const STOCK_KEEPERS: readonly Asker[] = ['power'];
const WATCHERS: readonly Asker[] = ['power', 'qa', 'hieQa', ...STAFF];

/** Has doors of its own: the password of the exchange, or nothing to protect. */
const ELSEWHERE = 'elsewhere';

const TABLE: Readonly<Record<string, readonly Asker[] | typeof ELSEWHERE>> = {
  // Nothing of anybody.
  'GET /*': ELSEWHERE,
  'GET /assets/*': ELSEWHERE,
  'GET /health/live': ELSEWHERE,
  'GET /health/ready': ELSEWHERE,
  'GET /metrics': ELSEWHERE,
  'POST /api/forecast': ELSEWHERE,
  // By the password of the exchange: tests/portal/door, tests/refused-senders.
  'GET /IISService': ELSEWHERE,
  'POST /IISService': ELSEWHERE,
  // An old address; tests/cut-over.
  'GET /CAPRD-WS/IISService': ELSEWHERE,
  'POST /CAPRD-WS/IISService': ELSEWHERE,
  'GET /test/IISService': ELSEWHERE,
  'POST /test/IISService': ELSEWHERE,
  'GET /api/docs': EVERYBODY,
  'GET /api/session': EVERYBODY,
  'POST /api/session': EVERYBODY,
  'DELETE /api/session': EVERYBODY,
  'POST /api/session/factor': HALF_SIGNED_IN,
  'PUT /api/session/organization': SIGNED_IN,
  'GET /api/account': SIGNED_IN,
  'PUT /api/account/password': SIGNED_IN,
  'DELETE /api/account/sessions': SIGNED_IN,
  'POST /api/account/authenticator': HALF_SIGNED_IN,
  'DELETE /api/account/authenticator': SIGNED_IN,
  'POST /api/account/authenticator/confirm': HALF_SIGNED_IN,
  'POST /api/account/recovery-codes': SIGNED_IN,
  'POST /api/staff/accounts/second-factor': ADMINISTRATOR,
  // Sends the browser elsewhere, whoever asks: tests/portal/single-sign-on.
  'GET /api/oidc/start': EVERYBODY,
  'GET /api/oidc/callback': EVERYBODY,
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

  'GET /api/flat-files': PROGRAMS,
  'POST /api/flat-files': PROGRAMS,
  // What is not there is answered as on any route: tests/portal/flat-files.
  'GET /api/flat-files/:file': PROGRAMS,
  'GET /api/flat-files/:file/report.csv': PROGRAMS,
  // What is not there is answered as on any route: tests/history-load, tests/portal/history-load.
  'GET /api/history-loads': PROGRAMS,
  'POST /api/history-loads': PROGRAMS,
  'GET /api/history-loads/:load': PROGRAMS,
  'GET /api/history-loads/:load/problems.csv': PROGRAMS,
  'GET /api/history-loads/:load/pieces': PROGRAMS,
  'PUT /api/history-loads/:load/pieces/:piece': PROGRAMS,
  'POST /api/history-loads/:load/finish': PROGRAMS,
  'POST /api/history-loads/:load/pause': PROGRAMS,
  'POST /api/history-loads/:load/resume': PROGRAMS,
  'POST /api/history-loads/:load/cancel': PROGRAMS,
  'GET /api/sites/:site/history-loads': OWN_AND_STAFF,
  'POST /api/sites/:site/history-loads': MEMBERS,
  'GET /api/sites/:site/history-loads/:load': OWN_AND_STAFF,
  'GET /api/sites/:site/history-loads/:load/problems.csv': OWN_AND_STAFF,
  'GET /api/sites/:site/history-loads/:load/pieces': MEMBERS,
  'PUT /api/sites/:site/history-loads/:load/pieces/:piece': MEMBERS,
  'POST /api/sites/:site/history-loads/:load/finish': MEMBERS,
  'POST /api/sites/:site/history-loads/:load/pause': MEMBERS,
  'POST /api/sites/:site/history-loads/:load/resume': MEMBERS,
  'POST /api/sites/:site/history-loads/:load/cancel': MEMBERS,
  'GET /api/sites/:site/flat-files': OWN_AND_STAFF,
  'POST /api/sites/:site/flat-files': MEMBERS,
  'GET /api/sites/:site/flat-files/:file': OWN_AND_STAFF,
  'GET /api/sites/:site/flat-files/:file/report.csv': OWN_AND_STAFF,
  'GET /api/acknowledgements': PROGRAMS,
  'GET /api/sites/:site/acknowledgements': OWN_AND_STAFF,
  'PUT /api/sites/:site/acknowledgements': MEMBERS,
  'DELETE /api/sites/:site/acknowledgements': MEMBERS,
  'POST /api/sites/:site/acknowledgements/secret': MEMBERS,
  'POST /api/sites/:site/acknowledgements/test': MEMBERS,

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

  'GET /api/exchange/overview': WATCHERS,
  'GET /api/exchange/quality': WATCHERS,
  'GET /api/exchange/attention': WATCHERS,
  'GET /api/exchange/sites': WATCHERS,
  'POST /api/exchange/messages/search': WATCHERS,
  'POST /api/exchange/messages/export': WATCHERS,
  'GET /api/exchange/messages/:message': WATCHERS,

  'GET /api/patients/:patient/record.pdf': PATIENT_READERS,
  'GET /api/patients/:patient/seen': HISTORY_READERS,

  'GET /api/staff/sites': STAFF,
  'GET /api/account-update': LOCAL_ADMINISTRATORS,
  'GET /api/account-update/requests': LOCAL_ADMINISTRATORS,
  'POST /api/account-update/requests': LOCAL_ADMINISTRATORS,
  'POST /api/account-update/requests/:request/withdraw': LOCAL_ADMINISTRATORS,
  'GET /api/staff/account-requests': STAFF,
  'GET /api/inventory': STOCK_READERS,
  'POST /api/inventory/lots': STOCK_KEEPERS,
  'GET /api/inventory/lots/:lot': STOCK_READERS,
  'PUT /api/inventory/lots/:lot': STOCK_KEEPERS,
  'POST /api/inventory/lots/:lot/transactions': STOCK_KEEPERS,
  'GET /api/inventory/lots.csv': STOCK_READERS,
  'GET /api/inventory/ledger.csv': STOCK_READERS,
  'GET /api/inventory/counts': STOCK_READERS,
  'POST /api/inventory/counts': STOCK_KEEPERS,
  'POST /api/inventory/transfers': STOCK_KEEPERS,
  'POST /api/inventory/transfers/:transfer/receive': STOCK_KEEPERS,
  'POST /api/inventory/transfers/:transfer/withdraw': STOCK_KEEPERS,
  'GET /api/inventory/not-deducted': STOCK_READERS,
  'POST /api/inventory/not-deducted/resolve': STOCK_KEEPERS,
  'POST /api/inventory/not-deducted/dismiss': STOCK_KEEPERS,
  'POST /api/inventory/decrement-request': STOCK_KEEPERS,
  'GET /api/sites/:site/decrement': STAFF,
  'PUT /api/sites/:site/decrement': STAFF,
  'POST /api/staff/account-requests/:request/approve': STAFF,
  'POST /api/staff/account-requests/:request/refuse': STAFF,
  'GET /api/timeline': EVERYBODY,
  'GET /api/training': SIGNED_IN,
  'POST /api/training/:course/quiz': SIGNED_IN,
  'GET /api/staff/training': STAFF,
  'POST /api/staff/training': STAFF,
  'POST /api/staff/training/list': STAFF,
  'POST /api/staff/training/:completion/withdraw': STAFF,
  // These two refuse each by the course: tests/portal/training.
  'GET /api/training/:course': ELSEWHERE,
  'POST /api/training/:course/enrol': ELSEWHERE,
  'POST /api/sites/:site/notes': STAFF,
  'POST /api/sites/:site/send-back': STAFF,
  'POST /api/sites/:site/real-data': STAFF,
  'POST /api/sites/:site/promotion': STAFF,
  'POST /api/sites/:site/promotion/approve': STAFF,
  'POST /api/sites/:site/promotion/withdraw': STAFF,
  'POST /api/sites/:site/suspend': STAFF,
  'GET /api/sites/:site/routing': STAFF,
  'PUT /api/sites/:site/routing': STAFF,
  'POST /api/sites/:site/lift': STAFF,
  'POST /api/patients/search': PATIENT_READERS,
  'POST /api/patients/emergency': EMERGENCY,
  'GET /api/patients/:patient': PATIENT_READERS,
  'GET /api/patients/:patient/why': PATIENT_READERS,
  'POST /api/patients': PATIENT_WRITERS,
  'PUT /api/patients/:patient/details': PATIENT_WRITERS,
  'PUT /api/patients/:patient/sharing': PATIENT_WRITERS,
  'POST /api/patients/:patient/doses': PATIENT_WRITERS,
  'GET /api/patients/:patient/doses/:dose': PATIENT_WRITERS,
  'PUT /api/patients/:patient/doses/:dose': PATIENT_WRITERS,
  'DELETE /api/patients/:patient/doses/:dose': PATIENT_WRITERS,
  'GET /api/codes/immunization': SIGNED_IN,
  'GET /api/review/tasks': REVIEWERS,
  'GET /api/review/tasks/:id': REVIEWERS,
  'POST /api/review/tasks/:id/decision': REVIEWERS,
  'POST /api/review/tasks/:id/reopen': REVIEWERS,
  'POST /api/review/decisions': REVIEWERS,
  'GET /api/persons/:id/links': REVIEWERS,
  'GET /api/persons/:id/dose-links': REVIEWERS,
  'POST /api/persons/:id/dose-links': REVIEWERS,
  'POST /api/persons/:id/dose-links/remove': REVIEWERS,
  'POST /api/persons/merge': PERSON_ADMINISTRATORS,
  'POST /api/persons/:id/unmerge': PERSON_ADMINISTRATORS,
  'POST /api/persons/:id/seal': PERSON_ADMINISTRATORS,
  'POST /api/staff/audit/search': ADMINISTRATOR,
  'POST /api/staff/audit/sample': ADMINISTRATOR,
  'POST /api/staff/audit/csv': ADMINISTRATOR,
  'GET /api/staff/emergencies': ADMINISTRATOR,
  'POST /api/staff/emergencies/:grant/review': ADMINISTRATOR,
  'GET /api/staff/outbound': STAFF,
  'GET /api/staff/outbound-count': STAFF,
  'GET /api/staff/outbound/:endpoint': STAFF,
  'PUT /api/staff/outbound/:endpoint': ADMINISTRATOR,
  'POST /api/staff/outbound/:endpoint/test': STAFF,
  'POST /api/staff/outbound/:endpoint/maintenance': ADMINISTRATOR,
  'POST /api/staff/outbound/:endpoint/maintenance/:window/end': ADMINISTRATOR,
  'GET /api/staff/outbound/:endpoint/messages': STAFF,
  'GET /api/staff/outbound/:endpoint/messages.csv': STAFF,
  'GET /api/staff/outbound/:endpoint/messages/:message/answer': STAFF,
  'POST /api/staff/outbound/:endpoint/replay': STAFF,
  'POST /api/staff/outbound/:endpoint/discard': STAFF,
  'POST /api/staff/outbound/:endpoint/backfill': ADMINISTRATOR,
  'POST /api/staff/outbound/:endpoint/backfill/:backfill/stop': ADMINISTRATOR,
  'GET /api/staff/mail': ADMINISTRATOR,
  'GET /api/staff/mail/:mail': ADMINISTRATOR,
  'GET /api/staff/mail/:mail/letter': ADMINISTRATOR,
  'POST /api/staff/mail/:mail/retry': ADMINISTRATOR,
};

let cairn: TestCairn;
let asks: (asker: Asker) => Ask;
/** Each is asked once. */
const replies = new Map<string, Promise<PortalReply>>();

beforeAll(async () => {
  cairn = await startTestCairn();
  asks = await askersOf(cairn);
});
afterAll(() => cairn.close());

test('every route has a row, and every row a route', () => {
  const routes = new Set(cairn.cairn.routes);
  const rows = new Set(Object.keys(TABLE));
  expect([...routes].filter((route) => !rows.has(route))).toEqual([]);
  expect([...rows].filter((row) => !routes.has(row))).toEqual([]);
});

const ADMITTED = 'admitted';

/** Who is known to the site in the address; all others hear that there is none. */
const KNOWN_TO_SITE: readonly Asker[] = READERS;

/** What each hears: nothing of the kind, or why not. */
function expected(route: string, asker: Asker, allowed: readonly Asker[]): string {
  if (allowed.includes(asker)) return ADMITTED;
  if (asker === 'anonymous' || asker === 'token' || asker === 'program') return '401 sign-in-needed';
  if (asker === 'half') return '401 second-factor-needed';
  if (route.includes(':site')) return KNOWN_TO_SITE.includes(asker) ? '403 not-allowed' : '404 not-found';
  return asker === 'trainee' && allowed.includes('nurse') ? '403 training-needed' : '403 not-allowed';
}

/** The request is admitted before it is read, so one that cannot be read tells apart who is admitted and who is not. */
function ask(route: string, asker: Asker): Promise<PortalReply> {
  const key = `${asker} ${route}`;
  const reply = replies.get(key) ?? asks(asker)(...unreadable(route));
  replies.set(key, reply);
  return reply;
}

function unreadable(route: string): Parameters<Ask> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(':site', SITE).replaceAll(/:\w+/g, 'x'.repeat(60));
  return [
    method as 'GET',
    address,
    method === 'GET' ? undefined : 'neither an object nor anything else that is asked',
  ];
}

/** Signing out ends what everything else is asked with. */
const askersOfRoute = (route: string): readonly Asker[] =>
  route === 'DELETE /api/session' ? ['anonymous', 'token', 'program'] : ASKERS;

const rows = Object.entries(TABLE).filter(([, row]) => row !== ELSEWHERE);
test.each(rows)('%s', async (route, allowed) => {
  const heard = await Promise.all(
    askersOfRoute(route).map(async (asker) => {
      const { status, body } = await ask(route, asker);
      const isAdmitted = ![401, 403, 404].includes(status) || isNotFoundForAll(route, status);
      return `${asker}: ${isAdmitted ? ADMITTED : `${status} ${body?.code}`}`;
    }),
  );
  expect(heard).toEqual(
    askersOfRoute(route).map((asker) => `${asker}: ${expected(route, asker, allowed as readonly Asker[])}`),
  );
});

/** Open to everybody, and this browser has no registration. */
function isNotFoundForAll(route: string, status: number): boolean {
  return status === 404 && TABLE[route] === EVERYBODY && route.includes('registration');
}

test('nothing under /api is kept by a browser or on its way, whoever asked and whatever was answered', async () => {
  const routes = cairn.cairn.routes.filter((route) => /^\S+ \/api\//.test(route));
  expect(routes.length).toBeGreaterThan(Object.keys(TABLE).length / 2);
  const kept: string[] = [];
  for (const route of routes) {
    for (const asker of askersOfRoute(route)) {
      const { status, headers } = await ask(route, asker);
      if (headers.get('cache-control') !== 'no-store') kept.push(`${route} ${asker} ${status}`);
    }
  }
  expect(kept).toEqual([]);
});

test('who acts for no organization now is told to choose one', async () => {
  const nurse = (await askersOf(cairn, ['nurse']))('nurse');
  expect((await nurse('PUT', '/api/session/organization', { code: null })).status).toBe(200);
  const { status, body } = await nurse('POST', '/api/patients/search', {});
  expect([status, body.code]).toEqual([403, 'organization-needed']);
});
