/** What people do at the portal, step by step, in a browser; each function is one thing somebody wants done. */
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { open } from '../support/chromium.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../support/portal.ts';
import { linkIn, type MailSink } from '../support/smtp.ts';

export type Walk = { readonly browser: Browser; readonly url: string; readonly mails: MailSink };

export type NewSite = {
  readonly name: string;
  readonly type: 1 | 2 | 3;
  /** Of type 2: whom it sends through. */
  readonly facility?: string;
  readonly clinical?: boolean;
};

/** Everybody at the site has an address of the site's own. */
const domain = ({ name }: NewSite): string => `${name.toLowerCase().replaceAll(/\W+/g, '-')}.example`;
export const siteContact = (site: NewSite): string => `sofia@${domain(site)}`;
export const exchangeContact = (site: NewSite): string => `dana@${domain(site)}`;
export const PASSWORD = 'maple otter lantern seven';

export const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
};
const next = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Continue', exact: true }).click();
export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name, level: 1 }).waitFor();
/** Waits until the page says it. */
export const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();
export const inMenu = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true });
const stepHeading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor();

/** From the home page to the submitted registration. */
export async function register({ browser, url }: Walk, site: NewSite): Promise<void> {
  const { page, complaints, context } = await open(browser);
  await page.goto(url);
  await page.getByRole('link', { name: 'Start registration' }).click();
  await page.getByLabel('County').selectOption('Alameda');
  await page.getByText('Your site is in the Bay Area region').waitFor();
  await page.getByRole('button', { name: 'Start registration' }).click();

  await stepHeading(page, 'Your site and its address');
  await fill(page, {
    'Name of the site': site.name,
    'Street address': `1 ${site.name} Lane`,
    City: 'Oakland',
    'ZIP code': '94601',
    'Phone of the site': '510-555-0100',
  });
  await next(page);

  await stepHeading(page, 'Clinical information');
  if (site.clinical ?? true) {
    await page.getByText('Yes, it is a clinical site').click();
    await fill(page, {
      'Lead clinician’s first name': 'Carla',
      'Lead clinician’s last name': 'Clinician',
      'Lead clinician’s California Medical License Number': 'A12345',
      'National Provider Identifier (NPI) of the site': '1234567893',
    });
    await page.getByLabel('Specialty of the clinic').selectOption({ label: 'Pediatrics' });
  } else await page.getByText('No, it is not a clinical site').click();
  await next(page);

  await stepHeading(page, 'Contacts');
  for (const [group, name, email] of [
    ['Site Contact', 'Sofia Example', siteContact(site)],
    ['Data Exchange Contact', 'Dana Example', exchangeContact(site)],
  ] as const) {
    const fields = page.getByRole('group', { name: group, exact: true });
    await fields.getByLabel('Full name').fill(name);
    await fields.getByLabel('Job title').fill('Manager');
    await fields.getByLabel('E-mail address').fill(email);
    await fields.getByLabel('Phone').fill('510-555-0101');
  }
  await page.getByRole('group', { name: 'EHR support' }).getByText('Same person as the Site Contact').click();
  await next(page);

  await stepHeading(page, 'Your EHR');
  await fill(page, {
    'EHR product': 'Invented EHR',
    Version: '4.2',
    'EHR vendor': 'Invented Vendor',
    'Contact person at the vendor': 'Vera Example',
    'Vendor contact’s e-mail address': 'support@vendor.example',
    'Vendor contact’s phone': '916-555-0100',
  });
  await page.getByLabel('HL7 version that your EHR sends').selectOption({ label: 'HL7 2.5.1' });
  await next(page);

  await stepHeading(page, 'How your site will send');
  await page
    .getByText(
      (
        {
          1: 'Our EHR sends directly',
          2: 'We send through a Sending Facility',
          3: 'We are a Sending Facility',
        } as const
      )[site.type],
    )
    .first()
    .click();
  if (site.facility !== undefined)
    await page.getByLabel('Your Sending Facility', { exact: true }).selectOption(site.facility);
  await next(page);

  await stepHeading(page, 'Meaningful use');
  await page.getByText('Stage 2', { exact: true }).click();
  await page.getByLabel('First day of the reporting period').fill('2025-01-01');
  expect(await page.getByLabel('Last day of the reporting period').inputValue()).toBe('2025-03-31');
  await next(page);

  await stepHeading(page, 'Review and agree');
  await page.getByText(siteContact(site)).first().waitFor();
  await page.waitForLoadState('networkidle');
  // Sites of the tests share an NPI, so those that were there before are held against each new one.
  const another = page.getByText('None of these. My site is another one.');
  if (await another.isVisible()) await another.click();
  await page.getByLabel('Your full name').fill('Sofia Example');
  await page.getByLabel('Your job title').fill('Manager');
  await page.getByText('I have read the agreement and accept it for my site.').click();
  await page.getByRole('button', { name: 'Submit registration' }).click();
  await heading(page, 'Almost done: check your mail');
  expect(complaints).toEqual([]);
  await context.close();
}

/** The Site Contact opens the mail, verifies, sets a password, and is on the site's page. */
export async function verify({ browser, mails }: Walk, site: NewSite): Promise<{ page: Page; code: string }> {
  const mail = await mails.next(siteContact(site), /confirm your e-mail address/);
  const { page } = await open(browser);
  await page.goto(linkIn(mail, '/verify'));
  await page.getByRole('button', { name: 'Verify my e-mail address' }).click();
  await heading(page, 'Your site is registered');
  const code = (await page.locator('.cairn-code').first().innerText()).trim();
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await heading(page, site.name);
  return { page, code };
}

export type Login = { readonly username: string; readonly password: string; readonly facilityID: string };

/** The Data Exchange Contact opens the confirmation mail and is shown the credentials, once. */
export async function credentials({ browser, mails }: Walk, site: NewSite, code: string): Promise<Login> {
  const mail = await mails.next(exchangeContact(site), /is registered/);
  expect(mail.text).toContain(code);
  const link = linkIn(mail, '/credentials');
  const { page, context } = await open(browser);
  await page.goto(link);
  await page.getByRole('button', { name: 'Show the credentials' }).click();
  await page.getByText('Keep them now').waitFor();
  const shown = async (name: string): Promise<string> =>
    (
      await page
        .locator('dt', { hasText: name })
        .first()
        .locator('xpath=following-sibling::dd[1]')
        .locator('.cairn-code')
        .first()
        .innerText()
    ).trim();
  const login = { username: await shown('User name'), password: await shown('Password'), facilityID: code };
  expect(mail.text).not.toContain(login.password);

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Show the credentials' }).click();
  await page.getByText('The credentials are not shown again').waitFor();
  await context.close();
  return login;
}

/** Somebody of demo mode, signed in: in a window of their own, or in the one that is given. */
export async function signIn(
  { browser, url }: Pick<Walk, 'browser' | 'url'>,
  who: keyof typeof DEMO_PEOPLE,
  window?: Page,
): Promise<Page> {
  const page = window ?? (await open(browser)).page;
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail address').fill(DEMO_PEOPLE[who]);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  if (who.startsWith('dx') || who === 'administrator') {
    await heading(page, 'Enter your code');
    const code = await page.getByText('the code is now').locator('.cairn-code').innerText();
    await page.getByLabel('Code of the app').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'My account' }).waitFor();
  }
  return page;
}

/** A button of the staff's panel that asks once more. */
export async function decide(
  page: Page,
  url: string,
  code: string,
  { ask, confirm, done }: { readonly ask: string; readonly confirm: string; readonly done: string },
): Promise<void> {
  await page.goto(`${url}/sites/${code}`);
  await page.getByRole('button', { name: ask }).click();
  await page.getByRole('button', { name: confirm }).click();
  await page.getByText(done).waitFor();
}
