/**
 * bench:matching – how long it takes to find who a message is about, with millions stored: the two reads that intake
 * makes, through the same reader, and the scoring of all candidates. The bound of the same run is one look-up of a person
 * by primary key through that reader.
 *
 *   npm run bench:matching -- [--json] [--sizes 100k,1m,3m] [--clients 4] [--seconds 5] [--rounds 3] [--sample 3000]
 *
 * Birth dates lie within 2,500 days: 3 million persons share a birth date, a name and birth date, a name and birth year
 * with as many others as 40 million do who were born in 90 years. Every size grows the former. Before it is filled, the
 * registry takes in a sample of simulated messages, for what a person and a dose take on disk.
 */
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultFrequencies } from '@cairn/matching';
import { createLog, openDatabase } from '@cairn/server';
import { Pool } from 'pg';
import { dayOf } from '../cli/src/simulate/days.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded.ts';
import { DEMO_SERVER, drive, startServer } from './load.ts';
import { fill } from './matching-load.ts';
import { type Finding, Finder } from './matching-find.ts';
import { People, personIdOf, type ProbeKind } from './matching-persons.ts';
import { extrapolated, sampleStorage, storedBytes, type Storage } from './matching-storage.ts';
import { counts, median, quantile } from './numbers.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '100k,1m,3m' },
    clients: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    sample: { type: 'string', default: '3000' },
  },
});
const SIZES = counts(values.sizes).toSorted((a, b) => a - b);
const CLIENTS = Number(values.clients);
const SECONDS = Number(values.seconds);
const ROUNDS = Number(values.rounds);
const PROBES = 20_000;
const KINDS: readonly ProbeKind[] = ['same', 'changed', 'new'];
const LABELS: Readonly<Record<ProbeKind, string>> = {
  same: 'said the same, from a new chart',
  changed: 'a typing error, or moved',
  new: 'of nobody stored',
};
const BUDGET_MS = 10;
const GROWTH = 1.5;

type Row = {
  readonly persons: number;
  readonly setupSeconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  /** Of the first read and scoring alone, as a share of all: nobody else had to be read. */
  readonly settledAtOnce: number;
  /** Persons scored, where candidates were read. */
  readonly candidates: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly max: number;
  };
  readonly lookupP50: number;
  readonly lookupPerSecond: number;
  /** Of each kind of probe, the shares that were found to be the right person, another one, or to be doubtful. */
  readonly found: Readonly<Record<ProbeKind, Readonly<Record<Finding['outcome'], number>>>>;
  readonly bytes: Storage;
};

const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
await chmod(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
const { host, port, user, database } = postgres.connection;
const databaseUrl = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
const pool = new Pool({ host, port, user, database, max: 4 });
// What is left of it when the database stops is of no interest.
pool.on('error', () => undefined);
const people = new People({ seed: 1, today: dayOf(2026, 11, 1), density: 2500 });
const rows: Row[] = [];

try {
  const sample = await takeSample();
  for (const [index, persons] of SIZES.entries()) {
    const start = performance.now();
    await fill(pool, people, SIZES[index - 1] ?? 0, persons);
    rows.push(await measure(persons, (performance.now() - start) / 1000));
  }
  report(sample);
} finally {
  await pool.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The server makes the tables and takes in messages; what they left is measured and put away. */
async function takeSample(): Promise<Storage> {
  const server = await startServer(DEMO_SERVER, databaseUrl);
  try {
    return await sampleStorage(pool, server.address, Number(values.sample));
  } finally {
    server.process.kill('SIGTERM');
    await once(server.process, 'exit');
  }
}

async function measure(persons: number, setupSeconds: number): Promise<Row> {
  const probes = people.probes(PROBES, persons);
  const open = await openDatabase({ databaseUrl, dataDir: folder }, createLog('warn'));
  const finder = new Finder(open.reader, { frequencies: defaultFrequencies });
  const findings: (Finding & { readonly kind: ProbeKind })[] = [];
  let next = 0;
  const find = async (): Promise<void> => {
    const probe = probes[next++ % PROBES];
    if (probe) findings.push({ kind: probe.kind, ...(await finder.find(probe)) });
  };
  const lookUp = (): Promise<void> => finder.lookUp(personIdOf((next++ * 7919) % persons));
  try {
    await drive(CLIENTS, Math.min(SECONDS, 3), find);
    await drive(CLIENTS, 1, lookUp);
    findings.length = 0;
    const latencies: number[] = [];
    const rates: number[] = [];
    const lookups: { readonly p50: number; readonly perSecond: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const plain = await drive(CLIENTS, SECONDS / 3, lookUp);
      lookups.push({ p50: quantile(plain.latencies, 0.5), perSecond: plain.perSecond });
      const found = await drive(CLIENTS, SECONDS, find);
      rates.push(found.perSecond);
      latencies.push(...found.latencies);
    }
    const asked = findings.flatMap(({ candidates }) => (candidates === undefined ? [] : [candidates]));
    const row: Row = {
      persons,
      setupSeconds,
      perSecond: median(rates),
      p50: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
      p99: quantile(latencies, 0.99),
      p999: quantile(latencies, 0.999),
      settledAtOnce: 1 - asked.length / findings.length,
      candidates: {
        p50: quantile(asked, 0.5),
        p95: quantile(asked, 0.95),
        p99: quantile(asked, 0.99),
        max: quantile(asked, 1),
      },
      lookupP50: median(lookups.map(({ p50 }) => p50)),
      lookupPerSecond: median(lookups.map(({ perSecond }) => perSecond)),
      found: {
        same: shares(findings, 'same'),
        changed: shares(findings, 'changed'),
        new: shares(findings, 'new'),
      },
      bytes: await storedBytes(pool, persons),
    };
    if (!values.json)
      console.error(`${persons} persons: ${setupSeconds.toFixed(0)} s to fill, p99 ${row.p99.toFixed(2)} ms`);
    return row;
  } finally {
    await open.close();
  }
}

function shares(
  findings: readonly (Finding & { readonly kind: ProbeKind })[],
  kind: ProbeKind,
): Row['found'][ProbeKind] {
  const those = findings.filter((finding) => finding.kind === kind);
  const share = (outcome: Finding['outcome']): number =>
    those.filter((finding) => finding.outcome === outcome).length / Math.max(1, those.length);
  return { right: share('right'), other: share('other'), doubt: share('doubt'), nobody: share('nobody') };
}

function report(sample: Storage): void {
  const machine = {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  };
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return;
  const at40M = extrapolated(sample, last.bytes);
  const ratios = {
    [`p50 with ${last.persons} / with ${first.persons} persons, of at most ${GROWTH}`]: last.p50 / first.p50,
    [`p99 with ${last.persons} persons / ${BUDGET_MS} ms`]: last.p99 / BUDGET_MS,
    ...Object.fromEntries(
      rows.map((row) => [`p50 / look-up by primary key, ${row.persons} persons`, row.p50 / row.lookupP50]),
    ),
  };
  if (values.json) {
    const figures = { clients: CLIENTS, rows, sample, at40M };
    console.log(JSON.stringify({ name: 'matching', figures, ratios, machine }));
    return;
  }
  console.log(
    `Who a message is about, ${CLIENTS} clients; birth dates within 2,500 days; ${machine.cores} cores, ${machine.cpu}, Node ${machine.node}\n`,
  );
  console.log('Persons  Filled s  Found/s   p50 ms   p95 ms   p99 ms  p99.9 ms  Look-up p50  Look-ups/s');
  for (const row of rows) {
    const cells = [row.p50, row.p95, row.p99].map((value) => value.toFixed(2).padStart(7)).join('  ');
    console.log(
      `${String(row.persons).padStart(7)}  ${row.setupSeconds.toFixed(0).padStart(8)}  ${row.perSecond.toFixed(0).padStart(7)}  ${cells}  ${row.p999.toFixed(2).padStart(8)}  ${row.lookupP50.toFixed(2).padStart(11)}  ${row.lookupPerSecond.toFixed(0).padStart(10)}`,
    );
  }
  console.log('\nPersons  Settled at once  Else candidates  p50   p95   p99   max');
  for (const { persons, settledAtOnce, candidates } of rows) {
    const cells = [candidates.p50, candidates.p95, candidates.p99, candidates.max].map((value) =>
      String(value).padStart(4),
    );
    console.log(
      `${String(persons).padStart(7)}  ${`${(100 * settledAtOnce).toFixed(1)} %`.padStart(15)}                   ${cells.join('  ')}`,
    );
  }
  console.log(`\nOf the messages with ${last.persons} persons   right  another  doubt  nobody`);
  for (const kind of KINDS) {
    const { right, other, doubt, nobody } = last.found[kind];
    const cells = [right, other, doubt, nobody].map((value) => `${(100 * value).toFixed(2)} %`.padStart(8));
    console.log(`${LABELS[kind].padEnd(36)} ${cells.join(' ')}`);
  }
  console.log(`\nBytes on disk a person, as filled: ${JSON.stringify(rounded(last.bytes))}`);
  console.log(`Bytes on disk, as ${values.sample} messages leave them: ${JSON.stringify(rounded(sample))}`);
  console.log(`40 million persons and 500 million dose reports, GB: ${JSON.stringify(rounded(at40M))}\n`);
  for (const [name, ratio] of Object.entries(ratios)) console.log(`${name}: ${ratio.toFixed(2)}`);
}

function rounded(figures: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))]),
  );
}
