/**
 * Whatever shows or changes what is known of patients is in the audit with everybody it named, and nothing else names anybody:
 * each route that says that it touches patients is asked once and its answer compared with what was written down; every other
 * page is read with the same patients there. What else people do leaves a trace as well.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Category, categoryOf } from '../../server/src/audit/actions.ts';
import type { Ask, Asker } from '../support/askers.ts';
import { AUDIT_ROWS, BY } from '../support/audit-rows.ts';
import {
  type AuditScene,
  auditScene,
  HIDDEN,
  namedIn,
  one,
  type Written,
  writtenBy,
} from '../support/audit-scene.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { vxu } from '../support/messages.ts';
import { realMessages, SUBMISSION_CASES, siteOnTheWay, testMessage } from '../support/onboarding.ts';
import { Browserless, DEMO_PASSWORD, DEMO_PEOPLE } from '../support/portal.ts';

let cairn: TestCairn;
let at: AuditScene;
const asks = (asker: Asker): Ask => at.asks(asker);

beforeAll(async () => {
  cairn = await startTestCairn();
  at = await auditScene(cairn);
});
afterAll(() => cairn.close());

const addressOf = (route: string, path: Readonly<Record<string, string>> = {}): string =>
  route.replace(/^\S+ /, '').replaceAll(/:(\w+)/g, (_all, name: string) => path[name] ?? `no-${name}`);

describe('a route that touches patients', () => {
  test('has a row here', () => {
    const asked = new Set(AUDIT_ROWS.map(({ route }) => route));
    expect(cairn.cairn.patientRoutes.filter((route) => !asked.has(route))).toEqual([]);
    expect([...asked].filter((route) => !cairn.cairn.patientRoutes.includes(route))).toEqual([]);
  });

  test.each(AUDIT_ROWS.map((row) => [`${row.route} by ${row.by}`, row] as const))(
    '%s writes down whom it named',
    async (_name, { route, by, ask, action, shows }) => {
      const { path, body } = await ask(at);
      const method = route.slice(0, route.indexOf(' ')) as 'GET';
      const { done: reply, written } = await writtenBy(at, () =>
        asks(by)(method, addressOf(route, path), body),
      );
      expect([reply.status, reply.status === 200 ? '' : reply.text]).toEqual([200, '']);
      expect(written.map(({ who, organization }) => ({ who, organization }))).toEqual(
        written.map(() => BY[by]),
      );
      expect(written.map((event) => event.action)).toContain(action);
      const named = new Set([...(await namedIn(at, reply.text)), ...((await shows?.(at, reply.text)) ?? [])]);
      const personIds = new Set(written.flatMap((event) => event.personIds));
      expect([...named].filter((id) => !personIds.has(id))).toEqual([]);
      expect(personIds.size).toBeGreaterThan(0);
    },
  );

  test('that refuses shows nobody, and nothing is written down as if it had', async () => {
    const hidden = await one(
      at,
      'select person_id as id from person where last_name = $1',
      HIDDEN.last.toUpperCase(),
    );
    for (const [by, asked] of [
      ['admin', `/api/patients/${hidden}`],
      ['reader', `/api/patients/${at.scene.patient}/doses/${at.scene.dose}`],
      ['trainee', `/api/patients/${at.scene.patient}`],
      ['power', `/api/exchange/messages/${randomUUID()}`],
    ] as const) {
      const { done, written } = await writtenBy(at, () => asks(by)('GET', asked));
      expect([403, 404]).toContain(done.status);
      expect([asked, written.flatMap(({ personIds }) => personIds)]).toEqual([asked, []]);
    }
  });

  test('is found in the audit by what kind of thing it did', () => {
    const kinds = (kind: Category) =>
      new Set(AUDIT_ROWS.map(({ action }) => action).filter((action) => categoryOf(action) === kind));
    expect(kinds('change')).toEqual(
      new Set([
        'patient-added',
        'patient-changed',
        'patient-sharing',
        'dose-added',
        'dose-changed',
        'dose-deleted',
      ]),
    );
    expect(kinds('export')).toEqual(new Set(['patient-print', 'message-export', 'audit-export']));
  });
});

describe('a page that says that it shows no patients', () => {
  const READERS = [
    'admin',
    'dx',
    'power',
    'nurse',
    'trainee',
    'other',
    'facility',
    'program',
    'anonymous',
  ] as const;
  /** Answered only in the middle of something else. */
  const NOT_HERE = [
    'GET /api/registration',
    'GET /api/registration/similar',
    'GET /api/oidc/start',
    'GET /api/oidc/callback',
  ];

  test('names nobody, whoever reads it', async () => {
    const pages = cairn.cairn.routes.filter(
      (route) => route.startsWith('GET /api/') && !cairn.cairn.patientRoutes.includes(route),
    );
    const mail = await one(at, 'select mail_id as id from mail order by 1 limit 1');
    const path = {
      site: 'DE-000001',
      message: at.scene.message,
      code: at.scene.statement,
      mail,
      course: 'regular-user',
      zip: '95814',
      lot: at.scene.lot,
      endpoint: at.scene.registry,
      file: at.scene.file,
      load: at.scene.load,
    };
    const unanswered: string[] = [];
    const naming: string[] = [];
    for (const page of pages) {
      const replies = await Promise.all(
        READERS.map(async (reader) => ({
          reader,
          ...(await asks(reader)('GET', addressOf(page, path))),
        })),
      );
      if (replies.every(({ status }) => status !== 200)) unanswered.push(page);
      for (const { reader, text } of replies) {
        if ((await namedIn(at, text)).length > 0) naming.push(`${page} to ${reader}`);
      }
    }
    expect(naming).toEqual([]);
    expect(unanswered.filter((page) => !NOT_HERE.includes(page))).toEqual([]);
  });
});

describe('written down is also', () => {
  const actions = (written: readonly Written[]) =>
    written.map(({ action, who, organization }) => [action, who, organization ?? '-'].join(' '));
  /** What was done, by whom and for which organization. */
  async function trace(by: Asker, ...asked: Parameters<Ask>): Promise<readonly string[]> {
    const { done, written } = await writtenBy(at, () => asks(by)(...asked));
    expect([done.status, done.status === 200 ? '' : done.text]).toEqual([200, '']);
    return actions(written);
  }

  test('whatever else somebody changes, once, under the name of its operation', async () => {
    const site = '/api/sites/DE-000001';
    const clinic = `${DEMO_PEOPLE.clinic} DE-000001`;
    const day = '2025-03-20';
    expect(await trace('other', 'POST', `${site}/statements`, { from: day, to: day })).toEqual([
      `makeStatement ${clinic}`,
    ]);
    expect(await trace('other', 'POST', `${site}/tests`, { text: vxu() })).toEqual([`submitTests ${clinic}`]);
    expect(await trace('nurse', 'PUT', '/api/session/organization', { code: 'DE-000001' })).toEqual([
      `actFor ${DEMO_PEOPLE.nurse} DE-000001`,
    ]);
    expect(await trace('dx', 'POST', '/api/sites/DE-000777/notes', { text: 'Called again.' })).toEqual([
      `addNote ${DEMO_PEOPLE.dx} -`,
    ]);
    expect(await trace('nurse2', 'DELETE', '/api/account/sessions')).toEqual([
      `endOtherSessions ${DEMO_PEOPLE.nurse2} DE-000002`,
    ]);
    const password = { current: DEMO_PASSWORD, password: 'another phrase of mine' };
    expect(await trace('school', 'PUT', '/api/account/password', password)).toEqual([
      `changePassword ${DEMO_PEOPLE.school} -`,
    ]);
  });

  test('but not a look at what is nobody’s record, also without its body', async () => {
    const { done, written } = await writtenBy(at, async () => [
      await asks('other')('GET', '/api/sites/DE-000001'),
      await asks('other')('HEAD', '/api/sites/DE-000001'),
    ]);
    expect([done.map(({ status }) => status), actions(written)]).toEqual([[200, 200], []]);
  });

  test('what is refused changes nothing, and leaves no trace of a change', async () => {
    const { done, written } = await writtenBy(at, () =>
      asks('other')('POST', '/api/sites/DE-000001/tests', {}),
    );
    expect([done.status, actions(written)]).toEqual([400, []]);
  });

  test('each sheet and paper that is taken out', async () => {
    const tests = await trace('other', 'GET', '/api/sites/DE-000001/tests.csv');
    const clients = await trace('facility', 'GET', '/api/sites/SF-000001/clients.csv');
    const statement = await trace(
      'other',
      'GET',
      `/api/sites/DE-000001/statements/${at.scene.statement}/pdf`,
    );
    expect([tests, clients, statement]).toEqual([
      [`exportTests ${DEMO_PEOPLE.clinic} DE-000001`],
      [`exportClients ${DEMO_PEOPLE.hie} SF-000001`],
      [`getStatementPdf ${DEMO_PEOPLE.clinic} DE-000001`],
    ]);
    const kinds = ['exportTests', 'exportClients', 'getStatementPdf'].map(categoryOf);
    expect(kinds).toEqual(['export', 'export', 'export']);
  });

  test('each decision of the staff', async () => {
    const request = await one(at, `select request_id as id from account_request where state = 'waiting'`);
    expect(await trace('dx', 'POST', `/api/staff/account-requests/${request}/approve`)).toEqual([
      `approveAccountRequest ${DEMO_PEOPLE.dx} -`,
    ]);
    const site = await siteOnTheWay(cairn, 'DE-000778', { stage: 'real-data' });
    await testMessage(cairn, site, { cases: SUBMISSION_CASES });
    await realMessages(cairn, site, 20);
    const promotion = '/api/sites/DE-000778/promotion';
    const track = { track: 'production', note: '' };
    expect(await trace('dx', 'POST', promotion, track)).toEqual([`proposePromotion ${DEMO_PEOPLE.dx} -`]);
    expect(await trace('admin', 'POST', `${promotion}/approve`, track)).toEqual([
      `approvePromotion ${DEMO_PEOPLE.administrator} -`,
    ]);
  });

  test('signing in and out, and being refused, without what was typed', async () => {
    const { clinic, dx } = DEMO_PEOPLE;
    const browser = new Browserless(cairn.url);
    const traceOf = async (doing: () => Promise<unknown>) => actions((await writtenBy(at, doing)).written);
    const wrong = { email: clinic, password: `not it ${randomUUID()}` };
    expect(await traceOf(() => browser.post('/api/session', wrong))).toEqual([`sign-in-refused ${clinic} -`]);
    expect(await traceOf(() => browser.signIn(clinic))).toEqual([`sign-in ${clinic} -`]);
    expect(await traceOf(() => browser.delete('/api/session'))).toEqual([
      expect.stringMatching(`^sign-out ${clinic}`),
    ]);
    const staff = new Browserless(cairn.url);
    expect(await traceOf(() => staff.signIn(dx))).toEqual([`sign-in ${dx} -`, `second-factor ${dx} -`]);
    const half = new Browserless(cairn.url);
    await half.post('/api/session', { email: dx, password: DEMO_PASSWORD });
    expect(await traceOf(() => half.post('/api/session/factor', { code: '000000' }))).toEqual([
      `second-factor-refused ${dx} -`,
    ]);
    const { rows } = await cairn.db.query<{ text: string }>('select detail::text as text from audit_event');
    expect(rows.filter(({ text }) => text.includes(wrong.password) || text.includes(clinic))).toEqual([]);
  });
});
