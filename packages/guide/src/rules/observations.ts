import { vaccineByCvx, visByBarcode, visOf } from '@cairn/codes';
import type { ObservationFacts } from '../facts/subjects.ts';
import { daysBetween } from '../dates.ts';
import { rule } from '../rule.ts';
import { dayOf } from './code-days.ts';

const VIS_DOCUMENT = '69764-9';
const VIS_PUBLISHED = '29768-9';
const VIS_PRESENTED = '29769-7';
const REACTION = '31044-1';
const VACCINE_TYPES = ['30956-7', '38890-0'];
const DOSE_NUMBER = '30973-2';
const MOST_DOSES = 20;
/** New editions may be used up in the months after they come out. */
const DAYS_TO_CHANGE_VIS = 180;
/** 253, the document type identifier (13 digits), then its serial number: 11 and the edition as YYMMDD. */
const VIS_TYPE_DIGITS = 16;

/** The day of publication that an observation states by itself or by its barcode. */
function publishedOn({ identifier, day, value }: ObservationFacts): number | undefined {
  if (identifier === VIS_PUBLISHED) return day;
  if (identifier !== VIS_DOCUMENT || value === undefined) return undefined;
  const edition = visByBarcode(value)?.edition;
  return edition === undefined ? undefined : dayOf(edition);
}

function isOfVaccine(code: string, { cvx, groupCvx }: { cvx: string; groupCvx: readonly string[] }): boolean {
  if (code === cvx || groupCvx.includes(code)) return true;
  const named = vaccineByCvx(code);
  return !named || named.groupCvx.some((group) => groupCvx.includes(group));
}

/** What is observed with a dose. */
export const observationRules = [
  rule({
    code: 'observation-before-birth',
    scope: 'observation',
    states: 'What is observed is observed after birth.',
    source: 'MIROW 2008, dates; MQE0482 observation date time of observation is invalid',
    at: 'OBX-14',
    value: 'illogical-date',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '1',
    needs: ['observedOn', 'birthDate'],
    holds: ({ observedOn, birthDate }) => observedOn >= birthDate,
    message: 'The date of the observation lies before the birth date.',
    fix: 'Correct OBX-14 or PID-7.',
  }),
  rule({
    code: 'observation-in-future',
    scope: 'observation',
    states: 'What is observed is observed before it is reported.',
    source: 'MIROW 2008, dates; MQE0482 observation date time of observation is invalid',
    at: 'OBX-14',
    value: 'illogical-date',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '1',
    needs: ['observedOn'],
    holds: ({ observedOn, today }) => observedOn <= today,
    message: 'The date of the observation lies in the future.',
    fix: 'Correct OBX-14.',
  }),
  rule({
    code: 'reaction-before-dose',
    scope: 'observation',
    states: 'A reaction follows the dose.',
    source: 'R1.5 OBX 31044-1; VAERS',
    at: 'OBX-14',
    value: 'out-of-order',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '1',
    about: [REACTION],
    needs: ['observedOn', 'givenOn'],
    after: ['observation-before-birth'],
    holds: ({ observedOn, givenOn }) => observedOn >= givenOn,
    message: 'The reaction is dated before the dose that it is a reaction to.',
    fix: 'Correct the date in OBX-14, or send the reaction with the dose that it followed.',
  }),
  rule({
    code: 'vis-presented-in-future',
    scope: 'observation',
    states: 'An information statement is handed out before that is reported.',
    source: 'R1.5 OBX 29769-7',
    at: 'OBX-5',
    value: 'illogical-date',
    severity: 'W',
    effect: 'value',
    hl7: '0',
    application: '1',
    about: [VIS_PRESENTED],
    needs: ['day'],
    holds: ({ day, today }) => day <= today,
    message: 'The day on which the information statement (VIS) was handed out lies in the future.',
    fix: 'Correct OBX-5.',
  }),
  rule({
    code: 'vis-presented-after-dose',
    scope: 'observation',
    states: 'An information statement is handed out before the dose is given.',
    source: 'R1.5 OBX 29769-7; 42 USC 300aa-26',
    at: 'OBX-5',
    value: 'out-of-order',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '1',
    only: 'administered',
    about: [VIS_PRESENTED],
    needs: ['day', 'givenOn'],
    after: ['vis-presented-in-future'],
    holds: ({ day, givenOn }) => day <= givenOn,
    message: 'The information statement (VIS) was handed out after the day of the dose.',
    fix: 'Check OBX-5 and RXA-3; the statement is to be given before the dose.',
  }),
  rule({
    code: 'vis-presented-before-dose',
    scope: 'observation',
    states: 'An information statement is handed out on the day of the dose.',
    source: 'R1.5 OBX 29769-7; 42 USC 300aa-26',
    at: 'OBX-5',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    only: 'administered',
    about: [VIS_PRESENTED],
    needs: ['day', 'givenOn'],
    holds: ({ day, givenOn }) => day >= givenOn,
    message: 'The information statement (VIS) was handed out before the day of the dose.',
    fix: 'Check the date in OBX-5; a statement is to be given with every dose.',
  }),
  rule({
    code: 'vis-published-after-dose',
    scope: 'observation',
    states: 'An information statement that was handed out had been published.',
    source: 'R1.5 OBX 69764-9, 29768-9; MQE0503 VIS Version Date is invalid',
    at: 'OBX-5',
    value: 'illogical-date',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '1',
    only: 'administered',
    about: [VIS_PUBLISHED, VIS_DOCUMENT],
    needs: ['value', 'givenOn'],
    holds: (observation) => (publishedOn(observation) ?? 0) <= observation.givenOn,
    message: 'The information statement (VIS) was published after the day of the dose.',
    fix: 'Send the edition that was handed out.',
  }),
  rule({
    code: 'vis-outdated',
    scope: 'observation',
    states: 'The newest information statement is handed out.',
    source: 'R1.5 OBX 69764-9; MQE0502 VIS document type is out-of-date',
    at: 'OBX-5',
    value: 'retired',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    only: 'administered',
    about: [VIS_DOCUMENT],
    needs: ['value', 'givenOn', 'vaccine'],
    holds: ({ value, givenOn, vaccine }) => {
      const shown = visByBarcode(value);
      if (!shown || shown.status === 'current') return true;
      const type = shown.barcode.slice(0, VIS_TYPE_DIGITS);
      return !visOf(vaccine.cvx).some(
        ({ barcode, edition }) =>
          barcode.startsWith(type) &&
          edition > shown.edition &&
          daysBetween(dayOf(edition), givenOn) > DAYS_TO_CHANGE_VIS,
      );
    },
    message: 'A newer edition of the information statement (VIS) was out for half a year.',
    fix: 'Hand out the newest edition; CDC lists them.',
  }),
  rule({
    code: 'vis-of-other-vaccine',
    scope: 'observation',
    states: 'The information statement is about the vaccine.',
    source: 'R1.5 OBX 69764-9; MQE0498 VIS document type is incorrect',
    at: 'OBX-5',
    value: 'inconsistent',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    only: 'administered',
    about: [VIS_DOCUMENT],
    needs: ['value', 'vaccine'],
    holds: ({ value, vaccine }) => {
      const shown = visByBarcode(value);
      const editions = visOf(vaccine.cvx);
      return !shown || editions.length === 0 || editions.includes(shown);
    },
    message: 'The information statement (VIS) is about another vaccine.',
    fix: 'Check the vaccine (RXA-5) and the barcode of the statement (OBX-5).',
  }),
  rule({
    code: 'vaccine-type-of-other-vaccine',
    scope: 'observation',
    states: 'A vaccine type sent with a dose is one that the vaccine contains.',
    source: 'R1.5 OBX 30956-7, 38890-0',
    at: 'OBX-5',
    value: 'inconsistent',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    only: 'administered',
    about: VACCINE_TYPES,
    needs: ['value', 'vaccine'],
    holds: ({ value, vaccine }) => vaccine.groupCvx.length === 0 || isOfVaccine(value, vaccine),
    message: 'The vaccine type (OBX-5) is none that the vaccine of the dose contains.',
    fix: 'Check the vaccine (RXA-5) and the type (OBX-5).',
  }),
  rule({
    code: 'dose-number-implausible',
    scope: 'observation',
    states: 'The number of a dose in its series is a small whole number.',
    source: 'R1.5 OBX 30973-2',
    at: 'OBX-5',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    about: [DOSE_NUMBER],
    needs: ['number'],
    holds: ({ number }) => Number.isInteger(number) && number >= 1 && number <= MOST_DOSES,
    message: 'The number of the dose in its series is none that series have.',
    fix: 'Send 1 for the first dose, 2 for the second, or leave the observation out.',
  }),
];
