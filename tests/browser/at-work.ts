/** What people do with the registry once they have an account: each function is one thing somebody wants done, or sees. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { fill, heading, inMenu, says } from './walk.ts';

/** Asks for a patient on the page of that name; in what is left out nothing is typed. */
export async function searchFor(
  page: Page,
  { last, first, birthDate }: { readonly last: string; readonly first: string; readonly birthDate: string },
): Promise<void> {
  await heading(page, 'Find a patient');
  await fill(page, { 'Last name': last, 'First name': first, 'Birth date': birthDate });
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

/** Opens the mailbox of demo mode and there the newest mail to that address; what it says stands in the page then. */
export async function letterTo(page: Page, url: string, to: string, subject: RegExp): Promise<void> {
  await page.goto(`${url}/mailbox`);
  await page.getByRole('link', { name: subject }).filter({ hasText: to }).first().click();
  await page.getByRole('heading', { name: subject, level: 2 }).waitFor();
}

/** Follows the link of the open mail to that page of the portal. */
export const follow = (page: Page, path: string): Promise<void> =>
  page.getByRole('article').locator(`a[href*="${path}"]`).click();

/**
 * Neither a way to patients nor, where its address is known, a look at one.
 * @param why what the pages say instead
 */
export async function seesNoPatients(page: Page, url: string, why: RegExp, record?: string): Promise<void> {
  expect(await inMenu(page, 'Patients').count()).toBe(0);
  await page.goto(`${url}/patients`);
  await says(page, why);
  expect(await page.getByLabel('Last name').count()).toBe(0);
  if (record === undefined) return;
  await page.goto(`${url}/patients/${record}`);
  await page.getByRole('alert').getByText(why).waitFor();
  expect(await page.getByRole('heading', { name: 'Immunization history' }).count()).toBe(0);
}

/** By Tab alone to what is named so: a field by its label, a link or a button by its text. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const here = await page
      .locator(':focus')
      .evaluate((element) =>
        element instanceof HTMLInputElement
          ? (element.labels?.[0]?.textContent ?? '')
          : (element.textContent ?? ''),
      );
    if (here.startsWith(name)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}
