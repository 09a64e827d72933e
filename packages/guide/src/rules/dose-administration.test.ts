import { doseAdministrationRules } from './dose-administration.ts';
import { testRules } from './testing.ts';

testRules(doseAdministrationRules, {
  'amount-zero': {
    fires: { 'RXA[1]-6': '0' },
    at: 'RXA[1]-6',
    says: 'The amount of the dose is 0.',
    holds: { 'RXA[1]-6': '0.25' },
  },
  'amount-negative': {
    fires: { 'RXA[1]-6': '-0.5' },
    at: 'RXA[1]-6',
    says: 'The amount of the dose is below 0.',
    holds: { 'RXA[1]-6': '.5' },
  },
  'amount-too-large': {
    fires: { 'RXA[1]-6': '50' },
    at: 'RXA[1]-6',
    says: 'The amount of the dose is more than 5 mL, more than is injected of any vaccine.',
    holds: {
      'RXA[1]-6': '100',
      'RXA[1]-5': '174^cholera, live attenuated^CVX',
      'RXR-1': 'C38288^Oral^NCIT',
      'RXR-2': '',
    },
  },
  'amount-too-small': {
    fires: { 'RXA[1]-6': '0.005' },
    at: 'RXA[1]-6',
    says: 'The amount of the dose is less than 0.05 mL.',
    holds: { 'RXA[1]-6': '0.05' },
  },
  'amount-unusual': {
    fires: { 'RXA[1]-6': '5' },
    at: 'RXA[1]-6',
    says: 'The amount is more than one dose of this vaccine.',
    holds: { 'RXA[1]-6': '1', 'RXA[1]-5': '52^Hep A, adult^CVX', 'PID-7': '19800309' },
  },
  'units-not-of-dose': {
    fires: { 'RXA[1]-7': '[gal_us]^gallon^UCUM' },
    at: 'RXA[1]-7',
    says: 'The units are not those in which doses of vaccines are measured.',
    holds: { 'RXA[1]-7': 'ug^microgram^UCUM' },
  },
  'provider-npi-wrong': {
    fires: { 'RXA[1]-10': '1245319598^Okafor^Ruth^^^^^^NPPES^L^^^NPI' },
    at: 'RXA[1]-10.1',
    says: 'The National Provider Identifier (NPI) of who gave the dose has a wrong digit.',
    holds: { 'RXA[1]-10': '1245319598^Okafor^Ruth^^^^^^DE-000001^L^^^EI' },
  },
  'provider-missing': {
    fires: { 'RXA[1]-10': '^Okafor^Ruth' },
    at: 'RXA[1]-10.1',
    says: 'The id of who gave the dose is missing.',
    holds: { 'RXA[2]-10': '' },
  },
  'ordering-provider-missing': {
    fires: { 'ORC[1]-12': '' },
    at: 'ORC[1]-12.1',
    says: 'The id of who ordered the dose is missing.',
    holds: { 'ORC[2]-12': '' },
  },
  'clinic-missing': {
    fires: { 'RXA[1]-11': '' },
    at: 'RXA[1]-11.4',
    says: 'The clinic at which the dose was given is missing.',
    holds: { 'RXA[2]-11': '' },
  },
});
