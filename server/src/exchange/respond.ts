import { buildMessage, buildSegment, parseMessage, type Segment } from '@cairn/hl7';
import { patientSegments } from '../registry/demographics.ts';
import { standingDoses } from '../registry/history.ts';
import type { HistoryReport, KnownPerson, KnownSource } from '../registry/queries.ts';
import {
  type AckCode,
  acknowledgement,
  type AnswerContext,
  answerHeader,
  errorSegment,
} from './acknowledge.ts';
import type { Finding } from '@cairn/guide';

/** QAK-2: found, no such person, error in the query, query refused. */
export type QueryStatus = 'OK' | 'NF' | 'AE' | 'AR';

/** What the registry shows of a person to the organization that asks. */
export type ShownPerson = {
  readonly person: KnownPerson;
  readonly sources: readonly KnownSource[];
  readonly reports: readonly HistoryReport[];
  readonly askedBy: string;
};

/** A response without person (profile Z33): nobody found, or the query could not be run. */
export function respondWithout(
  status: Exclude<QueryStatus, 'OK'>,
  findings: readonly Finding[],
  context: AnswerContext,
): string {
  const code: AckCode = status === 'NF' ? 'AA' : status;
  return buildMessage([...responseHead('Z33', code, status, findings, context)]).toString();
}

/** The complete immunization history of one person (profile Z32): every dose and refusal that stands. */
export function respondWithHistory(shown: ShownPerson, context: AnswerContext): string {
  const { pid, pd1 } = patientSegments(shown.person.demographics, shownIdentifiers(shown, context));
  if (shown.person.isProtected) pd1.set(12, 'Y');
  const nextOfKin = segmentsOf(shown.person.demographics.nextOfKin);
  const orders = standingDoses(shown.reports).flatMap(({ segments }) =>
    segmentsOf(segments.split('\r')).map(asStanding),
  );
  return buildMessage([
    ...responseHead('Z32', 'AA', 'OK', [], context),
    pid,
    ...(pd1.fieldCount > 0 ? [pd1] : []),
    ...nextOfKin,
    ...orders,
  ]).toString();
}

function responseHead(
  profile: string,
  code: AckCode,
  status: QueryStatus,
  findings: readonly Finding[],
  context: AnswerContext,
): readonly Segment[] {
  const qpd = context.message?.first('QPD');
  return [
    answerHeader(['RSP', 'K11', 'RSP_K11'], profile, context),
    acknowledgement(code, context),
    ...findings.map(errorSegment),
    buildSegment('QAK', [{ raw: raw(qpd, 2) }, status, { raw: raw(qpd, 1) }]),
    // The query comes back as it was sent (guide, QPD of the response).
    ...(qpd ? [qpd] : []),
  ];
}

const raw = (segment: Segment | undefined, field: number): string => segment?.raw(field) ?? '';

/**
 * PID-3 as shown: the registry's own id, and the ids under which the asker itself knows the person. What
 * other organizations call their patient is theirs.
 */
function shownIdentifiers({ person, sources, askedBy }: ShownPerson, { pack }: AnswerContext): string {
  const own = sources
    .filter(({ personId, organizationId }) => personId === person.personId && organizationId === askedBy)
    .map(({ identifiers }) => identifiers)
    .filter((identifiers) => identifiers !== '');
  return [`${person.personId}^^^${pack.registry.authority}^SR`, ...own].join('~');
}

/** Stored segments are text in standard delimiters; this reads them back. */
function segmentsOf(lines: readonly string[]): readonly Segment[] {
  const parsed = parseMessage(['MSH|^~\\&', ...lines].join('\r'));
  if (!parsed.ok) throw new Error(`stored segments no longer parse: ${parsed.error.code}`);
  return parsed.message.segments.slice(1);
}

/** An updated dose is a dose that stands: the action code told the registry what to do, not the reader. */
function asStanding(segment: Segment): Segment {
  if (segment.name === 'RXA' && segment.state(21) === 'valued') segment.set(21, 'A');
  return segment;
}
