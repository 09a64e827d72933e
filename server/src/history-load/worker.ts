import { runAlone } from '../platform/jobs.ts';
import { repeat } from '../platform/repeat.ts';
import { endLoad, forgottenUploads, type OpenLoad, openLoads } from './load-queries.ts';
import { type LoadParts, runLoad } from './run-load.ts';
import { runInThread } from './thread.ts';

const LOOK_MS = 1000;
const FORGET_MS = 60 * 60_000;
/** So small a file is loaded before a thread for it has begun. */
const SMALL_BYTES = 200_000;
/** An upload that nobody went on with. */
const UPLOAD_DAYS = 7;

/**
 * Loads what was uploaded, one load at a time in this process, and of each organization one at a time anywhere: the files of
 * an organization come in their order. A load that a process left is taken up by the next that looks.
 * @returns what stops it after the batches that are under way
 */
export function startHistoryLoads(parts: LoadParts): { readonly stop: () => Promise<void> } {
  const { database, exchange, log } = parts;
  const stopping = new AbortController();
  const loads = repeat(
    LOOK_MS,
    async () => {
      while (!stopping.signal.aborted && (await loadNext(parts, stopping.signal))) {
        // Until there is none that can be worked on.
      }
    },
    (error) => log.error({ error: nameOf(error) }, 'history-load: broke off, and will be taken up again'),
  );
  const forgetting = repeat(
    FORGET_MS,
    async () => {
      const now = exchange.clock.now();
      const before = new Date(now.getTime() - UPLOAD_DAYS * 24 * 60 * 60_000);
      for (const loadId of await forgottenUploads(database.kysely, before)) {
        await endLoad(database.kysely, loadId, { state: 'cancelled' }, ['uploading'], now);
      }
    },
    (error) => log.error({ error: nameOf(error) }, 'history-load: old uploads could not be removed'),
  );
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([loads.stop(), forgetting.stop()]);
    },
  };
}

/** Not its words or values, which may quote a message. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}

/** @returns whether there was one that could be worked on */
async function loadNext(parts: LoadParts, signal: AbortSignal): Promise<boolean> {
  const open = await openLoads(parts.database.kysely);
  for (const load of firstOfEach(open)) {
    const ran = await runAlone(parts.database.pool, `history-load ${load.organizationId}`, () =>
      load.bytes > SMALL_BYTES ? runInThread(load, parts, signal) : runLoad(load, parts, signal),
    );
    if (ran) return true;
  }
  return false;
}

function firstOfEach(loads: readonly OpenLoad[]): readonly OpenLoad[] {
  const seen = new Set<string>();
  return loads.filter(({ organizationId }) => !seen.has(organizationId) && seen.add(organizationId));
}
