import type { BrowserContext } from 'playwright-core';
import type { TestCairn } from './cairn.ts';
import { demoPatient } from './demo-patient.ts';
import { inventoryScene } from './inventory-scene.ts';
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
  /** A flat file of DE-000001, from the time when they were taken. */
  readonly file: string;
  /** A load of history of DE-000001 that is paused, with a problem. */
  readonly load: string;
  /** A site that is testing. */
  readonly testing: string;
  /** A case of two records that may be one person or twins. */
  readonly task: string;
  /** The id of somebody with a few doses. */
  readonly patient: string;
  /** A report of theirs that DE-000001 may change. */
  readonly dose: string;
  /** A lot of DE-000001, with doses on the way to DE-000002; one dose was not deducted. */
  readonly lot: string;
  /** The registry of a region, which has not taken some messages. */
  readonly registry: string;
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
    file: await flatFile(cairn),
    load: await pausedLoad(cairn),
    testing: site.code,
    task: await twins(cairn),
    patient: known,
    dose: doses.rows[0]?.report_id ?? '',
    lot: await inventoryScene(cairn),
    registry: await otherRegistry(cairn, known),
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

/**
 * A connection that has its troubles: messages of that patient are refused, undeliverable, and of unknown arrival. It is in
 * maintenance, so that nothing is sent anywhere.
 */
async function otherRegistry(cairn: TestCairn, person: string): Promise<string> {
  const { db } = cairn;
  const id = 'bay-area';
  const at = '2025-03-20T09:00:00-07:00';
  const administrator = await signInAs(cairn, DEMO_PEOPLE.administrator);
  await administrator.put(`/api/staff/outbound/${id}`, {
    url: 'https://registry.bay-area.example/IISService',
    soapVersion: '1.2',
    username: 'cairn',
    password: 'known-to-nobody',
    facilityId: 'CAIRN',
    sendingFacility: '',
    receivingApplication: '',
    receivingFacility: 'BAYREG',
    lanes: 4,
    timeoutSeconds: 30,
    isEnabled: false,
  });
  await db.query(
    `insert into outbound_state values ($1, 2, null, '', '', $2, $2::timestamptz - interval '1 hour', true, $2)`,
    [id, at],
  );
  await db.query(
    `insert into outbound_maintenance
     select gen_random_uuid(), $1, $2::timestamptz, $2::timestamptz + interval '1 day', 'Their database moves.', account_id
     from account where email = $3`,
    [id, at, DEMO_PEOPLE.administrator],
  );
  await db.query(
    `insert into outbound_backfill
     select gen_random_uuid(), $1, $2::timestamptz - interval '9 days', $2::timestamptz - interval '2 days', 'done', null, null, 1204,
       account_id, $2, $2 from account where email = $3`,
    [id, at, DEMO_PEOPLE.administrator],
  );
  await db.query(
    `insert into outbound_copy
     select $1, m.message_id, m.month, m.person_id, m.responsible_id, s.state, s.attempts, m.received_at, s.code, s.words, s.answer,
       m.received_at, m.received_at, case when s.state = 'unknown' then null else m.received_at end, null
     from (select *, row_number() over (order by person_id = $2::uuid desc, message_id) as no from message
           where person_id is not null and address = 'production' and outcome = 'accepted') m
     join (values (1, 'refused', 1, '101', 'Required field missing', E'MSH|^~\\&|R|BAYREG\rMSA|AE|1\rERR||PID^1^8|101|E'),
       (2, 'undeliverable', 8, 'answer-unreadable', 'The answer is no HL7 acknowledgement of a message.', ''),
       (3, 'unknown', 0, 'no-answer', 'The message was sent; no answer came in time.', ''))
       s (no, state, attempts, code, words, answer) using (no)`,
    [id, person],
  );
  await db.query('update outbound_endpoint set is_enabled = true where endpoint_id = $1', [id]);
  return id;
}

/** A report as there are of files before the cut-over; and an address for acknowledgements that has its troubles. */
async function flatFile({ db }: TestCairn): Promise<string> {
  const { rows } = await db.query(
    `insert into flat_file (file_id, organization_id, received_at, account_id, name, body_hash, data_rows, recorded, refused,
       finished_at)
     select gen_random_uuid(), organization_id, '2016-09-20T10:00:00-07:00', null, 'doses of September.csv',
       gen_random_uuid(), 3, 1, 2, '2016-09-20T10:00:02-07:00' from organization where code = 'DE-000001'
     returning file_id as id`,
  );
  const finding = {
    column: 'administered_on',
    code: 'dose-in-future',
    severity: 'E',
    what: 'The dose lies in the future. It was not recorded.',
    fix: 'Send the day on which it was given.',
  };
  await db.query(
    `insert into flat_file_row (file_id, row_no, outcome, problems)
     values ($1, 2, 'recorded', '[]'), ($1, 3, 'refused', $2), ($1, 4, 'unreadable', $3)`,
    [
      rows[0].id,
      JSON.stringify([finding]),
      JSON.stringify([{ ...finding, column: 'lot', code: 'cell-needed-when-given' }]),
    ],
  );
  await db.query(
    `insert into ack_endpoint (organization_id, url, secret_sealed, is_enabled, position, failures, next_at, last_error, made_at)
     select organization_id, 'https://ehr.pediatrics.example/acknowledgements', '', true, 0, 3, '2099-01-01', 'http-status 503',
       '2025-01-01' from organization where code = 'DE-000002'`,
  );
  return rows[0].id;
}

/** History of which a part is loaded. */
async function pausedLoad({ db }: TestCairn): Promise<string> {
  const { rows } = await db.query(
    `insert into history_load
     select gen_random_uuid(), organization_id, null, null, 'history of 2019.hl7', 4000000, 1000000, '', 1000, 'paused', '',
       0, 0, 0, 0, 0, 0, '2025-03-20T09:00:00-07:00', '2025-03-20T09:00:01-07:00', null
     from organization where code = 'DE-000001' returning load_id as id`,
  );
  await db.query(
    `insert into history_batch values ($1, 0, 1000000, 1000000, 900, 880, 12, 8, 0, 1750, '2025-03-20T09:00:09-07:00')`,
    [rows[0].id],
  );
  const finding = {
    code: 'vaccine-unknown',
    severity: 'E',
    message: "The vaccine code (CVX) is not in CDC's list. This dose was not recorded.",
    fix: 'Correct RXA-5, and resend this dose.',
  };
  await db.query(`insert into history_problem values ($1, 17, null, 'H-17', 'partly-accepted', $2)`, [
    rows[0].id,
    JSON.stringify([finding]),
  ]);
  return rows[0].id;
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
