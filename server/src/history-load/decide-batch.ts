import { kindOf, ymdOf } from '@cairn/guide';
import type { Call } from '../exchange/call.ts';
import { decide, rejectionsOf } from '../exchange/decide.ts';
import type { Gateway } from '../exchange/delivery.ts';
import { routeOf } from '../exchange/forward.ts';
import { identifyIntake } from '../exchange/identify.ts';
import { type Intake, takeIn } from '../exchange/intake.ts';
import { type Questions, questionsOf, readState, type RowReader, settle } from '../exchange/read.ts';
import type { Exchange } from '../exchange/receive.ts';
import type { QuietTraffic } from '../exchange/traffic.ts';
import type { Decided } from '../exchange/write.ts';
import { localDate } from '../platform/clock.ts';
import { uuidv7 } from '../platform/ids.ts';

/** What a load works with of the exchange. */
export type LoadExchange = Pick<Exchange, 'clock' | 'jurisdiction' | 'matching' | 'guideOn' | 'queue'> &
  Partial<Pick<Exchange, 'decided'>> & {
    readonly gateway?: Pick<Gateway, 'isOpenTo'>;
    readonly traffic?: QuietTraffic;
  };

/** For whom messages are loaded, and by which credential; undefined where somebody did it at the portal. */
export type Loader = { readonly organizationId: string; readonly credentialId: string | undefined };

/** A message of the file that was looked at, and is not decided on yet. */
export type Taken = {
  readonly no: number;
  readonly call: Call;
  readonly intake: Intake;
  readonly questions: Questions;
  /** Messages that share one are decided on one after the other. */
  readonly keys: readonly string[];
};

export type Verdict =
  | { readonly kind: 'decided'; readonly write: Decided }
  /** It was processed before, and has had its effects. */
  | { readonly kind: 'repeated' }
  /** It is not recorded here but in another registry, to which nothing is forwarded in bulk. */
  | { readonly kind: 'elsewhere' };

/** Reads a message of the file as the exchange reads one that comes in. */
export function take(no: number, text: string, loader: Loader, exchange: LoadExchange): Taken {
  const { jurisdiction, clock } = exchange;
  const today = localDate(clock.now(), jurisdiction.timeZone);
  const call: Call = {
    address: 'production',
    operation: 'history-load',
    identity: { kind: 'portal', organizationId: loader.organizationId },
    facilityId: '',
    text,
  };
  const intake = takeIn(text, exchange.guideOn(jurisdiction, today), ymdOf(today));
  const questions = questionsOf(intake, call, { jurisdiction, today, matching: exchange.matching() });
  const keys = [...questions.personKeys, `control ${intake.controlId}`];
  return { no, call, intake, questions, keys };
}

/**
 * Decides on a message as `receive` does, by the same functions; what it does not do is to write and to answer.
 * @throws where the loader is gone
 */
export async function judge(
  { call, intake, questions }: Taken,
  loader: Loader,
  reader: RowReader,
  exchange: LoadExchange,
): Promise<Verdict> {
  const { jurisdiction, clock } = exchange;
  const now = clock.now();
  const today = localDate(now, jurisdiction.timeZone);
  const read = await readState(reader, questions);
  if (!read.holder) throw new Error('the organization of a historical load is not there');
  if (read.processed.some(({ bodyHash }) => bodyHash === intake.bodyHash)) return { kind: 'repeated' };
  const holder = { ...read.holder, credentialId: loader.credentialId };
  const { sender } = identifyIntake(intake, call, holder, read.organizations);
  if (sender && isSubmission(intake)) {
    const route = routeOf(sender, jurisdiction, today, exchange.gateway);
    if (route.kind !== 'here') return { kind: 'elsewhere' };
  }
  const isRefused =
    !intake.parsed.ok || intake.parsed.check.isRefused || rejectionsOf(intake.parsed, call).length > 0;
  const state = await settle(reader, questions, read, isRefused ? undefined : sender, {
    jurisdiction,
    today,
    matching: exchange.matching(),
  });
  const { write } = decide(intake, call, holder, state, {
    now,
    jurisdiction,
    newId: () => uuidv7(now.getTime()),
    unfit: undefined,
    mayMiss: false,
  });
  return { kind: 'decided', write };
}

const isSubmission = ({ parsed }: Intake): boolean => parsed.ok && kindOf(parsed.message) === 'VXU';

/** What a decision rests on and changes: another that touches some of it has to be made after it is written. */
export function touched(verdict: Verdict): readonly string[] {
  const effects = verdict.kind === 'decided' ? verdict.write.effects : undefined;
  if (!effects) return [];
  return [
    effects.person.personId,
    ...(effects.source?.keys ?? []),
    ...(effects.claim?.keys ?? []),
    ...effects.tasks.flatMap(({ personA, personB }) => [personA, personB]),
  ];
}

/** Those of the waiting that may be decided on at once: none shares a key with one before it. */
export function independent(waiting: readonly Taken[]): readonly Taken[] {
  const before = new Set<string>();
  return waiting.filter(({ keys }) => {
    const isFree = keys.every((key) => !before.has(key));
    for (const key of keys) before.add(key);
    return isFree;
  });
}

/** Of what was decided at once, what holds beside each other; the others must be decided anew. */
export function compatible<T extends { readonly verdict: Verdict }>(decided: readonly T[]): readonly T[] {
  const before = new Set<string>();
  return decided.filter(({ verdict }) => {
    const touches = touched(verdict);
    const holds = touches.every((key) => !before.has(key));
    if (holds) for (const key of touches) before.add(key);
    return holds;
  });
}
