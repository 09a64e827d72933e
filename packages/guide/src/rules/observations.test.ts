import { observationRules } from './observations.ts';
import { testRules } from './testing.ts';

testRules(observationRules, {
  'observation-before-birth': {
    fires: { 'OBX[1]-14': '20240308' },
    at: 'OBX[1]-14',
    says: 'The date of the observation lies before the birth date.',
    holds: { 'OBX[1]-14': '20240309' },
  },
  'observation-in-future': {
    fires: { 'OBX[1]-14': '20261123' },
    at: 'OBX[1]-14',
    says: 'The date of the observation lies in the future.',
    holds: { 'OBX[1]-14': '20261122' },
  },
  'reaction-before-dose': {
    fires: { 'OBX[3]-2': 'CE', 'OBX[3]-3': '31044-1^x^LN', 'OBX[3]-5': 'VXC9', 'OBX[3]-14': '20261119' },
    at: 'OBX[3]-14',
    says: 'The reaction is dated before the dose that it is a reaction to.',
    holds: { 'OBX[3]-2': 'CE', 'OBX[3]-3': '31044-1^x^LN', 'OBX[3]-5': 'VXC9', 'OBX[3]-14': '20261120' },
  },
  'vis-presented-in-future': {
    fires: { 'OBX[4]-5': '20261123' },
    at: 'OBX[4]-5',
    says: 'The day on which the information statement (VIS) was handed out lies in the future.',
    holds: { 'OBX[4]-5': '20261120' },
  },
  'vis-presented-after-dose': {
    fires: { 'OBX[4]-5': '20261121' },
    at: 'OBX[4]-5',
    says: 'The information statement (VIS) was handed out after the day of the dose.',
    holds: { 'OBX[4]-5': '20261119' },
  },
  'vis-presented-before-dose': {
    fires: { 'OBX[4]-5': '20261119' },
    at: 'OBX[4]-5',
    says: 'The information statement (VIS) was handed out before the day of the dose.',
    holds: { 'OBX[4]-5': '20261120' },
  },
  'vis-published-after-dose': {
    fires: { 'OBX[3]-2': 'DT', 'OBX[3]-3': '29768-9^x^LN', 'OBX[3]-5': '20261121' },
    at: 'OBX[3]-5',
    says: 'The information statement (VIS) was published after the day of the dose.',
    holds: { 'OBX[3]-2': 'DT', 'OBX[3]-3': '29768-9^x^LN', 'OBX[3]-5': '20261120' },
  },
  'vis-outdated': {
    fires: { 'OBX[3]-5': '253088698300049311220204^PCV VIS^cdcgs1vis' },
    at: 'OBX[3]-5',
    says: 'A newer edition of the information statement (VIS) was out for half a year.',
    holds: { 'OBX[3]-5': '253088698300049311250529^PCV VIS^cdcgs1vis' },
  },
  'vis-of-other-vaccine': {
    fires: { 'OBX[3]-5': '253088698300012711250131^MMR VIS^cdcgs1vis' },
    at: 'OBX[3]-5',
    says: 'The information statement (VIS) is about another vaccine.',
    holds: { 'OBX[3]-5': '253088698300049311250529^PCV VIS^cdcgs1vis' },
  },
  'vaccine-type-of-other-vaccine': {
    fires: { 'OBX[3]-2': 'CE', 'OBX[3]-3': '30956-7^x^LN', 'OBX[3]-5': '03^MMR^CVX' },
    at: 'OBX[3]-5',
    says: 'The vaccine type (OBX-5) is none that the vaccine of the dose contains.',
    holds: { 'OBX[3]-2': 'CE', 'OBX[3]-3': '30956-7^x^LN', 'OBX[3]-5': '152^Pneumococcal conjugate^CVX' },
  },
  'dose-number-implausible': {
    fires: { 'OBX[3]-2': 'NM', 'OBX[3]-3': '30973-2^x^LN', 'OBX[3]-5': '0', 'OBX[3]-6': '1^one^UCUM' },
    at: 'OBX[3]-5',
    says: 'The number of the dose in its series is none that series have.',
    holds: { 'OBX[3]-2': 'NM', 'OBX[3]-3': '30973-2^x^LN', 'OBX[3]-5': '4', 'OBX[3]-6': '1^one^UCUM' },
  },
});
