import { doseVaccineRules } from './dose-vaccine.ts';
import { testRules } from './testing.ts';

testRules(doseVaccineRules, {
  'vaccine-unknown': {
    fires: { 'RXA[2]-5': '997^x^CVX' },
    at: 'RXA[2]-5',
    says: "The vaccine code (CVX) is not in CDC's list.",
    holds: { 'RXA[2]-5': '100^PCV7^CVX', 'RXA[2]-3': '20240510' },
  },
  'vaccine-not-stated': {
    fires: { 'RXA[2]-5': '999^unknown^CVX' },
    at: 'RXA[2]-5',
    says: 'The vaccine is given as unknown (CVX 999); the dose counts for nothing.',
    holds: { 'RXA[2]-5': '152^Pneumococcal, unspecified^CVX' },
  },
  'no-vaccine-completed': {
    fires: { 'RXA[2]-5': '998^no vaccine^CVX' },
    at: 'RXA[2]-20',
    says: 'No vaccine was given (CVX 998 in RXA-5), yet RXA-20 says that a dose was completed.',
    holds: { 'RXA[2]-5': '998^no vaccine^CVX', 'RXA[2]-20': 'NA' },
  },
  'vaccine-never-used': {
    fires: { 'RXA[2]-5': '67^malaria^CVX' },
    at: 'RXA[2]-5',
    says: 'The vaccine code (CVX) stands for a product that has never been on the market.',
    holds: { 'RXA[2]-5': '20^DTaP^CVX' },
  },
  'vaccine-foreign': {
    fires: { 'RXA[1]-5': '177^PCV10^CVX' },
    at: 'RXA[1]-5',
    says: 'The vaccine is not used in this country, yet the dose is sent as given by the clinic.',
    holds: { 'RXA[2]-5': '177^PCV10^CVX' },
  },
  'vaccine-unspecified': {
    fires: { 'RXA[1]-5': '152^PCV, unspecified^CVX' },
    at: 'RXA[1]-5',
    says: 'The vaccine code names a family of vaccines, not the product that the clinic gave.',
    holds: { 'RXA[2]-5': '152^PCV, unspecified^CVX' },
  },
  'vaccine-after-use': {
    fires: { 'RXA[2]-5': '100^PCV 7^CVX' },
    at: 'RXA[2]-5',
    says: 'The vaccine was no longer in use on the date of administration.',
    holds: { 'PID-7': '20100309', 'RXA[2]-3': '20110510', 'RXA[2]-5': '100^PCV 7^CVX' },
  },
  'vaccine-inactive': {
    fires: { 'RXA[1]-5': '148^Meningococcal C/Y-HIB PRP^CVX' },
    at: 'RXA[1]-5',
    says: 'The vaccine code (CVX) was no longer in use when the clinic gave the dose.',
    holds: { 'RXA[2]-5': '148^Meningococcal C/Y-HIB PRP^CVX' },
  },
  'vaccine-late-in-use': {
    fires: { 'RXA[2]-5': '148^Meningococcal C/Y-HIB PRP^CVX' },
    at: 'RXA[2]-5',
    says: 'The vaccine was hardly used any more on the date of administration.',
    holds: { 'PID-7': '20170309', 'RXA[2]-3': '20170909', 'RXA[2]-5': '148^Meningococcal C/Y-HIB PRP^CVX' },
  },
  'vaccine-before-licence': {
    fires: { 'PID-7': '19800309', 'RXA[2]-3': '20040510', 'RXA[2]-5': '115^Tdap^CVX' },
    at: 'RXA[2]-5',
    says: 'The vaccine did not exist yet on the date of administration.',
    holds: { 'PID-7': '19800309', 'RXA[2]-3': '20050610', 'RXA[2]-5': '115^Tdap^CVX' },
  },
  'vaccine-early-in-use': {
    fires: {
      'PID-7': '19900309',
      'RXA[2]-3': '19960510',
      'RXA[2]-5': '31^Hep A, pediatric, unspecified^CVX',
    },
    at: 'RXA[2]-5',
    says: 'The vaccine was hardly used yet on the date of administration.',
    holds: {
      'PID-7': '19900309',
      'RXA[2]-3': '19990510',
      'RXA[2]-5': '31^Hep A, pediatric, unspecified^CVX',
    },
  },
  'vaccine-too-young': {
    fires: { 'RXA[2]-5': '03^MMR^CVX' },
    at: 'RXA[2]-5',
    says: 'The patient was younger than anyone who is given this vaccine.',
    holds: { 'RXA[2]-3': '20240910', 'RXA[2]-5': '03^MMR^CVX' },
  },
  'vaccine-too-old': {
    fires: { 'PID-7': '19800309', 'RXA[1]-5': '20^DTaP^CVX' },
    at: 'RXA[1]-5',
    says: 'The patient was older than anyone who is given this vaccine.',
    holds: { 'PID-7': '19800309', 'RXA[1]-5': '48^Hib (PRP-T)^CVX' },
  },
  'antibodies-as-vaccine': {
    fires: { 'RXA[2]-5': '30^HBIG^CVX' },
    at: 'RXA[2]-5',
    says: 'The product holds antibodies (immune globulin or antitoxin); it is no dose of a vaccine.',
    holds: { 'RXA[2]-5': '306^nirsevimab^CVX' },
  },
  'skin-test-as-vaccine': {
    fires: { 'RXA[2]-5': '96^TST-PPD intradermal^CVX' },
    at: 'RXA[2]-5',
    says: 'The product is a skin test for tuberculosis; it is no dose of a vaccine.',
    holds: { 'RXA[2]-5': '20^DTaP^CVX' },
  },
});
