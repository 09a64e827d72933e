/** Whom a message is about, what is kept of them, and who may see them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, lastEntry } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import {
  CLINIC,
  dose,
  historical,
  household,
  patient,
  type Patient,
  PEDIATRICS,
  qbp,
  refusal,
  type Sending,
  vxu,
} from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (message: string, { login }: Sending = CLINIC): Promise<string> =>
  submit(cairn.url, message, { login });

/** Submits a message that must be recorded, and returns the registry's id of the person it went to. */
async function personOf(message: string, from: Sending = CLINIC): Promise<string | null | undefined> {
  expect(ackOf(await send(message, from)).code).toBe('AA');
  return (await lastEntry(cairn.db))?.personId;
}

const query = async (who: Patient, from: Sending = CLINIC): Promise<string> =>
  send(qbp({ patient: who, from }), from);

/** Not the dose that a message has unless it says otherwise. */
const another = historical({ day: '20240610', vaccine: '20^DTaP^CVX' });

const status = (answer: string): string | undefined => segments(answer, 'QAK')[0]?.[2];

/** What people are to look at because of that person. */
async function tasksOf(personId: string | null | undefined): Promise<readonly unknown[]> {
  const { rows } = await cairn.db.query(
    `select kind, state, case when person_a = $1 then person_b else person_a end as "with"
     from review_task where $1 in (person_a, person_b) order by task_id`,
    [personId],
  );
  return rows;
}

describe('the patient of a message', () => {
  test('is found by the chart number, though the name has changed', async () => {
    const who = patient();
    const first = await personOf(vxu({ patient: who }));
    const renamed = { ...who, last: 'Newname' };
    expect(await personOf(vxu({ patient: renamed, orders: [another] }))).toBe(first);
    const answer = await query({ ...who, last: 'Newname' });
    expect(segments(answer, 'PID')[0]?.[5]).toBe('Newname^Ana^^^^^L');
    expect(dosesShown(answer)).toHaveLength(2);
  });

  test('is found by exact name and birth date across organizations, in any spelling of case and space', async () => {
    const who = patient({ last: 'De la Prueba' });
    const first = await personOf(vxu({ patient: who }));
    const elsewhere = { ...who, chart: 'OTHER1', last: 'DE  LA PRUEBA', first: 'ana', sex: 'U' };
    const message = vxu({ patient: elsewhere, pid: household(who), from: PEDIATRICS, orders: [another] });
    expect(await personOf(message, PEDIATRICS)).toBe(first);
    expect(dosesShown(await query(who))).toHaveLength(2);
  });

  test('is found though one of them gives a middle initial and the other the name, or none', async () => {
    const who = patient({ middle: 'Luz' });
    const first = await personOf(vxu({ patient: who }));
    const initial = { ...who, chart: 'MIDDLE1', middle: 'L' };
    expect(await personOf(vxu({ patient: initial, from: PEDIATRICS }), PEDIATRICS)).toBe(first);
  });

  test.each([
    ['though the last name is spelled with an accent', { last: 'Pruebaméndez' }],
    ['though a letter of the last name is missing', { last: 'Pruebamendz' }],
    ['though the first name is a form of the other', { first: 'Beth' }],
    ['though the sex is not the same', { sex: 'M' }],
    ['though day and month of the birth date have changed places', { birthDate: '20230503' }],
  ])('of the same household is found %s', async (_, other) => {
    const number = patient().chart;
    const who = patient({
      last: 'Pruebamendez',
      first: 'Elizabeth',
      birthDate: '20230305',
      chart: `H${number}`,
    });
    const home = household(who);
    const first = await personOf(vxu({ patient: who }));
    const elsewhere = { ...who, chart: `E${number}`, ...other };
    const message = vxu({ patient: elsewhere, pid: home, from: PEDIATRICS, orders: [another] });
    expect(await personOf(message, PEDIATRICS)).toBe(first);
    expect(dosesShown(await query(who))).toHaveLength(2);
  });

  test.each([
    ['sex', { sex: 'M', middle: '' }],
    ['middle name', { middle: 'Rosa' }],
    ['birth date', { birthDate: '20230316', middle: '' }],
    ['first name', { first: 'Anna' }],
  ])('is another person when the %s contradicts', async (_, other) => {
    const who = patient({ middle: 'Luz' });
    const first = await personOf(vxu({ patient: who }));
    const second = { ...who, chart: patient().chart, ...other };
    const nk1 = { 2: `${who.last}^Ofelia^^^^^L` };
    const personId = await personOf(vxu({ patient: second, nk1, from: PEDIATRICS }), PEDIATRICS);
    expect(personId).toEqual(expect.any(String));
    expect(personId).not.toBe(first);
    expect(dosesShown(await query(who))).toHaveLength(1);
  });

  test('is another person under the same chart number of another organization', async () => {
    const who = patient();
    const other = patient({ chart: who.chart, first: 'Benito', birthDate: '20230102', sex: 'M' });
    const first = await personOf(vxu({ patient: who }));
    expect(await personOf(vxu({ patient: other, from: PEDIATRICS }), PEDIATRICS)).not.toBe(first);
  });

  test('is found by the registry id (SR) that an answer gave', async () => {
    const who = patient();
    const first = await personOf(vxu({ patient: who }));
    const ids = `X77^^^DE-000001^MR~${first}^^^CAIRN^SR`;
    expect(await personOf(vxu({ patient: { ...who, last: 'Married' }, pid: { 3: ids } }))).toBe(first);
  });

  test('whose chart number now names someone else entirely is recorded apart, and both are to be looked at', async () => {
    const who = patient();
    const first = await personOf(vxu({ patient: who }));
    const someoneElse = patient({ chart: who.chart, first: 'Carlos', birthDate: '20200505', sex: 'M' });
    expect(ackOf(await send(vxu({ patient: someoneElse, orders: [another] })))).toMatchObject({
      code: 'AE',
      errors: [
        {
          location: 'PID^1^3^1',
          hl7: '205^Duplicate key identifier',
          severity: 'W',
          application: '3',
          text: 'Your patient id is recorded here for someone else than the name and birth date say. The message was recorded for a new person; the registry will look at both. Send each patient under an id of their own. If the id is right, contact the registry.',
        },
      ],
    });
    const entry = await lastEntry(cairn.db);
    expect(entry).toMatchObject({ outcome: 'accepted', ackCode: 'AE', responsible: 'DE-000001' });
    expect(entry?.personId).not.toBe(first);
    expect(await tasksOf(entry?.personId)).toEqual([{ kind: 'chart-reused', state: 'open', with: first }]);

    // Each of the two is asked for by the one number, with what makes them two.
    expect(dosesShown(await query(who))).toEqual(['20250320 03 X100A CP A']);
    expect(dosesShown(await query(someoneElse))).toEqual(['20240610 20 CP A']);
    // From now on the number and the name lead there, without a new warning and without a new person.
    const again = vxu({
      patient: someoneElse,
      orders: [historical({ day: '20240110', vaccine: '08^Hep B^CVX' })],
    });
    expect(await personOf(again)).toBe(entry?.personId);
    expect(dosesShown(await query(someoneElse))).toHaveLength(2);
    // The number alone leads to two, so to nobody.
    expect(status(await send(qbp({ patient: who, qpd: { 4: '', 6: '', 7: '' } })))).not.toBe('OK');
  });

  describe('of whom another one’s chart number is given by mistake, with exact name and birth date,', () => {
    // Twins: their last name and birth date agree, so the chart number alone is not someone else entirely.
    const twins = async (): Promise<readonly [Patient, Patient]> => {
      const [one, two] = [patient(), patient({ first: 'Berta' })];
      const both = [one, { ...two, last: one.last }] as const;
      for (const twin of both) await send(vxu({ patient: twin }));
      return both;
    };

    test('does not turn the other into themselves', async () => {
      const [one, two] = await twins();
      await send(vxu({ patient: { ...two, chart: one.chart }, orders: [dose({ vaccine: '20^DTaP^CVX' })] }));
      const answer = await query(one);
      expect(segments(answer, 'PID')[0]?.[5]).toBe(`${one.last}^Ana^^^^^L`);
      expect(dosesShown(answer)).toEqual(['20250320 03 X100A CP A']);
    });

    test('is not answered with the record of the other', async () => {
      const [one, two] = await twins();
      const answer = await query({ ...two, chart: one.chart });
      expect(segments(answer, 'PID').map((pid) => pid[5])).not.toContain(`${one.last}^Ana^^^^^L`);
    });
  });

  test('who shares name and birth date with another, but not the sex, is chosen by the id of the registry', async () => {
    const girl = patient({ last: 'Sharedname', sex: 'F' });
    const boy = patient({ last: 'Sharedname', sex: 'M' });
    const [hers, his] = [dose({ vaccine: '20^DTaP^CVX' }), dose({ vaccine: '08^Hep B^CVX' })];
    const girlId = await personOf(vxu({ patient: girl, orders: [hers] }));
    const boyId = await personOf(vxu({ patient: boy, nk1: { 2: 'Sharedname^Ofelia^^^^^L' }, orders: [his] }));
    expect(boyId).not.toBe(girlId);
    const asked = await query({ ...girl, chart: 'NONE' }, PEDIATRICS);
    expect([status(asked), dosesShown(asked)]).toEqual(['OK', []]);
    const shown = segments(asked, 'PID').map((pid) => [pid[3]?.split('^')[0], pid[8]]);
    expect(shown).toEqual([
      [girlId, 'F'],
      [boyId, 'M'],
    ]);
    for (const [id, who, vaccine] of [
      [girlId, girl, '20'],
      [boyId, boy, '08'],
    ] as const) {
      const answer = await send(
        qbp({ patient: who, from: PEDIATRICS, qpd: { 3: `${id}^^^CAIRN^SR` } }),
        PEDIATRICS,
      );
      expect([status(answer), dosesShown(answer)]).toEqual(['OK', [`20250320 ${vaccine} X100A CP A`]]);
    }
  });
});

describe('what is known of a patient', () => {
  const ADDRESS = '1 Example Street^^Sacramento^CA^95814^USA^H';

  test('is complemented by later messages, and a field that is empty says nothing', async () => {
    const who = patient();
    await send(vxu({ patient: who, pid: { 11: ADDRESS, 13: '^PRN^PH^^^916^5550100' } }));
    await send(
      vxu({
        patient: { ...who, chart: 'LATER1' },
        msh: { 7: '20250320101800-0700' },
        pid: { ...household(who), 11: '', 13: '^PRN^PH^^^916^5550199' },
        from: PEDIATRICS,
      }),
      PEDIATRICS,
    );
    const [pid] = segments(await query(who), 'PID');
    expect([pid?.[11], pid?.[13]]).toEqual([ADDRESS, '^PRN^PH^^^916^5550199']);
  });

  test('is deleted by "", and only there', async () => {
    const who = patient();
    await send(vxu({ patient: who, pid: { 11: ADDRESS, 13: '^PRN^PH^^^916^5550100' } }));
    expect(
      ackOf(await send(vxu({ patient: who, pid: { 11: '""', 13: '^PRN^PH^^^916^5550100' }, orders: [] })))
        .code,
    ).toBe('AA');
    const [pid] = segments(await query(who), 'PID');
    expect([pid?.[11], pid?.[13]]).toEqual(['', '^PRN^PH^^^916^5550100']);
  });

  test('can come without any dose', async () => {
    const who = patient();
    await personOf(vxu({ patient: who, orders: [], pd1: { 16: 'A', 17: '20250320' } }));
    const answer = await query(who);
    expect([status(answer), segments(answer, 'RXA')]).toEqual(['OK', []]);
    expect(segments(answer, 'PD1')[0]?.slice(16)).toEqual(['A', '20250320']);
  });

  test('comes back in the standard delimiters, whatever those of the message', async () => {
    const who = patient();
    const message = vxu({ patient: who, pid: { 11: '7 A\\S\\B Street^^Sacramento^CA^95814^USA^H' } });
    const other = message.replaceAll('|', '!').replaceAll('^', '*');
    expect(ackOf(await send(other)).code).toBe('AA');
    const answer = await query(who);
    expect(segments(answer, 'PID')[0]?.[11]).toBe('7 A*B Street^^Sacramento^CA^95814^USA^H');
    expect(dosesShown(answer)).toEqual(['20250320 03 X100A CP A']);
  });
});

describe('a protected patient (PD1-12 = Y)', () => {
  const protect = (who: Patient, indicator: string): string =>
    vxu({
      patient: who,
      pd1: { 12: indicator, 13: '20250320' },
      // A dose of its own each, a month apart.
      orders: [historical({ day: indicator === 'N' ? '20240701' : '20240601' })],
    });

  test('is seen by the organization that reported them, and is nobody to another', async () => {
    const who = patient();
    await send(protect(who, 'Y'));
    expect(status(await query(who))).toBe('OK');
    const hidden = await query({ ...who, chart: 'NONE' }, PEDIATRICS);
    expect(status(hidden)).toBe('NF');
    // As if there were no such person: the answer differs from one about nobody in its ids and time alone.
    const nobody = await query({ ...patient(), chart: 'NONE' }, PEDIATRICS);
    const shape = (answer: string): readonly string[] =>
      answer.split('\r').map((line) => line.split('|').length + line.slice(0, 3));
    expect(shape(hidden)).toEqual(shape(nobody));
    expect(hidden).not.toContain('ERR|');
  });

  test('is not shown to another organization by the registry id either', async () => {
    const who = patient();
    const personId = await personOf(protect(who, 'Y'));
    const byId = qbp({ from: PEDIATRICS, patient: who, qpd: { 3: `${personId}^^^CAIRN^SR` } });
    expect(status(await send(byId, PEDIATRICS))).toBe('NF');
  });

  test('is shown to all once the protection is lifted', async () => {
    const who = patient();
    await send(protect(who, 'Y'));
    await send(protect(who, 'N'));
    const answer = await query({ ...who, chart: 'NONE' }, PEDIATRICS);
    expect(status(answer)).toBe('OK');
    expect(dosesShown(answer)).toHaveLength(2);
  });

  test('stays protected where a later message says nothing of it', async () => {
    const who = patient();
    const other = await registerSite(cairn, 'DE-400001');
    await send(protect(who, 'Y'));
    await send(vxu({ patient: who, orders: [refusal()] }));
    expect(status(await query({ ...who, chart: 'NONE' }, other))).toBe('NF');
  });

  test.each(['y', 'Y ', 'Y^Yes^HL70136'])(
    'is protected though the Y is written as "%s"',
    async (indicator) => {
      const who = patient();
      await send(protect(who, indicator));
      expect(status(await query({ ...who, chart: 'NONE' }, PEDIATRICS))).toBe('NF');
    },
  );
});
