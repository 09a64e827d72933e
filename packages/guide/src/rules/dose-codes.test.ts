import { doseCodeRules } from './dose-codes.ts';
import { testRules } from './testing.ts';

testRules(doseCodeRules, {
  'vaccine-not-identified': {
    fires: { 'RXA[1]-5': 'PCV13^Some product^99LOCAL' },
    at: 'RXA[1]-5',
    says: 'RXA-5 has no CVX code, nor a package (NDC), nor a billing code (CPT) of one vaccine.',
    holds: { 'RXA[1]-5': '90670^PCV13^CPT' },
  },
  'ndc-unknown': {
    fires: { 'RXA[1]-5': '12345-6789-01^Some product^NDC' },
    at: 'RXA[1]-5',
    says: 'The package (NDC) in RXA-5 is not known here, so the vaccine cannot be told from it.',
    holds: { 'RXA[1]-5': '00005-1971-02^PREVNAR 13^NDC' },
  },
  'vaccine-as-cpt': {
    fires: { 'RXA[1]-5': '90670^PCV13^CPT' },
    at: 'RXA[1]-5',
    says: 'The vaccine is given as a billing code (CPT), which may stand for several vaccines.',
    holds: { 'RXA[1]-5': '133^PCV13^CVX^90670^PCV13^CPT' },
  },
  'ndc-disagrees': {
    fires: { 'RXA[1]-5': '20^DTaP^CVX^00005-1971-02^PREVNAR 13^NDC' },
    at: 'RXA[1]-5',
    says: 'The vaccine code (CVX) and the National Drug Code (NDC) name different vaccines.',
    holds: { 'RXA[1]-5': '152^PCV, unspecified^CVX^00005-1971-02^PREVNAR 13^NDC' },
  },
  'cpt-disagrees': {
    fires: { 'RXA[1]-5': '20^DTaP^CVX^90670^PCV13^CPT' },
    at: 'RXA[1]-5',
    says: 'The vaccine code (CVX) and the billing code (CPT) name different vaccines; CVX counts.',
    holds: { 'RXA[1]-5': '152^PCV, unspecified^CVX^90670^PCV13^CPT' },
  },
  'ndc-before-use': {
    fires: { 'PID-7': '20170309', 'RXA[1]-3': '20180102', 'RXA[1]-5': '50090-2883-09^INFANRIX^NDC' },
    at: 'RXA[1]-5',
    says: 'The package (NDC) came to the market after the date of administration.',
    holds: { 'RXA[1]-5': '133^PCV13^CVX^00005-1971-02^PREVNAR 13^NDC' },
  },
  'ndc-after-use': {
    fires: { 'RXA[1]-5': '00005-1971-01^PREVNAR 13^NDC' },
    at: 'RXA[1]-5',
    says: 'The package (NDC) had left the market before the date of administration.',
    holds: { 'RXA[1]-5': '00005-2000-01^Prevnar 20^NDC' },
  },
});
