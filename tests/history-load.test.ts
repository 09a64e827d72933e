/** A site's history loaded in bulk, through HTTP and the command line, and interrupted. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { piecesOf, Uploader } from './support/history-load.ts';
import { batch, dose, historical, patient, PEDIATRICS, qbp, vxu } from './support/messages.ts';
import { cleanUp, connect, runCairn, startProcess, temporaryFolder, until } from './support/process.ts';
import { DEMO_CLINIC, DEMO_HIE, submit } from './support/soap.ts';

let cairn: TestCairn;
let clinic: Uploader;
let folder: string;
beforeAll(async () => {
  cairn = await startTestCairn();
  clinic = new Uploader(cairn.url);
  folder = await temporaryFolder();
});
afterAll(async () => {
  await cairn.close();
  await cleanUp(folder);
});

const DAYS = ['20230520', '20230720', '20230920', '20240320'];
/** So many doses of history, under numbers of their own. */
const past = (count: number) =>
  DAYS.slice(0, count).map((day) => historical({ day, vaccine: '20^DTaP^CVX' }));
const history = (who = patient(), count = 3): string => vxu({ patient: who, orders: past(count) });

/** What the registry holds of a chart: its messages, and its doses. */
async function held(chart: string): Promise<{ readonly doses: number; readonly messages: number }> {
  const { rows } = await cairn.db.query(
    `select (select count(*)::int from dose_report d where d.person_id = any (p.ids)) as doses,
       (select count(*)::int from message m where m.person_id = any (p.ids)) as messages
     from (select array(select distinct person_id from person_source where identifiers like '%' || $1 || '%') as ids) p`,
    [chart],
  );
  return rows[0];
}

describe('a file is loaded', () => {
  test('message for message as if it had been sent, and is known and forecast at once', async () => {
    const [ana, ben] = [patient(), patient()];
    const later = vxu({ patient: ana, orders: [historical({ day: '20240901', vaccine: '03^MMR^CVX' })] });
    const spoilt = vxu({
      patient: patient(),
      orders: [historical({ day: '20300101' }), historical({ day: '20240101' })],
    });
    const file = batch([history(ana), history(ben, 2), later, qbp(), 'MSH|nonsense\r', spoilt]);
    const done = await clinic.load('all.hl7', file, 1000);
    expect(done).toMatchObject({
      state: 'done',
      error: '',
      messages: 6,
      accepted: 3,
      partlyAccepted: 1,
      refused: 2,
      repeated: 0,
      doses: 7,
      bytesLoaded: file.length,
    });
    expect(await held(ana.chart)).toEqual({ doses: 4, messages: 2 });
    expect(await held(ben.chart)).toEqual({ doses: 2, messages: 1 });
    const query = qbp({
      patient: ana,
      msh: { 21: 'Z44^CDCPHINVS' },
      qpd: { 1: 'Z44^Request Evaluated History and Forecast^CDCPHINVS' },
    });
    const answer = await submit(cairn.url, query);
    expect(answer).toContain('|Z42^');
    expect(answer.match(/^RXA\|0\|1\|20(23|24)/gm)).toHaveLength(4);
    expect(answer).toContain('30980-7');
    const { rows } = await cairn.db.query(
      `select operation, count(*)::int, bool_and(answer <> '') as answered, bool_and(credential_id is not null) as known
       from message where operation = 'history-load' group by 1`,
    );
    expect(rows).toEqual([{ operation: 'history-load', count: 6, answered: true, known: true }]);

    const kinds: { readonly code: string; readonly examples: readonly { readonly no: number }[] }[] =
      done.problems;
    expect(kinds.map(({ code }) => code)).toContain('query-in-history');
    expect(kinds.find(({ code }) => code === 'query-in-history')?.examples).toMatchObject([{ no: 4 }]);
    const { text, headers } = await clinic.ask('GET', `/${done.id}/problems.csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    const numbers = text
      .split('\r\n')
      .slice(1, -1)
      .map((row) => row.split(',')[0]);
    expect([...new Set(numbers)]).toEqual(['4', '5', '6']);

    const left = await cairn.db.query(
      `select (select count(*)::int from history_piece) as pieces, (select count(*)::int from history_batch) as batches`,
    );
    expect(left.rows).toEqual([{ pieces: 0, batches: 0 }]);
  });

  test('what was recorded before, by whatever way, is repeated and changes nothing', async () => {
    const [ana, ben] = [patient(), patient()];
    const live = history(ana);
    await submit(cairn.url, live);
    const first = await clinic.load('again-1.hl7', [live, history(ben)].join(''));
    expect(first).toMatchObject({ accepted: 1, repeated: 1, doses: 3 });
    expect(await held(ana.chart)).toEqual({ doses: 3, messages: 1 });
    const same = [live, history(ben)];
    expect(await clinic.load('again-2.hl7', [...same, same[0]].join(''))).toMatchObject({
      accepted: 1,
      repeated: 2,
    });
  });

  const FIRST = ['Amalia', 'Bruno', 'Carmen', 'Domingo', 'Esperanza', 'Fermin'];

  test('of one patient in order, of many at once: each message sees what those before it said', async () => {
    const family = Array.from({ length: 6 }, (_, index) =>
      patient({ last: 'Onefamily', first: FIRST[index] ?? '' }),
    );
    const numbers = family.map((_, index) => `ORDER-${index}`);
    const given = (action: string, day: string) => (who: (typeof family)[number], index: number) =>
      vxu({
        patient: who,
        pid: { 11: '1 Same Street^^Sacramento^CA^95814^USA^H', 13: '^PRN^PH^^^916^5550101' },
        msh: {
          7: action === 'A' ? '20250301101500-0700' : `202503${action === 'U' ? '02' : '03'}101500-0700`,
        },
        orders: [historical({ number: numbers[index] ?? '', day, action, vaccine: '20^DTaP^CVX' })],
      });
    const file = [
      ...family.map(given('A', '20240101')),
      ...family.map(given('U', '20240102')),
      ...family.map(given('D', '20240102')),
      ...family.map(given('A', '20240103')),
    ];
    const done = await clinic.load('order.hl7', file.join('\n'));
    expect(done).toMatchObject({ messages: 24, accepted: 24, doses: 24, problems: [] });
    const { rows } = await cairn.db.query(
      `select distinct on (person_id) action, administered_on as day, count(*) over (partition by person_id)::int as reports
       from dose_report where filler_id like 'ORDER-%' order by person_id, said_at desc, report_id desc`,
    );
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toMatchObject({ reports: 4 });
  });

  test('compressed, in UTF-16, with line feeds, in any pieces', async () => {
    const names = ['Núñez', 'Peña', 'Ibáñez'];
    const text = (who: string, at: number) =>
      history(patient({ last: who, chart: `CHARSET${at}` })).replaceAll('\r', '\r\n');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text('Núñez', 1), 'utf16le')]);
    const latin1 = Buffer.from(text('Peña', 2).replace('|P|2.5.1||||||', '|P|2.5.1||||||8859/1'), 'latin1');
    const gzip = Buffer.concat([
      gzipSync(text('Ibáñez', 3).slice(0, 300)),
      gzipSync(text('Ibáñez', 3).slice(300)),
    ]);
    for (const [index, bytes] of [utf16, latin1].entries()) {
      expect(await clinic.load(`charset-${index}`, bytes, 333)).toMatchObject({ state: 'done', messages: 1 });
    }
    expect(await clinic.load('charset-2.gz', gzip, 100)).toMatchObject({ state: 'done', messages: 1 });
    const { rows } = await cairn.db.query(
      `select last_name from person where last_name ilike any ($1) order by created_at`,
      [names],
    );
    expect(rows.map((row) => String(row.last_name).toLowerCase()).toSorted()).toEqual(
      names.map((name) => name.toLowerCase()).toSorted(),
    );
  });

  test('by a Sending Facility for its client sites, and for no others', async () => {
    const hie = new Uploader(cairn.url, DEMO_HIE);
    const who = patient();
    const orders = [historical({ site: 'DE-000002' })];
    const theirs = vxu({ from: PEDIATRICS, patient: who, orders });
    const other = vxu({ from: { ...PEDIATRICS, site: 'DE-000001' }, orders });
    const done = await hie.load('hie.hl7', [theirs, other].join(''));
    expect(done).toMatchObject({ accepted: 1, refused: 1 });
    const { rows } = await cairn.db.query(
      `select o.code from dose_report d join organization o using (organization_id) join person p using (person_id)
       where p.person_id in (select person_id from person_source where identifiers like '%' || $1 || '%')`,
      [who.chart],
    );
    expect(rows).toEqual([{ code: 'DE-000002' }]);
    expect((await clinic.ask('GET', `/${done.id}`)).status).toBe(404);
  });
});

describe('an upload', () => {
  test('takes pieces in any order and twice, and goes on after it broke off', async () => {
    const file = Buffer.from([history(), history()].join(''));
    const pieces = piecesOf(file, 700);
    const { body: load } = await clinic.begin('pieces.hl7', file, 700);
    expect(load).toMatchObject({ state: 'uploading', pieces: pieces.length, piecesThere: 0 });
    const at = (no: number): Uint8Array => pieces[no] ?? new Uint8Array();
    expect((await clinic.put(load.id, 1, at(1))).body).toEqual({ piecesThere: 1 });
    expect((await clinic.put(load.id, 1, at(1))).body).toEqual({ piecesThere: 1 });
    expect(
      (
        await clinic.put(
          load.id,
          1,
          at(1).map((byte) => byte ^ 1),
        )
      ).body.code,
    ).toBe('history-piece-differs');
    expect((await clinic.ask('POST', `/${load.id}/finish`)).body.code).toBe('history-incomplete');
    // The same file again is the same load, and tells what is there.
    expect((await clinic.begin('pieces.hl7', file, 700)).body.id).toBe(load.id);
    const there = await clinic.ask('GET', `/${load.id}/pieces`);
    expect(there.body.pieces).toMatchObject([{ no: 1 }]);
    for (const no of pieces.keys())
      await clinic.put(load.id, pieces.length - 1 - no, at(pieces.length - 1 - no));
    expect((await clinic.ask('POST', `/${load.id}/finish`)).status).toBe(200);
    expect((await clinic.ask('POST', `/${load.id}/finish`)).status).toBe(200);
    expect(await clinic.outcome(load.id)).toMatchObject({ state: 'done', accepted: 2 });
    expect((await clinic.begin('pieces.hl7', file, 700)).body).toMatchObject({ id: load.id, state: 'done' });
    expect((await clinic.put(load.id, 0, at(0))).body.code).toBe('history-not-now');
  });

  test('is refused where it is no piece of the file, no HL7 or too large', async () => {
    const file = Buffer.from(history());
    const { body: load } = await clinic.begin('wrong.hl7', file, 500);
    const short = await clinic.put(load.id, 0, file.subarray(0, 499));
    expect(short.body.problems).toMatchObject([{ code: 'history-piece-wrong' }]);
    const beyond = await clinic.put(load.id, 99, file.subarray(0, 500));
    expect(beyond.body.problems).toMatchObject([{ code: 'history-piece-wrong' }]);
    expect((await clinic.put(load.id, 20_000, file.subarray(0, 500))).status).toBe(400);
    const csv = Buffer.from('last,first,born\r\n'.repeat(50));
    const { body: sheet } = await clinic.begin('sheet.csv', csv);
    expect((await clinic.put(sheet.id, 0, csv)).body.problems).toMatchObject([{ code: 'history-not-hl7' }]);
    const huge = { name: 'huge', bytes: 5_000_000_000, fingerprint: '0'.repeat(64) };
    expect((await clinic.ask('POST', '', huge)).body.problems).toMatchObject([{ code: 'history-too-large' }]);
    const { body: other } = await clinic.ask('POST', '', { ...huge, name: 'other', bytes: file.length });
    await clinic.put(other.id, 0, file);
    expect((await clinic.ask('POST', `/${other.id}/finish`)).body.code).toBe('history-fingerprint');
    for (const { id } of [load, sheet, other]) await clinic.ask('POST', `/${id}/cancel`);
  });

  test('that inflates without end, or not at all, fails and says so', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(history()), Buffer.alloc(64 * 1024 * 1024)]));
    expect(await clinic.load('bomb.gz', bomb)).toMatchObject({ state: 'failed', error: 'gzip-too-large' });
    const broken = gzipSync(history()).subarray(0, -30);
    expect(await clinic.load('broken.gz', broken)).toMatchObject({ state: 'failed', error: 'gzip-broken' });
    expect(await clinic.load('none.gz', gzipSync('nothing\r'))).toMatchObject({
      state: 'failed',
      error: 'no-messages',
    });
  });

  test('with a message that is too long passes it over', async () => {
    const long = `${history().slice(0, 200)}\rNTE|1||${'x'.repeat(1_100_000)}\r`;
    const done = await clinic.load('long.hl7', [history(), long, history()].join(''));
    expect(done).toMatchObject({ messages: 3, accepted: 2, refused: 1 });
    expect(done.problems).toMatchObject([
      { code: 'message-too-long', examples: [{ no: 2, messageId: null }] },
    ]);
  });

  test('is for organizations in production, and for those who bring credentials', async () => {
    const file = { name: 'no.hl7', bytes: 10, fingerprint: '0'.repeat(64) };
    const wrong = new Uploader(cairn.url, { ...DEMO_CLINIC, password: 'wrong' });
    expect((await wrong.ask('POST', '', file)).status).toBe(401);
    const stage = (to: string) =>
      cairn.db.query("update organization set stage = $1 where code = 'DE-000001'", [to]);
    await stage('testing');
    expect((await clinic.ask('POST', '', file)).body.code).toBe('history-not-production');
    await stage('production');
  });
});

describe('a load', () => {
  test('can be paused, resumed and cancelled; what it has recorded stays', async () => {
    const people = Array.from({ length: 400 }, () => patient());
    const file = people.map((who) => history(who, 1)).join('');
    const id = await clinic.upload('steered.hl7', file);
    await until(async () => (await clinic.ask('GET', `/${id}`)).body.accepted > 0, 30_000);
    const paused = await clinic.ask('POST', `/${id}/pause`);
    expect(paused.body).toMatchObject({ state: 'paused' });
    // Whoever paused it has waited for the batch that was being written.
    const { accepted } = paused.body;
    expect(accepted).toBeLessThan(400);
    expect((await clinic.ask('GET', `/${id}`)).body).toMatchObject({ state: 'paused', accepted });
    expect((await clinic.ask('POST', `/${id}/resume`)).body.state).toMatch(/waiting|running/);
    await until(async () => (await clinic.ask('GET', `/${id}`)).body.accepted > accepted, 30_000);
    const cancelled = await clinic.ask('POST', `/${id}/cancel`);
    expect(cancelled.body).toMatchObject({ state: 'cancelled' });
    const count = await cairn.db.query(
      `select count(*)::int as doses from dose_report d join message m using (message_id)
       where m.operation = 'history-load' and d.person_id in (
         select person_id from person_source where identifiers like any ($1))`,
      [people.map(({ chart }) => `%${chart}%`)],
    );
    expect(count.rows).toEqual([{ doses: cancelled.body.accepted }]);
    expect((await clinic.ask('POST', `/${id}/resume`)).body.code).toBe('history-not-now');
    expect((await clinic.ask('POST', `/${id}/cancel`)).status).toBe(200);
  });

  test('by the command line: uploads, follows, reports, and says by its exit code how it went', async () => {
    const good = join(folder, 'good.hl7');
    const bad = join(folder, 'bad.hl7.gz');
    await writeFile(good, [history(), history()].join(''));
    await writeFile(bad, gzipSync([history(), qbp()].join('')));
    const login = ['--to', cairn.url, '--user', DEMO_CLINIC.username];
    const env = { CAIRN_PASSWORD: DEMO_CLINIC.password };
    const [first, second, third] = await Promise.all([
      runCairn(['load', good, ...login, '--json'], env),
      runCairn(['load', bad, ...login], env),
      runCairn(['load', good, ...login], { CAIRN_PASSWORD: 'wrong' }),
    ]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toMatchObject({ state: 'done', accepted: 2, doses: 6 });
    expect(second).toMatchObject({ code: 1 });
    expect(second.out).toContain('query-in-history');
    expect(third).toMatchObject({ code: 2 });
    expect(third.err).toMatch(/password/i);
  });
});

describe('killed', { timeout: 300_000 }, () => {
  test('at any moment nothing is lost and nothing twice', async () => {
    const dataDir = join(folder, 'killed');
    let server = await startProcess(dataDir, { CAIRN_NOW: '2025-03-20T10:20:00-07:00' });
    try {
      const people = Array.from({ length: 300 }, () => patient());
      const refused = qbp();
      const messages = [
        ...people.map((who) => history(who, 4)),
        ...people.slice(0, 100).map((who) => history(who, 1)),
      ];
      messages.splice(50, 0, refused);
      messages.splice(300, 0, vxu({ patient: patient(), orders: [dose({ day: '20300101' })] }));
      const id = await new Uploader(server.url).upload('killed.hl7', Buffer.from(messages.join('')), 10_000);
      // Large enough for a thread of its own.
      expect(messages.join('').length).toBeGreaterThan(200_000);
      const uploader = new Uploader(server.url);
      await until(async () => (await uploader.ask('GET', `/${id}`)).body.messages >= 100, 60_000);
      server.child.kill('SIGKILL');
      await server.ended;
      server = await startProcess(dataDir, { CAIRN_NOW: '2025-03-20T10:20:00-07:00' });
      const done = await new Uploader(server.url).outcome(id);
      expect(done).toMatchObject({
        state: 'done',
        messages: 402,
        accepted: 400,
        refused: 2,
        repeated: 0,
        doses: 1300,
      });
      const db = await connect(dataDir);
      const { rows } = await db.query(
        `select count(*)::int as messages, count(distinct control_id)::int as different,
           (select count(*)::int from dose_report) as doses,
           (select count(distinct (person_id, filler_id))::int from dose_report) as kinds,
           (select count(*)::int from history_problem) as problems
         from message where operation = 'history-load'`,
      );
      const charts = await db.query(
        `select i.chart from unnest($1::text[]) as i (chart)
         where (select count(distinct person_id) from person_source where identifiers like '%' || i.chart || '%') <> 1`,
        [people.map(({ chart }) => chart)],
      );
      await db.end();
      expect(rows).toEqual([{ messages: 402, different: 402, doses: 1300, kinds: 1300, problems: 2 }]);
      expect(charts.rows).toEqual([]);
    } finally {
      await cleanUp(dataDir, server);
    }
  });
});
