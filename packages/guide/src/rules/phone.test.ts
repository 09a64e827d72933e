import { phoneRules } from './phone.ts';
import { testRules } from './testing.ts';

const PHONE = '^PRN^PH^^^559^5550143';

testRules(phoneRules, {
  'patient-phone-missing': {
    fires: { 'PID-13': '^WPN^PH^^^559^5550143' },
    at: 'PID-13',
    says: 'PID-13 has no usable home phone, cell phone or e-mail address.',
    holds: { 'PID-13': '^NET^X.400^amara.family@example.org' },
  },
  'phone-area-missing': {
    fires: { 'PID-13': `${PHONE}~^PRN^CP^^^^5550144` },
    at: 'PID-13[2].6',
    says: 'The phone number has no area code in component 6.',
    holds: { 'PID-13': '(559)555-0143^PRN^PH' },
  },
  'phone-number-placeholder': {
    fires: { 'PID-13': `${PHONE}~^PRN^CP^^^559^9999999` },
    at: 'PID-13[2]',
    says: 'The phone number stands for a missing one, such as 999-9999.',
    holds: { 'PID-13': '^PRN^CP^^^559^9999998' },
  },
  'phone-number-is-example': {
    fires: { 'NK1-5': '^PRN^CP^^^559^5551212' },
    at: 'NK1[1]-5',
    says: 'The phone number is one that is used in examples: area code 555, or 555-1212.',
    holds: { 'NK1-5': '^PRN^CP^^^559^5551213' },
  },
  'phone-area-malformed': {
    fires: { 'NK1-5': '^PRN^CP^^^059^5550143' },
    at: 'NK1[1]-5.6',
    says: 'The area code in component 6 of the phone number is not a possible one.',
    holds: { 'NK1-5': '^PRN^CP^^^209^5550143' },
  },
  'phone-number-malformed': {
    fires: { 'PID-13': '^PRN^PH^^^559^555014' },
    at: 'PID-13.7',
    says: 'The local phone number in component 7 is not a possible one.',
    holds: { 'PID-13': '^PRN^PH^^^559^2550143' },
  },
  'phone-area-in-number': {
    fires: { 'PID-13': '^PRN^PH^^^^5595550143' },
    at: 'PID-13.7',
    says: 'Component 7 of the phone number has the area code in it.',
    holds: { 'PID-13': PHONE },
  },
  'patient-email-invalid': {
    fires: { 'PID-13': `${PHONE}~^NET^Internet^amara.family@example` },
    at: 'PID-13[2].4',
    says: 'The e-mail address of the patient in component 4 is not one.',
    holds: { 'PID-13': `${PHONE}~^NET^Internet^amara.d+clinic@mail.example.co.uk` },
  },
  'contact-email-invalid': {
    fires: { 'NK1-5': '^NET^Internet^ines delgado@example.org' },
    at: 'NK1[1]-5.4',
    says: 'The e-mail address of the contact in component 4 is not one.',
    holds: { 'NK1-5': '^NET^Internet^ines.delgado@example.org' },
  },
  'email-placeholder': {
    fires: { 'PID-13': `${PHONE}~^NET^Internet^noemail@clinic.org` },
    at: 'PID-13[2].4',
    says: 'The e-mail address in component 4 stands for a missing one, such as none@none.com.',
    holds: { 'PID-13': `${PHONE}~^NET^Internet^nonette@clinic.org` },
  },
  'phone-use-contradicts-equipment': {
    fires: { 'PID-13': '^PRN^Internet^^^559^5550143' },
    at: 'PID-13.3',
    says: 'Use and equipment in components 2 and 3 disagree: NET goes with Internet, PRN with PH or CP.',
    holds: { 'PID-13': '^NET^X.400^amara.family@example.org' },
  },
  'phone-is-no-telephone': {
    fires: { 'PID-13': `${PHONE}~^PRN^FX^^^559^5550144` },
    at: 'PID-13[2].3',
    says: 'The number is that of a fax, modem or beeper (component 3).',
    holds: { 'PID-13': `${PHONE}~^PRN^TTY^^^559^5550144` },
  },
});
