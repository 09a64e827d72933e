/** The nightly job, on persons that came in as messages: what it finds, what it leaves alone, and that it may be cut off. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createLog,
  jurisdiction,
  type NightlyFigures,
  readConfig,
  runNightly,
  startCairn,
} from '@cairn/server';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ackOf } from './support/answers.ts';
import { startTestCairn, TODAY, type TestCairn } from './support/cairn.ts';
import {
  CLINIC,
  dose,
  type Fields,
  historical,
  household,
  type Patient,
  patient,
  PEDIATRICS,
  type Sending,
  vxu,
} from './support/messages.ts';
import { runCairn } from './support/process.ts';
import { submit } from './support/soap.ts';

let cairn: TestCairn;
beforeEach(async () => {
  cairn = await startTestCairn();
});
afterEach(() => cairn.close());

const california = jurisdiction('california');

async function night(
  options: { readonly enoughPersons?: number; readonly signal?: AbortSignal } = {},
): Promise<NightlyFigures | undefined> {
  if (!california) throw new Error('there is no California');
  const { pool } = cairn.cairn.database;
  const clock = { now: () => new Date(TODAY) };
  return runNightly({ pool, clock, jurisdiction: california, log: createLog('silent'), ...options });
}

type Told = {
  readonly from?: Sending;
  readonly pid?: Fields;
  readonly nk1?: Fields;
  readonly orders?: readonly (readonly string[])[];
};

/** Reports the patient; the id of the person it was recorded for. */
async function report(who: Patient, { from = CLINIC, ...told }: Told = {}): Promise<string> {
  const ack = ackOf(await submit(cairn.url, vxu({ patient: who, from, ...told }), { login: from.login }));
  expect(ack.code).not.toBe('AR');
  const { rows } = await cairn.db.query(
    'select person_id from message where control_id = $1 order by message_id desc limit 1',
    [ack.controlId],
  );
  return rows[0].person_id;
}

type Task = { readonly pair: readonly [string, string]; readonly state: string; readonly signature: string };

async function tasks(): Promise<readonly Task[]> {
  const { rows } = await cairn.db.query('select * from review_task order by task_id');
  return rows.map((row) => ({
    pair: [row.person_a, row.person_b],
    state: row.state,
    signature: row.signature,
  }));
}

const pair = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);

/** One child, misspelled in both names by the second clinic, which knows another phone and an older address. */
async function misspelled(): Promise<readonly [string, string]> {
  const child = patient({ last: 'Hernandez', first: 'Guadalupe', birthDate: '20220817' });
  const other = patient({ ...child, chart: `${child.chart}X`, last: 'Hernadnez', first: 'Gudaalupe' });
  const one = await report(child);
  return pair(one, await report(other, { from: PEDIATRICS }));
}

describe('two that may be one', () => {
  test('and that intake could not find become a task for a reviewer, once; nobody is merged', async () => {
    const two = await misspelled();
    expect(two[0]).not.toBe(two[1]);
    expect(await tasks()).toEqual([]);

    expect(await night()).toMatchObject({ persons: 2, tasksOpened: 1 });
    expect(await tasks()).toEqual([{ pair: two, state: 'open', signature: expect.stringContaining(':F') }]);
    const { rows } = await cairn.db.query(`select status from person`);
    expect(rows).toEqual([{ status: 'active' }, { status: 'active' }]);

    expect(await night()).toMatchObject({ persons: 2, tasksOpened: 0 });
    expect(await tasks()).toHaveLength(1);
  });

  test.each(['same', 'different', 'later'])(
    'are not asked about again when the answer was "%s"',
    async (state) => {
      await misspelled();
      await night();
      await cairn.db.query('update review_task set state = $1, decided_at = $2', [state, TODAY]);
      expect(await night()).toMatchObject({ tasksOpened: 0 });
    },
  );

  test('are not asked about where a person held them for two', async () => {
    const [a, b] = await misspelled();
    await cairn.db.query(`insert into person_constraint values ($1, $2, 'test', 'two', now())`, [a, b]);
    expect(await night()).toMatchObject({ tasksOpened: 0 });
  });

  test.each(['sealed = true', `status = 'merged'`])('are not compared where one is %s', async (state) => {
    const [a] = await misspelled();
    await cairn.db.query(`update person set ${state} where person_id = $1`, [a]);
    expect(await night()).toMatchObject({ tasksOpened: 0, persons: 1 });
  });

  test('are found when what makes them alike was said later', async () => {
    const child = patient({ last: 'Okonkwo', first: 'Adaeze', birthDate: '20210304' });
    const renamed = patient({ last: 'Brightwater', first: 'Ada', birthDate: '20210304' });
    const one = await report(child);
    const other = await report(renamed, { from: PEDIATRICS });
    await cairn.db.query('delete from review_task');
    expect(await night()).toMatchObject({ tasksOpened: 0 });
    await report(renamed, { from: PEDIATRICS, pid: household(child) });
    expect(await tasks()).toEqual([]);
    await night();
    expect((await tasks()).map((task) => task.pair)).toEqual([pair(one, other)]);
  });
});

describe('twins', () => {
  test.each([
    [
      'by their birth order',
      { first: 'Mateo' },
      { first: 'Matteo' },
      { 24: 'Y', 25: '1' },
      { 24: 'Y', 25: '2' },
    ],
    ['by two names that both exist', { first: 'Jayden' }, { first: 'Kayden' }, {}, {}],
  ])('%s are not proposed', async (_, first, second, one, other) => {
    const child = patient({ last: 'Quintanilla', birthDate: '20240110', sex: 'M', ...first });
    const twin = patient({ last: 'Quintanilla', birthDate: '20240110', sex: 'M', ...second });
    const a = await report(child, { pid: one });
    const b = await report(twin, { from: PEDIATRICS, pid: { ...household(child), ...other } });
    expect(a).not.toBe(b);
    // What intake asked is a question of its own.
    await cairn.db.query('delete from review_task');
    expect(await night()).toMatchObject({ tasksOpened: 0 });
  });
});

test('of three that are all alike one is compared with the two others; the rest follows from the answers', async () => {
  const child = patient({ last: 'Castellanos', first: 'Maximiliano', birthDate: '20200229' });
  const ids: string[] = [];
  for (const [at, from] of [CLINIC, PEDIATRICS, PEDIATRICS].entries()) {
    const last = ['Castellanos', 'Casetllanos', 'Castelalnos'][at] ?? '';
    const first = ['Maximiliano', 'Maxmiiliano', 'Maximlliano'][at] ?? '';
    ids.push(await report(patient({ ...child, chart: `${child.chart}${at}`, last, first }), { from }));
  }
  await cairn.db.query('delete from review_task');
  expect(new Set(ids).size).toBe(3);
  expect(await night()).toMatchObject({ tasksOpened: 2 });
  expect(await night()).toMatchObject({ tasksOpened: 0 });
});

describe('a person without keys', () => {
  test('as before they were kept is found again by messages after the night', async () => {
    const child = patient({ last: 'Vandermeer', first: 'Saoirse' });
    const id = await report(child);
    const { rows: before } = await cairn.db.query(
      'select key from person_key where person_id = $1 order by 1',
      [id],
    );
    const { rows: match } = await cairn.db.query('select match_id, record from person_match');
    await cairn.db.query('delete from person_key');
    await cairn.db.query('delete from person_match');
    expect(await night()).toMatchObject({ rekeyed: 1 });
    const { rows: after } = await cairn.db.query(
      'select key from person_key where person_id = $1 order by 1',
      [id],
    );
    expect(after).toEqual(before);
    expect((await cairn.db.query('select match_id, record from person_match')).rows).toEqual(match);
    expect(await report(child, { orders: [dose({ day: '20250319', vaccine: '20^DTaP^CVX' })] })).toBe(id);
    expect(await night()).toMatchObject({ rekeyed: 0 });
  });

  test('gets them before a server takes messages, once', async () => {
    const child = patient({ last: 'Vandermeer', first: 'Saoirse' });
    const id = await report(child);
    await cairn.db.query('delete from person_match');
    await cairn.db.query(`update job_run set figures = '{"form":"0|"}' where job = 'rekey'`);
    const env = { CAIRN_DATABASE_URL: cairn.databaseUrl, CAIRN_LOG_LEVEL: 'silent', CAIRN_NOW: TODAY };
    const config = readConfig(env, { demo: true, port: 0 });
    const second = await startCairn(config, createLog('silent'));
    await second.close();
    const { rows } = await cairn.db.query('select person_id from person_match');
    expect(rows).toEqual([{ person_id: id }]);
    const runs = await cairn.db.query(
      `select figures from job_run where job = 'rekey' order by started_at desc`,
    );
    expect(runs.rows[0].figures).toEqual({ form: '1|', rekeyed: 1 });
    // Then everyone is compared, not only who changed.
    await cairn.db.query(
      `insert into job_run values ('nightly', '2025-03-20T10:00:00-07:00', now(), '{"rules":"1"}')`,
    );
    await cairn.db.query(`update person_source set received_at = '2025-01-01'`);
    expect(await night()).toMatchObject({ rekeyed: 0, persons: 1 });
  });

  test('that is sealed gets the keys of its charts only', async () => {
    const id = await report(patient());
    await cairn.db.query('update person set sealed = true');
    await cairn.db.query('delete from person_match');
    await cairn.db.query('delete from person_key');
    await night();
    const { rows } = await cairn.db.query('select key & 3 as kind from person_key where person_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ kind: '0' }]);
  });
});

describe('what is counted', () => {
  test('a phone that 13 persons share is common, one of 12 is not', async () => {
    const shared = (phone: string): Fields => ({ 13: `^PRN^PH^^^916^${phone}` });
    for (let n = 0; n < 25; n++) {
      const phone = shared(n < 13 ? '4830021' : '4830022');
      await report(
        patient({
          birthDate: `201${n % 10}0${1 + (n % 9)}15`,
          last: `Only${'abcdefghijklmnopqrstuvwxy'[n]}`,
        }),
        {
          pid: phone,
          nk1: { 5: phone[13] ?? '' },
        },
      );
    }
    expect(await night()).toMatchObject({ commonPhones: 1 });
    const { rows } = await cairn.db.query('select holders from common_value');
    expect(rows).toEqual([{ holders: 13 }]);
    await cairn.db.query(`delete from person_key where key in (select key from common_value)`);
    expect(await night()).toMatchObject({ commonPhones: 0 });
    expect((await cairn.db.query('select from common_value')).rowCount).toBe(0);
  });

  test('names count when there are persons enough, and those borne by five', async () => {
    for (let n = 0; n < 6; n++) {
      const first = n < 5 ? 'Ximena' : 'Yolotzin';
      await report(patient({ first, last: 'Ñáñez', birthDate: `201${n}0615` }));
    }
    expect(await night({ enoughPersons: 7 })).toMatchObject({ names: 0 });
    expect(await night({ enoughPersons: 6 })).toMatchObject({ names: 2 });
    const { rows } = await cairn.db.query('select * from name_frequency order by kind');
    expect(rows).toEqual([
      { kind: 'first', name: 'XIMENA', per_million: 833_333.3 },
      { kind: 'last', name: 'NANEZ', per_million: 1_000_000 },
    ]);
  });

  test('doses that may be told of twice', async () => {
    const child = patient();
    const polio = (day: string) => historical({ day, vaccine: '10^IPV^CVX' });
    await report(child, { orders: [polio('20250110'), dose({ day: '20250310' })] });
    expect(await night()).toMatchObject({ personsWithReports: 1, suspectedDoses: 0 });
    await report(child, { orders: [polio('20250122')] });
    expect(await night()).toMatchObject({ personsWithReports: 1, suspectedDoses: 1 });
  });
});

describe('cut off', () => {
  /** Holds the run where it writes its first task, until `release`. */
  async function heldAtTask(): Promise<{
    readonly run: Promise<unknown>;
    readonly pid: number;
    readonly release: () => Promise<void>;
  }> {
    const holder = new Client({ connectionString: cairn.databaseUrl });
    // A test that fails leaves it to end with its database.
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('begin; lock table review_task in exclusive mode');
    const run = night().catch((error: unknown) => error);
    for (;;) {
      const { rows } = await cairn.db.query(
        `select pid from pg_stat_activity where application_name = 'cairn nightly' and wait_event_type = 'Lock'
         and datname = current_database()`,
      );
      if (rows[0]) return { run, pid: rows[0].pid, release: () => holder.end() };
      await sleep(20);
    }
  }

  test('a run whose connection dies fails, and the next one does what was left', async () => {
    const two = await misspelled();
    const held = await heldAtTask();
    await cairn.db.query('select pg_terminate_backend($1)', [held.pid]);
    expect(await held.run).toBeInstanceOf(Error);
    await held.release();
    expect(await tasks()).toEqual([]);
    const { rows } = await cairn.db.query(`select finished_at from job_run where job = 'nightly'`);
    expect(rows).toEqual([{ finished_at: null }]);
    expect(await night()).toMatchObject({ tasksOpened: 1 });
    expect((await tasks()).map((task) => task.pair)).toEqual([two]);
  });

  test('while one runs, another says so and does nothing', async () => {
    await misspelled();
    const held = await heldAtTask();
    expect(await night()).toBeUndefined();
    const command = await runCairn(['nightly'], {
      CAIRN_DATABASE_URL: cairn.databaseUrl,
      CAIRN_LOG_LEVEL: 'silent',
    });
    expect(command).toMatchObject({ code: 2, err: expect.stringContaining('already running') });
    await held.release();
    expect(await held.run).toMatchObject({ tasksOpened: 1 });
  });

  test('a comparison of everyone goes on where it ended, and looks again at those who changed since', async () => {
    await misspelled();
    const grown = patient({ last: 'Fernandez', first: 'Valentina', birthDate: '20230503' });
    await report(grown);
    await report(patient({ ...grown, chart: `${grown.chart}X`, last: 'Fernadnez', first: 'Vlaentina' }), {
      from: PEDIATRICS,
    });
    await cairn.db.query(`update person_source set received_at = '2025-01-01'`);
    await cairn.db.query(
      `insert into job_run (job, started_at, figures) values ('nightly', '2025-03-20T10:00:00-07:00', $1)`,
      [JSON.stringify({ rules: '1', progress: { begunAt: '2025-03-20T17:00:00Z', after: '2022-12-31' } })],
    );
    expect(await night()).toMatchObject({ persons: 2, tasksOpened: 1 });
  });

  test('one that is told to stop stops between two batches', async () => {
    await misspelled();
    expect(await night({ signal: AbortSignal.abort() }).catch((error: unknown) => error)).toMatchObject({
      name: 'JobStopped',
    });
    expect(await night()).toMatchObject({ tasksOpened: 1 });
  });
});

test('a process that is a worker only has no doors but its health', async () => {
  const env = {
    CAIRN_DATABASE_URL: cairn.databaseUrl,
    CAIRN_LOG_LEVEL: 'silent',
    CAIRN_NOW: TODAY,
    CAIRN_ROLES: 'worker',
  };
  const worker = await startCairn(readConfig(env, { demo: true, port: 0 }), createLog('silent'));
  try {
    expect((await fetch(`${worker.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${worker.url}/`)).status).toBe(404);
    expect((await fetch(`${worker.url}/client_Service`, { method: 'POST' })).status).toBe(404);
  } finally {
    await worker.close();
  }
});

test('the command runs it and prints what it did', async () => {
  await misspelled();
  const env = { CAIRN_DATABASE_URL: cairn.databaseUrl, CAIRN_LOG_LEVEL: 'silent' };
  const { code, out } = await runCairn(['nightly', '--json'], env);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ persons: 2, tasksOpened: 1, rekeyed: 0 });
});
