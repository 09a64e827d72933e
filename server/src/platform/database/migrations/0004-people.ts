/**
 * People with roles, training, what they may see; who saw it; and the exchange as it is watched. Counts of messages are kept as
 * rollups: a message leaves one narrow row (`message_arrival`), and a worker adds it to the index and the counts.
 */
export const people: readonly string[] = [
  // Roles: what an account may do at an organization, besides being its contact.
  `alter table account_site
     add column user_role text check (user_role in ('read-only', 'school', 'regular', 'power', 'dx-qa')),
     add column is_local_administrator boolean not null default false,
     drop constraint account_site_role_check`,
  `alter table account_site add constraint account_site_role_check
     check (role in ('site-contact', 'data-exchange-contact', 'member', 'user'))`,
  `comment on column account_site.role is
     'user: works with the registry by user_role alone, and has no part in the site''s onboarding and credentials'`,
  `update account_site set is_local_administrator = true where role = 'site-contact'`,
  `comment on column account_site.user_role is
     'what the person may see and do of patients and of the exchange; null: nothing of either'`,
  `alter table account
     add column totp_secret text,
     add column totp_pending text,
     add column totp_confirmed_at timestamptz,
     add column totp_last_step bigint,
     add column oidc_subject text unique,
     add column acts_for uuid references organization`,
  `comment on column account.totp_secret is 'encrypted by the key of the installation; what authenticator apps make codes of'`,
  `comment on column account.totp_pending is 'likewise, of an app that is being set up'`,
  `comment on column account.totp_last_step is 'the half minute of the last code that was taken: none is taken twice'`,
  `comment on column account.oidc_subject is 'issuer and subject of single sign-on'`,
  `comment on column account.acts_for is 'the organization last acted for: where the next session begins'`,
  `create table recovery_code (
    account_id uuid not null references account,
    code_hash text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (account_id, code_hash)
  )`,
  `alter table session
     add column acts_for uuid references organization,
     add column second_factor_at timestamptz`,
  `comment on column session.second_factor_at is 'null: only the password was given so far'`,

  // Account Update: what a sit's administrator asks for, and what staff say to it.
  `create table account_request (
    request_id uuid primary key,
    organization_id uuid not null references organization,
    kind text not null check (kind in ('add', 'change', 'end')),
    email text not null,
    email_key text not null,
    name text not null,
    user_role text check (user_role in ('read-only', 'school', 'regular', 'power', 'dx-qa')),
    is_local_administrator boolean not null,
    note text not null,
    state text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
    asked_by uuid not null references account,
    asked_at timestamptz not null,
    decided_by uuid references account,
    decided_at timestamptz,
    reason text
  )`,
  `create unique index account_request_pending on account_request (organization_id, email_key) where state = 'waiting'`,
  `create index account_request_organization on account_request (organization_id, request_id)`,
  `create index account_request_waiting on account_request (asked_at) where state = 'waiting'`,

  // Training. Courses are data of the jurisdiction; what is kept is who enrolled in and completed which.
  `create table training_enrolment (
    account_id uuid not null references account,
    course_id text not null,
    enrolled_at timestamptz not null,
    primary key (account_id, course_id)
  )`,
  `create table training_completion (
    completion_id uuid primary key,
    account_id uuid not null references account,
    course_id text not null,
    completed_on date not null,
    expires_on date,
    how text not null check (how in ('staff', 'list', 'quiz')),
    recorded_by uuid references account,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid references account,
    withdrawn_reason text
  )`,
  `comment on column training_completion.expires_on is 'the first day on which it no longer counts; null: it always counts'`,
  `create index training_completion_account on training_completion (account_id, course_id)`,
  `create unique index training_completion_once on training_completion (account_id, course_id, completed_on)
     where withdrawn_at is null`,
  `create table quiz_attempt (
    attempt_id uuid primary key,
    account_id uuid not null references account,
    course_id text not null,
    at timestamptz not null,
    right_answers smallint not null,
    questions smallint not null
  )`,
  `create index quiz_attempt_account on quiz_attempt (account_id, course_id, at)`,

  // Patients: found by the beginning of their names, without accents, where the birth date is not known (patients/search-read.ts).
  String.raw`create index person_name on person (
       regexp_replace(normalize(upper(last_name), NFD), '[\u0300-\u036F]', '', 'g') text_pattern_ops,
       regexp_replace(normalize(upper(first_name), NFD), '[\u0300-\u036F]', '', 'g') text_pattern_ops)
     where status = 'active'`,
  // Opened in an emergency against the rule; each is looked at afterwards.
  `create table break_glass (
    grant_id uuid primary key,
    account_id uuid not null references account,
    organization_id uuid references organization,
    person_id uuid not null,
    reason text not null,
    at timestamptz not null,
    until timestamptz not null,
    reviewed_by uuid references account,
    reviewed_at timestamptz,
    review_note text
  )`,
  `create index break_glass_account on break_glass (account_id, person_id, until)`,
  `create index break_glass_unreviewed on break_glass (at) where reviewed_at is null`,

  // Audit: added to, never changed; sealed in batches that hang together by their hashes.
  `alter table audit_event
     alter column person_ids set default '{}',
     alter column detail set default '{}',
     add column account_id uuid`,
  `create index audit_event_person on audit_event using gin (person_ids)`,
  `create index audit_event_at on audit_event (at)`,
  `create index audit_event_account on audit_event (account_id, at) where account_id is not null`,
  `create table audit_unsealed (event_id uuid primary key, month date not null)`,
  `comment on table audit_unsealed is 'events that no seal holds yet; each is there from the transaction in which it was written'`,
  `insert into audit_unsealed (event_id, month) select event_id, month from audit_event`,
  `create table audit_seal (
    seal_no bigint primary key,
    sealed_at timestamptz not null,
    months date[] not null,
    event_ids uuid[] not null,
    event_hashes bytea not null,
    previous_hash bytea not null,
    hash bytea not null
  )`,
  `comment on column audit_seal.event_hashes is 'SHA-256 of each event, 32 bytes each, in the order of event_ids'`,
  `comment on column audit_seal.hash is 'of number, time, events and the seal before: none can be changed, left out or put between'`,
  `create function cairn_audit_note() returns trigger language plpgsql as $$
    begin
      insert into audit_unsealed (event_id, month) values (new.event_id, new.month);
      return null;
    end
  $$`,
  `create trigger audit_event_note after insert on audit_event for each row execute function cairn_audit_note()`,
  `create function cairn_append_only() returns trigger language plpgsql as $$
    begin
      raise exception '% is only ever added to', tg_table_name using errcode = 'CA002';
    end
  $$`,
  `create trigger audit_event_append_only before update or delete on audit_event
     for each row execute function cairn_append_only()`,
  `create trigger audit_seal_append_only before update or delete on audit_seal
     for each row execute function cairn_append_only()`,

  // The exchange as it is watched. One narrow row a message, written with it; a worker moves it on.
  `create table message_arrival (
    month date not null,
    message_id uuid not null,
    received_at timestamptz not null,
    day date not null,
    address text not null,
    kind text not null,
    organization_id uuid not null,
    sender_id uuid not null,
    outcome text not null,
    control_id text not null,
    person_id uuid,
    patient text not null,
    codes text[] not null,
    quality smallint[]
  )`,
  `comment on column message_arrival.kind is 'submission, query or other'`,
  `comment on column message_arrival.organization_id is 'the Responsible Organization; where none was made out, the sender'`,
  `comment on column message_arrival.patient is 'name, birth date and chart number as sent, upper case: what a message is searched by'`,
  `comment on column message_arrival.codes is 'of its findings, each once: E:code, W:code, I:code'`,
  `comment on column message_arrival.quality is 'of a submission to production: how many good, how many there were, of each measure in the order of exchange/measures.ts'`,
  `create table message_index (
    month date not null,
    message_id uuid not null,
    received_at timestamptz not null,
    day date not null,
    address text not null,
    kind text not null,
    organization_id uuid not null,
    sender_id uuid not null,
    outcome text not null,
    control_id text not null,
    person_id uuid,
    patient text not null,
    codes text[] not null,
    primary key (month, message_id)
  ) partition by range (month)`,
  `create table message_index_default partition of message_index default`,
  `create index message_index_organization on message_index (organization_id, message_id)`,
  `create index message_index_sender on message_index (sender_id, message_id) where sender_id <> organization_id`,
  `create index message_index_control on message_index (control_id)`,
  `create index message_index_person on message_index (person_id) where person_id is not null`,
  // A scope is an organization, a region or everybody: see monitoring/scopes.ts.
  `create table exchange_day (
    scope uuid not null,
    day date not null,
    address text not null,
    kind text not null,
    outcome text not null,
    messages integer not null,
    last_at timestamptz not null,
    primary key (scope, day, address, kind, outcome)
  )`,
  `create table client_day (
    sender_id uuid not null,
    organization_id uuid not null,
    day date not null,
    address text not null,
    outcome text not null,
    messages integer not null,
    primary key (sender_id, day, organization_id, address, outcome)
  )`,
  `comment on table client_day is 'what a Sending Facility sent for each of its client sites'`,
  `create table finding_day (
    scope uuid not null,
    day date not null,
    address text not null,
    code text not null,
    messages integer not null,
    primary key (scope, day, address, code)
  )`,
  `create table quality_day (
    scope uuid not null,
    day date not null,
    measure text not null,
    good integer not null,
    total integer not null,
    primary key (scope, day, measure)
  )`,
  `create table silence (
    organization_id uuid not null references organization,
    since timestamptz not null,
    noticed_at timestamptz not null,
    ended_at timestamptz,
    primary key (organization_id, since)
  )`,
  `comment on table silence is 'a site that sends on most days and has stopped; written once a silence'`,
  `create index silence_open on silence (organization_id) where ended_at is null`,
];
