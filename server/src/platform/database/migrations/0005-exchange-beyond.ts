/**
 * Inventory, what is sent on to other registries, files instead of messages, acknowledgements handed on, history loaded in bulk.
 * Stock is a ledger: what is on hand is the sum of its transactions, kept beside them in the same transaction.
 */
export const exchangeBeyond: readonly string[] = [
  // Inventory. Stock is an organization's; a lot is one lot number of one vaccine of one funding source there.
  `alter table organization
     add column decrement_from date,
     add column decrement_asked_at timestamptz,
     add column routed_to text`,
  `comment on column organization.decrement_from is
     'doses given from this day on are deducted from its stock, by what messages say; null: none are'`,
  `comment on column organization.decrement_asked_at is 'when the site asked for it; null once staff has answered'`,
  `comment on column organization.routed_to is 'the endpoint its messages are forwarded to; null: they are recorded here'`,
  `create table inventory_lot (
    organization_id uuid not null,
    lot_id uuid not null,
    lot text not null,
    lot_key text not null,
    cvx text not null,
    ndc text not null,
    manufacturer text not null,
    funding text not null,
    expires_on date not null,
    on_hand integer not null,
    is_active boolean not null,
    below_zero_at timestamptz,
    created_at timestamptz not null,
    primary key (organization_id, lot_id)
  )`,
  `comment on column inventory_lot.lot_key is 'upper case without spaces, hyphens and points: how lot numbers are compared'`,
  `comment on column inventory_lot.on_hand is 'doses: the sum of the lot''s transactions'`,
  `comment on column inventory_lot.below_zero_at is 'since when more was given than there was; null: it is not so'`,
  `create unique index inventory_lot_once on inventory_lot (organization_id, lot_key, cvx, funding)`,
  `create table inventory_transaction (
    organization_id uuid not null,
    transaction_id uuid not null,
    lot_id uuid not null,
    kind text not null check (kind in
      ('receipt', 'administered', 'given-back', 'waste', 'transfer-out', 'transfer-in', 'return', 'correction', 'count')),
    doses integer not null,
    at timestamptz not null,
    reason text not null,
    note text not null,
    account_id uuid,
    message_id uuid,
    id_key uuid,
    dose_key text,
    primary key (organization_id, transaction_id)
  )`,
  `comment on column inventory_transaction.doses is 'what it adds to the lot; negative where it takes away'`,
  `create index inventory_transaction_lot on inventory_transaction (organization_id, lot_id, transaction_id)`,
  `create trigger inventory_transaction_append_only before update or delete on inventory_transaction
     for each row execute function cairn_append_only()`,
  // What became of each dose that was given at a site whose stock is deducted from; by chart, which a merge does not change.
  `create table inventory_dose (
    organization_id uuid not null,
    id_key uuid not null,
    dose_key text not null,
    report_id uuid not null,
    stock_id uuid,
    message_id uuid not null,
    at timestamptz not null,
    administered_on date not null,
    vaccine text not null,
    lot text not null,
    eligibility text not null,
    funding text not null,
    state text not null check (state in ('deducted', 'not-deducted', 'dismissed', 'none')),
    reason text not null,
    lot_id uuid,
    resolved_by uuid,
    resolved_at timestamptz,
    resolved_note text,
    primary key (organization_id, id_key, dose_key, report_id)
  )`,
  `comment on column inventory_dose.report_id is
     'by which it became known: a site may give the number of a chart, and of a dose, to somebody else'`,
  `comment on column inventory_dose.organization_id is 'who reported it (MSH-22)'`,
  `comment on column inventory_dose.stock_id is 'whose stock it is, or would be, taken from (RXA-11.4)'`,
  `comment on column inventory_dose.state is 'none: nothing is, or is any more, to be deducted'`,
  `create index inventory_dose_open on inventory_dose (organization_id, at) where state = 'not-deducted'`,
  `create index inventory_dose_stock on inventory_dose (stock_id, at) where state = 'not-deducted'`,
  `create table inventory_count (
    organization_id uuid not null,
    count_id uuid not null,
    at timestamptz not null,
    account_id uuid not null,
    lines jsonb not null,
    primary key (organization_id, count_id)
  )`,
  `comment on column inventory_count.lines is 'of each lot: what was expected, what was counted, and why they differ'`,
  `create table inventory_transfer (
    transfer_id uuid primary key,
    from_id uuid not null references organization,
    to_id uuid not null references organization,
    from_lot_id uuid not null,
    lot jsonb not null,
    doses integer not null check (doses > 0),
    state text not null check (state in ('sent', 'received', 'withdrawn')),
    sent_by uuid not null references account,
    sent_at timestamptz not null,
    ended_by uuid references account,
    ended_at timestamptz
  )`,
  `create index inventory_transfer_to on inventory_transfer (to_id) where state = 'sent'`,
  `create index inventory_transfer_from on inventory_transfer (from_id, transfer_id)`,
  `create table inventory_asked (
    organization_id uuid not null,
    ask_id uuid not null,
    asked text not null,
    at timestamptz not null,
    primary key (organization_id, ask_id)
  )`,
  `comment on table inventory_asked is 'forms that were sent, by the id that the page gave them: what is sent twice is done once'`,
  `comment on column inventory_asked.asked is 'SHA-256 of what was asked'`,

  // Other registries: regions that have not moved, and partners. An endpoint's id is the pack's id of the region or partner.
  `create table outbound_endpoint (
    endpoint_id text primary key,
    kind text not null check (kind in ('region', 'partner')),
    url text not null,
    soap_version text not null check (soap_version in ('1.1', '1.2')),
    username text not null,
    password_sealed text not null,
    facility_id text not null,
    sending_facility text not null,
    receiving_application text not null,
    receiving_facility text not null,
    is_enabled boolean not null,
    lanes smallint not null check (lanes between 1 and 32),
    timeout_ms integer not null check (timeout_ms between 1000 and 120000),
    updated_at timestamptz not null,
    updated_by uuid
  )`,
  `comment on column outbound_endpoint.sending_facility is 'put into MSH-4 of what is sent; empty: as it came'`,
  `comment on column outbound_endpoint.lanes is 'how many messages are under way at once'`,
  `create table outbound_state (
    endpoint_id text primary key,
    failures integer not null,
    closed_until timestamptz,
    reason text not null,
    last_error text not null,
    failed_at timestamptz,
    answered_at timestamptz,
    healthy boolean,
    checked_at timestamptz
  )`,
  `comment on column outbound_state.closed_until is 'the circuit breaker: nothing is sent before; null: it is open for messages'`,
  `create table outbound_maintenance (
    window_id uuid primary key,
    endpoint_id text not null,
    begins_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > begins_at),
    note text not null,
    made_by uuid not null references account
  )`,
  `create index outbound_maintenance_endpoint on outbound_maintenance (endpoint_id, ends_at)`,
  // One row for each message that another registry must get; written with the message.
  `create table outbound_copy (
    endpoint_id text not null,
    message_id uuid not null,
    month date not null,
    person_id uuid not null,
    organization_id uuid not null,
    state text not null check (state in ('waiting', 'sending', 'unknown', 'done', 'refused', 'undeliverable', 'discarded')),
    attempts integer not null,
    next_at timestamptz not null,
    code text not null,
    words text not null,
    answer text not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    ended_at timestamptz,
    decided_by uuid,
    primary key (endpoint_id, message_id)
  )`,
  `comment on column outbound_copy.state is
     'unknown: it was sent and no answer came, so the other registry may have it; refused: its answer says that it has not taken it (or not all); undeliverable: no try brought an answer to it'`,
  `create index outbound_copy_open on outbound_copy (endpoint_id, message_id) where state in ('waiting', 'sending', 'unknown')`,
  `create index outbound_copy_person on outbound_copy (endpoint_id, person_id, message_id)
     where state in ('waiting', 'sending', 'unknown')`,
  // What is under way, or may have arrived: few among many that wait.
  `create index outbound_copy_sent on outbound_copy (endpoint_id, state) where state in ('sending', 'unknown')`,
  `create index outbound_copy_work on outbound_copy (endpoint_id, ended_at) where state in ('refused', 'undeliverable')`,
  `create table outbound_backfill (
    backfill_id uuid primary key,
    endpoint_id text not null,
    since timestamptz not null,
    until timestamptz not null,
    state text not null check (state in ('waiting', 'running', 'done', 'stopped')),
    after_month date,
    after_message uuid,
    queued integer not null,
    made_by uuid,
    made_at timestamptz not null,
    ended_at timestamptz
  )`,
  `alter table message drop constraint message_outcome_check`,
  `alter table message add constraint message_outcome_check
     check (outcome in ('accepted', 'partly-accepted', 'refused', 'answered', 'forwarded', 'fault')) not valid`,
  `alter table message add column forwarded_to text`,
  `comment on column message.forwarded_to is 'the endpoint that the answer came from, or that was to answer; null: it was decided on here'`,

  // Acknowledgements handed on: read by position, which follows the order in which messages became visible.
  `create sequence message_position`,
  `alter table message_index add column position bigint`,
  `create index message_index_position on message_index (organization_id, position)`,
  `create index message_index_client_position on message_index (sender_id, position) where sender_id <> organization_id`,
  `create table ack_endpoint (
    organization_id uuid primary key references organization,
    url text not null,
    secret_sealed text not null,
    is_enabled boolean not null,
    position bigint not null,
    failures integer not null,
    next_at timestamptz not null,
    last_error text not null,
    answered_at timestamptz,
    made_by uuid references account,
    made_at timestamptz not null
  )`,
  `comment on column ack_endpoint.position is 'up to where the site has taken its acknowledgements'`,

  // Flat files, until the day from which none are taken.
  `create table flat_file (
    file_id uuid primary key,
    organization_id uuid not null references organization,
    received_at timestamptz not null,
    account_id uuid,
    credential_id uuid,
    name text not null,
    body_hash uuid not null,
    data_rows integer not null,
    recorded integer not null,
    refused integer not null,
    finished_at timestamptz
  )`,
  `create index flat_file_organization on flat_file (organization_id, file_id)`,
  `create table flat_file_row (
    file_id uuid not null references flat_file,
    row_no integer not null,
    message_id uuid,
    outcome text not null check (outcome in ('recorded', 'recorded-with-findings', 'refused', 'unreadable')),
    problems jsonb not null,
    primary key (file_id, row_no)
  )`,

  // History loaded in bulk: uploaded in pieces, processed behind live traffic, each message once.
  `create table history_load (
    load_id uuid primary key,
    organization_id uuid not null references organization,
    account_id uuid,
    credential_id uuid,
    name text not null,
    bytes bigint not null,
    piece_bytes integer not null,
    fingerprint text not null,
    batch_messages integer not null,
    state text not null check (state in ('uploading', 'waiting', 'running', 'paused', 'done', 'cancelled', 'failed')),
    error text not null,
    messages integer not null,
    accepted integer not null,
    partly_accepted integer not null,
    refused integer not null,
    repeated integer not null,
    doses integer not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz
  )`,
  `comment on column history_load.fingerprint is 'SHA-256 of the SHA-256s of its pieces: by it an upload that broke off is known again'`,
  `comment on column history_load.messages is 'the counts are those of all batches once it is over; until then the batches hold them'`,
  `create index history_load_organization on history_load (organization_id, load_id)`,
  `create index history_load_open on history_load (load_id) where state in ('uploading', 'waiting', 'running')`,
  `create table history_piece (
    load_id uuid not null references history_load,
    piece_no integer not null,
    content_hash bytea not null,
    content bytea not null,
    primary key (load_id, piece_no)
  )`,
  // Gone as soon as the load is over: not worth the time of compressing it.
  `alter table history_piece alter column content set storage external`,
  // So many messages of the file, written in the transaction of those messages: what is there is done, what is not is not.
  `create table history_batch (
    load_id uuid not null references history_load,
    batch_no integer not null,
    to_byte bigint not null,
    read_bytes bigint not null,
    messages integer not null,
    accepted integer not null,
    partly_accepted integer not null,
    refused integer not null,
    repeated integer not null,
    doses integer not null,
    at timestamptz not null,
    primary key (load_id, batch_no)
  )`,
  `comment on column history_batch.to_byte is 'where in the text, inflated and in UTF-8, its last message ends'`,
  `comment on column history_batch.read_bytes is 'how much of what was uploaded had been read then'`,
  `create table history_problem (
    load_id uuid not null references history_load,
    message_no integer not null,
    message_id uuid,
    control_id text not null,
    outcome text not null,
    findings jsonb not null,
    primary key (load_id, message_no)
  )`,
];
