/**
 * bench:exchange – distinct three-dose VXUs of 3.5 KB over SOAP, ACK awaited, fsync on, against the database
 * bound of the same run: the same write statements driven straight through `pg` at the same concurrency.
 *
 *   npm run bench:exchange -- [--json] [--seconds 4] [--rounds 3] [--stored 0,10k,100k] [--connections 1,8,32]
 *
 * Server, PostgreSQL and the load share this machine. Rounds alternate bound, exchange, bound, exchange …, so
 * that both meet the same machine; the ratio is the median of the rounds' ratios. Whoever is stored and whoever is sent
 * bear the names of a population, and were born in the same 1,800 days. --persons is another name of --stored.
 */
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded.ts';
import { transact } from '../server/src/platform/database/pipeline.ts';
import { boundStatements } from './exchange-bound.ts';
import { people, seedPersons } from './exchange-seed.ts';
import { DEMO_SERVER, drive, httpRequest, openConnection, type Round, startServer } from './load.ts';
import { counts, median } from './numbers.ts';
import { vxu } from './vxu.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    stored: { type: 'string' },
    persons: { type: 'string' },
    connections: { type: 'string', default: '1,8,32' },
  },
});
const numbers = (list: string): number[] => list.split(',').map(Number);
const STORED = counts(values.stored ?? values.persons ?? '0,10k,100k').toSorted((a, b) => a - b);
const SECONDS = Number(values.seconds);
const ROUNDS = Number(values.rounds);

const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
await chmod(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
const { host, port, user, database } = postgres.connection;
const databaseUrl = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;

const NOTHING: Round = { perSecond: Number.NaN, latencies: [] };
const servers = [
  await startServer(DEMO_SERVER, databaseUrl),
  await startServer(['--import', 'tsx', 'bench/unchecked-server.ts'], databaseUrl),
] as const;
const [{ address: checked }, { address: unchecked }] = servers;

let seed = 1;
const names = people.names();
const runId = Date.now().toString(36);
const rows: {
  persons: number;
  connections: number;
  perSecond: number;
  bound: number;
  ratio: number;
  ofUnchecked: number;
  p50: number;
  p95: number;
  p99: number;
}[] = [];

try {
  const pool = new Pool({
    host,
    port,
    user,
    database,
    max: 64,
    pipeline: true,
    options: '-c plan_cache_mode=force_generic_plan',
  });
  // What is left of it when the database stops is of no interest.
  pool.on('error', () => undefined);
  for (const address of [checked, unchecked]) await exchangeRound(address, 8, 5); // warms the server's code and the database's statements
  let stored = 0;
  for (const persons of STORED) {
    await seedPersons(pool, stored, persons);
    stored = persons;
    for (const connections of numbers(values.connections))
      rows.push(await measure(pool, persons, connections));
  }
  await pool.end();
  report();
} finally {
  for (const { process: server } of servers) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function message(number: number): string {
  const { value: name } = names.next();
  return vxu(number, { runId, ...(name ? { name } : {}) });
}

async function measure(pool: Pool, persons: number, connections: number): Promise<(typeof rows)[number]> {
  const bounds: number[] = [];
  const rates: number[] = [];
  const uncheckedRates: number[] = [];
  const latencies: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bounds.push((await boundRound(pool, connections, SECONDS)).perSecond);
    // What comes after the bound meets the database busy with what that left behind, so they take turns.
    const turns = round % 2 === 0 ? [checked, unchecked] : [unchecked, checked];
    const measured = new Map<URL, Round>();
    for (const address of turns) measured.set(address, await exchangeRound(address, connections, SECONDS));
    const exchange = measured.get(checked) ?? NOTHING;
    uncheckedRates.push((measured.get(unchecked) ?? NOTHING).perSecond);
    rates.push(exchange.perSecond);
    latencies.push(...exchange.latencies);
  }
  latencies.sort((a, b) => a - b);
  const at = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
  const row = {
    persons,
    connections,
    perSecond: median(rates),
    bound: median(bounds),
    ratio: median(rates.map((rate, round) => rate / (bounds[round] ?? Number.NaN))),
    ofUnchecked: median(rates.map((rate, round) => rate / (uncheckedRates[round] ?? Number.NaN))),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
  if (!values.json)
    console.error(
      `${persons} persons, ${connections} connections: ${row.perSecond.toFixed(0)} VXU/s, ratio ${row.ratio.toFixed(2)}, of unchecked ${row.ofUnchecked.toFixed(2)}`,
    );
  return row;
}

/** The write statements of distinct messages, made beforehand, sent as the server sends them. */
async function boundRound(pool: Pool, connections: number, seconds: number): Promise<Round> {
  const prepared = Array.from({ length: Math.ceil(seconds * 4000) }, () => seed++);
  const statements = await boundStatements(pool, prepared.map(message));
  let next = 0;
  return drive(connections, seconds, async () => {
    const mine = statements[next++];
    if (!mine) throw new Error('the bound outran its prepared messages; raise their number');
    await transact(pool, mine);
  });
}

async function exchangeRound(address: URL, connections: number, seconds: number): Promise<Round> {
  const requests = Array.from({ length: Math.ceil(seconds * 3000) }, () =>
    httpRequest(message(seed++), address),
  );
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(address)));
  let next = 0;
  const round = await drive(connections, seconds, async (connection) => {
    const request = requests[next++];
    if (!request) throw new Error('the exchange outran its prepared messages; raise their number');
    const answer = (await open[connection]?.post(request)) ?? '';
    if (!answer.includes('MSA|AA|')) throw new Error(`not accepted: ${answer}`);
  });
  for (const { close } of open) close();
  return round;
}

function report(): void {
  const machine = {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  };
  const at = (persons: number, connections: number): number =>
    rows.find((row) => row.persons === persons && row.connections === connections)?.perSecond ?? Number.NaN;
  const [first = 0] = STORED;
  const last = STORED.at(-1) ?? 0;
  const kept = Object.fromEntries(
    numbers(values.connections).map((count) => [
      `rate with ${last} / with ${first} persons, ${count} connections`,
      at(last, count) / at(first, count),
    ]),
  );
  if (values.json) {
    console.log(
      JSON.stringify({
        name: 'exchange',
        figures: rows,
        ratios: {
          ...Object.fromEntries(
            rows.map((row) => [
              `exchange / database bound, ${row.persons} persons, ${row.connections} connections`,
              row.ratio,
            ]),
          ),
          ...Object.fromEntries(
            rows.map((row) => [
              `checked / unchecked, ${row.persons} persons, ${row.connections} connections`,
              row.ofUnchecked,
            ]),
          ),
          ...kept,
        },
        machine,
      }),
    );
    return;
  }
  console.log(
    `Three-dose VXU of 3.5 KB by SOAP, ACK awaited, fsync on; ${machine.cores} cores, ${machine.cpu}, Node ${machine.node}\n`,
  );
  console.log('Persons  Connections   VXU/s   bound  ratio  of unchecked   p50 ms   p95 ms   p99 ms');
  for (const row of rows) {
    console.log(
      `${String(row.persons).padStart(7)}  ${String(row.connections).padStart(11)}  ${row.perSecond.toFixed(0).padStart(6)}  ${row.bound.toFixed(0).padStart(6)}  ${row.ratio.toFixed(2).padStart(5)}  ${row.ofUnchecked.toFixed(2).padStart(12)}  ${row.p50.toFixed(1).padStart(7)}  ${row.p95.toFixed(1).padStart(7)}  ${row.p99.toFixed(1).padStart(7)}`,
    );
  }
  console.log('');
  for (const [name, ratio] of Object.entries(kept)) console.log(`${name}: ${ratio.toFixed(2)}`);
}
