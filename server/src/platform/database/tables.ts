import type { ColumnType } from 'kysely';

/** Set when the row is made and not read back with a type of its own. */
type Moment = ColumnType<Date, Date, Date>;

export type OrganizationTable = {
  organization_id: string;
  /** As printed: `DE-000001`. */
  code: string;
  code_key: string;
  name: string;
  kind: 'site' | 'sending-facility';
  parent_id: string | null;
  stage: 'testing' | 'production' | 'suspended';
  may_query: boolean;
  created_at: Moment;
};

export type SendingFacilityClientTable = {
  sending_facility_id: string;
  site_id: string;
  linked_at: Moment;
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
};

export type CredentialTable = {
  credential_id: string;
  organization_id: string;
  username: string;
  password_hash: string;
  created_at: Moment;
  expires_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  revoked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
};

/**
 * The tables that are read and written through Kysely. Those on the way of a message (persons, doses,
 * ledger) are written as prepared statements in the rooms that own them.
 */
export type Tables = {
  organization: OrganizationTable;
  sending_facility_client: SendingFacilityClientTable;
  credential: CredentialTable;
};
