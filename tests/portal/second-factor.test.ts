/** Codes of authenticator apps, recovery codes, one's own account, and for which organization one acts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeAt, DEMO_TOTP_SECRET } from '@cairn/server';
import { startTestCairn, type TestCairn, TODAY } from '../support/cairn.ts';
import { Browserless, DEMO_PASSWORD, DEMO_PEOPLE, mailsTo, signInAs } from '../support/portal.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

/** The server's clock stands still: codes of other half minutes are of about now as well. */
const code = (secret: string, seconds = 0): string =>
  codeAt(secret, new Date(new Date(TODAY).getTime() + seconds * 1000));
/** Only the password. */
async function half(email: string): Promise<Browserless> {
  const at = new Browserless(cairn.url);
  expect((await at.post('/api/session', { email, password: DEMO_PASSWORD })).status).toBe(200);
  return at;
}
async function setUp(
  at: Browserless,
): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
  const begun = await at.post('/api/account/authenticator', {});
  expect(begun.status).toBe(200);
  const { secret } = begun.body;
  const confirmed = await at.post('/api/account/authenticator/confirm', { code: code(secret, -30) });
  expect(confirmed.status).toBe(200);
  return { secret, codes: confirmed.body.codes };
}
const give = (at: Browserless, given: string) => at.post('/api/session/factor', { code: given });
const session = async (at: Browserless) => (await at.get('/api/session')).body.account;
const actions = async (email: string): Promise<readonly string[]> => {
  const { rows } = await cairn.db.query<{ action: string }>(
    `select action from audit_event join account using (account_id) where email_key = $1 order by event_id`,
    [email],
  );
  return rows.map(({ action }) => action);
};

describe('staff', () => {
  test('who gave the password alone come to nothing but the second step', async () => {
    const at = await half(DEMO_PEOPLE.dx);
    const { account, demoCode } = (await at.get('/api/session')).body;
    expect(account).toMatchObject({ secondFactor: 'needed', may: { watchExchange: false } });
    expect(demoCode).toBe(code(DEMO_TOTP_SECRET));
    for (const path of ['/api/staff/sites', '/api/account', '/api/sites/DE-000001']) {
      const { status, body } = await at.get(path);
      expect([path, status, body.code]).toEqual([path, 401, 'second-factor-needed']);
    }
    // Nor do they set up another app, or switch the organization.
    expect((await at.post('/api/account/authenticator', {})).status).toBe(401);
    expect((await at.post('/api/account/authenticator/confirm', { code: '123456' })).status).toBe(401);
    expect((await at.put('/api/session/organization', { code: null })).status).toBe(401);
  });

  test('are in with the code, by another token than before', async () => {
    const at = await half(DEMO_PEOPLE.dx);
    const before = at.cookies.get('cairn_session') ?? '';
    expect((await give(at, '000000')).body.problems).toMatchObject([{ where: 'code', code: 'code-wrong' }]);
    const { status, body } = await give(at, code(DEMO_TOTP_SECRET));
    expect([status, body.account.secondFactor, body.demoCode]).toEqual([200, 'given', null]);
    expect((await at.get('/api/staff/sites')).status).toBe(200);
    const old = new Browserless(cairn.url);
    old.cookies.set('cairn_session', before);
    expect(await session(old)).toBeNull();
    expect((await actions(DEMO_PEOPLE.dx)).slice(-3)).toEqual([
      'sign-in',
      'second-factor-refused',
      'second-factor',
    ]);
  });

  test('are signed out after a quarter of an hour without a request, others after half an hour', async () => {
    const idle = async (email: string, minutes: number) => {
      const at = await signInAs(cairn, email);
      await cairn.db.query(
        `update session set seen_at = $2::timestamptz - $3::int * interval '1 minute'
         where account_id = (select account_id from account where email_key = $1)`,
        [email, TODAY, minutes],
      );
      return (await session(at)) !== null;
    };
    expect(await idle(DEMO_PEOPLE.dx2, 14)).toBe(true);
    expect(await idle(DEMO_PEOPLE.dx2, 15)).toBe(false);
    expect(await idle(DEMO_PEOPLE.nurse2, 29)).toBe(true);
    expect(await idle(DEMO_PEOPLE.nurse2, 30)).toBe(false);
  });

  test('whose device is lost are reset by another administrator, and set up another app before anything else', async () => {
    const reset = (at: Browserless, email: string) =>
      at.post('/api/staff/accounts/second-factor', { email, reason: 'Phone lost, called back' });
    const admin = await signInAs(cairn, DEMO_PEOPLE.administrator);
    expect((await reset(await signInAs(cairn, DEMO_PEOPLE.dx), DEMO_PEOPLE.dx2)).status).toBe(403);
    expect((await reset(admin, DEMO_PEOPLE.administrator)).body.code).toBe('own-second-factor');
    expect((await reset(admin, 'nobody@demo.example')).status).toBe(404);
    // Refused as a whole: the administrator's own app still counts.
    expect((await session(await half(DEMO_PEOPLE.administrator))).secondFactor).toBe('needed');

    const lost = await signInAs(cairn, DEMO_PEOPLE.dx2);
    expect((await reset(admin, DEMO_PEOPLE.dx2)).status).toBe(200);
    expect(await session(lost)).toBeNull();
    expect((await mailsTo(cairn, DEMO_PEOPLE.dx2, 'second-factor-changed')).length).toBe(1);
    const { rows } = await cairn.db.query(
      `select detail->>'reason' as reason from audit_event where action = 'resetSecondFactor'`,
    );
    expect(rows).toEqual([{ reason: 'Phone lost, called back' }]);

    const at = await half(DEMO_PEOPLE.dx2);
    expect((await session(at)).secondFactor).toBe('to-set-up');
    expect((await at.get('/api/staff/sites')).body.code).toBe('second-factor-needed');
    const { secret } = await setUp(at);
    expect((await session(at)).secondFactor).toBe('given');
    expect((await at.get('/api/staff/sites')).status).toBe(200);
    const off = await at.ask('DELETE', '/api/account/authenticator', {
      password: DEMO_PASSWORD,
      code: code(secret),
    });
    expect([off.status, off.body.code]).toEqual([409, 'authenticator-for-staff']);
  });
});

describe('an app of one’s own', () => {
  test('is asked for from then on; a code counts once, a recovery code too', async () => {
    const at = await signInAs(cairn, DEMO_PEOPLE.clinic);
    const elsewhere = await signInAs(cairn, DEMO_PEOPLE.clinic);
    const { secret, codes } = await setUp(at);
    expect(new Set(codes).size).toBe(10);
    const { rows } = await cairn.db.query(
      'select a::text || coalesce(r::text, $1) as stored from account a left join recovery_code r using (account_id)',
      [''],
    );
    expect(rows.filter(({ stored }) => [secret, ...codes].some((each) => stored.includes(each)))).toEqual([]);
    // What was signed in with the password alone is half a session now, and this one is whole.
    expect((await session(elsewhere)).secondFactor).toBe('needed');
    expect((await at.get('/api/account')).body).toMatchObject({
      hasAuthenticator: true,
      recoveryCodesLeft: 10,
    });

    const other = await half(DEMO_PEOPLE.clinic);
    expect((await other.get('/api/session')).body.demoCode).toBeNull();
    // Taken when the app was confirmed.
    expect((await give(other, code(secret, -30))).status).toBe(400);
    const both = await Promise.all([give(other, code(secret)), give(elsewhere, code(secret))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);

    const third = await half(DEMO_PEOPLE.clinic);
    expect((await give(third, (codes[0] ?? '').toUpperCase())).status).toBe(200);
    expect((await give(await half(DEMO_PEOPLE.clinic), codes[0] ?? '')).status).toBe(400);
    expect((await third.get('/api/account')).body.recoveryCodesLeft).toBe(9);
    const [mail] = await mailsTo(cairn, DEMO_PEOPLE.clinic, 'second-factor-changed');
    expect(mail?.subject).toBe('A recovery code was used to sign in');

    // Another app, new codes and none at all: not without what only the owner has.
    expect(
      (await third.post('/api/account/authenticator', { password: 'guessed' })).body.problems,
    ).toMatchObject([{ where: 'password', code: 'password-wrong' }]);
    expect((await third.post('/api/account/recovery-codes', { code: '000000' })).status).toBe(400);
    const fresh = await third.post('/api/account/recovery-codes', { code: code(secret, 30) });
    expect(fresh.body.codes).toHaveLength(10);
    const off = (given: string, password: string) =>
      third.ask('DELETE', '/api/account/authenticator', { code: given, password });
    expect((await off(codes[1] ?? '', DEMO_PASSWORD)).status).toBe(400);
    expect((await off(fresh.body.codes[0], 'guessed')).status).toBe(400);
    expect((await off(fresh.body.codes[0], DEMO_PASSWORD)).status).toBe(200);
    expect((await session(await half(DEMO_PEOPLE.clinic))).secondFactor).toBe('not-needed');
  });

  test('is not found by guessing: after ten wrong codes even the right one has to wait, and its owner is told', async () => {
    const { secret } = await setUp(await signInAs(cairn, DEMO_PEOPLE.hie));
    const at = await half(DEMO_PEOPLE.hie);
    const statuses: number[] = [];
    for (let tried = 0; tried < 11; tried++) statuses.push((await give(at, '000000')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
    expect((await give(at, code(secret))).body.code).toBe('code-slow');
    expect((await mailsTo(cairn, DEMO_PEOPLE.hie, 'sign-in-attempts')).length).toBe(1);
  });
});

test('wrong passwords are told to their owner once a day, and written down without what was typed', async () => {
  const at = new Browserless(cairn.url);
  for (let tried = 0; tried < 11; tried++) {
    await at.post('/api/session', { email: DEMO_PEOPLE.reader, password: `wrong password ${tried}` });
  }
  await at.post('/api/session', { email: 'nobody@demo.example', password: 'wrong password' });
  expect((await mailsTo(cairn, DEMO_PEOPLE.reader, 'sign-in-attempts')).length).toBe(1);
  const { rows } = await cairn.db.query<{ account_id: string | null; text: string }>(
    `select account_id, audit_event::text as text from audit_event where action = 'sign-in-refused' order by event_id`,
  );
  expect(rows.filter(({ account_id: id }) => id !== null).length).toBeGreaterThan(9);
  expect(rows.at(-1)?.account_id).toBeNull();
  expect(rows.filter(({ text }) => /wrong password|@demo/.test(text))).toEqual([]);
});

test('one’s password is changed by whoever knows it, which ends the other sessions', async () => {
  const [at, other] = [await signInAs(cairn, DEMO_PEOPLE.school), await signInAs(cairn, DEMO_PEOPLE.school)];
  const change = (current: string, password: string) =>
    at.put('/api/account/password', { current, password });
  expect((await change('guessed', 'three quiet herons')).body.problems).toMatchObject([{ where: 'current' }]);
  expect((await change(DEMO_PASSWORD, 'password1234')).body.problems).toMatchObject([{ where: 'password' }]);
  expect((await at.get('/api/account')).body.sessions).toHaveLength(2);
  expect((await change(DEMO_PASSWORD, 'three quiet herons')).status).toBe(200);
  expect([await session(at), await session(other)]).toMatchObject([{ email: DEMO_PEOPLE.school }, null]);
  expect((await mailsTo(cairn, DEMO_PEOPLE.school, 'password-changed')).length).toBe(1);
  expect(await actions(DEMO_PEOPLE.school)).toContain('changePassword');

  const again = await signInAs(cairn, DEMO_PEOPLE.school, 'three quiet herons');
  expect((await again.delete('/api/account/sessions')).status).toBe(200);
  expect([await session(at), await session(again)]).toMatchObject([null, { email: DEMO_PEOPLE.school }]);
});

test('somebody acts for one organization at a time, and only for those they have a role at', async () => {
  await cairn.db.query(
    `insert into account_site (account_id, organization_id, role, name, added_at, user_role)
     select a.account_id, o.organization_id, 'member', a.name, $3, 'read-only' from account a, organization o
     where a.email_key = $1 and o.code = $2`,
    [DEMO_PEOPLE.nurse, 'SF-000001', TODAY],
  );
  const at = await signInAs(cairn, DEMO_PEOPLE.nurse);
  expect((await session(at)).acting).toBeNull();
  const actFor = async (organization: string | null) => {
    const { status, body } = await at.put('/api/session/organization', { code: organization });
    return [status, body.account?.acting?.code, body.account?.may.changePatients];
  };
  expect(await actFor('DE-000001')).toEqual([200, 'DE-000001', true]);
  expect((await actFor('DE-000002'))[0]).toBe(404);
  expect((await actFor('SF-000001')).slice(0, 2)).toEqual([200, 'SF-000001']);
  expect(await actFor('DE-000001')).toEqual([200, 'DE-000001', true]);
  // Where the next session begins.
  const next = await signInAs(cairn, DEMO_PEOPLE.nurse);
  expect((await session(next)).acting.code).toBe('DE-000001');

  // A role that is taken away is gone with the next request.
  await cairn.db.query(
    `update account_site set user_role = null where account_id = (select account_id from account where email_key = $1)
       and organization_id = (select organization_id from organization where code = 'DE-000001')`,
    [DEMO_PEOPLE.nurse],
  );
  expect(await session(at)).toMatchObject({ acting: null, may: { seePatients: false } });
  expect((await actFor('DE-000001'))[0]).toBe(404);
  expect(await actFor(null)).toEqual([200, undefined, false]);
});
