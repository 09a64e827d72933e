/** Answers keep to the guide to the letter, in whatever spelling they were asked for, and name no patient in errors. */
import { check, ymdOf } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, lastEntry } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import {
  dose,
  historical,
  type Order,
  patient,
  type Patient,
  qbp,
  refusal,
  vxu,
} from './support/messages.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (message: string): Promise<string> => submit(cairn.url, message);

/** The registry's own id of a person is longer than the 15 characters that the guide has for an id. */
const KNOWN = 'too-long W PID-3.1';

/** What the guide finds in an answer. */
function faultsIn(answer: string): readonly string[] {
  const parsed = parseMessage(answer);
  if (!parsed.ok) return [parsed.error.code];
  const { findings } = check(parsed.message, { today: ymdOf('2025-03-20'), text: answer });
  return findings
    .map(({ code, severity, path }) => `${code} ${severity} ${path}`)
    .filter((found) => found !== KNOWN);
}

describe('a query that is named in an old or sloppy way', () => {
  let who: Patient;
  beforeAll(async () => {
    who = patient();
    await send(
      vxu({ patient: who, orders: [dose(), historical({ day: '20240520', vaccine: '20^DTaP^CVX' })] }),
    );
  });

  test.each([
    ['as its draft had it', 'Z34^Request Complete Immunization History^HL70471', 'Z34^CDCPHINVS'],
    ['in the coding system of CAIR2', 'Z34^Request Immunization History^HL70471', 'Z34^CDCPHINVS'],
    ['by its code alone', 'Z34', 'Z34^CDCPHINVS'],
    ['in lower case', 'z34^request immunization history^cdcphinvs', 'Z34^CDCPHINVS'],
    ['with no profile in MSH-21', 'Z34^Request Immunization History^CDCPHINVS', ''],
    ['in MSH-21 alone', '', 'Z34^CDCPHINVS'],
  ])('(%s) is answered with the name that the guide has', async (_, name, profile) => {
    const answer = await send(qbp({ patient: who, msh: { 21: profile }, qpd: { 1: name, 2: 'TAG-OLD' } }));
    const [qpd] = segments(answer, 'QPD');
    expect(segments(answer, 'QAK')).toEqual([
      ['QAK', 'TAG-OLD', 'OK', 'Z34^Request Immunization History^CDCPHINVS'],
    ]);
    expect(qpd?.slice(1, 5)).toEqual([
      'Z34^Request Immunization History^CDCPHINVS',
      'TAG-OLD',
      `${who.chart}^^^DE-000001^MR`,
      `${who.last}^Ana^^^^^L`,
    ]);
    expect(dosesShown(answer)).toEqual(['20240520 20 CP A', '20250320 03 X100A CP A']);
    expect(faultsIn(answer)).toEqual([]);
  });

  test('is answered in the same way where nobody is found', async () => {
    const answer = await send(qbp({ qpd: { 1: 'Z34^Request Complete Immunization History^HL70471' } }));
    expect(segments(answer, 'QAK')[0]?.slice(2)).toEqual([
      'NF',
      'Z34^Request Immunization History^CDCPHINVS',
    ]);
    expect(faultsIn(answer)).toEqual([]);
  });
});

test('what senders leave out or write in their own way comes back as the guide has it', async () => {
  const who = patient();
  const sloppy: readonly Order[] = [
    dose({ number: '', vaccine: '20^DTaP^cvx' }),
    dose({ rxa: { 1: '', 2: '', 4: '20250319', 7: '', 20: '', 21: '' } }),
    dose({ vaccine: '00006-4827-00^Varivax^NDC', rxa: { 15: '' } }),
    historical({ day: '20240520', vaccine: '08^Hep B^CVX', rxa: { 6: '', 9: '' } }),
    refusal({ vaccine: '10^IPV^CVX', number: 'R1', rxa: { 6: '0' } }),
  ];
  const message = vxu({
    patient: who,
    orders: sloppy,
    pid: { 1: '', 5: `${who.last}^Ana`, 13: '^^^^^916^5550100' },
  });
  expect(ackOf(await send(message)).errors.filter(({ severity }) => severity === 'E')).toEqual([]);
  const answer = await send(qbp({ patient: who }));
  expect(faultsIn(answer)).toEqual([]);
  expect(dosesShown(answer)).toHaveLength(5);
  expect(segments(answer, 'RXA').map((rxa) => rxa[5]?.split('^')[0])).toEqual(
    expect.arrayContaining(['20', '03', '21', '08', '10']),
  );
});

describe('no error names the patient', () => {
  /** A word that could be anything a sender writes into a field. */
  const SECRET = 'Q7secretq';
  const SEGMENTS: Readonly<Record<string, number>> = {
    PID: 39,
    PD1: 21,
    NK1: 37,
    ORC: 28,
    RXA: 26,
    RXR: 6,
    OBX: 19,
  };
  const fields = Object.entries(SEGMENTS).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index) => [name, index + 1] as const),
  );
  const PD1 = { 11: '02^Reminder/recall - any method^HL70215', 12: 'N', 13: '20250320', 18: '20250320' };

  /** The message with that value in place of one field, in its first segment of the name. */
  const spoiled = (message: string, name: string, field: number, value: string): string => {
    let done = false;
    return message
      .split('\r')
      .map((line) => {
        if (done || !line.startsWith(`${name}|`)) return line;
        done = true;
        const cells = line.split('|');
        while (cells.length <= field) cells.push('');
        cells[field] = value;
        return cells.join('|');
      })
      .join('\r');
  };

  test.each([
    ['a word', SECRET],
    ['components', Array.from({ length: 8 }, () => SECRET).join('^')],
    ['repetitions', `${SECRET}~${SECRET}`],
    ['a number with it', `20250231${SECRET}`],
  ])('whatever a field holds: %s', async (_, value) => {
    let errors = 0;
    for (const [name, field] of fields) {
      const who = patient({ first: 'Xaverine', birthDate: '20230417' });
      const message = spoiled(vxu({ patient: who, pd1: PD1 }), name, field, value);
      const answer = await send(message);
      const { findings } = (
        await cairn.db.query('select findings from message where message_id = $1', [
          (await lastEntry(cairn.db))?.messageId,
        ])
      ).rows[0];
      const told = [
        ...answer.split('\r').filter((line) => line.startsWith('ERR')),
        JSON.stringify(findings),
      ].join('\r');
      errors += ackOf(answer).errors.length;
      expect([name, field, told]).toEqual([name, field, expect.not.stringContaining('secret')]);
      for (const own of [who.last, who.chart, 'Xaverine', '20230417', '5550100', 'Example Street']) {
        expect([name, field, told]).toEqual([name, field, expect.not.stringContaining(own)]);
      }
    }
    // Had nothing been found, nothing would have been shown.
    expect(errors).toBeGreaterThan(fields.length / 4);
  });

  test.each([
    ['the birth date lies in the future', { pid: { 7: '20260417' } }],
    ['the dose lies before the birth', { orders: [dose({ day: '20230301' })] }],
    ['the id is of somebody else', { pid: { 3: 'TAKEN^^^DE-000001^MR' } }],
    ['the query finds no id', undefined],
  ])('where %s', async (_, fault) => {
    await send(
      vxu({ patient: patient({ chart: 'TAKEN', first: 'Carlos', birthDate: '20150505', sex: 'M' }) }),
    );
    const who = patient({ first: 'Xaverine', birthDate: '20230417' });
    const answer = await send(
      fault ? vxu({ patient: who, ...fault }) : qbp({ patient: who, qpd: { 3: '', 6: '' } }),
    );
    const errors = answer.split('\r').filter((line) => line.startsWith('ERR'));
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.join('\r')).not.toMatch(/madeup|Xaverine|Carlos|TAKEN|CHART|20230417|20260417|20150505/);
  });
});
