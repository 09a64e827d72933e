/**
 * Whose objects those see who may ask a route at all (policy.test.ts): patients, doses, messages, tests, statements, requests
 * and accounts of one's own organization, of others, and such as are kept from others. What is not theirs is not there for them.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, type Asker, askersOf } from '../support/askers.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { CLINIC, controlId, dose, patient, PEDIATRICS, type Sending, vxu } from '../support/messages.ts';
import { DEMO_PEOPLE } from '../support/portal.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let asks: (asker: Asker) => Ask;
beforeAll(async () => {
  cairn = await startTestCairn();
  asks = await askersOf(cairn);
});
afterAll(() => cairn.close());

type Told = { readonly person: string; readonly message: string; readonly report: string };

/** Somebody whom the registry hears of by the exchange. */
async function told(from: Sending, pd1?: Readonly<Record<number, string>>): Promise<Told> {
  const control = controlId();
  const orders = [dose({ site: from.site })];
  const text = vxu({ patient: patient(), from, controlId: control, orders, ...(pd1 ? { pd1 } : {}) });
  expect(await submit(cairn.url, text, { login: from.login })).toContain('MSA|AA');
  const { rows } = await cairn.db.query(
    `select person_id as person, m.message_id as message, report_id as report
     from message m join dose_report using (person_id) where control_id = $1`,
    [control],
  );
  return rows[0] as Told;
}

const PROTECTED = { 12: 'Y', 13: '20250320' };

describe('patients', () => {
  /** Charts of DE-000001 and DE-000002. */
  const CHARTS = [
    'clinic’s',
    'clinic’s protected',
    'clinic’s sealed',
    'pediatrics’',
    'pediatrics’ protected',
  ] as const;
  type Chart = (typeof CHARTS)[number];
  const charts = new Map<Chart, Told>();
  const chart = (name: Chart): Told => charts.get(name) ?? { person: '', message: '', report: '' };
  beforeAll(async () => {
    charts.set('clinic’s', await told(CLINIC));
    charts.set('clinic’s protected', await told(CLINIC, PROTECTED));
    charts.set('clinic’s sealed', await told(CLINIC));
    charts.set('pediatrics’', await told(PEDIATRICS));
    charts.set('pediatrics’ protected', await told(PEDIATRICS, PROTECTED));
    const seal = { sealed: true, reason: 'adopted' };
    await asks('admin')('POST', `/api/persons/${chart('clinic’s sealed').person}/seal`, seal);
  });

  const CLINIC_SEES = ['clinic’s', 'clinic’s protected', 'clinic’s sealed', 'pediatrics’'] as const;
  const PEDIATRICS_SEE = ['clinic’s', 'pediatrics’', 'pediatrics’ protected'] as const;
  const ALL_SEE = ['clinic’s', 'pediatrics’'] as const;
  const SEEN: readonly (readonly [Asker, readonly Chart[]])[] = [
    ['reader', CLINIC_SEES],
    ['school', CLINIC_SEES],
    ['nurse', CLINIC_SEES],
    ['power', CLINIC_SEES],
    ['nurse2', PEDIATRICS_SEE],
    ['admin', ALL_SEE],
  ];

  test.each(SEEN)('are read by %s where they are theirs to see', async (asker, seen) => {
    for (const page of ['', '/why', '/record.pdf']) {
      const statuses = await Promise.all(
        CHARTS.map(async (name) => {
          const reply = await asks(asker)('GET', `/api/patients/${chart(name).person}${page}`);
          return `${name}${page}: ${reply.status}`;
        }),
      );
      expect(statuses).toEqual(CHARTS.map((name) => `${name}${page}: ${seen.includes(name) ? 200 : 404}`));
    }
  });

  test.each(SEEN.filter(([asker]) => asker !== 'school'))(
    'have a history of who has seen them, for %s where the organization has a chart',
    async (asker, seen) => {
      const own = asker === 'nurse2' ? 'pediatrics’' : asker === 'admin' ? '' : 'clinic’s';
      for (const name of CHARTS) {
        const reply = await asks(asker)('GET', `/api/patients/${chart(name).person}/seen`);
        const should = seen.includes(name) ? (name.startsWith(own) ? 200 : 403) : 404;
        expect([name, reply.status]).toEqual([name, should]);
      }
    },
  );

  test.each(['nurse', 'power', 'nurse2'] as const)(
    'are written to by %s where they see them',
    async (asker) => {
      const seen: readonly Chart[] = asker === 'nurse2' ? PEDIATRICS_SEE : CLINIC_SEES;
      const entry = { kind: 'historical', date: '2024-05-02', cvx: '21' };
      for (const name of CHARTS) {
        const path = `/api/patients/${chart(name).person}`;
        const replies = seen.includes(name)
          ? [await asks(asker)('PUT', `${path}/details`, { language: 'spa' })]
          : [
              await asks(asker)('PUT', `${path}/details`, { language: 'spa' }),
              await asks(asker)('PUT', `${path}/sharing`, { refuses: false }),
              await asks(asker)('POST', `${path}/doses`, entry),
              await asks(asker)('GET', `${path}/doses/${chart(name).report}`),
              await asks(asker)('PUT', `${path}/doses/${chart(name).report}`, entry),
              await asks(asker)('DELETE', `${path}/doses/${chart(name).report}`, { reason: 'wrong child' }),
            ];
        const should = seen.includes(name) ? 200 : 404;
        expect([name, ...replies.map(({ status }) => status)]).toEqual([name, ...replies.map(() => should)]);
      }
    },
  );

  test('have doses that are changed by those who reported them, under the patient who had them', async () => {
    const [ours, theirs] = [chart('clinic’s'), chart('pediatrics’')];
    const entry = { kind: 'historical', date: '2024-05-02', cvx: '21' };
    const status = async (asker: Asker, ...asked: Parameters<Ask>) => (await asks(asker)(...asked)).status;
    const dosePath = (whose: Told, which: Told) => `/api/patients/${whose.person}/doses/${which.report}`;
    expect(await status('nurse2', 'GET', dosePath(theirs, theirs))).toBe(200);
    expect(await status('nurse', 'GET', dosePath(theirs, theirs))).toBe(403);
    expect(await status('nurse', 'PUT', dosePath(theirs, theirs), entry)).toBe(403);
    expect(await status('nurse', 'DELETE', dosePath(theirs, theirs), { reason: 'wrong' })).toBe(403);
    // An own dose, and somebody else's, under a patient who never had it.
    const sealed = chart('clinic’s sealed');
    expect(await status('nurse', 'GET', dosePath(ours, sealed))).toBe(404);
    expect(await status('nurse', 'DELETE', dosePath(ours, sealed), { reason: 'wrong' })).toBe(404);
    expect(await status('nurse', 'GET', dosePath(ours, theirs))).toBe(404);
  });
});

describe('the exchange', () => {
  const CASES: readonly (readonly [Asker, { readonly own: number; readonly client: number }])[] = [
    ['power', { own: 200, client: 404 }],
    ['qa', { own: 200, client: 404 }],
    ['hieQa', { own: 404, client: 200 }],
    ['dx', { own: 200, client: 200 }],
    ['admin', { own: 200, client: 200 }],
  ];
  let own: Told;
  let client: Told;
  beforeAll(async () => {
    own = await told(CLINIC);
    client = await told(PEDIATRICS);
  });

  test.each(CASES)(
    'is watched by %s: messages and figures of DE-000001 and of a client',
    async (asker, should) => {
      const ask = asks(asker);
      const statuses = async (message: string, site: string) => [
        (await ask('GET', `/api/exchange/messages/${message}`)).status,
        (await ask('POST', '/api/exchange/messages/search', { site })).status,
        (await ask('POST', '/api/exchange/messages/export', { site })).status,
        (await ask('GET', `/api/exchange/overview?site=${site}`)).status,
        (await ask('GET', `/api/exchange/quality?site=${site}`)).status,
        (await ask('GET', `/api/exchange/attention?site=${site}`)).status,
      ];
      expect(await statuses(own.message, 'DE-000001')).toEqual(Array(6).fill(should.own));
      expect(await statuses(client.message, 'DE-000002')).toEqual(Array(6).fill(should.client));
    },
  );

  test('lists to each the messages that are theirs, and no others', async () => {
    for (const [asker, should] of CASES) {
      const { body } = await asks(asker)('POST', '/api/exchange/messages/search', {});
      const ids = body.messages.map(({ id }: { readonly id: string }) => id);
      expect([asker, ids.includes(own.message), ids.includes(client.message)]).toEqual([
        asker,
        should.own === 200,
        should.client === 200,
      ]);
    }
  });
});

test('tests, statements and people of one site are not there under the address of another', async () => {
  const clinic = asks('other');
  const pediatrics = asks('own');
  const day = '2025-03-20';
  const submitted = await clinic('POST', '/api/sites/DE-000001/tests', { text: vxu() });
  const made = await clinic('POST', '/api/sites/DE-000001/statements', { from: day, to: day });
  const { rows } = await cairn.db.query('select account_id as id from account where email = $1', [
    DEMO_PEOPLE.nurse,
  ]);
  const [message, code] = [submitted.body.tests[0].id, made.body.code];
  const status = async (ask: Ask, ...asked: Parameters<Ask>) => (await ask(...asked)).status;
  expect(await status(clinic, 'GET', `/api/sites/DE-000001/tests/${message}`)).toBe(200);
  expect(await status(pediatrics, 'GET', `/api/sites/DE-000002/tests/${message}`)).toBe(404);
  expect(await status(asks('dx'), 'GET', `/api/sites/DE-000002/tests/${message}`)).toBe(404);
  expect(await status(clinic, 'GET', `/api/sites/DE-000001/statements/${code}/pdf`)).toBe(200);
  expect(await status(pediatrics, 'GET', `/api/sites/DE-000002/statements/${code}/pdf`)).toBe(404);
  expect(await status(pediatrics, 'DELETE', `/api/sites/DE-000002/people/${rows[0].id}`)).toBe(404);
});

test('what a local administrator asked for is withdrawn by their own organization alone', async () => {
  const asked = {
    kind: 'change',
    email: DEMO_PEOPLE.reader,
    userRole: 'regular',
    isLocalAdministrator: false,
  };
  expect((await asks('other')('POST', '/api/account-update/requests', asked)).status).toBe(200);
  const { rows } = await cairn.db.query('select request_id as id from account_request');
  const withdraw = `/api/account-update/requests/${rows[0].id}/withdraw`;
  expect((await asks('own')('POST', withdraw)).status).toBe(404);
  expect((await asks('facility')('POST', withdraw)).status).toBe(404);
  expect((await asks('own')('GET', '/api/account-update/requests')).text).not.toContain(rows[0].id);
  expect((await asks('own')('GET', '/api/account-update')).text).not.toContain(DEMO_PEOPLE.reader);
  expect((await asks('other')('POST', withdraw)).status).toBe(200);
});

test('a role counts from the day on which the region goes live', { timeout: 60_000 }, async () => {
  // DE-000001 is in la-orange, DE-000002 in central-valley, which went live a month before.
  const ROUTES: readonly Parameters<Ask>[] = [
    ['POST', '/api/patients/search', { last: 'Nobodymadeup', first: 'Ana' }],
    ['POST', '/api/patients/emergency', {}],
    ['GET', '/api/patients/not-an-id'],
    ['GET', '/api/patients/not-an-id/record.pdf'],
    ['POST', '/api/patients', {}],
  ];
  const heard = async (now: string) => {
    const at = await startTestCairn({ now });
    try {
      const by = await askersOf(at, ['nurse', 'nurse2', 'power']);
      const codes = async (asker: Asker, routes = ROUTES) =>
        Promise.all(routes.map(async (route) => (await by(asker)(...route)).body?.code ?? 'ok'));
      const watching = await codes('power', [['GET', '/api/exchange/overview']]);
      return { nurse: await codes('nurse'), nurse2: await codes('nurse2'), watching };
    } finally {
      await at.close();
    }
  };
  const invalid = 'request-invalid';
  const open = ['ok', invalid, invalid, invalid, invalid];
  const closed = ROUTES.map(() => 'region-not-live');
  expect(await heard('2017-04-09T23:59:00-07:00')).toEqual({
    nurse: closed,
    nurse2: open,
    watching: ['region-not-live'],
  });
  expect(await heard('2017-04-10T00:01:00-07:00')).toEqual({ nurse: open, nurse2: open, watching: ['ok'] });
});
