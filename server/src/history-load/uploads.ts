import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { ApiError, problem } from '../platform/api.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { ProblemCode } from '../platform/problems.ts';
import type { PortalParts } from '../portal-parts.ts';
import { BATCH_MESSAGES } from './batches.ts';
import { endLoad, type LoadState } from './load-queries.ts';
import type { newLoadBody, piecesAnswer, pieceTaken } from './schema.ts';
import { MessageSplitter } from './split.ts';
import { isGzip } from './text-stream.ts';

/** Whose history it is, and who uploads it. */
export type Owner = {
  readonly organizationId: string;
  readonly stage: string;
  readonly accountId: string | undefined;
  readonly credentialId: string | undefined;
};

type Parts = Pick<PortalParts, 'database' | 'clock'>;

/** Uploads and loads of one organization that are not over. */
const MOST_OPEN = 20;

/**
 * Begins an upload, or goes on with one: the same file under the same name is the same load, whatever became of it, unless
 * it failed or was cancelled.
 * @returns its id
 * @throws ApiError 403 where the organization does not send to production, 409 where too many of its loads are open
 */
export async function beginLoad(
  owner: Owner,
  { name, bytes, pieceBytes, fingerprint }: z.output<typeof newLoadBody>,
  { database: { kysely }, clock }: Parts,
): Promise<string> {
  const { organizationId, stage, accountId = null, credentialId = null } = owner;
  if (stage !== 'production') throw new ApiError(403, 'history-not-production');
  return kysely.transaction().execute(async (trx) => {
    // Two that begin the same upload at once come one after the other.
    await sql`select from organization where organization_id = ${organizationId} for no key update`.execute(
      trx,
    );
    const { rows } = await sql<{ readonly id: string; readonly isSame: boolean; readonly isOpen: boolean }>`
      select load_id as id, state <> 'done' as "isOpen",
        name = ${name} and bytes = ${bytes} and piece_bytes = ${pieceBytes} and fingerprint = ${fingerprint} as "isSame"
      from history_load where organization_id = ${organizationId} and state not in ('cancelled', 'failed')
      order by load_id desc`.execute(trx);
    const known = rows.find(({ isSame }) => isSame);
    if (known) return known.id;
    if (rows.filter(({ isOpen }) => isOpen).length >= MOST_OPEN) throw new ApiError(409, 'history-too-many');
    const now = clock.now();
    const loadId = uuidv7(now.getTime());
    await sql`
      insert into history_load (load_id, organization_id, account_id, credential_id, name, bytes, piece_bytes,
        fingerprint, batch_messages, state, error, messages, accepted, partly_accepted, refused, repeated, doses, created_at)
      values (${loadId}, ${organizationId}, ${accountId}, ${credentialId}, ${name.replaceAll('\0', '')}, ${bytes}, ${pieceBytes},
        ${fingerprint}, ${BATCH_MESSAGES}, 'uploading', '', 0, 0, 0, 0, 0, 0, ${now})`.execute(trx);
    return loadId;
  });
}

type Load = {
  readonly state: LoadState;
  readonly bytes: number;
  readonly pieceBytes: number;
  readonly fingerprint: string;
};

/** @throws ApiError 404 where the organization has no such load */
async function loadOf({ organizationId }: Owner, loadId: string, { database }: Parts): Promise<Load> {
  const { rows } = await sql<Load>`
    select state, bytes::float8 as bytes, piece_bytes as "pieceBytes", fingerprint from history_load
    where load_id = ${loadId} and organization_id = ${organizationId}`.execute(database.kysely);
  const [load] = rows;
  if (!load) throw new ApiError(404, 'not-found');
  return load;
}

/**
 * Takes a piece of the file; the same one again is taken as well, also after the upload is over.
 * @throws ApiError 400 where it is no piece of this file, or the file holds no messages; 409 where another content is there
 *   already, or the upload is over and the piece is not known
 */
export async function takePiece(
  owner: Owner,
  at: { readonly load: string; readonly piece: number },
  content: Buffer,
  parts: Parts,
): Promise<z.output<typeof pieceTaken>> {
  const { kysely } = parts.database;
  const load = await loadOf(owner, at.load, parts);
  const expected = Math.min(load.pieceBytes, load.bytes - at.piece * load.pieceBytes);
  if (content.length !== expected) throw wrong('piece', 'history-piece-wrong');
  if (at.piece === 0 && !holdsMessages(content, load.bytes === content.length)) {
    throw wrong('piece', 'history-not-hl7');
  }
  const hash = createHash('sha256').update(content).digest();
  if (load.state === 'uploading') {
    await sql`
      insert into history_piece (load_id, piece_no, content_hash, content)
      values (${at.load}, ${at.piece}, ${hash}, ${content}) on conflict do nothing`.execute(kysely);
  }
  const { rows } = await sql<{ readonly there: number; readonly same: boolean | null }>`
    select count(*)::int as there, bool_or(content_hash = ${hash}) filter (where piece_no = ${at.piece}) as same
    from history_piece where load_id = ${at.load}`.execute(kysely);
  const { there = 0, same = null } = rows[0] ?? {};
  if (same === null) throw new ApiError(409, 'history-not-now');
  if (!same) throw new ApiError(409, 'history-piece-differs');
  return { piecesThere: there };
}

/** Whether the beginning of a file has a message in it: whoever chose the wrong file hears it before all of it has come. */
function holdsMessages(content: Buffer, isWhole: boolean): boolean {
  const [a, b] = content;
  // What is inflated, or has two bytes for each character, the load itself will see.
  if (isGzip(content) || a === 0 || b === 0 || a === 0xff || a === 0xfe) return true;
  // The first message may not end here.
  const splitter = new MessageSplitter();
  if (splitter.push(content).length > 0 || splitter.finish().length > 0) return true;
  return !isWhole && content.length < SHORT_PIECE;
}

/** Of pieces so short the first need not reach to the first message. */
const SHORT_PIECE = 10_000;

/** Which pieces are there, so that a client that broke off sends only the others. */
export async function piecesThere(
  owner: Owner,
  loadId: string,
  parts: Parts,
): Promise<z.output<typeof piecesAnswer>> {
  await loadOf(owner, loadId, parts);
  const { rows } = await sql<{ readonly no: number; readonly sha256: string }>`
    select piece_no as no, encode(content_hash, 'hex') as sha256 from history_piece
    where load_id = ${loadId} order by piece_no`.execute(parts.database.kysely);
  return { pieces: rows };
}

/**
 * Ends the upload; a worker loads the file then. Asked again it does nothing.
 * @throws ApiError 409 where a piece is missing, or they are not those of the file that was announced
 */
export async function finishUpload(owner: Owner, loadId: string, parts: Parts): Promise<void> {
  const load = await loadOf(owner, loadId, parts);
  if (load.state === 'cancelled' || load.state === 'failed') throw new ApiError(409, 'history-not-now');
  if (load.state !== 'uploading') return;
  const { pieces } = await piecesThere(owner, loadId, parts);
  if (pieces.length < Math.ceil(load.bytes / load.pieceBytes)) throw new ApiError(409, 'history-incomplete');
  const hash = createHash('sha256');
  for (const { sha256 } of pieces) hash.update(Buffer.from(sha256, 'hex'));
  if (hash.digest('hex') !== load.fingerprint) throw new ApiError(409, 'history-fingerprint');
  await change(loadId, 'waiting', ['uploading'], parts);
}

const OPEN: readonly LoadState[] = ['uploading', 'waiting', 'running', 'paused'];

/** @throws ApiError 409 where it neither waits nor runs */
export async function pauseLoad(owner: Owner, loadId: string, parts: Parts): Promise<void> {
  const { state } = await loadOf(owner, loadId, parts);
  if (state === 'paused') return;
  if (!(await change(loadId, 'paused', ['waiting', 'running'], parts)))
    throw new ApiError(409, 'history-not-now');
}

/** @throws ApiError 409 where it is not paused */
export async function resumeLoad(owner: Owner, loadId: string, parts: Parts): Promise<void> {
  const { state } = await loadOf(owner, loadId, parts);
  if (state === 'waiting' || state === 'running') return;
  if (!(await change(loadId, 'waiting', ['paused'], parts))) throw new ApiError(409, 'history-not-now');
}

/**
 * Ends a load before its end; what it has recorded stays.
 * @throws ApiError 409 where it is over
 */
export async function cancelLoad(owner: Owner, loadId: string, parts: Parts): Promise<void> {
  const { state } = await loadOf(owner, loadId, parts);
  if (state === 'cancelled') return;
  const { kysely } = parts.database;
  if (!(await endLoad(kysely, loadId, { state: 'cancelled' }, OPEN, parts.clock.now()))) {
    throw new ApiError(409, 'history-not-now');
  }
}

async function change(
  loadId: string,
  to: LoadState,
  from: readonly LoadState[],
  { database }: Parts,
): Promise<boolean> {
  const { rows } = await sql`
    update history_load set state = ${to} where load_id = ${loadId} and state = any(${from})
    returning 1`.execute(database.kysely);
  return rows.length > 0;
}

const wrong = (where: string, code: ProblemCode): ApiError =>
  new ApiError(400, 'request-invalid', [problem(where, code)]);
