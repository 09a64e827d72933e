/**
 * What somebody may do at an organization, besides being its contact. Power: Regular, and the stock and the exchange of the site.
 * DX Quality Assurance watches the exchange and sees no patients' pages. School: reads what a school or day care needs.
 */
export const USER_ROLES = ['read-only', 'school', 'regular', 'power', 'dx-qa'] as const;
export type UserRole = (typeof USER_ROLES)[number];

/**
 * Who asks, as far as a route cares. `own`, `sending-facility` are relations to the site that the address names:
 * a member of it, a member of the Sending Facility that submits for it. Staff have that relation to every site.
 * User roles and `local-administrator` are what somebody is at the organization that is acted for now.
 * `half-signed-in` has given a password and owes the second factor. `registry-token` is a program of the registry's staff,
 * `exchange-credential` one that sends the credentials of an organization at the exchange (HTTP Basic).
 */
export type Actor =
  | 'anonymous'
  | 'half-signed-in'
  | 'signed-in'
  | 'own'
  | 'sending-facility'
  | 'dx-specialist'
  | 'administrator'
  | 'local-administrator'
  | 'registry-token'
  | 'exchange-credential'
  | UserRole;

export const PATIENT_READERS = ['read-only', 'school', 'regular', 'power', 'administrator'] as const;
export const PATIENT_WRITERS = ['regular', 'power'] as const;
export const WATCHERS = ['power', 'dx-qa', 'dx-specialist', 'administrator'] as const;
/** Who may look at the stock of their organization, and who keeps it. */
export const STOCK_READERS = ['regular', 'power'] as const;
export const STOCK_KEEPERS = ['power'] as const;
export const LOCAL_ADMINISTRATORS = ['local-administrator'] as const;

/** Why a role that somebody has does not count yet. */
export type HoldUp = 'organization-suspended' | 'region-not-live' | 'training-needed';

/** For whom somebody acts now: one organization at a time. */
export type Acting = {
  readonly organizationId: string;
  /** As printed: `DE-000101` */
  readonly code: string;
  readonly name: string;
  readonly kind: 'site' | 'sending-facility';
  readonly region: string | undefined;
  readonly isSuspended: boolean;
  readonly userRole: UserRole | undefined;
  readonly isLocalAdministrator: boolean;
  /** The role counts for nothing while it is held up. */
  readonly holdUp: HoldUp | undefined;
};

/** What the asker is by the organization acted for. Accounts can be asked for before the region goes live. */
export function actorsOf({ userRole, isLocalAdministrator, holdUp }: Acting): readonly Actor[] {
  return [
    ...(userRole !== undefined && holdUp === undefined ? [userRole] : []),
    ...(isLocalAdministrator ? (['local-administrator'] as const) : []),
  ];
}

/** What a pack says of when regions go live and what users must have learnt. */
export type Rules = {
  readonly timeline: readonly { readonly region: string; readonly goLive: string }[];
  readonly courses: readonly { readonly id: string; readonly roles: readonly UserRole[] }[];
};

/**
 * What keeps a role from counting: the organization is suspended, the region of a site has not gone live, or a course is missing or has expired.
 * Sending Facilities belong to no region.
 * @param completed ids of the courses that count today
 */
export function holdUpOf(
  { kind, region, isSuspended, userRole }: Pick<Acting, 'kind' | 'region' | 'isSuspended' | 'userRole'>,
  completed: readonly string[],
  today: string,
  { timeline, courses }: Rules,
): HoldUp | undefined {
  if (userRole === undefined) return undefined;
  if (isSuspended) return 'organization-suspended';
  const opens = kind === 'site' ? timeline.find((entry) => entry.region === region)?.goLive : undefined;
  if (opens !== undefined && today < opens) return 'region-not-live';
  const isTrained = courses
    .filter(({ roles }) => roles.includes(userRole))
    .every(({ id }) => completed.includes(id));
  return isTrained ? undefined : 'training-needed';
}
