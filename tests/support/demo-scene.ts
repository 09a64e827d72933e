import type { BrowserContext } from 'playwright-core';
import type { TestCairn } from './cairn.ts';
import { vxu } from './messages.ts';
import { siteOnTheWay, testMessage } from './onboarding.ts';
import { DEMO_PEOPLE, signInAs } from './portal.ts';
import { answersOf } from './registration.ts';

/** Demo mode with something to look at on every page. */
export type Scene = {
  /** The code of a statement. */
  readonly statement: string;
  /** A test message of DE-000001. */
  readonly message: string;
  /** A site that is testing. */
  readonly testing: string;
  /** Begins a registration in that browser and answers every step. */
  readonly begin: (context: BrowserContext) => Promise<void>;
};

export async function demoScene(cairn: TestCairn): Promise<Scene> {
  const clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
  const submitted = await clinic.post('/api/sites/DE-000001/tests', { text: vxu() });
  const day = '2025-03-20';
  const statement = await clinic.post('/api/sites/DE-000001/statements', { from: day, to: day });
  const site = await siteOnTheWay(cairn, 'DE-000777');
  await testMessage(cairn, site, { cases: ['administered-child', 'historical'] });
  const dx = await signInAs(cairn, DEMO_PEOPLE.dx);
  await dx.post('/api/sites/DE-000777/notes', { text: 'Called the vendor: new version next week.' });
  await dx.post('/api/sites/DE-000777/send-back', {
    step: 'testing',
    reasons: 'The lot number (RXA-15) is missing in every message.\nAsk your vendor to map it.',
  });
  return {
    statement: statement.body.code,
    message: submitted.body.tests[0].id,
    testing: site.code,
    begin: async ({ request }) => {
      const headers = { origin: cairn.url };
      const steps = answersOf('scene');
      const began = await request.post(`${cairn.url}/api/registration`, {
        headers,
        data: { county: 'Alameda', language: 'en' },
      });
      let { version } = (await began.json()) as { version: number };
      for (const [step, answers] of Object.entries(steps)) {
        const saved = await request.put(`${cairn.url}/api/registration`, {
          headers,
          data: { step, answers, version },
        });
        ({ version } = (await saved.json()) as { version: number });
      }
    },
  };
}
