import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Cairn, createLog, readConfig, startCairn } from '@cairn/server';

export type TestCairn = {
  readonly url: string;
  /** A connection of the test's own, to look at what was stored. */
  readonly db: Client;
  readonly databaseUrl: string;
  readonly cairn: Cairn;
  readonly close: () => Promise<void>;
};

/** The day of the tests' messages (see messages.ts). */
export const TODAY = '2025-03-20T10:20:00-07:00';

/** A whole Cairn in demo mode, on a port and in a database of its own. Its clock stands still, at `now`; `env` adds settings. */
export async function startTestCairn({
  now = TODAY,
  env = {},
}: { readonly now?: string; readonly env?: Readonly<Record<string, string>> } = {}): Promise<TestCairn> {
  const { databaseUrl, drop } = await createDatabase();
  const config = readConfig(
    {
      CAIRN_DATABASE_URL: databaseUrl,
      CAIRN_LOG_LEVEL: 'silent',
      CAIRN_NOW: now,
      ...env,
    },
    { demo: true, port: 0 },
  );
  const cairn = await startCairn(config, createLog(config.logLevel));
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  return {
    url: cairn.url,
    db,
    databaseUrl,
    cairn,
    close: async () => {
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
