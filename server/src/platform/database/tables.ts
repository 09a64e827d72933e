import type { ColumnType } from 'kysely';

/** Set when the row is made and not read back with a type of its own. */
type Moment = ColumnType<Date, Date, Date>;

type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** How far an organization has come; `real-data` sends messages of real patients to the testing address. */
export type Stage = 'testing' | 'real-data' | 'production' | 'suspended';

export type OrganizationTable = {
  organization_id: string;
  /** As printed: `DE-000001`. */
  code: string;
  code_key: string;
  name: string;
  kind: 'site' | 'sending-facility';
  parent_id: string | null;
  stage: Stage;
  may_query: boolean;
  created_at: Moment;
};

export type SendingFacilityClientTable = {
  sending_facility_id: string;
  site_id: string;
  linked_at: Moment;
  ended_at: MaybeMoment;
  /** Who named the other; by default the site. */
  asked_by: ColumnType<'site' | 'sending-facility', 'site' | 'sending-facility' | undefined>;
  /** When the other confirmed it; nothing is taken before. */
  confirmed_at: MaybeMoment;
};

export type CredentialTable = {
  credential_id: string;
  organization_id: string;
  username: string;
  password_hash: string;
  created_at: Moment;
  expires_at: MaybeMoment;
  revoked_at: MaybeMoment;
  /** The password before the last rotation, and until when it still counts. */
  previous_hash: ColumnType<string | null, string | null | undefined>;
  previous_until: MaybeMoment;
  rotated_at: MaybeMoment;
  /** SHA-256, lower-case hex */
  certificate_fingerprint: ColumnType<string | null, string | null | undefined>;
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
