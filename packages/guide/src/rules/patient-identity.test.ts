import { patientIdentityRules } from './patient-identity.ts';
import { testRules } from './testing.ts';

const CHART = 'CH-48213^^^DE-000001^MR';

testRules(patientIdentityRules, {
  'patient-id-placeholder': {
    fires: { 'PID-3.1': '000000000' },
    at: 'PID-3',
    says: 'The identifier in PID-3.1 stands for a missing one, such as 000000000 or UNKNOWN.',
    holds: { 'PID-3.1': '1000' },
  },
  'ssn-sent': {
    fires: { 'PID-3': `${CHART}~219-45-6789^^^SSA^SS` },
    at: 'PID-3[2].5',
    says: 'An identifier in PID-3 is a Social Security number, which is not needed.',
    holds: { 'PID-3': `${CHART}~90345^^^DE-000001^PI` },
  },
  'ssn-invalid': {
    fires: { 'PID-3': `${CHART}~666-45-6789^^^SSA^SS` },
    at: 'PID-3[2].1',
    says: 'An identifier in PID-3 of type SS is not a possible Social Security number.',
    holds: { 'PID-3': `${CHART}~219456789^^^SSA^SS` },
  },
  'chart-number-looks-like-ssn': {
    fires: { 'PID-3.1': '219-45-6789' },
    at: 'PID-3.1',
    says: 'The chart number in PID-3.1 is written like a Social Security number.',
    holds: { 'PID-3.1': '219456789' },
  },
  'medicare-number-invalid': {
    fires: { 'PID-3': `${CHART}~219456789A^^^CMS^MC` },
    at: 'PID-3[2].1',
    says: 'The Medicare number in PID-3 does not have the form of one; old ones held the Social Security number.',
    holds: { 'PID-3': `${CHART}~1EG4-TE5-MK73^^^CMS^MC` },
  },
  'patient-id-is-name': {
    fires: { 'PID-3.1': 'DELGADO' },
    at: 'PID-3',
    says: 'An identifier in PID-3 is the name of the patient.',
    holds: { 'PID-3.1': 'DELGADO1' },
  },
  'patient-id-is-birth-date': {
    fires: { 'PID-3.1': '20240309' },
    at: 'PID-3',
    says: 'An identifier in PID-3 is the birth date of the patient, which others share.',
    holds: { 'PID-3.1': '20240310' },
  },
  'patient-ids-differ': {
    fires: { 'PID-3': `${CHART}~CH-48214^^^DE-000001^MR` },
    at: 'PID-3',
    says: 'PID-3 has two different identifiers of the same type from the same authority.',
    holds: { 'PID-3': `${CHART}~CH-48214^^^DE-000002^MR` },
  },
  'patient-chart-number-missing': {
    fires: { 'PID-3.5': 'LR' },
    at: 'PID-3',
    says: 'PID-3 has no identifier of your own: none is of type MR, PI or PT.',
    holds: { 'PID-3.5': 'PI' },
  },
  'sex-unknown': {
    fires: { 'PID-8': 'U' },
    at: 'PID-8',
    says: 'The sex of the patient in PID-8 is unknown.',
    holds: { 'PID-8': 'M' },
  },
  'race-missing': {
    fires: { 'PID-10': '' },
    at: 'PID-10',
    says: 'The race of the patient is missing in PID-10.',
    holds: { 'PID-10': '2131-1^Other Race^CDCREC' },
  },
  'ethnicity-missing': {
    fires: { 'PID-22': '' },
    at: 'PID-22',
    says: 'The ethnicity of the patient is missing in PID-22.',
    holds: { 'PID-22': '2135-2^Hispanic or Latino^CDCREC' },
  },
  'race-repeated': {
    fires: { 'PID-10': '2106-3^White^CDCREC~2106-3^White^CDCREC' },
    at: 'PID-10',
    says: 'A race is sent twice in PID-10.',
    holds: { 'PID-10': '2106-3^White^CDCREC~2028-9^Asian^CDCREC' },
  },
  'language-unknown': {
    fires: { 'PID-15': 'und^Undetermined^ISO6392' },
    at: 'PID-15',
    says: 'The language in PID-15 is a code for an unknown one.',
    holds: { 'PID-15': 'spa^Spanish^ISO6392' },
  },
  'birth-order-missing': {
    fires: { 'PID-24': 'Y', 'PID-25': '' },
    at: 'PID-25',
    says: 'PID-24 says multiple birth, but the birth order is missing in PID-25.',
    holds: { 'PID-24': 'Y', 'PID-25': '2' },
  },
  'birth-order-implausible': {
    fires: { 'PID-24': 'Y', 'PID-25': '99' },
    at: 'PID-25',
    says: 'The birth order in PID-25 is not a number from 1 to 9.',
    holds: { 'PID-24': 'Y', 'PID-25': '9' },
  },
  'birth-order-contradicts': {
    fires: { 'PID-25': '2' },
    at: 'PID-24',
    says: 'PID-24 says that this was no multiple birth, but PID-25 has a birth order above 1.',
    holds: { 'PID-24': 'Y', 'PID-25': '2' },
  },
  'multiple-birth-missing': {
    fires: { 'PID-24': '', 'PID-25': '2' },
    at: 'PID-24',
    says: 'PID-25 has a birth order above 1, but PID-24 does not say that this was a multiple birth.',
    holds: { 'PID-24': '', 'PID-25': '1' },
  },
});
