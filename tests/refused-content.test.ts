/** Messages whose patient cannot be recorded, and texts that are no message: refused as a whole. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, lastEntry, registryCounts, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { CLINIC, controlId, dose, vxu } from './support/messages.ts';
import { expectRefused, type Refused } from './support/refused.ts';
import { submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  // Half past eleven at night in California, where it is the 20th; in UTC it is the 21st.
  cairn = await startTestCairn({ now: '2025-03-20T23:30:00-07:00' });
  await submit(cairn.url, vxu());
});
afterAll(() => cairn.close());

type Case = { readonly name: string; readonly message: string } & Pick<Refused, 'errors' | 'findings'>;

const lacks = (
  name: string,
  pid: Readonly<Record<number, string>>,
  path: string,
  words: string,
  { code = 'required-field-missing', application = '7' } = {},
): Case => {
  const [, field = '', component] = /^PID-(\d+)(?:\.(\d+))?$/.exec(path) ?? [];
  return {
    name,
    message: vxu({ pid }),
    errors: [
      [
        ['PID', '1', field, '1', ...(component === undefined ? [] : [component])].join('^'),
        '101^Required field missing',
        application,
        `MESSAGE REJECTED - REQUIRED FIELD ${path.replace('.', '-')} MISSING ${words}`,
      ],
    ],
    findings: [`${code} E ${path}`],
  };
};

const COMPONENT = { code: 'required-component-missing' };
const BLANK_ID = "(ID Number). Send the patient's id in your system.";
const LAST_NAME = "(Family Name). Send the patient's last name.";
const FIRST_NAME = "(Given Name). Send the patient's first name.";

const badBirthDate = (name: string, birthDate: string): Case => ({
  name,
  message: vxu({ pid: { 7: birthDate } }),
  errors: [
    [
      'PID^1^7^1',
      '102^Data type error',
      '2',
      'MESSAGE REJECTED. PID-7 (Date/Time of Birth) is no date, or not an existing one. Send an existing day as YYYYMMDD.',
    ],
  ],
  findings: ['date-invalid E PID-7'],
});

const WITHOUT_PID = vxu().replace(/PID\|[^\r]*\r/, '');

describe('a message is refused whose patient', () => {
  const cases: readonly Case[] = [
    lacks(
      'has no id',
      { 3: '' },
      'PID-3',
      "(Patient Identifier List). Send the patient's id in your system: ID^^^authority^MR.",
    ),
    lacks('has a blank id', { 3: ' ^^^DE-000001^MR' }, 'PID-3.1', BLANK_ID, COMPONENT),
    lacks(
      'has an id of no type (PID-3.5)',
      { 3: 'X1^^^DE-000001' },
      'PID-3.5',
      '(Identifier Type Code). Send what kind of id it is: MR for a chart number.',
      { ...COMPONENT, application: '6' },
    ),
    lacks('has no last name', { 5: '^Ana^^^^^L' }, 'PID-5.1', LAST_NAME, COMPONENT),
    lacks('has no first name', { 5: 'Madeup^^^^^^L' }, 'PID-5.2', FIRST_NAME, COMPONENT),
    lacks(
      'has a first name that is deleted ("")',
      { 5: 'Madeup^""^^^^^L' },
      'PID-5.2',
      FIRST_NAME,
      COMPONENT,
    ),
    lacks(
      'has no birth date',
      { 7: '' },
      'PID-7',
      "(Date/Time of Birth). Send the patient's birth date as YYYYMMDD.",
    ),
    badBirthDate('was born on a 30th of February', '20240230'),
    badBirthDate('was born in some month', '202403'),
    badBirthDate('was born in words', 'March 15'),
    {
      name: 'will be born tomorrow, by California time',
      message: vxu({ pid: { 7: '20250321' }, orders: [] }),
      errors: [
        [
          'PID^1^7^1',
          '102^Data type error',
          '1',
          'MESSAGE REJECTED. The birth date lies in the future. Correct PID-7 and resend.',
        ],
        [
          'MSH^1',
          '0^Message accepted',
          '4',
          'The message has no dose (ORC and RXA): only what it says of the patient counts. Nothing, if only the patient was to be updated.',
          'I',
        ],
      ],
      findings: ['birth-date-in-future E PID-7', 'message-without-dose I MSH'],
    },
    {
      name: 'is not in it (no PID)',
      message: WITHOUT_PID,
      errors: [
        [
          'PID^1',
          '100^Segment sequence error',
          '',
          'MESSAGE REJECTED. The message has no PID segment. Send one PID after MSH and resend the whole message.',
        ],
      ],
      findings: ['patient-missing E PID'],
    },
    {
      name: 'is one of two (second PID)',
      message: vxu().replace(/(PID\|[^\r]*\r)/, '$1$1'),
      errors: [
        [
          'PID^2',
          '100^Segment sequence error',
          '',
          'MESSAGE REJECTED. The message has more than one PID segment. Send one message for each patient.',
        ],
      ],
      findings: ['second-patient E PID[2]'],
    },
  ];
  test.each(cases.map((refused) => [refused.name, refused] as const))('%s', (_, { message, ...expected }) =>
    expectRefused(cairn, message, { ...expected, code: 'AE' }),
  );

  test('lacks several things at once, and each is named', async () => {
    const answer = await submit(cairn.url, vxu({ pid: { 3: '', 5: '', 7: 'x' } }));
    expect(ackOf(answer).errors.map(({ location }) => location)).toEqual([
      'PID^1^3^1',
      'PID^1^5^1',
      'PID^1^7^1',
    ]);
  });
});

test('a message without control id (MSH-10) is refused: no resend of it could be told apart', () =>
  expectRefused(cairn, vxu({ msh: { 10: '' } }), {
    code: 'AE',
    errors: [
      [
        'MSH^1^10^1',
        '101^Required field missing',
        '7',
        'MESSAGE REJECTED - REQUIRED FIELD MSH-10 MISSING (Message Control ID). Send an id that you use for one message only.',
      ],
    ],
    findings: ['required-field-missing E MSH-10'],
  }));

test('somebody born today may be recorded, and given a dose today', async () => {
  const id = controlId();
  const answer = await submit(
    cairn.url,
    vxu({ controlId: id, pid: { 7: '20250320' }, orders: [dose({ vaccine: '08^Hep B^CVX' })] }),
  );
  expect(ackOf(answer).code).toBe('AA');
  expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:08']);
});

describe('what is no HL7 message', () => {
  test.each([
    [
      'words',
      'Good morning, this is the clinic.',
      /^MESSAGE REJECTED\. Line 1 starts with "Goo", but an HL7 message starts with MSH\. Begin the message with its MSH segment,/,
    ],
    ['only an MSH name', 'MSH', /^MESSAGE REJECTED\. /],
    [
      'a line that is no segment',
      vxu().replace('\rORC', '\rmore of the address\rORC'),
      /^MESSAGE REJECTED\. Line 4 starts with .* which is not a segment name/,
    ],
    ['CDA', '<ClinicalDocument xmlns="urn:hl7-org:v3"/>', /^MESSAGE REJECTED\. Line 1 starts with/],
    ['FHIR', '{"resourceType":"Bundle"}', /^MESSAGE REJECTED\. Line 1 starts with/],
  ])('(%s) is refused as AR with the reason', async (_, text, words) => {
    const before = await registryCounts(cairn.db);
    const answer = await submit(cairn.url, text, { login: CLINIC.login });
    expect(ackOf(answer)).toMatchObject({
      code: 'AR',
      controlId: expect.stringMatching(/^(?:UNKNOWN|TEST-\d+)$/),
      errors: [
        {
          location: '',
          hl7: '100^Segment sequence error',
          severity: 'E',
          text: expect.stringMatching(words),
        },
      ],
    });
    expect(await registryCounts(cairn.db)).toEqual(before);
    expect(await lastEntry(cairn.db)).toMatchObject({
      outcome: 'refused',
      ackCode: 'AR',
      sender: 'DE-000001',
      responsible: null,
      raw: text,
      personId: null,
    });
  });

  test('is told so in a sentence without loose ends', async () => {
    const [error] = ackOf(await submit(cairn.url, 'Good morning')).errors;
    expect(error?.text).toMatch(/\S$/);
  });
});

describe('characters that no name has', () => {
  // HL7 can write any byte as \Xhh\; PostgreSQL's text has no NUL.
  test.each([
    ['first name', vxu({ pid: { 5: 'Madeup^A\\X00\\na' } })],
    ['dose id', vxu({ orders: [dose({ number: 'D\\X00\\1' })] })],
    ['vaccine code', vxu({ orders: [dose({ vaccine: '0\\X00\\3^MMR^CVX' })] })],
    ['control id', vxu({ controlId: 'TEST\\X00\\1' })],
    ['chart number', vxu({ pid: { 3: 'C\\X00\\1^^^DE-000001^MR' } })],
    ['organization', vxu({ msh: { 22: 'DE-\\X00\\000001' } })],
  ])('(an escaped NUL in the %s) get an HL7 answer, not an internal fault', async (_, message) => {
    const answer = await submit(cairn.url, message);
    expect(['AA', 'AE', 'AR']).toContain(ackOf(answer).code);
    expect((await lastEntry(cairn.db))?.raw).toBe(message);
  });

  test('(from outside every alphabet in use) are kept as they are', async () => {
    const id = controlId();
    const odd = 'Zo\u00EB \u{1F476}\u2028\u0085\uFEFF\u0301\u200F';
    const message = vxu({ controlId: id, pid: { 11: odd } });
    expect(ackOf(await submit(cairn.url, message)).code).toBe('AA');
    expect((await lastEntry(cairn.db))?.raw).toBe(message);
    const { rows } = await cairn.db.query(
      `select demographics->'fields'->>'PID-11' as address from person join message using (person_id)
       where control_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ address: odd }]);
  });
});
