import { createHash } from 'node:crypto';
import { california } from '@cairn/california';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import {
  addPerson,
  QUERY_CASES,
  realMessages,
  type SiteOnTheWay,
  siteOnTheWay,
  SUBMISSION_CASES,
  testMessage,
} from '../support/onboarding.ts';
import { type Browserless, DEMO_PEOPLE, mailsTo, type PortalReply, signInAs } from '../support/portal.ts';

let cairn: TestCairn;
let dx: Browserless;
let dx2: Browserless;

beforeAll(async () => {
  cairn = await startTestCairn();
  dx = await signInAs(cairn, DEMO_PEOPLE.dx);
  dx2 = await signInAs(cairn, DEMO_PEOPLE.dx2);
});
afterAll(() => cairn.close());

const SURVEY = {
  ehrCanQuery: 'yes',
  ehrShowsForecast: 'unknown',
  queryTiming: 'at-visit',
  queriesPerDay: 40,
  historySubmitted: 'planned',
  technicalContact: 'Terry Fictional',
  technicalEmail: 'terry@clinic.example',
};
const production = { track: 'production', note: '' };

const path = ({ code }: SiteOnTheWay, below = ''): string => `/api/sites/${code}${below}`;
const stepOf = ({ body }: PortalReply, name: string) =>
  body.steps.find((each: { step: string }) => each.step === name);
const codes = ({ body }: PortalReply): string[] =>
  body.problems.map((each: { code: string; where: string }) => `${each.code} ${each.where}`.trim());
const kinds = async (browser: Browserless, site: SiteOnTheWay): Promise<string[]> =>
  (await browser.get(path(site, '/events'))).body.events.map((each: { kind: string }) => each.kind);
const mailKinds = async (address: string): Promise<string[]> =>
  (await mailsTo(cairn, address)).map(({ kind }) => kind);

/** A site that has shown all that is asked of it in its stage. */
async function readySite(code: string, stage: 'testing' | 'real-data' = 'real-data'): Promise<SiteOnTheWay> {
  const site = await siteOnTheWay(cairn, code, { stage });
  await testMessage(cairn, site, { cases: SUBMISSION_CASES });
  if (stage === 'real-data') await realMessages(cairn, site, 20);
  return site;
}

describe('a site goes to production', () => {
  it('by its messages, a first person and a second', async () => {
    const site = await siteOnTheWay(cairn, 'DE-100001');
    const member = await signInAs(cairn, site.contact);
    const start = await member.get(path(site));
    expect(stepOf(start, 'testing')).toMatchObject({ state: 'current', owner: 'site' });
    expect(start.body.may).toEqual({ manage: true, decide: false, administer: false });

    const early = await dx.post(path(site, '/real-data'));
    expect(early.status).toBe(409);
    expect(early.body.code).toBe('not-ready');
    expect(codes(early)).toEqual(SUBMISSION_CASES.map((each) => `case-missing ${each}`));
    expect(early.body.problems[0].what).toBe('No accepted test message shows this case yet.');

    const shownBy = await testMessage(cairn, site, { cases: SUBMISSION_CASES });
    const shown = await member.get(path(site));
    expect(shown.body.readiness[0]).toMatchObject({ case: 'administered-child', shownBy });
    expect(stepOf(shown, 'testing')).toMatchObject({
      owner: 'registry',
      missing: [{ code: 'registry-review' }],
    });

    expect((await dx.post(path(site, '/promotion'), production)).body.code).toBe('not-at-this-step');
    expect((await dx.post(path(site, '/real-data'))).body.stage).toBe('real-data');
    expect((await dx.post(path(site, '/real-data'))).body.code).toBe('changed-meanwhile');

    await realMessages(cairn, site, 19);
    await testMessage(cairn, site, { stage: 'real-data', outcome: 'refused' });
    const nineteen = await dx.post(path(site, '/promotion'), production);
    expect(codes(nineteen)).toEqual(['real-messages 19/20']);
    await realMessages(cairn, site, 1);

    const proposed = await dx.post(path(site, '/promotion'), { ...production, note: 'Looks <b>good</b>' });
    expect(proposed.body.promotions).toMatchObject([
      { track: 'production', proposedBy: 'Dana Demo', isYours: true, note: 'Looks <b>good</b>' },
    ]);
    expect((await member.get(path(site))).body.promotions).toMatchObject([{ isYours: false, note: '' }]);
    expect((await dx2.post(path(site, '/promotion'), production)).body.code).toBe('changed-meanwhile');

    expect((await dx.post(path(site, '/promotion/approve'), production)).body.code).toBe('second-person');
    const approved = await dx2.post(path(site, '/promotion/approve'), production);
    expect(approved.body).toMatchObject({ stage: 'production', promotions: [] });
    expect(approved.body.steps.every((each: { state: string }) => each.state === 'done')).toBe(true);

    expect(await kinds(member, site)).toEqual([
      'promotion-approved',
      'promotion-proposed',
      'real-data-begun',
    ]);
    expect(await kinds(dx, site)).toContain('note');
    expect(await mailKinds(site.contact)).toEqual(['step-reached', 'step-reached']);
  });

  it('once, when two approve at the same moment', async () => {
    const site = await readySite('DE-100002');
    const admin = await signInAs(cairn, DEMO_PEOPLE.administrator);
    await dx.post(path(site, '/promotion'), production);
    const answers = await Promise.all(
      [dx2, admin, dx2, admin].map((each) => each.post(path(site, '/promotion/approve'), production)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    expect(await mailKinds(site.contact)).toEqual(['step-reached']);
    expect((await kinds(dx, site)).filter((kind) => kind === 'promotion-approved')).toHaveLength(1);
  });

  it('not on a proposal whose ground has gone', async () => {
    const site = await readySite('DE-100003');
    await dx.post(path(site, '/promotion'), production);
    await cairn.db.query("update agreement_acceptance set version = '2020' where organization_id = $1", [
      site.organizationId,
    ]);
    const refused = await dx2.post(path(site, '/promotion/approve'), production);
    expect(codes(refused)).toEqual(['agreement-version 2026-11']);
    expect((await dx2.get(path(site))).body.promotions).toHaveLength(1);
    const withdrawn = await dx2.post(path(site, '/promotion/withdraw'), production);
    expect(withdrawn.body.promotions).toEqual([]);
    expect((await dx.post(path(site, '/promotion/withdraw'), production)).status).toBe(409);
  });

  it('of type 2 through its Sending Facility, which needs no credentials of the site', async () => {
    const facility = await siteOnTheWay(cairn, 'SF-100001', { siteType: 3 });
    const site = await siteOnTheWay(cairn, 'DE-100004', { siteType: 2 });
    await testMessage(cairn, site, { cases: SUBMISSION_CASES, senderId: facility.organizationId });
    expect(codes(await dx.post(path(site, '/real-data')))).toEqual(['sending-facility-missing']);
    await cairn.db.query(
      `insert into sending_facility_client (sending_facility_id, site_id, linked_at) values ($1, $2, now())`,
      [facility.organizationId, site.organizationId],
    );
    expect(codes(await dx.post(path(site, '/real-data')))).toEqual([
      'sending-facility-unconfirmed SF-100001',
    ]);
    expect((await (await signInAs(cairn, facility.contact)).get(path(site))).status).toBe(404);
    await cairn.db.query('update sending_facility_client set confirmed_at = now() where site_id = $1', [
      site.organizationId,
    ]);
    expect((await dx.post(path(site, '/real-data'))).body.stage).toBe('real-data');

    const facilityMember = await signInAs(cairn, facility.contact);
    const seen = await facilityMember.get(path(site));
    expect(seen.body).toMatchObject({
      may: { manage: false, decide: false },
      profile: null,
      accessRequests: [],
    });
    // What it sends for its client shows also that it can send.
    const own = await facilityMember.get(path(facility));
    expect(stepOf(own, 'testing')).toMatchObject({ owner: 'registry' });
    expect(own.body.stage).toBe('testing');
    expect((await dx.post(path(facility, '/real-data'))).status).toBe(200);
    await realMessages(cairn, facility, 20);
    await dx.post(path(facility, '/promotion'), production);
    expect((await dx2.post(path(facility, '/promotion/approve'), production)).body.stage).toBe('production');
    // Its clients go their own way.
    expect((await facilityMember.get(path(site))).body.stage).toBe('real-data');

    const member = await signInAs(cairn, site.contact);
    expect((await member.get(path(site, '/credential'))).body.username).toBeNull();
    expect((await member.post(path(site, '/credential/rotate'), { overlapDays: 3 })).body.code).toBe(
      'no-credentials',
    );
  });
});

describe('back and forth', () => {
  it('a step that was sent back says why, until a newer message is accepted', async () => {
    const site = await readySite('DE-100010', 'testing');
    const member = await signInAs(cairn, site.contact);
    const sent = await dx.post(path(site, '/send-back'), {
      step: 'testing',
      reasons: 'Lot numbers are missing.',
    });
    expect(stepOf(sent, 'testing')).toMatchObject({
      state: 'sent-back',
      reasons: 'Lot numbers are missing.',
    });
    expect((await mailsTo(cairn, site.contact, 'sent-back'))[0]?.text).toContain('Lot numbers are missing.');
    expect(codes(await dx.post(path(site, '/real-data')))).toEqual(['new-message']);
    await testMessage(cairn, site, { outcome: 'refused' });
    await testMessage(cairn, site, { cases: ['history-query'] });
    expect(stepOf(await member.get(path(site)), 'testing').state).toBe('sent-back');
    await testMessage(cairn, site, { cases: ['historical'] });
    expect(stepOf(await member.get(path(site)), 'testing')).toMatchObject({
      state: 'current',
      reasons: null,
    });
    expect((await dx.post(path(site, '/real-data'))).status).toBe(200);
  });

  it('from real data to testing; what was proposed is off', async () => {
    const site = await readySite('DE-100011');
    await dx.post(path(site, '/promotion'), production);
    const sent = await dx2.post(path(site, '/send-back'), { step: 'testing', reasons: 'Once more.' });
    expect(sent.body).toMatchObject({ stage: 'testing', promotions: [] });
    expect((await dx2.post(path(site, '/promotion/approve'), production)).body.code).toBe(
      'changed-meanwhile',
    );
    expect((await dx.post(path(site, '/send-back'), { step: 'real-data', reasons: 'x' })).body.code).toBe(
      'not-at-this-step',
    );
  });

  it('a suspension takes the site out and back to where it was', async () => {
    const site = await readySite('DE-100012');
    await dx.post(path(site, '/promotion'), production);
    const suspended = await dx.post(path(site, '/suspend'), { reason: 'Wrong patients.' });
    expect(suspended.body).toMatchObject({ stage: 'suspended', promotions: [] });
    expect((await dx.post(path(site, '/suspend'), { reason: 'again' })).status).toBe(409);
    expect((await dx2.post(path(site, '/promotion/approve'), production)).status).toBe(409);
    expect((await dx2.post(path(site, '/promotion'), production)).body.code).toBe('not-at-this-step');
    const lifted = await Promise.all([
      dx.post(path(site, '/lift'), { reason: 'Mended.' }),
      dx2.post(path(site, '/lift'), { reason: 'Mended.' }),
    ]);
    expect(lifted.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await dx.get(path(site))).body.stage).toBe('real-data');
    expect(await mailKinds(site.contact)).toEqual(['suspension-lifted', 'suspended']);
  });
});

describe('BiDX', () => {
  it('has its survey, its own cases and its own two persons', async () => {
    const site = await siteOnTheWay(cairn, 'DE-100020', { stage: 'production' });
    const member = await signInAs(cairn, site.contact);
    const track = { track: 'bidx', note: '' };
    expect(codes(await dx.post(path(site, '/promotion'), track))).toEqual([
      'survey-missing',
      ...QUERY_CASES.map((each) => `case-missing ${each}`),
    ]);
    expect((await member.get(path(site, '/bidx'))).body.survey).toBeNull();
    const surveyed = await member.put(path(site, '/bidx'), SURVEY);
    expect(surveyed.body.bidx).toMatchObject({ state: 'testing', approvedAt: null });
    expect((await member.get(path(site, '/bidx'))).body.survey).toEqual({ ...SURVEY, comments: '' });
    const message = await testMessage(cairn, site, { cases: QUERY_CASES });
    await dx.post(path(site, '/send-back'), { step: 'bidx', reasons: 'Query by name, too.' });
    expect(codes(await dx.post(path(site, '/promotion'), track))).toEqual(['new-message']);
    await testMessage(cairn, site, { cases: ['nobody-found'] });
    const proposed = await dx.post(path(site, '/promotion'), track);
    expect(proposed.body.bidx.readiness[0]).toMatchObject({ case: 'history-query', shownBy: message });
    expect((await dx.post(path(site, '/promotion/approve'), track)).body.code).toBe('second-person');
    const approved = await dx2.post(path(site, '/promotion/approve'), track);
    expect(approved.body).toMatchObject({ stage: 'production', bidx: { state: 'approved' } });
    const { rows } = await cairn.db.query('select may_query from organization where organization_id = $1', [
      site.organizationId,
    ]);
    expect(rows).toEqual([{ may_query: true }]);
    // A corrected survey takes nothing away.
    expect((await member.put(path(site, '/bidx'), SURVEY)).body.bidx.state).toBe('approved');
  });
});

describe('the work list', () => {
  it('counts the sites of each filter and finds them', async () => {
    const before = (await dx.get('/api/staff/sites')).body.counts;
    const testing = await siteOnTheWay(cairn, 'DE-100030');
    const ready = await readySite('DE-100031');
    await dx.post(path(ready, '/promotion'), production);
    const { body } = await dx.get('/api/staff/sites');
    expect(body.counts).toEqual({
      ...before,
      all: before.all + 2,
      testing: before.testing + 1,
      'real-data': before['real-data'] + 1,
      'second-approval': before['second-approval'] + 1,
    });
    const row = (code: string) => body.sites.find((each: { code: string }) => each.code === code);
    expect(row(testing.code)).toMatchObject({
      currentStep: 'testing',
      owner: 'site',
      waitsFor: ['case-missing'],
    });
    expect(row(ready.code)).toMatchObject({ owner: 'registry', waitsFor: ['second-approval'] });
    expect(row('DE-000001')).toBeDefined();
    const owners = body.sites.map((each: { owner: string; waitsFor: string[] }) => each.owner);
    expect(owners.indexOf('registry')).toBeLessThan(owners.indexOf('site'));

    const search = async (query: string): Promise<string[]> =>
      (await dx.get(`/api/staff/sites?${query}`)).body.sites.map((each: { code: string }) => each.code);
    expect(await search('search=de100031')).toEqual(['DE-100031']);
    expect(await search('search=ional%20de-100030')).toEqual(['DE-100030']);
    expect(await search('step=second-approval')).toContain('DE-100031');
    expect(await search('step=second-approval')).not.toContain('DE-100030');
    expect(await search('step=production&search=demo')).toEqual(['DE-000001', 'DE-000002', 'SF-000001']);
    expect(await search('search=%25')).toEqual([]);
  });
});

describe('what people of a site do', () => {
  it('is theirs alone', async () => {
    const site = await siteOnTheWay(cairn, 'DE-100040');
    const other = await siteOnTheWay(cairn, 'DE-100041');
    const member = await signInAs(cairn, site.contact);
    for (const [below, body] of [
      ['/notes', { text: 'x' }],
      ['/send-back', { step: 'testing', reasons: 'x' }],
      ['/real-data', undefined],
      ['/promotion', production],
      ['/promotion/approve', production],
      ['/promotion/withdraw', production],
      ['/suspend', { reason: 'x' }],
      ['/lift', { reason: 'x' }],
    ] as const) {
      expect((await member.post(path(site, below), body)).status).toBe(403);
      expect((await member.post(path(other, below), body)).status).toBe(404);
    }
    expect((await member.get('/api/staff/sites')).status).toBe(403);
    expect((await member.get(path(other))).status).toBe(404);
    await dx.post(path(site, '/notes'), { text: 'Between us.' });
    expect(await kinds(dx, site)).toEqual(['note']);
    expect(await kinds(member, site)).toEqual([]);
    expect((await dx.put(path(site, '/settings'), { mailGrouping: 'hour', language: 'es' })).status).toBe(
      403,
    );
  });

  it('invites, decides and ends access', async () => {
    const site = await siteOnTheWay(cairn, 'DE-100042');
    const member = await signInAs(cairn, site.contact);
    const colleague = { name: 'Alex Fictional', email: 'Alex@clinic.example' };
    const invited = await member.post(path(site, '/people'), colleague);
    expect(invited.body.people).toMatchObject([
      { role: 'site-contact', hasSignedIn: true },
      { name: 'Alex Fictional', role: 'member', hasSignedIn: false },
    ]);
    expect((await mailsTo(cairn, colleague.email, 'set-password'))[0]?.text).toContain('/password#');
    await member.post(path(site, '/people'), { name: 'x', email: DEMO_PEOPLE.clinic });
    expect(await mailKinds(DEMO_PEOPLE.clinic)).toEqual(['access-granted']);
    await member.post(path(site, '/people'), { name: 'x', email: DEMO_PEOPLE.clinic });
    expect(await mailKinds(DEMO_PEOPLE.clinic)).toEqual(['access-granted', 'access-granted']);

    for (let each = 0; each < 17; each++) await member.post(path(site, '/people'), colleague);
    expect((await member.post(path(site, '/people'), colleague)).status).toBe(429);

    const [contact, alex] = invited.body.people;
    expect((await member.delete(path(site, `/people/${contact.id}`))).body.code).toBe('own-access');
    const clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
    expect((await clinic.delete(path(site, `/people/${contact.id}`))).body.code).toBe('last-contact');
    expect((await clinic.delete(path(site, `/people/${alex.id}`))).body.people).toHaveLength(2);
    expect((await clinic.delete(path(site, `/people/${alex.id}`))).status).toBe(404);

    const asked = async (email: string): Promise<string> => {
      const { rows } = await cairn.db.query(
        `insert into access_request (request_id, organization_id, name, email, reason, language, state, created_at)
         values (gen_random_uuid(), $1, 'Robin', $2, 'I work here', 'es', 'waiting', now()) returning request_id`,
        [site.organizationId, email],
      );
      return rows[0].request_id;
    };
    const robin = await asked('robin@clinic.example');
    const stranger = await asked('stranger@elsewhere.example');
    expect((await member.get(path(site))).body.accessRequests).toHaveLength(2);
    const twice = await Promise.all(
      [1, 2].map(() => member.post(path(site, `/access-requests/${robin}`), { grant: true })),
    );
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await mailsTo(cairn, 'robin@clinic.example', 'access-granted'))[0]?.text).toContain('/password#');
    await member.post(path(site, `/access-requests/${stranger}`), { grant: false });
    expect(await mailKinds('stranger@elsewhere.example')).toEqual(['access-refused']);
    const now = await member.get(path(site, '/people'));
    expect(now.body.people.map((each: { email: string }) => each.email)).toContain('robin@clinic.example');
    expect(now.body.people).toHaveLength(3);
    expect(new Set(await kinds(member, site))).toEqual(
      new Set(['access-refused', 'access-granted', 'access-ended', 'person-invited']),
    );
  });

  it('changes settings and contacts, accepts a new agreement', async () => {
    const person = { name: 'Sam', title: 'Manager', email: 'sam@clinic.example', phone: '5555550100' };
    const profile = {
      place: {
        county: 'Fresno',
        siteName: 'x',
        street: 'x',
        unit: '',
        city: 'x',
        zip: '93650',
        phone: '5595550100',
      },
      clinical: { isClinical: false, npi: '' },
      contacts: { siteContact: person, dataExchangeContact: { sameAsSiteContact: true }, ehrSupport: person },
      ehr: {
        product: 'x',
        version: '1',
        hl7: '2.5.1',
        vendor: 'x',
        vendorContact: 'x',
        vendorEmail: 'v@ehr.example',
        vendorPhone: '5555550100',
      },
      type: { siteType: 1 },
      'meaningful-use': { stage: 'none' },
    };
    const site = await siteOnTheWay(cairn, 'DE-100043', {
      profile,
      agreement: '2020-01',
      stage: 'production',
    });
    const member = await signInAs(cairn, site.contact);
    const settings = await member.put(path(site, '/settings'), { mailGrouping: 'hour', language: 'es' });
    expect(settings.body).toMatchObject({ mailGrouping: 'hour', language: 'es', profile });
    expect(stepOf(settings, 'agreement')).toMatchObject({ state: 'current' });
    expect(stepOf(settings, 'production')).toMatchObject({ state: 'done' });

    const terms = { name: 'Pat Fictional', title: 'Manager', accepted: true };
    expect((await member.post(path(site, '/agreement'), { ...terms, version: '2020-01' })).body.code).toBe(
      'agreement-changed',
    );
    const agreed = await member.post(path(site, '/agreement'), {
      ...terms,
      version: '2026-11',
      language: 'es',
    });
    expect(agreed.body.agreement).toMatchObject({ version: '2026-11', isCurrent: true });
    await member.post(path(site, '/agreement'), { ...terms, version: '2026-11' });
    const { title, paragraphs } = california.agreement;
    const { rows } = await cairn.db.query(
      `select email, accepted_from, language, text_hash from agreement_acceptance
       where organization_id = $1 and version = '2026-11'`,
      [site.organizationId],
    );
    expect(rows).toEqual([
      {
        email: site.contact,
        accepted_from: '127.0.0.1',
        language: 'es',
        text_hash: createHash('sha256')
          .update([title.es, ...paragraphs.es].join('\n\n'))
          .digest('hex'),
      },
    ]);

    const exchange = { ...person, name: 'Dee', email: 'dee@clinic.example', phone: '(555) 555-0101' };
    const changed = await member.put(path(site, '/contacts'), {
      ...profile.contacts,
      dataExchangeContact: exchange,
    });
    expect(changed.body.profile.contacts.dataExchangeContact.phone).toBe('5555550101');
    const { people } = (await member.get(path(site, '/people'))).body;
    expect(people.map((each: { email: string; role: string }) => `${each.email} ${each.role}`)).toEqual([
      'sam@clinic.example site-contact',
      'dee@clinic.example data-exchange-contact',
      `${site.contact} member`,
    ]);
    expect(await mailKinds('dee@clinic.example')).toEqual(['set-password']);
    const unregistered = await siteOnTheWay(cairn, 'DE-100044');
    expect(
      (
        await (
          await signInAs(cairn, unregistered.contact)
        ).put(path(unregistered, '/contacts'), profile.contacts)
      ).body.code,
    ).toBe('added-by-operator');
  });

  it('replaces, binds and ends its credentials; both contacts hear of it in their language', async () => {
    const site = await siteOnTheWay(cairn, 'DE-100045');
    await addPerson(cairn, site, 'dee2@clinic.example', 'data-exchange-contact', 'es');
    await addPerson(cairn, site, 'member2@clinic.example', 'member');
    const member = await signInAs(cairn, site.contact);
    const rotated = await member.post(path(site, '/credential/rotate'), { overlapDays: 7 });
    expect(rotated.body).toMatchObject({ siteCode: site.code, username: site.code });
    expect(rotated.headers.get('cache-control')).toBe('no-store');
    const mails = await Promise.all(
      [site.contact, 'dee2@clinic.example', 'member2@clinic.example'].map((to) => mailsTo(cairn, to)),
    );
    expect(mails.map((each) => each.map(({ kind }) => kind))).toEqual([
      ['credential-rotated'],
      ['credential-rotated'],
      [],
    ]);
    expect(mails[0]?.[0]?.subject).not.toBe(mails[1]?.[0]?.subject);
    for (const { text } of mails.flat()) expect(text).not.toContain(rotated.body.password);

    const fingerprint = 'AB:'.repeat(31) + 'AB';
    const bound = await member.put(path(site, '/credential/certificate'), { fingerprint });
    expect(bound.body.certificateFingerprint).toBe('ab'.repeat(32));
    expect(codes(await member.put(path(site, '/credential/certificate'), { fingerprint: 'AB' }))).toEqual([
      'fingerprint-invalid fingerprint',
    ]);
    for (const each of [dx, member]) {
      const ended = await each.post(path(site, '/credential/revoke'), { reason: 'Leaked.' });
      expect(ended.body.revokedAt).not.toBeNull();
    }
    expect((await mailsTo(cairn, site.contact, 'credential-revoked')).length).toBe(1);
    expect((await kinds(member, site)).toReversed()).toEqual([
      'credentials-rotated',
      'certificate-set',
      'credentials-revoked',
    ]);
  });
});
