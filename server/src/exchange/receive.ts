import { ymdOf } from '@cairn/guide';
import type { MatchContext } from '@cairn/matching';
import { isBatch } from '@cairn/hl7';
import type { Pool } from 'pg';
import type { PasswordVerifier } from '../accounts/credentials.ts';
import type { Holder } from '../accounts/queries.ts';
import { type Clock, localDate } from '../platform/clock.ts';
import { isStale, transact } from '../platform/database/pipeline.ts';
import type { Reader } from '../platform/database/reader.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { KeyedQueue } from '../platform/queue.ts';
import { codeKey } from '../registry/organizations.ts';
import { unreadArrival } from './arrival.ts';
import type { Call, Received } from './call.ts';
import { decide, type Unfit } from './decide.ts';
import type { Gateway } from './delivery.ts';
import {
  destinationOf,
  forwarded,
  forwardingOnce,
  notSetUp,
  type Route,
  routeOfIntake,
  speakingForAll,
  writtenDown,
} from './forward.ts';
import type { guideOn } from './guide.ts';
import { identifyIntake, mayActFor, type Sender, waitsForConfirmation } from './identify.ts';
import { type Intake, takeIn } from './intake.ts';
import { type LedgerRow, selectAnswer } from './ledger.ts';
import type { MissLimit } from './miss-limit.ts';
import {
  ofSenderAlone,
  type Questions,
  questionsOf,
  type ReadContext,
  readState,
  type RowReader,
  settle,
  settleAmong,
  type State,
} from './read.ts';
import { certificateRefusal, LOGIN_REFUSED, type LoginRefusal, refusedRow } from './refused-login.ts';
import { testPatientsReader } from './test-registry.ts';
import { testStage } from './test-submission.ts';
import { registerSite, unknownSite } from './unknown-sites.ts';
import type { Traffic } from './traffic.ts';
import { writes } from './write.ts';

export type Exchange = {
  readonly pool: Pool;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly passwords: PasswordVerifier;
  readonly queue: KeyedQueue;
  /** What is known of names and shared values; counted anew by night. */
  readonly matching: () => MatchContext;
  readonly misses: MissLimit;
  /** The guide on a day in the jurisdiction; a benchmark puts one that checks nothing in its place. */
  readonly guideOn: typeof guideOn;
  /** The way to other registries; without it nothing is forwarded. */
  readonly gateway?: Gateway;
  /** Set in a regional registry: the code key of the central one, whose credential sends for every site. */
  readonly sendsForAll?: string;
  /** What can wait sees here whether messages are being served. */
  readonly traffic?: Traffic;
  /** Told of every message that was decided on, once it is durable. */
  readonly decided?: (row: Pick<LedgerRow, 'address' | 'outcome'>) => void;
};

/**
 * Messages for one person wait for each other in this process (see KeyedQueue); those of another process can
 * still come between a read and its write. One of those that meet always gets through.
 */
const ATTEMPTS = 30;
const PAUSE_MS = 10;
/** The more of them meet, the longer a pause may be: up to a quarter of a second. */
const LONGEST_PAUSE_MS = 250;

/**
 * The way of a message: intake and check → who sends, for whom → record, or forward → acknowledge. It reads once, decides
 * without asking the database anything, and writes once; where something moved in between, the write fails
 * whole and the message is decided again on the newer state. When this returns an answer, everything the
 * answer says is durable.
 * @throws the database's error where it cannot be reached or gives up: nothing is recorded then, or it is
 *   unknown whether it was and a resend settles it
 */
export async function receive(call: Call, exchange: Exchange): Promise<Received> {
  const served = exchange.traffic?.begin();
  try {
    return await receiveNow(call, exchange);
  } finally {
    served?.();
  }
}

async function receiveNow(call: Call, exchange: Exchange): Promise<Received> {
  const { clock, jurisdiction } = exchange;
  const today = localDate(clock.now(), jurisdiction.timeZone);
  const intake = takeIn(call.text, exchange.guideOn(jurisdiction, today), ymdOf(today));
  const context: ReadContext = { jurisdiction, today, matching: exchange.matching() };
  const questions = questionsOf(intake, call, context);
  const deliver = forwardingOnce(exchange.gateway);
  return exchange.queue.run(questions.personKeys, async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptOnce(call, intake, questions, context, { ...exchange, deliver });
      } catch (error) {
        if (!isStale(error) || attempt === ATTEMPTS) throw error;
        await new Promise((resolve) => {
          setTimeout(resolve, Math.random() * Math.min(LONGEST_PAUSE_MS, attempt * PAUSE_MS));
        });
      }
    }
  });
}

/** @throws an error that isStale where the state changed between the read and the write */
async function attemptOnce(
  call: Call,
  intake: Intake,
  questions: Questions,
  context: ReadContext,
  exchange: Exchange & { readonly deliver: Gateway['forward'] },
): Promise<Received> {
  const { pool, reader, clock, jurisdiction, passwords, misses, decided: told } = exchange;
  const now = clock.now();
  const newId = (): string => uuidv7(now.getTime());
  let read = await readState(reader, questions);
  const holder = read.holder && speakingForAll(read.holder, exchange.sendsForAll);
  const refusal = await loginRefusal(call, read, passwords, now);
  if (refusal !== undefined || !holder) {
    const why = refusal ?? 'wrong';
    const row = holder && refusedRow(why, call, intake, holder, { messageId: newId(), now });
    if (row) await transact(pool, writes({ row, arrival: unreadArrival(context.today) }));
    return { kind: 'security', detail: LOGIN_REFUSED[why], messageId: row?.messageId };
  }
  const before = await earlierAnswer(pool, read, holder, intake);
  if (before) return { kind: 'answer', ...before };

  const site = unknownSite(intake, holder, read.organizations);
  if (site !== undefined) {
    await registerSite(pool, site, now);
    read = await readState(reader, questions);
  }
  const { sender } = identifyIntake(intake, call, holder, read.organizations);
  const theirs = facilityIsTheirs(call.facilityId, holder, read);
  if (sender && theirs && !call.closed) {
    const route = routeOfIntake(intake, call, sender, jurisdiction, context.today, exchange.gateway);
    if (route.kind !== 'here') {
      return passOn(route, call, intake, sender, {
        ...exchange,
        now,
        today: context.today,
        messageId: newId(),
        eventId: newId(),
      });
    }
  }
  const asker = questions.registry?.kind === 'query' ? sender?.responsible.organizationId : undefined;
  const mayMiss = asker === undefined || misses.mayMiss(asker, now);
  // What is refused is about nobody.
  const isRefused = intake.parsed.ok && intake.parsed.check.isRefused;
  const state = await stateFor(call, questions, read, mayMiss && !isRefused ? sender : undefined, {
    reader,
    context,
  });
  const decided = decide(intake, call, holder, state, {
    now,
    jurisdiction,
    newId,
    unfit: theirs ? unfitText(call, intake) : FACILITY_NOT_THEIRS,
    closed: call.closed,
    mayMiss,
  });
  await transact(pool, writes(decided.write));
  told?.(decided.write.row);
  if (asker !== undefined && mayMiss && state.found.kind === 'nobody') misses.missed(asker, now);
  return { ...decided.reply, messageId: decided.write.row.messageId };
}

type PassingOn = Exchange & {
  readonly deliver: Gateway['forward'];
  readonly now: Date;
  readonly today: string;
  readonly messageId: string;
  readonly eventId: string;
};

/**
 * Hands the message to the registry that is to answer it, and hands back what it says. No connection to the database is held
 * meanwhile; messages about the same person wait, so that they come there in order.
 * @throws AnswerLost where it was answered and the answer could not be written down
 */
async function passOn(
  { kind, endpointId }: Exclude<Route, { readonly kind: 'here' }>,
  call: Call,
  intake: Intake,
  sender: Sender,
  { pool, jurisdiction, deliver, decided: told, now, today, messageId, eventId }: PassingOn,
): Promise<Received> {
  const delivery = kind === 'forward' ? await deliver(endpointId, intake.text) : notSetUp();
  const destination = destinationOf(endpointId, jurisdiction);
  const { reply, write } = forwarded(delivery, intake, call, sender, {
    destination,
    now,
    today,
    messageId,
    eventId,
  });
  await writtenDown(() => transact(pool, writes(write)));
  told?.(write.row);
  return { ...reply, messageId };
}

/**
 * What the message is decided on. At the testing address the registry has a say only in what sites send of real patients;
 * queries are answered of invented ones.
 * @param sender undefined where nobody is looked for
 */
function stateFor(
  { address }: Call,
  questions: Questions,
  read: State,
  sender: Sender | undefined,
  { reader, context }: { readonly reader: RowReader; readonly context: ReadContext },
): State | Promise<State> {
  if (address === 'production') return settle(reader, questions, read, sender, context);
  if (!sender) return ofSenderAlone(read);
  const { testPatients } = questions;
  if (testPatients) {
    const { jurisdiction, today } = context;
    const patients = testPatientsReader(jurisdiction, today);
    return settleAmong(patients, testPatients, read, sender, { jurisdiction, today, matching: {} });
  }
  return testStage(sender.responsible.stage) === 'real-data'
    ? settle(reader, questions, read, sender, context)
    : ofSenderAlone(read);
}

/** Why the message is not taken from whoever sent it; undefined where they are who they say. */
async function loginRefusal(
  { identity }: Call,
  { credential }: State,
  passwords: PasswordVerifier,
  now: Date,
): Promise<LoginRefusal | undefined> {
  if (identity.kind === 'portal') return undefined;
  const verdict = await passwords.verify(identity.username, identity.password, credential, now);
  if (verdict !== 'valid') return verdict;
  return credential && certificateRefusal(credential, identity);
}

/** The same message from the same sender again: its answer is the one it had (it has had its effects). */
async function earlierAnswer(
  pool: Pool,
  state: State,
  holder: Holder,
  intake: Intake,
): Promise<{ readonly text: string; readonly messageId: string } | undefined> {
  const same = state.processed.find(({ bodyHash }) => bodyHash === intake.bodyHash);
  if (!same) return undefined;
  const { name, text, values } = selectAnswer(same, holder.organizationId);
  const { rows } = await pool.query<{ answer: string }>({ name, text, values: [...values] });
  return rows[0] && { text: rows[0].answer, messageId: same.messageId };
}

/**
 * facilityID may be left out; given, it is the holder of the credentials or one it acts for. One that waits for being
 * confirmed passes: MSH-22 is refused with words of its own.
 */
function facilityIsTheirs(facilityId: string, holder: Holder, state: State): boolean {
  const key = codeKey(facilityId);
  if (key === '' || key === holder.codeKey || holder.sendsForAll) return true;
  return state.organizations.some(
    (organization) =>
      organization.codeKey === key &&
      (mayActFor(holder, organization) || waitsForConfirmation(holder, organization)),
  );
}

/** Why a text is nothing that one HL7 answer could be given to. */
function unfitText(call: Call, { parsed }: Intake): Unfit | undefined {
  if (parsed.ok) return undefined;
  if (isBatch(call.text)) return call.operation.startsWith('submitBatch') ? EMPTY_BATCH : BATCH_IN_SINGLE;
  return parsed.error.code === 'second-msh' ? SEVERAL_MESSAGES : undefined;
}

const SEVERAL_MESSAGES: Unfit = {
  kind: 'several-messages',
  detail:
    'The request holds more than one HL7 message. Nothing was recorded. Send one message a request with submitSingleMessage, or a batch with submitBatchMessage.',
};

const BATCH_IN_SINGLE: Unfit = {
  kind: 'several-messages',
  detail:
    'The request holds a batch. Nothing was recorded. Send it with submitBatchMessage or submitBatchQuery.',
};

const EMPTY_BATCH: Unfit = {
  kind: 'no-message',
  detail:
    'The batch holds no HL7 message. Nothing was recorded. Send at least one message, beginning with MSH, after BHS.',
};

const FACILITY_NOT_THEIRS: Unfit = {
  kind: 'security',
  detail:
    'The facilityID does not belong to this username. Nothing was recorded. Send the id that was issued with these credentials, or leave facilityID out.',
};
