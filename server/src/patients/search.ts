import { ApiError, problem } from '../platform/api.ts';
import { codeKey } from '../registry/organizations.ts';
import { maySee } from '../registry/visibility.ts';
import type { PortalParts } from '../portal-parts.ts';
import { demographicView } from './record-person.ts';
import { lookingFor, type Viewer } from './rights.ts';
import { type Asked, chartKeysOf, isEnough, searchPlan } from './search-asked.ts';
import { ranked } from './search-rank.ts';
import { type FoundRow, readAuthorities, readCandidates, readDemographics } from './search-read.ts';
import type { PatientsFound } from './schema.ts';

const MOST_SHOWN = 25;

/**
 * Looks for a patient: all that share a key with what was asked, scored as messages are. Those whom the asker may not know of
 * are left out before anything is counted.
 * @throws ApiError 400 where too little was said
 */
export async function searchPatients(
  { database: { kysely }, matching }: Pick<PortalParts, 'database' | 'matching'>,
  viewer: Viewer,
  asked: Asked,
): Promise<PatientsFound> {
  if (!isEnough(asked)) throw new ApiError(400, 'request-invalid', [problem('last', 'search-more')]);
  const acting = lookingFor(viewer);
  const charts =
    acting && asked.id !== ''
      ? chartKeysOf(asked.id, codeKey(acting.code), [
          acting.code,
          ...(await readAuthorities(kysely, acting.organizationId)),
        ])
      : [];
  const plan = searchPlan(asked, charts);
  const rows = await readCandidates(kysely, plan, acting?.organizationId);
  const visible = rows.filter((row) => isVisible(row, acting?.organizationId));
  const order = ranked(asked, visible, matching());
  const shown = order.slice(0, MOST_SHOWN);
  const known = await readDemographics(
    kysely,
    shown.map(({ personId }) => personId),
  );
  const own = new Set(visible.filter((row) => row.own.length > 0).map(({ personId }) => personId));
  const isSchool = acting?.userRole === 'school';
  return {
    patients: shown.flatMap(({ personId, likeness }) => {
      const demographics = known.get(personId);
      if (!demographics) return [];
      const { name, birthDate, sex, details, contacts } = demographicView(demographics);
      const [guardian] = contacts;
      return [
        {
          id: personId,
          name,
          birthDate,
          sex,
          city: isSchool ? '' : (details.addresses[0]?.city ?? ''),
          guardian: isSchool || !guardian ? '' : `${guardian.first} ${guardian.last}`.trim(),
          isOwn: own.has(personId),
          likeness,
        },
      ];
    }),
    isMore: order.length > MOST_SHOWN,
  };
}

/** Whether whoever acts for that organization may know of the person. */
export const isVisible = (row: FoundRow, organizationId: string | undefined): boolean =>
  maySee(
    row,
    row.own.map((protection) => ({
      personId: row.personId,
      organizationId: organizationId ?? '',
      protection,
    })),
    organizationId,
  );
