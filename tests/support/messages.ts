/**
 * Messages as an EHR sends them, made for the tests: nobody in them exists. Every field can be overridden by its
 * number, so that a test shows just what it is about.
 */
import { DEMO_CLINIC, DEMO_HIE } from './soap.ts';

export type Fields = Readonly<Record<number, string>>;

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

let made = 0;
/** Of one width, so that messages made alike are alike in length. */
const next = (): string => String(++made).padStart(4, '0');

/** Somebody of whom nothing is known yet. */
export function patient(known: Partial<Patient> = {}): Patient {
  const number = next();
  return {
    chart: `CHART${number}`,
    last: `Madeup${letters(number)}`,
    first: 'Ana',
    middle: '',
    birthDate: '20240315',
    sex: 'F',
    ...known,
  };
}

/** Names hold letters only. */
const letters = (number: string): string =>
  [...number].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');

export function segment(name: string, fields: Fields): string {
  const last = Math.max(0, ...Object.keys(fields).map(Number));
  const cells = Array.from({ length: last }, (_, index) => fields[index + 1] ?? '');
  return name === 'MSH' ? ['MSH', '^~\\&', ...cells.slice(2)].join('|') : [name, ...cells].join('|');
}

/** One ORDER group: its segments. */
export type Order = readonly string[];

type OrderOptions = {
  /** ORC-3; one of its own where it is left out. */
  readonly number?: string;
  readonly day?: string;
  readonly vaccine?: string;
  readonly action?: string;
  readonly site?: string;
  readonly orc?: Fields;
  readonly rxa?: Fields;
  readonly rest?: readonly string[];
};

/** A dose that the site gave itself: 0.5 mL MMR, with route, lot and eligibility. */
export function dose(options: OrderOptions = {}): Order {
  const {
    day = '20250320',
    vaccine = '03^MMR^CVX',
    action = 'A',
    site = 'DE-000001',
    number = `DOSE${next()}`,
  } = options;
  return [
    segment('ORC', { 1: 'RE', 3: number === '' ? '' : `${number}^${site}`, ...options.orc }),
    segment('RXA', {
      1: '0',
      2: '1',
      3: day,
      5: vaccine,
      6: '0.5',
      7: 'mL^milliliter^UCUM',
      9: '00^New immunization record^NIP001',
      11: `^^^${site}`,
      15: 'X100A',
      16: '20280131',
      17: 'MSD^Merck and Co., Inc.^MVX',
      20: 'CP',
      21: action,
      ...options.rxa,
    }),
    ...(options.rest ?? [
      segment('RXR', { 1: 'C38299^Subcutaneous^NCIT', 2: 'LT^Left Thigh^HL70163' }),
      segment('OBX', {
        1: '1',
        2: 'CE',
        3: '64994-7^Vaccine funding program eligibility category^LN',
        4: '1',
        5: 'V01^Not VFC eligible^HL70064',
        11: 'F',
        14: day,
      }),
    ]),
  ];
}

/** A dose that somebody else gave, as the patient's papers tell it. */
export const historical = (options: OrderOptions = {}): Order =>
  dose({
    rest: [],
    ...options,
    rxa: {
      6: '999',
      7: '',
      9: '01^Historical information - source unspecified^NIP001',
      11: '',
      15: '',
      16: '',
      17: '',
      ...options.rxa,
    },
  });

/** A dose that the patient, or the parents, declined. */
export const refusal = (options: OrderOptions = {}): Order =>
  dose({
    rest: [],
    number: '9999',
    ...options,
    rxa: {
      6: '999',
      7: '',
      9: '',
      11: '',
      15: '',
      16: '',
      17: '',
      18: '00^Parental decision^NIP002',
      20: 'RE',
      ...options.rxa,
    },
  });

type Common = {
  readonly from?: Sending;
  readonly patient?: Patient;
  readonly controlId?: string;
  readonly msh?: Fields;
};

/** A Z22 with one administered dose, unless `orders` says otherwise. */
export function vxu(
  options: Common & {
    readonly pid?: Fields;
    readonly pd1?: Fields;
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
      7: who.birthDate,
      8: who.sex,
      ...options.pid,
    }),
    ...(options.pd1 ? [segment('PD1', options.pd1)] : []),
    ...(options.orders ?? [dose({ site: from.site })]).flat(),
  ]);
}

/** A Z34 that names the patient by the asker's chart number, name, birth date and sex. */
export function qbp(options: Common & { readonly qpd?: Fields } = {}): string {
  const { from = CLINIC, patient: who = patient() } = options;
  return lines([
    header(options, from, { 9: 'QBP^Q11^QBP_Q11', 16: 'NE', 21: 'Z34^CDCPHINVS' }),
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
    7: '20250320101500-0800',
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
