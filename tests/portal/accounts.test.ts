/** Signing in and out, passwords, and what keeps others out of an account. */
import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog, readConfig, startCairn } from '@cairn/server';
import { startTestCairn, type TestCairn, TODAY } from '../support/cairn.ts';
import { Browserless, DEMO_PASSWORD, DEMO_PEOPLE, mailsTo, signInAs, tokenIn } from '../support/portal.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const browser = (): Browserless => new Browserless(cairn.url);
const who = async (at: Browserless): Promise<string | undefined> =>
  (await at.get('/api/session')).body.account?.email;

/** An account of its own, so that no test stands in the way of another. */
let made = 0;
async function person(password?: string): Promise<{ readonly email: string; readonly id: string }> {
  const email = `person${++made}@clinic.example`;
  const { rows } = await cairn.db.query<{ account_id: string }>(
    `insert into account (account_id, email, email_key, name, language, created_at)
     values (gen_random_uuid(), $1, $1, 'A Person', 'es', $2) returning account_id`,
    [email, TODAY],
  );
  const id = rows[0]?.account_id ?? '';
  if (password !== undefined) {
    const { status } = await browser().put('/api/password', { token: await link(id), password });
    if (status !== 200) throw new Error(`the password was not set: ${status}`);
  }
  return { email, id };
}

/** A link to set a password, as one that was mailed; `from` and `until` in minutes from now. */
async function link(accountId: string, until = 60): Promise<string> {
  const token = `token-of-a-mail-${++made}-${accountId}`;
  await cairn.db.query(
    `insert into one_time_token (token_hash, purpose, subject_id, detail, created_at, expires_at)
     values ($1, 'set-password', $2, '{}', $3::timestamptz - interval '1 day',
       $3::timestamptz + $4::int * interval '1 minute')`,
    [hash('sha256', token, 'hex'), accountId, TODAY, until],
  );
  return token;
}

describe('signing in', () => {
  test('keeps a session that scripts and other websites do not reach', async () => {
    const at = browser();
    const reply = await at.signIn(DEMO_PEOPLE.clinic);
    expect(reply.status).toBe(200);
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(cookie).toMatch(/^cairn_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.body).toEqual({
      account: {
        name: 'Clara Demo',
        email: 'clinic@demo.example',
        language: 'en',
        staffRole: null,
        sites: [
          {
            code: 'DE-000001',
            name: 'Demo Family Clinic',
            kind: 'site',
            stage: 'production',
            role: 'site-contact',
            userRole: null,
            isLocalAdministrator: true,
          },
        ],
        secondFactor: 'not-needed',
        idleMinutes: 30,
        acting: {
          code: 'DE-000001',
          name: 'Demo Family Clinic',
          kind: 'site',
          userRole: null,
          isLocalAdministrator: true,
          holdUp: null,
          goLive: '2017-04-10',
        },
        may: {
          seePatients: false,
          changePatients: false,
          watchExchange: false,
          askForAccounts: true,
          seeInventory: false,
        },
      },
      demo: true,
      demoCode: null,
      singleSignOn: null,
      registryName: 'California Immunization Registry',
      today: '2025-03-20',
      timeZone: 'America/Los_Angeles',
    });
    expect((await at.get('/api/session')).body).toEqual(reply.body);
    const { rows } = await cairn.db.query('select s::text as stored from session s');
    const token = at.cookies.get('cairn_session') ?? '';
    expect(token).not.toBe('');
    expect(rows.filter(({ stored }) => stored.includes(token))).toEqual([]);
  });

  test('over HTTPS the cookie goes over HTTPS alone, and only that address may ask', async () => {
    const env = { CAIRN_DATABASE_URL: cairn.databaseUrl, CAIRN_LOG_LEVEL: 'silent', CAIRN_NOW: TODAY };
    const config = readConfig(
      { ...env, CAIRN_PUBLIC_URL: 'https://portal.example' },
      { demo: true, port: 0 },
    );
    const secured = await startCairn(config, createLog('silent'));
    const ask = (origin: string) =>
      new Browserless(secured.url).ask(
        'POST',
        '/api/session',
        { email: DEMO_PEOPLE.dx, password: DEMO_PASSWORD },
        { origin },
      );
    try {
      const reply = await ask('https://portal.example');
      expect(reply.headers.getSetCookie()).toEqual([expect.stringContaining('; Secure')]);
      expect((await ask(secured.url)).status).toBe(403);
    } finally {
      await secured.close();
    }
  });

  test('is by the address in any case, and staff have their role', async () => {
    const at = await signInAs(cairn, 'DX@Demo.Example');
    const { body } = await at.get('/api/session');
    expect(body.account).toMatchObject({ email: 'dx@demo.example', staffRole: 'dx-specialist', sites: [] });
  });

  test('again begins another session and ends the one before', async () => {
    const at = await signInAs(cairn, DEMO_PEOPLE.clinic);
    const before = at.cookies.get('cairn_session') ?? '';
    await at.signIn(DEMO_PEOPLE.hie);
    expect(at.cookies.get('cairn_session')).not.toBe(before);
    expect(await who(at)).toBe('hie@demo.example');
    const old = browser();
    old.cookies.set('cairn_session', before);
    expect(await who(old)).toBeUndefined();
  });

  test('out ends the session, also for who has kept its cookie', async () => {
    const at = await signInAs(cairn, DEMO_PEOPLE.clinic);
    const kept = browser();
    kept.cookies.set('cairn_session', at.cookies.get('cairn_session') ?? '');
    expect((await at.delete('/api/session')).body).toEqual({ done: true });
    expect(at.cookies.has('cairn_session')).toBe(false);
    expect(await who(kept)).toBeUndefined();
    expect((await browser().delete('/api/session')).status).toBe(200);
  });

  test('a session ends after half an hour without a request, and after twelve hours', async () => {
    const { email, id } = await person('a rather long password');
    const shift = (column: 'seen_at' | 'expires_at', by: string) =>
      cairn.db.query(`update session set ${column} = $2::timestamptz - $3::interval where account_id = $1`, [
        id,
        TODAY,
        by,
      ]);
    const at = await signInAs(cairn, email, 'a rather long password');
    await shift('seen_at', '29 minutes');
    expect(await who(at)).toBe(email);
    // That was a request: half an hour begins anew.
    const { rows } = await cairn.db.query('select distinct seen_at from session where account_id = $1', [id]);
    expect(rows).toContainEqual({ seen_at: new Date(TODAY) });
    await shift('seen_at', '30 minutes');
    expect(await who(at)).toBeUndefined();

    const longer = await signInAs(cairn, email, 'a rather long password');
    await shift('expires_at', '0 minutes');
    expect(await who(longer)).toBeUndefined();
    await cairn.db.query('update account set ended_at = $2 where account_id = $1', [id, TODAY]);
    expect((await browser().signIn(email, 'a rather long password')).status).toBe(401);
  });

  test('nobody learns who has an account', async () => {
    const { email: withoutPassword } = await person();
    const { email: ended, id } = await person('a rather long password');
    await cairn.db.query('update account set ended_at = $2 where account_id = $1', [id, TODAY]);
    const replies = await Promise.all([
      browser().signIn(DEMO_PEOPLE.pediatrics, 'not the password'),
      browser().signIn('nobody@clinic.example', 'not the password'),
      browser().signIn(withoutPassword, ''),
      browser().signIn(ended, 'a rather long password'),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(replies[0]?.body.code).toBe('sign-in-wrong');
    expect(replies.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
  });

  test('ten wrong passwords slow down, whether there is such an account or not', async () => {
    const { email } = await person('a rather long password');
    const verdicts = async (address: string): Promise<readonly string[]> => {
      const codes: string[] = [];
      for (let time = 0; time < 11; time++) {
        const { status, body } = await browser().signIn(address, `guess ${time}`);
        codes.push(`${status} ${body.code}`);
      }
      return codes;
    };
    const expected = [...Array.from({ length: 10 }, () => '401 sign-in-wrong'), '429 sign-in-slow'];
    expect(await verdicts(email)).toEqual(expected);
    expect(await verdicts('no-such-person@clinic.example')).toEqual(expected);
    expect((await browser().signIn(email, 'a rather long password')).status).toBe(429);
    expect((await browser().signIn(DEMO_PEOPLE.pediatrics)).status).toBe(200);
  });
});

describe('a link to set a password', () => {
  const password = 'a rather long password';

  test('works once, signs in, and ends the other sessions and links', async () => {
    const { email, id } = await person('the password before');
    const elsewhere = await signInAs(cairn, email, 'the password before');
    const [first, second] = [await link(id), await link(id)];
    const at = browser();
    const reply = await at.put('/api/password', { token: first, password });
    expect([reply.status, reply.body.account.email]).toEqual([200, email]);
    expect(await who(at)).toBe(email);
    expect(await who(elsewhere)).toBeUndefined();
    for (const token of [first, second]) {
      const again = await browser().put('/api/password', { token, password: 'yet another password' });
      expect([again.status, again.body.code]).toEqual([410, 'link-used']);
    }
    expect((await browser().signIn(email, 'the password before')).status).toBe(401);
    await signInAs(cairn, email, password);
    expect(await mailsTo(cairn, email)).toMatchObject([{ kind: 'password-changed' }]);
  });

  test('writes of no change where there was no password', async () => {
    const { email } = await person(password);
    expect(await mailsTo(cairn, email)).toEqual([]);
  });

  test('works once also where it is used twice at once', async () => {
    const { id } = await person();
    const token = await link(id);
    const replies = await Promise.all(
      ['one long password', 'two long passwords'].map((text) =>
        browser().put('/api/password', { token, password: text }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  });

  test('that is too old, invented, or of an account that has ended does nothing', async () => {
    const { id } = await person();
    const { id: endedId } = await person();
    await cairn.db.query('update account set ended_at = $2 where account_id = $1', [endedId, TODAY]);
    for (const token of [await link(id, 0), 'invented-invented-invented', await link(endedId)]) {
      const { status, body } = await browser().put('/api/password', { token, password });
      expect([status, body.code]).toEqual([410, 'link-used']);
    }
    const { rows } = await cairn.db.query('select password_hash from account where account_id = any($1)', [
      [id, endedId],
    ]);
    expect(rows).toEqual([{ password_hash: null }, { password_hash: null }]);
  });

  test('still works after a password that is too short or easily guessed', async () => {
    const { email, id } = await person();
    const token = await link(id);
    const refused = async (text: string) => {
      const { status, body } = await browser().put('/api/password', { token, password: text });
      return [status, body.code, body.problems.map((each: { code: string }) => each.code)];
    };
    expect(await refused('short')).toEqual([400, 'request-invalid', ['password-short']]);
    expect(await refused('Password-2025')).toEqual([400, 'request-invalid', ['password-guessable']]);
    expect((await browser().put('/api/password', { token, password })).status).toBe(200);
    await signInAs(cairn, email, password);
  });

  test('that was for something else sets no password', async () => {
    const { id } = await person();
    const token = await link(id);
    await cairn.db.query(`update one_time_token set purpose = 'verify-email' where subject_id = $1`, [id]);
    expect((await browser().put('/api/password', { token, password })).status).toBe(410);
  });
});

describe('a forgotten password', () => {
  const forgot = (email: string, language = 'en') =>
    browser().post('/api/password/forgotten', { email, language });

  test('is replaced with the link that is mailed', async () => {
    const { email, id } = await person('the password before');
    expect((await forgot(` ${email.toUpperCase()}`.trim(), 'es')).body).toEqual({ done: true });
    const [mail] = await mailsTo(cairn, email, 'reset-password');
    const token = tokenIn(mail?.text ?? '', '/password');
    const { rows } = await cairn.db.query(
      `select t::text as stored, t.expires_at from one_time_token t where subject_id = $1 and used_at is null`,
      [id],
    );
    expect(rows).toEqual([
      {
        stored: expect.not.stringContaining(token),
        expires_at: new Date(new Date(TODAY).getTime() + 60 * 60_000),
      },
    ]);
    const set = await browser().put('/api/password', { token, password: 'the password after' });
    expect(set.status).toBe(200);
    await signInAs(cairn, email, 'the password after');
  });

  test('is answered alike and in no shorter time where there is no such account', async () => {
    const { email: ended, id } = await person();
    await cairn.db.query('update account set ended_at = $2 where account_id = $1', [id, TODAY]);
    const { email } = await person();
    const answers: unknown[] = [];
    for (const address of [email, 'nobody-at-all@clinic.example', ended]) {
      const began = performance.now();
      const { status, text } = await forgot(address);
      expect(performance.now() - began).toBeGreaterThan(240);
      answers.push([status, text]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await mailsTo(cairn, 'nobody-at-all@clinic.example')).toEqual([]);
    expect(await mailsTo(cairn, ended)).toEqual([]);
    expect(await mailsTo(cairn, email)).toHaveLength(1);
  });

  test('brings no more than three mails an hour, also where all are asked for at once', async () => {
    const { email, id } = await person();
    const replies = await Promise.all(Array.from({ length: 6 }, () => forgot(email)));
    expect(new Set(replies.map(({ text }) => text))).toEqual(new Set(['{"done":true}']));
    expect(await mailsTo(cairn, email)).toHaveLength(3);
    await cairn.db.query(`update mail set created_at = created_at - interval '1 hour' where recipient = $1`, [
      email,
    ]);
    await forgot(email);
    expect(await mailsTo(cairn, email)).toHaveLength(4);
    // None of the links that are under way was ended by the next.
    const { rows } = await cairn.db.query(
      'select count(*)::int as open from one_time_token where subject_id = $1 and used_at is null',
      [id],
    );
    expect(rows).toEqual([{ open: 4 }]);
  });
});

describe('another website', () => {
  test.each(['POST', 'PUT', 'DELETE'] as const)('has no %s done in a reader’s name', async (method) => {
    const at = await signInAs(cairn, DEMO_PEOPLE.clinic);
    const path = method === 'PUT' ? '/api/password' : '/api/session';
    const body = method === 'DELETE' ? undefined : {};
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: cairn.url.replace('http:', 'https:') },
      { origin: 'http://localhost.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const { status, body: refusal } = await at.ask(method, path, body, headers);
      expect([status, refusal.code]).toEqual([403, 'foreign-origin']);
    }
    expect(await who(at)).toBe('clinic@demo.example');
  });

  test('is none that is this machine under its other name', async () => {
    const at = await signInAs(cairn, DEMO_PEOPLE.clinic);
    const origin = cairn.url.replace('localhost', '127.0.0.1');
    expect((await at.ask('DELETE', '/api/session', undefined, { origin })).status).toBe(200);
  });
});

test('demo accounts end where the database is used outside demo mode, and come back with it', async () => {
  const at = await signInAs(cairn, DEMO_PEOPLE.administrator);
  const env = { CAIRN_DATABASE_URL: cairn.databaseUrl, CAIRN_LOG_LEVEL: 'silent' };
  const real = await startCairn(readConfig(env, { port: 0 }), createLog('silent'));
  try {
    expect(await who(at)).toBeUndefined();
    const reply = await new Browserless(real.url).signIn(DEMO_PEOPLE.administrator);
    expect([reply.status, reply.body.code]).toEqual([401, 'sign-in-wrong']);
    const { rows } = await cairn.db.query(
      `select count(*)::int as left from account where email_key like '%@demo.example'
        and (ended_at is null or password_hash is not null or staff_role is not null)`,
    );
    expect(rows).toEqual([{ left: 0 }]);
  } finally {
    await real.close();
  }
  const again = await startCairn(
    readConfig({ ...env, CAIRN_NOW: TODAY }, { demo: true, port: 0 }),
    createLog('silent'),
  );
  try {
    const back = await signInAs(again, DEMO_PEOPLE.administrator);
    expect((await back.get('/api/session')).body.account.staffRole).toBe('administrator');
  } finally {
    await again.close();
  }
});

// The last: from then on nobody signs in from this address.
test('one address may sign in only so often in a minute', async () => {
  const statuses: number[] = [];
  const { email } = await person();
  for (let round = 0; round < 31; round++) {
    const replies = await Promise.all(Array.from({ length: 10 }, () => browser().signIn(email, 'guess')));
    statuses.push(...replies.map(({ status }) => status));
    const last = replies.at(-1);
    if (last?.body.code === 'too-many-requests') {
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(last.body).toEqual({
        code: 'too-many-requests',
        error: 'Too many requests from this address. Wait a few minutes and try again.',
        problems: [],
      });
      return;
    }
  }
  throw new Error(`${statuses.length} were taken`);
});
