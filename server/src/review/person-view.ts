import type { Segment } from '@cairn/hl7';
import { type Demographics, patientSegments } from '../registry/demographics.ts';
import { segmentsOf } from '../registry/events.ts';

/** What a reviewer sees of a person. */
export type PersonView = {
  readonly id: string;
  readonly names: readonly {
    readonly last: string;
    readonly first: string;
    readonly middle: string;
    readonly suffix: string;
  }[];
  /** As reported, `YYYYMMDD` */
  readonly birthDate: string;
  readonly sex: string;
  readonly mothersMaidenName: string;
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
  readonly guardians: readonly { readonly relationship: string; readonly name: string }[];
  readonly charts: number;
  readonly doses: number;
  readonly organizations: readonly string[];
  readonly isProtected: boolean;
  readonly isSealed: boolean;
  readonly isMerged: boolean;
};

export type PersonRow = {
  readonly person_id: string;
  readonly demographics: Demographics;
  readonly protected: boolean;
  readonly sealed: boolean;
  readonly status: string;
  readonly charts: number;
  readonly doses: number;
  readonly organizations: readonly string[];
};

export function personView(row: PersonRow): PersonView {
  const { pid } = patientSegments(row.demographics, '');
  return {
    id: row.person_id,
    names: repetitions(pid, 5, (part) => ({
      last: part(1),
      first: part(2),
      middle: part(3),
      suffix: part(4),
    })),
    birthDate: pid.text(7, 1).trim(),
    sex: pid.text(8).trim(),
    mothersMaidenName: pid.text(6, 1).trim(),
    addresses: repetitions(pid, 11, (part) =>
      joined([part(1), part(2), part(3), `${part(4)} ${part(5)}`], ', '),
    ),
    phones: [13, 14].flatMap((field) =>
      repetitions(pid, field, (part) =>
        joined([part(7) === '' ? part(1) : `${part(6)} ${part(7)}`, part(4)], ', '),
      ),
    ),
    guardians: segmentsOf(row.demographics.nextOfKin).map((relative) => ({
      relationship: relative.text(3, relative.text(3, 2) === '' ? 1 : 2).trim(),
      name: joined([relative.text(2, 2), relative.text(2, 1)], ' '),
    })),
    charts: row.charts,
    doses: row.doses,
    organizations: row.organizations,
    isProtected: row.protected,
    isSealed: row.sealed,
    isMerged: row.status === 'merged',
  };
}

function repetitions<T>(
  segment: Segment,
  field: number,
  read: (part: (component: number) => string) => T,
): readonly T[] {
  if (segment.raw(field) === '') return [];
  return Array.from({ length: segment.repetitions(field) }, (_, index) =>
    read((component) => segment.text(field, component, index + 1).trim()),
  );
}

const joined = (parts: readonly string[], between: string): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(between);
