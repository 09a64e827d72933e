/** Acknowledgements handed on: fetched by position, and pushed to an endpoint of a site, at least once and in order. */
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { basic } from '../support/basic.ts';
import { startTestCairn, TODAY, type TestCairn } from '../support/cairn.ts';
import { CLINIC, controlId, PEDIATRICS, qbp, type Sending, vxu } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, signInAs } from '../support/portal.ts';
import { answering, type Receiver, startReceiver } from '../support/receiver.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let site: Browserless;
let receiver: Receiver;

beforeAll(async () => {
  cairn = await startTestCairn();
  site = await signInAs(cairn, DEMO_PEOPLE.pediatrics);
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.close();
  await cairn.close();
});

type Item = Readonly<Record<string, string | number>>;
type Page = {
  readonly status: number;
  readonly items: readonly Item[];
  readonly next: number;
  readonly more: boolean;
};

async function fetched(from: Sending, query = ''): Promise<Page> {
  const reply = await fetch(`${cairn.url}/api/acknowledgements${query}`, { headers: basic(from.login) });
  const { acknowledgements: items = [], ...rest } = (await reply.json()) as Page & {
    readonly acknowledgements?: readonly Item[];
  };
  return { ...rest, status: reply.status, items };
}
const ids = ({ items }: Pick<Page, 'items'>): readonly unknown[] => items.map((item) => item['controlId']);

async function send(from: Sending, path?: string): Promise<string> {
  const id = controlId();
  await submit(cairn.url, vxu({ from, controlId: id }), { login: from.login, ...(path ? { path } : {}) });
  return id;
}

describe('fetched', () => {
  test('by a site: each of its own once, in order, with what it was answered', async () => {
    const start = await fetched(CLINIC);
    expect(start).toMatchObject({ status: 200, items: [], next: 0, more: false });
    const id = controlId();
    const ack = await submit(cairn.url, vxu({ controlId: id }));
    const refused = controlId();
    await submit(cairn.url, vxu({ controlId: refused, msh: { 22: 'DE-000002' } }));
    await send(PEDIATRICS);
    const page = await fetched(CLINIC);
    expect(page.items).toMatchObject([
      { controlId: id, responsible: 'DE-000001', ackCode: 'AA', outcome: 'accepted', ack },
      { controlId: refused, responsible: 'DE-000001', ackCode: 'AR', outcome: 'refused' },
    ]);
    expect(page.next).toBe(page.items[1]?.['position']);
    expect(ids(await fetched(CLINIC, `?after=${page.items[0]?.['position']}`))).toEqual([refused]);
    const first = await fetched(CLINIC, '?limit=1');
    expect([ids(first), first.more]).toEqual([[id], true]);
    expect((await fetched(CLINIC, `?after=${page.next}`)).next).toBe(page.next);
  });

  test('while others come in, and none is missed', async () => {
    let { next } = await fetched(CLINIC);
    const seen: unknown[] = [];
    let isSending = true;
    const reading = (async () => {
      for (let rest = 2; rest > 0; rest -= isSending ? 0 : 1) {
        const page = await fetched(CLINIC, `?after=${next}&limit=7`);
        seen.push(...ids(page));
        ({ next } = page);
        if (page.more) rest = 2;
      }
    })();
    const sent = (
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          const own: string[] = [];
          for (let n = 0; n < 10; n++) own.push(await send(CLINIC));
          return own;
        }),
      )
    ).flat();
    isSending = false;
    await reading;
    expect(seen.toSorted()).toEqual(sent.toSorted());
  });

  test('of the testing address where that is asked for; answers to queries, which hold patients, never', async () => {
    const { next } = await fetched(CLINIC);
    const tested = await send(CLINIC, '/test/IISService');
    await submit(cairn.url, qbp(), { name: 'submitSingleQuery' });
    expect(ids(await fetched(CLINIC, `?after=${next}`))).toEqual([]);
    expect(ids(await fetched(CLINIC, `?after=${next}&address=test`))).toEqual([tested]);
  });

  test('never of history that was loaded; what is passed over is not looked at again', async () => {
    const { next } = await fetched(CLINIC);
    await send(CLINIC, '/test/IISService');
    const passed = await fetched(CLINIC, `?after=${next}`);
    expect([passed.items, passed.more]).toEqual([[], false]);
    expect(passed.next).toBeGreaterThan(next);
    const loaded = await send(CLINIC);
    await cairn.db.query(`update message set operation = 'history-load' where control_id = $1`, [loaded]);
    expect(ids(await fetched(CLINIC, `?after=${passed.next}`))).toEqual([]);
    expect((await fetched(CLINIC, '?client=%00')).status).toBe(404);
  });

  test('by a Sending Facility: of one client or of all, never what others sent for the client', async () => {
    const { next } = await fetched(PEDIATRICS);
    const ofPediatrics = await send(PEDIATRICS);
    expect((await fetched(PEDIATRICS, `?after=${next}&client=DE-000001`)).status).toBe(404);
    expect((await fetched(PEDIATRICS, '?client=DE-999999')).status).toBe(404);
    expect((await fetched(CLINIC, '?client=DE-000002')).status).toBe(404);

    await cairn.db.query(
      `insert into sending_facility_client (sending_facility_id, site_id, linked_at, confirmed_at)
       select f.organization_id, s.organization_id, $1, $1 from organization f, organization s
       where f.code = 'SF-000001' and s.code = 'DE-000001'`,
      [new Date(TODAY)],
    );
    await send(CLINIC);
    const forClinic = await send({ ...PEDIATRICS, site: 'DE-000001' });
    const of = async (client: string) => ids(await fetched(PEDIATRICS, `?after=${next}&client=${client}`));
    expect(await of('DE-000001')).toEqual([forClinic]);
    expect(await of('de 000002')).toEqual([ofPediatrics]);
    expect(ids(await fetched(PEDIATRICS, `?after=${next}`))).toEqual([ofPediatrics, forClinic]);
    await cairn.db.query(
      `update sending_facility_client set ended_at = $1
       where site_id = (select organization_id from organization where code = 'DE-000001')`,
      [new Date(TODAY)],
    );
    expect(await of('DE-000001')).toEqual([forClinic]);
  });

  test.each(['after=-1', 'after=x', 'limit=0', 'limit=201', 'address=elsewhere'])(
    'not by %s',
    async (query) => {
      expect((await fetched(CLINIC, `?${query}`)).status).toBe(400);
    },
  );
});

describe('pushed', () => {
  const path = '/api/sites/DE-000002/acknowledgements';
  let secret = '';
  const bodies = () => receiver.got.map(({ body }) => JSON.parse(body));
  const pushed = (): readonly unknown[] =>
    bodies().flatMap(({ acknowledgements }) => acknowledgements.map((item: Item) => item['controlId']));
  const endpoint = async () => (await site.get(path)).body.endpoint;
  /** The fold and the push look every second. */
  const until = (check: () => unknown): Promise<unknown> =>
    vi.waitFor(check, { timeout: 8000, interval: 100 });

  test('to an address that may be one: https, and localhost in demo mode alone', async () => {
    for (const [url, code] of [
      ['http://ehr.example.org/', 'url-not-https'],
      ['ftp://ehr.example.org/', 'url-not-https'],
      ['https://user:secret@ehr.example.org/', 'url-invalid'],
      ['nowhere', 'url-invalid'],
      ['', 'required'],
    ]) {
      const { status, body } = await site.put(path, { url, isEnabled: true });
      expect([url, status, body.problems[0].code]).toEqual([url, 400, code]);
    }
    const saved = await site.put(path, { url: receiver.url, isEnabled: true });
    secret = saved.body.secret;
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect((await site.get(path)).body.secret).toBeNull();
    const { rows } = await cairn.db.query('select secret_sealed from ack_endpoint');
    expect(rows[0].secret_sealed).not.toContain(secret);
  });

  test('a test delivery says what the endpoint answered', async () => {
    expect((await site.post(`${path}/test`)).body).toEqual({ taken: true, problem: null, status: 204 });
    expect(bodies()).toEqual([{ test: true, acknowledgements: [] }]);
    receiver.answers = answering(302, { location: `${receiver.url}/elsewhere` });
    expect((await site.post(`${path}/test`)).body).toEqual({
      taken: false,
      problem: 'redirect',
      status: 302,
    });
    expect(receiver.got).toHaveLength(2);
    receiver.answers = answering(204);
    receiver.got.length = 0;
  });

  test('what the Sending Facility sent for the site comes to the site, signed, and from now on alone', async () => {
    const id = await send(PEDIATRICS);
    await until(() => expect(pushed()).toEqual([id]));
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.got;
    const timestamp = String(headers['x-cairn-timestamp']);
    expect(Number(timestamp) * 1000).toBe(Math.floor(Date.parse(TODAY) / 1000) * 1000);
    expect(headers['x-cairn-signature']).toBe(
      `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
    );
    const [{ acknowledgements, next }] = bodies();
    expect(acknowledgements[0]).toMatchObject({
      responsible: 'DE-000002',
      ackCode: 'AA',
      outcome: 'accepted',
    });
    expect(next).toBe(acknowledgements[0].position);
    expect(ids(await fetched(PEDIATRICS, `?after=${next - 1}`))).toContain(id);
    await until(async () =>
      expect(await endpoint()).toMatchObject({ behind: 0, failures: 0, lastError: null }),
    );
  });

  test('what was not taken comes again, later and in order, and its place does not move before', async () => {
    receiver.got.length = 0;
    receiver.answers = answering(500);
    const first = await send(PEDIATRICS);
    await until(async () =>
      expect(await endpoint()).toMatchObject({
        failures: 1,
        behind: 1,
        lastError: { problem: 'http-status', status: 500 },
      }),
    );
    const second = await send(PEDIATRICS);
    const { nextAt } = await endpoint();
    expect(Date.parse(nextAt) - Date.parse(TODAY)).toBeLessThanOrEqual(5000);
    await until(async () => expect((await endpoint()).behind).toBe(2));
    expect(receiver.got).toHaveLength(1);
    receiver.answers = answering(200);
    cairn.setTime(nextAt);
    await until(() => expect(pushed()).toEqual([first, first, second]));
    await until(async () =>
      expect(await endpoint()).toMatchObject({ behind: 0, failures: 0, lastError: null }),
    );
  });

  test('nothing while it is paused, and all of it afterwards', async () => {
    receiver.got.length = 0;
    await site.put(path, { url: receiver.url, isEnabled: false });
    const id = await send(PEDIATRICS);
    await until(async () => expect((await endpoint()).behind).toBe(1));
    expect(receiver.got).toEqual([]);
    const resumed = await site.put(path, { url: receiver.url, isEnabled: true });
    expect(resumed.body.secret).toBeNull();
    await until(() => expect(pushed()).toEqual([id]));
  });

  test('an endpoint that never answers keeps no other waiting; a suspended site is sent nothing', async () => {
    const other = await startReceiver();
    const held: ServerResponse[] = [];
    other.answers = (reply) => void held.push(reply);
    const clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
    const saved = await clinic.put('/api/sites/DE-000001/acknowledgements', {
      url: other.url,
      isEnabled: true,
    });
    expect(saved.status).toBe(200);
    await send(CLINIC);
    await until(() => expect(other.got).toHaveLength(1));
    receiver.got.length = 0;
    const id = await send(PEDIATRICS);
    await vi.waitFor(() => expect(pushed()).toEqual([id]), { timeout: 5000, interval: 100 });

    await cairn.db.query(`update organization set stage = 'suspended' where code = 'DE-000002'`);
    receiver.got.length = 0;
    const waiting = controlId();
    await cairn.db.query(`update ack_endpoint set position = position - 1 where url = $1`, [receiver.url]);
    other.answers = answering(204);
    held.forEach(other.answers);
    await submit(cairn.url, vxu({ controlId: waiting }));
    await until(() => expect(other.got.at(-1)?.body).toContain(waiting));
    expect(receiver.got).toEqual([]);
    await cairn.db.query(`update organization set stage = 'production' where code = 'DE-000002'`);
    await until(() => expect(pushed()).toEqual([id]));
    await clinic.delete('/api/sites/DE-000001/acknowledgements');
    await other.close();
  });

  test('a new secret signs from then on; who removes the endpoint hears no more', async () => {
    const renewed = (await site.post(`${path}/secret`)).body.secret;
    expect(renewed).not.toBe(secret);
    receiver.got.length = 0;
    await site.post(`${path}/test`);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.got;
    expect(headers['x-cairn-signature']).toBe(
      `sha256=${createHmac('sha256', renewed)
        .update(`${String(headers['x-cairn-timestamp'])}.${body}`)
        .digest('hex')}`,
    );
    expect((await site.delete(path)).body).toEqual({ endpoint: null, secret: null });
    expect((await site.post(`${path}/test`)).body.code).toBe('no-endpoint');
    const { rows } = await cairn.db.query(
      `select distinct action from audit_event where action like '%cknowledgement%' order by action`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'removeAcknowledgementEndpoint',
      'renewAcknowledgementSecret',
      'saveAcknowledgementEndpoint',
      'tryAcknowledgementEndpoint',
    ]);
  });
});
