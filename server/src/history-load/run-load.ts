import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { isDatabaseAnswer, isStale } from '../platform/database/pipeline.ts';
import type { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import { KeyedQueue } from '../platform/queue.ts';
import { type Batch, batchesOf, type Start } from './batches.ts';
import type { LoadExchange, Loader } from './decide-batch.ts';
import {
  type DoneBatch,
  doneBatches,
  endLoad,
  isRunning,
  type OpenLoad,
  PieceGone,
  readPiece,
  startLoad,
} from './load-queries.ts';
import { Pace } from './pace.ts';
import { HistoryFileError } from './text-stream.ts';
import { takeBatch, type TakenBatch, writeBatch } from './write-batch.ts';

export type LoadParts = {
  readonly database: Database;
  readonly exchange: LoadExchange;
  readonly log: Log;
};

/** Batches on their way: while the database has one, the next is read and checked. */
const LANES = 2;
const ATTEMPTS = 20;
/** Live messages go first; after so long a message of the load gets its turn all the same. */
const QUIET_MS = 100;

/**
 * Loads a file from where it was left, until it is done, stopped by somebody, or the signal comes. Whatever ends it, each
 * batch is either marked as done with all it did, or has done nothing.
 * @throws the database's error where it cannot be reached; the load is taken up again then
 */
export async function runLoad(load: OpenLoad, parts: LoadParts, signal: AbortSignal): Promise<void> {
  const { database, exchange, log } = parts;
  const { kysely } = database;
  const { loadId } = load;
  if (!(await startLoad(kysely, loadId, exchange.clock.now()))) return;
  // Connections of its own: those of the exchange are few, and are for live messages.
  const pool = new Pool({ ...database.pool.options, max: LANES, application_name: 'cairn history-load' });
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  try {
    if (await loadAll(load, parts, pool, signal)) {
      await endLoad(kysely, loadId, { state: 'done' }, ['running'], exchange.clock.now());
      log.info({ load: loadId }, 'history-load: done');
    }
  } catch (error) {
    if (error instanceof PieceGone || error instanceof LoadStopped) return;
    if (!(error instanceof HistoryFileError)) throw error;
    const failed = { state: 'failed', error: error.code } as const;
    await endLoad(kysely, loadId, failed, ['running'], exchange.clock.now());
    log.warn({ load: loadId, error: error.code }, 'history-load: the file could not be loaded');
  } finally {
    await pool.end();
  }
}

/** Somebody paused or cancelled it. */
class LoadStopped extends Error {
  override readonly name = 'LoadStopped';
}

/** @returns whether it came to the end of the file */
async function loadAll(
  load: OpenLoad,
  { database: { kysely }, exchange, log }: LoadParts,
  pool: Pool,
  signal: AbortSignal,
): Promise<boolean> {
  const { loadId } = load;
  const done = await doneBatches(kysely, loadId);
  const doneNos = new Set(done.map(({ no }) => no));
  const file = { ...load, piece: (no: number) => readPiece(kysely, loadId, no) };
  const loader: Loader = {
    organizationId: load.organizationId,
    credentialId: load.credentialId ?? undefined,
  };
  const lanes = new Lanes(LANES);
  const queue = new KeyedQueue();
  const pace = new Pace();
  const breathe = async (): Promise<void> => exchange.traffic?.quiet(QUIET_MS);

  const write = async (taken: TakenBatch): Promise<void> => {
    // Whoever shares a day of birth with another batch would wait for its lock within a transaction.
    await queue.run([...taken.births, ...taken.keys], () =>
      exchange.queue.run(taken.keys, async () => {
        await breathe();
        const began = performance.now();
        for (let attempt = 1; ; attempt++) {
          try {
            const rows = await writeBatch(pool, loadId, taken, loader, exchange, attempt > 1);
            for (const row of rows) exchange.decided?.(row);
            break;
          } catch (error) {
            if (!isStale(error)) throw failureOf(error, taken.batch, log);
            if (attempt === ATTEMPTS) throw error;
            if (!(await isRunning(kysely, loadId))) throw new LoadStopped();
            await sleep(Math.random() * 10 * attempt);
          }
        }
        const rest = pace.after({ messages: taken.batch.messages.length, ms: performance.now() - began });
        if (rest > 0) await sleep(rest);
      }),
    );
  };

  for await (const batch of batchesOf(file, load.batchMessages, startAfter(done))) {
    if (doneNos.has(batch.no)) continue;
    await lanes.free();
    if (signal.aborted) break;
    const taken = await takeBatch(batch, loader, exchange);
    lanes.start(write(taken));
  }
  await lanes.ended();
  return !signal.aborted;
}

/** Behind the batches that are done one after the other; of those beyond, each is passed over. */
export function startAfter(done: readonly DoneBatch[]): Start {
  const gap = done.findIndex(({ no }, index) => no !== index);
  const batches = gap < 0 ? done.length : gap;
  return { batches, byte: done[batches - 1]?.toByte ?? 0 };
}

/** What the database says is tried again later; what a message makes us fail on would fail again. */
function failureOf(error: unknown, { no }: Batch, log: Log): unknown {
  const isOurs = !isDatabaseAnswer(error) && error instanceof Error && !('code' in error);
  if (!isOurs || !/^(?:Type|Range|Reference)Error$/.test(error.name)) return error;
  // Not its words, which may quote the message.
  log.error(
    { batch: no, kind: error.name, stack: error.stack?.split('\n').slice(1, 6) },
    'history-load: failed',
  );
  return new HistoryFileError('failed');
}

/** So many at a time; the first failure is everybody's. */
class Lanes {
  readonly #most: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  start(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => void (this.#failure ??= { error }))
      .finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }

  /** @throws what failed first */
  async free(): Promise<void> {
    while (this.#running.size >= this.#most) await Promise.race(this.#running);
    this.#check();
  }

  /** @throws what failed first */
  async ended(): Promise<void> {
    await Promise.all(this.#running);
    this.#check();
  }

  #check(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
