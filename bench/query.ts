/**
 * bench:query – queries over SOAP with many persons stored: the evaluated history and forecast (Z44) against the plain
 * history (Z34) of the same persons in the same run.
 *
 *   npm run bench:query -- [--json] [--seconds 4] [--rounds 3] [--persons 100000] [--connections 1,8]
 *
 * Server, PostgreSQL and the load share this machine. Rounds alternate; a ratio is the median of the rounds' ratios.
 */
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded.ts';
import { seedPersons } from './exchange-seed.ts';
import { DEMO_SERVER, drive, httpRequest, openConnection, type Round, startServer } from './load.ts';
import { median } from './numbers.ts';
import { vxu } from './vxu.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    persons: { type: 'string', default: '100000' },
    connections: { type: 'string', default: '1,8' },
  },
});
const SECONDS = Number(values.seconds);
const PERSONS = Number(values.persons);

const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
await chmod(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
const { host, port, user, database } = postgres.connection;
const databaseUrl = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
const server = await startServer(DEMO_SERVER, databaseUrl);
const pool = new Pool({ host, port, user, database });

const NAMES = { Z34: 'Request Immunization History', Z44: 'Request Evaluated History and Forecast' } as const;
type Kind = keyof typeof NAMES;
let sent = 0;

const query = (kind: Kind, personId: string): string =>
  [
    `MSH|^~\\&|BENCH|DE-000001|||20261122100000-0800||QBP^Q11^QBP_Q11|Q${++sent}|P|2.5.1|||ER|AL|||||${kind}^CDCPHINVS|DE-000001`,
    `QPD|${kind}^${NAMES[kind]}^CDCPHINVS|T${sent}|${personId}^^^CAIRN^SR`,
    'RCP|I|1^RD&records&HL70126',
    '',
  ].join('\r');

const rows: { kind: Kind; connections: number; perSecond: number; p50: number; p95: number; p99: number }[] =
  [];
const ratios: Record<string, number> = {};

try {
  // One message leaves the person of whom the others are copies.
  const [connection] = [await openConnection(server.address)];
  const first = await connection.post(httpRequest(vxu(1), server.address));
  connection.close();
  if (!first.includes('MSA|A')) throw new Error(`not accepted: ${first}`);
  await seedPersons(pool, 1, PERSONS);
  const { rows: ids } = await pool.query<{ person_id: string }>(
    'select person_id from person order by random() limit 5000',
  );
  const persons = ids.map(({ person_id: id }) => id);
  for (const kind of ['Z34', 'Z44'] as const) await round(kind, 4, 2, persons);
  for (const connections of values.connections.split(',').map(Number)) await measure(connections, persons);
  report();
} finally {
  await pool.end();
  server.process.kill('SIGTERM');
  await once(server.process, 'exit');
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(connections: number, persons: readonly string[]): Promise<void> {
  const rounds: Record<Kind, Round[]> = { Z34: [], Z44: [] };
  for (let turn = 0; turn < Number(values.rounds); turn++) {
    for (const kind of ['Z34', 'Z44'] as const) {
      rounds[kind].push(await round(kind, connections, SECONDS, persons));
    }
  }
  for (const kind of ['Z34', 'Z44'] as const) {
    const latencies = rounds[kind].flatMap((each) => each.latencies).toSorted((a, b) => a - b);
    const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
    rows.push({
      kind,
      connections,
      perSecond: median(rounds[kind].map(({ perSecond }) => perSecond)),
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
    });
  }
  ratios[`Z44 / Z34, ${connections} connections`] = median(
    rounds.Z44.map(({ perSecond }, turn) => perSecond / (rounds.Z34[turn]?.perSecond ?? Number.NaN)),
  );
}

async function round(
  kind: Kind,
  connections: number,
  seconds: number,
  persons: readonly string[],
): Promise<Round> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(server.address)));
  let next = 0;
  const result = await drive(connections, seconds, async (connection) => {
    const id = persons[next++ % persons.length] ?? '';
    const answer = (await open[connection]?.post(httpRequest(query(kind, id), server.address))) ?? '';
    if (!answer.includes(`|OK|${kind}`)) throw new Error(`not answered: ${answer}`);
  });
  for (const { close } of open) close();
  return result;
}

function report(): void {
  const machine = {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  };
  if (values.json) {
    console.log(JSON.stringify({ name: 'query', figures: rows, ratios, machine }));
    return;
  }
  console.log(
    `Queries by SOAP, ${PERSONS} persons of three doses stored; ${machine.cores} cores, ${machine.cpu}, Node ${machine.node}\n`,
  );
  console.log('Query  Connections  Queries/s   p50 ms   p95 ms   p99 ms');
  for (const { kind, connections, perSecond, p50, p95, p99 } of rows) {
    const cells = [p50, p95, p99].map((value) => value.toFixed(1).padStart(7)).join('  ');
    console.log(
      `${kind}    ${String(connections).padStart(11)}  ${perSecond.toFixed(0).padStart(9)}  ${cells}`,
    );
  }
  console.log('');
  for (const [name, ratio] of Object.entries(ratios)) console.log(`${name}: ${ratio.toFixed(2)}`);
}
