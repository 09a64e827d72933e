import type { Kysely } from 'kysely';
import type { OrganizationTable, Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';

/**
 * How organization ids are compared: `DE-000001`, `DE000001` and `de 000001` are one id. The hyphen of a
 * CAIR2 id is printed but not always sent.
 */
export function codeKey(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase();
}

export type NewOrganization = {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationTable['kind'];
  readonly stage: OrganizationTable['stage'];
  readonly mayQuery: boolean;
  readonly parentId?: string;
};

/** Registers an organization; one with that code already there is left as it is. Returns its id. */
export async function registerOrganization(
  db: Kysely<Tables>,
  organization: NewOrganization,
  now: Date,
): Promise<string> {
  const key = codeKey(organization.code);
  await db
    .insertInto('organization')
    .values({
      organization_id: uuidv7(now.getTime()),
      code: organization.code,
      code_key: key,
      name: organization.name,
      kind: organization.kind,
      parent_id: organization.parentId ?? null,
      stage: organization.stage,
      may_query: organization.mayQuery,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('code_key').doNothing())
    .execute();
  const { organization_id } = await db
    .selectFrom('organization')
    .select('organization_id')
    .where('code_key', '=', key)
    .executeTakeFirstOrThrow();
  return organization_id;
}

/** From now on the Sending Facility may submit for the site (MSH-4 the one, MSH-22 the other). */
export async function linkClientSite(
  db: Kysely<Tables>,
  link: { readonly sendingFacilityId: string; readonly siteId: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('sending_facility_client')
    .values({
      sending_facility_id: link.sendingFacilityId,
      site_id: link.siteId,
      linked_at: now,
      confirmed_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['sending_facility_id', 'site_id']).doUpdateSet({ ended_at: null, confirmed_at: now }),
    )
    .execute();
}
