import { codeTable } from '@cairn/codes';
import type { DoseFacts } from '../facts/subjects.ts';
import { administeredRule, givenRule } from './dose-rule.ts';

/** Vaccines for Children ends on the nineteenth birthday (42 USC 1396s). */
const VFC_ENDS = 228;
const ELIGIBILITY = '64994-7';
const FUNDING = '30963-3';
const VFC_STOCK = 'VXC51';
const PRIVATE_STOCK = 'PHC70';
const NOT_ELIGIBLE = 'V01';
const OF_VFC: ReadonlySet<string> = new Set(['V02', 'V03', 'V04', 'V05']);

function hasObservation({ observations }: DoseFacts, identifier: string): boolean {
  for (const observation of observations) if (observation.identifier === identifier) return true;
  return false;
}

/** Whether all observations of a kind say the same. */
function agree({ observations }: DoseFacts, identifier: string): boolean {
  let first: string | undefined;
  for (const { identifier: of, value } of observations) {
    if (of !== identifier || value === undefined) continue;
    if (first !== undefined && value !== first) return false;
    first = value;
  }
  return true;
}

/** States have codes of their own (HL7 table 0064, V06 on). */
const isLocal = (code: string): boolean =>
  code.length > 2 && !code.startsWith('VXC') && !code.startsWith('PHC');

/** Who pays for the vaccine, and of whose stock it is. */
export const doseFundingRules = [
  administeredRule({
    code: 'eligibility-missing-of-child',
    states: 'A clinic says whether a child is eligible for public vaccine.',
    source: 'R1.5 IZ-23; CAIR2 guide; MQE0468 vaccination financial eligibility code is missing',
    at: 'OBX-3',
    value: 'missing',
    severity: 'W',
    effect: 'none',
    hl7: '101',
    application: '6',
    needs: ['ageMonths'],
    holds: (dose) => dose.ageMonths >= VFC_ENDS || hasObservation(dose, ELIGIBILITY),
    message: 'It is not said whether the child is eligible for vaccine paid by the state (OBX 64994-7).',
    fix: 'Send an OBX with 64994-7 in OBX-3 and a code such as V01 or V02 in OBX-5.',
  }),
  administeredRule({
    code: 'eligibility-missing',
    states: 'A clinic says whether a patient is eligible for public vaccine.',
    source: 'R1.5 IZ-23; MQE0468 vaccination financial eligibility code is missing',
    at: 'OBX-3',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '6',
    holds: (dose) =>
      (dose.ageMonths !== undefined && dose.ageMonths < VFC_ENDS) || hasObservation(dose, ELIGIBILITY),
    message: 'It is not said whether the patient is eligible for vaccine paid by the state (OBX 64994-7).',
    fix: 'Send an OBX with 64994-7 in OBX-3 and V01 in OBX-5 for adults without a program.',
  }),
  givenRule({
    code: 'eligibility-over-age',
    states: 'Those eligible for Vaccines for Children are under 19.',
    source: 'MIROW 2013; 42 USC 1396s; MQE0467 financial eligibility code is invalid',
    at: 'OBX-5',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['eligibility', 'ageMonths'],
    after: ['dose-in-future'],
    holds: ({ eligibility, ageMonths }) => ageMonths < VFC_ENDS || !OF_VFC.has(eligibility),
    message: 'The patient is 19 or older, but eligible for Vaccines for Children (V02 to V05).',
    fix: 'Send V01 in the OBX with 64994-7, or another code for adults; check the birth date.',
  }),
  givenRule({
    code: 'eligibility-contradicts',
    states: 'A dose has one eligibility.',
    source: 'R1.5 OBX 64994-7; MIROW 2013',
    at: 'OBX-5',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    holds: (dose) => agree(dose, ELIGIBILITY),
    message: 'Two different eligibilities are given for the dose (OBX 64994-7); the first counts.',
    fix: 'Send one eligibility with each dose.',
  }),
  administeredRule({
    code: 'eligibility-retired',
    states: 'The eligibility code is in use.',
    source: 'HL7 table 0064; MQE0465 financial eligibility code is deprecated',
    at: 'OBX-5',
    value: 'retired',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '5',
    needs: ['eligibility'],
    holds: ({ eligibility }) => codeTable('HL70064')?.find(eligibility)?.status !== 'inactive',
    message: 'The eligibility code (OBX 64994-7) is no longer in use or says nothing.',
    fix: 'Ask for the insurance of the patient and send V01 to V05, V22 to V25 or a code of the state.',
  }),
  administeredRule({
    code: 'funding-missing',
    states: 'A clinic says from whose stock a dose was.',
    source: 'R1.5 OBX 30963-3; MIROW 2013, stock',
    at: 'OBX-3',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '6',
    holds: (dose) => hasObservation(dose, FUNDING),
    message: 'It is not said who paid for the vaccine (OBX 30963-3).',
    fix: 'Send an OBX with 30963-3 in OBX-3 and PHC70 (private) or VXC50 to VXC52 (public) in OBX-5.',
  }),
  givenRule({
    code: 'funding-unknown',
    states: 'Who paid for the vaccine is a known code.',
    source: 'R1.5 OBX 30963-3, value set funding source',
    at: 'OBX-5',
    value: 'unknown',
    severity: 'W',
    effect: 'none',
    hl7: '103',
    application: '5',
    needs: ['funding'],
    holds: ({ funding }) => codeTable('FUNDING-SOURCE')?.find(funding) !== undefined || isLocal(funding),
    message: 'The code of who paid for the vaccine (OBX 30963-3) is not known.',
    fix: 'Send PHC70 (private) or VXC50 to VXC52 (public).',
  }),
  givenRule({
    code: 'funding-contradicts',
    states: 'A dose is of one stock.',
    source: 'R1.5 OBX 30963-3',
    at: 'OBX-5',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    holds: (dose) => agree(dose, FUNDING),
    message: 'Two different payers are given for the dose (OBX 30963-3); the first counts.',
    fix: 'Send one with each dose.',
  }),
  administeredRule({
    code: 'vfc-stock-for-not-eligible',
    states: 'Vaccine for Children is given to those who are eligible.',
    source: 'VFC program; MIROW 2013, stock',
    at: 'OBX-5',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['eligibility', 'funding'],
    after: ['eligibility-contradicts', 'funding-contradicts'],
    holds: ({ eligibility, funding }) => funding !== VFC_STOCK || eligibility !== NOT_ELIGIBLE,
    message: 'Vaccines for Children stock (VXC51) was given to a patient who is not eligible for it (V01).',
    fix: 'Check eligibility (OBX 64994-7) and stock (OBX 30963-3); replace borrowed doses.',
  }),
  administeredRule({
    code: 'vfc-stock-over-age',
    states: 'Vaccine for Children is given to those under 19.',
    source: 'VFC program; 42 USC 1396s',
    at: 'OBX-5',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['funding', 'ageMonths'],
    after: ['eligibility-over-age', 'vfc-stock-for-not-eligible', 'dose-in-future'],
    holds: ({ funding, ageMonths }) => ageMonths < VFC_ENDS || funding !== VFC_STOCK,
    message: 'Vaccines for Children stock (VXC51) was given to a patient of 19 or older.',
    fix: 'Check the stock (OBX 30963-3) and the birth date.',
  }),
  administeredRule({
    code: 'private-stock-for-eligible',
    states: 'Those eligible for Vaccines for Children are given its stock.',
    source: 'VFC program; MIROW 2013, stock',
    at: 'OBX-5',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['eligibility', 'funding'],
    after: ['eligibility-over-age'],
    holds: ({ eligibility, funding }) => funding !== PRIVATE_STOCK || !OF_VFC.has(eligibility),
    message: 'Privately bought vaccine was given to a child eligible for Vaccines for Children.',
    fix: 'Check eligibility (OBX 64994-7) and stock (OBX 30963-3).',
  }),
];
