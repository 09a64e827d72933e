/** What CAIR2 has answered senders for years: the same codes in the same places, and the same words to begin with. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dosesShown, ledger, registryCounts, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { controlId, dose, patient, qbp, vxu } from './support/messages.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (message: string): Promise<string> => submit(cairn.url, message);

/** The acknowledgement behind its MSH. */
const told = (answer: string): readonly string[] => answer.trimEnd().split('\r').slice(1);

test('a sound message is accepted without a word (AA)', async () => {
  const [who, id] = [patient(), controlId()];
  const answer = await send(vxu({ patient: who, controlId: id }));
  expect(told(answer)).toEqual([`MSA|AA|${id}`]);
  expect(segments(answer, 'MSH')[0]?.slice(8)).toEqual([
    'ACK^V04^ACK',
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
    'Z23^CDCPHINVS',
    'CAIR IIS',
    'DE-000001',
  ]);
  expect(dosesShown(await send(qbp({ patient: who })))).toEqual(['20250320 03 X100A CP A']);
});

describe('with a warning (AE, W) the message is recorded:', () => {
  test.each([
    [
      'the type of who gave the dose is missing (RXA-10.13)',
      { orders: [dose({ rxa: { 10: '77^Nurse^Sample^^^^^^DE-000001^L' } })] },
      'ERR||RXA^1^10^1^13|0^Message accepted^HL70357|W|5^Table value not found^HL70533|||Informational error - No value was entered for RXA-10.13. Send the type of the id, such as NPI, or the degree.',
    ],
    [
      'no phone is given (PID-13)',
      { pid: { 13: '' } },
      'ERR||PID^1^13^1|101^Required field missing^HL70357|W|4^Invalid value^HL70533|||Warning: Home Phone or Cell Phone is missing or invalid. Correct and resubmit.',
    ],
    [
      'the e-mail address is none (PID-13)',
      { pid: { 13: '^PRN^PH^^^916^5550100~^NET^Internet^ana at example' } },
      'ERR||PID^1^13^2^4|102^Data type error^HL70357|W|4^Invalid value^HL70533|||Warning: Invalid Client Email. The value was ignored. Correct and resubmit.',
    ],
  ])('%s', async (_, fault, error) => {
    const [who, id] = [patient(), controlId()];
    const answer = await send(vxu({ patient: who, controlId: id, ...fault }));
    expect(told(answer)).toEqual([`MSA|AE|${id}`, error]);
    expect(await ledger(cairn.db, id)).toMatchObject([{ outcome: 'accepted', ackCode: 'AE' }]);
    expect(dosesShown(await send(qbp({ patient: who })))).toEqual(['20250320 03 X100A CP A']);
  });
});

test('an e-mail address alone will do to reach somebody (PID-13)', async () => {
  const [id, address] = [controlId(), '^NET^Internet^ana@example.com'];
  expect(told(await send(vxu({ controlId: id, pid: { 13: address } })))).toEqual([`MSA|AA|${id}`]);
});

test('a patient id without its type (PID-3.5) is an error (AE, E), and nothing is recorded', async () => {
  const [who, id] = [patient(), controlId()];
  const before = await registryCounts(cairn.db);
  const answer = await send(vxu({ patient: who, controlId: id, pid: { 3: `${who.chart}^^^DE-000001` } }));
  expect(told(answer)).toEqual([
    `MSA|AE|${id}`,
    'ERR||PID^1^3^1^5|101^Required field missing^HL70357|E|6^Required observation missing^HL70533|||MESSAGE REJECTED - REQUIRED FIELD PID-3-5 MISSING (Identifier Type Code). Send what kind of id it is: MR for a chart number.',
  ]);
  expect(await registryCounts(cairn.db)).toEqual(before);
  expect(await reportsOf(cairn.db, id)).toEqual([]);
  expect(segments(await send(qbp({ patient: who })), 'QAK')[0]?.[2]).toBe('NF');
});

test('another processing id than P is rejected (AR), and nothing is recorded', async () => {
  const id = controlId();
  const before = await registryCounts(cairn.db);
  expect(told(await send(vxu({ controlId: id, msh: { 11: 'T' } })))).toEqual([
    `MSA|AR|${id}`,
    "ERR||MSH^1^11^1|202^Unsupported processing ID^HL70357|E|4^Invalid value^HL70533|||MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE 'P'. Send 'P' in MSH-11, on the testing address too.",
  ]);
  expect(await registryCounts(cairn.db)).toEqual(before);
});
