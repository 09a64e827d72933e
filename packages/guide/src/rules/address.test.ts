import { addressRules } from './address.ts';
import { testRules } from './testing.ts';

testRules(addressRules, {
  'patient-address-missing': {
    fires: { 'PID-11': '' },
    at: 'PID-11',
    says: 'The address of the patient is missing in PID-11.',
    holds: { 'PID-11': 'General Delivery^^Fresno^CA^93701^USA^M' },
  },
  'address-empty': {
    fires: { 'PID-11': '^^^CA^^USA^H' },
    at: 'PID-11',
    says: 'The address has neither street nor city nor ZIP code.',
    holds: { 'PID-11': '^^Fresno^CA^^USA^H' },
  },
  'address-street-missing': {
    fires: { 'PID-11.1': '' },
    at: 'PID-11.1',
    says: 'The address has no street in component 1.',
    holds: { 'PID-11': '^^Fresno^CA^93722^USA^BDL' },
  },
  'address-city-missing': {
    fires: { 'NK1-4.3': '' },
    at: 'NK1[1]-4.3',
    says: 'The address has no city in component 3.',
    holds: { 'NK1-4': '' },
  },
  'address-state-missing': {
    fires: { 'PID-11.4': '' },
    at: 'PID-11.4',
    says: 'The address has no state in component 4.',
    holds: { 'PID-11': 'Calle 5 No. 18^^Tijuana^^22000^MEX^H' },
  },
  'address-zip-missing': {
    fires: { 'PID-11.5': '' },
    at: 'PID-11.5',
    says: 'The address has no ZIP code in component 5.',
    holds: { 'PID-11': 'Calle 5 No. 18^^Tijuana^BC^^MEX^H' },
  },
  'address-state-unknown': {
    fires: { 'PID-11.4': 'California' },
    at: 'PID-11.4',
    says: 'The state in component 4 of the address is not a two-letter USPS abbreviation.',
    holds: { 'PID-11.4': 'ca' },
  },
  'address-zip-malformed': {
    fires: { 'PID-11.5': '9372' },
    at: 'PID-11.5',
    says: 'The ZIP code in component 5 of the address does not have 5 or 9 digits.',
    holds: { 'PID-11.5': '93722-1405' },
  },
  'address-zip-placeholder': {
    fires: { 'PID-11.5': '99999-9999' },
    at: 'PID-11.5',
    says: 'The ZIP code in component 5 of the address stands for a missing one.',
    holds: { 'PID-11.5': '96150' },
  },
  'address-zip-not-in-state': {
    fires: { 'PID-11': '418 Larkspur Ln^^Fresno^CA^93722^USA^H~12 Elm Ct^^Reno^NV^93722^USA^P' },
    at: 'PID-11[2].5',
    says: 'The ZIP code in component 5 of the address is not of the state in component 4.',
    holds: { 'PID-11': '9 Mesa St^^El Paso^TX^88510^USA^H' },
  },
  'address-street-placeholder': {
    fires: { 'PID-11.1': 'UNKNOWN' },
    at: 'PID-11.1',
    says: 'The street in component 1 of the address stands for a missing one.',
    holds: { 'PID-11.1': 'HOMELESS' },
  },
  'address-city-placeholder': {
    fires: { 'PID-11.3': 'Unknown' },
    at: 'PID-11.3',
    says: 'The city in component 3 of the address stands for a missing one.',
    holds: { 'PID-11.3': 'Nada' },
  },
  'address-is-example': {
    fires: { 'PID-11.1': '123 Main St.' },
    at: 'PID-11',
    says: 'The address is one that forms use as an example, such as 123 MAIN ST or ANYTOWN.',
    holds: { 'PID-11.1': '128 Main St', 'PID-11.3': 'City of Industry' },
  },
  'address-street-has-signs': {
    fires: { 'PID-11.1': '418 Larkspur Ln {old}' },
    at: 'PID-11.1',
    says: 'The street in component 1 of the address contains unusual signs.',
    holds: { 'PID-11.1': "418½ O'Farrell St. #2/B (rear)" },
  },
  'address-street-repeated': {
    fires: { 'PID-11.2': '418 Larkspur Ln' },
    at: 'PID-11.2',
    says: 'The second line of the address in component 2 repeats the first.',
    holds: { 'PID-11.2': 'Apt 4' },
  },
  'address-city-has-digits': {
    fires: { 'PID-11.3': 'Fresno CA 93722' },
    at: 'PID-11.3',
    says: 'The city in component 3 of the address contains digits.',
    holds: { 'PID-11.3': "Coeur d'Alene" },
  },
  'address-is-bad': {
    fires: { 'PID-11.7': 'BA' },
    at: 'PID-11.7',
    says: 'The address is marked as one where mail does not arrive (type BA).',
    holds: { 'PID-11.7': 'P' },
  },
  'address-country-contradicts': {
    fires: { 'PID-11.6': 'MEX' },
    at: 'PID-11.6',
    says: 'State and ZIP code of the address are of the United States, the country in component 6 is not.',
    holds: { 'PID-11': 'Calle 5 No. 18^^San Juan^PR^00907^PRI^H' },
  },
});
