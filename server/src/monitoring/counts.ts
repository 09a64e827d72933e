import { type Kysely, sql } from 'kysely';
import type { Outcome } from '../exchange/ledger.ts';
import type { Tables } from '../platform/database/tables.ts';
import { arrivedIn, type Scope, scopeId } from './scopes.ts';

export type Kind = 'submission' | 'query' | 'other';
type Address = 'production' | 'test';
/** Civil days, both included. */
export type Days = { readonly from: string; readonly to: string };

export type DayCount = {
  readonly day: string;
  readonly kind: Kind;
  readonly outcome: Outcome;
  readonly messages: number;
  readonly lastAt: Date;
};

/*
 * Each of these reads counts and what was not counted yet in one statement, so in one snapshot: a message is in either of them,
 * never in both.
 */

/** Messages by day, kind and outcome. */
export async function countsOf(
  kysely: Kysely<Tables>,
  scope: Scope,
  { from, to }: Days,
  address: Address,
): Promise<readonly DayCount[]> {
  const { rows } = await sql<DayCount>`
    select day, kind, outcome, sum(messages)::int as messages, max(last_at) as "lastAt"
    from (
      select day, kind, outcome, messages, last_at from exchange_day
      where scope = ${scopeId(scope)} and day between ${from} and ${to} and address = ${address}
      union all
      select day, kind, outcome, 1, received_at from message_arrival
      where ${arrivedIn(scope)} and day between ${from} and ${to} and address = ${address}) c
    group by day, kind, outcome order by day`.execute(kysely);
  return rows;
}

/** When the last message came, on whichever day. */
export async function lastMessageAt(
  kysely: Kysely<Tables>,
  scope: Scope,
  address: Address,
): Promise<Date | undefined> {
  const { rows } = await sql<{ readonly at: Date | null }>`
    select greatest(
      (select max(last_at) from exchange_day where scope = ${scopeId(scope)} and address = ${address}
         and day >= (select max(day) from exchange_day where scope = ${scopeId(scope)} and address = ${address})),
      (select max(received_at) from message_arrival where ${arrivedIn(scope)} and address = ${address})) as at`.execute(
    kysely,
  );
  return rows[0]?.at ?? undefined;
}

export type FindingCount = {
  readonly severity: 'E' | 'W' | 'I';
  readonly code: string;
  /** How many messages had it. */
  readonly messages: number;
  /** In the same number of days before. */
  readonly previous: number;
};

/** The findings that most messages had, errors first. */
export async function findingsOf(
  kysely: Kysely<Tables>,
  scope: Scope,
  days: Days,
  before: Days,
  address: Address,
): Promise<readonly FindingCount[]> {
  const { rows } = await sql<{
    readonly code: string;
    readonly messages: number;
    readonly previous: number;
  }>`
    select code, coalesce(sum(messages) filter (where day >= ${days.from}), 0)::int as messages,
      coalesce(sum(messages) filter (where day < ${days.from}), 0)::int as previous
    from (
      select day, code, messages from finding_day
      where scope = ${scopeId(scope)} and day between ${before.from} and ${days.to} and address = ${address}
      union all
      select day, code, 1 from message_arrival cross join lateral unnest(codes) code
      where ${arrivedIn(scope)} and day between ${before.from} and ${days.to} and address = ${address}) f
    group by code having coalesce(sum(messages) filter (where day >= ${days.from}), 0) > 0
    order by array_position(array['E', 'W', 'I'], left(code, 1)), 2 desc, code limit 20`.execute(kysely);
  return rows.map(({ code, ...counts }) => ({
    severity: code.startsWith('E:') ? 'E' : code.startsWith('W:') ? 'W' : 'I',
    code: code.slice(2),
    ...counts,
  }));
}

export type ClientCount = {
  readonly code: string;
  readonly name: string;
  readonly messages: number;
  /** Refused, or not even a message. */
  readonly refused: number;
  readonly partlyAccepted: number;
  /** The last day within the period on which anything came. */
  readonly lastDay: string | null;
};

/** What a Sending Facility sent for each of its clients; those for whom nothing came are there too, with 0. */
export async function clientsOf(
  kysely: Kysely<Tables>,
  facilityId: string,
  { from, to }: Days,
  address: Address,
): Promise<readonly ClientCount[]> {
  const { rows } = await sql<ClientCount>`
    with sent as (
      select organization_id, outcome, messages, day from client_day
      where sender_id = ${facilityId} and day between ${from} and ${to} and address = ${address}
      union all
      select organization_id, outcome, 1, day from message_arrival
      where sender_id = ${facilityId} and organization_id <> sender_id and day between ${from} and ${to}
        and address = ${address}),
    counted as (
      select organization_id, sum(messages)::int as messages,
        coalesce(sum(messages) filter (where outcome in ('refused', 'fault')), 0)::int as refused,
        coalesce(sum(messages) filter (where outcome = 'partly-accepted'), 0)::int as partly,
        max(day) as last_day
      from sent group by organization_id)
    select o.code, o.name, coalesce(c.messages, 0) as messages, coalesce(c.refused, 0) as refused,
      coalesce(c.partly, 0) as "partlyAccepted", c.last_day as "lastDay"
    from organization o left join counted c using (organization_id)
    where o.organization_id in (
      select site_id from sending_facility_client
      where sending_facility_id = ${facilityId} and ended_at is null and confirmed_at is not null)
    order by coalesce(c.refused, 0) desc, coalesce(c.messages, 0) desc, o.name, o.code limit 500`.execute(
    kysely,
  );
  return rows;
}
