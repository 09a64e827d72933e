/** What is entered by hand: it counts in the next answer of the exchange, and nobody changes what others reported. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { CLINIC, dose, patient, PEDIATRICS, qbp, type Patient, vxu } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, signInAs } from '../support/portal.ts';
import { segments, submit } from '../support/soap.ts';

let cairn: TestCairn;
let nurse: Browserless;
let nurse2: Browserless;
beforeAll(async () => {
  cairn = await startTestCairn();
  nurse = await signInAs(cairn, DEMO_PEOPLE.nurse);
  nurse2 = await signInAs(cairn, DEMO_PEOPLE.nurse2);
});
afterAll(() => cairn.close());

const TODAY_GIVEN = {
  kind: 'given',
  date: '2025-03-20',
  cvx: '21',
  manufacturer: 'MSD',
  lot: 'Y200B',
  expires: '2027-06-30',
  route: 'C38299',
  site: 'LA',
  amount: '0.5',
  eligibility: 'V02',
  funding: 'VXC51',
  administeredLast: 'Núñez',
  administeredFirst: 'Ana^|~\\& María',
  statementGiven: true,
};

/** A child that the clinic's own system told of, with one MMR. */
async function child(from = CLINIC): Promise<{ readonly who: Patient; readonly id: string }> {
  const who = patient();
  const answer = await submit(cairn.url, vxu({ patient: who, from }), { login: from.login });
  expect(segments(answer, 'MSA')[0]?.[1]).toBe('AA');
  const { rows } = await cairn.db.query('select person_id from person where last_name = $1', [
    who.last.toUpperCase(),
  ]);
  return { who, id: String(rows[0]?.person_id) };
}

async function asked(who: Patient, from = CLINIC): Promise<string> {
  const message = qbp({
    patient: who,
    from,
    msh: { 21: 'Z44^CDCPHINVS' },
    qpd: {
      1: 'Z44^Request Evaluated History and Forecast^CDCPHINVS',
      ...(from === CLINIC ? {} : { 3: '' }),
    },
  });
  return submit(cairn.url, message, { login: from.login, name: 'submitSingleQuery' });
}

const doses = async (browser: Browserless, id: string) =>
  (await browser.get(`/api/patients/${id}`)).body.doses as readonly {
    readonly id: string;
    readonly cvx: string;
    readonly lot: string;
    readonly status: string;
    readonly ownReport: string | null;
  }[];
const ownDose = async (id: string, cvx: string) => (await doses(nurse, id)).find((each) => each.cvx === cvx);
const codes = (body: { readonly problems: readonly { readonly where: string; readonly code: string }[] }) =>
  body.problems.map(({ where, code }) => `${where} ${code}`);

describe('a dose', () => {
  let who: Patient;
  let id: string;
  let added: string;
  beforeAll(async () => {
    ({ who, id } = await child());
  });

  test('that was given today stands in the next answer of the exchange', async () => {
    const { status, body } = await nurse.post(`/api/patients/${id}/doses`, TODAY_GIVEN);
    expect([status, body.problems]).toEqual([200, undefined]);
    expect(body.patient).toBe(id);
    const given = segments(await asked(who), 'RXA').find((rxa) => rxa[5]?.startsWith('21^'));
    expect(given?.[3]).toBe('20250320');
    added = (await ownDose(id, '21'))?.ownReport ?? '';
    expect(added).not.toBe('');
  });

  test('is a message of the organization, entered by hand, and in the audit with the patient', async () => {
    const { rows } = await cairn.db.query(
      `select operation, address, outcome, ack_code, credential_id, findings from message
       where person_id = $1 and operation = 'portal-entry'`,
      [id],
    );
    expect(rows).toMatchObject([
      {
        operation: 'portal-entry',
        address: 'production',
        outcome: 'accepted',
        ack_code: 'AA',
        credential_id: null,
      },
    ]);
    expect(
      rows[0].findings.filter(({ severity }: { readonly severity: string }) => severity !== 'I'),
    ).toEqual([]);
    const audit = await cairn.db.query(
      `select action, person_ids, detail, message_id from audit_event where action = 'dose-added'`,
    );
    expect(audit.rows).toMatchObject([{ person_ids: [id], detail: { kind: 'given' } }]);
    expect(audit.rows[0].message_id).not.toBeNull();
  });

  test('is opened with all that was entered, special characters too', async () => {
    const { body } = await nurse.get(`/api/patients/${id}/doses/${added}`);
    expect(body.dose).toMatchObject({ ...TODAY_GIVEN, ndc: '' });
  });

  test('is corrected: the dose stays one, and its old word has gone', async () => {
    const { status } = await nurse.put(`/api/patients/${id}/doses/${added}`, {
      ...TODAY_GIVEN,
      lot: 'Z300C',
    });
    expect(status).toBe(200);
    expect((await doses(nurse, id)).filter(({ cvx }) => cvx === '21')).toMatchObject([{ lot: 'Z300C' }]);
    const again = await nurse.put(`/api/patients/${id}/doses/${added}`, TODAY_GIVEN);
    expect([again.status, again.body.code]).toEqual([409, 'changed-meanwhile']);
  });

  test('is deleted with a reason', async () => {
    const now = (await ownDose(id, '21'))?.ownReport ?? '';
    const silent = await nurse.ask('DELETE', `/api/patients/${id}/doses/${now}`, { reason: '' });
    expect(codes(silent.body)).toEqual(['reason required']);
    const reply = await nurse.ask('DELETE', `/api/patients/${id}/doses/${now}`, { reason: 'wrong child' });
    expect(reply.status).toBe(200);
    expect(await ownDose(id, '21')).toBeUndefined();
    const audit = await cairn.db.query(`select detail from audit_event where action = 'dose-deleted'`);
    expect(audit.rows).toMatchObject([{ detail: { reason: 'wrong child' } }]);
  });

  test.each([
    ['in the future', { date: '2025-03-21' }, 400, 'date dose-in-future'],
    ['before birth', { date: '2022-01-01' }, 400, 'date dose-before-birth'],
    ['of a lot that had expired', { expires: '2025-01-31' }, 409, 'expires lot-expired'],
    ['of a group that was given that day', { cvx: '94' }, 409, 'date dose-known-already'],
    ['without lot', { lot: '' }, 400, 'lot required'],
  ])('%s is said of its field', async (_name, change, status, said) => {
    const reply = await nurse.post(`/api/patients/${id}/doses`, { ...TODAY_GIVEN, ...change });
    expect(reply.status).toBe(status);
    expect(codes(reply.body)).toContain(said);
    const confirmed = said.split(' ').slice(1);
    if (status !== 409) return;
    const sure = { ...TODAY_GIVEN, ...change, confirmed };
    expect((await nurse.post(`/api/patients/${id}/doses`, sure)).status).toBe(200);
  });

  test('sent twice by one form is one dose', async () => {
    const entry = '0190b3a0-7e9a-7c3e-8f00-0123456789ab';
    const { id: other } = await child();
    for (let time = 0; time < 2; time++) {
      expect((await nurse.post(`/api/patients/${other}/doses`, { ...TODAY_GIVEN, entry })).status).toBe(200);
    }
    expect((await doses(nurse, other)).filter(({ cvx }) => cvx === '21')).toHaveLength(1);
  });

  test('of another organization is not changed, and it is said whose it is', async () => {
    const { id: theirs } = await child(PEDIATRICS);
    const [first] = await doses(nurse, theirs);
    expect(first?.ownReport).toBeNull();
    const address = `/api/patients/${theirs}/doses/${first?.id ?? ''}`;
    for (const reply of [
      await nurse.put(address, TODAY_GIVEN),
      await nurse.ask('DELETE', address, { reason: 'wrong' }),
    ]) {
      expect([reply.status, reply.body.code]).toEqual([403, 'dose-of-another']);
      expect(reply.body.problems[0].what).toContain('DE-000002');
    }
    // It may say what it knows itself.
    expect((await nurse.post(`/api/patients/${theirs}/doses`, TODAY_GIVEN)).status).toBe(200);
    expect((await doses(nurse2, theirs)).find(({ cvx }) => cvx === '21')?.ownReport).toBeNull();
  });
});

test('a refusal, a contraindication and an immunity are shown as what they are', async () => {
  const { id } = await child();
  for (const entry of [
    { kind: 'refused', date: '2025-03-20', cvx: '10', reason: '01' },
    { kind: 'historical', date: '2024-05-02', cvx: '21' },
    { kind: 'contraindication', date: '2025-03-20', reason: 'VXC27', until: '' },
    { kind: 'immunity', date: '2025-03-20', evidence: 'disease', disease: '38907003' },
  ]) {
    expect([entry.kind, (await nurse.post(`/api/patients/${id}/doses`, entry)).status]).toEqual([
      entry.kind,
      200,
    ]);
  }
  const { body } = await nurse.get(`/api/patients/${id}`);
  const shown = body.doses.map(({ cvx, status, isHistorical }: Record<string, unknown>) => [
    cvx,
    status,
    isHistorical,
  ]);
  expect(shown).toContainEqual(['10', 'refused', false]);
  expect(shown).toContainEqual(['21', 'given', true]);
  expect(body.doses.find(({ cvx }: { readonly cvx: string }) => cvx === '10').refusal.code).toBe('01');
  expect(body.observations.map(({ kind, code }: Record<string, unknown>) => [kind, code])).toEqual(
    expect.arrayContaining([
      ['contraindication', 'VXC27'],
      ['immunity', '38907003'],
    ]),
  );
});

test('who refuses to share is gone for other organizations, on the page and in the exchange', async () => {
  const { who, id } = await child();
  expect((await nurse2.get(`/api/patients/${id}`)).status).toBe(200);
  expect(segments(await asked(who, PEDIATRICS), 'QAK')[0]?.[2]).toBe('OK');
  expect((await nurse.put(`/api/patients/${id}/sharing`, { refuses: true })).status).toBe(200);
  expect((await nurse2.get(`/api/patients/${id}`)).status).toBe(404);
  expect((await nurse2.post(`/api/patients/${id}/doses`, TODAY_GIVEN)).status).toBe(404);
  expect(segments(await asked(who, PEDIATRICS), 'QAK')[0]?.[2]).toBe('NF');
  expect((await nurse.get(`/api/patients/${id}`)).body.isProtected).toBe(true);
  // A dose that is entered later does not open it again.
  expect((await nurse.post(`/api/patients/${id}/doses`, TODAY_GIVEN)).status).toBe(200);
  expect((await nurse2.get(`/api/patients/${id}`)).status).toBe(404);
  expect((await nurse.put(`/api/patients/${id}/sharing`, { refuses: false })).status).toBe(200);
  expect((await nurse2.get(`/api/patients/${id}`)).status).toBe(200);
});

test('details: what was given changes, the rest stays, and nobody becomes someone else', async () => {
  const { who, id } = await child();
  const before = (await nurse.get(`/api/patients/${id}`)).body;
  const change = { first: 'Anna', email: 'ana@home.example', language: 'spa' };
  expect((await nurse.put(`/api/patients/${id}/details`, change)).status).toBe(200);
  const after = (await nurse.get(`/api/patients/${id}`)).body;
  expect(after.name).toEqual({ ...before.name, first: 'Anna' });
  expect(after.details).toMatchObject({
    addresses: before.details.addresses,
    phones: before.details.phones,
    races: before.details.races,
    emails: ['ana@home.example'],
    language: 'spa',
  });
  expect(after.doses).toHaveLength(before.doses.length);
  const other = { last: 'Entirelyother', first: 'Person', birthDate: '1950-01-01', sex: 'M' };
  const refused = await nurse.put(`/api/patients/${id}/details`, other);
  expect([refused.status, codes(refused.body)]).toEqual([400, ['last another-patient']]);
  expect((await nurse.get(`/api/patients/${id}`)).body.name.last).toBe(who.last);
});

test('a new patient is looked for before it is added', async () => {
  const entry = {
    last: 'O’Brien Ñandú',
    first: 'Tomás',
    birthDate: '2024-06-01',
    sex: 'M',
    phone: '(916) 234-7788',
    address: { street: '12 Fictional Way', city: 'Sacramento', state: 'CA', zip: '95814' },
    contacts: [{ relationship: 'MTH', last: 'Ñandú', first: 'Eva' }],
  };
  const { body: first } = await nurse.post('/api/patients', entry);
  expect(first).toMatchObject({ wasKnown: false, alike: [] });
  expect((await nurse.get(`/api/patients/${first.patient}`)).body.name).toMatchObject({
    last: entry.last,
    first: entry.first,
  });
  const near = { ...entry, first: 'Tomas' };
  const { body: second } = await nurse2.post('/api/patients', near);
  expect(second).toMatchObject({ patient: null, alike: [{ id: first.patient, birthDate: '2024-06-01' }] });
  const { body: third } = await nurse2.post('/api/patients', { ...near, addAnyway: true });
  expect(third.patient).not.toBeNull();
  // One that is not shared is not named to others.
  await nurse.put(`/api/patients/${first.patient}/sharing`, { refuses: true });
});

test.each(['reader', 'school', 'qa', 'trainee', 'clinic', 'dx'] as const)(
  '%s enters nothing',
  async (name) => {
    const { id } = await child();
    const browser = await signInAs(cairn, DEMO_PEOPLE[name]);
    const replies = [
      await browser.post('/api/patients', {}),
      await browser.post(`/api/patients/${id}/doses`, TODAY_GIVEN),
      await browser.put(`/api/patients/${id}/details`, { first: 'X' }),
      await browser.put(`/api/patients/${id}/sharing`, { refuses: true }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  },
);

test('an organization that never tested an exchange enters by hand; one that is suspended does not', async () => {
  const { id } = await child();
  const stage = (to: string) =>
    cairn.db.query(`update organization set stage = $1 where code = 'DE-000001'`, [to]);
  try {
    await stage('testing');
    expect((await nurse.post(`/api/patients/${id}/doses`, TODAY_GIVEN)).status).toBe(200);
    const bySoap = await submit(cairn.url, vxu({ orders: [dose()] }));
    expect(bySoap).toContain('not been moved to production');
    await stage('suspended');
    const reply = await nurse.post(`/api/patients/${id}/doses`, {
      ...TODAY_GIVEN,
      cvx: '10',
      manufacturer: 'PMC',
      route: 'C28161',
    });
    expect([reply.status, reply.body.code]).toEqual([403, 'organization-suspended']);
  } finally {
    await stage('production');
  }
});
