import { patientConsentRules } from './patient-consent.ts';
import { testRules } from './testing.ts';

testRules(patientConsentRules, {
  'protection-on': {
    fires: { 'PD1-12': 'Y' },
    at: 'PD1-12',
    says: 'PD1-12 is Y: the record is protected and other clinics will not see it.',
    holds: { 'PD1-12': '' },
  },
  'protection-date-missing': {
    fires: { 'PD1-13': '' },
    at: 'PD1-13',
    says: 'PD1-12 says whether the record is protected, but PD1-13 does not say from when.',
    holds: { 'PD1-12': '', 'PD1-13': '' },
  },
  'registry-status-date-missing': {
    fires: { 'PD1-17': '' },
    at: 'PD1-17',
    says: 'PD1-16 has a registry status, but PD1-17 does not say from when.',
    holds: { 'PD1-16': '', 'PD1-17': '' },
  },
  'publicity-date-missing': {
    fires: { 'PD1-18': '' },
    at: 'PD1-18',
    says: 'PD1-11 says how the patient may be reminded, but PD1-18 does not say from when.',
    holds: { 'PD1-11': '', 'PD1-18': '' },
  },
  'protection-date-in-future': {
    fires: { 'PD1-13': '20261123' },
    at: 'PD1-13',
    says: 'The effective date of the protection indicator in PD1-13 lies in the future.',
    holds: { 'PD1-13': '20261122' },
  },
  'registry-status-date-in-future': {
    fires: { 'PD1-17': '20261123' },
    at: 'PD1-17',
    says: 'The effective date of the registry status in PD1-17 lies in the future.',
    holds: { 'PD1-17': '20261122' },
  },
  'publicity-date-in-future': {
    fires: { 'PD1-18': '20261123' },
    at: 'PD1-18',
    says: 'The effective date of the publicity code in PD1-18 lies in the future.',
    holds: { 'PD1-18': '20261122' },
  },
  'protection-date-before-birth': {
    fires: { 'PD1-13': '20240308' },
    at: 'PD1-13',
    says: 'The effective date of the protection indicator in PD1-13 lies before the birth date.',
    holds: { 'PD1-13': '20240309' },
  },
  'registry-status-date-before-birth': {
    fires: { 'PD1-17': '20240308' },
    at: 'PD1-17',
    says: 'The effective date of the registry status in PD1-17 lies before the birth date.',
    holds: { 'PD1-17': '20240309' },
  },
  'publicity-date-before-birth': {
    fires: { 'PD1-18': '20240308' },
    at: 'PD1-18',
    says: 'The effective date of the publicity code in PD1-18 lies before the birth date.',
    holds: { 'PD1-18': '20240309' },
  },
  'registry-status-inactive-but-vaccinated': {
    fires: { 'PD1-16': 'M', 'PD1-17': '20260301' },
    at: 'PD1-16',
    says: 'PD1-16 says that the patient is inactive, but the message has a dose that you gave since then.',
    holds: { 'PD1-16': 'M', 'PD1-17': '20261121' },
  },
  'registry-status-active-but-deceased': {
    fires: { 'PID-29': '20261121', 'PID-30': 'Y' },
    at: 'PD1-16',
    says: 'PD1-16 says that the patient is active, but PID-30 says that the patient has died.',
    holds: { 'PD1-16': 'P', 'PID-29': '20261121', 'PID-30': 'Y' },
  },
});
