/** Flat files until the day of the cut-over: a row becomes a dose, or its report says why not; from that day on none is taken. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basic } from '../support/basic.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { CLINIC, PEDIATRICS } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from '../support/portal.ts';

const THE_DAY_BEFORE = '2016-10-02T23:50:00-07:00';
const THE_DAY = '2016-10-03T00:00:00-07:00';

let cairn: TestCairn;
let clinic: Browserless;
let staff: Browserless;

beforeAll(async () => {
  cairn = await startTestCairn({ now: THE_DAY_BEFORE });
  clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
  staff = await signInAs(cairn, DEMO_PEOPLE.dx);
});
afterAll(() => cairn.close());

type Cells = Readonly<Record<string, string>>;
const COMPLETE: Cells = {
  patient_id: 'FLAT-1',
  last_name: 'Batofiguvmadeup',
  first_name: 'Ana',
  middle_name: '',
  birth_date: '2012-03-15',
  sex: 'F',
  street: '12 Fictional Way',
  city: 'Sacramento',
  state: 'CA',
  zip: '95814',
  phone: '916-234-7788',
  race: '2106-3',
  ethnicity: '2186-5',
  mother_maiden_name: 'Gobinemadeup',
  guardian_last_name: 'Batofiguvmadeup',
  guardian_first_name: 'Eva',
  guardian_relationship: 'MTH',
  protection: 'N',
  dose_id: 'D-1',
  action: 'A',
  vaccine_cvx: '03',
  ndc: '',
  administered_on: '2016-09-30',
  historical: 'N',
  refusal_reason: '',
  amount: '0.5',
  lot: 'M012345',
  expiry: '2018-06-30',
  manufacturer_mvx: 'MSD',
  route: 'C38299',
  site: 'LA',
  funding: 'PHC70',
  eligibility: 'V01',
};
const historical = (cells: Cells): Cells => ({
  ...COMPLETE,
  historical: 'Y',
  lot: '',
  manufacturer_mvx: '',
  route: '',
  site: '',
  funding: '',
  eligibility: '',
  expiry: '',
  amount: '',
  ...cells,
});
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows: readonly Cells[], end = '\r\n', columns = Object.keys(rows[0] ?? {})): string =>
  [columns, ...rows.map((row) => columns.map((column) => cell(row[column] ?? '')))]
    .map((cells) => cells.join(',') + end)
    .join('');

async function post(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = basic(CLINIC.login),
  path = '/api/flat-files',
): Promise<PortalReply> {
  const reply = await fetch(`${cairn.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', ...headers },
    body: typeof body === 'string' ? body : Buffer.from(body),
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, text, body: JSON.parse(text) };
}
const upload = (body: string, browser = clinic, site = 'DE-000001'): Promise<PortalReply> =>
  post(
    body,
    {
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: cairn.url,
      'x-file-name': encodeURIComponent('doses of September.csv'),
    },
    `/api/sites/${site}/flat-files`,
  );
const dosesOf = async (doseId: string): Promise<number> =>
  (
    await cairn.db.query(
      `select count(*)::int as n from message m where operation = 'flat-file' and position($1 in convert_from(raw, 'UTF8')) > 0
       and outcome in ('accepted', 'partly-accepted')`,
      [`|${doseId}^`],
    )
  ).rows[0].n;
const counted = async (table: string): Promise<number> =>
  (await cairn.db.query(`select count(*)::int as n from ${table}`)).rows[0].n;

describe('before the day', () => {
  test('a complete row is recorded without a word, as a message of its site', async () => {
    const reply = await post(csv([COMPLETE]));
    expect([reply.status, reply.body.told]).toEqual([200, []]);
    expect(reply.body.outcomes).toEqual({
      recorded: 1,
      'recorded-with-findings': 0,
      refused: 0,
      unreadable: 0,
    });
    const { rows } = await cairn.db.query(
      `select m.outcome, m.ack_code, o.code, m.address, m.operation from message m
       join organization o on o.organization_id = m.responsible_id where m.operation = 'flat-file'`,
    );
    expect(rows).toEqual([
      {
        outcome: 'accepted',
        ack_code: 'AA',
        code: 'DE-000001',
        address: 'production',
        operation: 'flat-file',
      },
    ]);
    expect(await dosesOf('D-1')).toBe(1);
    const { rows: audit } = await cairn.db.query(
      `select e.action, cardinality(e.person_ids) as persons, c.username, o.code from audit_event e
       join credential c using (credential_id) join organization o on o.organization_id = e.organization_id`,
    );
    expect(audit).toEqual([
      { action: 'sendFlatFile', persons: 1, username: 'demo-clinic', code: 'DE-000001' },
    ]);
  });

  test('the same file again records nothing twice; cut short, it goes on where it ended', async () => {
    const file = csv([
      historical({ patient_id: 'FLAT-2', last_name: 'Dolusimadeup', dose_id: 'D-2' }),
      historical({ patient_id: 'FLAT-3', last_name: 'Kavirumadeup', dose_id: 'D-3' }),
    ]);
    const first = await post(file);
    expect(first.body.outcomes.recorded).toBe(2);
    const before = [await counted('dose_report'), await counted('message')];
    const again = await post(file);
    expect(again.body).toMatchObject({ id: first.body.id, isRepeated: true, recorded: 2 });
    await cairn.db.query('update flat_file set finished_at = null where file_id = $1', [first.body.id]);
    await cairn.db.query('delete from flat_file_row where file_id = $1 and row_no = 3', [first.body.id]);
    cairn.setTime('2016-10-02T23:55:00-07:00');
    const resumed = await post(file);
    expect(resumed.body).toMatchObject({ id: first.body.id, isRepeated: false, recorded: 2 });
    expect([await counted('dose_report'), await counted('message')]).toEqual(before);
    const together = csv([historical({ patient_id: 'FLAT-4', last_name: 'Peronimadeup', dose_id: 'D-4' })]);
    const replies = await Promise.all([post(together), post(together), post(together)]);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await dosesOf('D-4')).toBe(1);
  });

  test('a row that could not be processed is when the same file comes again', async () => {
    const file = csv([historical({ patient_id: 'FLAT-9', last_name: 'Tavorimadeup', dose_id: 'D-90' })]);
    await cairn.db.query('alter table message_arrival rename to message_arrival_gone');
    const failed = await post(file);
    await cairn.db.query('alter table message_arrival_gone rename to message_arrival');
    expect(failed.body).toMatchObject({ finishedAt: null, recorded: 0 });
    expect(failed.body.told[0].problems[0].code).toBe('row-failed');
    expect(failed.text).not.toContain('Tavori');
    const again = await post(file);
    expect(again.body).toMatchObject({
      id: failed.body.id,
      isRepeated: false,
      recorded: 1,
      refused: 0,
      told: [],
    });
    expect(again.body.finishedAt).not.toBeNull();
    expect(await dosesOf('D-90')).toBe(1);
  });

  test('rows of one patient next to each other are one message; each row says what became of it, by columns', async () => {
    const patient = { patient_id: 'FLAT-5', last_name: 'Zufelomadeup' };
    const rows = [
      historical({ ...patient, dose_id: 'D-5', vaccine_cvx: '3', administered_on: '9/1/2014' }),
      historical({ ...patient, dose_id: 'D-6', administered_on: '2019-01-01' }),
      { ...COMPLETE, ...patient, dose_id: 'D-7', vaccine_cvx: '998877' },
      { ...COMPLETE, ...patient, dose_id: 'D-8', lot: '', eligibility: '' },
      historical({ ...patient, dose_id: 'D-9', birth_date: 'yesterday', action: 'X', sex: '' }),
      historical({ ...patient, dose_id: 'D-10', action: 'D' }),
    ];
    const reply = await upload(`\uFEFF${csv(rows, '\n')}`);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      name: 'doses of September.csv',
      by: 'Clara Demo',
      rows: 6,
      toldInAll: 5,
    });
    const told: readonly {
      readonly row: number;
      readonly outcome: string;
      readonly problems: readonly Cells[];
    }[] = reply.body.told;
    const of = (row: number) => {
      const found = told.find((each) => each.row === row);
      return [found?.outcome, ...(found?.problems ?? []).map(({ column, code }) => `${column} ${code}`)];
    };
    expect(of(2)).toEqual([undefined]);
    expect(of(3)).toEqual(['refused', 'administered_on dose-in-future']);
    expect(of(4)).toEqual(['refused', 'vaccine_cvx vaccine-unknown']);
    expect(of(5)).toEqual(['unreadable', 'lot cell-needed-when-given', 'eligibility cell-needed-when-given']);
    expect(of(6)).toEqual([
      'unreadable',
      'action cell-not-a-choice',
      'sex cell-needed',
      'birth_date cell-not-a-date',
    ]);
    expect(of(7)).toEqual(['refused', 'dose_id nothing-to-delete']);
    const words = told.flatMap(({ problems }) => problems.flatMap(({ what, fix }) => [what, fix]));
    expect(words).toContain('The cell is empty, and a dose that was given needs it.');
    expect(words.filter((text) => text === '' || /\b(?:RXA|PID|ORC|OBX)-\d/.test(text ?? ''))).toEqual([]);
    expect(reply.text).not.toContain('Zufelo');
    const { rows: messages } = await cairn.db.query(
      `select count(distinct message_id)::int as n from flat_file_row where file_id = $1 and message_id is not null`,
      [reply.body.id],
    );
    expect(messages).toEqual([{ n: 1 }]);

    const sheet = await clinic.get(`/api/sites/DE-000001/flat-files/${reply.body.id}/report.csv`);
    expect(sheet.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(sheet.text.split('\r\n').slice(0, 2)).toEqual([
      'row,outcome,column,severity,code,what,what to do',
      '2,recorded,,,,,',
    ]);
    expect(sheet.text).toContain('6,unreadable,sex,E,cell-needed,The cell is empty.');
  });

  test('a dose is updated and deleted under its id', async () => {
    const dose = historical({ patient_id: 'FLAT-6', last_name: 'Mirogumadeup', dose_id: 'D-20' });
    const actions: string[] = [];
    for (const [action, lot] of [
      ['A', ''],
      ['U', 'K1234'],
      ['D', ''],
    ] as const) {
      cairn.setTime(`2016-10-02T23:57:0${actions.length}-07:00`);
      const { body } = await post(csv([{ ...dose, action, lot }]));
      expect([action, body.told, body.recorded]).toEqual([action, [], 1]);
      actions.push(action);
    }
    const { rows } = await cairn.db.query(
      `select action from dose_report where filler_id like '%D-20%' order by received_at`,
    );
    expect(rows.map(({ action }) => action)).toEqual(actions);
  });

  test('a Sending Facility names its client in site_id, and no other', async () => {
    const row = historical({ patient_id: 'FLAT-7', last_name: 'Lubanemadeup', dose_id: 'D-30' });
    const send = (site_id: string, dose_id: string) =>
      post(csv([{ site_id, ...row, dose_id }]), basic(PEDIATRICS.login));
    expect((await send('DE-000002', 'D-30')).body).toMatchObject({ recorded: 1, told: [] });
    const foreign = await send('DE-000001', 'D-31');
    expect(foreign.body.told[0]).toMatchObject({ outcome: 'refused', row: 2 });
    expect(foreign.body.told[0].problems[0]).toMatchObject({
      column: 'site_id',
      code: 'responsible-organization-not-linked',
    });
    expect(await dosesOf('D-31')).toBe(0);
  });

  test.each([
    [
      'latin-1',
      Buffer.from(csv([{ ...COMPLETE, last_name: 'Peña' }]), 'latin1'),
      'file-not-utf8',
      'Save it as CSV (UTF-8)',
    ],
    ['a binary file', Buffer.from('PK\u0003\u0004\0\0'), 'file-not-text', 'save the sheet as CSV (UTF-8)'],
    ['an open quote', `${csv([COMPLETE])}"open,x\r\n`, 'file-quotes', 'The quotes do not close'],
    [
      'no headings',
      'a,b,c\r\n1,2,3\r\n',
      'file-headings',
      'The first row must hold the names of the columns',
    ],
    ['a missing column', csv([COMPLETE]).replace('dose_id', 'zip4'), 'file-headings', 'Missing: dose_id.'],
    ['a foreign column', csv([COMPLETE]).replace('funding', 'fun'), 'file-headings', 'the heading of column'],
    ['a column twice', csv([COMPLETE]).replace('funding', 'lot'), 'file-headings', 'Twice: lot.'],
    ['semicolons', csv([COMPLETE]).replaceAll(',', ';'), 'file-headings', 'separated by commas'],
    ['nothing', '', 'file-headings', 'The first row'],
    ['headings alone', csv([COMPLETE]).split('\r\n')[0] ?? '', 'file-empty', 'no row below'],
  ])('%s is refused as a whole, and says how to mend it', async (_name, body, code, words) => {
    const before = await counted('message');
    const reply = await post(body);
    expect([reply.status, reply.body.code]).toEqual([400, code]);
    expect(reply.body.error).toContain(words);
    expect(reply.text).not.toMatch(/Peña|Batofig/);
    expect(await counted('message')).toBe(before);
  });

  test('more than is taken at once is refused before it is read', async () => {
    const many = await post(`${csv([COMPLETE])}${'x\r\n'.repeat(5001)}`);
    expect([many.status, many.body.code]).toEqual([400, 'file-too-many-rows']);
    const large = await post('x'.repeat(5 * 1024 * 1024 + 1));
    expect([large.status, large.body.code]).toEqual([413, 'too-large']);
    const other = await post('{}', { ...basic(CLINIC.login), 'content-type': 'application/json' });
    expect([other.status, other.body.code]).toEqual([400, 'file-type']);
  });

  test('one who does not send to production yet is told so', async () => {
    await cairn.db.query(`update organization set stage = 'testing' where code = 'DE-000001'`);
    const reply = await post(csv([COMPLETE]));
    expect([reply.status, reply.body.code]).toEqual([403, 'production-needed']);
    await cairn.db.query(`update organization set stage = 'production' where code = 'DE-000001'`);
  });

  test('files and reports are seen by whose they are', async () => {
    const { body } = await clinic.get('/api/sites/DE-000001/flat-files');
    expect(body).toMatchObject({ areTaken: true, until: '2016-10-03' });
    const [{ id }] = body.files;
    expect((await staff.get(`/api/sites/DE-000001/flat-files/${id}`)).status).toBe(200);
    const others = await signInAs(cairn, DEMO_PEOPLE.pediatrics);
    expect((await others.get(`/api/sites/DE-000001/flat-files/${id}`)).status).toBe(404);
    expect((await others.get(`/api/sites/DE-000002/flat-files/${id}`)).status).toBe(404);
    const program = (login: typeof CLINIC.login) =>
      fetch(`${cairn.url}/api/flat-files/${id}`, { headers: basic(login) });
    expect((await program(CLINIC.login)).status).toBe(200);
    expect((await program(PEDIATRICS.login)).status).toBe(404);
  });
});

describe('from the day on', () => {
  test('whoever sends one hears since when, and what to do instead; nothing is recorded and staff see who tries', async () => {
    cairn.setTime('2016-10-02T23:59:59-07:00');
    expect((await post(csv([historical({ dose_id: 'D-40' })]))).status).toBe(200);
    const before = [await counted('message'), await counted('flat_file')];
    cairn.setTime(THE_DAY);
    for (const reply of [
      await post(csv([historical({ dose_id: 'D-41' })])),
      await upload(csv([historical({ dose_id: 'D-42' })])),
      await post('{}', { ...basic(CLINIC.login), 'content-type': 'application/json' }),
      await post('x'.repeat(6 * 1024 * 1024)).catch(() => undefined),
    ]) {
      if (!reply) continue;
      expect([reply.status, reply.body.code]).toEqual([410, 'flat-files-no-longer-taken']);
      expect(reply.body.error).toBe(
        'Flat files have not been taken since 2016-10-03. Nothing of the file was recorded. ' +
          `Send HL7 2.5.1 messages by SOAP to ${cairn.url}/IISService: its contract is at ${cairn.url}/IISService?wsdl. ` +
          `A site that is not registered yet begins at ${cairn.url}/register; messages are tried out at ${cairn.url}/workbench. ` +
          'For years of history ask for a history load (docs/history-load.md).',
      );
    }
    expect([await counted('message'), await counted('flat_file')]).toEqual(before);
    // Sessions of yesterday have ended.
    staff = await signInAs(cairn, DEMO_PEOPLE.dx);
    const events = async () =>
      (await staff.get('/api/sites/DE-000001/events')).body.events.filter(
        ({ kind }: { readonly kind: string }) => kind === 'flat-file-refused',
      );
    expect(await events()).toMatchObject([{ detail: { since: '2016-10-03' } }]);
    cairn.setTime('2016-10-04T09:00:00-07:00');
    staff = await signInAs(cairn, DEMO_PEOPLE.dx);
    clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
    expect((await post(csv([COMPLETE]))).status).toBe(410);
    expect(await events()).toHaveLength(2);
    expect((await clinic.get('/api/sites/DE-000001/flat-files')).body.areTaken).toBe(false);
  });
});
