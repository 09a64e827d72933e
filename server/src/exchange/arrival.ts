import { type Finding, kindOf } from '@cairn/guide';
import type { Message } from '@cairn/hl7';
import { monthOf } from '../platform/database/migrate.ts';
import type { Statement } from '../platform/database/pipeline.ts';
import { PID } from '../registry/demographics.ts';
import { chartNumber, identifiersOf, identityOf } from '../registry/identity.ts';
import { QPD } from './check-query.ts';
import type { Intake } from './intake.ts';
import type { LedgerRow } from './ledger.ts';
import { measure, type Tally } from './measures.ts';

/** What is counted of a message, and by what it is searched, besides what its row of the ledger says. */
export type Arrival = {
  /** The civil day in the jurisdiction. */
  readonly day: string;
  readonly kind: 'submission' | 'query' | 'other';
  /** `WREN ANA 20240315 1001`: as sent, upper case; '' where nothing of it is kept. */
  readonly patient: string;
  /** Of a submission to production that was decided on here. */
  readonly quality: Tally | undefined;
};

const PATIENT_MAX = 200;

/** @param day the civil day in the jurisdiction on which it came */
export function arrivalOf(
  intake: Intake,
  { address, outcome, findings }: Pick<LedgerRow, 'address' | 'outcome' | 'findings'>,
  day: string,
): Arrival {
  if (!intake.parsed.ok) return unreadArrival(day);
  const { message, check } = intake.parsed;
  const kind = kindOf(message);
  const isMeasured = kind === 'VXU' && address === 'production' && !['fault', 'forwarded'].includes(outcome);
  return {
    day,
    kind: kind === 'VXU' ? 'submission' : kind === 'QBP' ? 'query' : 'other',
    patient: patientOf(message),
    quality: isMeasured
      ? measure(message, check, { findings, isRefused: outcome === 'refused' }, day)
      : undefined,
  };
}

/** Of a message that was not looked at: it is no HL7, or nobody who may send it sent it. */
export const unreadArrival = (day: string): Arrival => ({
  day,
  kind: 'other',
  patient: '',
  quality: undefined,
});

function patientOf(message: Message): string {
  const pid = message.first('PID');
  const segment = pid ?? message.first('QPD');
  if (!segment) return '';
  const at = pid ? PID : QPD;
  const { last, first } = identityOf(segment, at);
  const identifiers = identifiersOf(segment, at.identifiers);
  const chart = (chartNumber(identifiers) ?? identifiers[0])?.id.toUpperCase() ?? '';
  const born = segment.text(at.birthDate).trim().slice(0, 8);
  return (
    [last, first, born, chart]
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, PATIENT_MAX)
      // Cutting can leave half of a character, which UTF-8 cannot say.
      .replace(/[\uD800-\uDBFF]$/, '')
  );
}

/** What the findings say, each once: `E:dose-future`. */
function codesOf(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  return [...new Set(findings.map(({ severity, code }) => `${severity}:${code}`))];
}

/** One narrow row without an index, written with the message; a worker counts it (monitoring/fold.ts). */
export function insertArrival(row: LedgerRow, { day, kind, patient, quality }: Arrival): Statement {
  return {
    name: 'insert-arrival',
    text: `insert into message_arrival (month, message_id, received_at, day, address, kind, organization_id, sender_id,
             outcome, control_id, person_id, patient, codes, quality)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      monthOf(row.receivedAt),
      row.messageId,
      row.receivedAt,
      day,
      row.address,
      kind,
      row.responsibleId ?? row.senderId,
      row.senderId,
      row.outcome,
      row.controlId,
      row.personId ?? null,
      patient,
      codesOf(row.findings),
      quality ?? null,
    ],
  };
}
