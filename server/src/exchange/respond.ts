import { conform, type Finding } from '@cairn/guide';
import { buildMessage, buildSegment, type FieldContent, type Message, type Segment } from '@cairn/hl7';
import { patientSegments } from '../registry/demographics.ts';
import { segmentsOf, type VaccinationEvent, vaccinationEvents } from '../registry/events.ts';
import type { DoseLink } from '@cairn/matching';
import type { HistoryReport } from '../registry/dose-queries.ts';
import type { KnownPerson, KnownSource } from '../registry/person-queries.ts';
import {
  type AckCode,
  acknowledgement,
  type AnswerContext,
  answerHeader,
  errorSegments,
} from './acknowledge.ts';
import { queryName } from './check-query.ts';

/** QAK-2: found, no such person, too many, not shared (CAIR2), error in the query, query refused. */
export type QueryStatus = 'OK' | 'NF' | 'TM' | 'PD' | 'AE' | 'AR';

/** What the registry shows of a person to the organization that asks. */
export type ShownPerson = {
  readonly person: KnownPerson;
  readonly sources: readonly KnownSource[];
  readonly reports: readonly HistoryReport[];
  /** What reviewers decided of its doses. */
  readonly doseLinks: readonly DoseLink[];
  readonly askedBy: string;
};

/** A response without person (profile Z33): nobody found, or the query could not be run. */
export function respondWithout(
  status: Exclude<QueryStatus, 'OK'>,
  findings: readonly Finding[],
  context: AnswerContext,
): string {
  const code: AckCode = status === 'AE' || status === 'AR' ? status : 'AA';
  const answer = buildMessage(responseHead('Z33', code, status, findings, context));
  conform(answer);
  return answer.toString();
}

/** The complete immunization history of one person (profile Z32): every dose and refusal that stands. */
export function respondWithHistory(shown: ShownPerson, context: AnswerContext): string {
  const { pid, pd1 } = patientSegments(shown.person.demographics, shownIdentifiers(shown, context));
  if (shown.person.isProtected) pd1.set(12, 'Y');
  const nextOfKin = segmentsOf(shown.person.demographics.nextOfKin);
  const orders = vaccinationEvents(shown.reports, shown.doseLinks).flatMap((event) =>
    standingSegments(event, context),
  );
  const answer = buildMessage([
    ...responseHead('Z32', 'AA', 'OK', [], context),
    pid,
    ...(pd1.fieldCount > 0 ? [pd1] : []),
    ...nextOfKin,
    ...orders,
  ]);
  conform(answer);
  return answer.toString();
}

/** Of a person who may be the one: enough to tell whether it is, and no more. */
const SHOWN_OF_CANDIDATE = new Set(['PID-5', 'PID-7', 'PID-8', 'PID-11', 'PID-24', 'PID-25']);

/** Those who may be meant (profile Z31): the asker chooses, and asks again with the registry's id of that person. */
export function respondWithCandidates(shown: readonly ShownPerson[], context: AnswerContext): string {
  const pids = shown.map((candidate, index) => {
    const { fields } = candidate.person.demographics;
    const known = Object.fromEntries(Object.entries(fields).filter(([path]) => SHOWN_OF_CANDIDATE.has(path)));
    const { pid } = patientSegments({ fields: known, nextOfKin: [] }, shownIdentifiers(candidate, context));
    pid.set(1, String(index + 1));
    return pid;
  });
  const answer = buildMessage([...responseHead('Z31', 'AA', 'OK', [], context), ...pids]);
  conform(answer);
  return answer.toString();
}

export function responseHead(
  profile: string,
  code: AckCode,
  status: QueryStatus,
  findings: readonly Finding[],
  context: AnswerContext,
): readonly Segment[] {
  const qpd = context.message?.first('QPD');
  const name = nameOf(context.message, qpd);
  const sentTag = qpd?.raw(2) ?? '';
  const tag = sentTag === '' ? NO_TAG : sentTag;
  const echo = echoOf(qpd, name, tag);
  return [
    answerHeader(['RSP', 'K11', 'RSP_K11'], profile, context),
    acknowledgement(code, context),
    ...errorSegments(findings),
    buildSegment('QAK', [{ raw: tag }, status, name]),
    ...(echo ? [echo] : []),
  ];
}

/** The guide has the text of a query's name too; clients send it in many spellings. */
const QUERY_NAMES: Readonly<Record<string, string>> = {
  Z34: 'Request Immunization History',
  Z44: 'Request Evaluated History and Forecast',
};

/** QAK-1 and QPD-2 are required, also in the answer to a query that has no tag. */
const NO_TAG = 'UNKNOWN';

/** The query comes back as it was sent (guide, QPD of the response), its name and tag as the guide has them. */
function echoOf(qpd: Segment | undefined, name: FieldContent, tag: string): Segment | undefined {
  if (!qpd) return undefined;
  const fields: FieldContent[] = [name, { raw: tag }];
  for (let field = 3; field <= qpd.fieldCount; field++) fields.push({ raw: qpd.raw(field) });
  return buildSegment('QPD', fields);
}

/** Whether a response to this query can be written: it needs the query's definition, and a name that the guide has. */
export function canRespond(message: Message): boolean {
  const qpd = message.first('QPD');
  return qpd !== undefined && QUERY_NAMES[queryName(message, qpd)] !== undefined;
}

function nameOf(message: Message | undefined, qpd: Segment | undefined): FieldContent {
  const id = message && qpd ? queryName(message, qpd) : '';
  const text = QUERY_NAMES[id];
  return text === undefined ? { raw: qpd?.raw(1) ?? '' } : [id, text, 'CDCPHINVS'];
}

/**
 * PID-3 as shown: the registry's own id, and the ids under which the asker itself knows the person. What
 * other organizations call their patient is theirs.
 */
export function shownIdentifiers({ person, sources, askedBy }: ShownPerson, { pack }: AnswerContext): string {
  const own = sources
    .filter(({ personId, organizationId }) => personId === person.personId && organizationId === askedBy)
    .flatMap(({ identifiers }) => identifiers.split('~'));
  const registryId = `${person.personId}^^^${pack.registry.authority}^SR`;
  // An asker may have told the registry's own id back to it.
  const others = own.filter((id) => id !== '' && id.toLowerCase() !== registryId.toLowerCase());
  return [registryId, ...others].join('~');
}

/**
 * An updated dose is a dose that stands: the action code told the registry what to do, not the reader. A dose that
 * came without an id gets the registry's own.
 */
export function standingSegments(
  { segments, reports }: VaccinationEvent<HistoryReport>,
  { pack }: AnswerContext,
): readonly Segment[] {
  const [report] = reports;
  for (const segment of segments) {
    if (segment.name === 'RXA' && segment.state(21) === 'valued') segment.set(21, 'A');
    if (segment.name === 'ORC' && segment.text(3).trim() === '' && report) {
      segment.setRaw(3, `${report.reportId}^${pack.registry.authority}`);
    }
  }
  return segments;
}
