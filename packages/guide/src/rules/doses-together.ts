import type { DoseFacts, PatientFacts } from '../facts/subjects.ts';
import { rule } from '../rule.ts';

const MOST_DOSES_A_DAY = 12;
const NO_DOSE = '9999';
/** A child at risk is given 200 mg of nirsevimab in two syringes. */
const IN_TWO_SYRINGES: ReadonlySet<string> = new Set(['307']);

/** Whether no two orders of the message are in a relation; what is to be deleted is left out. */
function noTwo({ doses }: PatientFacts, isPair: (one: DoseFacts, other: DoseFacts) => boolean): boolean {
  for (let at = 1; at < doses.length; at++) {
    const one = doses[at];
    if (!one || one.action === 'D') continue;
    for (let before = 0; before < at; before++) {
      const other = doses[before];
      if (other && other.action !== 'D' && isPair(one, other)) return false;
    }
  }
  return true;
}

const areSameDose = (one: DoseFacts, other: DoseFacts): boolean =>
  one.given &&
  other.given &&
  one.givenOn !== undefined &&
  one.givenOn === other.givenOn &&
  one.cvx !== undefined &&
  one.cvx === other.cvx &&
  one.vaccine?.kind === 'vaccine' &&
  !IN_TWO_SYRINGES.has(one.cvx) &&
  (one.orderNumber === undefined || one.orderNumber !== other.orderNumber);

const areOfOneFamily = (one: DoseFacts, other: DoseFacts): boolean => {
  if (!one.given || !other.given || one.givenOn === undefined || one.givenOn !== other.givenOn) return false;
  if (one.cvx === other.cvx || !one.vaccine || !other.vaccine) return false;
  const { groups } = other.vaccine;
  return one.vaccine.groups.some((group) => group !== 'IG' && groups.includes(group));
};

const haveOneNumber = ({ orderNumber }: DoseFacts, other: DoseFacts): boolean =>
  orderNumber !== undefined && orderNumber === other.orderNumber && orderNumber !== NO_DOSE;

const areGivenAndRefused = (one: DoseFacts, other: DoseFacts): boolean =>
  ((one.given && other.refused) || (one.refused && other.given)) &&
  one.givenOn !== undefined &&
  one.givenOn === other.givenOn &&
  one.cvx !== undefined &&
  one.cvx === other.cvx;

function mostOnOneDay({ doses }: PatientFacts): number {
  let most = 0;
  for (const { givenOn } of doses) {
    let same = 0;
    for (const dose of doses) if (dose.given && dose.action !== 'D' && dose.givenOn === givenOn) same++;
    most = Math.max(most, same);
  }
  return most;
}

/** What the orders of one message say together. */
export const dosesTogetherRules = [
  rule({
    code: 'dose-sent-twice',
    scope: 'patient',
    states: 'A vaccine is given once a day.',
    source: 'AIRA, vaccine deduplication; MIROW 2006',
    at: 'PID',
    value: 'repeated',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    holds: (patient) => noTwo(patient, areSameDose),
    message: 'The same vaccine on the same day is sent twice, under different numbers (ORC-3).',
    fix: 'Send each dose once; delete the one that was not given.',
  }),
  rule({
    code: 'order-number-repeated',
    scope: 'patient',
    states: 'Every dose has a number of its own.',
    source: 'R1.5 ORC-3, unique in the sending system',
    at: 'PID',
    value: 'repeated',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    holds: (patient) => noTwo(patient, haveOneNumber),
    message: 'Two orders of the message have the same number (ORC-3); one may replace the other.',
    fix: 'Send in ORC-3 a number that is unique for each dose in your system.',
  }),
  rule({
    code: 'dose-given-and-refused',
    scope: 'patient',
    states: 'A vaccine is not both given and refused on one day.',
    source: 'MIROW 2013',
    at: 'PID',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    holds: (patient) => noTwo(patient, areGivenAndRefused),
    message: 'The same vaccine is sent both as given and as refused on the same day.',
    fix: 'Send what happened; delete the other.',
  }),
  rule({
    code: 'vaccine-family-twice',
    scope: 'patient',
    states: 'One vaccine against a disease is given a day.',
    source: 'AIRA, vaccine deduplication; MQE0250 admin code may be variation of previously reported codes',
    at: 'PID',
    value: 'repeated',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    after: ['dose-sent-twice'],
    holds: (patient) => noTwo(patient, areOfOneFamily),
    message: 'Two vaccines against the same disease were given on one day.',
    fix: 'Check that they are not one dose under two codes (RXA-5).',
  }),
  rule({
    code: 'many-doses-on-one-day',
    scope: 'patient',
    states: 'At most twelve doses are given on one day.',
    source: 'MIROW 2013, doses per visit',
    at: 'PID',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    after: ['dose-sent-twice'],
    holds: (patient) => patient.doses.length <= MOST_DOSES_A_DAY || mostOnOneDay(patient) <= MOST_DOSES_A_DAY,
    message: 'More than twelve doses carry the same date of administration.',
    fix: 'Check that the dates (RXA-3) are not those of the entry.',
  }),
];
