/** A site's local administrator asks for accounts; staff decide; what should end ends at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { Browserless, DEMO_PEOPLE, mailsTo, signInAs, tokenIn } from '../support/portal.ts';

let cairn: TestCairn;
let clinic: Browserless;
let pediatrics: Browserless;
let dx: Browserless;
let dx2: Browserless;
beforeAll(async () => {
  cairn = await startTestCairn();
  clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
  pediatrics = await signInAs(cairn, DEMO_PEOPLE.pediatrics);
  dx = await signInAs(cairn, DEMO_PEOPLE.dx);
  dx2 = await signInAs(cairn, DEMO_PEOPLE.dx2);
});
afterAll(() => cairn.close());

const ASK = '/api/account-update/requests';
const newcomer = (email: string, more: object = {}) => ({
  kind: 'add',
  email,
  name: `Name of ${email}`,
  userRole: 'regular',
  isLocalAdministrator: false,
  ...more,
});
type Request = { readonly id: string; readonly email: string; readonly state: string };

/** The latest that was asked for somebody. */
async function requestFor(
  email: string,
  at: Browserless = clinic,
): Promise<Request & Record<string, unknown>> {
  const { body } = await at.get(ASK);
  return body.requests.find((each: Request) => each.email === email);
}
const decide = async (staff: Browserless, email: string, how: string, body?: object) =>
  staff.post(`/api/staff/account-requests/${(await requestFor(email)).id}/${how}`, body);
const person = async (email: string, at: Browserless = clinic) =>
  (await at.get('/api/account-update')).body.people.find((each: Request) => each.email === email);

describe('a new account', () => {
  it('waits for staff, comes with a link for a password, and is held up until its training', async () => {
    const email = 'new@clinic.example';
    expect((await clinic.post(ASK, newcomer(email, { note: 'starts on Monday' }))).status).toBe(200);
    expect(await person(email)).toBeUndefined();
    expect(await mailsTo(cairn, email)).toEqual([]);
    const waiting = (await dx.get('/api/staff/account-requests')).body;
    expect(waiting.requests).toContainEqual(
      expect.objectContaining({
        email,
        note: 'starts on Monday',
        userRole: 'regular',
        now: null,
        isMine: false,
        organization: { code: 'DE-000001', name: 'Demo Family Clinic' },
      }),
    );
    const both = await Promise.all([decide(dx, email, 'approve'), decide(dx2, email, 'approve')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await requestFor(email)).toMatchObject({ state: 'approved', askedBy: 'Clara Demo' });
    expect(await person(email)).toMatchObject({
      userRole: 'regular',
      isLocalAdministrator: false,
      hasSignedIn: false,
      training: { state: 'missing' },
    });
    const mails = await mailsTo(cairn, email);
    expect(mails.map(({ kind }) => kind)).toEqual(['account-approved']);
    expect((await mailsTo(cairn, DEMO_PEOPLE.clinic, 'account-decided'))[0]?.subject).toMatch(/^Approved/);

    const at = new Browserless(cairn.url);
    const token = tokenIn(mails[0]?.text ?? '', '/password');
    const set = await at.put('/api/password', { token, password: 'a-new-beginning-7' });
    expect(set.body.account).toMatchObject({
      acting: { code: 'DE-000001', userRole: 'regular', holdUp: 'training-needed' },
      may: { seePatients: false, askForAccounts: false },
    });
    // A user has no part in the site's onboarding and credentials.
    expect((await at.get('/api/sites/DE-000001/credential')).status).toBe(404);
    const audit = await cairn.db.query(
      `select action, detail from audit_event where action in ('askForAccount', 'approveAccountRequest') order by event_id`,
    );
    const { id } = await requestFor(email);
    expect(audit.rows.map(({ action, detail }) => [action, detail.requestId])).toEqual([
      ['askForAccount', id],
      ['approveAccountRequest', id],
    ]);
  });

  it('is asked for once: a second request for the person waits for the first, also of two at once', async () => {
    const email = 'Twice@Clinic.example';
    const both = await Promise.all([
      clinic.post(ASK, newcomer(email)),
      clinic.post(ASK, newcomer(email.toLowerCase())),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('request-pending');
    const { id } = (await dx.get('/api/staff/account-requests')).body.requests.find(
      (each: Request) => each.email.toLowerCase() === email.toLowerCase(),
    );
    // Another organization may ask for the same person, and neither sees nor withdraws this request.
    expect((await pediatrics.post(ASK, newcomer(email))).status).toBe(200);
    expect((await pediatrics.post(`${ASK}/${id}/withdraw`)).status).toBe(404);
    expect((await clinic.post(`${ASK}/${id}/withdraw`)).status).toBe(200);
    expect((await clinic.post(`${ASK}/${id}/withdraw`)).body.code).toBe('changed-meanwhile');
    expect((await dx.post(`/api/staff/account-requests/${id}/approve`)).body.code).toBe('changed-meanwhile');
    expect((await clinic.post(ASK, newcomer(email))).status).toBe(200);
    const { requests } = (await clinic.get(ASK)).body;
    const states = requests
      .filter((each: Request) => each.email.toLowerCase() === email.toLowerCase())
      .map(({ state }: Request) => state);
    expect(states).toEqual(['waiting', 'withdrawn']);
  });

  it('is refused with a reason that the asker reads', async () => {
    const email = 'refused@clinic.example';
    await clinic.post(ASK, newcomer(email, { userRole: null, isLocalAdministrator: true }));
    expect((await decide(dx, email, 'refuse', {})).status).toBe(400);
    expect((await decide(dx, email, 'refuse', { reason: 'Nobody here knows them.' })).status).toBe(200);
    expect(await requestFor(email)).toMatchObject({ state: 'refused', reason: 'Nobody here knows them.' });
    const [mail] = await mailsTo(cairn, DEMO_PEOPLE.clinic, 'account-decided');
    expect(mail?.text).toContain('Nobody here knows them.');
    expect(await mailsTo(cairn, email)).toEqual([]);
    const account = await cairn.db.query('select 1 from account where email_key = $1', [email]);
    expect(account.rows).toEqual([]);
  });

  it('needs a role, and is not for whoever has access, or for oneself', async () => {
    const refusals = [
      newcomer('none@clinic.example', { userRole: null }),
      newcomer(DEMO_PEOPLE.nurse),
      newcomer(DEMO_PEOPLE.clinic),
      { kind: 'change', email: DEMO_PEOPLE.clinic, userRole: 'power', isLocalAdministrator: true },
      { kind: 'end', email: DEMO_PEOPLE.clinic },
      { kind: 'change', email: DEMO_PEOPLE.nurse2, userRole: 'power', isLocalAdministrator: false },
      { kind: 'change', email: DEMO_PEOPLE.nurse, userRole: 'regular', isLocalAdministrator: false },
      { kind: 'end', email: DEMO_PEOPLE.nurse2 },
    ];
    const codes: string[] = [];
    for (const each of refusals) {
      const { body } = await clinic.post(ASK, each);
      codes.push(body.problems[0]?.code ?? body.code);
    }
    expect(codes).toEqual([
      'role-needed',
      'has-access',
      'own-rights',
      'own-rights',
      'own-rights',
      'person-gone',
      'nothing-changes',
      'person-gone',
    ]);
  });
});

describe('rights that are there', () => {
  it('change once staff approve, and not before', async () => {
    const change = {
      kind: 'change',
      email: DEMO_PEOPLE.reader,
      userRole: 'dx-qa',
      isLocalAdministrator: true,
    };
    expect((await clinic.post(ASK, change)).status).toBe(200);
    expect(await person(DEMO_PEOPLE.reader)).toMatchObject({ userRole: 'read-only', isWaiting: true });
    const reader = await signInAs(cairn, DEMO_PEOPLE.reader);
    expect((await reader.get('/api/account-update')).status).toBe(403);
    expect((await decide(dx, DEMO_PEOPLE.reader, 'approve')).status).toBe(200);
    // The session that is open has the new rights with its next request.
    expect((await reader.get('/api/account-update')).status).toBe(200);
    expect(await person(DEMO_PEOPLE.reader)).toMatchObject({ userRole: 'dx-qa', isLocalAdministrator: true });
    // What concerns oneself somebody else withdraws.
    await clinic.post(ASK, { ...change, userRole: 'power' });
    const { id } = await requestFor(DEMO_PEOPLE.reader);
    expect((await reader.post(`${ASK}/${id}/withdraw`)).body.code).toBe('own-rights');
  });

  it('end at once, with the open session, and with what was asked meanwhile', async () => {
    const power = await signInAs(cairn, DEMO_PEOPLE.power);
    expect((await power.get('/api/session')).body.account.may).toMatchObject({ watchExchange: true });
    await clinic.post(ASK, {
      kind: 'change',
      email: DEMO_PEOPLE.power,
      userRole: 'regular',
      isLocalAdministrator: true,
    });
    const { id } = await requestFor(DEMO_PEOPLE.power);
    expect((await clinic.post(ASK, { kind: 'end', email: DEMO_PEOPLE.power, note: 'left' })).status).toBe(
      200,
    );
    const { account } = (await power.get('/api/session')).body;
    expect(account).toMatchObject({ acting: null, may: { seePatients: false, watchExchange: false } });
    expect((await dx.post(`/api/staff/account-requests/${id}/approve`)).body.code).toBe('changed-meanwhile');
    expect(await requestFor(DEMO_PEOPLE.power)).toMatchObject({
      kind: 'end',
      state: 'approved',
      userRole: 'power',
      note: 'left',
      askedBy: 'Clara Demo',
      decidedBy: 'Clara Demo',
    });
    expect(await person(DEMO_PEOPLE.power)).toBeUndefined();
    expect(await mailsTo(cairn, DEMO_PEOPLE.power, 'account-ended')).toHaveLength(1);
  });
});

describe('the list of staff', () => {
  it('has what waits in the order in which it was asked, page by page, each once', async () => {
    for (let each = 0; each < 33; each++) {
      await pediatrics.post(ASK, newcomer(`many${each}@pediatrics.example`));
    }
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await dx.get(`/api/staff/account-requests?state=waiting${after}`);
      seen.push(...body.requests.map(({ id }: Request) => id));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    const { rows } = await cairn.db.query(
      `select request_id from account_request where state = 'waiting' order by request_id`,
    );
    expect(seen).toEqual(rows.map(({ request_id }) => request_id));
    const all: Request[] = [];
    do {
      const { body } = await dx.get(`/api/staff/account-requests?state=all${after}`);
      all.push(...body.requests);
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    const count = await cairn.db.query('select count(*)::int as count from account_request');
    expect(new Set(all.map(({ id }) => id)).size).toBe(count.rows[0].count);
    expect(all.length).toBe(count.rows[0].count);
    const states = all.map(({ state }) => state === 'waiting');
    expect(states).toEqual(states.toSorted((one, other) => Number(other) - Number(one)));
    expect((await clinic.get('/api/staff/account-requests')).status).toBe(403);
  });
});
