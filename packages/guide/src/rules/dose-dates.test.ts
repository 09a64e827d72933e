import { doseDateRules } from './dose-dates.ts';
import { testRules } from './testing.ts';

testRules(doseDateRules, {
  'dose-before-birth': {
    fires: { 'RXA[2]-3': '20240308' },
    at: 'RXA[2]-3',
    says: 'The date of administration lies before the birth date.',
    holds: { 'RXA[2]-3': '20240309' },
  },
  'dose-in-future': {
    fires: { 'RXA[1]-3': '20261123' },
    at: 'RXA[1]-3',
    says: 'The date of administration lies in the future.',
    holds: { 'RXA[1]-3': '20261122' },
  },
  'dose-after-message': {
    fires: { 'RXA[1]-3': '20261121' },
    at: 'RXA[1]-3',
    says: 'The date of administration lies after the date of the message (MSH-7).',
    holds: { 'RXA[1]-3': '20261123' },
  },
  'dose-after-death': {
    fires: { 'PID-29': '20261119', 'PID-30': 'Y' },
    at: 'RXA[1]-3',
    says: 'The date of administration lies after the date of death (PID-29).',
    holds: { 'PID-29': '20261120', 'PID-30': 'Y' },
  },
  'dose-ends-before-start': {
    fires: { 'RXA[1]-4': '20261119' },
    at: 'RXA[1]-4',
    says: 'The end of administration lies before its start.',
    holds: { 'RXA[1]-4': '20261120' },
  },
  'dose-entered-before-given': {
    fires: { 'RXA[1]-22': '20261119' },
    at: 'RXA[1]-22',
    says: 'The dose was entered (RXA-22) before it was given (RXA-3).',
    holds: { 'RXA[1]-22': '20261120' },
  },
  'dose-entry-in-future': {
    fires: { 'RXA[1]-22': '20261123' },
    at: 'RXA[1]-22',
    says: 'The date of entry lies in the future.',
    holds: { 'RXA[1]-22': '20261122' },
  },
  'dose-entered-late': {
    fires: { 'RXA[1]-3': '20261101', 'RXA[1]-22': '20261120' },
    at: 'RXA[1]-22',
    says: 'The dose was entered more than two weeks after it was given.',
    holds: { 'RXA[1]-3': '20261106', 'RXA[1]-22': '20261120' },
  },
  'dose-reported-late': {
    fires: { 'RXA[1]-3': '20261001' },
    at: 'RXA[1]-3',
    says: 'The dose was reported more than a month after it was given.',
    holds: { 'RXA[1]-3': '20261001', 'RXA[1]-21': 'U' },
  },
  'dose-date-placeholder': {
    fires: { 'PID-7': '19500309', 'RXA[2]-3': '19700101' },
    at: 'RXA[2]-3',
    says: 'The date of administration looks like one that software fills in where none is known.',
    holds: { 'PID-7': '19500309', 'RXA[2]-3': '19700102' },
  },
  'dose-very-long-ago': {
    fires: { 'PID-7': '18990309', 'RXA[2]-3': '19050510' },
    at: 'RXA[2]-3',
    says: 'The date of administration lies more than 120 years back.',
    holds: { 'PID-7': '18990309', 'RXA[2]-3': '19070510' },
  },
  'dose-on-birth-date': {
    fires: { 'RXA[2]-3': '20240309' },
    at: 'RXA[2]-3',
    says: 'The date of administration is the birth date, but newborns are not given this vaccine.',
    holds: { 'RXA[2]-3': '20240309', 'RXA[2]-5': '08^Hep B, adolescent or pediatric^CVX' },
  },
  'dose-on-new-year': {
    fires: { 'RXA[2]-3': '20250101' },
    at: 'RXA[2]-3',
    says: 'The dose is dated the first of January, which often stands for a year alone.',
    holds: { 'RXA[2]-3': '20250102' },
  },
});
