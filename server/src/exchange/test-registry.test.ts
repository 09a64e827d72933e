import { california } from '@cairn/california';
import { ymdOf } from '@cairn/guide';
import { describe, expect, test } from 'vitest';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { checkQuery } from './check-query.ts';
import { type Shown, whomToShow } from './find.ts';
import { guideOn } from './guide.ts';
import { type Intake, takeIn } from './intake.ts';
import { NOTHING_KNOWN, questionsOf, settleAmong, type State } from './read.ts';
import { testPatientMessage, testPatientsReader } from './test-registry.ts';
import { HOLDER, intake, message, parsed, SITE } from './testing/messages.ts';

const PACK: Jurisdiction = california;
const TODAY = '2025-03-20';
const SENDER = { holder: HOLDER, responsible: SITE };

type Query = {
  readonly id?: string;
  readonly name?: string;
  readonly born?: string;
  readonly sex?: string;
  readonly address?: string;
  readonly kind?: string;
};

function query({ id = '', name = '', born = '', sex = '', address = '', kind = 'Z34' }: Query): string {
  return message(
    `MSH|^~\\&|EHR|DE-000001||CAIR2|20250320100000-0700||QBP^Q11^QBP_Q11|77|P|2.5.1|||ER|AL|||||${kind}^CDCPHINVS|DE-000001`,
    `QPD|${kind}^Request^CDCPHINVS|tag|${id}|${name}||${born}|${sex}|${address}`,
    'RCP|I|5^RD&Records&HL70126',
  );
}

type Answer = { readonly shown: Shown; readonly state: State };

/** What is answered to a query at the testing address. */
async function answerTo(asks: Query, today = TODAY): Promise<Answer> {
  const text = query(asks);
  const context = { jurisdiction: PACK, today, matching: {} };
  const { testPatients } = questionsOf(
    intake(text),
    {
      address: 'test',
      operation: 'submitSingleMessage',
      identity: { kind: 'portal', organizationId: SITE.organizationId },
      facilityId: '',
      text,
    },
    context,
  );
  const checked = checkQuery(parsed(text), { isRefused: false }, PACK).query;
  if (!testPatients || !checked) throw new Error('this asks nothing');
  const read: State = { ...NOTHING_KNOWN, holder: HOLDER, organizations: [SITE] };
  const state = await settleAmong(testPatientsReader(PACK, today), testPatients, read, SENDER, context);
  return { shown: whomToShow(checked, state.found, state, SENDER, PACK), state };
}

const CHILD = { name: 'Testchild^Quilla^Fern^^^^L', born: '20210315', sex: 'F' };
const ALIKE = { name: 'Testalike^Marigold', born: '20190812', sex: 'F' };

describe('a query at the testing address finds', () => {
  test.each([
    ['the child by name, birth date and sex', CHILD, 'Quilla', 11],
    ['the child by name and birth date', { name: 'Testchild^Quilla', born: '20210315' }, 'Quilla', 11],
    ['the child for a forecast', { ...CHILD, kind: 'Z44' }, 'Quilla', 11],
    [
      'the child by the registry’s id',
      { id: '00000000-0000-7000-8000-000001000000^^^CAIRN^SR' },
      'Quilla',
      11,
    ],
    ['the adult', { name: 'Testadult^Barnaby', born: '19791102', sex: 'M' }, 'Barnaby', 2],
    ['of those alike the one of that middle name', { ...ALIKE, name: `${ALIKE.name}^Bea` }, 'Marigold', 1],
    [
      'of those alike the one who lives there',
      { ...ALIKE, address: '31 Invented Meadow^^Fresno^CA^93721' },
      'Marigold',
      1,
    ],
  ])('%s', async (_, asks, first, doses) => {
    const { shown, state } = await answerTo(asks);
    if (shown.kind !== 'person') throw new Error(shown.kind);
    const { personId, demographics } = shown.person;
    expect(demographics.fields['PID-5']).toContain(`^${first}^`);
    expect(state.history.filter((dose) => dose.personId === personId)).toHaveLength(doses);
  });

  test('both who are alike where it says too little', async () => {
    const { shown } = await answerTo(ALIKE);
    if (shown.kind !== 'candidates') throw new Error(shown.kind);
    expect(shown.persons.map(({ demographics }) => demographics.fields['PID-5'])).toEqual([
      'Testalike^Marigold^Ada^^^^L',
      'Testalike^Marigold^Bea^^^^L',
    ]);
  });

  test.each([
    ['whose record is protected', { name: 'Testhidden^Octavia^Mae', born: '20170120', sex: 'F' }],
    ['whose record is protected, by id', { id: '00000000-0000-7000-8000-000005000000^^^CAIRN^SR' }],
    ['of those alike, for a forecast', { ...ALIKE, kind: 'Z44' }],
    ['of another birth date', { ...CHILD, born: '20210714' }],
    ['who is no test patient', { name: 'Wren^Ana', born: '20240315', sex: 'F' }],
  ])('nobody %s', async (_, asks) => {
    expect((await answerTo(asks)).shown.kind).toBe('nobody');
  });

  test('the child as old as ever, years later', async () => {
    const later = await answerTo({ ...CHILD, born: '20360315' }, '2040-08-01');
    expect(later.shown.kind).toBe('person');
    expect((await answerTo(CHILD, '2040-08-01')).shown.kind).toBe('nobody');
  });
});

function taken(text: string, today: string): Extract<Intake['parsed'], { ok: true }> {
  const { parsed: read } = takeIn(testPatientMessage(text, today), guideOn(PACK, today), ymdOf(today));
  if (!read.ok) throw new Error(read.error.message);
  return read;
}

describe('the test patients of the pack', () => {
  test.each(['2025-01-01', '2026-12-31', '2032-02-29', '2041-07-04'])('are sound on %s', (today) => {
    for (const text of PACK.testPatients) {
      const { check, message: read } = taken(text, today);
      expect(check.findings.filter(({ severity }) => severity !== 'I')).toEqual([]);
      expect(check.orders).toHaveLength(read.all('RXA').length);
    }
  });

  test('are called what nobody is called', () => {
    for (const text of PACK.testPatients) expect(taken(text, TODAY).message.text('PID-5')).toMatch(/^Test/);
  });
});

test('years are counted from the present one', () => {
  expect(testPatientMessage('{year}|{year-4}0315|{year-12}|{other}', '2025-03-20')).toBe(
    '2025|20210315|2013|{other}',
  );
});

test('what is no question about persons is not answered', () => {
  const reader = testPatientsReader(PACK, TODAY);
  expect(() => reader.read('x', [{ name: 'credential-holder', text: '', values: [] }])).toThrow(
    'credential-holder',
  );
});
