import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

const HOUR_MS = 60 * 60_000;

/** A connection to another registry that somebody must look at. */
export type Trouble = {
  readonly endpointId: string;
  /** Messages that it has not taken, and that wait for a decision. */
  readonly undelivered: number;
  /** Nothing has been sent there for an hour and more, since then: it does not answer. */
  readonly silentSince: Date | undefined;
  /** Since when the oldest message waits, where that is longer than an hour. */
  readonly waitingSince: Date | undefined;
  /** Since when the oldest of all these is so. */
  readonly since: Date;
};

type Row = {
  readonly endpointId: string;
  readonly undelivered: number;
  readonly undeliveredSince: Date | null;
  readonly silentSince: Date | null;
  readonly waitingSince: Date | null;
};

/** All connections in trouble, those included that are not set up while messages wait for them. What stands still by planned maintenance is none, unless a message was given up. */
export async function troublesOf(db: Kysely<Tables>, now: Date): Promise<readonly Trouble[]> {
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  const { rows } = await sql<Row>`
    with recursive queued (id) as (
      (select min(endpoint_id) from outbound_copy where state in ('waiting', 'sending', 'unknown'))
      union all
      select (select min(c.endpoint_id) from outbound_copy c
        where c.endpoint_id > queued.id and c.state in ('waiting', 'sending', 'unknown'))
      from queued where id is not null)
    select known.id as "endpointId", work.n as undelivered, work.since as "undeliveredSince",
      case when not rests.now and e.is_enabled and s.closed_until > ${now}
        and coalesce(s.answered_at, e.updated_at) <= ${hourAgo}
        then coalesce(s.answered_at, e.updated_at) end as "silentSince",
      case when not rests.now and waits.since <= ${hourAgo} then waits.since end as "waitingSince"
    from (select endpoint_id as id from outbound_endpoint union select id from queued where id is not null) known
    left join outbound_endpoint e on e.endpoint_id = known.id
    left join outbound_state s on s.endpoint_id = known.id
    cross join lateral (select exists (select 1 from outbound_maintenance w
      where w.endpoint_id = known.id and w.begins_at <= ${now} and w.ends_at > ${now}) as now) rests
    cross join lateral (select count(*)::int as n, min(coalesce(ended_at, created_at)) as since from outbound_copy c
      where c.endpoint_id = known.id and c.state in ('refused', 'undeliverable')) work
    cross join lateral (select min(created_at) as since from outbound_copy c
      where c.endpoint_id = known.id and c.state in ('waiting', 'sending', 'unknown')) waits
    order by known.id`.execute(db);
  return rows.flatMap(({ endpointId, undelivered, undeliveredSince, silentSince, waitingSince }) => {
    const since = [undeliveredSince, silentSince, waitingSince]
      .flatMap((at) => at ?? [])
      .toSorted((a, b) => a.getTime() - b.getTime())[0];
    return since
      ? [
          {
            endpointId,
            undelivered,
            silentSince: silentSince ?? undefined,
            waitingSince: waitingSince ?? undefined,
            since,
          },
        ]
      : [];
  });
}
