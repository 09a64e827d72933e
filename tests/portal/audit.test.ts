/** The audit: what is in it, that it is only added to, that tampering is found, and who reads it. */
import { type AuditFinding, createLog, openDatabase, sealBatch, verifyAudit } from '@cairn/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { vxu } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, mailsTo, signInAs } from '../support/portal.ts';
import { runCairn } from '../support/process.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let administrator: Browserless;
beforeAll(async () => {
  cairn = await startTestCairn();
  administrator = await signInAs(cairn, DEMO_PEOPLE.administrator);
});
afterAll(() => cairn.close());

const period = { from: '2025-03-01', to: '2025-03-31' };
const search = (body: object = {}) => administrator.post('/api/staff/audit/search', { ...period, ...body });

/** Until what was written so far is in a seal; the server's own worker may be at it as well. */
async function sealed(): Promise<void> {
  const { kysely } = cairn.cairn.database;
  const clock = { now: () => new Date('2025-03-20T17:20:00Z') };
  await vi.waitFor(async () => {
    await sealBatch({ kysely, clock });
    const { rows } = await cairn.db.query('select count(*)::int as count from audit_unsealed');
    if (rows[0].count > 0) throw new Error('something is not sealed yet');
  });
}

async function verify(head?: string) {
  const findings: AuditFinding[] = [];
  const found = (finding: AuditFinding): number => findings.push(finding);
  const verdict = await verifyAudit(cairn.cairn.database.kysely, { head, found });
  return { verdict, findings };
}

const command = (...args: readonly string[]) =>
  runCairn(['audit', 'verify', ...args], {
    CAIRN_DATABASE_URL: cairn.databaseUrl,
    CAIRN_LOG_LEVEL: 'silent',
  });

/** Something that only the owner of the database can do, and afterwards everything as it was. */
async function tampered(
  table: 'audit_event' | 'audit_seal',
  statement: string,
  values: readonly unknown[] = [],
): Promise<Awaited<ReturnType<typeof verify>>> {
  await cairn.db.query(`create table kept as table ${table}`);
  await cairn.db.query(`set session_replication_role = replica`);
  try {
    await cairn.db.query(statement, [...values]);
    return await verify();
  } finally {
    await cairn.db.query(`delete from ${table}`);
    await cairn.db.query(`insert into ${table} select * from kept`);
    await cairn.db.query('drop table kept');
    await cairn.db.query(`set session_replication_role = origin`);
  }
}

test('whatever somebody changes is written down under the name of its operation', async () => {
  const clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
  const day = '2025-03-20';
  const made = await clinic.post('/api/sites/DE-000001/statements', { from: day, to: day });
  const { body } = await search({ email: 'clinic@demo' });
  const changes = body.events.filter(({ category }: { readonly category: string }) => category === 'change');
  if (made.status === 200) {
    expect(changes[0]).toMatchObject({
      action: 'makeStatement',
      who: { kind: 'account', email: DEMO_PEOPLE.clinic },
    });
  }
  const set = await clinic.put('/api/sites/DE-000001/bidx', { interest: 'nonsense' });
  expect(set.status).toBe(400);
  const after = await search({ email: 'clinic@demo', category: 'change' });
  expect(after.body.events.length).toBe(changes.length);
});

test('an exchange query is there with whom it showed, and a search for the patient finds it, itself too', async () => {
  await submit(cairn.url, vxu());
  const { rows } = await cairn.db.query(`select person_id from person order by person_id limit 1`);
  const personId = rows[0].person_id;
  await search({ personId });
  const { body } = await search({ personId });
  expect(body.events[0]).toMatchObject({
    action: 'audit-search',
    category: 'search',
    who: { kind: 'account', email: DEMO_PEOPLE.administrator },
    personIds: expect.arrayContaining([personId]),
  });
  const other = await search({ personId: '0190a0b0-0000-7000-8000-000000000000' });
  expect(other.body.events).toEqual([]);
});

test('pages follow each other without a gap', async () => {
  for (let count = 0; count < 51; count++) await administrator.post('/api/staff/audit/sample');
  const first = await search({ category: 'search' });
  expect(first.body.events).toHaveLength(50);
  const second = await search({ category: 'search', after: first.body.next });
  const ids = [...first.body.events, ...second.body.events].map(({ id }: { readonly id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect(second.body.next).toBeNull();
});

test.each([
  [{ from: '2025-01-01', to: '2025-12-31' }, 'to', 'audit-period-too-long'],
  [{ from: '2025-03-31', to: '2025-03-01' }, 'to', 'period-backwards'],
  [{ personId: 'Ana' }, 'personId', 'id-invalid'],
  [{ from: 'yesterday' }, 'from', 'date-invalid'],
])('what cannot be searched for is told: %o', async (body, where, code) => {
  const reply = await search(body);
  expect([reply.status, reply.body.problems]).toEqual([400, [{ where, code, what: expect.any(String) }]]);
});

test('a sheet of it runs nothing, and is in the audit itself', async () => {
  await cairn.db.query(
    `insert into audit_event (month, event_id, at, action, detail) values
       ('2025-03-01', '0195b0b0-0000-7000-8000-000000000001', '2025-03-20T10:00:00Z', '=1+1', '{"reason": "a,b"}')`,
  );
  const { status, headers, text } = await administrator.post('/api/staff/audit/csv', period);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(text).toContain(`,'=1+1,`);
  expect(text).toContain('"reason: a,b"');
  const { body } = await search({ category: 'export' });
  expect(body.events[0]).toMatchObject({ action: 'audit-export' });
});

test('only administrators read it', async () => {
  const dx = await signInAs(cairn, DEMO_PEOPLE.dx);
  for (const path of ['search', 'sample', 'csv']) {
    expect((await dx.post(`/api/staff/audit/${path}`, period)).status).toBe(403);
  }
});

test('an event is never changed or taken away, nor is a seal', async () => {
  await sealed();
  for (const statement of [
    `update audit_event set action = 'other'`,
    'delete from audit_event',
    `update audit_seal set sealed_at = '2020-01-01'`,
    'delete from audit_seal',
  ]) {
    await expect(cairn.db.query(statement)).rejects.toMatchObject({ code: 'CA002' });
  }
});

describe('cairn audit verify', () => {
  let event = '';
  beforeAll(async () => {
    await sealed();
    await administrator.post('/api/staff/audit/sample');
    await sealed();
    const { rows } = await cairn.db.query(
      'select event_ids[1] as id from audit_seal order by seal_no limit 1',
    );
    event = rows[0].id;
  });

  test('finds nothing where nothing was done, and prints the head', async () => {
    const { findings, verdict } = await verify();
    expect(findings).toEqual([]);
    expect(verdict.seals).toBeGreaterThan(1);
    const { rows } = await cairn.db.query('select count(*)::int as count from audit_event');
    expect(verdict.events + verdict.unsealed).toBe(rows[0].count);
    const { code, out } = await command('--head', verdict.head ?? '');
    expect(out).toContain(`Head: ${verdict.head}`);
    expect(code).toBe(0);
  });

  test('ends with 1 and a line for each finding, and with 2 where it cannot check', async () => {
    const unknown = 'ab'.repeat(32);
    const { code, out } = await command('--head', unknown, '--json');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([code, lines]).toEqual([
      1,
      [{ kind: 'head-missing', head: unknown }, expect.objectContaining({ kind: 'verdict', findings: 1 })],
    ]);
    const wrong = await command('--head', 'abc');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('64 hexadecimal digits')]);
  });

  test('says which event was changed, in which seal', async () => {
    const { findings } = await tampered(
      'audit_event',
      `update audit_event set detail = detail || '{"events": 7}' where event_id = $1`,
      [event],
    );
    expect(findings).toEqual([
      { kind: 'event-changed', eventId: event, sealNo: '1', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ]);
  });

  test.each([
    ['who did it', `account_id = '0190a0b0-0000-7000-8000-000000000000'`],
    ['whose record it was', `person_ids = array_append(person_ids, '0190a0b0-0000-7000-8000-000000000000')`],
    ['when', `at = at + interval '1 microsecond'`],
    ['what moved from one column to the next', `message_id = '0190a0b0-0000-7000-8000-000000000000'`],
  ])('finds a change of %s', async (_, change) => {
    const { findings } = await tampered(
      'audit_event',
      `update audit_event set ${change} where event_id = $1`,
      [event],
    );
    expect(findings).toMatchObject([{ kind: 'event-changed', eventId: event }]);
  });

  test('says which event was taken away, and which was put in', async () => {
    const taken = await tampered('audit_event', 'delete from audit_event where event_id = $1', [event]);
    expect(taken.findings).toMatchObject([{ kind: 'event-missing', eventId: event, sealNo: '1' }]);
    const id = '0195b0b0-0000-7000-8000-000000000009';
    const added = await tampered(
      'audit_event',
      `insert into audit_event (month, event_id, at, action) values ('2025-03-01', $1, '2025-03-10T10:00:00Z', 'x')`,
      [id],
    );
    expect(added.findings).toEqual([{ kind: 'event-added', eventId: id, day: '2025-03-10' }]);
  });

  test('says which seal was changed, is missing or stands elsewhere', async () => {
    const changed = await tampered(
      'audit_seal',
      `update audit_seal set sealed_at = '2024-01-01' where seal_no = 1`,
    );
    expect(changed.findings).toEqual([{ kind: 'seal-changed', sealNo: '1', day: '2024-01-01' }]);
    const missing = await tampered('audit_seal', 'delete from audit_seal where seal_no = 1');
    expect(missing.findings).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'seal-missing', sealNo: '2', missing: '1' }),
        expect.objectContaining({ kind: 'chain-broken', sealNo: '2' }),
        expect.objectContaining({ kind: 'event-added', eventId: event }),
      ]),
    );
    const exchanged = await tampered(
      'audit_seal',
      `update audit_seal a set (sealed_at, months, event_ids, event_hashes, previous_hash, hash) =
         (select sealed_at, months, event_ids, event_hashes, previous_hash, hash from audit_seal b
          where b.seal_no = 3 - a.seal_no) where seal_no in (1, 2)`,
    );
    expect(exchanged.findings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['seal-changed', 'chain-broken']),
    );
  });

  test('shows by a head that was kept that the end was cut off', async () => {
    const cut = `delete from audit_seal where seal_no = (select max(seal_no) from audit_seal)`;
    await sealed();
    const { verdict } = await verify();
    await cairn.db.query('set session_replication_role = replica');
    await cairn.db.query(
      `delete from audit_event where event_id in (select unnest(event_ids) from audit_seal
         where seal_no = (select max(seal_no) from audit_seal))`,
    );
    await cairn.db.query(cut);
    await cairn.db.query('set session_replication_role = origin');
    expect((await verify()).findings).toEqual([]);
    expect((await verify(verdict.head)).findings).toEqual([{ kind: 'head-missing', head: verdict.head }]);
  });
});

describe('a record that was opened in an emergency', () => {
  const grant = '0195b0b0-0000-7000-8000-00000000000a';
  const person = '0195b0b0-0000-7000-8000-00000000000b';
  beforeAll(async () => {
    await cairn.db.query(
      `insert into break_glass (grant_id, account_id, organization_id, person_id, reason, at, until)
       select $1, a.account_id, o.organization_id, $2, 'unconscious', '2025-03-19T10:00:00Z', '2025-03-19T14:00:00Z'
       from account a, organization o where a.email = $3 and o.code = 'DE-000001'`,
      [grant, person, DEMO_PEOPLE.nurse],
    );
  });

  test('is reviewed by an administrator, once, never their own', async () => {
    const path = `/api/staff/emergencies/${grant}/review`;
    const { body } = await administrator.get('/api/staff/emergencies');
    expect(body).toMatchObject({
      unreviewed: [
        { id: grant, email: DEMO_PEOPLE.nurse, personId: person, reason: 'unconscious', isOwn: false },
      ],
      reviewed: [],
    });
    expect((await administrator.post(path, { note: '' })).status).toBe(400);
    await cairn.db.query(
      `update break_glass set account_id = (select account_id from account where email = $1)`,
      [DEMO_PEOPLE.administrator],
    );
    expect((await administrator.post(path, { note: 'mine' })).body.code).toBe('own-emergency');
    await cairn.db.query(
      `update break_glass set account_id = (select account_id from account where email = $1)`,
      [DEMO_PEOPLE.nurse],
    );
    const done = await administrator.post(path, { note: 'called the clinic: true' });
    expect(done.body).toMatchObject({
      unreviewed: [],
      reviewed: [{ id: grant, reviewedBy: expect.any(String), note: 'called the clinic: true' }],
    });
    expect((await administrator.post(path, { note: 'again' })).body.code).toBe('reviewed-already');
    const written = await search({ personId: person, category: 'decision' });
    expect(written.body.events).toMatchObject([{ action: 'emergency-review' }]);
  });

  test('that nobody reviews is mailed to administrators after a day, once, without the patient', async () => {
    await cairn.db.query('update break_glass set reviewed_at = null, reviewed_by = null');
    const late = await openDatabase({ databaseUrl: cairn.databaseUrl, dataDir: '' }, createLog('silent'));
    const { remindOfEmergencies } = await import('../../server/src/review/emergency-reminders.ts');
    const remind = (now: string) =>
      remindOfEmergencies({
        kysely: late.kysely,
        clock: { now: () => new Date(now) },
        publicUrl: () => 'https://portal.example',
      });
    const letters = () => mailsTo(cairn, DEMO_PEOPLE.administrator, 'emergency-unreviewed');
    try {
      await remind('2025-03-20T09:00:00Z');
      expect(await letters()).toEqual([]);
      await remind('2025-03-20T11:00:00Z');
      await remind('2025-03-20T12:00:00Z');
      const [letter, ...more] = await letters();
      expect(more).toEqual([]);
      expect(letter?.text).toContain('https://portal.example/staff/emergencies');
      expect(letter?.text).not.toContain('unconscious');
      expect(letter?.text).not.toContain(person);
    } finally {
      await late.close();
    }
  });
});
