import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { call, type Login, type SoapReply } from '../soap-client.ts';
import { UsageError } from '../usage-error.ts';
import type { Simulated } from './submissions.ts';

export type Delivery = {
  readonly sent: number;
  readonly AA: number;
  /** Recorded, with warnings; or not whole, see `errors`. */
  readonly AE: number;
  readonly AR: number;
  /** Of AE and AR, those with an error: something was not recorded. */
  readonly errors: number;
  readonly faults: number;
  /** Of the faults that say what to do: how many say what. */
  readonly advice: Readonly<Record<string, number>>;
  readonly unanswered: number;
  readonly p50: number;
  readonly p95: number;
};

type Settings = {
  readonly login: Login;
  /** Messages a second; as fast as answers come where it is not given. */
  readonly rate?: number;
  /** Messages in flight at most. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  /** After every answer. */
  readonly onAnswer: (message: Simulated, delivery: Deliveries) => void;
  readonly send?: (text: string) => Promise<SoapReply>;
};

/** After so many messages in a row without any answer nobody is there any more. */
const UNANSWERED_IN_A_ROW = 10;
const LONGEST_MS = 60_000;

/** Counts of answers, and their times by the millisecond: as many as there are, in the same memory. */
export class Deliveries {
  readonly #times = new Uint32Array(LONGEST_MS + 1);
  readonly #counts = { AA: 0, AE: 0, AR: 0 };
  #errors = 0;
  #faults = 0;
  readonly #advice: Record<string, number> = {};
  #unanswered = 0;
  #answered = 0;
  unansweredInARow = 0;

  answer(reply: SoapReply, milliseconds: number): void {
    this.unansweredInARow = 0;
    this.#answered++;
    const bucket = Math.min(LONGEST_MS, Math.max(0, Math.round(milliseconds)));
    this.#times[bucket] = (this.#times[bucket] ?? 0) + 1;
    const code = reply.kind === 'answer' ? /(?:^|[\r\n])MSA\|(A[AER])/.exec(reply.text)?.[1] : undefined;
    if (reply.kind === 'fault' || code === undefined) {
      this.#faults++;
      const retry = reply.kind === 'fault' ? reply.retry : undefined;
      if (retry !== undefined) this.#advice[retry] = (this.#advice[retry] ?? 0) + 1;
      return;
    }
    if (code === 'AA' || code === 'AE' || code === 'AR') this.#counts[code]++;
    if (code === 'AR' || /[\r\n]ERR\|[^|\r\n]*\|[^|\r\n]*\|[^|\r\n]*\|E/.test(reply.text)) this.#errors++;
  }

  noAnswer(): void {
    this.#unanswered++;
    this.unansweredInARow++;
  }

  get sent(): number {
    return this.#answered + this.#unanswered;
  }

  /** The time within which that share of the answers came, in milliseconds. */
  within(share: number): number {
    const target = share * this.#answered;
    let seen = 0;
    for (let bucket = 0; bucket <= LONGEST_MS; bucket++) {
      seen += this.#times[bucket] ?? 0;
      if (seen > 0 && seen >= target) return bucket;
    }
    return 0;
  }

  summary(): Delivery {
    return {
      sent: this.sent,
      ...this.#counts,
      errors: this.#errors,
      faults: this.#faults,
      advice: { ...this.#advice },
      unanswered: this.#unanswered,
      p50: this.within(0.5),
      p95: this.within(0.95),
    };
  }
}

/**
 * Sends messages as they are made, no faster than the rate and no more at once than allowed. Aborted, it sends no more and
 * waits for the answers that are still to come.
 * @throws UsageError where nobody answers at all
 */
export async function deliver(messages: Iterator<Simulated, unknown>, settings: Settings): Promise<Delivery> {
  const { login, rate, concurrency, signal, onAnswer } = settings;
  const send = settings.send ?? ((text: string) => call('submitSingleMessage', text, login));
  const deliveries = new Deliveries();
  // Every message that waits for its time listens for the end.
  setMaxListeners(concurrency + 1, signal);
  const start = performance.now();
  let taken = 0;
  let failure: Error | undefined;

  const work = async (): Promise<void> => {
    while (!signal.aborted && failure === undefined) {
      const due = rate === undefined ? 0 : start + (taken * 1000) / rate - performance.now();
      const { done, value } = messages.next();
      if (done) return;
      taken++;
      if (due > 1) await delay(due, undefined, { signal }).catch(() => undefined);
      // It waited in vain: it is not sent, so the person's later messages are not either.
      if (signal.aborted) return;
      const asked = performance.now();
      try {
        deliveries.answer(await send(value.text), performance.now() - asked);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        deliveries.noAnswer();
        if (deliveries.unansweredInARow >= Math.min(UNANSWERED_IN_A_ROW, deliveries.sent)) failure = error;
      }
      onAnswer(value, deliveries);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  if (failure) throw failure;
  return deliveries.summary();
}
