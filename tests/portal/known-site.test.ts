import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { Browserless, mailsTo, tokenIn } from '../support/portal.ts';
import {
  answersOf,
  BEGUN,
  eventKindsOf,
  fillIn,
  letterTo,
  registerByPortal,
  type Steps,
  submitAll,
} from '../support/registration.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const browser = (): Browserless => new Browserless(cairn.url);
const rows = async (sql: string, ...values: readonly unknown[]) =>
  (await cairn.db.query(sql, [...values])).rows;
const eventsOf = (code: string) => eventKindsOf(cairn, code);
const letter = (to: string, kind: string) => letterTo(cairn, to, kind);
const post = async (path: string, token: string) => {
  const { status, body } = await browser().post(path, { token });
  return { status, body, code: body.code };
};

describe('a site that is registered already', () => {
  let known: string;
  beforeAll(async () => {
    const steps = answersOf('known');
    const place = {
      ...steps.place,
      siteName: 'The Sunny Valley Clinic, Inc.',
      street: '12 North Main Street',
      unit: '4',
    };
    const clinical = { isClinical: false, npi: '1234567893' };
    known = (await registerByPortal(cairn, { ...steps, place, clinical })).siteCode;
  });
  const like = (over: Readonly<Record<string, unknown>>, npi = ''): Steps => {
    const steps = answersOf('asker');
    return { ...steps, place: { ...steps.place, ...over }, clinical: { isClinical: false, npi } };
  };
  const similarTo = async (steps: Steps) => {
    const asker = browser();
    const { body } = await fillIn(asker, steps);
    const similar = await asker.get('/api/registration/similar');
    return { asker, version: body.version, sites: similar.body.sites };
  };

  it('is recognised by its name, address or NPI, and nothing but its name and city is told', async () => {
    const because = async (steps: Steps) =>
      (await similarTo(steps)).sites.map((s: { because: unknown }) => s.because);
    expect(await because(like({ siteName: 'SUNNY VALLEY clinic' }))).toEqual([['name']]);
    expect(await because(like({ street: '12 N. Main St., Suite 4' }))).toEqual([['address']]);
    expect(await because(like({}, '1234567893'))).toEqual([['npi']]);
    expect(await because(like({}))).toEqual([]);
    const { sites } = await similarTo(like({ siteName: 'Sunny Valley Clinic' }));
    expect(Object.keys(sites[0]).toSorted()).toEqual(['because', 'city', 'id', 'name']);
    const byEmail = await similarTo({ ...like({}), contacts: answersOf('known').contacts ?? {} });
    expect(byEmail.sites).toEqual([]);
  });

  it('is not registered again unawares; whoever says that it is another one goes on', async () => {
    const { asker, version } = await similarTo(like({ siteName: 'Sunny Valley Clinic' }));
    const refused = await asker.post('/api/registration/submit', { version, isAnotherSite: false });
    expect([refused.status, refused.body.code]).toEqual([409, 'similar-sites']);
    const submitted = await asker.post('/api/registration/submit', { version, isAnotherSite: true });
    expect(submitted.body.status).toBe('submitted');
  });

  it('writes to a contact who is known already, and the answer is the same as ever', async () => {
    const steps = { ...answersOf('newcomer'), contacts: answersOf('known').contacts ?? {} };
    const submitted = await submitAll(browser(), steps);
    expect(submitted.body).toMatchObject({ status: 'submitted', sentTo: 's•••@known.example' });
    expect(await letter('dana@known.example', 'already-registered')).toContain('Sunny Valley');
    expect(await mailsTo(cairn, 'sofia@known.example', 'already-registered')).toHaveLength(1);
  });

  it('can be asked for access, by those to whom it was shown', async () => {
    const { asker, sites } = await similarTo(like({ siteName: 'Sunny Valley Clinic' }));
    const request = {
      similarId: sites[0].id,
      name: 'Nora Example',
      email: 'nora@asks.example',
      reason: 'I am new there.\nPlease.',
      language: 'en',
    };
    const stranger = await similarTo(like({}));
    expect((await stranger.asker.post('/api/access-requests', request)).status).toBe(404);
    expect((await browser().post('/api/access-requests', request)).status).toBe(404);
    const asked = await asker.post('/api/access-requests', request);
    expect([asked.status, asked.body]).toEqual([200, { done: true }]);
    expect(await mailsTo(cairn, 'sofia@known.example', 'access-asked')).toEqual([]);

    const token = tokenIn(await letter('nora@asks.example', 'confirm-access-request'), '/access');
    const confirmed = await Promise.all([1, 2].map(() => post('/api/access-requests/confirm', token)));
    expect(confirmed.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    expect(await rows('select state, reason from access_request')).toEqual([
      { state: 'waiting', reason: request.reason },
    ]);
    expect(await letter('sofia@known.example', 'access-asked')).toContain('nora@asks.example');
    expect(await eventsOf(known)).toEqual([...BEGUN, 'access-asked']);

    for (let more = 0; more < 4; more++) await asker.post('/api/access-requests', request);
    expect(await mailsTo(cairn, 'nora@asks.example')).toHaveLength(3);
  });
});
