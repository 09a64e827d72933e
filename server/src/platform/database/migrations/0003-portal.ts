/**
 * The portal: people, registration, onboarding, tests, mail. All of it is small; what grows with the messages of testing sites
 * (test_submission) is bounded by how long sites test.
 */
export const portal: readonly string[] = [
  // Organizations: where they are, how far they have come.
  `alter table organization drop constraint organization_stage_check`,
  `alter table organization add constraint organization_stage_check
     check (stage in ('testing', 'real-data', 'production', 'suspended'))`,
  `comment on column organization.stage is
     'real-data: messages of real patients come to the testing address and are compared, never recorded'`,
  `alter table organization
     add column suspended_from text check (suspended_from in ('testing', 'real-data', 'production')),
     add column site_type smallint check (site_type in (1, 2, 3)),
     add column county text,
     add column region text,
     add column profile jsonb,
     add column likeness text[] not null default '{}',
     add column mail_grouping text not null default 'each' check (mail_grouping in ('each', 'hour')),
     add column language text not null default 'en' check (language in ('en', 'es'))`,
  `comment on column organization.profile is 'what the site said of itself when it registered; null where an operator added it'`,
  `comment on column organization.likeness is
     'name, address and NPI as they are compared when another site registers'`,
  `create index organization_likeness on organization using gin (likeness)`,
  `create sequence organization_number start 101`,

  // Who sends for whom: from when both have said so.
  `alter table sending_facility_client
     add column asked_by text not null default 'site' check (asked_by in ('site', 'sending-facility')),
     add column confirmed_at timestamptz`,
  `update sending_facility_client set confirmed_at = linked_at`,
  `comment on column sending_facility_client.confirmed_at is 'null: the other side has not confirmed it, and nothing is taken'`,

  // A password is replaced without a moment in which neither works.
  `alter table credential
     add column previous_hash text,
     add column previous_until timestamptz,
     add column rotated_at timestamptz,
     add column certificate_fingerprint text`,
  `comment on column credential.certificate_fingerprint is
     'SHA-256 of the client certificate that must come with the password, lower-case hex; null: none is asked for'`,
  `alter table message alter column credential_id drop not null`,
  `comment on column message.credential_id is 'null: somebody who had signed in at the portal submitted it as a test'`,

  // People who sign in.
  `create table account (
    account_id uuid primary key,
    email text not null,
    email_key text not null unique,
    name text not null,
    password_hash text,
    staff_role text check (staff_role in ('dx-specialist', 'administrator')),
    language text not null check (language in ('en', 'es')),
    created_at timestamptz not null,
    ended_at timestamptz
  )`,
  `comment on column account.email_key is 'e-mail address in lower case: how addresses are compared'`,
  `create table account_site (
    account_id uuid not null references account,
    organization_id uuid not null references organization,
    role text not null check (role in ('site-contact', 'data-exchange-contact', 'member')),
    name text,
    added_at timestamptz not null,
    signed_in_at timestamptz,
    ended_at timestamptz,
    member_id uuid not null default gen_random_uuid() unique,
    primary key (account_id, organization_id)
  )`,
  `comment on column account_site.name is
     'as whoever added the person wrote it: what the account calls itself is not for everybody who knows its address'`,
  `comment on column account_site.member_id is
     'what others of the site know the person by: the id of an account says when it was made'`,
  `comment on column account_site.signed_in_at is 'the first time since the person was added'`,
  `create index account_site_organization on account_site (organization_id)`,
  `create table session (
    token_hash text primary key,
    account_id uuid not null references account,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index session_account on session (account_id)`,
  // What a mailed link carries: single use, expiring, kept as a hash.
  `create table one_time_token (
    token_hash text primary key,
    purpose text not null check (purpose in
      ('verify-email', 'resume-registration', 'show-credentials', 'set-password', 'confirm-access-request')),
    subject_id uuid not null,
    detail jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index one_time_token_subject on one_time_token (subject_id)`,

  // Registration: a draft that is saved step by step, until the e-mail address is verified.
  `create table registration (
    registration_id uuid primary key,
    resume_hash text not null unique,
    status text not null check (status in ('draft', 'submitted', 'verified')),
    language text not null check (language in ('en', 'es')),
    answers jsonb not null,
    version integer not null,
    invited_by uuid references organization,
    organization_id uuid references organization,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    submitted_at timestamptz,
    verified_at timestamptz
  )`,
  `create table agreement_acceptance (
    acceptance_id uuid primary key,
    registration_id uuid references registration,
    organization_id uuid references organization,
    version text not null,
    text_hash text not null,
    language text not null,
    name text not null,
    title text not null,
    email text not null,
    accepted_at timestamptz not null,
    accepted_from text not null
  )`,
  `create index agreement_acceptance_organization on agreement_acceptance (organization_id)`,
  `create table access_request (
    request_id uuid primary key,
    organization_id uuid not null references organization,
    name text not null,
    email text not null,
    reason text not null,
    language text not null,
    state text not null check (state in ('unverified', 'waiting', 'granted', 'refused')),
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references account
  )`,
  `create index access_request_organization on access_request (organization_id)`,

  // Onboarding: what happened, only ever added to, and what waits for a second person.
  `create table onboarding_event (
    event_id uuid primary key,
    organization_id uuid not null references organization,
    at timestamptz not null,
    kind text not null,
    actor_id uuid references account,
    actor_name text not null,
    for_staff boolean not null,
    detail jsonb not null
  )`,
  `comment on column onboarding_event.for_staff is 'a note that the site does not see'`,
  `create index onboarding_event_organization on onboarding_event (organization_id, event_id)`,
  `create table promotion (
    organization_id uuid not null references organization,
    track text not null check (track in ('production', 'bidx')),
    proposed_by uuid not null references account,
    proposed_at timestamptz not null,
    note text not null,
    primary key (organization_id, track)
  )`,
  `create table bidx (
    organization_id uuid primary key references organization,
    state text not null check (state in ('testing', 'approved')),
    survey jsonb not null,
    surveyed_at timestamptz not null,
    approved_at timestamptz
  )`,
  // What a site sent to the testing address, and what it shows of the site's readiness.
  `create table test_submission (
    message_id uuid primary key,
    month date not null,
    organization_id uuid not null references organization,
    sender_id uuid not null references organization,
    received_at timestamptz not null,
    stage text not null check (stage in ('testing', 'real-data')),
    cases text[] not null,
    comparison jsonb,
    reported_at timestamptz,
    forgotten_at timestamptz
  )`,
  `comment on column test_submission.cases is 'the cases of the readiness list that the message shows; none where it failed'`,
  `comment on column test_submission.forgotten_at is
     'a message of a real patient: when its text and its answer were removed from the ledger'`,
  `create index test_submission_real on test_submission (received_at)
     where stage = 'real-data' and forgotten_at is null`,
  `create index test_submission_organization on test_submission (organization_id, message_id)`,
  `create index test_submission_sender on test_submission (sender_id, message_id)`,
  `create index test_submission_unreported on test_submission (received_at) where reported_at is null`,
  `create table statement (
    statement_id uuid primary key,
    code text not null unique,
    organization_id uuid not null references organization,
    content jsonb not null,
    pdf bytea not null,
    pdf_hash text not null,
    signature text not null,
    public_key text not null,
    made_at timestamptz not null,
    made_by uuid references account
  )`,
  `create index statement_organization on statement (organization_id)`,

  // Mail that is to go out; the row is the job.
  `create table mail (
    mail_id uuid primary key,
    dedupe_key text unique,
    kind text not null,
    organization_id uuid references organization,
    recipient text not null,
    language text not null,
    subject text not null,
    text text not null,
    html text not null,
    state text not null check (state in ('waiting', 'sent', 'dead')),
    attempts smallint not null,
    created_at timestamptz not null,
    next_at timestamptz not null,
    sent_at timestamptz,
    last_error text
  )`,
  `comment on column mail.dedupe_key is 'what the mail is about, where it must not go out twice'`,
  `create index mail_waiting on mail (next_at) where state = 'waiting'`,
  `create index mail_created on mail (created_at)`,
  `create table mail_sender (
    only_one boolean primary key default true check (only_one),
    name text not null,
    time_zone text not null
  )`,
  `comment on table mail_sender is 'in whose name mail is written; Cairn writes its one row whenever it starts'`,
];
