import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteRegistration } from '../../server/src/onboarding/registration-drafts.ts';
import { startTestCairn, TODAY, type TestCairn } from '../support/cairn.ts';
import { Browserless, mailsTo, tokenIn } from '../support/portal.ts';
import {
  BEGUN,
  answersOf,
  eventKindsOf,
  letterTo,
  registerByPortal,
  type Steps,
  submitAll,
  verifyToken,
} from '../support/registration.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const browser = (): Browserless => new Browserless(cairn.url);
const rows = async (sql: string, ...values: readonly unknown[]) =>
  (await cairn.db.query(sql, [...values])).rows;
const siteOf = async (code: string) => (await rows('select * from organization where code = $1', code))[0];
const eventsOf = (code: string) => eventKindsOf(cairn, code);
const peopleOf = async (code: string): Promise<readonly string[]> =>
  (
    await rows(
      `select a.email || ' ' || s.role as who from account_site s join account a using (account_id)
       join organization o using (organization_id) where o.code = $1 order by s.role desc`,
      code,
    )
  ).map(({ who }) => who);
const linksOf = async (code: string) =>
  rows(
    `select f.code, l.asked_by, l.confirmed_at from sending_facility_client l
     join organization f on f.organization_id = l.sending_facility_id
     join organization s on s.organization_id = l.site_id where s.code = $1`,
    code,
  );
const post = async (path: string, token: string) => {
  const { status, body } = await browser().post(path, { token });
  return { status, body, code: body.code };
};
const letter = (to: string, kind: string) => letterTo(cairn, to, kind);

describe('a direct site (type 1)', () => {
  it('is registered when its Site Contact has verified the address, and its credentials are shown once', async () => {
    const { siteCode, passwordToken } = await registerByPortal(cairn, answersOf('direct'));
    expect(siteCode).toMatch(/^DE-\d{6}$/);
    expect(await siteOf(siteCode)).toMatchObject({
      name: 'Clinic direct',
      kind: 'site',
      stage: 'testing',
      may_query: false,
      site_type: 1,
      county: 'Alameda',
      region: 'bay-area',
      language: 'en',
    });
    const { profile } = await siteOf(siteCode);
    expect(profile.place.phone).toBe('5105550100');
    expect(profile).not.toHaveProperty('agreement');
    expect(await eventsOf(siteCode)).toEqual(BEGUN);
    expect(await peopleOf(siteCode)).toEqual([
      'sofia@direct.example site-contact',
      'dana@direct.example data-exchange-contact',
    ]);
    const accepted =
      await rows(`select o.code from agreement_acceptance a join organization o using (organization_id)
      where a.email = 'sofia@direct.example'`);
    expect(accepted).toEqual([{ code: siteCode }]);

    const [toSofia, toDana] = [
      await letter('sofia@direct.example', 'registration-confirmed'),
      await letter('dana@direct.example', 'registration-confirmed'),
    ];
    expect(toSofia).toContain(siteCode);
    expect(toSofia).not.toContain(passwordToken);
    expect(tokenIn(toSofia, '/password')).not.toBe(tokenIn(toDana, '/password'));
    const replies = await Promise.all(
      [toSofia, toDana].map((text) => post('/api/credentials', tokenIn(text, '/credentials'))),
    );
    const [shown, refused] = replies.toSorted((a, b) => a.status - b.status);
    expect(shown?.body).toMatchObject({
      siteCode,
      siteName: 'Clinic direct',
      username: siteCode.toLowerCase(),
      testingAddress: `${cairn.url}/test/IISService`,
      productionAddress: `${cairn.url}/IISService`,
    });
    expect([refused?.status, refused?.code]).toEqual([410, 'credentials-shown-already']);
    const later = await post('/api/credentials', tokenIn(toSofia, '/credentials'));
    expect([later.status, later.code]).toEqual([410, 'credentials-shown-already']);
    expect(await eventsOf(siteCode)).toEqual([...BEGUN, 'credentials-shown']);
    expect(await rows(`select 1 from mail where text like '%' || $1 || '%'`, shown?.body.password)).toEqual(
      [],
    );

    const signedIn = await browser().put('/api/password', {
      token: passwordToken,
      password: 'a long enough phrase of mine',
    });
    expect(signedIn.body.account?.sites?.[0]?.code).toBe(siteCode);
  });

  it('is made once, however often and at once the link is opened', async () => {
    const steps = answersOf('twice');
    await submitAll(browser(), steps);
    const token = await verifyToken(cairn, steps);
    const replies = await Promise.all([1, 2, 3].map(() => post('/api/verification', token)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 410, 410]);
    expect(replies.filter(({ code }) => code === 'link-used')).toHaveLength(2);
    expect(await rows(`select 1 from organization where name = 'Clinic twice'`)).toHaveLength(1);
    expect(await mailsTo(cairn, 'sofia@twice.example', 'registration-confirmed')).toHaveLength(1);
  });

  it('writes once to a contact who is both, and asks no new password of one who has one', async () => {
    const steps = answersOf('both');
    const contacts = { ...steps.contacts, dataExchangeContact: { sameAsSiteContact: true } };
    const first = await registerByPortal(cairn, { ...steps, contacts });
    expect(await peopleOf(first.siteCode)).toEqual(['sofia@both.example site-contact']);
    expect(await mailsTo(cairn, 'sofia@both.example', 'registration-confirmed')).toHaveLength(1);
    await rows(`update account set password_hash = 'x' where email_key = 'sofia@both.example'`);

    const second = await registerByPortal(cairn, { ...answersOf('second'), contacts });
    expect(second.passwordToken).toBeNull();
    expect(await letter('sofia@both.example', 'registration-confirmed')).not.toContain('/password#');
    expect(await mailsTo(cairn, 'sofia@both.example', 'already-registered')).toHaveLength(1);
  });

  it('keeps links for their time only', async () => {
    const steps = answersOf('late');
    await submitAll(browser(), steps);
    const token = await verifyToken(cairn, steps);
    await rows(
      `update one_time_token set expires_at = $1 where purpose = 'verify-email' and used_at is null`,
      TODAY,
    );
    expect((await post('/api/verification', token)).code).toBe('link-used');
    const { siteCode } = await registerByPortal(cairn, answersOf('later'));
    await rows(`update one_time_token set expires_at = $1 where purpose = 'show-credentials'`, TODAY);
    const text = await letter('dana@later.example', 'registration-confirmed');
    expect((await post('/api/credentials', tokenIn(text, '/credentials'))).code).toBe('link-used');
    expect(await eventsOf(siteCode)).toEqual(BEGUN);
  });

  it('keeps markup and formulas as the text that was typed, and gives it back as such', async () => {
    const markup = `<script>alert('x')</script><img src=x onerror=y>`;
    const steps = answersOf('markup');
    const place = { ...steps.place, siteName: markup, city: '=1+1' };
    const { browser: asker, siteCode } = await registerByPortal(cairn, { ...steps, place });
    expect((await siteOf(siteCode)).name).toBe(markup);
    const { headers, body } = await asker.get('/api/registration');
    expect(body.answers.place.siteName).toBe(markup);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    const [{ html }] = await rows(
      `select html from mail where recipient = 'sofia@markup.example' and kind = 'verify-email'`,
    );
    expect(html).not.toContain('<script>');
  });
});

describe('a Sending Facility (type 3) and its client sites (type 2)', () => {
  let facility: string;
  beforeAll(async () => {
    const registered = await registerByPortal(cairn, {
      ...answersOf('facility'),
      type: { siteType: 3 },
    });
    facility = registered.siteCode;
  });
  const client = (site: string): Steps => ({
    ...answersOf(site),
    type: { siteType: 2, sendingFacility: facility },
  });

  it('has an id of its own kind, and sites can name it', async () => {
    expect(facility).toMatch(/^SF-\d{6}$/);
    expect(await siteOf(facility)).toMatchObject({ kind: 'sending-facility', site_type: 3 });
    const { body } = await browser().get('/api/jurisdiction');
    expect(body.sendingFacilities).toContainEqual({ code: facility, name: 'Clinic facility' });
  });

  it('is asked to confirm a site that names it; the site has no credentials', async () => {
    const { siteCode } = await registerByPortal(cairn, client('named'));
    expect(await siteOf(siteCode)).toMatchObject({ kind: 'site', site_type: 2 });
    expect(await linksOf(siteCode)).toEqual([{ code: facility, asked_by: 'site', confirmed_at: null }]);
    expect(await eventsOf(siteCode)).toEqual([...BEGUN, 'sending-facility-named']);
    const asked = await letter('sofia@facility.example', 'client-named-you');
    expect(asked).toContain(siteCode);
    expect(asked).toContain(`/sites/${facility}/clients`);
    expect(await letter('dana@facility.example', 'client-named-you')).toContain(siteCode);
    const confirmed = await letter('sofia@named.example', 'registration-confirmed');
    expect(confirmed).toContain('Clinic facility');
    expect(confirmed).not.toContain('/credentials#');
  });

  it('has confirmed a site that it invited', async () => {
    const { kysely } = cairn.cairn.database;
    const invitedBy = (await siteOf(facility)).organization_id;
    await kysely.transaction().execute((trx) =>
      inviteRegistration(
        trx,
        {
          answers: { place: { county: 'Alameda', city: 'Oakland' } },
          invitedBy,
          language: 'es',
          contactEmail: 'sofia@invited.example',
          contactName: 'Sofia Example',
          siteName: 'Clinic invited',
          sendingFacilityName: 'Clinic facility',
        },
        { publicUrl: () => cairn.url },
        new Date(TODAY),
      ),
    );
    const token = tokenIn(await letter('sofia@invited.example', 'client-invited'), '/register/continue');
    const asker = browser();
    let { body } = await asker.post('/api/registration/resume', { token });
    expect(body).toMatchObject({
      language: 'es',
      invitedBy: { code: facility, name: 'Clinic facility' },
      answers: {
        place: { siteName: 'Clinic invited', county: 'Alameda' },
        contacts: { siteContact: { email: 'sofia@invited.example' } },
        type: { siteType: 2, sendingFacility: facility },
      },
    });
    for (const [step, answers] of Object.entries(client('invited'))) {
      ({ body } = await asker.put('/api/registration', { step, answers, version: body.version }));
    }
    await asker.post('/api/registration/submit', { version: body.version, isAnotherSite: true });
    const verified = await post('/api/verification', await verifyToken(cairn, client('invited')));
    const { siteCode } = verified.body;
    const [link] = await linksOf(siteCode);
    expect(link).toMatchObject({ code: facility, asked_by: 'sending-facility' });
    expect(link.confirmed_at).toEqual(new Date(TODAY));
    expect(await eventsOf(siteCode)).toEqual([
      ...BEGUN,
      'sending-facility-named',
      'sending-facility-confirmed',
    ]);
  });
});
