import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';

/** How much waits for a registry, and how long. */
export type Lag = {
  readonly endpointId: string;
  /** Not sent yet, or on its way. */
  readonly waiting: number;
  /** Sent, and no answer came: the registry may have it. */
  readonly unknown: number;
  readonly refused: number;
  readonly undeliverable: number;
  /** When the oldest came that the registry has not answered yet. */
  readonly oldestAt: Date | null;
};

/** Which messages: some, or all that the registry has not taken. */
export type Chosen = { readonly endpointId: string } & (
  { readonly messageIds: readonly string[] } | { readonly all: true }
);

type Decided = { readonly accountId: string; readonly now: Date };

/** Messages that were given up go into the queue once more, as if they had just come. @returns how many */
export async function replay(kysely: Kysely<Tables>, asked: Chosen & Decided): Promise<number> {
  const { numAffectedRows } = await sql`
    update outbound_copy
    set state = 'waiting', attempts = 0, next_at = ${asked.now}, ended_at = null, decided_by = ${asked.accountId}
    where ${given(asked)}`.execute(kysely);
  return Number(numAffectedRows ?? 0);
}

/** Messages that were given up stay so: the registry will not get them. @returns how many */
export async function discard(
  kysely: Kysely<Tables>,
  asked: Chosen & Decided & { readonly reason: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update outbound_copy
    set state = 'discarded', words = ${asked.reason}, ended_at = ${asked.now}, decided_by = ${asked.accountId}
    where ${given(asked)}`.execute(kysely);
  return Number(numAffectedRows ?? 0);
}

function given(chosen: Chosen): RawBuilder<boolean> {
  const which = 'all' in chosen ? sql`true` : sql`message_id = any(${[...chosen.messageIds]}::uuid[])`;
  return sql`endpoint_id = ${chosen.endpointId} and state in ('refused', 'undeliverable') and ${which}`;
}

/** Of each registry that has, or had, something to get. Counted from the indexes alone, but for what waits for a decision. */
export async function lagOf(kysely: Kysely<Tables>): Promise<readonly Lag[]> {
  const { rows } = await sql<Lag>`
    with open as (
      select endpoint_id, count(*)::int as n from outbound_copy
      where state in ('waiting', 'sending', 'unknown') group by endpoint_id),
    sent as (
      select endpoint_id, count(*)::int as n from outbound_copy
      where state in ('sending', 'unknown') and state = 'unknown' group by endpoint_id),
    work as (
      select endpoint_id, count(*) filter (where state = 'refused')::int as refused,
        count(*) filter (where state = 'undeliverable')::int as undeliverable
      from outbound_copy where state in ('refused', 'undeliverable') group by endpoint_id)
    select endpoint_id as "endpointId", coalesce(open.n, 0) - coalesce(sent.n, 0) as waiting,
      coalesce(sent.n, 0) as unknown, coalesce(work.refused, 0) as refused,
      coalesce(work.undeliverable, 0) as undeliverable,
      (select c.created_at from outbound_copy c
        where c.endpoint_id = known.endpoint_id and c.state in ('waiting', 'sending', 'unknown')
        order by c.message_id limit 1) as "oldestAt"
    from (select endpoint_id from outbound_endpoint union select endpoint_id from open union select endpoint_id from work) known
      left join open using (endpoint_id) left join sent using (endpoint_id) left join work using (endpoint_id)
    order by endpoint_id`.execute(kysely);
  return rows;
}

/**
 * Has the registry of a region get what was recorded for its organizations from `since` until `until`, and is not in its queue
 * yet, nor was: a worker goes through the ledger (backfill.ts). @returns its id
 */
export async function startBackfill(
  kysely: Kysely<Tables>,
  asked: Decided & { readonly endpointId: string; readonly since: Date; readonly until: Date },
): Promise<string> {
  const id = uuidv7(asked.now.getTime());
  await sql`
    insert into outbound_backfill (backfill_id, endpoint_id, since, until, state, queued, made_by, made_at)
    values (${id}, ${asked.endpointId}, ${asked.since}, ${asked.until}, 'waiting', 0, ${asked.accountId}, ${asked.now})`.execute(
    kysely,
  );
  return id;
}

/** What it has queued stays queued. @returns false where there is none, or it has ended */
export async function stopBackfill(
  kysely: Kysely<Tables>,
  asked: { readonly endpointId: string; readonly backfillId: string; readonly now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update outbound_backfill set state = 'stopped', ended_at = ${asked.now}
    where backfill_id = ${asked.backfillId} and endpoint_id = ${asked.endpointId}
      and state in ('waiting', 'running')`.execute(kysely);
  return Number(numAffectedRows ?? 0) > 0;
}
