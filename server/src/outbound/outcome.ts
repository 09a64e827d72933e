import { parseMessage } from '@cairn/hl7';
import type { Delivery, DeliveryFault } from '../exchange/delivery.ts';
import type { Failure } from './failure.ts';
import type { OutboundTimes } from './times.ts';

/** A message on its way: what bears on what becomes of it. */
export type Tried = {
  /** How many tries counted against it before this one. */
  readonly attempts: number;
  /** Whether the other registry may have it from an earlier try. */
  readonly wasUnknown: boolean;
};

export type Outcome = {
  readonly state: 'waiting' | 'unknown' | 'done' | 'refused' | 'undeliverable';
  readonly attempts: number;
  /** Of those that are tried again. */
  readonly nextAt: Date | undefined;
  /** A fault of the way there, or what the other registry calls its refusal: an error code of HL7 table 0357, else AE or AR. */
  readonly code: string;
  readonly words: string;
  readonly answer: string;
};

/** What a try says of the connection, whatever it says of the message. */
export type Sign = 'works' | 'fails';

/** Nothing left, or nothing was looked at: it says nothing of the message. */
const OF_THE_CONNECTION: ReadonlySet<DeliveryFault> = new Set([
  'connect-timeout',
  'connection-refused',
  'name-unknown',
  'breaker-open',
  'maintenance',
  'certificate-refused',
  'security-fault',
  'not-set-up',
]);

/** The same message would get the same answer. */
const FOR_GOOD: ReadonlySet<DeliveryFault> = new Set(['too-large-fault', 'unsupported-fault']);

export function signOf(delivery: Delivery): Sign {
  if (delivery.kind === 'answered') return 'works';
  // It read the message and found it too large.
  return delivery.fault === 'too-large-fault' ? 'works' : 'fails';
}

/**
 * Whether a failed try counts against the message, so that it is given up after some: only where others get through, or the
 * registry in trouble would lose all that wait for it.
 * @param evidence what is known of others: `since-last` where one was answered since this message failed before, `none` where
 *   none was; `first` where it fails for the first time, and `probe` where it was to show whether the registry works again
 */
export function countsAgainst(
  { fault, mayHaveArrived }: Failure,
  evidence: 'since-last' | 'none' | 'first' | 'probe',
): boolean {
  if (OF_THE_CONNECTION.has(fault) || (fault === 'connection-broken' && !mayHaveArrived)) return false;
  // A proxy on the way says the same of every message, or dislikes this one.
  return evidence === 'since-last' || (evidence === 'first' && fault !== 'http-status');
}

export type Circumstances = {
  readonly now: Date;
  readonly times: Pick<OutboundTimes, 'attempts' | 'backOffMs' | 'longestBackOffMs'>;
  /** From 0 to 1. */
  readonly random: number;
  /** See {@link countsAgainst}. */
  readonly countsAgainstIt: boolean;
};

/**
 * What becomes of a message after a try. Pure.
 * - answered: taken (done), taken but for warnings (done), not or not all taken (refused), or not now (again later)
 * - not answered: again later, as unknown where the other registry may have it; given up only for a reason of its own
 */
export function outcomeOf(delivery: Delivery, tried: Tried, circumstances: Circumstances): Outcome {
  if (delivery.kind === 'answered') return ofAnswer(delivery, tried, circumstances);
  const { fault, mayHaveArrived, words } = delivery;
  const isUnknown = mayHaveArrived || tried.wasUnknown;
  const said = { code: fault, words, answer: '' };
  if (FOR_GOOD.has(fault)) {
    return { ...said, state: 'undeliverable', attempts: tried.attempts + 1, nextAt: undefined };
  }
  const attempts = tried.attempts + (circumstances.countsAgainstIt ? 1 : 0);
  if (circumstances.countsAgainstIt && attempts >= circumstances.times.attempts) {
    return { ...said, state: 'undeliverable', attempts, nextAt: undefined };
  }
  return {
    ...said,
    state: isUnknown ? 'unknown' : 'waiting',
    attempts,
    nextAt: later(attempts, circumstances),
  };
}

function ofAnswer(
  { text, code }: Extract<Delivery, { readonly kind: 'answered' }>,
  tried: Tried,
  circumstances: Circumstances,
): Outcome {
  const errors = code === 'AA' ? [] : errorsIn(text);
  const worst = errors.find(({ isError }) => isError);
  const isTaken = code === 'AA' || (code === 'AE' && errors.length > 0 && !worst);
  const attempts = tried.attempts + 1;
  if (isTaken) {
    return { state: 'done', attempts, nextAt: undefined, code, words: '', answer: code === 'AA' ? '' : text };
  }
  const said = {
    code: worst && worst.code !== '' ? worst.code : code,
    words: worst && worst.words !== '' ? worst.words : `It answered ${code} and did not say why.`,
    answer: text,
  };
  const isOfTheMoment =
    errors.some(({ isError }) => isError) && errors.every((error) => !error.isError || LATER.has(error.code));
  return isOfTheMoment && attempts < circumstances.times.attempts
    ? { ...said, state: 'waiting', attempts, nextAt: later(attempts, circumstances) }
    : { ...said, state: 'refused', attempts, nextAt: undefined };
}

/** HL7 table 0357: application record locked, application internal error. */
const LATER = new Set(['206', '207']);

type AnswerError = { readonly isError: boolean; readonly code: string; readonly words: string };

/** Each ERR: where it does not say that it is a warning, it is an error. */
function errorsIn(text: string): readonly AnswerError[] {
  const read = parseMessage(text);
  if (!read.ok) return [];
  return read.message.all('ERR').map((err) => ({
    isError: !['W', 'I'].includes(err.text(4).trim().toUpperCase()),
    // Codes stand in logs and lists, so nothing but a code gets there: what else another software puts here may be a name.
    code: /^\s*\d{1,5}\s*$/.test(err.text(3)) ? err.text(3).trim() : '',
    words: (err.text(8) || err.text(3, 2) || err.text(7)).slice(0, 500),
  }));
}

/** A pause by chance, of up to double the last: so those that failed together do not come back together. */
function later(attempts: number, { now, times, random }: Circumstances): Date {
  const longest = Math.min(times.longestBackOffMs, times.backOffMs * 2 ** Math.min(attempts, 20));
  return new Date(now.getTime() + Math.round(longest * random));
}
