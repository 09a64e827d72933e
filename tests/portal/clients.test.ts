/** Who sends for whom: a Sending Facility adds client sites, sites name and confirm their facility. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn, TODAY } from '../support/cairn.ts';
import { registerSite } from '../support/organizations.ts';
import {
  type Browserless,
  DEMO_PEOPLE,
  mailsTo,
  type PortalReply,
  signInAs,
  tokenIn,
} from '../support/portal.ts';

let cairn: TestCairn;
let hie: Browserless;
let clinic: Browserless;
beforeAll(async () => {
  cairn = await startTestCairn();
  hie = await signInAs(cairn, DEMO_PEOPLE.hie);
  clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
});
afterAll(() => cairn.close());

const FACILITY = '/api/sites/SF-000001';
const HEADINGS = 'Site ID,Site Name,County,Street,City,ZIP,NPI,Contact Name,Contact E-mail';

/** A registered site for which the person of the demo clinic acts as well. */
async function siteOfClinic(code: string): Promise<string> {
  const { organizationId } = await registerSite(cairn, code, { stage: 'testing' });
  await cairn.db.query(
    `insert into account_site (account_id, organization_id, role, added_at)
     select account_id, $1, 'site-contact', $2 from account where email_key = $3`,
    [organizationId, TODAY, DEMO_PEOPLE.clinic],
  );
  return organizationId;
}

const outcomes = ({ body }: PortalReply): readonly string[] =>
  body.rows.map((row: { row: number; outcome: string; problems: { where: string; code: string }[] }) =>
    [row.row, row.outcome, ...row.problems.map(({ where, code }) => `${where}:${code}`)].join(' '),
  );
const upload = (...rows: readonly string[]): Promise<PortalReply> =>
  hie.post(`${FACILITY}/clients/sheet`, { csv: [HEADINGS, ...rows].join('\r\n') });

async function clientOf(code: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { body } = await hie.get(`${FACILITY}/clients`);
  return body.clients.find((client: { code: string | null }) => client.code === code);
}

async function eventsOf(code: string, other: string): Promise<readonly string[]> {
  const { rows } = await cairn.db.query(
    `select e.kind from onboarding_event e join organization o using (organization_id)
     where o.code = $1 and e.detail ->> 'code' = $2 order by e.event_id`,
    [code, other],
  );
  return rows.map(({ kind }) => kind);
}

const mailsAbout = async (recipient: string, kind: string, name: string): Promise<number> =>
  (await mailsTo(cairn, recipient, kind)).filter(({ text }) => text.includes(name)).length;

describe('a Sending Facility asks a registered site', () => {
  test('which confirms it: then both know, and it is confirmed once', async () => {
    await siteOfClinic('DE-000401');
    const asked = await hie.post(`${FACILITY}/clients`, { siteId: 'de000401' });
    expect(outcomes(asked)).toEqual(['1 asked']);
    expect(await mailsAbout(DEMO_PEOPLE.clinic, 'sending-facility-asks', 'DE-000401')).toBe(1);
    // How far a site has come it sees when the site has agreed.
    expect(await clientOf('DE-000401')).toMatchObject({
      stage: 'invited',
      askedBy: 'sending-facility',
      confirmedAt: null,
    });
    expect((await hie.get('/api/sites/DE-000401')).status).toBe(404);
    expect((await hie.post(`${FACILITY}/clients/confirm`, { code: 'DE-000401' })).status).toBe(409);

    const confirmed = await clinic.post('/api/sites/DE-000401/sending-facilities', { code: 'SF-000001' });
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.sendingFacilities).toMatchObject([
      { code: 'SF-000001', confirmedAt: expect.any(String) },
    ]);
    expect(await clientOf('DE-000401')).toMatchObject({ stage: 'testing', confirmedAt: expect.any(String) });
    for (const to of [DEMO_PEOPLE.hie, DEMO_PEOPLE.clinic]) {
      expect(await mailsAbout(to, 'sending-facility-confirmed', 'DE-000401')).toBe(1);
    }
    const said = ['sending-facility-named', 'sending-facility-confirmed'];
    expect(await eventsOf('DE-000401', 'SF-000001')).toEqual(said);
    expect(await eventsOf('SF-000001', 'DE-000401')).toEqual(said);

    expect(outcomes(await hie.post(`${FACILITY}/clients`, { siteId: 'DE-000401' }))).toEqual(['1 already']);
    await clinic.post('/api/sites/DE-000401/sending-facilities', { code: 'SF-000001' });
    expect(await eventsOf('DE-000401', 'SF-000001')).toEqual(said);
  });

  test('asked, ended and asked again it is written to once a day', async () => {
    await siteOfClinic('DE-000402');
    for (let round = 0; round < 2; round += 1) {
      expect(outcomes(await hie.post(`${FACILITY}/clients`, { siteId: 'DE-000402' }))).toEqual(['1 asked']);
      expect((await hie.post(`${FACILITY}/clients/end`, { code: 'DE-000402' })).status).toBe(200);
    }
    expect(await clientOf('DE-000402')).toBeUndefined();
    expect((await hie.post(`${FACILITY}/clients/end`, { code: 'DE-000402' })).status).toBe(404);
    expect(await mailsAbout(DEMO_PEOPLE.clinic, 'sending-facility-asks', 'DE-000402')).toBe(1);
  });
});

describe('a site names its Sending Facility', () => {
  test('which confirms it, once', async () => {
    await siteOfClinic('DE-000411');
    const named = await clinic.post('/api/sites/DE-000411/sending-facilities', { code: 'sf 000001' });
    expect(named.body.sendingFacilities).toMatchObject([{ askedBy: 'site', confirmedAt: null }]);
    expect(await mailsAbout(DEMO_PEOPLE.hie, 'client-named-you', 'DE-000411')).toBe(1);
    expect(await clientOf('DE-000411')).toMatchObject({
      stage: 'testing',
      askedBy: 'site',
      confirmedAt: null,
    });
    const both = await Promise.all(
      [1, 2].map(() => hie.post(`${FACILITY}/clients/confirm`, { code: 'DE-000411' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await mailsAbout(DEMO_PEOPLE.clinic, 'sending-facility-confirmed', 'DE-000411')).toBe(1);

    const ended = await clinic.post('/api/sites/DE-000411/sending-facilities/end', { code: 'SF-000001' });
    expect(ended.body.sendingFacilities).toEqual([]);
    expect(await clientOf('DE-000411')).toBeUndefined();
    expect(await eventsOf('SF-000001', 'DE-000411')).toEqual([
      'sending-facility-named',
      'sending-facility-confirmed',
      'sending-facility-ended',
    ]);
    // Named anew it is not confirmed by what was confirmed before.
    const again = await clinic.post('/api/sites/DE-000411/sending-facilities', { code: 'SF-000001' });
    expect(again.body.sendingFacilities).toMatchObject([{ confirmedAt: null }]);
  });

  test('and is confirmed by it where its sheet names the site', async () => {
    await siteOfClinic('DE-000412');
    await clinic.post('/api/sites/DE-000412/sending-facilities', { code: 'SF-000001' });
    expect(outcomes(await upload('DE-000412,,,,,,,,'))).toEqual(['2 already']);
    expect(await clientOf('DE-000412')).toMatchObject({ confirmedAt: expect.any(String) });
  });

  test('of those that there are', async () => {
    await siteOfClinic('DE-000413');
    for (const code of ['SF-999999', 'DE-000001']) {
      const { status, body } = await clinic.post('/api/sites/DE-000413/sending-facilities', { code });
      expect([status, body.problems[0].code]).toEqual([400, 'sending-facility-unknown']);
    }
    const { status, body } = await hie.post(`${FACILITY}/sending-facilities`, { code: 'SF-000001' });
    expect([status, body.code]).toEqual([409, 'is-a-sending-facility']);
  });
});

describe('a sheet of client sites', () => {
  test('has an outcome for each row, and none twice', async () => {
    await siteOfClinic('DE-000421');
    const rows = [
      'DE-000421,,,,,,,,',
      'DE-999999,,,,,,,,',
      ',Invited Clinic,Yolo,1 Main St,Davis,95616,1234567893,Ann Invented,ann@invited.example',
      ',Southern Clinic,San Diego,,,,,Sue Invented,sue@invited.example',
      ',,Yolo,,,,,,no address',
      ',invited  clinic,Yolo County,1 Main St,,95616,,Bob Invented,ANN@invited.example',
      ',"=HYPERLINK(""x"")",Yolo,,,,,Ann Invented,ann2@invited.example',
    ];
    const first = await upload(...rows);
    expect(outcomes(first)).toEqual([
      '2 asked',
      '3 refused siteId:site-unknown',
      '4 invited',
      '5 refused county:county-not-served',
      '6 refused siteName:required contactName:required contactEmail:email-invalid',
      '7 already',
      '8 invited',
    ]);
    expect(first.body).toMatchObject({ added: 3, refused: 3 });
    const again = await upload(...rows);
    expect(again.body.added).toBe(0);
    expect(outcomes(again)).toContain('2 already');

    const mails = await mailsTo(cairn, 'ann@invited.example');
    expect(mails.map(({ kind }) => kind)).toEqual(['client-invited']);
    expect(tokenIn(mails[0]?.text ?? '', '/register/continue')).not.toBe('');
    const { body } = await hie.get(`${FACILITY}/clients`);
    expect(body.clients.filter(({ name }: { name: string }) => name === 'Invited Clinic')).toEqual([
      {
        code: null,
        name: 'Invited Clinic',
        city: 'Davis',
        stage: 'invited',
        askedBy: 'sending-facility',
        linkedAt: new Date(TODAY).toISOString(),
        confirmedAt: null,
      },
    ]);
  });

  test('comes out again without formulas', async () => {
    await upload(',"=1+1, clinic",Yolo,,,,,Ann Invented,ann3@invited.example');
    const { headers, text } = await hie.get(`${FACILITY}/clients.csv`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="clients-SF-000001.csv"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text.split('\r\n')[0]).toBe('site id,site name,city,stage,asked by,since,confirmed');
    expect(text).toContain(`,"'=1+1, clinic",`);
    expect(text).toMatch(/^DE-000002,Demo Pediatrics,/m);
  });

  test('is refused as a whole where it is none', async () => {
    const { status, body } = await hie.post(`${FACILITY}/clients/sheet`, {
      csv: 'name,mail\r\nA,a@b.example',
    });
    expect([status, body.problems[0].code]).toEqual([400, 'sheet-headings']);
    const large = await hie.post(`${FACILITY}/clients/sheet`, { csv: 'x'.repeat(512 * 1024 + 1) });
    expect([large.status, large.body.problems[0].code]).toEqual([400, 'too-large']);
  });

  test('uploaded by two at once invites once', async () => {
    const row = ',Clinic of Two,Yolo,,,,,Ann Invented,two@invited.example';
    const replies = await Promise.all([upload(row), upload(row)]);
    expect(replies.flatMap(outcomes).sort()).toEqual(['2 already', '2 invited']);
  });

  test('invites anew where the link of the first invitation expired unused', async () => {
    const row = ',Lapsed Clinic,Yolo,,,,,Ann Invented,lapsed@invited.example';
    await upload(row);
    await cairn.db.query(
      `update registration set created_at = created_at - interval '31 days' where answers -> 'place' ->> 'siteName' = 'Lapsed Clinic'`,
    );
    expect(outcomes(await upload(row))).toEqual(['2 invited']);
    expect(await mailsTo(cairn, 'lapsed@invited.example')).toHaveLength(2);
    const { body } = await hie.get(`${FACILITY}/clients`);
    expect(body.clients.filter(({ name }: { name: string }) => name === 'Lapsed Clinic')).toHaveLength(1);
  });
});

test('only a Sending Facility has clients, and only its own people see them', async () => {
  expect((await clinic.get(`${FACILITY}/clients`)).status).toBe(404);
  expect((await clinic.get('/api/sites/DE-000001/clients')).body).toEqual({ clients: [] });
  const { status, body } = await clinic.post('/api/sites/DE-000001/clients', { siteId: 'DE-000002' });
  expect([status, body.code]).toEqual([409, 'not-a-sending-facility']);
});

test('a suspended Sending Facility takes on nobody, and lets go', async () => {
  await siteOfClinic('DE-000431');
  await clinic.post('/api/sites/DE-000431/sending-facilities', { code: 'SF-000001' });
  await siteOfClinic('DE-000432');
  await cairn.db.query(`update organization set stage = 'suspended' where code = 'SF-000001'`);
  try {
    const refused = [
      await hie.post(`${FACILITY}/clients`, { siteId: 'DE-000432' }),
      await upload(',A Clinic,Yolo,,,,,Ann Invented,ann4@invited.example'),
      await hie.post(`${FACILITY}/clients/confirm`, { code: 'DE-000431' }),
      await clinic.post('/api/sites/DE-000432/sending-facilities', { code: 'SF-000001' }),
    ];
    for (const { status, body } of refused) {
      expect([status, body.code]).toEqual([409, 'sending-facility-suspended']);
    }
    expect((await hie.post(`${FACILITY}/clients/end`, { code: 'DE-000431' })).status).toBe(200);
  } finally {
    await cairn.db.query(`update organization set stage = 'production' where code = 'SF-000001'`);
  }
});
