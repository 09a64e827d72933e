import { vaccineByCvx } from '@cairn/codes';
import { explain, explanationText, type GroupText } from '@cairn/forecast';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { evaluated, readWhole } from './record.ts';
import type { Viewer } from './rights.ts';

/**
 * Why each dose counts or does not, and how each date comes about, in plain English; none where no birth date is known, and none
 * for a school: reasons name what somebody suffers from.
 */
export async function readWhy(
  parts: Pick<PortalParts, 'database' | 'jurisdiction'>,
  viewer: Viewer,
  patientId: string,
  now: Date,
): Promise<{ readonly personId: string; readonly groups: readonly GroupText[] } | undefined> {
  const read = await readWhole(parts, viewer, patientId, now);
  if (!read) return undefined;
  const { personId } = read.person;
  if (read.right.view === 'school') return { personId, groups: [] };
  const { input, schedule } = evaluated(
    read,
    localDate(now, parts.jurisdiction.timeZone),
    parts.jurisdiction,
  );
  if (!input) return { personId, groups: [] };
  const { explanation } = explain(input, schedule);
  return { personId, groups: explanationText(explanation, schedule, (cvx) => vaccineByCvx(cvx)?.name) };
}
