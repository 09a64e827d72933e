import { ymdOf } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { california } from '@cairn/california';
import { guideOn } from '../exchange/guide.ts';
import { takeIn } from '../exchange/intake.ts';
import { readSubmission } from '../exchange/submission.ts';
import { newChart } from './edit-chart.ts';
import { enteredDetails } from './edit-details.ts';
import { doseForm, entryOrder } from './edit-dose.ts';
import { judged } from './edit-findings.ts';
import { entryMessage } from './edit-message.ts';
import { doseBody, type DoseEntry } from './edit-schema.ts';

const TODAY = '2025-03-20';
const HEADER = {
  code: 'DE-000001',
  at: new Date('2025-03-20T17:20:00Z'),
  controlId: 'ENTRY-1',
  jurisdiction: california,
};
const PERSON = enteredDetails(
  {
    last: 'Madeup',
    first: 'Ana',
    birthDate: '2023-03-15',
    sex: 'F',
    phone: '916 234 7788',
    address: { street: '12 Fictional Way', other: '', city: 'Sacramento', state: 'CA', zip: '95814' },
    races: ['2106-3'],
    ethnicity: '2186-5',
    mothersMaidenName: 'Invented',
    contacts: [{ relationship: 'MTH', last: 'Madeup', first: 'Eva', phone: '9162347788' }],
  },
  {},
);
const CHART = newChart('DE-000001', 'W123456789ABC');

function message(entry: DoseEntry): string {
  const order = entryOrder(entry, {
    filler: ['0190b3a0-7e9a-7c3e-8f00-0123456789ab', 'DE-000001'],
    action: 'A',
    code: 'DE-000001',
    enteredOn: '20250320',
  });
  return entryMessage(HEADER, CHART, { fields: PERSON.fields, nextOfKin: PERSON.nextOfKin ?? [] }, [order]);
}

const checked = (text: string) => takeIn(text, guideOn(california, TODAY), ymdOf(TODAY));

/** What people type: also what HL7 gives a meaning of its own. */
const typed = fc
  .array(
    fc.constantFrom('|', '^', '~', '\\', '&', '\r', '\n', 'é', 'Ñ', '’', '漢', 'a', 'B', 'o', ' ', '-'),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((letters) => `X${letters.join('')}x`);

const vaccine = fc.constantFrom(
  { cvx: '03', manufacturer: 'MSD', route: 'C38299' },
  { cvx: '21', manufacturer: 'MSD', route: 'C38299' },
  { cvx: '10', manufacturer: 'PMC', route: 'C28161' },
  { cvx: '20', manufacturer: 'PMC', route: 'C28161' },
);
const date = fc.integer({ min: 1, max: 20 }).map((day) => `2025-03-${String(day).padStart(2, '0')}`);
const given = fc
  .record({
    vaccine,
    date,
    lot: fc.stringMatching(/^[A-Z][0-9]{3}[A-Z]{2}$/),
    expires: fc.constantFrom('', '2027-06-30'),
    site: fc.constantFrom('LT', 'RT'),
    amount: fc.constantFrom('', '0.5'),
    eligibility: fc.constantFrom('V01', 'V02', 'V03'),
    administeredLast: typed,
    administeredFirst: typed,
    statementGiven: fc.boolean(),
  })
  .map(({ vaccine: product, ...rest }) => ({ kind: 'given' as const, ...product, ...rest, funding: '' }));
const entry = fc.oneof(
  given,
  fc.record({ kind: fc.constant('historical' as const), date, cvx: fc.constantFrom('03', '21', '110') }),
  fc.record({
    kind: fc.constant('refused' as const),
    date,
    cvx: fc.constantFrom('03', '88'),
    reason: fc.constantFrom('00', '01', '02', '03'),
  }),
  fc.record({
    kind: fc.constant('contraindication' as const),
    date,
    reason: fc.constantFrom('VXC27', '91930004'),
    until: fc.constantFrom('', '2026-01-31'),
  }),
  fc.record({
    kind: fc.constant('immunity' as const),
    date,
    evidence: fc.constant('disease' as const),
    disease: fc.constantFrom('38907003', '14189004'),
  }),
);

describe('what is entered', () => {
  test('is a message in which the guide finds no error and that is recorded whole', () => {
    fc.assert(
      fc.property(entry, (values) => {
        const { parsed } = checked(message(doseBody.parse(values)));
        if (!parsed.ok) throw new Error(parsed.error.message);
        const { findings, orders } = parsed.check;
        expect(judged(findings, parsed.message).refused).toEqual([]);
        expect(findings.filter(({ severity }) => severity === 'E')).toEqual([]);
        expect(readSubmission(parsed.message, orders, TODAY)?.doses).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });

  test('comes back on the form as it was typed', () => {
    fc.assert(
      fc.property(given, (values) => {
        const body = doseBody.parse(values);
        const read = parseMessage(message(body));
        if (!read.ok) throw new Error(read.error.message);
        const shown = doseForm(read.message.segments.filter(({ name }) => /^(ORC|RXA|RXR|OBX)$/.test(name)));
        const { confirmed: _confirmed, ...expected } = body;
        expect(shown).toMatchObject(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('of names survives whatever letters and signs they have', () => {
    fc.assert(
      fc.property(typed, typed, (last, first) => {
        const { fields } = enteredDetails({ last, first }, {});
        const read = parseMessage(entryMessage(HEADER, CHART, { fields, nextOfKin: [] }, []));
        if (!read.ok) throw new Error(read.error.message);
        expect([read.message.text('PID-5.1'), read.message.text('PID-5.2')]).toEqual([last, first]);
      }),
    );
  });
});

test('an empty value takes away, what was not given is not said', () => {
  const { fields, nextOfKin } = enteredDetails(
    { middle: '', email: '' },
    { 'PID-5': 'Madeup^Ana^Lu^^^^L', 'PID-13': '^PRN^PH^^^916^2347788~^NET^Internet^a@b.example' },
  );
  expect(fields).toEqual({ 'PID-5': 'Madeup^Ana^^^^^L', 'PID-13': '^PRN^PH^^^916^2347788' });
  expect(nextOfKin).toBeUndefined();
  expect(enteredDetails({ mothersMaidenName: '' }, {}).fields).toEqual({ 'PID-6': '""' });
});
