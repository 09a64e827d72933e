import { Client, type Pool } from 'pg';
import { Line, type LineParts } from './line.ts';
import { Queue } from './queue.ts';
import { TIMES } from './times.ts';
import { Bell } from './bell.ts';
import { Way, type WayParts } from './way.ts';
import { startBackfills } from './backfill.ts';

export type OutboundParts = WayParts & { readonly pool: Pool };

/** How long an answer of the database may take before the connection counts as dead. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 1_000;

/**
 * Sends what other registries must get, of as many of them as no other process works on: one process at a time works on an
 * endpoint, by an advisory lock of a connection of its own, which ends with it however it ends.
 */
export function startOutbound(parts: OutboundParts): { readonly stop: () => Promise<void> } {
  const { log } = parts;
  const whole: LineParts & OutboundParts = { ...parts, times: { ...TIMES, ...parts.times } };
  const bell = new Bell();
  const stopping = new AbortController();
  const lines = new Map<string, Line>();
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        if (parts.endpoints.all().some(({ isEnabled }) => isEnabled))
          await session(whole, lines, bell, stopping.signal);
      } catch (error) {
        log.error({ err: error }, 'outbound: the queues cannot be worked on; trying again');
      }
      if (!stopping.signal.aborted) await bell.wait(LOOK_MS);
    }
  };
  const working = work();
  const backfills = startBackfills(whole);
  return {
    stop: async () => {
      stopping.abort();
      for (const line of lines.values()) line.stop();
      bell.ring();
      await Promise.all([working, backfills.stop()]);
    },
  };
}

/** As long as its connection lasts. @throws the database's error */
async function session(
  parts: LineParts & OutboundParts,
  lines: Map<string, Line>,
  bell: Bell,
  signal: AbortSignal,
): Promise<void> {
  const client = new Client({ ...parts.pool.options, query_timeout: PATIENCE_MS, keepAlive: true });
  const broken = new AbortController();
  const breaks = (error: unknown): void => {
    broken.abort(error);
    for (const line of lines.values()) line.abandon();
    bell.ring();
  };
  client.on('error', breaks);
  const running = new Set<Promise<void>>();
  try {
    await client.connect();
    await client.query(
      "set synchronous_commit = off; set plan_cache_mode = auto; set application_name = 'cairn outbound'",
    );
    while (!broken.signal.aborted && !signal.aborted) {
      for (const { id, isEnabled } of parts.endpoints.all()) {
        if (!isEnabled || lines.has(id) || !(await isTaken(client, id))) continue;
        const line = new Line(parts, new Queue(client, id), new Way(id, parts));
        lines.set(id, line);
        const run = line
          .run()
          .then(() => release(client, id))
          .catch(breaks)
          .finally(() => {
            lines.delete(id);
            running.delete(run);
          });
        running.add(run);
      }
      if (!broken.signal.aborted && !signal.aborted) await bell.wait(LOOK_MS);
      // One that is broken is noticed so, where no line uses it.
      if (running.size === 0) await client.query('select 1');
    }
    for (const line of lines.values()) line.stop();
  } finally {
    if (broken.signal.aborted) for (const line of lines.values()) line.abandon();
    await Promise.all(running);
    await client.end().catch(() => undefined);
  }
  broken.signal.throwIfAborted();
}

async function isTaken(client: Client, endpointId: string): Promise<boolean> {
  const { rows } = await client.query<{ readonly taken: boolean }>(
    "select pg_try_advisory_lock(hashtextextended('cairn.outbound.' || $1, 0)) as taken",
    [endpointId],
  );
  return rows[0]?.taken === true;
}

async function release(client: Client, endpointId: string): Promise<void> {
  await client.query("select pg_advisory_unlock(hashtextextended('cairn.outbound.' || $1, 0))", [endpointId]);
}
