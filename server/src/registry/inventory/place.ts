import type { KnownOrganization } from '../organization-queries.ts';

/** An organization and who it belongs to. */
export type Place = Pick<KnownOrganization, 'organizationId' | 'parentId'>;

/** Whether they are the same, or one is a site of the other: then each may report what was given at the other. */
export const isFamily = (one: Place, other: Place): boolean =>
  one.organizationId === other.organizationId ||
  one.parentId === other.organizationId ||
  other.parentId === one.organizationId;
