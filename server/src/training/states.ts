import { addDuration, civilOf, dayOf } from '@cairn/forecast';
import type { UserRole } from '../accounts/roles.ts';
import type { Course, Jurisdiction } from '../platform/jurisdiction.ts';

/** Expiring: it still counts, and ends within {@link WARNED_DAYS}. */
export const COURSE_STATES = ['missing', 'enrolled', 'completed', 'expiring', 'expired'] as const;
export type CourseState = (typeof COURSE_STATES)[number];

/** How long before its end somebody hears that a completion ends. */
export const WARNED_DAYS = 30;

export type Standing = {
  readonly state: CourseState;
  readonly completedOn: string | undefined;
  /** The first day on which it no longer counts. */
  readonly expiresOn: string | undefined;
};

type Completed = { readonly completedOn: string; readonly expiresOn: string | null };

/** How somebody stands to a course: of several completions the one that counts longest. */
export function standingOf(completions: readonly Completed[], isEnrolled: boolean, today: string): Standing {
  const best = completions.reduce<Completed | undefined>(
    (longest, each) => (longest === undefined || endOf(each) > endOf(longest) ? each : longest),
    undefined,
  );
  if (!best)
    return { state: isEnrolled ? 'enrolled' : 'missing', completedOn: undefined, expiresOn: undefined };
  const { completedOn, expiresOn } = best;
  return { state: stateAt(expiresOn, today), completedOn, expiresOn: expiresOn ?? undefined };
}

const NEVER = '9999-12-31';
const endOf = ({ expiresOn }: Completed): string => expiresOn ?? NEVER;

function stateAt(expiresOn: string | null, today: string): CourseState {
  if (expiresOn === null) return 'completed';
  const left = daysBetween(today, expiresOn);
  if (left <= 0) return 'expired';
  return left <= WARNED_DAYS ? 'expiring' : 'completed';
}

export const daysBetween = (from: string, to: string): number => dayOf(to) - dayOf(from);

/** Months of the calendar; a day that the month reached does not have becomes the first of the month after. */
export function expiryOf({ validMonths }: Pick<Course, 'validMonths'>, completedOn: string): string | null {
  if (validMonths === undefined) return null;
  return civilOf(addDuration(dayOf(completedOn), { months: validMonths, days: 0, text: `${validMonths}m` }));
}

/** What somebody must have learnt for a role. */
export const coursesFor = (courses: readonly Course[], role: UserRole | null): readonly Course[] =>
  courses.filter(({ roles }) => role !== null && roles.includes(role));

type Place = { readonly kind: 'site' | 'sending-facility'; readonly region: string | null };

/** The days of an organization's region; a Sending Facility belongs to none. */
export const datesOf = (
  { kind, region }: Place,
  timeline: Jurisdiction['timeline'],
): Jurisdiction['timeline'][number] | undefined =>
  kind === 'site' ? timeline.find((entry) => entry.region === region) : undefined;

/** From when somebody of these organizations may enrol: the earliest of their days; undefined where nothing has to be waited for. */
export function opensOn(places: readonly Place[], timeline: Jurisdiction['timeline']): string | undefined {
  const days = places.map((place) => datesOf(place, timeline)?.trainingFrom);
  return days.includes(undefined) ? undefined : days.toSorted()[0];
}

/** Of all courses that a role needs, how far it is from done: one word for whoever looks after the people of a site. */
export function worstOf(standings: readonly Standing[]): Standing | undefined {
  return standings.toSorted(
    (one, other) =>
      SEVERITY.indexOf(one.state) - SEVERITY.indexOf(other.state) ||
      (one.expiresOn ?? NEVER).localeCompare(other.expiresOn ?? NEVER),
  )[0];
}

const SEVERITY: readonly CourseState[] = ['missing', 'enrolled', 'expired', 'expiring', 'completed'];
