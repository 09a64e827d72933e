/** What a Sending Facility sees of a client, what ends with somebody's access, and how much mail strangers can cause. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueToken } from '../../server/src/accounts/tokens.ts';
import { type EventKind, noteEvent } from '../../server/src/onboarding/events.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { addPerson, NOW, type SiteOnTheWay, siteOnTheWay, testMessage } from '../support/onboarding.ts';
import { Browserless, DEMO_PEOPLE, mailsTo, signInAs } from '../support/portal.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const kysely = () => cairn.cairn.database.kysely;

async function happened(
  { organizationId }: SiteOnTheWay,
  kind: EventKind,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  await noteEvent(kysely(), { organizationId, kind, actor: undefined, detail }, NOW);
}

describe('a Sending Facility', () => {
  let facility: SiteOnTheWay;
  let client: SiteOnTheWay;
  let viewer: Browserless;
  let member: Browserless;
  beforeAll(async () => {
    facility = await siteOnTheWay(cairn, 'SF-700001', { siteType: 3 });
    client = await siteOnTheWay(cairn, 'DE-700001', { stage: 'real-data' });
    await cairn.db.query(
      `insert into sending_facility_client (sending_facility_id, site_id, linked_at, confirmed_at)
       values ($1, $2, now(), now())`,
      [facility.organizationId, client.organizationId],
    );
    viewer = await signInAs(cairn, facility.contact);
    member = await signInAs(cairn, client.contact);
  });

  test('sees of its client the messages that it sent, not those of others', async () => {
    const another = await siteOnTheWay(cairn, 'SF-700002', { siteType: 3 });
    const sent = await testMessage(cairn, client, { senderId: facility.organizationId });
    const ownOnes = [
      await testMessage(cairn, client, { stage: 'real-data' }),
      await testMessage(cairn, client, { stage: 'real-data', senderId: another.organizationId }),
    ];
    const below = `/api/sites/${client.code}/tests`;
    const ids = async (browser: Browserless): Promise<string[]> =>
      (await browser.get(below)).body.tests.map(({ id }: { readonly id: string }) => id).toSorted();
    expect(await ids(viewer)).toEqual([sent]);
    expect((await viewer.get(`${below}.csv`)).text.trim().split('\r\n')).toHaveLength(2);
    expect((await viewer.get(`${below}/${sent}`)).status).toBe(200);
    for (const id of ownOnes) {
      expect((await viewer.get(`${below}/${id}`)).status).toBe(404);
      expect((await viewer.get(`/api/sites/${facility.code}/tests/${id}`)).status).toBe(404);
    }
    const all = [sent, ...ownOnes].toSorted();
    expect(await ids(member)).toEqual(all);
    expect(await ids(await signInAs(cairn, DEMO_PEOPLE.dx))).toEqual(all);
  });

  test('does not learn who the people of its client are', async () => {
    await happened(client, 'email-verified', { email: client.contact });
    await happened(client, 'agreement-accepted', { name: 'Pat Fictional', title: 'Manager' });
    await happened(client, 'statement-made', { code: '0000-0000-0000' });
    await happened(client, 'real-data-begun');
    const kinds = async (browser: Browserless): Promise<string[]> =>
      (await browser.get(`/api/sites/${client.code}/events`)).body.events.map(
        ({ kind }: { readonly kind: string }) => kind,
      );
    expect(await kinds(viewer)).toEqual(['real-data-begun']);
    expect(await kinds(member)).toHaveLength(4);
  });
});

test('the link that shows credentials ends with the access of whom it was mailed to', async () => {
  const site = await siteOnTheWay(cairn, 'DE-700002', { hasCredential: false });
  const leaving = 'Leaving@clinic.example';
  await addPerson(cairn, site, leaving, 'data-exchange-contact');
  const linkOf = (email: string): Promise<string> =>
    issueToken(
      kysely(),
      { purpose: 'show-credentials', subjectId: site.organizationId, detail: { email }, lastsMs: 60_000 },
      NOW,
    );
  const [gone, kept] = [await linkOf(leaving), await linkOf(site.contact)];
  const member = await signInAs(cairn, site.contact);
  const { people } = (await member.get(`/api/sites/${site.code}/people`)).body;
  const { id } = people.find(({ role }: { readonly role: string }) => role === 'data-exchange-contact');
  expect((await member.delete(`/api/sites/${site.code}/people/${id}`)).status).toBe(200);
  const shown = (token: string) => new Browserless(cairn.url).post('/api/credentials', { token });
  expect((await shown(gone)).body.code).toBe('link-used');
  expect((await shown(kept)).status).toBe(200);
});

test('who changes contacts again and again invites no more strangers than who invites', async () => {
  const site = await siteOnTheWay(cairn, 'DE-700003');
  const member = await signInAs(cairn, site.contact);
  const person = { name: 'Sam', title: 'Manager', email: 'sam@clinic.example', phone: '5555550100' };
  const change = async () =>
    (
      await member.put(`/api/sites/${site.code}/contacts`, {
        siteContact: person,
        dataExchangeContact: person,
        ehrSupport: person,
      })
    ).body.code;
  for (let each = 0; each < 19; each++) await happened(site, 'contacts-changed');
  expect(await change()).toBe('added-by-operator');
  await happened(site, 'contacts-changed');
  expect(await change()).toBe('too-many-requests');
});

test('an address gets ten links to continue an hour, from however many registrations', async () => {
  const to = 'stranger@elsewhere.example';
  for (let each = 0; each < 12; each++) {
    const browser = new Browserless(cairn.url);
    await browser.post('/api/registration', { county: 'Alameda', language: 'en' });
    const { status } = await browser.post('/api/registration/mail-link', { email: to });
    expect(status).toBe(200);
  }
  expect(await mailsTo(cairn, to)).toHaveLength(10);
});
