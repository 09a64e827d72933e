import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FOUND = process.env['CHROMIUM_PATH'] ?? PATHS.find((path) => existsSync(path));

/** Browser tests run where there is a browser, and say so where there is none. */
export const HAS_CHROMIUM = FOUND !== undefined;
if (!HAS_CHROMIUM) {
  process.stderr.write(
    'No Chromium was found: the browser tests are left out. Install it (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.\n',
  );
}

export function startChromium(): Promise<Browser> {
  if (FOUND === undefined) throw new Error('there is no Chromium here');
  return chromium.launch({
    executablePath: FOUND,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type Opened = {
  readonly page: Page;
  /** What the page has complained of: errors of scripts, refusals by the content security policy. */
  readonly complaints: readonly string[];
  readonly context: BrowserContext;
};

/** A browser window of its own: nothing of another one's cookies or texts. */
export async function open(
  browser: Browser,
  {
    language = 'en',
    width = 1280,
    bypassPolicy = false,
  }: { readonly language?: 'en' | 'es'; readonly width?: number; readonly bypassPolicy?: boolean } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 640 : 860 },
    locale: language === 'es' ? 'es-MX' : 'en-US',
    bypassCSP: bypassPolicy,
    acceptDownloads: true,
  });
  // What does not come in this time does not come, however busy the machine.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refusal by the server is also written to the console; the page says it, and tests read it there.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  return { page, complaints, context };
}
