import { lotPatterns, makersOf, manufacturerByMvx } from '@cairn/codes';
import { administeredRule, givenRule } from './dose-rule.ts';

/** What people enter where a lot number is asked for and none is at hand. */
const NO_LOT: ReadonlySet<string> = new Set(
  (
    '0|00|000|0000|00000|000000|1|11|111|1111|11111|123|1234|12345|123456|999|9999|99999|999999|.|-|--|?|#|' +
    'X|XX|XXX|XXXX|XXXXX|ABC|ABC123|N/A|NA|N\\A|NONE|NULL|NIL|UNK|UNKN|UNKNOWN|UNKNOWN LOT|LOT UNKNOWN|U|' +
    'TEST|TESTLOT|TEST LOT|TEST123|HIST|HISTORIC|HISTORICAL|HISTORY|LOT|LOT#|LOT NUMBER|NO LOT|NOLOT|NO LOT NUMBER|' +
    'NOT AVAILABLE|NOT RECORDED|NOT GIVEN|NOT KNOWN|NOT LISTED|MISSING|PENDING|TBD|OTHER|SEE NOTE|SEE NOTES|' +
    'VFC|PRIVATE|STATE|PUBLIC|DEFAULT|DUMMY'
  ).split('|'),
);

const LOT = /^[\dA-Z][\dA-Z .\-_/()#*+]*$/i;

const YEARS_10 = 100_000;
const FIRST_EXPIRY = 19_800_101;

const UNNAMED_MAKERS: ReadonlySet<string> = new Set(['OTH', 'UNK']);

/** CDC keeps a company's products under its old code when another takes it over. */
const tookOver = (mvx: string, maker: string): boolean => manufacturerByMvx(maker)?.replacedBy === mvx;

function fitsLot(lot: string, mvx: string): boolean {
  let isKnownPattern = false;
  for (const { pattern, mvx: maker } of lotPatterns()) {
    if (!pattern.test(lot)) continue;
    if (maker === mvx) return true;
    isKnownPattern = true;
  }
  return !isKnownPattern;
}

/** Lot, expiry and manufacturer. */
export const doseProductRules = [
  givenRule({
    code: 'lot-placeholder',
    states: 'The lot number is one that is printed on a package.',
    source: 'MIROW 2013, lot number; MQE0338 vaccination lot number is invalid',
    at: 'RXA-15',
    value: 'placeholder',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '4',
    needs: ['lot'],
    holds: ({ lot }) => !NO_LOT.has(lot.toUpperCase()),
    message: 'The lot number is a word or digits that stand for a missing one.',
    fix: 'Send the lot number from the package; leave RXA-15 empty for a historical dose without one.',
  }),
  givenRule({
    code: 'lot-is-code',
    states: 'The lot number is not the code of the vaccine or of its maker.',
    source: 'MQE0338 vaccination lot number is invalid',
    at: 'RXA-15',
    value: 'inconsistent',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '4',
    needs: ['lot'],
    holds: ({ lot, cvx, mvx, product }) =>
      lot !== cvx && lot !== mvx && (product === undefined || lot.replaceAll('-', '') !== product.ndc),
    message: 'The lot number is the code of the vaccine, of its manufacturer or of the package.',
    fix: 'Send the lot number from the package in RXA-15.',
  }),
  givenRule({
    code: 'lot-is-date',
    states: 'The lot number is not one of the dates of the dose.',
    source: 'MQE0338 vaccination lot number is invalid',
    at: 'RXA-15',
    value: 'inconsistent',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '4',
    needs: ['lot'],
    holds: ({ lot, givenOn, expiresOn }) => {
      if (lot.length !== 8) return true;
      const number = Number(lot);
      return number !== givenOn && number !== expiresOn;
    },
    message: 'The lot number is the date of administration or the expiry date.',
    fix: 'Send the lot number from the package in RXA-15.',
  }),
  givenRule({
    code: 'lot-odd-characters',
    states: 'A lot number consists of letters, digits and a few signs.',
    source: 'MQE0338 vaccination lot number is invalid',
    at: 'RXA-15',
    value: 'malformed',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '4',
    needs: ['lot'],
    after: ['lot-placeholder'],
    holds: ({ lot }) => LOT.test(lot),
    message: 'The lot number has characters that no lot number has.',
    fix: 'Send the lot number in RXA-15 as it is printed on the package, and nothing else.',
  }),
  administeredRule({
    code: 'lot-too-short',
    states: 'A lot number has at least three characters.',
    source: 'MQE0338 vaccination lot number is invalid',
    at: 'RXA-15',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '4',
    needs: ['lot'],
    after: ['lot-placeholder', 'lot-is-code', 'lot-odd-characters'],
    holds: ({ lot }) => lot.length > 2,
    message: 'The lot number is shorter than any that manufacturers use.',
    fix: 'Send the whole lot number from the package.',
  }),
  administeredRule({
    code: 'lot-of-other-maker',
    states: 'The lot number looks like those of the manufacturer.',
    source: 'MIROW 2013, lot number; immregistries lot number patterns',
    at: 'RXA-15',
    value: 'inconsistent',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['lot', 'mvx'],
    after: ['lot-placeholder', 'lot-is-code', 'lot-is-date', 'manufacturer-not-maker'],
    holds: ({ lot, mvx }) => fitsLot(lot, mvx),
    message: 'The lot number looks like those of another manufacturer.',
    fix: 'Check lot (RXA-15) and manufacturer (RXA-17) against the package.',
  }),
  givenRule({
    code: 'lot-expired',
    states: 'The vaccine had not expired on the day on which it was given.',
    source: 'MIROW 2013; MQE0251 vaccination admin date is after lot expiration date',
    at: 'RXA-16',
    value: 'illogical-date',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '1',
    needs: ['givenOn', 'expiresOn'],
    after: ['dose-in-future', 'expiry-long-ago'],
    holds: ({ givenOn, expiresOn }) => expiresOn >= givenOn,
    message: 'The vaccine had expired before the date of administration.',
    fix: 'Check RXA-16 and RXA-3; if both are right, ask whether the dose must be repeated.',
  }),
  givenRule({
    code: 'expiry-long-ago',
    states: 'The expiry date is not before 1980.',
    source: 'MQE0336 vaccination lot expiration date is invalid',
    at: 'RXA-16',
    value: 'implausible',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '1',
    needs: ['expiresOn'],
    holds: ({ expiresOn, givenOn }) =>
      expiresOn >= FIRST_EXPIRY || (givenOn !== undefined && givenOn < FIRST_EXPIRY),
    message: 'The expiry date of the lot lies before 1980.',
    fix: 'Check the year in RXA-16.',
  }),
  givenRule({
    code: 'expiry-far-ahead',
    states: 'A vaccine expires within ten years of its use.',
    source: 'MQE0336 vaccination lot expiration date is invalid',
    at: 'RXA-16',
    value: 'implausible',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '1',
    needs: ['expiresOn', 'givenOn'],
    holds: ({ expiresOn, givenOn }) => expiresOn <= givenOn + YEARS_10,
    message: 'The expiry date of the lot lies more than ten years after the dose.',
    fix: 'Check the year in RXA-16.',
  }),
  administeredRule({
    code: 'expiry-is-dose-date',
    states: 'The expiry date is not a copy of the date of administration.',
    source: 'MIROW 2008, default dates',
    at: 'RXA-16',
    value: 'placeholder',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['expiresOn', 'givenOn'],
    holds: ({ expiresOn, givenOn }) => expiresOn !== givenOn,
    message: 'The expiry date of the lot is the date of administration.',
    fix: 'Check that RXA-16 has the date from the package.',
  }),
  givenRule({
    code: 'expiry-without-lot',
    states: 'An expiry date belongs to a lot.',
    source: 'R1.5 RXA-16, usage RE if RXA-15 is valued',
    at: 'RXA-15',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '7',
    needs: ['expiresOn'],
    after: ['required-field-missing'],
    holds: ({ lot }) => lot !== undefined,
    message: 'There is an expiry date (RXA-16) but no lot number.',
    fix: 'Send the lot number from the package in RXA-15.',
  }),
  administeredRule({
    code: 'manufacturer-not-maker',
    states: 'The manufacturer makes the vaccine.',
    source: 'MIROW 2013; CDC trade name and NDC tables; MQE0342 manufacturer code is invalid',
    at: 'RXA-17',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['cvx', 'mvx'],
    after: ['vaccine-unknown', 'vaccine-unspecified', 'ndc-disagrees'],
    // A code that is retired or not of the table has a finding of its own.
    holds: ({ cvx, mvx }) => {
      const makers = makersOf(cvx);
      if (makers.length === 0 || makers.includes(mvx) || UNNAMED_MAKERS.has(mvx)) return true;
      return manufacturerByMvx(mvx)?.status !== 'active' || makers.some((maker) => tookOver(mvx, maker));
    },
    message: 'The manufacturer does not make this vaccine.',
    fix: 'Check the vaccine (RXA-5) and the manufacturer (RXA-17) against the package.',
  }),
  administeredRule({
    code: 'manufacturer-not-named',
    states: 'The manufacturer of a vaccine that the clinic gave is named.',
    source: 'R1.5 RXA-17; MIROW 2013',
    at: 'RXA-17',
    value: 'placeholder',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '4',
    needs: ['mvx'],
    holds: ({ mvx }) => !UNNAMED_MAKERS.has(mvx),
    message: 'The manufacturer is given as other or unknown.',
    fix: 'Send the code of the manufacturer (MVX) that is named on the package.',
  }),
  givenRule({
    code: 'ndc-of-other-maker',
    states: 'The package is one of the manufacturer.',
    source: 'CDC NDC tables; MQE0342 vaccination manufacturer code is invalid',
    at: 'RXA-17',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['mvx', 'product'],
    after: ['manufacturer-not-maker', 'ndc-disagrees'],
    // Products of a company that is no more went to several others.
    holds: ({ mvx, product }) =>
      product.mvx === mvx ||
      UNNAMED_MAKERS.has(mvx) ||
      manufacturerByMvx(mvx)?.status !== 'active' ||
      manufacturerByMvx(product.mvx)?.status !== 'active',
    message: 'The package (NDC) is not one of the manufacturer in RXA-17.',
    fix: 'Check the NDC (RXA-5) and the manufacturer (RXA-17) against the package.',
  }),
];
