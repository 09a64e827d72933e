import type { Message } from '@cairn/hl7';
import { doseRouteRules } from './dose-routes.ts';
import { testRules } from './testing.ts';

const remove = (message: Message, name: string): void => {
  const segment = message.first(name);
  if (segment) message.remove(segment);
};

testRules(doseRouteRules, {
  'route-missing': {
    fires: (message) => remove(message, 'RXR'),
    at: 'RXA[1]',
    says: 'The route of administration is missing.',
    holds: { 'RXR-1': 'IM^Intramuscular^HL70162' },
  },
  'route-not-nasal': {
    fires: { 'RXA[1]-5': '111^Influenza, live, intranasal^CVX' },
    at: 'RXR[1]-1',
    says: 'The vaccine is sprayed into the nose, but the route is another.',
    holds: { 'RXA[1]-5': '111^Influenza, live, intranasal^CVX', 'RXR-1': 'NS^Nasal^HL70162', 'RXR-2': '' },
  },
  'route-not-oral': {
    fires: { 'RXA[1]-5': '119^rotavirus, monovalent^CVX' },
    at: 'RXR[1]-1',
    says: 'The vaccine is given by mouth, but the route is another.',
    holds: { 'RXA[1]-5': '119^rotavirus, monovalent^CVX', 'RXR-1': 'C38288^Oral^NCIT', 'RXR-2': '' },
  },
  'route-not-injection': {
    fires: { 'RXR-1': 'C38284^Nasal^NCIT', 'RXR-2': '' },
    at: 'RXR[1]-1',
    says: 'The vaccine is injected, but the route is nasal or oral.',
    holds: { 'RXR-1': 'C38299^Subcutaneous^NCIT' },
  },
  'route-not-intradermal': {
    fires: { 'RXA[1]-5': '144^influenza, intradermal^CVX' },
    at: 'RXR[1]-1',
    says: 'The vaccine is given into the skin, but the route is another.',
    holds: { 'RXA[1]-5': '144^influenza, intradermal^CVX', 'RXR-1': 'ID^Intradermal^HL70162' },
  },
  'route-not-percutaneous': {
    fires: { 'RXA[1]-5': '75^Vaccinia^CVX' },
    at: 'RXR[1]-1',
    says: 'The vaccine is scratched into the skin, but the route is another.',
    holds: { 'RXA[1]-5': '75^Vaccinia^CVX', 'RXR-1': 'C38676^Percutaneous^NCIT' },
  },
  'route-intravenous': {
    fires: { 'RXR-1': 'C38276^Intravenous^NCIT' },
    at: 'RXR[1]-1',
    says: 'The route is into a vein, by which no vaccine is given.',
    holds: { 'RXA[1]-5': '87^IGIV^CVX', 'RXR-1': 'C38276^Intravenous^NCIT' },
  },
  'route-not-labelled': {
    fires: { 'RXR-1': 'C38299^Subcutaneous^NCIT' },
    at: 'RXR[1]-1',
    says: 'The route is not the one on the label of the vaccine.',
    holds: { 'RXA[1]-5': '03^MMR^CVX' },
  },
  'site-missing': {
    fires: { 'RXR-2': '' },
    at: 'RXR[1]-2',
    says: 'The site of the injection is missing.',
    holds: { 'RXA[1]-5': '119^rotavirus, monovalent^CVX', 'RXR-1': 'C38288^Oral^NCIT', 'RXR-2': '' },
  },
  'site-without-injection': {
    fires: { 'RXA[1]-5': '111^Influenza, live, intranasal^CVX', 'RXR-1': 'C38284^Nasal^NCIT' },
    at: 'RXR[1]-2',
    says: 'There is a site of injection, but the vaccine was given by nose or mouth (RXR-1).',
    holds: {
      'RXA[1]-5': '111^Influenza, live, intranasal^CVX',
      'RXR-1': 'C38284^Nasal^NCIT',
      'RXR-2': 'BN^Bilateral Nares^HL70163',
    },
  },
  'site-not-for-injection': {
    fires: { 'RXR-2': 'MO^Mouth^HL70163' },
    at: 'RXR[1]-2',
    says: 'The site is the nose or the mouth, but the vaccine was injected (RXR-1).',
    holds: { 'RXR-2': 'RD^Right Deltoid^HL70163' },
  },
  'site-deltoid-of-infant': {
    fires: { 'PID-7': '20260309', 'RXA[2]-3': '20260610', 'RXR-2': 'LD^Left Deltoid^HL70163' },
    at: 'RXR[1]-2',
    says: 'The site is the deltoid muscle of the arm, which in infants is too small.',
    holds: { 'RXR-2': 'LD^Left Deltoid^HL70163' },
  },
  'site-buttock': {
    fires: { 'RXR-2': 'LG^Left Gluteous Medius^HL70163' },
    at: 'RXR[1]-2',
    says: 'The site is the buttock, where vaccines work less well.',
    holds: { 'RXA[1]-5': '86^IG^CVX', 'RXR-2': 'LG^Left Gluteous Medius^HL70163' },
  },
});
