/** Ways around the rules that somebody who is signed in may try. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, TODAY, type TestCairn } from '../support/cairn.ts';
import { historical, patient, type Patient, PEDIATRICS, segment, vxu } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, signInAs } from '../support/portal.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let nurse: Browserless;
let nurse2: Browserless;
let hidden: string;
const HIDDEN = patient({ last: 'Verborgmadeup', first: 'Elena', birthDate: '20200229' });

beforeAll(async () => {
  cairn = await startTestCairn();
  [nurse, nurse2] = await Promise.all([
    signInAs(cairn, DEMO_PEOPLE.nurse),
    signInAs(cairn, DEMO_PEOPLE.nurse2),
  ]);
  hidden = await told(HIDDEN, vxu({ patient: HIDDEN, pd1: { 12: 'Y', 13: '20250320' } }));
});
afterAll(() => cairn.close());

async function told({ last }: Patient, message: string): Promise<string> {
  expect(await submit(cairn.url, message)).toContain('MSA|AA');
  const { rows } = await cairn.db.query<{ id: string }>(
    'select person_id as id from person where last_name = $1',
    [last.toUpperCase()],
  );
  return rows[0]?.id ?? '';
}

describe('whoever looks for patients', () => {
  test('says whom: what comes to no name finds nobody', async () => {
    for (const asked of [
      { last: '""', first: '""' },
      { last: '""', first: 'Ana' },
      { last: '\u0301\u0301', first: '\u0301' },
      { last: '""', birthDate: '2020-02-29' },
    ]) {
      const { status, body } = await nurse.post('/api/patients/search', asked);
      expect([status, body.problems?.[0]?.code], `${JSON.stringify(asked)}`).toEqual([400, 'search-more']);
    }
  });

  test('does so no more often than may be by asking many times at once, or as if to add patients', async () => {
    const known = { last: 'Countedmadeup', first: 'Ana', birthDate: '2019-05-03', sex: 'F' } as const;
    const power = await signInAs(cairn, DEMO_PEOPLE.power);
    expect((await power.post('/api/patients', known)).status).toBe(200);
    await cairn.db.query(
      `insert into audit_event (month, event_id, at, action, account_id)
       select date_trunc('month', $2::timestamptz)::date, gen_random_uuid(), $2::timestamptz - interval '5 minutes',
         'patient-search', account_id from account, generate_series(1, 117) where email = $1`,
      [DEMO_PEOPLE.power, TODAY],
    );
    const alike = await power.post('/api/patients', known);
    expect([alike.status, alike.body.alike.length]).toEqual([200, 1]);
    const replies = await Promise.all(
      Array.from({ length: 8 }, () =>
        power.post('/api/patients/search', { last: known.last, first: known.first }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(2);
    const again = await power.post('/api/patients', known);
    expect([again.status, again.body.code]).toEqual([429, 'search-limit']);
    expect((await power.post('/api/patients', { ...known, addAnyway: true })).status).toBe(200);
  });
});

test('a school does not learn what a child suffers from by what is recommended, or why', async () => {
  const child = patient({ birthDate: '20150503' });
  const asplenia = segment('OBX', {
    1: '1',
    2: 'CE',
    3: '59785-6^Indications to immunize^LN',
    4: '1',
    5: '707147002^Asplenia^SCT',
    11: 'F',
    14: '20240301',
  });
  const orders = [[...historical({ vaccine: '133^PCV13^CVX', day: '20150703' }), asplenia]];
  const id = await told(child, vxu({ patient: child, orders }));
  const school = await signInAs(cairn, DEMO_PEOPLE.school);
  const [asNurse, asSchool] = await Promise.all(
    [nurse, school].map(async (browser) => ({
      record: (await browser.get(`/api/patients/${id}`)).text,
      why: await browser.get(`/api/patients/${id}/why`),
    })),
  );
  expect(asNurse?.record).toMatch(/asplenia/i);
  expect(asNurse?.record).toContain('risk');
  expect(asNurse?.why.text).toMatch(/asplenia/i);
  expect(asSchool?.record).toContain('"view":"school"');
  expect(asSchool?.record).not.toMatch(/asplenia|risk/i);
  expect([asSchool?.why.status, asSchool?.why.body]).toEqual([200, { groups: [] }]);
});

test('a message that tells of somebody who is protected elsewhere does not say how alike they are', async () => {
  const guessed = { ...HIDDEN, chart: 'GUESS-1' };
  const message = vxu({ patient: guessed, from: PEDIATRICS });
  expect(await submit(cairn.url, message, { login: PEDIATRICS.login })).toContain('MSA|AA');
  const { rows } = await cairn.db.query<{ id: string }>(
    `select message_id as id from match_decision order by at desc, decision_id desc limit 1`,
  );
  const [hieQa, dx] = await Promise.all([
    signInAs(cairn, DEMO_PEOPLE.hieQa),
    signInAs(cairn, DEMO_PEOPLE.dx),
  ]);
  const effects = async (browser: Browserless) =>
    (await browser.get(`/api/exchange/messages/${rows[0]?.id}`)).body.effects;
  expect((await effects(dx)).match).not.toEqual([]);
  expect(await effects(hieQa)).toMatchObject({ match: [], review: [] });
});

test('a record that was opened in an emergency is open for the organization acted for then, not for another', async () => {
  const opened = await nurse2.post('/api/patients/emergency', {
    last: HIDDEN.last,
    first: HIDDEN.first,
    birthDate: '2020-02-29',
    reason: 'Anaphylaxis in the emergency room',
  });
  expect(opened.body.patients).toMatchObject([{ id: hidden }]);
  await cairn.db.query(
    `insert into account_site (account_id, organization_id, role, name, added_at, user_role)
     select account_id, organization_id, 'user', 'Nils Demo', $2::timestamptz, 'regular'
     from account, organization where email = $1 and code = 'SF-000001'`,
    [DEMO_PEOPLE.nurse2, TODAY],
  );
  const statuses: number[] = [];
  for (const code of ['DE-000002', 'SF-000001', 'DE-000002']) {
    const reply = await nurse2.put('/api/session/organization', { code });
    expect([reply.status, reply.body.account.may.seePatients]).toEqual([200, true]);
    statuses.push((await nurse2.get(`/api/patients/${hidden}`)).status);
  }
  expect(statuses).toEqual([200, 404, 200]);
});

test('what no page sends is refused, and nothing breaks by it', async () => {
  const [admin, clinic, power] = await Promise.all(
    [DEMO_PEOPLE.administrator, DEMO_PEOPLE.clinic, DEMO_PEOPLE.power].map((email) => signInAs(cairn, email)),
  );
  const period = { from: '2025-03-01', to: '2025-03-20' };
  const dashes = `w.${'-'.repeat(36)}`;
  const replies = await Promise.all([
    clinic?.put('/api/session/organization', { code: 'a\0' }),
    admin?.post('/api/staff/audit/search', { ...period, email: 'a\0' }),
    admin?.post('/api/staff/audit/search', { ...period, after: 'ffffffff-ffff-4fff-bfff-ffffffffffff' }),
    admin?.get(`/api/staff/account-requests?after=${dashes}`),
    power?.get('/api/exchange/overview?to=0001-01-01'),
    power?.post('/api/exchange/messages/search', { to: '0001-01-01' }),
  ]);
  expect(replies.map((reply) => reply?.status)).toEqual([404, 400, 200, 400, 400, 400]);
});
