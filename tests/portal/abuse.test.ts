/** What somebody tries who means harm: links used twice, questions after others' accounts, endless asking, words that act. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, TODAY, type TestCairn } from '../support/cairn.ts';
import {
  Browserless,
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  mailsTo,
  type PortalReply,
  signInAs,
  tokenIn,
} from '../support/portal.ts';
import { answersOf, fillIn, submitAll, verifyToken } from '../support/registration.ts';
import { placesOfText } from '../support/tokens.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const nobody = (): Browserless => new Browserless(cairn.url);
const rows = async (sql: string, ...values: readonly unknown[]) =>
  (await cairn.db.query(sql, [...values])).rows;

describe('the token of a link', () => {
  const PASSWORD = 'a long enough phrase of mine';
  /** What each purpose is for; the tokens are made new for each call. */
  const ROUTES: Readonly<Record<string, (token: string) => Promise<PortalReply>>> = {
    'verify-email': (token) => nobody().post('/api/verification', { token }),
    'resume-registration': (token) => nobody().post('/api/registration/resume', { token }),
    'show-credentials': (token) => nobody().post('/api/credentials', { token }),
    'set-password': (token) => nobody().put('/api/password', { token, password: PASSWORD }),
    'confirm-access-request': (token) => nobody().post('/api/access-requests/confirm', { token }),
  };
  const PURPOSES = Object.keys(ROUTES);

  /** One unused token of each purpose, as they were mailed. */
  async function tokens(name: string): Promise<Readonly<Record<string, string>>> {
    const steps = answersOf(name);
    const done = nobody();
    await submitAll(done, steps);
    await done.post('/api/verification', { token: await verifyToken(cairn, steps) });
    const [confirmed] = await mailsTo(cairn, `sofia@${name}.example`, 'registration-confirmed');
    const letter = confirmed?.text ?? '';

    const draft = nobody();
    await fillIn(draft, { place: { ...steps.place, county: 'Alameda' } });
    const { body } = await draft.get('/api/registration/similar');
    await draft.post('/api/access-requests', {
      similarId: body.sites[0].id,
      name: 'Ann Invented',
      email: `ann@${name}.example`,
      reason: 'I work there.',
      language: 'en',
    });
    await draft.post('/api/registration/mail-link', { email: `ann@${name}.example` });
    const [asked] = await mailsTo(cairn, `ann@${name}.example`, 'confirm-access-request');
    const [resume] = await mailsTo(cairn, `ann@${name}.example`, 'resume-registration');

    const waiting = answersOf(`${name}-2`);
    await submitAll(nobody(), waiting);
    return {
      'verify-email': await verifyToken(cairn, waiting),
      'resume-registration': tokenIn(resume?.text ?? '', '/register/continue'),
      'show-credentials': tokenIn(letter, '/credentials'),
      'set-password': tokenIn(letter, '/password'),
      'confirm-access-request': tokenIn(asked?.text ?? '', '/access'),
    };
  }

  test('is not in the database, but for the mail that brings it; nor are passwords and cookies', async () => {
    const issued = await tokens('kept');
    const { body } = await (ROUTES['show-credentials']?.(issued['show-credentials'] ?? '') ??
      nobody().get('/'));
    const someone = await signInAs(cairn, DEMO_PEOPLE.clinic);
    const draft = nobody();
    await draft.post('/api/registration', { county: 'Alameda', language: 'en' });
    const secrets = [body.password, DEMO_PASSWORD, ...someone.cookies.values(), ...draft.cookies.values()];
    expect(secrets).toHaveLength(4);
    for (const secret of secrets) expect(await placesOfText(cairn, secret)).toEqual([]);
    for (const purpose of PURPOSES) {
      const places = await placesOfText(cairn, issued[purpose] ?? '');
      expect([purpose, ...places]).toEqual([purpose, 'mail.html', 'mail.text']);
    }
  });

  test('works once, for what it is for', async () => {
    const issued = await tokens('once');
    const wrong: string[] = [];
    for (const [purpose, token] of Object.entries(issued)) {
      for (const [other, use] of Object.entries(ROUTES)) {
        if (other === purpose) continue;
        const { status, body } = await use(token);
        if (status !== 410 || body.code !== 'link-used') wrong.push(`${purpose} for ${other}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    for (const [purpose, token] of Object.entries(issued)) {
      const [first, second] = [await ROUTES[purpose]?.(token), await ROUTES[purpose]?.(token)];
      const code = purpose === 'show-credentials' ? 'credentials-shown-already' : 'link-used';
      expect([purpose, first?.status, second?.status, second?.body.code]).toEqual([purpose, 200, 410, code]);
    }
  });

  test('works for its time', async () => {
    const issued = await tokens('late');
    await rows('update one_time_token set expires_at = $1 where used_at is null', TODAY);
    for (const [purpose, token] of Object.entries(issued)) {
      const reply = await ROUTES[purpose]?.(token);
      expect([purpose, reply?.status, reply?.body.code]).toEqual([purpose, 410, 'link-used']);
    }
  });
});

describe('whether there is an account of an address', () => {
  const KNOWN = DEMO_PEOPLE.pediatrics;
  const UNKNOWN = 'nobody-at-all@demo.example';

  /** Answers alike, but for the address itself, and after a time alike. */
  async function tellNothing(prepare: (email: string) => Promise<() => Promise<PortalReply>>): Promise<void> {
    const answers = new Set<string>();
    /** The shortest times: what else the machine does only lengthens them. */
    const shortest = { known: Infinity, unknown: Infinity };
    const difference = (): number => Math.abs(shortest.known - shortest.unknown);
    const isAlike = (): boolean =>
      difference() < Math.max(15, 0.6 * Math.max(shortest.known, shortest.unknown));
    for (let attempt = 0; attempt < 7 || (attempt < 40 && !isAlike()); attempt++) {
      for (const [kind, email] of [
        ['known', KNOWN],
        ['unknown', UNKNOWN],
      ] as const) {
        const ask = await prepare(email);
        const began = performance.now();
        const { status, text } = await ask();
        shortest[kind] = Math.min(shortest[kind], performance.now() - began);
        answers.add(`${status} ${text.replaceAll(email, '…').replaceAll(`${email[0]}•••`, '…')}`);
      }
    }
    expect([...answers]).toHaveLength(1);
    expect(isAlike(), `${shortest.known} ms, ${shortest.unknown} ms`).toBe(true);
  }

  test('nobody learns who signs in', () =>
    tellNothing(async (email) => () => nobody().signIn(email, 'not the password at all')));
  test('nor who has forgotten a password', () =>
    tellNothing(async (email) => () => nobody().post('/api/password/forgotten', { email, language: 'en' })));
  test('nor who registers a site', async () => {
    const steps = answersOf('same');
    await tellNothing(async (email) => {
      const siteContact = { ...(steps.contacts?.siteContact as object), email };
      const browser = nobody();
      const { body } = await fillIn(browser, { ...steps, contacts: { ...steps.contacts, siteContact } });
      return () => browser.post('/api/registration/submit', { version: body.version, isAnotherSite: true });
    });
  });
  test('nor who asks for access', async () => {
    const draft = nobody();
    await fillIn(draft, { place: { ...answersOf('x').place, siteName: 'Demo Family Clinic' } });
    const { body } = await draft.get('/api/registration/similar');
    await tellNothing(
      async (email) => () =>
        draft.post('/api/access-requests', {
          similarId: body.sites[0].id,
          name: 'Ann Invented',
          email,
          reason: 'I work there.',
          language: 'en',
        }),
    );
  });
  test('nor who is invited, or named as a contact', async () => {
    const member = await signInAs(cairn, DEMO_PEOPLE.clinic);
    await tellNothing(async (email) => async () => {
      const reply = await member.post('/api/sites/DE-000001/people', { name: 'Ann Invented', email });
      const person = reply.body.people.find((each: { email: string }) => each.email === email);
      await rows(
        'delete from account_site where account_id = $1 and organization_id <> all (select organization_id from organization where code = $2)',
        person.id,
        'DE-000002',
      );
      await rows(`delete from onboarding_event where kind = 'person-invited'`);
      return { ...reply, text: JSON.stringify({ ...person, id: '' }) };
    });
  });
});

describe('asking without end', () => {
  let own: TestCairn;
  beforeAll(async () => {
    own = await startTestCairn();
  });
  afterAll(() => own.close());

  /** Requests of one address until it is refused; they claim to come from others, which only a proxy may. */
  async function refusedAfter(ask: (headers: Readonly<Record<string, string>>) => Promise<PortalReply>) {
    for (let count = 0; count < 1000; count++) {
      const { status, body } = await ask({ 'x-forwarded-for': `10.0.${count >> 8}.${count & 255}` });
      if (status === 429) return { count, code: body.code };
    }
    return undefined;
  }

  test.each<[string, 'POST' | 'PUT', number]>([
    // Ten times what an address may outside of demo mode.
    ['/api/session', 'POST', 300],
    ['/api/password', 'PUT', 200],
    ['/api/password/forgotten', 'POST', 200],
    ['/api/registration', 'POST', 200],
    ['/api/registration/submit', 'POST', 200],
    ['/api/registration/resend', 'POST', 200],
    ['/api/verification', 'POST', 300],
    ['/api/credentials', 'POST', 300],
    ['/api/access-requests', 'POST', 100],
  ])('is refused: %s', async (path, method, most) => {
    const browser = new Browserless(own.url);
    expect(await refusedAfter((headers) => browser.ask(method, path, {}, headers))).toEqual({
      count: most,
      code: 'too-many-requests',
    });
    expect((await browser.get('/api/session')).status).toBe(200);
  });
});
