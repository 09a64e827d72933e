/** Statements of successful tests: figures of the ledger, signed, and verified by anybody who is shown one. */
import { hash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { dose, vxu } from '../support/messages.ts';
import { Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from '../support/portal.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let clinic: Browserless;
let stranger: Browserless;
beforeAll(async () => {
  cairn = await startTestCairn();
  clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
  stranger = new Browserless(cairn.url);
});
afterAll(() => cairn.close());

const SITE = '/api/sites/DE-000001';

type Tested = {
  readonly at: string;
  readonly outcome?: string;
  readonly cases?: readonly string[];
  readonly stage?: string;
  readonly type?: string;
  readonly site?: string;
  readonly sender?: string;
};

/** A message in the ledger as the testing address writes it. */
async function tested({
  at,
  outcome = 'accepted',
  cases = [],
  stage = 'testing',
  type = 'VXU^V04',
  site = 'DE-000001',
  sender = site,
}: Tested): Promise<void> {
  const id = randomUUID();
  const month = `${at.slice(0, 7)}-01`;
  const { rows } = await cairn.db.query(
    'select max(organization_id::text) filter (where code = $1) as site, max(organization_id::text) filter (where code = $2) as sender from organization',
    [site, sender],
  );
  const [of] = rows;
  await cairn.db.query(
    `insert into message (month, message_id, received_at, address, operation, sender_id, credential_id, responsible_id,
       message_type, control_id, body_hash, raw, outcome, ack_code, answer, findings)
     values ($1, $2, $3, 'test', 'submitSingleMessage', $4, $2, $5, $6, '1', $2, '', $7, 'AA', '', '[]')`,
    [month, id, at, of.sender, of.site, type, outcome],
  );
  await cairn.db.query(
    `insert into test_submission (message_id, month, organization_id, sender_id, received_at, stage, cases)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, month, of.site, of.sender, at, stage, cases],
  );
}

const make = (from: string, to: string): Promise<PortalReply> =>
  clinic.post(`${SITE}/statements`, { from, to });

beforeEach(() => cairn.db.query('delete from test_submission'));

describe('a statement', () => {
  test('counts what the testing address took', async () => {
    await submit(cairn.url, vxu({ orders: [dose()] }), { path: '/test/IISService' });
    await submit(cairn.url, vxu({ msh: { 12: '2.3' }, orders: [dose()] }), { path: '/test/IISService' });
    const { body } = await make('2025-03-20', '2025-03-20');
    expect(body.content).toMatchObject({ accepted: 1, total: 2 });
    expect(body.content.cases[0]).toEqual({
      case: 'administered-child',
      accepted: 1,
      first: '2025-03-20',
    });
  });

  test('counts the messages of the civil days of its period', async () => {
    // Midnight in California is 8:00 in UTC in winter, and 7:00 from March 9.
    await tested({ at: '2025-01-01T07:59:59Z', cases: ['refusal'] });
    await tested({ at: '2025-01-01T08:00:00Z', cases: ['historical'] });
    await tested({ at: '2025-02-01T20:00:00Z', cases: ['historical', 'administered-child'] });
    await tested({ at: '2025-02-02T20:00:00Z', stage: 'real-data' });
    await tested({ at: '2025-02-03T20:00:00Z', outcome: 'partly-accepted', cases: ['administered-adult'] });
    await tested({ at: '2025-02-03T20:00:00Z', outcome: 'refused' });
    await tested({ at: '2025-02-03T20:00:00Z', outcome: 'answered', type: 'QBP^Q11' });
    await tested({ at: '2025-02-03T20:00:00Z', site: 'DE-000002', sender: 'SF-000001' });
    await tested({ at: '2025-03-16T06:59:59Z' });
    await tested({ at: '2025-03-16T07:00:00Z', cases: ['delete'] });
    const { status, body } = await make('2025-01-01', '2025-03-15');
    expect(status).toBe(200);
    expect(body.content).toEqual({
      registry: 'California Immunization Registry',
      siteCode: 'DE-000001',
      siteName: 'Demo Family Clinic',
      from: '2025-01-01',
      to: '2025-03-15',
      accepted: 4,
      total: 6,
      cases: [
        { case: 'administered-child', accepted: 1, first: '2025-02-01' },
        { case: 'administered-adult', accepted: 0, first: null },
        { case: 'historical', accepted: 2, first: '2025-01-01' },
        { case: 'update', accepted: 0, first: null },
        { case: 'delete', accepted: 0, first: null },
        { case: 'refusal', accepted: 0, first: null },
      ],
      madeOn: '2025-03-20',
    });
    expect(body).toMatchObject({
      isGenuine: true,
      code: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/),
    });
  });

  test('of a Sending Facility counts what it sent, for whomever', async () => {
    await tested({ at: '2025-02-03T20:00:00Z', site: 'DE-000002', sender: 'SF-000001' });
    await tested({ at: '2025-02-03T20:00:00Z' });
    const hie = await signInAs(cairn, DEMO_PEOPLE.hie);
    const { body } = await hie.post('/api/sites/SF-000001/statements', {
      from: '2025-02-01',
      to: '2025-02-28',
    });
    expect(body.content).toMatchObject({ accepted: 1, total: 1 });
  });

  test('is made of a period that can be, and of successful tests', async () => {
    await tested({ at: '2025-02-01T20:00:00Z', outcome: 'refused' });
    const refused = async (from: string, to: string): Promise<readonly unknown[]> => {
      const { status, body } = await make(from, to);
      return [status, body.problems[0]?.code ?? body.code];
    };
    expect(await refused('2025-02-01', '2025-02-28')).toEqual([409, 'no-successful-tests']);
    expect(await refused('2025-03-01', '2025-03-21')).toEqual([400, 'day-to-come']);
    expect(await refused('2025-03-02', '2025-03-01')).toEqual([400, 'period-backwards']);
    expect(await refused('2024-01-01', '2025-03-01')).toEqual([400, 'period-too-long']);
    expect(await refused('2025-02-30', '2025-03-01')).toEqual([400, 'date-invalid']);
  });
});

describe('a statement that somebody is shown', () => {
  let code = '';
  let pdf: Buffer;
  const download = (): Promise<Response> =>
    fetch(`${cairn.url}${SITE}/statements/${code}/pdf`, {
      headers: { cookie: [...clinic.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
  beforeEach(async () => {
    await tested({ at: '2025-02-01T20:00:00Z', cases: ['historical'] });
    ({ code } = (await make('2025-01-01', '2025-03-15')).body);
    pdf = Buffer.from(await (await download()).arrayBuffer());
  });

  test('is a file to be kept, not shown in the portal', async () => {
    const { headers } = await download();
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="statement-${code}.pdf"`);
  });

  test('is verified by its code, however it is typed, by anybody', async () => {
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.includes(`/statement/${code}`)).toBe(true);
    for (const typed of [code, code.replaceAll('-', '').toLowerCase()]) {
      const { status, body, headers } = await stranger.get(`/api/statements/${typed}`);
      expect([status, body.code, body.isGenuine]).toEqual([200, code, true]);
      expect(body.pdfHash).toBe(hash('sha256', pdf, 'hex'));
      expect(headers.get('cache-control')).toBe('no-store');
    }
    for (const none of ['0000-0000-0000', 'nonsense']) {
      expect((await stranger.get(`/api/statements/${none}`)).status).toBe(404);
    }
  });

  test('names no person', async () => {
    const { text } = await stranger.get(`/api/statements/${code}`);
    const { rows } = await cairn.db.query('select name, email from account');
    expect(rows.length).toBeGreaterThan(0);
    for (const { name, email } of rows) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(email);
    }
    expect(text).not.toContain('@');
  });

  test('is compared with the file by its hash', async () => {
    const compare = async (sha256: string): Promise<unknown> =>
      (await stranger.post(`/api/statements/${code}/compare`, { sha256 })).body.isSame;
    expect(await compare(hash('sha256', pdf, 'hex'))).toBe(true);
    expect(await compare(hash('sha256', Buffer.concat([pdf, Buffer.from(' ')]), 'hex'))).toBe(false);
  });

  test.each([
    ['figures', `content = jsonb_set(content, '{accepted}', '99')`],
    ['PDF', `pdf = pdf || '\\x20'::bytea`],
    ['PDF and its hash', `pdf = '', pdf_hash = encode(sha256(''), 'hex')`],
    ['signature', `signature = reverse(signature)`],
  ])('is not genuine where its %s was changed afterwards', async (_, change) => {
    await cairn.db.query(`update statement set ${change} where code = $1`, [code]);
    expect((await stranger.get(`/api/statements/${code}`)).body.isGenuine).toBe(false);
    const sha256 = hash('sha256', pdf, 'hex');
    expect((await stranger.post(`/api/statements/${code}/compare`, { sha256 })).body.isSame).toBe(false);
  });

  test('is listed for its site alone, and its file is no other site’s', async () => {
    const { body } = await clinic.get(`${SITE}/statements`);
    expect(body.statements[0]).toEqual({
      code,
      from: '2025-01-01',
      to: '2025-03-15',
      accepted: 1,
      madeOn: '2025-03-20',
    });
    const other = await signInAs(cairn, DEMO_PEOPLE.pediatrics);
    expect((await other.get('/api/sites/DE-000002/statements')).body).toEqual({ statements: [] });
    expect((await other.get(`/api/sites/DE-000002/statements/${code}/pdf`)).status).toBe(404);
    expect((await other.get(`${SITE}/statements/${code}/pdf`)).status).toBe(404);
    expect((await stranger.get(`${SITE}/statements/${code}/pdf`)).status).toBe(401);
    const dx = await signInAs(cairn, DEMO_PEOPLE.dx);
    expect((await dx.get(`${SITE}/statements/${code}/pdf`)).status).toBe(200);
    expect((await dx.post(`${SITE}/statements`, { from: '2025-01-01', to: '2025-03-15' })).status).toBe(403);
  });
});

test('is in the language of the site', async () => {
  await tested({ at: '2025-02-01T20:00:00Z' });
  await cairn.db.query(`update organization set language = 'es' where code = 'DE-000001'`);
  const { code } = (await make('2025-01-01', '2025-03-15')).body;
  const { rows } = await cairn.db.query('select pdf from statement where code = $1', [code]);
  expect(rows[0].pdf.toString('latin1')).toContain('(es-US)');
});
