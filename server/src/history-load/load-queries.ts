import type { Finding } from '@cairn/guide';
import { type Kysely, sql } from 'kysely';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Tables } from '../platform/database/tables.ts';

export const LOAD_STATES = [
  'uploading',
  'waiting',
  'running',
  'paused',
  'done',
  'cancelled',
  'failed',
] as const;
export type LoadState = (typeof LOAD_STATES)[number];

/** Of a load that is worked on. */
export type OpenLoad = {
  readonly loadId: string;
  readonly organizationId: string;
  readonly credentialId: string | null;
  readonly bytes: number;
  readonly pieceBytes: number;
  readonly batchMessages: number;
};

/** Those that wait for a worker or were left by one, the oldest first. */
export async function openLoads(db: Kysely<Tables>): Promise<readonly OpenLoad[]> {
  const { rows } = await sql<OpenLoad>`
    select load_id as "loadId", organization_id as "organizationId", credential_id as "credentialId",
      bytes::float8 as bytes, piece_bytes as "pieceBytes", batch_messages as "batchMessages"
    from history_load where state in ('waiting', 'running') order by load_id`.execute(db);
  return rows;
}

/** Takes a load up, or again; false where somebody stopped it meanwhile. */
export async function startLoad(db: Kysely<Tables>, loadId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update history_load set state = 'running', started_at = coalesce(started_at, ${now})
    where load_id = ${loadId} and state in ('waiting', 'running') returning 1`.execute(db);
  return rows.length > 0;
}

export async function isRunning(db: Kysely<Tables>, loadId: string): Promise<boolean> {
  const { rows } = await sql`
    select from history_load where load_id = ${loadId} and state = 'running'`.execute(db);
  return rows.length > 0;
}

export async function readPiece(db: Kysely<Tables>, loadId: string, no: number): Promise<Uint8Array> {
  const { rows } = await sql<{ readonly content: Buffer }>`
    select content from history_piece where load_id = ${loadId} and piece_no = ${no}`.execute(db);
  const [row] = rows;
  if (!row) throw new PieceGone(loadId, no);
  return row.content;
}

/** A piece is gone: the load was cancelled while it was read. */
export class PieceGone extends Error {
  override readonly name = 'PieceGone';
  constructor(loadId: string, no: number) {
    super(`piece ${no} of the historical load ${loadId} is not there`);
  }
}

export type DoneBatch = { readonly no: number; readonly toByte: number };

export async function doneBatches(db: Kysely<Tables>, loadId: string): Promise<readonly DoneBatch[]> {
  const { rows } = await sql<DoneBatch>`
    select batch_no as no, to_byte::float8 as "toByte" from history_batch
    where load_id = ${loadId} order by batch_no`.execute(db);
  return rows;
}

export type Counts = {
  readonly messages: number;
  readonly accepted: number;
  readonly partlyAccepted: number;
  readonly refused: number;
  readonly repeated: number;
  readonly doses: number;
};

/**
 * Marks a batch as done, in the transaction of its messages. Fails as stale where it has been done, or the load no longer
 * runs; whoever pauses or cancels it waits for this transaction.
 */
export function insertBatch(
  loadId: string,
  batch: { readonly no: number; readonly toByte: number; readonly read: number },
  counts: Counts,
  at: Date,
): Statement {
  return {
    name: 'insert-history-batch',
    text: `with running as (
             select load_id from history_load where load_id = $1 and state = 'running' for share
           ), written as (
             insert into history_batch (load_id, batch_no, to_byte, read_bytes, messages, accepted, partly_accepted,
               refused, repeated, doses, at)
             select load_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 from running returning 1
           ) select cairn_expect(count(*), 1) from written`,
    values: [
      loadId,
      batch.no,
      batch.toByte,
      batch.read,
      counts.messages,
      counts.accepted,
      counts.partlyAccepted,
      counts.refused,
      counts.repeated,
      counts.doses,
      at,
    ],
  };
}

export type Problem = {
  readonly no: number;
  /** Undefined where the ledger has no such message. */
  readonly messageId: string | undefined;
  readonly controlId: string;
  readonly outcome: 'refused' | 'partly-accepted';
  readonly findings: readonly Pick<Finding, 'code' | 'path' | 'message' | 'fix'>[];
};

export function insertProblems(loadId: string, problems: readonly Problem[]): Statement {
  return {
    name: 'insert-history-problems',
    text: `insert into history_problem (load_id, message_no, message_id, control_id, outcome, findings)
           select $1, p.no, p."messageId", p."controlId", p.outcome, p.findings
           from jsonb_to_recordset($2::jsonb) as p (no integer, "messageId" uuid, "controlId" text, outcome text, findings jsonb)`,
    values: [loadId, JSON.stringify(problems).replaceAll('\\u0000', '\\uFFFD')],
  };
}

/**
 * Ends a load: from now on it holds the counts of its batches, and what was uploaded is gone. Only from a state in `from`.
 * @returns whether it ended
 */
export async function endLoad(
  kysely: Kysely<Tables>,
  loadId: string,
  how: { readonly state: 'done' | 'cancelled' | 'failed'; readonly error?: string },
  from: readonly LoadState[],
  now: Date,
): Promise<boolean> {
  return kysely.transaction().execute(async (trx) => {
    // Waits for a batch that is being written: its row is then seen by what follows.
    const { rows } = await sql`
      update history_load set state = ${how.state}, error = ${how.error ?? ''}, finished_at = ${now}
      where load_id = ${loadId} and state = any(${from}) returning 1`.execute(trx);
    if (rows.length === 0) return false;
    await sql`
      with gone as (delete from history_batch where load_id = ${loadId} returning *)
      update history_load set messages = t.messages, accepted = t.accepted, partly_accepted = t.partly_accepted,
        refused = t.refused, repeated = t.repeated, doses = t.doses
      from (select coalesce(sum(messages), 0) as messages, coalesce(sum(accepted), 0) as accepted,
          coalesce(sum(partly_accepted), 0) as partly_accepted, coalesce(sum(refused), 0) as refused,
          coalesce(sum(repeated), 0) as repeated, coalesce(sum(doses), 0) as doses from gone) t
      where load_id = ${loadId}`.execute(trx);
    await sql`delete from history_piece where load_id = ${loadId}`.execute(trx);
    return true;
  });
}

/** Uploads that nobody went on with for a week: what there is of them must not lie about. */
export async function forgottenUploads(db: Kysely<Tables>, before: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly loadId: string }>`
    select load_id as "loadId" from history_load where state = 'uploading' and created_at < ${before}`.execute(
    db,
  );
  return rows.map(({ loadId }) => loadId);
}
