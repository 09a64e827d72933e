import { PATIENT_READERS, PATIENT_WRITERS } from '../accounts/roles.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import {
  FOUND_PERSONS,
  type KnownPerson,
  type KnownSource,
  persons,
  selectPersons,
  selectSources,
  sources,
} from '../registry/person-queries.ts';
import { maySee } from '../registry/visibility.ts';
import type { PortalParts } from '../portal-parts.ts';

/** Who asks, as far as rights depend on it. */
export type Viewer = Pick<SignedIn, 'accountId' | 'staffRole' | 'acting'>;

export type Right = {
  /** A school sees who it is and the immunizations. */
  readonly view: 'whole' | 'school';
  readonly mayChange: boolean;
  /** Set where the person is open only because somebody said that it is an emergency. */
  readonly emergencyUntil: Date | undefined;
};

export type PersonInView = {
  readonly person: KnownPerson;
  readonly sources: readonly KnownSource[];
  readonly right: Right;
};

/** The organization that somebody looks at patients for; undefined for an administrator of the registry, who acts for none. */
export function lookingFor({ acting }: Pick<Viewer, 'acting'>): NonNullable<Viewer['acting']> | undefined {
  if (acting?.userRole === undefined || acting.holdUp !== undefined) return undefined;
  return (PATIENT_READERS as readonly string[]).includes(acting.userRole) ? acting : undefined;
}

/**
 * What the asker may see and change of a person, acting for an organization; undefined where to them there is no such person.
 * An emergency opens what is protected, for reading. What is sealed stays closed: an adopted child has a new record, and the
 * sealed one leads to those whom the law keeps apart.
 * @param emergencyUntil of a grant that holds now
 */
export function rightTo(
  viewer: Viewer,
  person: Pick<KnownPerson, 'personId' | 'isProtected' | 'isSealed'>,
  known: readonly Pick<KnownSource, 'personId' | 'organizationId' | 'protection'>[],
  emergencyUntil: Date | undefined,
): Right | undefined {
  const acting = lookingFor(viewer);
  if (!acting && viewer.staffRole !== 'administrator') return undefined;
  const view = acting?.userRole === 'school' ? 'school' : 'whole';
  if (maySee(person, known, acting?.organizationId)) {
    const mayChange = (PATIENT_WRITERS as readonly unknown[]).includes(acting?.userRole);
    return { view, mayChange, emergencyUntil: undefined };
  }
  if (emergencyUntil === undefined || person.isSealed) return undefined;
  return { view, mayChange: false, emergencyUntil };
}

/** The grant that holds now, of this account while it acts for the same organization, for the persons found. */
export const selectEmergency = (ids: readonly string[], viewer: Viewer, now: Date): Statement => ({
  name: 'emergency',
  text: `select max(until) as until from break_glass
         where account_id = $3 and organization_id is not distinct from $4::uuid and until > $5
           and person_id in (${FOUND_PERSONS})`,
  values: [[], ids, viewer.accountId, lookingFor(viewer)?.organizationId ?? null, now],
});

export const emergencyUntil = (rows: Rows): Date | undefined => {
  const until: unknown = rows[0]?.until;
  return typeof until === 'string' ? new Date(until) : undefined;
};

/**
 * The person, where the asker may see it, and what they may do; undefined where there is none to them. An id that was given out
 * before a merge leads to where its person went.
 */
export async function personInView(
  { database }: Pick<PortalParts, 'database'>,
  viewer: Viewer,
  patientId: string,
  now: Date,
): Promise<PersonInView | undefined> {
  const lookup = { keys: [], ids: [patientId] };
  const rows = await database.reader.read('patient-in-view', [
    selectPersons(lookup),
    selectSources(lookup),
    selectEmergency(lookup.ids, viewer, now),
  ]);
  return inView(viewer, rows);
}

/** @param rows of persons, their sources and the grant, in this order */
export function inView(
  viewer: Viewer,
  [personRows = [], sourceRows = [], emergencyRows = []]: readonly Rows[],
): PersonInView | undefined {
  const [person] = persons(personRows);
  if (!person) return undefined;
  const known = sources(sourceRows);
  const right = rightTo(viewer, person, known, emergencyUntil(emergencyRows));
  return right && { person, sources: known, right };
}
