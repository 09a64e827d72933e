import { administeredRule, givenRule } from './dose-rule.ts';

/** As senders write millilitres. */
const MILLILITRES: ReadonlySet<string> = new Set(['mL', 'ML', 'ml', 'cc', 'CC']);
/** Volumes, masses, activities and counts in which a dose may be told. */
const OF_DOSES: ReadonlySet<string> = new Set(
  (
    'mL ML ml cc CC uL ug mcg MCG mg MG g G L [iU] IU U [pfu] 1 NA EA ' +
    '{dose} DOSE {tablet} {tbl} {capsule} {vial} {spray} {puff} [drp]'
  ).split(' '),
);

const DRUNK: ReadonlySet<string> = new Set('25 116 119 122 172 173 174'.split(' '));
/** Smallpox vaccine is pricked in from a droplet of 0.0025 mL. */
const DROPLETS: ReadonlySet<string> = new Set(['75', '105']);
const LARGEST_INJECTION = 5;
const SMALLEST_DOSE = 0.05;

/** The largest usual dose in millilitres, by CDC's vaccine group (package inserts). */
const USUAL_DOSES: ReadonlyMap<string, number> = new Map([
  ['COVID-19', 0.5],
  ['DTAP', 0.5],
  ['FLU', 0.7],
  ['HepA', 1],
  // Dialysis formulation.
  ['HepB', 2],
  ['HIB', 0.5],
  ['HPV', 0.5],
  ['MENING', 0.5],
  ['MeningB', 0.5],
  ['MMR', 0.7],
  ['PneumoPCV', 0.5],
  ['PneumoPPV', 0.5],
  ['POLIO', 0.5],
  // Two syringes of nirsevimab in the second season.
  ['RSV', 2],
  ['Td', 0.5],
  ['TDAP', 0.5],
  ['VARICELLA', 0.7],
  ['ZOSTER', 0.7],
]);

function largestUsual(groups: readonly string[]): number {
  let largest = 0;
  for (const group of groups) largest = Math.max(largest, USUAL_DOSES.get(group) ?? Number.POSITIVE_INFINITY);
  return largest === 0 ? Number.POSITIVE_INFINITY : largest;
}

/** Of the constant prefix 80840 in the Luhn sum of a National Provider Identifier (45 CFR 162.406). */
const NPI_PREFIX_SUM = 24;

function isNpi(text: string): boolean {
  if (text.length !== 10) return false;
  let sum = NPI_PREFIX_SUM;
  for (let at = 0; at < 10; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
    const weighted = at % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** Amount and units; who gave the dose, and where. */
export const doseAdministrationRules = [
  administeredRule({
    code: 'amount-zero',
    states: 'The amount of a dose is more than nothing.',
    source: 'MQE0270 vaccination administered amount is valued as zero',
    at: 'RXA-6',
    value: 'placeholder',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '4',
    needs: ['amount'],
    holds: ({ amount }) => amount !== 0,
    message: 'The amount of the dose is 0.',
    fix: 'Send the amount in mL, or 999 if it is not known.',
  }),
  givenRule({
    code: 'amount-negative',
    states: 'The amount of a dose is not below nothing.',
    source: 'R1.5 RXA-6',
    at: 'RXA-6',
    value: 'implausible',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '4',
    needs: ['amount'],
    holds: ({ amount }) => amount >= 0,
    message: 'The amount of the dose is below 0.',
    fix: 'Send the amount in mL, or 999 if it is not known.',
  }),
  givenRule({
    code: 'amount-too-large',
    states: 'No vaccine is injected in more than 5 mL.',
    source: 'MIROW 2013, dose; package inserts',
    at: 'RXA-6',
    value: 'implausible',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['amount', 'units', 'vaccine'],
    holds: ({ amount, units, vaccine }) =>
      amount <= LARGEST_INJECTION ||
      vaccine.kind !== 'vaccine' ||
      DRUNK.has(vaccine.cvx) ||
      !MILLILITRES.has(units),
    message: 'The amount of the dose is more than 5 mL, more than is injected of any vaccine.',
    fix: 'Check the amount (RXA-6) and its units (RXA-7).',
  }),
  administeredRule({
    code: 'amount-too-small',
    states: 'A dose is at least 0.05 mL.',
    source: 'MIROW 2013, dose; package inserts',
    at: 'RXA-6',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['amount', 'units', 'vaccine'],
    after: ['amount-zero', 'amount-negative'],
    holds: ({ amount, units, vaccine }) =>
      amount >= SMALLEST_DOSE || DROPLETS.has(vaccine.cvx) || !MILLILITRES.has(units),
    message: 'The amount of the dose is less than 0.05 mL.',
    fix: 'Check the amount (RXA-6) and its units (RXA-7).',
  }),
  administeredRule({
    code: 'amount-unusual',
    states: 'The amount is not more than a dose of the vaccine.',
    source: 'MIROW 2013, dose; package inserts',
    at: 'RXA-6',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['amount', 'units', 'vaccine'],
    after: ['amount-too-large'],
    holds: ({ amount, units, vaccine }) => amount <= largestUsual(vaccine.groups) || !MILLILITRES.has(units),
    message: 'The amount is more than one dose of this vaccine.',
    fix: 'Check the amount (RXA-6); half a millilitre is 0.5, not 5.',
  }),
  givenRule({
    code: 'units-not-of-dose',
    states: 'The amount of a dose is a volume, a mass or a count.',
    source: 'R1.5 RXA-7; MQE0449 vaccination administered unit is invalid',
    at: 'RXA-7',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '4',
    needs: ['amount', 'units'],
    after: ['not-in-table'],
    holds: ({ units }) => OF_DOSES.has(units),
    message: 'The units are not those in which doses of vaccines are measured.',
    fix: 'Send the volume in mL (RXA-6) with mL^mL^UCUM in RXA-7.',
  }),
  givenRule({
    code: 'provider-npi-wrong',
    states: 'A National Provider Identifier has ten digits, of which the last checks the others.',
    source: '45 CFR 162.406; R1.5 RXA-10; MQE0319 vaccination given by is invalid',
    at: 'RXA-10.1',
    value: 'malformed',
    severity: 'W',
    effect: 'none',
    hl7: '102',
    application: '4',
    needs: ['provider'],
    holds: ({ provider, providerIdType, providerAuthority }) =>
      isNpi(provider) ||
      (providerIdType === undefined
        ? providerAuthority !== 'NPPES' && providerAuthority !== 'CMS_NPPES'
        : providerIdType !== 'NPI'),
    message: 'The National Provider Identifier (NPI) of who gave the dose has a wrong digit.',
    fix: 'Correct RXA-10.1; the NPI can be looked up in the NPPES register.',
  }),
  administeredRule({
    code: 'provider-missing',
    states: 'A clinic identifies who gave a dose.',
    source: 'R1.5 RXA-10, usage RE; MIROW 2013; MQE0320 vaccination given by is missing',
    at: 'RXA-10.1',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '7',
    holds: ({ provider }) => provider !== undefined,
    message: 'The id of who gave the dose is missing.',
    fix: 'Send in RXA-10.1 the NPI of who gave the dose, or the id in your system.',
  }),
  administeredRule({
    code: 'ordering-provider-missing',
    states: 'A clinic identifies who ordered a dose.',
    source: 'R1.5 ORC-12, usage RE; CAIR2 guide; MQE0348 vaccination ordered by is missing',
    at: 'ORC-12.1',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '7',
    holds: ({ orderingProvider }) => orderingProvider !== undefined,
    message: 'The id of who ordered the dose is missing.',
    fix: 'Send the NPI of the ordering provider in ORC-12.1.',
  }),
  administeredRule({
    code: 'clinic-missing',
    states: 'A clinic says where a dose was given.',
    source: 'CAIR2 guide, RXA-11.4; MQE0314 vaccination facility id is missing',
    at: 'RXA-11.4',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '7',
    holds: ({ administeredAt }) => administeredAt !== undefined,
    message: 'The clinic at which the dose was given is missing.',
    fix: 'Send the registry id of the clinic in RXA-11.4; without it no stock is counted down.',
  }),
];
