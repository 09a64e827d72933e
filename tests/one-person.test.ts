/** One person, whoever reports it, at whatever moment and in whatever order; and two where there are two. */
import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, lastEntry } from './support/answers.ts';
import { createDatabase, startTestCairn, type TestCairn, TODAY } from './support/cairn.ts';
import {
  CLINIC,
  controlId,
  dose,
  type Fields,
  historical,
  household,
  type Order,
  patient,
  type Patient,
  PEDIATRICS,
  qbp,
  type Sending,
  vxu,
} from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { type CairnProcess, startProcess, temporaryFolder } from './support/process.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (message: string, { login }: Sending = CLINIC): Promise<string> =>
  submit(cairn.url, message, { login });

async function personOf(message: string, from: Sending = CLINIC): Promise<string> {
  expect(ackOf(await send(message, from)).code).toMatch(/^A[AE]$/);
  return (await lastEntry(cairn.db))?.personId ?? 'nobody';
}

/** What people are to look at of these two, whichever is named first. */
async function tasksOf(one: string, other: string): Promise<readonly unknown[]> {
  const { rows } = await cairn.db.query(
    'select kind, state, guards from review_task where $1 in (person_a, person_b) and $2 in (person_a, person_b)',
    [one, other],
  );
  return rows;
}

const ROUNDS = Number(process.env['CAIRN_ROUNDS'] ?? 10);
const AT_ONCE = 64;

type Letter = { readonly from: Sending; readonly id: string; readonly text: string };

/** How two organizations, and the clerks of each, write one name. */
const SPELLINGS = [
  { middle: 'Luz' },
  { middle: 'L' },
  { middle: '' },
  { middle: 'LUZ', upper: true },
] as const;

/** First messages about somebody new from two organizations, each with a dose of its own, a month apart. */
function firstMessages(round: number): readonly Letter[] {
  // No two rounds have one birth date, nor one with day and month exchanged.
  const [month, day, year] = [
    (round % 12) + 1,
    13 + (Math.floor(round / 12) % 15),
    2017 - Math.floor(round / 180),
  ];
  const born = `${year}${String(month).padStart(2, '0')}${day}`;
  const who = patient({ first: 'Beatríz', birthDate: born });
  const name = `${who.last}-Peñ${patient().last.toLowerCase()}`;
  return Array.from({ length: AT_ONCE }, (_, index) => {
    const from = index % 2 === 0 ? CLINIC : PEDIATRICS;
    const { middle, ...how } = SPELLINGS[(index >> 1) % SPELLINGS.length] ?? { middle: '' };
    const isPlain = index % 3 === 0;
    const spell = (text: string): string => {
      const plain = isPlain ? text.normalize('NFD').replaceAll(/\p{M}/gu, '') : text;
      return 'upper' in how ? plain.toUpperCase() : plain;
    };
    const given = `${2018 + Math.floor(index / 12)}${String((index % 12) + 1).padStart(2, '0')}15`;
    const id = controlId();
    const as: Patient = {
      ...who,
      chart: `${from.site.slice(-1)}-${round}-${who.chart}`,
      last: spell(name),
      first: spell(who.first),
      middle,
    };
    const text = vxu({
      controlId: id,
      from,
      patient: as,
      pid: household(who),
      msh: { 18: 'UNICODE UTF-8' },
      orders: [historical({ day: given, site: from.site })],
    });
    return { from, id, text };
  });
}

/** Sends all of them at the same moment, and returns what is wrong with what came of it. */
async function problemsOf(
  letters: readonly Letter[],
  urls: readonly string[],
  db: Client,
): Promise<readonly string[]> {
  const answers = await Promise.all(
    letters.map(({ text, from }, index) =>
      submit(urls[index % urls.length] ?? '', text, { login: from.login }).then(
        (answer) => ackOf(answer).code,
        (fault: unknown) => String(fault),
      ),
    ),
  );
  const { rows } = await db.query<{
    persons: number;
    unsettled: number;
    messages: number;
    doses: number;
    days: number;
  }>(
    `with sent as (select message_id, person_id from message where control_id = any($1))
     select count(distinct person_id)::int as persons, count(*) filter (where person_id is null)::int as unsettled,
       count(*)::int as messages,
       (select count(*)::int from dose_report where message_id in (select message_id from sent)) as doses,
       (select count(distinct administered_on)::int from dose_report
         where person_id in (select person_id from sent)) as days
     from sent`,
    [letters.map(({ id }) => id)],
  );
  const wrong = answers.filter((answer) => answer !== 'AA' && answer !== 'AE');
  const [found] = rows;
  const expected = {
    persons: 1,
    unsettled: 0,
    messages: letters.length,
    doses: letters.length,
    days: letters.length,
  };
  return [...wrong, ...(JSON.stringify(found) === JSON.stringify(expected) ? [] : [JSON.stringify(found)])];
}

async function personsAndTasks(db: Client): Promise<unknown> {
  const { rows } = await db.query(
    'select (select count(*)::int from person) as persons, array(select signature from review_task) as tasks',
  );
  return rows[0];
}

describe(`${AT_ONCE} first messages about one person at the same moment, from two organizations,`, () => {
  test(
    `make one person and lose no dose (${ROUNDS} rounds)`,
    { timeout: 60_000 + ROUNDS * 10_000 },
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const letters = firstMessages(round);
        expect([round, ...(await problemsOf(letters, [cairn.url], cairn.db))]).toEqual([round]);
      }
      expect(await personsAndTasks(cairn.db)).toEqual({ persons: ROUNDS, tasks: [] });
    },
  );

  describe('who come in by two servers', () => {
    let servers: CairnProcess[] = [];
    let cleanups: (() => Promise<unknown>)[] = [];
    afterEach(async () => {
      for (const { child } of servers) child.kill('SIGTERM');
      await Promise.all(servers.map(({ ended }) => ended));
      for (const cleanup of cleanups.toReversed()) await cleanup();
      servers = [];
      cleanups = [];
    });

    const rounds = Math.ceil(ROUNDS / 4);
    test(
      `make one person and lose no dose (${rounds} rounds)`,
      { timeout: 120_000 + rounds * 20_000 },
      async () => {
        const { databaseUrl, drop } = await createDatabase();
        const dataDir = await temporaryFolder();
        cleanups.push(drop, () => rm(dataDir, { recursive: true, force: true }));
        // One after the other: the first one makes the tables.
        for (let count = 0; count < 2; count++) {
          servers.push(await startProcess(dataDir, { CAIRN_DATABASE_URL: databaseUrl, CAIRN_NOW: TODAY }));
        }
        const db = new Client({ connectionString: databaseUrl });
        await db.connect();
        cleanups.push(() => db.end());
        for (let round = 0; round < rounds; round++) {
          const urls = servers.map(({ url }) => url);
          expect([round, ...(await problemsOf(firstMessages(round), urls, db))]).toEqual([round]);
        }
        expect(await personsAndTasks(db)).toEqual({ persons: rounds, tasks: [] });
      },
    );
  });
});

describe('the order in which messages arrive', () => {
  const TABLES =
    'person, person_key, person_match, person_source, dose_report, message_key, message, review_task, match_decision, audit_event';

  test(
    'makes no difference to who there is, what was given and what is due',
    { timeout: 300_000 },
    async () => {
      const third = await registerSite(cairn, 'DE-770001');
      const who = patient({ last: 'Ordermadeup', first: 'Estela', birthDate: '20240105' });
      const home = household(who);
      const at = (hour: string): Fields => ({ 7: `20250320${hour}0000-0700` });
      const told = (
        from: Sending,
        hour: string,
        over: Partial<Patient>,
        pid: Fields,
        orders: readonly Order[],
      ): Letter => {
        const as = { ...who, chart: `O-${from.site}`, ...over };
        const id = controlId();
        return {
          from,
          id,
          text: vxu({ controlId: id, from, patient: as, msh: at(hour), pid: { ...home, ...pid }, orders }),
        };
      };
      const DTAP = '20^DTaP^CVX';
      const letters = [
        told(CLINIC, '06', { middle: 'M' }, {}, [
          dose({ number: 'ORD-1', vaccine: DTAP, day: '20240310', rxa: { 15: 'L1' } }),
        ]),
        told(PEDIATRICS, '07', { middle: 'Marisol', last: 'ORDERMADEUP' }, { 13: '' }, [
          historical({ number: 'ORD-2', vaccine: DTAP, day: '20240310', site: 'DE-000002' }),
          dose({ number: 'ORD-3', day: '20250110', site: 'DE-000002', rxa: { 15: 'M7' } }),
        ]),
        told(third, '08', { last: 'Ordermadeup-Rivas' }, { 11: '5 New Street^^Fresno^CA^93721^USA^H' }, [
          historical({ number: 'ORD-4', day: '20250112', site: third.site }),
          historical({ number: 'ORD-5', vaccine: '08^Hep B^CVX', day: '20240106', site: third.site }),
        ]),
        told(CLINIC, '09', { middle: 'M' }, { 13: '^PRN^PH^^^916^7770123' }, [
          dose({ number: 'ORD-1', action: 'U', vaccine: DTAP, day: '20240310', rxa: { 15: 'L2' } }),
        ]),
      ];
      const outcomes = new Set<string>();
      const orders = permutations([0, 1, 2, 3]);
      expect(orders).toHaveLength(24);
      for (const order of orders) {
        await cairn.db.query(`truncate ${TABLES}`);
        for (const index of order) {
          const letter = letters[index];
          if (letter) expect(ackOf(await send(letter.text, letter.from)).code).toMatch(/^A[AE]$/);
        }
        const asked = { patient: { ...who, chart: 'O-DE-000001' }, from: CLINIC };
        const Z44 = 'Z44^Request Evaluated History and Forecast^CDCPHINVS';
        const history = await send(qbp({ ...asked, qpd: { 2: 'T' } }));
        const due = await send(qbp({ ...asked, msh: { 21: 'Z44^CDCPHINVS' }, qpd: { 1: Z44, 2: 'T' } }));
        const rows = await personsAndTasks(cairn.db);
        outcomes.add([JSON.stringify(rows), withoutIds(history), withoutIds(due)].join('\n'));
      }
      expect([...outcomes].slice(1)).toEqual([]);
      const [only = ''] = outcomes;
      expect(only).toContain('{"persons":1,"tasks":[]}');
      // DTaP once, with the lot of the update; MMR once, though told two days apart; hepatitis B.
      expect(dosesShown(only.split('\n')[1] ?? '')).toEqual([
        '20240106 08 CP A',
        '20240310 20 L2 CP A',
        '20250110 03 M7 CP A',
      ]);
    },
  );

  const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
    items.length < 2
      ? [items]
      : items.flatMap((item) =>
          permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
        );

  /** All of an answer but what names the message and the person. */
  const withoutIds = (answer: string): string =>
    answer
      .split('\r')
      .filter((line) => !/^MS[HA]\|/.test(line))
      .join('\r')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
});

describe('a newborn', () => {
  test.each(['BABY BOY', 'BABYBOY', 'Boy'])(
    'who comes as %s is the same child once it has a name',
    async (first) => {
      const unnamed = patient({ first, birthDate: '20250318', sex: 'M' });
      const hepB = historical({ vaccine: '08^Hep B^CVX', day: '20250318' });
      const born = await personOf(vxu({ patient: unnamed, orders: [hepB] }));
      const named = { ...unnamed, first: 'Leandro' };
      expect(await personOf(vxu({ patient: named, msh: { 7: '20250320101800-0700' } }))).toBe(born);
      for (const asked of [qbp({ patient: named }), qbp({ patient: named, qpd: { 3: '' } })]) {
        const answer = await send(asked);
        expect(segments(answer, 'PID')[0]?.[5]).toBe(`${unnamed.last}^Leandro^^^^^L`);
        expect(dosesShown(answer)).toHaveLength(2);
      }
      // The hospital's message is late, or sent once more: the child keeps its name.
      const late = vxu({ patient: unnamed, msh: { 7: '20250319080000-0700' }, orders: [] });
      expect(await personOf(late)).toBe(born);
      expect(segments(await send(qbp({ patient: named })), 'PID')[0]?.[5]).toBe(
        `${unnamed.last}^Leandro^^^^^L`,
      );
    },
  );

  test('without a name of its own is not the other one of the house', async () => {
    const one = patient({ first: 'BABY GIRL', birthDate: '20250318' });
    const two = { ...one, chart: patient().chart };
    const home = { ...household(one), 24: 'Y' };
    const first = await personOf(vxu({ patient: one, pid: { ...home, 25: '1' } }));
    const second = await personOf(
      vxu({ patient: two, pid: { ...home, 25: '2' }, from: PEDIATRICS }),
      PEDIATRICS,
    );
    expect(second).not.toBe(first);
  });
});

describe('twins', () => {
  const pair = (one: string, two: string): readonly [Patient, Patient, Fields] => {
    const first = patient({ first: one, birthDate: '20241101' });
    return [first, { ...first, chart: patient().chart, first: two }, household(first)];
  };

  test.each([
    ['with names of their own', 'Paloma', 'Renata', []],
    ['whose names are alike', 'Julia', 'Julie', ['possible-duplicate']],
    ['whose names are spelled alike and are two names', 'Marina', 'Martina', ['possible-duplicate']],
  ])('%s are two, whoever reports them', async (_, one, two, tasks) => {
    const [first, second, home] = pair(one, two);
    const born = (order: string): Fields => ({ ...home, 24: 'Y', 25: order });
    const firstId = await personOf(vxu({ patient: first, pid: born('1') }));
    const secondId = await personOf(vxu({ patient: second, pid: born('2') }));
    expect(secondId).not.toBe(firstId);
    // Elsewhere, under other numbers, and without a word of twins.
    for (const [who, id] of [
      [first, firstId],
      [second, secondId],
    ] as const) {
      const message = vxu({ patient: { ...who, chart: `T-${who.chart}` }, pid: home, from: PEDIATRICS });
      expect(await personOf(message, PEDIATRICS)).toBe(id);
      const answer = await send(qbp({ patient: who }));
      expect(segments(answer, 'PID')[0]?.[5]).toBe(`${who.last}^${who.first}^^^^^L`);
    }
    expect(
      (await tasksOf(firstId, secondId)).map((task) => (task as { readonly kind: string }).kind),
    ).toEqual(tasks);
  });

  test('who come at the same moment are two', async () => {
    for (let round = 0; round < 10; round++) {
      const [first, second, home] = pair('Paloma', 'Renata');
      const ids = [first, second].map((who) => Array.from({ length: 8 }, () => ({ who, id: controlId() })));
      const answers = await Promise.all(
        ids.flat().map(({ who, id }, index) => {
          const from = index % 2 === 0 ? CLINIC : PEDIATRICS;
          const pid = { ...home, 24: 'Y', 25: who === first ? '1' : '2' };
          const as = { ...who, chart: `${from.site}-${who.chart}`.slice(-15) };
          const orders = [dose({ vaccine: '20^DTaP^CVX', site: from.site })];
          return send(vxu({ patient: as, from, controlId: id, pid, orders }), from);
        }),
      );
      expect(answers.map((answer) => ackOf(answer).code)).toEqual(answers.map(() => 'AA'));
      const persons = await Promise.all(
        ids.map(async (some) => {
          const { rows } = await cairn.db.query<{ person_id: string }>(
            'select distinct person_id from message where control_id = any($1)',
            [some.map(({ id }) => id)],
          );
          return rows.map(({ person_id: id }) => id);
        }),
      );
      expect(persons.map((some) => some.length)).toEqual([1, 1]);
      expect(persons[0]).not.toEqual(persons[1]);
    }
  });
});

describe('a person who may be one that is known', () => {
  test.each([
    ['nothing besides name, birth date and sex agrees', {}, {}, ['no-corroborator']],
    ['middle names differ', { middle: 'Rosa' }, { household: true }, ['middle-name-differs']],
    [
      'birth dates differ by a digit',
      { birthDate: '20230316' },
      {},
      ['birth-date-differs', 'no-corroborator'],
    ],
  ] as const)('is recorded apart, and people are to look at both: %s', async (_, over, how, guards) => {
    const who = patient({ middle: 'middle' in over ? 'Luz' : '' });
    const known = await personOf(vxu({ patient: who }));
    const other = { ...who, ...over, chart: patient().chart };
    const elsewhere =
      'household' in how
        ? { pid: household(who) }
        : { pid: { 6: 'Wysocki^Hildegard^^^^^M' }, nk1: { 2: `${who.last}^Hildegard^^^^^L` } };
    const message = vxu({ patient: other, from: PEDIATRICS, ...elsewhere });
    expect(ackOf(await send(message, PEDIATRICS))).toMatchObject({ code: 'AA', errors: [] });
    const personId = (await lastEntry(cairn.db))?.personId ?? '';
    expect(personId).not.toBe(known);
    expect(await tasksOf(known, personId)).toEqual([{ kind: 'possible-duplicate', state: 'open', guards }]);
    // Said again, it is the same new person, and nobody is asked to look twice.
    const again = vxu({
      patient: other,
      from: PEDIATRICS,
      ...elsewhere,
      orders: [historical({ day: '20240210' })],
    });
    expect(await personOf(again, PEDIATRICS)).toBe(personId);
    expect(await tasksOf(known, personId)).toHaveLength(1);
  });
});
