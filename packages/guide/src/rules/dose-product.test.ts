import { doseProductRules } from './dose-product.ts';
import { testRules } from './testing.ts';

testRules(doseProductRules, {
  'lot-placeholder': {
    fires: { 'RXA[1]-15': 'Unknown' },
    at: 'RXA[1]-15',
    says: 'The lot number is a word or digits that stand for a missing one.',
    holds: { 'RXA[1]-15': 'UNK1234' },
  },
  'lot-is-code': {
    fires: { 'RXA[1]-15': 'PFR' },
    at: 'RXA[1]-15',
    says: 'The lot number is the code of the vaccine, of its manufacturer or of the package.',
    holds: { 'RXA[1]-15': 'PFR133' },
  },
  'lot-is-date': {
    fires: { 'RXA[1]-15': '20280331' },
    at: 'RXA[1]-15',
    says: 'The lot number is the date of administration or the expiry date.',
    holds: { 'RXA[1]-15': '20280330' },
  },
  'lot-odd-characters': {
    fires: { 'RXA[1]-15': 'EX4471, exp. 3/28' },
    at: 'RXA[1]-15',
    says: 'The lot number has characters that no lot number has.',
    holds: { 'RXA[1]-15': 'EX4471-2 (P)' },
  },
  'lot-too-short': {
    fires: { 'RXA[1]-15': 'E4' },
    at: 'RXA[1]-15',
    says: 'The lot number is shorter than any that manufacturers use.',
    holds: { 'RXA[1]-15': 'E4B' },
  },
  'lot-of-other-maker': {
    fires: { 'RXA[1]-15': 'UT123AA' },
    at: 'RXA[1]-15',
    says: 'The lot number looks like those of another manufacturer.',
    holds: {
      'RXA[1]-5': '115^Tdap^CVX',
      'PID-7': '19800309',
      'RXA[1]-15': 'UT123AA',
      'RXA[1]-17': 'PMC^Sanofi Pasteur^MVX',
    },
  },
  'lot-expired': {
    fires: { 'RXA[1]-16': '20261031' },
    at: 'RXA[1]-16',
    says: 'The vaccine had expired before the date of administration.',
    holds: { 'RXA[1]-16': '202611' },
  },
  'expiry-long-ago': {
    fires: { 'RXA[1]-16': '19280331' },
    at: 'RXA[1]-16',
    says: 'The expiry date of the lot lies before 1980.',
    holds: { 'RXA[1]-16': '20261130' },
  },
  'expiry-far-ahead': {
    fires: { 'RXA[1]-16': '20380331' },
    at: 'RXA[1]-16',
    says: 'The expiry date of the lot lies more than ten years after the dose.',
    holds: { 'RXA[1]-16': '20351231' },
  },
  'expiry-is-dose-date': {
    fires: { 'RXA[1]-16': '20261120' },
    at: 'RXA[1]-16',
    says: 'The expiry date of the lot is the date of administration.',
    holds: { 'RXA[1]-16': '20261121' },
  },
  'expiry-without-lot': {
    fires: { 'RXA[2]-16': '20250331' },
    at: 'RXA[2]-15',
    says: 'There is an expiry date (RXA-16) but no lot number.',
    holds: { 'RXA[2]-15': 'EX4471', 'RXA[2]-16': '20250331' },
  },
  'manufacturer-not-maker': {
    fires: { 'RXA[1]-17': 'PMC^Sanofi Pasteur^MVX' },
    at: 'RXA[1]-17',
    says: 'The manufacturer does not make this vaccine.',
    holds: { 'RXA[1]-17': 'WAL^Wyeth^MVX' },
  },
  'manufacturer-not-named': {
    fires: { 'RXA[1]-17': 'UNK^Unknown^MVX' },
    at: 'RXA[1]-17',
    says: 'The manufacturer is given as other or unknown.',
    holds: { 'RXA[2]-17': 'UNK^Unknown^MVX' },
  },
  'ndc-of-other-maker': {
    fires: { 'RXA[1]-5': '58160-0810-01^INFANRIX^NDC', 'RXA[1]-17': 'PMC^Sanofi Pasteur^MVX' },
    at: 'RXA[1]-17',
    says: 'The package (NDC) is not one of the manufacturer in RXA-17.',
    holds: { 'RXA[1]-5': '58160-0810-01^INFANRIX^NDC', 'RXA[1]-17': 'SKB^GlaxoSmithKline^MVX' },
  },
});
