/** Requests for a history (Z34) and their answers: Z32 with the history, Z33 without. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, lastEntry, ledger } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import {
  CLINIC,
  controlId,
  dose,
  patient,
  type Patient,
  PEDIATRICS,
  qbp,
  type Sending,
  vxu,
} from './support/messages.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
let who: Patient;
let personId: string;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

// Somebody whom both organizations know.
beforeEach(async () => {
  who = patient();
  await send(vxu({ patient: who, orders: [dose({ vaccine: '20^DTaP^CVX', day: '20250310' })] }));
  personId = (await lastEntry(cairn.db))?.personId ?? '';
  const elsewhere = { ...who, chart: `P-${who.chart}` };
  await send(vxu({ patient: elsewhere, from: PEDIATRICS }), PEDIATRICS);
});

const send = (message: string, { login }: Sending = CLINIC, path = '/IISService'): Promise<string> =>
  submit(cairn.url, message, { login, path });

const profile = (answer: string): string | undefined => segments(answer, 'MSH')[0]?.[20];
const qak = (answer: string): readonly string[] | undefined => segments(answer, 'QAK')[0]?.slice(1);
const names = (answer: string): string =>
  answer
    .split('\r')
    .map((line) => line.slice(0, 3))
    .join(' ')
    .trim();

const NO_PATIENT = { 3: '', 4: '', 6: '', 7: '' };

describe('a query that finds its patient', () => {
  test('is answered with the profile, the query as it was sent, the patient and every dose', async () => {
    const id = controlId();
    const asked = qbp({
      patient: who,
      controlId: id,
      qpd: { 2: 'TAG-1', 9: '^PRN^PH^^^916^5550100', 14: 'x\\T\\y' },
    });
    const answer = await send(asked);
    expect(segments(answer, 'MSH')[0]?.slice(2, 23)).toEqual([
      'CAIRN',
      'CAIR IIS',
      'TEST-EHR',
      'DE-000001',
      expect.stringMatching(/^\d{14}[+-]\d{4}$/),
      '',
      'RSP^K11^RSP_K11',
      expect.stringMatching(/^[0-9a-f-]{36}$/),
      'P',
      '2.5.1',
      '',
      '',
      'NE',
      'NE',
      '',
      '',
      '',
      '',
      'Z32^CDCPHINVS',
      'CAIR IIS',
      'DE-000001',
    ]);
    expect(names(answer)).toBe(
      'MSH MSA QAK QPD PID NK1 ORC RXA RXR OBX OBX OBX OBX ORC RXA RXR OBX OBX OBX OBX',
    );
    expect(answer).toContain(`\rMSA|AA|${id}\r`);
    expect(qak(answer)).toEqual(['TAG-1', 'OK', 'Z34^Request Immunization History^CDCPHINVS']);
    expect(answer.split('\r')[3]).toBe(asked.split('\r')[1]);
    expect(dosesShown(answer)).toEqual(['20250310 20 X100A CP A', '20250320 03 X100A CP A']);
  });

  test('shows the registry id and the ids of the asker, and of nobody else', async () => {
    const ids = async (from: Sending): Promise<string | undefined> =>
      segments(await send(qbp({ patient: who, from, qpd: { 3: '' } }), from), 'PID')[0]?.[3];
    expect(await ids(CLINIC)).toBe(`${personId}^^^CAIRN^SR~${who.chart}^^^DE-000001^MR`);
    expect(await ids(PEDIATRICS)).toBe(`${personId}^^^CAIRN^SR~P-${who.chart}^^^DE-000002^MR`);
  });

  test.each([
    ['the registry id (SR) alone', () => ({ ...NO_PATIENT, 3: `${personId}^^^CAIRN^SR` }), PEDIATRICS],
    [
      'the asker’s chart number (MR) alone',
      () => ({ ...NO_PATIENT, 3: `${who.chart}^^^DE-000001^MR` }),
      CLINIC,
    ],
    ['name and birth date alone', () => ({ 3: '', 7: '' }), PEDIATRICS],
    ['an id that it has of somewhere else, and name and birth date', () => ({ 3: 'A1^^^ELSE^PI' }), CLINIC],
  ] as const)('may name the patient by %s', async (_, qpd, from) => {
    const answer = await send(qbp({ patient: who, from, qpd: qpd() }), from);
    expect([qak(answer)?.[1], segments(answer, 'PID')[0]?.[3]?.split('^')[0]]).toEqual(['OK', personId]);
  });

  test('from a direct site need not repeat who it is in MSH-4 and MSH-22', async () => {
    const answer = await send(qbp({ patient: who, msh: { 4: '', 22: '' } }));
    expect(qak(answer)?.[1]).toBe('OK');
  });
});

describe('a query that finds nobody', () => {
  test.each([
    ['a name that nobody has', () => ({ 3: '', 4: 'Nobody^Ana' })],
    ['another birth date', () => ({ 3: '', 6: '20210708' })],
    ['another first name', () => ({ 3: '', 4: `${who.last}^Berta` })],
    [
      'the chart number of another organization alone',
      () => ({ ...NO_PATIENT, 3: `P-${who.chart}^^^DE-000002^MR` }),
    ],
    [
      'the registry id with somebody else’s name and birth date',
      () => ({ 3: `${personId}^^^CAIRN^SR`, 4: 'Other^Carlos', 6: '20200101' }),
    ],
    [
      'a registry id that was never issued',
      () => ({ ...NO_PATIENT, 3: '0190a0b0-0000-7000-8000-000000000000^^^CAIRN^SR' }),
    ],
  ])('because of %s is answered NF, without a patient', async (_, qpd) => {
    const asked = qbp({ patient: who, qpd: { 2: 'TAG-NF', ...qpd() } });
    const answer = await send(asked);
    expect([profile(answer), ackOf(answer).code, names(answer)]).toEqual([
      'Z33^CDCPHINVS',
      'AA',
      'MSH MSA QAK QPD',
    ]);
    expect(qak(answer)).toEqual(['TAG-NF', 'NF', 'Z34^Request Immunization History^CDCPHINVS']);
    expect(answer.split('\r')[3]).toBe(asked.split('\r')[1]?.replace(/\|+$/, ''));
  });
});

describe('a query that finds somebody, but not for certain', () => {
  test.each([
    ['another sex', () => ({ 3: '', 7: 'M' })],
    ['a birth date that differs by a digit', () => ({ 3: '', 6: '20230316' })],
    ['a first name that differs by a letter', () => ({ 3: '', 4: `${who.last}^Anaa` })],
  ])('because of %s is answered with who it may be (Z31), and without a dose', async (_, qpd) => {
    const answer = await send(qbp({ patient: who, qpd: qpd() }));
    expect([profile(answer), ackOf(answer).code, qak(answer)?.[1], names(answer)]).toEqual([
      'Z31^CDCPHINVS',
      'AA',
      'OK',
      'MSH MSA QAK QPD PID',
    ]);
    expect(segments(answer, 'PID')[0]?.[3]).toBe(`${personId}^^^CAIRN^SR~${who.chart}^^^DE-000001^MR`);
  });
});

describe('every answer about somebody', () => {
  const audit = async () =>
    (
      await cairn.db.query(
        `select a.action, o.code as asker, r.code as responsible, a.person_ids, a.detail, m.control_id
         from audit_event a join message m using (message_id)
         join organization o on o.organization_id = a.organization_id
         join organization r on r.organization_id = a.responsible_id order by event_id`,
      )
    ).rows;

  test('leaves a record of who was shown whom, also where nobody was found', async () => {
    const before = await audit();
    const [found, missed] = [controlId(), controlId()];
    await send(qbp({ patient: who, from: PEDIATRICS, controlId: found }), PEDIATRICS);
    await send(qbp({ controlId: missed }));
    expect((await audit()).slice(before.length)).toEqual([
      {
        action: 'query',
        asker: 'SF-000001',
        responsible: 'DE-000002',
        person_ids: [personId],
        detail: { status: 'OK' },
        control_id: found,
      },
      {
        action: 'query',
        asker: 'DE-000001',
        responsible: 'DE-000001',
        person_ids: [],
        detail: { status: 'NF' },
        control_id: missed,
      },
    ]);
  });

  test('is in the ledger to the byte, with the question as it came', async () => {
    const id = controlId();
    const message = qbp({ patient: who, controlId: id }).replaceAll('\r', '\r\n');
    const answer = await submit(cairn.url, message, { name: 'submitSingleQuery' });
    expect(await ledger(cairn.db, id)).toEqual([
      {
        messageId: segments(answer, 'MSH')[0]?.[9],
        address: 'production',
        operation: 'submitSingleQuery',
        type: 'QBP^Q11',
        outcome: 'answered',
        ackCode: 'AA',
        sender: 'DE-000001',
        responsible: 'DE-000001',
        raw: message,
        answer,
        findings: [],
        personId,
      },
    ]);
  });

  test('is asked anew when the same query comes again', async () => {
    const asked = qbp({ patient: who });
    expect(dosesShown(await send(asked))).toHaveLength(2);
    await send(vxu({ patient: who, orders: [dose({ day: '20250305' })] }));
    expect(dosesShown(await send(asked))).toHaveLength(3);
  });
});
