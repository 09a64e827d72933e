/** The exchange in figures: exact, at once, and only for those whose exchange it is. */
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../server/src/monitoring/fold.ts';
import { california } from '@cairn/california';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { dose, PEDIATRICS, qbp, vxu } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, signInAs } from '../support/portal.ts';
import { DEMO_CLINIC, DEMO_HIE, submit, submitRaw } from '../support/soap.ts';

let cairn: TestCairn;
let qa: Browserless;
let facility: Browserless;
let staff: Browserless;

const FOLDING = `hashtext('cairn.fold-arrivals')`;
/** While the lock is held nobody counts: what is read then comes from what waits. */
const holdFold = () => cairn.db.query(`select pg_advisory_lock(${FOLDING})`);
const letFold = () => cairn.db.query(`select pg_advisory_unlock(${FOLDING})`);

const parts = () => ({ database: cairn.cairn.database, jurisdiction: california });

async function waiting(): Promise<number> {
  const { rows } = await cairn.db.query('select count(*)::int as n from message_arrival');
  return rows[0].n;
}

/** Until nothing waits: the server's own job may be at it. */
async function foldAll(): Promise<void> {
  await expect
    .poll(
      async () => {
        await fold(parts());
        return waiting();
      },
      { timeout: 10_000 },
    )
    .toBe(0);
}

beforeAll(async () => {
  cairn = await startTestCairn();
  qa = await signInAs(cairn, DEMO_PEOPLE.qa);
  facility = await signInAs(cairn, DEMO_PEOPLE.hieQa);
  staff = await signInAs(cairn, DEMO_PEOPLE.dx);
  await holdFold();
  const { url } = cairn;
  await submit(url, vxu());
  await submit(url, vxu());
  // One dose of two: partly accepted.
  await submit(url, vxu({ orders: [dose(), dose({ rxa: { 3: '20250229' } })] }));
  await submit(url, vxu({ pid: { 7: '' } }));
  await submit(url, qbp(), { name: 'submitSingleQuery' });
  await submit(url, vxu(), { path: '/test/IISService' });
  await submitRaw(url, vxu(), { login: { ...DEMO_CLINIC, password: 'another' } });
  await submit(url, vxu({ from: PEDIATRICS }), { login: DEMO_HIE });
  await submit(url, vxu({ from: PEDIATRICS, pid: { 7: '' } }), { login: DEMO_HIE });
});
afterAll(() => cairn.close());

const overviewOf = async (browser: Browserless, query = '') => {
  const { status, body } = await browser.get(`/api/exchange/overview${query}`);
  expect(status).toBe(200);
  return body;
};

const CLINIC_TOTALS = { accepted: 2, partlyAccepted: 1, refused: 1, answered: 1, forwarded: 0, fault: 1 };

/** All that the pages show of these messages. */
async function figures() {
  return {
    clinic: await overviewOf(qa),
    tests: await overviewOf(qa, '?address=test'),
    facility: await overviewOf(facility),
    client: await overviewOf(facility, '?site=de-000002'),
    everybody: await overviewOf(staff),
    quality: (await qa.get('/api/exchange/quality')).body,
    everybodyQuality: (await staff.get('/api/exchange/quality')).body,
  };
}

describe('counts', () => {
  test('are exact at once, and the same after they were folded', async () => {
    const before = await figures();
    expect(await waiting()).toBe(9);
    const { clinic, tests, everybody, client, quality } = before;
    expect(clinic.totals).toEqual(CLINIC_TOTALS);
    expect(clinic.kinds).toEqual({ submission: 4, query: 1, other: 1 });
    expect(clinic.days.at(-1)).toEqual({ day: '2025-03-20', ...CLINIC_TOTALS });
    expect(clinic.days).toHaveLength(30);
    expect(clinic).toMatchObject({ todayMessages: 6, todayRefused: 2, clients: null, usual: null });
    expect(clinic.lastAt).toBe('2025-03-20T17:20:00.000Z');
    expect(
      clinic.findings.map(({ code, messages }: { code: string; messages: number }) => [code, messages]),
    ).toEqual(
      expect.arrayContaining([
        ['credentials-wrong', 1],
        ['date-invalid', 1],
      ]),
    );
    for (const { what, code } of clinic.findings) {
      expect(what).not.toBe(code);
      expect(what).not.toContain('{');
    }
    expect(tests.totals).toEqual({
      accepted: 1,
      partlyAccepted: 0,
      refused: 0,
      answered: 0,
      forwarded: 0,
      fault: 0,
    });
    expect(client.totals).toEqual({
      accepted: 1,
      partlyAccepted: 0,
      refused: 1,
      answered: 0,
      forwarded: 0,
      fault: 0,
    });
    expect(everybody.totals).toEqual({
      accepted: 3,
      partlyAccepted: 1,
      refused: 2,
      answered: 1,
      forwarded: 0,
      fault: 1,
    });
    expect(before.facility.clients).toEqual([
      expect.objectContaining({ code: 'DE-000002', messages: 2, refused: 1, lastDay: '2025-03-20' }),
    ]);
    expect(quality.submissions).toBe(4);
    expect(quality.score).toBeGreaterThan(50);
    expect(quality.region.score).not.toBeNull();
    expect(before.everybodyQuality.submissions).toBe(6);

    await letFold();
    await foldAll();
    expect(await figures()).toEqual(before);
    const { rows } = await cairn.db.query(
      `select count(*)::int as n, count(*) filter (where patient <> '')::int as named from message_index`,
    );
    // Of a message with a wrong password nothing is kept that names anybody.
    expect(rows[0]).toEqual({ n: 9, named: 8 });
  });

  test('are counted once, however many count at a time, and by one that is cut off not at all', async () => {
    await foldAll();
    await holdFold();
    await submit(cairn.url, vxu());
    await submit(cairn.url, vxu());
    await letFold();
    await Promise.all(Array.from({ length: 4 }, () => fold(parts(), 1)));
    await foldAll();
    expect((await overviewOf(qa)).totals).toEqual({ ...CLINIC_TOTALS, accepted: 4 });

    await holdFold();
    await submit(cairn.url, vxu());
    // The last table that is written is held, so the fold stands in the middle; then its connection is cut.
    const holder = new Client({ connectionString: cairn.databaseUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table quality_day in access exclusive mode');
    await letFold();
    const cut = fold(parts()).catch(() => 'cut');
    await expect
      .poll(
        async () => {
          const { rows } = await cairn.db.query(
            `select count(pg_terminate_backend(pid))::int as n from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and query like '%message_arrival%'`,
          );
          return rows[0].n;
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0);
    await cut;
    expect(await waiting()).toBe(1);
    await holder.end();
    expect((await overviewOf(qa)).totals.accepted).toBe(5);
    await foldAll();
    expect((await overviewOf(qa)).totals.accepted).toBe(5);
  });
});

describe('who may see them', () => {
  test.each(['overview', 'quality', 'attention'])('%s: nobody of another site', async (page) => {
    const path = `/api/exchange/${page}`;
    expect((await qa.get(`${path}?site=DE-000002`)).status).toBe(404);
    expect((await qa.get(`${path}?site=SF-000001`)).status).toBe(404);
    expect((await facility.get(`${path}?site=DE-000001`)).status).toBe(404);
    expect((await facility.get(`${path}?site=DE-000002`)).body.site.code).toBe('DE-000002');
    expect((await staff.get(`${path}?site=DE-000001`)).body.site.code).toBe('DE-000001');
    expect((await staff.get(path)).body.site).toBeNull();
    expect((await staff.get(`${path}?site=${encodeURIComponent('\0')}`)).status).toBe(404);
    const nurse = await signInAs(cairn, DEMO_PEOPLE.nurse);
    expect((await nurse.get(path)).status).toBe(403);
  });

  test('a client that has not confirmed, or that has left, is nobody to a Sending Facility', async () => {
    const link = (set: string) =>
      cairn.db.query(`update sending_facility_client l set ${set} from organization o
        where o.organization_id = l.site_id and o.code = 'DE-000002'`);
    const status = async () => (await facility.get('/api/exchange/overview?site=DE-000002')).status;
    await link('confirmed_at = null');
    expect(await status()).toBe(404);
    await link('confirmed_at = linked_at, ended_at = linked_at');
    expect(await status()).toBe(404);
    await link('ended_at = null');
    expect(await status()).toBe(200);
  });

  test('the sites to choose from are those', async () => {
    const codes = async (browser: Browserless, search = '') =>
      (await browser.get(`/api/exchange/sites?search=${encodeURIComponent(search)}`)).body.sites.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codes(qa)).toEqual(['DE-000001']);
    expect((await codes(facility))[0]).toBe('SF-000001');
    expect(await codes(facility)).toContain('DE-000002');
    expect(await codes(facility)).not.toContain('DE-000001');
    expect(await codes(staff, 'de-000001')).toEqual(['DE-000001']);
    expect(await codes(staff, '%')).toEqual([]);
  });
});

test('days that end before they begin, or are more than a quarter, are refused', async () => {
  for (const days of ['from=2025-03-20&to=2025-03-19', 'from=2024-12-01&to=2025-03-20', 'from=today']) {
    expect((await qa.get(`/api/exchange/overview?${days}`)).status).toBe(400);
  }
  expect((await overviewOf(qa, '?from=2025-03-20&to=2025-03-20')).days).toHaveLength(1);
});

test('what needs attention is named with since when and how much', async () => {
  const { rows } = await cairn.db.query(`select organization_id from organization where code = 'DE-000001'`);
  const [{ organization_id: id }] = rows;
  await cairn.db.query(
    `insert into exchange_day (scope, day, address, kind, outcome, messages, last_at) values
       ($1, '2025-03-01', 'production', 'submission', 'accepted', 100, '2025-03-01T12:00:00Z'),
       ($1, '2025-03-18', 'production', 'submission', 'refused', 9, '2025-03-18T12:00:00Z')`,
    [id],
  );
  await cairn.db.query(
    `insert into finding_day (scope, day, address, code, messages) values
       ($1, '2025-03-01', 'production', 'E:required-field-missing', 5),
       ($1, '2025-03-18', 'production', 'E:required-field-missing', 9),
       ($1, '2025-03-18', 'production', 'E:organization-suspended', 9)`,
    [id],
  );
  await cairn.db.query(
    `insert into silence (organization_id, since, noticed_at) values ($1, '2025-03-19T12:00:00Z', now())`,
    [id],
  );
  await cairn.db.query(
    `update credential set expires_at = '2025-04-01T00:00:00Z' where organization_id = $1`,
    [id],
  );
  await cairn.db.query(
    `insert into quality_day (scope, day, measure, good, total) values
       ($1, '2025-02-01', 'message-clean', 50, 50), ($1, '2025-03-18', 'message-clean', 0, 400),
       ($1, '2025-03-18', 'within-7', 0, 400)`,
    [id],
  );
  const { items } = (await qa.get('/api/exchange/attention')).body;
  const byKind = new Map(items.map((item: { kind: string }) => [item.kind, item]));
  expect([...byKind.keys()]).toEqual(
    expect.arrayContaining(['silence', 'refusals', 'new-error', 'credential-ending', 'quality-drop', 'late']),
  );
  expect(byKind.get('refusals')).toMatchObject({ since: '2025-03-18', site: { code: 'DE-000001' } });
  const fresh = items.filter(({ kind }: { kind: string }) => kind === 'new-error');
  expect(fresh.map(({ finding }: { finding: { code: string } }) => finding.code)).toEqual([
    'organization-suspended',
  ]);
  expect(byKind.get('credential-ending')).toMatchObject({ since: '2025-04-01T00:00:00.000Z' });
  const all = (await staff.get('/api/exchange/attention')).body;
  expect(all.items).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'silence' })]));
  const others = (await facility.get('/api/exchange/attention')).body.items;
  expect(others.filter(({ kind }: { kind: string }) => kind === 'silence')).toEqual([]);
});
