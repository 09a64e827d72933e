import type { PhoneFacts } from '../facts/subjects.ts';
import { rule } from '../rule.ts';

/** North American Numbering Plan: neither an area code nor a local number starts with 0 or 1. */
const AREA = /^[2-9]\d{2}$/;
const LOCAL = /^[2-9]\d{6}$/;
const TEN_DIGITS = /^1?[2-9]\d{2}[2-9]\d{6}$/;
const NO_NUMBER = /^(?:(\d)\1{6}|1234567|(\d)\2{9}|1234567890)$/;
/** Area codes that are not given out. */
const NO_AREA: ReadonlySet<string> = new Set(['000', '999']);
const EMAIL = /^[^\s@,;:<>()[\]"]+@[^\s@.,;:<>()[\]"]+(?:\.[^\s@.,;:<>()[\]"]+)*\.[\p{L}\d-]{2,}$/u;
const NO_EMAIL =
  /^(?:no[._-]?e?-?mail|none|unknown|declined?|refused?|no-?reply|not-?provided)@|@(?:no-?e?mail|none|na|unknown|test|fake|declined|refused)\.[a-z]+$/i;
const TELEPHONES: ReadonlySet<string> = new Set(['PH', 'CP', 'FX', 'MD', 'BP', 'TDD', 'TTY']);
const NO_SPEECH: ReadonlySet<string> = new Set(['FX', 'MD', 'BP']);

const isForMail = (equipment: string): boolean =>
  equipment === 'X.400' || equipment.toUpperCase() === 'INTERNET';

const isPlaceholder = ({ area, number }: PhoneFacts): boolean =>
  (number !== undefined && NO_NUMBER.test(number)) || (area !== undefined && NO_AREA.has(area));

/** Whether someone can be called or written to there, as far as the entry itself shows. */
export function isUsable(phone: PhoneFacts): boolean {
  const { use, equipment, email, area, number } = phone;
  if (email !== undefined && EMAIL.test(email) && !NO_EMAIL.test(email)) return true;
  if (number === undefined || isPlaceholder(phone)) return false;
  if (use === 'WPN' || use === 'BPN' || (equipment !== undefined && NO_SPEECH.has(equipment))) return false;
  if (area === undefined) return TEN_DIGITS.test(number);
  return LOCAL.test(number) && AREA.test(area);
}

const doubt = { scope: 'phone', severity: 'W', effect: 'none', hl7: '102', application: '4' } as const;
const dropped = { scope: 'phone', severity: 'W', effect: 'value', hl7: '0', application: '4' } as const;

/** PID-13 and NK1-5. */
export const phoneRules = [
  rule({
    code: 'patient-phone-missing',
    scope: 'patient',
    states: 'The patient has a home phone, a cell phone or an e-mail address.',
    source: 'CAIR2 PID-13; MQE0176 patient phone is missing',
    at: 'PID-13',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '7',
    holds: ({ phones }) => phones.some(isUsable),
    message: 'PID-13 has no usable home phone, cell phone or e-mail address.',
    fix: 'Send one of them, so that the patient can be reminded.',
  }),
  rule({
    ...doubt,
    code: 'phone-area-missing',
    hl7: '101',
    states: 'A phone number has an area code.',
    source: 'R1.5 XTN; MQE0174 patient phone is incomplete',
    at: '.6',
    value: 'missing',
    application: '7',
    needs: ['number'],
    after: ['number-invalid'],
    holds: (phone) => phone.area !== undefined || TEN_DIGITS.test(phone.number) || isPlaceholder(phone),
    message: 'The phone number has no area code in component 6.',
    fix: 'Send the area code in component 6, seven digits in component 7.',
  }),
  rule({
    ...dropped,
    code: 'phone-number-placeholder',
    states: 'A phone number is one that someone can have.',
    source: 'MQE0175 patient phone is invalid',
    at: '',
    value: 'placeholder',
    needs: ['number'],
    holds: (phone) => !isPlaceholder(phone),
    message: 'The phone number stands for a missing one, such as 999-9999.',
    fix: 'Send the phone number, or leave it out.',
  }),
  rule({
    ...doubt,
    code: 'phone-number-is-example',
    severity: 'I',
    hl7: '0',
    states: 'A phone number is not one of examples and films.',
    source: 'North American Numbering Plan, 555; MQE0175 patient phone is invalid',
    at: '',
    value: 'placeholder',
    needs: ['number'],
    holds: ({ area, number }) => area !== '555' && number !== '5551212',
    message: 'The phone number is one that is used in examples: area code 555, or 555-1212.',
    fix: 'Make sure that the number is real.',
  }),
  rule({
    ...doubt,
    code: 'phone-area-malformed',
    states: 'An area code has three digits and does not start with 0 or 1.',
    source: 'North American Numbering Plan; MQE0175 patient phone is invalid',
    at: '.6',
    value: 'malformed',
    needs: ['area'],
    after: ['number-invalid'],
    holds: (phone) => AREA.test(phone.area) || isPlaceholder(phone),
    message: 'The area code in component 6 of the phone number is not a possible one.',
    fix: 'Send three digits that do not start with 0 or 1.',
  }),
  rule({
    ...doubt,
    code: 'phone-number-malformed',
    states: 'A local phone number has seven digits and does not start with 0 or 1.',
    source: 'North American Numbering Plan; MQE0175 patient phone is invalid',
    at: '.7',
    value: 'malformed',
    needs: ['area', 'number'],
    after: ['number-invalid'],
    holds: (phone) => LOCAL.test(phone.number) || isPlaceholder(phone),
    message: 'The local phone number in component 7 is not a possible one.',
    fix: 'Send seven digits, an extension in component 8.',
  }),
  rule({
    ...doubt,
    code: 'phone-area-in-number',
    severity: 'I',
    hl7: '0',
    states: 'The area code stands in its own place.',
    source: 'R1.5 XTN; MQE0174 patient phone is incomplete',
    at: '.7',
    value: 'malformed',
    needs: ['number'],
    holds: (phone) => phone.area !== undefined || !TEN_DIGITS.test(phone.number) || isPlaceholder(phone),
    message: 'Component 7 of the phone number has the area code in it.',
    fix: 'Send the area code in component 6, seven digits in component 7.',
  }),
  rule({
    ...dropped,
    code: 'patient-email-invalid',
    hl7: '102',
    states: 'The e-mail address of the patient can be one.',
    source: 'CAIR2 PID-13; MQE0588 patient email is invalid',
    at: '.4',
    value: 'malformed',
    needs: ['email'],
    holds: ({ of, email }) => of !== 'patient' || EMAIL.test(email),
    message: 'The e-mail address of the patient in component 4 is not one.',
    fix: 'Correct it: name@provider.com, without spaces.',
  }),
  rule({
    ...dropped,
    code: 'contact-email-invalid',
    hl7: '102',
    states: 'The e-mail address of a contact can be one.',
    source: 'MQE0588 patient email is invalid',
    at: '.4',
    value: 'malformed',
    needs: ['email'],
    holds: ({ of, email }) => of !== 'contact' || EMAIL.test(email),
    message: 'The e-mail address of the contact in component 4 is not one.',
    fix: 'Correct it: name@provider.com, without spaces.',
  }),
  rule({
    ...dropped,
    code: 'email-placeholder',
    states: 'An e-mail address is one that someone can have.',
    source: 'MQE0588 patient email is invalid',
    at: '.4',
    value: 'placeholder',
    needs: ['email'],
    holds: ({ email }) => !NO_EMAIL.test(email) || !EMAIL.test(email),
    message: 'The e-mail address in component 4 stands for a missing one, such as none@none.com.',
    fix: 'Send the e-mail address, or leave it out.',
  }),
  rule({
    ...doubt,
    code: 'phone-use-contradicts-equipment',
    severity: 'I',
    hl7: '0',
    application: '3',
    states: 'E-mail addresses are marked NET, phone numbers are not.',
    source: 'R1.5 XTN; HL7 tables 0201 and 0202',
    at: '.3',
    value: 'inconsistent',
    needs: ['use', 'equipment'],
    holds: ({ use, equipment }) => (use === 'NET' ? !TELEPHONES.has(equipment) : !isForMail(equipment)),
    message: 'Use and equipment in components 2 and 3 disagree: NET goes with Internet, PRN with PH or CP.',
    fix: 'Send NET^Internet for e-mail, PRN^PH for a home phone, PRN^CP for a cell phone.',
  }),
  rule({
    ...doubt,
    code: 'phone-is-no-telephone',
    severity: 'I',
    hl7: '0',
    application: '3',
    states: 'A number is one where a person answers.',
    source: 'HL7 table 0202; MQE0460 patient phone tel equip code is invalid',
    at: '.3',
    value: 'implausible',
    needs: ['equipment', 'number'],
    holds: ({ equipment }) => !NO_SPEECH.has(equipment),
    message: 'The number is that of a fax, modem or beeper (component 3).',
    fix: 'Send a home phone or cell phone.',
  }),
];
