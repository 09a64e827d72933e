/**
 * bench:truth – simulated messages sent to a real Cairn by SOAP, and what it then holds compared with what is true: persons
 * that were made twice, persons that were thrown together, doses that are missing, counted twice or thrown together.
 *
 *   npm run bench:truth -- [--json] [--messages 100000] [--connections 8] [--seed 1] [--from 0] [--sample 2000] [--examples]
 *
 * --from: number of the first person, to look at part of a population again. --sample: so many of the true persons'
 * doses are compared. --examples: up to 20 of each fault, with control ids.
 * The names of the ratios say what they are a share of. Nothing fails on a figure.
 */
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded.ts';
import { feed } from './feed.ts';
import { DEMO_SERVER, startServer } from './load.ts';
import { counts } from './numbers.ts';
import { type DoseFaults, judgeDoses } from './truth-doses.ts';
import { judgePersons, type PersonFaults } from './truth-persons.ts';
import { Sent } from './truth-sent.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    examples: { type: 'boolean', default: false },
    messages: { type: 'string', default: '100000' },
    connections: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    sample: { type: 'string', default: '2000' },
  },
});
const [MESSAGES = 0] = counts(values.messages);
const [SAMPLE = 0] = counts(values.sample);

const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
await chmod(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
const { host, port, user, database } = postgres.connection;
const databaseUrl = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
const server = await startServer(DEMO_SERVER, databaseUrl);
const pool = new Pool({ host, port, user, database, max: 4 });
// What is left of it when the database stops is of no interest.
pool.on('error', () => undefined);

try {
  // Every sample-th person of about half as many persons as messages.
  const sent = new Sent(Math.max(1, Math.round(MESSAGES / 2 / Math.max(1, SAMPLE))));
  const seconds = await feed(pool, server.address, {
    messages: MESSAGES,
    connections: Number(values.connections),
    seed: Number(values.seed),
    from: Number(values.from),
    onAnswer: (message, answer) => sent.add(message, answer),
  });
  const persons = await judgePersons(pool, sent);
  const doses = await judgeDoses(pool, sent, persons.registryPersonsOf);
  report(sent, seconds, persons, doses, await findings());
} finally {
  await pool.end();
  server.process.kill('SIGTERM');
  await once(server.process, 'exit');
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The findings of most messages, by code. */
async function findings(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await pool.query<{ code: string; messages: number }>(
    `select f ->> 'code' as code, count(distinct message_id)::int as messages
     from message, jsonb_array_elements(findings) f group by 1 order by 2 desc, 1 limit 10`,
  );
  return Object.fromEntries(rows.map(({ code, messages }) => [code, messages]));
}

function report(
  sent: Sent,
  seconds: number,
  persons: PersonFaults,
  doses: DoseFaults,
  codes: Readonly<Record<string, number>>,
): void {
  const machine = {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  };
  const { examples: personExamples, figures: ofPersons } = persons;
  const { examples: doseExamples, figures: ofDoses } = doses;
  const figures = {
    messages: sent.messages,
    answers: sent.answers,
    findings: codes,
    seconds: Number(seconds.toFixed(1)),
    perSecond: Math.round(sent.messages / seconds),
    persons: ofPersons,
    doses: ofDoses,
  };
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const ratios = {
    'registry persons beyond the true ones / true persons': share(
      ofPersons.duplicates,
      ofPersons.truePersons,
    ),
    'registry persons of several true ones / registry persons': share(
      ofPersons.falseMerges,
      ofPersons.registryPersons,
    ),
    'duplicates with a review task / duplicates': share(ofPersons.duplicatesWithTask, ofPersons.duplicates),
    'review tasks about a duplicate / open review tasks': share(ofPersons.tasksAboutOne, ofPersons.openTasks),
    'doses missing / true doses': share(ofDoses.missing, ofDoses.trueDoses),
    'events beyond the true doses / true doses': share(ofDoses.extra, ofDoses.trueDoses),
    'events of several true doses / events': share(ofDoses.thrownTogether, ofDoses.events),
  };
  const examples = { ...personExamples, ...doseExamples };
  if (values.json) {
    const shown = values.examples ? { examples } : {};
    console.log(JSON.stringify({ name: 'truth', figures: { ...figures, ...shown }, ratios, machine }));
    return;
  }
  console.log(
    `${figures.messages} simulated messages by SOAP in ${figures.seconds} s, ${figures.perSecond} a second; ${machine.cores} cores, ${machine.cpu}, Node ${machine.node}\n`,
  );
  console.log(`Answers   ${JSON.stringify(figures.answers)}`);
  console.log(`Findings  ${JSON.stringify(codes)}`);
  console.log(`Persons   ${JSON.stringify(ofPersons)}`);
  console.log(`Doses     ${JSON.stringify(ofDoses)}\n`);
  for (const [name, ratio] of Object.entries(ratios)) console.log(`${name}: ${ratio.toFixed(5)}`);
  if (!values.examples) return;
  for (const [name, list] of Object.entries(examples)) {
    console.log(`\n${name}`);
    for (const example of list) console.log(`  ${example}`);
  }
}
