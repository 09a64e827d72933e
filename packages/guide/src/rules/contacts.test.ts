import { contactRules } from './contacts.ts';
import { type Edits, testRules } from './testing.ts';

const ADULT = '19840309';
const withoutContact: Edits = (message) => {
  for (const contact of message.all('NK1')) message.remove(contact);
};
const withSecondContact =
  (name: string): Edits =>
  (message) => {
    const [first] = message.all('NK1');
    if (!first) return;
    message.insert(message.segments.indexOf(first) + 1, first);
    message.set('NK1[2]-1', '2');
    message.set('NK1[2]-2.2', name);
  };

testRules(contactRules, {
  'child-contact-missing': {
    fires: withoutContact,
    at: 'PID',
    says: 'The patient is under 18, but the message has no parent or guardian (NK1).',
    holds: (message) => {
      message.set('PID-7', ADULT);
      if (typeof withoutContact === 'function') withoutContact(message);
    },
  },
  'child-guardian-missing': {
    fires: { 'NK1-3': 'SIB^Sibling^HL70063' },
    at: 'NK1[1]-3',
    says: 'The patient is under 18, but no contact is a parent, guardian or care giver by NK1-3.',
    holds: { 'NK1-3': 'GRD^Guardian^HL70063' },
  },
  'child-contact-is-self': {
    fires: { 'NK1-3': 'SEL^Self^HL70063' },
    at: 'NK1[1]-3',
    says: 'The patient is under 18, but the relationship of a contact in NK1-3 is SEL (self).',
    holds: { 'NK1-3': 'SEL^Self^HL70063', 'PID-7': ADULT },
  },
  'child-contact-named-like-patient': {
    fires: { 'NK1-2': 'Delgado^Amara^^^^^L' },
    at: 'NK1[1]-2',
    says: 'The patient is under 18, and a contact in NK1-2 has the same name.',
    holds: { 'NK1-2': 'Delgado^Amaro^^^^^L' },
  },
  'child-contact-relationship-implausible': {
    fires: { 'NK1-3': 'CHD^Child^HL70063' },
    at: 'NK1[1]-3',
    says: 'The patient is a child, but by NK1-3 a contact is its child, spouse or employer.',
    holds: { 'NK1-3': 'CHD^Child^HL70063', 'PID-7': ADULT },
  },
  'contact-repeated': {
    fires: withSecondContact('Ines'),
    at: 'NK1[1]',
    says: 'The same contact is sent in two NK1 segments.',
    holds: withSecondContact('Luis'),
  },
  'contact-name-placeholder': {
    fires: { 'NK1-2.1': 'Unknown' },
    at: 'NK1[1]-2',
    says: 'The name of the contact in NK1-2 stands for a missing one, or is a test name.',
    holds: { 'NK1-2.1': 'Na' },
  },
  'contact-name-is-relationship': {
    fires: { 'NK1-2.2': 'Mother' },
    at: 'NK1[1]-2',
    says: 'The name of the contact in NK1-2 is a word such as MOTHER or GUARDIAN.',
    holds: { 'NK1-2.2': 'Dada' },
  },
  'contact-name-has-digits': {
    fires: { 'NK1-2.2': 'Ines 2' },
    at: 'NK1[1]-2',
    says: 'The name of the contact in NK1-2 contains digits.',
    holds: { 'NK1-2.2': 'Inés' },
  },
  'contact-relationship-unknown': {
    fires: { 'NK1-3': 'OTH^Other^HL70063' },
    at: 'NK1[1]-3',
    says: 'The relationship of the contact in NK1-3 is unknown or other.',
    holds: { 'NK1-3': 'CGV^Care giver^HL70063' },
  },
  'contact-unreachable': {
    fires: { 'NK1-4': '', 'NK1-5': '' },
    at: 'NK1[1]-5',
    says: 'The contact has neither a phone number in NK1-5 nor an address in NK1-4.',
    holds: { 'NK1-4': '' },
  },
});
