import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Cairn, type Config, createLog, type Gateway, readConfig, startCairn } from '@cairn/server';
import { leaksOf } from './scrub.ts';

export type TestCairn = {
  readonly url: string;
  /** A connection of the test's own, to look at what was stored. */
  readonly db: Client;
  readonly databaseUrl: string;
  readonly cairn: Cairn;
  /** Sets the clock on; it stands still again. */
  readonly setTime: (now: string) => void;
  /** What the server has logged so far. */
  readonly logged: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** The day of the tests' messages (see messages.ts). */
export const TODAY = '2025-03-20T10:20:00-07:00';

/** A whole Cairn in demo mode, on a port and in a database of its own. Its clock stands still, at `now`; `env` adds settings. */
export async function startTestCairn({
  now = TODAY,
  env = {},
  ordinary = [],
  isTicking = false,
  pack = {},
  gateway,
  as = 'central',
}: {
  readonly now?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Values of its patients that are words of ours too: letters say First and Patient. */
  readonly ordinary?: readonly string[];
  /** Lets the clock go on from `now`: what is tried again later comes due. */
  readonly isTicking?: boolean;
  /** What the jurisdiction has otherwise than California. */
  readonly pack?: Partial<Config['jurisdiction']>;
  /** In place of the connections to other registries. */
  readonly gateway?: Gateway;
  readonly as?: Config['as'];
} = {}): Promise<TestCairn> {
  const { databaseUrl, drop } = await createDatabase();
  let time = new Date(now).getTime();
  let setAt = Date.now();
  const read = readConfig(
    {
      CAIRN_DATABASE_URL: databaseUrl,
      CAIRN_LOG_LEVEL: 'trace',
      CAIRN_NOW: now,
      ...env,
    },
    { demo: true, port: 0, as },
  );
  const config: Config = {
    ...read,
    jurisdiction: { ...read.jurisdiction, ...pack },
    clock: { now: () => new Date(isTicking ? time + Date.now() - setAt : time) },
  };
  const lines: string[] = [];
  const log = createLog(config.logLevel, { write: (line) => void lines.push(line) });
  const cairn = await startCairn(config, log, gateway ? { gateway } : {});
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  return {
    url: cairn.url,
    db,
    databaseUrl,
    cairn,
    setTime: (next) => {
      time = new Date(next).getTime();
      setAt = Date.now();
    },
    logged: () => lines,
    close: async () => {
      // Whatever a test was about, nothing of its patients may have come out.
      const metrics = await fetch(`${cairn.url}/metrics`)
        .then((answer) => answer.text())
        .catch(() => '');
      const leaks = await leaksOf(db, { log: lines, metrics: metrics.split('\n') }, ordinary);
      if (leaks.length > 0) throw new Error(`what is known of patients came out:\n${leaks.join('\n')}`);
      await db.end();
      await cairn.close();
      await drop();
    },
  };
}

/** An empty database in the run's PostgreSQL. */
export async function createDatabase(): Promise<{
  readonly databaseUrl: string;
  readonly drop: () => Promise<void>;
}> {
  const { host, port, user } = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new Client({ host, port, user, database: 'cairn' });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`create database ${name}`);
  return {
    databaseUrl: `postgresql://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`,
    drop: () => admin(`drop database if exists ${name} with (force)`),
  };
}
