/**
 * What is recorded for a region that has not moved is copied to the registry of that region: at least once, in the order of each
 * patient, and never given up without a reason. The registry is a double that does what each test says.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '@cairn/server';
import { Endpoints } from '../server/src/outbound/endpoints.ts';
import { Way } from '../server/src/outbound/way.ts';
import { discard, lagOf, replay, startBackfill, stopBackfill } from '../server/src/outbound/work.ts';
import { type Copies, GO_LIVE, REGION, startCopies } from './support/copies.ts';
import { controlId, patient, PEDIATRICS, vxu } from './support/messages.ts';
import { until } from './support/process.ts';
import type { Behaviour } from './support/registry-double.ts';
import { submit } from './support/soap.ts';

let copies: Copies;
beforeAll(async () => {
  copies = await startCopies();
});
afterAll(() => copies?.close());
beforeEach(async () => {
  const { registry } = copies;
  registry.behave = () => AA;
  registry.isAlive = true;
  await copies.settled();
  registry.received.length = 0;
  registry.asked.length = 0;
  registry.most = 0;
});

const AA: Behaviour = { kind: 'AA' };
const kysely = () => copies.cairn.cairn.database.kysely;
const receivedOf = (id: string): readonly string[] =>
  copies.registry.received.filter(({ controlId: other }) => other === id).map(({ text }) => text);
const ACCOUNT = '00000000-0000-7000-8000-000000000001';

async function messageIdOf(id: string): Promise<string> {
  const { rows } = await copies.cairn.db.query<{ message_id: string }>(
    'select message_id from message where control_id = $1',
    [id],
  );
  return rows[0]?.message_id ?? '';
}

describe('a copy', () => {
  test('has the content and identities of the message, and the header that the registry wants', async () => {
    const id = controlId();
    const text = vxu({ controlId: id, msh: { 5: 'CAIR', 16: 'ER' } });
    await submit(copies.cairn.url, text);
    await copies.becomes(id, 'done');
    const [header, ...rest] = text.split('\r');
    const wanted = header?.split('|') ?? [];
    wanted[3] = 'CENTRAL';
    wanted[5] = 'REGIONAL';
    wanted[15] = 'AL';
    expect(receivedOf(id)).toEqual([[wanted.join('|'), ...rest].join('\r')]);
    expect(copies.registry.received.at(-1)?.login).toEqual(['central', 'secret of the region', 'CENTRAL']);
  });

  test('is made of nothing that was refused, and not for another region', async () => {
    const [refused, elsewhere, done] = [controlId(), controlId(), controlId()];
    await submit(copies.cairn.url, vxu({ controlId: refused, pid: { 5: '' } }));
    await submit(copies.cairn.url, vxu({ controlId: elsewhere, from: PEDIATRICS }), {
      login: PEDIATRICS.login,
    });
    await copies.send({ controlId: done });
    await copies.becomes(done, 'done');
    expect(copies.registry.received.map(({ controlId: id }) => id)).toEqual([done]);
    const { rows } = await copies.cairn.db.query(
      `select endpoint_id, state from message join outbound_copy using (month, message_id) where control_id = $1`,
      [elsewhere],
    );
    // Nobody has set up that registry yet: nothing is lost meanwhile.
    expect(rows).toEqual([{ endpoint_id: 'central-valley', state: 'waiting' }]);
    await copies.cairn.db.query(`delete from outbound_copy where endpoint_id = 'central-valley'`);
  });
});

describe('what the registry says', () => {
  type Ending = { readonly state: string; readonly code: string; readonly times: number };
  /** What it does each time, and what becomes of the message then. */
  const CASES: Readonly<Record<string, readonly [Behaviour[], Ending]>> = {
    'taken with a warning': [
      [{ kind: 'AE', errors: [['W', '101']] }],
      { state: 'done', code: 'AE', times: 1 },
    ],
    'not all taken': [
      [
        {
          kind: 'AE',
          errors: [
            ['W', '101'],
            ['E', '102'],
          ],
        },
      ],
      { state: 'refused', code: '102', times: 1 },
    ],
    'not taken': [[{ kind: 'AR', errors: [['E', '202']] }], { state: 'refused', code: '202', times: 1 }],
    'not taken, without a word': [[{ kind: 'AE', errors: [] }], { state: 'refused', code: 'AE', times: 1 }],
    'not now': [[{ kind: 'AR', errors: [['E', '207']] }, AA], { state: 'done', code: 'AA', times: 2 }],
    'never now': [[{ kind: 'AE', errors: [['E', '206']] }], { state: 'refused', code: '206', times: 4 }],
    'too large': [
      [{ kind: 'fault', element: 'MessageTooLargeFault' }],
      { state: 'undeliverable', code: 'too-large-fault', times: 1 },
    ],
    'not known': [
      [{ kind: 'fault', element: 'UnsupportedOperationFault' }],
      { state: 'undeliverable', code: 'unsupported-fault', times: 1 },
    ],
    'one fault': [[{ kind: 'fault', element: 'fault' }, AA], { state: 'done', code: 'AA', times: 2 }],
    'a fault each time': [
      [{ kind: 'fault', element: 'fault' }],
      { state: 'undeliverable', code: 'other-fault', times: 4 },
    ],
    'a page each time': [
      [{ kind: 'garbage' }],
      { state: 'undeliverable', code: 'answer-unreadable', times: 4 },
    ],
    'an answer to another each time': [
      [{ kind: 'another' }],
      { state: 'undeliverable', code: 'answer-to-another', times: 4 },
    ],
    'a connection that breaks each time': [
      [{ kind: 'reset' }],
      { state: 'undeliverable', code: 'connection-broken', times: 4 },
    ],
    'no answer, once': [[{ kind: 'hang' }, AA], { state: 'done', code: 'AA', times: 2 }],
  };

  test('decides what becomes of the message, while others get through', async () => {
    const ids = new Map(Object.keys(CASES).map((name) => [controlId(), name]));
    copies.registry.behave = (id, time) => {
      const behaviours = CASES[ids.get(id) ?? '']?.[0] ?? [AA];
      return behaviours[Math.min(time, behaviours.length) - 1] ?? AA;
    };
    const over = new AbortController();
    const others = (async () => {
      while (!over.signal.aborted) await copies.send();
    })();
    try {
      await allEnd(ids);
    } finally {
      over.abort();
      await others;
    }
    const lag = (await lagOf(kysely())).find(({ endpointId }) => endpointId === REGION);
    expect(lag).toMatchObject({ refused: 4, undeliverable: 6 });
  });

  async function allEnd(ids: ReadonlyMap<string, string>): Promise<void> {
    for (const id of ids.keys()) await copies.send({ controlId: id });
    for (const [id, name] of ids) {
      const [, ending] = CASES[name] ?? [];
      const { state, code, words, answer } = await copies.becomes(id, ending?.state ?? '');
      const times = receivedOf(id).length;
      // Given up after four tries that count: while no other message is answered, none does.
      const tries = state === 'undeliverable' && ending?.times === 4 ? Math.min(times, 4) : times;
      expect({ name, state, code, times: tries }).toEqual({ name, ...ending });
      expect(new Set(receivedOf(id)).size).toBe(1);
      if (state !== 'done') expect(words).toMatch(/^\w.*\.$/);
      expect(answer !== '').toBe(!['undeliverable'].includes(state) && code !== 'AA');
    }
  }

  test('and staff, what becomes of what was given up', async () => {
    const [again, over] = [controlId(), controlId()];
    copies.registry.behave = (_id, time) => (time === 1 ? { kind: 'AR', errors: [['E', '202']] } : AA);
    await copies.send({ controlId: again });
    await copies.send({ controlId: over });
    await copies.becomes(again, 'refused');
    await copies.becomes(over, 'refused');
    const decided = { endpointId: REGION, accountId: ACCOUNT, now: copies.now() };
    expect(await replay(kysely(), { ...decided, messageIds: [await messageIdOf(again)] })).toBe(1);
    await copies.becomes(again, 'done');
    const overId = await messageIdOf(over);
    const reason = 'Entered there by hand.';
    expect(await discard(kysely(), { ...decided, messageIds: [overId], reason })).toBe(1);
    expect(await copies.rowOf(over)).toMatchObject({ state: 'discarded', words: reason });
    expect(await replay(kysely(), { ...decided, messageIds: [overId] })).toBe(0);
    expect(receivedOf(over)).toHaveLength(1);
  });
});

describe('the order of a patient', () => {
  test('is kept, however long each takes and whatever goes wrong; other patients do not wait', async () => {
    const patients = Array.from({ length: 6 }, () => patient());
    const sent = patients.map(() => Array.from({ length: 5 }, () => controlId()));
    const taken: string[] = [];
    copies.registry.behave = (id, time) => {
      const at = Number(id.replaceAll(/\D/g, '')) + time * 7;
      if (at % 5 === 0 && time < 3) return { kind: 'fault', element: 'fault', code: 21 };
      taken.push(id);
      return { kind: 'AA', afterMs: (at * 13) % 30 };
    };
    await Promise.all(
      patients.map(async (who, index) => {
        for (const id of sent[index] ?? []) await copies.send({ patient: who, controlId: id });
      }),
    );
    await copies.settled();
    for (const ids of sent) expect(taken.filter((id) => ids.includes(id))).toEqual(ids);
    expect(copies.registry.most).toBeGreaterThan(1);
  });

  test('waits for a message that hangs, and goes on after one that was refused', async () => {
    const who = patient();
    const [first, second, third, other] = [controlId(), controlId(), controlId(), controlId()];
    copies.registry.behave = (id, time) => {
      if (id === first) return { kind: 'AR', errors: [['E', '202']] };
      return id === second && time === 1 ? { kind: 'hang' } : AA;
    };
    for (const id of [first, second, third]) await copies.send({ patient: who, controlId: id });
    await copies.becomes(first, 'refused');
    await until(async () => receivedOf(second).length === 1, 5_000);
    await copies.send({ controlId: other });
    await copies.becomes(other, 'done');
    expect(await copies.rowOf(third)).toMatchObject({ state: 'waiting' });
    await copies.becomes(third, 'done');
    expect(copies.registry.asked.filter((id) => [second, third].includes(id))).toEqual([
      second,
      second,
      third,
    ]);
  });
});

test('what waits for another try is not forgotten behind a long queue', async () => {
  const { registry } = copies;
  const { db } = copies.cairn;
  registry.behave = (_id, time) => (time === 1 ? { kind: 'AE', errors: [['E', '207']] } : AA);
  await db.query('update outbound_endpoint set is_enabled = false');
  await copies.endpoints.refresh();
  const id = await copies.send();
  // Behind it, of other patients; that there is no text of theirs costs the least.
  await db.query(
    `insert into outbound_copy (endpoint_id, message_id, month, person_id, organization_id, state, attempts, next_at, code,
       words, answer, created_at)
     select $1, ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '2025-03-01', gen_random_uuid(),
       gen_random_uuid(), 'waiting', 0, $2, '', '', '', $2 from generate_series(1, 2500) n`,
    [REGION, copies.now()],
  );
  await db.query('update outbound_endpoint set is_enabled = true');
  await copies.endpoints.refresh();
  await copies.becomes(id, 'done');
  const { rows } = await db.query(`select from outbound_copy where state = 'waiting'`);
  expect(rows.length).toBeGreaterThan(0);
  await db.query(`delete from outbound_copy where message_id >= 'ffffffff-0000-7000-8000-000000000000'`);
});

test('what was under way when the process ended is unknown, and is sent again as it was', async () => {
  const id = controlId();
  copies.registry.behave = (_id, time) => (time === 1 ? { kind: 'hang' } : AA);
  await copies.send({ controlId: id });
  await until(async () => receivedOf(id).length === 1, 5_000);
  const { rowCount } = await copies.cairn.db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cairn outbound' and datname = current_database()`,
  );
  expect(rowCount).toBe(1);
  await copies.becomes(id, 'done');
  expect(receivedOf(id)).toHaveLength(2);
  expect(new Set(receivedOf(id)).size).toBe(1);
  expect(copies.cairn.logged().some((line) => line.includes('taken over while they were under way'))).toBe(
    true,
  );
});

describe('a registry that is down', () => {
  const breaker = async () => {
    const { rows } = await copies.cairn.db.query('select * from outbound_state where endpoint_id = $1', [
      REGION,
    ]);
    return rows[0] ?? {};
  };

  test('gets nothing for a while, then one message that shows that it works again; none is given up', async () => {
    const { registry } = copies;
    await registry.close();
    const ids = await Promise.all(Array.from({ length: 8 }, () => copies.send()));
    await until(async () => (await breaker())['closed_until'] !== null, 10_000);
    expect(await breaker()).toMatchObject({ reason: 'connection-refused', failed_at: expect.any(Date) });
    // It comes back, and is not well yet.
    registry.isAlive = false;
    registry.most = 0;
    await registry.listen();
    const tested = registry.asked.length;
    await until(async () => registry.asked.length > tested, 5_000);
    expect(registry.received).toEqual([]);
    let answered = 0;
    registry.behave = () => {
      answered += 1;
      return { kind: 'AA', afterMs: answered === 1 ? 150 : 0 };
    };
    registry.isAlive = true;
    await until(async () => registry.received.length === 1, 5_000);
    expect(registry.asked.at(-2)).toBe('connectivityTest');
    await copies.settled();
    for (const id of ids) expect(await copies.rowOf(id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(await breaker()).toMatchObject({ failures: 0, closed_until: null, healthy: true });
  });

  test('gets messages again also where it does not know the connectivity test', async () => {
    const { registry } = copies;
    registry.knowsTest = false;
    registry.behave = () => ({ kind: 'reset' });
    const ids = await Promise.all(Array.from({ length: 8 }, () => copies.send()));
    await until(async () => (await breaker())['closed_until'] !== null, 10_000);
    registry.behave = () => AA;
    await copies.settled();
    for (const id of ids) expect(await copies.rowOf(id)).toMatchObject({ state: 'done' });
    registry.knowsTest = true;
  });

  test('stays left alone where a process that has not heard of it fails too', async () => {
    const endpoints = new Endpoints({
      kysely: kysely(),
      secretKey: () => Promise.resolve(Buffer.alloc(32, 7)),
      clock: { now: () => copies.now() },
      log: createLog('silent'),
    });
    await endpoints.refresh();
    const elsewhere = new Way(REGION, {
      kysely: kysely(),
      clock: { now: () => copies.now() },
      log: createLog('silent'),
      endpoints,
    });
    const { db } = copies.cairn;
    const inAnHour = new Date(copies.now().getTime() + 3_600_000);
    await db.query('update outbound_state set failures = 7, closed_until = $2 where endpoint_id = $1', [
      REGION,
      inAnHour,
    ]);
    elsewhere.fails({ fault: 'no-answer', words: 'No answer.' });
    await expect.poll(async () => (await breaker())['reason']).toBe('no-answer');
    expect(await breaker()).toMatchObject({ failures: 7, closed_until: inAnHour });
    elsewhere.works();
    await expect.poll(async () => (await breaker())['closed_until']).toBeNull();
    await copies.endpoints.refresh();
  });

  test('is not what a message is given up for, though all of them time out', async () => {
    const { registry } = copies;
    registry.behave = () => ({ kind: 'reset' });
    const ids = await Promise.all(Array.from({ length: 4 }, () => copies.send()));
    await until(async () => registry.received.length >= 24, 15_000);
    for (const id of ids) expect((await copies.rowOf(id))?.state).not.toBe('undeliverable');
    registry.behave = () => AA;
    await copies.settled();
    for (const id of ids) expect(await copies.rowOf(id)).toMatchObject({ state: 'done' });
  });

  test('is left alone in planned maintenance', async () => {
    const { db } = copies.cairn;
    const [from, to] = [-1, 1].map((hours) => new Date(copies.now().getTime() + hours * 3_600_000));
    const account = await db.query<{ account_id: string }>('select account_id from account limit 1');
    await db.query(
      `insert into outbound_maintenance (window_id, endpoint_id, begins_at, ends_at, note, made_by)
       values (gen_random_uuid(), $1, $2, $3, '', $4)`,
      [REGION, from, to, account.rows[0]?.account_id],
    );
    await copies.endpoints.refresh();
    const id = await copies.send();
    expect(await copies.gateway.forward(REGION, vxu())).toMatchObject({
      fault: 'maintenance',
      mayHaveArrived: false,
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(copies.registry.asked).toEqual([]);
    expect(await copies.rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    await db.query('delete from outbound_maintenance');
    await copies.endpoints.refresh();
    await copies.becomes(id, 'done');
  });
});

describe('a message that is handed on while its sender waits', () => {
  test('is not sent where very many wait for the answers of a slow registry already', async () => {
    const { registry, gateway } = copies;
    registry.behave = () => ({ kind: 'AA', afterMs: 500 });
    const deliveries = await Promise.all(Array.from({ length: 300 }, () => gateway.forward(REGION, vxu())));
    const failed = deliveries.filter(({ kind }) => kind === 'failed');
    expect(failed).toHaveLength(44);
    expect(failed[0]).toMatchObject({ fault: 'connect-timeout', mayHaveArrived: false });
    registry.behave = () => AA;
    expect(await gateway.forward(REGION, vxu())).toMatchObject({ kind: 'answered' });
  });

  test('comes back with the answer of the registry, or with the fault of the way there', async () => {
    const { gateway, registry } = copies;
    expect([gateway.isOpenTo(REGION), gateway.isOpenTo('bay-area')]).toEqual([true, false]);
    registry.behave = () => ({ kind: 'AE', errors: [['E', '102']] });
    expect(await gateway.forward(REGION, vxu())).toMatchObject({ kind: 'answered', code: 'AE' });
    expect(await gateway.forward('bay-area', vxu())).toMatchObject({ kind: 'failed', fault: 'not-set-up' });
    registry.behave = () => ({ kind: 'http', status: 503 });
    for (let n = 0; n < 5; n++) {
      expect(await gateway.forward(REGION, vxu())).toMatchObject({ fault: 'http-status' });
    }
    expect(await gateway.forward(REGION, vxu())).toMatchObject({
      fault: 'breaker-open',
      mayHaveArrived: false,
    });
    registry.behave = () => AA;
    await until(async () => (await gateway.forward(REGION, vxu())).kind === 'answered', 5_000);
  });
});

describe('a backfill', () => {
  const ended = async (id: string): Promise<{ readonly state: string; readonly queued: number }> => {
    const find = async () =>
      (
        await copies.cairn.db.query('select state, queued from outbound_backfill where backfill_id = $1', [
          id,
        ])
      ).rows[0];
    await until(async () => ['done', 'stopped'].includes((await find())?.state), 10_000);
    return find();
  };
  const hour = 3_600_000;
  const asked = () => ({
    endpointId: REGION,
    since: new Date(copies.now().getTime() - hour),
    until: new Date(copies.now().getTime() + hour),
    accountId: ACCOUNT,
    now: copies.now(),
  });

  test('queues what was recorded for the region and is not in the queue, once', async () => {
    const { db } = copies.cairn;
    await db.query(`update organization set region = null where code = 'DE-000001'`);
    const ids = [await copies.send(), await copies.send()];
    await db.query(`update organization set region = $1 where code = 'DE-000001'`, [REGION]);
    expect(await copies.rowOf(ids[0] ?? '')).toBeUndefined();
    // A minute earlier there was nothing of it.
    const before = { ...asked(), until: new Date(copies.now().getTime() - hour / 2) };
    expect(await ended(await startBackfill(kysely(), before))).toEqual({ state: 'done', queued: 0 });
    expect(await ended(await startBackfill(kysely(), asked()))).toEqual({ state: 'done', queued: 2 });
    for (const id of ids) await copies.becomes(id, 'done');
    // However early it is to begin: there is nothing to look through before the registry began.
    const ofAllTime = { ...asked(), since: new Date('1000-01-01') };
    expect(await ended(await startBackfill(kysely(), ofAllTime))).toEqual({ state: 'done', queued: 0 });
    expect(ids.map((id) => receivedOf(id).length)).toEqual([1, 1]);
  });

  test('ends when it is told to', async () => {
    const id = await startBackfill(kysely(), asked());
    const now = copies.now();
    const stop = (endpointId: string) => stopBackfill(kysely(), { endpointId, backfillId: id, now });
    expect(await stop('san-diego')).toBe(false);
    const isStopped = await stop(REGION);
    expect((await ended(id)).state).toBe(isStopped ? 'stopped' : 'done');
    expect(await stop(REGION)).toBe(false);
  });
});

test('metrics say how far each registry is behind', async () => {
  const metrics = await (await fetch(`${copies.cairn.url}/metrics`)).text();
  for (const name of ['waiting', 'oldest_seconds', 'dead', 'breaker_open']) {
    expect(metrics).toMatch(new RegExp(`^cairn_outbound_${name}\\{endpoint="${REGION}"\\} \\d`, 'm'));
  }
});

test('from the day on which the region moves there are no new copies, and what waited is still delivered', async () => {
  const { registry } = copies;
  await registry.close();
  const before = await copies.send();
  copies.setTime(`${GO_LIVE}T00:00:01-07:00`);
  const after = controlId();
  await submit(copies.cairn.url, vxu({ controlId: after }));
  expect(await copies.rowOf(after)).toBeUndefined();
  await registry.listen();
  await copies.becomes(before, 'done');
});
