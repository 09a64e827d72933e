import type { Simulated } from '../cli/src/simulate/index.ts';

/** What is true of a person, whoever tells of it. */
export type TruePerson = { readonly number: number; readonly twins: number; readonly lookAlike: boolean };

export type SentMessage = {
  readonly controlId: string;
  readonly person: TruePerson;
  readonly faults: readonly string[];
  /** Kept of sampled persons only, as the doses are. */
  readonly text: string | undefined;
  readonly doses: readonly { readonly filler: string; readonly dose: number }[];
};

/** What was sent and how it was answered. Of one person in so many it keeps the messages, to compare the doses. */
export class Sent {
  readonly #every: number;
  readonly #byControlId = new Map<string, SentMessage>();
  readonly #persons = new Map<number, TruePerson>();
  readonly answers: Record<string, number> = { AA: 0, AE: 0, AR: 0, other: 0, 'with an error': 0 };
  messages = 0;

  constructor(every: number) {
    this.#every = every;
  }

  add({ text, truth }: Simulated, answer: string): void {
    this.messages++;
    const code = /MSA\|(A[AER])\|/.exec(answer)?.[1] ?? 'other';
    this.answers[code] = (this.answers[code] ?? 0) + 1;
    if (code === 'AR' || /ERR\|[^|]*\|[^|]*\|[^|]*\|E/.test(answer))
      this.answers['with an error'] = (this.answers['with an error'] ?? 0) + 1;
    const { controlId, person: number, twins, lookAlike, faults, doses } = truth;
    const person = this.#persons.get(number) ?? { number, twins, lookAlike };
    this.#persons.set(number, person);
    const isKept = this.isSampled(number);
    this.#byControlId.set(controlId, {
      controlId,
      person,
      faults,
      text: isKept ? text : undefined,
      doses: isKept ? doses : [],
    });
  }

  isSampled(person: number): boolean {
    return person % this.#every === 0;
  }

  of(controlId: string): SentMessage | undefined {
    return this.#byControlId.get(controlId);
  }
}
