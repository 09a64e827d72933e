/** The thread that loads one file: what `thread.ts` gives it to do, beside the thread that answers live messages. */
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { guideOn } from '../exchange/guide.ts';
import { QuietTraffic } from '../exchange/traffic.ts';
import { connectedTo } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import { KeyedQueue } from '../platform/queue.ts';
import { MatchKnowledge } from '../registry/match-knowledge.ts';
import { runLoad } from './run-load.ts';
import type { Counted, FromThread, Given, ToThread } from './thread.ts';

/**
 * Whoever answers live messages gets a processor first (`nice`). At 10 a tenth less was loaded, and live messages were no
 * quicker for it: they go first by `Traffic`.
 */
const NICE = 1;

if (!parentPort) throw new Error('this is the thread of a historical load; nothing else starts it');
stepBack();
await work(parentPort, workerData as Given);

/** Gives this thread alone a lower priority, where the system has such a thing: Linux tells a thread its own number. */
function stepBack(): void {
  try {
    const [thread = ''] = readFileSync('/proc/thread-self/stat', 'utf8').split(' ');
    setPriority(Number(thread), NICE);
  } catch {
    // Then it is as important as the others, and waits for live messages alone.
  }
}

async function work(port: MessagePort, given: Given): Promise<void> {
  const say = (message: FromThread): void => port.postMessage(message);
  const stopping = new AbortController();
  let { offset } = given;
  let openTo = new Set(given.openTo);
  port.on('message', (message: ToThread) => {
    if (message.kind === 'stop') stopping.abort();
    else {
      offset = message.offset;
      openTo = new Set(message.openTo);
    }
  });
  const told =
    (level: 'info' | 'warn' | 'error') =>
    (fields: object, words: string): void =>
      say({ kind: 'log', level, fields: withoutErrors(fields), words });
  // As much of a log as a load writes to; the lines are written by the thread that has the log.
  const log = { info: told('info'), warn: told('warn'), error: told('error') } as unknown as Log;
  const database = connectedTo(given.connection, log);
  try {
    const knowledge = new MatchKnowledge(database.pool);
    await knowledge.refresh();
    const exchange = {
      clock: { now: () => new Date(Date.now() + offset) },
      jurisdiction: given.jurisdiction,
      matching: knowledge.current,
      guideOn,
      queue: new KeyedQueue(),
      traffic: new QuietTraffic(given.inFlight),
      gateway: { isOpenTo: (endpointId: string) => openTo.has(endpointId) },
      decided: together((decided: readonly Counted[]) => say({ kind: 'decided', decided })),
    };
    await runLoad(given.load, { database, exchange, log }, stopping.signal);
    say({ kind: 'ended' });
  } catch (error) {
    const isError = error instanceof Error;
    say({
      kind: 'failed',
      name: isError ? error.name : 'unknown',
      code: isError && 'code' in error ? String(error.code) : undefined,
    });
  } finally {
    await database.close();
    port.close();
  }
}

/** What comes within one turn is told at once: a message to another thread costs more than what is in it. */
function together(tell: (rows: readonly Counted[]) => void): (row: Counted) => void {
  let waiting: Counted[] = [];
  return ({ address, outcome }) => {
    waiting.push({ address, outcome });
    if (waiting.length > 1) return;
    setImmediate(() => {
      tell(waiting);
      waiting = [];
    });
  };
}

/** Errors do not pass from thread to thread as they are, and their words may quote a message. */
function withoutErrors(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Error ? value.name : value,
    ]),
  );
}
