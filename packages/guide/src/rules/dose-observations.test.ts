import { doseObservationRules } from './dose-observations.ts';
import { testRules } from './testing.ts';

testRules(doseObservationRules, {
  'vis-missing': {
    fires: {
      'OBX[3]-2': 'CE',
      'OBX[3]-3': '59785-6^x^LN',
      'OBX[3]-5': 'VXC7',
      'OBX[4]-2': 'CE',
      'OBX[4]-3': '59785-6^x^LN',
      'OBX[4]-5': 'VXC8',
    },
    at: 'RXA[1]',
    says: 'It is not said which information statement (VIS) was handed out, nor when.',
    holds: { 'OBX[3]-2': 'CE', 'OBX[3]-3': '59785-6^x^LN', 'OBX[3]-5': 'VXC7' },
  },
  'vis-date-missing': {
    fires: { 'OBX[4]-2': 'CE', 'OBX[4]-3': '59785-6^x^LN', 'OBX[4]-5': 'VXC7' },
    at: 'RXA[1]',
    says: 'It is not said on which day the information statement (VIS) was handed out.',
    holds: { 'OBX[4]-2': 'TS', 'OBX[4]-3': '29769-7^x^LN', 'OBX[4]-5': '20261120' },
  },
  'immunity-with-dose': {
    fires: { 'OBX[3]-2': 'CE', 'OBX[3]-3': '59784-9^x^LN', 'OBX[3]-5': '38907003^Varicella^SCT' },
    at: 'RXA[1]',
    says: 'Immunity from disease is sent with a dose that was given.',
    holds: { 'OBX[3]-2': 'CE', 'OBX[3]-3': '75505-8^x^LN', 'OBX[3]-5': 'UNK^Unknown^NULLFL' },
  },
  'contraindication-ends-before-start': {
    fires: {
      'OBX[3]-2': 'DT',
      'OBX[3]-3': '30946-8^x^LN',
      'OBX[3]-5': '20261120',
      'OBX[4]-2': 'DT',
      'OBX[4]-3': '30944-3^x^LN',
      'OBX[4]-5': '20261119',
    },
    at: 'RXA[1]',
    says: 'A contraindication ends (OBX 30944-3) before it starts (OBX 30946-8).',
    holds: {
      'OBX[3]-2': 'DT',
      'OBX[3]-3': '30946-8^x^LN',
      'OBX[3]-5': '20261120',
      'OBX[4]-2': 'DT',
      'OBX[4]-3': '30944-3^x^LN',
      'OBX[4]-5': '20270119',
    },
  },
  'observation-repeated': {
    fires: { 'OBX[2]-2': 'CE', 'OBX[2]-3': '64994-7^x^LN', 'OBX[2]-5': 'V01' },
    at: 'RXA[1]',
    says: 'The same observation (OBX) is sent twice with one dose.',
    holds: { 'OBX[2]-2': 'CE', 'OBX[2]-3': '64994-7^x^LN', 'OBX[2]-5': 'V02' },
  },
});
