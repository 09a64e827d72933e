import type { FastifyRequest } from 'fastify';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { hashKey } from '../platform/ids.ts';
import { codeKey } from '../registry/organizations.ts';

/** Counts are kept by scope: an organization by its id, a region, everybody. Two hashes never are an organization's id. */
export const EVERYBODY = hashKey('everybody');
export const regionScope = (region: string): string => hashKey('region', region);

/** An organization whose exchange is watched. */
export type WatchedSite = {
  readonly organizationId: string;
  /** As printed: `DE-000101` */
  readonly code: string;
  readonly name: string;
  readonly kind: 'site' | 'sending-facility';
  readonly region: string | undefined;
};

/**
 * Whose exchange somebody looks at, and by what right: `own` is the organization acted for, `client` a site that the
 * Sending Facility acted for submits for (both sides confirmed it). Without a site, staff look at everybody.
 */
export type Watched =
  | { readonly relation: 'staff'; readonly site: WatchedSite | undefined }
  | { readonly relation: 'own'; readonly site: WatchedSite }
  | { readonly relation: 'client'; readonly site: WatchedSite; readonly facilityId: string };

/** Of whom counts are read. */
export type Scope =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'organization'; readonly organizationId: string }
  | { readonly kind: 'region'; readonly region: string };

export const scopeOf = ({ site }: Watched): Scope =>
  site ? { kind: 'organization', organizationId: site.organizationId } : { kind: 'everybody' };

/** Under what the counts of a scope are kept. */
export function scopeId(scope: Scope): string {
  if (scope.kind === 'everybody') return EVERYBODY;
  return scope.kind === 'organization' ? scope.organizationId : regionScope(scope.region);
}

/** Which rows of `message_arrival`, not counted yet, belong to a scope: the same that fold.ts will count there. */
export function arrivedIn(scope: Scope): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'everybody':
      return sql`true`;
    case 'organization':
      return sql`(organization_id = ${scope.organizationId} or sender_id = ${scope.organizationId})`;
    case 'region':
      return sql`organization_id in (select organization_id from organization where region = ${scope.region})`;
  }
}

/**
 * Whose exchange a request may look at. Whoever asks for a site that is not theirs hears that there is none.
 * @param site an organization's id as printed; undefined: the organization acted for, for staff everybody
 * @throws ApiError 404 where there is no such site, or it is not the asker's to watch
 */
export async function watched(
  kysely: Kysely<Tables>,
  { signedIn }: Pick<FastifyRequest, 'signedIn'>,
  site: string | undefined,
): Promise<Watched> {
  if (!signedIn) throw new ApiError(401, 'sign-in-needed');
  const { staffRole, acting } = signedIn;
  const code = site === undefined || site === '' ? (staffRole ? undefined : acting?.code) : site;
  if (code === undefined) {
    if (staffRole) return { relation: 'staff', site: undefined };
    throw new ApiError(404, 'not-found');
  }
  const found = code.includes('\0') ? undefined : await siteOf(kysely, code, acting?.organizationId);
  if (!found) throw new ApiError(404, 'not-found');
  const { isClient, ...rest } = found;
  const watchedSite: WatchedSite = { ...rest, region: rest.region ?? undefined };
  if (staffRole) return { relation: 'staff', site: watchedSite };
  if (acting && acting.organizationId === watchedSite.organizationId)
    return { relation: 'own', site: watchedSite };
  if (acting?.kind === 'sending-facility' && isClient) {
    return { relation: 'client', site: watchedSite, facilityId: acting.organizationId };
  }
  throw new ApiError(404, 'not-found');
}

type SiteRow = Omit<WatchedSite, 'region'> & { readonly region: string | null; readonly isClient: boolean };

async function siteOf(
  kysely: Kysely<Tables>,
  code: string,
  facilityId: string | undefined,
): Promise<SiteRow | undefined> {
  const { rows } = await sql<SiteRow>`
    select o.organization_id as "organizationId", o.code, o.name, o.kind, o.region,
      exists (select 1 from sending_facility_client l where l.sending_facility_id = ${facilityId ?? null}
        and l.site_id = o.organization_id and l.ended_at is null and l.confirmed_at is not null) as "isClient"
    from organization o where o.code_key = ${codeKey(code)}`.execute(kysely);
  return rows[0];
}
