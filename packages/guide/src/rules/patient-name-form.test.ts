import { patientNameFormRules } from './patient-name-form.ts';
import { testRules } from './testing.ts';

testRules(patientNameFormRules, {
  'patient-last-name-is-initial': {
    fires: { 'PID-5.1': 'D.' },
    at: 'PID-5.1',
    says: 'The last name in PID-5.1 is a single letter.',
    holds: { 'PID-5.1': '李' },
  },
  'patient-first-name-is-initial': {
    fires: { 'PID-5.2': 'A' },
    at: 'PID-5.2',
    says: 'The first name in PID-5.2 is a single letter.',
    holds: { 'PID-5.2': 'Bo' },
  },
  'patient-last-name-has-digits': {
    fires: { 'PID-5.1': 'Delgad0' },
    at: 'PID-5.1',
    says: 'The last name in PID-5.1 contains digits.',
    holds: { 'PID-5.1': 'Peña-Ruiz' },
  },
  'patient-first-name-has-digits': {
    fires: { 'PID-5.2': 'Amara2' },
    at: 'PID-5.2',
    says: 'The first name in PID-5.2 contains digits.',
    holds: { 'PID-5.2': 'Amára' },
  },
  'patient-suffix-in-last-name': {
    fires: { 'PID-5.1': 'Delgado Jr.' },
    at: 'PID-5.1',
    says: 'The last name in PID-5.1 ends in a suffix such as JR or III.',
    holds: { 'PID-5.4': 'Jr.' },
  },
  'patient-suffix-in-first-name': {
    fires: { 'PID-5.2': 'Amaro III' },
    at: 'PID-5.2',
    says: 'The first name in PID-5.2 ends in a suffix such as JR or III.',
    holds: { 'PID-5.2': 'Amaro-Iv' },
  },
  'patient-title-in-first-name': {
    fires: { 'PID-5.2': 'Miss Amara' },
    at: 'PID-5.2',
    says: 'The first name in PID-5.2 starts with a title such as MR or DR.',
    holds: { 'PID-5.2': 'Missy' },
  },
  'patient-middle-initial-in-first-name': {
    fires: { 'PID-5.2': 'Amara J', 'PID-5.3': '' },
    at: 'PID-5.2',
    says: 'The first name in PID-5.2 seems to end in a middle initial.',
    holds: { 'PID-5.2': 'Amara Jo', 'PID-5.3': '' },
  },
  'patient-last-name-has-signs': {
    fires: { 'PID-5.1': 'Delgado*' },
    at: 'PID-5.1',
    says: 'The last name in PID-5.1 contains signs other than letters, hyphens and apostrophes.',
    holds: { 'PID-5.1': "O’Neill d'Ávila-Nguyễn Дюма" },
  },
  'patient-first-name-has-signs': {
    fires: { 'PID-5.2': 'Amara (Mara)' },
    at: 'PID-5.2',
    says: 'The first name in PID-5.2 contains signs other than letters, hyphens and apostrophes.',
    holds: { 'PID-5.2': "D'Andre" },
  },
});
