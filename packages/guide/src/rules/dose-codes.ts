import { productsByNdc, vaccineByCvx } from '@cairn/codes';
import { dayOr, NO_END, NO_START } from './code-days.ts';
import { administeredRule, givenRule, keptRule } from './dose-rule.ts';

/** Whether the one is the family of the other: 107 (DTaP, unspecified) of 20. */
const isFamilyOf = (family: string, cvx: string): boolean =>
  vaccineByCvx(cvx)?.groupCvx.includes(family) ?? false;

/** In which system the vaccine is coded, and what its codes say of one another. */
export const doseCodeRules = [
  keptRule({
    code: 'vaccine-not-identified',
    states: 'RXA-5 names the vaccine by a CVX code, by an NDC, or by a CPT code of one vaccine.',
    source: 'R1.5 RXA-5; MQE0483 admin code table is missing, MQE0353 product is unrecognized',
    at: 'RXA-5',
    value: 'unknown',
    severity: 'E',
    effect: 'dose',
    hl7: '103',
    application: '5',
    holds: ({ cvx, ndc, isCoded }) => !isCoded || cvx !== undefined || ndc !== undefined,
    message: 'RXA-5 has no CVX code, nor a package (NDC), nor a billing code (CPT) of one vaccine.',
    fix: 'Send the CVX code in RXA-5.1 with CVX in RXA-5.3, and resend this dose.',
  }),
  // New packages come with every season, before the tables do: to refuse them would lose the dose. It is kept as sent
  // and counts as a vaccine that is not known, until the tables know it.
  keptRule({
    code: 'ndc-unknown',
    states: 'The National Drug Code in RXA-5 is known.',
    source: 'CDC NDC tables; MQE0353 product is unrecognized',
    at: 'RXA-5',
    value: 'unknown',
    severity: 'W',
    effect: 'none',
    hl7: '103',
    application: '5',
    needs: ['ndc'],
    holds: ({ product }) => product !== undefined,
    message: 'The package (NDC) in RXA-5 is not known here, so the vaccine cannot be told from it.',
    fix: 'Check the NDC, and send the CVX code beside it in RXA-5.4 to RXA-5.6.',
  }),
  administeredRule({
    code: 'vaccine-as-cpt',
    states: 'A clinic codes what it gives in CVX or NDC.',
    source: 'R1.5 RXA-5, value sets CVX, NDC_Use, NDC_Sale',
    at: 'RXA-5',
    value: 'not-supported',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '4',
    holds: ({ codeSystem }) => codeSystem !== 'CPT',
    message: 'The vaccine is given as a billing code (CPT), which may stand for several vaccines.',
    fix: 'Send the CVX code or NDC of the product in RXA-5.',
  }),
  givenRule({
    code: 'ndc-disagrees',
    states: 'CVX code and National Drug Code name the same vaccine.',
    source: 'MIROW 2013, vaccine codes; MQE0351 vaccination product is invalid',
    at: 'RXA-5',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['cvx', 'otherCvx', 'product'],
    after: ['vaccine-unknown'],
    // Packages of two strengths have two CVX codes (Engerix-B, 43 and 44).
    holds: ({ cvx, otherCvx, product }) =>
      otherCvx === cvx ||
      isFamilyOf(cvx, otherCvx) ||
      productsByNdc(product.ndc).some((row) => row.cvx === cvx),
    message: 'The vaccine code (CVX) and the National Drug Code (NDC) name different vaccines.',
    fix: 'Check which vaccine was given and correct RXA-5.',
  }),
  givenRule({
    code: 'cpt-disagrees',
    states: 'CVX code and CPT code name the same vaccine.',
    source: 'MQE0310 CVX code and CPT code are inconsistent',
    at: 'RXA-5',
    value: 'inconsistent',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['cvx', 'otherCvx'],
    after: ['vaccine-unknown'],
    holds: ({ cvx, otherCvx, product }) =>
      product !== undefined || otherCvx === cvx || isFamilyOf(cvx, otherCvx),
    message: 'The vaccine code (CVX) and the billing code (CPT) name different vaccines; CVX counts.',
    fix: 'Check which vaccine was given; leave the CPT code out of RXA-5.',
  }),
  administeredRule({
    code: 'ndc-before-use',
    states: 'A package is used after it came to the market.',
    source: 'CDC NDC tables; MQE0492 product is unexpected for date administered',
    at: 'RXA-5',
    value: 'illogical-date',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['givenOn', 'product'],
    after: ['vaccine-before-licence', 'ndc-disagrees'],
    holds: ({ givenOn, product }) => givenOn >= dayOr(product.from, NO_START),
    message: 'The package (NDC) came to the market after the date of administration.',
    fix: 'Check the date (RXA-3) and the NDC (RXA-5).',
  }),
  administeredRule({
    code: 'ndc-after-use',
    states: 'A package is used before it has left the market.',
    source: 'CDC NDC tables; MQE0492 product is unexpected for date administered',
    at: 'RXA-5',
    value: 'retired',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['givenOn', 'product'],
    after: ['vaccine-after-use', 'vaccine-inactive', 'lot-expired', 'ndc-disagrees'],
    holds: ({ givenOn, product }) => givenOn <= dayOr(product.until, NO_END),
    message: 'The package (NDC) had left the market before the date of administration.',
    fix: 'Check the NDC (RXA-5), and that the vaccine was not out of date.',
  }),
];
