import { patientDateRules } from './patient-dates.ts';
import { testRules } from './testing.ts';

testRules(patientDateRules, {
  'birth-date-in-future': {
    fires: { 'PID-7': '20261123' },
    at: 'PID-7',
    says: 'The birth date lies in the future.',
    holds: { 'PID-7': '20261122' },
  },
  'birth-after-message': {
    fires: { 'PID-7': '20261121' },
    at: 'PID-7',
    says: 'The birth date in PID-7 lies after the date of the message in MSH-7.',
    holds: { 'PID-7': '20261120' },
  },
  'birth-date-placeholder': {
    fires: { 'PID-7': '19000101' },
    at: 'PID-7',
    says: 'The birth date in PID-7 is one that systems fill in for an unknown date, such as 1900-01-01.',
    holds: { 'PID-7': '19000102' },
  },
  'birth-date-very-old': {
    fires: { 'PID-7': '19050309' },
    at: 'PID-7',
    says: 'By the birth date in PID-7 the patient would be more than 120 years old.',
    holds: { 'PID-7': '19060309' },
  },
  'birth-date-doubtful': {
    fires: { 'PID-7': '19140309' },
    at: 'PID-7',
    says: 'By the birth date in PID-7 the patient is more than 110 years old.',
    holds: { 'PID-7': '19160309' },
  },
  'death-before-birth': {
    fires: { 'PID-29': '20240308', 'PID-30': 'Y' },
    at: 'PID-29',
    says: 'The date of death in PID-29 lies before the birth date in PID-7.',
    holds: { 'PID-29': '20240309', 'PID-30': 'Y' },
  },
  'death-date-in-future': {
    fires: { 'PID-29': '20261123', 'PID-30': 'Y' },
    at: 'PID-29',
    says: 'The date of death in PID-29 lies in the future.',
    holds: { 'PID-29': '20261122', 'PID-30': 'Y' },
  },
  'death-date-missing': {
    fires: { 'PID-30': 'Y' },
    at: 'PID-29',
    says: 'PID-30 says that the patient has died, but PID-29 has no date of death.',
    holds: { 'PID-29': '20261121', 'PID-30': 'Y' },
  },
  'death-indicator-missing': {
    fires: { 'PID-29': '20261121', 'PID-30': '' },
    at: 'PID-30',
    says: 'PID-29 has a date of death, but PID-30 does not say that the patient has died.',
    holds: { 'PID-30': '' },
  },
  'death-indicator-contradicts-date': {
    fires: { 'PID-29': '20261121', 'PID-30': 'N' },
    at: 'PID-30',
    says: 'PID-29 has a date of death, but PID-30 says that the patient has not died.',
    holds: { 'PID-29': '20261121', 'PID-30': 'Y' },
  },
});
