/**
 * A central registry that copies what it records to the registry of a region, which is slow, refuses, faults, loses answers, is
 * stopped and killed. At the end both hold the same. CAIRN_COPIES says how many messages.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '@cairn/server';
import { signInAs } from '../support/portal.ts';
import { startTestCairn, type TestCairn, TODAY } from '../support/cairn.ts';
import {
  type CairnProcess,
  cleanUp,
  connect,
  startProcess,
  temporaryFolder,
  until,
} from '../support/process.ts';
import { type ChaosProxy, MISCHIEF, startChaosProxy } from './chaos-proxy.ts';
import { Patients, randomFrom, type Sent } from './patients.ts';
import { keepAlive, said, send } from './sender.ts';
import { problemsIn } from './verify.ts';

const COPIES = Number(process.env['CAIRN_COPIES'] ?? 150);
const SEED = Number(process.env['CAIRN_FAULT_SEED'] ?? Date.now() % 1_000_000);
const SENDERS = 4;
/** The endpoint waits a second for an answer. */
const TIMEOUT_MS = 1_000;
const REGION = 'la-orange';

let central: TestCairn;
let regional: CairnProcess;
let regionalData: string;
let proxy: ChaosProxy;
const random = randomFrom(SEED);

/** None of the regions has moved yet. */
const { jurisdiction } = readConfig({}, { demo: true, port: 0 });
const timeline = jurisdiction.timeline.map((dates) => ({ ...dates, goLive: '2030-01-01' }));

beforeAll(async () => {
  regionalData = await temporaryFolder();
  regional = await startRegional();
  proxy = await startChaosProxy(() => regional.url, random, TIMEOUT_MS + 200);
  central = await startTestCairn({ isTicking: true, pack: { timeline }, ordinary: ['Clinic'] });
  const administrator = await signInAs(central, 'admin@demo.example');
  const { status, text } = await administrator.put(`/api/staff/outbound/${REGION}`, {
    url: proxy.url,
    soapVersion: '1.2',
    username: 'cairn-central',
    password: 'cairn-central-password',
    facilityId: '',
    sendingFacility: '',
    receivingApplication: '',
    receivingFacility: '',
    lanes: 4,
    timeoutSeconds: TIMEOUT_MS / 1000,
    isEnabled: true,
  });
  if (status >= 300) throw new Error(`the endpoint could not be set up: ${status} ${text}`);
});
afterAll(async () => {
  await central?.close();
  await proxy?.close().catch(() => undefined);
  await cleanUp(regionalData, regional);
});

const startRegional = (): Promise<CairnProcess> =>
  startProcess(regionalData, { CAIRN_NOW: TODAY }, ['--as', 'regional-registry']);

test(
  `${COPIES} messages reach the registry of the region once each, in the order of their patients`,
  { timeout: 480_000 + COPIES * 300 },
  async () => {
    console.log(`two-registries.test.ts: ${COPIES} messages, CAIRN_FAULT_SEED=${SEED}`);
    const clinic = new Patients(random, `R${SEED}`);
    proxy.mischief = 0.4;
    let isSent = false;
    const trouble = makeTrouble(() => isSent);
    let left = COPIES;
    let stamp = Date.parse(TODAY) - 20 * 3600_000;
    await Promise.all(
      Array.from({ length: SENDERS }, async () => {
        const agent = keepAlive();
        while (left-- > 0) {
          const message = stamped(clinic.next(), (stamp += 1000));
          const outcome = await send(central.url, message.text, agent);
          expect(said(outcome)).toBe('AA');
          if (outcome.kind === 'answer') clinic.acknowledge(message, outcome);
        }
        agent.destroy();
      }),
    );
    isSent = true;
    await trouble;
    // Most of them get there, or are refused, on a bad connection.
    await until(async () => (await open(central.db)) < COPIES * 0.2, 180_000 + COPIES * 50);
    // What waits for its next try gets there, however long it had to wait by then.
    proxy.mischief = 0;
    await until(async () => (await open(central.db)) === 0, 300_000 + COPIES * 100);
    const work = await workList(central.db);
    console.log(`two-registries.test.ts: ${JSON.stringify({ ...proxy.done, ...tally(work) })}`);
    for (const { state, code, words } of work) {
      expect(['refused', 'undeliverable']).toContain(state);
      expect({ code, words }).toEqual({
        code: expect.stringMatching(/\w/),
        words: expect.stringMatching(/\w{3}/),
      });
    }
    if (COPIES >= 600)
      for (const kind of MISCHIEF) expect([kind, proxy.done[kind] > 0]).toEqual([kind, true]);
    expect(work.length).toBeGreaterThan(0);
    await orderIsKept(clinic, new Set(work.map(({ message_id: id }) => id)));

    // Staff sends again what was not taken, and now it is.
    const staff = await signInAs(central, 'dx@demo.example');
    const { status } = await staff.post(`/api/staff/outbound/${REGION}/replay`, { chosen: { all: {} } });
    expect(status).toBe(200);
    await until(async () => (await open(central.db)) === 0, 60_000);
    expect(await workList(central.db)).toEqual([]);

    const there = await connect(regionalData);
    expect(await problemsIn(central.db, clinic)).toEqual([]);
    expect(await standing(there)).toEqual(await standing(central.db));
    const [here, overThere] = [await reported(central.db), await reported(there)];
    expect(overThere.filter((report) => !here.includes(report))).toEqual([]);
    // What a deletion was to take away had not come, or is gone already, where messages before or after it were refused and
    // are sent again: then it has nothing left to do, and says so.
    const needless = (await deletedBefore(there)).map((id) => `${id} 1`);
    expect(here.filter((report) => !overThere.includes(report) && !needless.includes(report))).toEqual([]);
    await there.end();
  },
);

/** MSH-7 says the order in which the clinic said things, as its clock does. */
function stamped(message: Sent, at: number): Sent {
  const time = new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return { ...message, text: message.text.replace(/^(MSH(?:\|[^|]*){5}\|)[^|]*/, `$1${time}+0000`) };
}

/** While messages come: the way is closed for a while, the other registry is killed and comes back. */
async function makeTrouble(isOver: () => boolean): Promise<void> {
  for (let round = 0; !isOver(); round++) {
    await sleep(700 + random() * 800);
    if (round % 2 === 0) {
      regional.child.kill('SIGKILL');
      await regional.ended;
      regional = await startRegional();
    } else {
      await proxy.close();
      await sleep(500 + random() * 1000);
      await proxy.open();
    }
  }
}

async function open(db: Client): Promise<number> {
  const { rows } = await db.query(
    `select count(*)::int as open from outbound_copy where state in ('waiting', 'sending', 'unknown')`,
  );
  return rows[0].open;
}

type Work = {
  readonly message_id: string;
  readonly state: string;
  readonly code: string;
  readonly words: string;
};

async function workList(db: Client): Promise<readonly Work[]> {
  const { rows } = await db.query<Work>(
    `select message_id, state, code, words from outbound_copy where state in ('refused', 'undeliverable')`,
  );
  return rows;
}

const tally = (work: readonly Work[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state, code } of work) counts[`${state} ${code}`] = (counts[`${state} ${code}`] ?? 0) + 1;
  return counts;
};

/** Of each patient, what the other registry took it took in the order in which it came here. */
async function orderIsKept(clinic: Patients, notTaken: ReadonlySet<string>): Promise<void> {
  const there = await connect(regionalData);
  // By transaction: its clock stands still, so that its ids begin anew each time it is killed.
  const { rows } = await there.query<{ control_id: string }>(
    `select control_id from message where message_type = 'VXU^V04' order by xmin::text::bigint`,
  );
  await there.end();
  const { rows: ids } = await central.db.query<{ control_id: string; message_id: string }>(
    `select control_id, message_id from message where message_type = 'VXU^V04'`,
  );
  const idOf = new Map(ids.map(({ control_id, message_id }) => [control_id, message_id]));
  const takenAt = new Map(rows.map(({ control_id }, at) => [control_id, at]));
  const wrong = clinic.patients.filter((patient) => {
    const order = clinic.acknowledged
      .filter((message) => message.patient === patient && !notTaken.has(idOf.get(message.controlId) ?? ''))
      .map(({ controlId }) => takenAt.get(controlId) ?? -1);
    return order.some((at, index) => at < 0 || at <= (order[index - 1] ?? -1));
  });
  expect(wrong.map(({ family }) => family)).toEqual([]);
}

/** How many reports of doses each message left: none is lost, and none is taken twice. */
async function reported(db: Client): Promise<readonly string[]> {
  const { rows } = await db.query<{ message: string }>(
    `select concat_ws(' ', m.control_id, count(*)) as message from dose_report r join message m using (message_id)
     group by m.control_id order by 1`,
  );
  return rows.map(({ message }) => message);
}

/** The messages that deleted a dose which was deleted already. */
async function deletedBefore(db: Client): Promise<readonly string[]> {
  const { rows } = await db.query<{ control_id: string }>(
    `select control_id from message where findings @> '[{"code": "deleted-before"}]'`,
  );
  return rows.map(({ control_id: id }) => id);
}

/** Every dose that stands, as each registry computes it. */
async function standing(db: Client): Promise<readonly string[]> {
  const { rows } = await db.query<{ dose: string }>(
    `select concat_ws(' ', o.code, d.id_key, d.dose_key, d.administered_on, d.vaccine_codes, d.content_hash) as dose
     from (select distinct on (organization_id, id_key, dose_key) * from dose_report
           order by organization_id, id_key, dose_key, said_at desc, person_version desc, report_id desc) d
     join organization o using (organization_id)
     where d.action <> 'D' order by 1`,
  );
  return rows.map(({ dose }) => dose);
}
