import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { patient, vxu } from '../support/messages.ts';
import { siteOnTheWay } from '../support/onboarding.ts';
import { Browserless, mailsTo, signInAs, tokenIn } from '../support/portal.ts';
import { segments, submit } from '../support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const HEADINGS = 'site id,site name,county,street,city,zip,npi,contact name,contact e-mail';

test('a Sending Facility that nobody has looked at invites fifty sites a day; the rest of its sheet says so', async () => {
  const facility = await siteOnTheWay(cairn, 'SF-000900', { siteType: 3 });
  const browser = await signInAs(cairn, facility.contact);
  const rows = Array.from(
    { length: 52 },
    (_, index) => `,Invited ${index},Fresno,,,,,Pat Invited,pat${index}@invited.example`,
  );
  const sheet = { csv: [HEADINGS, ...rows].join('\r\n') };
  const first = await browser.post('/api/sites/SF-000900/clients/sheet', sheet);
  expect(first.body).toMatchObject({ added: 50, refused: 2 });
  expect(first.body.rows[51].problems[0].code).toBe('too-many-invitations');
  // The same sheet once more does nothing twice.
  const again = await browser.post('/api/sites/SF-000900/clients/sheet', sheet);
  expect(again.body).toMatchObject({ added: 0, refused: 2 });
  const { rows: mails } = await cairn.db.query(
    "select count(*)::int as n from mail where kind = 'client-invited'",
  );
  expect(mails).toEqual([{ n: 50 }]);
});

test('where the links to the first credentials are used up or too old, they are made at the site’s page', async () => {
  const site = await siteOnTheWay(cairn, 'DE-000901', { hasCredential: false });
  const browser = await signInAs(cairn, site.contact);
  const made = await browser.post('/api/sites/DE-000901/credential/rotate', { overlapDays: 0 });
  expect(made.status).toBe(200);
  const { username, password } = made.body;
  const login = { username, password, facilityID: 'DE-000901' };
  const message = vxu({
    from: { sender: 'DE-000901', site: 'DE-000901', login },
    patient: patient(),
  });
  const answer = await submit(cairn.url, message, { login, path: '/test/IISService' });
  expect(segments(answer, 'MSA')[0]?.[1]).toBe('AA');
  const events = await browser.get('/api/sites/DE-000901/events');
  expect(events.body.events.map(({ kind }: { kind: string }) => kind)).toContain('credentials-shown');
});

test('a site that sends through a Sending Facility has none to make', async () => {
  const site = await siteOnTheWay(cairn, 'DE-000902', { siteType: 2 });
  const browser = await signInAs(cairn, site.contact);
  const refused = await browser.post('/api/sites/DE-000902/credential/rotate', { overlapDays: 0 });
  expect([refused.status, refused.body.code]).toEqual([409, 'no-credentials']);
});

test('what a Sending Facility past testing sends for somebody unknown is kept like a message of a real patient', async () => {
  const { login } = {
    login: { username: 'demo-hie', password: 'demo-hie-password', facilityID: 'SF-000001' },
  };
  const message = vxu({ from: { sender: 'SF-000001', site: 'DE-999999', login } });
  const answer = await submit(cairn.url, message, { login, path: '/test/IISService' });
  expect(segments(answer, 'MSA')[0]?.[1]).toBe('AR');
  const { rows } = await cairn.db.query(
    'select t.stage, t.cases from test_submission t order by t.message_id desc limit 1',
  );
  expect(rows).toEqual([{ stage: 'real-data', cases: [] }]);
});

test('an invited contact continues a draft that is filled in', async () => {
  const [mail] = await mailsTo(cairn, 'pat0@invited.example', 'client-invited');
  const token = tokenIn(mail?.text ?? '', '/register/continue');
  const browser = new Browserless(cairn.url);
  const { body } = await browser.post('/api/registration/resume', { token });
  expect(body.answers.place).toMatchObject({ siteName: 'Invited 0', county: 'Fresno' });
  expect(body.invitedBy).toMatchObject({ code: 'SF-000900' });
});
