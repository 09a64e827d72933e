/** Stock through the portal: who sees and changes it, what can be entered, counted, sent and settled, and what of it races. */
import { randomUUID } from 'node:crypto';
import { california } from '@cairn/california';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { deductFrom } from '../support/inventory-scene.ts';
import { dose, vxu } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, mailsTo, type PortalReply, signInAs } from '../support/portal.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let power: Browserless;
let nurse: Browserless;
/** Keeps the stock of DE-000002. */
let other: Browserless;
let dx: Browserless;

beforeAll(async () => {
  cairn = await startTestCairn();
  const { db } = cairn;
  await db.query(
    `update account_site set user_role = 'power' where account_id = (select account_id from account where email = $1)`,
    [DEMO_PEOPLE.nurse2],
  );
  for (const { id } of california.courses) {
    await db.query(
      `insert into training_completion (completion_id, account_id, course_id, completed_on, how, recorded_at)
       select $1, account_id, $2, '2025-01-01', 'list', '2025-01-01' from account where email = $3`,
      [randomUUID(), id, DEMO_PEOPLE.nurse2],
    );
  }
  power = await signInAs(cairn, DEMO_PEOPLE.power);
  nurse = await signInAs(cairn, DEMO_PEOPLE.nurse);
  other = await signInAs(cairn, DEMO_PEOPLE.nurse2);
  dx = await signInAs(cairn, DEMO_PEOPLE.dx);
});
afterAll(() => cairn.close());

type Lot = {
  readonly id: string;
  readonly lot: string;
  readonly onHand: number;
  readonly warnings: string[];
};

const lotsOf = async (who: Browserless): Promise<readonly Lot[]> =>
  (await who.get('/api/inventory')).body.lots;

async function lotNamed(name: string, who = power): Promise<Lot> {
  const found = (await lotsOf(who)).find(({ lot }) => lot === name);
  if (!found) throw new Error(`no lot ${name}`);
  return found;
}

const NEW_LOT = { cvx: '03', funding: 'PHC70', expiresOn: '2026-05-31', doses: 10 };
let made = 0;
/** A lot of its own for a test. */
async function newLot(more: object = {}): Promise<Lot> {
  const lot = `TEST${++made}`;
  const added = await power.post('/api/inventory/lots', { ...NEW_LOT, lot, ...more });
  expect([added.status, added.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return lotNamed(lot);
}

const enter = (lot: Lot, body: object, who = power): Promise<PortalReply> =>
  who.post(`/api/inventory/lots/${lot.id}/transactions`, body);
const problemsIn = ({ body }: PortalReply): readonly string[] =>
  body.problems.map(({ where, code }: { where: string; code: string }) => `${where} ${code}`);
const refusal = (reply: PortalReply) => [reply.status, reply.body.code, problemsIn(reply)];

/** The ledger adds up to what is on hand, after whatever a test did. */
async function expectSound(): Promise<void> {
  const { rows } = await cairn.db.query(
    `select l.lot from inventory_lot l where on_hand <> (select coalesce(sum(doses), 0) from inventory_transaction t
       where (t.organization_id, t.lot_id) = (l.organization_id, l.lot_id))`,
  );
  expect(rows).toEqual([]);
}

describe('who', () => {
  test('power changes the stock, regular looks at it, and each sees that of their organization', async () => {
    const mine = (await power.get('/api/inventory')).body;
    expect(mine).toMatchObject({ mayChange: true, organization: { code: 'DE-000001' }, notDeducted: 0 });
    expect((await nurse.get('/api/inventory')).body).toEqual({ ...mine, mayChange: false });
    const lot = await lotNamed('X100A');
    expect(await enter(lot, { kind: 'receipt', doses: 1 }, nurse)).toMatchObject({ status: 403 });
    expect((await other.get('/api/inventory')).body).toMatchObject({ lots: [], mayChange: true });
    for (const reply of [
      await other.get(`/api/inventory/lots/${lot.id}`),
      await enter(lot, { kind: 'receipt', doses: 1 }, other),
      await other.put(`/api/inventory/lots/${lot.id}`, { expiresOn: '2026-01-01', isActive: true }),
    ]) {
      expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
    }
    expect((await nurse.get('/api/session')).body.account.may.seeInventory).toBe(true);
    expect((await dx.get('/api/session')).body.account.may.seeInventory).toBe(false);
  });
});

describe('lots', () => {
  test('warn of what expires, has expired, and is not in use', async () => {
    const warnings = Object.fromEntries((await lotsOf(power)).map((lot) => [lot.lot, lot.warnings]));
    expect(warnings).toMatchObject({ X100A: [], D8841: ['expires-soon'], VZ3310: ['expired'] });
    const lot = await newLot({ expiresOn: '2025-05-19' });
    expect(lot.warnings).toEqual(['expires-soon']);
    const path = `/api/inventory/lots/${lot.id}`;
    const changed = await power.put(path, { expiresOn: '2025-05-20', isActive: false });
    expect(changed.body.lot).toMatchObject({ expiresOn: '2025-05-20', warnings: ['inactive'] });
    await power.put(path, { expiresOn: '2025-03-20', isActive: true });
    expect((await lotNamed(lot.lot)).warnings).toEqual(['expires-soon']);
    await power.put(path, { expiresOn: '2025-03-19', isActive: true });
    expect((await lotNamed(lot.lot)).warnings).toEqual(['expired']);
  });

  test('are added once, with all that is wrong with them said at once', async () => {
    const wrong = { cvx: '9999', lot: '..', funding: 'X', expiresOn: '2026-02-30', doses: 0, ndc: '1' };
    expect(problemsIn(await power.post('/api/inventory/lots', wrong))).toEqual([
      'expiresOn date-invalid',
      'doses doses-invalid',
    ]);
    expect(
      problemsIn(await power.post('/api/inventory/lots', { ...NEW_LOT, lot: 'A1', expiresOn: '' })),
    ).toEqual(['expiresOn date-invalid']);
    const sound = { ...wrong, expiresOn: '2026-02-28', doses: 1 };
    expect(problemsIn(await power.post('/api/inventory/lots', sound))).toEqual([
      'cvx vaccine-unknown',
      'lot lot-invalid',
      'ndc ndc-invalid',
      'funding funding-unknown',
    ]);
    const lot = await newLot({ from: 'VFC depot', ndc: '00006-4681-00', manufacturer: 'MSD' });
    expect(lot).toMatchObject({
      vaccine: 'MMR',
      ndc: '00006468100',
      manufacturerName: expect.stringMatching(/Merck/),
    });
    const again = await power.post('/api/inventory/lots', { ...NEW_LOT, lot: ` ${lot.lot.toLowerCase()}-` });
    expect(refusal(again)).toEqual([409, 'lot-known-already', ['lot lot-known-already']]);
    // Of another funding it is another lot.
    const vfc = await power.post('/api/inventory/lots', { ...NEW_LOT, lot: lot.lot, funding: 'VXC51' });
    expect(vfc.status).toBe(200);
    const ledger = (await power.get(`/api/inventory/lots/${lot.id}`)).body;
    expect(ledger.entries).toEqual([
      expect.objectContaining({
        kind: 'receipt',
        doses: 10,
        balance: 10,
        note: 'VFC depot',
        by: 'Paula Demo',
      }),
    ]);
  });
});

describe('transactions by hand', () => {
  test('each adds or takes, with a running balance', async () => {
    const lot = await newLot();
    await enter(lot, { kind: 'receipt', doses: 5, note: 'Depot' });
    await enter(lot, { kind: 'waste', doses: 2, reason: 'temperature' });
    await enter(lot, { kind: 'return', doses: 3, reason: 'manufacturer' });
    const { body } = await enter(lot, {
      kind: 'correction',
      doses: -4,
      reason: 'other',
      note: 'Two boxes of two',
    });
    const brief = body.entries.map((entry: Record<string, unknown>) => [
      entry['kind'],
      entry['doses'],
      entry['balance'],
      entry['reason'],
    ]);
    expect(brief).toEqual([
      ['correction', -4, 6, 'other'],
      ['return', -3, 10, 'manufacturer'],
      ['waste', -2, 13, 'temperature'],
      ['receipt', 5, 15, ''],
      ['receipt', 10, 10, ''],
    ]);
    expect(body.lot.onHand).toBe(6);
  });

  test('never below zero, also of two at the same time', async () => {
    const lot = await newLot({ doses: 3 });
    const tooMany = await enter(lot, { kind: 'waste', doses: 4, reason: 'lost' });
    expect(refusal(tooMany)).toEqual([409, 'below-zero', ['doses below-zero']]);
    expect(tooMany.body.error).toContain('fewer doses on hand');
    const two = await Promise.all([1, 2].map(() => enter(lot, { kind: 'waste', doses: 2, reason: 'lost' })));
    expect(two.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await lotNamed(lot.lot)).onHand).toBe(1);
    await expectSound();
  });

  test('a form that is sent twice, by two clicks or again after a lost answer, is entered once', async () => {
    const lot = await newLot();
    const waste = { kind: 'waste', doses: 2, reason: 'lost', askId: randomUUID() };
    const clicks = await Promise.all([1, 2].map(() => enter(lot, waste)));
    expect(clicks.map(({ status }) => status)).toEqual([200, 200]);
    expect((await enter(lot, waste)).body.lot.onHand).toBe(8);
    expect((await lotNamed(lot.lot)).onHand).toBe(8);
    // What was refused was not done, and may be corrected and sent under the same id.
    const askId = randomUUID();
    expect(await enter(lot, { ...waste, doses: 9, askId })).toMatchObject({ status: 409 });
    expect((await enter(lot, { ...waste, doses: 3, askId })).body.lot.onHand).toBe(5);
    const otherwise = await enter(lot, { ...waste, doses: 4, askId });
    expect(refusal(otherwise)).toEqual([409, 'asked-otherwise', []]);
    const transfer = { lotId: lot.id, to: 'DE-000002', doses: 1, askId: randomUUID() };
    const sent = await Promise.all([1, 2].map(() => power.post('/api/inventory/transfers', transfer)));
    expect(sent.map(({ body }) => body.to.code)).toEqual(['DE-000002', 'DE-000002']);
    expect((await lotNamed(lot.lot)).onHand).toBe(4);
    const { onTheWay } = (await power.get('/api/inventory')).body;
    const mine = onTheWay.filter((each: { readonly lot: string }) => each.lot === lot.lot);
    expect(mine).toHaveLength(1);
    await power.post(`/api/inventory/transfers/${mine[0].id}/withdraw`);
    // Without an id each is meant.
    await enter(lot, { kind: 'receipt', doses: 1 });
    await enter(lot, { kind: 'receipt', doses: 1 });
    expect((await lotNamed(lot.lot)).onHand).toBe(7);
    await expectSound();
  });

  test('need a reason of the list, and words where it is another', async () => {
    const lot = await newLot();
    const told = async (body: object) => problemsIn(await enter(lot, body));
    expect(await told({ kind: 'waste', doses: 1, reason: '' })).toEqual(['reason required']);
    expect(await told({ kind: 'waste', doses: 1, reason: 'other' })).toEqual(['note note-needed']);
    expect(await told({ kind: 'correction', doses: 0, reason: 'lost' })).toEqual([
      'doses doses-zero',
      'reason required',
    ]);
    expect(await told({ kind: 'receipt', doses: -1 })).toEqual(['doses doses-invalid']);
    expect(await told({ kind: 'receipt', doses: 1.5 })).toEqual(['doses doses-invalid']);
    expect((await enter(lot, { kind: 'administered', doses: 1 })).status).toBe(400);
    expect((await lotNamed(lot.lot)).onHand).toBe(10);
  });
});

describe('a count', () => {
  const record = (lines: readonly object[]) => power.post('/api/inventory/counts', { lines });

  test('records the difference of each lot, with its reason', async () => {
    const [one, two] = [await newLot(), await newLot()];
    const lines = [
      { lotId: one.id, expected: 10, counted: 8, reason: '' },
      { lotId: two.id, expected: 10, counted: 10 },
    ];
    expect(problemsIn(await record([]))).toEqual(['lines count-empty']);
    expect(refusal(await record(lines))).toEqual([
      400,
      'request-invalid',
      [`lines.${one.id}.reason count-reason-needed`],
    ]);
    const sound = [{ ...lines[0], reason: 'given-not-reported' }, lines[1]];
    expect((await record(sound as object[])).status).toBe(200);
    expect([(await lotNamed(one.lot)).onHand, (await lotNamed(two.lot)).onHand]).toEqual([8, 10]);
    const { entries } = (await power.get(`/api/inventory/lots/${one.id}`)).body;
    expect(entries[0]).toMatchObject({ kind: 'count', doses: -2, balance: 8, reason: 'given-not-reported' });
    const [latest] = (await nurse.get('/api/inventory/counts')).body.counts;
    expect(latest).toMatchObject({ by: 'Paula Demo', lots: 2, differing: 1, difference: -2 });
    await expectSound();
  });

  test('of a lot that moved since the form was shown records nothing and names the lot', async () => {
    const [moved, still] = [await newLot(), await newLot()];
    await enter(moved, { kind: 'waste', doses: 1, reason: 'broken' });
    const reply = await record([
      { lotId: moved.id, expected: 10, counted: 10 },
      { lotId: still.id, expected: 10, counted: 7, reason: 'lost' },
    ]);
    expect(refusal(reply)).toEqual([409, 'counted-meanwhile', [`lines.${moved.id} stock-moved`]]);
    expect(reply.body.error).toContain('nothing was recorded');
    expect((await lotNamed(still.lot)).onHand).toBe(10);
  });

  test('of two at the same time one is recorded', async () => {
    const lot = await newLot();
    const lines = [{ lotId: lot.id, expected: 10, counted: 4, reason: 'unexplained' }];
    const replies = await Promise.all([record(lines), record(lines), record(lines)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect((await lotNamed(lot.lot)).onHand).toBe(4);
    await expectSound();
  });

  test('knows no lots of others, and no lot twice', async () => {
    const lot = await newLot();
    const line = { lotId: lot.id, expected: 10, counted: 10 };
    expect(problemsIn(await record([line, line]))).toEqual([`lines.${lot.id} invalid`]);
    const theirs = await other.post('/api/inventory/counts', { lines: [line] });
    expect(problemsIn(theirs)).toEqual([`lines.${lot.id} lot-unknown`]);
  });
});

describe('a transfer', () => {
  const send = (lot: Lot, to: string, doses: number) =>
    power.post('/api/inventory/transfers', { lotId: lot.id, to, doses });
  const wayOf = async (who: Browserless) => (await who.get('/api/inventory')).body.onTheWay;

  test('leaves at once, is on the way for both, and arrives when the other says so', async () => {
    const lot = await newLot({ manufacturer: 'MSD' });
    expect((await send(lot, 'de 000002', 4)).body).toEqual({
      to: { code: 'DE-000002', name: 'Demo Pediatrics' },
    });
    expect((await lotNamed(lot.lot)).onHand).toBe(6);
    const [out] = await wayOf(power);
    const [come] = await wayOf(other);
    expect(out).toMatchObject({ direction: 'out', doses: 4, lot: lot.lot, other: { code: 'DE-000002' } });
    expect(come).toMatchObject({ id: out.id, direction: 'in', other: { code: 'DE-000001' } });
    // Neither does the other's part.
    expect((await power.post(`/api/inventory/transfers/${out.id}/receive`)).status).toBe(404);
    expect((await other.post(`/api/inventory/transfers/${out.id}/withdraw`)).status).toBe(404);
    expect((await other.post(`/api/inventory/transfers/${out.id}/receive`)).status).toBe(200);
    const again = await other.post(`/api/inventory/transfers/${out.id}/receive`);
    expect([again.status, again.body.code]).toEqual([409, 'transfer-ended']);
    expect(await lotNamed(lot.lot, other)).toMatchObject({
      onHand: 4,
      manufacturer: 'MSD',
      expiresOn: '2026-05-31',
    });
    const { entries } = (await power.get(`/api/inventory/lots/${lot.id}`)).body;
    expect(entries[0]).toMatchObject({ kind: 'transfer-out', doses: -4, note: 'DE-000002' });
    expect([await wayOf(power), await wayOf(other)]).toEqual([[], []]);
    await expectSound();
  });

  test('is received or withdrawn, never both', async () => {
    const lot = await newLot();
    for (let round = 0; round < 4; round++) {
      const before = (await lotNamed(lot.lot)).onHand;
      await send(lot, 'DE-000002', 1);
      const [{ id }] = await wayOf(power);
      const [received, withdrawn] = await Promise.all([
        other.post(`/api/inventory/transfers/${id}/receive`),
        power.post(`/api/inventory/transfers/${id}/withdraw`),
      ]);
      expect([received.status, withdrawn.status].toSorted()).toEqual([200, 409]);
      expect((await lotNamed(lot.lot)).onHand).toBe(withdrawn.status === 200 ? before : before - 1);
    }
    const theirs = (await lotsOf(other)).find((each) => each.lot === lot.lot)?.onHand ?? 0;
    expect((await lotNamed(lot.lot)).onHand + theirs).toBe(10);
    await expectSound();
  });

  test('goes to another organization that is there, and takes what is there', async () => {
    const lot = await newLot({ doses: 2 });
    expect(problemsIn(await send(lot, 'DE-999999', 1))).toEqual(['to transfer-to-unknown']);
    expect(problemsIn(await send(lot, 'DE-000001', 1))).toEqual(['to transfer-to-itself']);
    expect(refusal(await send(lot, 'DE-000002', 3))).toEqual([409, 'below-zero', ['doses below-zero']]);
    expect(await wayOf(power)).toEqual([]);
  });
});

describe('doses that were not deducted', () => {
  beforeEach(() => deductFrom(cairn, '2025-03-20'));

  type Open = {
    readonly dose: string;
    readonly lot: string;
    readonly reason: string;
    readonly messageId: string;
  };
  const open = async (): Promise<readonly Open[]> =>
    (await power.get('/api/inventory/not-deducted')).body.doses;
  const resolve = (body: object, who = power) => who.post('/api/inventory/not-deducted/resolve', body);
  const dismiss = (body: object, who = power) => who.post('/api/inventory/not-deducted/dismiss', body);
  /** A dose of a lot that is not in the stock. */
  async function given(lot: string): Promise<Open> {
    await submit(cairn.url, vxu({ orders: [dose({ rxa: { 15: lot } })] }));
    const found = (await open()).find((each) => each.lot === lot);
    if (!found) throw new Error(`no open dose of ${lot}`);
    return found;
  }

  test('are listed, the oldest first, with all that tells them apart and no patient', async () => {
    const lot = await newLot();
    await submit(cairn.url, vxu({ orders: [dose({ rxa: { 15: lot.lot } })] }));
    expect((await lotNamed(lot.lot)).onHand).toBe(9);
    await given('NOSUCH1');
    cairn.setTime('2025-03-20T10:30:00-07:00');
    await given('NOSUCH2');
    const listed = await open();
    expect(listed.map((each) => each.lot)).toEqual(['NOSUCH1', 'NOSUCH2']);
    expect(listed[0]).toMatchObject({
      administeredOn: '2025-03-20',
      vaccine: 'MMR',
      eligibility: 'V01',
      funding: 'PHC70',
      reason: 'lot-unknown',
      reportedBy: null,
      messageId: expect.any(String),
    });
    expect((await power.get('/api/inventory')).body.notDeducted).toBe(2);
    const asNurse = (await nurse.get('/api/inventory/not-deducted')).body;
    expect(asNurse).toMatchObject({ mayChange: false, total: 2 });
    expect((await other.get('/api/inventory/not-deducted')).body).toMatchObject({ total: 0, doses: [] });
    const { entries } = (await power.get(`/api/inventory/lots/${lot.id}`)).body;
    expect(entries[0]).toMatchObject({ kind: 'administered', doses: -1, balance: 9, by: null });
    expect((await power.get(`/api/exchange/messages/${entries[0].messageId}`)).status).toBe(200);
  });

  test('are deducted from a lot that is chosen, once', async () => {
    const lot = await newLot();
    const { dose: name } = await given('NOSUCH3');
    expect(problemsIn(await resolve({ dose: name, lotId: randomUUID() }))).toEqual(['lotId lot-unknown']);
    const replies = await Promise.all([1, 2, 3].map(() => resolve({ dose: name, lotId: lot.id })));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await lotNamed(lot.lot)).onHand).toBe(9);
    const { entries } = (await power.get(`/api/inventory/lots/${lot.id}`)).body;
    expect(entries[0]).toMatchObject({ kind: 'administered', reason: 'resolved', by: 'Paula Demo' });
    const another = await resolve({ dose: name, lotId: (await newLot()).id });
    expect([another.status, another.body.code]).toEqual([409, 'dose-settled']);
    expect((await dismiss({ dose: name, reason: 'in-count' })).body.code).toBe('dose-settled');
    expect((await open()).some((each) => each.dose === name)).toBe(false);
    await expectSound();
  });

  test('of one number and chart are told apart by the report', async () => {
    const lot = await newLot();
    const { dose: name } = await given('NOSUCH7');
    await cairn.db.query(
      `insert into inventory_dose select (jsonb_populate_record(d, jsonb_build_object('report_id', gen_random_uuid()))).*
       from inventory_dose d where lot = 'NOSUCH7'`,
    );
    const both = (await open()).filter((each) => each.lot === 'NOSUCH7').map((each) => each.dose);
    expect(new Set(both).size).toBe(2);
    expect((await resolve({ dose: name, lotId: lot.id })).status).toBe(200);
    expect((await open()).filter((each) => each.lot === 'NOSUCH7')).toHaveLength(1);
    expect((await lotNamed(lot.lot)).onHand).toBe(9);
    await cairn.db.query(`delete from inventory_dose where lot = 'NOSUCH7' and state = 'not-deducted'`);
    await expectSound();
  });

  test('are dismissed with a reason, and stay so', async () => {
    const { dose: name } = await given('NOSUCH4');
    expect(problemsIn(await dismiss({ dose: name, reason: 'other' }))).toEqual(['note note-needed']);
    expect(problemsIn(await dismiss({ dose: name, reason: 'lost' }))).toEqual(['reason required']);
    expect((await dismiss({ dose: name, reason: 'other', note: 'A gift' })).status).toBe(200);
    expect((await dismiss({ dose: name, reason: 'other', note: 'A gift' })).status).toBe(200);
    const late = await resolve({ dose: name, lotId: (await newLot()).id });
    expect([late.status, late.body.code]).toEqual([409, 'dose-settled']);
    const { rows } = await cairn.db.query(`select resolved_note from inventory_dose where lot = 'NOSUCH4'`);
    expect(rows).toEqual([{ resolved_note: 'other: A gift' }]);
  });

  test('are settled in one way by two at the same time', async () => {
    const lot = await newLot();
    const { dose: name } = await given('NOSUCH5');
    const [resolved, dismissed] = await Promise.all([
      resolve({ dose: name, lotId: lot.id }),
      dismiss({ dose: name, reason: 'in-count' }),
    ]);
    expect([resolved.status, dismissed.status].toSorted()).toEqual([200, 409]);
    expect((await lotNamed(lot.lot)).onHand).toBe(resolved.status === 200 ? 9 : 10);
    await expectSound();
  });

  test('are nobody else’s to settle', async () => {
    const { dose: name } = await given('NOSUCH6');
    expect((await dismiss({ dose: name, reason: 'in-count' }, other)).status).toBe(404);
    expect((await dismiss({ dose: 'x.y.z', reason: 'in-count' })).status).toBe(404);
    expect((await dismiss({ dose: name, reason: 'in-count' }, nurse)).status).toBe(403);
    expect((await open()).some((each) => each.dose === name)).toBe(true);
  });

  test('need attention, with lots below zero and lots that expire', async () => {
    const lot = await newLot({ doses: 1 });
    for (let times = 0; times < 2; times++) {
      await submit(cairn.url, vxu({ orders: [dose({ rxa: { 15: lot.lot } })] }));
    }
    expect(await lotNamed(lot.lot)).toMatchObject({ onHand: -1, warnings: ['below-zero'] });
    const { items } = (await power.get('/api/exchange/attention')).body;
    const kinds = new Map(items.map((item: { kind: string; count: number }) => [item.kind, item.count]));
    expect(kinds.get('lots-below-zero')).toBe(1);
    expect(kinds.get('not-deducted')).toBeGreaterThan(0);
    expect(kinds.get('lots-expiring')).toBeGreaterThan(0);
  });
});

describe('deduction by messages', () => {
  const PATH = '/api/sites/DE-000001/decrement';
  const lastMail = async (to: string) => (await mailsTo(cairn, to, 'deduction-changed'))[0];

  test('is turned on by the staff at the request of the site, and off again', async () => {
    await deductFrom(cairn, null);
    const unasked = await dx.put(PATH, { from: '2025-03-21' });
    expect([unasked.status, unasked.body.code]).toEqual([409, 'deduction-not-asked']);
    for (let times = 0; times < 2; times++) {
      expect((await power.post('/api/inventory/decrement-request')).status).toBe(200);
    }
    expect((await dx.get(PATH)).body).toMatchObject({ from: null, askedAt: expect.any(String) });
    const asking = async () => (await dx.get('/api/staff/sites?step=deduction')).body;
    expect(await asking()).toMatchObject({
      counts: { deduction: 1 },
      sites: [{ code: 'DE-000001', owner: 'registry', waitsFor: ['deduction-answer'] }],
    });
    expect(problemsIn(await dx.put(PATH, { from: '2026-03-22' }))).toEqual(['from deduction-day']);
    const on = await dx.put(PATH, { from: '2025-03-21' });
    expect(on.body).toMatchObject({ from: '2025-03-21', askedAt: null });
    expect((await asking()).sites).toEqual([]);
    expect((await power.get('/api/inventory')).body.deduction).toEqual({ from: '2025-03-21', askedAt: null });
    for (const to of [DEMO_PEOPLE.power, DEMO_PEOPLE.clinic]) {
      const mail = await lastMail(to);
      expect(mail?.subject).toBe(
        'Demo Family Clinic: doses are deducted from your stock from Friday, March 21, 2025',
      );
      expect(mail?.text).toContain('Count your stock on that morning');
    }
    const again = await power.post('/api/inventory/decrement-request');
    expect([again.status, again.body.code]).toEqual([409, 'deduction-is-on']);
    expect(problemsIn(await dx.put(PATH, { from: null }))).toEqual(['reason required']);
    expect((await dx.put(PATH, { from: null, reason: 'Lots are missing.' })).body.from).toBeNull();
    expect((await lastMail(DEMO_PEOPLE.power))?.text).toContain('Lots are missing.');
    const { events } = (await dx.get('/api/sites/DE-000001/events')).body;
    const kinds = events.map(({ kind }: { kind: string }) => kind);
    for (const kind of ['deduction-asked', 'deduction-on', 'deduction-off']) {
      expect(kinds.filter((each: string) => each === kind)).toEqual([kind]);
    }
  });

  test('is declined with a reason', async () => {
    await power.post('/api/inventory/decrement-request');
    expect((await dx.put(PATH, { from: null, reason: 'Not yet.' })).body).toMatchObject({
      from: null,
      askedAt: null,
    });
    expect((await lastMail(DEMO_PEOPLE.clinic))?.subject).toBe(
      'Demo Family Clinic: deducting doses was not turned on',
    );
  });
});

describe('sheets', () => {
  test('hold the lots and the ledger, and are in the audit', async () => {
    const lots = await nurse.get('/api/inventory/lots.csv');
    expect(lots.headers.get('content-type')).toContain('text/csv');
    expect(lots.text).toContain('MMR,03,X100A,,MSD,PHC70,2028-01-31,40,0,yes,\r\n');
    const ledger = await power.get('/api/inventory/ledger.csv?from=2025-03-20&to=2025-03-20');
    expect(ledger.text).toMatch(/2025-03-20,2025-03-20T[^,]*,MMR,03,X100A,PHC70,receipt,40,,,Demo,,\r\n/);
    expect(ledger.text).toMatch(/,waste,,2,temperature,,Paula Demo,\r\n/);
    const none = await power.get('/api/inventory/ledger.csv?from=2025-03-21');
    expect(none.text.trim().split('\r\n')).toHaveLength(1);
    const { rows } = await cairn.db.query(
      `select action from audit_event where action in ('exportLots', 'exportLedger', 'recordCount') group by 1 order by 1`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['exportLedger', 'exportLots', 'recordCount']);
  });
});
