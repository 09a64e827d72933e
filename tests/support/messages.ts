/**
 * Messages as an EHR sends them, made for the tests: nobody in them exists. Unchanged they are sound, that is answered
 * AA without a word on the day of the tests (`TODAY`). Every field can be overridden by its number, so that a test shows
 * just what it is about.
 */
import { dose, type Fields, next, type Order, segment } from './doses.ts';
import { DEMO_CLINIC, DEMO_HIE } from './soap.ts';

export { details, dose, type Fields, historical, type Order, refusal, segment } from './doses.ts';

/** Who sends (MSH-4), for whom (MSH-22), with which login. */
export type Sending = {
  readonly sender: string;
  readonly site: string;
  readonly login: { readonly username: string; readonly password: string; readonly facilityID: string };
};

/** A direct site, and a site that sends through its Sending Facility: the organizations of demo mode. */
export const CLINIC: Sending = { sender: 'DE-000001', site: 'DE-000001', login: DEMO_CLINIC };
export const PEDIATRICS: Sending = { sender: 'SF-000001', site: 'DE-000002', login: DEMO_HIE };

export type Patient = {
  readonly chart: string;
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly birthDate: string;
  readonly sex: string;
};

/** Somebody of whom nothing is known yet. */
export function patient(known: Partial<Patient> = {}): Patient {
  const number = next();
  return {
    chart: `CHART${number}`,
    last: lastName(number),
    first: 'Ana',
    middle: '',
    birthDate: '20230315',
    sex: 'F',
    ...known,
  };
}

/** Two are not alike: persons of like names who share a household may be one, and are not what most tests are about. */
function lastName(number: string): string {
  const syllable = (index: number): string => {
    const at = draw(`${number} ${index}`, CONSONANTS.length * VOWELS.length);
    return CONSONANTS.charAt(at % CONSONANTS.length) + VOWELS.charAt(Math.floor(at / CONSONANTS.length));
  };
  const name = [0, 1, 2, 3].map(syllable).join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}madeup`;
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** A number below `below`, always the same for the same text. */
function draw(text: string, below: number): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) % below;
}

type Common = {
  readonly from?: Sending;
  readonly patient?: Patient;
  readonly controlId?: string;
  readonly msh?: Fields;
};

/** Everyone lives by themselves. */
const phoneOf = ({ chart }: Patient): string =>
  `^PRN^PH^^^916^${2_000_000 + draw(`phone ${chart}`, 7_000_000)}`;
const addressOf = ({ chart }: Patient): string =>
  `${1 + draw(`house ${chart}`, 9000)} ${lastName(`street ${chart}`)} Street^^Sacramento^CA^95814^USA^H`;

/** Mother's maiden name, address and phone of a patient, for a chart of theirs elsewhere: by them it is the same person. */
export const household = (who: Patient): Fields => ({
  6: motherOf(who),
  11: addressOf(who),
  13: phoneOf(who),
});

const motherOf = ({ chart }: Patient): string => `${lastName(`mother ${chart}`)}^Rosa^^^^^M`;

/** A Z22 with one administered dose, unless `orders` says otherwise. */
export function vxu(
  options: Common & {
    readonly pid?: Fields;
    readonly pd1?: Fields;
    readonly nk1?: Fields;
    readonly orders?: readonly Order[];
  } = {},
): string {
  const { from = CLINIC, patient: who = patient() } = options;
  return lines([
    header(options, from, { 9: 'VXU^V04^VXU_V04', 16: 'AL', 21: 'Z22^CDCPHINVS' }),
    segment('PID', {
      1: '1',
      3: `${who.chart}^^^${from.site}^MR`,
      5: `${who.last}^${who.first}^${who.middle}^^^^L`,
      6: motherOf(who),
      7: who.birthDate,
      8: who.sex,
      10: '2106-3^White^CDCREC',
      11: addressOf(who),
      13: phoneOf(who),
      22: '2186-5^Not Hispanic or Latino^CDCREC',
      ...options.pid,
    }),
    ...(options.pd1 ? [segment('PD1', options.pd1)] : []),
    segment('NK1', {
      1: '1',
      2: `${who.last}^Rosa^^^^^L`,
      3: 'MTH^Mother^HL70063',
      5: phoneOf(who),
      ...options.nk1,
    }),
    ...(options.orders ?? [dose({ site: from.site })]).flat(),
  ]);
}

/** A Z34 that names the patient by the asker's chart number, name, birth date and sex. */
export function qbp(options: Common & { readonly qpd?: Fields } = {}): string {
  const { from = CLINIC, patient: who = patient() } = options;
  return lines([
    header(options, from, { 9: 'QBP^Q11^QBP_Q11', 16: 'AL', 21: 'Z34^CDCPHINVS' }),
    segment('QPD', {
      1: 'Z34^Request Immunization History^CDCPHINVS',
      2: `TAG${next()}`,
      3: `${who.chart}^^^${from.site}^MR`,
      4: `${who.last}^${who.first}^${who.middle}^^^^L`,
      6: who.birthDate,
      7: who.sex,
      ...options.qpd,
    }),
    segment('RCP', { 1: 'I', 2: '5^RD&records&HL70126' }),
  ]);
}

function header(options: Common, from: Sending, kind: Fields): string {
  return segment('MSH', {
    3: 'TEST-EHR',
    4: from.sender,
    6: 'CAIR2',
    7: '20250320101500-0700',
    10: options.controlId ?? controlId(),
    11: 'P',
    12: '2.5.1',
    15: 'ER',
    22: from.site,
    ...kind,
    ...options.msh,
  });
}

/** A message control id that nothing in this file has used. */
export const controlId = (): string => `TEST-${next()}`;

/** Ended as the standard says: each segment by a carriage return, the last one too. */
export const lines = (segments: readonly string[]): string => segments.map((text) => `${text}\r`).join('');

/** A batch file around messages: FHS, BHS, the messages, BTS, FTS. */
export const batch = (messages: readonly string[], sender = 'DE-000001'): string =>
  [
    `FHS|^~\\&|TEST-EHR|${sender}\r`,
    `BHS|^~\\&|TEST-EHR|${sender}\r`,
    ...messages,
    `BTS|${messages.length}\r`,
    'FTS|1\r',
  ].join('');
