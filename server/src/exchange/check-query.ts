import type { Message, Segment } from '@cairn/hl7';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { identifiersOf, identityOf, type Identity, isComplete } from '../registry/identity.ts';
import type { CheckResult, Finding } from '@cairn/guide';

/** A request for a patient's complete history (Z34), or for its evaluation and a forecast (Z44). */
export type HistoryQuery = {
  readonly kind: QueryKind;
  /** How many persons the answer may list (RCP-2), within what the jurisdiction allows. */
  readonly limit: number;
};

export type QueryCheck = {
  readonly query: HistoryQuery | undefined;
  /** Whether the fault lies in what was asked (AE) or in that it is not served (AR). */
  readonly status: 'OK' | 'AE' | 'AR';
  readonly findings: readonly Finding[];
};

export const QPD = { identifiers: 3, name: 4, birthDate: 6, sex: 7 } as const;
export type QueryKind = 'Z34' | 'Z44';

const isServed = (name: string): name is QueryKind => name === 'Z34' || name === 'Z44';

/** Checks a QBP for what finding a patient needs (guide, QPD of Z34 and Z44). */
export function checkQuery(
  message: Message,
  check: Pick<CheckResult, 'isRefused'>,
  pack: Pick<Jurisdiction, 'mostCandidates'>,
): QueryCheck {
  const qpd = message.first('QPD');
  if (!qpd) return faulty([]);
  const name = queryName(message, qpd);
  if (!isServed(name)) return { query: undefined, status: 'AR', findings: [queryUnsupported(name)] };

  const findings: Finding[] = [];
  const identifiers = identifiersOf(qpd, QPD.identifiers);
  const identity = identityOf(qpd, QPD);
  if (identifiers.length === 0 && !isComplete(identity)) findings.push(patientUnnamed(identity));
  return findings.length > 0 || check.isRefused
    ? faulty(findings)
    : { query: { kind: name, limit: candidateLimit(message, pack) }, status: 'OK', findings };
}

/** RCP-2.1 bounds the persons that an answer lists; it says nothing of how many doses one of them has. */
export function candidateLimit(
  message: Message,
  { mostCandidates }: Pick<Jurisdiction, 'mostCandidates'>,
): number {
  const asked = Number(message.first('RCP')?.text(2, 1).trim() ?? '');
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, mostCandidates) : mostCandidates;
}

/** QPD-1 is what counts; where a client leaves it empty, MSH-21 says the same. */
export function queryName(message: Message, qpd: Segment): string {
  return (qpd.text(1, 1).trim() || (message.first('MSH')?.text(21, 1).trim() ?? '')).toUpperCase();
}

const faulty = (findings: readonly Finding[]): QueryCheck => ({ query: undefined, status: 'AE', findings });

const queryUnsupported = (name: string): Finding => ({
  code: 'query-unsupported',
  severity: 'E',
  path: 'QPD-1',
  hl7: '103',
  application: '5',
  message: name === '' ? 'The query has no name (QPD-1).' : 'This query is not served here.',
  fix: 'Send Z34^Request Immunization History^CDCPHINVS or Z44^Request Evaluated History and Forecast^CDCPHINVS in QPD-1.',
});

function patientUnnamed(identity: Identity): Finding {
  return {
    code: 'query-patient-missing',
    severity: 'E',
    path: identity.last === '' || identity.first === '' ? 'QPD-4' : 'QPD-6',
    hl7: '101',
    application: '7',
    message: 'The query names no patient: it needs an id, or last name, first name and birth date.',
    fix: 'Send QPD-3, or QPD-4 with last and first name and QPD-6 as YYYYMMDD.',
  };
}
