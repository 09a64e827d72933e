import type { BrowserContext } from 'playwright-core';
import type { TestCairn } from './cairn.ts';
import { demoPatient } from './demo-patient.ts';
import { CLINIC, controlId, dose, household, patient, PEDIATRICS, vxu } from './messages.ts';
import { siteOnTheWay, testMessage } from './onboarding.ts';
import { DEMO_PEOPLE, signInAs } from './portal.ts';
import { answersOf } from './registration.ts';
import { submit } from './soap.ts';

/** Demo mode with something to look at on every page. */
export type Scene = {
  /** The code of a statement. */
  readonly statement: string;
  /** A test message of DE-000001. */
  readonly message: string;
  /** A message of DE-000001 to production that was refused, and the corrected one that was accepted. */
  readonly refused: string;
  /** A site that is testing. */
  readonly testing: string;
  /** A case of two records that may be one person or twins. */
  readonly task: string;
  /** The id of somebody with a few doses. */
  readonly patient: string;
  /** A report of theirs that DE-000001 may change. */
  readonly dose: string;
  /** Begins a registration in that browser and answers every step. */
  readonly begin: (context: BrowserContext) => Promise<void>;
};

export async function demoScene(cairn: TestCairn): Promise<Scene> {
  const clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
  await (await signInAs(cairn, DEMO_PEOPLE.trainee)).post('/api/training/regular-user/enrol');
  await clinic.post('/api/account-update/requests', {
    kind: 'change',
    email: DEMO_PEOPLE.reader,
    userRole: 'regular',
    isLocalAdministrator: false,
  });
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
  const refused = await refusedAndCorrected(cairn);
  const known = await demoPatient(cairn);
  const doses = await cairn.db.query<{ readonly report_id: string }>(
    `select report_id from dose_report join organization using (organization_id)
     where person_id = $1 and code = 'DE-000001' limit 1`,
    [known],
  );
  return {
    statement: statement.body.code,
    message: submitted.body.tests[0].id,
    refused,
    testing: site.code,
    task: await twins(cairn),
    patient: known,
    dose: doses.rows[0]?.report_id ?? '',
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

async function refusedAndCorrected({ url, db }: TestCairn): Promise<string> {
  const who = patient();
  const control = controlId();
  await submit(url, vxu({ patient: who, controlId: control, pid: { 7: '' } }));
  await submit(url, vxu({ patient: who, controlId: control }));
  const { rows } = await db.query(
    "select message_id from message where control_id = $1 and outcome = 'refused'",
    [control],
  );
  return rows[0].message_id;
}

/** Two children of one home whose names are as like as twins' are: a case for review. */
async function twins(cairn: TestCairn): Promise<string> {
  const who = patient({ first: 'Jayden', sex: 'M', birthDate: '20190611' });
  const pid = { ...household(who), 6: 'Lark^Rosa^^^^^M' };
  await submit(cairn.url, vxu({ patient: who, pid, orders: [dose()] }), { login: CLINIC.login });
  const other = { ...who, chart: `P-${who.chart}`, first: 'Kayden' };
  const orders = [dose({ site: PEDIATRICS.site })];
  await submit(cairn.url, vxu({ patient: other, from: PEDIATRICS, pid, orders }), {
    login: PEDIATRICS.login,
  });
  const { rows } = await cairn.db.query(
    `select task_id from review_task where state = 'open' order by task_id desc limit 1`,
  );
  return String(rows[0]?.task_id);
}
