import { codeTable, vaccineByCvx } from '@cairn/codes';
import type { Segment } from '@cairn/hl7';
import type { ApplicationError, Hl7Error, ValueClass } from './finding.ts';
import type { ProfileId } from './profile.ts';

/** What a statement may look at besides its segment. */
export type Beside = {
  /** The RXA of an ORC's order. */
  readonly rxa: Segment | undefined;
  /** The how-manieth of its kind it is in the message, and in its order. */
  readonly inMessage: number;
  readonly inOrder: number;
};

/** A conformance statement of the guide (IZ-nn) about one segment. */
export type Statement = {
  /** `iz-28`: the guide's own number. */
  readonly code: string;
  readonly profiles: readonly ProfileId[];
  readonly segment: string;
  readonly field: number;
  readonly component?: number;
  readonly states: string;
  readonly value: ValueClass;
  readonly hl7: Hl7Error;
  readonly application?: ApplicationError;
  readonly message: string;
  readonly fix: string;
  /** Whether it looks at what is beside the segment; what others say of a text holds wherever that text stands. */
  readonly looksBeside?: true;
  /** Asked only where the field is valued, or where `whenEmpty` says so. */
  readonly holds: (segment: Segment, beside: Beside) => boolean;
  readonly whenEmpty?: true;
};

const ALL: readonly ProfileId[] = ['Z22', 'Z23', 'Z31', 'Z32', 'Z33', 'Z34', 'Z42', 'Z44'];
const ANSWERS: readonly ProfileId[] = ['Z23', 'Z31', 'Z32', 'Z33', 'Z42'];
const QUERIES: readonly ProfileId[] = ['Z34', 'Z44'];
const DOSES: readonly ProfileId[] = ['Z22', 'Z32', 'Z42'];
const SOURCES = new Set(['00', '01', '02', '03', '04', '05', '06', '07', '08']);
const OID = /^[0-2](?:\.(?:0|[1-9]\d*))*$/;

const isGiven = (completion: string): boolean => completion === 'CP' || completion === 'PA';

/** A field that must have one value. */
function fixed(
  code: string,
  profiles: readonly ProfileId[],
  at: readonly [segment: string, field: number, component?: number],
  wanted: string,
): Statement {
  const [segment, field, component] = at;
  const path = `${segment}-${field}${component === undefined ? '' : `.${component}`}`;
  return {
    code,
    profiles,
    segment,
    field,
    ...(component === undefined ? {} : { component }),
    states: `${path} is ${wanted}.`,
    value: 'inconsistent',
    hl7: '102',
    application: '4',
    message: `${path} is not ${wanted}.`,
    fix: `Send ${wanted} in ${path}.`,
    holds: (found) => found.text(field, component ?? 1) === wanted,
  };
}

const profileStatement = (code: string, profile: ProfileId): Statement => ({
  ...fixed(code, [profile], ['MSH', 21, 1], profile),
  states: `MSH-21 is ${profile}^CDCPHINVS.`,
  message: `MSH-21 is not ${profile}^CDCPHINVS.`,
  fix: `Send ${profile}^CDCPHINVS as the first value of MSH-21.`,
  holds: (msh) => msh.text(21, 1) === profile && msh.text(21, 2) === 'CDCPHINVS',
});

const messageType = (
  code: string,
  profiles: readonly ProfileId[],
  types: readonly (readonly [string, string, string])[],
): Statement => {
  const wanted = types.map((type) => type.join('^')).join(' or ');
  return {
    ...fixed(code, profiles, ['MSH', 9], wanted),
    holds: (msh) => types.some((type) => type.every((part, index) => msh.text(9, index + 1) === part)),
  };
};

const queryName = (
  code: string,
  profiles: readonly ProfileId[],
  names: readonly (readonly [string, string])[],
): Statement => {
  const wanted = names.map(([id, name]) => `${id}^${name}^CDCPHINVS`).join(' or ');
  return {
    ...fixed(code, profiles, ['QPD', 1], wanted),
    holds: (qpd) =>
      qpd.text(1, 3) === 'CDCPHINVS' &&
      names.some(([id, name]) => qpd.text(1, 1) === id && qpd.text(1, 2) === name),
  };
};

const HISTORY = ['Z34', 'Request Immunization History'] as const;
const FORECAST = ['Z44', 'Request Evaluated History and Forecast'] as const;

/** OBX-5 of a coded observation is in the table that its OBX-3 asks for. */
const observed = (
  code: string,
  profiles: readonly ProfileId[],
  identifier: string,
  table: string,
  what: string,
  isKnown: (value: string) => boolean,
): Statement => ({
  code,
  profiles,
  segment: 'OBX',
  field: 5,
  states: `The ${what} (OBX-3 = ${identifier}) is a code of ${table}.`,
  value: 'unknown',
  hl7: '103',
  application: '5',
  message: `OBX-5 is not a known ${what}.`,
  fix: `Send a code of ${table}.`,
  holds: (obx) =>
    obx.text(3) !== identifier ||
    (obx.text(2) !== 'CE' && obx.text(2) !== 'CWE') ||
    isKnown(obx.text(5).trim()) ||
    (obx.text(5, 4) !== '' && isKnown(obx.text(5, 4).trim())),
});

const inTable = (id: string) => {
  let find: ((code: string) => unknown) | undefined;
  return (value: string): boolean => {
    find ??= codeTable(id)?.find ?? (() => undefined);
    return find(value) !== undefined;
  };
};

/** HL7 table 0064 leaves V06 on to the states. */
const STATE_ELIGIBILITY = /^(?:V\d\d|[A-Z]{2}[A-Z0-9]{1,4})$/;
const knownEligibility = inTable('HL70064');

/** An object identifier in a component: IZ-3 (EI.3) and IZ-5 (HD.2) wherever those types stand. */
const oid = (code: string, profiles: readonly ProfileId[], segment: string, field: number): Statement => ({
  code,
  profiles,
  segment,
  field,
  component: code === 'iz-3' ? 3 : 2,
  states: `A universal id in ${segment}-${field} is an object identifier.`,
  value: 'malformed',
  hl7: '102',
  application: '4',
  message: `The universal id in ${segment}-${field} is no object identifier (OID).`,
  fix: 'Send numbers with points between, such as 2.16.840.1.113883, or leave it out.',
  holds: (found) => {
    const id = found.text(field, code === 'iz-3' ? 3 : 2);
    return id === '' || OID.test(id);
  },
});

/** The conformance statements of the guide, chapters 3 to 7 (release 1.5 and addendum). */
export const STATEMENTS: readonly Statement[] = [
  {
    ...fixed('iz-1', QUERIES, ['RCP', 2, 1], 'a number above 0'),
    holds: (rcp) => Number(rcp.text(2, 1)) > 0,
  },
  fixed('iz-2', QUERIES, ['RCP', 2, 2], 'RD'),
  oid('iz-3', DOSES, 'ORC', 2),
  oid('iz-3', DOSES, 'ORC', 3),
  oid('iz-5', ALL, 'MSH', 3),
  oid('iz-5', ALL, 'MSH', 4),
  oid('iz-5', ALL, 'MSH', 5),
  oid('iz-5', ALL, 'MSH', 6),
  fixed('iz-12', ALL, ['MSH', 1], '|'),
  fixed('iz-13', ALL, ['MSH', 2], '^~\\&'),
  fixed('iz-15', ALL, ['MSH', 12], '2.5.1'),
  messageType('iz-17', ['Z22'], [['VXU', 'V04', 'VXU_V04']]),
  fixed('iz-22', DOSES, ['OBX', 11], 'F'),
  fixed('iz-25', ['Z22', 'Z32'], ['ORC', 1], 'RE'),
  fixed('iz-27', QUERIES, ['RCP', 1], 'I'),
  fixed('iz-28', DOSES, ['RXA', 1], '0'),
  fixed('iz-29', DOSES, ['RXA', 2], '1'),
  {
    ...fixed('iz-30', DOSES, ['RXA', 4], 'the same as RXA-3'),
    value: 'inconsistent',
    application: '1',
    holds: (rxa) => rxa.text(4) === rxa.text(3),
  },
  {
    ...fixed('iz-31', DOSES, ['RXA', 9], '00 to 08'),
    value: 'unknown',
    hl7: '103',
    application: '5',
    holds: (rxa) => !isGiven(rxa.text(20)) || rxa.text(9) === '' || SOURCES.has(rxa.text(9)),
  },
  {
    ...fixed('iz-32', DOSES, ['RXA', 20], 'RE'),
    states: 'A reason for refusal (RXA-18) comes with RXA-20 = RE.',
    message: 'RXA-18 gives a reason for refusal, but RXA-20 is not RE.',
    fix: 'Send RXA-20 = RE for a refused dose, or leave RXA-18 empty.',
    whenEmpty: true,
    holds: (rxa) => rxa.state(18) !== 'valued' || rxa.text(20) === 'RE',
  },
  observed(
    'iz-35',
    ['Z22', 'Z32'],
    '64994-7',
    'table HL70064',
    'eligibility',
    (value) => knownEligibility(value) || STATE_ELIGIBILITY.test(value),
  ),
  observed('iz-36', DOSES, '69764-9', 'VIS barcodes', 'VIS document', inTable('VIS-BARCODES')),
  observed('iz-37', DOSES, '30956-7', 'CVX', 'vaccine type', (value) => vaccineByCvx(value) !== undefined),
  fixed('iz-41', ['Z22'], ['MSH', 16], 'AL'),
  fixed('iz-42', ['Z22'], ['MSH', 15], 'ER'),
  profileStatement('iz-43', 'Z22'),
  {
    ...fixed('iz-44', DOSES, ['OBX', 4], 'a number above 0'),
    holds: (obx) => Number(obx.text(4)) > 0,
  },
  {
    ...fixed('iz-45', DOSES, ['ORC', 3], '9999'),
    states: 'ORC-3 is 9999 where no dose was given (RXA-20 is NA or RE).',
    message: 'ORC-3 is not 9999, though no dose was given (RXA-20 is NA or RE).',
    fix: 'Send 9999 in ORC-3 for refusals and for statements that nothing was given.',
    looksBeside: true,
    holds: (orc, { rxa }) => {
      const completion = rxa?.text(20);
      return (completion !== 'NA' && completion !== 'RE') || orc.text(3) === '9999';
    },
  },
  fixed('iz-46', ['Z22', 'Z32', 'Z42'], ['PID', 1], '1'),
  {
    ...fixed('iz-47', DOSES, ['RXA', 9], 'empty'),
    states: 'RXA-9 is empty where no dose was given (RXA-20 is NA or RE).',
    message: 'RXA-9 says where the dose comes from, but no dose was given (RXA-20 is NA or RE).',
    fix: 'Leave RXA-9 empty, or correct RXA-20.',
    holds: (rxa) => !['NA', 'RE'].includes(rxa.text(20).trim().toUpperCase()),
  },
  {
    ...fixed('iz-48', DOSES, ['RXA', 6], '999'),
    states: 'RXA-6 is 999 for a refusal.',
    message: 'RXA-6 is not 999, though the dose was refused.',
    fix: 'Send 999 in RXA-6 for a refusal.',
    holds: (rxa) => rxa.text(20) !== 'RE' || rxa.text(6) === '999',
  },
  {
    ...fixed('iz-49', DOSES, ['RXA', 6], '999'),
    states: 'RXA-6 is 999 where no vaccine was given (CVX 998).',
    message: 'RXA-6 is not 999, though no vaccine was given (CVX 998).',
    fix: 'Send 999 in RXA-6 with CVX 998.',
    holds: (rxa) => rxa.text(5) !== '998' || rxa.text(20) === 'RE' || rxa.text(6) === '999',
  },
  messageType(
    'iz-51',
    ['Z23'],
    [
      ['ACK', 'V04', 'ACK'],
      ['ACK', 'Q11', 'ACK'],
    ],
  ),
  fixed('iz-52', ANSWERS, ['MSH', 16], 'NE'),
  fixed('iz-53', ANSWERS, ['MSH', 15], 'NE'),
  profileStatement('iz-54', 'Z23'),
  messageType('iz-55', QUERIES, [['QBP', 'Q11', 'QBP_Q11']]),
  profileStatement('iz-56', 'Z34'),
  fixed('iz-57', QUERIES, ['MSH', 15], 'ER'),
  fixed('iz-58', QUERIES, ['MSH', 16], 'AL'),
  messageType('iz-59', ['Z31', 'Z32', 'Z33', 'Z42'], [['RSP', 'K11', 'RSP_K11']]),
  profileStatement('iz-60', 'Z32'),
  profileStatement('iz-61', 'Z31'),
  profileStatement('iz-63', 'Z33'),
  profileStatement('iz-64', 'Z44'),
  profileStatement('iz-65', 'Z42'),
  {
    ...fixed('iz-66', ['Z22'], ['PID', 6, 7], 'M'),
    states: "The type of the mother's maiden name (PID-6.7) is M.",
    holds: (pid) => pid.text(6, 7) === '' || pid.text(6, 7) === 'M',
  },
  queryName('iz-67', ['Z34', 'Z31', 'Z32'], [HISTORY]),
  queryName('iz-68', ['Z44', 'Z42'], [FORECAST]),
  {
    ...fixed('iz-70', ['Z22', 'Z31', 'Z32'], ['NK1', 1], 'numbered 1, 2, 3 …'),
    message: 'NK1-1 does not number the contacts 1, 2, 3 …',
    looksBeside: true,
    holds: (nk1, { inMessage }) => Number(nk1.text(1)) === inMessage,
  },
  queryName('iz-71', ['Z33'], [HISTORY, FORECAST]),
  {
    ...fixed('iz-72', ['Z31'], ['PID', 1], 'numbered 1, 2, 3 …'),
    message: 'PID-1 does not number the candidates 1, 2, 3 …',
    looksBeside: true,
    holds: (pid, { inMessage }) => Number(pid.text(1)) === inMessage,
  },
  {
    ...fixed('obx-not-numbered', DOSES, ['OBX', 1], 'numbered 1, 2, 3 …'),
    states: 'OBX-1 numbers the observations of an order, or of the message, 1, 2, 3 …',
    message: 'OBX-1 does not number the observations 1, 2, 3 …',
    fix: 'Number the OBX of each order from 1.',
    looksBeside: true,
    // The guide lets them run through the message, NIST through the order.
    holds: (obx, { inMessage, inOrder }) => {
      const number = Number(obx.text(1));
      return number === inOrder || number === inMessage;
    },
  },
];
