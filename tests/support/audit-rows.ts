/** For each route that touches patients how it is asked, what is written down then, and whom its answer shows. */
import { DEMO_STAFF } from '@cairn/server';
import type { Asker } from './askers.ts';
import { type AuditScene, behindMessages, HIDDEN, one } from './audit-scene.ts';
import { SOFIA } from './demo-patient.ts';
import { DEMO_PEOPLE } from './portal.ts';

/** As they are written down. */
export const BY: Readonly<
  Partial<Record<Asker, { readonly who: string; readonly organization: string | null }>>
> = {
  nurse: { who: DEMO_PEOPLE.nurse, organization: 'DE-000001' },
  nurse2: { who: DEMO_PEOPLE.nurse2, organization: 'DE-000002' },
  power: { who: DEMO_PEOPLE.power, organization: 'DE-000001' },
  qa: { who: DEMO_PEOPLE.qa, organization: 'DE-000001' },
  dx: { who: DEMO_PEOPLE.dx, organization: null },
  admin: { who: DEMO_PEOPLE.administrator, organization: null },
  token: { who: DEMO_STAFF.name, organization: null },
};

export type AuditRow = {
  readonly route: string;
  readonly by: Asker;
  /** What goes into the address and is sent; asked for before what is written down is looked at. */
  readonly ask: (at: AuditScene) => Body | Promise<Body>;
  readonly action: string;
  /** Who is shown without a name or id. */
  readonly shows?: (at: AuditScene, text: string) => readonly string[] | Promise<readonly string[]>;
};
type Body = { readonly path?: Readonly<Record<string, string>>; readonly body?: unknown };

const sofia =
  (body?: unknown) =>
  ({ scene }: AuditScene) => ({ path: { patient: scene.patient }, body });
const ofSofia = ({ scene }: AuditScene) => [scene.patient];
const period = { from: '2025-03-01', to: '2025-03-31' };
const GIVEN = { kind: 'historical', date: '2025-01-20', cvx: '83' };

/** The dose that was entered here, as it is now. */
const entered = async ({ asks, scene }: AuditScene, body?: unknown) => {
  const { body: record } = await asks('nurse')('GET', `/api/patients/${scene.patient}`);
  const found = record.doses.find(({ cvx }: { readonly cvx: string }) => cvx === GIVEN.cvx);
  return { path: { patient: scene.patient, dose: found.ownReport }, body };
};
const reason = 'looked at both';
const task =
  (body?: unknown) =>
  ({ scene }: AuditScene) => ({ path: { id: scene.task }, body });
const twoDoses = async ({ asks, scene }: AuditScene, kind?: string) => {
  const { body } = await asks('dx')('GET', `/api/persons/${scene.patient}/dose-links`);
  const [a, b] = body.doses.map(({ id }: { readonly id: string }) => id);
  return { path: { id: scene.patient }, body: { a, b, reason, ...(kind === undefined ? {} : { kind }) } };
};
const grant = (at: AuditScene) => one(at, 'select grant_id as id from break_glass');
const messageOf = (at: AuditScene, type: string) =>
  one(
    at,
    `select m.message_id as id from message m join audit_event e using (message_id)
     where m.message_type like $1 and $2 = any(e.person_ids) order by 1 limit 1`,
    `${type}%`,
    at.scene.patient,
  );

/** Each route that says that it touches patients, in this order: what one does the next one finds. */
export const AUDIT_ROWS: readonly AuditRow[] = [
  {
    route: 'POST /api/patients/search',
    by: 'nurse',
    ask: () => ({ body: { last: SOFIA.last, birthDate: '2023-09-15' } }),
    action: 'patient-search',
    shows: ofSofia,
  },
  { route: 'GET /api/patients/:patient', by: 'nurse', ask: sofia(), action: 'patient-view', shows: ofSofia },
  { route: 'GET /api/patients/:patient', by: 'admin', ask: sofia(), action: 'patient-view', shows: ofSofia },
  {
    route: 'GET /api/patients/:patient/why',
    by: 'nurse',
    ask: sofia(),
    action: 'patient-why',
    shows: ofSofia,
  },
  {
    route: 'GET /api/staff/outbound/:endpoint/messages/:message/answer',
    by: 'dx',
    ask: async (at) => ({
      path: {
        endpoint: at.scene.registry,
        message: await one(at, `select message_id as id from outbound_copy where answer <> ''`),
      },
    }),
    action: 'other-answer-view',
    shows: ofSofia,
  },
  {
    route: 'GET /api/patients/:patient/record.pdf',
    by: 'nurse2',
    ask: sofia(),
    action: 'patient-print',
    shows: ofSofia,
  },
  {
    route: 'GET /api/patients/:patient/seen',
    by: 'nurse',
    ask: sofia(),
    action: 'patient-seen-by',
    shows: ofSofia,
  },
  {
    route: 'POST /api/patients',
    by: 'nurse2',
    ask: () => ({ body: { last: SOFIA.last, first: SOFIA.first, birthDate: '2023-09-15', sex: 'F' } }),
    action: 'patients-alike',
    shows: ofSofia,
  },
  {
    route: 'POST /api/patients',
    by: 'nurse',
    ask: () => ({ body: { last: 'Quillonmadeup', first: 'Berta', birthDate: '2022-01-05', sex: 'F' } }),
    action: 'patient-added',
    shows: async (at) => [
      await one(at, `select person_id as id from person where last_name = 'QUILLONMADEUP'`),
    ],
  },
  {
    route: 'PUT /api/patients/:patient/details',
    by: 'nurse',
    ask: sofia({ language: 'spa' }),
    action: 'patient-changed',
    shows: ofSofia,
  },
  {
    route: 'PUT /api/patients/:patient/sharing',
    by: 'nurse',
    ask: sofia({ refuses: false }),
    action: 'patient-sharing',
    shows: ofSofia,
  },
  {
    route: 'POST /api/patients/:patient/doses',
    by: 'power',
    ask: sofia(GIVEN),
    action: 'dose-added',
    shows: ofSofia,
  },
  {
    route: 'GET /api/patients/:patient/doses/:dose',
    by: 'nurse',
    ask: (at) => entered(at),
    action: 'dose-opened',
    shows: ofSofia,
  },
  {
    route: 'PUT /api/patients/:patient/doses/:dose',
    by: 'nurse',
    ask: (at) => entered(at, { ...GIVEN, date: '2025-01-21' }),
    action: 'dose-changed',
    shows: ofSofia,
  },
  {
    route: 'DELETE /api/patients/:patient/doses/:dose',
    by: 'nurse',
    ask: (at) => entered(at, { reason: 'entered for the wrong child' }),
    action: 'dose-deleted',
    shows: ofSofia,
  },
  {
    route: 'POST /api/patients/emergency',
    by: 'nurse2',
    ask: () => ({
      body: {
        last: HIDDEN.last,
        first: HIDDEN.first,
        birthDate: '2020-02-29',
        reason: 'unconscious in our waiting room',
      },
    }),
    action: 'patient-emergency',
  },
  { route: 'GET /api/staff/emergencies', by: 'admin', ask: () => ({}), action: 'emergency-list' },
  {
    route: 'POST /api/staff/emergencies/:grant/review',
    by: 'admin',
    ask: async (at) => ({ path: { grant: await grant(at) }, body: { note: 'called the clinic' } }),
    action: 'emergency-review',
  },
  {
    route: 'POST /api/exchange/messages/search',
    by: 'power',
    ask: () => ({ body: {} }),
    action: 'message-search',
    shows: behindMessages,
  },
  {
    route: 'POST /api/exchange/messages/export',
    by: 'qa',
    ask: () => ({ body: { withPatients: true } }),
    action: 'message-export',
    shows: behindMessages,
  },
  {
    route: 'GET /api/exchange/messages/:message',
    by: 'qa',
    ask: async (at) => ({ path: { message: await messageOf(at, 'VXU') } }),
    action: 'message-view',
    shows: ofSofia,
  },
  {
    route: 'GET /api/exchange/messages/:message',
    by: 'dx',
    ask: async (at) => ({ path: { message: await messageOf(at, 'QBP') } }),
    action: 'message-view',
    shows: ofSofia,
  },
  { route: 'GET /api/review/tasks', by: 'token', ask: () => ({}), action: 'review-list' },
  { route: 'GET /api/review/tasks/:id', by: 'dx', ask: task(), action: 'review-read' },
  {
    route: 'POST /api/review/tasks/:id/decision',
    by: 'dx',
    ask: task({ decision: 'different', reason }),
    action: 'review-decide',
    shows: twins,
  },
  {
    route: 'POST /api/review/tasks/:id/reopen',
    by: 'admin',
    ask: task({ reason }),
    action: 'review-reopen',
    shows: twins,
  },
  {
    route: 'POST /api/review/decisions',
    by: 'token',
    ask: ({ scene }) => ({ body: { decisions: [{ taskId: scene.task, decision: 'different', reason }] } }),
    action: 'review-decide',
    shows: twins,
  },
  {
    route: 'GET /api/persons/:id/dose-links',
    by: 'dx',
    ask: ({ scene }) => ({ path: { id: scene.patient } }),
    action: 'dose-links',
    shows: ofSofia,
  },
  {
    route: 'POST /api/persons/:id/dose-links',
    by: 'dx',
    ask: (at) => twoDoses(at, 'different'),
    action: 'dose-link',
  },
  {
    route: 'POST /api/persons/:id/dose-links/remove',
    by: 'dx',
    ask: (at) => twoDoses(at),
    action: 'dose-unlink',
  },
  {
    route: 'POST /api/persons/merge',
    by: 'admin',
    ask: ({ merged }) => ({ body: { ...merged, reason } }),
    action: 'person-merge',
    shows: ({ merged }) => Object.values(merged),
  },
  // Both ways: the one that went leads to the one that stayed.
  {
    route: 'GET /api/persons/:id/links',
    by: 'dx',
    ask: ({ merged }) => ({ path: { id: merged.from } }),
    action: 'person-links',
    shows: ({ merged }) => Object.values(merged),
  },
  {
    route: 'GET /api/persons/:id/dose-links',
    by: 'token',
    ask: ({ merged }) => ({ path: { id: merged.from } }),
    action: 'dose-links',
  },
  {
    route: 'GET /api/patients/:patient',
    by: 'nurse',
    ask: ({ merged }) => ({ path: { patient: merged.from } }),
    action: 'patient-view',
  },
  {
    route: 'POST /api/persons/:id/unmerge',
    by: 'admin',
    ask: async (at) => ({
      path: { id: at.merged.into },
      body: { batchId: await one(at, `select batch_id as id from person_link where op = 'merge'`), reason },
    }),
    action: 'person-unmerge',
    shows: ({ merged }) => Object.values(merged),
  },
  {
    route: 'POST /api/persons/:id/seal',
    by: 'admin',
    ask: ({ merged }) => ({ path: { id: merged.from }, body: { sealed: true, reason: 'adopted' } }),
    action: 'person-seal',
  },
  {
    route: 'POST /api/staff/audit/search',
    by: 'admin',
    ask: () => ({ body: period }),
    action: 'audit-search',
  },
  { route: 'POST /api/staff/audit/sample', by: 'admin', ask: viewedYesterday, action: 'audit-sample' },
  { route: 'POST /api/staff/audit/csv', by: 'admin', ask: () => ({ body: period }), action: 'audit-export' },
];

/** The clock stands still, and a sample is of what was before now. */
async function viewedYesterday({ db, scene }: AuditScene): Promise<Body> {
  await db.query(
    `insert into audit_event (month, event_id, at, action, account_id, person_ids)
     select '2025-03-01', gen_random_uuid(), '2025-03-19T10:00:00Z', 'patient-view', account_id, array[$1::uuid]
     from account where email = $2`,
    [scene.patient, DEMO_PEOPLE.nurse],
  );
  return {};
}

async function twins({ db, scene }: AuditScene): Promise<readonly string[]> {
  const { rows } = await db.query('select person_a, person_b from review_task where task_id = $1', [
    scene.task,
  ]);
  return [rows[0].person_a, rows[0].person_b];
}
