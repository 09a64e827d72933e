/** A Cairn that is stopped in the middle of what is asked of it, again and again, and started on what it left. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { Browserless, type PortalReply } from './portal.ts';
import { type CairnProcess, cleanUp, connect, startProcess, temporaryFolder } from './process.ts';

export type Stoppable = {
  /** Of the process that runs now. */
  readonly url: () => string;
  readonly db: () => Client;
  readonly log: () => string;
  /** Ends it so, and starts it again. */
  readonly restart: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
  readonly end: () => Promise<void>;
};

export async function startStoppable(env: Readonly<Record<string, string>>): Promise<Stoppable> {
  const dataDir = await temporaryFolder();
  let running: CairnProcess = await startProcess(dataDir, env);
  let db = await connect(dataDir);
  return {
    url: () => running.url,
    db: () => db,
    log: () => running.log(),
    restart: async (signal) => {
      running.child.kill(signal);
      await running.ended;
      await db.end().catch(() => undefined);
      running = await startProcess(dataDir, env);
      db = await connect(dataDir);
    },
    end: async () => {
      await db.end().catch(() => undefined);
      await cleanUp(dataDir, running);
    },
  };
}

/** Something that people do, and that a stop may hit at any moment. */
export type Deed = {
  /** Asks for it, perhaps several times at once, and stops asking when the server is gone. */
  readonly begin: () => Promise<void>;
  /** Asks for it again as people do who heard nothing, and says what is then wrong. */
  readonly finish: () => Promise<readonly string[]>;
};

/** Begins all of it, stops the server in the middle, starts it again and has all of it finished. */
export async function stopDuring(
  cairn: Stoppable,
  deeds: readonly Deed[],
  { signal, afterMs }: { readonly signal: 'SIGKILL' | 'SIGTERM'; readonly afterMs: number },
): Promise<readonly string[]> {
  const begun = deeds.map((deed) => deed.begin());
  await sleep(afterMs);
  await cairn.restart(signal);
  await Promise.all(begun);
  const problems: string[] = [];
  for (const deed of deeds) problems.push(...(await deed.finish()));
  return problems;
}

/** The same browser, after the server has come back at another address. */
export function browserAt(url: string, before?: Browserless): Browserless {
  const browser = new Browserless(url);
  for (const [name, value] of before?.cookies ?? []) browser.cookies.set(name, value);
  return browser;
}

/** A reply, or undefined where the connection broke. */
export async function orBroken(asked: Promise<PortalReply>): Promise<PortalReply | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
