import type { Message, Segment } from '@cairn/hl7';
import type { Order } from '@cairn/guide';
import { civilDate } from '../registry/dates.ts';
import { type Demographics, demographicsOf, PID } from '../registry/demographics.ts';
import { type ReportedDose, reportedDose } from '../registry/doses.ts';
import { identifiersOf, identityOf, type Identity, type PersonIdentifier } from '../registry/identity.ts';
import { type StockClaim, stockClaimOf } from '../registry/inventory/claim.ts';
import { codeKey } from '../registry/organizations.ts';
import { comparableIds, personRecord, PID_LAYOUT } from '../registry/person-facts.ts';
import type { Protection } from '../registry/person-queries.ts';
import type { NormalPerson } from '@cairn/matching';

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
  /** Who it is about, as persons are compared. Chart numbers are those of the organization. */
  readonly record: (organizationCodeKey: string) => NormalPerson;
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
  /** What it took out of stock; undefined where the sender gave no dose. */
  readonly claim?: StockClaim | undefined;
};

/**
 * Reads a checked VXU. Undefined where it names no patient with a birth date, or nothing by which the patient can be
 * found again: the check refuses such a message, whatever a jurisdiction's policy says of the fields.
 * @param message in standard delimiters, without what may not be recorded
 * @param orders those that may be recorded
 * @param today the civil day in the jurisdiction
 */
export function readSubmission(
  message: Message,
  orders: readonly Order[],
  today: string,
): Submission | undefined {
  const pid = message.first('PID');
  if (!pid) return undefined;
  const identity = identityOf(pid, PID);
  const { birthDate } = identity;
  const identifiers = identifiersOf(pid, PID.identifiers);
  if (birthDate === undefined || identifiers.length === 0) return undefined;
  return {
    identity: { ...identity, birthDate },
    identifiers,
    identifierText: pid.raw(PID.identifiers),
    demographics: demographicsOf(pid, message.first('PD1'), message.all('NK1')),
    protection: protectionOf(message.first('PD1')),
    doses: orders.flatMap((order) => readDose(order) ?? []),
    record: (organizationCodeKey) =>
      personRecord(
        pid,
        PID_LAYOUT,
        message.all('NK1'),
        comparableIds(organizationCodeKey, identifiers),
        today,
      ),
  };
}

/** Y protects, N (or a deletion of the indicator) lets share; HL7 table 0136. */
function protectionOf(pd1: Segment | undefined): Protection {
  if (!pd1 || pd1.state(12) === 'empty') return '';
  return pd1.text(12).trim().toUpperCase() === 'Y' ? 'Y' : 'N';
}

function readDose(order: Order): SubmittedDose | undefined {
  const { orc, rxa } = order;
  const administeredOn = civilDate(rxa.text(3).trim());
  if (administeredOn === undefined) return undefined;
  const dose = reportedDose(order, administeredOn);
  return {
    dose,
    order: orc.occurrence,
    occurrence: rxa.occurrence,
    administered: rxa.text(9, 1) === '00' && dose.completion !== 'RE' && dose.completion !== 'NA',
    administeredAt: codeKey(rxa.text(11, 4)),
    claim: stockClaimOf(order),
  };
}
