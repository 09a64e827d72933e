import type { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type CairnProcess,
  cleanUp,
  connect,
  postgresPid,
  startProcess,
  temporaryFolder,
  until,
} from '../support/process.ts';
import { historyQuery, Patients, randomFrom, type Sent, shownLots, standingLots } from './patients.ts';
import { isReady, keepAlive, type Outcome, said, send } from './sender.ts';
import { countRecorded, problemsIn } from './verify.ts';

const ROUNDS = Number(process.env['CAIRN_FAULT_ROUNDS'] ?? 10);
const SEED = Number(process.env['CAIRN_FAULT_SEED'] ?? Date.now() % 1_000_000);
const SENDERS = 8;

/** A sender who was cut off tries something else this often, then waits for the end of the round. */
const TRIES_AFTER_A_FAILURE = 3;

/** A database that was killed is back, and the same server serves again. */
const BACK_WITHIN_MS = 10_000;

let dataDir: string;
let cairn: CairnProcess | undefined;
let agent: Agent;
beforeEach(async () => {
  dataDir = await temporaryFolder();
  agent = keepAlive();
});
afterEach(async () => {
  agent.destroy();
  await cleanUp(dataDir, cairn);
});

type Tally = { faults: number; broken: number; resent: number; recorded: number; slowestMs: number };

test(
  'kill -9 of the server or of PostgreSQL under load loses nothing and applies nothing twice',
  { timeout: 60_000 + ROUNDS * 15_000 },
  async () => {
    console.log(`kill.test.ts: ${ROUNDS} rounds, CAIRN_FAULT_SEED=${SEED}`);
    const random = randomFrom(SEED);
    const clinic = new Patients(random, `F${SEED}`);
    const tally: Tally = { faults: 0, broken: 0, resent: 0, recorded: 0, slowestMs: 0 };
    const backAfter: number[] = [];
    let server = (cairn = await startProcess(dataDir));

    for (let round = 1; round <= ROUNDS; round++) {
      const victim = round % 2 === 1 ? 'server' : 'postgres';
      const killAtMs = Math.round(50 + random() * 550);
      const at = `seed ${SEED}, round ${round}: ${victim} killed after ${killAtMs} ms`;
      const load: Load = { url: server.url, clinic, tally, isOver: false, unanswered: [], problems: [] };
      const senders = Array.from({ length: SENDERS }, () => sendUntilOver(load));
      await sleep(killAtMs);
      const killed = Date.now();
      server = cairn = await (victim === 'server' ? killServer(server, load) : killPostgres(server));
      backAfter.push(Date.now() - killed);
      load.isOver = true;
      await Promise.all(senders);

      const db = await connect(dataDir);
      tally.recorded += await countRecorded(db, load.unanswered);
      tally.resent += load.unanswered.length;
      const resent = await Promise.all(load.unanswered.map((message) => resend(server.url, message, clinic)));
      const problems = [
        ...load.problems,
        ...resent.flat(),
        ...(await problemsOfSample(server.url, clinic, random, round)),
        ...(await problemsIn(db, clinic)),
      ];
      await db.end();
      if (problems.length > 0) console.log(`kill.test.ts: the server says:\n${server.log().slice(-4000)}`);
      expect({ at, problems }).toEqual({ at, problems: [] });
    }

    console.log(
      `kill.test.ts: ${clinic.acknowledged.length} messages acknowledged; ${tally.faults} faults, ` +
        `${tally.broken} broken connections; ${tally.resent} resent, of which ${tally.recorded} had been ` +
        `recorded; slowest answer ${tally.slowestMs} ms; back after ${backAfter.join(', ')} ms`,
    );
  },
);

/** A new process on the same data takes over from the dead one and from the PostgreSQL that it left. */
async function killServer(server: CairnProcess, load: Load): Promise<CairnProcess> {
  server.child.kill('SIGKILL');
  load.isOver = true;
  await server.ended;
  return startProcess(dataDir);
}

/** The same process brings PostgreSQL back by itself. */
async function killPostgres(server: CairnProcess): Promise<CairnProcess> {
  const postmaster = await postgresPid(dataDir);
  if (postmaster === undefined) throw new Error('PostgreSQL is not there to be killed');
  process.kill(postmaster, 'SIGKILL');
  try {
    await until(async () => ![postmaster, undefined].includes(await postgresPid(dataDir)), BACK_WITHIN_MS);
    await until(() => isReady(server.url), BACK_WITHIN_MS);
  } catch (error) {
    throw new Error(`not back; the server says:\n${server.log().slice(-4000)}`, { cause: error });
  }
  return server;
}

type Load = {
  readonly url: string;
  readonly clinic: Patients;
  readonly tally: Tally;
  readonly unanswered: Sent[];
  readonly problems: string[];
  isOver: boolean;
};

/** One sender: message after message until the load is over. */
async function sendUntilOver(load: Load): Promise<void> {
  const { url, clinic, tally, unanswered, problems } = load;
  let failures = 0;
  for (let n = 1; !load.isOver && failures <= TRIES_AFTER_A_FAILURE; n++) {
    const before = n % 6 === 0 ? clinic.resend() : undefined;
    const message = before ?? clinic.next();
    const began = Date.now();
    const outcome = await send(url, message.text, agent);
    tally.slowestMs = Math.max(tally.slowestMs, outcome.endedAt - began);
    if (outcome.kind === 'answer') {
      problems.push(...take(clinic, message, outcome));
      continue;
    }
    if (outcome.kind === 'broken') tally.broken += 1;
    else {
      tally.faults += 1;
      if (said(outcome) !== 'resend') problems.push(said(outcome));
    }
    if (!before) unanswered.push(message);
    failures += 1;
    await sleep(100);
  }
}

/** Notes an answer. A message that had one before must get that one again, to the byte. */
function take(
  clinic: Patients,
  message: Sent,
  answer: Outcome & { readonly kind: 'answer' },
): readonly string[] {
  if (message.answer)
    return message.answer.body === answer.body ? [] : [`${message.controlId}: another answer`];
  clinic.acknowledge(message, answer);
  return said(answer) === 'AA' ? [] : [`not accepted: ${answer.hl7}`];
}

/** As the fault asks: the same message again until it has its acknowledgement. */
async function resend(url: string, message: Sent, clinic: Patients): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await send(url, message.text, agent);
    if (outcome.kind === 'answer') return take(clinic, message, outcome);
    if (attempt === 5) return [`${message.controlId}: resent, but ${said(outcome)}`];
    await sleep(200);
  }
}

/** Some of what was ever acknowledged: resent, it has its answer again; the patient's history is right. */
async function problemsOfSample(
  url: string,
  clinic: Patients,
  random: () => number,
  round: number,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (let n = 1; n <= 3; n++) {
    const message = clinic.resend();
    const patient = clinic.patients[Math.floor(random() * clinic.patients.length)];
    if (!message || !patient) return problems;
    problems.push(...(await resend(url, message, clinic)));
    const answer = await send(url, historyQuery(patient, `Q${round}-${n}`), agent);
    const shown = answer.kind === 'answer' ? shownLots(answer.hl7).join() : said(answer);
    const expected = standingLots(patient).join();
    if (shown !== expected) problems.push(`${patient.family}: ${shown} shown, not ${expected}`);
  }
  return problems;
}
