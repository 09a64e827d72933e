import type { Segment } from '@cairn/hl7';
import { hashKey } from '../platform/ids.ts';
import { comparable } from './identity.ts';

export type DoseAction = 'A' | 'U' | 'D';

/** A dose, refusal or statement of no dose, as one order of a message reports it. */
export type ReportedDose = {
  /** ORC-3 with its assigning authority, comparable; '' where the sender gave none or 9999. */
  readonly fillerId: string;
  readonly action: DoseAction;
  /** `YYYY-MM-DD` (RXA-3) */
  readonly administeredOn: string;
  /** The codes in RXA-5 and its alternate, `CVX:03` */
  readonly codes: readonly string[];
  /** RXA-20: CP, PA, NA, RE; empty is complete, as CAIR2 reads it */
  readonly completion: string;
  /** ORC, RXA, RXR, OBX, NTE in standard delimiters, CR between them */
  readonly segments: string;
  /** Of everything but RXA-21: an A and a U with the same content say the same. */
  readonly contentHash: string;
};

/** The newest report of a dose that is known already. `doseKey` is unique within the organization and person. */
export type KnownDose = Pick<
  ReportedDose,
  'fillerId' | 'action' | 'administeredOn' | 'codes' | 'contentHash'
> & { readonly doseKey: string };

export type DoseDecision =
  | {
      readonly kind: 'report';
      readonly doseKey: string;
      readonly note?: 'order-number-reused' | 'nothing-to-update';
    }
  | { readonly kind: 'unchanged'; readonly doseKey: string; readonly note?: 'deleted-before' }
  | {
      readonly kind: 'refused';
      readonly note: 'nothing-to-delete' | 'delete-differs' | 'ambiguous-order-number';
    };

const NOTHING_ASSIGNED = '9999';

/** The codes of a CE field: the identifier with its coding system, and the alternate ones. */
export function vaccineCodes(rxa: Segment): readonly string[] {
  return [
    [1, 3],
    [4, 6],
  ].flatMap(([code = 0, system = 0]) => {
    const value = rxa.text(5, code).replace(/\s+/g, '');
    return value === '' ? [] : [`${rxa.text(5, system).trim().toUpperCase()}:${value}`];
  });
}

/** ORC-3 with its authority as doses are found by it; '' for none and for 9999, which says that there is none. */
export function fillerIdOf(orc: Segment): string {
  const id = comparable(orc.text(3, 1));
  return id === '' || id === NOTHING_ASSIGNED ? '' : `${id}^${comparable(orc.text(3, 2) || orc.text(3, 3))}`;
}

/** Reads one order; all its segments use the standard delimiters. */
export function reportedDose(
  order: { readonly orc: Segment; readonly rxa: Segment; readonly rest: readonly Segment[] },
  administeredOn: string,
): ReportedDose {
  const { orc, rxa, rest } = order;
  const action = rxa.text(21).trim().toUpperCase();
  const rxaText = rxa.toString();
  const segments = [orc.toString(), rxaText, ...rest.map((segment) => segment.toString())];
  const withoutAction = rxaText.split('|');
  withoutAction[21] = '';
  return {
    fillerId: fillerIdOf(orc),
    action: action === 'U' || action === 'D' ? action : 'A',
    administeredOn,
    codes: vaccineCodes(rxa),
    completion: rxa.text(20).trim().toUpperCase(),
    segments: segments.join('\r'),
    contentHash: hashKey(...segments.map((text) => (text === rxaText ? withoutAction.join('|') : text))),
  };
}

/**
 * Which dose of this organization and person an order speaks of, and what becomes of it.
 *
 * The dose is found by ORC-3 within the organization (guide, ORC-3 and RXA-21). Some EHRs number badly:
 * they send one number for every dose of a visit, or of a series, or start again from 1. So an added dose
 * whose number is known for another vaccine or another day does not overwrite that one; it is kept beside
 * it, with a warning. A correction is sent as an update, which says so. A deletion that fits neither day nor
 * vaccine is refused. Losing a dose to a numbering fault means a child vaccinated twice.
 * @param known the newest report of each dose of this organization and person, deleted ones included
 */
export function decideDose(reported: ReportedDose, known: readonly KnownDose[]): DoseDecision {
  return reported.fillerId === '' ? decideUnnumbered(reported, known) : decideNumbered(reported, known);
}

function decideNumbered(reported: ReportedDose, known: readonly KnownDose[]): DoseDecision {
  const sameNumber = known.filter(({ fillerId }) => fillerId === reported.fillerId);
  const sameDoses = sameNumber.filter((dose) => sameDay(dose, reported));
  const exact =
    sameDoses.find((dose) => vaccines(dose, reported) === 'same') ??
    only(sameDoses.filter((dose) => vaccines(dose, reported) === 'cannot be compared'));
  // A number whose dose was deleted is free again.
  const standing = sameNumber.filter(({ action }) => action !== 'D');
  const single = only(standing);

  switch (reported.action) {
    case 'A':
      if (exact) return apply(reported, exact);
      if (standing.length === 0) return { kind: 'report', doseKey: reported.fillerId };
      return { kind: 'report', doseKey: detailedKey(reported), note: 'order-number-reused' };
    case 'U': {
      const dose = exact ?? single;
      if (dose) return apply(reported, dose);
      if (standing.length > 1) return { kind: 'refused', note: 'ambiguous-order-number' };
      return { kind: 'report', doseKey: reported.fillerId, note: 'nothing-to-update' };
    }
    case 'D': {
      const half =
        single && (sameDay(single, reported) || vaccines(single, reported) === 'same') ? single : undefined;
      const dose = exact ?? half;
      if (dose) return apply(reported, dose);
      return { kind: 'refused', note: standing.length === 0 ? 'nothing-to-delete' : 'delete-differs' };
    }
  }
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** Refusals and statements of no dose carry 9999: day, vaccine and what is said of it identify them. */
function decideUnnumbered(reported: ReportedDose, known: readonly KnownDose[]): DoseDecision {
  const doseKey = detailedKey(reported);
  const dose = known.find((candidate) => candidate.doseKey === doseKey);
  if (dose) return apply(reported, dose);
  if (reported.action === 'D') return { kind: 'refused', note: 'nothing-to-delete' };
  return { kind: 'report', doseKey };
}

function apply(reported: ReportedDose, dose: KnownDose): DoseDecision {
  if (reported.action === 'D') {
    return dose.action === 'D'
      ? { kind: 'unchanged', doseKey: dose.doseKey, note: 'deleted-before' }
      : { kind: 'report', doseKey: dose.doseKey };
  }
  const standsAlready = dose.action !== 'D' && dose.contentHash === reported.contentHash;
  return { kind: standsAlready ? 'unchanged' : 'report', doseKey: dose.doseKey };
}

/** `998` (no vaccine administered) says something different with each observation, so those count too. */
function detailedKey(reported: ReportedDose): string {
  const [code = ''] = reported.codes;
  const statement = code.endsWith(':998')
    ? hashKey(
        ...reported.segments
          .split('\r')
          .filter((segment) => segment.startsWith('OBX'))
          .map(observation),
      )
    : '';
  const refused = reported.completion === 'RE' ? 'RE' : '';
  return [reported.fillerId, reported.administeredOn, code, refused, statement].join('|');
}

/** OBX-3 and OBX-5: what was observed, whatever its number in the message. */
function observation(segment: string): string {
  const fields = segment.split('|');
  return `${fields[3] ?? ''}|${fields[5] ?? ''}`;
}

function sameDay(a: KnownDose, b: ReportedDose): boolean {
  return a.administeredOn === b.administeredOn;
}

/** Codes of different systems (a CVX here, an NDC there) may name one vaccine: that is not told from the codes. */
function vaccines(a: KnownDose, b: ReportedDose): 'same' | 'different' | 'cannot be compared' {
  if (a.codes.some((code) => b.codes.includes(code))) return 'same';
  const systemOf = (code: string): string => code.slice(0, code.indexOf(':'));
  return a.codes.some((code) => b.codes.some((other) => systemOf(code) === systemOf(other)))
    ? 'different'
    : 'cannot be compared';
}
