/** A dose that cannot be recorded refuses itself alone: the good doses of its message are recorded. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, ledger, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { controlId, dose, historical, type Order, vxu } from './support/messages.ts';
import type { RefusedError } from './support/refused.ts';
import { submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  // Half past eleven at night in California, where it is the 20th; in UTC it is the 21st.
  cairn = await startTestCairn({ now: '2025-03-20T23:30:00-07:00' });
  await submit(cairn.url, vxu());
});
afterAll(() => cairn.close());

describe('a dose is refused alone, and the good doses of its message are recorded: one', () => {
  const cases: readonly (readonly [
    name: string,
    bad: Order,
    errors: readonly RefusedError[],
    findings: readonly string[],
  ])[] = [
    [
      'without a date',
      dose({ rxa: { 3: '' } }),
      [
        [
          'RXA^2^3^1',
          '101^Required field missing',
          '7',
          'No value was entered for RXA-3 (Date/Time Start of Administration). This dose was not recorded. Send the day on which the dose was given as YYYYMMDD.',
        ],
      ],
      ['required-field-missing E RXA[2]-3'],
    ],
    [
      'of a day that does not exist',
      dose({ rxa: { 3: '20250229' } }),
      [
        [
          'RXA^2^3^1',
          '102^Data type error',
          '2',
          'RXA-3 (Date/Time Start of Administration) is no date, or not an existing one. This dose was not recorded. Send an existing day as YYYYMMDD.',
        ],
      ],
      ['date-invalid E RXA[2]-3'],
    ],
    [
      'of tomorrow, by California time',
      historical({ day: '20250321' }),
      [
        [
          'RXA^2^3^1',
          '102^Data type error',
          '1',
          'The date of administration lies in the future. This dose was not recorded. Correct RXA-3 and resend; send planned doses after they were given.',
        ],
      ],
      ['dose-in-future E RXA[2]-3'],
    ],
    [
      'of the day before the birth',
      historical({ day: '20230314' }),
      [
        [
          'RXA^2^3^1',
          '102^Data type error',
          '1',
          'The date of administration lies before the birth date. This dose was not recorded. Correct RXA-3 or PID-7 and resend this dose.',
        ],
      ],
      ['dose-before-birth E RXA[2]-3'],
    ],
    [
      'without a vaccine',
      dose({ rxa: { 5: '' } }),
      [
        [
          'RXA^2^5^1',
          '101^Required field missing',
          '7',
          'No value was entered for RXA-5 (Administered Code). This dose was not recorded. Send the vaccine as a CVX code, such as 03^MMR^CVX, or as an NDC.',
        ],
      ],
      ['required-field-missing E RXA[2]-5'],
    ],
    [
      'of a vaccine in a coding system that is not known',
      dose({ rxa: { 5: 'MMR^MMR^HOUSECODES' } }),
      [
        [
          'RXA^2^5^1',
          '103^Table value not found',
          '5',
          'RXA-5 has no CVX code, nor a package (NDC), nor a billing code (CPT) of one vaccine. This dose was not recorded. Send the CVX code in RXA-5.1 with CVX in RXA-5.3, and resend this dose.',
        ],
        [
          'RXA^2^5^1^3',
          '103^Table value not found',
          '5',
          'RXA-5.3 (Name of Coding System) is not a code of table HL70396 (Coding system). Send one of the codes of table HL70396.',
          'I',
        ],
      ],
      ['vaccine-not-identified E RXA[2]-5', 'not-in-table I RXA[2]-5.3'],
    ],
    [
      'with a completion status that is not in the table',
      dose({ rxa: { 20: 'XX' } }),
      [
        [
          'RXA^2^20^1',
          '103^Table value not found',
          '5',
          'RXA-20 (Completion Status) is not a code of table HL70322 (Completion status). This dose was not recorded. Send one of CP, RE, NA, PA.',
        ],
      ],
      ['not-in-table E RXA[2]-20'],
    ],
    [
      'with an action that is not in the table',
      dose({ action: 'Q' }),
      [
        [
          'RXA^2^21^1',
          '103^Table value not found',
          '5',
          'RXA-21 (Action Code) is not a code of table HL70323 (Action code). This dose was not recorded. Send one of A, D, U.',
        ],
      ],
      ['not-in-table E RXA[2]-21'],
    ],
    [
      'with an action that is no longer in use (X, no change)',
      dose({ action: 'X' }),
      [
        [
          'RXA^2^21^1',
          '103^Table value not found',
          '5',
          'RXA-21 (Action Code) is a code of table HL70323 (Action code) that is no longer in use. This dose was not recorded. Send one of A, D, U.',
        ],
      ],
      ['code-retired E RXA[2]-21'],
    ],
    [
      'without an ORC',
      dose().slice(1),
      [
        [
          'RXA^2',
          '100^Segment sequence error',
          '',
          'An RXA has no ORC of its own before it. This dose was not recorded. Send one ORC, with the dose id in ORC-3, before each RXA, and resend this dose.',
        ],
      ],
      ['dose-without-order E RXA[2]'],
    ],
    [
      'that is an ORC without an RXA',
      dose().slice(0, 1),
      [
        [
          'ORC^2',
          '100^Segment sequence error',
          '',
          'An ORC is not followed by an RXA; nothing was recorded for this order. Send an RXA right after each ORC.',
        ],
      ],
      ['order-without-dose E ORC[2]'],
    ],
    [
      'with two things wrong',
      historical({ day: '20250321', rxa: { 5: '' } }),
      [
        [
          'RXA^2^3^1',
          '102^Data type error',
          '1',
          'The date of administration lies in the future. This dose was not recorded. Correct RXA-3 and resend; send planned doses after they were given.',
        ],
        [
          'RXA^2^5^1',
          '101^Required field missing',
          '7',
          'No value was entered for RXA-5 (Administered Code). This dose was not recorded. Send the vaccine as a CVX code, such as 03^MMR^CVX, or as an NDC.',
        ],
      ],
      ['dose-in-future E RXA[2]-3', 'required-field-missing E RXA[2]-5'],
    ],
  ];
  test.each(cases)('%s', async (_, bad, errors, findings) => {
    const id = controlId();
    const good = [dose({ vaccine: '20^DTaP^CVX' }), historical({ day: '20240415', vaccine: '08^Hep B^CVX' })];
    const [first = [], last = []] = good;
    const answer = await submit(cairn.url, vxu({ controlId: id, orders: [first, bad, last] }));
    expect(ackOf(answer)).toEqual({
      code: 'AE',
      controlId: id,
      errors: errors.map(([location, hl7, application, text, severity = 'E']) => ({
        location,
        hl7,
        severity,
        application,
        text,
      })),
    });
    expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:20', 'A 2024-04-15 CVX:08']);
    expect(await ledger(cairn.db, id)).toMatchObject([
      { outcome: 'partly-accepted', ackCode: 'AE', responsible: 'DE-000001', findings },
    ]);
  });
});
