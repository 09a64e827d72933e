import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { loadAnswer, loadSummary } from './schema.ts';

type Summary = z.output<typeof loadSummary>;
export type LoadView = z.output<typeof loadAnswer>;

/** Kinds of problems are counted over so many messages; what a whole file has in common shows long before. */
const MOST_COUNTED = 20_000;
const MOST_KINDS = 50;
const EXAMPLES = 3;
const MOST_LISTED = 100;

/** While a load is under way its batches hold the counts, afterwards the load itself. */
const summaries = (where: RawBuilder<unknown>): RawBuilder<Summary> => sql<Summary>`
  select l.load_id as id, l.name, l.state, l.error, l.bytes::float8 as bytes, l.piece_bytes as "pieceBytes",
    ceil(l.bytes / l.piece_bytes::numeric)::int as pieces,
    case when l.state in ('done', 'cancelled', 'failed') then ceil(l.bytes / l.piece_bytes::numeric)::int
      else (select count(*) from history_piece p where p.load_id = l.load_id)::int end as "piecesThere",
    (case when l.state = 'done' then l.bytes else b.read end)::float8 as "bytesLoaded",
    (l.messages + b.messages)::int as messages, (l.accepted + b.accepted)::int as accepted,
    (l.partly_accepted + b.partly_accepted)::int as "partlyAccepted", (l.refused + b.refused)::int as refused,
    (l.repeated + b.repeated)::int as repeated, (l.doses + b.doses)::int as doses,
    to_json(l.created_at) #>> '{}' as "createdAt", to_json(l.started_at) #>> '{}' as "startedAt",
    to_json(l.finished_at) #>> '{}' as "finishedAt"
  from history_load l cross join lateral (
    select coalesce(max(read_bytes), 0) as read, coalesce(sum(messages), 0) as messages,
      coalesce(sum(accepted), 0) as accepted, coalesce(sum(partly_accepted), 0) as partly_accepted,
      coalesce(sum(refused), 0) as refused, coalesce(sum(repeated), 0) as repeated, coalesce(sum(doses), 0) as doses
    from history_batch where load_id = l.load_id) b
  where ${where} order by l.load_id desc limit ${MOST_LISTED}`;

/** The loads of an organization, the newest first. */
export async function listLoads(db: Kysely<Tables>, organizationId: string): Promise<Summary[]> {
  const { rows } = await summaries(sql`l.organization_id = ${organizationId}`).execute(db);
  return rows;
}

/** @throws ApiError 404 where the organization has no such load */
export async function viewLoad(
  db: Kysely<Tables>,
  organizationId: string,
  loadId: string,
  now: Date,
): Promise<LoadView> {
  const { rows } = await summaries(
    sql`l.organization_id = ${organizationId} and l.load_id = ${loadId}`,
  ).execute(db);
  const [row] = rows;
  if (!row) throw new ApiError(404, 'not-found');
  const { rate, bytesRate } =
    row.state === 'running' ? await rateOf(db, loadId, now) : { rate: null, bytesRate: null };
  return {
    ...row,
    rate,
    secondsLeft: bytesRate ? Math.ceil((row.bytes - row.bytesLoaded) / bytesRate) : null,
    problems: await problemKinds(db, loadId),
  };
}

async function rateOf(
  db: Kysely<Tables>,
  loadId: string,
  now: Date,
): Promise<{ readonly rate: number | null; readonly bytesRate: number | null }> {
  const { rows } = await sql<{ doses: number; bytes: number; seconds: number }>`
    select coalesce(sum(doses), 0)::float8 as doses, (max(read_bytes) - min(read_bytes))::float8 as bytes,
      extract(epoch from max(at) - min(at))::float8 as seconds
    from history_batch where load_id = ${loadId} and at > ${new Date(now.getTime() - 60_000)}`.execute(db);
  const [row] = rows;
  if (!row || !(row.seconds > 0)) return { rate: null, bytesRate: null };
  return {
    rate: row.doses / row.seconds,
    bytesRate: row.bytes > 0 ? row.bytes / row.seconds : null,
  };
}

async function problemKinds(db: Kysely<Tables>, loadId: string): Promise<LoadView['problems']> {
  const { rows } = await sql<LoadView['problems'][number]>`
    with counted as (
      select message_no, message_id, control_id, outcome, findings from history_problem
      where load_id = ${loadId} order by message_no limit ${MOST_COUNTED}),
    found as (
      select distinct on (c.message_no, f ->> 'code') c.message_no, c.message_id, c.control_id, c.outcome,
        f ->> 'code' as code, f ->> 'message' as what, f ->> 'fix' as fix
      from counted c cross join lateral jsonb_array_elements(c.findings) f)
    select code, count(*) filter (where outcome = 'refused')::int as refused,
      count(*) filter (where outcome <> 'refused')::int as partly, min(what) as what, min(fix) as fix,
      to_json((array_agg(json_build_object('no', message_no, 'controlId', control_id, 'messageId', message_id)
        order by message_no))[1:${sql.lit(EXAMPLES)}]) as examples
    from found group by code order by count(*) desc, code limit ${MOST_KINDS}`.execute(db);
  return rows;
}
