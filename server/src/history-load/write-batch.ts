import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pool } from 'pg';
import { inTransaction, type Statement } from '../platform/database/pipeline.ts';
import { readOn } from '../platform/database/reader.ts';
import type { LedgerRow } from '../exchange/ledger.ts';
import { writes } from '../exchange/write.ts';
import type { Batch } from './batches.ts';
import {
  compatible,
  independent,
  judge,
  type LoadExchange,
  type Loader,
  take,
  type Taken,
  type Verdict,
} from './decide-batch.ts';
import { type Counts, insertBatch, insertProblems, type Problem } from './load-queries.ts';
import { mergeStatements } from './merge-statements.ts';

/** A batch that was looked at: what it takes to decide on it is not asked for yet. */
export type TakenBatch = {
  readonly batch: Batch;
  readonly taken: readonly Taken[];
  /** Of all its messages. */
  readonly keys: readonly string[];
  /** Whom it is about by the day of birth: who makes a person holds a lock of that name. */
  readonly births: readonly string[];
};

/** Live messages go first; after so long a message of the load is looked at all the same. */
const QUIET_MS = 20;

export async function takeBatch(batch: Batch, loader: Loader, exchange: LoadExchange): Promise<TakenBatch> {
  const taken: Taken[] = [];
  for (const { no, text } of batch.messages) {
    if (text === undefined) continue;
    // The answers of the database to the other batches are taken in between; and live messages go first.
    await nextTurn();
    await exchange.traffic?.quiet(QUIET_MS);
    taken.push(take(no, text, loader, exchange));
  }
  return {
    batch,
    taken,
    keys: [...new Set(taken.flatMap(({ questions }) => questions.personKeys))],
    births: [...new Set(taken.map(bornOn))],
  };
}

const bornOn = ({ intake: { parsed } }: Taken): string =>
  `born ${parsed.ok ? (parsed.message.first('PID')?.text(7).trim().slice(0, 8) ?? '') : ''}`;

type Judged = { readonly taken: Taken; readonly verdict: Verdict };

/**
 * Decides on the messages of a batch and writes all they do, with the mark that they are done, in one transaction. Those that
 * have nothing to do with each other are decided together; what bears on another is decided after that is written.
 * @param isCareful one after the other, whatever they are about
 * @returns the rows of the ledger that it made
 * @throws an error that isStale where something moved in between; nothing is written then
 */
export async function writeBatch(
  pool: Pool,
  loadId: string,
  { batch, taken }: TakenBatch,
  loader: Loader,
  exchange: LoadExchange,
  isCareful: boolean,
): Promise<readonly LedgerRow[]> {
  const judged: Judged[] = [];
  await inTransaction(pool, async ({ client, send, commit }) => {
    const reader = {
      read: (name: string, statements: readonly Statement[]) => readOn(client, name, statements),
    };
    let waiting = taken;
    while (waiting.length > 0) {
      const together = isCareful ? waiting.slice(0, 1) : independent(waiting);
      const decided = await Promise.all(
        together.map(async (each) => ({
          taken: each,
          verdict: await judge(each, loader, reader, exchange),
        })),
      );
      const kept = compatible(decided);
      judged.push(...kept);
      const done = new Set(kept.map((each) => each.taken));
      waiting = waiting.filter((each) => !done.has(each));
      const statements = mergeStatements(kept.map(({ verdict }) => statementsOf(verdict)));
      if (waiting.length > 0) await send(statements);
      else await commit([...statements, ...marks(loadId, batch, judged, exchange)]);
    }
    if (taken.length === 0) await commit(marks(loadId, batch, judged, exchange));
  });
  return judged.flatMap(({ verdict }) => (verdict.kind === 'decided' ? [verdict.write.row] : []));
}

const statementsOf = (verdict: Verdict): readonly Statement[] =>
  verdict.kind === 'decided' ? writes(verdict.write) : [];

function marks(
  loadId: string,
  batch: Batch,
  judged: readonly Judged[],
  { clock }: LoadExchange,
): readonly Statement[] {
  const problems = [...judged.flatMap(problemOf), ...batch.messages.filter(isTooLong).map(tooLong)];
  return [
    ...(problems.length > 0 ? [insertProblems(loadId, problems)] : []),
    insertBatch(loadId, batch, countsOf(batch, judged), clock.now()),
  ];
}

const isTooLong = ({ text }: Batch['messages'][number]): boolean => text === undefined;

function countsOf({ messages }: Batch, judged: readonly Judged[]): Counts {
  const outcomes = judged.map(({ verdict }) =>
    verdict.kind === 'decided' ? verdict.write.row.outcome : verdict.kind,
  );
  const count = (...names: readonly string[]): number =>
    outcomes.filter((outcome) => names.includes(outcome)).length;
  const doses = judged.map(({ verdict }) =>
    verdict.kind === 'decided' ? (verdict.write.effects?.reports.length ?? 0) : 0,
  );
  const [accepted, partlyAccepted, repeated] = [
    count('accepted'),
    count('partly-accepted'),
    count('repeated'),
  ];
  return {
    messages: messages.length,
    accepted,
    partlyAccepted,
    repeated,
    refused: messages.length - accepted - partlyAccepted - repeated,
    doses: doses.reduce((sum, each) => sum + each, 0),
  };
}

function problemOf({ taken: { no, intake }, verdict }: Judged): readonly Problem[] {
  const { controlId } = intake;
  if (verdict.kind === 'repeated') return [];
  if (verdict.kind === 'elsewhere') return [unwritten(no, controlId, ELSEWHERE)];
  const { row } = verdict.write;
  if (row.outcome === 'accepted') return [];
  const errors = row.findings.filter(({ severity }) => severity === 'E');
  return [
    {
      no,
      messageId: row.messageId,
      controlId,
      outcome: row.outcome === 'partly-accepted' ? 'partly-accepted' : 'refused',
      findings: (errors.length > 0 ? errors : row.findings).map(({ code, path, message, fix }) => ({
        code,
        ...(path === undefined ? {} : { path }),
        message,
        fix,
      })),
    },
  ];
}

const tooLong = ({ no }: Batch['messages'][number]): Problem => unwritten(no, '', TOO_LONG);

const unwritten = (no: number, controlId: string, finding: Problem['findings'][number]): Problem => ({
  no,
  messageId: undefined,
  controlId,
  outcome: 'refused',
  findings: [finding],
});

const TOO_LONG = {
  code: 'message-too-long',
  message: 'The message is longer than 1 MiB. Nothing of it was recorded.',
  fix: 'Write the history of this patient in several messages.',
};

const ELSEWHERE = {
  code: 'recorded-elsewhere',
  message: 'What this organization sends is recorded in another registry. Nothing was recorded here.',
  fix: 'Load the history in that registry.',
};
