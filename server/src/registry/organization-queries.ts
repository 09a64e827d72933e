import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';

export type KnownOrganization = {
  readonly organizationId: string;
  readonly code: string;
  readonly codeKey: string;
  readonly parentId: string | undefined;
  readonly stage: 'testing' | 'production' | 'suspended';
  readonly mayQuery: boolean;
  /** Whether the Sending Facility that holds the credential submits for it today. */
  readonly isClient: boolean;
};

/** The organizations of those ids (see codeKey), and whether they are clients of the credential's holder. */
export function selectOrganizations(codeKeys: readonly string[], username: string): Statement {
  return {
    name: 'organizations',
    text: `select o.organization_id, o.code, o.code_key, o.parent_id, o.stage, o.may_query,
             exists (
               select 1 from sending_facility_client l
               join credential c on c.organization_id = l.sending_facility_id
               where c.username = $2 and l.site_id = o.organization_id and l.ended_at is null
             ) as is_client
           from organization o where o.code_key = any($1)`,
    values: [codeKeys, username],
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
    isClient: row.is_client,
  }));
}
