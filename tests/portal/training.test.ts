/** What users must have learnt, from when they may learn it, and that a role counts only then. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertOfTrainingEnds } from '../../server/src/training/expiry.ts';
import { uuidv7 } from '../../server/src/platform/ids.ts';
import { california } from '../../jurisdictions/california/src/index.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { Browserless, DEMO_PEOPLE, mailsTo, signInAs } from '../support/portal.ts';

/** Northern California is live; Central Valley trains and goes live on 6 March; LA–Orange trains from 1 February. */
const NOW = '2017-01-20T10:00:00-08:00';
const TODAY = '2017-01-20';

let cairn: TestCairn;
let trainee: Browserless;
let dx: Browserless;
beforeAll(async () => {
  cairn = await startTestCairn({ now: NOW });
  trainee = await signInAs(cairn, DEMO_PEOPLE.trainee);
  dx = await signInAs(cairn, DEMO_PEOPLE.dx);
});
afterAll(() => cairn.close());

type Row = {
  readonly row: number;
  readonly outcome: string;
  readonly problem: { readonly code: string } | null;
};

const COURSE = '/api/training/regular-user';
const RIGHT = california.courses[0].quiz.questions.map(({ right }) => right);
const wrongIn = (count: number): number[] =>
  RIGHT.map((right, index) => (index < count ? (right + 1) % 3 : right));
const move = (code: string, region: string) =>
  cairn.db.query('update organization set region = $2 where code = $1', [code, region]);
const accountOf = async (email: string): Promise<string> =>
  (await cairn.db.query('select account_id from account where email_key = $1', [email])).rows[0].account_id;
const standing = async (at: Browserless) => (await at.get('/api/training')).body.courses[0];

describe('a role', () => {
  it('counts once the region is live and the course is done', async () => {
    await move('DE-000001', 'la-orange');
    const account = async () => (await trainee.get('/api/session')).body.account;
    expect(await standing(trainee)).toMatchObject({
      state: 'missing',
      opensOn: '2017-02-01',
      daysToOpening: 12,
      isEnrolled: false,
    });
    const early = await trainee.post(`${COURSE}/enrol`);
    expect(early).toMatchObject({ status: 409, body: { code: 'training-not-open' } });
    expect(early.body.problems[0].what).toContain('2017-02-01');

    await move('DE-000001', 'central-valley');
    expect((await trainee.get(COURSE)).body.code).toBe('not-enrolled');
    expect((await trainee.post(`${COURSE}/quiz`, { answers: RIGHT })).body.code).toBe('not-enrolled');
    expect((await trainee.post(`${COURSE}/enrol`)).status).toBe(200);
    expect((await trainee.post(`${COURSE}/enrol`)).status).toBe(200);
    expect((await trainee.post('/api/training/power-user/enrol')).body.code).toBe('course-not-yours');
    expect((await trainee.post('/api/training/no-such/enrol')).status).toBe(404);
    const course = await trainee.get(`${COURSE}?language=es`);
    expect(course.body).toMatchObject({ title: 'Trabajar con expedientes de pacientes', state: 'enrolled' });
    expect(course.body.quiz.questions).toHaveLength(8);
    for (const question of course.body.quiz.questions)
      expect(Object.keys(question)).toEqual(['text', 'options']);
    expect(course.text).not.toContain('"right"');

    expect((await account()).acting).toMatchObject({ holdUp: 'region-not-live', goLive: '2017-03-06' });
    await move('DE-000001', 'northern');
    expect((await account()).acting.holdUp).toBe('training-needed');
    expect(await lookAtPatients(trainee)).toEqual([403, 'training-needed']);

    expect((await trainee.post(`${COURSE}/quiz`, { answers: [0] })).body.problems[0].code).toBe(
      'quiz-incomplete',
    );
    const failed = await trainee.post(`${COURSE}/quiz`, { answers: wrongIn(2) });
    expect(failed.body).toEqual({
      isPassed: false,
      right: 6,
      questions: 8,
      passAt: 7,
      wrong: [0, 1],
      attemptsLeft: 4,
      expiresOn: null,
    });
    expect((await account()).acting.holdUp).toBe('training-needed');
    const passed = await trainee.post(`${COURSE}/quiz`, { answers: wrongIn(1) });
    expect(passed.body).toMatchObject({ isPassed: true, wrong: [0], expiresOn: '2019-01-20' });
    // The session that is open may work with its next request.
    expect(await lookAtPatients(trainee)).not.toContain('training-needed');
    expect((await account()).may).toMatchObject({ seePatients: true, changePatients: true });

    await move('DE-000001', 'central-valley');
    expect(await lookAtPatients(trainee)).toEqual([403, 'region-not-live']);
    await move('DE-000001', 'northern');
  });

  it('counts no longer from the day on which its course expires', async () => {
    const nurse = await signInAs(cairn, DEMO_PEOPLE.nurse);
    const ends = (day: string) =>
      cairn.db.query('update training_completion set expires_on = $2 where account_id = $1', [
        accountId,
        day,
      ]);
    const accountId = await accountOf(DEMO_PEOPLE.nurse);
    const seen: unknown[] = [];
    for (const day of ['2017-02-20', '2017-02-19', '2017-01-21', TODAY]) {
      await ends(day);
      const { account } = (await nurse.get('/api/session')).body;
      seen.push([(await standing(nurse)).state, account.acting.holdUp]);
    }
    expect(seen).toEqual([
      ['completed', null],
      ['expiring', null],
      ['expiring', null],
      ['expired', 'training-needed'],
    ]);
  });
});

describe('the quiz', () => {
  it('is graded five times a day, of many at once too', async () => {
    const nurse2 = await signInAs(cairn, DEMO_PEOPLE.nurse2);
    await move('DE-000002', 'northern');
    await nurse2.post(`${COURSE}/enrol`);
    const attempts = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map(() => nurse2.post(`${COURSE}/quiz`, { answers: wrongIn(8) })),
    );
    expect(attempts.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 409, 409]);
    expect((await nurse2.post(`${COURSE}/quiz`, { answers: RIGHT })).body.code).toBe('too-many-attempts');
    // In California it is another day.
    await cairn.db.query(`update quiz_attempt set at = '2017-01-19T23:59:00-08:00' where account_id = $1`, [
      await accountOf(DEMO_PEOPLE.nurse2),
    ]);
    expect((await nurse2.post(`${COURSE}/quiz`, { answers: RIGHT })).body.isPassed).toBe(true);
  });
});

describe('staff', () => {
  const records = async (email: string) =>
    (await dx.get(`/api/staff/training?q=${email.slice(0, 6)}`)).body.people.find(
      (each: { email: string }) => each.email === email,
    );

  it('record a completion once, and take it back with the reason', async () => {
    const record = { email: DEMO_PEOPLE.school, course: 'power-user', completedOn: '2016-12-31' };
    expect((await dx.post('/api/staff/training', record)).body).toEqual({ isNew: true });
    expect((await dx.post('/api/staff/training', record)).body).toEqual({ isNew: false });
    const [completion] = (await records(DEMO_PEOPLE.school)).completions;
    expect(completion).toMatchObject({
      completedOn: '2016-12-31',
      expiresOn: '2018-12-31',
      how: 'staff',
      recordedBy: 'Dana Demo',
      withdrawn: null,
    });
    const withdraw = `/api/staff/training/${completion.id}/withdraw`;
    expect((await dx.post(withdraw, { reason: '' })).status).toBe(400);
    expect((await dx.post(withdraw, { reason: 'Another person of that name' })).status).toBe(200);
    expect((await dx.post(withdraw, { reason: 'again' })).body.code).toBe('changed-meanwhile');
    expect((await records(DEMO_PEOPLE.school)).completions[0].withdrawn).toMatchObject({
      by: 'Dana Demo',
      reason: 'Another person of that name',
    });
    const codes = await Promise.all(
      [
        { ...record, email: 'nobody@nowhere.example' },
        { ...record, email: DEMO_PEOPLE.dx },
        { ...record, course: 'cooking' },
        { ...record, completedOn: '2017-01-21' },
      ].map(async (each) => (await dx.post('/api/staff/training', each)).body.problems[0].code),
    );
    expect(codes).toEqual(['account-unknown', 'own-rights', 'course-unknown', 'day-to-come']);
    expect((await trainee.post('/api/staff/training', record)).status).toBe(403);
  });

  it('upload a list, of which every row is reported, and nothing is recorded twice', async () => {
    const csv = [
      'Completed On;E-Mail;Course',
      `9/30/2016;${DEMO_PEOPLE.qa.toUpperCase()};regular-user`,
      ';;',
      `2016-02-29;${DEMO_PEOPLE.qa};Inventory and watching the exchange`,
      `2016-09-30;${DEMO_PEOPLE.qa};cooking`,
      `2016-02-30;${DEMO_PEOPLE.qa};regular-user`,
      '2016-09-30;nobody@nowhere.example;regular-user',
      `2030-01-01;${DEMO_PEOPLE.qa};regular-user`,
    ].join('\r\n');
    const first = (await dx.post('/api/staff/training/list', { csv })).body;
    expect(first.rows.map(({ row, outcome, problem }: Row) => [row, outcome, problem?.code])).toEqual([
      [2, 'recorded', undefined],
      [4, 'recorded', undefined],
      [5, 'refused', 'course-unknown'],
      [6, 'refused', 'date-invalid'],
      [7, 'refused', 'account-unknown'],
      [8, 'refused', 'day-to-come'],
    ]);
    expect((await dx.post('/api/staff/training/list', { csv })).body).toMatchObject({
      recorded: 0,
      already: 2,
      refused: 4,
    });
    // A day that the month reached does not have becomes the first of the next.
    const { completions } = await records(DEMO_PEOPLE.qa);
    expect(completions.map((each: { expiresOn: string }) => each.expiresOn)).toEqual([
      '2018-09-30',
      '2018-03-01',
    ]);
    const bad = await dx.post('/api/staff/training/list', { csv: 'name,course\na,b' });
    expect(bad.body.problems[0].code).toBe('list-headings');
  });
});

it('writes once, thirty days before a completion that a role needs ends', async () => {
  const { kysely } = cairn.cairn.database;
  const look = () =>
    alertOfTrainingEnds({
      kysely,
      clock: { now: () => new Date(NOW) },
      jurisdiction: california,
      publicUrl: () => cairn.url,
    });
  const complete = async (email: string, course: string, on: string, ends: string) =>
    cairn.db.query(
      `insert into training_completion (completion_id, account_id, course_id, completed_on, expires_on, how, recorded_at)
       values ($1, $2, $3, $4, $5, 'list', $6)`,
      [uuidv7(Date.parse(NOW)), await accountOf(email), course, on, ends, new Date(NOW)],
    );
  await cairn.db.query('delete from training_completion where account_id = $1', [
    await accountOf(DEMO_PEOPLE.power),
  ]);
  await complete(DEMO_PEOPLE.power, 'regular-user', '2015-02-19', '2017-02-19');
  await complete(DEMO_PEOPLE.power, 'power-user', '2015-02-20', '2017-02-20');
  // Of no use to a reader, and nothing is missing when it ends.
  await complete(DEMO_PEOPLE.reader, 'regular-user', '2015-02-01', '2017-02-01');
  await look();
  await look();
  const mails = await mailsTo(cairn, DEMO_PEOPLE.power, 'training-expiring');
  expect(mails.map(({ text }) => text.includes('Working with patient records'))).toEqual([true]);
  expect(mails[0]?.subject).toContain('February 19, 2017');
  expect(await mailsTo(cairn, DEMO_PEOPLE.reader, 'training-expiring')).toEqual([]);
});

it('shows everybody when the regions go live', async () => {
  const { body } = await new Browserless(cairn.url).get('/api/timeline');
  expect(body.today).toBe(TODAY);
  const region = (id: string) => body.regions.find((each: { id: string }) => each.id === id);
  expect(region('northern')).toMatchObject({ state: 'live', daysLeft: null });
  expect(region('central-valley')).toMatchObject({ state: 'training', daysLeft: 45, goLive: '2017-03-06' });
  expect(region('la-orange')).toMatchObject({ state: 'before-training', daysLeft: 12 });
  expect(body.regions.map(({ goLive }: { goLive: string }) => goLive)).toEqual(
    body.regions.map(({ goLive }: { goLive: string }) => goLive).toSorted(),
  );
});

/** What somebody hears who asks for a patient. */
async function lookAtPatients(at: Browserless): Promise<[number, string | undefined]> {
  const { status, body } = await at.get('/api/patients/00000000-0000-4000-8000-000000000000');
  return [status, body?.code];
}
