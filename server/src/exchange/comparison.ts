import { vaccineByCvx } from '@cairn/codes';
import type { Segment } from '@cairn/hl7';
import type { StoredReport } from '../registry/dose-queries.ts';
import { segmentsOf } from '../registry/events.ts';
import type { Found } from '../registry/find-person.ts';
import { standingDoses } from '../registry/history.ts';
import type { Effects } from './record.ts';
import type { Submission } from './submission.ts';

/** What the registry would have done with a message of a real patient. No value of the message is in it, figures only. */
export type Comparison = {
  readonly person: 'new' | 'known' | 'needs-review';
  readonly doses: { readonly new: number; readonly known: number; readonly changed: number };
  readonly completeness: readonly { readonly field: CompletenessField; readonly isFilled: boolean }[];
};

/**
 * Fields by which patients are found again and doses can be used (MIROW 2013, data quality assurance): of the patient, and
 * of doses that the site gave.
 */
export type CompletenessField =
  | 'guardian'
  | 'mothers-maiden-name'
  | 'address'
  | 'phone'
  | 'email'
  | 'race'
  | 'ethnicity'
  | 'vaccine-specific'
  | 'lot-number'
  | 'expiration-date'
  | 'eligibility';

/**
 * Compares what a message of the stage with real patients would have changed with what the registry holds. Pure; nothing of
 * it is recorded.
 * @param stored reports of the person's doses; the more were read (those of other organizations), the more are found known
 */
export function compareWithRegistry(
  effects: Effects,
  found: Found,
  submission: Submission,
  stored: readonly StoredReport[],
): Comparison {
  return {
    person:
      effects.tasks.length > 0 || found.doubts.length > 0
        ? 'needs-review'
        : found.kind === 'person'
          ? 'known'
          : 'new',
    doses: countDoses(effects, submission, stored),
    completeness: [...ofPatient(submission), ...ofDoses(submission)],
  };
}

function countDoses(
  { person, reports }: Effects,
  { doses }: Submission,
  stored: readonly StoredReport[],
): Comparison['doses'] {
  const standing = standingDoses(stored.filter(({ personId }) => personId === person.personId));
  const kinds = reports.flatMap((report) => {
    const isOwn = standing.some(({ idKey, doseKey }) => idKey === report.idKey && doseKey === report.doseKey);
    if (isOwn) return ['changed' as const];
    if (report.action === 'D') return [];
    const isElsewhere = standing.some(
      ({ administeredOn, codes }) =>
        administeredOn === report.administeredOn && codes.some((code) => report.codes.includes(code)),
    );
    return [isElsewhere ? ('known' as const) : ('new' as const)];
  });
  const count = (kind: 'new' | 'known' | 'changed'): number => kinds.filter((each) => each === kind).length;
  // What says nothing new makes no report.
  const repeated =
    doses.filter(({ dose }) => dose.action !== 'D').length -
    reports.filter(({ action }) => action !== 'D').length;
  return { new: count('new'), known: count('known') + Math.max(0, repeated), changed: count('changed') };
}

type Filled = Comparison['completeness'];

function ofPatient({ demographics: { fields, nextOfKin } }: Submission): Filled {
  const telecoms = segmentsOf([`PID${'|'.repeat(13)}${fields['PID-13'] ?? ''}`])[0];
  const uses = Array.from({ length: telecoms?.repetitions(13) ?? 0 }, (_, index) => ({
    isMail: telecoms?.text(13, 2, index + 1) === 'NET' || telecoms?.text(13, 4, index + 1) !== '',
    isPhone: telecoms?.text(13, 7, index + 1) !== '' || telecoms?.text(13, 12, index + 1) !== '',
  }));
  const has = (path: string): boolean => {
    const raw = fields[path] ?? '';
    return raw !== '' && raw !== '""';
  };
  return [
    { field: 'guardian', isFilled: segmentsOf(nextOfKin).some((contact) => contact.state(2) === 'valued') },
    { field: 'mothers-maiden-name', isFilled: has('PID-6') },
    { field: 'address', isFilled: has('PID-11') },
    { field: 'phone', isFilled: uses.some(({ isPhone }) => isPhone) },
    { field: 'email', isFilled: uses.some(({ isMail }) => isMail) },
    { field: 'race', isFilled: has('PID-10') },
    { field: 'ethnicity', isFilled: has('PID-22') },
  ];
}

/** Said of doses that the site gave itself; a field is filled where each of them has it. */
function ofDoses({ doses }: Submission): Filled {
  const given = doses
    .filter(({ administered, dose }) => administered && dose.action !== 'D')
    .map(({ dose }) => ({ codes: dose.codes, segments: segmentsOf(dose.segments.split('\r')) }));
  if (given.length === 0) return [];
  const all = (test: (dose: (typeof given)[number]) => boolean): boolean => given.every(test);
  const rxa = (field: number) =>
    all(({ segments }) =>
      segments.some((segment) => segment.name === 'RXA' && segment.state(field) === 'valued'),
    );
  return [
    { field: 'vaccine-specific', isFilled: all(({ codes }) => codes.some(isSpecific)) },
    { field: 'lot-number', isFilled: rxa(15) },
    { field: 'expiration-date', isFilled: rxa(16) },
    { field: 'eligibility', isFilled: all(({ segments }) => segments.some(isEligibility)) },
  ];
}

/** An NDC names a product; a CVX does, unless it stands for a family of vaccines. */
function isSpecific(code: string): boolean {
  const [system, value = ''] = code.split(':', 2);
  if (system === 'CVX') return vaccineByCvx(value)?.kind === 'vaccine';
  return system === 'NDC';
}

const isEligibility = (segment: Segment): boolean =>
  segment.name === 'OBX' && segment.text(3) === '64994-7' && segment.state(5) === 'valued';
