import { vaccineByCvx } from '@cairn/codes';
import { type DoseFacts, type DoseLink, groupDoses, vaccineGroupsOf } from '@cairn/matching';
import { dayOf } from '@cairn/forecast';
import { parseMessage, type Segment } from '@cairn/hl7';
import { codesOf, vaccineOf } from './immunizations.ts';
import { type DatedReport, isNewer, standingDoses } from './history.ts';

/** A stored report, as far as it tells of a dose. */
export type EventReport = DatedReport & {
  readonly fillerId: string;
  /** ORC, RXA, RXR, OBX, NTE as reported; CR between them */
  readonly segments: string;
};

/** One vaccination (or refusal, or statement of no dose), as all the reports that tell of it have it together. */
export type VaccinationEvent<R extends EventReport> = {
  /** The reports, the most to be believed first. */
  readonly reports: readonly R[];
  /** ORC, RXA, RXR, OBX, NTE of the first, with what it leaves open filled in from the others. */
  readonly segments: readonly Segment[];
  /** Which report each field that was filled in is from, `RXA-15`. */
  readonly filled: Readonly<Record<string, string>>;
  /** It may be the same as another event, which counts: the report id of that event's first report. */
  readonly suspectOf?: string;
};

/**
 * The vaccinations of a person, computed from all reports that stand, in the order of their dates. Nothing of it is stored:
 * a report that comes, goes or moves with its chart changes it by itself, and the order of arrival makes no difference.
 * @param links what reviewers decided: ids of doses as {@link doseId} makes them
 */
export function vaccinationEvents<R extends EventReport>(
  reports: readonly R[],
  links: readonly DoseLink[] = [],
): readonly VaccinationEvent<R>[] {
  const standing = standingDoses(reports);
  const byId = new Map(
    standing.map((report, index) => [
      doseId(report),
      { report, index, segments: segmentsOf(report.segments.split('\r')) },
    ]),
  );
  const groups = groupDoses(
    [...byId].map(([id, { report, segments }]) => doseFacts(id, report, segments)),
    links,
  );
  const placed = groups.flatMap(({ order, suspectOf }) => {
    const members = lastWordFirst(order.flatMap((id) => byId.get(id) ?? []));
    const [first] = members;
    if (!first) return [];
    const suspected = suspectOf === undefined ? undefined : byId.get(suspectOf)?.report.reportId;
    return [
      {
        index: first.index,
        event: {
          reports: members.map(({ report }) => report),
          ...together(members),
          ...(suspected === undefined ? {} : { suspectOf: suspected }),
        },
      },
    ];
  });
  return placed.toSorted((a, b) => a.index - b.index).map(({ event }) => event);
}

/** An organization that sends its dose once more, with another day, has corrected it: of its reports the last said comes first. */
function lastWordFirst<M extends { readonly report: EventReport }>(members: readonly M[]): readonly M[] {
  const isSameDose = (a: EventReport, b: EventReport): boolean =>
    a.fillerId !== '' && a.fillerId === b.fillerId && a.organizationId === b.organizationId;
  const taken = new Set<M>();
  return members.map((member) => {
    const last = members
      .filter((other) => !taken.has(other) && (other === member || isSameDose(other.report, member.report)))
      .reduce<M | undefined>(
        (newest, other) => (newest && !isNewer(other.report, newest.report) ? newest : other),
        undefined,
      );
    const next = last ?? member;
    taken.add(next);
    return next;
  });
}

/** What a dose is called in a reviewer's decision; it stays when its chart moves to another person. */
export const doseId = ({ idKey, doseKey }: Pick<DatedReport, 'idKey' | 'doseKey'>): string =>
  `${idKey} ${doseKey}`;

/** Stored segments are text in standard delimiters; this reads them back. */
export function segmentsOf(lines: readonly string[]): readonly Segment[] {
  const parsed = parseMessage(['MSH|^~\\&', ...lines].join('\r'));
  if (!parsed.ok) throw new Error(`stored segments no longer parse: ${parsed.error.code}`);
  return parsed.message.segments.slice(1);
}

const NOTHING_GIVEN = '998';

function doseFacts(id: string, report: EventReport, segments: readonly Segment[]): DoseFacts {
  const rxa = segments.find(({ name }) => name === 'RXA');
  const rxr = segments.find(({ name }) => name === 'RXR');
  const said = (field: number, component = 1): string =>
    rxa?.text(field, component).trim().toUpperCase() ?? '';
  const codes = rxa ? codesOf(rxa) : [];
  const vaccine = vaccineOf(codes);
  const cvx = 'cvx' in vaccine ? vaccine.cvx : '';
  const product = codes.find(({ system, code }) => system === 'NDC' || code.includes('-'))?.code ?? '';
  return {
    id,
    organization: report.organizationId,
    orderNumber: report.fillerId,
    day: dayOf(report.administeredOn),
    cvx,
    groups: vaccineGroupsOf(cvx),
    source: sourceOf(said(9)),
    completion: completionOf(said(20), cvx),
    lot: said(15),
    mvx: said(17) || ('cvx' in vaccine ? (vaccine.mvx ?? '') : ''),
    product,
    site: rxr?.text(2).trim().toUpperCase() ?? '',
  };
}

/** NIP001: 00 was given by who reports it, 01 to 08 is taken over from elsewhere. */
const sourceOf = (code: string): DoseFacts['source'] =>
  code === '00' ? 'administered' : code === '' ? '' : 'historical';

function completionOf(said: string, cvx: string): DoseFacts['completion'] {
  if (said === 'RE') return 'RE';
  if (said === 'NA' || cvx === NOTHING_GIVEN) return 'NA';
  return said === 'PA' ? 'PA' : 'CP';
}

type Member = { readonly report: EventReport; readonly segments: readonly Segment[] };

/** Fields of RXA that one report may know and another not: amount with its unit, lot, its expiration, manufacturer. */
const FILLED = [[6, 7], [15], [16], [17]] as const;
const UNKNOWN_AMOUNT = '999';

function together(members: readonly Member[]): {
  readonly segments: readonly Segment[];
  readonly filled: Readonly<Record<string, string>>;
} {
  const [first, ...others] = members;
  if (!first) return { segments: [], filled: {} };
  const segments = [...first.segments];
  const filled: Record<string, string> = {};
  const rxa = segments.find(({ name }) => name === 'RXA');
  for (const { report, segments: other } of others) {
    const otherRxa = other.find(({ name }) => name === 'RXA');
    if (!rxa || !otherRxa) continue;
    // The parts of a combination have lots of their own.
    if (!areOneVaccine(rxa, otherRxa)) continue;
    for (const fields of FILLED) {
      const [field] = fields;
      if (isKnown(rxa, field) || !isKnown(otherRxa, field)) continue;
      for (const each of fields) rxa.setRaw(each, otherRxa.raw(each));
      filled[`RXA-${field}`] = report.reportId;
    }
    const rxr = other.find(({ name }) => name === 'RXR');
    if (rxr && segments.every(({ name }) => name !== 'RXR')) {
      segments.splice(segments.indexOf(rxa) + 1, 0, rxr);
      filled['RXR'] = report.reportId;
    }
  }
  return { segments, filled };
}

/** The same vaccine, or one of them not said more closely. */
function areOneVaccine(a: Segment, b: Segment): boolean {
  const [one, other] = [a, b].map((rxa) => {
    const vaccine = vaccineOf(codesOf(rxa));
    return 'cvx' in vaccine ? vaccine.cvx : '';
  });
  if (one === undefined || other === undefined || one === other) return true;
  const isOpen = [one, other].some((cvx) => vaccineByCvx(cvx)?.kind === 'unspecified');
  return isOpen && vaccineGroupsOf(one).join() === vaccineGroupsOf(other).join();
}

const isKnown = (rxa: Segment, field: number): boolean =>
  rxa.state(field) === 'valued' && !(field === 6 && rxa.text(6).trim() === UNKNOWN_AMOUNT);
