/** The workbench: messages are checked by anybody, submitted as tests by members of a site, and looked at again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import {
  batch,
  controlId,
  dose,
  historical,
  lines,
  PEDIATRICS,
  qbp,
  refusal,
  vxu,
} from '../support/messages.ts';
import { Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from '../support/portal.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let clinic: Browserless;
let pediatrics: Browserless;
let hie: Browserless;
beforeAll(async () => {
  cairn = await startTestCairn();
  clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
  pediatrics = await signInAs(cairn, DEMO_PEOPLE.pediatrics);
  hie = await signInAs(cairn, DEMO_PEOPLE.hie);
});
afterAll(() => cairn.close());

const check = (text: string): Promise<PortalReply> =>
  new Browserless(cairn.url).post('/api/workbench/check', { text });

type View = {
  readonly verdict: string;
  readonly ackCode: string;
  readonly raw: string;
  readonly answer: string;
  readonly cases: readonly string[];
  readonly segments: readonly {
    readonly path: string;
    readonly name: string;
    readonly start: number;
    readonly end: number;
    readonly fields: readonly {
      readonly path: string;
      readonly label: string;
      readonly value: string;
      readonly start: number;
      readonly end: number;
      readonly components: readonly {
        readonly path: string;
        readonly label: string;
        readonly value: string;
        readonly meaning: string | null;
      }[];
    }[];
  }[];
  readonly findings: readonly {
    readonly code: string;
    readonly path: string;
    readonly node: string | null;
    readonly effect: string;
  }[];
};

async function checked(text: string): Promise<View> {
  const { status, body, text: said } = await check(text);
  if (status !== 200) throw new Error(`${status} ${said}`);
  if (body.messages.length !== 1) throw new Error(`${body.messages.length} messages`);
  return body.messages[0];
}

const part = ({ segments }: View, path: string) =>
  segments
    .flatMap(({ fields }) => fields)
    .flatMap(({ components }) => components)
    .find((leaf) => leaf.path === path);

/** How many rows all tables hold together. */
/** Those that the worker makes of rows which were there before come and go by themselves. */
async function rowsInAll(): Promise<number> {
  const { rows } = await cairn.db.query<{ table: string }>(
    `select quote_ident(tablename) as table from pg_tables where schemaname = 'public'
     and tablename not in ('audit_unsealed', 'audit_seal')`,
  );
  let sum = 0;
  for (const { table } of rows) {
    const counted = await cairn.db.query<{ n: number }>(`select count(*)::int as n from only ${table}`);
    sum += counted.rows[0]?.n ?? 0;
  }
  return sum;
}

describe('a check', () => {
  test('of a sound message: what is in it, what it means, and the answer', async () => {
    const view = await checked(vxu());
    expect([view.verdict, view.ackCode, view.findings]).toEqual(['accepted', 'AA', []]);
    expect(view.cases).toEqual(['administered-child']);
    expect(view.segments.map(({ name }) => name).join(' ')).toBe('MSH PID NK1 ORC RXA RXR OBX OBX OBX OBX');
    expect(part(view, 'PID[1]-8[1].1')).toEqual({
      path: 'PID[1]-8[1].1',
      label: 'Administrative Sex',
      value: 'F',
      meaning: 'Female',
    });
    expect(part(view, 'RXA[1]-5[1].1')).toMatchObject({ value: '03', meaning: 'MMR' });
    expect(part(view, 'RXA[1]-17[1].1')).toMatchObject({
      value: 'MSD',
      meaning: expect.stringMatching(/Merck/),
    });
    expect(part(view, 'OBX[1]-5[1].1')).toMatchObject({
      value: 'V01',
      meaning: expect.stringMatching(/VFC/i),
    });
    const answer = view.answer.split('\n');
    expect(answer[0]).toMatch(/^MSH\|/);
    expect(answer[1]).toMatch(/^MSA\|AA\|TEST-/);
    expect(view.answer).not.toMatch(/\r|\n$/);
  });

  test.each([
    ['CR', (text: string) => text],
    ['LF', (text: string) => text.replaceAll('\r', '\n')],
    ['CRLF', (text: string) => text.replaceAll('\r', '\r\n')],
    ['blank lines and a byte order mark', (text: string) => `\uFEFF${text.replaceAll('\r', '\n\n')}`],
  ])('tells where each field stands in a text with %s', async (_, form) => {
    const view = await checked(form(vxu({ pid: { 3: '1^^^A^MR~2^^^B^MR', 5: 'Ünal😀^Zoë' } })));
    for (const { fields, start, end, name } of view.segments) {
      expect(view.raw.slice(start, end)).toMatch(new RegExp(`^${name}\\|[^\\r\\n]*$`));
      for (const field of fields) expect(view.raw.slice(field.start, field.end)).toBe(field.value);
    }
    const fields = view.segments.flatMap((segment) => segment.fields);
    expect(fields.find(({ path }) => path === 'PID[1]-3[2]')?.value).toBe('2^^^B^MR');
    expect(fields.find(({ path }) => path === 'MSH[1]-2[1]')?.value).toBe('^~\\&');
  });

  test('marks what is wrong at its node, or at the nearest that is there', async () => {
    const view = await checked(
      vxu({ pid: { 8: 'Q', 10: '' }, orders: [dose(), dose({ rxa: { 5: '9999^None^CVX' } })] }),
    );
    const nodes = new Map(view.findings.map(({ path, node }) => [path, node]));
    expect(nodes.get('RXA[2]-5')).toBe('RXA[2]-5[1]');
    expect([...nodes.values()]).toContain('PID[1]-8[1]');
    expect(view.verdict).toBe('accepted-with-findings');
    expect(view.findings.some(({ effect }) => effect === 'dose')).toBe(true);
    // The dose that was kept.
    expect(view.cases).toEqual(['administered-child']);
  });

  test('takes whoever is named for registered, and asks for whoever is not named', async () => {
    const stranger = { sender: 'SF-998', site: 'DE-999', login: PEDIATRICS.login };
    const named = await checked(vxu({ from: stranger }));
    expect([named.ackCode, named.findings]).toEqual(['AA', []]);
    const nameless = await checked(vxu({ msh: { 4: '', 22: '' } }));
    expect(nameless.verdict).toBe('refused');
    expect(nameless.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['sending-facility-missing', 'responsible-organization-missing']),
    );
    expect(nameless.findings[0]).toMatchObject({ node: 'MSH[1]', effect: 'message' });
  });

  test('answers queries of the test patients', async () => {
    const asks = (name: string, born: string) => checked(qbp({ qpd: { 3: '', 4: name, 6: born, 7: 'F' } }));
    const child = await asks('Testchild^Quilla', '20210315');
    expect(child.answer).toContain('\nQAK|');
    expect(child.answer.split('\n').filter((line) => line.startsWith('RXA|'))).toHaveLength(11);
    expect(child.cases).toEqual(['history-query']);
    const forecast = await checked(
      qbp({
        msh: { 21: 'Z44^CDCPHINVS' },
        qpd: {
          1: 'Z44^Request Evaluated History and Forecast^CDCPHINVS',
          3: '',
          4: 'Testchild^Quilla',
          6: '20210315',
        },
      }),
    );
    expect(forecast.answer).toContain('|Z42^CDCPHINVS|');
    expect(forecast.cases).toEqual(['forecast-query']);
    const unnamed = await checked(qbp({ qpd: { 3: '', 4: '', 6: '', 7: '' } }));
    expect([unnamed.verdict, unnamed.ackCode, unnamed.cases]).toEqual(['refused', 'AE', []]);
    expect((await asks('Testalike^Marigold', '20190812')).cases).toEqual(['several-found']);
    expect((await asks('Testhidden^Octavia', '20170120')).cases).toEqual(['nobody-found']);
  });

  test('takes a batch, and says what of it is no message', async () => {
    const text = batch([vxu(), vxu({ orders: [historical()] })]).replace('BTS|2', 'BTS|3');
    const { body } = await check(`${text}what is this?\r`);
    expect(body.messages.map(({ verdict }: View) => verdict)).toEqual(['accepted', 'accepted']);
    expect(body.unreadable).toHaveLength(2);
    expect(body.unreadable[0].what).toContain('BTS-1');
  });

  test('looks at fifty messages at once', async () => {
    const { body } = await check(
      Array.from({ length: 53 }, () => lines(['MSH|^~\\&|EHR', 'PID|1'])).join(''),
    );
    expect(body.messages).toHaveLength(50);
    expect(body.unreadable).toEqual([{ line: 101, what: expect.stringContaining('3 more messages') }]);
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \r\n '],
    ['a letter', 'Dear registry,\nplease find enclosed'],
    ['an empty batch', 'BHS|^~\\&|A\rBTS|0\r'],
    ['NUL', '\0\0'],
  ])('of %s says that it is no message', async (_, text) => {
    const { status, body } = await check(text);
    expect([status, body.messages]).toEqual([200, []]);
    expect(body.unreadable).toHaveLength(1);
    expect(body.unreadable[0].line).toBe(1);
  });

  test.each([
    ['10,000 segments', `${vxu()}${'OBX|1\r'.repeat(10_000)}`],
    ['a segment of 2,000 parts', vxu({ pid: { 3: '^'.repeat(6000) } })],
    ['strange delimiters', 'MSH|||||\rPID|1\r'],
    ['a line that is no segment', `${vxu()}<script>\r`],
  ])('refuses %s and stays whole', async (_, text) => {
    const view = await checked(text);
    expect([view.verdict, view.ackCode]).toEqual(['refused', 'AR']);
    expect(view.raw).toBe(text);
    expect(view.segments).toEqual([]);
    expect(view.answer).toMatch(/^MSH\|.*\nMSA\|AR\|/);
  });

  test('gives back script and NUL as they were typed, as JSON', async () => {
    const typed = '<script>alert(1)</script>\0"\'';
    const text = vxu({ pid: { 5: `${typed}^Ana` }, msh: { 3: typed } });
    const reply = await check(text);
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    expect(reply.body.messages[0].raw).toBe(text);
    expect(part(reply.body.messages[0], 'PID[1]-5[1].1')?.value).toBe(typed);
  });

  test('is refused beyond 256 kB', async () => {
    const { status, body } = await check('x'.repeat(256 * 1024 + 1));
    expect([status, body.problems[0].code]).toEqual([400, 'too-large']);
    expect((await check('x'.repeat(2 * 1024 * 1024))).status).toBe(413);
  });

  test('leaves no row in any table', async () => {
    const before = await rowsInAll();
    await check(batch([vxu(), vxu({ pid: { 8: 'Q' } }), qbp(), 'MSH|broken\r']));
    await check('nothing');
    expect(await rowsInAll()).toBe(before);
  });
});

const tests = '/api/sites/DE-000001/tests';
const submitted = async (who: Browserless, path: string, text: string): Promise<PortalReply> =>
  who.post(path, { text });

describe('a test', () => {
  test('is answered as by the testing address, kept, and shown again', async () => {
    const id = controlId();
    const { status, body } = await submitted(clinic, tests, vxu({ controlId: id }));
    expect(status).toBe(200);
    const [first] = body.tests;
    expect(first).toMatchObject({
      type: 'VXU^V04',
      controlId: id,
      verdict: 'accepted',
      ackCode: 'AA',
      stage: 'testing',
      cases: ['administered-child'],
      comparison: null,
      at: expect.stringMatching(/^2025-03-20T17:20/),
    });
    expect((await clinic.get(`${tests}/${first.id}`)).body).toEqual(first);
    const { rows } = await cairn.db.query(
      `select m.address, m.credential_id, m.person_id, t.stage from message m join test_submission t using (message_id)
       where m.message_id = $1`,
      [first.id],
    );
    expect(rows).toEqual([{ address: 'test', credential_id: null, person_id: null, stage: 'testing' }]);
  });

  test('one by SOAP is listed beside it', async () => {
    const id = controlId();
    await submit(cairn.url, vxu({ controlId: id }), { path: '/test/IISService' });
    const { body } = await clinic.get(tests);
    expect(body.tests[0]).toMatchObject({ controlId: id, ackCode: 'AA', site: 'DE-000001', findings: 0 });
  });

  test('whose text is not messages only is not submitted', async () => {
    const before = await rowsInAll();
    const { status, body } = await submitted(clinic, tests, `hello\r${vxu()}`);
    expect([status, body.code, body.problems[0].where]).toEqual([400, 'request-invalid', 'line 1']);
    expect((await submitted(clinic, tests, '')).status).toBe(400);
    expect((await submitted(clinic, tests, vxu().repeat(51))).status).toBe(400);
    expect(await rowsInAll()).toBe(before);
  });

  test('whose text no table could hold as it is comes back as it was typed', async () => {
    const typed = '<b>\0</b>';
    const text = vxu({ controlId: typed, pid: { 5: `${typed}^Ana` } });
    const { status, body } = await submitted(clinic, tests, text);
    expect([status, body.tests[0].raw]).toEqual([200, text]);
    expect((await clinic.get(`${tests}/${body.tests[0].id}`)).body).toEqual(body.tests[0]);
    expect((await clinic.get(tests)).status).toBe(200);
  });

  test('that is refused is kept too, and can be found by that', async () => {
    const id = controlId();
    const { body } = await submitted(clinic, tests, vxu({ controlId: id, pid: { 3: '', 5: '', 7: '' } }));
    expect(body.tests[0].verdict).toBe('refused');
    const listed = async (outcome: string): Promise<readonly string[]> =>
      (await clinic.get(`${tests}?outcome=${outcome}`)).body.tests.map(
        (row: { readonly controlId: string }) => row.controlId,
      );
    expect(await listed('refused')).toContain(id);
    expect(await listed('accepted')).not.toContain(id);
    expect(await listed('with-findings')).not.toContain(id);
    const doubtful = controlId();
    await submitted(clinic, tests, vxu({ controlId: doubtful, pid: { 8: 'Q' } }));
    expect(await listed('with-findings')).toContain(doubtful);
  });

  test('pages through many, each once, the newest first', async () => {
    for (const count of [50, 10]) {
      await submitted(
        clinic,
        tests,
        Array.from({ length: count }, () => vxu({ orders: [refusal()] })).join(''),
      );
    }
    const seen: string[] = [];
    for (let before = ''; ;) {
      const { body } = await clinic.get(`${tests}${before === '' ? '' : `?before=${before}`}`);
      seen.push(...body.tests.map(({ id }: { readonly id: string }) => id));
      if (!body.more) break;
      expect(body.tests).toHaveLength(50);
      before = seen.at(-1) ?? '';
    }
    const { rows } = await cairn.db.query<{ id: string }>(
      `select message_id as id from test_submission join organization using (organization_id)
       where code = 'DE-000001' order by 1 desc`,
    );
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  test('of another site is nobody’s to see', async () => {
    const { body } = await submitted(clinic, tests, vxu());
    const id = body.tests[0].id;
    expect((await pediatrics.get(`${tests}/${id}`)).status).toBe(404);
    expect((await pediatrics.get(`/api/sites/DE-000002/tests/${id}`)).status).toBe(404);
    expect((await hie.get(`/api/sites/SF-000001/tests/${id}`)).status).toBe(404);
    expect((await new Browserless(cairn.url).get(`${tests}/${id}`)).status).toBe(401);
    expect((await submitted(pediatrics, tests, vxu())).status).toBe(404);
    const staff = await signInAs(cairn, DEMO_PEOPLE.dx);
    expect((await staff.get(`${tests}/${id}`)).status).toBe(200);
    expect((await submitted(staff, tests, vxu())).status).toBe(403);
  });
});

describe('a site that sends through a Sending Facility', () => {
  const own = '/api/sites/DE-000002/tests';

  test('submits in its name, for itself; both see it', async () => {
    const id = controlId();
    const { status, body } = await submitted(pediatrics, own, vxu({ from: PEDIATRICS, controlId: id }));
    expect([status, body.tests[0]?.ackCode]).toEqual([200, 'AA']);
    const listed = await hie.get('/api/sites/SF-000001/tests');
    expect(listed.body.tests[0]).toMatchObject({ controlId: id, site: 'DE-000002' });
    expect((await hie.get(`/api/sites/SF-000001/tests/${body.tests[0].id}`)).status).toBe(200);
    expect((await pediatrics.get(own)).body.tests[0]).toMatchObject({ controlId: id });
  });

  test('cannot submit for another client of it', async () => {
    const { status, body } = await submitted(
      pediatrics,
      own,
      vxu({ from: PEDIATRICS, msh: { 22: 'DE-000001' } }),
    );
    expect([status, body.problems[0].code]).toEqual([400, 'message-of-another-site']);
    // An empty repetition in front does not hide for whom it is.
    const hidden = vxu({ from: PEDIATRICS, msh: { 22: '~DE-000001' } });
    expect((await submitted(pediatrics, own, hidden)).status).toBe(400);
    expect((await submitted(pediatrics, own, 'MSH|broken\r')).status).toBe(400);
  });

  test('cannot submit before that one has confirmed it', async () => {
    const confirm = (at: string): Promise<unknown> =>
      cairn.db.query(`update sending_facility_client set confirmed_at = ${at}`);
    await confirm('null');
    try {
      const { status, body } = await submitted(pediatrics, own, vxu({ from: PEDIATRICS }));
      expect([status, body.code]).toEqual([409, 'sending-facility-not-confirmed']);
    } finally {
      await confirm('linked_at');
    }
  });
});

test('whoever looks at a message of a real patient is written down, each time', async () => {
  await cairn.db.query(`update organization set stage = 'real-data' where code = 'DE-000001'`);
  try {
    const { body } = await submitted(clinic, tests, vxu());
    const [sent] = body.tests;
    expect(sent).toMatchObject({
      stage: 'real-data',
      comparison: { person: 'new', doses: { new: 1, known: 0, changed: 0 } },
    });
    expect(sent.comparison.completeness).toContainEqual({ field: 'lot-number', isFilled: true });
    const staff = await signInAs(cairn, DEMO_PEOPLE.dx);
    await staff.get(`${tests}/${sent.id}`);
    await clinic.get(`${tests}/${sent.id}`);
    const { rows } = await cairn.db.query(
      `select email, responsible_id = (select organization_id from organization where code = 'DE-000001') as own, person_ids
       from audit_event join account using (account_id)
       where action = 'message-view' and message_id = $1 order by event_id`,
      [sent.id],
    );
    expect(rows).toEqual([
      { email: DEMO_PEOPLE.dx, own: true, person_ids: [] },
      { email: DEMO_PEOPLE.clinic, own: true, person_ids: [] },
    ]);
  } finally {
    await cairn.db.query(`update organization set stage = 'production' where code = 'DE-000001'`);
  }
});

test('the sheet of tests runs nothing in whatever opens it', async () => {
  await submitted(clinic, tests, vxu({ controlId: '=HYPERLINK("http://x.example","y")' }));
  const reply = await clinic.get(`${tests}.csv`);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename="tests-DE-000001.csv"');
  const [heading, first = ''] = reply.text.split('\r\n');
  expect(heading).toBe('id,received,site,stage,type,control id,ack,outcome,cases,findings');
  expect(first).toContain(`,"'=HYPERLINK(""http://x.example"",""y"")",`);
  expect((await pediatrics.get(`${tests}.csv`)).status).toBe(404);
});
