/**
 * The first tables. Rules they keep so that the same schema can be spread over many machines later:
 * the primary key of a large table contains its distribution column (person_id; key by key; the ledger by
 * month and its own id), large tables of different distribution columns have no foreign keys between them,
 * ids are UUIDv7 made by the application, ledger and audit are partitioned by month so that retention is
 * DROP PARTITION.
 */
export const firstTables: readonly string[] = [
  // Small reference tables.
  `create table organization (
    organization_id uuid primary key,
    code text not null,
    code_key text not null unique,
    name text not null,
    kind text not null check (kind in ('site', 'sending-facility')),
    parent_id uuid references organization,
    stage text not null check (stage in ('testing', 'production', 'suspended')),
    may_query boolean not null,
    created_at timestamptz not null
  )`,
  `comment on column organization.code_key is 'code without hyphens and spaces, upper case: how ids are compared'`,
  `create index organization_parent on organization (parent_id)`,
  `create table sending_facility_client (
    sending_facility_id uuid not null references organization,
    site_id uuid not null references organization,
    linked_at timestamptz not null,
    ended_at timestamptz,
    primary key (sending_facility_id, site_id)
  )`,
  `create index sending_facility_client_site on sending_facility_client (site_id)`,
  `create table credential (
    credential_id uuid primary key,
    organization_id uuid not null references organization,
    username text not null unique,
    password_hash text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
  )`,
  `create index credential_organization on credential (organization_id)`,

  // Persons. A person is the set of its sources; the columns of "person" are computed from them.
  // fillfactor leaves room on the page: the version changes with every message and no indexed column
  // does, so the update stays on its page (HOT) and touches no index.
  `create table person (
    person_id uuid primary key,
    version integer not null,
    last_name text not null,
    first_name text not null,
    birth_date date not null,
    sex text not null,
    protected boolean not null,
    demographics jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  ) with (fillfactor = 80)`,
  `create table person_key (
    key uuid not null,
    slot smallint not null,
    kind smallint not null check (kind in (1, 2)),
    person_id uuid not null,
    primary key (key, slot)
  )`,
  `comment on column person_key.slot is 'how many persons held the key before: two that claim it at once collide, those known to differ share it'`,
  `comment on column person_key.kind is '1: an id within the organization that issued it; 2: exact name and birth date'`,
  `create index person_key_person on person_key (person_id)`,
  `create table person_source (
    person_id uuid not null,
    source_id uuid not null,
    organization_id uuid not null,
    sender_id uuid not null,
    id_key uuid not null,
    identifiers text not null,
    protection text not null check (protection in ('', 'N', 'Y')),
    demographics jsonb not null,
    content_hash uuid not null,
    person_version integer not null,
    message_id uuid not null,
    received_at timestamptz not null,
    primary key (person_id, source_id)
  )`,

  // Doses as they were reported, one row for every report that said something new; never updated.
  // What stands is the newest report of each (organization, dose_key): see registry/history.ts.
  `create table dose_report (
    person_id uuid not null,
    report_id uuid not null,
    organization_id uuid not null,
    sender_id uuid not null,
    filler_id text not null,
    dose_key text not null,
    action text not null check (action in ('A', 'U', 'D')),
    administered_on date not null,
    vaccine_codes text not null,
    completion text not null,
    segments text not null,
    content_hash uuid not null,
    person_version integer not null,
    message_id uuid not null,
    received_at timestamptz not null,
    primary key (person_id, report_id)
  )`,

  // The ledger of messages.
  `create table message (
    month date not null,
    message_id uuid not null,
    received_at timestamptz not null,
    address text not null check (address in ('production', 'test')),
    operation text not null,
    sender_id uuid not null,
    credential_id uuid not null,
    responsible_id uuid,
    message_type text not null,
    control_id text not null,
    body_hash uuid not null,
    raw bytea not null,
    outcome text not null check (outcome in ('accepted', 'partly-accepted', 'refused', 'answered', 'fault')),
    ack_code text not null check (ack_code in ('AA', 'AE', 'AR', '')),
    answer text not null,
    findings jsonb not null,
    person_id uuid,
    primary key (month, message_id)
  ) partition by range (month)`,
  `create index message_sender on message (sender_id, message_id)`,
  `create index message_responsible on message (responsible_id, message_id)`,
  `create table message_default partition of message default`,
  `create table message_key (
    control_key uuid not null,
    body_hash uuid not null,
    message_id uuid not null,
    month date not null,
    primary key (control_key, body_hash)
  )`,

  // Who was shown whose record.
  `create table audit_event (
    month date not null,
    event_id uuid not null,
    at timestamptz not null,
    action text not null,
    credential_id uuid,
    organization_id uuid not null,
    responsible_id uuid not null,
    message_id uuid,
    person_ids uuid[] not null,
    detail jsonb not null,
    primary key (month, event_id)
  ) partition by range (month)`,
  `create table audit_event_default partition of audit_event default`,

  // A write is decided on what was read before it; this makes it fail where that is no longer so.
  `create function cairn_expect(actual bigint, expected bigint) returns void language plpgsql as $$
    begin
      if actual <> expected then
        raise exception 'decided on a state that has changed since' using errcode = 'CA001';
      end if;
    end
  $$`,
];
