/**
 * Other registries, as staff looks after them: how each is set up, what it has not taken and what is decided of it, when nothing is
 * sent, and who is told of trouble. What is sent, and when, is tested beside the engine.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tellOfTroubles } from '../../server/src/outbound/trouble-alerts.ts';
import { california } from '@cairn/california';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { patient, vxu } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, mailsTo, signInAs } from '../support/portal.ts';
import { submit } from '../support/soap.ts';

/** Before the cut-over; Bay Area moves on 17 January 2017. */
const NOW = '2016-09-01T10:20:00-07:00';
const SECRET = 'a password of another registry';
const BAY = '/api/staff/outbound/bay-area';
/** The address of nobody: closed to all. */
const SETTINGS = {
  url: 'http://127.0.0.1:9/IISService',
  soapVersion: '1.2',
  username: 'cairn',
  password: SECRET,
  facilityId: 'CAIRN',
  sendingFacility: '',
  receivingApplication: '',
  receivingFacility: 'BAYREG',
  lanes: 4,
  timeoutSeconds: 5,
  // Nothing is sent from here: what is in the queue stays as each test has put it.
  isEnabled: false,
} as const;
const { password: _left, ...WITHOUT_PASSWORD } = SETTINGS;

let cairn: TestCairn;
let administrator: Browserless;
let dx: Browserless;
let messages: readonly string[];
const who = patient({ last: 'Ostermadeup', first: 'Wanda' });

beforeAll(async () => {
  cairn = await startTestCairn({ now: NOW });
  administrator = await signInAs(cairn, DEMO_PEOPLE.administrator);
  dx = await signInAs(cairn, DEMO_PEOPLE.dx);
  for (let n = 0; n < 4; n++) await submit(cairn.url, vxu({ patient: who, orders: [] }));
  const { rows } = await cairn.db.query('select message_id as id from message order by message_id');
  messages = rows.map(({ id }) => id);
});
afterAll(() => cairn.close());
beforeEach(async () => {
  for (const table of ['endpoint', 'state', 'maintenance', 'copy', 'backfill']) {
    await cairn.db.query(`delete from outbound_${table}`);
  }
  await cairn.db.query(`delete from mail where kind = 'outbound-trouble'`);
});

const setUp = (changed: object = {}) => administrator.put(BAY, { ...SETTINGS, ...changed });

type Copy = { readonly state: string; readonly code: string; readonly answer?: string; readonly at?: string };

/** What the engine leaves in the queue, one row for each message. */
async function queue(...copies: readonly Copy[]): Promise<void> {
  for (const [n, { state, code, answer = '', at = NOW }] of copies.entries()) {
    await cairn.db.query(
      `insert into outbound_copy
       select 'bay-area', message_id, month, coalesce(person_id, message_id), sender_id, $2, 3, $5, $3, 'WANDA OSTERMADEUP', $4, $5, $5,
         case when $2 in ('refused', 'undeliverable') then $5::timestamptz end, null
       from message where message_id = $1`,
      [messages[n], state, code, answer, at],
    );
  }
}

const states = async (): Promise<readonly string[]> =>
  (await cairn.db.query('select state from outbound_copy order by message_id')).rows.map(
    ({ state }) => state,
  );

const lastAudit = async (action: string) =>
  (
    await cairn.db.query(
      `select detail, person_ids as persons from audit_event where action = $1 order by event_id desc limit 1`,
      [action],
    )
  ).rows[0];

const problemsOf = async (reply: ReturnType<Browserless['put']>): Promise<readonly string[]> =>
  ((await reply).body.problems ?? []).map(
    ({ where, code }: { readonly where: string; readonly code: string }) => `${where} ${code}`,
  );

describe('the overview', () => {
  const registry = async (id: string) =>
    (await dx.get('/api/staff/outbound')).body.registries.find(
      (each: { readonly id: string }) => each.id === id,
    );

  test('has every region with its phase on that day, and every partner', async () => {
    const { body } = await dx.get('/api/staff/outbound');
    expect(body.registries).toHaveLength(california.regions.length + california.partners.length);
    expect([body.isGateway, body.cutOver]).toEqual([true, '2016-10-03']);
    expect(await registry('northern')).toMatchObject({ goLive: '2016-10-03', hasMoved: false, daysLeft: 32 });
    expect(await registry('san-diego')).toMatchObject({ kind: 'partner', goLive: null, isSetUp: false });
    cairn.setTime('2016-10-02T23:59:59-07:00');
    dx = await signInAs(cairn, DEMO_PEOPLE.dx);
    expect(await registry('northern')).toMatchObject({ hasMoved: false, daysLeft: 1 });
    cairn.setTime('2016-10-03T00:00:00-07:00');
    expect(await registry('northern')).toMatchObject({ hasMoved: true, daysLeft: null });
    expect(await registry('bay-area')).toMatchObject({ hasMoved: false });
    expect((await dx.get('/api/staff/outbound')).body.isGateway).toBe(false);
    cairn.setTime(NOW);
    dx = await signInAs(cairn, DEMO_PEOPLE.dx);
  });

  test('says what waits, since when, and why nothing is sent', async () => {
    await setUp();
    await queue(
      { state: 'waiting', code: '', at: '2016-09-01T08:20:00-07:00' },
      { state: 'unknown', code: 'no-answer' },
      { state: 'refused', code: '101' },
      { state: 'undeliverable', code: 'answer-unreadable' },
    );
    await cairn.db.query(
      `insert into outbound_state values ('bay-area', 5, $1, 'connection-refused', '', $2, null, false, $2)`,
      ['2016-09-01T10:32:00-07:00', NOW],
    );
    expect(await registry('bay-area')).toMatchObject({
      isSetUp: true,
      circuit: { closedUntil: '2016-09-01T17:32:00.000Z', failures: 5, fault: 'connection-refused' },
      counts: { waiting: 1, unknown: 1, refused: 1, undeliverable: 1 },
      oldestAt: '2016-09-01T15:20:00.000Z',
    });
    expect((await dx.get('/api/staff/outbound-count')).body).toEqual({ toLookAt: 2 });
    cairn.setTime('2016-09-01T10:33:00-07:00');
    expect(await registry('bay-area')).toMatchObject({ circuit: null });
    cairn.setTime(NOW);
  });
});

describe('settings', () => {
  test('are kept with the password sealed, which is never shown, and the audit names the fields', async () => {
    expect((await setUp()).status).toBe(200);
    const shown = await administrator.get(BAY);
    expect(shown.body.settings).toEqual(WITHOUT_PASSWORD);
    const { rows } = await cairn.db.query('select password_sealed as sealed from outbound_endpoint');
    expect(`${shown.text} ${JSON.stringify(rows)}`).not.toContain(SECRET);
    await administrator.put(BAY, { ...WITHOUT_PASSWORD, lanes: 8 });
    expect((await lastAudit('setUpOtherRegistry')).detail).toEqual({
      registry: 'bay-area',
      fields: ['lanes'],
    });
    const { rows: after } = await cairn.db.query(
      'select password_sealed as sealed, lanes from outbound_endpoint',
    );
    expect(after).toEqual([{ sealed: rows[0].sealed, lanes: 8 }]);
    await setUp({ password: 'another' });
    expect((await lastAudit('setUpOtherRegistry')).detail.fields).toEqual(['lanes', 'password']);
    const { rows: audit } = await cairn.db.query('select detail::text from audit_event');
    expect(JSON.stringify(audit)).not.toContain(SECRET);
  });

  test('a kept password does not go to another server', async () => {
    await setUp();
    const moved = { ...WITHOUT_PASSWORD, url: 'https://elsewhere.example/IISService' };
    expect(await problemsOf(administrator.put(BAY, moved))).toEqual(['password password-for-new-url']);
    expect((await administrator.get(BAY)).body.settings.url).toBe(SETTINGS.url);
    const samePlace = { ...WITHOUT_PASSWORD, url: 'http://127.0.0.1:9/other' };
    expect((await administrator.put(BAY, samePlace)).status).toBe(200);
  });

  test.each([
    [{ url: 'ftp://registry.example/' }, 'url endpoint-url-invalid'],
    [{ url: 'registry.example' }, 'url endpoint-url-invalid'],
    [{ url: 'https://user:secret@registry.example/' }, 'url endpoint-url-has-password'],
    [{ lanes: 33 }, 'lanes lanes-invalid'],
    [{ timeoutSeconds: 0 }, 'timeoutSeconds timeout-invalid'],
    [{ sendingFacility: 'A|B' }, 'sendingFacility header-part-invalid'],
    [{ receivingFacility: 'A\rMSH' }, 'receivingFacility invalid'],
    [{ password: undefined }, 'password required'],
  ])('%j is refused', async (changed, problem) => {
    expect(await problemsOf(setUp(changed))).toEqual([problem]);
    expect((await administrator.get(BAY)).body.settings).toBeNull();
  });

  test('there is none of what the pack does not know', async () => {
    expect((await administrator.put('/api/staff/outbound/atlantis', SETTINGS)).status).toBe(404);
  });

  test('a test of the connection says what is wrong and what to do', async () => {
    expect((await dx.post(`${BAY}/test`)).body.code).toBe('endpoint-not-set-up');
    await setUp();
    const { body } = await dx.post(`${BAY}/test`);
    expect(body).toMatchObject({ ok: false, fault: 'connection-refused', retry: 'NORMAL' });
  });
});

describe('maintenance', () => {
  test('is planned in the time of the registry, ended, and taken back', async () => {
    const plan = (beginsAt: string, endsAt: string) =>
      administrator.post(`${BAY}/maintenance`, { beginsAt, endsAt, note: 'New disks' });
    await setUp();
    expect(await problemsOf(plan('2016-09-01T12:00', '2016-09-01T11:00'))).toEqual([
      'endsAt window-ends-too-early',
    ]);
    expect(await problemsOf(plan('2016-09-31T12:00', '2016-10-01T11:00'))).toEqual([
      'beginsAt local-time-invalid',
    ]);
    await plan('2016-09-01T10:00', '2016-09-01T12:00');
    await plan('2016-11-06T00:30', '2016-11-06T02:30');
    const { body } = await dx.get(BAY);
    expect(body.registry.maintenanceUntil).toBe('2016-09-01T19:00:00.000Z');
    // Clocks are set back in that night.
    expect(body.maintenance[1]).toMatchObject({
      beginsAt: '2016-11-06T07:30:00.000Z',
      endsAt: '2016-11-06T10:30:00.000Z',
      isNow: false,
    });
    for (const { id } of body.maintenance) {
      expect((await administrator.post(`${BAY}/maintenance/${id}/end`)).status).toBe(200);
    }
    expect((await dx.get(BAY)).body).toMatchObject({ maintenance: [], registry: { maintenanceUntil: null } });
    const ended = await administrator.post(`${BAY}/maintenance/${body.maintenance[0].id}/end`);
    expect(ended.status).toBe(404);
  });
});

describe('the work list', () => {
  const NOT_TAKEN = [
    { state: 'refused', code: '101', answer: 'MSH|^~\\&|R\rMSA|AE|1\rERR||PID^1^5|101|E||||Ostermadeup' },
    { state: 'undeliverable', code: 'answer-unreadable' },
    { state: 'unknown', code: 'no-answer' },
    { state: 'waiting', code: '' },
  ] as const;
  beforeEach(async () => {
    await setUp();
    await queue(...NOT_TAKEN);
  });

  test('has what was not taken, with its reason, and nobody’s name; what may have arrived is a list of its own', async () => {
    const { body, text } = await dx.get(`${BAY}/messages`);
    expect(body).toMatchObject({ found: 2, more: false });
    expect(body.items).toMatchObject([
      {
        id: messages[0],
        state: 'refused',
        code: '101',
        words: '',
        hasAnswer: true,
        site: { code: 'DE-000001' },
      },
      { id: messages[1], state: 'undeliverable', code: 'answer-unreadable', hasAnswer: false },
    ]);
    expect(body.items[0].controlId).not.toBe('');
    expect(text.slice(0, text.indexOf('undeliverable'))).not.toMatch(/oster/i);
    const only = await dx.get(`${BAY}/messages?code=101`);
    expect([only.body.found, only.body.codes]).toEqual([
      1,
      expect.arrayContaining([{ code: '101', count: 1 }]),
    ]);
    expect((await dx.get(`${BAY}/messages?site=de-000002`)).body.found).toBe(0);
    expect((await dx.get(`${BAY}/messages?site=de-000001`)).body.found).toBe(2);
    expect((await dx.get(`${BAY}/messages?state=unknown`)).body.items).toMatchObject([{ id: messages[2] }]);
  });

  test('the other registry’s own words are shown alone, and who read them is written down', async () => {
    const { body } = await dx.get(`${BAY}/messages/${messages[0]}/answer`);
    expect(body.answer).toContain('Ostermadeup');
    const { rows } = await cairn.db.query('select person_id as id from outbound_copy where message_id = $1', [
      messages[0],
    ]);
    expect((await lastAudit('other-answer-view')).persons).toEqual([rows[0].id]);
    expect((await dx.get(`${BAY}/messages/${messages[1]}/answer`)).status).toBe(404);
  });

  test('as a sheet, which is written down', async () => {
    const { text } = await dx.get(`${BAY}/messages.csv?state=refused`);
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain('DE-000001');
    expect(text).not.toMatch(/oster/i);
    expect((await lastAudit('exportUndelivered')).detail).toEqual({ registry: 'bay-area', state: 'refused' });
  });

  test('chosen messages are sent again, others stay', async () => {
    const chosen = { messages: [messages[0], messages[2], messages[3]] };
    expect((await dx.post(`${BAY}/replay`, { chosen })).body).toEqual({ done: 1 });
    expect(await states()).toEqual(['waiting', 'undeliverable', 'unknown', 'waiting']);
    expect((await lastAudit('replayUndelivered')).detail).toEqual({ registry: 'bay-area', count: 1 });
    expect((await dx.post(`${BAY}/replay`, { chosen })).body).toEqual({ done: 0 });
  });

  test('all that fit are given up, with a reason', async () => {
    const chosen = { all: { code: 'answer-unreadable' } };
    expect(await problemsOf(dx.post(`${BAY}/discard`, { chosen, reason: ' ' }))).toEqual(['reason required']);
    expect((await dx.post(`${BAY}/discard`, { chosen, reason: 'Sent by mail' })).body).toEqual({ done: 1 });
    expect(await states()).toEqual(['refused', 'discarded', 'unknown', 'waiting']);
    expect((await lastAudit('discardUndelivered')).detail).toEqual({
      registry: 'bay-area',
      count: 1,
      reason: 'Sent by mail',
    });
    expect((await dx.post(`${BAY}/replay`, { chosen: { all: {} } })).body).toEqual({ done: 1 });
  });
});

describe('what is missing', () => {
  test('is sent by days of the registry, one period at a time', async () => {
    const begin = (from: string, to: string) => administrator.post(`${BAY}/backfill`, { from, to });
    expect((await begin('2016-08-01', '2016-08-02')).body.code).toBe('endpoint-not-set-up');
    await setUp();
    expect(await problemsOf(begin('2016-08-02', '2016-08-01'))).toEqual(['to backfill-period-invalid']);
    expect(await problemsOf(begin('2016-08-02', '2016-09-02'))).toEqual(['to backfill-period-invalid']);
    // A worker elsewhere is at it.
    await cairn.db.query(`select pg_advisory_lock(hashtext('cairn.outbound-backfill'))`);
    try {
      expect((await begin('2016-08-01', '2016-08-02')).status).toBe(200);
      const { rows } = await cairn.db.query('select since, until, made_by from outbound_backfill');
      expect(rows).toMatchObject([
        { since: new Date('2016-08-01T07:00:00Z'), until: new Date('2016-08-03T07:00:00Z') },
      ]);
      expect((await dx.get(BAY)).body.backfills).toMatchObject([{ from: '2016-08-01', to: '2016-08-02' }]);
    } finally {
      await cairn.db.query(`select pg_advisory_unlock(hashtext('cairn.outbound-backfill'))`);
    }
  });

  test('is stopped, and not begun beside another', async () => {
    await setUp();
    const { rows } = await cairn.db.query(
      `insert into outbound_backfill values (gen_random_uuid(), 'bay-area', $1::timestamptz - interval '3 days', $1, 'stopped', null, null,
         0, null, $1, null) returning backfill_id as id`,
      [NOW],
    );
    const stop = () => administrator.post(`${BAY}/backfill/${rows[0].id}/stop`);
    expect((await stop()).status).toBe(404);
    const toPartner = await administrator.post('/api/staff/outbound/ride/backfill', {
      from: '2016-08-01',
      to: '2016-08-02',
    });
    expect(toPartner.status).toBe(404);
  });
});

describe('trouble', () => {
  const troubles = async () =>
    (await dx.get('/api/exchange/attention')).body.items.filter(
      ({ kind }: { readonly kind: string }) => kind === 'other-registry',
    );
  const tell = () =>
    tellOfTroubles({
      kysely: cairn.cairn.database.kysely,
      clock: { now: () => new Date(NOW) },
      jurisdiction: california,
      publicUrl: () => cairn.url,
    });
  const letters = () => mailsTo(cairn, DEMO_PEOPLE.administrator, 'outbound-trouble');

  test('a message that was not taken needs attention, and administrators hear of it once a day', async () => {
    await setUp();
    expect(await troubles()).toEqual([]);
    await tell();
    expect(await letters()).toEqual([]);
    await queue({ state: 'refused', code: 'AR' });
    expect(await troubles()).toMatchObject([
      { site: { code: 'bay-area', name: 'Bay Area' }, count: 1, since: '2016-09-01T17:20:00.000Z' },
    ]);
    await tell();
    await tell();
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter?.text).toContain('Bay Area');
    expect(letter?.text).toContain(`${cairn.url}/staff/outbound`);
    expect(letter?.text).not.toMatch(/oster/i);
    expect(await mailsTo(cairn, DEMO_PEOPLE.dx, 'outbound-trouble')).toEqual([]);
  });

  test.each([
    ['2016-09-01T09:20:00-07:00', 1],
    ['2016-09-01T09:21:00-07:00', 0],
  ])('what waits since %s: %d', async (at, count) => {
    await setUp();
    await queue({ state: 'waiting', code: '', at });
    expect(await troubles()).toHaveLength(count);
  });

  test('what stands still by maintenance is no trouble', async () => {
    await setUp();
    await queue({ state: 'waiting', code: '', at: '2016-09-01T05:00:00-07:00' });
    expect(await troubles()).toHaveLength(1);
    const window = { beginsAt: '2016-09-01T05:00', endsAt: '2016-09-01T12:00', note: '' };
    await administrator.post(`${BAY}/maintenance`, window);
    expect(await troubles()).toEqual([]);
  });

  test('a site does not hear of it', async () => {
    await setUp();
    await queue({ state: 'refused', code: 'AR' });
    const power = await signInAs(cairn, DEMO_PEOPLE.qa);
    const { body } = await power.get('/api/exchange/attention');
    expect(JSON.stringify(body)).not.toContain('bay-area');
  });
});
