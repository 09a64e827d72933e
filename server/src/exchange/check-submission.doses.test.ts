import { parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { checkSubmission } from './check-submission.ts';

const HEADER = 'MSH|^~\\&|EHR|DE-000001||CAIR2|20250320||VXU^V04^VXU_V04|77|P|2.5.1';
const PID = 'PID|1||1001^^^CLINIC^MR||Wren^Ana^Luz||20240315|F';
const ORC = 'ORC|RE||D1^CLINIC';
const RXA = 'RXA|0|1|20250320||03^MMR^CVX|0.5|||00^New^NIP001|||||||||||CP|A';

function check(...lines: readonly string[]) {
  const text = [HEADER, PID, ...lines, ''].join('\r');
  const parsed = parseMessage(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return checkSubmission(parsed.message, text, '2025-03-20', { requirePatientIdType: true });
}

/** The RXA above with other fields. */
function rxaWith(changes: Readonly<Record<number, string>>): string {
  return RXA.split('|')
    .map((field, index) => changes[index] ?? field)
    .join('|');
}

describe('a dose that is left out, while the others stand', () => {
  test.each([
    [
      'no day',
      3,
      '',
      'dose-field-missing',
      '3 101/7',
      'The date of administration is missing; this dose was not recorded.',
    ],
    [
      'a deleted day',
      3,
      '""',
      'dose-field-missing',
      '3 101/7',
      'The date of administration is missing; this dose was not recorded.',
    ],
    [
      'a day that does not exist',
      3,
      '20250229',
      'date-invalid',
      '3 102/2',
      'The date of administration is no date; this dose was not recorded.',
    ],
    [
      'a month',
      3,
      '202503',
      'date-invalid',
      '3 102/2',
      'The date of administration is no date; this dose was not recorded.',
    ],
    [
      'tomorrow',
      3,
      '20250321',
      'dose-in-future',
      '3 102/1',
      'The date of administration lies in the future; this dose was not recorded.',
    ],
    [
      'the day before birth',
      3,
      '20240314',
      'dose-before-birth',
      '3 102/1',
      'The date of administration lies before the birth date; this dose was not recorded.',
    ],
    [
      'no vaccine',
      5,
      '^MMR^CVX',
      'dose-field-missing',
      '5 101/7',
      'The vaccine code is missing; this dose was not recorded.',
    ],
    [
      'a vaccine of no coding system',
      5,
      '03',
      'vaccine-coding-system-unknown',
      '5.3 103/5',
      'The vaccine has no coding system that is known here; this dose was not recorded.',
    ],
    [
      'a vaccine of an unknown system',
      5,
      '03^MMR^LOCAL',
      'vaccine-coding-system-unknown',
      '5.3 103/5',
      'The vaccine has no coding system that is known here; this dose was not recorded.',
    ],
    [
      'another completion status',
      20,
      'XX',
      'dose-value-not-in-table',
      '20 103/5',
      'The completion status is not one that is known; this dose was not recorded.',
    ],
    [
      'another action code',
      21,
      'X',
      'dose-value-not-in-table',
      '21 103/5',
      'The action code is not one that is known; this dose was not recorded.',
    ],
  ])('has %s', (_, field, value, code, where, message) => {
    const { submission, findings } = check(ORC, rxaWith({ [field]: value }));
    expect(submission?.doses).toEqual([]);
    expect(
      findings.map(
        (found) =>
          `${found.code} ${found.severity} ${found.path} ${found.hl7}/${found.application} ${found.message}`,
      ),
    ).toEqual([`${code} E RXA[1]-${where} ${message}`]);
  });

  test('has several faults: all are named, with the number of the RXA', () => {
    const { submission, findings } = check(ORC, RXA, ORC, rxaWith({ 3: '', 5: '', 20: 'XX', 21: 'X' }));
    expect(submission?.doses.map(({ occurrence }) => occurrence)).toEqual([1]);
    expect(findings.map(({ path }) => path)).toEqual(['RXA[2]-3', 'RXA[2]-5', 'RXA[2]-20', 'RXA[2]-21']);
  });

  test('is an RXA without ORC', () => {
    const { submission, findings } = check(RXA, ORC, RXA);
    expect(submission?.doses.map(({ occurrence }) => occurrence)).toEqual([2]);
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual(['dose-without-order RXA[1]']);
  });
});
