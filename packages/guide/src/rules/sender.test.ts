import { senderRules } from './sender.ts';
import { testRules } from './testing.ts';

testRules(senderRules, {
  'sending-facility-missing': {
    fires: { 'MSH-4': '' },
    at: 'MSH-4',
    says: 'MSH-4 (Sending Facility) is empty.',
    holds: { 'MSH-4': 'SF-000001' },
  },
  'responsible-organization-missing': {
    fires: { 'MSH-22': '^^^^^CAIRN^XX' },
    at: 'MSH-22',
    says: 'MSH-22 (Responsible Organization) is empty.',
    holds: { 'MSH-22': 'DE-000001' },
  },
});
