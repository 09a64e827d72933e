/**
 * bench:portal – the pages' own questions with a state's share stored: looking for a patient, opening a record with its
 * evaluation and forecast, and the dashboard of the exchange; eight people at once. The bound of the same run is the portal's
 * smallest answer to somebody who is signed in (GET /api/session).
 *
 *   npm run bench:portal -- [--json] [--persons 1m] [--messages 5m] [--users 8] [--seconds 10]
 *
 * Server, PostgreSQL and the load share this machine. Persons have ten doses each; messages are spread over 90 days and 300
 * sites, and the counts of them are rollups as the server keeps them.
 */
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded.ts';
import { people } from './exchange-seed.ts';
import { DEMO_SERVER, drive, openConnection, startServer } from './load.ts';
import { counts, quantile } from './numbers.ts';
import { fillMessages, fillPersons, signIn, type Visitor } from './portal-fill.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    persons: { type: 'string', default: '1m' },
    messages: { type: 'string', default: '5m' },
    users: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '10' },
  },
});
const [PERSONS = 0] = counts(values.persons);
const [MESSAGES = 0] = counts(values.messages);
const USERS = Number(values.users);
const SECONDS = Number(values.seconds);

/** What the issue of these pages asks for, ms at the 95th percentile. */
const GOALS = { 'patient search': 150, 'record with forecast': 120, dashboard: 300 } as const;

type Figure = {
  readonly what: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
await chmod(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
const { host, port, user, database } = postgres.connection;
const databaseUrl = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
const server = await startServer(DEMO_SERVER, databaseUrl);
const pool = new Pool({ host, port, user, database });
const now = new Date();
const figures: Figure[] = [];
let filled = 0;

try {
  const before = performance.now();
  await fillPersons(pool, server.address, PERSONS);
  noteSince(`${PERSONS} persons of ten doses stored`, before);
  await fillMessages(pool, MESSAGES, now);
  noteSince(`${MESSAGES} messages stored`, before);
  filled = (performance.now() - before) / 1000;
  await measure();
  report();
} finally {
  await pool.end();
  server.process.kill('SIGTERM');
  await once(server.process, 'exit');
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  // Filling takes longer than staff may rest.
  const at = new Date();
  const nurses = await signIn(pool, 400, { code: 'DE-000001', userRole: 'power' }, at);
  const watchers = await signIn(pool, 2, { code: 'SF-000001', userRole: 'dx-qa' }, at);
  const staff = await signIn(pool, 2, 'administrator', at);
  await round('session (bound)', nurses, () => 'GET /api/session');
  const searches = [...searchesOf()];
  await round('patient search', nurses, (turn) => {
    const asked = searches[turn % searches.length];
    return ['POST /api/patients/search', JSON.stringify(asked)];
  });
  const { rows } = await pool.query<{ id: string }>(
    'select person_id as id from person tablesample system (1) limit 20000',
  );
  await round(
    'record with forecast',
    nurses,
    (turn) => `GET /api/patients/${rows[(turn * 7919) % rows.length]?.id}`,
  );
  await round('dashboard', watchers, () => `GET /api/exchange/overview?${period(30)}`);
  await round('dashboard of everybody', staff, () => `GET /api/exchange/overview?${period(30)}`);
  const day = new Date(now.getTime() - 20 * 86_400_000).toISOString().slice(0, 10);
  await round('messages of a day, by patient', watchers, (turn) => [
    'POST /api/exchange/messages/search',
    JSON.stringify({ from: day, to: day, patient: `B${turn}` }),
  ]);
}

/** What people type: a typing error in every fourth name, no birth date in every fifth, a phone in every tenth. */
function* searchesOf(): Generator<Readonly<Record<string, string>>> {
  const step = Math.max(1, Math.floor(PERSONS / 3000));
  let index = 0;
  for (let number = 1; number < PERSONS; number += step) {
    for (const { last, first, birthDate } of people.stored(number, number + 1)) {
      const born = `${birthDate.slice(0, 4)}-${birthDate.slice(4, 6)}-${birthDate.slice(6)}`;
      index++;
      if (index % 5 === 0) yield { last, first };
      else if (index % 4 === 0) yield { last: `${last.slice(0, 2)}${last.slice(3)}`, first, birthDate: born };
      else yield { last, first, birthDate: born };
    }
  }
}

function period(days: number): string {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return `from=${day(now.getTime() - days * 86_400_000)}&to=${day(now.getTime())}`;
}

type Asked = string | readonly [line: string, body: string];

async function round(
  what: string,
  visitors: readonly Visitor[],
  ask: (turn: number) => Asked,
): Promise<void> {
  const open = await Promise.all(Array.from({ length: USERS }, () => openConnection(server.address)));
  let turn = 0;
  const one = async (connection: number): Promise<void> => {
    const asked = ask(turn);
    const visitor = visitors[turn++ % visitors.length];
    const [line, body] = typeof asked === 'string' ? [asked, ''] : asked;
    const answer = (await open[connection]?.post(request(line, body, visitor?.cookie ?? ''))) ?? '';
    if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`${line}: ${answer.slice(0, 600)}`);
  };
  await drive(USERS, 2, one);
  const { perSecond, latencies } = await drive(USERS, SECONDS, one);
  for (const { close } of open) close();
  const figure = {
    what,
    perSecond,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
  };
  figures.push(figure);
  note(`${what}: p95 ${figure.p95.toFixed(1)} ms`);
}

function request(line: string, body: string, cookie: string): Buffer {
  const { host: name, origin } = server.address;
  const content =
    body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(
    `${line} HTTP/1.1\r\nhost: ${name}\r\norigin: ${origin}\r\ncookie: ${cookie}\r\n${content}\r\n${body}`,
  );
}

function note(what: string): void {
  if (!values.json) console.error(what);
}

function noteSince(what: string, since: number): void {
  note(`${what} (${((performance.now() - since) / 1000).toFixed(0)} s)`);
}

function report(): void {
  const machine = {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  };
  const bound = figures[0];
  const ratios = Object.fromEntries([
    ...figures.slice(1).map(({ what, p50 }) => [`p50 ${what} / session`, p50 / (bound?.p50 ?? Number.NaN)]),
    ...Object.entries(GOALS).map(([what, goal]) => [
      `p95 ${what} / its goal of ${goal} ms`,
      (figures.find((figure) => figure.what === what)?.p95 ?? Number.NaN) / goal,
    ]),
  ]) as Record<string, number>;
  if (values.json) {
    console.log(JSON.stringify({ name: 'portal', figures, ratios, machine }));
    return;
  }
  console.log(
    `The portal with ${PERSONS} persons and ${MESSAGES} messages (filled in ${filled.toFixed(0)} s), ${USERS} users; ${machine.cores} cores, ${machine.cpu}, Node ${machine.node}\n`,
  );
  console.log(`${'What'.padEnd(32)}  Answers/s   p50 ms   p95 ms   p99 ms`);
  for (const { what, perSecond, p50, p95, p99 } of figures) {
    const cells = [p50, p95, p99].map((value) => value.toFixed(1).padStart(7)).join('  ');
    console.log(`${what.padEnd(32)}  ${perSecond.toFixed(0).padStart(9)}  ${cells}`);
  }
  console.log('');
  for (const [name, ratio] of Object.entries(ratios)) console.log(`${name}: ${ratio.toFixed(2)}`);
}
