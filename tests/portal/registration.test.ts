import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { Browserless, mailsTo, tokenIn } from '../support/portal.ts';
import { answersOf, fillIn } from '../support/registration.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const browser = (): Browserless => new Browserless(cairn.url);
const rows = async (sql: string, ...values: readonly unknown[]) =>
  (await cairn.db.query(sql, [...values])).rows;

describe('what a page asks before', () => {
  it('names the counties, the agreement in the asked language, and Sending Facilities that are not suspended', async () => {
    await rows(
      `insert into organization (organization_id, code, code_key, name, kind, stage, may_query, created_at)
       values (gen_random_uuid(), 'SF-900001', 'SF900001', 'Suspended HIE', 'sending-facility', 'suspended', false, now())`,
    );
    const { body } = await browser().get('/api/jurisdiction?language=es');
    expect(body.counties).toHaveLength(58);
    expect(body.counties.filter(({ partner }: { partner: unknown }) => partner)).toHaveLength(10);
    expect(body.regions).toHaveLength(7);
    expect(body.agreement.title).toMatch(/^Acuerdo/);
    const codes = body.sendingFacilities.map(({ code }: { code: string }) => code);
    expect(codes).toContain('SF-000001');
    expect(codes).not.toContain('SF-900001');
  });

  it('knows the county of a ZIP code', async () => {
    const county = async (zip: string) => (await browser().get(`/api/zips/${zip}`)).body.county;
    expect(await county('94601')).toBe('Alameda');
    expect(await county('92101')).toBe('San Diego');
    expect(await county('10001')).toBeNull();
    expect((await browser().get('/api/zips/9460')).status).toBe(400);
  });
});

describe('the county', () => {
  it('is refused where another registry serves it, and nothing is begun', async () => {
    const asker = browser();
    const { status, body } = await asker.post('/api/registration', { county: 'San Diego', language: 'en' });
    expect([status, body.code, body.problems[0].where]).toEqual([409, 'county-not-served', 'county']);
    expect(asker.cookies.size).toBe(0);
  });

  it('is refused where there is none of that name', async () => {
    const { status, body } = await browser().post('/api/registration', { county: 'Nowhere', language: 'en' });
    expect([status, body.code]).toEqual([400, 'county-unknown']);
  });

  it('is checked again when it is changed', async () => {
    const steps = answersOf('moved');
    const { body } = await fillIn(browser(), {
      place: { ...steps.place, county: 'Alameda' },
    });
    expect(body.steps[0]).toMatchObject({ step: 'place', isComplete: true, problems: [] });
    const changed = await fillInPlace({ ...steps.place, county: 'San Diego' });
    expect(changed).toEqual(['county:county-not-served', 'zip:zip-elsewhere']);
    expect(await fillInPlace({ ...steps.place, zip: '92101' })).toEqual(['zip:zip-elsewhere']);
    expect(await fillInPlace({ ...steps.place, zip: '94199' })).toEqual([]);
  });

  async function fillInPlace(place: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
    const asker = browser();
    const { body } = await asker.post('/api/registration', { county: 'Alameda', language: 'en' });
    const saved = await asker.put('/api/registration', {
      step: 'place',
      answers: place,
      version: body.version,
    });
    return saved.body.steps[0].problems.map(
      ({ where, code }: { where: string; code: string }) => `${where}:${code}`,
    );
  }
});

describe('a draft', () => {
  it('is kept as typed and continued with the cookie, which scripts cannot read', async () => {
    const asker = browser();
    const begun = await asker.post('/api/registration', { county: 'alameda', language: 'es' });
    const cookie = begun.headers.get('set-cookie') ?? '';
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/api', 'Max-Age=2592000']) {
      expect(cookie).toContain(attribute);
    }
    expect(begun.headers.get('cache-control')).toBe('no-store');
    const place = { county: 'Alameda', siteName: '  Half a na', zip: '94' };
    await asker.put('/api/registration', { step: 'place', answers: place, version: 1 });
    const { body } = await asker.get('/api/registration');
    expect(body).toMatchObject({
      status: 'draft',
      version: 2,
      language: 'es',
      region: 'bay-area',
      sentTo: null,
    });
    expect(body.answers.place).toEqual(place);
    const [stored] = await rows('select resume_hash from registration order by created_at desc limit 1');
    expect(cookie).not.toContain(stored.resume_hash);
  });

  it('does not let an older page overwrite a newer one', async () => {
    const asker = browser();
    await asker.post('/api/registration', { county: 'Alameda', language: 'en' });
    const save = (version: number) =>
      asker.put('/api/registration', { step: 'ehr', answers: { product: `v${version}` }, version });
    const replies = await Promise.all([save(1), save(1)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await save(1)).body.code).toBe('changed-meanwhile');
  });

  it('takes no step that is none, nothing too large, no lists, and no text that cannot be kept', async () => {
    const asker = browser();
    await asker.post('/api/registration', { county: 'Alameda', language: 'en' });
    const save = async (step: string, answers: unknown) => {
      const { status, body } = await asker.put('/api/registration', { step, answers, version: 1 });
      return [status, body.problems?.[0]?.where];
    };
    expect(await save('else', {})).toEqual([400, 'step']);
    expect((await save('ehr', { product: 'x'.repeat(9000) }))[0]).toBe(413);
    expect(await save('ehr', { product: ['a'] })).toEqual([400, 'product']);
    expect(await save('contacts', { siteContact: { name: 'a\0b' } })).toEqual([400, 'siteContact.name']);
    expect(await save('ehr', { product: '\uD800' })).toEqual([400, 'product']);
    expect((await save('ehr', { product: 'fine' }))[0]).toBe(200);
  });

  it('says of every field what is wrong with it', async () => {
    const asker = browser();
    const contact = { name: '', title: 'x', email: 'no address', phone: '12' };
    const { body } = await fillIn(asker, {
      place: {
        county: 'Alameda',
        siteName: 'x'.repeat(121),
        street: ' ',
        zip: '9460',
        phone: '555',
        more: 'x',
      },
      clinical: {
        isClinical: true,
        clinicianFirstName: 'A',
        license: '12',
        specialty: 'magic',
        npi: '1234567890',
      },
      contacts: {
        siteContact: contact,
        dataExchangeContact: contact,
        ehrSupport: { sameAsSiteContact: false },
      },
      ehr: { product: 'x', version: 'y\nz', hl7: '9', vendor: 'x', vendorContact: 'x', vendorEmail: 'x' },
      type: { siteType: 2, sendingFacility: 'SF-999999' },
      'meaningful-use': { stage: '1', from: '2025-01-01', to: '2025-04-01' },
      agreement: { version: '2020-01', name: 'A', title: 'B', accepted: false },
    });
    const said = Object.fromEntries(
      body.steps.map(({ step, problems }: { step: string; problems: { where: string; code: string }[] }) => [
        step,
        problems.map(({ where, code }) => `${where}:${code}`).toSorted(),
      ]),
    );
    expect(said).toEqual({
      place: [
        'city:required',
        'more:unknown-field',
        'phone:phone-invalid',
        'siteName:too-long',
        'street:required',
        'zip:zip-invalid',
      ],
      clinical: [
        'clinicianLastName:required',
        'license:license-invalid',
        'npi:npi-invalid',
        'specialty:required',
      ],
      contacts: [
        'dataExchangeContact.email:email-invalid',
        'dataExchangeContact.name:required',
        'dataExchangeContact.phone:phone-invalid',
        'ehrSupport.sameAsSiteContact:invalid',
        'siteContact.email:email-invalid',
        'siteContact.name:required',
        'siteContact.phone:phone-invalid',
      ],
      ehr: ['hl7:required', 'vendorEmail:email-invalid', 'vendorPhone:required', 'version:invalid'],
      type: ['sendingFacility:sending-facility-unknown'],
      'meaningful-use': ['to:period-not-90-days'],
      agreement: ['accepted:required', 'version:agreement-changed'],
    });
    const refused = await asker.post('/api/registration/submit', {
      version: body.version,
      isAnotherSite: true,
    });
    expect([refused.status, refused.body.code]).toEqual([400, 'request-invalid']);
    expect(refused.body.problems.map(({ where }: { where: string }) => where)).toContain(
      'contacts.siteContact.email',
    );
  });

  it('takes a period of 90 days, both ends counted', async () => {
    const { body } = await fillIn(browser(), {
      place: { county: 'Alameda' },
      'meaningful-use': { stage: '2', from: '2025-01-01', to: '2025-03-31' },
    });
    expect(body.steps[5]).toMatchObject({ step: 'meaningful-use', isComplete: true });
  });

  it('is continued elsewhere by a mailed link, once, and the first browser has it no longer', async () => {
    const [first, second] = [browser(), browser()];
    await first.post('/api/registration', { county: 'Alameda', language: 'en' });
    await first.post('/api/registration/mail-link', { email: 'me@resume.example' });
    const [mail] = await mailsTo(cairn, 'me@resume.example', 'resume-registration');
    const token = tokenIn(mail?.text ?? '', '/register/continue');
    const resumed = await second.post('/api/registration/resume', { token });
    expect(resumed.body.answers.place.county).toBe('Alameda');
    expect((await second.get('/api/registration')).status).toBe(200);
    expect((await first.get('/api/registration')).status).toBe(404);
    const again = await browser().post('/api/registration/resume', { token });
    expect([again.status, again.body.code]).toEqual([410, 'link-used']);
  });

  it('mails at most five links an hour', async () => {
    const asker = browser();
    await asker.post('/api/registration', { county: 'Alameda', language: 'en' });
    const statuses = [];
    for (let sent = 0; sent < 6; sent++) {
      statuses.push(
        (await asker.post('/api/registration/mail-link', { email: 'many@links.example' })).status,
      );
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await mailsTo(cairn, 'many@links.example')).toHaveLength(5);
  });

  it('is forgotten when it is thrown away, and when it has lain for 90 days', async () => {
    const asker = browser();
    await asker.post('/api/registration', { county: 'Alameda', language: 'en' });
    expect((await asker.delete('/api/registration')).status).toBe(200);
    expect(asker.cookies.size).toBe(0);
    const other = browser();
    await other.post('/api/registration', { county: 'Yolo', language: 'en' });
    await rows(`update registration set updated_at = updated_at - interval '90 days'
      where answers -> 'place' ->> 'county' = 'Yolo'`);
    expect((await other.get('/api/registration')).status).toBe(404);
    expect((await browser().get('/api/registration')).status).toBe(404);
  });
});
