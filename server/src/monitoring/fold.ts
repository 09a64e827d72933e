import { sql } from 'kysely';
import { MEASURES } from '../exchange/measures.ts';
import type { Database } from '../platform/database/database.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { EVERYBODY, regionScope } from './scopes.ts';

const FOLD_MS = 1000;
const BATCH = 5000;

export type FoldParts = {
  readonly database: Pick<Database, 'kysely'>;
  readonly jurisdiction: Pick<Jurisdiction, 'regions'>;
};

/** Counts what came in, every second; what waits meanwhile is added by whoever reads (counts.ts). */
export function startFold(parts: FoldParts & { readonly log: Log }): {
  readonly stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  const job = repeat(
    FOLD_MS,
    async () => {
      while (!stopping.signal.aborted && (await fold(parts)) === BATCH);
    },
    (error) => parts.log.error({ err: error }, 'the messages that came in could not be counted'),
  );
  return {
    stop: () => {
      stopping.abort();
      return job.stop();
    },
  };
}

/**
 * Moves at most 5000 arrivals into the index and the counts, in one transaction: each is counted once, or stays where it is.
 * One node does it at a time; another that comes meanwhile does nothing. So positions follow the order in which messages can be
 * seen: whoever has read up to one misses none before it.
 * @returns how many were moved
 */
export async function fold({ database, jurisdiction }: FoldParts, batch: number = BATCH): Promise<number> {
  return database.kysely.transaction().execute(async (trx) => {
    const lock = await sql<{ readonly mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('cairn.fold-arrivals')) as mine`.execute(trx);
    if (lock.rows[0]?.mine !== true) return 0;
    const regions = jurisdiction.regions.map(({ id }) => id);
    const { rows } = await sql<{ readonly moved: number }>`
      with taken as (
        delete from message_arrival where ctid = any (array(select ctid from message_arrival limit ${batch}))
        returning *),
      indexed as (
        insert into message_index (month, message_id, received_at, day, address, kind, organization_id, sender_id,
          outcome, control_id, person_id, patient, codes, position)
        select month, message_id, received_at, day, address, kind, organization_id, sender_id,
          outcome, control_id, person_id, patient, codes, nextval('message_position')
        from (select * from taken order by message_id) in_order),
      scoped as (
        select p.organization_id, p.sender_id, s.scope
        from (select distinct organization_id, sender_id from taken) p
        left join organization o on o.organization_id = p.organization_id
        left join unnest(${regions}::text[], ${regions.map(regionScope)}::uuid[]) r (region, scope)
          on r.region = o.region
        cross join lateral (
          select distinct scope from unnest(array[p.organization_id, p.sender_id, r.scope, ${EVERYBODY}::uuid]) u (scope)
          where scope is not null) s),
      days as (
        insert into exchange_day (scope, day, address, kind, outcome, messages, last_at)
        select scope, day, address, kind, outcome, count(*), max(received_at)
        from taken join scoped using (organization_id, sender_id)
        group by scope, day, address, kind, outcome
        on conflict (scope, day, address, kind, outcome) do update
          set messages = exchange_day.messages + excluded.messages,
            last_at = greatest(exchange_day.last_at, excluded.last_at)),
      clients as (
        insert into client_day (sender_id, organization_id, day, address, outcome, messages)
        select sender_id, organization_id, day, address, outcome, count(*)
        from taken where sender_id <> organization_id
        group by sender_id, organization_id, day, address, outcome
        on conflict (sender_id, day, organization_id, address, outcome) do update
          set messages = client_day.messages + excluded.messages),
      findings as (
        insert into finding_day (scope, day, address, code, messages)
        select scope, day, address, code, count(*)
        from taken join scoped using (organization_id, sender_id) cross join lateral unnest(codes) code
        group by scope, day, address, code
        on conflict (scope, day, address, code) do update
          set messages = finding_day.messages + excluded.messages),
      measured as (
        insert into quality_day (scope, day, measure, good, total)
        select scope, day, measure, sum(good), sum(total)
        from (
          select organization_id, sender_id, day, measure, sum(quality[2 * n - 1]) good, sum(quality[2 * n]) total
          from taken cross join unnest(${[...MEASURES]}::text[]) with ordinality m (measure, n)
          where quality[2 * n] > 0
          group by organization_id, sender_id, day, measure) q
        join scoped using (organization_id, sender_id)
        group by scope, day, measure
        on conflict (scope, day, measure) do update
          set good = quality_day.good + excluded.good, total = quality_day.total + excluded.total)
      select count(*)::int as moved from taken`.execute(trx);
    return rows[0]?.moved ?? 0;
  });
}
