/**
 * `cairn start --as regional-registry`: a second Cairn that takes the messages of all sites from the central one, by one login
 * that no other Cairn opens.
 */
import { createLog, readConfig, startCairn } from '@cairn/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, ledger, registryCounts, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn, TODAY } from './support/cairn.ts';
import { CLINIC, controlId, patient, qbp, type Sending, vxu } from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { type Browserless, DEMO_PEOPLE, signInAs } from './support/portal.ts';
import { submit, submitRaw } from './support/soap.ts';

const LOGIN = { username: 'cairn-central', password: 'cairn-central-password', facilityID: '' };
/** As the central registry sends it on: the header as it came. */
const from = (sender: string, site: string): Sending => ({ sender, site, login: LOGIN });

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn({ as: 'regional-registry' });
});
afterAll(() => cairn.close());

const send = (message: string, name = 'submitSingleMessage'): Promise<string> =>
  submit(cairn.url, message, { login: LOGIN, name });

async function siteOf(code: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await cairn.db.query('select code, kind, stage from organization where code = $1', [code]);
  return rows[0];
}

describe('what the central registry sends', () => {
  test('is recorded for its site, which is registered as it comes', async () => {
    const id = controlId();
    const who = patient();
    const answer = await send(vxu({ from: from('SF-777777', 'RX-000001'), patient: who, controlId: id }));
    expect(ackOf(answer)).toEqual({ code: 'AA', controlId: id, errors: [] });
    expect(await siteOf('RX-000001')).toEqual({ code: 'RX-000001', kind: 'site', stage: 'production' });
    expect(await reportsOf(cairn.db, id)).toHaveLength(1);
    expect(await ledger(cairn.db, id)).toMatchObject([{ sender: 'CAIRN-CENTRAL', responsible: 'RX-000001' }]);
    const shown = await send(
      qbp({ from: from('SF-777777', 'RX-000001'), patient: who }),
      'submitSingleQuery',
    );
    expect(dosesShown(shown)).toHaveLength(1);
    // A copy of a copy goes nowhere.
    expect((await cairn.db.query('select 1 from outbound_copy')).rows).toEqual([]);
  });

  test('under the header of the central registry too', async () => {
    const answer = await send(vxu({ from: from('CAIRN-CENTRAL', 'RX-000002') }));
    expect(ackOf(answer).code).toBe('AA');
    expect(await siteOf('RX-000002')).toMatchObject({ stage: 'production' });
  });

  test('twice, is recorded once', async () => {
    const id = controlId();
    const message = vxu({ from: from('RX-000003', 'RX-000003'), controlId: id });
    const [first, second] = await Promise.all([send(message), send(message)]);
    expect(second).toBe(first);
    expect(await send(message)).toBe(first);
    expect(await reportsOf(cairn.db, id)).toHaveLength(1);
  });

  test('of a site that is new, by many at once, registers it once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(vxu({ from: from('RX-000004', 'RX-000004') }))),
    );
    expect(answers.map((answer) => ackOf(answer).code)).toEqual(answers.map(() => 'AA'));
    const { rows } = await cairn.db.query(`select 1 from organization where code_key = 'RX000004'`);
    expect(rows).toHaveLength(1);
  });

  test('is refused where the site has no id that is one', async () => {
    const answer = await send(vxu({ from: from('RX-000005', '<script>') }));
    expect(ackOf(answer)).toMatchObject({ code: 'AR', errors: [{ location: 'MSH^1^22^1' }] });
  });

  test('without MSH-22 counted, until that was required, for the site in MSH-4', async () => {
    cairn.setTime('2016-09-30T12:00:00-07:00');
    const sound = vxu({ from: from('RX-000006', ''), orders: [], msh: { 7: '20160930101500-0700' } });
    await send(sound);
    const [entry] = (await ledger(cairn.db)).slice(-1);
    cairn.setTime(TODAY);
    expect(entry).toMatchObject({ sender: 'CAIRN-CENTRAL', responsible: 'RX-000006' });
  });
});

test('nobody else sends for a site that is not theirs, nor registers one', async () => {
  const answer = await submit(cairn.url, vxu({ from: { ...CLINIC, site: 'RX-000009' } }));
  expect(ackOf(answer).code).toBe('AR');
  expect(await siteOf('RX-000009')).toBeUndefined();
});

describe('behind a central one that forwards to it', () => {
  const ENDPOINT = {
    url: '',
    soapVersion: '1.2',
    username: LOGIN.username,
    password: LOGIN.password,
    facilityId: '',
    sendingFacility: '',
    receivingApplication: '',
    receivingFacility: 'RIDE',
    lanes: 4,
    timeoutSeconds: 5,
    isEnabled: true,
  };
  let central: TestCairn;
  let staff: Browserless;
  let site: Awaited<ReturnType<typeof registerSite>>;
  const ROUTING = '/api/sites/CT-000001/routing';
  const name = 'Regional Immunization Data Exchange (RIDE / Healthy Futures)';

  beforeAll(async () => {
    central = await startTestCairn();
    site = await registerSite(central, 'CT-000001');
    staff = await signInAs(central, DEMO_PEOPLE.administrator);
  });
  afterAll(() => central.close());

  test('staff sets it up, and says whose messages go there', async () => {
    const early = await staff.put(ROUTING, { to: 'ride' });
    expect([early.status, early.body]).toMatchObject([400, { problems: [{ code: 'endpoint-not-set-up' }] }]);
    const saved = await staff.put('/api/staff/outbound/ride', {
      ...ENDPOINT,
      url: `${cairn.url}/IISService`,
    });
    expect(saved.status).toBe(200);
    // Where nobody listens.
    const url = 'http://127.0.0.1:9/IISService';
    expect((await staff.put('/api/staff/outbound/imperial', { ...ENDPOINT, url })).status).toBe(200);
    const set = await staff.put(ROUTING, { to: 'ride' });
    expect([set.status, set.body]).toEqual([
      200,
      {
        to: { id: 'ride', name },
        registries: [expect.objectContaining({ id: 'imperial' }), { id: 'ride', name }],
      },
    ]);
    // Set again it is as it was.
    await staff.put(ROUTING, { to: 'ride' });
    const { rows } = await central.db.query(
      `select kind, detail from onboarding_event where kind like 'routing-%' order by event_id`,
    );
    expect(rows).toEqual([{ kind: 'routing-set', detail: { endpoint: 'ride', registry: name } }]);
  });

  test('its ACK comes back in the same reply, and it holds the dose', async () => {
    // What was saved is known to every process within seconds.
    await expect
      .poll(async () => (await submitRaw(central.url, vxu({ from: site }), { login: site.login })).status, {
        timeout: 15_000,
      })
      .toBe(200);
    const id = controlId();
    const message = vxu({ from: site, controlId: id });
    const answer = await submit(central.url, message, { login: site.login });
    expect(ackOf(answer)).toEqual({ code: 'AA', controlId: id, errors: [] });
    const [there] = await ledger(cairn.db, id);
    expect(there).toMatchObject({ sender: 'CAIRN-CENTRAL', responsible: 'CT-000001', answer });
    expect(await ledger(central.db, id)).toMatchObject([{ outcome: 'forwarded', ackCode: 'AA', answer }]);
    expect(await reportsOf(cairn.db, id)).toHaveLength(1);
    expect(await reportsOf(central.db, id)).toEqual([]);
    expect(await submit(central.url, message, { login: site.login })).toBe(answer);
  });

  test('its AE is its own word, and a message of the pages says whose', async () => {
    const id = controlId();
    const bad = vxu({ from: site, controlId: id, pid: { 7: '' } });
    const answer = await submit(central.url, bad, { login: site.login });
    expect(ackOf(answer)).toMatchObject({ code: 'AE', errors: [{ location: 'PID^1^7^1' }] });
    const [{ messageId = '' } = {}] = await ledger(central.db, id);
    const { body } = await staff.get(`/api/exchange/messages/${messageId}`);
    expect(body).toMatchObject({ outcome: 'forwarded', ackCode: 'AE', forwardedTo: { id: 'ride', name } });
    const { body: overview } = await staff.get('/api/exchange/overview');
    expect(overview).toMatchObject({ totals: { accepted: 0, forwarded: expect.any(Number) } });
  });

  test('a query is answered with what it holds', async () => {
    const who = patient();
    await submit(central.url, vxu({ from: site, patient: who }), { login: site.login });
    const shown = await submit(central.url, qbp({ from: site, patient: who }), { login: site.login });
    expect(dosesShown(shown)).toHaveLength(1);
  });

  test('what does not get there is a fault of the gateway, and the page says so', async () => {
    await staff.put(ROUTING, { to: 'imperial' });
    const id = controlId();
    const answer = await submitRaw(central.url, vxu({ from: site, controlId: id }), { login: site.login });
    expect(answer.body).toMatch(/<Code>112<.*<Retry>NORMAL<\/Retry><Destination>imperial</s);
    const [{ messageId = '' } = {}] = await ledger(central.db, id);
    const { body } = await staff.get(`/api/exchange/messages/${messageId}`);
    expect(body).toMatchObject({ outcome: 'fault', forwardedTo: { id: 'imperial' }, ackCode: '' });
  });

  test('until staff has them recorded here again', async () => {
    expect((await staff.put(ROUTING, { to: null })).body).toMatchObject({ to: null });
    const id = controlId();
    await submit(central.url, vxu({ from: site, controlId: id }), { login: site.login });
    expect(await reportsOf(central.db, id)).toHaveLength(1);
  });
});

describe('in the central registry', () => {
  test('that login opens nothing, also where the database has been a regional one’s', async () => {
    // The same database, started as the central one.
    const env = { CAIRN_DATABASE_URL: cairn.databaseUrl, CAIRN_NOW: TODAY, CAIRN_LOG_LEVEL: 'silent' };
    const config = readConfig(env, { demo: true, port: 0 });
    const central = await startCairn(config, createLog(config.logLevel));
    const before = await registryCounts(cairn.db);
    const answer = await submitRaw(central.url, vxu({ from: from('RX-000001', 'RX-000001') }), {
      login: LOGIN,
    });
    expect(answer.body).toContain('<Reason>Security</Reason>');
    // Not even where the password were good: there it may send for nobody.
    await cairn.db.query(`update credential set revoked_at = null where username = 'cairn-central'`);
    const refused = await submit(central.url, vxu({ from: from('RX-000001', 'RX-000001') }), {
      login: LOGIN,
    });
    expect(ackOf(refused).code).toBe('AR');
    expect(await registryCounts(cairn.db)).toEqual(before);
    await central.close();
  });
});
