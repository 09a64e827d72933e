import type { ContactFacts, PatientFacts } from '../facts/subjects.ts';
import { rule } from '../rule.ts';
import { hasDigit, isSameText, isTestName, saysNothing } from './names.ts';

/** Who answers for a child (HL7 table 0063). */
const RESPONSIBLE: ReadonlySet<string> = new Set(['MTH', 'FTH', 'PAR', 'GRD', 'CGV', 'GRP']);
/** What a young child cannot have: children, grandchildren, a husband or wife, an employer. */
const OF_ADULTS: ReadonlySet<string> = new Set(['CHD', 'NCH', 'FCH', 'SCH', 'GCH', 'SPO', 'EMR', 'EME']);
const RELATION_AS_NAME =
  /^(?:mom|mommy|mother|dad|daddy|father|parents?|guardian|self|spouse|wife|husband|grandmother|grandfather|foster parents?)$/i;

const isNamedLike = ({ last, first }: ContactFacts, patient: PatientFacts): boolean =>
  last !== undefined &&
  first !== undefined &&
  patient.last !== undefined &&
  patient.first !== undefined &&
  isSameText(last, patient.last) &&
  isSameText(first, patient.first);

const isRepeated = (contact: ContactFacts, index: number, all: readonly ContactFacts[]): boolean =>
  all.findIndex(
    ({ last, first, relationship }) =>
      last === contact.last && first === contact.first && relationship === contact.relationship,
  ) < index;

const notice = { scope: 'contact', severity: 'I', effect: 'none', hl7: '0', application: '4' } as const;
const ofPatient = { scope: 'patient', severity: 'I', effect: 'none', hl7: '0', application: '3' } as const;

/** NK1: next of kin, guardians. */
export const contactRules = [
  rule({
    ...ofPatient,
    code: 'child-contact-missing',
    states: 'Of a child a parent or guardian is sent.',
    source: 'MQE0157 patient guardian responsible party is missing',
    at: 'PID',
    value: 'missing',
    hl7: '101',
    application: '7',
    needs: ['ageYears'],
    holds: ({ ageYears, contacts }) => ageYears >= 18 || contacts.length > 0,
    message: 'The patient is under 18, but the message has no parent or guardian (NK1).',
    fix: 'Send a parent or guardian in NK1.',
  }),
  rule({
    ...ofPatient,
    code: 'child-guardian-missing',
    states: 'Of a child one contact is a parent, guardian or care giver.',
    source: 'MQE0157 patient guardian responsible party is missing',
    at: 'NK1-3',
    value: 'missing',
    needs: ['ageYears'],
    after: ['child-contact-missing', 'child-contact-is-self', 'child-contact-relationship-implausible'],
    holds: ({ ageYears, contacts }) =>
      ageYears >= 18 ||
      contacts.length === 0 ||
      contacts.some(({ relationship }) => relationship === undefined || RESPONSIBLE.has(relationship)),
    message: 'The patient is under 18, but no contact is a parent, guardian or care giver by NK1-3.',
    fix: 'Send a parent or guardian in NK1.',
  }),
  rule({
    ...ofPatient,
    code: 'child-contact-is-self',
    states: 'A child is not its own contact.',
    source: 'MQE0087 next of kin relationship is invalid',
    at: 'NK1-3',
    value: 'inconsistent',
    needs: ['ageYears'],
    holds: ({ ageYears, contacts }) =>
      ageYears >= 18 || !contacts.some(({ relationship }) => relationship === 'SEL'),
    message: 'The patient is under 18, but the relationship of a contact in NK1-3 is SEL (self).',
    fix: 'Send a parent or guardian in NK1.',
  }),
  rule({
    ...ofPatient,
    code: 'child-contact-named-like-patient',
    states: 'The contact of a child has a name of its own.',
    source: 'MQE0156 patient guardian name is same as underage patient',
    at: 'NK1-2',
    value: 'inconsistent',
    needs: ['ageYears'],
    after: ['child-contact-is-self'],
    holds: (patient) =>
      patient.ageYears >= 18 || !patient.contacts.some((contact) => isNamedLike(contact, patient)),
    message: 'The patient is under 18, and a contact in NK1-2 has the same name.',
    fix: 'Make sure that NK1-2 is the parent or guardian; send a suffix (JR) if the names are alike.',
  }),
  rule({
    ...ofPatient,
    code: 'child-contact-relationship-implausible',
    states: 'A child is not the parent or spouse of its contact.',
    source: 'MQE0485 next of kin relationship is unexpected',
    at: 'NK1-3',
    value: 'implausible',
    needs: ['ageYears'],
    holds: ({ ageYears, contacts }) =>
      ageYears >= 12 ||
      !contacts.some(({ relationship }) => relationship !== undefined && OF_ADULTS.has(relationship)),
    message: 'The patient is a child, but by NK1-3 a contact is its child, spouse or employer.',
    fix: 'NK1-3 says what the contact is to the patient: MTH for the mother.',
  }),
  rule({
    ...ofPatient,
    code: 'contact-repeated',
    states: 'Each contact is sent once.',
    source: 'R1.5 NK1',
    at: 'NK1',
    value: 'repeated',
    application: '4',
    holds: ({ contacts }) => contacts.length < 2 || !contacts.some(isRepeated),
    message: 'The same contact is sent in two NK1 segments.',
    fix: 'Send one NK1, with all addresses and phones as repetitions.',
  }),
  rule({
    ...notice,
    code: 'contact-name-placeholder',
    severity: 'W',
    effect: 'value',
    states: 'The name of a contact is one.',
    source: 'MQE0079 next of kin name is missing',
    at: 'NK1-2',
    value: 'placeholder',
    holds: ({ last, first }) =>
      !(last !== undefined && (saysNothing(last) || isTestName(last))) &&
      !(first !== undefined && (saysNothing(first) || isTestName(first))),
    message: 'The name of the contact in NK1-2 stands for a missing one, or is a test name.',
    fix: 'Send the name, or leave NK1 out.',
  }),
  rule({
    ...notice,
    code: 'contact-name-is-relationship',
    states: 'The name of a contact is a name, not a relationship.',
    source: 'MQE0080 next of kin name first is missing',
    at: 'NK1-2',
    value: 'placeholder',
    holds: ({ last, first }) =>
      !(first !== undefined && RELATION_AS_NAME.test(first)) &&
      !(last !== undefined && last.toLowerCase() === 'mother'),
    message: 'The name of the contact in NK1-2 is a word such as MOTHER or GUARDIAN.',
    fix: 'Send the name of the person; the relationship belongs in NK1-3.',
  }),
  rule({
    ...notice,
    code: 'contact-name-has-digits',
    states: 'The name of a contact has no digits.',
    source: 'MQE0079 next of kin name is missing',
    at: 'NK1-2',
    value: 'malformed',
    after: ['contact-name-placeholder'],
    holds: ({ last, first }) =>
      !(last !== undefined && hasDigit(last)) && !(first !== undefined && hasDigit(first)),
    message: 'The name of the contact in NK1-2 contains digits.',
    fix: 'Send the name in letters.',
  }),
  rule({
    ...notice,
    code: 'contact-relationship-unknown',
    states: 'It is known what the contact is to the patient.',
    source: 'MQE0089 next of kin relationship is not responsible party',
    at: 'NK1-3',
    value: 'placeholder',
    needs: ['relationship'],
    after: ['not-in-table', 'code-retired'],
    holds: ({ relationship }) => relationship !== 'OTH' && relationship !== 'UNK',
    message: 'The relationship of the contact in NK1-3 is unknown or other.',
    fix: 'Send the relationship, such as MTH, FTH or GRD.',
  }),
  rule({
    ...notice,
    code: 'contact-unreachable',
    states: 'A contact has a phone number, an e-mail address or an address.',
    source: 'MQE0084 next of kin phone is missing; MQE0057 next of kin address is missing',
    at: 'NK1-5',
    value: 'missing',
    hl7: '101',
    application: '7',
    holds: ({ addresses, phones }) =>
      addresses.length > 0 || phones.some(({ number, email }) => number !== undefined || email !== undefined),
    message: 'The contact has neither a phone number in NK1-5 nor an address in NK1-4.',
    fix: 'Send a phone number of the contact.',
  }),
];
