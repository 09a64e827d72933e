/**
 * bench:history – a history of simulated patients loaded in bulk while live VXUs come at a steady rate.
 *
 *   npm run bench:history -- [--json] [--doses 200000] [--live 20]
 *
 * Prints doses a second and their ratio to the database bound: the very rows that loading leaves, by the very statements that
 * one message writes (`writes`), a transaction for each message, pipelined, over 8 connections, without reading, checking and
 * deciding, beside the same live messages. Then how long live messages take while nothing is loaded and while the load runs.
 * Server, PostgreSQL and both loads share this machine. The bound is measured before and after the load, by as many messages
 * as take some seconds.
 */
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { DEMO_LOGINS } from '@cairn/server';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded.ts';
import { transact } from '../server/src/platform/database/pipeline.ts';
import { boundStatements } from './exchange-bound.ts';
import { people } from './exchange-seed.ts';
import { historyMessage, HISTORY_DOSES } from './history-messages.ts';
import { DEMO_SERVER, httpRequest, openConnection, startServer } from './load.ts';
import { quantile } from './numbers.ts';
import { vxu } from './vxu.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    doses: { type: 'string', default: '200000' },
    live: { type: 'string', default: '20' },
  },
});
const MESSAGES = Math.ceil(Number(values.doses) / HISTORY_DOSES);
const LIVE_PER_SECOND = Number(values.live);
const IDLE_SECONDS = 20;
const BOUND_SECONDS = 5;
const PIECE_BYTES = 1_000_000;
const [CLINIC] = DEMO_LOGINS;

const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
await chmod(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
const { host, port, user, database } = postgres.connection;
const databaseUrl = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
const server = await startServer(DEMO_SERVER, databaseUrl);
const names = people.names();
const nameOf = () => {
  const { value } = names.next();
  return value ? { name: value } : {};
};
let live = 0;

try {
  const options = '-c plan_cache_mode=force_generic_plan';
  const pool = new Pool({ host, port, user, database, max: 9, pipeline: true, options });
  pool.on('error', () => undefined);
  // The nightly job looks for doubles among all who are new; at whatever hour this runs, that is not what is measured.
  const awake = await pool.connect();
  await awake.query(`select pg_advisory_lock(hashtextextended('cairn.job.nightly', 0))`);
  const file = Buffer.from(
    Array.from({ length: MESSAGES }, (_, no) => historyMessage(no, { runId: 'load', ...nameOf() })).join(''),
  );
  await liveFor(async () => sleep(3000)); // warms the server's code and the database's statements
  const before = await bound(pool, 'before');
  const idle = await liveFor(() => sleep(IDLE_SECONDS * 1000));
  let loaded = { doses: 0, seconds: 0 };
  const busy = await liveFor(async () => {
    loaded = await load(file);
  });
  const after = await bound(pool, 'after');
  awake.release(true);
  await pool.end();
  report({ ...loaded, bound: (before + after) / 2, idle, busy });
} finally {
  server.process.kill('SIGTERM');
  await once(server.process, 'exit');
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Doses a second that the database takes. */
async function bound(pool: Pool, runId: string): Promise<number> {
  const count = Math.min(MESSAGES, 10_000);
  const texts = Array.from({ length: count }, (_, no) => historyMessage(no, { runId, ...nameOf() }));
  const statements = await boundStatements(pool, texts);
  let next = 0;
  let seconds = 0;
  await liveFor(async () => {
    const started = performance.now();
    const end = started + BOUND_SECONDS * 1000;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let mine = statements[next++]; mine && performance.now() < end; mine = statements[next++]) {
          await transact(pool, mine);
        }
      }),
    );
    seconds = (performance.now() - started) / 1000;
  });
  return (Math.min(next, count) * HISTORY_DOSES) / seconds;
}

/** Live messages at a steady rate while something goes on; how long each took, from when it was due. */
async function liveFor(work: () => Promise<void>): Promise<readonly number[]> {
  const open = await Promise.all(Array.from({ length: 8 }, () => openConnection(server.address)));
  const latencies: number[] = [];
  const end = new AbortController();
  const began = performance.now();
  let sent = 0;
  const senders = open.map(async ({ post }) => {
    while (!end.signal.aborted) {
      const due = began + (sent++ * 1000) / LIVE_PER_SECOND;
      await sleep(Math.max(0, due - performance.now()));
      const answer = await post(httpRequest(vxu(live++, { runId: 'live', ...nameOf() }), server.address));
      latencies.push(performance.now() - due);
      if (!answer.includes('MSA|A')) throw new Error(`no answer: ${answer}`);
    }
  });
  await work();
  end.abort();
  await Promise.all(senders);
  for (const { close } of open) close();
  return latencies;
}

/** Uploads and loads the history; the seconds are those from the end of the upload to that of the load. */
async function load(file: Buffer): Promise<{ readonly doses: number; readonly seconds: number }> {
  const pieces = Array.from({ length: Math.ceil(file.length / PIECE_BYTES) }, (_, no) =>
    file.subarray(no * PIECE_BYTES, (no + 1) * PIECE_BYTES),
  );
  const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
  const ask = async (method: string, path: string, body?: string | Buffer): Promise<Asked> => {
    const response = await fetch(`${server.address.origin}/api/history-loads${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${CLINIC.username}:${CLINIC.password}`).toString('base64')}`,
        ...(body === undefined
          ? {}
          : { 'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Asked;
  };
  const begun = await ask(
    'POST',
    '',
    JSON.stringify({
      name: 'bench.hl7',
      bytes: file.length,
      pieceBytes: PIECE_BYTES,
      fingerprint: sha256(Buffer.concat(pieces.map(sha256))).toString('hex'),
    }),
  );
  for (const [no, piece] of pieces.entries()) await ask('PUT', `/${begun.id}/pieces/${no}`, piece);
  await ask('POST', `/${begun.id}/finish`);
  for (;;) {
    await sleep(250);
    const view = await ask('GET', `/${begun.id}`);
    if (view.state === 'failed') throw new Error(`the load failed: ${view.error}`);
    if (view.state !== 'done') continue;
    if (view.accepted + view.partlyAccepted !== MESSAGES || view.doses !== MESSAGES * HISTORY_DOSES) {
      throw new Error(`not all was recorded: ${JSON.stringify(view)}`);
    }
    const seconds = (Date.parse(view.finishedAt ?? '') - Date.parse(view.startedAt ?? '')) / 1000;
    return { doses: view.doses, seconds };
  }
}

type Asked = {
  readonly id: string;
  readonly state: string;
  readonly error: string;
  readonly accepted: number;
  readonly partlyAccepted: number;
  readonly doses: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
};

function report(run: {
  readonly doses: number;
  readonly seconds: number;
  readonly bound: number;
  readonly idle: readonly number[];
  readonly busy: readonly number[];
}): void {
  const perSecond = run.doses / run.seconds;
  const [idleP95, busyP95] = [quantile(run.idle, 0.95), quantile(run.busy, 0.95)];
  const figures = { doses: run.doses, perSecond, bound: run.bound, idleP95, busyP95 };
  const ratios = {
    'load / database bound': perSecond / run.bound,
    'live p95, loading / idle': busyP95 / idleP95,
  };
  const machine = {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  };
  if (values.json) {
    console.log(JSON.stringify({ name: 'history', figures, ratios, machine }));
    return;
  }
  console.log(`${run.doses} doses in ${MESSAGES} messages, ${LIVE_PER_SECOND} live messages a second`);
  console.log(`loaded          ${perSecond.toFixed(0)} doses/s`);
  console.log(`database bound  ${run.bound.toFixed(0)} doses/s`);
  console.log(`ratio           ${(perSecond / run.bound).toFixed(2)} (goal 0.6)`);
  console.log(`live p95        ${idleP95.toFixed(1)} ms idle, ${busyP95.toFixed(1)} ms while loading`);
  console.log(`ratio           ${(busyP95 / idleP95).toFixed(2)} (goal below 2)`);
}
