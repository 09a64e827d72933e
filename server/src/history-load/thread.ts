import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Pool, PoolConfig } from 'pg';
import type { Outcome } from '../exchange/ledger.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { OpenLoad } from './load-queries.ts';
import type { LoadParts } from './run-load.ts';

/** What a thread begins with; all of it can be copied, or is shared memory. */
export type Given = {
  readonly load: OpenLoad;
  readonly connection: PoolConfig;
  readonly jurisdiction: Jurisdiction;
  /** How many live messages are being served. */
  readonly inFlight: SharedArrayBuffer;
} & Moving;

/** What changes while it works. */
type Moving = {
  /** Milliseconds by which the clock of Cairn is ahead of the machine's. */
  readonly offset: number;
  /** Endpoints of other registries to which messages are forwarded. */
  readonly openTo: readonly string[];
};

export type ToThread = { readonly kind: 'stop' } | ({ readonly kind: 'moved' } & Moving);

/** What the metrics count of a message. */
export type Counted = { readonly address: 'production' | 'test'; readonly outcome: Outcome };

export type FromThread =
  | { readonly kind: 'decided'; readonly decided: readonly Counted[] }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly fields: object;
      readonly words: string;
    }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly name: string; readonly code: string | undefined };

const MOVED_MS = 100;
/** Messages are read, decided on and gone: with room for them they need not be collected so often (a tenth of the time). */
const YOUNG_MB = 96;

/**
 * Loads a file in a thread of its own. Checking and deciding keep a processor busy all the time; in one thread with the live
 * messages a load waited for each of them, and they for it (docs/performance.md).
 * @throws where the load broke off: it is taken up again later
 */
export async function runInThread(load: OpenLoad, parts: LoadParts, signal: AbortSignal): Promise<void> {
  const { database, exchange, log } = parts;
  const moving = (): Moving => ({
    offset: exchange.clock.now().getTime() - Date.now(),
    openTo: endpointsOf(exchange.jurisdiction).filter((id) => exchange.gateway?.isOpenTo(id) ?? false),
  });
  const given: Given = {
    load,
    connection: connectionOf(database.pool),
    jurisdiction: exchange.jurisdiction,
    inFlight: exchange.traffic?.shared ?? new SharedArrayBuffer(4),
    ...moving(),
  };
  const worker = new Worker(new URL('thread.js', import.meta.url), {
    workerData: given,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const tell = (message: ToThread): void => worker.postMessage(message);
  let last: FromThread | undefined;
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'decided') {
      for (const row of message.decided) exchange.decided?.(row);
    } else if (message.kind === 'log') log[message.level](message.fields, message.words);
    else last = message;
  });
  const stop = (): void => tell({ kind: 'stop' });
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  let before = JSON.stringify(moving());
  const moves = setInterval(() => {
    const now = moving();
    if (JSON.stringify(now) === before) return;
    before = JSON.stringify(now);
    tell({ kind: 'moved', ...now });
  }, MOVED_MS);
  try {
    await once(worker, 'exit');
  } finally {
    clearInterval(moves);
    signal.removeEventListener('abort', stop);
  }
  if (last?.kind === 'ended') return;
  throw new ThreadFailed(last?.kind === 'failed' ? last : { name: 'Error', code: undefined });
}

/** A load broke off in its thread: what it met there, without its words. */
class ThreadFailed extends Error {
  readonly code: string | undefined;
  constructor({ name, code }: { readonly name: string; readonly code: string | undefined }) {
    super('the thread of a historical load ended before its file');
    this.name = name;
    this.code = code;
  }
}

const endpointsOf = ({ regions, partners }: Jurisdiction): readonly string[] =>
  [...regions, ...partners].map(({ id }) => id);

/** What a pool was made with, as far as it can be copied to another thread. */
function connectionOf({ options }: Pool): PoolConfig {
  const { connectionString, host, port, user, password, database, ssl } = options as PoolConfig;
  const given = { connectionString, host, port, user, password, database, ssl };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && typeof value !== 'function'),
  ) as PoolConfig;
}
