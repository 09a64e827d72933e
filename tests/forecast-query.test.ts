/** A clinic asks what is due (Z44): the evaluated history and the forecast (Z42), through the real door. */
import { check, compileGuide } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { dose, historical, patient, PEDIATRICS, qbp, refusal, vxu } from './support/messages.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn({ now: '2025-03-20T10:20:00-07:00' });
});
afterAll(() => cairn.close());

const strict = compileGuide();
const Z44 = 'Z44^Request Evaluated History and Forecast^CDCPHINVS';

const forecastOf = (who: ReturnType<typeof patient>, from?: typeof PEDIATRICS): Promise<string> =>
  submit(
    cairn.url,
    qbp({ patient: who, msh: { 21: 'Z44^CDCPHINVS' }, qpd: { 1: Z44 }, ...(from ? { from } : {}) }),
    from ? { login: from.login } : {},
  );

/** Of the observations after the n-th RXA: LOINC code and value. */
function observed(answer: string, rxa: number): readonly string[] {
  let at = 0;
  return answer.split('\r').flatMap((line) => {
    if (line.startsWith('RXA|')) at++;
    const fields = line.split('|');
    return line.startsWith('OBX|') && at === rxa
      ? [`${fields[4]} ${fields[3]?.split('^')[0]} ${fields[5]?.split('^')[0]}`]
      : [];
  });
}

describe('a query for a forecast', () => {
  test('of someone who has died shows the history evaluated, and nothing that is due', async () => {
    const who = patient({ birthDate: '20250101' });
    const hepB = historical({ vaccine: '08^Hep B, adolescent or pediatric^CVX', day: '20250102' });
    await submit(cairn.url, vxu({ patient: who, pid: { 29: '20250301', 30: 'Y' }, orders: [hepB] }));
    const answer = await forecastOf(who);
    const parsed = parseMessage(answer);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { findings } = check(parsed.message, { today: 20250320, guide: strict });
    expect(findings.filter(({ severity }) => severity === 'E')).toEqual([]);
    expect(segments(answer, 'RXA').map((rxa) => rxa[5]?.split('^')[0])).toEqual(['08']);
    expect(observed(answer, 1)).toContain('1 59781-5 Y');
  });

  test('shows each dose with its evaluation, and what is due', async () => {
    const who = patient({ birthDate: '20250101' });
    const hepB = historical({ vaccine: '08^Hep B, adolescent or pediatric^CVX', day: '20250102' });
    const again = historical({ vaccine: '08^Hep B, adolescent or pediatric^CVX', day: '20250110' });
    await submit(cairn.url, vxu({ patient: who, orders: [hepB, again, refusal()] }));
    const answer = await forecastOf(who);

    const parsed = parseMessage(answer);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { profile, findings } = check(parsed.message, { today: 20250320, guide: strict });
    expect([profile, findings.filter(({ severity }) => severity === 'E')]).toEqual(['Z42', []]);
    expect(segments(answer, 'QAK')[0]?.slice(1)).toEqual(expect.arrayContaining(['OK', Z44]));

    // The refusal is no dose: two doses, then the order that holds the forecast.
    expect(segments(answer, 'RXA').map((rxa) => rxa.join('|'))).toHaveLength(3);
    expect(observed(answer, 1)).toEqual([
      '1 30956-7 45',
      '1 59779-9 VXC16',
      '1 59781-5 Y',
      '1 30973-2 1',
      '1 59780-7 HepB 3-dose series',
    ]);
    expect(observed(answer, 2)).toEqual([
      '1 30956-7 45',
      '1 59779-9 VXC16',
      '1 59781-5 N',
      '1 59780-7 HepB 3-dose series',
      '1 30982-3 Age: Too Young; Interval: Too Soon',
    ]);
    const due = observed(answer, 3);
    const set = due.find((line) => line.endsWith(' 30956-7 45'))?.split(' ')[0];
    expect(due.filter((line) => line.startsWith(`${set} `))).toEqual([
      `${set} 30956-7 45`,
      `${set} 59779-9 VXC16`,
      `${set} 59783-1 notcomplete`,
      `${set} 30973-2 2`,
      `${set} 30981-5 20250207`,
      `${set} 30980-7 20250207`,
      `${set} 59778-1 20250428`,
    ]);
  });

  test('gives a combination vaccine one set for each vaccine group', async () => {
    const who = patient({ birthDate: '20241201' });
    await submit(
      cairn.url,
      vxu({ patient: who, orders: [dose({ vaccine: '110^DTaP-Hep B-IPV^CVX', day: '20250210' })] }),
    );
    const groups = observed(await forecastOf(who), 1).filter((line) => line.includes(' 30956-7 '));
    expect(groups.map((line) => line.split(' ')[2]).toSorted()).toEqual(['107', '45', '89']);
  });

  test('says of a dose that no schedule knows that it was not evaluated', async () => {
    const who = patient({ birthDate: '20241201' });
    const unknown = historical({ vaccine: '12345-6789-01^A new product^NDC', day: '20250210' });
    await submit(cairn.url, vxu({ patient: who, orders: [unknown] }));
    const answer = await forecastOf(who);
    expect(segments(answer, 'RXA')[0]?.[5]).toContain('999^');
    expect(answer).toContain(
      'This vaccine is not one that the immunization schedule knows; the dose is recorded and was not evaluated.',
    );
  });

  test('is answered with nobody (Z33) where nobody is known, or where the patient is protected', async () => {
    expect(await forecastOf(patient())).toMatch(/\|Z33\^CDCPHINVS.*\rMSA\|AA.*\rQAK\|[^|]*\|NF\|Z44\^/s);
    const who = patient();
    await submit(cairn.url, vxu({ patient: who, pd1: { 12: 'Y', 13: '20250320' }, orders: [dose()] }));
    expect(await forecastOf(who, PEDIATRICS)).toContain('|NF|');
    expect(await forecastOf(who)).toContain('|OK|');
  });
});
