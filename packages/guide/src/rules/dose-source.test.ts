import { doseSourceRules } from './dose-source.ts';
import { testRules } from './testing.ts';

testRules(doseSourceRules, {
  'historical-looks-administered': {
    fires: { 'RXA[1]-9': '01^Historical information - source unspecified^NIP001' },
    at: 'RXA[1]-9',
    says: 'The dose is sent as given elsewhere, but has lot, route, site and the date of the message.',
    holds: { 'RXA[1]-9': '01^Historical information - source unspecified^NIP001', 'RXA[1]-3': '20261110' },
  },
  'administered-long-ago': {
    fires: { 'RXA[1]-3': '20251119' },
    at: 'RXA[1]-9',
    says: 'The dose is sent as given by the clinic, but is more than a year old.',
    holds: { 'RXA[1]-3': '20251120' },
  },
  'partial-dose': {
    fires: { 'RXA[1]-20': 'PA' },
    at: 'RXA[1]-20',
    says: 'The dose was given in part (PA); it does not count for the schedule.',
    holds: { 'RXA[1]-20': '' },
  },
  'order-number-of-no-dose': {
    fires: { 'ORC[2]-3': '9999^DE-000001' },
    at: 'ORC[2]-3',
    says: 'The dose has the number 9999, which stands for no dose; it can be neither updated nor deleted.',
    holds: { 'ORC[2]-3': '99991^DE-000001' },
  },
  'delete-of-no-dose': {
    fires: { 'RXA[3]-21': 'D' },
    at: 'RXA[3]-21',
    says: 'A deletion names no dose: its number (ORC-3) is 9999, which all refusals share.',
    holds: { 'RXA[2]-21': 'D' },
  },
  'refusal-in-future': {
    fires: { 'RXA[3]-3': '20261123' },
    at: 'RXA[3]-3',
    says: 'The date of the refusal lies in the future.',
    holds: { 'RXA[3]-3': '20261122' },
  },
  'refusal-with-dose-details': {
    fires: { 'RXA[3]-15': 'EX4471' },
    at: 'RXA[3]-20',
    says: 'The dose was refused, but has an amount, a lot or a route as if it had been given.',
    holds: { 'RXA[3]-6': '0' },
  },
  'not-given-with-dose-details': {
    fires: { 'RXA[2]-5': '998^no vaccine administered^CVX', 'RXA[2]-20': 'NA', 'RXA[2]-15': 'EX4471' },
    at: 'RXA[2]-20',
    says: 'Nothing was given, but there is an amount, a lot or a route as of a dose.',
    holds: { 'RXA[2]-5': '998^no vaccine administered^CVX', 'RXA[2]-20': 'NA' },
  },
});
