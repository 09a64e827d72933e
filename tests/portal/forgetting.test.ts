/** What the nightly job forgets, by a clock that is moved on. */
import { createLog, jurisdiction, type NightlyFigures, runNightly } from '@cairn/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '../../server/src/platform/ids.ts';
import { startTestCairn, type TestCairn, TODAY } from '../support/cairn.ts';
import { CLINIC, vxu } from '../support/messages.ts';
import { Browserless, DEMO_PEOPLE, mailsTo, signInAs } from '../support/portal.ts';
import { answersOf, fillIn, registerByPortal, submitAll } from '../support/registration.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const DAY_MS = 24 * 60 * 60_000;
const after = (days: number): Date => new Date(new Date(TODAY).getTime() + days * DAY_MS);

/** The night after so many days. */
async function night(days: number): Promise<NightlyFigures['forgotten'] | undefined> {
  const california = jurisdiction('california');
  if (!california) throw new Error('there is no California');
  const { pool } = cairn.cairn.database;
  const clock = { now: () => after(days) };
  const figures = await runNightly({ pool, clock, jurisdiction: california, log: createLog('silent') });
  return figures?.forgotten;
}

const rows = async (sql: string, ...values: readonly unknown[]) =>
  (await cairn.db.query(sql, [...values])).rows;
const count = async (from: string): Promise<number> =>
  (await rows(`select count(*)::int as count from ${from}`))[0].count;

const NOTHING = {
  registrations: 0,
  accessRequests: 0,
  sessions: 0,
  tokens: 0,
  mails: 0,
  realMessages: 0,
  copies: 0,
};

/** Those that came with a registration; demo mode's own did not. */
const AGREEMENTS = 'agreement_acceptance where registration_id is not null';

test('a registration that became no site is forgotten with its agreement; one that did stays', async () => {
  await fillIn(new Browserless(cairn.url), { place: answersOf('draft').place ?? {} });
  const unverified = new Browserless(cairn.url);
  await submitAll(unverified, answersOf('unverified'));
  await registerByPortal(cairn, answersOf('verified'));
  expect([await count('registration'), await count(AGREEMENTS)]).toEqual([3, 2]);

  expect(await night(89)).toMatchObject({ registrations: 0 });
  expect((await unverified.get('/api/registration')).status).toBe(200);
  await cairn.db.query(
    `insert into one_time_token (token_hash, purpose, subject_id, detail, created_at, expires_at)
     select 'live', 'verify-email', registration_id, '{}', $1, $2 from registration where status = 'submitted'`,
    [TODAY, after(92)],
  );
  expect(await night(91)).toMatchObject({ registrations: 1 });
  expect(await night(93)).toMatchObject({ registrations: 1 });
  expect((await unverified.get('/api/registration')).status).toBe(404);
  expect(await rows('select status from registration')).toEqual([{ status: 'verified' }]);
  expect(await rows(`select email from ${AGREEMENTS}`)).toEqual([{ email: 'sofia@verified.example' }]);
  expect(await count(`one_time_token where token_hash = 'live'`)).toBe(0);
  expect(await night(94)).toEqual(NOTHING);
});

test('a request for access whose address nobody confirmed is forgotten', async () => {
  await cairn.db.query(
    `insert into access_request (request_id, organization_id, name, email, reason, language, state, created_at)
     select gen_random_uuid(), organization_id, state, 'x@asks.example', '', 'en', state, $1
     from organization, unnest(array['unverified', 'waiting', 'refused']) state where code = 'DE-000001'`,
    [TODAY],
  );
  expect(await night(89)).toMatchObject({ accessRequests: 0 });
  expect(await night(90)).toMatchObject({ accessRequests: 1 });
  expect(await rows('select name from access_request order by name')).toEqual([
    { name: 'refused' },
    { name: 'waiting' },
  ]);
});

test('sessions that are over and links that are long used or run out are removed', async () => {
  await cairn.db.query('delete from session');
  await cairn.db.query('delete from one_time_token');
  const idle = await signInAs(cairn, DEMO_PEOPLE.dx);
  await signInAs(cairn, DEMO_PEOPLE.dx2);
  await cairn.db.query(
    `insert into one_time_token (token_hash, purpose, subject_id, detail, created_at, expires_at, used_at)
     values ('used', 'set-password', gen_random_uuid(), '{}', $1, $3, $2),
       ('run out', 'set-password', gen_random_uuid(), '{}', $1, $2, null),
       ('works', 'set-password', gen_random_uuid(), '{}', $1, $3, null)`,
    [TODAY, after(1), after(60)],
  );
  expect(await night(0)).toEqual(NOTHING);
  expect((await idle.get('/api/session')).body.account).not.toBeNull();
  expect(await night(1)).toMatchObject({ sessions: 2 });
  expect(await night(30)).toMatchObject({ tokens: 0 });
  expect(await night(31)).toMatchObject({ tokens: 2 });
  expect(await rows('select token_hash from one_time_token')).toEqual([{ token_hash: 'works' }]);
});

test('the words of sent mail are forgotten, not that it was sent; what did not go out keeps them', async () => {
  const [mail] = await mailsTo(cairn, 'sofia@verified.example', 'registration-confirmed');
  expect(mail?.text).not.toBe('');
  await cairn.db.query(`update mail set state = 'dead'`);
  const letter = `kind = 'registration-confirmed' and recipient like 'sofia@%'`;
  await cairn.db.query(`update mail set state = 'sent', sent_at = $1 where ${letter}`, [TODAY]);
  expect(await night(89)).toMatchObject({ mails: 0 });
  expect(await night(90)).toMatchObject({ mails: 1 });
  expect(await night(91)).toMatchObject({ mails: 0 });
  expect(
    await rows(`select recipient, text, html, subject <> '' as subject from mail where ${letter}`),
  ).toEqual([{ recipient: 'sofia@verified.example', text: '', html: '', subject: true }]);
  expect(await count(`mail where text = '' and state <> 'sent'`)).toBe(0);
});

test('messages of real patients lose text and answer, and nothing else, when the time is over', async () => {
  const { organization_id: clinic } = (
    await rows(
      `update organization set stage = 'real-data' where code = 'DE-000001' returning organization_id`,
    )
  )[0];
  const send = async (stage: string): Promise<string> => {
    await cairn.db.query('update organization set stage = $1 where organization_id = $2', [stage, clinic]);
    await submit(cairn.url, vxu({ from: CLINIC }), { login: CLINIC.login, path: '/test/IISService' });
    const [last] = await rows('select message_id from test_submission order by message_id desc limit 1');
    return last.message_id;
  };
  const promoted = (days: number) =>
    cairn.db.query(
      `insert into onboarding_event (event_id, organization_id, at, kind, actor_name, for_staff, detail)
       values (gen_random_uuid(), $1, $2, 'promotion-approved', '', false, '{"track":"production"}')`,
      [clinic, after(days)],
    );
  const ofATest = await send('testing');
  const real = await send('real-data');
  // Signed in anew each time: the night ends sessions.
  const shown = async (id: string) =>
    (await (await signInAs(cairn, DEMO_PEOPLE.clinic)).get(`/api/sites/DE-000001/tests/${id}`)).body;
  const kept = await shown(real);
  expect(kept.raw).toContain('PID|');
  expect(kept.answer).toContain('MSA|');

  await promoted(-1);
  await promoted(10);
  expect(await night(99)).toMatchObject({ realMessages: 0 });
  expect(await shown(real)).toEqual(kept);
  expect(await night(100)).toMatchObject({ realMessages: 1 });
  const nodeless = kept.findings.map((finding: object) => ({ ...finding, node: null }));
  expect(await shown(real)).toEqual({ ...kept, raw: '', answer: '', segments: [], findings: nodeless });
  expect((await shown(ofATest)).raw).toContain('PID|');

  const another = await send('real-data');
  await cairn.db.query('delete from onboarding_event');
  expect(await night(179)).toMatchObject({ realMessages: 0 });
  expect(await night(180)).toMatchObject({ realMessages: 1 });
  expect((await shown(another)).raw).toBe('');
  expect(await night(181)).toMatchObject({ realMessages: 0 });
});

test('copies that another registry has, or will never get, go off its queue; what is open stays', async () => {
  await cairn.db.query(
    `insert into outbound_endpoint (endpoint_id, kind, url, soap_version, username, password_sealed, facility_id,
       sending_facility, receiving_application, receiving_facility, is_enabled, lanes, timeout_ms, updated_at)
     values ('la-orange', 'region', 'https://region.example', '1.2', 'x', 'x', '', '', '', '', false, 1, 1000, $1)`,
    [TODAY],
  );
  const states = ['waiting', 'sending', 'unknown', 'done', 'refused', 'undeliverable', 'discarded'];
  // Of the second day what is over was over later.
  for (const day of [0, 5]) {
    for (const state of states) {
      const isOver = ['done', 'refused', 'undeliverable', 'discarded'].includes(state);
      await cairn.db.query(
        `insert into outbound_copy (endpoint_id, message_id, month, person_id, organization_id, state, attempts, next_at,
           code, words, answer, created_at, ended_at)
         values ('la-orange', $1, '2025-03-01', gen_random_uuid(), gen_random_uuid(), $2, 1, $3, '', '', '', $3, $4)`,
        [uuidv7(after(day).getTime()), state, after(day), isOver ? after(day * 2) : null],
      );
    }
  }
  const left = async () =>
    (await rows('select state from outbound_copy order by message_id')).map((row) => row.state);
  expect(await night(89)).toMatchObject({ copies: 0 });
  expect(await night(91)).toMatchObject({ copies: 2 });
  expect(await night(99)).toMatchObject({ copies: 0 });
  expect(await night(101)).toMatchObject({ copies: 2 });
  const open = states.filter((state) => !['done', 'discarded'].includes(state));
  expect((await left()).toSorted()).toEqual([...open, ...open].toSorted());
});
