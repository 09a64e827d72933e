import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, type Pool } from 'pg';
import type { Clock } from '../platform/clock.ts';
import { monthOf } from '../platform/database/migrate.ts';
import { JobStopped, runAlone } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { FROM_THE_START } from './queue.ts';
import type { OutboundTimes } from './times.ts';

const LOOK_MS = 1_000;
const BATCH = 1_000;

type BackfillParts = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly times: Pick<OutboundTimes, 'backfillPauseMs'>;
};

/** Works off what staff has asked for: what was recorded for a region in a time, put into the queue of its registry again. */
export function startBackfills(parts: BackfillParts): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const loop = repeat(
    LOOK_MS,
    async () => {
      const { rows } = await parts.pool.query(
        `select from outbound_backfill where state in ('waiting', 'running') limit 1`,
      );
      if (rows.length > 0)
        await runAlone(parts.pool, 'outbound-backfill', ({ client }) =>
          backfillAll(client, parts, stopping.signal),
        );
    },
    (error) => {
      if (!(error instanceof JobStopped)) parts.log.error({ err: error }, 'outbound: a backfill failed');
    },
  );
  return {
    stop: () => {
      stopping.abort();
      return loop.stop();
    },
  };
}

type Backfill = {
  readonly backfill_id: string;
  readonly endpoint_id: string;
  readonly since: Date;
  readonly until: Date;
  readonly after_month: string | null;
  readonly after_message: string | null;
};

async function backfillAll(client: Client, parts: BackfillParts, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { rows } = await client.query<Backfill>(
      `select backfill_id, endpoint_id, since, until, after_month, after_message from outbound_backfill
       where state in ('waiting', 'running') order by made_at, backfill_id limit 1`,
    );
    const [next] = rows;
    if (!next) return;
    while (await backfillBatch(client, next.backfill_id, parts)) {
      if (signal.aborted) return;
      await sleep(parts.times.backfillPauseMs);
    }
  }
}

/**
 * One batch of the ledger, in one transaction with how far it got: a run that breaks off goes on where it was, and none is
 * queued twice. What the registry has, or is to get, already is left alone.
 * @returns whether there is more
 */
async function backfillBatch(client: Client, id: string, { clock }: BackfillParts): Promise<boolean> {
  await client.query('begin');
  try {
    const { rows } = await client.query<Backfill>(
      `select backfill_id, endpoint_id, since, until, after_month, after_message from outbound_backfill
       where backfill_id = $1 and state in ('waiting', 'running') for update`,
      [id],
    );
    const [asked] = rows;
    const more = asked !== undefined && (await queueBatch(client, asked, clock.now()));
    await client.query('commit');
    return more;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function queueBatch(client: Client, asked: Backfill, now: Date): Promise<boolean> {
  const month = asked.after_month ?? (await firstMonth(client, asked.since, now));
  const { rows } = await client.query<{
    readonly looked: number;
    readonly last: string | null;
    readonly queued: number;
  }>(
    `with page as materialized (
       select message_id, month, received_at, person_id, responsible_id, address, outcome, message_type from message
       where month = $2 and message_id > $3 order by message_id limit ${BATCH}),
     queued as (
       insert into outbound_copy (endpoint_id, message_id, month, person_id, organization_id, state, attempts, next_at, code,
         words, answer, created_at)
       select $1, p.message_id, p.month, p.person_id, p.responsible_id, 'waiting', 0, $6, '', '', '', p.received_at
       from page p join organization o on o.organization_id = p.responsible_id
       where p.address = 'production' and p.outcome in ('accepted', 'partly-accepted') and p.message_type like 'VXU%'
         and p.person_id is not null and o.region = $1 and p.received_at >= $4 and p.received_at < $5
       on conflict (endpoint_id, message_id) do nothing
       returning 1)
     select (select count(*)::int from page) as looked, (select count(*)::int from queued) as queued,
       (select message_id from page order by message_id desc limit 1) as last`,
    [asked.endpoint_id, month, asked.after_message ?? FROM_THE_START, asked.since, asked.until, now],
  );
  const { looked = 0, last = null, queued = 0 } = rows[0] ?? {};
  const isMonthOver = looked < BATCH;
  const isOver = isMonthOver && (month >= monthOf(asked.until) || month >= monthOf(now));
  await client.query(
    `update outbound_backfill set state = $2, after_month = $3, after_message = $4, queued = queued + $5, ended_at = $6
     where backfill_id = $1`,
    [
      asked.backfill_id,
      isOver ? 'done' : 'running',
      isMonthOver && !isOver ? monthAfter(month) : month,
      isMonthOver && !isOver ? null : (last ?? asked.after_message),
      queued,
      isOver ? now : null,
    ],
  );
  return !isOver;
}

/** Nothing is looked for in the months before the registry began. */
async function firstMonth(client: Client, since: Date, now: Date): Promise<string> {
  const { rows } = await client.query<{ readonly first: string | null }>(
    'select min(month) as first from message',
  );
  const first = rows[0]?.first ?? monthOf(now);
  return first > monthOf(since) ? first : monthOf(since);
}

const monthAfter = (month: string): string => {
  const at = new Date(`${month}T00:00:00Z`);
  return monthOf(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)));
};
