import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SignedIn } from '../accounts/sessions.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { codeKey } from '../registry/organizations.ts';

/** Whose messages somebody may see: everybody's, or those that one organization sent or is responsible for. */
export type Watched = { readonly kind: 'all' } | { readonly kind: 'own'; readonly organizationId: string };

/** @throws Error where a route lets in whom it does not know */
export function watchedBy(who: Pick<SignedIn, 'staffRole' | 'acting'>): Watched {
  if (who.staffRole !== undefined) return { kind: 'all' };
  if (!who.acting) throw new Error('somebody watches the exchange for no organization');
  return { kind: 'own', organizationId: who.acting.organizationId };
}

export type NamedSite = { readonly organizationId: string; readonly code: string; readonly name: string };

/**
 * The organization whose messages are meant: that of the code, else the one acted for; undefined: everybody's. A Sending Facility
 * may name the sites that it sends, or sent, for.
 * @throws ApiError not-found where its messages are none of those, or there is no such organization
 */
export async function siteWatched(
  kysely: Kysely<Tables>,
  watched: Watched,
  code: string | undefined,
): Promise<NamedSite | undefined> {
  if (watched.kind === 'all' && code === undefined) return undefined;
  const own = watched.kind === 'own' ? watched.organizationId : undefined;
  const isMine: RawBuilder<unknown> =
    own === undefined
      ? sql`true`
      : sql`(o.organization_id = ${own} or exists (select 1 from sending_facility_client l
          where l.sending_facility_id = ${own} and l.site_id = o.organization_id and l.confirmed_at is not null))`;
  const { rows } = await sql<NamedSite>`select o.organization_id as "organizationId", o.code, o.name
    from organization o
    where ${code === undefined ? sql`o.organization_id = ${own}` : sql`o.code_key = ${codeKey(code)}`}
      and ${isMine}`.execute(kysely);
  const [site] = rows;
  if (!site) throw new ApiError(404, 'not-found');
  return site;
}

/**
 * The parts of the index that hold those messages, none of them twice: each is read from an index of its own.
 * @param siteId only those of this organization
 */
export function partsOf(watched: Watched, siteId: string | undefined): readonly RawBuilder<unknown>[] {
  const own = watched.kind === 'own' ? watched.organizationId : undefined;
  if (own === undefined && siteId === undefined) return [sql`true`];
  if (own !== undefined && siteId !== undefined && own !== siteId) {
    return [sql`i.organization_id = ${siteId} and i.sender_id = ${own}`];
  }
  const whose = siteId ?? own;
  return [
    sql`i.organization_id = ${whose}`,
    sql`i.sender_id = ${whose} and i.sender_id <> i.organization_id`,
  ];
}

/** The same of a row of the ledger, `m`. */
export const ledgerWatched = (watched: Watched): RawBuilder<unknown> =>
  watched.kind === 'all'
    ? sql`true`
    : sql`(m.responsible_id = ${watched.organizationId} or m.sender_id = ${watched.organizationId})`;
