import type { Message } from '@cairn/hl7';
import { dosesTogetherRules } from './doses-together.ts';
import { testRules } from './testing.ts';

/** Adds orders like the second of the sound message. */
const addOrders = (message: Message, count: number): void => {
  const orc = message.all('ORC')[1];
  const rxa = message.all('RXA')[1];
  if (!orc || !rxa) return;
  for (let added = 0; added < count; added++) {
    message.append(orc);
    message.append(rxa);
  }
};

testRules(dosesTogetherRules, {
  'dose-sent-twice': {
    fires: { 'RXA[2]-3': '20261120' },
    at: 'PID',
    says: 'The same vaccine on the same day is sent twice, under different numbers (ORC-3).',
    holds: { 'RXA[2]-3': '20261120', 'RXA[2]-21': 'D' },
  },
  'order-number-repeated': {
    fires: { 'ORC[2]-3': 'V-9001^DE-000001' },
    at: 'PID',
    says: 'Two orders of the message have the same number (ORC-3); one may replace the other.',
    holds: { 'ORC[2]-3': '9999^DE-000001' },
  },
  'dose-given-and-refused': {
    fires: { 'RXA[3]-5': '133^PCV13^CVX' },
    at: 'PID',
    says: 'The same vaccine is sent both as given and as refused on the same day.',
    holds: { 'RXA[3]-5': '133^PCV13^CVX', 'RXA[3]-3': '20261119' },
  },
  'vaccine-family-twice': {
    fires: { 'RXA[2]-3': '20261120', 'RXA[2]-5': '215^PCV15^CVX' },
    at: 'PID',
    says: 'Two vaccines against the same disease were given on one day.',
    holds: { 'RXA[2]-3': '20261120', 'RXA[2]-5': '33^PPV23^CVX' },
  },
  'many-doses-on-one-day': {
    fires: (message) => addOrders(message, 12),
    at: 'PID',
    says: 'More than twelve doses carry the same date of administration.',
    holds: (message) => addOrders(message, 11),
  },
});
