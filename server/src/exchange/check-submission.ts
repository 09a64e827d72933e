import { HL7_NULL, type Message, type Segment } from '@cairn/hl7';
import { civilDate } from '../registry/dates.ts';
import { type Demographics, demographicsOf, PID } from '../registry/demographics.ts';
import type { Protection } from '../registry/queries.ts';
import { fillerIdOf, type ReportedDose, reportedDose, vaccineCodes } from '../registry/doses.ts';
import { identifiersOf, identityOf, type Identity, type PersonIdentifier } from '../registry/identity.ts';
import { codeKey } from '../registry/organizations.ts';
import { endsOpen, wasCutOff } from './check-complete.ts';
import type { Finding } from './findings.ts';
import { type Order, ordersOf } from './orders.ts';

/** A VXU that may be recorded: whom it is about and what it reports. */
export type Submission = {
  readonly identity: Identity & { readonly birthDate: string };
  readonly identifiers: readonly PersonIdentifier[];
  /** PID-3, undecoded, standard delimiters */
  readonly identifierText: string;
  readonly demographics: Demographics;
  /** PD1-12; '' where the message says nothing of it. */
  readonly protection: Protection;
  readonly doses: readonly SubmittedDose[];
};

export type SubmittedDose = {
  readonly dose: ReportedDose;
  /** Which ORC and which RXA of the message it is, 1-based: findings point there. */
  readonly order: number;
  readonly occurrence: number;
  /** RXA-9.1 = 00: given by the sender, not taken over from elsewhere. */
  readonly administered: boolean;
  /** RXA-11.4, comparable; '' when absent. */
  readonly administeredAt: string;
};

export type SubmissionCheck = {
  /** Undefined where the message as a whole cannot be recorded. */
  readonly submission: Submission | undefined;
  readonly findings: readonly Finding[];
};

/**
 * Checks a VXU for what recording needs: one patient with id, name and birth date, and per dose a date and
 * a vaccine. A dose that lacks them is left out with a finding; the others stand.
 * @param message in standard delimiters
 * @param text the message as received
 * @param today civil date in the jurisdiction
 */
export function checkSubmission(
  message: Message,
  text: string,
  today: string,
  pack: { readonly requirePatientIdType: boolean },
): SubmissionCheck {
  if (wasCutOff(message, text)) return { submission: undefined, findings: [cutOff(message)] };
  const findings: Finding[] = [];
  if (message.first('MSH')?.text(10).trim() === '') findings.push(missing('MSH-10', 'Message Control ID'));
  const [pid, second] = message.all('PID');
  if (!pid) findings.push(patientMissing());
  if (second) findings.push(secondPatient());
  if (!pid || second) return { submission: undefined, findings };

  const identifiers = identifiersOf(pid, PID.identifiers);
  const identity = identityOf(pid, PID);
  findings.push(
    ...identifierFindings(pid, identifiers, pack.requirePatientIdType),
    ...nameFindings(pid),
    ...birthDateFindings(pid, identity.birthDate, today),
  );
  const { birthDate } = identity;
  if (birthDate === undefined || findings.some(({ severity }) => severity === 'E')) {
    return { submission: undefined, findings };
  }
  const grouped = ordersOf(message);
  const doses = grouped.orders.map((order) => readDose(order, birthDate, today));
  if (doses.length === 0 && grouped.findings.length === 0 && endsOpen(text)) findings.push(perhapsCutOff());
  return {
    submission: {
      identity: { ...identity, birthDate },
      identifiers,
      identifierText: pid.raw(PID.identifiers),
      demographics: demographicsOf(pid, message.first('PD1'), message.all('NK1')),
      protection: protectionOf(message.first('PD1')),
      doses: doses.flatMap(({ dose }) => (dose ? [dose] : [])),
    },
    findings: [...findings, ...grouped.findings, ...doses.flatMap((read) => read.findings)],
  };
}

/** Y protects, N (or a deletion of the indicator) lets share; HL7 table 0136. */
function protectionOf(pd1: Segment | undefined): Protection {
  if (!pd1 || pd1.state(12) === 'empty') return '';
  return pd1.text(12).trim().toUpperCase() === 'Y' ? 'Y' : 'N';
}

function identifierFindings(
  pid: Segment,
  identifiers: readonly PersonIdentifier[],
  requireType: boolean,
): readonly Finding[] {
  if (identifiers.length === 0) return [missing('PID-3', 'Patient Identifier List')];
  if (requireType && identifiers.every(({ type }) => type === '')) {
    return [missing('PID-3.5', 'type of the patient id, for example MR')];
  }
  const untold = Array.from({ length: pid.repetitions(PID.identifiers) }, (_, index) => index + 1).find(
    (repetition) => pid.text(3, 1, repetition) !== '' && pid.text(3, 4, repetition) === '',
  );
  return untold === undefined ? [] : [authorityMissing(untold)];
}

function nameFindings(pid: Segment): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [component, what] of [
    [1, 'last name'],
    [2, 'first name'],
  ] as const) {
    const name = pid.text(PID.name, component).trim();
    if (name === '' || name === HL7_NULL) findings.push(missing(`PID-5.${component}`, `patient's ${what}`));
  }
  return findings;
}

function birthDateFindings(pid: Segment, birthDate: string | undefined, today: string): readonly Finding[] {
  if (pid.state(PID.birthDate) !== 'valued') return [missing('PID-7', 'birth date')];
  if (birthDate === undefined) return [notADate('PID-7', 'MESSAGE REJECTED. The birth date is no date.')];
  return birthDate > today ? [birthInFuture()] : [];
}

type DoseRead = { readonly dose: SubmittedDose | undefined; readonly findings: readonly Finding[] };

const CODING_SYSTEMS = ['CVX', 'NDC', 'CPT', 'C4', 'HL70292'];
const COMPLETIONS = ['', 'CP', 'PA', 'NA', 'RE'];
const ACTIONS = ['', 'A', 'U', 'D'];

function readDose(order: Order, birthDate: string, today: string): DoseRead {
  const { orc, rxa } = order;
  const at = (field: string): string => `RXA[${rxa.occurrence}]-${field}`;
  const findings: Finding[] = [];
  const administeredOn = civilDate(rxa.text(3));
  if (rxa.state(3) !== 'valued') findings.push(doseLacks(at('3'), 'date of administration'));
  else if (administeredOn === undefined)
    findings.push(notADate(at('3'), 'The date of administration is no date; this dose was not recorded.'));
  else if (administeredOn > today) findings.push(doseInFuture(at('3')));
  else if (administeredOn < birthDate) findings.push(doseBeforeBirth(at('3')));

  const codes = vaccineCodes(rxa);
  if (codes.length === 0) findings.push(doseLacks(at('5'), 'vaccine code'));
  else if (!codes.some((code) => CODING_SYSTEMS.includes(code.slice(0, code.indexOf(':')))))
    findings.push(codingSystem(at('5.3')));
  if (!COMPLETIONS.includes(rxa.text(20).trim().toUpperCase()))
    findings.push(notInTable(at('20'), 'completion status', 'CP, PA, NA or RE'));
  if (!ACTIONS.includes(rxa.text(21).trim().toUpperCase()))
    findings.push(notInTable(at('21'), 'action code', 'A, U or D'));
  if (findings.length > 0 || administeredOn === undefined) return { dose: undefined, findings };

  const dose = reportedDose(order, administeredOn);
  const describesNoDose = dose.completion === 'RE' || dose.completion === 'NA';
  return {
    dose: {
      dose,
      order: orc.occurrence,
      occurrence: rxa.occurrence,
      administered: rxa.text(9, 1) === '00' && !describesNoDose,
      administeredAt: codeKey(rxa.text(11, 4)),
    },
    findings: fillerIdOf(orc) !== '' || describesNoDose ? [] : [orderNumberMissing(orc)],
  };
}

const missing = (path: string, what: string): Finding => ({
  code: 'required-field-missing',
  severity: 'E',
  path,
  hl7: '101',
  application: '7',
  message: `MESSAGE REJECTED - REQUIRED FIELD ${path.replace('.', '-')} MISSING (${what}).`,
  fix: `Send ${path} and resend the message.`,
});

const patientMissing = (): Finding => ({
  code: 'patient-missing',
  severity: 'E',
  path: 'PID',
  hl7: '100',
  message: 'MESSAGE REJECTED. The message has no PID segment.',
  fix: 'Send one PID after MSH and resend the whole message.',
});

const secondPatient = (): Finding => ({
  code: 'second-patient',
  severity: 'E',
  path: 'PID[2]',
  hl7: '100',
  message: 'MESSAGE REJECTED. The message has more than one PID segment.',
  fix: 'Send one message for each patient.',
});

const authorityMissing = (repetition: number): Finding => ({
  code: 'patient-id-authority-missing',
  severity: 'I',
  path: `PID-3[${repetition}].4`,
  hl7: '0',
  message: 'The patient id has no assigning authority (PID-3.4).',
  fix: 'Send the authority that issued the id.',
});

const notADate = (path: string, message: string): Finding => ({
  code: 'date-invalid',
  severity: 'E',
  path,
  hl7: '102',
  application: '2',
  message,
  fix: 'Send an existing day as YYYYMMDD.',
});

const birthInFuture = (): Finding => ({
  code: 'birth-date-in-future',
  severity: 'E',
  path: 'PID-7',
  hl7: '102',
  application: '1',
  message: 'MESSAGE REJECTED. The birth date lies in the future.',
  fix: 'Correct PID-7 and resend the message.',
});

const doseLacks = (path: string, what: string): Finding => ({
  code: 'dose-field-missing',
  severity: 'E',
  path,
  hl7: '101',
  application: '7',
  message: `The ${what} is missing; this dose was not recorded.`,
  fix: 'Send it and resend this dose.',
});

const doseInFuture = (path: string): Finding => ({
  code: 'dose-in-future',
  severity: 'E',
  path,
  hl7: '102',
  application: '1',
  message: 'The date of administration lies in the future; this dose was not recorded.',
  fix: 'Correct RXA-3 and resend this dose.',
});

const doseBeforeBirth = (path: string): Finding => ({
  code: 'dose-before-birth',
  severity: 'E',
  path,
  hl7: '102',
  application: '1',
  message: 'The date of administration lies before the birth date; this dose was not recorded.',
  fix: 'Correct RXA-3 or PID-7 and resend this dose.',
});

const codingSystem = (path: string): Finding => ({
  code: 'vaccine-coding-system-unknown',
  severity: 'E',
  path,
  hl7: '103',
  application: '5',
  message: 'The vaccine has no coding system that is known here; this dose was not recorded.',
  fix: 'Send a CVX or NDC code and name its system in RXA-5.3.',
});

const notInTable = (path: string, what: string, values: string): Finding => ({
  code: 'dose-value-not-in-table',
  severity: 'E',
  path,
  hl7: '103',
  application: '5',
  message: `The ${what} is not one that is known; this dose was not recorded.`,
  fix: `Send ${values} and resend this dose.`,
});

const orderNumberMissing = (orc: Segment): Finding => ({
  code: 'order-number-missing',
  severity: 'W',
  path: `ORC[${orc.occurrence}]-3`,
  hl7: '101',
  application: '7',
  message: 'The dose has no id (ORC-3). It was recorded, but cannot be updated safely.',
  fix: 'Send the id of the dose in your system in ORC-3.',
});

const perhapsCutOff = (): Finding => ({
  code: 'no-doses-and-open-end',
  severity: 'W',
  hl7: '0',
  application: '8',
  message: 'The demographics were recorded. The message has no doses and its last segment is not ended.',
  fix: 'If doses were meant to follow, it was cut off: resend it. End each segment with a carriage return.',
});

const cutOff = (message: Message): Finding => ({
  code: 'message-cut-off',
  severity: 'E',
  path: `${message.segments.at(-1)?.name ?? 'MSH'}[${message.segments.at(-1)?.occurrence ?? 1}]`,
  hl7: '100',
  message:
    'MESSAGE REJECTED. It ends in the middle of a segment, as if it had been cut off. Nothing was recorded.',
  fix: 'Resend the whole message, and end each segment with a carriage return.',
});
