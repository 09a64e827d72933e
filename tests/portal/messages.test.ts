/** Messages are found, looked at and exported by those who watch the exchange, and by nobody else; and all of it is written down. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noticeSilence } from '../../server/src/monitoring/silence.ts';
import { reportWeek } from '../../server/src/monitoring/weekly.ts';
import { fixedClock } from '../../server/src/platform/clock.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { CLINIC, controlId, dose, patient, PEDIATRICS, qbp, type Sending, vxu } from '../support/messages.ts';
import { siteOnTheWay } from '../support/onboarding.ts';
import { type Browserless, DEMO_PEOPLE, mailsTo, signInAs } from '../support/portal.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let qa: Browserless;
let power: Browserless;
let facility: Browserless;
let dx: Browserless;

beforeAll(async () => {
  cairn = await startTestCairn();
  [qa, power, facility, dx] = await Promise.all([
    signInAs(cairn, DEMO_PEOPLE.qa),
    signInAs(cairn, DEMO_PEOPLE.power),
    signInAs(cairn, DEMO_PEOPLE.hieQa),
    signInAs(cairn, DEMO_PEOPLE.dx),
  ]);
});
afterAll(() => cairn.close());

const send = (message: string, { login }: Sending = CLINIC): Promise<string> =>
  submit(cairn.url, message, { login });

type Listed = { readonly id: string; readonly controlId: string; readonly outcome: string };

async function find(browser: Browserless, filters: object): Promise<readonly Listed[]> {
  const { status, body, text } = await browser.post('/api/exchange/messages/search', filters);
  expect(`${status} ${status === 200 ? '' : text}`).toBe('200 ');
  return body.messages;
}
const controlIds = (messages: readonly Listed[]): readonly string[] => messages.map((each) => each.controlId);

/** The last event of that kind: whom it names, and what it says. */
async function lastAudit(action: string) {
  const { rows } = await cairn.db.query(
    `select e.person_ids, e.message_id, e.detail, a.email, o.code from audit_event e
     join account a using (account_id) left join organization o on o.organization_id = e.organization_id
     where e.action = $1 order by e.event_id desc limit 1`,
    [action],
  );
  return rows[0] as {
    person_ids: string[];
    message_id: string | null;
    detail: Record<string, unknown>;
    email: string;
    code: string | null;
  };
}

async function personOf(control: string): Promise<string> {
  const { rows } = await cairn.db.query('select person_id from message where control_id = $1', [control]);
  return rows[0].person_id;
}

describe('a message that was refused', () => {
  const who = patient({ first: 'Zoë' });
  const control = controlId();
  let id = '';
  beforeAll(async () => {
    await send(vxu({ patient: who, controlId: control, pid: { 7: '' } }));
    await send(vxu());
    id = (await find(qa, { controlId: control }))[0]?.id ?? '';
  });

  test('is found by patient, control id, finding and outcome, and by what is only part of a name', async () => {
    const { rows } = await cairn.db.query('select findings from message where control_id = $1', [control]);
    const [{ code }] = rows[0].findings;
    for (const filters of [
      { patient: who.last },
      { patient: `${who.last.slice(2, 7)}, zo` },
      { patient: who.chart.toLowerCase() },
      { controlId: control },
      { finding: code },
      { outcome: 'refused' },
      { outcome: 'refused', kind: 'submission', address: 'production', site: 'DE-000001' },
    ]) {
      expect(controlIds(await find(qa, filters)), `${JSON.stringify(filters)}`).toEqual([control]);
    }
    for (const filters of [
      { patient: `${who.last} %` },
      { patient: '_'.repeat(4) },
      { controlId: control.slice(0, -1) },
      { finding: 'no-such-finding' },
      { controlId: control, outcome: 'accepted' },
      { controlId: control, kind: 'query' },
      { controlId: control, address: 'test' },
      { controlId: control, to: '2025-03-19' },
    ]) {
      expect(await find(qa, filters), `${JSON.stringify(filters)}`).toEqual([]);
    }
  });

  test('says in the list what was wrong, for whom and by whom it was sent', async () => {
    expect((await find(power, { controlId: control }))[0]).toMatchObject({
      type: expect.stringMatching(/^VXU/),
      kind: 'submission',
      outcome: 'refused',
      ackCode: 'AE',
      operation: 'submitSingleMessage',
      patient: expect.stringContaining(who.last.toUpperCase()),
      site: { code: 'DE-000001' },
      sender: { code: 'DE-000001' },
      finding: { severity: 'E', message: expect.stringMatching(/\w/) },
    });
  });

  test('is shown as it was sent, and leads to the corrected one that was accepted under the same id', async () => {
    const alone = (await qa.get(`/api/exchange/messages/${id}`)).body;
    expect(alone).toMatchObject({
      id,
      outcome: 'refused',
      verdict: 'refused',
      raw: expect.stringContaining(who.chart),
      related: [],
      effects: { record: 'none', personId: null, doses: [] },
    });
    expect(alone.answer).toContain(`MSA|AE|${control}`);

    expect(await send(vxu({ patient: who, controlId: control }))).toContain(`MSA|AA|${control}`);
    const [newest, older] = await find(qa, { controlId: control });
    expect([newest?.outcome, older?.outcome]).toEqual(['accepted', 'refused']);
    expect((await qa.get(`/api/exchange/messages/${id}`)).body.related).toMatchObject([
      { id: newest?.id, outcome: 'accepted', ackCode: 'AA' },
    ]);
    const corrected = (await qa.get(`/api/exchange/messages/${newest?.id}`)).body;
    expect(corrected).toMatchObject({
      verdict: 'accepted',
      sender: { code: 'DE-000001' },
      responsible: { code: 'DE-000001' },
      related: [{ id, outcome: 'refused' }],
      effects: { record: 'new', doses: [{ action: 'added', vaccine: expect.stringMatching(/\w/) }] },
    });
  });
});

test('what a message did is told, and the record only to those who may see patients', async () => {
  const who = patient();
  const [first, second, asked] = [controlId(), controlId(), controlId()];
  await send(vxu({ patient: who, controlId: first, orders: [dose({ number: 'D1' })] }));
  const changed = dose({ number: 'D1', action: 'U', rxa: { 15: 'LOT99' } });
  await send(vxu({ patient: who, controlId: second, orders: [changed] }));
  await send(qbp({ patient: who, controlId: asked }));
  const person = await personOf(first);

  const [{ id } = { id: '' }] = await find(power, { controlId: second });
  const { body } = await power.get(`/api/exchange/messages/${id}`);
  expect(body.effects).toMatchObject({ record: 'known', personId: person, doses: [{ action: 'updated' }] });
  expect(await lastAudit('message-view')).toMatchObject({
    email: DEMO_PEOPLE.power,
    code: 'DE-000001',
    person_ids: [person],
    message_id: id,
  });
  expect((await qa.get(`/api/exchange/messages/${id}`)).body.effects.personId).toBeNull();

  // All that touched the record are found by its id.
  expect(controlIds(await find(power, { patient: person })).toSorted()).toEqual(
    expect.arrayContaining([first, second]),
  );
  // The answer to a query speaks of whom it shows.
  const [query] = await find(qa, { controlId: asked, kind: 'query', outcome: 'answered' });
  await qa.get(`/api/exchange/messages/${query?.id}`);
  expect((await lastAudit('message-view')).person_ids).toEqual([person]);
});

test('a Sending Facility and its client both see what was sent, and other sites see nothing of it', async () => {
  const who = patient();
  const control = controlId();
  await send(vxu({ from: PEDIATRICS, patient: who, controlId: control }), PEDIATRICS);
  const site = 'DE-000002';
  await cairn.db.query(
    `update account_site set user_role = 'dx-qa' where account_id =
       (select account_id from account where email_key = $1)`,
    [DEMO_PEOPLE.pediatrics],
  );
  await cairn.db.query(
    `insert into training_completion (completion_id, account_id, course_id, completed_on, how, recorded_at)
     select gen_random_uuid(), a.account_id, c.course_id, c.completed_on, 'list', c.recorded_at
     from account a, training_completion c join account q using (account_id)
     where a.email_key = $1 and q.email_key = $2`,
    [DEMO_PEOPLE.pediatrics, DEMO_PEOPLE.qa],
  );
  const client = await signInAs(cairn, DEMO_PEOPLE.pediatrics);
  const ids = new Set<string | undefined>();
  for (const browser of [client, facility, dx]) {
    const [message] = await find(browser, { site, controlId: control });
    const { body } = await browser.get(`/api/exchange/messages/${message?.id}`);
    expect(body).toMatchObject({ sender: { code: 'SF-000001' }, responsible: { code: site } });
    expect(body.answer).toContain(`MSA|AA|${control}`);
    ids.add(message?.id);
  }
  const [id] = ids;
  expect(ids.size).toBe(1);
  expect(controlIds(await find(facility, { patient: who.last }))).toEqual([control]);

  expect(await find(qa, { controlId: control })).toEqual([]);
  for (const browser of [qa, power]) {
    expect((await browser.get(`/api/exchange/messages/${id}`)).status).toBe(404);
    expect((await browser.post('/api/exchange/messages/search', { site })).status).toBe(404);
  }
  const elsewhere = { site: 'DE-000001' };
  expect((await facility.post('/api/exchange/messages/search', elsewhere)).status).toBe(404);
  expect((await dx.post('/api/exchange/messages/search', { site: 'XX-999999' })).status).toBe(404);
  const nobody = '0195b000-0000-7000-8000-000000000000';
  expect((await dx.get(`/api/exchange/messages/${nobody}`)).status).toBe(404);
});

test('only those who watch the exchange are let in', async () => {
  for (const person of ['nurse', 'reader', 'school', 'trainee', 'clinic'] as const) {
    const browser = await signInAs(cairn, DEMO_PEOPLE[person]);
    expect((await browser.post('/api/exchange/messages/search', {})).status, `${person}`).toBe(403);
    expect((await browser.post('/api/exchange/messages/export', {})).status, `${person}`).toBe(403);
  }
});

test('whoever looks for a patient is written down with whom they found, not with what they typed', async () => {
  const who = patient();
  const control = controlId();
  await send(vxu({ patient: who, controlId: control }));
  await find(qa, { patient: who.last });
  const { person_ids: found, detail, email } = await lastAudit('message-search');
  expect({ found, email }).toEqual({ found: [await personOf(control)], email: DEMO_PEOPLE.qa });
  expect(detail).toEqual({ found: 1, byPatient: true });
});

test('days are at most a quarter, and a week where all sites are looked through', async () => {
  const codeOf = async (browser: Browserless, body: object): Promise<string> => {
    const reply = await browser.post('/api/exchange/messages/search', body);
    return reply.status === 200 ? 'ok' : reply.body.problems[0].code;
  };
  expect(await codeOf(qa, { from: '2024-12-19' })).toBe('ok');
  expect(await codeOf(qa, { from: '2024-12-18' })).toBe('messages-range');
  expect(await codeOf(qa, { from: '2025-03-21', to: '2025-03-20' })).toBe('period-backwards');
  expect(await codeOf(dx, { from: '2025-03-14' })).toBe('ok');
  expect(await codeOf(dx, { from: '2025-03-13' })).toBe('messages-range-all');
  expect(await codeOf(dx, { from: '2024-12-19', site: 'DE-000001' })).toBe('ok');
});

test('a list goes on where it ended, in the index and before it', async () => {
  const prefix = `PAGE-${controlId()}-`;
  const who = patient();
  for (let batch = 0; batch < 4; batch++) {
    await Promise.all(
      Array.from({ length: 14 }, (_, n) =>
        send(qbp({ patient: who, controlId: `${prefix}${batch * 14 + n}` })),
      ),
    );
  }
  const first = (await qa.post('/api/exchange/messages/search', { patient: who.chart })).body;
  const after = first.messages.at(-1).id;
  const second = (await qa.post('/api/exchange/messages/search', { patient: who.chart, after })).body;
  expect([first.more, second.more]).toEqual([true, false]);
  const all = [...controlIds(first.messages), ...controlIds(second.messages)];
  expect(new Set(all).size).toBe(56);
  expect(all).toHaveLength(56);
});

test('a sheet holds no formulas, no names unless they are asked for, and is written down', async () => {
  const who = patient({ first: 'Mia' });
  const [control, formula] = [controlId(), `=cmd|' /C calc'!${controlId()}`];
  await send(vxu({ patient: who, controlId: control }));
  await send(vxu({ patient: who, controlId: formula.replace('|', '') }));
  const asked = { patient: who.last };
  const plain = await qa.post('/api/exchange/messages/export', asked);
  expect(plain.headers.get('content-type')).toContain('text/csv');
  const rows = plain.text.trimEnd().split('\r\n');
  expect(rows).toHaveLength(3);
  expect(plain.text).toContain(control);
  expect(plain.text).toContain(`,'=cmd`);
  expect(plain.text).not.toMatch(/,"?=/);
  expect(plain.text.toUpperCase()).not.toContain(who.last.toUpperCase());
  const { person_ids: shown, detail } = await lastAudit('message-export');
  expect(shown).toEqual([await personOf(control)]);
  expect(detail).toEqual({ found: 2, withPatients: false, byPatient: true });
  const named = await qa.post('/api/exchange/messages/export', { ...asked, withPatients: true });
  expect(named.text).toContain(who.last.toUpperCase());
});

const DAY = 24 * 60 * 60_000;

/** That many submissions of the site to production on each of those days, as they are counted. */
async function traffic(site: string, days: readonly string[]): Promise<void> {
  await cairn.db.query(
    `insert into exchange_day (scope, day, address, kind, outcome, messages, last_at)
     select o.organization_id, d::date, 'production', 'submission', 'accepted', 5, d::date + interval '20 hours'
     from organization o, unnest($2::text[]) d where o.code = $1`,
    [site, days],
  );
}

test('a site that has stopped sending is noticed once, told with its facility, and found again when it sends', async () => {
  const until = new Date('2025-03-17T12:00:00Z');
  const days = Array.from({ length: 40 }, (_, n) => new Date(until.getTime() - n * DAY))
    .filter((day) => ![0, 6].includes(day.getUTCDay()))
    .map((day) => day.toISOString().slice(0, 10));
  const site = await siteOnTheWay(cairn, 'DE-880001', { stage: 'production' });
  const itsFacility = await siteOnTheWay(cairn, 'SF-880001', { siteType: 3 });
  await cairn.db.query(
    `insert into sending_facility_client (sending_facility_id, site_id, linked_at, confirmed_at)
     values ($1, $2, now(), now())`,
    [itsFacility.organizationId, site.organizationId],
  );
  await traffic(site.code, days);
  const kysely = cairn.cairn.database.kysely;
  const look = (now: string) =>
    noticeSilence({
      kysely,
      clock: fixedClock(new Date(now)),
      jurisdiction: { timeZone: 'America/Los_Angeles' },
      publicUrl: () => cairn.url,
    });
  const silences = async () =>
    (await cairn.db.query('select ended_at from silence where organization_id = $1', [site.organizationId]))
      .rows;
  // The last came on Monday; Tuesday alone may be anything.
  await look('2025-03-19T09:00:00-07:00');
  expect(await silences()).toEqual([]);
  await look('2025-03-20T09:00:00-07:00');
  await look('2025-03-20T10:00:00-07:00');
  expect(await silences()).toEqual([{ ended_at: null }]);
  for (const contact of [site.contact, itsFacility.contact]) {
    const mails = await mailsTo(cairn, contact, 'site-silent');
    expect(mails, `${contact}`).toHaveLength(1);
    expect(mails[0]?.subject).toContain(site.code);
  }
  await traffic(site.code, ['2025-03-20']);
  await look('2025-03-21T09:00:00-07:00');
  expect(await silences()).toEqual([{ ended_at: new Date('2025-03-20T20:00:00Z') }]);
});

test('the week is mailed on Monday, once to each who watches it, and names no patient', async () => {
  const who = patient();
  await send(vxu({ patient: who, pid: { 7: '' } }));
  const { kysely } = cairn.cairn.database;
  const report = (now: string) =>
    reportWeek({
      kysely,
      clock: fixedClock(new Date(now)),
      jurisdiction: { timeZone: 'America/Los_Angeles' },
      publicUrl: () => cairn.url,
    });
  await report('2025-03-23T12:00:00-07:00');
  expect(await mailsTo(cairn, DEMO_PEOPLE.qa, 'exchange-week')).toEqual([]);
  await report('2025-03-24T07:00:00-07:00');
  await report('2025-03-24T08:00:00-07:00');
  for (const person of [DEMO_PEOPLE.qa, DEMO_PEOPLE.power, DEMO_PEOPLE.hieQa]) {
    expect(await mailsTo(cairn, person, 'exchange-week'), `${person}`).toHaveLength(1);
  }
  for (const person of [DEMO_PEOPLE.nurse, DEMO_PEOPLE.reader, DEMO_PEOPLE.dx]) {
    expect(await mailsTo(cairn, person, 'exchange-week'), `${person}`).toEqual([]);
  }
  const [mail] = await mailsTo(cairn, DEMO_PEOPLE.qa, 'exchange-week');
  expect(mail?.text).toContain('What to correct first');
  expect(`${mail?.subject} ${mail?.text}`.toUpperCase()).not.toContain(who.last.toUpperCase());
});
