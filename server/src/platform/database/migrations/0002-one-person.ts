/**
 * Matching, review, merge and unmerge. A person is the set of its charts (an organization's chart number);
 * merging moves charts, and what hangs on them, from one person to another and writes down what it moved.
 */
export const onePerson: readonly string[] = [
  `alter table person
     add column status text not null default 'active' check (status in ('active', 'merged')),
     add column merged_into uuid,
     add column sealed boolean not null default false,
     add column deceased boolean not null default false`,
  `comment on column person.merged_into is 'where the charts of a merged person went; its id keeps resolving'`,
  // By night, those born on one day are compared with each other. A corrected date is rare, so updates stay on their page.
  `create index person_birth_date on person (birth_date)`,
  `comment on column person.sealed is 'adoption and the like: found by chart number only, never by name'`,

  // What a person is found by. The two lowest bits of a key are its kind (registry/keys.ts). No index leads from the
  // person to its keys: they are computed from person_match, and 400 million index rows are saved.
  `drop table person_key`,
  `create table person_key (
    key bigint not null,
    person_id uuid not null,
    primary key (key, person_id)
  )`,

  // What each chart says of the person, normalised and packed: all that scoring a candidate needs.
  `create table person_match (
    person_id uuid not null,
    match_id bigint not null,
    record text not null,
    primary key (person_id, match_id)
  )`,
  `comment on column person_match.match_id is 'hash of chart and record: the same said twice is one row'`,

  `alter table person_source add column said_at timestamptz`,
  `update person_source set said_at = received_at`,
  `alter table person_source alter column said_at set not null`,
  `comment on column person_source.said_at is 'when the sender said so (MSH-7), the last time if it said so again'`,
  `alter table dose_report
     add column id_key uuid not null default '00000000-0000-0000-0000-000000000000',
     add column said_at timestamptz`,
  `update dose_report d set said_at = d.received_at, id_key = coalesce((
     select s.id_key from person_source s
     where s.person_id = d.person_id and s.organization_id = d.organization_id
     order by s.person_version <= d.person_version desc, s.person_version desc limit 1
   ), d.id_key)`,
  `alter table dose_report alter column said_at set not null, alter column id_key drop default`,
  `comment on column dose_report.id_key is 'the chart it was reported under: where the chart goes, the dose goes'`,

  // Why the machine or a reviewer held two records for one person, or not.
  `create table match_decision (
    person_id uuid not null,
    decision_id uuid not null,
    other_id uuid not null,
    outcome text not null check (outcome in ('match', 'possible', 'different')),
    score real,
    guards text[] not null,
    signature text not null,
    decided_by text not null,
    message_id uuid,
    at timestamptz not null,
    primary key (person_id, decision_id)
  )`,

  // What a person has to look at.
  `create table review_task (
    task_id uuid primary key,
    kind text not null check (kind in ('possible-duplicate', 'chart-reused', 'unmerged-chart')),
    person_a uuid not null,
    person_b uuid not null check (person_a < person_b),
    state text not null check (state in ('open', 'later', 'same', 'different', 'settled')),
    priority integer not null,
    score real,
    guards text[] not null,
    signature text not null,
    message_id uuid,
    opened_at timestamptz not null,
    not_before timestamptz,
    decided_at timestamptz,
    decided_by text,
    reason text
  )`,
  `create unique index review_task_pair on review_task (person_a, person_b) where state in ('open', 'later')`,
  `create index review_task_queue on review_task (priority desc, task_id) where state in ('open', 'later')`,
  `create index review_task_b on review_task (person_b)`,
  `create index review_task_a on review_task (person_a)`,

  // What was moved between persons, exactly, so that it can be moved back.
  `create table person_link (
    batch_id uuid primary key,
    op text not null check (op in ('merge', 'unmerge')),
    from_person uuid not null,
    to_person uuid not null,
    source_ids uuid[] not null,
    report_ids uuid[] not null,
    undoes uuid,
    undone_by uuid,
    task_id uuid,
    by_whom text not null,
    reason text not null,
    at timestamptz not null
  )`,
  `create index person_link_from on person_link (from_person)`,
  `create index person_link_to on person_link (to_person)`,

  // What people decided; no rule overrules it.
  `create table person_constraint (
    person_a uuid not null,
    person_b uuid not null check (person_a < person_b),
    by_whom text not null,
    reason text not null,
    at timestamptz not null,
    primary key (person_a, person_b)
  )`,
  `comment on table person_constraint is 'two persons that are known to be two'`,
  `create index person_constraint_b on person_constraint (person_b)`,
  `create table dose_link (
    person_id uuid not null,
    dose_a text not null,
    dose_b text not null check (dose_a < dose_b),
    kind text not null check (kind in ('same', 'different')),
    by_whom text not null,
    reason text not null,
    at timestamptz not null,
    primary key (person_id, dose_a, dose_b)
  )`,
  `comment on table dose_link is 'two reported doses (chart and dose key) that a reviewer held for one, or for two'`,

  // What the nightly job counts.
  `create table common_value (key bigint primary key, holders integer not null, counted_at timestamptz not null)`,
  `comment on table common_value is 'phones and the like that so many persons share that they say nothing'`,
  `create table name_frequency (
    kind text not null check (kind in ('first', 'last')),
    name text not null,
    per_million real not null,
    primary key (kind, name)
  )`,
  `create table job_run (
    job text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    figures jsonb,
    primary key (job, started_at)
  )`,

  // People who act: until accounts of their own come, a name with a token.
  `create table staff (
    staff_id uuid primary key,
    name text not null,
    token_hash text not null unique,
    role text not null check (role in ('registry-staff')),
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
  )`,
  `alter table audit_event
     alter column organization_id drop not null,
     alter column responsible_id drop not null,
     add column staff_id uuid`,
];
