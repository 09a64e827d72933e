/**
 * The day on which everything goes to the central registry, walked from the day before to the day after, and the days on which
 * the regions move: all of it data of the jurisdiction's pack, by the clock of California.
 */
import { ensurePartitions, jurisdiction } from '@cairn/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ackOf, ledger, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { gatewayDouble } from './support/gateway.ts';
import { CLINIC, controlId, qbp, type Sending } from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { contentType, envelope, post, returnOf, segments, submit, submitRaw } from './support/soap.ts';
import { soundOn } from './support/sound-on.ts';

const DAY_BEFORE = '2016-10-02T12:00:00-07:00';
const LAST_SECOND = '2016-10-02T23:59:59-07:00';
const THE_DAY = '2016-10-03T00:00:00-07:00';
const DAY_AFTER = '2016-10-04T12:00:00-07:00';

const pack = jurisdiction('california');
if (!pack) throw new Error('there is no pack of California');
const { regions, timeline } = pack;

const gateway = gatewayDouble();
let cairn: TestCairn;
/** A site of each region. */
const sites = new Map<string, Sending>();
const siteOf = (region: string): Sending => sites.get(region) ?? CLINIC;

beforeAll(async () => {
  cairn = await startTestCairn({ now: DAY_BEFORE, gateway });
  for (const [index, { id }] of regions.entries()) {
    const site = await registerSite(cairn, `RG-00000${index + 1}`);
    await cairn.db.query('update organization set region = $2 where code = $1', [site.site, id]);
    sites.set(id, site);
  }
  for (const { goLive } of timeline) await ensurePartitions(cairn.cairn.database.kysely, new Date(goLive));
});
afterAll(() => cairn.close());
beforeEach(() => {
  gateway.sent.length = 0;
  gateway.open.clear();
});

/** Sends a sound message of that site, and says what became of it: where it went, what is held, which registry gets a copy. */
async function sendFor(
  site: Sending,
  day: string,
): Promise<{ readonly outcome: string; readonly to: readonly string[]; readonly copies: readonly string[] }> {
  gateway.sent.length = 0;
  const id = controlId();
  await submit(cairn.url, soundOn(day, { from: site, controlId: id }), { login: site.login });
  const [entry] = await ledger(cairn.db, id);
  const { rows } = await cairn.db.query('select endpoint_id from outbound_copy where message_id = $1', [
    entry?.messageId,
  ]);
  expect(await reportsOf(cairn.db, id)).toHaveLength(entry?.outcome === 'forwarded' ? 0 : 1);
  return {
    outcome: entry?.outcome ?? '',
    to: gateway.sent.map(({ to }) => to),
    copies: rows.map(({ endpoint_id: endpoint }) => endpoint),
  };
}

describe('the gateway', () => {
  test.each([
    ['the day before', DAY_BEFORE, '20161002'],
    ['in its last second', LAST_SECOND, '20161002'],
  ])('%s, each region’s messages go to its registry', async (_, now, day) => {
    cairn.setTime(now);
    for (const { id } of regions) gateway.open.add(id);
    for (const { id } of regions) {
      expect(await sendFor(siteOf(id), day)).toEqual({ outcome: 'forwarded', to: [id], copies: [] });
    }
  });

  test('before it, those of a region that is not connected are recorded here', async () => {
    cairn.setTime(LAST_SECOND);
    gateway.open.add('bay-area');
    expect(await sendFor(siteOf('sacramento'), '20161002')).toEqual({
      outcome: 'accepted',
      to: [],
      copies: [],
    });
  });

  test.each([
    ['that day', THE_DAY, '20161002'],
    ['the day after', DAY_AFTER, '20161003'],
  ])('%s, everything is recorded here; regions that have not moved get copies', async (_, now, day) => {
    cairn.setTime(now);
    for (const { id } of regions) gateway.open.add(id);
    for (const { id } of regions) {
      const moves = timeline.find(({ region }) => region === id)?.goLive ?? '';
      expect([id, await sendFor(siteOf(id), day)]).toEqual([
        id,
        { outcome: 'accepted', to: [], copies: moves > '2016-10-03' ? [id] : [] },
      ]);
    }
  });

  test('a partner’s messages go to its registry, before and after', async () => {
    await cairn.db.query(`update organization set routed_to = 'ride' where code = $1`, [
      siteOf('northern').site,
    ]);
    for (const [now, day] of [
      [LAST_SECOND, '20161002'],
      [THE_DAY, '20161002'],
    ] as const) {
      cairn.setTime(now);
      gateway.open.add('ride');
      expect(await sendFor(siteOf('northern'), day)).toEqual({
        outcome: 'forwarded',
        to: ['ride'],
        copies: [],
      });
    }
    await cairn.db.query('update organization set routed_to = null');
  });
});

describe.each(timeline.filter(({ goLive }) => goLive > '2016-10-03'))(
  'the registry of $region, which moves on $goLive',
  ({ region, goLive }) => {
    const midnight = goLive === '2017-04-10' ? `${goLive}T00:00:00-07:00` : `${goLive}T00:00:00-08:00`;
    const yesterday = new Date(new Date(midnight).getTime() - 1000);

    test('gets copies until the last second before, and none from that day on', async () => {
      const day = new Date(yesterday.getTime() - 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
      cairn.setTime(yesterday.toISOString());
      expect(await sendFor(siteOf(region), day)).toEqual({ outcome: 'accepted', to: [], copies: [region] });
      cairn.setTime(midnight);
      expect(await sendFor(siteOf(region), day)).toEqual({ outcome: 'accepted', to: [], copies: [] });
      cairn.setTime(new Date(new Date(midnight).getTime() + 86_400_000).toISOString());
      expect(await sendFor(siteOf(region), day)).toEqual({ outcome: 'accepted', to: [], copies: [] });
    });
  },
);

describe('a message without MSH-22', () => {
  test('is warned of in the last second, and rejected in the first', async () => {
    cairn.setTime(LAST_SECOND);
    const early = ackOf(await submit(cairn.url, soundOn('20161002', { msh: { 22: '' } })));
    expect(early.errors.map(({ severity, text }) => `${severity} ${text}`)).toEqual([
      'W MSH-22 (Responsible Organization) is empty. Send the registered id of the site in MSH-22: from 2016-10-03 on, messages without it are rejected.',
    ]);
    cairn.setTime(THE_DAY);
    const late = ackOf(await submit(cairn.url, soundOn('20161002', { msh: { 22: '' } })));
    expect(late.code).toBe('AE');
    expect(late.errors[0]?.text).toMatch(/^MESSAGE REJECTED\./);
  });
});

describe('the old address', () => {
  const OLD = '/CAPRD-WS/IISService';
  const closed = (): string =>
    `MESSAGE REJECTED. This address was closed on 2016-10-03; the web service is at ${cairn.url}/IISService since. Send to the new address; nothing was recorded.`;

  test('is as the new one until the last second', async () => {
    cairn.setTime(LAST_SECOND);
    const id = controlId();
    const message = soundOn('20161002', { controlId: id });
    const answer = await submit(cairn.url, message, { path: OLD });
    expect(ackOf(answer)).toMatchObject({ code: 'AA', controlId: id });
    expect(await ledger(cairn.db, id)).toMatchObject([{ outcome: 'accepted', address: 'production' }]);
    expect(await (await fetch(`${cairn.url}${OLD}?wsdl`)).text()).toContain(`location="${cairn.url}${OLD}"`);

    // A resend that comes too late is told what became of it, not that nothing did.
    cairn.setTime(THE_DAY);
    expect(await submit(cairn.url, message, { path: OLD })).toBe(answer);
  });

  test.each([THE_DAY, DAY_AFTER])(
    'answers a submission with an ACK that says where to send: %s',
    async (now) => {
      cairn.setTime(now);
      const id = controlId();
      const answer = await submit(cairn.url, soundOn('20161002', { controlId: id }), { path: OLD });
      expect(ackOf(answer)).toMatchObject({
        code: 'AR',
        controlId: id,
        errors: [{ location: 'MSH^1', severity: 'E', application: '4', text: closed() }],
      });
      expect(segments(answer, 'ERR')[0]?.[3]).toMatch(/^207\^/);
      expect(await ledger(cairn.db, id)).toMatchObject([
        {
          outcome: 'refused',
          ackCode: 'AR',
          responsible: 'DE-000001',
          findings: ['address-closed E MSH'],
          answer,
        },
      ]);
      expect(await reportsOf(cairn.db, id)).toEqual([]);
    },
  );

  test('answers a query with a response that says so, where no acknowledgement was asked for too', async () => {
    cairn.setTime(THE_DAY);
    const answer = await submit(cairn.url, qbp({ msh: { 7: '20161003001000-0700' } }), { path: OLD });
    expect(segments(answer, 'MSH')[0]?.[8]).toBe('RSP^K11^RSP_K11');
    expect(segments(answer, 'QAK')[0]?.[2]).toBe('AR');
    expect(ackOf(answer)).toMatchObject({ code: 'AR', errors: [{ text: closed() }] });
    const silent = await submit(cairn.url, soundOn('20161002', { msh: { 15: 'NE', 16: 'NE' } }), {
      path: OLD,
    });
    expect(ackOf(silent).code).toBe('AR');
  });

  test('tells the new one to whoever reads its contract or tests the connection', async () => {
    cairn.setTime(THE_DAY);
    const wsdl = await (await fetch(`${cairn.url}${OLD}?wsdl`)).text();
    expect(wsdl).toContain(`location="${cairn.url}/IISService"`);
    expect(wsdl).not.toContain(OLD);
    const got = await fetch(`${cairn.url}${OLD}`);
    expect([got.status, await got.text()]).toEqual([
      405,
      `This address was closed on 2016-10-03; the web service is at ${cairn.url}/IISService since. Its contract is at ${cairn.url}/IISService?wsdl\n`,
    ]);
    const echo = '<c:connectivityTest><c:echoBack>Hello</c:echoBack></c:connectivityTest>';
    const tested = await post(`${cairn.url}${OLD}`, envelope('1.2', echo), contentType('1.2'));
    expect(returnOf(tested.body)).toMatch(/^Hello\nThis address was closed on 2016-10-03/);
  });

  test('asks for the password first', async () => {
    cairn.setTime(THE_DAY);
    const answer = await submitRaw(cairn.url, soundOn('20161002'), {
      path: OLD,
      login: { ...CLINIC.login, password: 'wrong' },
    });
    expect(answer.body).toContain('<Reason>Security</Reason>');
  });
});
