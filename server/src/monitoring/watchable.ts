import { type Kysely, sql } from 'kysely';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { WatchedSite } from './scopes.ts';

const MOST = 50;

/** The organizations whose exchange somebody may choose to look at: for staff all, else their own and its clients. */
export async function watchable(
  kysely: Kysely<Tables>,
  { staffRole, acting }: SignedIn,
  search: string,
): Promise<readonly Pick<WatchedSite, 'code' | 'name' | 'kind'>[]> {
  const words = `%${search
    .trim()
    .replace(/[\\%_]/g, '\\$&')
    .replaceAll('\0', '')}%`;
  const mine = acting?.organizationId ?? null;
  const { rows } = await sql<Pick<WatchedSite, 'code' | 'name' | 'kind'>>`
    select code, name, kind from organization
    where (name ilike ${words} or code ilike ${words})
      and (${staffRole !== undefined} or organization_id = ${mine} or organization_id in (
        select site_id from sending_facility_client
        where sending_facility_id = ${mine} and ended_at is null and confirmed_at is not null))
    order by organization_id = ${mine} desc, name, code limit ${MOST}`.execute(kysely);
  return rows;
}
