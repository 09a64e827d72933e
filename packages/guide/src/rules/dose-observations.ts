import { codeTable, hasVis } from '@cairn/codes';
import type { DoseFacts, ObservationFacts } from '../facts/subjects.ts';
import { administeredRule, givenRule, keptRule } from './dose-rule.ts';

const VIS_DOCUMENT = '69764-9';
const VIS_PUBLISHED = '29768-9';
const VIS_PRESENTED = '29769-7';
const CONTRAINDICATED_FROM = '30946-8';
const CONTRAINDICATED_UNTIL = '30944-3';
/** What says that a disease was had, with the table of its answers. */
const IMMUNITY: ReadonlyMap<string, string> = new Map([
  ['59784-9', 'EVIDENCE-OF-IMMUNITY'],
  ['75505-8', 'SEROLOGICAL-EVIDENCE'],
]);

const observed = ({ observations }: DoseFacts, identifier: string): ObservationFacts | undefined => {
  for (const observation of observations) if (observation.identifier === identifier) return observation;
  return undefined;
};

/** What the observations of a dose say together. */
export const doseObservationRules = [
  administeredRule({
    code: 'vis-missing',
    states: 'An information statement is handed out with every dose that has one.',
    source: 'R1.5 IZ-24; MQE0500 VIS document type is missing',
    at: 'OBX-3',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '6',
    needs: ['cvx'],
    holds: (dose) =>
      !hasVis(dose.cvx) ||
      observed(dose, VIS_DOCUMENT) !== undefined ||
      observed(dose, VIS_PUBLISHED) !== undefined ||
      observed(dose, VIS_PRESENTED) !== undefined,
    message: 'It is not said which information statement (VIS) was handed out, nor when.',
    fix: 'Send OBX with 69764-9 (barcode of the statement) and 29769-7 (day it was handed out).',
  }),
  administeredRule({
    code: 'vis-date-missing',
    states: 'With an information statement comes the day on which it was handed out.',
    source: 'R1.5 IZ-24; MQE0503 VIS Version Date is invalid',
    at: 'OBX-3',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '6',
    holds: (dose) =>
      observed(dose, VIS_DOCUMENT) === undefined || observed(dose, VIS_PRESENTED) !== undefined,
    message: 'It is not said on which day the information statement (VIS) was handed out.',
    fix: 'Send an OBX with 29769-7 and that day.',
  }),
  givenRule({
    code: 'immunity-with-dose',
    states: 'Immunity from disease is sent without a dose.',
    source: 'R1.5 OBX 59784-9, 75505-8: with RXA-5 998 and RXA-20 NA',
    at: 'OBX-5',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    // Some systems send the question with every dose, with an unknown for its answer.
    holds: ({ observations }) => {
      for (const { identifier, value } of observations) {
        const table = identifier === undefined ? undefined : IMMUNITY.get(identifier);
        if (table !== undefined && value !== undefined && codeTable(table)?.find(value)) return false;
      }
      return true;
    },
    message: 'Immunity from disease is sent with a dose that was given.',
    fix: 'Send it in an order of its own, with 998 in RXA-5 and NA in RXA-20.',
  }),
  keptRule({
    code: 'contraindication-ends-before-start',
    states: 'A contraindication ends after it starts.',
    source: 'R1.5 OBX 30946-8, 30944-3',
    at: 'OBX-5',
    value: 'out-of-order',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '1',
    holds: (dose) => {
      const from = observed(dose, CONTRAINDICATED_FROM)?.day;
      const until = observed(dose, CONTRAINDICATED_UNTIL)?.day;
      return from === undefined || until === undefined || until >= from;
    },
    message: 'A contraindication ends (OBX 30944-3) before it starts (OBX 30946-8).',
    fix: 'Check both dates.',
  }),
  keptRule({
    code: 'observation-repeated',
    states: 'An observation is sent once.',
    source: 'R1.5 OBX; MIROW 2013',
    at: 'OBX-3',
    value: 'repeated',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    holds: ({ observations }) => {
      for (let at = 1; at < observations.length; at++) {
        const one = observations[at];
        if (one?.identifier === undefined || one.value === undefined) continue;
        for (let before = 0; before < at; before++) {
          const other = observations[before];
          const isSame = other?.identifier === one.identifier && other.value === one.value;
          if (isSame && other.subId === one.subId) return false;
        }
      }
      return true;
    },
    message: 'The same observation (OBX) is sent twice with one dose.',
    fix: 'Send each observation once.',
  }),
];
