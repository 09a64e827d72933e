// A process that owns an embedded PostgreSQL, to be watched and killed by embedded.test.ts.
// Arguments: the data directory, and optionally the URL of another copy of the module. It writes one JSON
// line about the start, then runs until a line "stop" comes in or it is killed.
import { createInterface } from 'node:readline';
import type * as Embedded from '../../server/src/platform/database/embedded.ts';

const [
  dataDir = '',
  moduleUrl = new URL('../../server/src/platform/database/embedded.ts', import.meta.url).href,
] = process.argv.slice(2);
const say = (message: object): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

const { startEmbeddedPostgres, EmbeddedPostgresError } = (await import(moduleUrl)) as typeof Embedded;
const log: string[] = [];
try {
  const postgres = await startEmbeddedPostgres({ dataDir, log: (message) => log.push(message) });
  say({ postmaster: postgres.pid(), connection: postgres.connection, log });
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    if (line !== 'stop') return;
    lines.close();
    void postgres.stop().then(() => process.exit(0));
  });
} catch (error) {
  const code = error instanceof EmbeddedPostgresError ? error.code : 'unknown';
  say({ code, message: error instanceof Error ? error.message : String(error), log });
  process.exit(1);
}
