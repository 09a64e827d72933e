/**
 * bench:outbound – how long senders wait for their ACK while the registry of their region, which gets a copy of everything,
 * answers at once (the undisturbed run), is down, and takes messages and never answers.
 *
 *   npm run bench:outbound -- [--json] [--seconds 20] [--rounds 3] [--rate 60]
 *
 * VXUs come at a fixed rate, each on time whatever became of those before it; the ratio is the median of the rounds' ratios of p95.
 */
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { passwordOwner } from '../server/src/outbound/endpoints.ts';
import { sealSecret } from '../server/src/platform/secret-key.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded.ts';
import { httpRequest, openConnection, startServer } from './load.ts';
import { median, quantile } from './numbers.ts';
import { vxu } from './vxu.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    rate: { type: 'string', default: '60' },
  },
});
const SECONDS = Number(values.seconds);
const ROUNDS = Number(values.rounds);
const RATE = Number(values.rate);
const REGION = 'la-orange';
const CONNECTIONS = 16;

type State = 'answers' | 'down' | 'hangs';
const STATES: readonly State[] = ['answers', 'down', 'hangs'];

const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
await chmod(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
const { host, port, user, database } = postgres.connection;
const databaseUrl = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
const key = Buffer.alloc(32, 7);
process.env['CAIRN_SECRET_KEY'] = key.toString('base64');

let state: State = 'answers';
let taken = 0;
let registry = otherRegistry();
registry.listen(0, '127.0.0.1');
await once(registry, 'listening');
const registryPort = (registry.address() as AddressInfo).port;

const { process: server, address } = await startServer(
  ['--import', 'tsx', 'bench/copying-server.ts'],
  databaseUrl,
);
const db = new Client({ connectionString: databaseUrl });
await db.connect();
await db.query(
  `insert into outbound_endpoint (endpoint_id, kind, url, soap_version, username, password_sealed, facility_id, sending_facility,
     receiving_application, receiving_facility, is_enabled, lanes, timeout_ms, updated_at)
   values ($1, 'region', $2, '1.2', 'bench', $3, '', '', '', '', true, 4, 5000, now())`,
  [REGION, `http://127.0.0.1:${registryPort}/IISService`, sealSecret(key, 'bench', passwordOwner(REGION))],
);
let seed = 0;
const measured: Record<State, number[]> = { answers: [], down: [], hangs: [] };
try {
  // Warms the server, and waits until it knows of the endpoint.
  await until(async () => {
    await round(1);
    return taken > 0;
  });
  await round(3);
  for (let number = 0; number < ROUNDS; number++) {
    for (let turn = 0; turn < STATES.length; turn++) {
      const next = STATES[(number + turn) % STATES.length] ?? 'answers';
      await become(next);
      await round(2);
      const latencies = await round(SECONDS);
      measured[next].push(quantile(latencies, 0.95));
      if (!values.json) console.error(`${next}: p95 ${quantile(latencies, 0.95).toFixed(1)} ms`);
      // What waited is sent before the next is measured.
      await become('answers');
      await until(async () => (await waiting()) === 0);
    }
  }
  report();
} finally {
  server.kill('SIGTERM');
  await once(server, 'exit');
  await db.end();
  registry.closeAllConnections();
  registry.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Answers AA at once to whatever comes, or never. */
function otherRegistry(): Server {
  return createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      if (state === 'hangs') return;
      taken += 1;
      const id = /MSH\|(?:[^|]*\|){8}([^|]*)/.exec(body)?.[1] ?? '';
      const ack = `MSH|^~\\&amp;|R|R|||20250320101500-0700||ACK^V04^ACK|A${id}|P|2.5.1&#xD;MSA|AA|${id}&#xD;`;
      const answer = body.includes('connectivityTest')
        ? '<connectivityTestResponse xmlns="urn:cdc:iisb:2011"><return>End of test</return></connectivityTestResponse>'
        : `<submitSingleMessageResponse xmlns="urn:cdc:iisb:2011"><return>${ack}</return></submitSingleMessageResponse>`;
      reply.writeHead(200, { 'content-type': 'application/soap+xml; charset=utf-8' });
      reply.end(
        `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>${answer}</s:Body></s:Envelope>`,
      );
    });
  });
}

async function become(next: State): Promise<void> {
  const wasDown = state === 'down';
  state = next;
  if (next === 'down' && !wasDown) {
    registry.closeAllConnections();
    registry.close();
    await once(registry, 'close');
  }
  if (next !== 'down' && wasDown) {
    registry = otherRegistry();
    registry.listen(registryPort, '127.0.0.1');
    await once(registry, 'listening');
  }
  if (next === 'answers') registry.closeAllConnections();
}

/** So many seconds of messages, each begun on time; how long each ACK took. */
async function round(seconds: number): Promise<readonly number[]> {
  const open = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(address)));
  const free = [...open];
  const latencies: number[] = [];
  const all: Promise<void>[] = [];
  const begin = performance.now();
  for (let number = 0; number < seconds * RATE; number++) {
    const due = begin + (number * 1000) / RATE;
    await sleep(Math.max(0, due - performance.now()));
    const connection = free.pop();
    if (!connection) throw new Error('all connections are busy: the rate is more than this machine carries');
    const request = httpRequest(vxu(seed++, { runId: 'OUT' }), address);
    const take = async (): Promise<void> => {
      const answer = await connection.post(request);
      if (!answer.includes('MSA|AA|')) throw new Error(`not accepted: ${answer}`);
      latencies.push(performance.now() - due);
      free.push(connection);
    };
    all.push(take());
  }
  await Promise.all(all);
  for (const { close } of open) close();
  return latencies;
}

async function waiting(): Promise<number> {
  const { rows } = await db.query(
    `select count(*)::int as open from outbound_copy where state in ('waiting', 'sending', 'unknown')`,
  );
  return rows[0].open;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > 15 * 60_000)
      throw new Error('what waited for the other registry did not get there');
    await sleep(500);
  }
}

function report(): void {
  const { answers } = measured;
  const ratio = (other: readonly number[]): number =>
    median(other.map((p95, at) => p95 / (answers[at] ?? Number.NaN)));
  const figures = {
    messagesPerSecond: RATE,
    p95: Object.fromEntries(STATES.map((each) => [each, median(measured[each])])),
  };
  const ratios = {
    'p95 while it is down / undisturbed': ratio(measured.down),
    'p95 while it never answers / undisturbed': ratio(measured.hangs),
  };
  if (values.json) {
    console.log(JSON.stringify({ name: 'outbound', figures, ratios }));
    return;
  }
  console.log(
    `ACK of a VXU at ${RATE} a second, fsync on: p95 ${STATES.map((each) => `${median(measured[each]).toFixed(1)} ms (${each})`).join(', ')}`,
  );
  for (const [name, value] of Object.entries(ratios)) console.log(`${name}: ${value.toFixed(2)} (goal 1.2)`);
}
