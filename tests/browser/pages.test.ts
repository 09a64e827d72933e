/**
 * Every page, as somebody comes to it who sees it on a phone, reads it in Spanish, hears it, or has no mouse.
 * With CAIRN_SCREENSHOTS=folder the pictures are kept, for people to look at.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { HAS_CHROMIUM, open, startChromium } from '../support/chromium.ts';
import { demoScene, type Scene } from '../support/demo-scene.ts';
import { historical, patient, vxu } from '../support/messages.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../support/portal.ts';

/** `halfway` has given the password and not the code; `dx2` has no authenticator app and sets one up. */
type Visitor = keyof typeof DEMO_PEOPLE | 'nobody' | 'halfway';

/** Each page and who looks at it; `{…}` is put in from the scene. */
const PAGES: readonly { readonly path: string; readonly as: Visitor }[] = [
  { path: '/', as: 'nobody' },
  { path: '/register', as: 'nobody' },
  ...['place', 'clinical', 'contacts', 'ehr', 'type', 'meaningful-use', 'agreement'].map((step) => ({
    path: `/register/${step}`,
    as: 'nobody' as const,
  })),
  { path: '/register/submitted', as: 'nobody' },
  { path: '/register/continue#no-such-token-at-all-0123456789', as: 'nobody' },
  { path: '/register/existing/no-such-site', as: 'nobody' },
  { path: '/verify#no-such-token-at-all-0123456789', as: 'nobody' },
  { path: '/credentials#no-such-token-at-all-0123456789', as: 'nobody' },
  { path: '/access#no-such-token-at-all-0123456789', as: 'nobody' },
  { path: '/password#no-such-token-at-all-0123456789', as: 'nobody' },
  { path: '/password/forgotten', as: 'nobody' },
  { path: '/sign-in', as: 'nobody' },
  { path: '/sign-in/second-step', as: 'halfway' },
  { path: '/sign-in/second-step', as: 'dx2' },
  { path: '/workbench', as: 'nobody' },
  { path: '/statement/{statement}', as: 'nobody' },
  { path: '/mailbox', as: 'nobody' },
  { path: '/no/such/page', as: 'nobody' },
  { path: '/account', as: 'nurse' },
  { path: '/account', as: 'dx' },
  { path: '/account', as: 'trainee' },
  { path: '/sites', as: 'clinic' },
  ...[
    '',
    '/tests',
    '/tests/{message}',
    '/credential',
    '/files',
    '/files/{file}',
    '/acknowledgements',
    '/history',
    '/history/{load}',
    '/bidx',
    '/statements',
    '/people',
    '/settings',
    '/events',
  ].map((page) => ({ path: `/sites/DE-000001${page}`, as: 'clinic' as const })),
  { path: '/sites/DE-000002', as: 'pediatrics' },
  { path: '/sites/SF-000001/clients', as: 'hie' },
  { path: '/sites/DE-000002/acknowledgements', as: 'pediatrics' },
  { path: '/sites/SF-000001/acknowledgements', as: 'hie' },
  { path: '/patients/{patient}/seen', as: 'nurse' },
  { path: '/inventory', as: 'power' },
  { path: '/inventory', as: 'nurse' },
  { path: '/inventory/{lot}', as: 'power' },
  { path: '/inventory/count', as: 'power' },
  { path: '/inventory/not-deducted', as: 'power' },
  { path: '/exchange', as: 'hieQa' },
  { path: '/exchange?site=DE-000001', as: 'dx' },
  { path: '/exchange/quality', as: 'qa' },
  { path: '/exchange/attention', as: 'dx' },
  { path: '/exchange/messages', as: 'power' },
  { path: '/exchange/messages?outcome=refused', as: 'dx' },
  { path: '/exchange/messages/{refused}', as: 'power' },
  { path: '/staff', as: 'dx' },
  { path: '/staff?step=deduction', as: 'dx' },
  { path: '/timeline', as: 'nobody' },
  { path: '/account-update', as: 'clinic' },
  { path: '/training', as: 'trainee' },
  { path: '/training/regular-user', as: 'trainee' },
  { path: '/staff/accounts', as: 'dx' },
  { path: '/staff/training', as: 'dx' },
  { path: '/sites/{testing}', as: 'dx' },
  { path: '/staff/outbound', as: 'dx' },
  { path: '/staff/outbound/{registry}', as: 'administrator' },
  { path: '/staff/outbound/san-diego', as: 'dx' },
  { path: '/staff/mail', as: 'administrator' },
  { path: '/staff/audit', as: 'administrator' },
  { path: '/staff/emergencies', as: 'administrator' },
  { path: '/review', as: 'dx' },
  { path: '/review/{task}', as: 'administrator' },
  { path: '/patients', as: 'nurse' },
  { path: '/patients/{patient}', as: 'nurse' },
  { path: '/patients/emergency', as: 'nurse' },
  { path: '/patients/new', as: 'nurse' },
  { path: '/patients/{patient}/dose', as: 'nurse' },
  { path: '/patients/{patient}/dose/{dose}', as: 'nurse' },
  { path: '/patients/{patient}/details', as: 'nurse' },
];

const NARROW = 320;
const WIDTHS = [NARROW, 1280] as const;
const LANGUAGES = ['en', 'es'] as const;
const SHOTS = process.env['CAIRN_SCREENSHOTS'];
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

describe.skipIf(!HAS_CHROMIUM)('the pages', () => {
  let cairn: TestCairn;
  let browser: Browser;
  let scene: Scene;
  let axe = '';
  const sessions = new Map<string, { page: Page; context: BrowserContext; complaints: readonly string[] }>();

  beforeAll(async () => {
    cairn = await startTestCairn();
    scene = await demoScene(cairn);
    await cairn.db.query('update account set totp_confirmed_at = null where email = $1', [DEMO_PEOPLE.dx2]);
    browser = await startChromium();
    axe = await readFile(AXE, 'utf8');
    if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await cairn?.close();
  });

  const filled = (path: string): string =>
    path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => scene[name as 'statement']);

  /** One window for each visitor and language; signing in anew for each page would only take time. */
  async function windowOf(as: Visitor, language: 'en' | 'es') {
    const known = sessions.get(`${as} ${language}`);
    if (known) return known;
    // Axe is put into the page from outside, which the pages' own policy forbids.
    const opened = await open(browser, { language, bypassPolicy: true });
    if (as === 'nobody') await scene.begin(opened.context);
    else {
      const { request } = opened.context;
      const headers = { origin: cairn.url };
      const data = { email: DEMO_PEOPLE[as === 'halfway' ? 'dx' : as], password: DEMO_PASSWORD };
      const signedIn = await request.post(`${cairn.url}/api/session`, { data, headers });
      const { demoCode: code } = (await signedIn.json()) as { readonly demoCode: string | null };
      if (code !== null && as !== 'halfway') {
        await request.post(`${cairn.url}/api/session/factor`, { data: { code }, headers });
      }
    }
    await opened.page.addInitScript((chosen) => {
      // A document without an origin of its own (blank, or a letter in its frame) has no storage.
      if (origin !== 'null') localStorage.setItem('cairn.language', chosen);
    }, language);
    sessions.set(`${as} ${language}`, opened);
    return opened;
  }

  async function show(page: Page, path: string): Promise<void> {
    const address = `${cairn.url}${filled(path)}`;
    // What stands behind # alone would be no new page.
    if (withoutHash(page.url()) === withoutHash(address)) await page.goto('about:blank');
    await page.goto(address);
    await page.waitForSelector('h1');
    // Not with each frame: a window behind others draws one a second.
    const polling = 20;
    await page.waitForFunction(() => document.querySelector('.cairn-loading') === null, undefined, {
      polling,
    });
  }

  describe.each(LANGUAGES)('in %s', (language) => {
    test.each(PAGES)('$path', async ({ path, as }) => {
      const { page, complaints } = await windowOf(as, language);
      const before = complaints.length;
      await show(page, path);
      await page.evaluate(axe);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 500 ? 640 : 860 });
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await page.locator('h1').count()).toBe(1);
        // Nothing is wider than the window.
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(tooWide, `${path} at ${width} px`).toBeLessThanOrEqual(0);
        if (SHOTS !== undefined) {
          const name = `${path.replaceAll(/[^\w-]+/g, '_')}-${as}-${language}-${width}.png`;
          await page.screenshot({ path: join(SHOTS, name), fullPage: true });
        }
        // Both languages have the same elements: one is checked wide, the other narrow, to save half the time.
        if ((language === 'es') !== (width === NARROW)) continue;
        expect(await violationsOn(page), `${path} at ${width} px`).toEqual([]);
      }
      // The last width is the wide one: there nothing is folded away behind a menu.
      if (language === 'en') expect(await tabThrough(page)).toEqual({ unreached: [], unseen: [] });
      expect(complaints.slice(before)).toEqual([]);
    });
  });

  test('a history that is chosen here is uploaded in pieces, loaded, and told of', async () => {
    const { page, complaints } = await windowOf('clinic', 'en');
    const before = complaints.length;
    const messages = Array.from({ length: 20 }, () =>
      vxu({
        patient: patient(),
        orders: ['20230520', '20230720', '20230920', '20231120'].map((day) =>
          historical({ day, vaccine: '20^DTaP^CVX' }),
        ),
      }),
    );
    // With what is no message it is more than one piece.
    const buffer = Buffer.from([...messages, `MSH|${'no message at all '.repeat(60_000)}\r`].join(''));
    expect(buffer.length).toBeGreaterThan(1_000_000);
    await show(page, '/sites/DE-000001/history');
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    await page.getByText('Choose a file').first().waitFor();
    await page.getByLabel('Files').setInputFiles({ name: 'papers.hl7', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    await page.getByRole('heading', { name: 'papers.hl7' }).waitFor();
    await page.getByText('The whole file was loaded.').waitFor();
    const counts = page.getByRole('region', { name: 'papers.hl7' });
    for (const [what, count] of [
      ['Doses recorded', '80'],
      ['Recorded', '20'],
      ['Refused', '1'],
    ] as const) {
      const term = counts.locator('dt', { hasText: new RegExp(`^${what}$`) });
      expect(await term.locator('xpath=following-sibling::dd[1]').textContent()).toBe(count);
    }
    expect(complaints.slice(before)).toEqual([]);
  });

  test('the first page is small, and soon there', async () => {
    const { page, context, complaints } = await open(browser);
    let bytes = 0;
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      bytes += Number(response.headers()['content-length'] ?? '0');
      expect(response.headers()['content-encoding']).toMatch(/br|gzip/);
    });
    const began = Date.now();
    await page.goto(`${cairn.url}/`);
    await page.getByRole('link', { name: 'Start registration' }).click();
    await page.waitForSelector('select');
    const took = Date.now() - began;
    // 200 kB of packed script at most for the first page and the next; it is usable at once.
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
    process.stdout.write(`first page: ${Math.round(bytes / 1000)} kB of script, usable after ${took} ms\n`);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

const withoutHash = (address: string): string => address.replace(/#.*$/, '');

/** What axe has against the page; it has been put into it. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    const { violations } = await checker.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** Goes through the page with Tab alone; what was never reached, and where one does not see that one is there. */
async function tabThrough(page: Page): Promise<{ unreached: readonly string[]; unseen: readonly string[] }> {
  const presses = await page.evaluate(() => {
    const isOneOfItsGroup = (radio: HTMLInputElement): boolean => {
      // Of radio buttons one is reached by Tab, the others from it by the arrow keys.
      const name = CSS.escape(radio.name);
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${name}"]`)];
      return (group.find(({ checked }) => checked) ?? group[0]) === radio;
    };
    const stops = [
      ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
    ].filter(
      (element) =>
        !element.matches(':disabled') &&
        element.checkVisibility({ visibilityProperty: true }) &&
        (!(element instanceof HTMLInputElement) || element.type !== 'radio' || isOneOfItsGroup(element)),
    );
    const seen = new Map<Element, boolean>();
    const isSeen = (element: Element): boolean => {
      // The design system draws the focus of a radio button and a checkbox around its label's box.
      const drawn = element.matches('[type=radio], [type=checkbox]') ? element.nextElementSibling : undefined;
      return [
        getComputedStyle(element),
        ...(drawn ? [getComputedStyle(drawn), getComputedStyle(drawn, '::before')] : []),
      ].some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      );
    };
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return;
      seen.set(target, isSeen(target));
    });
    (document.activeElement as HTMLElement | null)?.blur();
    Object.assign(globalThis, {
      tabbed: () => ({
        unreached: stops.filter((stop) => !seen.has(stop)).map((stop) => stop.outerHTML.slice(0, 120)),
        unseen: [...seen].flatMap(([element, was]) => (was ? [] : [element.outerHTML.slice(0, 120)])),
      }),
    });
    // In a field for a date, Tab goes from part to part.
    return stops.length + 5 * document.querySelectorAll('input[type=date]').length + 5;
  });
  for (let press = 0; press < presses; press++) await page.keyboard.press('Tab');
  return page.evaluate(() =>
    (globalThis as unknown as { tabbed: () => { unreached: string[]; unseen: string[] } }).tabbed(),
  );
}
