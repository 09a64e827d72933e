import { expect } from 'vitest';
import { type AckError, ackOf, lastEntry, ledger, registryCounts } from './answers.ts';
import type { TestCairn } from './cairn.ts';
import { CLINIC, type Sending } from './messages.ts';
import { submit } from './soap.ts';

/** ERR-2, ERR-3, ERR-5.1, ERR-8; an error where nothing is said of it */
export type RefusedError = readonly [
  location: string,
  hl7: string,
  application: string,
  text: string,
  severity?: 'E' | 'W' | 'I',
];

export type Refused = {
  readonly code: 'AE' | 'AR';
  readonly errors: readonly RefusedError[];
  readonly findings: readonly string[];
  /** '' where it had not been settled for whom the message was. */
  readonly responsible?: string;
};

/** Sends the message and expects that refusal: in the answer, in the ledger, and nowhere else. */
export async function expectRefused(
  cairn: TestCairn,
  message: string,
  expected: Refused,
  options: { readonly from?: Sending; readonly name?: string } = {},
): Promise<void> {
  const { from = CLINIC, name = 'submitSingleMessage' } = options;
  const before = await registryCounts(cairn.db);
  const rows = (await ledger(cairn.db)).length;
  const answer = await submit(cairn.url, message, { login: from.login, name });

  const controlIdSent = message.split('|')[9] ?? '';
  expect(ackOf(answer)).toEqual({
    code: expected.code,
    controlId: controlIdSent === '' ? 'UNKNOWN' : controlIdSent,
    errors: expected.errors.map(([location, hl7, application, text, severity = 'E']): AckError => ({
      location,
      hl7,
      severity,
      application,
      text,
    })),
  });
  expect(await registryCounts(cairn.db)).toEqual(before);
  expect((await ledger(cairn.db)).length).toBe(rows + 1);
  expect(await lastEntry(cairn.db)).toMatchObject({
    outcome: 'refused',
    ackCode: expected.code,
    address: 'production',
    operation: name,
    sender: from.sender,
    responsible: expected.responsible === '' ? null : (expected.responsible ?? from.site),
    raw: message,
    answer,
    findings: expected.findings,
    personId: null,
  });
}
