/** Queries that cannot be run: the answer says why, and shows nobody. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, lastEntry } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { CLINIC, patient, type Patient, PEDIATRICS, qbp, type Sending, vxu } from './support/messages.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
let who: Patient;
beforeAll(async () => {
  cairn = await startTestCairn();
  who = patient();
  await send(vxu({ patient: who }));
});
afterAll(() => cairn.close());

const send = (message: string, { login }: Sending = CLINIC): Promise<string> =>
  submit(cairn.url, message, { login });

const NO_PATIENT = { 3: '', 4: '', 6: '', 7: '' };

const profile = (answer: string): string | undefined => segments(answer, 'MSH')[0]?.[20];
const qak = (answer: string): readonly string[] | undefined => segments(answer, 'QAK')[0]?.slice(1);

describe('a query that cannot be run', () => {
  test.each([
    [
      'has no tag (QPD-2)',
      () => qbp({ patient: who, qpd: { 2: '' } }),
      'AE',
      'QPD^1^2^1',
      '101^Required field missing',
      'MESSAGE REJECTED - REQUIRED FIELD QPD-2 MISSING (Query Tag). Send a tag that is unique to this query.',
    ],
    [
      'names no patient',
      () => qbp({ qpd: NO_PATIENT }),
      'AE',
      'QPD^1^4^1',
      '101^Required field missing',
      'The query names no patient: it needs an id, or last name, first name and birth date. Send QPD-3, or QPD-4 with last and first name and QPD-6 as YYYYMMDD.',
    ],
  ] as const)('because it %s says so', async (_, message, code, location, hl7, text) => {
    const answer = await send(message());
    expect([profile(answer), qak(answer)?.[1]]).toEqual(['Z33^CDCPHINVS', code]);
    expect(ackOf(answer)).toMatchObject({ code, errors: [{ location, hl7, severity: 'E', text }] });
    expect(segments(answer, 'PID')).toEqual([]);
    expect(await lastEntry(cairn.db)).toMatchObject({ outcome: 'refused', ackCode: code, personId: null });
  });

  test('because it asks for something that nobody answers is acknowledged, since no answer has that name', async () => {
    const answer = await send(
      qbp({ patient: who, msh: { 21: 'Z99^CDCPHINVS' }, qpd: { 1: 'Z99^Request Something^CDCPHINVS' } }),
    );
    expect(profile(answer)).toBe('Z23^CDCPHINVS');
    expect(ackOf(answer)).toMatchObject({
      code: 'AR',
      errors: [
        {
          location: 'QPD^1^1^1',
          hl7: '103^Table value not found',
          text: 'This query is not served here. Send Z34^Request Immunization History^CDCPHINVS or Z44^Request Evaluated History and Forecast^CDCPHINVS in QPD-1.',
        },
      ],
    });
  });

  test('because it gives a birth date that is none says that, and what it lacks without it', async () => {
    const answer = await send(qbp({ patient: who, qpd: { 3: '', 6: '2024' } }));
    expect([profile(answer), qak(answer)?.[1]]).toEqual(['Z33^CDCPHINVS', 'AE']);
    expect(ackOf(answer).errors.map(({ location, severity, text }) => [location, severity, text])).toEqual([
      [
        'QPD^1^6^1',
        'E',
        'The query names no patient: it needs an id, or last name, first name and birth date. Send QPD-3, or QPD-4 with last and first name and QPD-6 as YYYYMMDD.',
      ],
      [
        'QPD^1^6^1',
        'W',
        'QPD-6 (Patient Date of Birth) is no date, or not an existing one. The value was ignored. Send an existing day as YYYYMMDD.',
      ],
    ]);
  });

  test('because its query is in a segment named QBP is answered by an acknowledgement: there is no query to echo', async () => {
    const answer = await send(qbp({ patient: who }).replace('\rQPD|', '\rQBP|'));
    expect(answer).toContain('|ACK^Q11^ACK|');
    expect(ackOf(answer)).toMatchObject({
      code: 'AE',
      errors: [
        {
          location: 'QPD^1',
          hl7: '100^Segment sequence error',
          severity: 'E',
          text: 'MESSAGE REJECTED. The message has no QPD segment. Send QPD.',
        },
      ],
    });
    expect(await lastEntry(cairn.db)).toMatchObject({ outcome: 'refused', ackCode: 'AE', personId: null });
  });

  test('because of its version is answered by an acknowledgement for queries', async () => {
    const answer = await send(qbp({ patient: who, msh: { 12: '2.3.1' } }));
    expect(answer).toContain('|ACK^Q11^ACK|');
    expect(ackOf(answer)).toMatchObject({ code: 'AR', errors: [{ hl7: '203^Unsupported version ID' }] });
  });

  test('because a Sending Facility does not say for whom it asks is told to', async () => {
    const answer = await send(qbp({ from: PEDIATRICS, msh: { 22: '' } }), PEDIATRICS);
    expect(ackOf(answer)).toMatchObject({
      code: 'AE',
      errors: [
        {
          text: 'MESSAGE REJECTED. MSH-22 (Responsible Organization) is empty. Send the id of the client site that the message is from in MSH-22.',
        },
      ],
    });
  });
});
