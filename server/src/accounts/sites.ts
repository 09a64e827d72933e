import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { codeKey } from '../registry/organizations.ts';
import type { SiteRole } from './accounts.ts';
import type { Actor, UserRole } from './roles.ts';
import type { SignedIn } from './sessions.ts';

/** A site, as somebody who may see it sees it. */
export type SiteInView = {
  readonly organizationId: string;
  /** As printed: `DE-000101` */
  readonly code: string;
  readonly name: string;
  readonly kind: 'site' | 'sending-facility';
  readonly stage: 'testing' | 'real-data' | 'production' | 'suspended';
  readonly language: 'en' | 'es';
  /** What whoever asks is to it; at least one. */
  readonly relations: readonly Actor[];
};

/** The site of that id, where it is the asker's to see; undefined where not, or where there is none. */
export async function siteInView(
  kysely: Kysely<Tables>,
  who: Pick<SignedIn, 'accountId' | 'staffRole'>,
  code: string,
): Promise<SiteInView | undefined> {
  // PostgreSQL has no text with U+0000, and no site has such an id.
  if (code.includes('\0')) return undefined;
  const { rows } = await sql<{
    readonly organizationId: string;
    readonly code: string;
    readonly name: string;
    readonly kind: SiteInView['kind'];
    readonly stage: SiteInView['stage'];
    readonly language: SiteInView['language'];
    readonly isOwn: boolean;
    readonly isClient: boolean;
  }>`
    select o.organization_id as "organizationId", o.code, o.name, o.kind, o.stage, o.language,
      exists (select 1 from account_site a where a.account_id = ${who.accountId}
        and a.organization_id = o.organization_id and a.ended_at is null and a.role <> 'user') as "isOwn",
      exists (select 1 from account_site a
        join sending_facility_client l on l.sending_facility_id = a.organization_id
        where a.account_id = ${who.accountId} and a.ended_at is null and a.role <> 'user' and l.site_id = o.organization_id
          and l.ended_at is null and l.confirmed_at is not null) as "isClient"
    from organization o where o.code_key = ${codeKey(code)}`.execute(kysely);
  const row = rows[0];
  if (!row) return undefined;
  const { isOwn, isClient, ...site } = row;
  const relations: Actor[] = [
    ...(isOwn ? (['own'] as const) : []),
    ...(isClient ? (['sending-facility'] as const) : []),
    ...(who.staffRole ? [who.staffRole] : []),
  ];
  return relations.length > 0 ? { ...site, relations } : undefined;
}

export type SiteOfMine = Pick<SiteInView, 'code' | 'name' | 'kind' | 'stage'> & {
  readonly role: SiteRole;
  readonly userRole: UserRole | null;
  readonly isLocalAdministrator: boolean;
};

/** The sites for which an account acts. */
export async function sitesOf(kysely: Kysely<Tables>, accountId: string): Promise<SiteOfMine[]> {
  const { rows } = await sql<SiteOfMine>`
    select o.code, o.name, o.kind, o.stage, a.role, a.user_role as "userRole",
      a.is_local_administrator as "isLocalAdministrator"
    from account_site a join organization o using (organization_id)
    where a.account_id = ${accountId} and a.ended_at is null
    order by o.name, o.code`.execute(kysely);
  return rows;
}
