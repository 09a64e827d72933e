import { patientNameRules } from './patient-name.ts';
import { testRules } from './testing.ts';

testRules(patientNameRules, {
  'patient-name-is-test': {
    fires: { 'PID-5.1': 'ZZTEST', 'PID-5.2': 'Patient' },
    at: 'PID-5',
    says: 'The patient name in PID-5 is that of a test patient.',
    holds: { 'PID-5.1': 'Sample', 'PID-5.2': 'Ines' },
  },
  'patient-name-may-be-test': {
    fires: { 'PID-5.1': 'Test' },
    at: 'PID-5',
    says: 'A part of the patient name in PID-5 looks like a test name.',
    holds: { 'PID-5.1': 'Testa' },
  },
  'patient-name-is-stock-name': {
    fires: { 'PID-5.1': 'DOE', 'PID-5.2': 'Jane' },
    at: 'PID-5',
    says: 'The patient name in PID-5 is one that is used for unknown or made-up persons.',
    holds: { 'PID-5.1': 'Doe' },
  },
  'patient-name-is-a-remark': {
    fires: { 'PID-5.1': 'Delgado-DO NOT USE' },
    at: 'PID-5',
    says: 'The patient name in PID-5 holds a remark, such as DO NOT USE or DECEASED.',
    holds: { 'PID-5.1': 'Deleteanu' },
  },
  'patient-last-name-placeholder': {
    fires: { 'PID-5.1': 'UNKNOWN' },
    at: 'PID-5.1',
    says: 'The last name in PID-5.1 stands for a missing one.',
    holds: { 'PID-5.1': 'Na' },
  },
  'patient-first-name-placeholder': {
    fires: { 'PID-5.2': 'No First Name' },
    at: 'PID-5.2',
    says: 'The first name in PID-5.2 stands for a missing one.',
    holds: { 'PID-5.2': 'Noname-Lee' },
  },
  'patient-middle-name-placeholder': {
    fires: { 'PID-5.3': 'NMN' },
    at: 'PID-5.3',
    says: 'The middle name in PID-5.3 stands for a missing one, such as NMN.',
    holds: { 'PID-5.3': 'N' },
  },
  'patient-first-name-newborn': {
    fires: { 'PID-5.2': 'Baby Girl A' },
    at: 'PID-5.2',
    says: 'The first name in PID-5.2 is one that newborns have before they are named.',
    holds: { 'PID-5.2': 'Boyd' },
  },
  'patient-first-name-equals-last': {
    fires: { 'PID-5.2': 'DELGADO' },
    at: 'PID-5.2',
    says: 'The first name in PID-5.2 is the same as the last name in PID-5.1.',
    holds: { 'PID-5.2': 'Delgada' },
  },
  'patient-name-not-legal': {
    fires: { 'PID-5.7': 'A' },
    at: 'PID-5.7',
    says: 'The name that comes first in PID-5 is an alias or another name that is not the legal one.',
    holds: { 'PID-5': 'Delgado^Amara^Ines^^^^L~Delgado^Mara^^^^^A' },
  },
  'mother-maiden-name-missing': {
    fires: { 'PID-6': '' },
    at: 'PID-6',
    says: "The mother's maiden name is missing in PID-6.",
    holds: { 'PID-6': '', 'PID-7': '19840309' },
  },
  'mother-maiden-name-placeholder': {
    fires: { 'PID-6.1': 'Unknown' },
    at: 'PID-6.1',
    says: "The mother's maiden name in PID-6.1 stands for a missing one.",
    holds: { 'PID-6.1': 'No' },
  },
  'mother-maiden-name-has-digits': {
    fires: { 'PID-6.1': 'Ocamp0' },
    at: 'PID-6.1',
    says: "The mother's maiden name in PID-6.1 contains digits.",
    holds: { 'PID-6.1': "O'Campo" },
  },
});
