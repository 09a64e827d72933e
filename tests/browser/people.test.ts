/** People at their work with the registry, in a browser: what each of them came for, from signing in to having it. */
import { california } from '@cairn/california';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, TODAY, type TestCairn } from '../support/cairn.ts';
import { HAS_CHROMIUM, open, startChromium } from '../support/chromium.ts';
import { demoPatient } from '../support/demo-patient.ts';
import { CLINIC, controlId, historical, patient, PEDIATRICS, qbp, vxu } from '../support/messages.ts';
import { DEMO_PEOPLE } from '../support/portal.ts';
import { segments, submit } from '../support/soap.ts';
import { follow, letterTo, searchFor, seesNoPatients, tabTo } from './at-work.ts';
import { heading, inMenu, PASSWORD, says, signIn } from './walk.ts';

describe.skipIf(!HAS_CHROMIUM)('people at their work', () => {
  let cairn: TestCairn;
  let browser: Browser;
  const windows: { readonly context: BrowserContext; readonly complaints: readonly string[] }[] = [];

  beforeAll(async () => {
    [cairn, browser] = await Promise.all([startTestCairn(), startChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await cairn?.close();
  });
  afterEach(async () => {
    const complaints = windows.flatMap((window) => window.complaints);
    await Promise.all(windows.splice(0).map(({ context }) => context.close()));
    if (complaints.length > 0) throw new Error(`pages complained: ${complaints.join('\n')}`);
  });

  async function newWindow(): Promise<Page> {
    const opened = await open(browser);
    windows.push(opened);
    return opened.page;
  }
  const come = async (who: keyof typeof DEMO_PEOPLE, to: Pick<TestCairn, 'url'> = cairn): Promise<Page> =>
    signIn({ browser, url: to.url }, who, await newWindow());
  const send = async (message: string, from = CLINIC): Promise<string | undefined> =>
    segments(await submit(cairn.url, message, { login: from.login }), 'MSA')[0]?.[1];

  test('a Regular user works once the training is complete', async () => {
    const sofia = await demoPatient(cairn);
    const page = await come('trainee');
    await heading(page, 'Training');
    await says(page, 'Your role counts once you have completed: Working with patient records.');
    await seesNoPatients(page, cairn.url, /^Complete the training of your role first/, sofia);

    await page.getByRole('link', { name: 'Go to your training' }).click();
    await page.getByRole('button', { name: 'Enrol and begin: Working with patient records' }).click();
    await heading(page, 'Working with patient records');
    await page.getByRole('heading', { name: 'Protected records and refusals', level: 2 }).waitFor();
    await says(page, 'With 7 right answers of 8 you pass.');
    for (const { text, options, right } of california.courses[0].quiz.questions) {
      const answer = options.en[right] ?? '';
      await page.getByRole('group', { name: text.en }).getByText(answer, { exact: true }).click();
    }
    await page.getByRole('button', { name: 'Check my answers' }).click();
    await says(page, '8 of 8 answers are right. The course is completed.');

    // Without signing in anew.
    await inMenu(page, 'Patients').click();
    await searchFor(page, { last: 'Ramosvega', first: 'Sofia', birthDate: '2023-09-15' });
    await says(page, '1 patient found');
    await says(page, 'Exact match');
    await page.getByRole('link', { name: 'Ramosvega, Sofia Lucia' }).click();
    await heading(page, 'Sofia Lucia Ramosvega');
    await page.getByRole('heading', { name: 'What to give today' }).waitFor();
    await page.getByRole('link', { name: 'Add a dose' }).waitFor();
  });

  test('users of a region work from the day on which it goes live', async () => {
    const then = await startTestCairn({ now: '2017-03-20T09:00:00-07:00' });
    const who = patient({ last: 'Goldengrovemadeup', first: 'Ana', birthDate: '20150315' });
    // Its exchange is older.
    const orders = [historical({ vaccine: '10^IPV^CVX', day: '20150520' })];
    await submit(then.url, vxu({ patient: who, orders, msh: { 7: '20170320085500-0700' } }));

    const early = await come('nurse', then);
    await heading(early, 'When each region goes live');
    const row = early.getByRole('row', { name: /^LA–Orange/ });
    for (const text of ['Your region', 'April 10, 2017', 'goes live in 21 days'])
      await row.getByText(text).waitFor();
    await seesNoPatients(early, then.url, /^The region of your organization has not gone live yet/);
    await says(early, 'Your region goes live in 21 days, on April 10, 2017.');

    then.setTime('2017-04-10T08:00:00-07:00');
    const page = await come('nurse', then);
    expect(await page.getByText('Your region goes live').count()).toBe(0);
    await searchFor(page, { last: who.last, first: who.first, birthDate: '2015-03-15' });
    await page.getByRole('link', { name: `${who.last}, Ana` }).click();
    await heading(page, `Ana ${who.last}`);
    await page.getByRole('region', { name: 'Immunization history' }).getByText('May 20, 2015').waitFor();
    await page.getByRole('link', { name: 'Add a dose' }).waitFor();
    await Promise.all([early.context().close(), page.context().close()]);
    await then.close();
  });

  test('a Power user finds the message that failed this morning, why, and that its correction came', async () => {
    const who = patient();
    const control = controlId();
    cairn.setTime('2025-03-20T08:05:00-07:00');
    expect(await send(vxu({ patient: who, controlId: control, pid: { 7: '' } }))).toBe('AE');
    cairn.setTime(TODAY);

    const page = await come('power');
    await inMenu(page, 'Exchange').click();
    await page.getByRole('navigation', { name: 'Pages of the exchange' }).getByText('Messages').click();
    const quick = (name: string) =>
      page.getByRole('navigation', { name: 'Quick filters' }).getByRole('link', { name });
    await quick('Today').click();
    await page.waitForURL(/from=2025-03-20/);
    await quick('Refused').click();
    await page.waitForURL(/outcome=refused/);
    await page.getByRole('searchbox', { name: 'Patient' }).fill(who.last);
    await page.getByRole('button', { name: 'Find' }).click();
    await says(page, '1 message.');
    const failed = page.getByRole('row').filter({ hasText: 'Refused' });
    await failed.getByText(who.last).waitFor();
    await failed.getByRole('link', { name: 'Mar 20, 2025, 8:05 AM' }).click();

    await says(page, 'This message was refused: nothing of it was recorded');
    await says(page, 'Correct in your EHR what is listed below, and send the message again from there.');
    const error = page.getByRole('listitem').filter({ hasText: 'The message is refused.' });
    await error.getByText('REQUIRED FIELD PID-7 MISSING (Date/Time of Birth)').waitFor();
    await error.getByText("What to do: Send the patient's birth date as YYYYMMDD.").waitFor();
    await says(page, 'Nothing: no record was made or changed.');

    expect(await send(vxu({ patient: who, controlId: control }))).toBe('AA');
    await page.getByRole('link', { name: 'All messages' }).click();
    await says(page, '2 messages.');
    await page
      .getByRole('row')
      .filter({ hasText: 'Accepted' })
      .getByRole('link', { name: 'Mar 20, 2025, 10:20 AM' })
      .click();
    await says(page, 'This message was accepted and recorded');
    await says(page, 'The patient was new: a record was made.');
    const related = page.getByRole('listitem').filter({ hasText: 'sent before this one' });
    await related.getByText('Refused').waitFor();
    await related.getByRole('link').click();
    await says(page, 'It was sent again since:');
    await page.getByRole('link', { name: 'corrected and accepted, Mar 20, 2025, 10:20 AM' }).click();
    await page.getByRole('link', { name: 'Open the record' }).click();
    await heading(page, `${who.first} ${who.last}`);
  });

  test('a DX QA user watches the exchange and sees no patient', async () => {
    const who = patient();
    expect(await send(vxu({ patient: who }))).toBe('AA');
    const { rows } = await cairn.db.query('select person_id as id from person where last_name = $1', [
      who.last.toUpperCase(),
    ]);
    const page = await come('qa');
    await heading(page, 'The exchange');
    await says(page, 'Today is a normal day.');
    await page.getByRole('link', { name: 'Messages', exact: true }).click();
    await page
      .getByRole('row')
      .filter({ hasText: who.last })
      .getByRole('link', { name: 'Mar 20, 2025' })
      .click();
    await says(page, 'The patient was new: a record was made.');
    expect(await page.getByRole('link', { name: 'Open the record' }).count()).toBe(0);
    expect(await page.locator('a[href*="/patients"]').count()).toBe(0);
    await seesNoPatients(page, cairn.url, /^Your account may not do this/, rows[0].id);
  });

  test('an account is asked for, approved, and its person is told about training', async () => {
    const name = 'Nadia Newcomer';
    const email = 'nadia@clinic.example';
    const clinic = await come('clinic');
    await inMenu(clinic, 'Account Update').click();
    await heading(clinic, 'Account Update');
    const ask = { name: 'Ask for the account' };
    const form = clinic.locator('form').filter({ has: clinic.getByRole('button', ask) });
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('E-mail').fill(email);
    await form.getByText(/^Regular user/).click();
    await form.getByRole('button', ask).click();
    await says(clinic, `Asked. ${email} gets a mail once the registry has approved.`);
    await clinic
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByText('Waits for the registry')
      .waitFor();

    const dx = await come('dx');
    await dx.getByRole('link', { name: 'Account requests' }).click();
    const request = dx.getByRole('listitem').filter({ hasText: email });
    await request.getByText('Regular user').waitFor();
    await request.getByText(/^Clara Demo, /).waitFor();
    await request.getByRole('button', { name: `Approve: ${name}` }).click();
    await says(dx, `Approved. ${name} was told by mail.`);

    const page = await newWindow();
    await letterTo(page, cairn.url, email, /^Your access at Demo Family Clinic/);
    await follow(page, '/password');
    await heading(page, 'Set your password');
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await heading(page, 'Training');
    await says(page, 'Your role counts once you have completed: Working with patient records.');
    await page.getByRole('button', { name: 'Enrol and begin: Working with patient records' }).waitFor();
    await seesNoPatients(page, cairn.url, /^Complete the training of your role first/);
  });

  test('a nurse finds a child by an approximate name, records a dose, and the exchange tells of it', async () => {
    const who = patient({ last: 'Featherstonemadeup', first: 'Miranda', birthDate: '20230411' });
    const dtap = (day: string) => historical({ vaccine: '20^DTaP^CVX', day });
    const orders = ['20230620', '20230822', '20231024'].map(dtap);
    expect(await send(vxu({ patient: who, orders }))).toBe('AA');
    const z44 = () => {
      const qpd = { 1: 'Z44^Request Evaluated History and Forecast^CDCPHINVS' };
      const query = qbp({ patient: who, msh: { 21: 'Z44^CDCPHINVS' }, qpd });
      return submit(cairn.url, query, { name: 'submitSingleQuery' });
    };
    const dosesToday = (answer: string) =>
      segments(answer, 'RXA').filter((rxa) => rxa[3] === '20250320' && !rxa[5]?.startsWith('998^'));
    expect(dosesToday(await z44())).toEqual([]);

    // By keyboard alone: a letter is missing, and day and month are swapped.
    const page = await come('nurse');
    await heading(page, 'Find a patient');
    const { keyboard } = page;
    await tabTo(page, 'Last name');
    await keyboard.type('Fetherstonmadeup');
    await tabTo(page, 'First name');
    await keyboard.type('Miranda');
    await tabTo(page, 'Birth date');
    await keyboard.type('11042023');
    await keyboard.press('Enter');
    await says(page, '1 patient found');
    await says(page, 'Close match');
    await says(page, 'born April 11, 2023');
    await tabTo(page, 'Featherstonemadeup, Miranda');
    await keyboard.press('Enter');
    await heading(page, 'Miranda Featherstonemadeup');

    const due = page.getByRole('region', { name: 'What to give today' });
    const overdue = 'Overdue since December 9, 2024';
    const dtapDue = due.getByRole('listitem').filter({ hasText: 'DTaP' });
    await dtapDue.getByText(overdue).waitFor();
    await dtapDue.getByText('Dose 4').waitFor();
    const why = page.getByRole('group').filter({ hasText: 'Why? How these dates come about' });
    await why.getByText('Why? How these dates come about').click();
    await why.getByText('DTaP/Tdap/Td', { exact: true }).click();
    await why
      .getByText(/^CVX 20 \(DTaP\) given 2023-10-24, held against dose 3: Valid/)
      .first()
      .waitFor();
    await why
      .getByText(/^Recommended 2024-07-11: recommended age 15 months/)
      .first()
      .waitFor();

    await page.getByRole('link', { name: 'Add a dose' }).click();
    await heading(page, 'Add a dose');
    await page.getByRole('group', { name: 'Due today:' }).getByRole('button', { name: 'DTaP' }).click();
    const offered = await page
      .locator('datalist option')
      .evaluateAll((options) => options.map((each) => each.getAttribute('value') ?? ''));
    const infanrix = offered.find((label) => /^infanrix/i.test(label)) ?? '';
    await page.getByLabel('Vaccine', { exact: true }).fill(infanrix);
    await page.getByLabel('Lot number').fill('NURSE-77');
    await page.getByLabel('Lot expires').fill('2027-06-30');
    await page.getByLabel('Route').selectOption('Intramuscular');
    await page.getByLabel('Body site').selectOption('Left Thigh');
    await page.getByLabel('VFC eligibility').selectOption('VFC: Medicaid or Medi-Cal');
    await page.getByText('Vaccine Information Statement handed out').click();
    await page.getByRole('button', { name: 'Save vaccination' }).click();
    await heading(page, 'Miranda Featherstonemadeup');
    const history = page.getByRole('region', { name: 'Immunization history' });
    const given = history.getByRole('listitem').filter({ hasText: 'Lot NURSE-77' });
    await given.getByText('March 20, 2025').waitFor();
    await given.getByText('Valid').waitFor();
    await given.getByText('Dose 4').waitFor();
    expect(await due.getByText(overdue).count()).toBe(0);

    // What the child's doctor is told by the next query: the dose, that it counts, and that it was the fourth.
    const answer = await z44();
    const shown = segments(answer, 'PID')[0]?.[3]
      ?.split('~')
      .map((id) => id.split('^')[4]);
    expect(shown).toEqual(['SR', 'MR']);
    expect(dosesToday(answer)).toHaveLength(1);
    const order = answer.split('\rORC|').find((each) => each.includes('|NURSE-77|20270630|')) ?? '';
    expect(segments(order, 'RXA')[0]?.[5]).toMatch(/^20\^DTaP\^CVX/);
    const evaluated = segments(order, 'OBX').map((obx) => [obx[3], obx[5]]);
    expect(evaluated).toContainEqual(['59781-5^Dose validity^LN', 'Y']);
    expect(evaluated).toContainEqual(['30973-2^Dose number in series^LN', '4']);
  });

  test('a record is opened in an emergency, and an administrator reviews it', async () => {
    const who = patient({ last: 'Hiddenvalleymadeup', first: 'Elena', birthDate: '20200229' });
    const pd1 = { 12: 'Y', 13: '20250320' };
    expect(await send(vxu({ patient: who, from: PEDIATRICS, pd1 }), PEDIATRICS)).toBe('AA');
    const reason = 'Anaphylaxis in the waiting room, allergies unknown';

    const page = await come('nurse');
    await searchFor(page, { last: who.last, first: 'Elena', birthDate: '2020-02-29' });
    await says(page, 'Nobody found');
    await page.getByRole('link', { name: 'Emergency: open a protected record' }).click();
    await heading(page, 'Open a protected record in an emergency');
    await says(page, 'The administrators of the registry hear of it at once, and each use is reviewed.');
    await page.getByLabel('Last name').fill(who.last);
    await page.getByLabel('First name').fill('Elena');
    await page.getByLabel('Birth date').fill('2020-02-29');
    await page.getByLabel('What is the emergency?').fill(reason);
    await page.getByRole('button', { name: 'Open the record' }).click();
    await heading(page, `Elena ${who.last}`);
    await says(page, 'Open to you in an emergency until Mar 20, 2025, 11:20 AM, for reading.');
    await page.getByRole('region', { name: 'Immunization history' }).getByText('MMR').first().waitFor();
    expect(await page.getByRole('link', { name: 'Add a dose' }).count()).toBe(0);

    const administrator = await come('administrator');
    const subject = /^A protected record was opened in an emergency by Nora Demo/;
    await letterTo(administrator, cairn.url, DEMO_PEOPLE.administrator, subject);
    const letter = administrator.getByRole('article');
    await letter.getByText('Demo Family Clinic (DE-000001)').waitFor();
    // What was typed as a reason may name the patient, and stays in the portal.
    expect(await letter.innerText()).not.toMatch(/Elena|Hiddenvalley|Anaphylaxis/);
    await follow(administrator, '/staff/emergencies');
    await heading(administrator, 'Opened in an emergency');
    await says(administrator, reason);
    await administrator.getByRole('button', { name: /^Write down the review …: Nora Demo/ }).click();
    await administrator.getByLabel('What you found').fill('Called the clinic: it was an emergency.');
    await administrator.getByRole('button', { name: 'Save the review' }).click();
    await says(administrator, 'The review is saved.');
    const reviewed = administrator.getByRole('region', { name: 'Reviewed' });
    await reviewed.getByText(/^Reviewed by Ada Demo/).waitFor();
    await reviewed.getByText('Called the clinic: it was an emergency.').waitFor();
  });
});
