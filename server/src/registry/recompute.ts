import type { NormalPerson } from '@cairn/matching';
import { type ChartWord, consolidate, type Consolidated } from './consolidate.ts';
import { demographicsIdentity, type Demographics, patientSegments, PID } from './demographics.ts';
import { segmentsOf } from './events.ts';
import { identifiersOf } from './identity.ts';
import { comparableIds, personRecord, PID_LAYOUT } from './person-facts.ts';
import type { Protection } from './person-queries.ts';

/** A stored report of a chart on who the person is. */
export type SourceRow = {
  readonly sourceId: string;
  readonly organizationId: string;
  readonly idKey: string;
  readonly identifiers: string;
  readonly protection: Protection;
  readonly demographics: Demographics;
  /** ISO 8601 */
  readonly saidAt: string;
  readonly personVersion: number;
};

/** What of a person is computed from its charts. */
export type Recomputed = {
  readonly demographics: Consolidated;
  readonly lastName: string;
  readonly firstName: string;
  /** `YYYY-MM-DD`; undefined where no chart has one. */
  readonly birthDate: string | undefined;
  readonly sex: string;
  readonly isProtected: boolean;
  readonly isDeceased: boolean;
};

/** A chart: what an organization keeps under one number. */
export const chartOf = ({
  organizationId,
  idKey,
}: {
  readonly organizationId: string;
  readonly idKey: string;
}): string => `${organizationId} ${idKey}`;

/**
 * The person from all that its charts ever said: what intake came to message by message. The order of the rows makes no
 * difference. Undefined without rows: there is no such person.
 */
export function recomputePerson(rows: readonly SourceRow[]): Recomputed | undefined {
  const protections = new Map<string, Protection>();
  const words = new Map<string, ChartWord>();
  let demographics: Consolidated | undefined;
  for (const row of rows.toSorted(bySaid)) {
    const { idKey, saidAt } = row;
    demographics = consolidate(demographics, row.demographics, { idKey, saidAt }, [...words.values()]);
    // A chart that is silent on protection leaves it as it said before.
    if (row.protection !== '') protections.set(chartOf(row), row.protection);
    words.set(idKey, { idKey, saidAt, fields: row.demographics.fields });
  }
  if (!demographics) return undefined;
  const identity = demographicsIdentity(demographics);
  return {
    demographics,
    lastName: identity.last,
    firstName: identity.first,
    birthDate: identity.birthDate,
    sex: identity.sex,
    isProtected: [...protections.values()].includes('Y'),
    isDeceased: demographics.fields['PID-30'] === 'Y',
  };
}

/** When it was said, then in the order of arrival: as `newestReports` orders doses. */
export function bySaid(a: SourceRow, b: SourceRow): number {
  if (a.saidAt !== b.saidAt) return a.saidAt < b.saidAt ? -1 : 1;
  if (a.personVersion !== b.personVersion) return a.personVersion - b.personVersion;
  return a.sourceId < b.sourceId ? -1 : Number(a.sourceId > b.sourceId);
}

/** Who a stored report says the person is, as persons are compared. */
export function recordOfSource(
  row: Pick<SourceRow, 'identifiers' | 'demographics'>,
  organizationCodeKey: string,
  today: string,
): NormalPerson {
  const { pid } = patientSegments(row.demographics, row.identifiers);
  const ids = comparableIds(organizationCodeKey, identifiersOf(pid, PID.identifiers));
  return personRecord(pid, PID_LAYOUT, segmentsOf(row.demographics.nextOfKin), ids, today);
}
