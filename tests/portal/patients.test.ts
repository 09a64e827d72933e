/** Patients are looked for and looked at: who finds whom, what is shown, what is written down. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, TODAY, type TestCairn } from '../support/cairn.ts';
import { demoPatient, SOFIA } from '../support/demo-patient.ts';
import { patient, type Patient, PEDIATRICS, vxu } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, mailsTo, type PortalReply, signInAs } from '../support/portal.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let nurse: Browserless;
let nurse2: Browserless;
let sofia: string;
const ROBERT = patient({ chart: 'R-100 7', last: 'Okonkwomadeup', first: 'Robert', birthDate: '20190503' });
const HIDDEN = patient({ last: 'Verborgmadeup', first: 'Elena', birthDate: '20200229' });
const SEALED = patient({ last: 'Sigilmadeup', first: 'Tomas', birthDate: '20210811' });
let hidden: string;
let sealed: string;
let robert: string;

beforeAll(async () => {
  cairn = await startTestCairn();
  [nurse, nurse2] = await Promise.all([
    signInAs(cairn, DEMO_PEOPLE.nurse),
    signInAs(cairn, DEMO_PEOPLE.nurse2),
  ]);
  sofia = await demoPatient(cairn);
  robert = await told(ROBERT, vxu({ patient: ROBERT, pid: { 13: '^PRN^PH^^^415^2671234' } }));
  hidden = await told(HIDDEN, vxu({ patient: HIDDEN, pd1: { 12: 'Y', 13: '20250320' } }));
  sealed = await told(SEALED, vxu({ patient: SEALED }));
  await cairn.db.query('update person set sealed = true where person_id = $1', [sealed]);
});
afterAll(() => cairn.close());

async function told({ last }: Patient, message: string): Promise<string> {
  const answer = await submit(cairn.url, message);
  expect(answer).toContain('MSA|AA');
  const { rows } = await cairn.db.query<{ id: string }>(
    'select person_id as id from person where last_name = $1 order by created_at desc, person_id desc',
    [last.toUpperCase()],
  );
  return rows[0]?.id ?? '';
}

const look = (by: Browserless, asked: object): Promise<PortalReply> => by.post('/api/patients/search', asked);

async function found(by: Browserless, asked: object): Promise<readonly { id: string; likeness: string }[]> {
  const { status, body } = await look(by, asked);
  expect(status).toBe(200);
  return body.patients;
}

type Written = { action: string; person_ids: string[]; detail: Record<string, unknown> };

async function lastAudit(email: string): Promise<Written | undefined> {
  const { rows } = await cairn.db.query<Written>(
    `select action, person_ids, detail from audit_event join account using (account_id)
     where email = $1 and action like 'patient%' order by event_id desc limit 1`,
    [email],
  );
  return rows[0];
}

describe('a record', () => {
  test('shows who it is, what counts and what is due, and that it was looked at is written down', async () => {
    const { status, body } = await nurse.get(`/api/patients/${sofia}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: sofia,
      name: { last: SOFIA.last, first: 'Sofia', middle: 'Lucia' },
      birthDate: '2023-09-15',
      sex: 'F',
      view: 'whole',
      mayChange: true,
      emergencyUntil: null,
      isProtected: false,
    });
    expect(body.sources).toMatchObject([
      { organization: { code: 'DE-000001', isOwn: true }, chartNumber: SOFIA.chart },
    ]);
    expect(body.details.addresses[0].city).toBe('Sacramento');
    const mmr = body.doses.find((dose: { vaccine: string }) => dose.vaccine === 'MMR');
    expect(mmr).toMatchObject({ date: '2025-03-10', groups: ['MMR'], lot: 'X100A', route: 'Subcutaneous' });
    expect(mmr.ownReport).toBe(mmr.id);
    expect(mmr.evaluations).toContainEqual(expect.objectContaining({ antigen: 'Measles', status: 'Valid' }));
    const early = body.doses.find((dose: { date: string }) => dose.date === '2023-10-16');
    expect(early.evaluations).toContainEqual(
      expect.objectContaining({ status: 'Not Valid', reasons: expect.arrayContaining(['Age: Too Young']) }),
    );
    expect(body.doses.filter((dose: { status: string }) => dose.status === 'refused')).toMatchObject([
      { refusal: { code: '00' } },
    ]);
    expect(body.forecast.asOf).toBe('2025-03-20');
    const due = (group: string) =>
      body.forecast.groups.find((each: { vaccineGroup: string }) => each.vaccineGroup === group);
    expect(due('DTaP/Tdap/Td')).toMatchObject({ due: 'overdue', status: 'Not Complete' });
    expect(due('MMR')).toMatchObject({ due: 'later' });
    expect(due('Zoster')?.due ?? 'none').not.toBe('overdue');
    expect(await lastAudit(DEMO_PEOPLE.nurse)).toMatchObject({ action: 'patient-view', person_ids: [sofia] });
  });

  test('is explained in English when asked', async () => {
    const { status, body } = await nurse.get(`/api/patients/${sofia}/why`);
    expect(status).toBe(200);
    const polio = body.groups.find((group: { vaccineGroup: string }) => group.vaccineGroup === 'Polio');
    expect(polio.sentences[0].text).toContain('Not Complete');
    expect(await lastAudit(DEMO_PEOPLE.nurse)).toMatchObject({ action: 'patient-why', person_ids: [sofia] });
  });

  test('is found by the id that it had before a merge', async () => {
    const twin = patient({ last: 'Mergedmadeup', first: 'Ana' });
    const kept = await told(twin, vxu({ patient: twin }));
    const other = patient({ last: 'Mergedothermadeup', first: 'Ines' });
    const away = await told(other, vxu({ patient: other }));
    await cairn.db.query(`update person set status = 'merged', merged_into = $1 where person_id = $2`, [
      kept,
      away,
    ]);
    expect((await nurse.get(`/api/patients/${away}`)).body.id).toBe(kept);
    expect(await found(nurse, { id: away })).toMatchObject([{ id: kept }]);
  });

  test('of nobody is not there', async () => {
    const { status } = await nurse.get('/api/patients/0195b491-aa00-7022-be16-6540ba953999');
    expect(status).toBe(404);
  });

  test('of an unprotected patient is read by another organization, which sees no chart number of others', async () => {
    const { status, body } = await nurse2.get(`/api/patients/${sofia}`);
    expect(status).toBe(200);
    expect(body.sources).toMatchObject([
      { organization: { code: 'DE-000001', isOwn: false }, chartNumber: '' },
    ]);
    expect(body.doses.every((dose: { ownReport: string | null }) => dose.ownReport === null)).toBe(true);
  });

  test('shows a school who it is, what was given and what is due', async () => {
    const school = await signInAs(cairn, DEMO_PEOPLE.school);
    const { status, body, text } = await school.get(`/api/patients/${sofia}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      view: 'school',
      mayChange: false,
      details: null,
      contacts: [],
      sources: [],
    });
    expect(body.doses.length).toBeGreaterThan(5);
    expect(body.forecast.groups.length).toBeGreaterThan(5);
    expect(text).not.toContain('Sacramento');
    expect(text).not.toContain(SOFIA.chart);
    const [shown] = (await look(school, { last: SOFIA.last, birthDate: '2023-09-15' })).body.patients;
    expect(shown).toMatchObject({ id: sofia, city: '', guardian: '' });
  });

  test('is read, not changed, by a read-only user; and not at all by those whose role is not for it', async () => {
    const reader = await signInAs(cairn, DEMO_PEOPLE.reader);
    expect((await reader.get(`/api/patients/${sofia}`)).body).toMatchObject({
      mayChange: false,
      view: 'whole',
    });
    for (const email of [DEMO_PEOPLE.trainee, DEMO_PEOPLE.qa, DEMO_PEOPLE.clinic]) {
      const other = await signInAs(cairn, email);
      expect((await other.get(`/api/patients/${sofia}`)).status).toBe(403);
      expect((await look(other, { last: 'Ramosvega', first: 'Sofia' })).status).toBe(403);
    }
    const trainee = await signInAs(cairn, DEMO_PEOPLE.trainee);
    expect((await look(trainee, { last: 'X' })).body.code).toBe('training-needed');
  });
});

describe('a search', () => {
  const DAY = '2019-05-03';
  test.each([
    ['name and birth date', { last: 'okonkwomadeup', first: 'robert', birthDate: DAY }, 'exact'],
    ['last name and birth date', { last: 'Okonkwomadeup', birthDate: DAY }, undefined],
    ['first name and birth date', { first: 'Robert', birthDate: DAY }, undefined],
    ['a nickname', { last: 'Okonkwomadeup', first: 'Bob', birthDate: DAY }, undefined],
    ['a typo', { last: 'Okonkwomadep', first: 'Robert', birthDate: DAY }, undefined],
    ['names in the wrong fields', { last: 'Robert', first: 'Okonkwomadeup', birthDate: DAY }, 'close'],
    ['day and month swapped', { last: 'Okonkwomadeup', first: 'Robert', birthDate: '2019-03-05' }, undefined],
    ['another day', { last: 'Okonkwomadeup', first: 'Robert', birthDate: '2019-11-27' }, undefined],
    ['a year off', { last: 'Okonkwomadeup', first: 'Robert', birthDate: '2018-05-03' }, undefined],
    ['a typo and another day', { last: 'Okonkwomadep', first: 'Robert', birthDate: '2019-05-13' }, undefined],
    ['beginnings of the names', { last: 'Okon', first: 'Ro' }, undefined],
    ['a phone number', { phone: '(415) 267-1234' }, undefined],
    ['its chart number', { id: 'r-100 7' }, 'exact'],
  ])('by %s finds the patient', async (_what, asked, likeness) => {
    const patients = await found(nurse, asked);
    expect(patients[0]).toMatchObject({ id: robert, ...(likeness === undefined ? {} : { likeness }) });
    const written = await lastAudit(DEMO_PEOPLE.nurse);
    expect(written).toMatchObject({
      action: 'patient-search',
      detail: { by: Object.keys(asked), results: patients.length },
    });
    expect(written?.person_ids.toSorted()).toEqual(patients.map(({ id }) => id).toSorted());
    expect(JSON.stringify(written?.detail)).not.toMatch(/okonkwo|robert|2019/i);
  });

  test('by the registry’s id finds the patient, and says that the organization has a chart', async () => {
    expect(await found(nurse, { id: robert })).toMatchObject([
      { id: robert, likeness: 'exact', isOwn: true },
    ]);
    expect(await found(nurse2, { id: robert })).toMatchObject([{ id: robert, isOwn: false }]);
  });

  test('by a chart number of another organization finds nobody', async () => {
    expect(await found(nurse2, { id: 'R-100 7' })).toEqual([]);
  });

  test('by a name without its accents finds the patient, and with accents one without', async () => {
    const her = patient({ last: 'Peñamadeup', first: 'Sofía' });
    const id = await told(her, vxu({ patient: her, msh: { 18: 'UNICODE UTF-8' } }));
    for (const asked of [
      { last: 'Pena', first: 'Sofia' },
      { last: 'peñam', first: 'sofí' },
    ]) {
      expect((await found(nurse, asked)).map((each) => each.id)).toContain(id);
    }
    expect(await found(nurse, { last: 'Okoñ', first: 'Ró' })).toMatchObject([{ id: robert }]);
  });

  test('finds nobody who is another', async () => {
    expect(await found(nurse, { last: 'Okonkwomadeup', first: 'Gertrude', birthDate: '1961-07-23' })).toEqual(
      [],
    );
    expect(await found(nurse, { last: 'Nobodymadeup', first: 'Robert', birthDate: '2001-05-03' })).toEqual(
      [],
    );
  });

  test('wants enough to look by, and no signs that mean something to the database', async () => {
    for (const asked of [{}, { last: 'Okonkwomadeup' }, { birthDate: DAY }, { last: 'A', first: 'B' }]) {
      const { status, body } = await look(nurse, asked);
      expect(status).toBe(400);
      expect(body.problems).toMatchObject([{ code: 'search-more' }]);
    }
    expect(await found(nurse, { last: '%%', first: '%' })).toEqual([]);
    expect(await found(nurse, { last: '__', first: '_' })).toEqual([]);
  });

  test('shows 25 at most, and says that there are more', async () => {
    await cairn.db.query(
      `insert into person (person_id, version, last_name, first_name, birth_date, sex, protected, demographics, created_at,
         updated_at)
       select gen_random_uuid(), 1, 'ZZCROWDMADEUP', 'P' || n, '2020-01-01', 'F', n <= 5, '{"fields": {}, "nextOfKin": []}',
         now(), now() from generate_series(1, 35) n`,
    );
    const { body } = await look(nurse, { last: 'zzcrowd', first: 'p' });
    expect(body.patients).toHaveLength(25);
    expect(body.isMore).toBe(true);
  });

  test('beyond what work takes is refused, and the administrators hear of it once a day', async () => {
    const reader = await signInAs(cairn, DEMO_PEOPLE.reader);
    const { rows } = await cairn.db.query<{ id: string; name: string }>(
      'select account_id as id, name from account where email = $1',
      [DEMO_PEOPLE.reader],
    );
    await cairn.db.query(
      `insert into audit_event (month, event_id, at, action, account_id)
       select date_trunc('month', $2::timestamptz)::date, gen_random_uuid(), $2::timestamptz - interval '5 minutes',
         'patient-search', $1 from generate_series(1, 119)`,
      [rows[0]?.id, TODAY],
    );
    expect((await look(reader, { last: 'Nobodymadeup', first: 'Here' })).status).toBe(200);
    for (let again = 0; again < 2; again++) {
      const { status, body } = await look(reader, { last: 'Nobodymadeup', first: 'Here' });
      expect([status, body.code]).toEqual([429, 'search-limit']);
    }
    const mails = await mailsTo(cairn, DEMO_PEOPLE.administrator, 'unusual-searching');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('DE-000001');
    expect(mails[0]?.text).not.toContain('Nobodymadeup');
  });
});

describe('a patient who is kept from others', () => {
  const HER = { last: HIDDEN.last, first: HIDDEN.first, birthDate: '2020-02-29' };
  const REASON = 'Anaphylaxis in the emergency room, allergies unknown';

  test('by protection is seen where the protection was said, and is not there for anybody else', async () => {
    expect((await nurse.get(`/api/patients/${hidden}`)).body).toMatchObject({
      isProtected: true,
      mayChange: true,
    });
    expect(await found(nurse, HER)).toMatchObject([{ id: hidden }]);
    const administrator = await signInAs(cairn, DEMO_PEOPLE.administrator);
    for (const other of [nurse2, administrator]) {
      expect((await other.get(`/api/patients/${hidden}`)).status).toBe(404);
      expect((await other.get(`/api/patients/${hidden}/why`)).status).toBe(404);
      for (const asked of [HER, { id: hidden }, { last: 'Verborg', first: 'El' }]) {
        expect((await look(other, asked)).body).toEqual({ patients: [], isMore: false });
      }
    }
  });

  test('by a seal is seen where there is a chart, and is not opened by an emergency', async () => {
    const him = { last: SEALED.last, first: SEALED.first, birthDate: '2021-08-11' };
    expect((await nurse.get(`/api/patients/${sealed}`)).status).toBe(200);
    expect((await nurse2.get(`/api/patients/${sealed}`)).status).toBe(404);
    expect(await found(nurse2, him)).toEqual([]);
    // Not by name either where there is a chart: an adopted child's former name leads nobody there.
    expect(await found(nurse, { last: him.last, first: him.first })).toEqual([]);
    expect(await found(nurse, { id: SEALED.chart })).toMatchObject([{ id: sealed }]);
    const { body } = await nurse2.post('/api/patients/emergency', { ...him, reason: REASON });
    expect(body).toEqual({ patients: [] });
  });

  test('is opened in an emergency for an hour, for reading; the administrators hear of it, not of whom', async () => {
    const { status, body } = await nurse2.post('/api/patients/emergency', { ...HER, reason: REASON });
    expect(status).toBe(200);
    expect(body.patients).toMatchObject([{ id: hidden }]);
    const until = new Date(body.patients[0].until).getTime() - new Date(TODAY).getTime();
    expect(until).toBe(60 * 60_000);
    expect(await lastAudit(DEMO_PEOPLE.nurse2)).toMatchObject({
      action: 'patient-emergency',
      person_ids: [hidden],
      detail: { reason: REASON },
    });
    const record = await nurse2.get(`/api/patients/${hidden}`);
    expect(record.body).toMatchObject({ mayChange: false, isProtected: true });
    expect(record.body.emergencyUntil).toBe(body.patients[0].until);
    expect(await lastAudit(DEMO_PEOPLE.nurse2)).toMatchObject({ detail: { isEmergency: true } });
    // Opened for one account, not for everybody, and not for searches.
    const power = await signInAs(cairn, DEMO_PEOPLE.administrator);
    expect((await power.get(`/api/patients/${hidden}`)).status).toBe(404);
    expect(await found(nurse2, HER)).toEqual([]);
    const mails = await mailsTo(cairn, DEMO_PEOPLE.administrator, 'patient-emergency');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('nurse2@demo.example');
    expect(mails[0]?.text).toContain('/staff/emergencies');
    expect(mails[0]?.text).not.toMatch(new RegExp(`${HIDDEN.last}|Elena|2020|${hidden}`, 'i'));
    await cairn.db.query(`update break_glass set until = $1`, [TODAY]);
    expect((await nurse2.get(`/api/patients/${hidden}`)).status).toBe(404);
  });

  test('is just found by whoever may see it anyway: nothing is granted, nobody is told', async () => {
    const { body } = await nurse.post('/api/patients/emergency', { ...HER, reason: REASON });
    expect(body).toEqual({ patients: [{ id: hidden, until: null }] });
    expect(await lastAudit(DEMO_PEOPLE.nurse)).toMatchObject({
      action: 'patient-search',
      person_ids: [hidden],
    });
    const { rows } = await cairn.db.query(
      `select 1 from break_glass join account using (account_id) where email = $1`,
      [DEMO_PEOPLE.nurse],
    );
    expect(rows).toEqual([]);
    expect(await mailsTo(cairn, DEMO_PEOPLE.administrator, 'patient-emergency')).toHaveLength(1);
  });

  test('is opened by the exact name and birth date alone, with a reason, and a few times a day', async () => {
    const her = { ...HER, reason: REASON };
    const near = await nurse2.post('/api/patients/emergency', { ...her, first: 'Elina' });
    expect(near.body).toEqual({ patients: [] });
    const short = await nurse2.post('/api/patients/emergency', { ...her, reason: 'urgent' });
    expect(short.body.problems).toMatchObject([{ where: 'reason', code: 'reason-short' }]);
    const reader = await signInAs(cairn, DEMO_PEOPLE.school);
    expect((await reader.post('/api/patients/emergency', her)).status).toBe(403);
    const statuses: number[] = [];
    for (let time = 0; time < 5; time++) {
      statuses.push((await nurse2.post('/api/patients/emergency', her)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    const refused = await nurse2.post('/api/patients/emergency', her);
    expect(refused.body.code).toBe('emergency-limit');
  });
});

test('a patient of the other organization is found by its own chart number there', async () => {
  const who = patient({ chart: `P-${randomUUID().slice(0, 6)}` });
  const message = vxu({ patient: who, from: PEDIATRICS });
  await submit(cairn.url, message, { login: PEDIATRICS.login });
  expect(await found(nurse2, { id: who.chart })).toMatchObject([{ likeness: 'exact', isOwn: true }]);
  expect(await found(nurse, { id: who.chart })).toEqual([]);
});
