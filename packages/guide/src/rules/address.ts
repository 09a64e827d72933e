import type { AddressFacts } from '../facts/subjects.ts';
import { rule } from '../rule.ts';

/** First digits of the ZIP codes of a state by its USPS abbreviation; armed forces and territories too. */
const ZIP_STARTS: ReadonlyMap<string, string> = new Map(
  (
    'AA3 AE0 AK9 AL3 AP9 AR7 AS9 AZ8 CA9 CO8 CT0 DC25 DE1 FL3 FM9 GA3 GU9 HI9 IA5 ID8 IL6 IN4 KS6 KY4 LA7 MA0 ' +
    'MD2 ME0 MH9 MI4 MN5 MO6 MP9 MS3 MT5 NC2 ND5 NE6 NH0 NJ0 NM8 NV8 NY01 OH4 OK7 OR9 PA1 PR0 PW9 RI0 SC2 SD5 ' +
    'TN3 TX78 UT8 VA2 VI0 VT0 WA9 WI5 WV2 WY8'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), entry.slice(2)]),
);
/** The United States, and what HL7 table 0399 counts apart but USPS as states. */
const US: ReadonlySet<string> = new Set([
  'USA',
  'US',
  'ASM',
  'FSM',
  'GUM',
  'MHL',
  'MNP',
  'PLW',
  'PRI',
  'UMI',
  'VIR',
]);
const ZIP = /^\d{5}-?(?:\d{4})?$/;
const NO_ZIP = /^(?:00000|99999)(?:-?\d{4})?$/;
const NO_STREET =
  /^(?:unk(?:nown)?|none|n\/?a|null|tbd|test|xx+|[?.-]+|no (?:address|street)|not (?:given|provided|available|known)|bad address|same(?: as above)?|see (?:above|chart|notes)|refused|declined|return(?:ed)? mail|moved)(?: address| street)?$/i;
/** Not for persons without a home, who may be at General Delivery or at no street. */
const EXAMPLE_STREET =
  /^(?:(?:123|1234|12345) (?:main|any|test|street|fake|elm)(?: (?:st|street|ave|avenue|road|rd)\.?)?|\d+ (?:any|test|fake) (?:st|street)\.?)$/i;
const EXAMPLE_CITY = /^(?:any ?(?:town|city|where)|city)$/i;
const NO_CITY =
  /^(?:unk(?:nown)?|none|n\/?a|null|tbd|test|xx+|[?.-]+|no city|not (?:given|provided|known))$/i;
const ODD_SIGN = /[^\p{L}\p{M}\p{N}\p{Zs}#.,'’‘`´&/()\-‐‑–:;+@º°ª]/u;
const DIGIT = /\d/;
/** Addresses of a birth or of where someone came from need no street (HL7 table 0190); bad ones are bad anyway. */
const WITHOUT_STREET: ReadonlySet<string> = new Set(['BA', 'BDL', 'BR', 'F', 'N']);

const isUs = ({ country }: AddressFacts): boolean => country === undefined || US.has(country);
const zipStartsOf = (state: string): string | undefined =>
  ZIP_STARTS.get(state) ?? ZIP_STARTS.get(state.toUpperCase());
const saysWhere = ({ street, street2, city, zip }: AddressFacts): boolean =>
  street !== undefined || street2 !== undefined || city !== undefined || zip !== undefined;
/** Whether the whole address is expected: of an empty one, that it is empty says enough. */
const isLivedAt = (address: AddressFacts): boolean =>
  saysWhere(address) && (address.type === undefined || !WITHOUT_STREET.has(address.type));

const notice = { scope: 'address', severity: 'I', effect: 'none', hl7: '0', application: '4' } as const;
const missing = {
  scope: 'address',
  severity: 'I',
  effect: 'none',
  hl7: '101',
  value: 'missing',
  application: '7',
} as const;
const placeholder = {
  scope: 'address',
  severity: 'W',
  effect: 'value',
  hl7: '0',
  value: 'placeholder',
  application: '4',
} as const;

/** PID-11 and NK1-4. */
export const addressRules = [
  rule({
    ...missing,
    code: 'patient-address-missing',
    scope: 'patient',
    states: 'The address of the patient is sent.',
    source: 'R1.5 PID-11; MQE0092 patient address is missing',
    at: 'PID-11',
    holds: ({ addresses }) => addresses.length > 0,
    message: 'The address of the patient is missing in PID-11.',
    fix: 'Send it: reminders and the search for the patient need it.',
  }),
  rule({
    ...missing,
    code: 'address-empty',
    states: 'An address says where.',
    source: 'MQE0562 patient address is invalid',
    at: '',
    holds: saysWhere,
    message: 'The address has neither street nor city nor ZIP code.',
    fix: 'Send the whole address, or leave the field empty.',
  }),
  rule({
    ...missing,
    code: 'address-street-missing',
    states: 'A home address has a street.',
    source: 'MQE0110 patient address street is missing',
    at: '.1',
    holds: (address) => address.street !== undefined || address.street2 !== undefined || !isLivedAt(address),
    message: 'The address has no street in component 1.',
    fix: 'Send street and number, a PO box, or GENERAL DELIVERY.',
  }),
  rule({
    ...missing,
    code: 'address-city-missing',
    states: 'An address has a city.',
    source: 'MQE0094 patient address city is missing',
    at: '.3',
    holds: (address) => address.city !== undefined || !isLivedAt(address),
    message: 'The address has no city in component 3.',
    fix: 'Send the city.',
  }),
  rule({
    ...missing,
    code: 'address-state-missing',
    states: 'An address in the United States has a state.',
    source: 'MQE0108 patient address state is missing',
    at: '.4',
    holds: (address) => address.state !== undefined || !isUs(address) || !isLivedAt(address),
    message: 'The address has no state in component 4.',
    fix: 'Send the two letters of the state.',
  }),
  rule({
    ...missing,
    code: 'address-zip-missing',
    states: 'An address in the United States has a ZIP code.',
    source: 'MQE0113 patient address zip is missing',
    at: '.5',
    holds: (address) => address.zip !== undefined || !isUs(address) || !isLivedAt(address),
    message: 'The address has no ZIP code in component 5.',
    fix: 'Send the ZIP code.',
  }),
  rule({
    ...notice,
    code: 'address-state-unknown',
    severity: 'W',
    hl7: '103',
    application: '5',
    states: 'The state of an address in the United States is one, by its two letters.',
    source: 'USPS Publication 28; MQE0109 patient address state is unrecognized',
    at: '.4',
    value: 'unknown',
    needs: ['state'],
    holds: (address) => !isUs(address) || zipStartsOf(address.state) !== undefined,
    message: 'The state in component 4 of the address is not a two-letter USPS abbreviation.',
    fix: 'Send two letters such as CA; send the country in component 6 if it is another.',
  }),
  rule({
    ...notice,
    code: 'address-zip-malformed',
    severity: 'W',
    hl7: '102',
    states: 'A ZIP code has 5 or 9 digits.',
    source: 'MQE0112 patient address zip is invalid',
    at: '.5',
    value: 'malformed',
    needs: ['zip'],
    holds: (address) => !isUs(address) || ZIP.test(address.zip),
    message: 'The ZIP code in component 5 of the address does not have 5 or 9 digits.',
    fix: 'Send five digits; send the country in component 6 if it is another.',
  }),
  rule({
    ...placeholder,
    code: 'address-zip-placeholder',
    states: 'A ZIP code is one that is in use.',
    source: 'MQE0112 patient address zip is invalid',
    at: '.5',
    needs: ['zip'],
    holds: (address) => !isUs(address) || !NO_ZIP.test(address.zip),
    message: 'The ZIP code in component 5 of the address stands for a missing one.',
    fix: 'Send the ZIP code, or leave the component empty.',
  }),
  rule({
    ...notice,
    code: 'address-zip-not-in-state',
    states: 'A ZIP code lies in the state of the address.',
    source: 'USPS, ZIP code prefixes',
    at: '.5',
    value: 'inconsistent',
    application: '3',
    needs: ['zip', 'state'],
    holds: (address) =>
      !isUs(address) ||
      !ZIP.test(address.zip) ||
      NO_ZIP.test(address.zip) ||
      (zipStartsOf(address.state)?.includes(address.zip.charAt(0)) ?? true),
    message: 'The ZIP code in component 5 of the address is not of the state in component 4.',
    fix: 'Correct the state or the ZIP code.',
  }),
  rule({
    ...placeholder,
    code: 'address-street-placeholder',
    states: 'The street of an address is one.',
    source: 'CAIR2 PID-11; MQE0562 patient address is invalid',
    at: '.1',
    needs: ['street'],
    holds: ({ street }) => !NO_STREET.test(street),
    message: 'The street in component 1 of the address stands for a missing one.',
    fix: 'Send the street; HOMELESS or GENERAL DELIVERY for patients without one.',
  }),
  rule({
    ...placeholder,
    code: 'address-city-placeholder',
    states: 'The city of an address is one.',
    source: 'MQE0093 patient address city is invalid',
    at: '.3',
    needs: ['city'],
    holds: ({ city }) => !NO_CITY.test(city),
    message: 'The city in component 3 of the address stands for a missing one.',
    fix: 'Send the city, or leave the component empty.',
  }),
  rule({
    ...notice,
    code: 'address-is-example',
    states: 'An address is not made up.',
    source: 'MQE0562 patient address is invalid',
    at: '',
    value: 'placeholder',
    holds: ({ street, city }) =>
      !(street !== undefined && EXAMPLE_STREET.test(street)) &&
      !(city !== undefined && EXAMPLE_CITY.test(city)),
    message: 'The address is one that forms use as an example, such as 123 MAIN ST or ANYTOWN.',
    fix: 'Make sure that the address is real.',
  }),
  rule({
    ...notice,
    code: 'address-street-has-signs',
    states: 'A street is in letters, digits and the usual signs.',
    source: 'CAIR2 PID-11; MQE0562 patient address is invalid',
    at: '.1',
    value: 'malformed',
    needs: ['street'],
    holds: ({ street }) => !ODD_SIGN.test(street) || NO_STREET.test(street),
    message: 'The street in component 1 of the address contains unusual signs.',
    fix: 'Send letters, digits, # / - . , and apostrophes only.',
  }),
  rule({
    ...notice,
    code: 'address-street-repeated',
    states: 'The second line of an address is not the first once more.',
    source: 'R1.5 XAD',
    at: '.2',
    value: 'repeated',
    needs: ['street', 'street2'],
    holds: ({ street, street2 }) => street !== street2,
    message: 'The second line of the address in component 2 repeats the first.',
    fix: 'Send the apartment or unit in component 2, or leave it empty.',
  }),
  rule({
    ...notice,
    code: 'address-city-has-digits',
    states: 'The city of an address is a name.',
    source: 'MQE0093 patient address city is invalid',
    at: '.3',
    value: 'malformed',
    needs: ['city'],
    holds: ({ city }) => !DIGIT.test(city),
    message: 'The city in component 3 of the address contains digits.',
    fix: 'Send the city alone; state and ZIP code in components 4 and 5.',
  }),
  rule({
    ...notice,
    code: 'address-is-bad',
    states: 'The address is one where the person can be reached.',
    source: 'MQE0521 patient address type is valued bad address',
    at: '.7',
    value: 'implausible',
    application: '3',
    needs: ['type'],
    holds: ({ type }) => type !== 'BA',
    message: 'The address is marked as one where mail does not arrive (type BA).',
    fix: 'Ask for the present address at the next visit.',
  }),
  rule({
    ...notice,
    code: 'address-country-contradicts',
    states: 'An address in a state of the United States is in the United States.',
    source: 'MQE0097 patient address country is invalid',
    at: '.6',
    value: 'inconsistent',
    application: '3',
    needs: ['country', 'state', 'zip'],
    after: ['not-in-table'],
    holds: (address) =>
      isUs(address) ||
      !ZIP.test(address.zip) ||
      !(ZIP_STARTS.get(address.state)?.includes(address.zip.charAt(0)) ?? false),
    message: 'State and ZIP code of the address are of the United States, the country in component 6 is not.',
    fix: 'Correct the country (USA), or state and ZIP code.',
  }),
];
