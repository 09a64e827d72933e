import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import type { Stage } from '../platform/database/tables.ts';

export type KnownOrganization = {
  readonly organizationId: string;
  readonly code: string;
  readonly codeKey: string;
  readonly parentId: string | undefined;
  readonly stage: Stage;
  readonly mayQuery: boolean;
  /** Whether the Sending Facility that sends the message submits for it today. */
  readonly isClient: boolean;
  /** Whether it would, had the other side confirmed it. */
  readonly isUnconfirmedClient: boolean;
  /** Of the jurisdiction; undefined where it is in none, or not known. */
  readonly region?: string | undefined;
  /** `YYYY-MM-DD`: doses given from then on are deducted from its stock; undefined where none are. */
  readonly decrementFrom?: string | undefined;
  /** The endpoint to which its messages are forwarded; undefined where they are recorded here. */
  readonly routedTo?: string | undefined;
};

/** The organizations of those ids (see codeKey), and whether they are clients of the credential's holder. */
export function selectOrganizations(codeKeys: readonly string[], username: string): Statement {
  return {
    name: 'organizations',
    text: `select o.organization_id, o.code, o.code_key, o.parent_id, o.stage, o.may_query, o.region, o.decrement_from,
             o.routed_to,
             (
               select l.confirmed_at is not null from sending_facility_client l
               join credential c on c.organization_id = l.sending_facility_id
               where c.username = $2 and l.site_id = o.organization_id and l.ended_at is null
             ) as is_confirmed
           from organization o where o.code_key = any($1)`,
    values: [codeKeys, username],
  };
}

/** The same for an organization that sends from the portal. */
export function selectOrganizationsOf(codeKeys: readonly string[], organizationId: string): Statement {
  return {
    name: 'organizations-of',
    text: `select o.organization_id, o.code, o.code_key, o.parent_id, o.stage, o.may_query, o.region, o.decrement_from,
             o.routed_to,
             (
               select l.confirmed_at is not null from sending_facility_client l
               where l.sending_facility_id = $2 and l.site_id = o.organization_id and l.ended_at is null
             ) as is_confirmed
           from organization o where o.code_key = any($1)`,
    values: [codeKeys, organizationId],
  };
}

export function organizations(rows: Rows): readonly KnownOrganization[] {
  return rows.map((row) => ({
    organizationId: row.organization_id,
    code: row.code,
    codeKey: row.code_key,
    parentId: row.parent_id ?? undefined,
    stage: row.stage,
    mayQuery: row.may_query,
    // Null where the one is no client of the other.
    isClient: row.is_confirmed === true,
    isUnconfirmedClient: row.is_confirmed === false,
    region: row.region ?? undefined,
    decrementFrom: row.decrement_from ?? undefined,
    routedTo: row.routed_to ?? undefined,
  }));
}
