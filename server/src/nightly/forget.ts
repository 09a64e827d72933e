import type { Client } from 'pg';
import { IDLE_MS } from '../accounts/sessions.ts';
import type { JobSession } from '../platform/jobs.ts';
import { keptSince, RETENTION_DAYS } from '../platform/retention.ts';

/** What was removed, by what it was. */
export type Forgotten = {
  readonly registrations: number;
  readonly accessRequests: number;
  readonly sessions: number;
  readonly tokens: number;
  readonly mails: number;
  readonly realMessages: number;
  readonly copies: number;
};

/**
 * Removes personal data that were kept long enough (RETENTION_DAYS). Each statement is whole by itself and finds what an earlier
 * run left.
 */
export async function forget({ client, breathe }: JobSession, now: Date): Promise<Forgotten> {
  return {
    registrations: await forgetRegistrations(client, now),
    accessRequests: await forgetAccessRequests(client, now),
    sessions: await count(client, 'delete from session where expires_at <= $1 or seen_at <= $2', [
      now,
      new Date(now.getTime() - IDLE_MS),
    ]),
    tokens: await count(client, 'delete from one_time_token where least(used_at, expires_at) <= $1', [
      keptSince(RETENTION_DAYS.token, now),
    ]),
    // That it went out, when and to whom stays: sites ask for it.
    mails: await count(
      client,
      `update mail set text = '', html = '' where state = 'sent' and sent_at <= $1 and (text, html) <> ('', '')`,
      [keptSince(RETENTION_DAYS.sentMail, now)],
    ),
    realMessages: await forgetRealMessages({ client, breathe }, now),
    copies: await forgetCopies({ client, breathe }, now),
  };
}

async function count(client: Client, text: string, values: readonly unknown[]): Promise<number> {
  const { rowCount } = await client.query(text, [...values]);
  return rowCount ?? 0;
}

/** Those that never became a site, with what was agreed to for them; not while a link to verify one still works. */
const forgetRegistrations = (client: Client, now: Date): Promise<number> =>
  count(
    client,
    `with old as (
       select registration_id from registration r
       where (status = 'draft' and updated_at <= $1)
         or (status = 'submitted' and updated_at <= $2 and not exists (
           select 1 from one_time_token t
           where t.subject_id = r.registration_id and t.used_at is null and t.expires_at > $3))
       for update skip locked),
     agreements as (delete from agreement_acceptance where registration_id in (select registration_id from old)),
     tokens as (delete from one_time_token where subject_id in (select registration_id from old))
     delete from registration where registration_id in (select registration_id from old)`,
    [keptSince(RETENTION_DAYS.draft, now), keptSince(RETENTION_DAYS.unverified, now), now],
  );

const forgetAccessRequests = (client: Client, now: Date): Promise<number> =>
  count(client, `delete from access_request where state = 'unverified' and created_at <= $1`, [
    keptSince(RETENTION_DAYS.unverified, now),
  ]);

const BATCH = 500;

/**
 * Empties the text and the answer of messages of real patients that were compared and never recorded, and the names they are
 * searched by. That they came, what was found and how they compared stay: the site's way to production rests on them.
 */
async function forgetRealMessages({ client, breathe }: JobSession, now: Date): Promise<number> {
  let total = 0;
  for (;;) {
    const found = await count(
      client,
      `with old as (
         select t.message_id, t.month from test_submission t
         where t.stage = 'real-data' and t.forgotten_at is null and (t.received_at <= $2 or exists (
           select 1 from onboarding_event e
           where e.organization_id = t.organization_id and e.kind = 'promotion-approved'
             and e.detail ->> 'track' = 'production' and e.at >= t.received_at and e.at <= $3))
         limit $4 for update of t),
       emptied as (
         update message m set raw = '', answer = '' from old
         where m.month = old.month and m.message_id = old.message_id),
       unnamed as (
         update message_index i set patient = '' from old
         where i.month = old.month and i.message_id = old.message_id)
       update test_submission t set forgotten_at = $1 from old where t.message_id = old.message_id`,
      [
        now,
        keptSince(RETENTION_DAYS.realData, now),
        keptSince(RETENTION_DAYS.realDataInProduction, now),
        BATCH,
      ],
    );
    total += found;
    if (found < BATCH) return total;
    await breathe();
  }
}

/**
 * Takes messages that another registry has taken, or will never get, off its queue; with them what it said of them. By the primary
 * key, whose ids sort by time: an index of its own would cost every message.
 */
async function forgetCopies({ client, breathe }: JobSession, now: Date): Promise<number> {
  const since = keptSince(RETENTION_DAYS.copy, now);
  const { rows } = await client.query<{ readonly id: string }>(
    'select endpoint_id as id from outbound_endpoint order by 1',
  );
  let total = 0;
  for (const { id } of rows) {
    for (let after = FIRST_ID; ;) {
      const { rows: looked } = await client.query<{ readonly last: string | null; readonly gone: number }>(
        `with old as (
           select message_id, state in ('done', 'discarded') and ended_at <= $3 as is_over from outbound_copy
           where endpoint_id = $1 and message_id > $2 and message_id < $4 order by message_id limit $5),
         gone as (
           delete from outbound_copy c using old
           where c.endpoint_id = $1 and c.message_id = old.message_id and old.is_over
             and c.state in ('done', 'discarded') returning 1)
         select (select message_id from old order by message_id desc limit 1) as last, (select count(*)::int from gone) as gone`,
        [id, after, since, firstIdAt(since), BATCH],
      );
      const { last = null, gone = 0 } = looked[0] ?? {};
      total += gone;
      if (last === null) break;
      after = last;
      await breathe();
    }
  }
  return total;
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** No id of a message that came from then on is smaller (RFC 9562: the first 48 bits are milliseconds). */
function firstIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
