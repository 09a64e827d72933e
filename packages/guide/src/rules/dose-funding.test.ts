import { doseFundingRules } from './dose-funding.ts';
import { testRules } from './testing.ts';

testRules(doseFundingRules, {
  'eligibility-missing-of-child': {
    fires: { 'OBX[1]-2': 'CE', 'OBX[1]-3': '59785-6^x^LN', 'OBX[1]-5': 'VXC7' },
    at: 'RXA[1]',
    says: 'It is not said whether the child is eligible for vaccine paid by the state (OBX 64994-7).',
    holds: { 'PID-7': '20071120', 'OBX[1]-2': 'CE', 'OBX[1]-3': '59785-6^x^LN', 'OBX[1]-5': 'VXC7' },
  },
  'eligibility-missing': {
    fires: { 'PID-7': '20071120', 'OBX[1]-2': 'CE', 'OBX[1]-3': '59785-6^x^LN', 'OBX[1]-5': 'VXC7' },
    at: 'RXA[1]',
    says: 'It is not said whether the patient is eligible for vaccine paid by the state (OBX 64994-7).',
    holds: { 'OBX[1]-2': 'CE', 'OBX[1]-3': '59785-6^x^LN', 'OBX[1]-5': 'VXC7' },
  },
  'eligibility-over-age': {
    fires: { 'PID-7': '20071120', 'OBX[1]-5': 'V02^Medicaid^HL70064' },
    at: 'RXA[1]',
    says: 'The patient is 19 or older, but eligible for Vaccines for Children (V02 to V05).',
    holds: { 'PID-7': '20071121', 'OBX[1]-5': 'V02^Medicaid^HL70064' },
  },
  'eligibility-contradicts': {
    fires: { 'OBX[2]-2': 'CE', 'OBX[2]-3': '64994-7^x^LN', 'OBX[2]-5': 'V02' },
    at: 'RXA[1]',
    says: 'Two different eligibilities are given for the dose (OBX 64994-7); the first counts.',
    holds: { 'OBX[2]-2': 'CE', 'OBX[2]-3': '64994-7^x^LN', 'OBX[2]-5': 'V01' },
  },
  'eligibility-retired': {
    fires: { 'OBX[1]-5': 'V00^VFC eligibility unknown^HL70064' },
    at: 'RXA[1]',
    says: 'The eligibility code (OBX 64994-7) is no longer in use or says nothing.',
    holds: { 'OBX[1]-5': 'V08^Not VFC eligible, underinsured^HL70064' },
  },
  'funding-missing': {
    fires: { 'OBX[2]-2': 'CE', 'OBX[2]-3': '59785-6^x^LN', 'OBX[2]-5': 'VXC7' },
    at: 'RXA[1]',
    says: 'It is not said who paid for the vaccine (OBX 30963-3).',
    holds: { 'OBX[2]-5': 'VXC51^Public VFC^CDCPHINVS', 'OBX[1]-5': 'V03^Uninsured^HL70064' },
  },
  'funding-unknown': {
    fires: { 'OBX[2]-5': 'VXC99^x^CDCPHINVS' },
    at: 'RXA[1]',
    says: 'The code of who paid for the vaccine (OBX 30963-3) is not known.',
    holds: { 'OBX[2]-5': 'CAA01^State general fund^L' },
  },
  'funding-contradicts': {
    fires: { 'OBX[3]-2': 'CE', 'OBX[3]-3': '30963-3^x^LN', 'OBX[3]-5': 'VXC50' },
    at: 'RXA[1]',
    says: 'Two different payers are given for the dose (OBX 30963-3); the first counts.',
    holds: { 'OBX[3]-2': 'CE', 'OBX[3]-3': '30963-3^x^LN', 'OBX[3]-5': 'PHC70' },
  },
  'vfc-stock-for-not-eligible': {
    fires: { 'OBX[2]-5': 'VXC51^Public VFC^CDCPHINVS' },
    at: 'RXA[1]',
    says: 'Vaccines for Children stock (VXC51) was given to a patient who is not eligible for it (V01).',
    holds: { 'OBX[2]-5': 'VXC51^Public VFC^CDCPHINVS', 'OBX[1]-5': 'V03^Uninsured^HL70064' },
  },
  'vfc-stock-over-age': {
    fires: {
      'PID-7': '20071120',
      'OBX[1]-5': 'V24^Medicare^HL70064',
      'OBX[2]-5': 'VXC51^Public VFC^CDCPHINVS',
    },
    at: 'RXA[1]',
    says: 'Vaccines for Children stock (VXC51) was given to a patient of 19 or older.',
    holds: {
      'PID-7': '20071121',
      'OBX[1]-5': 'V03^Uninsured^HL70064',
      'OBX[2]-5': 'VXC51^Public VFC^CDCPHINVS',
    },
  },
  'private-stock-for-eligible': {
    fires: { 'OBX[1]-5': 'V03^Uninsured^HL70064' },
    at: 'RXA[1]',
    says: 'Privately bought vaccine was given to a child eligible for Vaccines for Children.',
    holds: { 'OBX[1]-5': 'V22^CHIP^HL70064' },
  },
});
