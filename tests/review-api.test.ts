/** The review API: what may be one person, decided by people; each decision written down and reversible. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueStaffToken } from '@cairn/server';
import { lastEntry } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import {
  CLINIC,
  dose,
  household,
  patient,
  type Patient,
  PEDIATRICS,
  qbp,
  type Sending,
  vxu,
} from './support/messages.ts';
import { api, type Reply } from './support/review.ts';
import { DEMO_PEOPLE, signInAs } from './support/portal.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const get = (path: string, token?: string): Promise<Reply> => api(cairn, 'GET', path, undefined, token);
const post = (path: string, body: unknown, token?: string): Promise<Reply> =>
  api(cairn, 'POST', path, body, token);

async function known(
  who: Patient,
  from: Sending = CLINIC,
  pid: Readonly<Record<number, string>> = {},
): Promise<string> {
  await submit(cairn.url, vxu({ patient: who, from, pid, orders: [dose({ site: from.site })] }), {
    login: from.login,
  });
  return (await lastEntry(cairn.db))?.personId ?? '';
}

/** Nobody else is born that day: of whom there are many alike, not all are made a task. */
const birthDates = Array.from({ length: 40 }, (_, index) => `${1970 + index}0${1 + (index % 9)}11`).values();

/** Two records that may be one person or twins: names as like as twins' are. */
async function doubtful(): Promise<{ readonly a: string; readonly b: string; readonly taskId: string }> {
  const who = patient({ first: 'Jayden', sex: 'M', birthDate: birthDates.next().value ?? '' });
  const pid = { ...household(who), 6: 'Lark^Rosa^^^^^M' };
  const a = await known(who, CLINIC, pid);
  const b = await known({ ...who, chart: `P-${who.chart}`, first: 'Kayden' }, PEDIATRICS, pid);
  const { rows } = await cairn.db.query(
    'select task_id from review_task where person_a = least($1::uuid, $2::uuid) and person_b = greatest($1::uuid, $2::uuid)',
    [a, b],
  );
  return { a, b, taskId: rows[0]?.task_id };
}

const decide = (taskId: string, body: Readonly<Record<string, unknown>>): Promise<Reply> =>
  post(`/api/review/tasks/${taskId}/decision`, { reason: 'looked at both', ...body });

const audit = async (): Promise<Record<string, unknown>> =>
  (
    await cairn.db.query(
      `select e.action, s.name, e.person_ids, e.detail from audit_event e join staff s using (staff_id)
       order by event_id desc limit 1`,
    )
  ).rows[0];

describe('without a token', () => {
  test.each([
    ['none', undefined],
    ['one that was never issued', 'Bearer cairn-staff-0000'],
    ['a login of the exchange', `Basic ${btoa('demo-clinic:demo-clinic-password')}`],
  ])('nothing is told (%s)', async (_, authorization) => {
    const replies = await Promise.all(
      ['/api/review/tasks', '/api/persons/0190a0b0-0000-7000-8000-000000000000/links'].map((path) =>
        fetch(`${cairn.url}${path}`, authorization === undefined ? {} : { headers: { authorization } }),
      ),
    );
    for (const reply of replies) {
      expect(reply.status).toBe(401);
      expect(await reply.json()).toEqual({
        code: authorization?.startsWith('Bearer ') === true ? 'token-wrong' : 'sign-in-needed',
        error: expect.any(String),
        problems: [],
      });
    }
  });

  test('or with one that has ended', async () => {
    const now = new Date('2025-03-19T00:00:00Z');
    const expiresAt = new Date('2025-03-20T00:00:00Z');
    const token = await issueStaffToken(
      cairn.cairn.database.kysely,
      { name: 'Ended', role: 'registry-staff', expiresAt },
      now,
    );
    expect((await get('/api/review/tasks', token)).status).toBe(401);
  });

  test('a role that may not is told so', async () => {
    const token = await issueStaffToken(
      cairn.cairn.database.kysely,
      { name: 'Other', role: 'registry-staff' },
      new Date('2025-03-19T00:00:00Z'),
    );
    await cairn.db.query('alter table staff drop constraint staff_role_check');
    await cairn.db.query(`update staff set role = 'reader' where name = 'Other'`);
    expect((await get('/api/review/tasks', token)).status).toBe(403);
  });
});

describe('a task', () => {
  test('shows both persons and why they may be one, and who looked is written down', async () => {
    const { a, b, taskId } = await doubtful();
    const { status, body, cache } = await get(`/api/review/tasks/${taskId}`);
    expect([status, cache]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({
      id: taskId,
      kind: 'possible-duplicate',
      state: 'open',
      score: expect.any(Number),
      guards: [{ code: 'first-names-distinct', words: expect.stringMatching(/\w+ \w+/) }],
      persons: [
        {
          id: a,
          names: [{ first: 'Jayden' }],
          birthDate: expect.stringMatching(/^\d{8}$/),
          mothersMaidenName: 'Lark',
          guardians: [{ relationship: 'Mother', name: expect.stringContaining('Rosa') }],
          charts: 1,
          doses: 1,
          organizations: ['Demo Family Clinic (DE-000001)'],
        },
        { id: b, names: [{ first: 'Kayden' }], organizations: ['Demo Pediatrics (DE-000002)'] },
      ],
    });
    expect(body.fields.map(({ field }: { readonly field: string }) => field)).toContain('birthDate');
    expect(await audit()).toEqual({
      action: 'review-read',
      name: 'Demo Registry Staff',
      person_ids: [a, b],
      detail: { taskId },
    });
  });

  test('is in the list, by priority, page by page', async () => {
    await doubtful();
    await doubtful();
    const { body: all } = await get('/api/review/tasks');
    const priorities = all.tasks.map(({ priority }: { readonly priority: number }) => priority);
    expect(priorities).toEqual(priorities.toSorted((x: number, y: number) => y - x));
    const paged: string[] = [];
    for (let after = ''; ;) {
      const { body } = await get(`/api/review/tasks?limit=1${after === '' ? '' : `&after=${after}`}`);
      paged.push(...body.tasks.map(({ id }: { readonly id: string }) => id));
      if (body.next === undefined) break;
      after = body.next;
    }
    expect(paged).toEqual(all.tasks.map(({ id }: { readonly id: string }) => id));
  });

  test('decided as one person merges them, once', async () => {
    const { a, b, taskId } = await doubtful();
    const decisions = await Promise.all([
      decide(taskId, { decision: 'same' }),
      decide(taskId, { decision: 'same' }),
    ]);
    expect(decisions.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const done = decisions.find(({ status }) => status === 200);
    expect(done?.body).toEqual({ taskId, state: 'same', survivor: a, batchId: expect.any(String) });
    expect(decisions.find(({ status }) => status === 409)?.body.error).toContain('closed already (same');
    const { rows } = await cairn.db.query('select status, merged_into from person where person_id = $1', [b]);
    expect(rows).toEqual([{ status: 'merged', merged_into: a }]);
    expect(await audit()).toMatchObject({
      action: 'review-decide',
      person_ids: [a, b],
      detail: { taskId, decision: 'same', batchId: done?.body.batchId },
    });
    const { body } = await get(`/api/persons/${b}/links`);
    expect(body).toMatchObject({
      now: a,
      links: [
        {
          what: `This person was merged into ${a}, with 1 dose report.`,
          by: 'Demo Registry Staff',
          reason: 'looked at both',
          isStanding: true,
        },
      ],
    });
    const undo = await post(`/api/review/tasks/${taskId}/reopen`, { reason: 'not so' });
    expect([undo.status, undo.body.error]).toEqual([409, expect.stringContaining(done?.body.batchId)]);
  });

  test('the reviewer may choose whose id stays', async () => {
    const { a, b, taskId } = await doubtful();
    expect((await decide(taskId, { decision: 'same', survivor: b })).body).toMatchObject({ survivor: b });
    expect((await get(`/api/persons/${a}/links`)).body.now).toBe(b);
  });

  test('decided as two is not asked again, and that can be taken back', async () => {
    const { a, b, taskId } = await doubtful();
    expect((await decide(taskId, { decision: 'different' })).body).toEqual({ taskId, state: 'different' });
    const refused = await post('/api/persons/merge', { from: b, into: a, reason: 'all the same' });
    expect([refused.status, refused.body.error]).toEqual([409, expect.stringContaining('two persons')]);
    const { status, body } = await post(`/api/review/tasks/${taskId}/reopen`, { reason: 'new papers' });
    expect([status, body]).toEqual([200, { taskId, state: 'open' }]);
    expect(await audit()).toMatchObject({ action: 'review-reopen', detail: { taskId, was: 'different' } });
    expect((await decide(taskId, { decision: 'same' })).status).toBe(200);
  });

  test('put off comes back when its time has come', async () => {
    const { taskId } = await doubtful();
    expect((await decide(taskId, { decision: 'later', until: '2025-04-01T00:00:00Z' })).body.state).toBe(
      'later',
    );
    const ids = async (state: string): Promise<readonly string[]> =>
      (await get(`/api/review/tasks?state=${state}&limit=200`)).body.tasks.map(
        ({ id }: { readonly id: string }) => id,
      );
    expect([(await ids('open')).includes(taskId), (await ids('later')).includes(taskId)]).toEqual([
      false,
      true,
    ]);
    await cairn.db.query(`update review_task set not_before = '2025-03-19' where task_id = $1`, [taskId]);
    expect((await ids('open')).includes(taskId)).toBe(true);
  });

  test('many are decided at once, each for itself', async () => {
    const [one, two] = [await doubtful(), await doubtful()];
    const reason = 'twins, as the mother says';
    const unknown = '0190a0b0-0000-7000-8000-000000000000';
    const { status, body } = await post('/api/review/decisions', {
      decisions: [
        { taskId: one.taskId, decision: 'different', reason },
        { taskId: unknown, decision: 'different', reason },
        { taskId: one.taskId, decision: 'same', reason },
        { taskId: two.taskId, decision: 'different', reason },
      ],
    });
    expect([status, body.done]).toEqual([200, 2]);
    expect(body.results).toEqual([
      { taskId: one.taskId, decided: { taskId: one.taskId, state: 'different' } },
      { taskId: unknown, error: 'There is no task of that id.' },
      { taskId: one.taskId, error: expect.stringContaining('closed already') },
      { taskId: two.taskId, decided: { taskId: two.taskId, state: 'different' } },
    ]);
  });
});

describe('a request that cannot be read', () => {
  const id = '0190a0b0-0000-7000-8000-000000000000';
  test.each([
    [
      `/api/review/tasks/${id}/decision`,
      { decision: 'maybe', reason: 'x y z' },
      'decision',
      'same, different, later',
    ],
    [`/api/review/tasks/${id}/decision`, { decision: 'same' }, 'reason', 'Fill this in'],
    [
      `/api/review/tasks/${id}/decision`,
      { decision: 'same', reason: 'xyz', until: '2025-04-01T00:00:00Z' },
      'until',
      'later',
    ],
    ['/api/review/decisions', { decisions: [] }, 'decisions', 'at least one'],
    ['/api/persons/merge', { from: id, into: 'x', reason: 'xyz' }, 'into', 'is no id'],
    [`/api/persons/${id}/seal`, { sealed: 'yes', reason: 'xyz' }, 'sealed', 'true or false'],
    [
      `/api/persons/${id}/dose-links`,
      { a: `${id} 1`, b: `${id} 1`, kind: 'same', reason: 'xyz' },
      'b',
      'name two',
    ],
  ])('is told where and what: %s %o', async (path, body, where, what) => {
    const reply = await post(path, body);
    expect(reply.status).toBe(400);
    expect(reply.body.problems).toEqual([
      { where, code: expect.any(String), what: expect.stringContaining(what) },
    ]);
  });

  test('or names what there is not', async () => {
    expect((await get(`/api/review/tasks/${id}`)).status).toBe(404);
    expect((await get(`/api/persons/${id}/links`)).status).toBe(404);
    expect(
      (await post('/api/persons/merge', { from: id, into: `${id.slice(0, -1)}1`, reason: 'xyz' })).status,
    ).toBe(404);
    expect((await get('/api/review/tasks/some-name')).status).toBe(400);
  });
});

describe('a sealed person', () => {
  const found = async (
    who: Patient,
    from: Sending,
    qpd: Readonly<Record<number, string>> = {},
  ): Promise<string> =>
    segments(
      await submit(cairn.url, qbp({ patient: who, from, qpd }), { login: from.login }),
      'QAK',
    )[0]?.[2] ?? '';

  test('is found by its chart number only, until it is unsealed', async () => {
    const who = patient();
    const id = await known(who);
    expect(await found(who, CLINIC, { 3: '' })).toBe('OK');
    expect((await post(`/api/persons/${id}/seal`, { sealed: true, reason: 'adoption' })).body).toEqual({
      person: id,
      sealed: true,
    });
    expect([await found(who, CLINIC, { 3: '' }), await found(who, CLINIC)]).toEqual(['NF', 'OK']);
    const other = await known({ ...who, chart: `P-${who.chart}` }, PEDIATRICS);
    expect(other).not.toBe(id);
    const merge = await post('/api/persons/merge', { from: other, into: id, reason: 'same child' });
    expect([merge.status, merge.body.error]).toEqual([409, expect.stringContaining('sealed')]);
    await post(`/api/persons/${id}/seal`, { sealed: false, reason: 'by mistake' });
    expect((await post('/api/persons/merge', { from: other, into: id, reason: 'same child' })).status).toBe(
      200,
    );
  });
});

describe('decisions on doses', () => {
  test('are kept, shown and removed', async () => {
    const who = patient();
    const id = await known(who);
    await submit(cairn.url, vxu({ patient: who, orders: [dose({ day: '20250301' })] }));
    const { body } = await get(`/api/persons/${id}/dose-links`);
    const [a, b] = body.doses.map((each: { readonly id: string }) => each.id);
    expect(body.doses).toMatchObject([{ date: '2025-03-01', codes: ['CVX:03'] }, { date: '2025-03-20' }]);
    const link = { a, b, reason: 'one day wrong in the papers' };
    expect((await post(`/api/persons/${id}/dose-links`, { ...link, kind: 'same' })).status).toBe(200);
    expect((await get(`/api/persons/${id}/dose-links`)).body.links).toMatchObject([
      { kind: 'same', by: 'Demo Registry Staff', reason: link.reason },
    ]);
    expect((await post(`/api/persons/${id}/dose-links/remove`, link)).status).toBe(200);
    expect((await post(`/api/persons/${id}/dose-links/remove`, link)).status).toBe(404);
    expect((await get(`/api/persons/${id}/dose-links`)).body.links).toEqual([]);
  });
});

describe('at the portal', () => {
  test('a DX specialist decides and is named; an administrator alone undoes the merge', async () => {
    const { a, b, taskId } = await doubtful();
    const [dx, administrator] = [
      await signInAs(cairn, DEMO_PEOPLE.dx),
      await signInAs(cairn, DEMO_PEOPLE.administrator),
    ];
    const { body: task } = await dx.get(`/api/review/tasks/${taskId}`);
    expect(task.given).toMatchObject([
      {
        person: a,
        doses: [{ date: '2025-03-20', vaccine: 'MMR', organization: 'Demo Family Clinic (DE-000001)' }],
      },
      { person: b, doses: [{ organization: 'Demo Pediatrics (DE-000002)' }] },
    ]);
    const short = await dx.post(`/api/review/tasks/${taskId}/decision`, { decision: 'same', reason: '' });
    expect([short.status, short.body.problems]).toMatchObject([
      400,
      [{ where: 'reason', code: 'why-needed' }],
    ]);
    const done = await dx.post(`/api/review/tasks/${taskId}/decision`, {
      decision: 'same',
      reason: 'same mother',
    });
    expect(done.body).toMatchObject({ state: 'same', survivor: a });
    const { body: decided } = await dx.get(`/api/review/tasks/${taskId}`);
    const { batchId } = done.body;
    const { rows } = await cairn.db.query('select name, account_id from account where email = $1', [
      DEMO_PEOPLE.dx,
    ]);
    expect(decided).toMatchObject({ decidedBy: rows[0].name, merge: { batchId, survivor: a } });
    const written = await cairn.db.query(
      `select account_id, person_ids from audit_event where action = 'review-decide' order by event_id desc limit 1`,
    );
    expect(written.rows).toEqual([{ account_id: rows[0].account_id, person_ids: [a, b] }]);
    const undo = [`/api/persons/${a}/unmerge`, { batchId, reason: 'two births' }] as const;
    expect((await dx.post(...undo)).status).toBe(403);
    expect((await administrator.post(...undo)).body).toMatchObject({ restored: b, survivor: a });
    const closed = await dx.post(`/api/review/tasks/${taskId}/decision`, {
      decision: 'same',
      reason: 'again',
    });
    expect([closed.status, closed.body.code]).toEqual([409, 'task-closed']);
  });

  test('nobody of a site reviews, and a token opens nothing else', async () => {
    const nurse = await signInAs(cairn, DEMO_PEOPLE.nurse);
    expect((await nurse.get('/api/review/tasks')).status).toBe(403);
    for (const path of ['/api/staff/sites', '/api/staff/emergencies'])
      expect((await get(path)).status).toBe(401);
  });
});
