/** From the first page to an acknowledged production VXU: as a site's people, the registry's staff and the EHR do it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { HAS_CHROMIUM, open, startChromium } from '../support/chromium.ts';
import { dose, historical, patient, qbp, refusal, type Sending, vxu } from '../support/messages.ts';
import { segments, submit } from '../support/soap.ts';
import { type MailSink, startMailSink } from '../support/smtp.ts';
import {
  credentials,
  decide,
  type Login,
  type NewSite,
  register,
  signIn,
  siteContact,
  verify,
  type Walk,
} from './walk.ts';

const TEST = '/test/IISService';
const REAL = {
  ask: 'Begin testing with real data',
  confirm: 'Yes, begin',
  done: 'The site now tests with real data.',
};
const PROPOSE = { ask: 'Propose production', confirm: 'Yes, propose', done: 'Proposed.' };
const APPROVE = { ask: 'Approve', confirm: 'Yes, approve', done: 'The site is in production.' };

describe.skipIf(!HAS_CHROMIUM)('onboarding', () => {
  let cairn: TestCairn;
  let browser: Browser;
  let mails: MailSink;
  let walk: Walk;
  let dx: Page;
  let dx2: Page;

  beforeAll(async () => {
    mails = await startMailSink();
    cairn = await startTestCairn({ env: { CAIRN_SMTP_URL: mails.url } });
    browser = await startChromium();
    walk = { browser, url: cairn.url, mails };
    dx = await signIn(walk, 'dx');
    dx2 = await signIn(walk, 'dx2');
  });
  afterAll(async () => {
    await browser?.close();
    await cairn?.close();
    await mails?.close();
  });

  const ack = (answer: string): string | undefined => segments(answer, 'MSA')[0]?.[1];
  const send = (text: string, login: Login, path: string): Promise<string> =>
    submit(cairn.url, text, { login, path });

  /** One message for each case of the readiness list. */
  async function sendTests(from: Sending, login: Login): Promise<void> {
    const site = from.site;
    const child = patient();
    const messages = [
      vxu({ from, patient: child, orders: [dose({ site, number: 'D1' })] }),
      vxu({ from, patient: patient({ birthDate: '19700101' }), orders: [dose({ site })] }),
      vxu({ from, orders: [historical({ site, day: '20240410' })] }),
      vxu({ from, patient: child, orders: [dose({ site, number: 'D1', action: 'U' })] }),
      vxu({ from, patient: child, orders: [dose({ site, number: 'D1', action: 'D' })] }),
      vxu({ from, orders: [refusal({ site })] }),
    ];
    for (const message of messages) expect(ack(await send(message, login, TEST))).toBe('AA');
  }

  /** From the first test message to the first one that is recorded. */
  async function toProduction(from: Sending, login: Login, code: string, page: Page): Promise<void> {
    const refused = await send(vxu({ from }), login, '/IISService');
    expect(ack(refused)).toBe('AR');
    await sendTests(from, login);
    await page.reload();
    await page.getByText('A DX specialist looks at your messages and decides').first().waitFor();
    await decide(dx, cairn.url, code, REAL);
    const everyday = Array.from({ length: 20 }, () => vxu({ from, orders: [dose({ site: from.site })] }));
    const answers = await Promise.all(everyday.map((message) => send(message, login, TEST)));
    expect(answers.map(ack)).toEqual(everyday.map(() => 'AA'));
    expect(ack(await send(vxu({ from }), login, '/IISService'))).toBe('AR');
    await decide(dx, cairn.url, code, PROPOSE);
    // Whoever proposed cannot approve.
    await dx.reload();
    expect(await dx.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
    await decide(dx2, cairn.url, code, APPROVE);

    await page.reload();
    await page.getByText('In production: nothing is left to do').waitFor();
  }

  /** The EHR's first message in production, and the dose that it brought. */
  async function record(from: Sending, login: Login): Promise<void> {
    const number = `FIRST-${from.site}`;
    const message = vxu({ from, orders: [dose({ site: from.site, number })] });
    expect(ack(await send(message, login, '/IISService'))).toBe('AA');
    const { rows } = await cairn.db.query(
      'select count(*)::int as n from dose_report where filler_id like $1',
      [`%${number}%`],
    );
    expect(rows).toEqual([{ n: 1 }]);
  }

  test('a site that sends directly (type 1), and then asks (BiDX)', async () => {
    const site: NewSite = { name: 'Walnut Grove Clinic', type: 1 };
    await register(walk, site);
    const { page, code } = await verify(walk, site);
    const login = await credentials(walk, site, code);
    const from = { sender: code, site: code, login };
    await toProduction(from, login, code, page);
    await record(from, login);
    const mail = await mails.next(siteContact(site), /is in production/);
    expect(mail.text).toContain('/IISService');

    // Queries (BiDX) are a way of their own: survey, test queries, approval by two, and a Z44 that is answered.
    const known = patient();
    await send(vxu({ from, patient: known }), login, '/IISService');
    const z44 = (who = known): string =>
      qbp({
        from,
        patient: who,
        msh: { 21: 'Z44^CDCPHINVS' },
        qpd: { 1: 'Z44^Request Evaluated History and Forecast^CDCPHINVS' },
      });
    const refused = await send(z44(), login, '/IISService');
    expect(refused).toContain('has not been approved for bidirectional exchange (BiDX)');

    await page.goto(`${cairn.url}/sites/${code}/bidx`);
    await page
      .getByRole('group', { name: 'Can your EHR send queries (QBP) to the registry?' })
      .getByText('Yes', { exact: true })
      .click();
    await page
      .getByRole('group', { name: 'Can it show what is due next (the forecast)?' })
      .getByText('Yes', { exact: true })
      .click();
    await page.getByText('When the patient arrives').click();
    await page
      .getByRole('group', { name: 'Has your site submitted the immunizations it gave in the past?' })
      .getByText('Yes', { exact: true })
      .click();
    await page.getByLabel('How many queries a day do you expect?').fill('40');
    await page.getByLabel('Technical contact', { exact: true }).fill('Dana Example');
    await page.getByLabel('Technical contact’s e-mail address').fill('dana@cedar.example');
    await page.getByRole('button', { name: 'Send the survey' }).click();
    await page.getByText('The survey is saved').waitFor();

    const testChild = {
      chart: 'NONE',
      last: 'Testchild',
      first: 'Quilla',
      middle: '',
      birthDate: '20210315',
      sex: 'F',
    };
    expect(await send(qbp({ from, patient: testChild }), login, TEST)).toContain('Z32^CDCPHINVS');
    expect(await send(z44(testChild), login, TEST)).toContain('Z42^CDCPHINVS');
    expect(await send(qbp({ from }), login, TEST)).toContain('Z33^CDCPHINVS');

    await decide(dx2, cairn.url, code, { ...PROPOSE, ask: 'Propose queries (BiDX)' });
    await decide(dx, cairn.url, code, { ...APPROVE, done: 'The site may query.' });
    const answered = await send(z44(), login, '/IISService');
    expect(answered).toContain('Z42^CDCPHINVS');
    expect(segments(answered, 'QAK')[0]?.[2]).toBe('OK');
  });

  test('a Sending Facility (type 3), and a site that sends through it (type 2)', async () => {
    const facility: NewSite = { name: 'Bay Exchange', type: 3, clinical: false };
    await register(walk, facility);
    const hub = await verify(walk, facility);
    const login = await credentials(walk, facility, hub.code);

    // It tests with messages of its own id, and goes live by itself.
    await toProduction({ sender: hub.code, site: hub.code, login }, login, hub.code, hub.page);

    const site: NewSite = { name: 'Harbor Pediatrics', type: 2, facility: hub.code };
    await register(walk, site);
    const client = await verify(walk, site);
    const from = { sender: hub.code, site: client.code, login };
    // Not before the Sending Facility has confirmed.
    const early = await send(vxu({ from }), login, TEST);
    expect(ack(early)).toBe('AR');
    expect(early).toContain('confirm');

    await mails.next(siteContact(facility), /Harbor Pediatrics/);
    await hub.page.goto(`${cairn.url}/sites/${hub.code}/clients`);
    await hub.page
      .getByRole('button', { name: /Confirm/ })
      .first()
      .click();
    const sure = hub.page.getByRole('button', { name: /^Yes/ });
    if (await sure.count()) await sure.click();
    await mails.next(siteContact(site), /sending is confirmed/);

    await toProduction(from, login, client.code, client.page);
    await record(from, login);
  });

  test('a site in San Diego is told where to go, and goes no further', async () => {
    const { page, complaints } = await open(browser);
    await page.goto(`${cairn.url}/register`);
    await page.getByLabel('County').selectOption('San Diego');
    await page.getByText('San Diego Immunization Registry (SDIR)').first().waitFor();
    expect(
      await page.getByRole('link', { name: /San Diego Immunization Registry/ }).getAttribute('href'),
    ).toMatch(/^https:/);
    expect(await page.getByRole('button', { name: 'Start registration' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
