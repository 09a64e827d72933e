import type { Ymd } from '../dates.ts';
import type { PatientFacts } from '../facts/subjects.ts';
import { rule } from '../rule.ts';

const notice = { scope: 'patient', severity: 'I', effect: 'none', hl7: '0' } as const;
const dateDoubt = {
  scope: 'patient',
  severity: 'W',
  effect: 'none',
  hl7: '0',
  value: 'illogical-date',
  application: '1',
} as const;
const dateMissing = {
  scope: 'patient',
  severity: 'I',
  effect: 'none',
  hl7: '101',
  value: 'missing',
  application: '7',
} as const;
/** Inactive, lost, moved, permanently inactive (HL7 table 0441). */
const INACTIVE: ReadonlySet<string> = new Set(['I', 'L', 'M', 'P']);

/** Unless it is the birth date that is wrong. */
const isBeforeBirth = (day: Ymd, { birthDate, sentOn, today }: PatientFacts): boolean =>
  birthDate !== undefined && day < birthDate && birthDate <= (sentOn ?? today) && birthDate <= today;

/** PD1: sharing, reminders, and whether the patient is still one of this clinic. */
export const patientConsentRules = [
  rule({
    ...notice,
    code: 'protection-on',
    states: 'The record may be shared.',
    source: 'R1.5 PD1-12; MQE0200 protection indicator is valued as yes',
    at: 'PD1-12',
    value: 'implausible',
    application: '3',
    needs: ['protection'],
    holds: ({ protection }) => protection !== 'Y',
    message: 'PD1-12 is Y: the record is protected and other clinics will not see it.',
    fix: 'Make sure that this was asked for; N lets other clinics see the record.',
  }),
  rule({
    ...dateMissing,
    code: 'protection-date-missing',
    states: 'With the protection indicator goes the day from which it counts.',
    source: 'R1.5 PD1-13',
    at: 'PD1-13',
    needs: ['protection'],
    after: ['date-invalid'],
    holds: ({ protectionFrom }) => protectionFrom !== undefined,
    message: 'PD1-12 says whether the record is protected, but PD1-13 does not say from when.',
    fix: 'Send the day of the decision in PD1-13.',
  }),
  rule({
    ...dateMissing,
    code: 'registry-status-date-missing',
    states: 'With the registry status goes the day from which it counts.',
    source: 'R1.5 PD1-17',
    at: 'PD1-17',
    needs: ['registryStatus'],
    after: ['date-invalid'],
    holds: ({ registryStatusFrom }) => registryStatusFrom !== undefined,
    message: 'PD1-16 has a registry status, but PD1-17 does not say from when.',
    fix: 'Send the day of the last change in PD1-17.',
  }),
  rule({
    ...dateMissing,
    code: 'publicity-date-missing',
    states: 'With the publicity code goes the day from which it counts.',
    source: 'R1.5 PD1-18',
    at: 'PD1-18',
    needs: ['publicity'],
    after: ['date-invalid'],
    holds: ({ publicityFrom }) => publicityFrom !== undefined,
    message: 'PD1-11 says how the patient may be reminded, but PD1-18 does not say from when.',
    fix: 'Send the day of the decision in PD1-18.',
  }),
  rule({
    ...dateDoubt,
    code: 'protection-date-in-future',
    states: 'The day from which the protection indicator counts is past.',
    source: 'R1.5 PD1-13',
    at: 'PD1-13',
    needs: ['protectionFrom'],
    holds: ({ protectionFrom, today }) => protectionFrom <= today,
    message: 'The effective date of the protection indicator in PD1-13 lies in the future.',
    fix: 'Correct PD1-13.',
  }),
  rule({
    ...dateDoubt,
    code: 'registry-status-date-in-future',
    states: 'The day from which the registry status counts is past.',
    source: 'R1.5 PD1-17',
    at: 'PD1-17',
    needs: ['registryStatusFrom'],
    holds: ({ registryStatusFrom, today }) => registryStatusFrom <= today,
    message: 'The effective date of the registry status in PD1-17 lies in the future.',
    fix: 'Correct PD1-17.',
  }),
  rule({
    ...dateDoubt,
    code: 'publicity-date-in-future',
    states: 'The day from which the publicity code counts is past.',
    source: 'R1.5 PD1-18',
    at: 'PD1-18',
    needs: ['publicityFrom'],
    holds: ({ publicityFrom, today }) => publicityFrom <= today,
    message: 'The effective date of the publicity code in PD1-18 lies in the future.',
    fix: 'Correct PD1-18.',
  }),
  rule({
    ...dateDoubt,
    code: 'protection-date-before-birth',
    severity: 'I',
    states: 'The protection indicator counts from the day of birth or later.',
    source: 'R1.5 PD1-13',
    at: 'PD1-13',
    needs: ['protectionFrom'],
    holds: (patient) => !isBeforeBirth(patient.protectionFrom, patient),
    message: 'The effective date of the protection indicator in PD1-13 lies before the birth date.',
    fix: 'Correct PD1-13 or PID-7.',
  }),
  rule({
    ...dateDoubt,
    code: 'registry-status-date-before-birth',
    severity: 'I',
    states: 'The registry status counts from the day of birth or later.',
    source: 'R1.5 PD1-17',
    at: 'PD1-17',
    needs: ['registryStatusFrom'],
    holds: (patient) => !isBeforeBirth(patient.registryStatusFrom, patient),
    message: 'The effective date of the registry status in PD1-17 lies before the birth date.',
    fix: 'Correct PD1-17 or PID-7.',
  }),
  rule({
    ...dateDoubt,
    code: 'publicity-date-before-birth',
    severity: 'I',
    states: 'The publicity code counts from the day of birth or later.',
    source: 'R1.5 PD1-18',
    at: 'PD1-18',
    needs: ['publicityFrom'],
    holds: (patient) => !isBeforeBirth(patient.publicityFrom, patient),
    message: 'The effective date of the publicity code in PD1-18 lies before the birth date.',
    fix: 'Correct PD1-18 or PID-7.',
  }),
  rule({
    ...notice,
    code: 'registry-status-inactive-but-vaccinated',
    states: 'A patient who was given a dose here is an active one.',
    source: 'R1.5 PD1-16; MIROW 2015, patient active/inactive status',
    at: 'PD1-16',
    value: 'inconsistent',
    application: '3',
    needs: ['registryStatus'],
    holds: ({ registryStatus, registryStatusFrom, sentOn, today, doses }) =>
      !INACTIVE.has(registryStatus) ||
      !doses.some(
        ({ administered, givenOn }) =>
          administered &&
          givenOn !== undefined &&
          (registryStatusFrom === undefined ? givenOn >= (sentOn ?? today) : givenOn > registryStatusFrom),
      ),
    message: 'PD1-16 says that the patient is inactive, but the message has a dose that you gave since then.',
    fix: 'Send A in PD1-16 while the patient is in your care.',
  }),
  rule({
    ...notice,
    code: 'registry-status-active-but-deceased',
    states: 'A patient who has died is not an active one.',
    source: 'R1.5 PD1-16; MIROW 2015, patient active/inactive status',
    at: 'PD1-16',
    value: 'inconsistent',
    application: '3',
    needs: ['registryStatus', 'deathIndicator'],
    holds: ({ registryStatus, deathIndicator }) => registryStatus !== 'A' || deathIndicator !== 'Y',
    message: 'PD1-16 says that the patient is active, but PID-30 says that the patient has died.',
    fix: 'Send P in PD1-16, or correct PID-30.',
  }),
];
