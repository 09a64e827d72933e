import type { Message } from '@cairn/hl7';
import { headerRules } from './header.ts';
import { testRules } from './testing.ts';

const removeOrders = (message: Message): void => {
  for (const name of ['ORC', 'RXA', 'RXR', 'OBX']) {
    for (const segment of message.all(name)) message.remove(segment);
  }
};

/** With that many orders, all like the second of the sound message. */
const withOrders = (count: number) => (message: Message) => {
  const orc = message.all('ORC')[1];
  const rxa = message.all('RXA')[1];
  if (!orc || !rxa) return;
  for (let orders = message.all('ORC').length; orders < count; orders++) {
    message.append(orc);
    message.append(rxa);
  }
};

testRules(headerRules, {
  'message-date-in-future': {
    fires: { 'MSH-7': '20261124103000-0800' },
    at: 'MSH-7',
    says: 'The date of the message in MSH-7 lies in the future.',
    holds: { 'MSH-7': '20261123010000+1000' },
  },
  'message-sent-late': {
    fires: { 'MSH-7': '20261020103000-0800' },
    at: 'MSH-7',
    says: 'By MSH-7 the message is more than 30 days old.',
    holds: { 'MSH-7': '20261023103000-0800' },
  },
  'message-without-dose': {
    fires: removeOrders,
    at: 'MSH',
    says: 'The message has no dose (ORC and RXA): only what it says of the patient counts.',
    holds: withOrders(4),
  },
  'message-has-many-doses': {
    fires: withOrders(121),
    at: 'MSH',
    says: 'The message has more than 120 doses of one patient.',
    holds: withOrders(120),
  },
  'sending-application-missing': {
    fires: { 'MSH-3': '' },
    at: 'MSH-3',
    says: 'The name of the sending software is missing in MSH-3.',
    holds: { 'MSH-3': 'EHR' },
  },
  'sending-facility-placeholder': {
    fires: { 'MSH-4': 'UNKNOWN' },
    at: 'MSH-4',
    says: 'The sending facility in MSH-4 stands for a missing one.',
    holds: { 'MSH-4': 'UNKN-01' },
  },
  'responsible-organization-placeholder': {
    fires: { 'MSH-22': 'TEST' },
    at: 'MSH-22',
    says: 'The responsible organization in MSH-22 stands for a missing one.',
    holds: { 'MSH-22': 'TE-000001' },
  },
});
