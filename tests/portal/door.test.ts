/** Who is let in at the exchange's door, by stage and by who sends for whom; what each hears, and what is written down. */
import { linkClientSite, registerOrganization } from '@cairn/server';
import { california } from '@cairn/california';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PasswordVerifier } from '../../server/src/accounts/credentials.ts';
import type { Received } from '../../server/src/exchange/call.ts';
import { guideOn } from '../../server/src/exchange/guide.ts';
import { MissLimit } from '../../server/src/exchange/miss-limit.ts';
import { type Exchange, receive } from '../../server/src/exchange/receive.ts';
import { fixedClock } from '../../server/src/platform/clock.ts';
import { KeyedQueue } from '../../server/src/platform/queue.ts';
import { ackOf, lastEntry, ledger, registryCounts } from '../support/answers.ts';
import { startTestCairn, TODAY, type TestCairn } from '../support/cairn.ts';
import { controlId, dose, type Patient, patient, qbp, type Sending, vxu } from '../support/messages.ts';
import { registerSite } from '../support/organizations.ts';
import { segments, submit, submitRaw } from '../support/soap.ts';

const PRODUCTION = '/IISService';
const TEST = '/test/IISService';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const daysAgo = (days: number): Date => new Date(Date.parse(TODAY) - days * 86_400_000);
/** Somebody who is like nobody else here. */
const stranger = (first: string, birthDate: string): Patient => patient({ first, birthDate });

/** What is left behind of messages beside registry and ledger. */
async function leftBehind(): Promise<unknown> {
  const { rows } = await cairn.db.query(
    `select (select count(*)::int from review_task) as tasks, (select count(*)::int from message_key) as keys,
       (select count(*)::int from match_decision) as decisions, (select count(*)::int from audit_event) as audit`,
  );
  return rows;
}

/** What the organization's newest test showed. */
async function lastTest(code: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await cairn.db.query(
    `select t.stage, t.cases, t.comparison, s.code as sender, m.control_id from test_submission t
     join organization o using (organization_id) join organization s on s.organization_id = t.sender_id
     join message m using (month, message_id)
     where o.code = $1 order by t.message_id desc limit 1`,
    [code],
  );
  return rows[0];
}

/** Sends, and returns MSA-1. */
const sent = async (from: Sending, path = PRODUCTION): Promise<string> =>
  ackOf(await submit(cairn.url, vxu({ from }), { login: from.login, path })).code;

/** Expects an AR with these words, and its row in the ledger. */
async function expectRejected(
  from: Sending,
  path: string,
  error: readonly [location: string, text: string],
  code: string,
): Promise<void> {
  const before = await registryCounts(cairn.db);
  const id = controlId();
  const message = vxu({ from, controlId: id });
  const answer = await submit(cairn.url, message, { login: from.login, path });
  expect(ackOf(answer)).toEqual({
    code: 'AR',
    controlId: id,
    errors: [
      {
        location: error[0],
        hl7: '207^Application internal error',
        severity: 'E',
        application: '4',
        text: error[1],
      },
    ],
  });
  expect(await ledger(cairn.db, id)).toMatchObject([
    {
      address: path === TEST ? 'test' : 'production',
      outcome: 'refused',
      ackCode: 'AR',
      sender: from.sender,
      responsible: null,
      raw: message,
      answer,
      findings: [code],
      personId: null,
    },
  ]);
  expect(await registryCounts(cairn.db)).toEqual(before);
}

const STILL_TESTING = [
  [
    'MSH^1^22^1',
    'MESSAGE REJECTED. This organization has not been moved to production yet. Send to the testing address (/test/IISService) until the registry has approved production.',
  ],
  'organization-still-testing E MSH-22',
] as const;
const SUSPENDED = [
  [
    'MSH^1^4^1',
    'MESSAGE REJECTED. Data exchange of this organization is suspended. Contact the registry; resend when the suspension has been lifted.',
  ],
  'organization-suspended E MSH-4',
] as const;

describe('a site', () => {
  test('that is testing is turned to the testing address, where its test is noted', async () => {
    const site = await registerSite(cairn, 'DE-820001', { stage: 'testing' });
    await expectRejected(site, PRODUCTION, ...STILL_TESTING);
    expect(await lastTest(site.site)).toBeUndefined();
    const id = controlId();
    const message = vxu({ from: site, controlId: id });
    const answer = await submit(cairn.url, message, { login: site.login, path: TEST });
    expect(ackOf(answer).code).toBe('AA');
    expect(await lastTest(site.site)).toEqual({
      stage: 'testing',
      cases: ['administered-child'],
      comparison: null,
      sender: site.sender,
      control_id: id,
    });
  });

  test('that tests with real patients is turned to the testing address too, and compared there', async () => {
    const who = stranger('Iris', '20210704');
    const known = await registerSite(cairn, 'DE-820002');
    const shown = vxu({ from: known, patient: who });
    await submit(cairn.url, shown, { login: known.login });
    const site = await registerSite(cairn, 'DE-820003', { stage: 'real-data' });
    await expectRejected(site, PRODUCTION, ...STILL_TESTING);

    const before = await registryCounts(cairn.db);
    const send = async (message: string): Promise<unknown> => {
      expect(ackOf(await submit(cairn.url, message, { login: site.login, path: TEST })).code).toBe('AA');
      return (await lastTest(site.site))?.['comparison'];
    };
    const unknown = vxu({ from: site, patient: stranger('Noor', '20220909') });
    const tasks = await leftBehind();
    const first = await send(unknown);
    expect(first).toMatchObject({ person: 'new', doses: { new: 1, known: 0, changed: 0 } });
    // Sent again it is compared again: nothing of it is kept.
    expect(await send(unknown)).toEqual(first);
    const again = shown.replaceAll('DE-820002', site.site);
    expect(await send(again)).toMatchObject({ person: 'known', doses: { new: 0, known: 1, changed: 0 } });
    expect(await lastTest(site.site)).toMatchObject({ stage: 'real-data', cases: ['administered-child'] });
    expect((await lastEntry(cairn.db))?.personId).toBeNull();
    expect(await registryCounts(cairn.db)).toEqual(before);
    expect(await leftBehind()).toEqual(tasks);
  });

  test('that tests with real patients is not told of one who is protected', async () => {
    const who = stranger('Opal', '20200229');
    const known = await registerSite(cairn, 'DE-820004');
    const message = vxu({ from: known, patient: who, pd1: { 12: 'Y', 13: '20250101' } });
    await submit(cairn.url, message, { login: known.login });
    const site = await registerSite(cairn, 'DE-820005', { stage: 'real-data' });
    const asked = message.replaceAll('DE-820004', site.site);
    await submit(cairn.url, asked, { login: site.login, path: TEST });
    expect((await lastTest(site.site))?.['comparison']).toMatchObject({ person: 'new', doses: { new: 1 } });
  });

  test('that is testing is answered as if nobody were known, whomever its message names', async () => {
    const site = await registerSite(cairn, 'DE-820006');
    const who = patient();
    await submit(cairn.url, vxu({ from: site, patient: who }), { login: site.login });
    await cairn.db.query(`update organization set stage = 'testing' where code = $1`, [site.site]);
    // In production the same chart number for somebody else is warned of.
    const other = vxu({ from: site, patient: { ...patient(), chart: who.chart, birthDate: '20200101' } });
    const answer = await submit(cairn.url, other, { login: site.login, path: TEST });
    expect(ackOf(answer)).toMatchObject({ code: 'AA', errors: [] });
    expect((await lastTest(site.site))?.['comparison']).toBeNull();
  });

  test('in production may keep testing', async () => {
    const site = await registerSite(cairn, 'DE-820007');
    expect(await sent(site, TEST)).toBe('AA');
    expect(await lastTest(site.site)).toMatchObject({ stage: 'testing', comparison: null });
  });

  test('that is suspended is refused at both addresses', async () => {
    const site = await registerSite(cairn, 'DE-820008', { stage: 'suspended' });
    await expectRejected(site, PRODUCTION, ...SUSPENDED);
    await expectRejected(site, TEST, ...SUSPENDED);
    expect(await lastTest(site.site)).toMatchObject({ cases: [] });
  });

  test.each([
    ['that is no HL7', 'no HL7'],
    ['for nobody that is registered', vxu({ msh: { 4: 'DE-820009', 22: 'DE-999999' } })],
    ['whose patient has no id', vxu({ from: sendingFor('DE-820009'), pid: { 3: '' } })],
    ['that is two', vxu() + vxu()],
  ])('that sends a test %s has it noted as one that shows nothing', async (_, message) => {
    const site = await registerSite(cairn, 'DE-820009', { stage: 'testing' });
    await submitRaw(cairn.url, message, { login: site.login, path: TEST });
    expect(await lastTest(site.site)).toMatchObject({ sender: site.site, cases: [], comparison: null });
  });

  test('that asks at the testing address is answered of test patients alone', async () => {
    const site = await registerSite(cairn, 'DE-820010');
    const who = patient();
    await submit(cairn.url, vxu({ from: site, patient: who }), { login: site.login });
    const asked = qbp({ from: site, patient: who });
    const answer = await submit(cairn.url, asked, { login: site.login, path: TEST });
    expect([segments(answer, 'QAK')[0]?.[2], segments(answer, 'PID')]).toEqual(['NF', []]);
    expect(await lastTest(site.site)).toMatchObject({ stage: 'testing', cases: ['nobody-found'] });

    const invented = patient({ chart: '', last: 'Testchild', first: 'Quilla', birthDate: '20210315' });
    const found = qbp({ from: site, patient: invented, qpd: { 3: '' } });
    const shown = await submit(cairn.url, found, { login: site.login, path: TEST });
    expect(segments(shown, 'PID')[0]?.[5]).toMatch(/^Testchild\^Quilla/);
    expect(await lastTest(site.site)).toMatchObject({ cases: ['history-query'] });
    expect((await lastEntry(cairn.db))?.personId).toBeNull();
    // Production knows none of them.
    expect(await submit(cairn.url, found, { login: site.login })).toContain('|NF|');
    const { rows } = await cairn.db.query('select detail from audit_event where organization_id = $1', [
      site.organizationId,
    ]);
    expect(rows).toMatchObject([{ detail: { status: 'NF' } }]);
  });
});

function sendingFor(code: string): Sending {
  return { sender: code, site: code, login: { username: '', password: '', facilityID: '' } };
}

describe('a Sending Facility', () => {
  test('for a client that has not been confirmed is told so at both addresses, until it is', async () => {
    const db = cairn.cairn.database.kysely;
    const facility = await registerSite(cairn, 'SF-830001');
    await cairn.db.query(`update organization set kind = 'sending-facility' where code = $1`, [
      facility.site,
    ]);
    const client = await registerSite(cairn, 'DE-830002');
    await linkClientSite(
      db,
      { sendingFacilityId: facility.organizationId, siteId: client.organizationId },
      daysAgo(10),
    );
    const confirm = (at: Date | null): Promise<unknown> =>
      cairn.db.query('update sending_facility_client set confirmed_at = $2 where site_id = $1', [
        client.organizationId,
        at,
      ]);
    const from: Sending = { ...facility, site: client.site };
    const expected = [
      [
        'MSH^1^22^1',
        'MESSAGE REJECTED. That SF-830001 sends for the organization in MSH-22 has not been confirmed yet. Whichever of the two was named by the other, the site or the Sending Facility, confirms it at the portal; then resend.',
      ],
      'responsible-organization-not-confirmed E MSH-22',
    ] as const;
    await confirm(null);
    await expectRejected(from, PRODUCTION, ...expected);
    await expectRejected(from, TEST, ...expected);
    expect(await lastTest(facility.site)).toMatchObject({ sender: facility.site, cases: [] });
    expect(await lastTest(client.site)).toBeUndefined();
    // The client's id in the call is no way around it.
    const named = { ...from, login: { ...from.login, facilityID: client.site } };
    await expectRejected(named, PRODUCTION, ...expected);

    await confirm(daysAgo(1));
    expect(await sent(from)).toBe('AA');
    expect(await sent(named, TEST)).toBe('AA');
    expect(await lastTest(client.site)).toMatchObject({
      sender: facility.site,
      cases: ['administered-child'],
    });
  });

  test('and its client are both past testing before production takes anything', async () => {
    const facility = await registerSite(cairn, 'SF-830003');
    await cairn.db.query(`update organization set kind = 'sending-facility' where code = $1`, [
      facility.site,
    ]);
    const client = await registerSite(cairn, 'DE-830004', { stage: 'real-data' });
    await linkClientSite(
      cairn.cairn.database.kysely,
      { sendingFacilityId: facility.organizationId, siteId: client.organizationId },
      daysAgo(10),
    );
    const from: Sending = { ...facility, site: client.site };
    await expectRejected(from, PRODUCTION, ...STILL_TESTING);
    const message = vxu({
      from,
      patient: stranger('Piet', '20191231'),
      orders: [dose({ site: client.site })],
    });
    await submit(cairn.url, message, { login: from.login, path: TEST });
    expect(await lastTest(client.site)).toMatchObject({
      stage: 'real-data',
      sender: facility.site,
      comparison: { person: 'new' },
    });
  });
});

describe('the portal', () => {
  const MACHINE: Omit<Exchange, 'pool' | 'reader'> = {
    clock: fixedClock(new Date(TODAY)),
    jurisdiction: california,
    passwords: new PasswordVerifier(),
    queue: new KeyedQueue(),
    matching: () => ({}),
    misses: new MissLimit(1),
    guideOn,
  };
  const submitAs = (organizationId: string, text: string): Promise<Received> => {
    const { pool, reader } = cairn.cairn.database;
    return receive(
      {
        address: 'test',
        operation: 'submitSingleMessage',
        identity: { kind: 'portal', organizationId },
        facilityId: '',
        text,
      },
      { ...MACHINE, pool, reader },
    );
  };

  test('submits a test for a site that has no credentials yet', async () => {
    const site = { code: 'DE-840001', name: 'Site without credentials', kind: 'site' } as const;
    const organizationId = await registerOrganization(
      cairn.cairn.database.kysely,
      { ...site, stage: 'testing', mayQuery: false },
      daysAgo(0),
    );
    const from = sendingFor(site.code);
    const id = controlId();
    const message = vxu({ from, controlId: id });
    const received = await submitAs(organizationId, message);
    if (received.kind !== 'answer') throw new Error(received.kind);
    expect(ackOf(received.text).code).toBe('AA');
    expect(await ledger(cairn.db, id)).toMatchObject([
      {
        messageId: received.messageId,
        address: 'test',
        outcome: 'accepted',
        sender: site.code,
        responsible: site.code,
        raw: message,
      },
    ]);
    const { rows } = await cairn.db.query('select credential_id from message where control_id = $1', [id]);
    expect(rows).toEqual([{ credential_id: null }]);
    expect(await lastTest(site.code)).toMatchObject({ stage: 'testing', cases: ['administered-child'] });
    const asked = await submitAs(organizationId, qbp({ from }));
    expect(asked.kind === 'answer' && asked.text).toContain('|NF|');
  });

  test('submits for a client of a Sending Facility in the name of the facility, once that is confirmed', async () => {
    const facility = await registerSite(cairn, 'SF-840002');
    await cairn.db.query(`update organization set kind = 'sending-facility' where code = $1`, [
      facility.site,
    ]);
    const client = await registerSite(cairn, 'DE-840003', { stage: 'real-data' });
    const { organizationId: sendingFacilityId } = facility;
    const text = vxu({ from: { ...facility, site: client.site }, patient: stranger('Rune', '20180606') });
    const answer = async (): Promise<string> => {
      const received = await submitAs(sendingFacilityId, text);
      return received.kind === 'answer' ? ackOf(received.text).code : received.kind;
    };
    expect(await answer()).toBe('AR');
    await linkClientSite(
      cairn.cairn.database.kysely,
      { sendingFacilityId, siteId: client.organizationId },
      daysAgo(1),
    );
    expect(await answer()).toBe('AA');
    expect(await lastTest(client.site)).toMatchObject({
      sender: facility.site,
      comparison: { person: 'new' },
    });
  });

  test('submits nothing for an organization that is not there', async () => {
    const rows = (await ledger(cairn.db)).length;
    const received = await submitAs('00000000-0000-7000-8000-00000000dead', vxu());
    expect(received).toMatchObject({ kind: 'security', messageId: undefined });
    expect(await ledger(cairn.db)).toHaveLength(rows);
  });
});
